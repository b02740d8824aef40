//! One file per output format. Reports read an outcome and write bytes; they decide nothing.

pub mod checkstyle;
pub mod csv;
mod fields;
pub mod github;
pub mod gitlab;
pub mod json;
pub mod jsonl;
pub mod junit;
pub mod markdown;
mod position;
pub mod rdjson;
mod rules_page;
pub mod sarif;
pub mod text;
pub mod xlsx;

pub use csv::harmless;
pub use position::Position;
pub use rules_page::rules_page;

use crate::analyse::Context;
use crate::engine::{Outcome, Reported};
use crate::finding::{Lang, Level};
use std::collections::BTreeMap;
use std::time::Duration;

/// Figures of one check, gathered while the findings are written.
#[derive(Debug, Clone)]
pub struct Summary {
    pub signs: usize,
    pub distinct: usize,
    pub by_level: BTreeMap<Level, usize>,
    pub by_rule: BTreeMap<&'static str, usize>,
    /// Signs with at least one finding.
    pub signs_with_findings: usize,
    /// Entries of the glossary checked against.
    pub glossary_entries: usize,
    /// Language of messages in formats that carry one.
    pub lang: Lang,
    /// Table and row of the finding counted last.
    last: Option<(usize, u32)>,
}

impl Summary {
    /// Figures before any finding is counted.
    #[must_use]
    pub fn new(outcome: &Outcome, context: &Context, lang: Lang) -> Self {
        Self {
            signs: outcome.signs(),
            distinct: outcome.distinct(),
            by_level: BTreeMap::new(),
            by_rule: BTreeMap::new(),
            signs_with_findings: 0,
            glossary_entries: context.glossary.len(),
            lang,
            last: None,
        }
    }

    /// Counts one finding.
    pub fn count(&mut self, reported: &Reported) {
        *self.by_level.entry(reported.level).or_default() += 1;
        *self.by_rule.entry(reported.finding.rule).or_default() += 1;
        let place = (reported.table, reported.sign.location.row);
        if self.last != Some(place) {
            self.signs_with_findings += 1;
            self.last = Some(place);
        }
    }

    /// The highest level found.
    #[must_use]
    pub fn highest(&self) -> Option<Level> {
        self.by_level.keys().next_back().copied()
    }

    /// The closing line for a person.
    #[must_use]
    pub fn line(&self, lang: Lang, took: Duration) -> String {
        let n = |level| self.by_level.get(&level).copied().unwrap_or(0);
        let (errors, warnings, infos) = (n(Level::Error), n(Level::Warning), n(Level::Info));
        let seconds = took.as_secs_f64();
        match lang {
            Lang::En => format!(
                "{} ({} distinct): {}, {}, {} on {}; {seconds:.2} s",
                counted(self.signs, "sign"),
                self.distinct,
                counted(errors, "error"),
                counted(warnings, "warning"),
                counted(infos, "note"),
                counted(self.signs_with_findings, "sign")
            ),
            Lang::Zh => format!(
                "共 {} 条标识（{} 条不重复）：{} 条有问题，错误 {errors}，警告 {warnings}，提示 {infos}；用时 {seconds:.2} 秒",
                self.signs, self.distinct, self.signs_with_findings
            ),
        }
    }
}

/// A number with its noun, whose plural takes an s.
#[must_use]
pub fn counted<N: std::fmt::Display + PartialEq + From<u8>>(number: N, noun: &str) -> String {
    format!("{number} {noun}{}", if number == N::from(1) { "" } else { "s" })
}

/// Text without control characters: a cell must not drive the terminal.
#[must_use]
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => ' ',
            c if c.is_control()
                || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
            {
                '\u{fffd}'
            }
            c => c,
        })
        .collect()
}
