//! What a check found: every finding on every sign, in input order, under the project's settings for its file.

use crate::config::{FILE_NAME, Inline, Selection, Unused};
use crate::finding::{Finding, Level};
use crate::sign::{Column, Record, Sign, Table};
use rustc_hash::FxHashSet;

/// An inventory finding on one distinct text.
#[derive(Debug)]
pub(super) struct AcrossFinding {
    pub(super) finding: Finding,
    /// First sign of each related text.
    pub(super) related: Vec<u32>,
}

/// What a check found.
pub struct Outcome<'t> {
    pub(super) tables: &'t [Table],
    /// For each sign the index of its distinct text.
    pub(super) distinct_of: Vec<u32>,
    pub(super) findings: Vec<Vec<Finding>>,
    pub(super) across: Vec<Vec<AcrossFinding>>,
    pub(super) selection: Selection,
    /// Fingerprints of findings that are known and not told again.
    pub(super) baseline: FxHashSet<String>,
    /// For each sign whether its findings are told; empty: all.
    pub(super) scope: Vec<bool>,
    /// A baseline was given.
    pub(super) compared: bool,
}

/// One finding on one sign of the inventory.
#[non_exhaustive]
pub struct Reported<'o> {
    pub sign: Sign<'o>,
    pub finding: &'o Finding,
    /// The finding's level under the project's settings for this file.
    pub level: Level,
    /// The other signs that an inventory rule speaks of.
    pub related: Vec<Sign<'o>>,
    /// Index of the table the sign stands in.
    pub table: usize,
    /// The baseline holds it: an old finding.
    pub is_known: bool,
}

impl Reported<'_> {
    /// Stable while other rows move: rule, file, texts and place inside the cell, hashed (FNV-1a, 64 bits).
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let start = self.finding.span.start.to_string();
        for part in [self.finding.rule, self.sign.location.file, &self.sign.id, &self.sign.zh, &self.sign.en, &start] {
            for byte in part.bytes().chain(std::iter::once(0)) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        format!("{hash:016x}")
    }
}

impl Outcome<'_> {
    /// Number of signs checked.
    #[must_use]
    pub fn signs(&self) -> usize {
        self.distinct_of.len()
    }

    /// Number of distinct sign texts.
    #[must_use]
    pub fn distinct(&self) -> usize {
        self.findings.len()
    }

    /// The lowest level shown.
    #[must_use]
    pub fn level(&self) -> Level {
        self.selection.level
    }

    /// Leaves findings with these fingerprints out. Returns how many of them were found and how many are gone.
    pub fn set_baseline(&mut self, known: impl IntoIterator<Item = String>) -> (usize, usize) {
        let known: FxHashSet<String> = known.into_iter().collect();
        let found: FxHashSet<String> = self.reported().map(|r| r.fingerprint()).filter(|f| known.contains(f)).collect();
        let gone = known.len() - found.len();
        self.baseline = known;
        self.compared = true;
        (found.len(), gone)
    }

    /// Tells findings on these signs only. The rules of the inventory as a whole have seen all signs.
    #[doc(hidden)]
    pub fn keep_signs(&mut self, keep: impl Fn(&Table, &Record) -> bool) {
        let signs = self.tables.iter().flat_map(|table| table.records.iter().map(move |record| (table, record)));
        self.scope = signs.map(|(table, record)| keep(table, record)).collect();
    }

    /// What was read.
    #[doc(hidden)]
    #[must_use]
    pub fn tables(&self) -> &[Table] {
        self.tables
    }

    /// Whether old findings were told apart from new ones.
    #[must_use]
    pub fn has_baseline(&self) -> bool {
        self.compared
    }

    /// Every finding that is shown, on every sign, in input order.
    pub fn reported(&self) -> impl Iterator<Item = Reported<'_>> {
        self.with_known().filter(|reported| !reported.is_known)
    }

    /// As [`Self::reported`], with the findings that the baseline holds.
    pub fn with_known(&self) -> impl Iterator<Item = Reported<'_>> {
        let records = self
            .tables
            .iter()
            .enumerate()
            .flat_map(|(at, table)| table.records.iter().map(move |record| (at, table, record)));
        let signs = records.zip(&self.distinct_of).enumerate();
        let told = signs.filter(|(sign, _)| self.scope.get(*sign).copied().unwrap_or(true));
        told.flat_map(move |(_, ((at, table, record), &distinct))| {
            self.on(distinct).filter_map(move |(finding, related)| {
                if self.selection.accepts(table, record, finding.rule) {
                    return None;
                }
                let level = self.selection.shown(&table.path, finding.rule, finding.level)?;
                let related = related.iter().filter_map(|&i| self.sign(i)).collect();
                let mut reported =
                    Reported { sign: table.sign(record), finding, level, related, table: at, is_known: false };
                reported.is_known = !self.baseline.is_empty() && self.baseline.contains(&reported.fingerprint());
                Some(reported)
            })
        })
    }

    /// Every finding on one distinct text, with the signs that it speaks of.
    fn on(&self, distinct: u32) -> impl Iterator<Item = (&Finding, &[u32])> {
        let own = self.findings[distinct as usize].iter().map(|f| (f, &[][..]));
        own.chain(self.across[distinct as usize].iter().map(|f| (&f.finding, f.related.as_slice())))
    }

    /// Acceptances that accept nothing, in columns and in the configuration.
    #[doc(hidden)]
    #[must_use]
    pub fn unused_acceptances(&self) -> Vec<Unused> {
        let mut unused = Vec::new();
        let mut used = vec![false; self.selection.accepted.len()];
        let records = self.tables.iter().flat_map(|table| table.records.iter().map(move |record| (table, record)));
        for ((table, record), &distinct) in records.zip(&self.distinct_of) {
            let (zh, en) = (table.cell(record, Column::Zh), table.cell(record, Column::En));
            for (acceptance, used) in self.selection.accepted.iter().zip(&mut used) {
                *used = *used || self.on(distinct).any(|(f, _)| acceptance.fits(&table.path, f.rule, &zh, &en));
            }
            for code in Inline::of(table, record).rules {
                let one = Inline { rules: vec![code], reason: String::new() };
                if !self.on(distinct).any(|(f, _)| one.fits(f.rule)) {
                    unused.push(Unused { place: table.sign(record).location.to_string(), what: one.rules.concat() });
                }
            }
        }
        let idle = self.selection.accepted.iter().zip(used).filter(|(_, used)| !used);
        unused.extend(idle.map(|(a, _)| Unused { place: FILE_NAME.to_owned(), what: a.describe() }));
        unused
    }

    /// A sign by its index over all tables.
    fn sign(&self, index: u32) -> Option<Sign<'_>> {
        let mut index = index as usize;
        for table in self.tables {
            match table.records.get(index) {
                Some(record) => return Some(table.sign(record)),
                None => index -= table.records.len(),
            }
        }
        None
    }

    /// The record of a reported sign, for reports that show the source.
    #[doc(hidden)]
    #[must_use]
    pub fn record(&self, reported: &Reported) -> Option<(&Table, &Record)> {
        let table = self.tables.get(reported.table)?;
        let at = table.records.binary_search_by_key(&reported.sign.location.row, |r| r.row).ok()?;
        Some((table, &table.records[at]))
    }
}
