//! `data/lost-characters`: question marks stand for characters that an encoding could not hold: *Moon? over the Lake*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::is_han;
use crate::wording::QUESTION;

pub static META: Meta = Meta {
    code: "data/lost-characters",
    level: Level::Warning,
    fix: FixKind::None,
    en: Words {
        summary: "question marks stand for lost characters",
        why: "A file saved in an encoding that lacks a character gets a question mark in its place, often for a curly \
              apostrophe or a rare Chinese character. The text asks nothing, so the mark is a hole.",
    },
    zh: Words {
        summary: "问号处有字符丢失",
        why: "以不含某字符的编码保存时，该字符会变成问号，常见于弯撇号和生僻字。原文并非疑问句，问号即缺字。",
    },
    citation: cite("signlint", ""),
    examples: &[
        fires("平湖秋月", "Moon? over the Calm Lake"),
        fires("朝阳区?坊", "Nanmofang, Chaoyang"),
        fires("工人体育场", "Workers? Stadium"),
        good("需要帮助吗？", "Need Help?"),
        good("有问题请拨打12345", "Questions? Call 12345"),
        good("你好", "How Are You?"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en_has(['?']) && !sign.zh_has(['?']) {
        return;
    }
    if let Some(at) = hole(sign.zh, is_han) {
        report.zh(&META, at..at + 1);
        return;
    }
    if sign.zh_holds_any(QUESTION) {
        return;
    }
    if let Some(at) = hole(sign.en, char::is_alphabetic) {
        report.en(&META, at..at + 1);
    }
}

/// A question mark after a letter of the text, with text after it that does not begin a sentence.
fn hole(text: &str, is_letter: impl Fn(char) -> bool) -> Option<usize> {
    text.match_indices('?').map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let mut after = text[at + 1..].trim_start().chars();
        let next = after.next();
        before.is_some_and(&is_letter)
            && next.is_some_and(|c| is_letter(c) && !c.is_uppercase() || has_closed_word(text, *at, c))
    })
}

/// *Workers? Stadium*: the mark stands at the end of a word in s, before a capital.
fn has_closed_word(text: &str, at: usize, next: char) -> bool {
    let first_word = !text[..at].contains(' ');
    next.is_uppercase() && first_word && text[..at].ends_with('s') && !text[..at].ends_with("ions")
}
