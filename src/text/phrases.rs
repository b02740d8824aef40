//! Whether a text holds any of many phrases at all: the first question of what is silent on most signs.

use aho_corasick::AhoCorasick;

/// Phrases, the case of ASCII letters apart.
#[derive(Debug)]
pub(crate) struct Phrases(AhoCorasick);

impl Phrases {
    pub(crate) fn of<'p>(phrases: impl IntoIterator<Item = &'p str>) -> Self {
        let phrases = phrases.into_iter().filter(|phrase| !phrase.is_empty());
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(phrases);
        Self(automaton.expect("a few hundred short phrases"))
    }

    /// Whether one of them stands anywhere in the text, inside a word too.
    pub(crate) fn any_in(&self, text: &str) -> bool {
        self.0.is_match(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_anywhere_in_any_case() {
        let phrases = Phrases::of(["hk$", "美元", ""]);
        assert!(phrases.any_in("5美元") && phrases.any_in("(HK$5)"));
        assert!(!phrases.any_in("美丽 元 HK 5$") && !phrases.any_in(""));
    }
}
