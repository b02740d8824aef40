//! What has changed since an earlier report.

use super::{Group, Report, SCHEMA, Tally};
use crate::finding::Lang;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Rows of each list.
const MOST: usize = 40;

/// The differences between two reports.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// Day of the earlier report.
    pub since: String,
    pub before: Tally,
    pub score_before: Option<f64>,
    /// Points gained or lost.
    pub score_change: Option<f64>,
    /// How many more signs of each sort: signs, correct, doubtful, wrong, without English, without Chinese.
    pub change: [i64; 6],
    /// Districts whose score changed, the largest change first.
    pub districts: Vec<Change>,
    /// Places whose score changed, of those that both reports list.
    pub places: Vec<Change>,
    /// Rules whose findings changed in number.
    pub rules: Vec<RuleChange>,
}

/// A group whose score changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    pub en: String,
    pub zh: String,
    pub before: f64,
    pub now: f64,
}

/// A rule whose findings changed in number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleChange {
    pub code: String,
    pub before: u64,
    pub now: u64,
}

/// Why an earlier report cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum EarlierError {
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    #[error("its schema is “{0}”")]
    Schema(String),
}

impl EarlierError {
    /// The message for a person: the fault, then the remedy.
    #[must_use]
    pub fn message(&self, path: &str, lang: Lang) -> String {
        match lang {
            Lang::En => format!(
                "error: {path} is no report of signlint: {self}\n  expected {SCHEMA}, made by `signlint report --format json`"
            ),
            Lang::Zh => format!(
                "错误：{path} 不是 signlint 的报告：{self}\n  应为 `signlint report --format json` 生成的 {SCHEMA}"
            ),
        }
    }
}

/// Reads an earlier report.
///
/// # Errors
/// Where the bytes are not the JSON of a report.
pub fn earlier(bytes: &[u8]) -> Result<Report, EarlierError> {
    let value: serde_json::Value = serde_json::from_slice(bytes)?;
    match value["schema"].as_str() {
        Some(SCHEMA) => Ok(serde_json::from_value(value)?),
        other => Err(EarlierError::Schema(other.unwrap_or("").to_owned())),
    }
}

impl Progress {
    /// What has changed between two reports.
    #[must_use]
    pub fn between(before: &Report, now: &Report) -> Self {
        Self {
            since: before.date.clone(),
            before: before.total,
            score_before: before.score,
            score_change: before.score.zip(now.score).map(|(b, n)| n - b),
            change: now.total - before.total,
            districts: changes(&before.districts, &now.districts),
            places: changes(&before.places, &now.places),
            rules: rule_changes(before, now),
        }
    }
}

fn changes(before: &[Group], now: &[Group]) -> Vec<Change> {
    /// Less is not seen in a table with one decimal.
    const SEEN: f64 = 0.05;
    let known: BTreeMap<&str, f64> = before.iter().filter_map(|g| Some((g.en.as_str(), g.score?))).collect();
    let mut out: Vec<Change> = now
        .iter()
        .filter_map(|g| {
            let (before, now) = (*known.get(g.en.as_str())?, g.score?);
            ((now - before).abs() >= SEEN).then(|| Change { en: g.en.clone(), zh: g.zh.clone(), before, now })
        })
        .collect();
    out.sort_by(|a, b| (b.now - b.before).abs().total_cmp(&(a.now - a.before).abs()).then_with(|| a.en.cmp(&b.en)));
    out.truncate(MOST);
    out
}

fn rule_changes(before: &Report, now: &Report) -> Vec<RuleChange> {
    let mut counts: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for rule in &before.rules {
        counts.entry(&rule.code).or_default().0 = rule.errors + rule.warnings + rule.infos;
    }
    for rule in &now.rules {
        counts.entry(&rule.code).or_default().1 = rule.errors + rule.warnings + rule.infos;
    }
    let mut out: Vec<RuleChange> = counts
        .into_iter()
        .filter(|(_, (before, now))| before != now)
        .map(|(code, (before, now))| RuleChange { code: code.to_owned(), before, now })
        .collect();
    out.sort_by_key(|c| (std::cmp::Reverse(c.before.abs_diff(c.now)), c.code.clone()));
    out.truncate(MOST);
    out
}
