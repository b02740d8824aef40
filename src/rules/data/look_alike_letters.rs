//! `data/look-alike-letters`: a letter of another script stands in a Latin word.
//!
//! A Cyrillic а prints as a, but search, speech and translation do not find the word.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use unicode_security::confusable_detection::skeleton;

pub static META: Meta = Meta {
    code: "data/look-alike-letters",
    level: Level::Warning,
    fix: FixKind::Safe,
    en: Words {
        summary: "letters of another script that look like Latin ones",
        why: "Cyrillic and Greek letters that look like Latin ones come from copying or from wrong recognition of a \
              scan. Search, speech output and translation do not find such a word.",
    },
    zh: Words {
        summary: "混入了形似拉丁字母的其他文字字母",
        why: "西里尔或希腊字母与拉丁字母形似，多来自复制或扫描识别，导致检索、朗读、翻译均失效。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("出口", "Eхit", "Exit"),
        bad("停车场", "Рarking", "Parking"),
        good("出口", "Exit"),
        good("α射线室", "α-Ray Room"),
    ],
};

fn is_foreign(c: char) -> bool {
    matches!(u32::from(c), 0x0370..=0x03FF | 0x0400..=0x052F | 0x0530..=0x058F | 0x1C80..=0x1C8F | 0x2DE0..=0x2DFF)
}

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.en.is_ascii() {
        return;
    }
    for at in 0..sign.words.len() {
        let span = sign.words.span(at);
        let word = &sign.en[span.clone()];
        if !word.chars().any(is_foreign) || !word.chars().any(|c| c.is_ascii_alphabetic()) {
            continue;
        }
        let mended: String = word
            .chars()
            .map(|c| if is_foreign(c) { skeleton(&c.to_string()).collect::<String>() } else { c.to_string() })
            .collect();
        if mended.is_ascii() {
            report.en(&META, span).replace(sign.en, mended);
        }
    }
}
