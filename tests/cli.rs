//! The binary as a user runs it: every subcommand, exit codes, contracts of the output.

mod common;

use common::run;
use serde_json::Value;
use std::fs;

const GOOD: &str = "id,zh,en\n1,天安门广场,Tian'anmen Square\n2,出口,Exit\n";
const BAD: &str = "id,zh,en\nS-1,平安大街,Pingan Avenue\nS-2,出口,Exit\n";

#[test]
fn exit_codes_tell_findings_from_faults() {
    assert_eq!(run(&["check", "-"], GOOD).0, 0);
    assert_eq!(run(&["check", "-"], BAD).0, 1);
    assert_eq!(run(&["check", "-", "--fail-on", "never"], BAD).0, 0);
    assert_eq!(run(&["check", "no-such-file.csv"], "").0, 2);
    assert_eq!(run(&["check", "-", "--select", "no/such-rule"], GOOD).0, 2);
    assert_eq!(run(&["no-such-command"], "").0, 2);
}

#[test]
fn jsonl_holds_the_contract() {
    let (_, out, _) = run(&["check", "-", "--format", "jsonl"], BAD);
    let finding: Value = serde_json::from_str(out.lines().next().expect("a finding")).expect("JSON");
    for (key, value) in [
        ("rule", "pinyin/missing-apostrophe"),
        ("level", "error"),
        ("id", "S-1"),
        ("zh", "平安大街"),
        ("suggestion", "Ping'an Avenue"),
    ] {
        assert_eq!(finding[key], value, "{key}");
    }
    assert_eq!((finding["line"].as_u64(), finding["row"].as_u64()), (Some(2), Some(1)));
    assert_eq!((finding["start"].as_u64(), finding["end"].as_u64()), (Some(0), Some(6)));
    for key in ["file", "en", "field", "message", "fixable", "safe", "source", "clause", "fingerprint"] {
        assert!(finding.get(key).is_some(), "{key}");
    }
}

#[test]
fn json_ends_with_a_summary() {
    let (_, out, _) = run(&["check", "-", "--format", "json"], BAD);
    let document: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(document["summary"]["signs"], 2);
    assert!(document["findings"].as_array().is_some_and(|f| !f.is_empty()));
}

#[test]
fn output_is_the_same_with_any_number_of_threads() {
    let one = run(&["check", "samples/city-signs.csv", "--format", "jsonl", "--jobs", "1"], "").1;
    let many = run(&["check", "samples/city-signs.csv", "--format", "jsonl", "--jobs", "7"], "").1;
    assert_eq!(one, many);
}

#[test]
fn messages_exist_in_chinese() {
    let (_, out, err) = run(&["check", "-", "--lang", "zh"], BAD);
    assert!(out.contains("隔音符号"), "{out}");
    assert!(err.contains('条') || err.contains("标识"), "{err}");
}

#[test]
fn the_help_is_in_the_language_asked_for() {
    for flags in [&["check", "--help", "--lang", "zh"][..], &["check", "--lang=zh", "-h"]] {
        let (code, out, _) = run(flags, "");
        assert!(code == 0 && out.contains("用法：signlint check") && out.contains("线程数"), "{out}");
        assert!(out.contains("--level <LEVEL>") && out.contains("[possible values: error, warning, info]"), "{out}");
    }
    let chinese = common::signlint().env("LANG", "zh_CN.UTF-8").args(["help", "check"]).output().expect("runs");
    assert!(String::from_utf8_lossy(&chinese.stdout).contains("用法：signlint check"));
    let (_, out, _) = run(&["check", "--help"], "");
    assert!(out.contains("Number of threads") && !out.contains("线程数"), "{out}");
}

#[test]
fn a_projects_glossary_wins() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("own.csv");
    fs::write(&path, "zh,preferred,allowed,abbreviations,deprecated,banned,domain,kind,source,clause,status,note\n出口,Way Out,,,,Exit,general,facility,own,,official,\n").expect("written");
    let path = path.to_string_lossy();
    let (code, out, _) = run(&["check", "-", "--glossary", &path, "--format", "jsonl", "--fail-on", "warning"], GOOD);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("Way Out"));
}

#[test]
fn suggest_gives_one_object_a_row() {
    let (code, out, _) =
        run(&["suggest", "--input", "-", "--format", "jsonl"], "zh\n德茂东街\n天安门\n请您绕着走一走看一看吧\n");
    assert_eq!(code, 0);
    let rows: Vec<Value> = out.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    assert_eq!(rows.len(), 3);
    assert_eq!((&rows[0]["en"], &rows[0]["method"]), (&"Demao East St".into(), &"composed".into()));
    assert!(rows[0]["alternatives"].as_array().is_some_and(|a| a.contains(&"Demao East Street".into())));
    assert!(rows[0]["alternatives"].as_array().is_some_and(|a| a.contains(&"Demao Dongjie".into())));
    assert_eq!((&rows[1]["en"], &rows[1]["method"]), (&"Tian'anmen".into(), &"glossary".into()));
    assert_eq!((&rows[2]["en"], &rows[2]["method"]), (&Value::Null, &"none".into()));
    assert!(rows[0]["parts"].as_array().is_some_and(|p| p.len() == 3));
}

#[test]
fn suggest_fills_empty_english_in_columns_of_its_own() {
    let input = "编号,中文,英文\r\n1,德茂东街,\r\n2,\"出口\",\"Way, Out\"\r\n3,请您绕着走一走看一看吧,\r\n";
    let (code, out, err) = run(&["suggest", "--input", "-", "--fill", "--lang", "en"], input);
    assert_eq!(code, 0, "{err}");
    let lines: Vec<&str> = out.split("\r\n").collect();
    assert!(lines[0].starts_with("编号,中文,英文,suggested_en,suggestion_method,suggestion_confidence"), "{out}");
    assert!(lines[1].starts_with("1,德茂东街,,Demao East St,composed,0.85,"), "{out}");
    assert_eq!(lines[2], "2,\"出口\",\"Way, Out\",,,,");
    assert_eq!(lines[3], "3,请您绕着走一走看一看吧,,,none,0.00,");
    assert!(err.contains("1 suggestion for 2 rows without English"), "{err}");
}

#[test]
fn suggest_fills_each_sheet_of_a_workbook() {
    let sheets = [vec!["首钢园标识", "序号,中文,英文", "1,德茂东街,", "2,出口,Exit"], vec!["中文", "入口"]];
    let mut book = rust_xlsxwriter::Workbook::new();
    for lines in &sheets {
        let sheet = book.add_worksheet();
        for (row, line) in (0..).zip(lines) {
            for (column, cell) in (0..).zip(line.split(',')).filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(row, column, cell).expect("written");
            }
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (old, new) = (folder.path().join("signs.xlsx"), folder.path().join("filled.xlsx"));
    book.save(&old).expect("saved");
    let paths = (old.to_str().expect("UTF-8"), new.to_str().expect("UTF-8"));
    let (code, _, err) = run(&["suggest", "--input", paths.0, "--fill", "-o", paths.1, "--lang", "en"], "");
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("2 suggestions for 2 rows without English"), "{err}");
    let mut book = calamine::open_workbook_auto(&new).expect("a workbook");
    let mut texts = |sheet: &str| -> Vec<String> {
        let range = calamine::Reader::worksheet_range(&mut book, sheet).expect("a sheet");
        let line = |row: &[calamine::Data]| row.iter().take(5).map(ToString::to_string).collect::<Vec<_>>().join(",");
        range.rows().map(line).collect()
    };
    assert_eq!(
        texts("Sheet1"),
        [
            "首钢园标识,,,,",
            "序号,中文,英文,suggested_en,suggestion_method",
            "1,德茂东街,,Demao East St,composed",
            "2,出口,Exit,,"
        ]
    );
    assert_eq!(texts("Sheet2")[1], "入口,Entrance,glossary,0.98,");
}

#[test]
fn the_kind_of_sign_chooses_pinyin_or_english() {
    for (kind, en) in [
        ("place-name-plate", "Huixin Dongjie"),
        ("traffic-guide", "Huixin East St"),
        ("information", "Huixin East Street"),
    ] {
        let input = format!("zh,kind\n惠新东街,{kind}\n");
        let (_, out, _) = run(&["suggest", "--input", "-", "--format", "jsonl"], &input);
        let row: Value = serde_json::from_str(out.trim()).expect("JSON");
        assert_eq!(row["en"], en, "{kind}");
    }
}

#[test]
fn suggest_composes_without_whole_names() {
    for (zh, en) in [
        ("北京南站", "Beijing South Railway Station"),
        ("2号航站楼", "Terminal 2"),
        ("车公庄", "Chegongzhuang"),
        ("水稻生物学国家重点实验室", "State Key Laboratory of Rice Biology"),
        ("东三环中路", "E. 3rd Ring Rd Middle"),
        ("东城区人大常委会", "Standing Committee of the Dongcheng District People's Congress"),
        ("北京市海淀区", "Haidian District, Beijing"),
        ("香山街道", "Xiangshan Subdistrict"),
        ("法国驻华大使馆", "Embassy of France in China"),
        ("天桥艺术中心", "Tianqiao Art Center"),
        ("海淀区", "Haidian District"),
    ] {
        let (_, out, _) = run(&["suggest", "--no-names", zh], "");
        assert!(out.starts_with(&format!("{zh}\t{en}\t")), "{out}");
    }
}

#[test]
fn lookup_finds_by_either_language_and_pinyin() {
    for query in ["故宫", "Palace Museum", "卫生间", "restroom"] {
        let (code, out, _) = run(&["lookup", query], "");
        assert_eq!(code, 0, "{query}");
        assert!(!out.trim().is_empty(), "{query}");
    }
}

#[test]
fn rules_explain_themselves_in_both_languages() {
    let (code, list, _) = run(&["rules"], "");
    assert_eq!(code, 0);
    assert!(list.lines().count() >= 24, "{list}");
    let (_, en, _) = run(&["explain", "pinyin/missing-apostrophe"], "");
    let (_, zh, _) = run(&["explain", "pinyin/missing-apostrophe", "--lang", "zh"], "");
    assert!(en.contains("Xi'an") && zh.contains("隔音符号"));
    let (code, _, err) = run(&["explain", "pinyin/missing-apostrophy"], "");
    assert_eq!(code, 2);
    assert!(err.contains("pinyin/missing-apostrophe"), "{err}");
}

#[test]
fn the_rule_pages_are_as_the_rules_have_it() {
    for (lang, page) in [("en", "docs/rules.md"), ("zh", "docs/rules.zh-CN.md")] {
        let (code, now, _) = run(&["rules", "--format", "markdown", "--lang", lang], "");
        let kept = std::fs::read_to_string(page).expect("the page is kept in docs/");
        assert!(code == 0 && now == kept, "{page} is stale: signlint rules --format markdown --lang {lang} > {page}");
    }
}

#[test]
fn completions_and_man_are_written() {
    for shell in ["bash", "zsh", "fish"] {
        assert!(run(&["completions", shell], "").1.contains("signlint"));
    }
    assert!(run(&["man"], "").1.contains(".TH"));
}
