//! `typography/apostrophe-mark`: another mark stands where an apostrophe belongs: *Tian`anmen*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "typography/apostrophe-mark",
    level: Level::Warning,
    fix: FixKind::Safe,
    en: Words {
        summary: "a grave accent, prime or opening quote stands for an apostrophe",
        why: "The apostrophe is ’ or '. The grave and acute accents, the prime and the opening quote look like it on a \
              keyboard, stand askew in print and are not found by a search.",
    },
    zh: Words {
        summary: "撇号误用重音符、角分符或前引号",
        why: "撇号应写作 ’ 或 '。键盘上的 `、´、‘、′ 与之相似，印出后歪斜，也搜索不到。",
    },
    citation: cite("pinyin-1984", "11"),
    examples: &[
        bad("天安门", "Tian`anmen", "Tian'anmen"),
        bad("长安街", "Chang‘an Jie", "Chang'an Jie"),
        good("天安门", "Tian’anmen"),
        good("老舍茶馆", "Lao She's Teahouse"),
        good("雷锋精神", "The Spirit of ‘Lei Feng’"),
    ],
};

fn is_mistaken(c: char) -> bool {
    matches!(c, '`' | '´' | '‘' | '′' | 'ʻ' | '＇')
}

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.en_is_usual() && !sign.en_has(['`']) {
        return;
    }
    let mut edits = Vec::new();
    for (at, c) in sign.en.char_indices().filter(|(_, c)| is_mistaken(*c)) {
        let end = at + c.len_utf8();
        let letter_before = sign.en[..at].chars().next_back().is_some_and(char::is_alphabetic);
        let letter_after = sign.en[end..].chars().next().is_some_and(char::is_alphabetic);
        if letter_before && letter_after {
            edits.push((at..end, "'".to_owned()));
        }
    }
    if let Some(span) = edits.first().map(|(span, _)| span.clone()) {
        report.en(&META, span).edit(sign.en, edits);
    }
}
