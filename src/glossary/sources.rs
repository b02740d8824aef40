//! The table of sources that entries and rules cite.

include!(concat!(env!("OUT_DIR"), "/sources.rs"));

/// One source: a standard, a law, an owner's own publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    pub id: &'static str,
    /// What a user sees beside a finding.
    pub label: &'static str,
    pub title: &'static str,
    pub year: i64,
    /// `law`, `standard`, `superseded`, `owner`, `press` or `editorial`.
    pub standing: &'static str,
}

/// Looks a source up by its id.
#[must_use]
pub fn source(id: &str) -> Option<Source> {
    let at = SOURCES.binary_search_by(|row| row.0.cmp(id)).ok()?;
    let (id, label, title, year, standing) = SOURCES[at];
    Some(Source { id, label, title, year, standing })
}

/// The label of a source, or the id itself where the table does not hold it (a project's own glossary).
#[must_use]
pub fn label(id: &str) -> &str {
    source(id).map_or(id, |s| s.label)
}

/// Every source, sorted by id.
pub fn all() -> impl Iterator<Item = Source> {
    SOURCES.iter().map(|&(id, label, title, year, standing)| Source { id, label, title, year, standing })
}
