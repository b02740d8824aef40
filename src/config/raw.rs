//! The shapes of a `signlint.toml` as it is written, before names are looked up and paths made absolute.

use super::{Profile, Setting, custom};
use crate::finding::{Lang, Level};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Raw {
    pub(super) profile: Option<Profile>,
    pub(super) level: Option<Shown>,
    pub(super) fail_on: Option<FailOn>,
    #[serde(default)]
    pub(super) select: Vec<String>,
    #[serde(default)]
    pub(super) ignore: Vec<String>,
    #[serde(default)]
    pub(super) glossaries: Vec<PathBuf>,
    #[serde(default)]
    pub(super) columns: RawColumns,
    #[serde(default)]
    pub(super) rules: BTreeMap<String, Setting>,
    #[serde(default)]
    pub(super) overrides: Vec<RawOverride>,
    pub(super) baseline: Option<PathBuf>,
    #[serde(default)]
    pub(super) custom: Vec<custom::Raw>,
    #[serde(default)]
    pub(super) accept: Vec<RawAcceptance>,
    pub(super) lang: Option<RawLang>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct RawAcceptance {
    pub(super) rules: Vec<String>,
    pub(super) files: Option<Vec<String>>,
    pub(super) zh: Option<String>,
    pub(super) en: Option<String>,
    pub(super) reason: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct RawOverride {
    pub(super) files: Vec<String>,
    pub(super) rules: BTreeMap<String, Setting>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Shown {
    Error,
    Warning,
    Info,
}

impl From<Shown> for Level {
    fn from(shown: Shown) -> Self {
        match shown {
            Shown::Error => Self::Error,
            Shown::Warning => Self::Warning,
            Shown::Info => Self::Info,
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

/// `None` is `never`.
impl From<FailOn> for Option<Level> {
    fn from(level: FailOn) -> Self {
        match level {
            FailOn::Error => Some(Level::Error),
            FailOn::Warning => Some(Level::Warning),
            FailOn::Info => Some(Level::Info),
            FailOn::Never => None,
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum RawLang {
    En,
    Zh,
}

impl From<RawLang> for Lang {
    fn from(lang: RawLang) -> Self {
        match lang {
            RawLang::En => Self::En,
            RawLang::Zh => Self::Zh,
        }
    }
}

/// The columns by their names on the command line (`--columns`).
#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct RawColumns {
    pub(super) zh: Option<ColumnName>,
    pub(super) en: Option<ColumnName>,
    pub(super) id: Option<ColumnName>,
    pub(super) domain: Option<ColumnName>,
    pub(super) kind: Option<ColumnName>,
    pub(super) place: Option<ColumnName>,
    pub(super) district: Option<ColumnName>,
    pub(super) signlint: Option<ColumnName>,
}

impl RawColumns {
    /// As `--columns` takes them.
    pub(super) fn flag(self) -> Option<String> {
        let columns = [
            ("zh", self.zh),
            ("en", self.en),
            ("id", self.id),
            ("domain", self.domain),
            ("kind", self.kind),
            ("place", self.place),
            ("district", self.district),
            ("signlint", self.signlint),
        ];
        let told = columns.into_iter().filter_map(|(column, name)| match name? {
            ColumnName::Name(name) => Some(format!("{column}={name}")),
            ColumnName::Number(number) => Some(format!("{column}={number}")),
        });
        Some(told.collect::<Vec<_>>().join(",")).filter(|flag| !flag.is_empty())
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum ColumnName {
    Name(String),
    Number(u16),
}
