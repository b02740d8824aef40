//! What a rule says of a sign: what is wrong, where, why, by which clause, and what to write instead.

use crate::fix::Fix;
use crate::sign::{Field, Span};
use serde::Serialize;

/// How sure and how grave. Order: `Info < Warning < Error`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Worth a look: a preference, or an older official form still on many signs.
    Info,
    /// Against the standard's form, or a term other than the standard's.
    Warning,
    /// Wrong for sure: a careful reviewer would have the sign remade.
    Error,
}

impl Level {
    /// Lower-case name, as in flags and output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The language of messages, explanations and reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    #[default]
    En,
    Zh,
}

/// One sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Text {
    pub en: String,
    pub zh: String,
}

impl Text {
    /// The sentence in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }

    /// The sentence with the file that it is said of.
    #[must_use]
    pub(crate) fn of(self, path: &str) -> Self {
        Self { en: format!("{path}: {}", self.en), zh: format!("{path}：{}", self.zh) }
    }
}

/// The standard, law or list that a finding rests on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Citation {
    /// Short label, as in `GB/T 16159-2012`; empty where none was read.
    pub source: String,
    /// Clause or annex as read; empty where not read.
    pub clause: String,
}

/// One finding on one distinct sign text. Where it stands in the inventory is added when it is reported.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// Code of the rule, `family/what-is-wrong`.
    pub rule: &'static str,
    pub level: Level,
    /// The cell that `span` points into.
    pub field: Field,
    /// Byte range of the original cell.
    pub span: Span,
    pub message: Text,
    /// The whole corrected English cell, where one is known.
    pub suggestion: Option<String>,
    /// Edits of the cell that mend just this finding.
    pub fix: Option<Fix>,
    pub citation: Citation,
}
