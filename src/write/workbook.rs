//! XLSX: the cells of a sheet patched in its own XML, every other part of the archive copied as it is.
//!
//! A new text becomes an inline string (ECMA-376 part 1, 18.3.1.53), so that the shared strings, which other cells use,
//! stay as they are. A cell that a formula fills is left: the formula would be lost.

use super::{Change, WriteError};
use crate::place::Spot;
use crate::sign::{Column, Field, Table};
use crate::workbook::{attribute, part, sheet_part};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use rustc_hash::FxHashMap;
use std::io::{Cursor, Write};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// The bytes of the workbook with the cells of one or more sheets changed, and the cells that were left.
pub(super) fn rewrite(
    original: &[u8],
    path: &str,
    changed: &[(&Table, &[Change])],
) -> Result<(Vec<u8>, Vec<String>), WriteError> {
    let mut book = Book::open(original, path)?;
    let mut left = Vec::new();
    for (table, changes) in changed.iter().filter(|(_, changes)| !changes.is_empty()) {
        let sheet = table.sheet.as_deref().unwrap_or_default();
        let (name, xml) = book.sheet(sheet)?;
        let (xml, kept) = patch(&xml, &texts(table, changes)).map_err(|e| failed(path, &e))?;
        left.extend(kept.into_iter().map(|cell| format!("{path}[{sheet}!{cell}]")));
        book.parts.insert(name, xml);
    }
    Ok((book.write()?, left))
}

/// An archive of which some parts are written anew.
pub(super) struct Book<'b> {
    original: &'b [u8],
    path: &'b str,
    archive: ZipArchive<Cursor<&'b [u8]>>,
    pub(super) parts: FxHashMap<String, String>,
}

impl<'b> Book<'b> {
    pub(super) fn open(original: &'b [u8], path: &'b str) -> Result<Self, WriteError> {
        let archive = ZipArchive::new(Cursor::new(original)).map_err(|e| failed(path, &e))?;
        Ok(Self { original, path, archive, parts: FxHashMap::default() })
    }

    /// The name and the text of the part that holds a sheet.
    pub(super) fn sheet(&mut self, sheet: &str) -> Result<(String, String), WriteError> {
        let name = sheet_part(&mut self.archive, sheet)
            .ok_or_else(|| failed(self.path, &format!("no part holds the sheet {sheet}")))?;
        let xml = part(&mut self.archive, &name).ok_or_else(|| failed(self.path, &format!("{name} is not UTF-8")))?;
        Ok((name, xml))
    }

    /// The archive with its new parts; all others are copied as they are.
    pub(super) fn write(mut self) -> Result<Vec<u8>, WriteError> {
        if self.parts.is_empty() {
            return Ok(self.original.to_vec());
        }
        let path = self.path;
        let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(self.original.len())));
        for index in 0..self.archive.len() {
            let file = self.archive.by_index_raw(index).map_err(|e| failed(path, &e))?;
            let name = file.name().map_err(|e| failed(path, &e))?.into_owned();
            let Some(xml) = self.parts.get(&name) else {
                out.raw_copy_file(file).map_err(|e| failed(path, &e))?;
                continue;
            };
            let mut options = SimpleFileOptions::default().compression_method(file.compression());
            if let Some(time) = file.last_modified() {
                options = options.last_modified_time(time);
            }
            drop(file);
            out.start_file(name, options).map_err(|e| failed(path, &e))?;
            out.write_all(xml.as_bytes()).map_err(|e| failed(path, &e))?;
        }
        Ok(out.finish().map_err(|e| failed(path, &e))?.into_inner())
    }
}

pub(super) fn failed(path: &str, fault: &dyn std::fmt::Display) -> WriteError {
    WriteError::Workbook { path: path.to_owned(), what: fault.to_string() }
}

/// New texts by the name of their cell.
fn texts<'c>(table: &Table, changes: &'c [Change]) -> FxHashMap<String, &'c str> {
    let place = |change: &'c Change| {
        let record = table.records.get(change.record)?;
        let field = if change.column == Column::Zh { Field::Zh } else { Field::En };
        let Spot::Sheet(cell) = table.spot(record, field)? else { return None };
        Some((cell.to_string(), change.text.as_str()))
    };
    changes.iter().filter_map(place).collect()
}

/// The sheet with cells replaced, and the cells that hold a formula or are not there.
fn patch(xml: &str, texts: &FxHashMap<String, &str>) -> quick_xml::Result<(String, Vec<String>)> {
    let mut out = String::with_capacity(xml.len() + 64 * texts.len());
    let (mark, xml) = split_mark(xml);
    out.push_str(mark);
    let mut reader = Reader::from_str(xml);
    let mut copied = 0;
    let mut done = Vec::new();
    // The cell being read: where it begins, its name, its style, its prefix, whether a formula fills it.
    let mut open: Option<(usize, String, String, String, bool)> = None;
    loop {
        let at = position(&reader);
        match reader.read_event()? {
            Event::Start(tag) if tag.local_name().as_ref() == "c" => {
                open = Some((at, attribute(&tag, "r"), attribute(&tag, "s"), prefix_of(&tag), false));
            }
            // A styled cell that holds nothing yet.
            Event::Empty(tag) if tag.local_name().as_ref() == "c" => {
                let name = attribute(&tag, "r");
                if let Some(text) = texts.get(&name) {
                    out.push_str(&xml[copied..at]);
                    out.push_str(&inline(&prefix_of(&tag), &name, &attribute(&tag, "s"), text));
                    copied = position(&reader);
                    done.push(name);
                }
            }
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "f" => {
                if let Some(open) = &mut open {
                    open.4 = true;
                }
            }
            Event::End(tag) if tag.local_name().as_ref() == "c" => {
                let Some((start, name, style, prefix, has_formula)) = open.take() else { continue };
                if let Some(text) = texts.get(&name).filter(|_| !has_formula) {
                    out.push_str(&xml[copied..start]);
                    out.push_str(&inline(&prefix, &name, &style, text));
                    copied = position(&reader);
                    done.push(name);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    out.push_str(&xml[copied..]);
    let mut left: Vec<String> = texts.keys().filter(|name| !done.contains(name)).cloned().collect();
    left.sort();
    Ok((out, left))
}

/// The byte-order mark before a part, which the reader drops and does not count, and the part behind it.
pub(super) fn split_mark(xml: &str) -> (&str, &str) {
    xml.split_at(xml.len() - xml.trim_start_matches('\u{feff}').len())
}

/// How far the reader has come, in bytes.
pub(super) fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// The name space's prefix of a tag, with its colon.
pub(super) fn prefix_of(tag: &BytesStart) -> String {
    tag.name().prefix().map(|p| format!("{}:", p.as_ref())).unwrap_or_default()
}

/// A cell with its text in it.
pub(super) fn inline(prefix: &str, name: &str, style: &str, text: &str) -> String {
    let style = if style.is_empty() { String::new() } else { format!(" s=\"{style}\"") };
    let text = quick_xml::escape::escape(text);
    format!(
        "<{prefix}c r=\"{name}\"{style} t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}is></{prefix}c>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_cell_changes_and_formulas_stay() {
        let xml = "<sheetData><row r=\"2\"><c r=\"A2\" s=\"3\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"str\"><f>A2</f><v>x</v></c><c r=\"C2\"/><c r=\"D2\" s=\"4\"/></row></sheetData>";
        let texts =
            [("A2".to_owned(), "A & B"), ("B2".to_owned(), "lost"), ("D2".to_owned(), "Exit")].into_iter().collect();
        let (out, left) = patch(xml, &texts).expect("patched");
        let new = "<c r=\"A2\" s=\"3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">A &amp; B</t></is></c>";
        let filled = "<c r=\"D2\" s=\"4\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Exit</t></is></c>";
        let expected = xml.replace("<c r=\"A2\" s=\"3\" t=\"s\"><v>0</v></c>", new);
        assert_eq!(out, expected.replace("<c r=\"D2\" s=\"4\"/>", filled));
        assert_eq!(left, ["B2"]);
        // Some libraries write a byte-order mark before every part.
        let marked = patch(&format!("\u{feff}{xml}"), &texts).expect("patched");
        assert_eq!(marked, (format!("\u{feff}{out}"), left));
    }
}
