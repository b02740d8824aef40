//! `completeness/missing-english`: a sign of a bilingual inventory has Chinese and no English.
//!
//! The visitor for whom the second language is there finds nothing to read.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::{has_han, is_han};
use unicode_normalization::UnicodeNormalization;

pub static META: Meta = Meta {
    code: "completeness/missing-english",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the English is missing",
        why: "The kinds of places that the city's regulation names must add a foreign text wherever Chinese shows a \
              name, a direction, a use, a warning, a ban or an order. An empty cell, or one with nothing but \
              punctuation, says nothing to the reader it is meant for.",
    },
    zh: Words {
        summary: "缺少英文",
        why: "按《北京市国际交往语言环境建设条例》，应设外文标识的场所，凡以中文标示名称、方向、用途、警示、禁止、指令的，\
              均应同时标示外文。空白或只有标点的英文栏，对外国人毫无用处。",
    },
    citation: cite("language-regulation-2022", "article 17"),
    examples: &[
        fires("出口", ""),
        fires("出口", " - "),
        fires("出口", "Выход"),
        good("出口", "Exit"),
        good("出口", "Exit 출구"),
        good("咖啡厅", "Ｃａｆé"),
        good("110", ""),
    ],
};

/// The cell has letters, and none is Latin or Chinese: Russian or Korean stands where English is due.
fn is_of_another_script(sign: &Analysed) -> bool {
    let letters = || sign.en.nfkd().filter(|c| c.is_alphabetic());
    !sign.en.is_ascii()
        && has_han(sign.zh)
        && letters().next().is_some()
        && letters().all(|c| !c.is_ascii() && !is_han(c) && !sign.zh.contains(c))
}

pub fn check(sign: &Analysed, report: &mut Report) {
    if is_of_another_script(sign) {
        let message = ("letters of another script, and no English", "只有其他文字，没有英文");
        let mut say = report.en(&META, 0..sign.en.len()).level(Level::Warning).message(message.0, message.1);
        if let Some(write) = sign.preferred() {
            say = say.rewrite(sign.en, write);
        }
        return say.done();
    }
    if !sign.lacks_english() || sign.place_by_law().is_some() {
        return;
    }
    let mut say = report.en(&META, 0..sign.en.len());
    if let Some(write) = sign.preferred() {
        say = say.rewrite(sign.en, write);
    }
    say.done();
}
