//! What a workbook's own XML tells of a sheet beyond its texts, which `calamine` leaves out: the rows that are hidden and
//! the cells that are merged downward.

use crate::format::Format;
use crate::place::SheetCell;
use crate::workbook::{attribute, part, sheet_part};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use rustc_hash::FxHashSet;
use std::io::Cursor;
use zip::ZipArchive;

/// A cell whose text the cells below it show too, to a row that is the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merge {
    pub top: SheetCell,
    pub last_row: u32,
}

/// Rows and columns from 0.
#[derive(Debug, Default)]
pub(super) struct Shape {
    pub hidden_rows: FxHashSet<u32>,
    pub merges: Vec<Merge>,
}

/// The shape of a sheet. Empty where the format is not looked into, or the file is odd.
pub(super) fn of(bytes: &[u8], format: Format, sheet: &str) -> Shape {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Shape::default() };
    match format {
        Format::Xlsx => {
            let name = sheet_part(&mut archive, sheet);
            name.and_then(|name| part(&mut archive, &name)).map(|xml| xlsx(&xml)).unwrap_or_default()
        }
        Format::Ods => part(&mut archive, "content.xml").map(|xml| super::ods::shape(&xml, sheet)).unwrap_or_default(),
        _ => Shape::default(),
    }
}

/// Calls `take` with every start tag; stops where the XML is odd.
pub(super) fn tags(xml: &str, mut take: impl FnMut(&BytesStart)) {
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) | Event::Empty(tag) => take(&tag),
            Event::Eof => return,
            _ => {}
        }
    }
}

fn xlsx(xml: &str) -> Shape {
    let mut shape = Shape::default();
    let mut next = 0;
    tags(xml, |tag| match tag.local_name().as_ref() {
        "row" => {
            next = attribute(tag, "r").parse().map_or(next + 1, |row: u32| row);
            if matches!(attribute(tag, "hidden").as_str(), "1" | "true") {
                shape.hidden_rows.insert(next.saturating_sub(1));
            }
        }
        "mergeCell" => {
            let span = attribute(tag, "ref");
            let ends = span.split_once(':').and_then(|(a, b)| Some((SheetCell::parse(a)?, SheetCell::parse(b)?)));
            if let Some((top, last)) = ends
                && last.row > top.row
            {
                shape.merges.push(Merge { top, last_row: last.row });
            }
        }
        _ => {}
    });
    shape
}
