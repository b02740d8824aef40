//! CSV and TSV: new columns behind the old ones, which keep their bytes.

use super::splice::{in_encoding_of, new_cell};
use super::{NewColumns, WriteError};
use crate::read::record_ends;
use crate::sign::Table;

/// The bytes of the file with new columns behind its own; a row that was not read gets empty cells.
pub(super) fn append<const N: usize>(
    original: &[u8],
    table: &Table,
    header: [&str; N],
    cells: NewColumns<'_, N>,
) -> Result<Vec<u8>, WriteError> {
    let ends = record_ends(&table.text, table.delimiter);
    let before = |line: u32| ends.iter().filter(|(at, ..)| *at < line).count();
    // Above the first row stand the header and what titles it has.
    let header_at = table.records.first().and_then(|first| before(first.line).checked_sub(first.row as usize));
    let width = header_at.map_or(0, |at| ends[at].2);
    let mut text = String::with_capacity(table.text.len() + 32 * ends.len());
    let mut at = 0;
    let mut records = table.records.iter().zip(cells).peekable();
    for (index, (line, end, own)) in ends.into_iter().enumerate() {
        text.push_str(&table.text[at..end]);
        at = end;
        // A row with too few cells is filled up, so that the new cells stand in their columns.
        let missing = width.saturating_sub(own);
        text.extend(std::iter::repeat_n(char::from(table.delimiter), missing));
        let found = records.next_if(|(record, _)| record.line == line).and_then(|(_, new)| new.as_ref());
        for column in 0..N {
            text.push(char::from(table.delimiter));
            if header_at == Some(index) {
                text.push_str(header[column]);
            } else if let Some(new) = found {
                text.push_str(&new_cell(table, &new[column]));
            }
        }
    }
    text.push_str(&table.text[at..]);
    in_encoding_of(original, table, &text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{ReadOptions, read_bytes};

    #[test]
    fn the_old_columns_keep_their_bytes() {
        let bytes = "\u{feff}zh;en;x\r\n\"出口\";\"Ex;it\";1\r\n入口;;\r\n\r\n厕所\r\n".as_bytes().to_vec();
        let options = ReadOptions { need_english: false, ..ReadOptions::default() };
        let table = read_bytes("a.csv", bytes.clone(), &options).expect("read").remove(0);
        let new: Vec<Option<[String; 2]>> =
            table.records.iter().map(|r| (r.row > 1).then(|| ["A;B".to_owned(), r.row.to_string()])).collect();
        let out = String::from_utf8(append(&bytes, &table, ["new", "row"], &new).expect("written")).expect("UTF-8");
        let expected =
            "\u{feff}zh;en;x;new;row\r\n\"出口\";\"Ex;it\";1;;\r\n入口;;;\"A;B\";2\r\n\r\n厕所;;;\"A;B\";3\r\n";
        assert_eq!(out, expected);
    }

    #[test]
    fn titles_stay_above_the_header() {
        let bytes = "首都体育馆标识,,\n序号,中文,英文\n1,入口,\n".as_bytes().to_vec();
        let table = read_bytes("a.csv", bytes.clone(), &ReadOptions::default()).expect("read").remove(0);
        assert_eq!((table.records.len(), table.records[0].row, table.records[0].line), (1, 1, 3));
        let out = append(&bytes, &table, ["new"], &[Some(["Entrance".to_owned()])]).expect("written");
        let expected = "首都体育馆标识,,,\n序号,中文,英文,new\n1,入口,,Entrance\n";
        assert_eq!(String::from_utf8(out).expect("UTF-8"), expected);
    }

    #[test]
    fn a_file_without_a_header_gets_none() {
        let bytes = "出口,Exit\n入口,\n".as_bytes().to_vec();
        let columns = crate::read::ColumnSpec::parse("zh=1,en=2").ok();
        let options = ReadOptions { columns, need_english: false, ..ReadOptions::default() };
        let table = read_bytes("a.csv", bytes.clone(), &options).expect("read").remove(0);
        let out = append(&bytes, &table, ["new"], &[None, Some(["Entrance".to_owned()])]).expect("written");
        assert_eq!(String::from_utf8(out).expect("UTF-8"), "出口,Exit,\n入口,,Entrance\n");
    }
}
