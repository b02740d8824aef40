//! Diagnostics for a person: the sign in its file, the span, why, the clause, what to write.

use super::{Summary, printable};
use crate::engine::{Outcome, Reported};
use crate::finding::{Lang, Level};
use crate::sign::{Cell, Column, Field, Record, Table};
use annotate_snippets::{AnnotationKind, Group, Renderer, Snippet};
use std::io::{self, Write};
use std::ops::Range;

/// Writes every finding. The writer decides whether colours are kept (anstream).
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, outcome: &Outcome, summary: &mut Summary, lang: Lang) -> io::Result<()> {
    let renderer = Renderer::styled();
    for reported in outcome.reported() {
        summary.count(&reported);
        let Some((table, record)) = outcome.record(&reported) else {
            continue;
        };
        writeln!(out, "{}\n", renderer.render(&[diagnostic(&reported, table, record, lang)]))?;
    }
    Ok(())
}

fn diagnostic<'r>(reported: &'r Reported, table: &'r Table, record: &Record, lang: Lang) -> Group<'r> {
    let finding = reported.finding;
    let level = match reported.level {
        Level::Error => annotate_snippets::Level::ERROR,
        Level::Warning => annotate_snippets::Level::WARNING,
        Level::Info => annotate_snippets::Level::INFO,
    };
    let view = View::of(reported, table, record);
    let mut snippet = Snippet::source(view.source).line_start(view.line).path(printable(&view.path));
    if let Some(context) = view.context {
        snippet = snippet.annotation(AnnotationKind::Context.span(context));
    }
    let label = finding.suggestion.as_deref().map(|s| match lang {
        Lang::En => format!("write: {}", printable(s)),
        Lang::Zh => format!("应写作：{}", printable(s)),
    });
    snippet = snippet.annotation(AnnotationKind::Primary.span(view.span).label(label));
    let mut group = level.primary_title(printable(finding.message.get(lang))).id(finding.rule).element(snippet);
    if !finding.citation.source.is_empty() {
        let by = match lang {
            Lang::En => "by",
            Lang::Zh => "依据",
        };
        let clause =
            if finding.citation.clause.is_empty() { String::new() } else { format!(", {}", finding.citation.clause) };
        group = group.element(
            annotate_snippets::Level::NOTE.with_name(by).message(format!("{}{clause}", finding.citation.source)),
        );
    }
    group
}

/// The part of the file that a diagnostic shows.
struct View {
    source: String,
    path: String,
    line: usize,
    span: Range<usize>,
    context: Option<Range<usize>>,
}

impl View {
    /// The physical lines of both cells, where the cell stands in the file as it reads; else the cell alone.
    fn of(reported: &Reported, table: &Table, record: &Record) -> Self {
        let (column, text) = match reported.finding.field {
            Field::En => (Column::En, &reported.sign.en),
            Field::Zh => (Column::Zh, &reported.sign.zh),
        };
        let path = table.path.clone();
        let line = record.line.max(1) as usize;
        match record.cells[column as usize] {
            Some(cell) if !cell.escaped => {
                let zh = record.cells[Column::Zh as usize].unwrap_or(cell);
                Self::in_file(table, record, cell, zh, &reported.finding.span, path)
            }
            _ => Self { source: text.to_string(), path, line, span: reported.finding.span.clone(), context: None },
        }
    }

    fn in_file(table: &Table, record: &Record, cell: Cell, zh: Cell, span: &Range<usize>, path: String) -> Self {
        let text = &table.text;
        let first = record.cells.iter().flatten().map(|c| c.start).min().unwrap_or(cell.start) as usize;
        let low = cell.start.min(zh.start) as usize;
        let high = cell.end.max(zh.end) as usize;
        let start = text[..low].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let end = text[high..].find(['\n', '\r']).map_or(text.len(), |at| high + at);
        let before = text.get(first..start).map_or(0, |gap| gap.matches('\n').count());
        let at = cell.start as usize - start;
        let context = (zh != cell).then(|| zh.start as usize - start..zh.end as usize - start);
        Self {
            source: text[start..end].to_owned(),
            path,
            line: record.line.max(1) as usize + before,
            span: at + span.start..at + span.end,
            context,
        }
    }
}
