//! Searching the glossary for a person: either language, exact, from the start, in part, by pinyin (with or without
//! tones and spaces) or its initials, in traditional characters, or with a typing mistake.

use super::{Entry, Glossary};
use crate::pinyin::Romaniser;
use crate::text::{fold, fold_into, has_han, is_han, similarity, simplified};
use rayon::prelude::*;

/// How an entry was found. Better first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// The whole text of an entry.
    Exact,
    /// The whole pinyin of an entry's Chinese, or other characters that sound the same.
    Pinyin,
    /// An entry begins with it.
    Start,
    /// A part of an entry's text.
    Part,
    /// The pinyin of an entry begins with it or holds it.
    PinyinPart,
    /// The first letters of the syllables.
    Initials,
    /// Nearly an entry's text, in either script.
    Nearly,
}

impl How {
    /// The name used in output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Pinyin => "pinyin",
            Self::Start => "start",
            Self::Part => "part",
            Self::PinyinPart => "pinyin-part",
            Self::Initials => "initials",
            Self::Nearly => "nearly",
        }
    }
}

/// An entry and why it is shown.
#[derive(Debug, Clone, Copy)]
pub struct Hit<'g> {
    pub entry: Entry<'g>,
    pub how: How,
    /// 0 to 1 among the hits of one kind.
    pub closeness: f32,
}

/// At least this like an entry to be nearly it.
const NEAR: f32 = 0.7;
/// A misspelt Chinese text keeps at least this share of its characters.
const NEAR_CHINESE: f32 = 0.6;
/// Fewest letters that are looked for inside texts.
const FEWEST_LETTERS: usize = 3;
/// Fewest letters that may be initials.
const FEWEST_INITIALS: usize = 2;

/// Entries for a text in either language, the best first, at most `limit`.
#[must_use]
pub fn lookup<'g>(glossary: &'g Glossary, text: &str, limit: usize) -> Vec<Hit<'g>> {
    let query = Query::of(text);
    let entries: Vec<Entry> = glossary.entries().collect();
    let mut found: Vec<Hit> = entries
        .par_iter()
        .filter_map(|entry| query.rank(*entry).map(|(how, closeness)| Hit { entry: *entry, how, closeness }))
        .collect();
    found.sort_by(|a, b| {
        let by_rank = a.how.cmp(&b.how).then(b.closeness.total_cmp(&a.closeness));
        by_rank.then_with(|| a.entry.status().cmp(&b.entry.status())).then_with(|| a.entry.zh().cmp(b.entry.zh()))
    });
    // With the thing itself found, guesses are noise.
    if found.first().is_some_and(|f| f.how == How::Exact) {
        found.retain(|f| f.how <= How::Part);
    }
    if found.first().is_some_and(|f| f.how < How::Nearly) {
        found.retain(|f| f.how < How::Nearly);
    }
    found.truncate(limit);
    found
}

/// What is looked for.
enum Query {
    Chinese {
        /// In simplified characters, without white space.
        text: String,
        /// Its letters in pinyin, where every character has a reading.
        letters: Option<String>,
    },
    Latin {
        /// Folded letters.
        letters: String,
        /// The same without tone numbers.
        toneless: String,
    },
}

impl Query {
    fn of(text: &str) -> Self {
        let text: String = text.chars().filter(|c| !c.is_whitespace() || !has_han(text)).collect();
        if has_han(&text) {
            let text = simplified(&text).unwrap_or(text);
            let letters = Romaniser::standard().letters(&text);
            return Self::Chinese { text, letters };
        }
        let letters = fold(text.trim());
        // tian1an1men2: a tone number follows a letter and ends the syllable.
        let toneless = letters.chars().filter(|c| !matches!(c, '1'..='5')).collect();
        Self::Latin { letters, toneless }
    }

    fn rank(&self, entry: Entry) -> Option<(How, f32)> {
        match self {
            Self::Chinese { text, letters } => rank_chinese(text, letters.as_deref(), entry.zh()),
            Self::Latin { letters, .. } if letters.is_empty() => None,
            Self::Latin { letters, toneless } => {
                best(rank_english(letters, entry), rank_pinyin(letters, toneless, entry.zh()))
            }
        }
    }
}

fn best(a: Option<(How, f32)>, b: Option<(How, f32)>) -> Option<(How, f32)> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.0 < a.0 || (b.0 == a.0 && b.1 > a.1) { b } else { a }),
        (a, b) => a.or(b),
    }
}

fn share(part: usize, whole: usize) -> f32 {
    #[allow(clippy::cast_precision_loss)]
    let share = part as f32 / whole.max(1) as f32;
    share
}

fn rank_chinese(text: &str, letters: Option<&str>, zh: &str) -> Option<(How, f32)> {
    if zh == text {
        return Some((How::Exact, 1.0));
    }
    if zh.starts_with(text) {
        return Some((How::Start, share(text.len(), zh.len())));
    }
    if zh.contains(text) {
        return Some((How::Part, share(text.len(), zh.len())));
    }
    // 天安们: the input method offers what sounds the same.
    if text.len() == zh.len() && letters.is_some_and(|l| Romaniser::standard().letters(zh).is_some_and(|z| z == l)) {
        return Some((How::Pinyin, similarity(text, zh)));
    }
    let close = text.len().abs_diff(zh.len()) <= 2 * '字'.len_utf8() && text.chars().any(|c| zh.contains(c));
    let alike = if close { similarity(text, zh) } else { 0.0 };
    (alike >= NEAR_CHINESE).then_some((How::Nearly, alike))
}

fn rank_english(letters: &str, entry: Entry) -> Option<(How, f32)> {
    let mut found = None;
    for (_, form) in entry.forms() {
        let form = fold(form);
        let rank = if form == letters {
            Some((How::Exact, 1.0))
        } else if letters.len() >= FEWEST_LETTERS && form.starts_with(letters) {
            Some((How::Start, share(letters.len(), form.len())))
        } else if letters.len() >= FEWEST_LETTERS && form.contains(letters) {
            Some((How::Part, share(letters.len(), form.len())))
        } else {
            nearly(letters, &form)
        };
        found = best(found, rank);
    }
    found
}

fn nearly(letters: &str, form: &str) -> Option<(How, f32)> {
    // Lengths that differ much cannot be near: the distance is at least their difference.
    if share(letters.len().min(form.len()), letters.len().max(form.len())) < NEAR {
        return None;
    }
    let alike = similarity(letters, form);
    (alike >= NEAR).then_some((How::Nearly, alike))
}

fn rank_pinyin(letters: &str, toneless: &str, zh: &str) -> Option<(How, f32)> {
    if !zh.chars().all(is_han) {
        return None;
    }
    let syllables = Romaniser::standard().syllables(zh)?;
    let mut pinyin = String::with_capacity(zh.len() * 2);
    let mut starts = Vec::with_capacity(syllables.len());
    for syllable in &syllables {
        starts.push(pinyin.len());
        fold_into(syllable.letters, &mut pinyin);
    }
    if pinyin == letters || pinyin == toneless {
        return Some((How::Pinyin, 1.0));
    }
    if toneless.len() >= FEWEST_LETTERS
        && let Some(at) = pinyin.find(toneless)
    {
        // From the start of a syllable only: `an` is not inside `xian`.
        if starts.contains(&at) {
            return Some((How::PinyinPart, share(toneless.len(), pinyin.len())));
        }
    }
    let initials = syllables.iter().filter_map(|s| s.letters.chars().next());
    if letters.len() >= FEWEST_INITIALS && initials.eq(letters.chars()) {
        return Some((How::Initials, 1.0));
    }
    nearly(toneless, &pinyin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(query: &str) -> (String, How) {
        let glossary = Glossary::standard();
        let hits = lookup(&glossary, query, 5);
        hits.first().map_or((String::new(), How::Nearly), |h| (h.entry.zh().to_owned(), h.how))
    }

    #[test]
    fn a_term_is_found_however_it_is_typed() {
        for (query, zh, how) in [
            ("天安门", "天安门", How::Exact),
            ("天安門", "天安门", How::Exact),
            ("天安们", "天安门", How::Pinyin),
            ("tiānānmén", "天安门", How::Exact),
            ("tian1 an1 men2", "天安门", How::Pinyin),
            ("pingguo yuan", "苹果园", How::Exact),
            ("pgy", "苹果园", How::Initials),
            ("Emergency Exitt", "安全出口", How::Nearly),
            ("emergency exit", "安全出口", How::Exact),
        ] {
            let (found, by) = first(query);
            assert_eq!(by, how, "{query}: {found}");
            if how != How::Initials && how != How::Exact {
                continue;
            }
            let glossary = Glossary::standard();
            assert!(lookup(&glossary, query, 10).iter().any(|h| h.entry.zh() == zh), "{query}");
        }
    }

    #[test]
    fn nothing_is_found_for_nothing() {
        let glossary = Glossary::standard();
        assert!(lookup(&glossary, "", 5).is_empty());
        assert!(lookup(&glossary, "   ", 5).is_empty());
    }
}
