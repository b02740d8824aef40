//! The kinds of places where the city's regulation asks for a foreign text (article 17): `dictionaries/law-places.csv`.
//!
//! A sign belongs to a kind by words in its text, by its own kind or by its domain. We do not have the catalogue of places
//! that the city itself draws up.

use crate::sign::{Domain, Kind};
use serde::Deserialize;
use std::sync::LazyLock;

static TABLE: &str = include_str!("../../dictionaries/law-places.csv");

#[derive(Deserialize)]
struct Row {
    id: String,
    en: String,
    zh: String,
    words: String,
    sign_kinds: String,
    domains: String,
    entry_kinds: String,
    source: String,
    clause: String,
}

/// A kind of place that the regulation names.
pub struct KindOfPlace {
    pub id: String,
    pub en: String,
    pub zh: String,
    /// Words of the Chinese that tell it.
    pub words: Vec<String>,
    sign_kinds: Vec<Kind>,
    domains: Vec<Domain>,
    /// Kinds of glossary entries that are such places.
    pub entry_kinds: Vec<String>,
    /// Source id.
    pub source: String,
    pub clause: String,
}

/// Every kind, in the order of the regulation.
pub static KINDS: LazyLock<Vec<KindOfPlace>> = LazyLock::new(|| {
    let rows = csv::Reader::from_reader(TABLE.as_bytes()).into_deserialize().filter_map(Result::ok);
    rows.map(|row: Row| KindOfPlace {
        words: values(&row.words).map(str::to_owned).collect(),
        entry_kinds: values(&row.entry_kinds).map(str::to_owned).collect(),
        sign_kinds: values(&row.sign_kinds).filter_map(Kind::parse).collect(),
        domains: values(&row.domains).filter_map(Domain::parse).collect(),
        id: row.id,
        en: row.en,
        zh: row.zh,
        source: row.source,
        clause: row.clause,
    })
    .collect()
});

fn values(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(" | ").map(str::trim).filter(|v| !v.is_empty())
}

impl KindOfPlace {
    /// A text holds one of its words.
    #[must_use]
    pub fn holds(&self, text: &str) -> bool {
        self.words.iter().any(|word| text.contains(word.as_str()))
    }

    /// A sign hangs in such a place.
    #[must_use]
    pub fn has(&self, zh: &str, kind: Option<Kind>, domain: Option<Domain>) -> bool {
        self.holds(zh)
            || kind.is_some_and(|k| self.sign_kinds.contains(&k))
            || domain.is_some_and(|d| self.domains.contains(&d))
    }
}

/// The kind of place, by the regulation, where a sign hangs.
#[must_use]
pub fn place_of(zh: &str, kind: Option<Kind>, domain: Option<Domain>) -> Option<&'static KindOfPlace> {
    KINDS.iter().find(|place| place.has(zh, kind, domain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::sources;

    #[test]
    fn the_table_is_whole_and_its_sources_are_known() {
        let rows: Vec<Row> =
            csv::Reader::from_reader(TABLE.as_bytes()).into_deserialize().filter_map(Result::ok).collect();
        assert_eq!((KINDS.len(), rows.len()), (7, 7));
        for (kind, row) in KINDS.iter().zip(&rows) {
            assert!(sources::source(&kind.source).is_some(), "{}", kind.source);
            assert_eq!(kind.sign_kinds.len(), values(&row.sign_kinds).count(), "{}", kind.id);
            assert_eq!(kind.domains.len(), values(&row.domains).count(), "{}", kind.id);
        }
    }
}
