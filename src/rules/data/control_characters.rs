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
        good("母婴室", "Baby Care Room 👩\u{200d}🍼"),
    ],
};

fn is_unwanted(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A zero-width joiner that makes one picture of two.
fn joins_pictures(text: &str, at: usize) -> bool {
    let picture = |c: Option<char>| c.is_some_and(|c| c >= FIRST_PICTURE || c == '\u{fe0f}');
    let behind = text[at..].chars().nth(1);
    text[at..].starts_with('\u{200d}')
        && picture(text[..at].chars().next_back())
        && behind.is_some_and(|c| c >= '\u{2600}')
}

/// The first character of the planes in which most pictures stand.
const FIRST_PICTURE: char = '\u{1f000}';

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.zh_is_usual() && sign.en_is_usual() {
        return;
    }
    let edits: Vec<_> = sign
        .en
        .char_indices()
        .filter(|(at, c)| is_unwanted(*c) && !joins_pictures(sign.en, *at))
        .map(|(at, c)| (at..at + c.len_utf8(), String::new()))
        .collect();
    if let Some(span) = edits.first().map(|e| e.0.start..edits[edits.len() - 1].0.end) {
        report.en(&META, span).edit(sign.en, edits);
    }
    if let Some((at, c)) = sign.zh.char_indices().find(|(at, c)| is_unwanted(*c) && !joins_pictures(sign.zh, *at)) {
        report.zh(&META, at..at + c.len_utf8());
    }
}
