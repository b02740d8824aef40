//! `number/limit-lost`: the *from*, *over* or *under* of a figure is lost: 68元起 as *68 Yuan*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::numbers::figures;
use crate::wording::limits::{of_chinese, of_english};
use crate::wording::{LIMIT_END_ZH, LIMIT_WORDS};

pub static META: Meta = Meta {
    code: "number/limit-lost",
    level: Level::Info,
    fix: FixKind::None,
    en: Words {
        summary: "from, over or under is lost",
        why: "68元起 is a price from which one pays, 1.2米以下 a height up to which one goes free. The bare figure says \
              something else: a fixed price, an exact height.",
    },
    zh: Words {
        summary: "漏译“起”“以上”“以下”",
        why: "“68 元起”是起价，“1.2 米以下”是上限；只写数字就成了固定价格或恰好的身高。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("68元起", "68 Yuan"),
        fires("1.2米以下儿童免票", "Free for 1.2 m Children"),
        good("68元起", "From 68 Yuan"),
        good("1.2米以下儿童免票", "Free for Children Under 1.2 m"),
        good("3公里以内", "First 3 km"),
        good("60岁以上", "60+"),
        good("禁止20吨以上车辆通行", "20 t Limit"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.zh_holds_any(LIMIT_END_ZH) || sign.is_as_expected() || sign.is_accepted_wording() {
        return;
    }
    if sign.en_has(['+', '<', '>', '≤', '≥']) || sign.words.folds().any(|w| LIMIT_WORDS.contains(&w)) {
        return;
    }
    let (chinese, english): (Vec<_>, Vec<_>) = (figures(sign.zh).collect(), figures(sign.en).collect());
    let ([place], [_]) = (chinese.as_slice(), english.as_slice()) else { return };
    let figure = &sign.zh[place.clone()];
    let places: Vec<usize> =
        (0..sign.words.len()).filter(|at| sign.en[sign.words.span(*at)].starts_with(figure)).collect();
    let [at] = places.as_slice() else { return };
    if of_chinese(sign.zh, place).is_some() && of_english(sign.en, &sign.words, *at).is_none() {
        report.en(&META, sign.words.span(*at));
    }
}
