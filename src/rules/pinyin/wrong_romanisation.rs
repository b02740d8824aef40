//! `pinyin/wrong-romanisation`: a word is nearly, but not, the pinyin of the Chinese.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::pinyin::{Comparison, Romaniser};
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::fold;

pub static META: Meta = Meta {
    code: "pinyin/wrong-romanisation",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a name is romanised wrongly",
        why: "Place names are written in Hanyu Pinyin. A letter wrong, left out or added makes another name, which no \
              map, ticket or driver knows.",
    },
    zh: Words {
        summary: "专名拼写错误",
        why: "地名专名应按《汉语拼音方案》拼写。错一个字母、漏一个字母，就成了另一个名称，地图、车票上都查不到。",
    },
    citation: cite("place-names-2022", ""),
    examples: &[
        bad("王府井大街", "Wangfujin Street", "Wangfujing Street"),
        bad("阜成门", "Fuchenmen", "Fuchengmen"),
        bad("白云村", "Boyuncun", "Baiyuncun"),
        good("王府井大街", "Wangfujing Street"),
        good("清华大学", "Tsinghua University"),
        good("大栅栏", "Dashilan"),
        good("天津市跳台滑雪中心", "Tianjin Ski Jumping Centre"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    // Where every word stands as expected, a word that looks like pinyin is none (Ski beside 市).
    if sign.is_accepted_wording() || sign.is_as_expected() {
        return;
    }
    let syllables = sign.syllables();
    for romanised in syllables.words.iter().filter(|r| !r.exact) {
        let zh = &sign.zh[syllables.zh(&romanised.syllables)];
        let span = sign.words.span(romanised.word);
        let word = &sign.en[span.clone()];
        // A name on the web is no pinyin of all its characters: 千龙网 is Qianlong.com.
        let Some(expected) = Romaniser::standard().word(zh).filter(|_| !word.contains('.')) else { continue };
        let level = match Romaniser::standard().compare(zh, word) {
            // An r that is said and not written: 驴打滚 as Lüdagunr.
            _ if fold(word).strip_suffix('r') == Some(fold(&expected).as_str()) => Level::Info,
            Comparison::OtherReading if against_a_word(sign, zh, word) => Level::Warning,
            Comparison::OtherReading => Level::Info,
            Comparison::Different => Level::Error,
            Comparison::Same => continue,
        };
        let write = sign.in_case_of(word, &expected.to_lowercase());
        report
            .en(&META, span)
            .level(level)
            .message(
                format!("“{word}” is not the pinyin of {zh}: “{write}”"),
                format!("“{word}”不是“{zh}”的正确拼写，应为“{write}”"),
            )
            .replace(sign.en, write);
    }
}

/// A common word stands inside, whose reading is one, and the sign spells another: *Boyuncun* for 白云村.
fn against_a_word(sign: &Analysed, zh: &str, word: &str) -> bool {
    let letters = fold(word);
    let several = |sense: &str| sense.chars().count() > 1 && zh.contains(sense);
    let mut inside =
        sign.senses().iter().filter_map(|sense| sign.key().get(sense.zh.clone())).filter(|sense| several(sense));
    inside.any(|sense| Romaniser::standard().letters(sense).is_some_and(|due| !letters.contains(&due)))
}
