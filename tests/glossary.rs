//! `signlint glossary`, `lookup` and project glossaries, from the built binary.

mod common;

use common::run;
use serde_json::Value;
use std::fs;

const HEADER: &str = "zh,preferred,allowed,abbreviations,deprecated,banned,domain,kind,source,clause,status,note\n";

#[test]
fn the_dictionaries_are_clean() {
    let (code, out, err) = run(&["glossary", "check"], "");
    assert_eq!(code, 0, "{out}{err}");
}

#[test]
fn each_fault_names_file_line_and_remedy_in_both_languages() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("own.csv");
    let rows = "出口,Exit,,,,,general,facility,,,official,\n\
                出口,Way Out,,,,,general,facility,,,official,\n\
                入口,Entrance,,,,Entrance,general,facility,,,sure,\n\
                車站,Station,,,,,general,facility,,,official,\n\
                苹果园,Pinguoyuan,,,,,transport,station,,,official,\n\
                ,Nothing,,,,,general,facility,,,official,\n";
    fs::write(&path, format!("{HEADER}{rows}")).expect("written");
    let path = path.to_string_lossy();
    let (code, out, _) = run(&["glossary", "check", &path, "--lang", "en"], "");
    assert_eq!(code, 1);
    for (line, words) in
        [(3, "keep one"), (4, "status `sure`"), (5, "write `车站`"), (6, "Pingguoyuan"), (7, "empty `zh`")]
    {
        let found = out.lines().any(|l| l.contains(&format!("own.csv:{line}:")) && l.contains(words));
        assert!(found, "{line} {words}: {out}");
    }
    let (_, out, _) = run(&["glossary", "check", &path, "--lang", "zh"], "");
    assert!(out.contains("含繁体字") && out.contains("为空"), "{out}");
}

#[test]
fn stats_count_the_glossary() {
    let (code, out, _) = run(&["glossary", "stats", "--format", "json"], "");
    assert_eq!(code, 0);
    let stats: Value = serde_json::from_str(&out).expect("JSON");
    let count = |at: &str| stats.pointer(at).and_then(Value::as_u64).unwrap_or(0);
    assert!(count("/entries") >= 8_000, "{}", count("/entries"));
    assert!(count("/by_domain/dining-lodging") >= 500);
    let statuses: u64 = stats["by_status"].as_object().expect("object").values().filter_map(Value::as_u64).sum();
    assert_eq!(statuses, count("/entries"));
}

#[test]
fn a_round_trip_through_every_format_loses_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    assert_eq!(run(&["glossary", "export", "-o", &at("all.csv")], "").0, 0);
    let sorted = |path: &str| {
        let text = fs::read_to_string(path).expect("read");
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines[1..].sort();
        lines
    };
    for name in ["all.tbx", "all.xlsx"] {
        assert_eq!(run(&["glossary", "export", "-o", &at(name)], "").0, 0);
        let back = at(&format!("{name}.csv"));
        assert_eq!(run(&["glossary", "import", &at(name), "--into", &back], "").0, 0);
        assert!(sorted(&back) == sorted(&at("all.csv")), "{name}");
    }
}

#[test]
fn an_import_upgrades_citations_where_the_entries_stand() {
    let folder = tempfile::tempdir().expect("a folder");
    let terms = folder.path().join("terms");
    fs::create_dir(&terms).expect("made");
    let old = format!(
        "{HEADER}入口,Entrance,,,,,general,facility,gbt30240-1,,official,\n厕所,Toilet,,,,,general,facility,a,,official,\n"
    );
    fs::write(terms.join("general.csv"), &old).expect("written");
    let new = folder.path().join("new.csv");
    fs::write(&new, "zh,source,clause\n入口,db11t334,A.1\n没有,x,\n").expect("written");
    let into = folder.path().to_string_lossy().into_owned();
    let (code, out, _) = run(&["glossary", "import", &new.to_string_lossy(), "--into", &into], "");
    assert_eq!(code, 1, "an entry was not found: {out}");
    assert!(out.contains("没有"), "{out}");
    let now = fs::read_to_string(terms.join("general.csv")).expect("read");
    assert_eq!(now, old.replace("gbt30240-1,,official", "db11t334,A.1,official"));
}

#[test]
fn faulty_imports_are_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    for (name, bytes) in [("a.tbx", "<tbx><text"), ("b.xlsx", "no workbook"), ("c.csv", ""), ("d.tbx", "<html></html>")]
    {
        fs::write(at(name), bytes).expect("written");
        let (code, _, err) = run(&["glossary", "import", &at(name), "--into", &at("out.csv")], "");
        assert_eq!(code, 2, "{name}");
        assert!(err.contains(name), "{err}");
    }
    assert!(!folder.path().join("out.csv").exists());
}

#[test]
fn a_project_forbids_a_standard_term_with_its_own_note() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(
        folder.path().join("terms.csv"),
        format!("{HEADER}出口,Way Out,,,,Exit,general,facility,house-style,,official,our house says Way Out\n"),
    )
    .expect("written");
    fs::write(folder.path().join("signlint.toml"), "glossaries = ['terms.csv']\nfail-on = 'warning'\n")
        .expect("written");
    fs::write(folder.path().join("signs.csv"), "zh,en\n出口,Exit\n").expect("written");
    let signs = folder.path().join("signs.csv").to_string_lossy().into_owned();
    let (code, out, _) = run(&["check", &signs, "--format", "jsonl"], "");
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("glossary/banned-form") && out.contains("our house says Way Out"), "{out}");
}

#[test]
fn a_layer_that_contradicts_itself_is_a_clear_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("own.csv");
    fs::write(
        &path,
        format!(
            "{HEADER}出口,Exit,,,,,general,facility,a,,official,\n出口,Way Out,,,,,general,facility,a,,official,\n"
        ),
    )
    .expect("written");
    let (code, _, err) = run(&["check", "-", "--glossary", &path.to_string_lossy()], "zh,en\n出口,Exit\n");
    assert_eq!(code, 2);
    assert!(err.contains("own.csv:3") && err.contains("own.csv:2"), "{err}");
}

#[test]
fn lookup_answers_as_json_with_the_reason() {
    let (code, out, _) = run(&["lookup", "--format", "json", "tian1", "an1", "men2"], "");
    assert_eq!(code, 0);
    let hits: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((hits[0]["zh"].as_str(), hits[0]["how"].as_str()), (Some("天安门"), Some("pinyin")));
    assert!(hits[0]["sources"].as_array().is_some_and(|s| !s.is_empty()));
    assert_eq!(run(&["lookup", "zzzzqqqq"], "").0, 1);
}

/// Every way in which the owner itself writes its name on a plate passes in silence; a wrong body does not.
#[test]
fn names_of_bodies_pass_in_each_form_of_the_owner() {
    let signs = "zh,en\n\
        中国科学院物理研究所,\"Institute of Physics, Chinese Academy of Sciences\"\n\
        中国科学院物理研究所,\"Institute of Physics, CAS\"\n\
        国家卫生健康委员会,National Health Commission (NHC)\n\
        中国科学技术协会,China Association for Science & Technology\n\
        中国工商银行股份有限公司,Industrial and Commercial Bank of China Limited\n\
        中国出口信用保险公司,China Export & Credit Insurance Corporation\n";
    let (_, silent, _) = run(&["check", "-", "--level", "info", "--format", "jsonl", "--ignore", "consistency"], signs);
    assert_eq!(silent, "");
    let (_, told, _) = run(
        &["check", "-", "--level", "info", "--format", "jsonl"],
        "zh,en\n中国银行,Agricultural Bank of China (BOC)\n",
    );
    assert!(told.contains("Bank of China"), "{told}");
}

/// A glossary that loses half a term, or of which nothing is read, must not be taken in silence.
#[test]
fn damaged_glossaries_are_refused_with_a_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("written");
        let output = common::signlint().arg("check").arg("samples/hospital.tsv").arg("--glossary").arg(&path).output();
        let output = output.expect("runs");
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{name}: {err}");
        assert!(!err.contains("panicked"), "{err}");
        err
    };
    let comma = told("comma.csv", "zh,preferred\n冰壶馆,Ice Cube, National\n".as_bytes());
    assert!(comma.contains("comma.csv:2") && comma.contains("National") && comma.contains("quotes"), "{comma}");
    let cut = told("cut.tbx", b"<tbx><text><body>\n<conceptEntry>");
    assert!(cut.contains("cut.tbx:2") && cut.contains("<conceptEntry>"), "{cut}");
    assert!(told("no.xlsx", b"PK\x03\x04aaaa").contains("not readable as a workbook"));
}
