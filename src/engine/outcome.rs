//! What a check found: every finding on every sign, in input order, under the project's settings for its file.

use crate::config::{FILE_NAME, Inline, Selection, Unused};
use crate::finding::{Finding, Level};
use crate::sign::{Column, Record, Sign, Table};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;

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
    /// The findings that are known and not told again: index of the sign and fingerprint.
    pub(super) baseline: FxHashSet<(u32, String)>,
    /// The path of each table as fingerprints take it.
    pub(super) paths: Vec<String>,
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
    /// Index of the sign over all tables.
    index: u32,
    /// The file's path from the project's folder, so that it is the same from wherever the check is run.
    path: &'o str,
    /// The baseline holds it: an old finding.
    pub is_known: bool,
}

impl Reported<'_> {
    /// Stable while other rows move: rule, file (from the project's folder), texts and place inside the cell, hashed
    /// (FNV-1a, 64 bits).
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let start = self.finding.span.start.to_string();
        for part in [self.finding.rule, self.path, &self.sign.id, &self.sign.zh, &self.sign.en, &start] {
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

    /// Takes paths in fingerprints from this folder on: the project's, so that a baseline holds wherever the check is run.
    #[doc(hidden)]
    pub fn set_folder(&mut self, folder: &Path) {
        self.paths = self.tables.iter().map(|table| from_folder(&table.path, folder)).collect();
    }

    /// Leaves findings with these fingerprints out, each as often as told: one more of the same text is new. Returns how
    /// many were found, and how many of each fingerprint are gone.
    pub fn set_baseline(&mut self, known: impl IntoIterator<Item = (String, usize)>) -> (usize, Vec<(String, usize)>) {
        let mut left: FxHashMap<String, usize> = known.into_iter().collect();
        self.baseline.clear();
        let mut found = FxHashSet::default();
        for reported in self.reported() {
            let fingerprint = reported.fingerprint();
            if let Some(more) = left.get_mut(&fingerprint).filter(|more| **more > 0) {
                *more -= 1;
                found.insert((reported.index, fingerprint));
            }
        }
        self.baseline = found;
        self.compared = true;
        let mut gone: Vec<_> = left.into_iter().filter(|(_, more)| *more > 0).collect();
        gone.sort();
        (self.baseline.len(), gone)
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
        told.flat_map(move |(index, ((at, table, record), &distinct))| {
            self.on(distinct).filter_map(move |(finding, related)| {
                if self.selection.accepts(table, record, finding.rule) {
                    return None;
                }
                let level = self.selection.shown(&table.path, finding.rule, finding.level)?;
                let related = related.iter().filter_map(|&i| self.sign(i)).collect();
                let index = u32::try_from(index).unwrap_or(u32::MAX);
                let (sign, path) = (table.sign(record), self.paths[at].as_str());
                let mut reported = Reported { sign, finding, level, related, table: at, index, path, is_known: false };
                reported.is_known =
                    !self.baseline.is_empty() && self.baseline.contains(&(index, reported.fingerprint()));
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

/// A path from a folder on, with slashes; as it is where it lies elsewhere.
fn from_folder(path: &str, folder: &Path) -> String {
    let absolute = std::path::absolute(path).ok();
    let inside = absolute.as_deref().and_then(|path| path.strip_prefix(folder).ok()).and_then(Path::to_str);
    inside.unwrap_or(path).replace('\\', "/")
}
