//! `case/lower-case-name`: a proper name begins with a small letter.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::pinyin;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::{LetterCase, letter_case};

pub static META: Meta = Meta {
    code: "case/lower-case-name",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a name in small letters",
        why: "Each written unit of a place name begins with a capital, specific and generic name alike.",
    },
    zh: Words { summary: "专名首字母未大写", why: "地名的专名与通名分写，首字母均应大写。" },
    citation: cite("pinyin-1984", "clause 10"),
    examples: &[
        fires("王府井大街", "wangfujing street"),
        fires("什刹海", "shichahai"),
        good("王府井大街", "Wangfujing Street"),
        good("王府井大街", "WANGFUJING STREET"),
        good("饺子", "jiaozi"),
        good("无障碍卫生间", "accessible toilet"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if letter_case(sign.en) != LetterCase::Lower || sign.words.is_empty() || !sign.is_name() || sign.is_accepted_text()
    {
        return;
    }
    // Some word must be the romanisation itself: "accessible toilet" is no name.
    let letters = sign.pinyin_letters();
    let romanised = (0..sign.words.len()).find(|&at| {
        let word = sign.words.fold(at);
        word.len() > 2 && letters.contains(word) && pinyin::splits(word)
    });
    if romanised.is_none()
        && !(sign.is_as_expected()
            && sign.words.len() > 1
            && sign.entries().iter().any(crate::glossary::Entry::is_proper_name))
    {
        return;
    }
    let write = sign.preferred().filter(|_| sign.is_as_expected()).unwrap_or_else(|| capitalised(sign.en));
    report.en(&META, 0..sign.en.len()).rewrite(sign.en, write);
}

fn capitalised(text: &str) -> String {
    let mut begins = true;
    text.chars()
        .map(|c| {
            let out = if begins && c.is_lowercase() { c.to_ascii_uppercase() } else { c };
            begins = c.is_whitespace();
            out
        })
        .collect()
}
