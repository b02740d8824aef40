//! `typography/full-width`: full-width letters, digits or Chinese punctuation stand in the English.
//!
//! They come from a Chinese keyboard, look torn apart in print and break search.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "typography/full-width",
    level: Level::Warning,
    fix: FixKind::Safe,
    en: Words {
        summary: "full-width or Chinese punctuation in the English",
        why: "English text takes half-width letters, digits and punctuation; 。，（）！ belong to Chinese.",
    },
    zh: Words {
        summary: "英文中有全角字符或中文标点", why: "英文应使用半角字母、数字和标点；。，（）！等属于中文。"
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        bad("男厕所", "Toilet（Men）", "Toilet (Men)"),
        bad("出口", "Ｅｘｉｔ", "Exit"),
        bad("请勿吸烟，谢谢", "No Smoking，Thank You", "No Smoking, Thank You"),
        good("男厕所", "Toilet (Men)"),
        good("王府井大街", "Wangfujing Street"),
    ],
};

/// The ASCII text for a full-width or Chinese mark; `None` for all else.
fn ascii_for(c: char) -> Option<String> {
    let code = u32::from(c);
    if (0xFF01..=0xFF5E).contains(&code) {
        return char::from_u32(code - 0xFEE0).map(String::from);
    }
    let ascii = match c {
        '\u{3000}' => " ",
        '。' => ".",
        '、' => ",",
        '「' | '」' | '『' | '』' => "\"",
        '《' | '》' | '〈' | '〉' => "\"",
        '【' => "[",
        '】' => "]",
        _ => return None,
    };
    Some(ascii.to_owned())
}

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.en.is_ascii() {
        return;
    }
    let mut edits = Vec::new();
    let mut marks = String::new();
    for (at, c) in sign.en.char_indices() {
        let Some(mut ascii) = ascii_for(c) else { continue };
        let span = at..at + c.len_utf8();
        let before = sign.en[..span.start].chars().next_back();
        let after = sign.en[span.end..].chars().next();
        // The full-width mark carried its own space; the half-width one needs it written.
        if ascii == "(" && before.is_some_and(|b| !b.is_whitespace()) {
            ascii.insert(0, ' ');
        }
        if matches!(ascii.as_str(), "," | "." | ":" | ";" | "!" | "?" | ")") && after.is_some_and(char::is_alphanumeric)
        {
            ascii.push(' ');
        }
        if ascii_for(c).is_some_and(|a| !a.chars().all(char::is_alphanumeric)) || marks.is_empty() {
            marks.push(c);
        }
        edits.push((span, ascii));
    }
    let Some(span) = edits.first().map(|e| e.0.start..edits[edits.len() - 1].0.end) else { return };
    report
        .en(&META, span)
        .message(format!("full-width characters in the English: {marks}"), format!("英文中有全角字符：{marks}"))
        .edit(sign.en, edits);
}
