//! The physical place of a finding in its file, for formats that point at lines and columns.

use crate::engine::Reported;
use crate::place::Spot;
use crate::sign::{Column, Field, Record, Table};
use std::ops::Range;

/// Lines and columns from 1, columns in characters and in bytes of UTF-8; `None` where a format has no lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Position {
    pub line: Option<u32>,
    pub column: Option<u32>,
    pub byte_column: Option<u32>,
    pub end_line: Option<u32>,
    /// One past the last character.
    pub end_column: Option<u32>,
    pub end_byte_column: Option<u32>,
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
            (Some(cell), ..) => Some(cell.start + span.start..cell.start + span.end),
            (None, Some(Spot::Bytes { start, end, .. }), _) => Some(start as usize..end as usize),
            (None, None, Some(cell)) if table.places.is_empty() => Some(cell.start as usize..cell.end as usize),
            _ => None,
        };
        let line = spot.and_then(Spot::line).or((record.line > 0).then_some(record.line));
        let known = bytes.and_then(|bytes| Self::of_bytes(table, record, field, bytes));
        known.unwrap_or(Self { line, ..Self::default() })
    }

    /// Where bytes of a record stand that hold, or are near, one of its fields.
    #[must_use]
    pub fn of_bytes(table: &Table, record: &Record, field: Field, bytes: Range<usize>) -> Option<Self> {
        let (line, at) = anchor(table, record, table.spot(record, field))?;
        let begin = step(&table.text, line, at, bytes.start);
        let end = step(&table.text, begin.0, bytes.start, bytes.end);
        Some(Self {
            line: Some(begin.0),
            column: Some(begin.1),
            byte_column: Some(begin.2),
            end_line: Some(end.0),
            end_column: Some(end.1),
            end_byte_column: Some(end.2),
        })
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

/// Line and columns (characters, bytes) of a byte, from one before it whose line is known.
fn step(text: &str, line: u32, from: usize, to: usize) -> (u32, u32, u32) {
    let between = text.get(from..to).unwrap_or("");
    let feeds = between.matches('\n').count();
    let returns = between.replace("\r\n", "").matches('\r').count();
    let before = text.get(..to).unwrap_or("");
    let start = before.rfind(['\n', '\r']).map_or(0, |n| n + 1);
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let column = number(before[start..].chars().count() + 1);
    (line.saturating_add(number(feeds + returns)), column, number(to - start + 1))
}
