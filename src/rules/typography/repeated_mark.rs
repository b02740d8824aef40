//! `typography/repeated-mark`: a mark stands two or three times: *No Smoking!!*

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::sign::Span;

pub static META: Meta = Meta {
    code: "typography/repeated-mark",
    level: Level::Info,
    fix: FixKind::Safe,
    en: Words {
        summary: "a punctuation mark is repeated",
        why: "Signs do without punctuation but for the apostrophe and, seldom, one exclamation mark. Two or three in a \
              row shout at the reader.",
    },
    zh: Words {
        summary: "标点重复", why: "标识英文除撇号和个别叹号外一般不用标点，连用两三个更显生硬。"
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        bad("禁止吸烟", "No Smoking!!", "No Smoking!"),
        bad("谢谢合作", "Thank You,, for Your Cooperation", "Thank You, for Your Cooperation"),
        good("禁止吸烟", "No Smoking!"),
        good("敬请期待", "Coming Soon..."),
    ],
};

fn is_mark(c: char) -> bool {
    matches!(c, '!' | '?' | ',' | ';' | ':')
}

pub fn check(sign: &Analysed, report: &mut Report) {
    let mut edits: Vec<(Span, String)> = Vec::new();
    let mut last = None;
    for (at, c) in sign.en.char_indices() {
        if is_mark(c) && last == Some(c) {
            edits.push((at..at + 1, String::new()));
        }
        last = Some(c);
    }
    if let Some(span) = edits.first().map(|(span, _)| span.start - 1..span.end) {
        report.en(&META, span).edit(sign.en, edits);
    }
}
