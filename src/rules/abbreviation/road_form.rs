//! `abbreviation/road-form`: a short form of Avenue, Street or Highway that is none: *Av*, *Str*.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "abbreviation/road-form",
    level: Level::Warning,
    fix: FixKind::Safe,
    en: Words {
        summary: "a short form of a road generic that is not the standard's",
        why: "Drivers know one short form of each: Rd, St, Ave, Blvd, Hwy, Expwy. Another one is read as part of the name.",
    },
    zh: Words {
        summary: "道路通名缩写不规范",
        why: "道路通名各有固定缩写：Rd、St、Ave、Blvd、Hwy、Expwy。其他写法容易被当成专名的一部分。",
    },
    citation: cite("db11t334-2006", "4.7"),
    examples: &[
        bad("云水大道", "Yunshui Av", "Yunshui Ave"),
        bad("牛街", "NIUJIE STR", "NIUJIE ST"),
        good("云水大道", "Yunshui Ave"),
        good("音像制品", "AV Products"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    // Only the last word names the sort of road; before it AV is audio and video.
    let Some(at) = sign.words.len().checked_sub(1).filter(|at| *at > 0) else { return };
    let Some(right) = English::standard().road_form(sign.words.fold(at)) else { return };
    let span = sign.words.span(at);
    let with = sign.in_case_of(if sign.is_all_capitals() { "AA" } else { "Aa" }, &right.to_lowercase());
    report.en(&META, span).replace(sign.en, with);
}
