//! `notice/no-verb-after-do-not`: *Do Not Noise*, *Do Not Crowded*, *Do Not Closed the Door*: after Do Not stands a verb.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};

pub static META: Meta = Meta {
    code: "notice/no-verb-after-do-not",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "no verb after Do Not",
        why: "Do Not takes a verb in its bare form: Do Not Crowd, Do Not Make Noise. A noun or an adjective takes No or a verb of \
              its own.",
    },
    zh: Words {
        summary: "Do Not 后没有动词原形",
        why: "Do Not 后用动词原形：Do Not Crowd、Do Not Make Noise。名词前用 No，或补上动词。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[
        bad("请勿关门", "Please Do Not Closed the Door", "Please Do Not Close the Door"),
        fires("请勿喧哗", "Please Do Not Noisy"),
        fires("请勿大声喧哗", "Do Not Uproar"),
        good("请勿乱扔垃圾", "Do Not Litter"),
        good("请勿拍照", "Do Not Photograph"),
        good("请勿打扰", "Do Not Disturb"),
        good("请勿使用", "Do Not Use"),
        good("危险，请勿进入", "DO NOT ENTER"),
        good("请勿投喂", "Do Not Feed the Fish"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    for at in 1..sign.words.len() {
        let lead = sign.words.fold(at - 1);
        let denied = lead == "dont" || lead == "not" && at > 1 && sign.words.fold(at - 2) == "do";
        let span = sign.words.span(at);
        if !denied || report.touches(&span) || sign.is_as_expected() {
            continue;
        }
        let word = sign.words.fold(at);
        if let Some(bare) = english.verb_of_past(word).filter(|_| english.parts(word).is_empty()) {
            let with = sign.in_case_of(&sign.en[span.clone()], &bare);
            report.en(&META, span).replace(sign.en, with);
        } else if english.is_no_verb(word) {
            report.en(&META, span).rewrite_surely(sign).done();
        }
    }
}
