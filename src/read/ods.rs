//! OpenDocument sheets before `calamine` reads them: how many cells their repeats stand for, and which rows are hidden.

use crate::workbook::attribute;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use rustc_hash::FxHashSet;

/// Repeated rows beyond these are padding to the sheet's last row.
const MOST_REPEATED: u32 = 100_000;
/// Columns and rows of a sheet.
const MOST_COLUMNS: u64 = 16_384;
const MOST_ROWS: u64 = 1_048_576;

/// The hidden rows of a sheet, from 0.
pub(super) fn hidden_rows(xml: &str, sheet: &str) -> FxHashSet<u32> {
    let mut hidden = FxHashSet::default();
    let (mut inside, mut row) = (false, 0_u32);
    super::hidden::tags(xml, |tag| match tag.local_name().as_ref() {
        "table" => (inside, row) = (attribute(tag, "name") == sheet, 0),
        "table-row" if inside => {
            let times = attribute(tag, "number-rows-repeated").parse().unwrap_or(1_u32);
            if matches!(attribute(tag, "visibility").as_str(), "collapse" | "filter") {
                hidden.extend(row..row.saturating_add(times.min(MOST_REPEATED)));
            }
            row = row.saturating_add(times);
        }
        _ => {}
    });
    hidden
}

/// The cells that the largest sheet holds once its repeats are written out: a line of XML may stand for billions.
pub(super) fn extent(xml: &str) -> u64 {
    let mut reader = Reader::from_str(xml);
    let mut most = 0;
    let mut sheet = Extent::default();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => sheet.open(&tag, false),
            Event::Empty(tag) => sheet.open(&tag, true),
            Event::End(tag) => match tag.local_name().as_ref() {
                "table-row" => sheet.close_row(),
                "table" => most = most.max(std::mem::take(&mut sheet).cells()),
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    most
}

#[derive(Default)]
struct Extent {
    /// Rows to the last one that holds something, and to the present one.
    rows: u64,
    rows_seen: u64,
    /// Columns to the last filled cell of the widest row.
    columns: u64,
    /// Cells of all rows as written.
    written: u64,
    repeats: u64,
    /// Of the present row: columns seen, and to its last filled cell.
    at: u64,
    filled: u64,
}

impl Extent {
    fn open(&mut self, tag: &BytesStart, is_empty: bool) {
        let times = |name: &str| attribute(tag, name).parse::<u64>().unwrap_or(1);
        match tag.local_name().as_ref() {
            "table-row" => {
                self.repeats = times("number-rows-repeated");
                (self.at, self.filled) = (0, 0);
                if is_empty {
                    self.close_row();
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.at = self.at.saturating_add(times("number-columns-repeated")).min(MOST_COLUMNS);
                // A cell without a value type or formula is empty, whatever its style.
                if tag.attributes().flatten().any(|a| matches!(a.key.local_name().as_ref(), "value-type" | "formula")) {
                    self.filled = self.at;
                }
            }
            _ => {}
        }
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
        assert_eq!(extent(&sheet(&format!("{}{pad}", row(3, &cell(2))))), 6);
        assert_eq!(extent(&sheet(&format!("{}{}", row(1, &cell(3)), row(1_000_000, &cell(16_000))))), 16_000_016_000);
    }
}
