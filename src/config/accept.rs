//! Findings that a project accepts: in `signlint.toml` by rule, file and text, or beside the sign in a column.

use super::project::Files;
use crate::finding::Text;
use crate::sign::{Column, Record, Table};

/// One acceptance of the configuration. What is not given fits all.
#[derive(Debug, Clone)]
pub struct Acceptance {
    /// Rule codes or families.
    pub(super) rules: Vec<String>,
    pub(super) files: Option<Files>,
    pub(super) zh: Option<String>,
    pub(super) en: Option<String>,
    pub reason: String,
}

impl Acceptance {
    /// Whether it accepts this rule's findings on this sign.
    #[must_use]
    pub fn fits(&self, file: &str, rule: &str, zh: &str, en: &str) -> bool {
        let same = |wanted: &Option<String>, text: &str| wanted.as_deref().is_none_or(|w| w.trim() == text.trim());
        names(&self.rules, rule)
            && same(&self.zh, zh)
            && same(&self.en, en)
            && self.files.as_ref().is_none_or(|files| files.fit(file))
    }

    /// What it accepts, for a person.
    #[must_use]
    pub fn describe(&self) -> String {
        let texts = [self.zh.as_deref(), self.en.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" = ");
        [self.rules.join(", "), texts].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
    }
}

/// Whether a list of codes and families names a rule.
fn names<S: AsRef<str>>(list: &[S], rule: &str) -> bool {
    let family = rule.split_once('/').map_or(rule, |(family, _)| family);
    list.iter().any(|name| name.as_ref() == rule || name.as_ref() == family)
}

/// What stands in a sign's column of acceptances: `case/headline, spelling: the owner's own spelling`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inline {
    pub rules: Vec<String>,
    pub reason: String,
}

impl Inline {
    /// Reads the column of a record; nothing is accepted where it is empty or absent.
    #[must_use]
    pub fn of(table: &Table, record: &Record) -> Self {
        Self::parse(&table.cell(record, Column::Accept))
    }

    fn parse(cell: &str) -> Self {
        let (codes, reason) = cell.split_once([':', '：']).unwrap_or((cell, ""));
        let rules = codes.split([',', ';', '，', '；', ' ']).map(str::trim).filter(|code| !code.is_empty());
        Self { rules: rules.map(str::to_owned).collect(), reason: reason.trim().to_owned() }
    }

    /// Whether it accepts a rule's findings.
    #[must_use]
    pub fn fits(&self, rule: &str) -> bool {
        names(&self.rules, rule)
    }
}

/// An acceptance that accepts nothing: the sign was mended, or a code is mistyped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unused {
    /// File and line, or the configuration.
    pub place: String,
    pub what: String,
}

impl Unused {
    /// What to tell the user.
    #[must_use]
    pub fn text(&self) -> Text {
        Text {
            en: format!("{}: nothing to accept for {}; remove the acceptance", self.place, self.what),
            zh: format!("{}：“{}”没有可接受的问题，请删除该项", self.place, self.what),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_names_rules_and_a_reason() {
        let inline = Inline::parse("case/headline, spelling: the owner's own: as on the plate");
        assert_eq!(inline.rules, ["case/headline", "spelling"]);
        assert_eq!(inline.reason, "the owner's own: as on the plate");
        assert!(
            inline.fits("spelling/misspelled-word") && inline.fits("case/headline") && !inline.fits("case/camel-case")
        );
        assert_eq!(Inline::parse(""), Inline::default());
    }
}
