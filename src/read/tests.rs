//! What users bring: good tables in every dress, and bad ones.

use super::*;
use crate::finding::Lang;
use crate::sign::Column;
use proptest::prelude::*;

fn read(text: &str) -> Result<Table, ReadError> {
    read_bytes("signs.csv", text.as_bytes().to_vec(), &ReadOptions::default()).map(|mut t| t.remove(0))
}

fn pairs(table: &Table) -> Vec<(String, String)> {
    table
        .records
        .iter()
        .map(|r| (table.cell(r, Column::Zh).into_owned(), table.cell(r, Column::En).into_owned()))
        .collect()
}

#[test]
fn delimiters_are_recognised() {
    for (text, name) in [
        ("id,zh,en\n1,出口,Exit\n", "comma"),
        ("id\tzh\ten\n1\t出口\tExit\n", "tab"),
        ("编号;中文;英文\n1;出口;Exit\n", "semicolon"),
        ("中文|英文\n出口|Exit\n", "bar"),
    ] {
        let table = read(text).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(pairs(&table), [("出口".to_owned(), "Exit".to_owned())], "{name}");
    }
}

#[test]
fn a_bad_row_does_not_hide_the_others() {
    let table = read("id,zh,en\n1,出口,Exit\n2,入口\n3,餐厅,Bar, and Grill\n4,\"电梯,Lift\n5,厕所,Toilet\n").unwrap();
    let rows: Vec<u32> = table.records.iter().map(|r| r.row).collect();
    assert_eq!(rows, [1, 2, 4, 5]);
    let told: Vec<(u32, Option<u32>)> = table.problems.iter().map(|p| (p.line, p.column)).collect();
    assert_eq!(told, [(3, None), (4, None), (5, Some(3))]);
}

#[test]
fn rows_and_physical_lines_are_kept_apart() {
    let table = read("zh,en\r\n\"出\r\n口\",\"Ex\r\nit\"\r\n\r\n入口,Entrance\r\n").unwrap();
    let places: Vec<(u32, u32)> = table.records.iter().map(|r| (r.row, r.line)).collect();
    assert_eq!(places, [(1, 2), (2, 6)]);
}

#[test]
fn bad_files_get_a_place_and_a_remedy() {
    for (text, place, remedy) in [
        ("", "signs.csv", "header"),
        ("\n\n", "signs.csv", "header"),
        ("name,text\na,b\n", "signs.csv:1", "--columns"),
        ("zh,place\n出口,a\n", "English", "--columns"),
        ("zh,en\n", "signs.csv:1", "below the header"),
    ] {
        let message = read(text).unwrap_err().message(Lang::En);
        assert!(message.contains(place) && message.contains(remedy), "{text:?}: {message}");
        assert!(read(text).unwrap_err().message(Lang::Zh).contains("错误"));
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_bytes("x.csv", bytes.clone(), &ReadOptions::default());
        let mut headed = b"zh,en\n".to_vec();
        headed.extend(bytes);
        let _ = read_bytes("x.csv", headed, &ReadOptions::default());
    }
}
