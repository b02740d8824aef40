//! Applies fixes to a sign until none is left: what `signlint fix` writes into a cell.
//!
//! Fixes of one round that do not touch one another are made together; where two do, the graver finding wins, and the
//! other is looked at again on the new text. The result holds no finding whose fix was applied, so a second run changes
//! nothing.

use crate::engine::Checker;
use crate::finding::Finding;
use crate::fix::{Safety, apply};
use crate::sign::{Domain, Field, Kind};
use crate::whole::together;

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
