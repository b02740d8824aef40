//! Checking a text that changes a little at a time: what was found on a sign is kept until the sign changes.

use super::{Checker, Distinct, Outcome, group};
use crate::finding::Finding;
use crate::sign::{Domain, Kind, Table};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Findings by distinct sign. It belongs to one checker: under another its findings would be wrong.
#[derive(Debug, Default)]
pub struct Memo(FxHashMap<Key, Vec<Finding>>);

type Key = (String, String, Option<Kind>, Option<Domain>);

fn key(distinct: &Distinct) -> Key {
    (distinct.zh.clone().into_owned(), distinct.en.clone().into_owned(), distinct.kind, distinct.domain)
}

impl Checker {
    /// As [`Self::check`], but only signs that the memo does not hold are checked. The memo then holds the signs of these
    /// tables and no others.
    pub fn check_again<'t>(&self, tables: &'t [Table], memo: &mut Memo) -> Outcome<'t> {
        let (distinct, distinct_of) = group(tables);
        let known = &memo.0;
        let findings: Vec<(Key, Vec<Finding>)> = distinct
            .par_iter()
            .with_min_len(64)
            .map(|d| {
                let key = key(d);
                let found = known.get(&key).cloned();
                let found = found.unwrap_or_else(|| self.findings(&d.zh, &d.en, d.kind, d.domain));
                (key, found)
            })
            .collect();
        memo.0 = findings.iter().cloned().collect();
        self.outcome(tables, &distinct, distinct_of, findings.into_iter().map(|(_, found)| found).collect())
    }
}
