//! `completeness/half-pinyin`: half of a notice is English and half pinyin: *TAXI ZHUANYONG*.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::glossary::Group;
use crate::names::lexicon::{self, Part};
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};

pub static META: Meta = Meta {
    code: "completeness/half-pinyin",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a part of the meaning is left in pinyin",
        why: "Pinyin is for names. A word of the notice that was left in pinyin says nothing to the reader for whom the \
              English is there.",
    },
    zh: Words {
        summary: "部分内容未翻译，仍为拼音", why: "拼音只用于专名。告示中的词语写成拼音，等于没有翻译。"
    },
    citation: cite("gbt30240-1", "4.2"),
    examples: &[
        fires("出租车专用", "TAXI ZHUANYONG"),
        fires("一层服务台", "1F Fuwutai"),
        fires("一号会议室", "Meeting Room Yihao"),
        good("公交专用", "Buses Only"),
        good("白云路", "Baiyun Road"),
        good("北京烤鸭", "Beijing Kaoya"),
        good("京剧服装", "Jingju Costumes"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    // Of a name only what is plainly a facility with its floor or number is judged; plates may be pinyin throughout.
    let is_name = sign.is_name();
    if is_name && sign.kind.is_some()
        || sign.words.len() < 2
        || sign.is_as_expected()
        || sign.expectation.as_ref().is_some_and(|e| e.confidence < SURE)
    {
        return;
    }
    let english = English::standard();
    let syllables = sign.syllables();
    let other = |word: usize| {
        sign.words.fold(word).len() > 2
            && english.is_word(sign.words.fold(word))
            && !english.is_pinyin_name(sign.words.fold(word))
    };
    for romanised in syllables.words.iter().filter(|r| r.exact && r.syllables.len() > 1) {
        let folded = sign.words.fold(romanised.word);
        let zh = &sign.zh[syllables.zh(&romanised.syllables)];
        if english.is_word(folded) || !means_something(sign, zh) || sign.is_known_form_word(folded) {
            continue;
        }
        // A floor or a number beside three syllables and more: 1F Fuwutai.
        let number = is_number(zh);
        let figure =
            |word: usize| romanised.syllables.len() > 2 && sign.words.fold(word).bytes().any(|b| b.is_ascii_digit());
        if (0..sign.words.len())
            .any(|word| word != romanised.word && ((!is_name || number) && other(word) || figure(word)))
        {
            let span = sign.words.span(romanised.word);
            let mut say = report.en(&META, span.clone()).message(
                format!("“{}” is only the pinyin of {zh}", &sign.en[span.clone()]),
                format!("“{}”只是“{zh}”的拼音，应译出", &sign.en[span]),
            );
            if let Some(write) = sign.preferred() {
                say = say.suggest(write);
            }
            say.done();
        }
    }
}

/// Confidence from which an expectation is worth a suggestion.
const SURE: f32 = 0.6;

/// The number of a room or a storey, which is no name.
fn is_number(zh: &str) -> bool {
    let number = zh.strip_suffix(['号', '层', '楼']).unwrap_or("");
    !number.is_empty() && number.chars().all(|c| NUMERALS.contains(c))
}

/// The characters that number rooms and storeys.
const NUMERALS: &str = "一二三四五六七八九十";

/// The Chinese is a word with an English of its own and no name or dish.
fn means_something(sign: &Analysed, zh: &str) -> bool {
    if is_number(zh) {
        return true;
    }
    let entries = sign.context.glossary.get(zh);
    let named = entries.iter().any(|e| e.is_proper_name() || matches!(e.kind(), "dish" | "goods" | "sport"));
    let attribute = lexicon::word(zh, Part::Attribute).is_some();
    !named && (attribute || entries.iter().any(|e| matches!(e.group(), Group::Terms | Group::Notices)))
}
