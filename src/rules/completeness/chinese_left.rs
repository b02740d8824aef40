//! `completeness/chinese-left-in-english`: Chinese characters stand in the English.
//!
//! The reader of the English cannot read them; a part of the sign was never translated.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::is_han;

pub static META: Meta = Meta {
    code: "completeness/chinese-left-in-english",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "Chinese characters are left in the English",
        why: "What the Chinese says and what the foreign text says must be the same; a character left in the English \
              says nothing to the reader who needs it.",
    },
    zh: Words {
        summary: "英文中夹有汉字",
        why: "中外文含义应当一致。英文中残留的汉字，外国读者无法阅读，说明该部分没有译出。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("朝阳医院", "Chaoyang医院"),
        fires("2号楼", "Building 2号"),
        good("朝阳医院", "Chaoyang Hospital"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.en.is_ascii() {
        return;
    }
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, c) in sign.en.char_indices().filter(|(_, c)| is_han(*c)) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + c.len_utf8(),
            _ => runs.push(at..at + c.len_utf8()),
        }
    }
    // A cell that is all Chinese has no English at all: one finding on the whole.
    let Some(first) = runs.first().cloned() else { return };
    let last = runs.last().map_or(first.end, |r| r.end);
    let left = &sign.en[first.start..last];
    let span = first.start..last;
    let mut say = report
        .en(&META, span)
        .message(format!("“{left}” is Chinese left in the English"), format!("英文中残留汉字“{left}”"));
    if let Some(write) = sign.sure_text() {
        say = say.rewrite(sign.en, write);
    } else if let Some(write) = sign.preferred() {
        say = say.suggest(write);
    }
    say.done();
}
