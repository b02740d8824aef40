//! `number/limit-turned`: 1.2米以下 as *over 1.2 m*: the limit lies on the other side.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::numbers::figures;
use crate::wording::limits::{of_chinese, of_english};
use crate::wording::{NOT, OTHER_SIDE};

pub static META: Meta = Meta {
    code: "number/limit-turned",
    level: Level::Error,
    fix: FixKind::None,
    en: Words {
        summary: "the limit is turned round",
        why: "Under 1.2 m is not over 1.2 m, and up to 68 yuan is not from 68 yuan. Who reads the other side of a limit pays \
              or stays out wrongly.",
    },
    zh: Words {
        summary: "上下限译反",
        why: "1.2 米以下不是 over 1.2 m，68 元起不是 up to 68 Yuan。上下限弄反会误导读者。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("1.2米以下儿童免票", "Free Admission for Children Over 1.2 m"),
        fires("60周岁以上老人免费", "Free for Seniors Under 60"),
        fires("限重20公斤", "Min. Weight 20 kg"),
        fires("68元起", "Up to 68 Yuan"),
        good("1.2米以下儿童免票", "Free Admission for Children Under 1.2 m"),
        good("60周岁以上老人免费", "Free for Seniors Aged 60 and Above"),
        good("不超过20公斤", "No More Than 20 kg"),
        good("禁止20吨以上车辆通行", "Vehicles Under 20 t Only"),
        good("1.2米以上儿童须购票", "Free for Children Under 1.2 m"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.zh_has_digit() || !sign.en_has_digit() {
        return;
    }
    for at in figures(sign.zh) {
        let figure = &sign.zh[at.clone()];
        let Some(meant) = of_chinese(sign.zh, &at) else { continue };
        let same = |text: &str| figures(text).filter(|other| text[other.clone()] == *figure).count();
        if same(sign.zh) != 1 || same(sign.en) != 1 {
            continue;
        }
        let Some(word) = (0..sign.words.len()).find(|at| sign.en[sign.words.span(*at)].starts_with(figure)) else {
            continue;
        };
        let Some(said) = of_english(sign.en, &sign.words, word) else { continue };
        let free = sign.zh_has(['免']);
        // A rule may be told from its other side: who may, who must.
        let turning = |w: &str| OTHER_SIDE.contains(&w) && !(w == "free" && free);
        let forbids = sign.zh_holds_any(NOT);
        if meant == said || sign.words.folds().any(turning) || forbids {
            continue;
        }
        let up = meant == "limit-up";
        report.en(&META, 0..sign.en.len()).message(
            format!("the Chinese says {figure} {}, the English {figure} {}", side(up), side(!up)),
            format!("中文是 {figure} {}，英文是 {figure} {}", side_zh(up), side_zh(!up)),
        );
        return;
    }
}

fn side(up: bool) -> &'static str {
    if up { "or more" } else { "or less" }
}

fn side_zh(up: bool) -> &'static str {
    if up { "以上" } else { "以下" }
}
