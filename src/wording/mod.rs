//! Wording as data: attested bad phrases, words that contradict one another, words that say no.

use crate::finding::Level;
use regex::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};
use std::sync::LazyLock;

/// A bad rendering as a pattern, with what to write.
#[derive(Debug)]
pub struct Banned {
    /// Regular expression on the English, case apart.
    pub pattern: &'static str,
    /// Regular expression that the Chinese must match; empty where the English is wrong whatever the Chinese.
    pub zh: &'static str,
    /// What to do, in English and Chinese.
    pub advice: (&'static str, &'static str),
    /// What replaces the match (`$1` for groups); may be empty.
    pub write: &'static str,
    pub level: Level,
    /// Source id.
    pub source: &'static str,
    /// A pair that it must flag, and one on which it must stay silent.
    pub bad: (&'static str, &'static str),
    pub good: (&'static str, &'static str),
}

/// One member of a group of words that exclude one another (east, west; men, women).
#[derive(Debug)]
pub struct Opposite {
    pub group: &'static str,
    pub zh: &'static [&'static str],
    /// Folded English words.
    pub en: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/wording.rs"));

static PATTERNS: LazyLock<RegexSet> = LazyLock::new(|| {
    RegexSetBuilder::new(BANNED.iter().map(|b| b.pattern))
        .case_insensitive(true)
        .build()
        .expect("banned.csv holds valid patterns")
});

/// A bad phrase at its place.
pub struct Found {
    pub banned: &'static Banned,
    pub span: crate::sign::Span,
    /// What to write in its place, if anything.
    pub write: Option<String>,
}

/// The bad phrases of a sign. One pass of all patterns; a single pattern is built only where it hits.
#[must_use]
pub fn find(zh: &str, en: &str) -> Vec<Found> {
    let hits = PATTERNS.matches(en);
    hits.into_iter().filter_map(|index| locate(&BANNED[index], zh, en)).collect()
}

fn locate(banned: &'static Banned, zh: &str, en: &str) -> Option<Found> {
    if !banned.zh.is_empty() && !Regex::new(banned.zh).ok()?.is_match(zh) {
        return None;
    }
    let pattern = RegexBuilder::new(banned.pattern).case_insensitive(true).build().ok()?;
    let captures = pattern.captures(en)?;
    let span = captures.get(0)?.range();
    let write = (!banned.write.is_empty()).then(|| {
        let mut out = String::new();
        captures.expand(banned.write, &mut out);
        out
    });
    Some(Found { banned, span, write })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_flags_its_bad_example_and_not_its_good_one() {
        for banned in BANNED {
            let hit = |(zh, en): (&str, &str)| find(zh, en).iter().any(|f| std::ptr::eq(f.banned, banned));
            assert!(hit(banned.bad), "{} misses {:?}", banned.pattern, banned.bad);
            assert!(!hit(banned.good), "{} flags {:?}", banned.pattern, banned.good);
        }
    }
}
