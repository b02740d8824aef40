//! Runs the rules over an inventory: each distinct sign text once, in parallel; findings come out in input order
//! whatever the number of threads.

mod memo;
mod numbered;

pub use memo::Memo;

use crate::analyse::{Analysed, Context, is_overlong};
use crate::config::{FILE_NAME, Inline, Selection, Unused};
use crate::finding::{Finding, Level};
use crate::rules::{self, INVENTORY_RULES, Occurrence, RULES, Report, Rule};
use crate::sign::{Column, Domain, Kind, Record, Sign, Table};
use crate::text::is_han;
use crate::whole;
use numbered::Silent;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// Runs the selected rules with one context.
#[derive(Debug, Clone)]
pub struct Checker {
    context: Context,
    selection: Selection,
    /// The rules that judge one sign and were selected.
    rules: Vec<&'static Rule>,
}

/// A distinct sign text: all rows with the same cells share it.
struct Distinct<'t> {
    zh: std::borrow::Cow<'t, str>,
    en: std::borrow::Cow<'t, str>,
    kind: Option<Kind>,
    domain: Option<Domain>,
    /// Rows that carry it, as indices over all tables in order.
    signs: Vec<u32>,
}

/// An inventory finding on one distinct text.
#[derive(Debug)]
struct AcrossFinding {
    finding: Finding,
    /// First sign of each related text.
    related: Vec<u32>,
}

/// What a check found.
pub struct Outcome<'t> {
    tables: &'t [Table],
    /// For each sign the index of its distinct text.
    distinct_of: Vec<u32>,
    findings: Vec<Vec<Finding>>,
    across: Vec<Vec<AcrossFinding>>,
    selection: Selection,
    /// Fingerprints of findings that are known and not told again.
    baseline: FxHashSet<String>,
    /// For each sign whether its findings are told; empty: all.
    scope: Vec<bool>,
    /// A baseline was given.
    compared: bool,
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

impl Checker {
    /// A checker with its context and the rules to run.
    #[must_use]
    pub fn new(context: Context, selection: Selection) -> Self {
        let rules = RULES.iter().filter(|r| selection.includes(r.meta.code)).collect();
        Self { context, selection, rules }
    }

    /// What the checker works with.
    #[must_use]
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Which rules run and at which levels.
    #[must_use]
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The findings of one sign by itself.
    #[must_use]
    pub fn check_sign(&self, zh: &str, en: &str, kind: Option<Kind>, domain: Option<Domain>) -> Vec<Finding> {
        let mut findings = self.findings(zh, en, kind, domain);
        findings.retain_mut(|f| match self.selection.levels.level(f.rule, f.level) {
            Some(level) if level >= self.selection.level => {
                f.level = level;
                true
            }
            _ => false,
        });
        findings
    }

    /// The findings at their rules' own levels, each with the whole corrected cell.
    fn findings(&self, zh: &str, en: &str, kind: Option<Kind>, domain: Option<Domain>) -> Vec<Finding> {
        let (mut findings, standard) = self.single_findings(zh, en, kind, domain);
        whole::complete(&mut findings, en, standard.as_deref(), &|en| self.single_findings(zh, en, kind, domain).0);
        findings
    }

    /// The findings, each of which knows of none but itself, and the text that the standard gives for the whole.
    fn single_findings(
        &self,
        zh: &str,
        en: &str,
        kind: Option<Kind>,
        domain: Option<Domain>,
    ) -> (Vec<Finding>, Option<String>) {
        let expectation = if is_overlong(zh, en) { None } else { self.context.expect(zh, kind, domain) };
        // The standard's own rendering, to the letter, passes in silence. That no rule warns of it is a law that the
        // tests hold; this is the short way for most signs of a good inventory.
        let (mut findings, standard) = if expectation.as_ref().is_some_and(|e| is_plain(zh) && e.writes(en)) {
            (Vec::new(), None)
        } else {
            self.judge(&Analysed::with(&self.context, zh, en, kind, domain, expectation))
        };
        if !is_overlong(zh, en) {
            let own = self.selection.custom.iter().filter(|rule| self.selection.includes(rule.code));
            findings.extend(own.flat_map(|rule| rule.check(zh, en)));
        }
        findings.sort_by_key(|f| (f.field, f.span.start, f.span.end));
        (findings, standard)
    }

    /// What the rules find, and the text that the standard gives for the whole.
    fn judge(&self, sign: &Analysed) -> (Vec<Finding>, Option<String>) {
        let mut report = Report::default();
        for rule in &self.rules {
            if !sign.is_overlong() || rule.meta.code == rules::data::overlong_cell::META.code {
                (rule.check)(sign, &mut report);
            }
        }
        let mut findings = report.into_findings();
        let standard = if findings.is_empty() { None } else { sign.sure_text() };
        let bare = findings.iter_mut().filter(|f| f.suggestion.is_none() && f.level > Level::Info);
        bare.for_each(|f| f.suggestion.clone_from(&standard));
        (findings, standard)
    }

    /// Checks all signs of all tables. `progress` is told how many more distinct texts are done.
    pub fn check<'t>(&self, tables: &'t [Table], progress: &(dyn Fn(usize) + Sync)) -> Outcome<'t> {
        let (distinct, distinct_of) = group(tables);
        // A project's own rules may weigh numbers.
        let silent = if self.selection.custom.is_empty() { Silent::new(&self.context, distinct.len()) } else { None };
        let findings: Vec<Vec<Finding>> = distinct
            .par_iter()
            .with_min_len(64)
            .map_init(String::new, |outline, d| {
                // What is shown at which level depends on the file, and a text may stand in several.
                let found = self.findings_unless(silent.as_ref(), outline, d);
                progress(1);
                found
            })
            .collect();
        self.outcome(tables, &distinct, distinct_of, findings)
    }

    fn outcome<'t>(
        &self,
        tables: &'t [Table],
        distinct: &[Distinct],
        distinct_of: Vec<u32>,
        findings: Vec<Vec<Finding>>,
    ) -> Outcome<'t> {
        Outcome {
            tables,
            distinct_of,
            findings,
            across: self.check_across(distinct),
            selection: self.selection.clone(),
            baseline: FxHashSet::default(),
            scope: Vec::new(),
            compared: false,
        }
    }

    /// The findings of one distinct text; none where another that differs in its numbers alone had none.
    fn findings_unless(&self, silent: Option<&Silent>, outline: &mut String, d: &Distinct) -> Vec<Finding> {
        let silent = silent.filter(|s| s.outline(&d.zh, &d.en, (d.kind, d.domain), outline));
        if silent.is_some_and(|s| s.knows(outline)) {
            return Vec::new();
        }
        let found = self.findings(&d.zh, &d.en, d.kind, d.domain);
        if let Some(silent) = silent.filter(|_| found.is_empty()) {
            silent.learn(outline);
        }
        found
    }

    /// What the rules of the inventory as a whole find, without the rules of single signs: for callers that have
    /// already told the findings of each sign while they read on.
    pub fn across<'t>(&self, tables: &'t [Table]) -> Outcome<'t> {
        let (distinct, distinct_of) = group(tables);
        let findings = vec![Vec::new(); distinct.len()];
        self.outcome(tables, &distinct, distinct_of, findings)
    }

    fn check_across(&self, distinct: &[Distinct]) -> Vec<Vec<AcrossFinding>> {
        let mut across: Vec<Vec<AcrossFinding>> = Vec::new();
        across.resize_with(distinct.len(), Vec::new);
        let rules: Vec<_> = INVENTORY_RULES.iter().filter(|r| self.selection.includes(r.meta.code)).collect();
        if rules.is_empty() {
            return across;
        }
        let texts: Vec<Occurrence> =
            distinct.iter().map(|d| Occurrence { zh: &d.zh, en: &d.en, signs: &d.signs }).collect();
        for found in rules.par_iter().flat_map_iter(|rule| (rule.judge)(&texts)).collect::<Vec<_>>() {
            let related = found.related.iter().filter_map(|&i| distinct[i].signs.first().copied()).collect();
            across[found.text].push(AcrossFinding { finding: found.finding, related });
        }
        across
    }
}

/// Only Chinese characters, ASCII letters and digits, and the brackets and dots of names: no rule finds fault with it.
fn is_plain(zh: &str) -> bool {
    zh.chars().all(|c| c.is_ascii_alphanumeric() || is_han(c) || matches!(c, '（' | '）' | '·' | '、'))
}

/// Groups the signs of all tables by their texts and sort.
fn group(tables: &[Table]) -> (Vec<Distinct<'_>>, Vec<u32>) {
    const KEY: [Column; 4] = [Column::Zh, Column::En, Column::Kind, Column::Domain];
    let total = tables.iter().map(|t| t.records.len()).sum();
    let mut known: FxHashMap<[&str; 4], u32> = FxHashMap::default();
    let mut distinct: Vec<Distinct> = Vec::new();
    let mut distinct_of = Vec::with_capacity(total);
    for table in tables {
        for record in &table.records {
            let key = KEY.map(|c| {
                record.cells[c as usize].map_or("", |cell| &table.text[cell.start as usize..cell.end as usize])
            });
            let sign = u32::try_from(distinct_of.len()).unwrap_or(u32::MAX);
            let index = *known.entry(key).or_insert_with(|| {
                distinct.push(Distinct {
                    zh: table.cell(record, Column::Zh),
                    en: table.cell(record, Column::En),
                    kind: Kind::parse(key[2]),
                    domain: Domain::parse(key[3]),
                    signs: Vec::new(),
                });
                u32::try_from(distinct.len() - 1).unwrap_or(u32::MAX)
            });
            distinct[index as usize].signs.push(sign);
            distinct_of.push(index);
        }
    }
    (distinct, distinct_of)
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

#[cfg(test)]
mod tests;
