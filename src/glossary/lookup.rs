//! Searching the glossary for a person: either language, exact, in part, by pinyin, or nearly.

use super::{Entry, Glossary};
use crate::text::{fold, has_han, similarity};

/// How an entry was found. Better first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// The whole text of an entry.
    Exact,
    /// A part of an entry's text.
    Part,
    /// The pinyin of an entry's Chinese.
    Pinyin,
    /// Nearly an entry's text.
    Nearly,
}

/// At least this like an entry to be nearly it.
const NEAR: f32 = 0.7;

/// Entries for a text in either language, the best first, at most `limit`.
#[must_use]
pub fn lookup<'g>(glossary: &'g Glossary, text: &str, limit: usize) -> Vec<(How, Entry<'g>)> {
    let text = text.trim();
    let letters = fold(text);
    let mut found: Vec<(How, f32, Entry)> = if has_han(text) {
        glossary.entries().filter_map(|e| rank_chinese(text, e.zh()).map(|(how, rank)| (how, rank, e))).collect()
    } else if letters.is_empty() {
        Vec::new()
    } else {
        glossary.entries().filter_map(|e| rank_english(&letters, e).map(|(how, rank)| (how, rank, e))).collect()
    };
    found.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then_with(|| a.2.zh().cmp(b.2.zh())));
    found.dedup_by(|a, b| a.2 == b.2);
    if found.first().is_some_and(|f| f.0 == How::Exact) {
        found.retain(|f| f.0 <= How::Part);
    }
    found.into_iter().take(limit).map(|(how, _, entry)| (how, entry)).collect()
}

fn rank_chinese(text: &str, zh: &str) -> Option<(How, f32)> {
    if zh == text {
        return Some((How::Exact, 1.0));
    }
    #[allow(clippy::cast_precision_loss)]
    if zh.contains(text) {
        return Some((How::Part, text.len() as f32 / zh.len() as f32));
    }
    let alike = similarity(text, zh);
    (alike >= NEAR).then_some((How::Nearly, alike))
}

fn rank_english(letters: &str, entry: Entry) -> Option<(How, f32)> {
    let mut best: Option<(How, f32)> = None;
    for (_, form) in entry.forms() {
        let form = fold(form);
        #[allow(clippy::cast_precision_loss)]
        let rank = if form == letters {
            Some((How::Exact, 1.0))
        } else if letters.len() > 2 && form.contains(letters) {
            Some((How::Part, letters.len() as f32 / form.len() as f32))
        } else {
            let alike = similarity(letters, &form);
            (alike >= NEAR).then_some((How::Nearly, alike))
        };
        if let Some((how, value)) = rank
            && best.is_none_or(|(b, v)| how < b || (how == b && value > v))
        {
            best = Some((how, value));
        }
    }
    best
}
