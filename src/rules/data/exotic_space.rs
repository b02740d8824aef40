//! `data/exotic-space`: a no-break, thin or ideographic space stands for a plain one.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "data/exotic-space",
    level: Level::Info,
    fix: FixKind::Safe,
    en: Words {
        summary: "an unusual space character",
        why: "No-break and thin spaces come from web pages and layout programs. They look like a space, break search and \
              make equal texts differ.",
    },
    zh: Words {
        summary: "使用了特殊空格字符",
        why: "不间断空格、窄空格多从网页或排版软件带入，外观与空格相同，却使检索失败、相同文本不相等。",
    },
    citation: cite("signlint", ""),
    examples: &[bad("出口", "West\u{a0}Exit", "West Exit"), good("出口", "West Exit")],
};

fn is_exotic(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}')
}

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.en_is_usual() {
        return;
    }
    let edits: Vec<_> = sign
        .en
        .char_indices()
        .filter(|(_, c)| is_exotic(*c))
        .map(|(at, c)| (at..at + c.len_utf8(), " ".to_owned()))
        .collect();
    if let Some(span) = edits.first().map(|(span, _)| span.clone()) {
        report.en(&META, span).edit(sign.en, edits);
    }
}
