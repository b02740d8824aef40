//! The errors met most often, with what to write. One error on many signs is told once: what counts is the piece of
//! English that changes, not the sign around it.

use crate::engine::Reported;
use crate::finding::Level;
use crate::sign::Field;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// Rows told, errors before warnings; so many of them are warnings at least, where there are any.
const MOST: usize = 150;
const WARNINGS: usize = 50;
/// Longest text kept, in characters.
const LONGEST: usize = 160;
/// Its findings are told as terms used in several ways.
const CONSISTENCY: &str = "consistency/";

/// An error, how often it stands, and what to write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrequentError {
    pub rule: String,
    /// `error` or `warning`.
    pub level: String,
    /// The piece that is wrong; empty where the English is missing.
    pub wrong: String,
    /// What to write in its place; empty where nothing sure can be said.
    pub write: String,
    /// Signs that have it.
    pub signs: u64,
    /// The first of them.
    pub zh: String,
    pub en: String,
    /// Its whole English mended; empty where nothing sure can be said.
    pub suggestion: String,
    /// What is wrong with it, in both languages.
    pub message_en: String,
    pub message_zh: String,
    pub source: String,
}

#[derive(Hash, PartialEq, Eq)]
struct Key {
    rule: &'static str,
    /// The Chinese, where the English is missing.
    zh: String,
    wrong: String,
    write: String,
}

#[derive(Default)]
pub(super) struct Errors(FxHashMap<Key, FrequentError>);

impl Errors {
    pub(super) fn add(&mut self, reported: &Reported) {
        let (finding, sign) = (reported.finding, &reported.sign);
        if reported.level < Level::Warning || finding.rule.starts_with(CONSISTENCY) {
            return;
        }
        let (wrong, write) = match &finding.suggestion {
            Some(suggestion) => changed(&sign.en, suggestion),
            None => {
                let text = if finding.field == Field::En { &sign.en } else { &sign.zh };
                (text.get(finding.span.clone()).unwrap_or("").to_owned(), String::new())
            }
        };
        let zh = if wrong.trim().is_empty() { cut(&sign.zh) } else { String::new() };
        let key = Key { rule: finding.rule, zh, wrong: cut(&wrong), write: cut(&write) };
        if let Some(known) = self.0.get_mut(&key) {
            known.signs += 1;
            return;
        }
        let first = FrequentError {
            rule: finding.rule.to_owned(),
            level: reported.level.to_string(),
            wrong: key.wrong.clone(),
            write: key.write.clone(),
            signs: 1,
            zh: cut(&sign.zh),
            en: cut(&sign.en),
            suggestion: finding.suggestion.as_deref().map(cut).unwrap_or_default(),
            message_en: cut(&finding.message.en),
            message_zh: cut(&finding.message.zh),
            source: finding.citation.source.clone(),
        };
        self.0.insert(key, first);
    }

    /// The errors on the most signs, then the warnings, and how many different ones there are.
    pub(super) fn most_frequent(self) -> (Vec<FrequentError>, usize) {
        let in_all = self.0.len();
        let mut all: Vec<FrequentError> = self.0.into_values().collect();
        all.sort_by(|a, b| {
            let order = |e: &FrequentError| (std::cmp::Reverse(e.signs), e.rule.clone(), e.wrong.clone());
            order(a).cmp(&order(b)).then_with(|| (&a.write, &a.zh).cmp(&(&b.write, &b.zh)))
        });
        let (mut told, mut warnings): (Vec<_>, Vec<_>) = all.into_iter().partition(|e| e.level == "error");
        told.truncate(MOST - warnings.len().min(WARNINGS));
        warnings.truncate(MOST - told.len());
        told.append(&mut warnings);
        (told, in_all)
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// The words that differ between two texts: what goes out and what comes in. Where words only come in or only go out,
/// one of their neighbours is told with them, so that a reader sees where. Spaces alone are told as `␣`.
fn changed(before: &str, after: &str) -> (String, String) {
    if before.split_whitespace().eq(after.split_whitespace()) {
        return changed_spaces(before, after);
    }
    let (a, b): (Vec<&str>, Vec<&str>) = (before.split(' ').collect(), after.split(' ').collect());
    let (mut head, mut tail) = common(&a, &b);
    let empty = |words: &[&str], tail: usize| words[head..words.len() - tail].iter().all(|w| w.is_empty());
    if empty(&a, tail) || empty(&b, tail) {
        // The word before, else the one after.
        if head > 0 { head -= 1 } else { tail = tail.saturating_sub(1) }
    }
    (a[head..a.len() - tail].join(" "), b[head..b.len() - tail].join(" "))
}

/// The first place where only spaces differ, with one space before it.
fn changed_spaces(before: &str, after: &str) -> (String, String) {
    let (a, b): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    let (head, tail) = common(&a, &b);
    let from = if head > 0 && a[head - 1].is_whitespace() { head - 1 } else { head };
    let shown = |text: &[char]| {
        let spaces = text[from..text.len() - tail].iter().take_while(|c| c.is_whitespace());
        spaces.map(|c| if *c == '\n' { '⏎' } else { '␣' }).collect()
    };
    (shown(&a), shown(&b))
}

/// How many items two lists have in common at their heads, and then at their tails.
fn common<T: PartialEq>(a: &[T], b: &[T]) -> (usize, usize) {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let most = a.len().min(b.len()) - head;
    (head, a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count().min(most))
}

#[cfg(test)]
mod tests {
    use super::changed;

    #[test]
    fn only_what_changes_is_told() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(changed("Tiananmen Square", "Tian'anmen Square"), pair("Tiananmen", "Tian'anmen"));
        assert_eq!(changed("No. 12  Road", "No. 12 Road"), pair("␣␣", "␣"));
        assert_eq!(changed(" No.  12   Road", "No. 12 Road"), pair("␣", ""));
        assert_eq!(changed("Exit ", "Exit"), pair("␣", ""));
        assert_eq!(changed("the Exit", "Exit"), pair("the Exit", "Exit"));
        assert_eq!(changed("", "Exit"), pair("", "Exit"));
        assert_eq!(changed("Wet Floor", "CAUTION Wet Floor"), pair("Wet", "CAUTION Wet"));
        assert_eq!(changed("Exit", "Exit"), pair("", ""));
    }
}
