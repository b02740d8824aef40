//! `spelling/british-variant`: British spelling where the standards spell in the American way: *Centre*, *Theatre*.

use crate::analyse::Analysed;
use crate::config::Profile;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "spelling/british-variant",
    level: Level::Info,
    fix: FixKind::Suggested,
    en: Words {
        summary: "British spelling",
        why: "The tables of the standards spell in the American way: Center, Theater, Color. One place holds to one \
              spelling. Names whose owner spells otherwise keep their spelling, and the Winter Games wrote Centre: check \
              their venues with the profile winter-games.",
    },
    zh: Words {
        summary: "英式拼写",
        why: "标准表格采用美式拼写：Center、Theater、Color，同一场所拼写应统一。所有者另有写法的名称从其写法；\
              冬奥场馆用 Centre，请用 winter-games 配置检查。",
    },
    citation: cite("db11t585-2008", "3.1"),
    examples: &[
        bad("游客中心", "Visitor Centre", "Visitor Center"),
        bad("灰色区域", "Grey Zone", "Gray Zone"),
        good("游客中心", "Visitor Center"),
        good("国家高山滑雪中心", "National Alpine Skiing Centre"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.context.profile == Profile::WinterGames || sign.is_accepted_text() {
        return;
    }
    let english = English::standard();
    for at in 0..sign.words.len() {
        let folded = sign.words.fold(at);
        let Some(american) = english.american(folded) else { continue };
        // The expected form may itself be British: Centre in the name of a venue.
        let preferred_so = sign.preferred().is_some_and(|p| crate::text::Words::of(&p).folds().any(|w| w == folded));
        if preferred_so || !english.is_word(american) {
            continue;
        }
        let span = sign.words.span(at);
        let with = sign.in_case_of(&sign.en[span.clone()], american);
        report.en(&META, span).replace(sign.en, with);
    }
}
