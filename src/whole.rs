//! What a sign says when all its faults are mended: the suggestion of every finding.
//!
//! A rule knows only its own fault. On a sign with several, a suggestion that mends one would still be wrong, and
//! whoever copies it has to check again.

use crate::english::distance::within;
use crate::finding::{Finding, Level};
use crate::fix::{Edit, Safety, apply};
use crate::rules::glossary::non_standard_term;
use crate::sign::Field;
use crate::text::fold;

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
    let mut entering = findings.iter_mut().filter(|f| enters(f) || f.suggestion.is_none() && f.level > Level::Info);
    if let (Some(only), None) = (entering.next(), entering.next()) {
        // One fault: mending it is the whole correction, and nothing needs to be looked at again.
        let nearly = |whole: &&str| {
            only.rule.starts_with("spelling/") && only.suggestion.as_ref().is_some_and(|s| is_nearly(s, whole))
        };
        if let Some(whole) = standard.filter(nearly) {
            only.suggestion = Some(whole.to_owned());
        }
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
        for finding in
            findings.iter_mut().filter(|f| f.level == level && (enters(f) || level > Level::Info && f.fix.is_none()))
        {
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
pub(crate) fn together<'f>(findings: impl Iterator<Item = &'f Finding>) -> (Vec<Edit>, Vec<&'static str>) {
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
