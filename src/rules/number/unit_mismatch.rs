//! `number/unit-mismatch`: the same figure with another unit: 5公里 as *5 m*, 50元 as *50 dollars*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::Phrases;
use crate::text::numbers::{figures, number};
use crate::wording::{Opposite, UNITS};
use std::sync::LazyLock;

pub static META: Meta = Meta {
    code: "number/unit-mismatch",
    level: Level::Error,
    fix: FixKind::None,
    en: Words {
        summary: "the units differ",
        why: "Five kilometres are not five metres, and fifty yuan are not fifty dollars. Figure and unit must say the same \
              in both languages.",
    },
    zh: Words {
        summary: "中英文单位不一致",
        why: "5 公里不是 5 米，50 元不是 50 美元。数字和单位在两种文字中应当一致。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("距八达岭5公里", "5 m to Badaling"),
        fires("每小时10元", "10 dollars/Hour"),
        fires("罚款50元", "Fine: $50"),
        fires("八百里", "800 km"),
        fires("苹果5斤", "Apples: 5 kg"),
        good("每小时10元", "10 Yuan/Hour"),
        good("八百里秦川", "The 800-Li Plain"),
        good("三公里", "3 km"),
        good("限高2.2米", "Max. Height 2.2 m"),
        good("限速60公里", "60 km/h"),
        good("12米，20分钟", "12 m, 20 min"),
        good("50港元", "HK$50"),
    ],
};

/// Every unit in Chinese.
static UNITS_ZH: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(UNITS.iter().flat_map(|unit| unit.zh).copied()));

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en_has_digit() || !UNITS_ZH.any_in(sign.zh) {
        return;
    }
    for (figure, meant) in chinese(sign.zh) {
        let said: Vec<(&Opposite, &str)> = english(sign.en, &figure).collect();
        // The same figure may stand twice, once with each unit.
        let mut rivals = said.iter().filter(|(unit, _)| unit.group == meant.group);
        let Some((unit, word)) = rivals.next() else { continue };
        if std::ptr::eq(*unit, meant) || said.iter().any(|(unit, _)| std::ptr::eq(*unit, meant)) {
            continue;
        }
        report.en(&META, 0..sign.en.len()).message(
            format!("the Chinese has {figure} {}, the English {figure} {word}", meant.zh[0]),
            format!("中文是 {figure}{}，英文是 {figure} {word}", meant.zh[0]),
        );
        return;
    }
}

/// Each figure that a unit follows, in digits; the longest unit first (公里 before 里).
fn chinese(text: &str) -> impl Iterator<Item = (String, &'static Opposite)> {
    let spoken = text.char_indices().filter_map(|(at, c)| {
        let starts = !c.is_ascii_digit()
            && number(&text[..at].chars().next_back().map_or(String::new(), String::from)).is_none();
        let (value, bytes) = starts.then(|| number(&text[at..]))??;
        Some((at + bytes, value.to_string()))
    });
    figures(text).map(|at| (at.end, text[at].replace(',', ""))).chain(spoken).filter_map(move |(end, figure)| {
        let rest = text[end..].trim_start();
        let units = UNITS.iter().flat_map(|unit| unit.zh.iter().map(move |zh| (unit, *zh)));
        let (unit, _) = units.filter(|(_, zh)| rest.starts_with(zh)).max_by_key(|(_, zh)| zh.len())?;
        Some((figure, unit))
    })
}

/// The units that stand with one figure: the word behind it, or the sign of money before it.
fn english<'t>(text: &'t str, wanted: &str) -> impl Iterator<Item = (&'static Opposite, &'t str)> {
    figures(text).filter(move |at| text[at.clone()].replace(',', "") == wanted).filter_map(move |at| {
        let rest = text[at.end..].trim_start_matches([' ', '-']);
        let word = &rest[..rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len())];
        let named = |name: &str| UNITS.iter().find(|unit| unit.en.contains(&name));
        if let Some(unit) = named(&word.to_ascii_lowercase()).filter(|_| !word.is_empty()) {
            return Some((unit, word));
        }
        // A sign of money stands before the figure; the longest counts: HK$.
        let before = text[..at.start].trim_end();
        let ends = |sign: &str| {
            before.get(before.len().checked_sub(sign.len())?..).filter(|end| end.eq_ignore_ascii_case(sign))
        };
        let signs = UNITS.iter().flat_map(|unit| unit.en.iter().map(move |sign| (unit, *sign)));
        let signs = signs.filter(|(_, sign)| !sign.ends_with(|c: char| c.is_ascii_alphabetic()));
        signs.filter_map(|(unit, sign)| Some((unit, ends(sign)?))).max_by_key(|(_, sign)| sign.len())
    })
}
