//! Findings that are known and not told again: a JSON file of fingerprints, which stay when other rows move.

use super::{Fault, output};
use serde::{Deserialize, Serialize};
use signlint::config::Project;
use signlint::engine::Outcome;
use signlint::finding::Lang;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Name of the file where none is told.
const NAME: &str = "signlint-baseline.json";

#[derive(Serialize, Deserialize)]
struct Baseline {
    version: u32,
    /// Fingerprints with their rule, for a person who reviews the file.
    findings: BTreeMap<String, String>,
}

/// The file that the flags or the project name.
pub(super) fn file(told: Option<&Path>, project: &Project, write: bool) -> Option<PathBuf> {
    let named = told.map(Path::to_path_buf).or_else(|| project.baseline.clone());
    named.or_else(|| write.then(|| PathBuf::from(NAME)))
}

/// The fingerprints of a baseline; a project's baseline that is not there yet is empty.
pub(super) fn read(file: &Path, lang: Lang) -> Result<Vec<String>, Fault> {
    let worded = |what: &dyn std::fmt::Display| {
        let file = file.display();
        Fault(match lang {
            Lang::En => format!("error: baseline {file}: {what}\n  write it with signlint check --write-baseline"),
            Lang::Zh => format!("错误：基线文件 {file}：{what}\n  请用 signlint check --write-baseline 生成"),
        })
    };
    let bytes = std::fs::read(file).map_err(|e| worded(&e))?;
    let baseline: Baseline = serde_json::from_slice(&bytes).map_err(|e| worded(&e))?;
    Ok(baseline.findings.into_keys().collect())
}

/// Writes every present finding.
pub(super) fn write(file: &Path, outcome: &Outcome, lang: Lang) -> Result<(), Fault> {
    let findings = outcome.reported().map(|r| (r.fingerprint(), r.finding.rule.to_owned())).collect();
    let text = serde_json::to_string_pretty(&Baseline { version: 1, findings }).map_err(|e| Fault(e.to_string()))?;
    output::replace(file, format!("{text}\n").as_bytes(), lang)
}
