//! `typography/ellipsis`: the omission mark in another form than three full stops: *Coming Soon……*, *Please Wait. . .*

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::sign::Span;

pub static META: Meta = Meta {
    code: "typography/ellipsis",
    level: Level::Info,
    fix: FixKind::Safe,
    en: Words {
        summary: "an omission mark in another form",
        why: "English has three full stops, close together (...), or the one character (…). Six dots belong to Chinese; two, \
              four or dots with spaces are slips.",
    },
    zh: Words {
        summary: "英文省略号形式不当",
        why: "英文省略号是连写的三个句点（...）或单个字符（…）。六点省略号属于中文，两点、四点或带空格的都是误写。",
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        bad("敬请期待", "Coming Soon……", "Coming Soon..."),
        bad("请稍候", "Please Wait. . .", "Please Wait..."),
        bad("正在加载", "Loading.....", "Loading..."),
        good("敬请期待", "Coming Soon..."),
        good("敬请期待", "Coming Soon…"),
        good("目录", "Contents ........ 1"),
        good("版本1.2", "Version 1.2"),
    ],
};

/// Dots from which a row leads the eye in a table.
const LEADER: usize = 7;

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en_has(['…', '.']) {
        return;
    }
    let mut edits: Vec<(Span, String)> = Vec::new();
    let mut rest = sign.en.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if !is_dot(c) {
            continue;
        }
        // The run of dots, with single spaces between them.
        let mut end = start + c.len_utf8();
        while let Some((at, next)) = rest.peek().copied() {
            let spaced = next == ' ' && sign.en[at + 1..].starts_with(is_dot);
            if !is_dot(next) && !spaced {
                break;
            }
            end = at + next.len_utf8();
            rest.next();
        }
        let run = &sign.en[start..end];
        let dots = run.chars().filter(|c| is_dot(*c)).count();
        let sound = matches!(run, "." | "..." | "…") || run.contains('/') || dots >= LEADER;
        // A stop and an abbreviation's stop: Co. Ltd. .
        let spaced_pair = dots == 2 && run.contains(' ');
        if !sound && !spaced_pair {
            edits.push((start..end, "...".to_owned()));
        }
    }
    if let Some(span) = edits.first().map(|(span, _)| span.clone()) {
        report.en(&META, span).edit(sign.en, edits);
    }
}

fn is_dot(c: char) -> bool {
    matches!(c, '.' | '…')
}
