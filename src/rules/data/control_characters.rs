//! `data/control-characters`: invisible characters stand in a cell.
//!
//! They print as boxes or nothing, break search and comparison, and may drive a terminal.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "data/control-characters",
    level: Level::Warning,
    fix: FixKind::Safe,
    en: Words {
        summary: "invisible control characters in the text",
        why: "Control, zero-width and direction characters are left over from copying. They print as boxes or as \
              nothing and make equal texts differ.",
    },
    zh: Words {
        summary: "文本含不可见控制字符",
        why: "控制符、零宽字符、方向符多为复制时带入，印出为方框或空白，并使相同文本不相等。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("出口", "Ex\u{200b}it", "Exit"),
        bad("出口", "Exit\u{7}", "Exit"),
        good("出口", "Exit"),
        good("小心地滑", "CAUTION\nWet Floor"),
    ],
};

fn is_unwanted(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

pub fn check(sign: &Analysed, report: &mut Report) {
    let edits: Vec<_> = sign
        .en
        .char_indices()
        .filter(|(_, c)| is_unwanted(*c))
        .map(|(at, c)| (at..at + c.len_utf8(), String::new()))
        .collect();
    if let Some(span) = edits.first().map(|e| e.0.start..edits[edits.len() - 1].0.end) {
        report.en(&META, span).edit(sign.en, edits);
    }
    if let Some((at, c)) = sign.zh.char_indices().find(|(_, c)| is_unwanted(*c)) {
        report.zh(&META, at..at + c.len_utf8());
    }
}
