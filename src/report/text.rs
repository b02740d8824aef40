//! Diagnostics for a person: the sign in its file, the span, why, the clause, what to write.

use super::{Position, Summary, printable};
use crate::engine::{Outcome, Reported};
use crate::finding::{Lang, Level};
use crate::glossary::sources::cited;
use crate::sign::{Column, Field, Record, Table};
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
        let cited = cited(&finding.citation.source, &finding.citation.clause, lang);
        group = group.element(annotate_snippets::Level::NOTE.with_name(by).message(cited));
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
        let place = Position::of(reported, table, record);
        let path = match (reported.sign.location.sheet, place.line) {
            (None, Some(_)) => table.path.clone(),
            _ => reported.sign.location.to_string(),
        };
        let line = place.line.unwrap_or(1) as usize;
        // Where there is no English to show, the Chinese is.
        let zh = table.verbatim(record, Column::Zh).filter(|_| text.is_empty());
        match (table.verbatim(record, column), zh) {
            (Some(cell), _) => Self::in_file(table, record, cell, &reported.finding.span, path, line),
            (None, Some(zh)) => Self::in_file(table, record, zh.clone(), &(0..zh.len()), path, line),
            _ => {
                let Range { start, end } = reported.finding.span;
                let to = shown_to(text, start, end);
                let source = text[..shown_to(text, to, text.len())].to_owned();
                Self { source, path, line, span: start..to, context: None }
            }
        }
    }

    fn in_file(
        table: &Table,
        record: &Record,
        cell: Range<usize>,
        span: &Range<usize>,
        path: String,
        line: usize,
    ) -> Self {
        let source = &table.text[..table.source_len];
        let from = cell.start + span.start;
        let to = shown_to(source, from, cell.start + span.end);
        let begin = |at: usize| source[..at].rfind(['\n', '\r']).map_or(0, |n| n + 1);
        let finish = |at: usize| source[at..].find(['\n', '\r']).map_or(source.len(), |n| at + n);
        // The Chinese is shown with it where it is near; elsewhere the message and the suggestion must do.
        let zh = table.verbatim(record, Column::Zh).filter(|zh| *zh != cell);
        let near = zh.filter(|zh| {
            let gap = if zh.start < cell.start { &source[zh.start..cell.start] } else { &source[cell.start..zh.start] };
            zh.len() <= LONGEST && gap.matches('\n').count() <= NEAR
        });
        let low = near.as_ref().map_or(cell.start, |zh| zh.start.min(cell.start));
        let high = near.as_ref().map_or(cell.end, |zh| zh.end.max(cell.end));
        let start = begin(low);
        let end = shown_to(source, near.as_ref().map_or(to, |zh| zh.end.max(to)), finish(high));
        let above = source[start..from].matches('\n').count();
        Self {
            source: source[start..end].to_owned(),
            path,
            line: line.saturating_sub(above).max(1),
            span: from - start..to - start,
            context: near.map(|zh| zh.start - start..zh.end - start),
        }
    }
}

/// Lines between the two texts of a sign that are shown with them.
const NEAR: usize = 4;

/// Bytes of a text that are shown at most; the rest of a cell of megabytes helps nobody.
const LONGEST: usize = 1_000;

/// The end of what is shown of the bytes from one place to another.
fn shown_to(text: &str, from: usize, to: usize) -> usize {
    text.floor_char_boundary(to.min(from + LONGEST))
}
