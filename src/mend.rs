//! Applies fixes to a sign until none is left: what `signlint fix` writes into a cell.
//!
//! Fixes of one round that do not touch one another are made together; where two do, the graver finding wins, and the
//! other is looked at again on the new text. The result holds no finding whose fix was applied, so a second run changes
//! nothing.

use crate::engine::Checker;
use crate::finding::Finding;
use crate::fix::{Edit, Safety, apply};
use crate::sign::{Column, Domain, Field, Kind, Sign, Table};
use crate::write::Change;
use rayon::prelude::*;

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
        // The graver first; of equals the narrower, which leaves room for others.
        findings.sort_by_key(|f| (std::cmp::Reverse(f.level), f.span.len()));
        let mut edits: Vec<Edit> = Vec::new();
        for finding in &findings {
            let own = finding.fix.iter().flat_map(|fix| &fix.edits);
            if own.clone().all(|e| edits.iter().all(|taken| !touch(taken, e))) {
                edits.extend(own.cloned());
                now.rules.push(finding.rule);
            }
        }
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

/// The records of a table that fixes change, with their new texts, under the project's settings for the file. Signs that
/// are not `wanted` are left as they are.
#[must_use]
pub fn mend_table(
    checker: &Checker,
    table: &Table,
    all: bool,
    wanted: &(dyn Fn(&Sign) -> bool + Sync),
) -> Vec<(usize, Mended)> {
    let selection = checker.selection();
    table
        .records
        .par_iter()
        .enumerate()
        .filter_map(|(at, record)| {
            let sign = table.sign(record);
            // A record without an English cell has no place to write to.
            record.cells[Column::En as usize]?;
            if !wanted(&sign) {
                return None;
            }
            let shown = |f: &Finding| {
                selection.shown(&table.path, f.rule, f.level).is_some() && !selection.accepts(table, record, f.rule)
            };
            mend(checker, &sign.zh, &sign.en, (sign.kind, sign.domain), all, &shown).map(|mended| (at, mended))
        })
        .collect()
}

/// The cells that the mended records change.
#[must_use]
pub fn changes(table: &Table, mended: &[(usize, Mended)]) -> Vec<Change> {
    let mut changes = Vec::new();
    for (record, new) in mended {
        let old = table.sign(&table.records[*record]);
        for (column, was, is) in [(Column::Zh, &old.zh, &new.zh), (Column::En, &old.en, &new.en)] {
            if was.as_ref() != is {
                changes.push(Change { record: *record, column, text: is.clone() });
            }
        }
    }
    changes
}

/// Whether two edits meet: even side by side their order would matter.
fn touch(a: &Edit, b: &Edit) -> bool {
    a.field == b.field && a.span.start <= b.span.end && b.span.start <= a.span.end
}
