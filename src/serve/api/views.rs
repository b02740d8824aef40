//! Findings as the API tells them.

use crate::engine::Checker;
use crate::finding::{Finding, Level};
use crate::fix::{Edit, Fix, Safety, apply};
use crate::mend::mend;
use crate::serve::problem::Bilingual;
use crate::sign::{Domain, Field, Kind};
use serde::Serialize;
use utoipa::ToSchema;

/// The two texts of a sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(super) struct Pair {
    pub zh: String,
    pub en: String,
}

/// One finding on one sign.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct FindingView {
    /// `family/what-is-wrong`.
    #[schema(example = "pinyin/missing-apostrophe")]
    rule: &'static str,
    /// `error`, `warning` or `info`.
    #[schema(example = "error")]
    level: &'static str,
    /// The text that the offsets point into: `zh` or `en`.
    #[schema(example = "en")]
    field: &'static str,
    /// First byte (UTF-8) of what is wrong.
    start: usize,
    /// One past its last byte.
    end: usize,
    message: Bilingual,
    /// The whole English to write instead, where known.
    suggestion: Option<String>,
    /// The fix may be applied without asking.
    safe: bool,
    /// The sign after the fix of this finding alone; null where there is none.
    after: Option<Pair>,
    /// The standard or law it rests on.
    source: String,
    /// Clause as read; may be empty.
    clause: String,
}

impl FindingView {
    pub(super) fn of(finding: &Finding, level: Level, zh: &str, en: &str) -> Self {
        let after = |fix: &Fix| {
            let text = |whole, field| apply(whole, &fix.edits as &[Edit], field);
            Pair { zh: text(zh, Field::Zh), en: text(en, Field::En) }
        };
        Self {
            rule: finding.rule,
            level: level.as_str(),
            field: finding.field.as_str(),
            start: finding.span.start,
            end: finding.span.end,
            message: (&finding.message).into(),
            suggestion: finding.suggestion.clone(),
            safe: finding.fix.as_ref().is_some_and(|f| f.safety == Safety::Safe),
            after: finding.fix.as_ref().map(after),
            source: finding.citation.source.clone(),
            clause: finding.citation.clause.clone(),
        }
    }
}

/// A sign after fixes, and the rules whose findings they mend.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct MendedView {
    zh: String,
    en: String,
    rules: Vec<&'static str>,
}

/// Longest text, in bytes, that is mended as a whole: mending checks a text again and again, and the time of a check
/// grows with the square of its length. No sign is so long; its findings are told all the same.
const LONGEST_MENDED: usize = 1_200;

/// Whether a text is short enough to be mended as a whole.
pub(super) fn is_mendable(zh: &str, en: &str) -> bool {
    zh.len().max(en.len()) <= LONGEST_MENDED
}

impl MendedView {
    /// The sign after its safe fixes, or after all fixes; `None` where that changes nothing, or the text is no sign's.
    pub(super) fn of(
        checker: &Checker,
        (zh, en): (&str, &str),
        sort: (Option<Kind>, Option<Domain>),
        all: bool,
        shown: &dyn Fn(&Finding) -> bool,
    ) -> Option<Self> {
        let mended = is_mendable(zh, en).then(|| mend(checker, zh, en, sort, all, shown)).flatten();
        mended.map(|m| Self { zh: m.zh, en: m.en, rules: m.rules })
    }
}
