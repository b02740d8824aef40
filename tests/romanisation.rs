//! Our readings against an independent implementation: pypinyin with its phrase data, from PyPI.
//!
//! Every whole name of the dictionaries is read by both. A difference must be explained: by a reading of
//! `dictionaries/pinyin/readings.csv`, which cites its source. Where Python or pypinyin is missing the test says so and
//! passes; `.ci/run` installs it.

use signlint::glossary::Glossary;
use signlint::pinyin::Romaniser;
use signlint::text::is_han;
use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

/// Reads one text a line and writes its toneless syllables, ü as ü.
const READER: &str = "
import sys
from pypinyin import pinyin, Style
for line in sys.stdin:
    text = line.rstrip('\\n')
    print(' '.join(s[0] for s in pinyin(text, style=Style.NORMAL, v_to_u=True)))
";

/// What pypinyin makes of the texts; `None` where it cannot be run.
fn independent(texts: &[&str]) -> Option<Vec<String>> {
    let python = |code: &str| {
        let mut command = Command::new("python3");
        command.args(["-c", code]).env("PYTHONIOENCODING", "utf-8").stdin(Stdio::piped()).stdout(Stdio::piped());
        command.stderr(Stdio::null());
        command
    };
    if !python("import pypinyin").status().is_ok_and(|status| status.success()) {
        return None;
    }
    let mut child = python(READER).spawn().ok()?;
    let input = texts.join("\n");
    let mut stdin = child.stdin.take()?;
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    Some(String::from_utf8(output.stdout).ok()?.lines().map(str::to_owned).collect())
}

/// The Chinese whose reading `readings.csv` tells.
fn told() -> Vec<String> {
    let path = format!("{}/dictionaries/pinyin/readings.csv", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    reader.records().map(|record| record.expect("a record")[0].to_owned()).collect()
}

#[test]
fn every_difference_from_pypinyin_is_explained() {
    let glossary = Glossary::standard();
    let names: BTreeSet<&str> =
        glossary.entries().filter(|e| e.is_proper_name()).map(|e| e.zh()).filter(|zh| zh.chars().all(is_han)).collect();
    let names: Vec<&str> = names.into_iter().collect();
    assert!(names.len() > 2500, "only {} names", names.len());
    let Some(theirs) = independent(&names) else {
        println!("skipped: python3 with pypinyin is not here (pip install pypinyin)");
        return;
    };
    assert_eq!(theirs.len(), names.len());
    let told = told();
    let mut unexplained = Vec::new();
    for (zh, theirs) in names.iter().zip(&theirs) {
        let ours = Romaniser::standard().syllables(zh).unwrap_or_else(|| panic!("{zh} has no reading"));
        let theirs: Vec<&str> = theirs.split(' ').collect();
        assert_eq!(ours.len(), theirs.len(), "{zh}");
        for (own, other) in ours.iter().zip(&theirs).filter(|(own, other)| own.letters != **other) {
            let character = &zh[own.zh.clone()];
            let by_table = told.iter().any(|word| {
                zh.match_indices(word.as_str()).any(|(at, _)| at <= own.zh.start && own.zh.end <= at + word.len())
            });
            if !by_table {
                unexplained.push(format!("{zh}: {character} {}, pypinyin {other}", own.letters));
            }
        }
    }
    assert!(unexplained.is_empty(), "{}:\n{}", unexplained.len(), unexplained.join("\n"));
}
