//! Workbooks: XLSX, XLSM, XLSB, XLS and ODS, by `calamine`. Each sheet with a Chinese and an English column is a table;
//! formulas are read as the values last shown.

use super::apart::apart;
use super::builder::{Builder, Leaf, Stand};
use super::encoding::Decoded;
use super::grid::{self, Found, Line, Sheet};
use super::{ReadError, ReadOptions, archive, hidden};
use crate::finding::Text;
use crate::format::Format;
use crate::place::SheetCell;
use crate::sign::Table;
use calamine::{Data, Reader, SheetVisible, Sheets, open_workbook_auto_from_rs};
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::cell::{Cell, LazyCell};
use std::io::Cursor;

/// `calamine` panics on some damaged files (0.38.0: `cfb.rs`, sectors cut short).
pub(super) fn read(path: &str, bytes: &[u8], format: Format, options: &ReadOptions) -> Result<Vec<Table>, ReadError> {
    let gave_up = |what| ReadError::Workbook { path: path.to_owned(), what };
    apart(path, gave_up, || sheets(path, bytes, format, options))
}

fn sheets(path: &str, bytes: &[u8], format: Format, options: &ReadOptions) -> Result<Vec<Table>, ReadError> {
    if bytes.starts_with(b"PK") {
        archive::is_bounded(path, bytes)?;
    } else {
        archive::is_sound(path, bytes)?;
    }
    let broken = |e: &dyn std::fmt::Display| ReadError::Workbook { path: path.to_owned(), what: e.to_string() };
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| match e {
        calamine::Error::Msg(_) => broken(&"the archive holds no workbook"),
        other => broken(&other),
    })?;
    let sheets: Vec<(String, bool)> =
        book.sheets_metadata().iter().map(|s| (s.name.clone(), s.visible != SheetVisible::Visible)).collect();
    let mut tables: Vec<Table> = Vec::new();
    let mut fault = None;
    for (name, sheet_is_hidden) in sheets {
        // Sheets of charts and dialogs have no cells.
        let Ok(rows) = lines(&mut book, &name) else { continue };
        let hidden_rows = hidden::rows(bytes, format, &name);
        let is_hidden = |row: u32| sheet_is_hidden || hidden_rows.contains(&row);
        // Read only where a cell is empty: formulas are a second pass over the sheet.
        let formulas = LazyCell::new(|| formulas(&mut book, &name).unwrap_or_default());
        let pending = Cell::new(0_usize);
        let is_pending = |leaf: &Leaf| {
            let Stand::Sheet(cell) = leaf.stand else { return false };
            let found = formulas.contains(&(cell.row, cell.column));
            pending.set(pending.get() + usize::from(found));
            found
        };
        let sheet = Sheet { is_hidden: &is_hidden, is_pending: &is_pending, is_of_page: false };
        let mut builder = Builder::new("");
        builder.rows_before = tables.iter().map(|t| u32::try_from(t.records.len()).unwrap_or(0)).sum();
        match grid::read(&rows, options.columns.as_ref(), options.need_english, &sheet, &mut builder) {
            Found::Signs if builder.len() > 0 => {
                let decoded = Decoded { text: String::new(), encoding: "UTF-8", lossy: false };
                let mut table = builder.finish(path, format, decoded)?;
                note_hidden(&mut table, &name, sheet_is_hidden);
                note_pending(&mut table, &name, pending.get());
                table.sheet = Some(name);
                tables.push(table);
            }
            Found::Signs | Found::Nothing => {}
            Found::NoColumn { name: column, header } => {
                fault = fault.or(Some(ReadError::NoColumn { path: format!("{path}[{name}]"), name: column, header }));
            }
            Found::NoPair { lacking, header } => {
                fault =
                    fault.or(Some(ReadError::NoPairInSheet { path: path.to_owned(), sheet: name, lacking, header }));
            }
        }
    }
    if tables.is_empty() {
        return Err(fault.unwrap_or_else(|| ReadError::Empty { path: path.to_owned() }));
    }
    Ok(tables)
}

/// The cells of a sheet that hold something, row by row. XLSX and XLSB are streamed: as a rectangle, two cells in
/// opposite corners of a sheet would take all memory.
fn lines(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Result<Vec<Line<'static, 'static>>, calamine::Error> {
    let mut rows: Vec<Line> = Vec::new();
    let mut put = |row: u32, column: u32, text: String| {
        if rows.last().is_none_or(|last| last.number != row) {
            rows.push(Line { number: row, cells: Vec::new() });
        }
        let leaf = Leaf { text: Cow::Owned(text), stand: Stand::Sheet(SheetCell { row, column }) };
        if let Some(last) = rows.last_mut() {
            last.cells.push((column, Cow::Owned(leaf)));
        }
    };
    match book {
        Sheets::Xlsx(book) => {
            let mut reader = book.worksheet_cells_reader(name)?;
            while let Some(cell) = reader.next_cell()? {
                let (row, column) = cell.get_position();
                put(row, column, Data::from(cell.get_value().clone()).to_string());
            }
        }
        Sheets::Xlsb(book) => {
            let mut reader = book.worksheet_cells_reader(name)?;
            while let Some(cell) = reader.next_cell()? {
                let (row, column) = cell.get_position();
                put(row, column, Data::from(cell.get_value().clone()).to_string());
            }
        }
        Sheets::Xls(_) | Sheets::Ods(_) => {
            let range = book.worksheet_range(name)?;
            let (first_row, first_column) = range.start().unwrap_or_default();
            for (row, cells) in (first_row..).zip(range.rows()) {
                for (column, data) in (first_column..).zip(cells) {
                    put(row, column, data.to_string());
                }
            }
        }
    }
    // Cells may come in any order.
    rows.sort_by_key(|row| row.number);
    rows.iter_mut().for_each(|row| row.cells.sort_by_key(|(column, _)| *column));
    Ok(rows)
}

/// The cells that formulas fill.
fn formulas(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Result<FxHashSet<(u32, u32)>, calamine::Error> {
    let mut found = FxHashSet::default();
    match book {
        Sheets::Xlsx(book) => {
            let mut reader = book.worksheet_cells_reader(name)?;
            while let Some(cell) = reader.next_formula()? {
                if !cell.get_value().is_empty() {
                    found.insert(cell.get_position());
                }
            }
        }
        Sheets::Xlsb(book) => {
            let mut reader = book.worksheet_cells_reader(name)?;
            while let Some(cell) = reader.next_formula()? {
                found.insert(cell.get_position());
            }
        }
        Sheets::Xls(_) | Sheets::Ods(_) => {
            let range = book.worksheet_formula(name)?;
            let (row, column) = range.start().unwrap_or_default();
            let at = |(r, c, _)| (row + u32::try_from(r).unwrap_or(0), column + u32::try_from(c).unwrap_or(0));
            found.extend(range.used_cells().filter(|(.., text)| !text.is_empty()).map(at));
        }
    }
    Ok(found)
}

/// Tells a person of signs that are checked though they do not see them.
fn note_hidden(table: &mut Table, sheet: &str, whole: bool) {
    let hidden = table.places.iter().filter(|place| place.hidden).count();
    if hidden == 0 {
        return;
    }
    let path = &table.path;
    table.notes.push(if whole {
        Text {
            en: format!("{path}[{sheet}]: the sheet is hidden; its signs are checked too: {hidden}"),
            zh: format!("{path}[{sheet}]：该工作表已隐藏，其中 {hidden} 条标识也已检查"),
        }
    } else {
        Text {
            en: format!("{path}[{sheet}]: signs in hidden rows are checked too: {hidden}"),
            zh: format!("{path}[{sheet}]：有 {hidden} 条标识位于隐藏行，也已检查"),
        }
    });
}

/// Tells a person of signs that cannot be checked: programs that write formulas do not work them out.
fn note_pending(table: &mut Table, sheet: &str, pending: usize) {
    let path = &table.path;
    if pending > 0 {
        table.notes.push(Text {
            en: format!(
                "{path}[{sheet}]: signs not checked, since their formula has no stored value: {pending}; open and save the workbook in a spreadsheet program"
            ),
            zh: format!(
                "{path}[{sheet}]：有 {pending} 条标识的公式没有存储结果，未检查；请用电子表格软件打开并保存一次"
            ),
        });
    }
}
