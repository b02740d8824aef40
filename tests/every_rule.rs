//! Every registered rule fires on a realistic sign when the binary checks an inventory: the bad examples of all rules
//! as one file, with the samples. A rule that another one, a filter or the engine silences for good shows here.

mod common;

use common::signlint;
use signlint::rules::{RULES, all_meta};
use signlint::sign::Kind;
use std::collections::BTreeSet;
use std::fs;

/// Signs that only an inventory has: variants of one name, numbers with a hole, one English for two places.
const INVENTORY: &[(&str, &str)] = &[
    ("奥林匹克公园东门", "Olympic Park East Gate"),
    ("奥林匹克公园西门", "Olympic Park West Gate"),
    ("奥林匹克公园北门", "Olympic Green North Gate"),
    ("停车场入口", "Parking Entrance"),
    ("停车场入口", "Parking entrance"),
    ("三层会议室", "Meeting Room"),
    ("三层会议室", "Conference Room"),
    ("海淀剧院", "Haidian Theater"),
    ("朝阳剧院", "Chaoyang Theater"),
    ("东城剧院", "Dongcheng Theatre"),
    ("1号缴费窗口", "Cashier Window 1"),
    ("2号缴费窗口", "Cashier Window 2"),
    ("3号缴费窗口", "Cashier Window 3"),
    ("5号缴费窗口", "Cashier Window 5"),
    ("6号缴费窗口", "Cashier Window 6"),
    ("1号登机口", "Gate 1"),
    ("2号登机口", "Gate 2"),
    ("2号登机口", "Gate 2"),
    ("4号登机口", "Gate 4"),
    ("永华路", "Yonghua Road"),
    ("永桦路", "Yonghua Road"),
    ("地下停车场入口", "Entrance of Underground Parking"),
    ("地下停车厂入口", "Entrance of Underground Parking"),
    ("1号检票口", "Ticket Gate 1"),
    ("2号检票口", "Ticket Gate 2"),
    ("3号检票口", "Check-in Gate 3"),
    ("维兰特中心", "Velant Center"),
    ("维兰特中心东门", "East Gate of Velant Center"),
    ("维兰特中心西门", "West Gate of Velent Center"),
];

fn cell(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn kind(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::PlaceNamePlate) => "place-name-plate",
        Some(Kind::TrafficGuide) => "traffic-guide",
        Some(Kind::StationSign) => "station-sign",
        Some(Kind::InstitutionPlate) => "institution-plate",
        Some(Kind::Menu) => "menu",
        Some(Kind::Notice) => "notice",
        _ => "",
    }
}

#[test]
fn every_rule_fires_in_an_inventory() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("signs.csv");
    let mut rows = String::from("id,zh,en,kind\n");
    let examples = RULES.iter().flat_map(|rule| rule.meta.examples).filter(|e| e.wrong);
    let signs = examples.map(|e| (e.zh, e.en, kind(e.kind))).chain(INVENTORY.iter().map(|(zh, en)| (*zh, *en, "")));
    for (at, (zh, en, kind)) in signs.enumerate() {
        rows.push_str(&format!("{at},{},{},{kind}\n", cell(zh), cell(en)));
    }
    fs::write(&path, rows).expect("written");
    let output = signlint()
        .args(["check", "--format", "jsonl", "--level", "info", "samples"])
        .arg(&path)
        .output()
        .expect("runs");
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    let fired: BTreeSet<String> = out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
        .filter_map(|finding| finding["rule"].as_str().map(str::to_owned))
        .collect();
    let silent: Vec<&str> = all_meta().map(|meta| meta.code).filter(|code| !fired.contains(*code)).collect();
    assert!(silent.is_empty(), "silent: {silent:?}");
}
