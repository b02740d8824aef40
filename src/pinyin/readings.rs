//! Which syllable a character has in its place.

use crate::sign::Span;
use crate::text::{fold, hash, sieve};
use ::pinyin::{ToPinyin, ToPinyinMulti};

include!(concat!(env!("OUT_DIR"), "/pinyin.rs"));

/// One character's syllable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syllable {
    /// Toneless, lower case, ü as ü.
    pub letters: &'static str,
    /// The character's bytes.
    pub zh: Span,
}

/// The syllables of a text; `None` where a character has no reading.
pub(super) fn read(zh: &str) -> Option<Vec<Syllable>> {
    let mut out = Vec::with_capacity(zh.len() / 3);
    each(zh, |letters, zh| out.push(Syllable { letters, zh })).then_some(out)
}

/// Tells the syllables of a text with the characters' bytes, the longest known phrase first; `false` where a character
/// has no reading, and nothing is told from there on.
pub(super) fn each(zh: &str, mut tell: impl FnMut(&'static str, Span)) -> bool {
    let mut at = 0;
    if let Some((surname, letters)) = family(zh) {
        tell(letters, 0..surname);
        at = surname;
    }
    while let Some(first) = zh[at..].chars().next() {
        if let Some((phrase, syllables)) = longest(&zh[at..]) {
            for (letters, (offset, c)) in syllables.split(' ').zip(phrase.char_indices()) {
                tell(letters, at + offset..at + offset + c.len_utf8());
            }
            at += phrase.len();
        } else {
            let Some(reading) = first.to_pinyin() else { return false };
            tell(reading.plain(), at..at + first.len_utf8());
            at += first.len_utf8();
        }
    }
    true
}

/// 单家桥, 解各庄: a place called after a family begins with its surname, which some characters are read otherwise for; the
/// bytes of the surname and its syllable.
fn family(zh: &str) -> Option<(usize, &'static str)> {
    const OF_FAMILIES: [char; 2] = ['家', '各'];
    let mut characters = zh.chars();
    let surname = characters.next()?;
    characters.next().filter(|next| OF_FAMILIES.contains(next))?;
    let at = SURNAME_READINGS.binary_search_by_key(&surname, |(surname, _)| *surname).ok()?;
    longest(zh)
        .is_none_or(|(phrase, _)| phrase.chars().count() < 2)
        .then_some((surname.len_utf8(), SURNAME_READINGS[at].1))
}

/// The longest entry that begins a text.
fn longest(text: &str) -> Option<(&'static str, &'static str)> {
    sieve::beginnings(|at| SIEVE[at], text).find_map(|end| {
        let at = hash::find(SLOTS, &text[..end], |at| READINGS[at].0 == &text[..end])?;
        Some(READINGS[at])
    })
}

/// Whether some choice of the characters' own readings gives these folded letters.
pub(super) fn could_read(zh: &str, letters: &str) -> bool {
    let Some(c) = zh.chars().next() else {
        return letters.is_empty();
    };
    let rest = &zh[c.len_utf8()..];
    let Some(all) = c.to_pinyin_multi() else {
        return false;
    };
    all.into_iter()
        .any(|reading| letters.strip_prefix(fold(reading.plain()).as_str()).is_some_and(|left| could_read(rest, left)))
}

/// Whether a table tells how to read this text, so that no other reading of its characters comes into question.
pub(super) fn is_told(zh: &str) -> bool {
    zh.chars().count() > 1 && longest(zh).is_some_and(|(phrase, _)| phrase == zh)
}
