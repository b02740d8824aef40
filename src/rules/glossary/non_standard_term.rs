//! `glossary/non-standard-term`: the standard has a rendering for this text and the sign says something else.
//!
//! The tables of the current editions are examples (rules R1, R3): sound wording that shares the standard's words is
//! only worth a look. Wording that shares none of them is a warning: it is most often a word-for-word translation.

use crate::align::Fit;
use crate::analyse::Analysed;
use crate::diff::{Closeness, Diff};
use crate::expect::{Role, Standing};
use crate::finding::Level;
use crate::glossary::Status;
use crate::sign::Domain;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "glossary/non-standard-term",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "not the standard's term",
        why: "The standard lists a rendering for this very text, and the English on the sign has none of its words. \
              Readers meet one thing under many names; translate the sense as English-speaking countries write it, \
              not the words.",
    },
    zh: Words {
        summary: "与标准译法不同",
        why: "标准对该文本有明确译法，而标识上的英文与之无一词相同。同一事物名称不一，读者难以辨认；应按英语国家习惯译意，不应逐字直译。",
    },
    citation: cite("gbt30240-1", "4.2.3"),
    examples: &[
        bad("员工通道", "Workman Corridor", "Staff Passage"),
        good("员工通道", "Staff Only"),
        good("卫生间", "Restroom"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let Some((slot, fit)) = sign.slots().next().filter(|(slot, _)| slot.role == Role::Entry) else { return };
    if matches!(fit, Fit::Matched { .. }) && sign.is_as_expected() {
        return;
    }
    // Another current sense of the same Chinese has this very English.
    if sign.is_accepted_wording() {
        return;
    }
    let accepted = slot.forms.iter().filter(|f| f.standing < Standing::Banned);
    let Some((_, diff)) = Diff::nearest(accepted.map(|f| f.text.as_str()), &sign.words) else { return };
    let level = match diff.closeness(&sign.words) {
        Closeness::Equivalent | Closeness::Slip => return,
        Closeness::Partial => Level::Info,
        Closeness::Different => Level::Warning,
    };
    let unverified = sign.entries().iter().all(|e| e.status() == Status::Unverified);
    if report.has(Level::Warning) || sign.shares_meaning() || is_of_another_field(sign) {
        return report_as(sign, report, Level::Info, slot);
    }
    report_as(sign, report, if unverified { Level::Info } else { level }, slot);
}

/// Every entry belongs to a field of life that is not the sign's: 出口 in a customs house is no way out.
fn is_of_another_field(sign: &Analysed) -> bool {
    let fits = |own: Option<Domain>, field| own.is_none_or(|own| own == field || own == Domain::General);
    let field = sign.domain.filter(|field| *field != Domain::General);
    field.is_some_and(|field| !sign.entries().iter().any(|e| fits(e.domain(), field)))
}

fn report_as(sign: &Analysed, report: &mut Report, level: Level, slot: &crate::expect::Slot) {
    let Some(write) = sign.preferred() else { return };
    report
        .en(&META, 0..sign.en.len())
        .level(level)
        .message(format!("the standard writes “{write}”"), format!("标准译法是“{write}”"))
        .cite(sign.citation(slot))
        .rewrite(sign.en, write);
}
