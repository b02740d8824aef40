//! The same signs in every format: the same findings; written back, the same file but for the changed cells.

mod common;
#[path = "formats/dress.rs"]
mod dress;

use dress::{Dressed, Pair, dressed};
use signlint::analyse::Context;
use signlint::config::Selection;
use signlint::engine::Checker;
use signlint::finding::Finding;
use signlint::format::Format;
use signlint::place::Spot;
use signlint::read::{ReadOptions, Source, read_bytes, read_source};
use signlint::sign::{Column, Field, Table};
use signlint::write::{Change, rewrite};
use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};

/// 200 signs of the samples, faulty ones among them. Pages show blanks run together, so that those are left out.
fn signs() -> Vec<Pair> {
    let mut reader = csv::Reader::from_path("samples/city-signs.csv").expect("read");
    let all = reader.records().map(|r| r.expect("a record"));
    let pairs = all.map(|r| (r[1].to_owned(), r[2].to_owned()));
    let plain =
        |text: &str| !text.is_empty() && text.split(' ').all(|w| !w.is_empty()) && !text.contains(['\u{a0}', '\n']);
    let kept: Vec<Pair> = pairs.filter(|(zh, en)| plain(zh) && plain(en)).take(200).collect();
    assert_eq!(kept.len(), 200);
    kept
}

fn read(file: &Dressed) -> Vec<Table> {
    let options = ReadOptions::default();
    let tables = match &file.partner {
        None => read_bytes(file.name, file.bytes.clone(), &options),
        Some((name, bytes)) => {
            let folder = tempfile::tempdir().expect("a folder");
            let partner = folder.path().join(name);
            fs::write(&partner, bytes).expect("written");
            let partner = Some(partner.to_string_lossy().into_owned());
            read_source(&Source { path: file.name.to_owned(), partner, is_named: true }, file.bytes.clone(), &options)
        }
    };
    tables.unwrap_or_else(|e| panic!("{}: {e}", file.name))
}

fn pairs(tables: &[Table]) -> Vec<Pair> {
    let cell = |t: &Table, r, c| t.cell(r, c).into_owned();
    tables
        .iter()
        .flat_map(|t| t.records.iter().map(move |r| (cell(t, r, Column::Zh), cell(t, r, Column::En))))
        .collect()
}

/// What is said of each sign, without where it stands.
fn findings(checker: &Checker, tables: &[Table]) -> Vec<(u32, Finding)> {
    let outcome = checker.check(tables, &|_| {});
    outcome.reported().map(|r| (r.sign.location.row, r.finding.clone())).collect()
}

#[test]
fn the_same_signs_have_the_same_findings_in_every_format() {
    let signs = signs();
    let checker = Checker::new(Context::standard(), Selection::default());
    let files = dressed(&signs);
    let expected = findings(&checker, &read(&files[0]));
    assert!(expected.len() > 10 && expected.iter().any(|(_, f)| f.fix.is_some()), "{}", expected.len());
    let mut formats = BTreeSet::new();
    for file in &files {
        let tables = read(file);
        assert_eq!(pairs(&tables), signs, "{}", file.name);
        assert!(tables.iter().all(|t| t.problems.is_empty()), "{}: {:?}", file.name, tables[0].problems);
        assert!(findings(&checker, &tables) == expected, "{}: other findings", file.name);
        formats.insert(tables[0].format.label());
    }
    // XLS and Parquet are written by nothing here; fixtures stand in for XLS.
    assert_eq!(formats.len(), 17, "{formats:?}");
}

/// Texts that every format must escape in its own way.
const HARD: [&str; 5] = ["A & B <c>", "\"Q\" 'q' \\n", "No", "a: b # c, [d] {e}", "Café 出口 ]]> %"];

#[test]
fn texts_written_back_are_read_again_and_all_else_stays() {
    let signs = signs();
    for file in dressed(&signs).iter().filter(|f| Format::of(f.name, &f.bytes).writes_back()) {
        let tables = read(file);
        let table = &tables[0];
        // A workbook has a test of its own; English that is the source is not rewritten.
        if table.format == Format::Xlsx || file.name == "from-english.xlf" {
            assert_eq!(table.is_writable(&table.records[0], Field::En), table.format == Format::Xlsx);
            continue;
        }
        for (at, text) in [0, 7, 70, 150, 199].into_iter().zip(HARD) {
            let change = [Change { record: at, column: Column::En, text: text.to_owned() }];
            let new = rewrite(&file.bytes, &[(table, &change)]).unwrap_or_else(|e| panic!("{}: {e}", file.name)).bytes;
            let mut expected = signs.clone();
            expected[at].1 = text.to_owned();
            let again = read(&Dressed { bytes: new.clone(), ..file.clone() });
            assert_eq!(pairs(&again), expected, "{}", file.name);
            let (start, end) = bytes(table, at);
            assert_eq!(new[..start], file.bytes[..start], "{}", file.name);
            let tail = &file.bytes[end..];
            assert!(new.ends_with(tail), "{}", file.name);
        }
        let same: Vec<Change> =
            (0..200).map(|record| Change { record, column: Column::En, text: signs[record].1.clone() }).collect();
        let rewritten = rewrite(&file.bytes, &[(table, &same)]).expect("written").bytes;
        let (new, old) = (String::from_utf8_lossy(&rewritten), String::from_utf8_lossy(&file.bytes));
        for (new, old) in new.lines().zip(old.lines()) {
            assert_eq!(new, old, "{}", file.name);
        }
        assert!(rewritten == file.bytes, "{}", file.name);
    }
}

/// The bytes of the English of a record, as written.
fn bytes(table: &Table, record: usize) -> (usize, usize) {
    let record = &table.records[record];
    match table.spot(record, Field::En) {
        Some(Spot::Bytes { start, end, .. }) => (start as usize, end as usize),
        _ => record.cells[Column::En as usize].map(|c| (c.start as usize, c.end as usize)).expect("a cell"),
    }
}

fn parts(workbook: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).expect("a zip");
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("read");
            (part.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

#[test]
fn of_a_workbook_only_the_cells_change() {
    for name in ["openpyxl.xlsx", "libreoffice.xlsx"] {
        let original = fs::read(format!("tests/fixtures/{name}")).expect("read");
        let tables = read_bytes(name, original.clone(), &ReadOptions::default()).expect("read");
        let text = "A & B <c> \"d\"".to_owned();
        let first = [Change { record: 0, column: Column::En, text: text.clone() }];
        let changed: Vec<(&Table, &[Change])> = vec![(&tables[0], &first), (&tables[1], &first)];
        let new = rewrite(&original, &changed).expect("written").bytes;
        let again = read_bytes(name, new.clone(), &ReadOptions::default()).expect("read");
        let mut expected = pairs(&tables);
        expected[0].1.clone_from(&text);
        expected[tables[0].records.len()].1.clone_from(&text);
        assert_eq!(pairs(&again), expected, "{name}");
        let mut sheets = 0;
        for ((old_name, old), (new_name, new)) in parts(&original).into_iter().zip(parts(&new)) {
            assert_eq!(old_name, new_name);
            if old == new {
                continue;
            }
            sheets += 1;
            let (old, new) = (String::from_utf8(old).expect("XML"), String::from_utf8(new).expect("XML"));
            let rest = |xml: &str, cell: &str| {
                let start = xml.find(&format!("<c r=\"{cell}\"")).expect("the cell");
                let end = start + xml[start..].find("</c>").expect("its end");
                format!("{}{}", &xml[..start], &xml[end..])
            };
            let cell = if old_name.ends_with("sheet1.xml") { "C4" } else { "B2" };
            assert_eq!(rest(&old, cell), rest(&new, cell), "{name} {old_name}");
        }
        assert_eq!(sheets, 2, "{name}");
        assert_eq!(parts(&original).len(), parts(&new).len());
    }
}

const SIGNS: [(&str, &str, &str); 6] = [
    ("S-1", "平安大街", "Pingan Avenue"),
    ("S-2", "出口", "Exit"),
    ("S-3", "顾客止步", "Staff Only."),
    ("S-4", "注意防火", "CAUTION  Fire Risk"),
    ("S-5", "消火栓", "Fire Hidrant"),
    ("S-6", "餐厅, 一层", "Bar & \"Grill\""),
];

#[test]
fn files_of_other_programs_are_read_without_loss() {
    for name in [
        "openpyxl.xlsx",
        "libreoffice.xlsx",
        "libreoffice.ods",
        "xlwt.xls",
        "odfpy.ods",
        "translate-toolkit.po",
        "translate-toolkit-1.2.xlf",
        "translate-toolkit-2.0.xlf",
        "translate-toolkit.tmx",
        "ruamel.yaml",
    ] {
        let bytes = fs::read(format!("tests/fixtures/{name}")).expect("read");
        let tables = read_bytes(name, bytes, &ReadOptions::default()).unwrap_or_else(|e| panic!("{name}: {e}"));
        let found = tables[0].records.iter().take(6).map(|r| tables[0].sign(r));
        let found: Vec<[String; 3]> = found.map(|s| [s.id, s.zh, s.en].map(std::borrow::Cow::into_owned)).collect();
        // TMX of the toolkit has no ids.
        let own = |id: &str| if name.ends_with("tmx") { String::new() } else { id.to_owned() };
        let expected: Vec<[String; 3]> =
            SIGNS.iter().map(|(id, zh, en)| [own(id), (*zh).to_owned(), (*en).to_owned()]).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn sheets_cells_and_hidden_rows_are_told() {
    for (name, hidden) in [("openpyxl.xlsx", 4), ("libreoffice.ods", 4), ("odfpy.ods", 2)] {
        let bytes = fs::read(format!("tests/fixtures/{name}")).expect("read");
        let tables = read_bytes(name, bytes, &ReadOptions::default()).expect("read");
        let rows: Vec<bool> = tables[0].records.iter().map(|r| tables[0].sign(r).location.hidden).collect();
        assert_eq!(rows.iter().position(|h| *h), Some(hidden), "{name}");
        assert!(!tables[0].notes.is_empty(), "{name}");
    }
    let (_, out, err) = common::run(&["check", "tests/fixtures/openpyxl.xlsx", "--format", "jsonl", "--no-config"], "");
    assert!(out.contains("\"sheet\":\"导向 Signs\",\"cell\":\"C4\"") && out.contains("\"line\":null"), "{out}");
    assert!(out.contains("\"hidden\":true") && err.contains("hidden"), "{err}");
    // A formula whose value nobody has worked out is no missing English.
    assert!(!out.contains("missing-english") && err.contains("formula"), "{err}");
}

#[test]
fn a_folder_is_searched_for_signs_of_every_format() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        fs::write(path, text).expect("written");
    };
    write("package.json", "{\"name\":\"x\",\"version\":\"1\"}");
    write("tsconfig.json", "{ // a comment\n}");
    write(
        "README.md",
        "| source | target |\n|---|---|\n| a | b |\n\n| x | y |\n|---|---|\n| 中文 | 英文 |\n| 出口 | Exlt |\n",
    );
    write(
        "schema.json",
        "{\"$schema\":\"https://json-schema.org/draft-07/schema\",\"zh\":{\"a\":\"中\"},\"en\":{\"a\":\"x\"}}",
    );
    write("res/values/strings.xml", "<resources><string name=\"a\">Pingan Avenue</string></resources>");
    write("res/values-zh-rCN/strings.xml", "<resources><string name=\"a\">平安大街</string></resources>");
    write("locales/zh.json", "{\"a\":{\"b\":\"消火栓\"}}");
    write("locales/en.json", "{\"a\":{\"b\":\"Fire Hidrant\"}}");
    let path = folder.path().to_string_lossy().into_owned();
    let (code, out, err) = common::run(&["check", &path, "--format", "jsonl", "--no-config"], "");
    assert_eq!((code, out.lines().count(), err.as_str()), (1, 2, ""), "{out}");
    assert!(out.contains("\"key\":\"a.b\"") && out.contains("en.json") && out.contains("values/strings.xml"), "{out}");
    // Named, a file without signs is a fault.
    let named = format!("{path}/package.json");
    let (code, _, err) = common::run(&["check", &named], "");
    assert!(code == 2 && err.contains("zh/en"), "{err}");
    // Fixes go to the English file.
    let (code, _, err) = common::run(&["fix", "--write", "--unsafe", &format!("{path}/locales")], "");
    assert_eq!(code, 0, "{err}");
    let text = fs::read_to_string(folder.path().join("locales/en.json")).expect("read");
    assert_eq!(text, "{\"a\":{\"b\":\"Fire Hydrant\"}}");
    let (code, _, err) = common::run(&["fix", "--write", &format!("{path}/res")], "");
    assert!(code == 2 && err.contains("not written back"), "{err}");
}

#[test]
fn keys_may_be_told() {
    let text = "[{\"cname\":\"平安大街\",\"ename\":\"Pingan Avenue\",\"nr\":\"7\"}]";
    let arguments = ["check", "-", "--no-config", "--format", "jsonl", "--columns", "zh=cname,en=ename,id=nr"];
    let (code, out, _) = common::run(&arguments, text);
    assert!(code == 1 && out.contains("\"id\":\"7\"") && out.contains("missing-apostrophe"), "{out}");
    assert_eq!(common::run(&arguments[..5], text).0, 2);
}

#[test]
fn english_that_is_lacking_is_told_in_trees() {
    for text in [
        "[{\"zh\":\"出口\",\"en\":null}]",
        "- zh: 出口\n  en:\n",
        "[{\"zh\":\"入口\",\"en\":\"Entrance\"},{\"zh\":\"出口\"}]",
    ] {
        let format = if text.starts_with('-') { "yaml" } else { "json" };
        let arguments = ["check", "-", "--no-config", "--format", "jsonl", "--input-format", format];
        let (code, out, err) = common::run(&arguments, text);
        assert!(code == 1 && out.contains("completeness/missing-english"), "{text}: {out}{err}");
    }
}

#[test]
fn a_place_of_a_map_without_an_english_name_is_no_fault() {
    let place = |en: &str| format!("{{\"type\":\"Feature\",\"properties\":{{\"name\":\"出口\",\"name:en\":{en}}}}}");
    let text = format!("{{\"type\":\"FeatureCollection\",\"features\":[{},{}]}}", place("null"), place("\"Exit\""));
    let (code, _, err) = common::run(&["check", "-", "--no-config"], &text);
    assert!(code == 0 && err.starts_with("1 sign "), "{err}");
}

#[test]
fn what_is_not_rewritten_is_told() {
    let text = "<xliff version=\"1.2\"><file source-language=\"en\"><body><trans-unit id=\"1\"><source>Pingan Avenue</source><target>平安大街</target></trans-unit></body></file></xliff>";
    let (code, out, err) = common::run(&["fix", "-", "-o", "-", "--no-config"], text);
    assert_eq!((code, out.as_str()), (0, text));
    assert!(err.contains("1 sign cannot be rewritten"), "{err}");
}

#[test]
fn suggest_reads_workbooks_and_json() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("names.json");
    fs::write(&path, "[{\"zh\":\"天安门\"},{\"zh\":\"出口\"}]").expect("written");
    let alone = folder.path().join("zh.yaml");
    fs::write(&alone, "zh-CN:\n  gate: 出口\n").expect("written");
    for (file, row) in [
        ("tests/fixtures/openpyxl.xlsx", "\"Exit\""),
        (&*path.to_string_lossy(), "Tian'anmen"),
        (&*alone.to_string_lossy(), "\"Exit\""),
    ] {
        let (code, out, err) = common::run(&["suggest", "--input", file, "--format", "jsonl"], "");
        assert!(code == 0 && out.contains(row), "{out}{err}");
    }
}

/// Workbooks of openpyxl and LibreOffice in which a venue is merged over its signs, one name over two rows, and of
/// another the Chinese alone. The header has two rows.
#[test]
fn cells_merged_downward_are_read_in_every_row() {
    for name in ["openpyxl-merged.xlsx", "libreoffice-merged.ods", "libreoffice-merged.xls"] {
        let bytes = fs::read(format!("tests/fixtures/{name}")).expect("read");
        let tables = read_bytes(name, bytes.clone(), &ReadOptions::default()).expect("tables");
        let cell = |r, column| tables[0].cell(r, column).into_owned();
        let rows: Vec<[String; 4]> = tables[0]
            .records
            .iter()
            .map(|r| [Column::Place, Column::Id, Column::Zh, Column::En].map(|column| cell(r, column)))
            .collect();
        let expected = [
            ["首都博物馆", "1", "出口", "Exit"],
            ["首都博物馆", "2", "入口", "Entrence"],
            ["首都博物馆", "3", "消火栓", "Fire Hydrant"],
            ["国家大剧院", "4", "平安大街", "Pingan Avenue"],
            ["国家大剧院", "6", "平安大街", "Ping'an Avenue"],
        ];
        assert_eq!(rows, expected, "{name}");
        // The merged Chinese is told at its own row and written in none but the first.
        let last = &tables[0].records[4];
        assert_eq!(tables[0].sign(last).location.to_string(), format!("{name}[馆 A!D9]"));
        assert!(!tables[0].is_writable(last, Field::Zh), "{name}");
        assert_eq!(tables[0].is_writable(last, Field::En), name.ends_with("xlsx"), "{name}");
    }
}
