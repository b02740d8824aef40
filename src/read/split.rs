//! Cuts decoded text into records and cells (RFC 4180) without copying.
//!
//! A quote opens a cell only at its first byte and closes it only before a delimiter or a line end. A quote that never
//! closes so is literal text, and the fault is told: one bad row does not swallow the rows below it.

use crate::sign::Cell;
use memchr::{memchr, memchr_iter, memchr3};

/// Cuts one text, record by record.
pub(super) struct Splitter<'t> {
    bytes: &'t [u8],
    delimiter: u8,
    at: usize,
    /// Physical line of `at`, from 1.
    line: u32,
    /// How often a quote ran to the end of the text without closing: bounds the cost of hostile input.
    runaways: u32,
}

/// One record; the cells are in the caller's buffer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// Physical line on which it begins, from 1.
    pub line: u32,
    /// First byte of the record.
    pub start: usize,
    /// One past the last byte, the line end left out.
    pub end: usize,
    /// Where a quote opens that does not close.
    pub unclosed: Option<usize>,
}

/// Where each record ends that is not blank, in order: its line, one past its last byte, and how many cells it has.
pub(crate) fn record_ends(text: &str, delimiter: u8) -> Vec<(u32, usize, usize)> {
    let mut splitter = Splitter::new(text, delimiter);
    let mut cells = Vec::new();
    let mut ends = Vec::new();
    while let Some(cut) = splitter.next(&mut cells) {
        ends.push((cut.line, cut.end, cells.len()));
    }
    ends
}

/// Quotes that may run to the end of the text before longer ones are no longer looked for.
const RUNAWAYS: u32 = 8;

impl<'t> Splitter<'t> {
    pub(super) fn new(text: &'t str, delimiter: u8) -> Self {
        Self { bytes: text.as_bytes(), delimiter, at: 0, line: 1, runaways: 0 }
    }

    /// The next record that is not blank; its cells replace those in the buffer.
    pub(super) fn next(&mut self, cells: &mut Vec<Cell>) -> Option<Cut> {
        while self.at < self.bytes.len() && self.end_of_line() {}
        if self.at >= self.bytes.len() {
            return None;
        }
        cells.clear();
        let mut cut = Cut { line: self.line, start: self.at, end: self.at, unclosed: None };
        loop {
            let cell = self.cell(&mut cut);
            cells.push(cell);
            cut.end = self.at;
            if self.at < self.bytes.len() && self.bytes[self.at] == self.delimiter {
                self.at += 1;
                continue;
            }
            self.end_of_line();
            return Some(cut);
        }
    }

    /// Steps over a line end, if one is here.
    fn end_of_line(&mut self) -> bool {
        let long = match &self.bytes[self.at..] {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => return false,
        };
        self.at += long;
        self.line += 1;
        true
    }

    /// One cell; `at` then stands on what ends it.
    fn cell(&mut self, cut: &mut Cut) -> Cell {
        if self.bytes.get(self.at) == Some(&b'"') {
            match self.quoted() {
                Some(cell) => return cell,
                None => cut.unclosed = cut.unclosed.or(Some(self.at)),
            }
        }
        let start = self.at;
        let rest = &self.bytes[start..];
        self.at = memchr3(self.delimiter, b'\n', b'\r', rest).map_or(self.bytes.len(), |n| start + n);
        span(start, self.at, false)
    }

    fn quoted(&mut self) -> Option<Cell> {
        let start = self.at + 1;
        let limit = if self.runaways < RUNAWAYS {
            self.bytes.len()
        } else {
            memchr(b'\n', &self.bytes[start..]).map_or(self.bytes.len(), |n| start + n)
        };
        let mut from = start;
        let mut escaped = false;
        loop {
            let Some(quote) = memchr(b'"', &self.bytes[from..limit]).map(|n| from + n) else {
                self.runaways += 1;
                return None;
            };
            match self.bytes.get(quote + 1) {
                Some(b'"') => {
                    escaped = true;
                    from = quote + 2;
                    if from > limit {
                        return None;
                    }
                }
                None | Some(b'\n' | b'\r') => return Some(self.close(start, quote, escaped)),
                Some(&next) if next == self.delimiter => {
                    return Some(self.close(start, quote, escaped));
                }
                Some(_) => return None,
            }
        }
    }

    fn close(&mut self, start: usize, quote: usize, escaped: bool) -> Cell {
        self.line += lines(&self.bytes[start..quote]);
        self.at = quote + 1;
        span(start, quote, escaped)
    }
}

fn span(start: usize, end: usize, escaped: bool) -> Cell {
    // The reader refuses texts of 4 GiB and more.
    Cell { start: u32::try_from(start).unwrap_or(u32::MAX), end: u32::try_from(end).unwrap_or(u32::MAX), escaped }
}

/// Line ends inside a cell: LF, CRLF, or CR alone.
fn lines(bytes: &[u8]) -> u32 {
    let feeds = memchr_iter(b'\n', bytes).count();
    let returns = memchr_iter(b'\r', bytes).filter(|at| bytes.get(at + 1) != Some(&b'\n')).count();
    u32::try_from(feeds + returns).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut splitter = Splitter::new(text, b',');
        let mut cells = Vec::new();
        let mut out = Vec::new();
        while let Some(record) = splitter.next(&mut cells) {
            let texts = cells.iter().map(|c| {
                let raw = &text[c.start as usize..c.end as usize];
                if c.escaped { raw.replace("\"\"", "\"") } else { raw.to_owned() }
            });
            out.push((record.line, texts.collect()));
        }
        out
    }

    #[test]
    fn an_unclosed_quote_costs_its_own_row_only() {
        let rows = cut("a,\"b\nc,\"d\",e\nf,g\n");
        let lines: Vec<u32> = rows.iter().map(|r| r.0).collect();
        assert_eq!(lines, [1, 2, 3]);
        assert_eq!(rows[0].1, ["a", "\"b"]);
        assert_eq!(rows[1].1, ["c", "d", "e"]);
    }

    #[test]
    fn physical_lines_count_breaks_inside_cells_and_blank_lines() {
        let lines: Vec<u32> = cut("a,\"b\r\nb\"\r\n\r\nc,d\re,f").iter().map(|r| r.0).collect();
        assert_eq!(lines, [1, 4, 5]);
    }

    proptest! {
        #[test]
        fn agrees_with_the_csv_crate(rows in prop::collection::vec(prop::collection::vec("[a-c中,\"\n\r ]{0,6}", 2..5), 1..8), crlf: bool) {
            let mut writer = csv::WriterBuilder::new()
                .flexible(true)
                .terminator(if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') })
                .from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let cut: Vec<Vec<String>> = cut(&text).into_iter().map(|r| r.1).collect();
            prop_assert_eq!(cut, rows);
        }

        #[test]
        fn any_text_is_cut_to_its_end(text in "[ab\",\n\r中]{0,40}") {
            let mut splitter = Splitter::new(&text, b',');
            let mut cells = Vec::new();
            let mut last = 0;
            while let Some(record) = splitter.next(&mut cells) {
                prop_assert!(record.start >= last && record.end >= record.start);
                last = record.end;
            }
            prop_assert!(text[last..].bytes().all(|b| matches!(b, b'\n' | b'\r')));
        }
    }
}
