//! Every form of the output, read back as its consumers read it.

mod common;

use calamine::{Data, Reader, Xlsx};
use common::run;
use quick_xml::Reader as XmlReader;
use quick_xml::events::Event;
use serde_json::Value;
use std::fs;
use std::io::Cursor;
use std::process::Command;

const SIGNS: &str = "id,zh,en\nS-1,平安大街,Pingan Avenue\nS-2,出口,Exit\nS-3,\"顾客, 止步\",\"Staff \"\"Only\"\".\"\n=1+1,消火栓,=Fire Hidrant|%<b>@x\n";
const JSON: &str = "{\"标识\": [\n  {\"zh\": \"平安大街\", \"en\": \"Pingan Avenue\"},\n  {\"zh\": \"\\u6d88火栓\", \"en\": \"Fire \\\"Hidrant\\\"\"}\n]}\n";

/// Runs a check of a file in a folder of its own and hands back exit code and output.
fn check(name: &str, text: &str, more: &[&str]) -> (i32, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, text).expect("written");
    let path = path.to_string_lossy().into_owned();
    let (code, out, err) = run(&[&["check", &path, "--no-config"], more].concat(), "");
    (code, out.replace(&path, name), err)
}

/// The text with the replacements of a fix made, by lines and columns (characters) from 1.
fn mended(text: &str, fix: &Value) -> String {
    let at = |line: &Value, column: &Value| {
        let (line, column) = (line.as_u64().expect("a line") as usize, column.as_u64().expect("a column") as usize);
        let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        start + text[start..].chars().take(column - 1).map(char::len_utf8).sum::<usize>()
    };
    let replacement = &fix["artifactChanges"][0]["replacements"][0];
    let region = &replacement["deletedRegion"];
    let (from, to) = (at(&region["startLine"], &region["startColumn"]), at(&region["endLine"], &region["endColumn"]));
    format!("{}{}{}", &text[..from], replacement["insertedContent"]["text"].as_str().expect("a text"), &text[to..])
}

#[test]
fn sarif_has_rules_places_fixes_and_fingerprints() {
    for (name, text) in [("signs.csv", SIGNS), ("signs.json", JSON)] {
        let (code, out, _) = check(name, text, &["--format", "sarif"]);
        assert_eq!(code, 1);
        let log: Value = serde_json::from_str(&out).expect("JSON");
        assert_eq!(log["version"], "2.1.0");
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
        let results = run["results"].as_array().expect("results");
        let lines = check(name, text, &["--format", "jsonl"]).1;
        assert_eq!(results.len(), lines.lines().count());
        for (result, line) in results.iter().zip(lines.lines()) {
            let line: Value = serde_json::from_str(line).expect("JSON");
            let rule = &rules[result["ruleIndex"].as_u64().expect("an index") as usize];
            assert_eq!((&rule["id"], &result["ruleId"]), (&line["rule"], &line["rule"]));
            for help in ["text", "markdown"] {
                let help = rule["help"][help].as_str().expect("help");
                assert!(!help.is_ascii() && help.contains(' '), "both languages: {help}");
            }
            let region = &result["locations"][0]["physicalLocation"]["region"];
            let written = text.lines().nth(region["startLine"].as_u64().expect("a line") as usize - 1).expect("line");
            let shown: String =
                written.chars().skip(region["startColumn"].as_u64().expect("a column") as usize - 1).collect();
            let (start, end) = (line["start"].as_u64().expect("n") as usize, line["end"].as_u64().expect("n") as usize);
            let found = &line["en"].as_str().expect("English")[start..end];
            // A cell with escapes is shown whole.
            assert!(shown.starts_with(found) || shown.contains("\"\"") || shown.contains("\\\""), "{shown} {found}");
            // It is of the file too, which stands in another folder each time.
            assert_eq!(result["partialFingerprints"]["signlint/v1"].as_str().map(str::len), Some(16));
            if line["fixable"] == true {
                let new = mended(text, &result["fixes"][0]);
                let (_, again, _) = check(name, &new, &["--format", "jsonl"]);
                assert!(!again.contains(line["rule"].as_str().expect("a rule")) || results.len() > 3, "{new}");
                assert_ne!(new, text);
            }
        }
    }
}

#[test]
fn sarif_tells_new_findings_from_those_of_the_baseline() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (signs, base) = (path("signs.csv"), path("base.json"));
    fs::write(&signs, "zh,en\n消火栓,Fire Hidrant\n").expect("written");
    run(&["check", &signs, "--no-config", "--baseline", &base, "--write-baseline"], "");
    fs::write(&signs, "zh,en\n消火栓,Fire Hidrant\n紧急出口,Emergancy Exit\n").expect("written");
    let (code, out, _) = run(&["check", &signs, "--no-config", "--baseline", &base, "--format", "sarif"], "");
    let log: Value = serde_json::from_str(&out).expect("JSON");
    let states: Vec<&Value> =
        log["runs"][0]["results"].as_array().expect("results").iter().map(|r| &r["baselineState"]).collect();
    assert_eq!((code, states), (1, vec![&"unchanged".into(), &"new".into()]));
}

/// Signs of every field of the output: with and without places in a file, fixes, ids, related signs.
const OF_ALL_SORTS: [(&str, &str); 4] = [
    ("signs.csv", SIGNS),
    ("signs.json", JSON),
    ("right.csv", "zh,en\n出口,Exit\n"),
    ("twice.csv", "zh,en,地点\n混合区,Mixed Zone,国家速滑馆\n混合区,Mix Zone,国家速滑馆\n入口,\u{b}Entrence\n"),
];

#[test]
fn sarif_is_valid_by_its_schema() {
    // A bracket that nothing opens stands in the pattern for languages as published: no regular expression for most readers.
    let schema = include_str!("schemas/sarif-schema-2.1.0.json").replace("-[a-zA-Z]{2}]?$", "-[a-zA-Z]{2}$");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    assert!(!validator.is_valid(&serde_json::json!({ "version": "2.1.0", "runs": [{ "results": [] }] })));
    for ((name, text), lang) in OF_ALL_SORTS.iter().zip(["en", "zh", "en", "zh"]) {
        let (_, out, _) = check(name, text, &["--format", "sarif", "--lang", lang]);
        let log: Value = serde_json::from_str(&out).expect("JSON");
        let faults: Vec<String> =
            validator.iter_errors(&log).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    }
}

#[test]
fn junit_is_valid_by_the_schema_of_jenkins() {
    if Command::new("xmllint").arg("--version").output().is_err() {
        println!("skipped: xmllint is not here (Debian: libxml2-utils)");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schemas/junit-10.xsd");
    for (name, text) in OF_ALL_SORTS {
        let report = folder.path().join("junit.xml");
        fs::write(&report, check(name, text, &["--format", "junit"]).1).expect("written");
        let judged = Command::new("xmllint").args(["--noout", "--schema", schema]).arg(&report).output();
        let judged = judged.expect("xmllint");
        assert!(judged.status.success(), "{name}: {}", String::from_utf8_lossy(&judged.stderr));
    }
}

#[test]
fn annotations_stay_on_one_line() {
    let (_, out, _) = check("signs.csv", SIGNS, &["--format", "github"]);
    assert!(out.lines().all(|line| line.starts_with("::")), "{out}");
    assert!(
        out.contains("::error file=signs.csv,line=2,col=10,endColumn=16,title=pinyin/missing-apostrophe::"),
        "{out}"
    );
    assert!(out.contains("%25<b>"), "{out}");
}

#[test]
fn gitlab_fingerprints_are_distinct() {
    let twice = "zh,en\n消火栓,Fire Hidrant\n消火栓,Fire Hidrant\n";
    let (_, out, _) = check("signs.csv", twice, &["--format", "gitlab", "--select", "spelling"]);
    let issues: Vec<Value> = serde_json::from_str(&out).expect("JSON");
    assert_eq!(issues.len(), 2);
    assert_ne!(issues[0]["fingerprint"], issues[1]["fingerprint"]);
    assert_eq!((&issues[1]["location"]["lines"]["begin"], &issues[1]["severity"]), (&3.into(), &"major".into()));
    let (_, none, _) = check("signs.csv", "zh,en\n出口,Exit\n", &["--format", "gitlab"]);
    assert_eq!(serde_json::from_str::<Value>(&none).expect("JSON"), Value::Array(vec![]));
}

/// Elements of a name with the attributes asked for; the document must be well-formed.
fn elements(xml: &str, name: &str, attributes: &[&str]) -> Vec<Vec<String>> {
    let mut reader = XmlReader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == name => {
                let value = |wanted: &&str| {
                    let own = tag.attributes().map(|a| a.expect("an attribute")).find(|a| a.key.as_ref() == *wanted);
                    own.map(|a| a.normalized_value(quick_xml::XmlVersion::Implicit1_0).expect("text").into_owned())
                        .unwrap_or_default()
                };
                found.push(attributes.iter().map(value).collect());
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn junit_and_checkstyle_are_well_formed_and_count_right() {
    let (_, out, _) = check("signs.csv", SIGNS, &["--format", "junit"]);
    let suite = elements(&out, "testsuite", &["name", "tests", "failures"]);
    let (cases, failures) = (elements(&out, "testcase", &[]).len(), elements(&out, "failure", &[]).len());
    assert_eq!(suite, [["signs.csv".to_owned(), cases.to_string(), failures.to_string()]]);
    assert!(cases >= failures && failures > 1);
    let (_, passed, _) = check("signs.csv", "zh,en\n出口,Exit\n", &["--format", "junit"]);
    assert_eq!(elements(&passed, "testcase", &["name"]), [["signs"]]);
    let (_, out, _) = check("signs.csv", SIGNS, &["--format", "checkstyle"]);
    let errors = elements(&out, "error", &["line", "column", "severity", "source"]);
    assert_eq!(errors[0], ["2", "10", "error", "signlint.pinyin/missing-apostrophe"]);
    assert!(out.contains("&lt;b>") || out.contains("&lt;b&gt;"), "{out}");
}

#[test]
fn rdjson_columns_are_bytes() {
    let (_, out, _) = check("signs.csv", SIGNS, &["--format", "rdjson"]);
    let log: Value = serde_json::from_str(&out).expect("JSON");
    let first = &log["diagnostics"][0];
    let start = first["location"]["range"]["start"]["column"].as_u64().expect("a column") as usize;
    assert!(SIGNS.lines().nth(1).expect("a line")[start - 1..].starts_with("Pingan"));
    assert_eq!(first["suggestions"][0]["text"], "Ping'an Avenue");
    assert_eq!((&first["severity"], &first["code"]["value"]), (&"ERROR".into(), &"pinyin/missing-apostrophe".into()));
}

#[test]
fn spreadsheets_get_no_formulas() {
    let (_, out, _) = check("signs.csv", SIGNS, &["--format", "csv"]);
    assert!(out.starts_with('\u{feff}'));
    let mut reader = csv::Reader::from_reader(out.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|r| r.expect("a record")).collect();
    assert!(rows.iter().any(|r| &r[5] == "'=1+1" && r[7].starts_with("'=Fire")), "{rows:?}");
    assert!(rows.iter().all(|r| r.iter().all(|cell| !cell.starts_with(['=', '+', '@']))));
}

#[test]
fn the_annotated_workbook_has_every_sign_and_the_figures() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (signs, book) = (path("signs.csv"), path("out.xlsx"));
    fs::write(&signs, SIGNS).expect("written");
    let (code, _, err) = run(&["check", &signs, "--no-config", "--format", "xlsx", "-o", &book, "--lang", "en"], "");
    assert_eq!(code, 1, "{err}");
    let bytes = fs::read(&book).expect("read");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Signs", "Summary"]);
    let range = book.worksheet_range("Signs").expect("a sheet");
    assert_eq!(range.height(), 5);
    let text = |row: u32, column: u32| range.get_value((row, column)).map(Data::to_string).unwrap_or_default();
    assert_eq!([text(1, 2), text(1, 4), text(1, 5)], ["平安大街", "error", "Ping'an Avenue"]);
    assert_eq!([text(2, 2), text(2, 4)], ["出口", ""]);
    assert_eq!(text(4, 1), "=1+1");
    assert!(book.worksheet_formula("Signs").expect("formulas").is_empty());
    let figures = book.worksheet_range("Summary").expect("a sheet");
    assert_eq!(figures.get_value((1, 1)), Some(&Data::Float(4.0)));
}

#[test]
fn the_summary_for_a_pull_request_holds_no_markup_of_signs() {
    let (_, out, _) = check("signs.csv", SIGNS, &["--format", "markdown", "--lang", "en"]);
    assert!(out.contains("| `pinyin/missing-apostrophe`"), "{out}");
    assert!(!out.contains("<b>") && !out.contains(" @x"), "{out}");
    let rows: Vec<&str> = out.lines().filter(|l| l.starts_with("| 🔴")).collect();
    let bars = |row: &&str| row.replace("\\|", "").matches('|').count();
    assert!(rows.iter().all(|row| bars(row) == 8), "{rows:?}");
}
