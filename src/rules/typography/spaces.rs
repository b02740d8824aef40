//! `typography/spaces`: spaces are doubled, stand before a mark, or are missing after one.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use regex::Regex;
use std::sync::LazyLock;

pub static META: Meta = Meta {
    code: "typography/spaces",
    level: Level::Warning,
    fix: FixKind::Safe,
    en: Words {
        summary: "spaces doubled, misplaced or missing",
        why: "One space between words; none before a comma, stop or closing bracket, one after; none inside brackets; \
              one on each side of an ampersand.",
    },
    zh: Words {
        summary: "空格多余、错位或缺少",
        why: "词间空一格；逗号、句号、右括号之前不空，之后空一格；括号内侧不空；& 两侧各空一格。",
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        bad("售票处", "Ticket  Office", "Ticket Office"),
        bad("出口", " Exit", "Exit"),
        bad("请排队,谢谢", "Please Line Up ,Thank You", "Please Line Up, Thank You"),
        bad("男厕所", "Toilet( Men )", "Toilet (Men)"),
        bad("失物招领", "Lost&Found", "Lost & Found"),
        good("失物招领", "Lost & Found"),
        good("开放时间", "9:00 am-5:00 pm"),
        good("餐饮", "F&B"),
        good("问路", "Q&A"),
        good("1,000人", "1,000 People"),
    ],
};

/// Each pattern with what its match becomes.
static PATTERNS: LazyLock<[(Regex, &str); 6]> = LazyLock::new(|| {
    let pattern = |p| Regex::new(p).expect("a constant pattern");
    [
        (pattern(r"^[ \t]+|[ \t]+$"), ""),
        (pattern(r"[ \t]{2,}"), " "),
        (pattern(r"[ \t]*,[ \t]*([A-Za-z])"), ", $1"),
        (pattern(r"[ \t]+([,;:!?)])"), "$1"),
        (pattern(r"([A-Za-z])\(?[ \t]*\([ \t]*"), "$1 ("),
        (pattern(r"([a-z])[ \t]*&[ \t]*([A-Z])"), "$1 & $2"),
    ]
});

pub fn check(sign: &Analysed, report: &mut Report) {
    if is_tidy(sign.en.as_bytes()) {
        return;
    }
    let mut text = sign.en.to_owned();
    for (pattern, with) in PATTERNS.iter() {
        let mended = pattern.replace_all(&text, *with);
        if mended != text.as_str() {
            text = mended.into_owned();
        }
    }
    if text == sign.en || text.is_empty() {
        return;
    }
    let start = sign.en.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count();
    let start = (0..=start).rev().find(|&at| sign.en.is_char_boundary(at)).unwrap_or(0);
    let tail = sign.en.bytes().rev().zip(text.bytes().rev()).take_while(|(a, b)| a == b).count();
    let end = sign.en.len() - tail.min(sign.en.len() - start);
    let end = (end..=sign.en.len()).find(|&at| sign.en.is_char_boundary(at)).unwrap_or(sign.en.len());
    report.en(&META, start..end.max(start)).rewrite(sign.en, text);
}

/// Nothing that any pattern would change: each blank alone between other characters and before no mark, a blank behind
/// each comma before a letter, none stuck to brackets and ampersands.
fn is_tidy(text: &[u8]) -> bool {
    let blank = |at: Option<usize>| at.and_then(|at| text.get(at)).is_none_or(|b| matches!(b, b' ' | b'\t'));
    let letter = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_alphabetic);
    text.iter().enumerate().all(|(at, byte)| {
        let (before, behind) = (at.checked_sub(1), Some(at + 1));
        match byte {
            b'\t' => false,
            b' ' => !blank(before) && !blank(behind) && !b",;:!?)".contains(&text[at + 1]),
            b',' => !letter(behind),
            b'(' => !letter(before) && text.get(at + 1).is_none_or(|b| !b" \t(".contains(b)),
            b'&' => !letter(before) && !letter(behind),
            _ => true,
        }
    })
}
