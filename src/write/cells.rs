//! CSV and TSV: the bytes of single cells replaced.

use crate::finding::Lang;
use crate::sign::{Cell, Column, Table};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A new text for one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Index of the record in the table.
    pub record: usize,
    pub column: Column,
    pub text: String,
}

/// Why a file cannot be rewritten without touching more than the cells.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    #[error("{path}: it holds bytes that are no text in {encoding}")]
    Lossy { path: String, encoding: &'static str },
    #[error("{path}: {encoding} cannot write “{text}”")]
    Unmappable { path: String, encoding: &'static str, text: String },
}

impl WriteError {
    /// The message for a person: the fault, then the remedy on a line of its own.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match (self, lang) {
            (_, Lang::En) => format!("error: {self}\n  convert the file to UTF-8 first; nothing was written"),
            (Self::Lossy { path, encoding }, Lang::Zh) => {
                format!("错误：{path}：含有 {encoding} 无法解码的字节\n  请先转换为 UTF-8；未写入任何内容")
            }
            (Self::Unmappable { path, encoding, text }, Lang::Zh) => {
                format!("错误：{path}：{encoding} 无法表示“{text}”\n  请先转换为 UTF-8；未写入任何内容")
            }
        }
    }
}

/// The bytes of the file with the cells changed. `original` is what the table was read from.
///
/// # Errors
/// Where the encoding cannot carry the old bytes unchanged or the new text at all.
pub fn rewrite(original: &[u8], table: &Table, changes: &[Change]) -> Result<Vec<u8>, WriteError> {
    let encoding = Encoding::for_label(table.encoding.as_bytes()).unwrap_or(UTF_8);
    let mut edits: Vec<(Cell, String)> = Vec::with_capacity(changes.len());
    for change in changes {
        if encode(encoding, &change.text).is_none() {
            let (path, text) = (table.path.clone(), change.text.clone());
            return Err(WriteError::Unmappable { path, encoding: table.encoding, text });
        }
        if let Some(cell) = table.records.get(change.record).and_then(|r| r.cells[change.column as usize]) {
            edits.push((cell, written(table, cell, &change.text)));
        }
    }
    edits.sort_by_key(|(cell, _)| cell.start);
    let mut text = String::with_capacity(table.text.len() + 64 * edits.len());
    let mut at = 0;
    for (cell, new) in edits {
        text.push_str(&table.text[at..cell.start as usize]);
        text.push_str(&new);
        at = cell.end as usize;
    }
    text.push_str(&table.text[at..]);
    in_encoding_of(original, table, &text)
}

/// A new text of the whole file in the encoding and with the mark of the old one.
pub(super) fn in_encoding_of(original: &[u8], table: &Table, text: &str) -> Result<Vec<u8>, WriteError> {
    let encoding = Encoding::for_label(table.encoding.as_bytes()).unwrap_or(UTF_8);
    let mark = Encoding::for_bom(original).map_or(0, |(_, len)| len);
    // Only where the old text comes out as the very bytes it was may the file be written anew.
    if encode(encoding, &table.text).is_none_or(|bytes| bytes != original[mark..]) {
        return Err(WriteError::Lossy { path: table.path.clone(), encoding: table.encoding });
    }
    let Some(bytes) = encode(encoding, text) else {
        let (path, text) = (table.path.clone(), String::new());
        return Err(WriteError::Unmappable { path, encoding: table.encoding, text });
    };
    Ok([&original[..mark], &bytes].concat())
}

/// A text as it stands in the file: inside its old quotes, or in new ones where it needs them.
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
