//! Words whose renderings exclude one another, group by group (`dictionaries/contrasts.csv`): weekdays, holidays,
//! seasons, what a price is for.
//!
//! A longer word hides the shorter ones of its group inside it: 暂停开放 is not 开放. A row without English is a word
//! that only looks like one of the group: 每周一 is no 每周.

use super::{CONTRASTS, Opposite};
use crate::sign::Span;
use crate::text::{Words, fold};
use aho_corasick::AhoCorasick;
use std::sync::LazyLock;

/// A word of a contrast at its place.
#[derive(Debug, Clone)]
pub struct Said {
    pub row: &'static Opposite,
    /// Bytes of the Chinese, or words of the English.
    pub at: Span,
}

/// The Chinese words of all groups, each with its row.
static CHINESE: LazyLock<(AhoCorasick, Vec<usize>)> = LazyLock::new(|| {
    let words = CONTRASTS.iter().enumerate().flat_map(|(row, c)| c.zh.iter().map(move |zh| (*zh, row)));
    let words = words.filter(|(_, row)| !is_bare(CONTRASTS[*row].group));
    let (words, rows): (Vec<&str>, Vec<usize>) = words.unzip();
    (AhoCorasick::new(words).expect("a few hundred words"), rows)
});

/// Groups of single characters that mean something only behind a price.
fn is_bare(group: &str) -> bool {
    group.starts_with("basis")
}

/// The rows of a group, in the order of the data.
pub fn group(name: &str) -> impl Iterator<Item = &'static Opposite> + Clone {
    CONTRASTS.iter().filter(move |row| row.group == name)
}

/// Every word of any group but those of prices in a Chinese text, in order.
#[must_use]
pub fn in_chinese(zh: &str) -> Vec<Said> {
    let (automaton, rows) = &*CHINESE;
    let said = |m: aho_corasick::Match| Said { row: &CONTRASTS[rows[m.pattern().as_usize()]], at: m.range() };
    let mut found: Vec<Said> = automaton.find_overlapping_iter(zh).map(said).collect();
    found.sort_by_key(|said| (said.at.start, std::cmp::Reverse(said.at.end)));
    let mut kept: Vec<Said> = Vec::with_capacity(found.len());
    for said in found {
        if !kept.iter().any(|k| k.row.group == said.row.group && said.at.start < k.at.end) {
            kept.push(said);
        }
    }
    kept.retain(|said| !said.row.en.is_empty());
    kept
}

/// Every word of one group in an English text, in order; the longest at each place.
#[must_use]
pub fn in_english(name: &str, words: &Words) -> Vec<Said> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let here = group(name).filter_map(|row| Some((row.en.iter().filter_map(|en| run(words, at, en)).max()?, row)));
        if let Some((end, row)) = here.max_by_key(|(end, _)| *end) {
            found.push(Said { row, at: at..end });
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

/// The end of the run of words from `at` on that a phrase writes.
fn run(words: &Words, at: usize, phrase: &str) -> Option<usize> {
    let mut end = at;
    for part in phrase.split([' ', '-']) {
        if end == words.len() || words.fold(end) != part && words.fold(end) != fold(part) {
            return None;
        }
        end += 1;
    }
    Some(end)
}

/// The rows named, each once.
#[must_use]
pub fn rows(said: &[Said]) -> Vec<&'static Opposite> {
    let mut rows: Vec<&'static Opposite> = Vec::new();
    for said in said {
        if !rows.iter().any(|row| std::ptr::eq(*row, said.row)) {
            rows.push(said.row);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_words_hide_shorter_ones() {
        let zh =
            |text: &str| in_chinese(text).iter().map(|s| s.row.en.first().copied().unwrap_or("")).collect::<Vec<_>>();
        assert_eq!(zh("每周一闭馆"), ["monday", "closed"]);
        assert_eq!(zh("周一闭馆"), ["monday", "closed"]);
        assert_eq!(zh("暂停开放"), ["closed"]);
        let en = |text: &str| in_english("holiday", &Words::of(text)).iter().map(|s| s.row.zh[0]).collect::<Vec<_>>();
        assert_eq!(en("Closed on Chinese New Year's Eve"), ["除夕"]);
        assert_eq!(en("Labor Day and Mid-Autumn Festival"), ["劳动节", "中秋"]);
    }
}
