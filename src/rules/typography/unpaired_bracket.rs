//! `typography/unpaired-bracket`: a bracket opens and never closes, or the other way round.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};

pub static META: Meta = Meta {
    code: "typography/unpaired-bracket",
    level: Level::Warning,
    fix: FixKind::None,
    en: Words {
        summary: "a bracket has no partner",
        why: "A bracket without its partner shows that a part of the text was lost, or typed twice.",
    },
    zh: Words { summary: "括号不成对", why: "括号缺了另一半，说明文字有缺失或多打了一个。" },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        fires("清华大学（东门）", "Tsinghua University (East Gate"),
        fires("开放时间", "Open 9:00)"),
        good("清华大学（东门）", "Tsinghua University (East Gate)"),
        good("1）排队", "1) Line Up"),
        good("a) 排队", "a) Line Up"),
    ],
};

const PAIRS: [(char, char); 2] = [('(', ')'), ('[', ']')];

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en_has(['(', ')', '[', ']', '（', '）']) {
        return;
    }
    for (open, close) in PAIRS {
        let mut waiting = Vec::new();
        let mut lost = None;
        for (at, c) in sign.en.char_indices() {
            // The full-width partner of a half-width bracket is another rule's affair.
            if c == open || (open == '(' && c == '（') {
                waiting.push(at);
            } else if (c == close || (close == ')' && c == '）'))
                && waiting.pop().is_none()
                && !numbers_an_item(&sign.en[..at])
            {
                lost = Some(at);
            }
        }
        if let Some(at) = lost.or_else(|| waiting.first().copied()) {
            let len = sign.en[at..].chars().next().map_or(0, char::len_utf8);
            report.en(&META, at..at + len);
        }
    }
}

/// `1)`, `a)`: the bracket closes the number of an item.
fn numbers_an_item(before: &str) -> bool {
    let item = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    item.chars().all(char::is_alphanumeric) && (1..=2).contains(&item.chars().count())
}
