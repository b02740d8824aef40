//! `name/translated-road`: the specific name of a road is translated: *Two Elms Road* for 双榆树路.

use crate::analyse::Analysed;
use crate::english::English;
use crate::expect::Origin;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "name/translated-road",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the name of a road is translated",
        why: "The specific name of a road is pinyin, on nameplates and on guide signs, so that the sign, the map and the \
              spoken name agree. Only the generic (Road, Street) may be English. A few streets have established English \
              names.",
    },
    zh: Words {
        summary: "道路专名被意译",
        why: "道路专名无论在地名牌还是指路标志上都用汉语拼音，使标志、地图与口头称呼一致；只有通名可用 Road、Street 等。\
              少数街道另有固定英文名。",
    },
    citation: cite("place-names-2022", "article 18"),
    examples: &[
        bad("双榆树路", "Two Elms Road", "Shuangyushu Road"),
        good("白云路", "Baiyun Road"),
        good("金融街", "Financial Street"),
        good("机场高速", "Airport Expressway"),
        good("步行街", "Pedestrian Street"),
        good("主要道路", "Primary Road"),
        good("美食街", "Food Street"),
    ],
};

/// Characters of the specific name of a road.
const SPECIFIC: std::ops::RangeInclusive<usize> = 2..=4;

pub fn check(sign: &Analysed, report: &mut Report) {
    let key = sign.key();
    let composed = sign.expectation.as_ref().is_some_and(|e| e.origin == Origin::Composed);
    let Some(generic) = sign.generic().filter(|g| g.class == "road" && g.plate) else { return };
    let specific = &key[..key.len() - generic.zh.len()];
    let count = sign.words.len();
    if !composed || count < 2 || !SPECIFIC.contains(&specific.chars().count()) || sign.is_as_expected() {
        return;
    }
    // What stands before an English generic must be English words through and through, and no pinyin of anything here.
    let english = English::standard();
    let written =
        [generic.en].into_iter().chain(generic.allowed.iter().copied()).chain(generic.abbreviations.iter().copied());
    let has_generic = written.into_iter().any(|form| crate::text::fold(form) == sign.words.fold(count - 1));
    let translated = (0..count - 1).all(|at| {
        let word = sign.words.fold(at);
        word.len() > 2 && english.is_word(word) && !english.is_pinyin_name(word)
    });
    let spoken = sign.syllables().words.iter().any(|r| r.word + 1 < count);
    // A word that renders a known piece of the Chinese may be what the owner chose.
    let known = (0..count - 1).any(|at| sign.is_known_form_word(sign.words.fold(at)));
    if !has_generic || !translated || spoken || known {
        return;
    }
    // 主要道路: 路 ends a word of its own, and what stands before it describes.
    let start = specific.len();
    if sign.senses().iter().any(|sense| sense.zh.start < start && start < sense.zh.end && sense.zh.end == key.len()) {
        return;
    }
    let Some(name) = crate::pinyin::Romaniser::standard().word(specific) else { return };
    let span = sign.span(&(0..count - 1));
    let with = if sign.is_all_capitals() { name.to_uppercase() } else { name };
    report.en(&META, span).replace(sign.en, with);
}
