//! Findings counted by rule and by family of rules.

use super::labels;
use crate::engine::Reported;
use crate::finding::{Lang, Level};
use crate::rules;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The findings of one family of rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyCount {
    pub family: String,
    pub en: String,
    pub zh: String,
    pub errors: u64,
    pub warnings: u64,
    pub infos: u64,
    /// Signs with at least one of them.
    pub signs: u64,
}

/// The findings of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleCount {
    pub code: String,
    /// What is wrong, in both languages; empty for a project's own rule.
    pub en: String,
    pub zh: String,
    pub errors: u64,
    pub warnings: u64,
    pub infos: u64,
    pub signs: u64,
}

#[derive(Debug, Default, Clone, Copy)]
struct Count {
    levels: [u64; 3],
    signs: u64,
    /// Number of the sign counted last.
    last: u64,
}

impl Count {
    fn add(&mut self, level: Level, sign: u64) {
        self.levels[level as usize] += 1;
        self.signs += u64::from(self.last != sign);
        self.last = sign;
    }

    fn level(&self, level: Level) -> u64 {
        self.levels[level as usize]
    }
}

#[derive(Default)]
pub(super) struct Rulings {
    rules: BTreeMap<&'static str, Count>,
    families: BTreeMap<&'static str, Count>,
    sign: u64,
}

impl Rulings {
    pub(super) fn next_sign(&mut self) {
        self.sign += 1;
    }

    pub(super) fn add(&mut self, reported: &Reported) {
        let code = reported.finding.rule;
        let family = code.split_once('/').map_or(code, |(family, _)| family);
        self.rules.entry(code).or_default().add(reported.level, self.sign);
        self.families.entry(family).or_default().add(reported.level, self.sign);
    }

    /// Families and rules, those on the most signs first.
    pub(super) fn counts(&self) -> (Vec<FamilyCount>, Vec<RuleCount>) {
        let levels = |c: &Count| (c.level(Level::Error), c.level(Level::Warning), c.level(Level::Info));
        let mut families: Vec<FamilyCount> = self
            .families
            .iter()
            .map(|(family, count)| {
                let ((errors, warnings, infos), (en, zh)) = (levels(count), labels::family(family));
                FamilyCount { family: (*family).to_owned(), en, zh, errors, warnings, infos, signs: count.signs }
            })
            .collect();
        families.sort_by_key(|f| (std::cmp::Reverse((f.errors, f.warnings, f.infos)), f.family.clone()));
        let mut all: Vec<RuleCount> = self
            .rules
            .iter()
            .map(|(code, count)| {
                let (errors, warnings, infos) = levels(count);
                let summary = |lang| rules::meta(code).map_or("", |m| m.words(lang).summary).to_owned();
                let (en, zh) = (summary(Lang::En), summary(Lang::Zh));
                RuleCount { code: (*code).to_owned(), en, zh, errors, warnings, infos, signs: count.signs }
            })
            .collect();
        all.sort_by_key(|r| (std::cmp::Reverse((r.errors, r.warnings, r.infos)), r.code.clone()));
        (families, all)
    }
}
