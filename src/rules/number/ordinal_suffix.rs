//! `number/ordinal-suffix`: 2rd, 3st, 1th.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::text::numbers::ordinal_digits;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
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
    zh: Words { summary: "序数词后缀错误", why: "序数词后缀应与读音一致：1st、2nd、3rd、4th、11th、21st。" },
    citation: cite("db11t334-2006", "4.5.1"),
    examples: &[
        bad("东二环路", "East 2rd Ring Road", "East 2nd Ring Road"),
        bad("三区", "The 3st Zone", "The 3rd Zone"),
        good("东三环路", "East 3rd Ring Road"),
        good("第11届", "11th"),
    ],
};

static ORDINAL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?i-u)\b([0-9]+)(st|nd|rd|th)\b").expect("a constant pattern"));

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en.bytes().any(|b| b.is_ascii_digit()) {
        return;
    }
    for found in ORDINAL.captures_iter(sign.en) {
        let (digits, suffix) = (&found[1], &found[2]);
        let Ok(value) = digits.parse() else { continue };
        let whole = ordinal_digits(value);
        let right = &whole[whole.len() - suffix.len()..];
        if !suffix.eq_ignore_ascii_case(right) {
            let Some(place) = found.get(2) else { continue };
            let write = if suffix.chars().all(char::is_uppercase) { right.to_uppercase() } else { right.to_owned() };
            report
                .en(&META, found.get(0).map_or(0..0, |m| m.range()))
                .message(format!("“{}” should be “{digits}{write}”", &found[0]), format!("“{}”应为“{digits}{write}”", &found[0]))
                .edit(sign.en, vec![(place.range(), write)]);
        }
    }
}
