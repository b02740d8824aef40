//! `wording/form-after-modal`: *must to*, *can parking*: after a modal verb stands the bare verb.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::wording::MODAL;

pub static META: Meta = Meta {
    code: "wording/form-after-modal",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the verb form after must, can, should or do not is wrong",
        why: "A modal verb takes the bare verb: Must Show, Can Park; not Must to Show or Can Parking.",
    },
    zh: Words {
        summary: "情态动词后动词形式不当",
        why: "情态动词后用动词原形：Must Show、Can Park，不作 Must to Show 或 Can Parking。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("必须出示证件", "Visitors Must to Show ID", "Visitors Must Show ID"),
        bad("此处可停车", "You Can Parking Here", "You Can Park Here"),
        bad("闲杂人员不得入内", "Visitors Must Not Enters", "Visitors Must Not Enter"),
        bad("请勿入内", "Please Do Not Enters", "Please Do Not Enter"),
        good("必须出示证件", "Visitors Must Show ID"),
        good("罐头", "Can Opening"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    for at in 2..sign.words.len() {
        let denied = sign.words.fold(at - 1) == "not"
            && (sign.words.fold(at - 2) == "do" || MODAL.contains(&sign.words.fold(at - 2)));
        let span = sign.words.span(at);
        let Some(bare) = sign.words.fold(at).strip_suffix('s').filter(|bare| denied && english.is_only_verb(bare))
        else {
            continue;
        };
        let with = sign.in_case_of(&sign.en[span.clone()], bare);
        report.en(&META, span).replace(sign.en, with);
    }
    for at in 1..sign.words.len().saturating_sub(1) {
        // The first word of a text may be a noun: Can, Will, May.
        if !MODAL.contains(&sign.words.fold(at)) {
            continue;
        }
        let span = sign.words.span(at + 1);
        let next = sign.words.fold(at + 1);
        if next == "to" && at + 2 < sign.words.len() {
            let end = sign.words.span(at + 2).start;
            report.en(&META, span.clone()).edit(sign.en, vec![(span.start..end, String::new())]);
        } else if let Some(bare) = english.bare_verb(next) {
            let with = sign.in_case_of(&sign.en[span.clone()], &bare);
            report.en(&META, span).replace(sign.en, with);
        }
    }
}
