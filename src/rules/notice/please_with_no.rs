//! `notice/please-with-no`: *Please No Smoking*: a request and a ban in one.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::wording::SIGNAL;

pub static META: Meta = Meta {
    code: "notice/please-with-no",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "Please before a ban or a warning",
        why: "Please asks for an action: Please Do Not Smoke. A ban (No Smoking) and a warning (CAUTION) stand without it.",
    },
    zh: Words {
        summary: "禁止或警示语前用了 Please",
        why: "Please 用于请求某个动作：Please Do Not Smoke。禁止语（No Smoking）和警示语（CAUTION）前不用 Please。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[
        bad("请勿吸烟", "Please No Smoking", "No Smoking"),
        bad("小心地滑", "Please Caution Wet Floor", "Caution Wet Floor"),
        good("请勿吸烟", "Please Do Not Smoke"),
        good("请排队", "Please Line Up"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.len() < 3 || sign.words.fold(0) != "please" {
        return;
    }
    let next = sign.words.fold(1);
    if next == "no" || SIGNAL[..SIGNAL.len() - 1].contains(&next) {
        let end = sign.words.span(1).start;
        report.en(&META, 0..sign.words.span(1).end).edit(sign.en, vec![(0..end, String::new())]);
    }
}
