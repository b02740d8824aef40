//! `glossary check`: everything that can be wrong with a glossary and be told by a machine.
//!
//! The schema is the compiler's business; here stands what needs more than one line or more than the text: doubles
//! and contradictions across files, scripts, sources that nobody cites, pinyin that the romaniser reads otherwise,
//! and accepted forms that our own rules would flag.

use super::{Fault, Row};
use crate::analyse::Context;
use crate::config::{Profile, Selection};
use crate::engine::Checker;
use crate::expect::Standing;
use crate::finding::Level;
use crate::glossary::compile::{Compiler, STANDINGS};
use crate::glossary::{Glossary, Layer};
use crate::pinyin::{self, Romaniser};
use crate::sign::{Domain, Kind};
use crate::text::{fold, has_han, is_han, simplified};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// One dictionary file.
#[derive(Debug, Clone)]
pub struct File {
    pub path: String,
    /// The folder it stands in (`names`, `terms`, …); `project` for a user's own.
    pub group: String,
    pub text: String,
}

/// What the files are held to.
#[derive(Debug, Clone, Default)]
pub struct Strictness {
    /// Source ids that may be cited; `None` leaves sources free (a project's own files).
    pub sources: Option<BTreeSet<String>>,
}

/// Numbers of standings in rows.
const ALLOWED: u32 = 1;
const BANNED: u32 = STANDINGS.len() as u32 - 1;

/// Checks files together. Faults come by file and line.
#[must_use]
pub fn check(files: &[File], strictness: &Strictness) -> Vec<Fault> {
    let mut compiler = strictness.sources.clone().map_or_else(Compiler::new, Compiler::with_sources);
    for file in files {
        compiler.add_file(&file.path, &file.group, &file.text);
    }
    let mut faults = compiler.faults().to_vec();
    let rows = compiler.rows().to_vec();
    faults.extend(consistent(&rows));
    faults.extend(rows.iter().flat_map(scripts));
    faults.extend(rows.iter().filter_map(disagreeing_pinyin));
    if faults.is_empty() {
        let standing_alone = strictness.sources.is_some();
        match flagged_forms(files, &rows, standing_alone) {
            Ok(found) => faults.extend(found),
            Err(fault) => faults.push(fault),
        }
    }
    faults.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    faults
}

/// Whether entries agree among themselves: nothing twice, nothing accepted and banned.
#[must_use]
pub fn consistent(rows: &[Row]) -> Vec<Fault> {
    let mut faults = repeated(rows);
    faults.extend(contradictions(rows));
    faults
}

/// Source ids of `sources.toml` that neither an entry, nor the grammar, nor a rule cites.
#[must_use]
pub fn unused_sources(known: &BTreeSet<String>, cited: &BTreeSet<String>, file: &str) -> Vec<Fault> {
    let rules: BTreeSet<&str> = crate::rules::cited_sources().collect();
    let unused = known.iter().filter(|id| !cited.contains(*id) && !rules.contains(id.as_str()));
    unused
        .map(|id| Fault {
            file: file.to_owned(),
            line: 0,
            en: format!("source `{id}` is cited by nothing: cite it or remove it"),
            zh: format!("来源“{id}”无人引用：请引用或删去"),
        })
        .collect()
}

fn fault(row: &Row, en: String, zh: String) -> Fault {
    Fault { file: row.file.clone(), line: row.line, en, zh }
}

fn at(row: &Row) -> String {
    format!("{}:{}", row.file, row.line)
}

/// The same Chinese twice with the same domain and kind.
fn repeated(rows: &[Row]) -> Vec<Fault> {
    let mut first: HashMap<(&str, &str, &str), &Row> = HashMap::new();
    let mut faults = Vec::new();
    for row in rows {
        match first.get(&(row.zh.as_str(), row.domain.as_str(), row.kind.as_str())) {
            Some(before) if before.forms.first() != row.forms.first() => faults.push(fault(
                row,
                format!(
                    "`{}` is `{}` here and `{}` at {}: keep one as preferred, the other as allowed",
                    row.zh,
                    preferred(row),
                    preferred(before),
                    at(before)
                ),
                format!(
                    "“{}”此处为“{}”，{} 处为“{}”：保留其一为首选，另一列入 allowed",
                    row.zh,
                    preferred(row),
                    at(before),
                    preferred(before)
                ),
            )),
            Some(before) if before.file != row.file => faults.push(fault(
                row,
                format!("`{}` stands already at {}: keep one line", row.zh, at(before)),
                format!("“{}”已见于 {}：只留一行", row.zh, at(before)),
            )),
            Some(_) => {}
            None => {
                first.insert((&row.zh, &row.domain, &row.kind), row);
            }
        }
    }
    faults
}

fn preferred(row: &Row) -> &str {
    row.forms.first().map_or("", |(_, text)| text)
}

/// A form accepted by one line and banned by another for the same Chinese.
fn contradictions(rows: &[Row]) -> Vec<Fault> {
    let mut by_zh: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        by_zh.entry(&row.zh).or_default().push(row);
    }
    let mut faults = Vec::new();
    for rows in by_zh.values() {
        for row in rows {
            for (_, banned) in row.forms.iter().filter(|(s, _)| *s == BANNED) {
                let accepts = |r: &&&Row| r.forms.iter().any(|(s, text)| *s <= ALLOWED && text == banned);
                if let Some(other) = rows.iter().find(accepts) {
                    faults.push(fault(
                        row,
                        format!("`{banned}` is banned for `{}` here and accepted at {}: decide", row.zh, at(other)),
                        format!("“{}”的“{banned}”此处列为误译，{} 处却列为可用：请统一", row.zh, at(other)),
                    ));
                }
            }
        }
    }
    faults
}

/// Chinese that is none, or in traditional characters; English with letters of other scripts.
fn scripts(row: &Row) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !has_han(&row.zh) {
        faults.push(fault(
            row,
            format!("`{}` in `zh` holds no Chinese character: give the text of the sign", row.zh),
            format!("`zh` 列的“{}”没有汉字：请填写标识上的中文", row.zh),
        ));
    }
    if row.zh.chars().any(is_no_simplified)
        && let Some(simplified) = simplified(&row.zh).filter(|s| *s != row.zh)
    {
        faults.push(fault(
            row,
            format!("`{}` holds traditional characters: write `{simplified}`", row.zh),
            format!("“{}”含繁体字：应写“{simplified}”", row.zh),
        ));
    }
    for (standing, text) in &row.forms {
        let foreign = |c: &char| c.is_alphabetic() && !matches!(u32::from(*c), 0..0x250 | 0x1E00..0x1F00);
        if let Some(c) = text.chars().find(foreign) {
            faults.push(fault(
                row,
                format!("`{text}` in `{}` holds {c:?}, no Latin letter: write it anew", STANDINGS[*standing as usize]),
                format!("`{}` 中的“{text}”含非拉丁字母{c:?}：请重新输入", STANDINGS[*standing as usize]),
            ));
        }
    }
    faults
}

/// A Han character outside GB/T 2312, the set of simplified characters; 乾 and 著 are inside and stay.
fn is_no_simplified(c: char) -> bool {
    let mut utf8 = [0; 4];
    let (bytes, _, failed) = encoding_rs::GBK.encode(c.encode_utf8(&mut utf8));
    is_han(c) && (failed || !matches!(bytes.as_ref(), [0xB0..=0xF7, 0xA1..=0xFE]))
}

/// Kinds whose names are places: where their English is pinyin throughout, it is the romaniser's.
const PLACES: [&str; 12] = [
    "station",
    "road",
    "bridge",
    "hutong",
    "area",
    "village",
    "town",
    "township",
    "subdistrict",
    "district",
    "gate",
    "park",
];

/// A preferred form that is pinyin from end to end and not the pinyin of its Chinese.
fn disagreeing_pinyin(row: &Row) -> Option<Fault> {
    if !PLACES.contains(&row.kind.as_str()) || !row.zh.chars().all(is_han) {
        return None;
    }
    let written = preferred(row);
    let mut syllables = 0;
    for word in written.split_whitespace() {
        syllables += pinyin::split(word)?.len();
    }
    let expected = Romaniser::standard().word(&row.zh)?;
    if syllables != row.zh.chars().count() || fold(&expected) == fold(&written.replace(' ', "")) {
        return None;
    }
    Some(fault(
        row,
        format!(
            "`{written}` is not how the romaniser reads `{}` (`{expected}`): correct it, or add the reading to pinyin/readings.csv",
            row.zh
        ),
        format!("“{}”的拼音应为“{expected}”，此处为“{written}”：请更正，或在 pinyin/readings.csv 中补充读音", row.zh),
    ))
}

/// Accepted forms that our own rules would flag at warning or above.
fn flagged_forms(files: &[File], rows: &[Row], standing_alone: bool) -> Result<Vec<Fault>, Fault> {
    let whole = |e: String| Fault {
        file: files.first().map_or_else(String::new, |f| f.path.clone()),
        line: 0,
        zh: e.clone(),
        en: e,
    };
    let layer = Layer::of_groups(files.iter().map(|f| (f.path.as_str(), f.group.as_str(), f.text.as_str())))
        .map_err(|e| whole(e.to_string()))?;
    let glossary = if standing_alone { Glossary::of_layer(layer) } else { Glossary::standard().with_layer(layer) };
    let context = Context { glossary, profile: Profile::default(), without_names: false };
    let checker = Checker::new(context, Selection { level: Level::Warning, ..Selection::default() });
    let found: Vec<Vec<Fault>> = rows.par_iter().map(|row| flagged(&checker, row)).collect();
    Ok(found.into_iter().flatten().collect())
}

fn flagged(checker: &Checker, row: &Row) -> Vec<Fault> {
    if row.zh.contains("___") {
        return Vec::new();
    }
    let kind = match row.kind.as_str() {
        "station" => Some(Kind::StationSign),
        "dish" => Some(Kind::Menu),
        _ => None,
    };
    let mut faults = Vec::new();
    for (standing, text) in row.forms.iter().filter(|(s, _)| *s < Standing::Deprecated as u32) {
        let text = text.replace("//", " ");
        for finding in checker.check_sign(&row.zh, &text, kind, Domain::parse(&row.domain)) {
            let column = STANDINGS[*standing as usize];
            faults.push(fault(
                row,
                format!("`{text}` in `{column}` would be flagged by {}: {}", finding.rule, finding.message.en),
                format!("`{column}` 中的“{text}”会被规则 {} 指出：{}", finding.rule, finding.message.zh),
            ));
        }
    }
    faults
}
