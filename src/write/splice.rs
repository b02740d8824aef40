//! Formats of text: the bytes of single cells replaced, all others kept.

use super::dress::dress;
use super::{Change, WriteError};
use crate::format::Format;
use crate::place::Spot;
use crate::sign::{Cell, Column, Field, Table};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::ops::Range;

/// The bytes of the file with the cells changed. `original` is what the table was read from.
///
/// # Errors
/// Where the encoding cannot carry the old bytes unchanged or the new text at all.
pub(super) fn rewrite(original: &[u8], table: &Table, changes: &[Change]) -> Result<Vec<u8>, WriteError> {
    let encoding = Encoding::for_label(table.encoding.as_bytes()).unwrap_or(UTF_8);
    let source = &table.text[..table.source_len];
    let mut edits: Vec<(Range<usize>, String)> = Vec::with_capacity(changes.len());
    for change in changes {
        if encode(encoding, &change.text).is_none() {
            let (path, text) = (table.path.clone(), change.text.clone());
            return Err(WriteError::Unmappable { path, encoding: table.encoding, text });
        }
        edits.extend(edit(table, change));
    }
    edits.sort_by_key(|(span, _)| span.start);
    let mut text = String::with_capacity(source.len() + 64 * edits.len());
    let mut at = 0;
    for (span, new) in edits {
        // Two records may share a text (an alias): it changes once.
        if span.start >= at {
            text.push_str(&source[at..span.start]);
            text.push_str(&new);
            at = span.end;
        }
    }
    text.push_str(&source[at..]);
    in_encoding_of(original, table, &text)
}

/// A new text of the whole file in the encoding and with the mark of the old one.
pub(super) fn in_encoding_of(original: &[u8], table: &Table, text: &str) -> Result<Vec<u8>, WriteError> {
    let encoding = Encoding::for_label(table.encoding.as_bytes()).unwrap_or(UTF_8);
    let mark = Encoding::for_bom(original).map_or(0, |(_, len)| len);
    // Only where the old text comes out as the very bytes it was may the file be written anew.
    if encode(encoding, &table.text[..table.source_len]).is_none_or(|bytes| bytes != original[mark..]) {
        return Err(WriteError::Lossy { path: table.path.clone(), encoding: table.encoding });
    }
    let Some(bytes) = encode(encoding, text) else {
        let (path, text) = (table.path.clone(), String::new());
        return Err(WriteError::Unmappable { path, encoding: table.encoding, text });
    };
    Ok([&original[..mark], &bytes].concat())
}

/// The bytes that a change replaces, and with what.
pub(super) fn edit(table: &Table, change: &Change) -> Option<(Range<usize>, String)> {
    let record = table.records.get(change.record)?;
    if table.format == Format::Csv {
        let cell = record.cells[change.column as usize]?;
        return Some((cell.start as usize..cell.end as usize, written(table, cell, &change.text)));
    }
    let field = if change.column == Column::Zh { Field::Zh } else { Field::En };
    match table.spot(record, field)? {
        Spot::Bytes { start, end, quoting: Some(quoting), .. } => {
            let span = start as usize..end as usize;
            let new = dress(quoting, &change.text, table.text.get(span.clone())?);
            Some((span, new))
        }
        _ => None,
    }
}

/// A text as it stands in a delimited file: inside its old quotes, or in new ones where it needs them.
fn written(table: &Table, cell: Cell, text: &str) -> String {
    let quoted = cell.start > 0 && table.text.as_bytes()[cell.start as usize - 1] == b'"';
    if quoted { text.replace('"', "\"\"") } else { new_cell(table, text) }
}

/// A text as a new cell: in quotes where it needs them.
pub(super) fn new_cell(table: &Table, text: &str) -> String {
    let special = |c| matches!(c, '"' | '\n' | '\r') || c == char::from(table.delimiter);
    if text.contains(special) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

/// The bytes of a text; `None` where the encoding has no place for a character.
fn encode(encoding: &'static Encoding, text: &str) -> Option<Vec<u8>> {
    if encoding == UTF_16LE {
        return Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    }
    if encoding == UTF_16BE {
        return Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
    }
    let (bytes, _, failed) = encoding.encode(text);
    (!failed).then(|| bytes.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{ReadOptions, read_bytes};
    use proptest::prelude::*;

    fn table(bytes: &[u8]) -> Table {
        read_bytes("a.csv", bytes.to_vec(), &ReadOptions::default()).expect("read").remove(0)
    }

    fn change(record: usize, text: &str) -> Change {
        Change { record, column: Column::En, text: text.into() }
    }

    #[test]
    fn only_the_cell_changes() {
        let text = "id,zh,en\r\n1,出口,\"Exut\"\r\n2,\"入口\",Entrence ,x\r\n3,厕所,Toilet";
        let text = text.replace(" ,x", "");
        for (mark, encoding) in [("", "UTF-8"), ("\u{feff}", "UTF-8"), ("", "gb18030"), ("\u{feff}", "UTF-16LE")] {
            let encoding = Encoding::for_label(encoding.as_bytes()).expect("known");
            let whole = encode(encoding, &format!("{mark}{text}")).expect("encoded");
            let table = table(&whole);
            let out = rewrite(&whole, &table, &[change(0, "Exit"), change(1, "Entrance, \"A\"")]).expect("written");
            let expected = text.replace("Exut", "Exit").replace("Entrence", "\"Entrance, \"\"A\"\"\"");
            assert_eq!(out, encode(encoding, &format!("{mark}{expected}")).expect("encoded"));
        }
    }

    #[test]
    fn what_an_encoding_cannot_write_is_refused() {
        let whole = encoding_rs::BIG5.encode("編號,中文,英文\n1,咖啡廳,Cafe\n2,天安門廣場,Square\n").0.into_owned();
        let table = table(&whole);
        assert!(matches!(rewrite(&whole, &table, &[change(0, "Café")]), Err(WriteError::Unmappable { .. })));
    }

    proptest! {
        #[test]
        fn nothing_changed_is_nothing_written(cells in proptest::collection::vec("[a-zA-Z \",\n一-龥]{0,12}", 1..20)) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(["zh", "en"]).expect("written");
            for cell in &cells {
                writer.write_record(["出口", cell.as_str()]).expect("written");
            }
            let bytes = writer.into_inner().expect("bytes");
            let table = table(&bytes);
            prop_assert_eq!(rewrite(&bytes, &table, &[]).expect("written"), bytes.clone());
            let same: Vec<Change> =
                table.records.iter().enumerate().map(|(at, r)| change(at, &table.cell(r, Column::En))).collect();
            prop_assert_eq!(rewrite(&bytes, &table, &same).expect("written"), bytes);
        }
    }
}
