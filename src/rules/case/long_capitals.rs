//! `case/long-capitals`: a long text stands in capitals throughout.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::sign::Kind;

pub static META: Meta = Meta {
    code: "case/long-capitals",
    level: Level::Info,
    fix: FixKind::None,
    en: Words {
        summary: "a long text stands in capitals",
        why: "Capitals throughout are for single words of warning or order and for the signal word of a warning. A long \
              text in capitals has no word shapes and is read slowly.",
    },
    zh: Words {
        summary: "长句全部大写",
        why: "全大写只用于单个警示、指令词和警示信号词。长句全大写没有词形起伏，阅读缓慢。",
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        fires("请站在黄线以内候车，注意安全", "PLEASE STAND BEHIND THE YELLOW LINE AND MIND YOUR SAFETY"),
        good("小心地滑", "CAUTION"),
        good("禁止停车", "NO PARKING"),
        good("请站在黄线以内候车", "Please Stand Behind the Yellow Line"),
    ],
};

/// Fewest words of a long text.
const FEWEST: usize = 8;

pub fn check(sign: &Analysed, report: &mut Report) {
    let on_roads = matches!(sign.kind, Some(Kind::PlaceNamePlate | Kind::TrafficGuide | Kind::InstitutionPlate));
    if sign.words.len() >= FEWEST && sign.is_all_capitals() && !on_roads && !sign.is_name() {
        report.en(&META, 0..sign.en.len());
    }
}
