//! Wording as data: attested bad phrases, words that contradict one another, words that say no.

pub mod calendar;
pub mod contrast;
pub mod law;
pub mod limits;
pub mod money;
pub mod row;

use crate::finding::Level;
use aho_corasick::AhoCorasick;
use regex::{Regex, RegexBuilder};
use std::sync::{LazyLock, OnceLock};

/// A bad rendering as a pattern, with what to write.
#[derive(Debug)]
pub struct Banned {
    /// The rule of the family `wording` that reports it.
    pub rule: &'static str,
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

/// The literals that guard the patterns: one pass over a text tells which patterns are worth building.
static GUARDS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(NEEDLES.iter().map(|(needle, _)| needle))
        .expect("a few hundred short literals")
});

/// A pattern on the English and one on the Chinese, built when a text first asks for them.
struct Compiled {
    en: Regex,
    zh: Option<Regex>,
}

static COMPILED: LazyLock<Vec<OnceLock<Option<Compiled>>>> =
    LazyLock::new(|| BANNED.iter().map(|_| OnceLock::new()).collect());

/// A bad phrase at its place.
pub struct Found {
    pub banned: &'static Banned,
    pub span: crate::sign::Span,
    /// What to write in its place, if anything.
    pub write: Option<String>,
}

/// The bad phrases of a sign, in the order of the data.
#[must_use]
pub fn find(zh: &str, en: &str) -> Vec<Found> {
    let guarded = GUARDS.find_overlapping_iter(en).flat_map(|hit| NEEDLES[hit.pattern().as_usize()].1);
    let mut worth: Vec<usize> = guarded.chain(UNGUARDED).copied().collect();
    worth.sort_unstable();
    worth.dedup();
    worth.into_iter().flat_map(|index| locate(index, zh, en)).collect()
}

/// Every place where one phrase stands.
fn locate<'t>(index: usize, zh: &str, en: &'t str) -> impl Iterator<Item = Found> + use<'t> {
    let banned = &BANNED[index];
    let compiled = COMPILED[index].get_or_init(|| banned.compile()).as_ref();
    // Few patterns stand where one of their literals does: asking whether costs less than looking for groups.
    let stands = compiled.filter(|c| c.en.is_match(en));
    let meant = stands.filter(|c| c.zh.as_ref().is_none_or(|pattern| pattern.is_match(zh)));
    meant.into_iter().flat_map(move |compiled| compiled.en.captures_iter(en)).map(move |captures| {
        let write = (!banned.write.is_empty()).then(|| {
            let mut out = String::new();
            captures.expand(banned.write, &mut out);
            out
        });
        Found { banned, span: captures.get_match().range(), write }
    })
}

impl Banned {
    /// `None` where the data holds no valid pattern; a test keeps it from happening.
    fn compile(&self) -> Option<Compiled> {
        // ASCII classes build in a fraction of the time; a pattern that names a letter beyond ASCII cannot have them.
        let build = |unicode| RegexBuilder::new(self.pattern).case_insensitive(true).unicode(unicode).build();
        let en = build(false).or_else(|_| build(true)).ok()?;
        let zh = if self.zh.is_empty() { None } else { Some(Regex::new(self.zh).ok()?) };
        Some(Compiled { en, zh })
    }
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

    #[test]
    fn few_patterns_go_without_a_guard() {
        assert!(UNGUARDED.len() * 20 < BANNED.len(), "{} of {}", UNGUARDED.len(), BANNED.len());
    }
}
