//! What a word that does not exist may be a slip for.

use super::English;

/// Letters that an edit may put in.
const LETTERS: std::ops::RangeInclusive<u8> = b'a'..=b'z';

impl English {
    /// The likeliest correction of a misspelling that is on record; `None` where there is none or the word exists.
    #[must_use]
    pub fn known_misspelling(&self, word: &str) -> Option<&'static str> {
        if self.words.contains(word) {
            return None;
        }
        self.misspellings.value(word)?.split(',').next()
    }

    /// The words one edit away, those that signs use first.
    #[must_use]
    pub fn nearest(&self, word: &str) -> Vec<String> {
        let mut found: Vec<String> = edits(word).into_iter().filter(|w| self.words.contains(w)).collect();
        found.sort();
        found.dedup();
        found.sort_by_key(|w| !self.sign_words.contains(w));
        found
    }
}

/// Every text one edit away: a letter less, more, other, or two swapped.
fn edits(word: &str) -> Vec<String> {
    let bytes = word.as_bytes();
    let mut out = Vec::with_capacity(54 * bytes.len() + 26);
    let mut add = |bytes: Vec<u8>| out.extend(String::from_utf8(bytes));
    for at in 0..=bytes.len() {
        for letter in LETTERS {
            add([&bytes[..at], &[letter], &bytes[at..]].concat());
            if at < bytes.len() {
                add([&bytes[..at], &[letter], &bytes[at + 1..]].concat());
            }
        }
        if at < bytes.len() {
            add([&bytes[..at], &bytes[at + 1..]].concat());
        }
        if at + 1 < bytes.len() {
            add([&bytes[..at], &[bytes[at + 1], bytes[at]], &bytes[at + 2..]].concat());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_find_their_word() {
        let english = English::standard();
        assert!(english.nearest("servise").contains(&"service".to_owned()));
        assert_eq!(english.known_misspelling("emergancy"), Some("emergency"));
    }
}
