//! Signs counted by district, place, domain, kind or file.

use super::{FEWEST_SIGNS, Tally};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// The signs of one district, place, domain, kind or file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// As the inventory writes it, or our English name; empty: not told.
    pub en: String,
    /// As the inventory writes it, or our Chinese name; empty: not told.
    pub zh: String,
    pub tally: Tally,
    pub score: Option<f64>,
}

/// Longest name kept, in characters.
const LONGEST: usize = 120;

/// Tallies by name.
#[derive(Default)]
pub(super) struct Groups(FxHashMap<String, Tally>);

impl Groups {
    pub(super) fn add(&mut self, name: &str, one: Tally) {
        let name = name.trim();
        match self.0.get_mut(name) {
            Some(tally) => *tally += one,
            None => {
                self.0.insert(name.to_owned(), one);
            }
        }
    }

    /// The groups with the most signs; none where nothing is told of any sign.
    pub(super) fn listed(&self, most: usize, label: impl Fn(&str) -> (String, String)) -> Vec<Group> {
        if self.0.keys().all(String::is_empty) {
            return Vec::new();
        }
        let mut all: Vec<(&String, &Tally)> = self.0.iter().collect();
        all.sort_by_key(|(name, tally)| (name.is_empty(), std::cmp::Reverse(tally.signs), name.as_str()));
        all.into_iter().take(most).map(|(name, tally)| group(label(name), *tally)).collect()
    }

    /// The groups with the lowest scores; those of few signs and those without a fault are left out.
    pub(super) fn worst(&self, most: usize) -> Vec<Group> {
        let mut all: Vec<Group> = self
            .0
            .iter()
            .filter(|(name, tally)| !name.is_empty() && tally.counted() >= FEWEST_SIGNS)
            .map(|(name, tally)| group((name.clone(), name.clone()), *tally))
            .filter(|group| group.score.is_some_and(|s| s < 100.0))
            .collect();
        all.sort_by(|a, b| {
            let score = |g: &Group| g.score.unwrap_or(100.0);
            let by_score = score(a).total_cmp(&score(b));
            by_score.then(b.tally.wrong.cmp(&a.tally.wrong)).then_with(|| a.en.cmp(&b.en))
        });
        all.truncate(most);
        all
    }
}

fn group((en, zh): (String, String), tally: Tally) -> Group {
    let cut = |name: String| name.chars().take(LONGEST).collect();
    Group { en: cut(en), zh: cut(zh), score: tally.score(), tally }
}
