//! Workbooks: XLSX, XLSM, XLSB, XLS and ODS, by `calamine`. Each sheet with a Chinese and an English column is a table;
//! formulas are read as the values last shown.

use super::apart::apart;
use super::builder::{Builder, Leaf, Stand};
use super::cells::{self, Failed};
use super::encoding::Decoded;
use super::grid::{self, Found, Sheet};
use super::shape::{self, Merge};
use super::{ReadError, ReadOptions, archive};
use crate::finding::Text;
use crate::format::Format;
use crate::place::SheetCell;
use crate::sign::{ReadProblem, Table};
use calamine::{Reader, SheetType, SheetVisible, Sheets, Xls, Xlsx, open_workbook_auto_from_rs};
use rustc_hash::FxHashSet;
use std::cell::{Cell, LazyCell};
use std::io::Cursor;

/// `calamine` panics on some damaged files (0.38.0: `cfb.rs`, sectors cut short).
pub(super) fn read(path: &str, bytes: &[u8], format: Format, options: &ReadOptions) -> Result<Vec<Table>, ReadError> {
    let gave_up = |what| ReadError::Workbook { path: path.to_owned(), what };
    apart(path, gave_up, || sheets(path, bytes, format, options))
}

/// The rows of one sheet of an XLSX file as texts, with their numbers from 1: of the sheet that is `wanted`, else of the
/// first. For glossaries, whose columns are their own.
pub(crate) fn texts(path: &str, bytes: &[u8], wanted: &str) -> Result<Vec<(u64, Vec<String>)>, ReadError> {
    let gave_up = |what| ReadError::Workbook { path: path.to_owned(), what };
    apart(path, gave_up, || {
        archive::is_bounded(path, bytes)?;
        let book = Xlsx::new(Cursor::new(bytes)).map_err(|e| gave_up(e.to_string()))?;
        let names = book.sheet_names();
        let Some(sheet) = names.iter().find(|name| *name == wanted).or(names.first()) else { return Ok(Vec::new()) };
        let rows = cells::rows(&mut Sheets::Xlsx(book), sheet, &[]).map_err(|failed| failed.of(path, sheet))?;
        Ok(rows.iter().map(|line| (u64::from(line.number) + 1, line.texts())).collect())
    })
}

fn sheets(path: &str, bytes: &[u8], format: Format, options: &ReadOptions) -> Result<Vec<Table>, ReadError> {
    if bytes.starts_with(b"PK") {
        archive::is_bounded(path, bytes)?;
    } else {
        archive::is_sound(path, bytes)?;
    }
    let broken = |e: &dyn std::fmt::Display| ReadError::Workbook { path: path.to_owned(), what: e.to_string() };
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| match e {
        // No format of them all: what the likeliest says of it.
        calamine::Error::Msg(_) if format == Format::Xlsx => match Xlsx::new(Cursor::new(bytes)) {
            Ok(_) => broken(&"the archive holds no workbook"),
            Err(e) => broken(&e),
        },
        calamine::Error::Msg(_) => broken(&"the archive holds no workbook"),
        other => broken(&other),
    })?;
    // Sheets of charts and dialogs have no cells.
    let sheets: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .filter(|s| s.typ == SheetType::WorkSheet)
        .map(|s| (s.name.clone(), s.visible != SheetVisible::Visible))
        .collect();
    let mut tables: Vec<Table> = Vec::new();
    let mut fault = None;
    let mut unread = Vec::new();
    for (name, sheet_is_hidden) in sheets {
        let shape = shape::of(bytes, format, &name);
        let merges = if let Sheets::Xls(book) = &book { xls_merges(book, &name) } else { shape.merges };
        let rows = match cells::rows(&mut book, &name, &merges) {
            Ok(rows) => rows,
            Err(Failed::Sheet(what)) => {
                unread.push((name, what));
                continue;
            }
            Err(failed) => return Err(failed.of(path, &name)),
        };
        let is_hidden = |row: u32| sheet_is_hidden || shape.hidden_rows.contains(&row);
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
    if let (true, Some((name, what))) = (tables.is_empty(), unread.first()) {
        return Err(Failed::Sheet(what.clone()).of(path, name));
    }
    let Some(first) = tables.first_mut() else {
        return Err(fault.unwrap_or_else(|| ReadError::Empty { path: path.to_owned() }));
    };
    first.problems.extend(unread.into_iter().map(|(name, what)| unread_sheet(&name, &what)));
    Ok(tables)
}

/// The cells of an XLS sheet that are merged downward.
fn xls_merges(book: &Xls<Cursor<&[u8]>>, sheet: &str) -> Vec<Merge> {
    let all = book.merge_cells_by_sheet_name(sheet).unwrap_or_default();
    let down = all.into_iter().filter(|span| span.end.0 > span.start.0);
    down.map(|span| Merge { top: SheetCell { row: span.start.0, column: span.start.1 }, last_row: span.end.0 })
        .collect()
}

/// A sheet that could not be read beside others that could.
fn unread_sheet(name: &str, what: &str) -> ReadProblem {
    ReadProblem {
        line: 0,
        row: None,
        column: None,
        en: format!("the sheet {name} is not read: {what}; open and save the workbook in a spreadsheet program"),
        zh: format!("工作表“{name}”未能读取：{what}；请用电子表格软件打开并保存一次"),
    }
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
