//! `abbreviation/full-stop`: road generics are abbreviated without a stop: Rd, St, Ave, Expwy.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use regex::Regex;
use std::sync::LazyLock;

pub static META: Meta = Meta {
    code: "abbreviation/full-stop",
    level: Level::Warning,
    fix: FixKind::Safe,
    en: Words {
        summary: "a full stop after an abbreviated road generic",
        why: "Rd, St, Ave, Expwy and the like carry no full stop on signs.",
    },
    zh: Words {
        summary: "道路通名缩写后多了句点", why: "标识上的 Rd、St、Ave、Expwy 等缩写不加句点。"
    },
    citation: cite("db11t334-2006", "4.7"),
    examples: &[
        bad("白云路", "Baiyun Rd.", "Baiyun Rd"),
        bad("长安街", "Chang'an Ave.", "Chang'an Ave"),
        good("白云路", "Baiyun Rd"),
        good("圣约瑟医院", "St. Joseph Hospital"),
    ],
};

static STOP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i-u)[a-z0-9)]\s+(?:Rd|St|Ave|Av|Expwy|Blvd|Hwy|Ln)(\.)(?:\s*$|\s*[,(]|\s+[NSEWnsew(])")
        .expect("a constant pattern")
});

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en_has(['.']) || !sign.zh_has(['路', '街', '道', '巷', '速', '环', '桥']) {
        return;
    }
    for found in STOP.captures_iter(sign.en) {
        if let Some(stop) = found.get(1) {
            report.en(&META, stop.range()).edit(sign.en, vec![(stop.range(), String::new())]);
        }
    }
}
