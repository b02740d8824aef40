//! What Chinese words mean in English, as a dictionary glosses them.
//!
//! Evidence, never authority: it tells whether an English word speaks of something that the Chinese names at all, and
//! which of several corrections of a slip was meant. What to write on a sign comes from the standards alone.

use crate::sign::Span;
use crate::text::is_han;
use crate::text::lines::Lines;
use std::sync::LazyLock;

static SENSES: LazyLock<Lines> = LazyLock::new(|| {
    Lines::new(
        include_str!(concat!(env!("OUT_DIR"), "/senses.txt")),
        include_bytes!(concat!(env!("OUT_DIR"), "/senses.slots")),
    )
});

/// Characters of the longest word that has senses.
const LONGEST: usize = 3;

/// A Chinese word inside a text, with its English senses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sense {
    pub zh: Span,
    /// Folded words with commas between.
    list: &'static str,
}

impl Sense {
    /// The folded English words.
    pub fn words(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        self.list.split(',')
    }

    /// The word has no more senses than these, so that each of them is what it means.
    #[must_use]
    pub fn is_narrow(&self, most: usize) -> bool {
        self.words().count() <= most
    }
}

/// The senses of a text that is one word; `None` where the dictionary does not have it.
#[must_use]
pub fn of(zh: &str) -> Option<Sense> {
    SENSES.value(zh).map(|list| Sense { zh: 0..zh.len(), list })
}

/// The senses of every word inside a text, overlaps included.
#[must_use]
pub fn inside(zh: &str) -> Vec<Sense> {
    let starts: Vec<(usize, char)> = zh.char_indices().collect();
    let mut found = Vec::new();
    for (first, (start, _)) in starts.iter().enumerate() {
        for (at, c) in starts[first..].iter().take(LONGEST) {
            if !is_han(*c) {
                break;
            }
            let span = *start..at + c.len_utf8();
            if let Some(list) = SENSES.value(&zh[span.clone()]) {
                found.push(Sense { zh: span, list });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_inside_a_text_have_their_senses() {
        let found = inside("螃蟹12号车");
        let of = |zh: &str| found.iter().find(|s| &"螃蟹12号车"[s.zh.clone()] == zh);
        assert!(of("螃蟹").is_some_and(|s| s.words().any(|w| w == "crab") && s.is_narrow(3)));
        assert!(of("车").is_some_and(|s| s.words().any(|w| w == "vehicle") && !s.is_narrow(3)));
        assert!(inside("ABC 12").is_empty());
    }
}
