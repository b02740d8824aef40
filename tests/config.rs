//! A project's own rules and acceptances, run by the binary as a user would.

mod common;

use common::signlint;
use std::fs;
use tempfile::TempDir;

const CONFIG: &str = r#"
[[custom]]
code = "venue/no-lift"
zh = "电梯"
en = "(?i)\\blift\\b"
message = { en = "this venue says Elevator", zh = "本场馆统一用 Elevator" }
level = "error"
write = "Elevator"
source = "Venue style guide"
bad = [["电梯", "Lift"]]
good = [["电梯", "Elevator"]]

[[accept]]
rules = ["spelling"]
zh = "紧急出口"
reason = "the plate hangs already"

[[accept]]
rules = ["number/mismatch"]
zh = "没有这个标识"
reason = "left over"
"#;

const SIGNS: &str = "zh,en,signlint\n电梯,VIP Lift,\n紧急出口,Emergancy Exit,\n消火栓,Fire Hidrant,spelling: old stock\n出口,Exit,case/headline: mended since\n";

fn project() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("signlint.toml"), CONFIG).expect("written");
    fs::write(folder.path().join("signs.csv"), SIGNS).expect("written");
    folder
}

fn run(folder: &TempDir, args: &[&str]) -> (i32, String, String) {
    let output = signlint().current_dir(folder.path()).args(args).output().expect("runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8 out");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

#[test]
fn own_rules_find_and_mend() {
    let folder = project();
    let (code, out, _) = run(&folder, &["check", "signs.csv", "--format", "jsonl"]);
    assert_eq!(code, 1);
    assert!(out.contains(r#""rule":"venue/no-lift""#) && out.contains("VIP Elevator"), "{out}");
    let (_, zh, _) = run(&folder, &["check", "signs.csv", "--lang", "zh", "--select", "venue"]);
    assert!(zh.contains("本场馆统一用 Elevator") && zh.contains("Venue style guide"), "{zh}");
    let (_, diff, _) = run(&folder, &["fix", "signs.csv", "--unsafe"]);
    assert!(diff.contains("+ Elevator") && diff.contains("venue/no-lift"), "{diff}");
}

#[test]
fn accepted_findings_are_silent_and_idle_acceptances_are_told() {
    let folder = project();
    let (_, out, err) = run(&folder, &["check", "signs.csv", "--format", "jsonl"]);
    assert!(!out.contains("Emergancy") && !out.contains("Hidrant"), "{out}");
    assert!(err.contains("signs.csv:5") && err.contains("没有这个标识"), "{err}");
    let (_, diff, _) = run(&folder, &["fix", "signs.csv", "--unsafe"]);
    assert!(!diff.contains("Hydrant"), "an accepted sign stays as it is: {diff}");
}

#[test]
fn config_check_tries_the_examples() {
    let folder = project();
    let (code, out, _) = run(&folder, &["config", "check"]);
    assert!(code == 0 && out.contains("2 examples, 0 of them broken"), "{out}");
    fs::write(folder.path().join("signlint.toml"), CONFIG.replace(r#"[["电梯", "Lift"]]"#, r#"[["电梯", "Hoist"]]"#))
        .expect("written");
    let (code, out, _) = run(&folder, &["config", "check"]);
    assert!(code == 1 && out.contains("Hoist"), "{out}");
    fs::write(folder.path().join("signlint.toml"), "[[custom]]\ncode = \"venue/x\"\nen = \"(lift\"\nmessage = \"m\"\n")
        .expect("written");
    let (code, _, err) = run(&folder, &["config", "check"]);
    assert!(code == 2 && err.contains("signlint.toml:3:7"), "{err}");
}

#[test]
fn a_baseline_tells_what_is_known_and_what_is_gone() {
    let folder = project();
    let (_, _, err) = run(&folder, &["check", "signs.csv", "--write-baseline"]);
    assert!(err.contains("0 gone"), "{err}");
    fs::write(folder.path().join("signs.csv"), SIGNS.replace("VIP Lift", "VIP Elevator")).expect("written");
    let (code, _, err) = run(&folder, &["check", "signs.csv", "--baseline", "signlint-baseline.json"]);
    assert!(code == 0 && !err.contains("0 gone"), "{err}");
}

#[test]
fn a_baseline_holds_for_moved_rows_from_any_folder_and_counts_its_signs() {
    let folder = TempDir::new().expect("a folder");
    let lists = folder.path().join("lists");
    fs::create_dir(&lists).expect("a folder");
    let write = |text: &str| fs::write(lists.join("signs.csv"), text).expect("written");
    write("zh,en\n餐厅,Restraunt\n卫生间,Toilett\n出口,Exit\n");
    let baseline = ["--baseline", "lists/known.json"];
    run(&folder, &[&["check", "lists/signs.csv", "--write-baseline"], &baseline[..]].concat());
    write("zh,en,note\n出口,Exit,\n卫生间,Toilett,moved\n餐厅,Restraunt,\n");
    let absolute = lists.join("signs.csv").display().to_string();
    for path in ["lists/signs.csv", "./lists/signs.csv", &absolute] {
        let (code, _, err) = run(&folder, &[&["check", path], &baseline[..]].concat());
        assert!(code == 0 && err.contains("2 known"), "{path}: {err}");
    }
    // One more sign with an old fault is a new finding; a mended one is shown as gone.
    write("zh,en\n卫生间,Toilett\n卫生间,Toilett\n餐厅,Restaurant\n");
    let (code, out, err) = run(&folder, &[&["check", "lists/signs.csv"], &baseline[..]].concat());
    assert!(code == 1 && out.contains("signs.csv:3"), "{out}");
    assert!(err.contains("1 known") && err.contains("gone: spelling/misspelled-word  餐厅 = Restraunt"), "{err}");
}

#[test]
fn own_rules_are_listed_and_explained() {
    let folder = project();
    let code = "venue/no-lift";
    assert!(run(&folder, &["rules"]).1.contains(code));
    let (status, out, _) = run(&folder, &["explain", code]);
    assert!(status == 0 && out.contains(code) && out.contains("Lift"), "{out}");
    assert_eq!(run(&folder, &["explain", "venue/no-such"]).0, 2);
}

#[test]
fn config_check_reads_what_the_configuration_names() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("signlint.toml"), "glossaries = ['terms.csv']\n").expect("written");
    let (code, _, err) = run(&folder, &["config", "check"]);
    assert!(code == 2 && err.contains("terms.csv"), "{err}");
    fs::write(folder.path().join("terms.csv"), "zh,preferred\n出口,Exit\n").expect("written");
    assert_eq!(run(&folder, &["config", "check"]).0, 0);
}

#[test]
fn init_takes_an_inventory_and_refuses_what_is_not_there() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("signs.csv"), "zh,en\n出口,Exit\n").expect("written");
    assert_eq!(run(&folder, &["init", "signs.csv"]).0, 0);
    let written = fs::read_to_string(folder.path().join("signlint.toml")).expect("beside the inventory");
    assert!(written.contains("signs.csv"), "{written}");
    let (code, _, err) = run(&folder, &["init", "no-such-folder"]);
    assert!(code == 2 && err.contains("no-such-folder"), "{err}");
}

#[test]
fn the_schema_is_printed_for_editors() {
    let folder = TempDir::new().expect("a folder");
    let (code, out, _) = run(&folder, &["config", "schema"]);
    let schema: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert!(code == 0 && schema["properties"]["profile"]["enum"].as_array().is_some_and(|all| all.len() == 6), "{out}");
}

#[test]
fn every_profile_changes_what_it_is_for() {
    let folder = TempDir::new().expect("a folder");
    let signs = "zh,en\n永华路,Yonghua Road\n游客中心,Visitor Centre\n同仁医院,Tongren Yiyuan\n";
    fs::write(folder.path().join("p.csv"), signs).expect("written");
    let told = |profile: &str| {
        run(&folder, &["check", "p.csv", "--format", "jsonl", "--fail-on", "never", "--profile", profile]).1
    };
    assert!(
        told("place-name-plate").contains("name/english-on-plate")
            && !told("beijing").contains("name/english-on-plate")
    );
    assert!(told("beijing").contains("british-variant") && !told("winter-games").contains("british-variant"));
    assert!(told("national").contains("name/generic-in-pinyin") && !told("station").contains("name/generic-in-pinyin"));
    let suggested = |profile: &str| run(&folder, &["suggest", "永华路", "--profile", profile]).1;
    assert!(
        suggested("traffic-guide").contains("Yonghua Rd\t") && suggested("place-name-plate").contains("Yonghua Lu\t")
    );
}

/// `write` that the pattern finds again would grow with every round of `fix`.
#[test]
fn a_rule_whose_text_it_finds_again_offers_no_fix() {
    let folder = tempfile::tempdir().expect("a folder");
    let rule = "[[custom]]\ncode = \"venue/rd\"\nen = '\\bRd\\b'\nmessage = \"m\"\nwrite = \"Rd.\"\n";
    let file = folder.path().join("signlint.toml");
    std::fs::write(&file, format!("{rule}bad = [[\"白云路\", \"Baiyun Rd\"]]\n")).expect("written");
    let signs = folder.path().join("signs.csv");
    let text = "zh,en\n白云路,Baiyun Rd\n";
    std::fs::write(&signs, text).expect("written");
    let output = common::signlint()
        .args(["fix", "--write", "--unsafe", "--select", "venue"])
        .arg(&signs)
        .output()
        .expect("runs");
    assert!(output.status.success());
    assert_eq!(std::fs::read_to_string(&signs).expect("read"), text);
    let output = common::signlint().args(["config", "check"]).arg(&file).output().expect("runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("is found again"), "{:?}", output.stdout);
    // With the case that ends it told, it is a fix.
    std::fs::write(&file, format!("{rule}unless = 'Rd\\.'\nbad = [[\"白云路\", \"Baiyun Rd\"]]\n")).expect("written");
    let output = common::signlint()
        .args(["fix", "--write", "--unsafe", "--select", "venue"])
        .arg(&signs)
        .output()
        .expect("runs");
    assert!(output.status.success());
    assert_eq!(std::fs::read_to_string(&signs).expect("read"), "zh,en\n白云路,Baiyun Rd.\n");
}
