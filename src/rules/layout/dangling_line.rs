//! `layout/dangling-line`: a line ends in an article or a preposition.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::wording::DANGLING;

pub static META: Meta = Meta {
    code: "layout/dangling-line",
    level: Level::Info,
    fix: FixKind::None,
    en: Words {
        summary: "a line ends in a word that belongs to the next",
        why: "Lines break between groups of sense: an article or a preposition goes with what follows, at the head of \
              the next line.",
    },
    zh: Words {
        summary: "行末留有冠词或介词",
        why: "换行应在意群之间：冠词、介词与后面的词是一个整体，应移到下一行行首。",
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        fires("天坛公园", "Temple of\nHeaven Park"),
        good("天坛公园", "Temple of Heaven\nPark"),
        good("小心地滑", "CAUTION\nWet Floor"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en_has(['\n']) {
        return;
    }
    for (at, _) in sign.en.match_indices('\n') {
        let line = sign.en[..at].trim_end();
        let start = line.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
        let word = &line[start..];
        if DANGLING.contains(&word.to_lowercase().as_str())
            && word.len() > 1
            && sign.en[at + 1..].chars().any(char::is_alphabetic)
        {
            report.en(&META, start..line.len());
        }
    }
}
