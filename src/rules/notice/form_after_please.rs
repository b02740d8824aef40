//! `notice/form-after-please`: *Please Saving Water*, *Please Closed the Door*: after Please stands the bare verb.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "notice/form-after-please",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the verb form after Please is wrong",
        why: "Please asks for something, and a request stands in the bare form of the verb: Please Save Water, not Please Saving \
              Water or Please Saved Water.",
    },
    zh: Words {
        summary: "Please 后动词形式不当",
        why: "Please 表示请求，后接动词原形：Please Save Water，不作 Please Saving Water 或 Please Saved Water。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("请排队上车", "Please Queuing to Board", "Please Queue to Board"),
        bad("请随手关门", "Please Closed the Door Behind You", "Please Close the Door Behind You"),
        good("请投喂", "Please Feed the Fish"),
        good("请入座", "Please Be Seated"),
        good("请携带证件", "Please Bring Your ID"),
        good("请注意，此处禁止停车", "Please: Parking Is Not Allowed Here"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() {
        return;
    }
    let english = English::standard();
    for at in 1..sign.words.len() {
        if sign.words.fold(at - 1) != "please" {
            continue;
        }
        let between = &sign.en[sign.words.span(at - 1).end..sign.words.span(at).start];
        let span = sign.words.span(at);
        if !between.chars().all(char::is_whitespace) || report.touches(&span) {
            continue;
        }
        let form = sign.words.fold(at);
        let Some(bare) = english.bare_verb(form).or_else(|| english.verb_of_past(form)) else { continue };
        let with = sign.in_case_of(&sign.en[span.clone()], &bare);
        report.en(&META, span).replace(sign.en, with);
    }
}
