//! `number/ordinal-suffix`: 2rd, 3st, Thirdth.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::numbers::{ordinal_digits, ordinal_word};
use crate::wording::{NUMERAL, ORDINAL};
use regex::Regex;
use std::sync::LazyLock;

pub static META: Meta = Meta {
    code: "number/ordinal-suffix",
    level: Level::Error,
    fix: FixKind::Safe,
    en: Words {
        summary: "wrong ending of an ordinal number",
        why: "Ordinals end as they are spoken: 1st, 2nd, 3rd, 4th, 11th, 21st.",
    },
    zh: Words {
        summary: "序数词后缀错误", why: "序数词后缀应与读音一致：1st、2nd、3rd、4th、11th、21st。"
    },
    citation: cite("db11t334-2006", "4.5.1"),
    examples: &[
        bad("东二环路", "East 2rd Ring Road", "East 2nd Ring Road"),
        bad("三区", "The 3st Zone", "The 3rd Zone"),
        bad("第三会议室", "The Thirdth Meeting Room", "The Third Meeting Room"),
        bad("园区三路", "Yuanqu Threeth Road", "Yuanqu 3rd Road"),
        good("第五教室", "Fifth Classroom"),
        good("东三环路", "East 3rd Ring Road"),
        good("第11届", "11th"),
    ],
};

static SUFFIXED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i-u)\b([0-9]+)(st|nd|rd|th)\b").expect("a constant pattern"));

pub fn check(sign: &Analysed, report: &mut Report) {
    spelled(sign, report);
    let stuck = |pair: &[u8]| pair[0].is_ascii_digit() && pair[1].is_ascii_alphabetic();
    if !sign.en.as_bytes().windows(2).any(stuck) {
        return;
    }
    for found in SUFFIXED.captures_iter(sign.en) {
        let (digits, suffix) = (&found[1], &found[2]);
        let Ok(value) = digits.parse() else { continue };
        let whole = ordinal_digits(value);
        let right = &whole[whole.len() - suffix.len()..];
        if !suffix.eq_ignore_ascii_case(right) {
            let Some(place) = found.get(2) else { continue };
            let write = if suffix.chars().all(char::is_uppercase) { right.to_uppercase() } else { right.to_owned() };
            report
                .en(&META, found.get(0).map_or(0..0, |m| m.range()))
                .message(
                    format!("“{}” should be “{digits}{write}”", &found[0]),
                    format!("“{}”应为“{digits}{write}”", &found[0]),
                )
                .edit(sign.en, vec![(place.range(), write)]);
        }
    }
}

/// A number word with the ending of ordinals that makes no word: *Thirdth*, *Twoth*, *Threerd*.
fn spelled(sign: &Analysed, report: &mut Report) {
    for at in 0..sign.words.len() {
        let word = sign.words.fold(at);
        let Some(stem) = ENDINGS.iter().find_map(|end| word.strip_suffix(end)) else { continue };
        let place = |set: &[&str]| set.iter().position(|w| *w == stem).and_then(|at| u32::try_from(at).ok());
        let Some(value) = place(ORDINAL).map(|at| at + 1).or_else(|| place(NUMERAL)).filter(|value| *value > 0) else {
            continue;
        };
        if ORDINAL.contains(&word) || English::standard().is_word(word) {
            continue;
        }
        let span = sign.words.span(at);
        let written = &sign.en[span.clone()];
        // Roads are numbered in figures: 2nd Ring Road.
        let road = sign.generic().is_some_and(|generic| generic.class == "road");
        let with = if road { ordinal_digits(value) } else { sign.in_case_of(written, &ordinal_word(value)) };
        report
            .en(&META, span)
            .message(format!("“{written}” should be “{with}”"), format!("“{written}”应为“{with}”"))
            .replace(sign.en, with);
    }
}

/// Endings of ordinal numbers.
const ENDINGS: [&str; 4] = ["th", "st", "nd", "rd"];
