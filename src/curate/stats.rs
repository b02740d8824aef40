//! `glossary stats`: how many entries, by domain, kind, source and status.

use super::Row;
use crate::glossary::compile::STATUSES;
use serde::Serialize;
use std::collections::BTreeMap;

/// Counts of a glossary.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Stats {
    pub entries: usize,
    /// English forms of all standings.
    pub forms: usize,
    pub by_group: BTreeMap<String, usize>,
    pub by_domain: BTreeMap<String, usize>,
    pub by_kind: BTreeMap<String, usize>,
    pub by_status: BTreeMap<String, usize>,
    /// By the source that gave the preferred form.
    pub by_source: BTreeMap<String, usize>,
    /// Entries with a deprecated form.
    pub with_deprecated: usize,
    /// Entries with a banned form.
    pub with_banned: usize,
}

impl Stats {
    /// Counts entries.
    #[must_use]
    pub fn of(rows: impl IntoIterator<Item = Row>) -> Self {
        let mut stats = Self::default();
        for row in rows {
            stats.entries += 1;
            stats.forms += row.forms.len();
            stats.with_deprecated += usize::from(row.forms.iter().any(|(s, _)| *s == 3));
            stats.with_banned += usize::from(row.forms.iter().any(|(s, _)| *s == 4));
            let source = row.sources.split(" | ").next().unwrap_or("").to_owned();
            let status = STATUSES[row.status as usize % STATUSES.len()].to_owned();
            for (counts, key) in [
                (&mut stats.by_group, row.group),
                (&mut stats.by_domain, row.domain),
                (&mut stats.by_kind, row.kind),
                (&mut stats.by_status, status),
                (&mut stats.by_source, source),
            ] {
                *counts.entry(key).or_default() += 1;
            }
        }
        stats
    }
}
