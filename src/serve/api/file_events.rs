//! What the check of a whole file tells, line by line.

use super::views::{FindingView, MendedView};
use crate::engine::Checker;
use crate::finding::{Finding, Level};
use crate::serve::problem::Bilingual;
use crate::sign::{Column, ReadProblem, Record, Sign, Table};
use serde::Serialize;
use utoipa::ToSchema;

/// One line of the answer.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "event", rename_all = "lowercase")]
pub(super) enum Event {
    /// The file was read.
    Begin {
        /// Signs in all tables.
        signs: usize,
        tables: Vec<TableView>,
    },
    /// A sign with findings.
    Sign(Box<SignView>),
    /// How far the check is.
    Progress { done: usize, signs: usize, seconds: f64 },
    /// Everything was checked.
    End {
        /// Signs in all tables.
        signs: usize,
        /// Signs with a finding of a single sign.
        signs_with_findings: usize,
        errors: usize,
        warnings: usize,
        infos: usize,
        /// Signs with findings that were counted and not told.
        untold: usize,
        seconds: f64,
    },
    /// The check ended before the last sign.
    Stopped { detail: Bilingual },
}

/// A table of the file.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TableView {
    name: String,
    rows: usize,
    encoding: &'static str,
    /// What was wrong with single rows.
    problems: Vec<ProblemView>,
    /// What a person should know of the file, though nothing is wrong: hidden rows, two columns of one name.
    notes: Vec<Bilingual>,
}

/// A fault of one row that was stepped over.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ProblemView {
    /// Physical line, from 1; null where a whole sheet is concerned.
    line: Option<u32>,
    message: Bilingual,
}

/// A sign of the file with its findings.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SignView {
    /// Index of the table, from 0.
    table: usize,
    /// Data record, from 1.
    row: u32,
    /// Physical line, from 1; null where the format has none.
    line: Option<u32>,
    id: String,
    zh: String,
    en: String,
    kind: &'static str,
    domain: &'static str,
    place: String,
    /// The findings come from comparing all signs, after those of the sign itself.
    across: bool,
    findings: Vec<FindingView>,
    /// The sign after its safe fixes, and after all its fixes.
    mended: Option<MendedView>,
    mended_all: Option<MendedView>,
}

/// The level at which a finding on a record is shown under the project's settings.
pub(super) fn shown(checker: &Checker, table: &Table, record: &Record, finding: &Finding) -> Option<Level> {
    let selection = checker.selection();
    if selection.accepts(table, record, finding.rule) {
        return None;
    }
    selection.shown(&table.path, finding.rule, finding.level)
}

impl TableView {
    pub(super) fn of(table: &Table) -> Self {
        const MOST: usize = 50;
        let problem = |p: &ReadProblem| ProblemView {
            line: Some(p.line).filter(|line| *line > 0),
            message: Bilingual::new(&p.en, &p.zh),
        };
        Self {
            name: table.path.clone(),
            rows: table.records.len(),
            encoding: table.encoding,
            problems: table.problems.iter().take(MOST).map(problem).collect(),
            notes: table.notes.iter().map(Bilingual::from).collect(),
        }
    }
}

impl SignView {
    pub(super) fn bare(table: usize, sign: &Sign, across: bool, findings: Vec<FindingView>) -> Self {
        Self {
            table,
            row: sign.location.row,
            line: sign.location.line,
            id: sign.id.to_string(),
            zh: sign.zh.to_string(),
            en: sign.en.to_string(),
            kind: sign.kind.map_or("", |k| k.as_str()),
            domain: sign.domain.map_or("", |d| d.as_str()),
            place: sign.place.to_string(),
            across,
            findings,
            mended: None,
            mended_all: None,
        }
    }

    pub(super) fn of(
        checker: &Checker,
        (at, table): (usize, &Table),
        record: &Record,
        found: &[(&Finding, Level)],
    ) -> Self {
        let sign = table.sign(record);
        let findings = found.iter().map(|(f, level)| FindingView::of(f, *level, &sign.zh, &sign.en)).collect();
        let fits = |f: &Finding| shown(checker, table, record, f).is_some();
        // Without an English cell there is no place to write to.
        let fixable = record.cells[Column::En as usize].is_some() && found.iter().any(|(f, _)| f.fix.is_some());
        let mended = |all| {
            let sort = (sign.kind, sign.domain);
            fixable.then(|| MendedView::of(checker, (&sign.zh, &sign.en), sort, all, &fits)).flatten()
        };
        Self { mended: mended(false), mended_all: mended(true), ..Self::bare(at, &sign, false, findings) }
    }
}
