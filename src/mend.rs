//! Applies fixes to a sign until none is left: what `signlint fix` writes into a cell.
//!
//! Fixes of one round that do not touch one another are made together; where two do, the graver finding wins, and the
//! other is looked at again on the new text. The result holds no finding whose fix was applied, so a second run changes
//! nothing.

use crate::engine::Checker;
use crate::finding::Finding;
use crate::fix::{Edit, Safety, apply};
use crate::sign::{Column, Domain, Field, Kind, Record, Sign, Table};
use crate::whole::together;
use crate::write::Change;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cell::Cell;

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
            return (now.zh != zh || now.en != en).then_some(now);
        }
        now.zh = apply(&now.zh, &edits, Field::Zh);
        now.en = apply(&now.en, &edits, Field::En);
        let texts = (now.zh.clone(), now.en.clone());
        if seen.contains(&texts) {
            break;
        }
        seen.push(texts);
    }
    // Fixes that undo one another, or find no end: the sign is left to a person.
    None
}

/// What fixes change in one table.
#[derive(Debug, Default)]
pub struct MendedTable {
    /// The records that change, with their new texts.
    pub records: Vec<(usize, Mended)>,
    /// Signs with a fix for a cell that cannot be written: it stands in another file, or is the key of its text.
    pub stopped: usize,
}

/// What decides how a record is mended: the rows that repeat a sign share it.
#[derive(PartialEq, Eq, Hash)]
struct Case<'t> {
    /// Of [`CELLS`].
    cells: [Cow<'t, str>; CELLS.len()],
    /// Of a sign that stands in two files, or whose source is a key, one text may not change.
    is_fixed: [bool; 2],
}

const CELLS: [Column; 5] = [Column::Zh, Column::En, Column::Kind, Column::Domain, Column::Accept];

impl<'t> Case<'t> {
    fn of(table: &'t Table, record: &Record) -> Self {
        let is_fixed = |field| table.format.writes_back() && !table.is_writable(record, field);
        Self {
            cells: CELLS.map(|column| table.cell(record, column)),
            is_fixed: [is_fixed(Field::Zh), is_fixed(Field::En)],
        }
    }
}

/// The records of a table that fixes change, under the project's settings for the file; each distinct sign is mended
/// once. Signs whose texts are not `wanted` are left as they are.
#[must_use]
pub fn mend_table(checker: &Checker, table: &Table, all: bool, wanted: &(dyn Fn(&Sign) -> bool + Sync)) -> MendedTable {
    let mut cases: FxHashMap<Case, Vec<usize>> = FxHashMap::default();
    for (at, record) in table.records.iter().enumerate() {
        // A record without an English cell has no place to write to.
        if record.cells[Column::En as usize].is_some() {
            cases.entry(Case::of(table, record)).or_default().push(at);
        }
    }
    let mended: Vec<(Vec<usize>, Option<Mended>, bool)> = cases
        .into_par_iter()
        .filter(|(_, records)| wanted(&table.sign(&table.records[records[0]])))
        .map(|(case, records)| {
            let (mended, is_stopped) = mend_record(checker, table, &table.records[records[0]], case.is_fixed, all);
            (records, mended, is_stopped)
        })
        .collect();
    let stopped = mended.iter().filter(|(.., is_stopped)| *is_stopped).map(|(records, ..)| records.len()).sum();
    let mut records = Vec::new();
    for (rows, mended, _) in mended {
        records.extend(mended.iter().flat_map(|new| rows.iter().map(|&row| (row, new.clone()))));
    }
    records.sort_unstable_by_key(|(row, _)| *row);
    MendedTable { records, stopped }
}

/// The record as fixes change it, and whether a fix was for a text that may not change.
fn mend_record(
    checker: &Checker,
    table: &Table,
    record: &Record,
    [zh_fixed, en_fixed]: [bool; 2],
    all: bool,
) -> (Option<Mended>, bool) {
    let (selection, sign) = (checker.selection(), table.sign(record));
    let is_stopped = Cell::new(false);
    let shown = |f: &Finding| {
        let edits_fixed = |edit: &Edit| if edit.field == Field::Zh { zh_fixed } else { en_fixed };
        let shown =
            selection.shown(&table.path, f.rule, f.level).is_some() && !selection.accepts(table, record, f.rule);
        let stops = shown && f.fix.iter().flat_map(|fix| &fix.edits).any(edits_fixed);
        is_stopped.set(is_stopped.get() || stops);
        shown && !stops
    };
    let mended = mend(checker, &sign.zh, &sign.en, (sign.kind, sign.domain), all, &shown);
    (mended, is_stopped.get())
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

#[cfg(test)]
mod laws;
