//! XLSX: new columns behind the last one of a sheet. Cells are put at the end of their rows in the sheet's own XML; every
//! other byte of it, and every other part of the archive, stays as it is.

use super::workbook::{Book, failed, inline, position, prefix_of, split_mark};
use super::{NewColumns, WriteError};
use crate::place::{SheetCell, Spot};
use crate::sign::{Field, Table};
use crate::workbook::attribute;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// Columns of a sheet at most (ECMA-376 part 1, and every program that shows one).
const COLUMNS: u32 = 16_384;

/// The workbook with the new columns in each of its sheets.
pub(super) fn append<const N: usize>(
    original: &[u8],
    path: &str,
    header: [&str; N],
    filled: &[(&Table, NewColumns<'_, N>)],
) -> Result<Vec<u8>, WriteError> {
    let mut book = Book::open(original, path)?;
    for (table, cells) in filled {
        let sheet = table.sheet.as_deref().unwrap_or_default();
        let (name, xml) = book.sheet(sheet)?;
        let (mark, body) = split_mark(&xml);
        let layout = Layout::of(body).map_err(|e| failed(path, &e))?;
        if layout.width.saturating_add(u32::try_from(N).unwrap_or(COLUMNS)) > COLUMNS {
            return Err(failed(path, &format!("the sheet {sheet} has no column left")));
        }
        book.parts.insert(name, format!("{mark}{}", patch(body, &layout, &rows(table, header, cells))));
    }
    book.write()
}

/// The texts of each row that gets some, by its number from 0. The header's row is told by none of its own.
struct Rows<'c> {
    header: Vec<&'c str>,
    texts: BTreeMap<u32, Vec<&'c str>>,
}

fn rows<'c, const N: usize>(table: &Table, header: [&'c str; N], cells: NewColumns<'c, N>) -> Rows<'c> {
    let row = |record| match table.spot(record, Field::Zh).or_else(|| table.spot(record, Field::En))? {
        Spot::Sheet(cell) | Spot::Covered(cell) => Some(cell.row),
        Spot::Bytes { .. } | Spot::Line(_) => None,
    };
    let texts = |new: &'c Option<[String; N]>| new.iter().flatten().map(String::as_str).collect();
    let texts = table.records.iter().zip(cells).filter_map(|(record, new)| Some((row(record)?, texts(new)))).collect();
    Rows { header: header.to_vec(), texts }
}

/// The sheet with the new cells. The header is the last row with a text above the first record.
fn patch(xml: &str, layout: &Layout, rows: &Rows) -> String {
    let first = rows.texts.keys().next().copied().unwrap_or(0);
    let header = layout.rows.iter().filter(|end| end.row < first && end.has_text).map(|end| end.row).next_back();
    let mut out = String::with_capacity(xml.len() + 256 * rows.texts.len());
    let mut copied = 0;
    for end in &layout.rows {
        let texts = if header == Some(end.row) { Some(&rows.header) } else { rows.texts.get(&end.row) };
        let Some(texts) = texts else { continue };
        out.push_str(&xml[copied..end.at]);
        copied = end.at;
        for (column, text) in (layout.width..).zip(texts).filter(|(_, text)| !text.is_empty()) {
            let cell = SheetCell { row: end.row, column };
            out.push_str(&inline(&end.prefix, &cell.to_string(), &end.style, text));
        }
    }
    out.push_str(&xml[copied..]);
    out
}

/// Where new cells can stand in a sheet.
#[derive(Default)]
struct Layout {
    /// How many columns it has: behind the last that a cell or a merged range stands in.
    width: u32,
    rows: Vec<RowEnd>,
}

/// Where a row's own cells end.
struct RowEnd {
    row: u32,
    at: usize,
    prefix: String,
    /// The style of its last cell, which a new one takes over.
    style: String,
    has_text: bool,
}

impl Layout {
    fn of(xml: &str) -> quick_xml::Result<Self> {
        let mut reader = Reader::from_str(xml);
        let mut layout = Self::default();
        // Rows and cells without a name stand behind one another.
        let (mut next_row, mut next_column) = (0, 0);
        let mut open: Option<RowEnd> = None;
        loop {
            let at = position(&reader);
            match reader.read_event()? {
                Event::Start(tag) if tag.local_name().as_ref() == "row" => {
                    let row = row_of(&tag).unwrap_or(next_row);
                    (next_row, next_column) = (row.saturating_add(1), 0);
                    open = Some(RowEnd { row, at, prefix: prefix_of(&tag), style: String::new(), has_text: false });
                }
                Event::Empty(tag) if tag.local_name().as_ref() == "row" => {
                    next_row = row_of(&tag).unwrap_or(next_row).saturating_add(1);
                }
                Event::Start(tag) | Event::Empty(tag) => match (tag.local_name().as_ref(), &mut open) {
                    ("c", Some(row)) => {
                        row.style = attribute(&tag, "s");
                        let named = SheetCell::parse(&attribute(&tag, "r")).map(|cell| cell.column);
                        next_column = named.unwrap_or(next_column).saturating_add(1);
                        layout.width = layout.width.max(next_column);
                    }
                    ("v" | "t", Some(row)) => row.has_text = true,
                    ("mergeCell", _) => {
                        let last = attribute(&tag, "ref").rsplit(':').next().and_then(SheetCell::parse);
                        layout.width = layout.width.max(last.map_or(0, |cell| cell.column.saturating_add(1)));
                    }
                    _ => {}
                },
                Event::End(tag) if tag.local_name().as_ref() == "row" => {
                    layout.rows.extend(open.take().map(|row| RowEnd { at, ..row }));
                }
                Event::Eof => return Ok(layout),
                _ => {}
            }
        }
    }
}

/// The number of a row from 0, where it is told.
fn row_of(tag: &BytesStart) -> Option<u32> {
    attribute(tag, "r").parse::<u32>().ok()?.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_cells_end_their_rows_and_nothing_else_changes() {
        let xml = "\u{feff}<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"/><row r=\"3\"><c r=\"A3\" s=\"2\"                    t=\"s\"><v>1</v></c><c r=\"B3\" s=\"4\" t=\"s\"><v>2</v></c></row><row r=\"4\"><c r=\"A4\" t=\"s\"><v>3</v></c></row>                   <row><c t=\"s\"><v>4</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>";
        let rows = Rows { header: vec!["new"], texts: [(3, vec!["A & B"]), (4, vec![])].into_iter().collect() };
        let (mark, body) = split_mark(xml);
        let layout = Layout::of(body).expect("a sheet");
        assert_eq!(layout.width, 3);
        let out = format!("{mark}{}", patch(body, &layout, &rows));
        let cell = |name: &str, style: &str, text: &str| {
            format!("<c r=\"{name}\"{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
        };
        let header = xml.replace("<v>2</v></c></row>", &format!("<v>2</v></c>{}</row>", cell("D3", " s=\"4\"", "new")));
        let record = format!("<v>3</v></c>{}</row>", cell("D4", "", "A &amp; B"));
        assert_eq!(out, header.replace("<v>3</v></c></row>", &record));
    }
}
