//! The expected findings of every sample, as snapshots: what a change does to real output is seen in review.

mod common;

use common::signlint;
use serde_json::Value;

fn findings(sample: &str) -> String {
    let output = signlint().args(["check", "--format", "jsonl", sample]).output().expect("runs");
    assert_eq!(output.status.code(), Some(1), "{sample}");
    String::from_utf8(output.stdout)
        .expect("UTF-8")
        .lines()
        .map(|line| {
            let f: Value = serde_json::from_str(line).expect("JSON");
            let text = |key: &str| f[key].as_str().unwrap_or("-").to_owned();
            format!(
                "{} {} {} | {} = {} -> {}\n",
                f["row"],
                text("level"),
                text("rule"),
                text("zh"),
                text("en"),
                text("suggestion")
            )
        })
        .collect()
}

#[test]
fn subway_line() {
    insta::assert_snapshot!(findings("samples/subway-line-1.csv"));
}

#[test]
fn games_venue() {
    insta::assert_snapshot!(findings("samples/games-venue.csv"));
}

#[test]
fn hospital() {
    insta::assert_snapshot!(findings("samples/hospital.tsv"));
}

#[test]
fn city() {
    insta::assert_snapshot!(findings("samples/city-signs.csv"));
}

#[test]
fn diagnostics_for_people() {
    for lang in ["en", "zh"] {
        let output = signlint()
            .env("NO_COLOR", "1")
            .args(["check", "--lang", lang, "samples/games-venue.csv"])
            .output()
            .expect("runs");
        insta::assert_snapshot!(format!("diagnostics_{lang}"), String::from_utf8_lossy(&output.stdout));
    }
}
