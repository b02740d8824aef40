//! Gathers the records of one file into a [`Table`]: texts that stand in the source as they read are spans of it, all
//! others are put behind it.

use super::ReadError;
use super::encoding::Decoded;
use crate::finding::Text;
use crate::format::Format;
use crate::place::{Place, Quoting, SheetCell, Spot};
use crate::sign::{Cell, Column, Field, ReadProblem, Record, Table};
use std::borrow::Cow;
use std::ops::Range;

/// A text that a reader found, and where.
#[derive(Debug, Clone)]
pub(super) struct Leaf<'s> {
    pub text: Cow<'s, str>,
    pub stand: Stand,
}

/// Where a text stands in its file.
#[derive(Debug, Clone)]
pub(super) enum Stand {
    /// Bytes of the source. `at` is where the text itself begins, if it stands there as it reads.
    Bytes {
        raw: Range<usize>,
        at: Option<usize>,
        quoting: Option<Quoting>,
    },
    Line(u32),
    Sheet(SheetCell),
    /// Merged with a cell above, whose text it shows: told from here, written nowhere.
    Covered(Box<Stand>),
    Unknown,
}

impl<'s> Leaf<'s> {
    /// A text whose place is not known.
    pub(super) fn loose(text: impl Into<Cow<'s, str>>) -> Self {
        Self { text: text.into(), stand: Stand::Unknown }
    }

    /// Whether it shows the text of a cell above, with which it is merged.
    pub(super) fn is_covered(&self) -> bool {
        matches!(self.stand, Stand::Covered(_))
    }
}

/// One record before it is stored.
pub(super) struct Row<'r, 's> {
    pub zh: &'r Leaf<'s>,
    /// `None` where the record has no place for English.
    pub en: Option<&'r Leaf<'s>>,
    /// Id, domain, kind, place, district, acceptances.
    pub others: Vec<(Column, &'r str)>,
    /// Path of keys; empty where the format has none.
    pub key: &'r str,
    pub hidden: bool,
}

/// The records of one file or sheet.
pub(super) struct Builder {
    source_len: usize,
    behind: String,
    lines: Lines,
    records: Vec<Record>,
    places: Vec<Place>,
    /// Data records seen before this table in the same file.
    pub rows_before: u32,
    pub problems: Vec<ReadProblem>,
    pub notes: Vec<Text>,
}

impl Builder {
    /// For a file with this text; empty for files that are no text.
    pub(super) fn new(source: &str) -> Self {
        Self {
            source_len: source.len(),
            behind: String::new(),
            lines: Lines::of(source),
            records: Vec::new(),
            places: Vec::new(),
            rows_before: 0,
            problems: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Number of records so far.
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.records.len()).unwrap_or(u32::MAX)
    }

    /// Takes a record.
    pub(super) fn push(&mut self, row: &Row) {
        let mut cells = [None; Column::COUNT];
        cells[Column::Zh as usize] = Some(self.cell(row.zh));
        cells[Column::En as usize] = row.en.map(|en| self.cell(en));
        for (column, text) in &row.others {
            cells[*column as usize] = Some(self.store(text));
        }
        let (zh, en) = (self.spot(row.zh), row.en.and_then(|en| self.spot(en)));
        let key = (!row.key.is_empty()).then(|| self.store(row.key));
        let place = self.len();
        self.places.push(Place { zh, en, key, hidden: row.hidden });
        let line = en.or(zh).and_then(Spot::line).unwrap_or(0);
        self.records.push(Record { line, row: self.rows_before + place + 1, place, cells });
    }

    /// The table of everything taken.
    ///
    /// # Errors
    /// More than 4 GiB of text.
    pub(super) fn finish(self, path: &str, format: Format, decoded: Decoded) -> Result<Table, ReadError> {
        let Decoded { mut text, encoding, .. } = decoded;
        text.push_str(&self.behind);
        if u32::try_from(text.len()).is_err() {
            return Err(ReadError::TooLarge { path: path.to_owned() });
        }
        let has_english = self.records.iter().any(|r| r.cells[Column::En as usize].is_some());
        Ok(Table {
            path: path.to_owned(),
            format,
            partner: None,
            sheet: None,
            text,
            source_len: self.source_len,
            encoding,
            delimiter: 0,
            records: self.records,
            places: self.places,
            has_english,
            problems: self.problems,
            notes: self.notes.into_iter().map(|note| note.of(path)).collect(),
        })
    }

    fn cell(&mut self, leaf: &Leaf) -> Cell {
        match leaf.stand {
            Stand::Bytes { at: Some(at), .. } => span(at, at + leaf.text.len()),
            _ => self.store(&leaf.text),
        }
    }

    fn store(&mut self, text: &str) -> Cell {
        let start = self.source_len + self.behind.len();
        self.behind.push_str(text);
        span(start, start + text.len())
    }

    fn spot(&self, leaf: &Leaf) -> Option<Spot> {
        self.spot_of(&leaf.stand)
    }

    fn spot_of(&self, stand: &Stand) -> Option<Spot> {
        match stand {
            Stand::Bytes { raw, quoting, .. } => {
                let Cell { start, end, .. } = span(raw.start, raw.end);
                Some(Spot::Bytes { start, end, line: self.lines.line_of(raw.start), quoting: *quoting })
            }
            Stand::Line(line) => Some(Spot::Line(*line)),
            Stand::Sheet(cell) => Some(Spot::Sheet(*cell)),
            Stand::Covered(own) => self.spot_of(own).map(|spot| match spot {
                Spot::Sheet(cell) => Spot::Covered(cell),
                Spot::Bytes { line, .. } => Spot::Line(line),
                other => other,
            }),
            Stand::Unknown => None,
        }
    }
}

impl Table {
    /// Whether a changed field of a record can be put back.
    #[must_use]
    pub fn is_writable(&self, record: &Record, field: Field) -> bool {
        match (self.format, self.spot(record, field)) {
            (Format::Csv, _) => {
                record.cells[if field == Field::Zh { Column::Zh } else { Column::En } as usize].is_some()
            }
            (_, Some(Spot::Bytes { quoting, .. })) => quoting.is_some(),
            (Format::Xlsx, Some(Spot::Sheet(_))) => true,
            _ => false,
        }
    }
}

fn span(start: usize, end: usize) -> Cell {
    // `finish` refuses texts of 4 GiB and more.
    Cell {
        start: u32::try_from(start).unwrap_or(u32::MAX),
        end: u32::try_from(end).unwrap_or(u32::MAX),
        escaped: false,
    }
}

/// Where the lines of a text begin.
pub(super) struct Lines {
    breaks: Vec<usize>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        Self { breaks: memchr::memchr_iter(b'\n', text.as_bytes()).collect() }
    }

    /// The physical line of a byte, from 1.
    pub(super) fn line_of(&self, at: usize) -> u32 {
        u32::try_from(self.breaks.partition_point(|b| *b < at) + 1).unwrap_or(u32::MAX)
    }
}

/// Line and column (characters) of a byte, both from 1.
pub(super) fn line_and_column(text: &str, at: usize) -> (u32, u32) {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let line = memchr::memchr_iter(b'\n', &text.as_bytes()[..start]).count() + 1;
    let column = text[start..at].chars().count() + 1;
    (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
}
