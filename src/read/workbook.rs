//! Workbooks: XLSX, XLSM, XLSB, XLS and ODS, by `calamine`. Each sheet with a Chinese and an English column is a table;
//! formulas are read as the values last shown.

use super::builder::{Builder, Leaf, Stand};
use super::encoding::Decoded;
use super::grid::{self, Found, Sheet};
use super::{ReadError, ReadOptions, archive, hidden};
use crate::finding::Text;
use crate::format::Format;
use crate::place::SheetCell;
use crate::sign::Table;
use calamine::{Data, Reader, SheetVisible, open_workbook_auto_from_rs};
use std::borrow::Cow;
use std::cell::{Cell, LazyCell};
use std::io::Cursor;

pub(super) fn read(path: &str, bytes: &[u8], format: Format, options: &ReadOptions) -> Result<Vec<Table>, ReadError> {
    if bytes.starts_with(b"PK") {
        archive::is_bounded(path, bytes)?;
    }
    let broken = |e: &dyn std::fmt::Display| ReadError::Workbook { path: path.to_owned(), what: e.to_string() };
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    let sheets: Vec<(String, bool)> =
        book.sheets_metadata().iter().map(|s| (s.name.clone(), s.visible != SheetVisible::Visible)).collect();
    let mut tables: Vec<Table> = Vec::new();
    let mut fault = None;
    for (name, sheet_is_hidden) in sheets {
        // Sheets of charts and dialogs have no range.
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut rows: Vec<Vec<Leaf>> = Vec::with_capacity(range.height());
        for (row, cells) in (first_row..).zip(range.rows()) {
            let leaf = |(column, data): (u32, &Data)| Leaf {
                text: Cow::Owned(data.to_string()),
                stand: Stand::Sheet(SheetCell { row, column }),
            };
            rows.push((first_column..).zip(cells).map(leaf).collect());
        }
        let hidden_rows = hidden::rows(bytes, format, &name);
        let is_hidden =
            |at: usize| sheet_is_hidden || u32::try_from(at).is_ok_and(|at| hidden_rows.contains(&(first_row + at)));
        // Read only where a cell is empty: formulas are a second pass over the sheet.
        let formulas = LazyCell::new(|| book.worksheet_formula(&name).ok());
        let pending = Cell::new(0_usize);
        let is_pending = |leaf: &Leaf| {
            let Stand::Sheet(cell) = leaf.stand else { return false };
            let formula = formulas.as_ref().and_then(|all| all.get_value((cell.row, cell.column)));
            let found = formula.is_some_and(|formula| !formula.is_empty());
            pending.set(pending.get() + usize::from(found));
            found
        };
        let sheet = Sheet { is_hidden: &is_hidden, is_pending: &is_pending };
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

/// Tells a person of signs that are checked though they do not see them.
fn note_hidden(table: &mut Table, sheet: &str, whole: bool) {
    let hidden = table.places.iter().filter(|place| place.hidden).count();
    if hidden == 0 {
        return;
    }
    let path = &table.path;
    table.notes.push(if whole {
        Text {
            en: format!("{path}[{sheet}]: the sheet is hidden; its {hidden} signs are checked too"),
            zh: format!("{path}[{sheet}]：该工作表已隐藏，其中 {hidden} 条标识也已检查"),
        }
    } else {
        Text {
            en: format!("{path}[{sheet}]: {hidden} signs stand in hidden rows; they are checked too"),
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
                "{path}[{sheet}]: {pending} signs hold a formula without a stored value and are not checked; open and save the workbook in a spreadsheet program"
            ),
            zh: format!(
                "{path}[{sheet}]：有 {pending} 条标识的公式没有存储结果，未检查；请用电子表格软件打开并保存一次"
            ),
        });
    }
}
