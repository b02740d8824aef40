//! Findings as the editor shows them.

use super::document::Document;
use crate::engine::{Outcome, Reported};
use crate::finding::{Lang, Level};
use crate::glossary::sources::cited;
use crate::read::ReadError;
use crate::sign::ReadProblem;
use lsp_types::{
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString, Position, Range as LspRange,
};

/// Most other signs named beside a finding of the inventory as a whole.
const MOST_RELATED: usize = 10;

/// Everything that is to be shown in a document.
pub(super) fn of(document: &Document, outcome: &Outcome) -> Vec<Diagnostic> {
    let Some(lang) = document.settings.as_ref().map(|settings| settings.lang) else { return Vec::new() };
    let faults = document.fault.iter().map(|error| unreadable(document, error, lang));
    let problems =
        document.tables.iter().flat_map(|t| t.problems.iter().map(|problem| faulty_row(document, problem, lang)));
    let findings = outcome.reported().filter_map(|reported| finding(document, outcome, &reported, lang));
    faults.chain(problems).chain(findings).collect()
}

fn diagnostic(range: LspRange, severity: DiagnosticSeverity, message: String) -> Diagnostic {
    let source = Some("signlint".to_owned());
    Diagnostic { range, severity: Some(severity), source, message, ..Diagnostic::default() }
}

/// One finding; `None` where its sign is not known.
pub(super) fn finding(document: &Document, outcome: &Outcome, reported: &Reported, lang: Lang) -> Option<Diagnostic> {
    let (table, record) = outcome.record(reported)?;
    let finding = reported.finding;
    let severity = match reported.level {
        Level::Error => DiagnosticSeverity::ERROR,
        Level::Warning => DiagnosticSeverity::WARNING,
        Level::Info => DiagnosticSeverity::INFORMATION,
    };
    let mut message = finding.message.get(lang).to_owned();
    if let Some(write) = &finding.suggestion {
        message += &match lang {
            Lang::En => format!("\nwrite: {write}"),
            Lang::Zh => format!("\n应写作：{write}"),
        };
    }
    let cited = cited(&finding.citation.source, &finding.citation.clause, lang);
    if !cited.is_empty() {
        message += &format!("\n[{cited}]");
    }
    let range = document.place(table, record, finding.field, Some(&finding.span));
    Some(Diagnostic {
        code: Some(NumberOrString::String(finding.rule.to_owned())),
        related_information: related(document, reported),
        ..diagnostic(range, severity, message)
    })
}

/// The other signs that a finding of the inventory as a whole speaks of.
fn related(document: &Document, reported: &Reported) -> Option<Vec<DiagnosticRelatedInformation>> {
    let others = reported.related.iter().take(MOST_RELATED).map(|sign| DiagnosticRelatedInformation {
        location: Location { uri: document.uri.clone(), range: document.line(sign.location.line.unwrap_or(1)) },
        message: format!("{} {}", sign.zh, sign.en),
    });
    let others: Vec<_> = others.collect();
    (!others.is_empty()).then_some(others)
}

fn faulty_row(document: &Document, problem: &ReadProblem, lang: Lang) -> Diagnostic {
    let message = match lang {
        Lang::En => &problem.en,
        Lang::Zh => &problem.zh,
    };
    diagnostic(document.line(problem.line), DiagnosticSeverity::WARNING, message.clone())
}

/// A text that held signs and cannot be read now.
fn unreadable(document: &Document, error: &ReadError, lang: Lang) -> Diagnostic {
    let line = match error {
        ReadError::Syntax { place, .. } => {
            let after = place.strip_prefix(document.path.as_str()).unwrap_or("");
            after.split(':').nth(1).and_then(|line| line.parse().ok()).unwrap_or(1)
        }
        ReadError::NoPair { line, .. } | ReadError::NoRows { line, .. } => *line,
        _ => 1,
    };
    diagnostic(document.line(line), DiagnosticSeverity::WARNING, error.message(lang))
}

/// Whether two ranges share a position; ends count, since a cursor stands between characters.
pub(super) fn meet(a: &LspRange, b: &LspRange) -> bool {
    let key = |p: Position| (p.line, p.character);
    key(a.start) <= key(b.end) && key(b.start) <= key(a.end)
}
