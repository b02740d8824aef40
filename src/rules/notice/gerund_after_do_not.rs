//! `notice/gerund-after-do-not`: *Do Not Smoking*: after Do Not stands the bare verb.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "notice/gerund-after-do-not",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a form in -ing after Do Not",
        why: "Do Not takes the bare verb, No the form in -ing: Do Not Smoke, No Smoking.",
    },
    zh: Words {
        summary: "Do Not 后用了 -ing 形式",
        why: "Do Not 后用动词原形，No 后用 -ing：Do Not Smoke、No Smoking。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[
        bad("请勿翻越栏杆", "Do Not Climbing over the Railing", "Do Not Climb over the Railing"),
        good("请勿翻越栏杆", "Do Not Climb over the Railing"),
        good("请勿携带任何物品", "Do Not Bring Anything"),
        good("禁止吸烟", "No Smoking"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    for at in 2..sign.words.len() {
        if sign.words.fold(at - 2) != "do" || sign.words.fold(at - 1) != "not" {
            continue;
        }
        let Some(bare) = english.bare_verb(sign.words.fold(at)) else { continue };
        let span = sign.words.span(at);
        let with = sign.in_case_of(&sign.en[span.clone()], &bare);
        report.en(&META, span).replace(sign.en, with);
    }
}
