//! What a reader yields: signs, where they stand, and what sort of sign each is.
//!
//! A [`Table`] keeps the decoded text of one file and, for every data record, the byte spans of its cells; a [`Sign`]
//! borrows one record of it.

mod table;
mod vocabulary;

pub use table::{Cell, Column, ReadProblem, Record, Table};
pub use vocabulary::{Domain, Kind};

use crate::place::SheetCell;
use std::borrow::Cow;
use std::ops::Range;

/// The column of a sign that a finding points into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The Chinese text.
    Zh,
    /// The English text.
    En,
}

impl Field {
    /// The name used in machine-readable output (`zh`, `en`).
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }
}
/// Where a sign was read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Location<'t> {
    pub file: &'t str,
    /// Physical line from 1; `None` where a format has none.
    pub line: Option<u32>,
    /// Data record from 1.
    pub row: u32,
    /// The sheet of a workbook.
    pub sheet: Option<&'t str>,
    /// The path of keys, in formats that have keys.
    pub key: Option<&'t str>,
    /// The sheet's cells of both texts.
    pub zh_at: Option<SheetCell>,
    pub en_at: Option<SheetCell>,
    /// The row or sheet is hidden.
    pub hidden: bool,
}

impl Location<'_> {
    /// The sheet's cell of a field.
    #[must_use]
    pub fn cell(&self, field: Field) -> Option<SheetCell> {
        match field {
            Field::Zh => self.zh_at,
            Field::En => self.en_at,
        }
    }
}

impl std::fmt::Display for Location<'_> {
    /// For a person: `signs.csv:12`, `signs.xlsx[Sheet1!C5]`, `signs.parquet#7`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.file)?;
        match (self.sheet, self.en_at.or(self.zh_at), self.line) {
            (Some(sheet), Some(cell), _) => write!(f, "[{sheet}!{cell}]"),
            (_, _, Some(line)) => write!(f, ":{line}"),
            _ => write!(f, "#{}", self.row),
        }
    }
}

/// One bilingual sign.
#[derive(Debug, Clone)]
pub struct Sign<'t> {
    /// The inventory's own number for it; may be empty.
    pub id: Cow<'t, str>,
    pub zh: Cow<'t, str>,
    pub en: Cow<'t, str>,
    pub domain: Option<Domain>,
    pub kind: Option<Kind>,
    /// Where it hangs; free text.
    pub place: Cow<'t, str>,
    pub location: Location<'t>,
}

/// A byte range of a cell's text.
pub type Span = Range<usize>;
