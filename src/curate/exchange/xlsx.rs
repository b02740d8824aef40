//! XLSX for translators: one sheet, a frozen header with a filter, every cell text (nothing is taken for a formula).

use super::{Fault, Table, fault};
use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};
use std::io::Cursor;
use unicode_width::UnicodeWidthStr;

const SHEET: &str = "glossary";
/// Widths of columns, in characters.
const NARROW: usize = 8;
const WIDE: usize = 60;

pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Table, Fault> {
    let failed = |e: &dyn std::fmt::Display| {
        fault(
            file,
            0,
            format!("not readable as a workbook: {e}; save it again as .xlsx"),
            format!("无法按工作簿读取：{e}；请另存为 .xlsx"),
        )
    };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| failed(&e))?;
    let names = book.sheet_names();
    let Some(sheet) = names.iter().find(|n| *n == SHEET).or(names.first()) else {
        return Err(fault(file, 0, "the workbook has no sheet", "工作簿没有工作表"));
    };
    let range = book.worksheet_range(sheet).map_err(|e| failed(&e))?;
    let first = range.start().map_or(0, |(row, _)| row);
    let text = |cell: &Data| cell.to_string().trim().to_owned();
    let mut rows = (u64::from(first) + 1..).zip(range.rows()).map(|(line, row)| (line, row.iter().map(text).collect()));
    let Some((_, header)) = rows.next() else {
        return Err(fault(
            file,
            0,
            "the sheet is empty: expected a header such as zh,preferred,…",
            "工作表为空：应有表头，如 zh、preferred",
        ));
    };
    let rows = rows.filter(|(_, cells): &(u64, Vec<String>)| cells.iter().any(|c| !c.is_empty())).collect();
    Ok(Table { file: file.to_owned(), header, rows })
}

pub(super) fn write(table: &Table) -> Result<Vec<u8>, Fault> {
    build(table).map_err(|e| fault(&table.file, 0, e.to_string(), e.to_string()))
}

fn build(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let sheet = book.add_worksheet();
    sheet.set_name(SHEET)?;
    let mut widths: Vec<usize> = table.header.iter().map(|h| h.width() + 4).collect();
    for (column, name) in (0_u16..).zip(&table.header) {
        sheet.write_string_with_format(0, column, name, &bold)?;
    }
    for (row, (_, cells)) in (1_u32..).zip(&table.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            if !cell.is_empty() {
                sheet.write_string_with_format(row, column, cell, &wrapped)?;
            }
            if let Some(width) = widths.get_mut(usize::from(column)) {
                *width = (*width).max(cell.width() + 2);
            }
        }
    }
    for (column, width) in (0_u16..).zip(widths) {
        #[allow(clippy::cast_precision_loss)]
        sheet.set_column_width(column, width.clamp(NARROW, WIDE) as f64)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(table.header.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    book.save_to_buffer()
}
