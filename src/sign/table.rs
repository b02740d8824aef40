//! A file's decoded text and the spans of its cells.
//!
//! Nothing is copied per row of delimited text: an inventory of a million signs costs its text and about 100 bytes a
//! row. Formats whose cells do not stand in the file as they read (escapes, workbooks) put the texts behind the source.

use super::{Domain, Field, Kind, Location, Sign};
use crate::finding::Text;
use crate::format::Format;
use crate::place::{Place, Spot};
use std::borrow::Cow;
use std::ops::Range;

/// A byte range in [`Table::text`] holding one cell without its surrounding quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// First byte of the cell's content in the decoded text.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// The content holds doubled quotes (`""`) that stand for one.
    pub escaped: bool,
}

/// One data record: where it stands and the cells a check reads.
#[derive(Debug, Clone, Copy, Default)]
pub struct Record {
    /// Physical line on which the record begins, from 1; 0 where the format has no lines.
    pub line: u32,
    /// Number of the data record, from 1 (the header is not counted).
    pub row: u32,
    /// Index into [`Table::places`], where the format has any.
    pub place: u32,
    /// Chinese, English, id, domain, kind, place, district; `None` where the record has no such cell.
    pub cells: [Option<Cell>; Column::COUNT],
}

/// The columns that signlint reads by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    Zh,
    En,
    Id,
    Domain,
    Kind,
    Place,
    District,
    /// Rules whose findings on this sign are accepted, and why.
    Accept,
}

impl Column {
    /// How many there are.
    pub const COUNT: usize = 8;
    /// Every column, in the order of [`Record::cells`].
    pub const ALL: [Self; Self::COUNT] =
        [Self::Zh, Self::En, Self::Id, Self::Domain, Self::Kind, Self::Place, Self::District, Self::Accept];
}

/// A file's decoded text and the records found in it.
#[derive(Debug)]
pub struct Table {
    /// The path as the user gave it (`-` for standard input).
    pub path: String,
    pub format: Format,
    /// The file that holds the Chinese, where each language has a file of its own; `path` is then the English one.
    pub partner: Option<String>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The whole file, decoded to UTF-8, without a byte-order mark; then texts that do not stand in it as they read.
    pub text: String,
    /// Where the file ends in `text`: 0 for files that are no text.
    pub source_len: usize,
    /// Name of the encoding it was read in (`UTF-8`, `GB18030`, …).
    pub encoding: &'static str,
    /// The byte between cells.
    pub delimiter: u8,
    /// The data records in file order.
    pub records: Vec<Record>,
    /// Where records stand; empty for delimited text, whose cells are bytes of the source.
    pub places: Vec<Place>,
    /// Whether the table has an English column at all (`suggest --input` needs none).
    pub has_english: bool,
    /// What was wrong with the file but did not stop the reading: ragged rows, undecodable bytes.
    pub problems: Vec<ReadProblem>,
    /// What a person should know of the file, though nothing is wrong: hidden rows.
    pub notes: Vec<Text>,
}

/// A fault of one record or byte that the reader stepped over; all other records are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadProblem {
    /// Physical line, from 1.
    pub line: u32,
    /// Number of the data record, from 1, where known.
    pub row: Option<u32>,
    /// Column (characters, from 1), where known.
    pub column: Option<u32>,
    /// What is wrong and what to do, in English.
    pub en: String,
    /// The same in Chinese.
    pub zh: String,
}

impl Table {
    /// Signs that stand in no file. The cells are spans of the text.
    pub(crate) fn of_pairs(text: String, records: Vec<Record>) -> Self {
        Self {
            path: String::from("-"),
            format: Format::Csv,
            partner: None,
            sheet: None,
            text,
            source_len: 0,
            encoding: "UTF-8",
            delimiter: b',',
            records,
            places: Vec::new(),
            has_english: true,
            problems: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The text of one cell of a record, unescaped; empty where the record has no such cell.
    #[must_use]
    pub fn cell(&self, record: &Record, column: Column) -> Cow<'_, str> {
        let Some(cell) = record.cells[column as usize] else {
            return Cow::Borrowed("");
        };
        let raw = &self.text[cell.start as usize..cell.end as usize];
        if cell.escaped { Cow::Owned(raw.replace("\"\"", "\"")) } else { Cow::Borrowed(raw) }
    }

    /// The record as a sign.
    #[must_use]
    pub fn sign<'t>(&'t self, record: &Record) -> Sign<'t> {
        Sign {
            id: self.cell(record, Column::Id),
            zh: self.cell(record, Column::Zh),
            en: self.cell(record, Column::En),
            domain: Domain::parse(&self.cell(record, Column::Domain)),
            kind: Kind::parse(&self.cell(record, Column::Kind)),
            place: self.cell(record, Column::Place),
            location: self.location(record),
        }
    }

    fn location(&self, record: &Record) -> Location<'_> {
        let place = self.place(record);
        let at = |spot: Option<Spot>| spot.and_then(Spot::sheet_cell);
        Location {
            file: &self.path,
            line: (record.line > 0).then_some(record.line),
            row: record.row,
            sheet: self.sheet.as_deref(),
            key: place.and_then(|p| p.key).map(|key| self.slice(key)),
            zh_at: place.and_then(|p| at(p.zh)),
            en_at: place.and_then(|p| at(p.en)),
            hidden: place.is_some_and(|p| p.hidden),
        }
    }

    /// Where a record stands, in formats that are not delimited text.
    #[must_use]
    pub fn place(&self, record: &Record) -> Option<&Place> {
        self.places.get(record.place as usize)
    }

    /// Where a field of a record stands, in formats that are not delimited text.
    #[must_use]
    pub fn spot(&self, record: &Record, field: Field) -> Option<Spot> {
        self.place(record).and_then(|place| match field {
            Field::Zh => place.zh,
            Field::En => place.en,
        })
    }

    /// The bytes of a cell where they stand in the source exactly as they read.
    #[must_use]
    pub fn verbatim(&self, record: &Record, column: Column) -> Option<Range<usize>> {
        let cell = record.cells[column as usize]?;
        (!cell.escaped && cell.end as usize <= self.source_len).then_some(cell.start as usize..cell.end as usize)
    }

    fn slice(&self, cell: Cell) -> &str {
        self.text.get(cell.start as usize..cell.end as usize).unwrap_or("")
    }
}
