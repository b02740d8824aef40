//! Rows that a workbook hides: `calamine` reads them like others and does not tell.

use crate::format::Format;
use crate::workbook::{attribute, part, sheet_part};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use rustc_hash::FxHashSet;
use std::io::Cursor;
use zip::ZipArchive;

/// Repeated rows of an OpenDocument sheet beyond these are padding to its last row.
const MOST_REPEATED: u32 = 100_000;

/// The hidden rows of a sheet, from 0. Empty where the format is not looked into, or the file is odd.
pub(super) fn rows(bytes: &[u8], format: Format, sheet: &str) -> FxHashSet<u32> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return FxHashSet::default() };
    match format {
        Format::Xlsx => {
            let name = sheet_part(&mut archive, sheet);
            name.and_then(|name| part(&mut archive, &name)).map(|xml| xlsx(&xml)).unwrap_or_default()
        }
        Format::Ods => part(&mut archive, "content.xml").map(|xml| ods(&xml, sheet)).unwrap_or_default(),
        _ => FxHashSet::default(),
    }
}

fn tags(xml: &str, mut take: impl FnMut(&BytesStart)) {
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) | Event::Empty(tag) => take(&tag),
            Event::Eof => return,
            _ => {}
        }
    }
}

fn xlsx(xml: &str) -> FxHashSet<u32> {
    let mut hidden = FxHashSet::default();
    let mut next = 0;
    tags(xml, |tag| {
        if tag.local_name().as_ref() == "row" {
            next = attribute(tag, "r").parse().map_or(next + 1, |row: u32| row);
            if matches!(attribute(tag, "hidden").as_str(), "1" | "true") {
                hidden.insert(next.saturating_sub(1));
            }
        }
    });
    hidden
}

fn ods(xml: &str, sheet: &str) -> FxHashSet<u32> {
    let mut hidden = FxHashSet::default();
    let (mut inside, mut row) = (false, 0_u32);
    tags(xml, |tag| match tag.local_name().as_ref() {
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
