//! Where the cells of a record stand in files that are not delimited text: escaped bytes, cells of a sheet, keys.

use crate::sign::Cell;
use std::fmt;

/// A cell of a sheet, numbered from 0; shown as `C5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetCell {
    pub row: u32,
    pub column: u32,
}

impl SheetCell {
    /// Reads `C5`; `None` where it is no name of a cell.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        let digits = name.find(|c: char| c.is_ascii_digit())?;
        let letter = |column: u32, c: char| {
            let digit = c.is_ascii_alphabetic().then(|| u32::from(c.to_ascii_uppercase()) - u32::from('A') + 1)?;
            column.checked_mul(26)?.checked_add(digit)
        };
        let column = name[..digits].chars().try_fold(0, letter)?.checked_sub(1)?;
        let row = name[digits..].parse::<u32>().ok()?.checked_sub(1)?;
        Some(Self { row, column })
    }
}

impl fmt::Display for SheetCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut left = self.column + 1;
        while left > 0 {
            let digit = u8::try_from((left - 1) % 26).unwrap_or_default();
            letters.push(char::from(b'A' + digit));
            left = (left - 1) / 26;
        }
        let letters: String = letters.iter().rev().collect();
        write!(f, "{letters}{}", self.row + 1)
    }
}

/// How a text is written in its source: what a new text must be dressed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quoting {
    /// A JSON string with its quotes.
    Json,
    YamlPlain,
    /// With its quotes, as the next.
    YamlSingle,
    YamlDouble,
    /// One or more quoted lines of a PO file.
    Po,
    /// Character data of an element.
    Xml,
}

/// Where one cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// Bytes of the decoded source, quotes and escapes included; `quoting` where a new text may replace them.
    Bytes {
        start: u32,
        end: u32,
        line: u32,
        quoting: Option<Quoting>,
    },
    /// A line, where no more is known.
    Line(u32),
    Sheet(SheetCell),
    /// A cell merged with one above it, whose text it shows; nothing is written there.
    Covered(SheetCell),
}

impl Spot {
    /// The physical line from 1, where there is one.
    #[must_use]
    pub fn line(self) -> Option<u32> {
        match self {
            Self::Bytes { line, .. } | Self::Line(line) => Some(line),
            Self::Sheet(_) | Self::Covered(_) => None,
        }
    }

    /// The cell of the sheet.
    #[must_use]
    pub fn sheet_cell(self) -> Option<SheetCell> {
        match self {
            Self::Sheet(cell) | Self::Covered(cell) => Some(cell),
            _ => None,
        }
    }
}

/// Where one record stands.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place {
    pub zh: Option<Spot>,
    pub en: Option<Spot>,
    /// The path of keys to it (`stations[3].name`), in the table's text.
    pub key: Option<Cell>,
    /// Its row or sheet is hidden from the reader of a workbook.
    pub hidden: bool,
}

#[cfg(test)]
mod tests {
    use super::SheetCell;

    #[test]
    fn cells_are_named_as_in_a_sheet() {
        for (row, column, name) in [(0, 0, "A1"), (4, 2, "C5"), (9, 25, "Z10"), (0, 26, "AA1"), (0, 701, "ZZ1")] {
            assert_eq!(SheetCell { row, column }.to_string(), name);
            assert_eq!(SheetCell::parse(name), Some(SheetCell { row, column }));
        }
        for name in ["", "A", "5", "A0", "出1", "ZZZZZZZZ1", "A99999999999", "A1B"] {
            assert_eq!(SheetCell::parse(name), None, "{name}");
        }
    }
}
