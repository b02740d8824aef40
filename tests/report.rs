//! `signlint report` as a user runs it: the figures, the three forms, progress since an earlier report, hostile cells.

mod common;

use common::{run, signlint};
use serde_json::Value;
use std::fs;

const CITY: &str = "\
id,zh,en,district,place,kind,domain
1,天安门广场,Tian'anmen Square,东城区,天安门,wayfinding,culture-tourism
2,平安大街,Pingan Avenue,西城区,平安大街,traffic-guide,transport
3,平安大街,Pingan Avenue,西城区,平安大街,traffic-guide,transport
4,出口,Exit.,西城区,西单站,wayfinding,transport
5,烤鸭,,东城区,饭馆,menu,dining-lodging
6,应急避难场所,,东城区,天坛公园,information,general
7,,Staff Only,东城区,饭馆,wayfinding,general
8,停车场,Parking,海淀区,中关村,wayfinding,transport
9,停车场,Car Park,海淀区,中关村,wayfinding,transport
10,12,12,海淀区,中关村,wayfinding,transport
";

fn report(inventory: &str, flags: &[&str]) -> Value {
    let mut args = vec!["report", "-", "--no-config", "--format", "json"];
    args.extend(flags);
    let (code, out, err) = run(&args, inventory);
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).expect("JSON")
}

fn group<'r>(report: &'r Value, list: &str, name: &str) -> &'r Value {
    let groups = report[list].as_array().expect("a list");
    groups.iter().find(|g| g["en"] == name).unwrap_or_else(|| panic!("{list} has no {name}"))
}

#[test]
fn every_sign_is_counted_once_and_the_score_is_its_formula() {
    let report = report(CITY, &[]);
    let total = &report["total"];
    let number = |name: &str| total[name].as_u64().expect("a number");
    assert_eq!(number("signs"), 10);
    assert_eq!((number("without_english"), number("without_chinese"), number("lacking_by_law")), (2, 1, 1));
    assert_eq!(number("wrong"), 2, "{total}");
    let bilingual = number("correct") + number("doubtful") + number("wrong");
    assert_eq!(bilingual, 7);
    #[allow(clippy::cast_precision_loss)]
    let score = 100.0 * (number("correct") as f64 + 0.5 * number("doubtful") as f64) / (bilingual + 1 + 1) as f64;
    assert!((report["score"].as_f64().expect("a score") - score).abs() < 1e-9);
    let of = |list: &str| {
        report[list].as_array().expect("a list").iter().map(|g| g["tally"]["signs"].as_u64()).sum::<Option<u64>>()
    };
    for list in ["districts", "places", "kinds", "domains"] {
        assert_eq!(of(list), Some(10), "{list}");
    }
    assert_eq!(group(&report, "districts", "西城区")["tally"]["wrong"], 2);
    assert_eq!(group(&report, "law", "Emergency shelters")["tally"]["without_english"], 1);
}

#[test]
fn frequent_errors_say_what_to_write_and_terms_what_to_hold_to() {
    let report = report(CITY, &[]);
    let first = &report["errors"][0];
    assert_eq!((&first["wrong"], &first["write"], &first["signs"]), (&"Pingan".into(), &"Ping'an".into(), &2.into()));
    let terms = report["terms"].as_array().expect("terms");
    let parking = terms.iter().find(|t| t["zh"] == "停车场").expect("the term");
    assert_eq!(parking["renderings"].as_array().map(Vec::len), Some(2));
    assert!(parking["recommended"].as_str().is_some_and(|r| !r.is_empty()));
}

#[test]
fn progress_is_told_since_an_earlier_report() {
    let folder = tempfile::tempdir().expect("a folder");
    let earlier = folder.path().join("earlier.json").to_string_lossy().into_owned();
    signlint()
        .args(["report", "-", "--no-config", "--format", "json", "-o", &earlier])
        .env("SOURCE_DATE_EPOCH", "1643932800")
        .write_stdin(CITY)
        .assert()
        .success();
    let now = report(&CITY.replace("Pingan", "Ping'an"), &["--since", &earlier]);
    let progress = &now["progress"];
    assert_eq!(progress["since"], "2022-02-04");
    assert_eq!((&progress["before"]["wrong"], &now["total"]["wrong"]), (&2.into(), &0.into()));
    assert_eq!(progress["change"][3], -2);
    assert!(progress["score_change"].as_f64().is_some_and(|c| c > 0.0));
    assert!(progress["rules"].as_array().is_some_and(|r| r.iter().any(|c| c["code"] == "pinyin/missing-apostrophe")));
    assert!(progress["districts"].as_array().is_some_and(|d| d.iter().any(|c| c["en"] == "西城区")));

    for (content, told) in [("{}", "schema"), ("[", "JSON"), ("{\"schema\":\"signlint-report/1\"}", "missing field")] {
        let wrong = folder.path().join("wrong.json");
        fs::write(&wrong, content).expect("written");
        let (code, _, err) = run(&["report", "-", "--since", &wrong.to_string_lossy()], CITY);
        assert!(code == 2 && err.contains("wrong.json") && err.contains("report --format json"), "{told}: {err}");
    }
    let (code, _, err) = run(&["report", "-", "--since", "no-such.json", "--lang", "zh"], CITY);
    assert!(code == 2 && err.contains("no-such.json") && err.contains("应为"), "{err}");
}

#[test]
fn the_page_is_one_file_and_no_cell_is_markup() {
    let hostile = "zh,en,place,district\n\
        出口<script>alert(1)</script>,Exlt <img src=x onerror=alert(1)>,\"\"\"><b>场馆\",{{ 7*7 }}\n\
        停车场,Parking | <i>,a,b\n停车场,Car Park,a,b\n";
    let (code, html, _) = run(&["report", "-", "--no-config"], hostile);
    assert_eq!(code, 0);
    assert!(html.starts_with("<!doctype html>"));
    assert_eq!(html.matches("<script>").count(), 1, "one script, ours");
    for markup in ["<img", "<b>", "<i>", "alert(1)</script>"] {
        assert!(!html.contains(markup), "{markup}");
    }
    assert!(html.contains("{{ 7*7 }}") && html.contains("&lt;script&gt;"));
    assert!(!html.contains("src=\"http") && !html.contains("href=\"http") && !html.contains("url("));
    assert!(html.contains("default-src 'none'"));
    let (_, markdown, _) = run(&["report", "-", "--no-config", "--format", "markdown"], hostile);
    assert!(!markdown.contains("<i>") && markdown.contains("Parking \\| \\<i\\>"), "{markdown}");
}

#[test]
fn all_forms_speak_both_languages() {
    let (_, html, _) = run(&["report", "-", "--no-config", "--lang", "zh"], CITY);
    assert!(html.contains("<html lang=\"zh-CN\">") && html.contains("语言环境报告") && html.contains("Worst venues"));
    let (_, en, _) = run(&["report", "-", "--no-config", "--format", "markdown"], CITY);
    let (_, zh, _) = run(&["report", "-", "--no-config", "--format", "markdown", "--lang", "zh"], CITY);
    assert!(en.contains("## Most frequent errors") && zh.contains("## 常见错误"));
    // Each table has its header right under a blank line, and as many cells in each row.
    for page in [&en, &zh] {
        for block in page.split("\n\n").filter(|b| b.starts_with('|')) {
            let cells = |line: &str| line.replace("\\|", "").matches('|').count();
            let mut lines = block.lines();
            let columns = cells(lines.next().expect("a header"));
            assert!(lines.all(|line| cells(line) == columns), "{block}");
        }
    }
}

#[test]
fn the_same_inventory_gives_the_same_report_and_size_is_bounded() {
    let bytes = |jobs: &str| {
        let output = signlint()
            .args(["report", "samples", "--no-config"])
            .env("SOURCE_DATE_EPOCH", "1643932800")
            .env("RAYON_NUM_THREADS", jobs)
            .output();
        output.expect("runs").stdout
    };
    assert!(bytes("1") == bytes("4"));
    // Two thousand venues and as many different errors: the page stays short.
    let mut inventory = String::from("zh,en,place,district\n");
    for i in 0..2_000 {
        inventory += &format!("平安大街{i}号,No. {i} Pingan Avenue{i},场馆{i},区{i}\n");
    }
    let (code, html, _) = run(&["report", "-", "--no-config"], &inventory);
    assert!(code == 0 && html.len() < 1_000_000, "{}", html.len());
    let (code, _, err) = run(&["report", "-", "--no-config"], "zh,en\n");
    assert!(code == 2 && !err.is_empty());
}
