//! `pinyin/tone-marks`: tone marks stand on a sign.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::sign::Kind;
use unicode_normalization::UnicodeNormalization;

pub static META: Meta = Meta {
    code: "pinyin/tone-marks",
    level: Level::Warning,
    fix: FixKind::Safe,
    en: Words {
        summary: "tone marks on a sign",
        why: "Names on public signs are written without tone marks; foreign readers take them for another letter. \
              Nameplates of streets may carry them.",
    },
    zh: Words {
        summary: "标识拼写带有声调符号",
        why: "公共标识上的专名拼写不标声调，外国读者会把带调字母当作别的字母。地名牌可标声调。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[
        bad("西单", "Xīdān", "Xidan"),
        bad("王府井", "Wángfǔjǐng", "Wangfujing"),
        good("西单", "Xidan"),
        good("咖啡厅", "Café"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.en.is_ascii() || sign.kind == Some(Kind::PlaceNamePlate) {
        return;
    }
    for romanised in sign.syllables().words.iter().filter(|r| r.exact) {
        let span = sign.words.span(romanised.word);
        let word = &sign.en[span.clone()];
        let write: String =
            word.nfd().filter(|c| !matches!(c, '\u{300}' | '\u{301}' | '\u{304}' | '\u{30c}')).nfc().collect();
        if write != word && !sign.is_written_as_listed(word) {
            report
                .en(&META, span)
                .message(
                    format!("“{word}” carries tone marks: “{write}”"),
                    format!("“{word}”带声调符号，应为“{write}”"),
                )
                .replace(sign.en, write);
        }
    }
}
