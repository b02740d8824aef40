//! Bad input: a clear message with place and remedy, exit 2, no panic, and the other rows and files are still checked.

mod common;

use common::signlint;
use std::fs;

struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn check(bytes: &[u8], name: &str, more: &[&str]) -> Ran {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("written");
    let output = signlint().args(["check", "--format", "jsonl"]).arg(&path).args(more).output().expect("runs");
    let text = |b: &[u8]| String::from_utf8_lossy(b).into_owned();
    Ran { code: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
}

fn refused(bytes: &[u8], name: &str, says: &[&str]) {
    let ran = check(bytes, name, &[]);
    assert_eq!(ran.code, 2, "{name}: {}", ran.err);
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
    for part in says {
        assert!(ran.err.contains(part), "{name}: {part:?} is not in {}", ran.err);
    }
}

#[test]
fn files_that_are_no_inventory_are_refused_with_a_remedy() {
    refused(b"", "empty.csv", &["empty.csv", "empty", "header"]);
    refused(b"", "empty.xlsx", &["empty.xlsx", "empty"]);
    refused(b"PK\x03\x04\x14\x00\x06\x00", "book.xlsx", &["book.xlsx", "workbook", ".xlsx"]);
    refused(b"name,remark\na,b\n", "other.csv", &["other.csv:1", "name | remark", "--columns"]);
    refused("zh,place\n出口,a\n".as_bytes(), "half.csv", &["English", "--columns"]);
    refused(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 200], "bytes.csv", &["not a text file"]);
}

#[test]
fn a_missing_file_does_not_hide_the_others() {
    let ran = check("zh,en\n平安大街,Pingan Avenue\n".as_bytes(), "signs.csv", &["/no/such/file.csv"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("/no/such/file.csv"), "{}", ran.err);
    assert!(ran.out.contains("missing-apostrophe"), "{}", ran.out);
}

/// As zip archives from old Windows leave them. A name that cannot be opened must not pass for a file that is not there.
#[cfg(unix)]
#[test]
fn names_that_are_not_utf8_are_told() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().expect("a folder");
    let bad = folder.path().join(std::ffi::OsStr::from_bytes(b"\xb1\xea\xca\xb6.csv"));
    let text = "zh,en\n平安大街,Pingan Avenue\n";
    fs::write(&bad, text).expect("written");
    fs::write(folder.path().join("标 识.csv"), text).expect("written");
    let output = signlint().args(["check", "--format", "jsonl"]).arg(folder.path()).output().expect("runs");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("not UTF-8") && err.contains("rename"), "{err}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("标 识.csv"));
    let output = signlint().arg("check").arg(&bad).env("LANG", "zh_CN.UTF-8").output().expect("runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("文件名不是 UTF-8"));
}

#[test]
fn what_the_system_refuses_is_told_in_the_language_asked() {
    let told = |args: &[&str]| {
        let output = signlint().args(args).output().expect("runs");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    assert!(told(&["check", "no.csv"]).contains("no.csv: no such file"));
    assert!(told(&["check", "no.csv", "--lang", "zh"]).contains("no.csv：无法读取（文件或文件夹不存在）"));
    let out = ["check", "samples/hospital.tsv", "-o", "/no/such/folder/x"];
    assert!(told(&out).contains("cannot be written: no such file or folder"));
    assert!(told(&[&out[..], &["--lang", "zh"]].concat()).contains("无法写入（文件或文件夹不存在）"));
}

#[test]
fn bad_rows_are_told_and_do_not_hide_the_others() {
    let text = "id,zh,en\n1,入口\n2,出口,Exit,more\n3,\"电梯,Lift\n4,平安大街,Pingan Avenue\n";
    let ran = check(text.as_bytes(), "ragged.csv", &[]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    for place in ["ragged.csv:2", "ragged.csv:3", "ragged.csv:4:3"] {
        assert!(ran.err.contains(place), "{place}: {}", ran.err);
    }
    assert!(ran.out.contains("missing-apostrophe") && ran.out.contains("\"row\":4"), "{}", ran.out);
}

#[test]
fn every_command_that_reads_rows_exits_2_where_one_is_bad() {
    let signs = "zh,en\n出口,Exit,more\n顾客止步,Staff Only.\n入口,\n";
    for command in [
        &["check", "-"][..],
        &["report", "-"],
        &["fix", "-"],
        &["fix", "-", "-o", "-"],
        &["suggest", "--input", "-"],
        &["suggest", "--input", "-", "--fill"],
    ] {
        let output = signlint().args(command).arg("--no-config").write_stdin(signs).output().expect("runs");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{command:?}: {err}");
        assert!(err.contains("-:2: row 1") && !output.stdout.is_empty(), "{command:?}: {err}");
    }
}

/// What would take minutes if a cell were compared with itself, or a header folded once for every name.
#[test]
fn headers_and_cells_of_any_size_are_read_in_time() {
    let began = std::time::Instant::now();
    let columns: String = (0..10_000).map(|n| format!("c{n},")).collect();
    let cells = "x,".repeat(10_000);
    let ran = check(format!("{columns}zh,en\n{cells}平安大街,Pingan Avenue\n").as_bytes(), "wide.csv", &[]);
    assert!(ran.out.contains("missing-apostrophe"), "{}", ran.err);
    refused("x".repeat(2_000_000).as_bytes(), "line.csv", &["line.csv:1", "--columns"]);
    let signs = format!("zh,en\n{},Exit\n", "出口".repeat(100_000));
    for command in [&["check", "-"][..], &["report", "-", "--format", "json"]] {
        let output = signlint().args(command).arg("--no-config").write_stdin(signs.clone()).output().expect("runs");
        assert!(output.status.success() && output.stdout.len() < 20_000, "{command:?}: {}", output.stdout.len());
    }
    assert!(began.elapsed() < std::time::Duration::from_secs(60), "{:?}", began.elapsed());
}

#[test]
fn undecodable_bytes_are_told_with_their_place() {
    let mut bytes = "zh,en\n出口,Exit\n入口,Entr".as_bytes().to_vec();
    bytes.extend([0xff, b'\n']);
    let ran = check(&bytes, "bytes.csv", &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("bytes.csv:3:8"), "{}", ran.err);
}

#[test]
fn terminal_escapes_do_not_reach_the_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("escape.csv");
    fs::write(&path, "zh,en\n出口,\u{1b}[31mExit\u{7}\n").expect("written");
    let output = signlint().args(["check"]).arg(&path).env("NO_COLOR", "1").output().expect("runs");
    assert!(
        !output.stdout.contains(&0x1b) && !output.stdout.contains(&7),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
}

#[test]
fn suggestions_drive_neither_the_terminal_nor_a_spreadsheet() {
    let suggest = |format| {
        let run = ["suggest", "--input", "-", "--no-config", "--format", format];
        let output = signlint().args(run).write_stdin("zh\n\u{1b}[31m出口\n=1+1出口\n").output().expect("runs");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    assert!(!suggest("text").contains('\u{1b}'));
    assert!(suggest("csv").contains("2,'=1+1出口,"), "{}", suggest("csv"));
}

#[test]
fn flags_that_do_not_fit_are_refused_with_what_would() {
    let signs = "zh,en\n出口,Exit\n".as_bytes();
    for (flags, says) in [
        (&["--columns", "zh=9,en=2"][..], &["no column \"9\"", "zh", "from 1"][..]),
        (&["--delimiter", "\""], &["--delimiter", "tab"]),
        (&["--delimiter", "ab"], &["--delimiter", "tab"]),
        (&["--jobs", "100000"], &["--jobs", "1..=512"]),
        (&["--encoding", "nope"], &["nope", "gb18030"]),
        (&["--input-format", "nope"], &["nope", "xlsx"]),
    ] {
        let ran = check(signs, "signs.csv", flags);
        assert_eq!(ran.code, 2, "{flags:?}: {}", ran.err);
        says.iter().for_each(|part| assert!(ran.err.contains(part), "{flags:?}: {}", ran.err));
    }
}

#[test]
fn a_cell_of_megabytes_is_read() {
    let text = format!("zh,en\n出口,{}\n", "Exit ".repeat(400_000));
    let ran = check(text.as_bytes(), "long.csv", &[]);
    assert!(ran.code <= 1, "{}", ran.err);
}

#[test]
fn encodings_give_the_same_findings() {
    let text = "编号,中文,英文\n1,平安大街,Pingan Avenue\n2,消火栓,Fire Hidrant\n3,卫生间,Toilet\n";
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let gbk = encoding_rs::GBK.encode(text).0.into_owned();
    let rules = |ran: Ran| {
        ran.out
            .lines()
            .filter_map(|l| l.split("\"rule\":\"").nth(1)?.split('"').next().map(str::to_owned))
            .collect::<Vec<_>>()
    };
    let plain = rules(check(text.as_bytes(), "a.csv", &[]));
    assert_eq!(plain.len(), 2);
    assert_eq!(rules(check(&utf16, "a.csv", &[])), plain);
    assert_eq!(rules(check(&gbk, "a.csv", &[])), plain);
}

#[test]
fn faults_of_every_format_have_a_place_and_a_remedy() {
    for (name, text, says) in [
        ("a.json", "{\"a\":\n [1,}", "a.json:2:5"),
        ("a.jsonl", "{\"zh\":\"出口\",\"en\":\"Exit\"}\n{\"zh\":\n", "a.jsonl:2:6"),
        ("deep.json", &"[".repeat(100_000), "deep.json:1"),
        ("nested.json", &format!("{}{}", "[".repeat(500), "]".repeat(500)), "128 levels"),
        ("a.yaml", "a:\n\t- b", "a.yaml:2:2"),
        ("deep.yaml", &"[".repeat(100_000), "deep.yaml:1"),
        ("a.po", "msgid \"出口\"\nmsgstr \"Exit\n", "a.po:2:8"),
        ("a.xlf", "<xliff>\n<a></b></xliff>", "a.xlf:2:4"),
        ("a.tmx", "<tmx>\n<body>", "a.tmx:2"),
        ("entity.tmx", "<tmx><tu><tuv xml:lang=\"zh\"><seg>&lol;</seg></tuv></tu></tmx>", "&lol;"),
        ("bomb.xlf", "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><xliff/>", "never expanded"),
        ("deep.osm", &"<osm>".repeat(10_000), "128 levels"),
        ("wrong.xml", "<foo/>", "<foo>"),
        ("a.strings", "\"a\" = \"b\"\n\"c\"", "a.strings:2:1"),
        ("one.strings", "\"a\" = \"b\";", "both languages"),
        ("a.properties", "x=1\na=\\u12\n", "a.properties:2"),
        ("none.md", "# nothing\n", "zh/en"),
        ("none.html", "<table><tr><td>x</table>", "zh/en"),
        ("none.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}", "zh/en"),
        // Aliases of aliases stand for nothing.
        ("bomb.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nzh: *c\nen: *c\n", "zh/en"),
    ] {
        refused(text.as_bytes(), name, &["error: ", says, "\n  "]);
    }
}

/// A workbook whose sheet unpacks to more than a gibibyte, in a few megabytes.
#[test]
fn archives_that_unpack_to_too_much_are_refused() {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let block = vec![b' '; 1 << 20];
    for part in 0..3 {
        zip.start_file(format!("xl/worksheets/sheet{part}.xml"), options).expect("begun");
        for _ in 0..400 {
            zip.write_all(&block).expect("written");
        }
    }
    refused(&zip.finish().expect("a zip").into_inner(), "bomb.xlsx", &["1024 MiB"]);
}

/// An archive with these parts.
fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("begun");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A workbook of sheets with this content, and these shared strings.
fn workbook(sheets: &[&str], shared: &str) -> Vec<u8> {
    let list = |one: &dyn Fn(usize) -> String| (1..=sheets.len()).map(one).collect::<String>();
    let book = format!(
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{}</sheets></workbook>",
        list(&|n| format!("<sheet name=\"S{n}\" sheetId=\"{n}\" r:id=\"r{n}\"/>"))
    );
    let relations = format!(
        "<Relationships>{}</Relationships>",
        list(&|n| format!(
            "<Relationship Id=\"r{n}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/s{n}.xml\"/>"
        ))
    );
    let names: Vec<String> = (1..=sheets.len()).map(|n| format!("xl/worksheets/s{n}.xml")).collect();
    let root = "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    let mut parts = vec![
        ("_rels/.rels", root),
        ("xl/workbook.xml", book.as_str()),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/sharedStrings.xml", shared),
    ];
    parts.extend(names.iter().map(String::as_str).zip(sheets.iter().copied()));
    zipped(&parts)
}

const HEADER: &str = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>zh</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>en</t></is></c></row>";

#[test]
fn a_text_that_many_cells_refer_to_does_not_take_all_memory() {
    let shared = format!("<sst><si><t>{}</t></si></sst>", "出".repeat(400_000));
    let cells: String = (2..2000).map(|n| format!("<row r=\"{n}\"><c r=\"A{n}\" t=\"s\"><v>0</v></c></row>")).collect();
    let sheet = format!("<worksheet><sheetData>{HEADER}{cells}</sheetData></worksheet>");
    refused(&workbook(&[&sheet], &shared), "shared.xlsx", &["1024 MiB"]);
    let content = "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><table:table table:name=\"A\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>x<text:s text:c=\"4000000000\"/></text:p></table:table-cell></table:table-row></table:table></office:document-content>";
    let parts = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)];
    refused(&zipped(&parts), "blanks.ods", &["1024 MiB"]);
}

#[test]
fn a_cell_beyond_the_last_column_is_left_out() {
    let row = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>平安大街</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>Pingan Avenue</t></is></c></row>";
    let far = HEADER.replace("</row>", "<c r=\"ZZZZZZ1\" t=\"inlineStr\"><is><t>x</t></is></c></row>");
    let sheet = format!("<worksheet><sheetData>{far}{row}</sheetData></worksheet>");
    let ran = check(&workbook(&[&sheet], "<sst/>"), "far.xlsx", &[]);
    assert!(ran.code == 1 && ran.out.contains("missing-apostrophe"), "{}", ran.err);
}

/// `calamine` waits for ever for the end of a table of OpenDocument that is cut short.
#[test]
fn sheets_that_are_cut_short_are_told() {
    let content = "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\"><table:table table:name=\"A\">";
    let parts = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)];
    refused(&zipped(&parts), "cut.ods", &["cut.ods", "well-formed"]);
    let good = format!(
        "<worksheet><sheetData>{HEADER}<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>平安大街</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>Pingan Avenue</t></is></c></row></sheetData></worksheet>"
    );
    let cut = format!("<worksheet><sheetData>{HEADER}<row r=\"2\"><c r=\"A2\"");
    refused(&workbook(&[&cut], "<sst/>"), "cut.xlsx", &["cut.xlsx", "S1"]);
    let ran = check(&workbook(&[&good, &cut], "<sst/>"), "half.xlsx", &[]);
    assert_eq!(ran.code, 2, "a sheet that is not read must not pass in silence: {}", ran.err);
    assert!(ran.err.contains("the sheet S2 is not read") && ran.out.contains("missing-apostrophe"), "{}", ran.err);
}

/// A page of a few hundred kilobytes whose spans stand for billions of cells.
#[test]
fn spans_of_a_page_do_not_take_all_memory() {
    let page =
        format!("<table><tr>{}</table>", "<td colspan=1000 rowspan=10000>x".repeat(20_000) + &"<tr>".repeat(20_000));
    refused(page.as_bytes(), "spans.html", &["zh/en"]);
}

/// Some tools write two marks, some a mark before every part of a workbook.
#[test]
fn a_second_byte_order_mark_shifts_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [
        ("a.json", "[{\"zh\":\"平安大街\",\"en\":\"Pingan Avenue\"}]\n"),
        ("a.jsonl", "{\"zh\":\"平安大街\",\"en\":\"Pingan Avenue\"}\n"),
        ("a.yaml", "- zh: 平安大街\n  en: Pingan Avenue\n"),
        ("a.po", "msgid \"平安大街\"\nmsgstr \"Pingan Avenue\"\n"),
        ("a.csv", "zh,en\n平安大街,Pingan Avenue\n"),
        (
            "a.xlf",
            "<xliff><file source-language=\"zh\"><trans-unit id=\"1\"><source>平安大街</source><target>Pingan Avenue</target></trans-unit></file></xliff>\n",
        ),
    ] {
        let (path, text) = (folder.path().join(name), format!("\u{feff}\u{feff}{text}"));
        fs::write(&path, &text).expect("written");
        let output = signlint().args(["fix", "--write"]).arg(&path).output().expect("runs");
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let new = fs::read_to_string(&path).expect("read");
        assert_eq!(new, text.replace("Pingan", "Ping'an"), "{name}");
    }
}

#[test]
fn one_line_of_a_sheet_may_not_stand_for_billions_of_cells() {
    use std::io::Write;
    let content = "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16000\"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:document-content>";
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("begun");
        zip.write_all(text.as_bytes()).expect("written");
    }
    refused(&zip.finish().expect("a zip").into_inner(), "far.ods", &["20 million cells"]);
}

/// Damaged files of every format: read or refused, never a panic.
#[test]
fn damaged_files_are_read_or_refused() {
    use signlint::read::{PARSER_THREAD, ReadOptions, read_bytes};
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(PARSER_THREAD) {
            tell(panic);
        }
    }));
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap_or(0) % below
    };
    for entry in fs::read_dir("tests/fixtures").expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.to_string_lossy().into_owned();
        let bytes = fs::read(&path).expect("read");
        for _ in 0..100 {
            let mut damaged = bytes.clone();
            match random(3) {
                0 => damaged.truncate(random(bytes.len())),
                1 => (0..1 + random(8))
                    .for_each(|_| damaged[random(bytes.len())] = u8::try_from(random(256)).unwrap_or(0)),
                _ => _ = damaged.drain(random(bytes.len() / 2)..bytes.len() / 2),
            }
            let _ = read_bytes(&name, damaged, &ReadOptions::default());
        }
    }
}
