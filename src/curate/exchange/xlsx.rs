//! XLSX for translators: one sheet, a frozen header with a filter, every cell text (nothing is taken for a formula).

use super::{Fault, Table, fault};
use crate::read::{ReadError, sheet_texts};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};
use unicode_width::UnicodeWidthStr;

const SHEET: &str = "glossary";
/// Widths of columns, in characters.
const NARROW: usize = 8;
const WIDE: usize = 60;

pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Table, Fault> {
    let told = sheet_texts(file, bytes, SHEET).map_err(|e| match e {
        ReadError::Workbook { what, .. } => fault(
            file,
            0,
            format!("not readable as a workbook: {what}; save it again as .xlsx"),
            format!("无法按工作簿读取：{what}；请另存为 .xlsx"),
        ),
        other => fault(file, 0, other.to_string(), other.to_string()),
    })?;
    let trimmed = |cells: Vec<String>| cells.into_iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let filled = told.into_iter().map(|(line, cells)| (line, trimmed(cells)));
    let mut rows = filled.filter(|(_, cells)| cells.iter().any(|c| !c.is_empty()));
    let Some((_, header)) = rows.next() else {
        return Err(fault(
            file,
            0,
            "the sheet is empty: expected a header such as zh,preferred,…",
            "工作表为空：应有表头，如 zh、preferred",
        ));
    };
    Ok(Table { file: file.to_owned(), header, rows: rows.collect() })
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
