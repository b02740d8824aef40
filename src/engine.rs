//! Runs the rules over an inventory: each distinct sign text once, in parallel; findings come out in input order
//! whatever the number of threads.

mod memo;
mod numbered;
mod outcome;

pub use memo::Memo;
pub use outcome::{Outcome, Reported};

use crate::analyse::{Analysed, Context, is_overlong};
use crate::config::Selection;
use crate::finding::{Finding, Level};
use crate::rules::{self, INVENTORY_RULES, Occurrence, RULES, Report, Rule};
use crate::sign::{Column, Domain, Kind, Table};
use crate::text::{as_simplified, is_han};
use crate::whole;
use numbered::Silent;
use outcome::AcrossFinding;
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
        // A sign in traditional characters says what it says in simplified ones, which the dictionaries hold.
        let written = zh;
        let readable = if is_overlong(zh, en) { zh.into() } else { as_simplified(zh) };
        let zh = &*readable;
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
            findings.extend(own.flat_map(|rule| rule.check(written, en)));
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
        let mut outcome = Outcome {
            tables,
            distinct_of,
            findings,
            across: self.check_across(distinct),
            selection: self.selection.clone(),
            baseline: FxHashSet::default(),
            paths: Vec::new(),
            scope: Vec::new(),
            compared: false,
        };
        outcome.set_folder(&std::path::absolute(".").unwrap_or_default());
        outcome
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
            distinct.par_iter().map(|d| Occurrence::new(&d.zh, &d.en, d.kind, &d.signs)).collect();
        for found in rules.par_iter().flat_map_iter(|rule| (rule.judge)(&self.context, &texts)).collect::<Vec<_>>() {
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

#[cfg(test)]
mod tests;
