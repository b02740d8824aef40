//! OpenDocument sheets beside `calamine`: how much their repeats stand for, which rows are hidden, which cells merged.

use super::shape::{Merge, Shape};
use crate::place::SheetCell;
use crate::workbook::attribute;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Repeated rows beyond these are padding to the sheet's last row.
const MOST_REPEATED: u32 = 100_000;
/// Columns and rows of a sheet.
const MOST_COLUMNS: u64 = 16_384;
const MOST_ROWS: u64 = 1_048_576;

/// The hidden rows of a sheet and its cells that are merged downward.
pub(super) fn shape(xml: &str, sheet: &str) -> Shape {
    let mut shape = Shape::default();
    let (mut inside, mut row, mut next_row, mut column) = (false, 0_u32, 0_u32, 0_u32);
    super::shape::tags(xml, |tag| {
        let times = |name: &str| attribute(tag, name).parse().unwrap_or(1_u32);
        match tag.local_name().as_ref() {
            "table" => (inside, next_row) = (attribute(tag, "name") == sheet, 0),
            "table-row" if inside => {
                let repeated = times("number-rows-repeated");
                (row, next_row, column) = (next_row, next_row.saturating_add(repeated), 0);
                if matches!(attribute(tag, "visibility").as_str(), "collapse" | "filter") {
                    shape.hidden_rows.extend(row..row.saturating_add(repeated.min(MOST_REPEATED)));
                }
            }
            "table-cell" | "covered-table-cell" if inside => {
                let spanned = times("number-rows-spanned");
                if spanned > 1 {
                    let last_row = row.saturating_add(spanned - 1);
                    shape.merges.push(Merge { top: SheetCell { row, column }, last_row });
                }
                column = column.saturating_add(times("number-columns-repeated"));
            }
            _ => {}
        }
    });
    shape
}

/// What the sheets hold once their repeats are written out: a line of XML may stand for billions of cells.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extent {
    /// Cells of the largest sheet.
    pub cells: u64,
    /// Bytes of text of all sheets.
    pub bytes: u64,
}

/// The extent of a document; `None` where it is not well-formed: `calamine` (0.38.0) waits for ever for the end of a
/// table that is cut short.
pub(super) fn extent(xml: &str) -> Option<Extent> {
    let mut reader = Reader::from_str(xml);
    let mut extent = Extent::default();
    let mut sheet = Sheet::default();
    let mut depth = 0_u64;
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => {
                depth += 1;
                sheet.open(&tag, false);
            }
            Event::Empty(tag) => sheet.open(&tag, true),
            Event::End(tag) => {
                depth = depth.checked_sub(1)?;
                match tag.local_name().as_ref() {
                    "table-row" => sheet.close_row(),
                    "table" => {
                        let whole = std::mem::take(&mut sheet);
                        extent.cells = extent.cells.max(whole.cells());
                        extent.bytes = extent.bytes.saturating_add(whole.bytes);
                    }
                    _ => {}
                }
            }
            Event::Text(text) => sheet.text(text.len() as u64),
            Event::CData(text) => sheet.text(text.len() as u64),
            Event::Eof => return (depth == 0).then_some(extent),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Sheet {
    /// Rows to the last one that holds something, and to the present one.
    rows: u64,
    rows_seen: u64,
    /// Columns to the last filled cell of the widest row.
    columns: u64,
    /// Cells of all rows as written.
    written: u64,
    /// Bytes of text with its repeats.
    bytes: u64,
    repeats: u64,
    /// Of the present row: columns seen, to its last filled cell, and how often the present cell stands.
    at: u64,
    filled: u64,
    times: u64,
}

impl Sheet {
    fn open(&mut self, tag: &BytesStart, is_empty: bool) {
        let times = |name: &str| attribute(tag, name).parse::<u64>().unwrap_or(1);
        match tag.local_name().as_ref() {
            "table-row" => {
                self.repeats = times("number-rows-repeated").min(MOST_ROWS);
                (self.at, self.filled) = (0, 0);
                if is_empty {
                    self.close_row();
                }
            }
            "table-cell" | "covered-table-cell" => {
                let repeated = times("number-columns-repeated").min(MOST_COLUMNS);
                self.at = self.at.saturating_add(repeated).min(MOST_COLUMNS);
                self.times = 0;
                // A cell without a value type or formula is empty, whatever its style.
                if tag.attributes().flatten().any(|a| matches!(a.key.local_name().as_ref(), "value-type" | "formula")) {
                    self.filled = self.at;
                    self.times = repeated;
                    self.text(tag.len() as u64);
                }
            }
            // So many blanks.
            "s" => self.text(times("c")),
            _ => {}
        }
    }

    fn text(&mut self, bytes: u64) {
        let times = self.times.saturating_mul(self.repeats);
        self.bytes = self.bytes.saturating_add(bytes.saturating_mul(times));
    }

    fn close_row(&mut self) {
        self.rows_seen = self.rows_seen.saturating_add(self.repeats).min(MOST_ROWS);
        self.written = self.written.saturating_add(self.filled);
        if self.filled > 0 {
            self.rows = self.rows_seen;
            self.columns = self.columns.max(self.filled);
        }
    }

    fn cells(&self) -> u64 {
        self.written.max(self.rows.saturating_mul(self.columns))
    }
}

#[cfg(test)]
mod tests {
    use super::extent;

    #[test]
    fn repeats_are_counted_and_padding_is_not() {
        let cell = |times: u32| {
            format!("<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"{times}\"/>")
        };
        let sheet = |rows: &str| format!("<table:table>{rows}</table:table>");
        let pad = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>";
        let row = |n: u32, cells: &str| {
            format!("<table:table-row table:number-rows-repeated=\"{n}\">{cells}</table:table-row>")
        };
        let cells = |xml: &str| extent(xml).map(|extent| extent.cells);
        assert_eq!(cells(&sheet(&format!("{}{pad}", row(3, &cell(2))))), Some(6));
        assert_eq!(
            cells(&sheet(&format!("{}{}", row(1, &cell(3)), row(1_000_000, &cell(16_000))))),
            Some(16_000_016_000)
        );
    }

    #[test]
    fn texts_are_counted_with_their_repeats() {
        let row = "<table:table><table:table-row table:number-rows-repeated=\"1000\"><table:table-cell table:number-columns-repeated=\"100\" office:value-type=\"string\"><text:p>0123456789<text:s text:c=\"4000000000\"/></text:p></table:table-cell></table:table-row></table:table>";
        assert!(extent(row).is_some_and(|extent| extent.bytes > 400_000_000_000_000));
    }

    #[test]
    fn a_document_that_is_cut_short_has_no_extent() {
        for cut in ["<table:table><table:table-row>", "<a><b></a>", "<table:table></table:table></x>"] {
            assert_eq!(extent(cut), None, "{cut}");
        }
    }
}
