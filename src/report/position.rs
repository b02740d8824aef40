//! The physical place of a finding in its file, for formats that point at lines and columns.

use crate::engine::Reported;
use crate::place::Spot;
use crate::sign::{Column, Field, Record, Table};

/// Lines and columns from 1, columns in characters; `None` where a format has no lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Position {
    pub line: Option<u32>,
    pub column: Option<u32>,
    pub end_line: Option<u32>,
    /// One past the last character.
    pub end_column: Option<u32>,
}

impl Position {
    /// Where a finding stands: its span, where the cell stands in the source as it reads; else the cell as written.
    #[must_use]
    pub fn of(reported: &Reported, table: &Table, record: &Record) -> Self {
        let field = reported.finding.field;
        let column = if field == Field::Zh { Column::Zh } else { Column::En };
        let span = &reported.finding.span;
        let spot = table.spot(record, field);
        let bytes = match (table.verbatim(record, column), spot, record.cells[column as usize]) {
            (Some(cell), ..) => Some((cell.start + span.start, cell.start + span.end)),
            (None, Some(Spot::Bytes { start, end, .. }), _) => Some((start as usize, end as usize)),
            (None, None, Some(cell)) if table.places.is_empty() => Some((cell.start as usize, cell.end as usize)),
            _ => None,
        };
        let line = || spot.and_then(Spot::line).or((record.line > 0).then_some(record.line));
        let (Some((start, end)), Some((line, at))) = (bytes, anchor(table, record, spot)) else {
            return Self { line: line(), ..Self::default() };
        };
        let (line, column) = step(&table.text, line, at, start);
        let (end_line, end_column) = step(&table.text, line, start, end);
        Self { line: Some(line), column: Some(column), end_line: Some(end_line), end_column: Some(end_column) }
    }
}

/// A byte of the record whose line is known.
fn anchor(table: &Table, record: &Record, spot: Option<Spot>) -> Option<(u32, usize)> {
    match spot {
        Some(Spot::Bytes { start, line, .. }) => Some((line, start as usize)),
        None if table.places.is_empty() => {
            record.cells.iter().flatten().map(|c| c.start as usize).min().map(|first| (record.line, first))
        }
        _ => None,
    }
}

/// Line and column of a byte, from one before it whose line is known.
fn step(text: &str, line: u32, from: usize, to: usize) -> (u32, u32) {
    let between = text.get(from..to).unwrap_or("");
    let feeds = between.matches('\n').count();
    let returns = between.replace("\r\n", "").matches('\r').count();
    let before = text.get(..to).unwrap_or("");
    let start = before.rfind(['\n', '\r']).map_or(0, |n| n + 1);
    let column = before[start..].chars().count() + 1;
    let lines = u32::try_from(feeds + returns).unwrap_or(u32::MAX);
    (line.saturating_add(lines), u32::try_from(column).unwrap_or(u32::MAX))
}
