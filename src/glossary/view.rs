//! An entry as machines read it: `signlint lookup --format json` and the HTTP API.

use super::{Entry, sources};
use crate::expect::Standing;
use crate::pinyin::Romaniser;
use serde::Serialize;

/// One glossary entry with its forms by standing, its sources and how it is read aloud.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub struct EntryView {
    /// The Chinese as on the sign.
    pub zh: String,
    /// In pinyin as signs write it, where every character has a reading.
    pub pinyin: Option<String>,
    /// In pinyin with tone marks, syllable by syllable.
    pub aloud: Option<String>,
    /// The rendering that the standard would write; `//` is a line break on the sign.
    pub preferred: String,
    /// Other renderings that a current standard or the owner's use allows.
    pub allowed: Vec<String>,
    /// Short forms for narrow places.
    pub abbreviations: Vec<String>,
    /// Older official renderings.
    pub deprecated: Vec<String>,
    /// Renderings attested as wrong.
    pub banned: Vec<String>,
    pub domain: String,
    /// What it is: `station`, `facility`, `prohibition`, …
    pub kind: String,
    /// `official`, `semi-official` or `unverified`.
    pub status: String,
    /// The first one gave the preferred form.
    pub sources: Vec<SourceView>,
    /// Clause or annex as read; may be empty.
    pub clause: String,
    pub note: String,
}

/// A source by its id and its short label.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub struct SourceView {
    pub id: String,
    pub label: String,
}

impl EntryView {
    /// The entry spelled out.
    #[must_use]
    pub fn of(entry: Entry) -> Self {
        let of = |wanted: Standing| {
            entry.forms().filter(|(standing, _)| *standing == wanted).map(|(_, text)| text.to_owned()).collect()
        };
        let source = |id: &str| SourceView { id: id.to_owned(), label: sources::label(id).to_owned() };
        Self {
            zh: entry.zh().to_owned(),
            pinyin: Romaniser::standard().word(entry.zh()),
            aloud: Romaniser::standard().aloud(entry.zh()),
            preferred: entry.preferred().to_owned(),
            allowed: of(Standing::Allowed),
            abbreviations: of(Standing::Abbreviated),
            deprecated: of(Standing::Deprecated),
            banned: of(Standing::Banned),
            domain: entry.domain_name().to_owned(),
            kind: entry.kind().to_owned(),
            status: entry.status().as_str().to_owned(),
            sources: entry.source_ids().map(source).collect(),
            clause: entry.clause().to_owned(),
            note: entry.note().to_owned(),
        }
    }
}
