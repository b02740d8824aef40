//! What a user sets: profile, rules and levels, on the command line or in a project's `signlint.toml`.

mod accept;
mod custom;
mod fault;
mod project;
mod raw;

pub use accept::{Acceptance, Inline, Unused};
pub use custom::CustomRule;
pub use fault::ConfigError;
pub use project::{FILE_NAME, Files, KEYS, Override, Project};

use crate::finding::Level;
use crate::sign::{Column, Domain, Kind, Record, Table};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A set of preferences for one use. `beijing` is the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, clap::ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Profile {
    /// Beijing's public signs: the city's standards and usage first.
    #[default]
    Beijing,
    /// Venues of the Winter Games: the Games' terms first, British spelling where the Games wrote it.
    WinterGames,
    /// Street and place nameplates: pinyin throughout, where no kind of sign is given.
    PlaceNamePlate,
    /// Road signs that guide traffic: pinyin names, English generics or their abbreviations.
    TrafficGuide,
    /// Rail-transit stations: the operators' names.
    Station,
    /// The national standards before the city's.
    National,
}

impl Profile {
    /// The kind of sign that is meant where the inventory tells none.
    #[must_use]
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::PlaceNamePlate => Some(Kind::PlaceNamePlate),
            Self::TrafficGuide => Some(Kind::TrafficGuide),
            Self::Station => Some(Kind::StationSign),
            Self::Beijing | Self::WinterGames | Self::National => None,
        }
    }

    /// The domain that is meant where the inventory tells none: its entries come first.
    #[must_use]
    pub fn domain(self) -> Option<Domain> {
        (self == Self::WinterGames).then_some(Domain::WinterGames)
    }

    /// Whether entries of the city's own standards stand behind those of the nation.
    #[must_use]
    pub fn is_national(self) -> bool {
        self == Self::National
    }
}

/// What a project makes of a rule's findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Setting {
    Off,
    Info,
    Warning,
    Error,
}

impl Setting {
    /// The level it sets; `None` where findings are left out.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Off => None,
            Self::Info => Some(Level::Info),
            Self::Warning => Some(Level::Warning),
            Self::Error => Some(Level::Error),
        }
    }
}

/// Settings by rule code or family; a code wins over its family.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Levels(BTreeMap<String, Setting>);

impl Levels {
    /// Settings for rule codes and families.
    #[must_use]
    pub fn new(settings: BTreeMap<String, Setting>) -> Self {
        Self(settings)
    }

    /// The setting for a rule, where there is one.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<Setting> {
        let family = || code.split_once('/').and_then(|(family, _)| self.0.get(family));
        self.0.get(code).or_else(family).copied()
    }

    /// The level of a finding under these settings; `None` where it is left out.
    #[must_use]
    pub fn level(&self, code: &str, level: Level) -> Option<Level> {
        self.get(code).map_or(Some(level), Setting::level)
    }

    /// Whether nothing is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Which rules run, and from which level findings are shown.
#[derive(Debug, Clone)]
pub struct Selection {
    /// Rule codes or families; empty: all.
    pub select: Vec<String>,
    /// Rule codes or families left out.
    pub ignore: Vec<String>,
    /// Lowest level shown.
    pub level: Level,
    /// Levels that a project sets.
    pub levels: Levels,
    /// Levels for some files only; the last that fits a file wins.
    pub overrides: Vec<Override>,
    /// The project's own rules.
    pub custom: Vec<CustomRule>,
    /// Findings that the project lives with.
    pub accepted: Vec<Acceptance>,
}

impl Default for Selection {
    fn default() -> Self {
        Self {
            select: Vec::new(),
            ignore: Vec::new(),
            level: Level::Info,
            levels: Levels::default(),
            overrides: Vec::new(),
            custom: Vec::new(),
            accepted: Vec::new(),
        }
    }
}

impl Selection {
    /// The level at which a finding on a file is shown; `None` where it is not.
    #[must_use]
    pub fn shown(&self, file: &str, code: &str, level: Level) -> Option<Level> {
        let over = self.overrides.iter().rev().filter(|o| o.fits(file)).find_map(|o| o.levels.get(code));
        let level = match over {
            Some(setting) => setting.level()?,
            None => self.levels.level(code, level)?,
        };
        (level >= self.level).then_some(level)
    }

    /// Whether a rule's findings on a sign are accepted, beside it or in the configuration.
    #[must_use]
    pub fn accepts(&self, table: &Table, record: &Record, rule: &str) -> bool {
        let text = |column| table.cell(record, column);
        let in_config = |a: &Acceptance| a.fits(&table.path, rule, &text(Column::Zh), &text(Column::En));
        Inline::of(table, record).fits(rule) || self.accepted.iter().any(in_config)
    }

    /// Whether a rule runs.
    #[must_use]
    pub fn includes(&self, code: &str) -> bool {
        if self.overrides.is_empty() && self.levels.get(code) == Some(Setting::Off) {
            return false;
        }
        let named =
            |list: &[String]| list.iter().any(|s| s == code || code.split_once('/').is_some_and(|(f, _)| f == s));
        (self.select.is_empty() || named(&self.select)) && !named(&self.ignore)
    }
}
