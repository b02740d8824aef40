//! The front door of the library: a configuration, a checker made of it, an inventory checked by it.

use crate::analyse::Context;
use crate::config::{ConfigError, Project};
use crate::curate::layer;
use crate::engine::{self, Outcome};
use crate::finding::Finding;
use crate::glossary::Glossary;
use crate::read::{self, ColumnSpec, ReadError, ReadOptions, Source};
use crate::rules::all_meta;
use crate::sign::{Cell, Column, Record, Table};
use crate::suggest::{Suggestion, suggest};
use std::path::Path;

/// Checks signs under one configuration. Making one compiles the project's glossaries; checking shares it between
/// threads.
///
/// ```
/// use signlint::{Checker, Config, Inventory};
///
/// let checker = Checker::new(Config::default())?;
/// let inventory = Inventory::from_pairs([("平安大街", "Pingan Avenue"), ("出口", "Exit")]);
/// let outcome = checker.check(&inventory);
/// let finding = outcome.reported().next().expect("Pingan lacks its apostrophe");
/// assert_eq!(finding.finding.suggestion.as_deref(), Some("Ping'an Avenue"));
/// assert_eq!(outcome.reported().count(), 1);
/// # Ok::<(), signlint::ConfigError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Checker {
    engine: engine::Checker,
    options: ReadOptions,
}

impl Checker {
    /// A checker for a configuration; `Config::default()` holds signs to Beijing's standards.
    ///
    /// # Errors
    /// A glossary or rule that the configuration names and that is not there or not as it should be.
    pub fn new(config: Project) -> Result<Self, ConfigError> {
        let own = |name: &str| config.custom.iter().any(|r| r.code == name || r.code.starts_with(&format!("{name}/")));
        let known = |name: &str| own(name) || all_meta().any(|m| m.code == name || m.family() == name);
        if let Some(name) = config.select.iter().chain(&config.ignore).find(|name| !known(name)) {
            return Err(ConfigError {
                en: format!("error: no rule or family is called {name}\n  `signlint rules` lists them"),
                zh: format!("错误：没有名为“{name}”的规则或类别\n  见 `signlint rules`"),
            });
        }
        let columns = config.columns.as_deref().map(ColumnSpec::parse).transpose();
        let columns = columns.map_err(|e| ConfigError {
            en: e.message(crate::finding::Lang::En),
            zh: e.message(crate::finding::Lang::Zh),
        })?;
        let mut glossary = Glossary::standard();
        for path in &config.glossaries {
            glossary = glossary.with_layer(layer(path)?);
        }
        let context = Context { glossary, profile: config.profile.unwrap_or_default(), without_names: false };
        let engine = engine::Checker::new(context, config.selection(&[], &[], None));
        Ok(Self { engine, options: ReadOptions { columns, ..ReadOptions::default() } })
    }

    /// Reads a file of signs in any format that signlint knows, with the columns that the configuration names.
    ///
    /// # Errors
    /// A file that cannot be read or holds no signs.
    pub fn open(&self, path: impl AsRef<Path>) -> Result<Inventory, ReadError> {
        let path = path.as_ref().to_string_lossy().into_owned();
        let bytes = read::bytes_of(&path)?;
        self.read(&path, bytes)
    }

    /// Reads the bytes of a file; the name stands for it in findings, and its extension helps to tell the format.
    ///
    /// # Errors
    /// Bytes that hold no signs.
    pub fn read(&self, name: &str, bytes: Vec<u8>) -> Result<Inventory, ReadError> {
        let source = Source { path: name.to_owned(), partner: None, is_named: true };
        read::read_source(&source, bytes, &self.options).map(|tables| Inventory { tables })
    }

    /// Checks every sign of an inventory, each distinct text once and in parallel, then the inventory as a whole.
    pub fn check<'i>(&self, inventory: &'i Inventory) -> Outcome<'i> {
        self.engine.check(&inventory.tables, &|_| {})
    }

    /// The findings of one sign by itself.
    #[must_use]
    pub fn check_pair(&self, zh: &str, en: &str) -> Vec<Finding> {
        self.engine.check_sign(zh, en, None, None)
    }

    /// What the standard would write for a Chinese text.
    #[must_use]
    pub fn suggest(&self, zh: &str) -> Suggestion {
        suggest(self.engine.context(), zh, None, None)
    }
}

/// Signs to be checked together.
#[derive(Debug)]
pub struct Inventory {
    tables: Vec<Table>,
}

impl Inventory {
    /// Signs that stand in no file: pairs of Chinese and English. They are numbered from 1.
    pub fn from_pairs<Z: AsRef<str>, E: AsRef<str>>(pairs: impl IntoIterator<Item = (Z, E)>) -> Self {
        let mut text = String::new();
        let mut records = Vec::new();
        for (row, (zh, en)) in (1..).zip(pairs) {
            let mut record = Record { row, ..Record::default() };
            for (column, cell) in [(Column::Zh, zh.as_ref()), (Column::En, en.as_ref())] {
                // Spans are 32 bits wide: what does not fit is left out.
                let Ok(end) = u32::try_from(text.len() + cell.len()) else { break };
                let start = end - u32::try_from(cell.len()).unwrap_or(end);
                record.cells[column as usize] = Some(Cell { start, end, escaped: false });
                text.push_str(cell);
            }
            records.push(record);
        }
        Self { tables: vec![Table::of_pairs(text, records)] }
    }

    /// Number of signs.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tables.iter().map(|table| table.records.len()).sum()
    }

    /// Whether there is no sign.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Level;

    #[test]
    fn a_configuration_that_names_nothing_known_is_refused() {
        let faulty = |config: Project| Checker::new(config).expect_err("faulty").en;
        assert!(faulty(Project { select: vec!["no/such".into()], ..Project::default() }).contains("no/such"));
        assert!(
            faulty(Project { glossaries: vec!["/no/file.csv".into()], ..Project::default() }).contains("/no/file.csv")
        );
        assert!(faulty(Project { columns: Some("x".into()), ..Project::default() }).contains("--columns"));
    }

    #[test]
    fn the_configuration_holds_for_reading_and_checking() {
        let config = Project {
            columns: Some("zh=甲,en=乙".into()),
            level: Some(Level::Error),
            ignore: vec!["spelling".into()],
            ..Project::default()
        };
        let checker = Checker::new(config).expect("valid");
        let bytes = "甲,乙\n平安大街,Pingan Avenue\n消火栓,Fire Hidrant\n".as_bytes().to_vec();
        let inventory = checker.read("signs.csv", bytes).expect("read");
        assert_eq!(inventory.len(), 2);
        let outcome = checker.check(&inventory);
        let rules: Vec<&str> = outcome.reported().map(|r| r.finding.rule).collect();
        assert_eq!(rules, ["pinyin/missing-apostrophe"]);
        assert_eq!(checker.check_pair("平安大街", "Pingan Avenue").len(), 1);
        assert_eq!(checker.suggest("紧急出口").en.as_deref(), Some("Emergency Exit"));
    }
}
