//! Rows that a workbook hides: `calamine` reads them like others and does not tell.

use crate::format::Format;
use crate::workbook::{attribute, part, sheet_part};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use rustc_hash::FxHashSet;
use std::io::Cursor;
use zip::ZipArchive;

/// The hidden rows of a sheet, from 0. Empty where the format is not looked into, or the file is odd.
pub(super) fn rows(bytes: &[u8], format: Format, sheet: &str) -> FxHashSet<u32> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return FxHashSet::default() };
    match format {
        Format::Xlsx => {
            let name = sheet_part(&mut archive, sheet);
            name.and_then(|name| part(&mut archive, &name)).map(|xml| xlsx(&xml)).unwrap_or_default()
        }
        Format::Ods => {
            part(&mut archive, "content.xml").map(|xml| super::ods::hidden_rows(&xml, sheet)).unwrap_or_default()
        }
        _ => FxHashSet::default(),
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
