//! The folded words of several texts, kept to be looked through again and again.

use super::for_each_fold;

/// Folded words one behind the other, in one buffer.
#[derive(Debug, Clone, Default)]
pub(crate) struct FoldedWords {
    letters: String,
    /// Where each word ends.
    ends: Vec<u32>,
    /// One bit for each letter that begins a word, one for all else.
    firsts: u32,
}

impl FoldedWords {
    /// The words of these texts.
    pub(crate) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let (mut words, mut room) = (Self::default(), String::new());
        texts.for_each(|text| words.push_text(text, &mut room));
        words
    }

    /// Adds the words of a text; `room` is a buffer that many texts can share.
    pub(crate) fn push_text(&mut self, text: &str, room: &mut String) {
        for_each_fold(text, room, |word| {
            self.letters.push_str(word);
            self.ends.push(u32::try_from(self.letters.len()).unwrap_or(u32::MAX));
            self.firsts |= first(word);
        });
    }

    /// The words in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let word = &self.letters[start..*end as usize];
            start = *end as usize;
            word
        })
    }

    /// Whether one of them is this. Few are asked for: looking through them costs less than a table of them.
    pub(crate) fn contains(&self, word: &str) -> bool {
        if self.firsts & first(word) == 0 {
            return false;
        }
        let (letters, mut start) = (self.letters.as_bytes(), 0);
        self.ends.iter().any(|end| {
            let same = letters[start..*end as usize] == *word.as_bytes();
            start = *end as usize;
            same
        })
    }
}

/// The bit of the letter that begins a word.
fn first(word: &str) -> u32 {
    match word.as_bytes().first() {
        Some(letter @ b'a'..=b'z') => 1 << (letter - b'a'),
        _ => 1 << 26,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_told_in_order() {
        let words = FoldedWords::of(["Tian'anmen Square", "No. 12 & Zoo", "Ötzi"].into_iter());
        assert_eq!(words.iter().collect::<Vec<_>>(), ["tiananmen", "square", "no", "12", "and", "zoo", "otzi"]);
        assert!(words.iter().all(|word| words.contains(word)));
        assert!(!["tian", "anmen", "quare", "", "1", "zo", "x"].iter().any(|word| words.contains(word)));
    }
}
