//! Applies fixes to a sign until none is left: what `signlint fix` writes into a cell.
//!
//! Fixes of one round that do not touch one another are made together; where two do, the graver finding wins, and the
//! other is looked at again on the new text. The result holds no finding whose fix was applied, so a second run changes
//! nothing.

use crate::engine::Checker;
use crate::finding::{Finding, Level};
use crate::english::distance::within;
use crate::fix::{Edit, Safety, apply};
use crate::text::fold;
use crate::rules::glossary::non_standard_term;
use crate::sign::{Domain, Field, Kind};

/// Rounds after which a sign is left as it is: fixes that undo one another must not run for ever.
const MOST_ROUNDS: usize = 8;

/// The texts of a sign after its fixes, and the rules whose findings they mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    pub zh: String,
    pub en: String,
    /// Codes in the order in which they were mended.
    pub rules: Vec<&'static str>,
}

/// Mends one sign; `None` where nothing is to be mended. `all` takes suggested fixes too, not the safe ones alone;
/// `shown` tells which findings count (settings by file).
#[must_use]
pub fn mend(
    checker: &Checker,
    zh: &str,
    en: &str,
    sort: (Option<Kind>, Option<Domain>),
    all: bool,
    shown: &dyn Fn(&Finding) -> bool,
) -> Option<Mended> {
    let mut now = Mended { zh: zh.to_owned(), en: en.to_owned(), rules: Vec::new() };
    let mut seen = vec![(now.zh.clone(), now.en.clone())];
    for _ in 0..MOST_ROUNDS {
        let mut findings = checker.check_sign(&now.zh, &now.en, sort.0, sort.1);
        findings.retain(|f| f.fix.as_ref().is_some_and(|fix| all || fix.safety == Safety::Safe) && shown(f));
        let (edits, rules) = together(findings.iter());
        now.rules.extend(rules);
        if edits.is_empty() {
            break;
        }
        now.zh = apply(&now.zh, &edits, Field::Zh);
        now.en = apply(&now.en, &edits, Field::En);
        let texts = (now.zh.clone(), now.en.clone());
        if seen.contains(&texts) {
            // Two fixes that undo one another: leave the sign to a person.
            return None;
        }
        seen.push(texts);
    }
    (now.zh != zh || now.en != en).then_some(now)
}

/// Rounds in which the findings of one level are mended for a suggestion.
const MOST_COMPLETING: usize = 4;
/// Letters by which a mended text may miss the standard's and still be meant for it.
const NEARLY: usize = 3;
/// Letters of the shortest text of which that can be said.
const LONG_ENOUGH: usize = 9;

/// Makes every suggestion the whole corrected cell: where a sign has several faults, mending one alone leaves a text
/// that is still wrong. A suggestion mends what is as grave as its finding or graver, so that a user who asks for
/// errors alone is not told to change more.
///
/// `again` finds what is wrong with another English of the same sign; `standard` is the text that the standard gives
/// for the whole, taken where a mended spelling nearly makes it. Mere preferences (`info`) enter only where they
/// concern case and typography.
pub fn complete(findings: &mut [Finding], en: &str, standard: Option<&str>, again: &dyn Fn(&str) -> Vec<Finding>) {
    let mut offered = findings.iter().filter(|f| enters(f)).filter_map(|f| f.suggestion.as_deref());
    let first = offered.next();
    let spelling = findings.iter().any(|f| f.rule.starts_with("spelling/"));
    let lacking = findings.iter().any(|f| f.suggestion.is_none() && f.level > Level::Info);
    if first.is_none() || !spelling && !lacking && offered.all(|other| Some(other) == first) {
        return;
    }
    let mut text = en.to_owned();
    let mut left: Vec<Finding> = findings.to_vec();
    for level in [Level::Error, Level::Warning, Level::Info] {
        for _ in 0..MOST_COMPLETING {
            let edits = together(left.iter().filter(|f| enters(f) && f.level >= level)).0;
            if edits.is_empty() {
                break;
            }
            text = apply(&text, &edits, Field::En);
            left = again(&text);
        }
        let spelt = findings.iter().any(|f| f.level == level && f.rule.starts_with("spelling/"));
        if let Some(whole) = standard.filter(|whole| spelt && is_nearly(&text, whole)) {
            text = whole.to_owned();
            left = again(&text);
        }
        for finding in findings.iter_mut().filter(|f| f.level == level && (enters(f) || level > Level::Info && f.fix.is_none())) {
            if text != en && !left.iter().any(|l| l.rule == finding.rule && l.level >= level) {
                finding.suggestion = Some(text.clone());
            }
        }
    }
}

/// Whether a few letters apart two texts are the same.
fn is_nearly(text: &str, standard: &str) -> bool {
    let (text, standard) = (fold(text), fold(standard));
    standard.len() >= LONG_ENOUGH && within(&text, &standard, NEARLY)
}

/// Whether a finding's fix is part of the whole correction.
fn enters(finding: &Finding) -> bool {
    let of_form = finding.rule.starts_with("case/") || finding.rule.starts_with("typography/");
    // Another wording than the standard's is no fault that a whole correction must mend.
    let other_wording = finding.rule == non_standard_term::META.code;
    finding.fix.as_ref().is_some_and(|fix| {
        let counts = finding.level > Level::Info && !other_wording || of_form || fix.safety == Safety::Safe;
        counts && fix.edits.iter().all(|e| e.field == Field::En)
    })
}

/// The edits of one round and the rules they serve: the graver findings first; of equals the narrower, which leaves
/// room for others; none that meets another. Only findings of the gravest level enter.
fn together<'f>(findings: impl Iterator<Item = &'f Finding>) -> (Vec<Edit>, Vec<&'static str>) {
    let mut findings: Vec<&Finding> = findings.collect();
    findings.sort_by_key(|f| (std::cmp::Reverse(f.level), f.span.len()));
    let (mut edits, mut rules): (Vec<Edit>, Vec<_>) = (Vec::new(), Vec::new());
    let gravest = findings.first().map(|f| f.level);
    // Others are looked at again on the new text: a name spelt right may be divided otherwise.
    for finding in findings.into_iter().filter(|f| Some(f.level) == gravest) {
        let own = finding.fix.iter().flat_map(|fix| &fix.edits);
        if own.clone().all(|e| edits.iter().all(|taken| !touch(taken, e))) {
            edits.extend(own.cloned());
            rules.push(finding.rule);
        }
    }
    (edits, rules)
}

/// Whether two edits meet: even side by side their order would matter.
fn touch(a: &Edit, b: &Edit) -> bool {
    a.field == b.field && a.span.start <= b.span.end && b.span.start <= a.span.end
}
