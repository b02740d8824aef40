//! Findings that are known and not told again: a JSON file of fingerprints, which stay when other rows move.

use super::{Fault, output};
use serde::{Deserialize, Serialize};
use signlint::config::Project;
use signlint::engine::Outcome;
use signlint::finding::Lang;
use signlint::read::{io_en, io_zh};
use signlint::report::{counted, printable};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Name of the file where none is told.
const NAME: &str = "signlint-baseline.json";
/// Findings shown of those that are gone.
const MOST_SHOWN: usize = 20;

/// The findings of a baseline by their fingerprints.
#[derive(Serialize, Deserialize)]
pub(super) struct Baseline {
    version: u32,
    findings: BTreeMap<String, Known>,
}

/// What a finding was on: for a person who reviews the file, and to tell what is gone.
#[derive(Serialize, Deserialize)]
struct Known {
    rule: String,
    zh: String,
    en: String,
    /// Signs of the same text in the same file that have it.
    count: usize,
}

/// The file that the flags or the project name.
pub(super) fn file(told: Option<&Path>, project: &Project, write: bool) -> Option<PathBuf> {
    let named = told.map(Path::to_path_buf).or_else(|| project.baseline.clone());
    named.or_else(|| write.then(|| PathBuf::from(NAME)))
}

/// The findings of a baseline.
pub(super) fn read(file: &Path, lang: Lang) -> Result<Baseline, Fault> {
    let worded = |what: &dyn std::fmt::Display| {
        let file = file.display();
        Fault(match lang {
            Lang::En => format!("error: baseline {file}: {what}\n  write it with signlint check --write-baseline"),
            Lang::Zh => format!("错误：基线文件 {file}：{what}\n  请用 signlint check --write-baseline 生成"),
        })
    };
    let said = |e: &std::io::Error| if lang == Lang::Zh { io_zh(e) } else { io_en(e) };
    let bytes = std::fs::read(file).map_err(|e| worded(&said(&e)))?;
    serde_json::from_slice(&bytes).map_err(|e| worded(&e))
}

/// Writes every present finding.
pub(super) fn write(file: &Path, outcome: &Outcome, lang: Lang) -> Result<(), Fault> {
    let mut findings: BTreeMap<String, Known> = BTreeMap::new();
    for reported in outcome.reported() {
        let (sign, rule) = (&reported.sign, reported.finding.rule.to_owned());
        let known = findings.entry(reported.fingerprint());
        known.or_insert_with(|| Known { rule, zh: sign.zh.to_string(), en: sign.en.to_string(), count: 0 }).count += 1;
    }
    let text = serde_json::to_string_pretty(&Baseline { version: 2, findings }).map_err(|e| Fault(e.to_string()))?;
    output::replace(file, format!("{text}\n").as_bytes(), lang)
}

impl Baseline {
    /// Each fingerprint with the number of its signs.
    pub(super) fn counts(&self) -> impl Iterator<Item = (String, usize)> {
        self.findings.iter().map(|(fingerprint, known)| (fingerprint.clone(), known.count))
    }

    /// Tells how many findings were left out, and which are gone.
    pub(super) fn tell(
        &self,
        out: &mut impl Write,
        left_out: usize,
        gone: &[(String, usize)],
        lang: Lang,
    ) -> std::io::Result<()> {
        let count: usize = gone.iter().map(|(_, count)| count).sum();
        if left_out + count > 0 {
            match lang {
                Lang::En => writeln!(out, "baseline: {} left out, {count} gone", counted(left_out, "known finding"))?,
                Lang::Zh => writeln!(out, "基线：略去既有问题 {left_out} 个，已消除 {count} 个")?,
            }
        }
        let known = gone.iter().filter_map(|(fingerprint, count)| Some((self.findings.get(fingerprint)?, count)));
        for (known, count) in known.take(MOST_SHOWN) {
            let (rule, zh, en) = (&known.rule, printable(&known.zh), printable(&known.en));
            let times = if *count > 1 { format!(" ×{count}") } else { String::new() };
            match lang {
                Lang::En => writeln!(out, "  gone: {rule}  {zh} = {en}{times}")?,
                Lang::Zh => writeln!(out, "  已消除：{rule}  {zh} = {en}{times}")?,
            }
        }
        if gone.len() > MOST_SHOWN {
            writeln!(out, "  … +{}", gone.len() - MOST_SHOWN)?;
        }
        Ok(())
    }
}
