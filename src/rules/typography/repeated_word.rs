//! `typography/repeated-word`: the same word stands twice in a row.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "typography/repeated-word",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a word is repeated",
        why: "A word that stands twice in a row is a slip of typing or of copying.",
    },
    zh: Words { summary: "单词重复", why: "同一单词连续出现两次，多为录入或复制错误。" },
    citation: cite("gbt30240-1", ""),
    examples: &[
        bad("请勿触摸", "Do Not Not Touch", "Do Not Touch"),
        bad("西门停车场", "West Gate Parking Parking", "West Gate Parking"),
        bad("富强路", "Fuqiang Rd Rd", "Fuqiang Rd"),
        good("请勿触摸", "Do Not Touch"),
        good("冰墩墩", "Bing Bing"),
        good("吉祥物冰墩墩", "Bing Dwen Dwen"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let words = &sign.words;
    if !(1..words.len()).any(|at| words.fold(at - 1) == words.fold(at)) || sign.is_accepted_wording() {
        return;
    }
    let english = English::standard();
    for at in 1..words.len() {
        let (first, second) = (words.fold(at - 1), words.fold(at));
        if first != second {
            continue;
        }
        // A name may repeat a syllable (Bing Bing); an English word of three letters or more does not.
        let short = english.is_function_word(second) || second.len() > 1 && english.is_abbreviation(second);
        let counts = second.len() > 2 && english.is_word(second) || short;
        if !counts || second.bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        let between = &sign.en[words.span(at - 1).end..words.span(at).start];
        if !between.chars().all(|c| c == ' ') || crate::pinyin::is_syllable(second) {
            continue;
        }
        // So may a name in Chinese: 冰墩墩 is Bing Dwen Dwen.
        let is_name = sign.en[words.span(at)].starts_with(char::is_uppercase) && english.is_pinyin_name(second);
        if is_name && sign.zh.chars().zip(sign.zh.chars().skip(1)).any(|(a, b)| a == b) {
            continue;
        }
        report
            .en(&META, words.span(at))
            .message(format!("“{second}” is repeated"), format!("单词“{second}”重复"))
            .edit(sign.en, vec![(words.span(at - 1).end..words.span(at).end, String::new())]);
    }
}
