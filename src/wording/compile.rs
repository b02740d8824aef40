//! Bakes `dictionaries/banned.csv`, `opposites.csv`, `contrasts.csv`, `plurals.csv`, `units.csv` and `word-sets.csv` into Rust tables.
//!
//! `build.rs` includes this file by path, so it may use only what `build.rs` includes as well.

use crate::needles;
use std::collections::BTreeMap;
use std::fmt::Write as _;

type Row = BTreeMap<String, String>;

/// The tables as Rust source.
///
/// # Errors
/// Names the file, the line and the remedy where the data is not as the schema says.
pub fn bake(read: impl Fn(&str) -> Result<String, String>, known: impl Fn(&str) -> bool) -> Result<String, String> {
    let mut out = String::from("pub(crate) static BANNED: &[Banned] = &[\n");
    // Each literal with the patterns that it may stand for, and the patterns that no literal guards.
    let mut needles: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut unguarded = Vec::new();
    for (at, (place, row)) in rows("dictionaries/banned.csv", &read)?.into_iter().enumerate() {
        let cell = |name: &str| row.get(name).map_or("", String::as_str);
        let level = match cell("level") {
            "error" => "Error",
            "warning" => "Warning",
            "info" => "Info",
            other => {
                return Err(format!("{place}: level {other:?}; write error, warning or info"));
            }
        };
        if !["banned-phrase", "disrespectful"].contains(&cell("rule")) {
            return Err(format!("{place}: rule {:?}; write banned-phrase or disrespectful", cell("rule")));
        }
        if !known(cell("source")) {
            return Err(format!("{place}: source {:?} is not in sources.toml; add it there", cell("source")));
        }
        if cell("pattern").is_empty() || cell("advice_en").is_empty() || cell("advice_zh").is_empty() {
            return Err(format!("{place}: pattern and advice in both languages are needed"));
        }
        match needles::of(cell("pattern")).map_err(|e| format!("{place}: {e}"))? {
            Some(guards) => guards.into_iter().for_each(|g| needles.entry(g).or_default().push(at)),
            None => unguarded.push(at),
        }
        let _ = writeln!(
            out,
            "    Banned {{ rule: {:?}, pattern: {:?}, zh: {:?}, advice: ({:?}, {:?}), write: {:?}, level: Level::{level}, source: {:?}, bad: ({:?}, {:?}), good: ({:?}, {:?}) }},",
            cell("rule"),
            cell("pattern"),
            cell("zh"),
            cell("advice_en"),
            cell("advice_zh"),
            cell("write"),
            cell("source"),
            cell("example_zh"),
            cell("example_en"),
            cell("good_zh"),
            cell("good_en"),
        );
    }
    let _ = writeln!(out, "];\npub(crate) static UNGUARDED: &[usize] = &{unguarded:?};");
    let _ = writeln!(out, "pub(crate) static NEEDLES: &[(&str, &[usize])] = &[");
    for (needle, patterns) in needles {
        let _ = writeln!(out, "    ({needle:?}, &{patterns:?}),");
    }
    out.push_str("];\n");
    let tables = [
        ("OPPOSITES", "dictionaries/opposites.csv"),
        ("CONTRASTS", "dictionaries/contrasts.csv"),
        ("PLURALS", "dictionaries/plurals.csv"),
        ("UNITS", "dictionaries/units.csv"),
    ];
    for (table, path) in tables {
        let _ = writeln!(out, "pub(crate) static {table}: &[Opposite] = &[");
        for (_, row) in rows(path, &read)? {
            let cell = |name: &str| row.get(name).map_or("", String::as_str);
            let _ = writeln!(
                out,
                "    Opposite {{ group: {:?}, zh: &{:?}, en: &{:?} }},",
                cell("group"),
                list(cell("zh")),
                list(cell("en"))
            );
        }
        out.push_str("];\n");
    }
    for (set, texts) in word_sets(rows("dictionaries/word-sets.csv", &read)?)? {
        let _ = writeln!(out, "pub(crate) static {}: &[&str] = &{texts:?};", set.to_uppercase());
    }
    Ok(out)
}

/// The texts of each set, in the order of the file.
fn word_sets(rows: Vec<(String, Row)>) -> Result<BTreeMap<String, Vec<String>>, String> {
    let mut sets: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut last = String::new();
    for (place, mut row) in rows {
        let (set, text) = (row.remove("set").unwrap_or_default(), row.remove("text").unwrap_or_default());
        if set.is_empty() || !set.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
            return Err(format!("{place}: set {set:?}; name it in small letters and underscores"));
        }
        if text.is_empty() {
            return Err(format!("{place}: no text; write the word, or take the line out"));
        }
        if set != last && sets.contains_key(&set) {
            return Err(format!("{place}: the set {set} stands further up; keep its lines together"));
        }
        let texts = sets.entry(set.clone()).or_default();
        if texts.contains(&text) {
            return Err(format!("{place}: {text} stands in {set} already; take one of the lines out"));
        }
        texts.push(text);
        last = set;
    }
    Ok(sets)
}

fn rows(path: &str, read: &impl Fn(&str) -> Result<String, String>) -> Result<Vec<(String, Row)>, String> {
    let text = read(path)?;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().map_err(|e| format!("{path}: {e}"))?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| format!("{path}: {e}"))?;
        let line = record.position().map_or(0, csv::Position::line);
        let row = header.iter().map(str::to_owned).zip(record.iter().map(|c| c.trim().to_owned())).collect();
        rows.push((format!("{path}:{line}"), row));
    }
    Ok(rows)
}

fn list(cell: &str) -> Vec<&str> {
    cell.split(" | ").map(str::trim).filter(|v| !v.is_empty()).collect()
}
