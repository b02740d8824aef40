//! Bakes `dictionaries/grammar/` into tables that are read in place.
//!
//! `build.rs` includes this file by path, so it must not use other modules of the crate. The output is Rust source
//! (one sorted array of words) and a serialised automaton over their Chinese, so that nothing is built at start.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The files with the part of a name that their words are.
const FILES: [(&str, &str); 5] = [
    ("generics.csv", "Generic"),
    ("attributes.csv", "Attribute"),
    ("directions.csv", "Direction"),
    ("regions.csv", "Region"),
    ("established.csv", "Established"),
];

/// The baked grammar.
pub struct Baked {
    /// `WORDS` and `NOTICE_WORDS` as Rust source.
    pub source: String,
    /// The automaton over the distinct Chinese of `WORDS`; its values are the index of the first word.
    pub automaton: Vec<u8>,
    /// All English of the words.
    pub english: Vec<String>,
    /// What is wrong with the data: `file:line: message`.
    pub faults: Vec<String>,
}

/// Reads the grammar's files with `read` and bakes them; `known` tells whether a source id exists.
///
/// # Errors
/// Fails where a file cannot be read or the automaton cannot be built.
pub fn bake(read: impl Fn(&str) -> Result<String, String>, known: impl Fn(&str) -> bool) -> Result<Baked, String> {
    let mut faults = Vec::new();
    let mut rows: BTreeMap<(String, usize), String> = BTreeMap::new();
    let mut english = Vec::new();
    for (rank, (file, part)) in FILES.iter().enumerate() {
        let path = format!("dictionaries/grammar/{file}");
        for (line, row) in table(&path, &read(&path)?, &known, &mut faults)? {
            let cell = |name: &str| row.get(name).map_or("", String::as_str);
            let zh = cell("zh").to_owned();
            if cell("en").is_empty() {
                faults.push(format!("{path}:{line}: {zh} has no English; fill `en` or remove the line"));
            }
            english.extend(["en", "before", "allowed"].map(|name| cell(name).to_owned()));
            let abbreviations = format!("{}{}", cell("abbreviations"), cell("abbreviation"));
            let order = match cell("order").split(" | ").next().unwrap_or("") {
                "after" => "After",
                "of" => "Of",
                _ => "Before",
            };
            let source = format!(
                "Word {{ zh: {zh:?}, part: Part::{part}, en: {:?}, before: {:?}, allowed: &{:?}, abbreviations: &{:?}, class: {:?}, order: Order::{order}, settlement: {}, plate: {}, source: {:?} }}",
                cell("en"),
                cell("before"),
                list(cell("allowed")),
                list(&abbreviations),
                if cell("class").is_empty() { cell("position") } else { cell("class") },
                cell("pinyin_ok") == "settlement",
                cell("pinyin_ok") == "plate",
                cell("source").split(" | ").next().unwrap_or(""),
            );
            rows.insert((zh, rank), source);
        }
    }
    let mut first: BTreeMap<&str, u32> = BTreeMap::new();
    let mut source = String::from("pub(crate) static WORDS: &[Word] = &[\n");
    for (index, ((zh, _), row)) in rows.iter().enumerate() {
        first.entry(zh).or_insert(u32::try_from(index).map_err(|e| e.to_string())?);
        let _ = writeln!(source, "    {row},");
    }
    source.push_str("];\n");
    let slots = crate::hash::slots(first.iter().map(|(zh, index)| (*zh, *index)));
    let _ = writeln!(source, "pub(crate) static SLOTS: &[u32] = &{slots:?};");
    source.push_str(&stop_generics(&read, &known, &mut faults)?);
    source.push_str(&areas(&read)?);
    source.push_str(&hall_names(&read, &known, &mut faults)?);
    source.push_str(&notice_words(&read, &known, &mut faults)?);
    source.push_str(&notice_patterns(&read, &known, &mut faults)?);
    let automaton = daachorse::CharwiseDoubleArrayAhoCorasickBuilder::new()
        .build_with_values(first.iter().map(|(zh, index)| (*zh, *index)))
        .map_err(|e| format!("dictionaries/grammar: {e}"))?;
    Ok(Baked { source, automaton: automaton.serialize(), english, faults })
}

/// The names that subdistricts, towns and townships bear, sorted: the areas of the city.
fn areas(read: &impl Fn(&str) -> Result<String, String>) -> Result<String, String> {
    const PATH: &str = "dictionaries/names/districts.csv";
    const BODIES: [&str; 4] = ["街道", "地区", "镇", "乡"];
    let text = read(PATH)?;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().map_err(|e| format!("{PATH}: {e}"))?.clone();
    let at = |name: &str| header.iter().position(|cell| cell == name);
    let (Some(zh), Some(kind)) = (at("zh"), at("kind")) else {
        return Err(format!("{PATH}:1: the header lacks zh or kind"));
    };
    let mut areas = BTreeSet::new();
    for record in reader.records() {
        let record = record.map_err(|e| format!("{PATH}: {e}"))?;
        if matches!(&record[kind], "subdistrict" | "town" | "township")
            && let Some(area) = BODIES.iter().find_map(|body| record[zh].strip_suffix(body))
        {
            areas.insert(area.to_owned());
        }
    }
    let areas: Vec<String> = areas.into_iter().collect();
    Ok(format!("pub(crate) static AREAS: &[&str] = &{areas:?};\n"))
}

/// What the names of imperial halls, palaces, gates and altars mean.
fn hall_names(
    read: &impl Fn(&str) -> Result<String, String>,
    known: &impl Fn(&str) -> bool,
    faults: &mut Vec<String>,
) -> Result<String, String> {
    let path = "dictionaries/grammar/hall-names.csv";
    let mut rows = String::new();
    for (line, row) in table(path, &read(path)?, known, faults)? {
        let cell = |name: &str| row.get(name).map_or("", String::as_str);
        if cell("en").is_empty() {
            faults.push(format!("{path}:{line}: {} has no English; fill `en` or remove the line", cell("zh")));
        }
        let source = cell("source").split(" | ").next().unwrap_or("");
        let _ = write!(rows, "({:?}, {:?}, {source:?}), ", cell("zh"), cell("en"));
    }
    Ok(format!("pub(crate) static HALL_NAMES: &[(&str, &str, &str)] = &[{rows}];\n"))
}

/// Generics of one character that the names of stops write apart.
fn stop_generics(
    read: &impl Fn(&str) -> Result<String, String>,
    known: &impl Fn(&str) -> bool,
    faults: &mut Vec<String>,
) -> Result<String, String> {
    let path = "dictionaries/grammar/stop-generics.csv";
    let mut rows = String::new();
    for (line, row) in table(path, &read(path)?, known, faults)? {
        let cell = |name: &str| row.get(name).map_or("", String::as_str);
        match cell("shortest").parse::<usize>() {
            Ok(shortest @ 2..) => {
                let _ = write!(rows, "({:?}, {shortest}, {:?}), ", cell("zh"), cell("solid"));
            }
            _ => faults.push(format!(
                "{path}:{line}: `shortest` is {:?}; write how many characters a name has at least, 2 or more",
                cell("shortest")
            )),
        }
    }
    Ok(format!("pub(crate) static STOP_GENERICS: &[(&str, usize, &str)] = &[{rows}];\n"))
}

fn notice_words(
    read: &impl Fn(&str) -> Result<String, String>,
    known: &impl Fn(&str) -> bool,
    faults: &mut Vec<String>,
) -> Result<String, String> {
    let path = "dictionaries/grammar/notice-words.csv";
    let mut rows = BTreeMap::new();
    for (line, row) in table(path, &read(path)?, known, faults)? {
        let cell = |name: &str| row.get(name).map_or("", String::as_str);
        if cell("gerund").is_empty() && cell("imperative").is_empty() && cell("noun").is_empty() {
            faults.push(format!("{path}:{line}: no English; fill `gerund`, `imperative` or `noun`"));
        }
        rows.insert(
            cell("zh").to_owned(),
            format!(
                "NoticeWord {{ zh: {:?}, gerund: &{:?}, imperative: &{:?}, noun: &{:?}, source: {:?} }}",
                cell("zh"),
                list(cell("gerund")),
                list(cell("imperative")),
                list(cell("noun")),
                cell("source").split(" | ").next().unwrap_or(""),
            ),
        );
    }
    let rows: String = rows.values().map(|row| format!("    {row},\n")).collect();
    Ok(format!("pub(crate) static NOTICE_WORDS: &[NoticeWord] = &[\n{rows}];\n"))
}

fn notice_patterns(
    read: &impl Fn(&str) -> Result<String, String>,
    known: &impl Fn(&str) -> bool,
    faults: &mut Vec<String>,
) -> Result<String, String> {
    let path = "dictionaries/grammar/notice-patterns.csv";
    let mut rows = String::new();
    for (line, row) in table(path, &read(path)?, known, faults)? {
        let cell = |name: &str| row.get(name).map_or("", String::as_str);
        let Some((before, after)) = cell("zh").split_once("___") else {
            faults.push(format!(
                "{path}:{line}: {:?} has no blank; write ___ for what is forbidden or asked",
                cell("zh")
            ));
            continue;
        };
        let _ = writeln!(
            rows,
            "    NoticePattern {{ before: {before:?}, after: {after:?}, preferred: &{:?}, allowed: &{:?}, source: {:?}, clause: {:?} }},",
            list(cell("preferred")),
            list(cell("allowed")),
            cell("source").split(" | ").next().unwrap_or(""),
            cell("clause"),
        );
    }
    Ok(format!("pub(crate) static NOTICE_PATTERNS: &[NoticePattern] = &[\n{rows}];\n"))
}

type Row = BTreeMap<String, String>;

/// The rows of one file with their lines; faults of order, repetition and sources are noted.
fn table(
    path: &str,
    text: &str,
    known: &impl Fn(&str) -> bool,
    faults: &mut Vec<String>,
) -> Result<Vec<(u64, Row)>, String> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().map_err(|e| format!("{path}: {e}"))?.clone();
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| format!("{path}: {e}"))?;
        let line = record.position().map_or(0, csv::Position::line);
        let row: Row = header.iter().map(str::to_owned).zip(record.iter().map(|c| c.trim().to_owned())).collect();
        let zh = row.get("zh").cloned().unwrap_or_default();
        if zh.is_empty() || !seen.insert(zh.clone()) {
            faults.push(format!("{path}:{line}: {zh:?} is empty or stands twice; keep one line"));
            continue;
        }
        for id in row.get("source").map_or("", String::as_str).split(" | ") {
            if !known(id) {
                faults.push(format!("{path}:{line}: source {id:?} is not in sources.toml; add it there"));
            }
        }
        rows.push((line, row));
    }
    Ok(rows)
}

fn list(cell: &str) -> Vec<&str> {
    cell.split(" | ").map(str::trim).filter(|v| !v.is_empty()).collect()
}
