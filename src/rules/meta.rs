//! What every rule says of itself.

use super::Example;
use crate::finding::{Citation, Lang, Level};
use crate::glossary::sources;

/// Whether a rule's fixes may be applied without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FixKind {
    /// The rule offers no edit.
    None,
    /// A person should look at the edit first.
    Suggested,
    /// The standard leaves no choice.
    Safe,
}

impl FixKind {
    /// What the kind means to a user.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::None, Lang::En) => "none",
            (Self::None, Lang::Zh) => "无",
            (Self::Suggested, Lang::En) => "suggested, look at it first",
            (Self::Suggested, Lang::Zh) => "建议，需人工确认",
            (Self::Safe, Lang::En) => "safe",
            (Self::Safe, Lang::Zh) => "可自动修改",
        }
    }
}

/// A rule's words in one language.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// One line: what is wrong.
    pub summary: &'static str,
    /// A short paragraph: why a reader would stumble, and what the standard asks for.
    pub why: &'static str,
}

/// The standard or law a rule rests on: an id of `sources.toml`, and the clause as read (may be empty).
#[derive(Debug, Clone, Copy)]
pub struct Cite {
    pub source: &'static str,
    pub clause: &'static str,
}

/// A citation in a rule's metadata.
#[must_use]
pub const fn cite(source: &'static str, clause: &'static str) -> Cite {
    Cite { source, clause }
}

impl Cite {
    /// The citation as a finding carries it.
    #[must_use]
    pub fn citation(&self) -> Citation {
        Citation { source: sources::label(self.source).to_owned(), clause: self.clause.to_owned() }
    }
}

/// Metadata of one rule.
#[derive(Debug)]
pub struct Meta {
    /// `family/what-is-wrong`, permanent once released.
    pub code: &'static str,
    /// The level it reports at, unless a finding says otherwise.
    pub level: Level,
    pub fix: FixKind,
    pub en: Words,
    pub zh: Words,
    pub citation: Cite,
    /// Signs that the rule must flag and signs on which it must stay silent; they run as tests.
    pub examples: &'static [Example],
}

impl Meta {
    /// What the rule says of itself in one language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &Words {
        if lang == Lang::Zh { &self.zh } else { &self.en }
    }

    /// The family: the code up to the slash.
    #[must_use]
    pub fn family(&self) -> &'static str {
        self.code.split_once('/').map_or(self.code, |(family, _)| family)
    }
}
