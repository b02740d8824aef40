//! `spelling/stray-accent`: a letter with a mark in an English word that has none: *Éxit*.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::wording::ACCENTED;

pub static META: Meta = Meta {
    code: "spelling/stray-accent",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "an accent on an English word",
        why: "English words are written in plain letters: Exit, not Éxit. The mark comes from a keyboard of another \
              language or from a typeface; it stays only in words that were borrowed with it (café).",
    },
    zh: Words {
        summary: "英文单词带了变音符号",
        why: "英文单词用不带符号的字母：Exit，不作 Éxit。只有带符号借入的词（café）才保留。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("出口", "Éxit", "Exit"),
        bad("停车场", "Pàrking", "Parking"),
        good("咖啡厅", "Café"),
        good("绿堤公园", "Lüdi Park"),
        good("法式焦糖布丁", "Crème Brûlée"),
        good("卡布奇诺", "Caffè Latte"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.en.is_ascii() {
        return;
    }
    let english = English::standard();
    for at in 0..sign.words.len() {
        let span = sign.words.span(at);
        let word = &sign.en[span.clone()];
        if word.is_ascii() || !word.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) {
            continue;
        }
        let folded = sign.words.fold(at);
        // Of other languages are the words that signs seldom have, and those borrowed with their marks.
        let plain = english.is_sign_word(folded) && !english.is_pinyin_name(folded) && !ACCENTED.contains(&folded);
        let pinyin = crate::pinyin::splits(folded) && sign.pinyin_letters().contains(folded);
        if !plain
            || pinyin
            || folded.len() < 3
            || !folded.is_ascii()
            || sign.is_written_as_listed(word)
            || report.touches(&span)
        {
            continue;
        }
        let with = sign.in_case_of(word, folded);
        report
            .en(&META, span)
            .message(format!("“{word}” has no accent in English: “{with}”"), format!("英文“{with}”不带变音符号"))
            .replace(sign.en, with);
    }
}
