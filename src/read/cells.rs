//! The cells of one sheet of a workbook, row by row, with what is merged downward filled in; bounded, since a workbook may
//! refer to one text of megabytes from a million cells.

use super::ReadError;
use super::archive::{MOST_CELLS, MOST_UNPACKED};
use super::builder::{Leaf, Stand};
use super::grid::Line;
use super::shape::Merge;
use crate::place::SheetCell;
use calamine::{Data, Reader, Sheets};
use std::borrow::Cow;
use std::fmt::Display;
use std::io::Cursor;

/// Columns of a sheet; a damaged reference may name a cell far beyond.
const MOST_COLUMNS: u32 = 16_384;

/// Why a sheet yields no rows.
#[derive(Debug)]
pub(super) enum Failed {
    /// What the parser says of this sheet.
    Sheet(String),
    /// It stands for more cells, or more text, than a workbook may.
    Cells,
    Bytes,
}

impl Failed {
    /// The fault with its file and sheet.
    pub(super) fn of(self, path: &str, sheet: &str) -> ReadError {
        let path = path.to_owned();
        match self {
            Self::Sheet(what) => ReadError::Workbook { path, what: format!("the sheet {sheet}: {what}") },
            Self::Cells => ReadError::Cells { path },
            Self::Bytes => ReadError::Unpacks { path, most: MOST_UNPACKED >> 20 },
        }
    }
}

fn broken(error: impl Display) -> Failed {
    Failed::Sheet(error.to_string())
}

/// The rows of a sheet that hold something. XLSX and XLSB are streamed: as a rectangle, two cells in opposite corners of a
/// sheet would take all memory.
///
/// # Errors
/// A sheet that cannot be read to its end, or that stands for too much.
pub(super) fn rows(
    book: &mut Sheets<Cursor<&[u8]>>,
    sheet: &str,
    merges: &[Merge],
) -> Result<Vec<Line<'static, 'static>>, Failed> {
    let mut gathered = Gathered::default();
    match book {
        Sheets::Xlsx(book) => {
            let mut reader = book.worksheet_cells_reader(sheet).map_err(broken)?;
            while let Some(cell) = reader.next_cell().map_err(broken)? {
                gathered.put(cell.get_position(), &Data::from(cell.get_value().clone()))?;
            }
        }
        Sheets::Xlsb(book) => {
            let mut reader = book.worksheet_cells_reader(sheet).map_err(broken)?;
            while let Some(cell) = reader.next_cell().map_err(broken)? {
                gathered.put(cell.get_position(), &Data::from(cell.get_value().clone()))?;
            }
        }
        Sheets::Xls(_) | Sheets::Ods(_) => {
            let range = book.worksheet_range(sheet).map_err(broken)?;
            let (first_row, first_column) = range.start().unwrap_or_default();
            for (row, cells) in (first_row..).zip(range.rows()) {
                for (column, data) in (first_column..).zip(cells) {
                    gathered.put((row, column), data)?;
                }
            }
        }
    }
    // Cells may come in any order.
    gathered.rows.sort_by_key(|row| row.number);
    gathered.rows.iter_mut().for_each(|row| row.cells.sort_by_key(|(column, _)| *column));
    gathered.fill_down(merges)?;
    Ok(gathered.rows)
}

/// Rows as they come, and what they weigh.
#[derive(Default)]
struct Gathered {
    rows: Vec<Line<'static, 'static>>,
    cells: u64,
    bytes: u64,
}

impl Gathered {
    fn put(&mut self, (row, column): (u32, u32), data: &Data) -> Result<(), Failed> {
        if column >= MOST_COLUMNS {
            return Ok(());
        }
        let text = data.to_string();
        self.weigh(&text)?;
        if self.rows.last().is_none_or(|last| last.number != row) {
            self.rows.push(Line { number: row, cells: Vec::new() });
        }
        let leaf = Leaf { text: Cow::Owned(text), stand: Stand::Sheet(SheetCell { row, column }) };
        if let Some(last) = self.rows.last_mut() {
            last.cells.push((column, Cow::Owned(leaf)));
        }
        Ok(())
    }

    fn weigh(&mut self, text: &str) -> Result<(), Failed> {
        self.cells += 1;
        self.bytes += text.len() as u64;
        if self.cells > MOST_CELLS {
            return Err(Failed::Cells);
        }
        if self.bytes > MOST_UNPACKED {
            return Err(Failed::Bytes);
        }
        Ok(())
    }

    /// Shows the text of a cell in the empty ones below that are merged with it, of rows that hold something. Merges may
    /// overlap in a damaged file, so that they are weighed too.
    fn fill_down(&mut self, merges: &[Merge]) -> Result<(), Failed> {
        for merge in merges {
            let SheetCell { row, column } = merge.top;
            let first = self.rows.partition_point(|line| line.number <= row);
            let top = first.checked_sub(1).map(|at| &self.rows[at]).filter(|line| line.number == row);
            let Some(text) = top.and_then(|top| top.text(column)).map(str::to_owned) else { continue };
            let below = self.rows[first..].partition_point(|line| line.number <= merge.last_row);
            for at in first..first + below {
                self.weigh(&text)?;
                let stand = Stand::Sheet(SheetCell { row: self.rows[at].number, column });
                let leaf = Leaf { text: Cow::Owned(text.clone()), stand: Stand::Covered(Box::new(stand)) };
                self.rows[at].fill(column, leaf);
            }
        }
        Ok(())
    }
}
