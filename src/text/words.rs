//! The words of an English text, with their folded letters and their places in the original.
//!
//! Words are cut by Unicode's word boundaries (UAX #29): an apostrophe stays inside (`Tian'anmen`), a hyphen
//! separates. The ampersand counts as the word *and*.

use super::fold::{behind_fold, fold_into};
use crate::sign::Span;
use rapidfuzz::distance::osa;
use unicode_segmentation::UnicodeSegmentation;

/// A text cut into words. The folded letters of all words stand in one buffer.
#[derive(Debug, Clone, Default)]
pub struct Words {
    spans: Vec<Span>,
    folded: String,
    folds: Vec<Span>,
}

impl Words {
    /// Cuts a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut words = Self::default();
        words.folded.reserve(text.len());
        if text.is_ascii() {
            ascii_words(text.as_bytes()).for_each(|span| words.push(text, span));
            return words;
        }
        let mut end = 0;
        for (at, word) in text.unicode_word_indices() {
            words.push_ampersands(text, end..at);
            words.push(text, at..at + word.len());
            end = at + word.len();
        }
        words.push_ampersands(text, end..text.len());
        words
    }

    /// Number of words of a text, without cutting it.
    #[must_use]
    pub fn count(text: &str) -> usize {
        if !text.is_ascii() {
            return Self::of(text).len();
        }
        let bytes = text.as_bytes();
        ascii_words(bytes).filter(|span| bytes[span.clone()].iter().any(|b| *b != b'_')).count()
    }

    /// The run of words that has exactly these folded letters, the first of them.
    #[must_use]
    pub fn find_letters(&self, letters: &str) -> Option<std::ops::Range<usize>> {
        (0..self.len()).filter(|_| !letters.is_empty()).find_map(|start| {
            let rest = &self.folded[self.folds[start].start..];
            let end = self.folds[start].start + letters.len();
            let last =
                rest.starts_with(letters).then(|| self.folds.binary_search_by_key(&end, |fold| fold.end).ok())??;
            Some(start..last + 1)
        })
    }

    /// Whether a run of words has the folded letters of this text, as [`Self::find_letters`] of them tells.
    #[must_use]
    pub fn hold(&self, text: &str) -> bool {
        // Most words begin with another letter.
        let first = text.bytes().find(|b| b.is_ascii_alphanumeric() || *b == b'&').filter(|_| text.is_ascii());
        let first = first.map(|b| if b == b'&' { b'a' } else { b.to_ascii_lowercase() });
        let begins = |from: usize| first.is_none_or(|first| self.folded.as_bytes()[from] == first);
        (0..self.len()).filter(|start| begins(self.folds[*start].start)).any(|start| {
            let from = self.folds[start].start;
            let behind = behind_fold(text, &self.folded[from..]);
            let end = behind.map_or(from, |behind| self.folded.len() - behind.len());
            end > from && self.folds[start..].binary_search_by_key(&end, |fold| fold.end).is_ok()
        })
    }

    fn push_ampersands(&mut self, text: &str, gap: Span) {
        for (at, _) in text[gap.clone()].match_indices(['&', '＆']) {
            let start = gap.start + at;
            let len = text[start..].chars().next().map_or(1, char::len_utf8);
            self.push(text, start..start + len);
        }
    }

    fn push(&mut self, text: &str, span: Span) {
        let from = self.folded.len();
        fold_into(&text[span.clone()], &mut self.folded);
        if self.folded.len() > from {
            self.folds.push(from..self.folded.len());
            self.spans.push(span);
        }
    }

    /// Number of words.
    #[must_use]
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Place of a word in the text.
    #[must_use]
    pub fn span(&self, index: usize) -> Span {
        self.spans[index].clone()
    }

    /// Place of a run of words in the text, from the first to the last.
    #[must_use]
    pub fn span_of(&self, run: &std::ops::Range<usize>) -> Span {
        if run.is_empty() {
            let at = self.spans.get(run.start).map_or_else(|| self.spans.last().map_or(0, |s| s.end), |s| s.start);
            return at..at;
        }
        self.spans[run.start].start..self.spans[run.end - 1].end
    }

    /// Folded letters of one word.
    #[must_use]
    pub fn fold(&self, index: usize) -> &str {
        &self.folded[self.folds[index].clone()]
    }

    /// Folded letters of a run of words, without what separates them.
    #[must_use]
    pub fn letters(&self, run: std::ops::Range<usize>) -> &str {
        if run.is_empty() {
            return "";
        }
        &self.folded[self.folds[run.start].start..self.folds[run.end - 1].end]
    }

    /// Folded letters of the whole text.
    #[must_use]
    pub fn all_letters(&self) -> &str {
        &self.folded
    }

    /// The folded words in order.
    pub fn folds(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|i| self.fold(i))
    }
}

/// Tells the folded letters of each word, without keeping them; `letters` is room that many texts can share.
pub fn for_each_fold(text: &str, letters: &mut String, mut tell: impl FnMut(&str)) {
    if !text.is_ascii() {
        return Words::of(text).folds().for_each(tell);
    }
    for span in ascii_words(text.as_bytes()) {
        letters.clear();
        fold_into(&text[span], letters);
        if !letters.is_empty() {
            tell(letters);
        }
    }
}

/// The same cuts where every character is one byte: most signs, in a fraction of the time. Runs of underscores are
/// among them; they fold to nothing.
fn ascii_words(bytes: &[u8]) -> impl Iterator<Item = Span> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += bytes[at..].iter().position(|b| is_word_byte(*b) || *b == b'&')?;
        let start = at;
        at += 1;
        while bytes[start] != b'&' && at < bytes.len() && (is_word_byte(bytes[at]) || joins(bytes, at)) {
            at += 1;
        }
        Some(start..at)
    })
}

/// Letters, digits and the underscore stay together.
fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// A mark that does not end a word (UAX #29, rules WB6, WB7, WB11, WB12): between two letters an apostrophe, stop or
/// colon, between two digits an apostrophe, stop, comma or semicolon.
fn joins(bytes: &[u8], at: usize) -> bool {
    let (Some(before), Some(after)) = (at.checked_sub(1).map(|b| bytes[b]), bytes.get(at + 1)) else { return false };
    let letters = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    match bytes[at] {
        b'\'' | b'.' => letters || digits,
        b':' => letters,
        b',' | b';' => digits,
        _ => false,
    }
}

/// 1 for equal letters, 0 for nothing in common: one minus the edit distance over the longer length.
#[must_use]
pub fn similarity(a: &str, b: &str) -> f32 {
    let longest = a.chars().count().max(b.chars().count());
    if longest == 0 {
        return 1.0;
    }
    #[allow(clippy::cast_precision_loss)]
    let distance = edit_distance(a, b) as f32 / longest as f32;
    1.0 - distance
}

/// Fewest edits between two texts: a letter less, more, other, or two swapped.
#[must_use]
pub fn edit_distance(a: &str, b: &str) -> usize {
    if a.is_ascii() && b.is_ascii() { osa::distance(a.bytes(), b.bytes()) } else { osa::distance(a.chars(), b.chars()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;
    use proptest::prelude::*;

    #[test]
    fn words_keep_apostrophes_and_cut_at_hyphens() {
        let words = Words::of("Tian’anmen Self-Service & Lift");
        assert_eq!(words.folds().collect::<Vec<_>>(), ["tiananmen", "self", "service", "and", "lift"]);
        assert_eq!(words.span(0), 0.."Tian’anmen".len());
    }

    proptest! {
        #[test]
        fn ascii_is_cut_as_unicode_asks(text in "[ -~]{0,24}|[aB1_'.:,;& -]{0,16}") {
            let cut: Vec<&str> = Words::of(&text).spans.iter().map(|s| &text[s.clone()]).collect();
            let asked: Vec<&str> = text
                .split('&')
                .flat_map(|part| part.unicode_words().chain(["&"]))
                .filter(|word| !fold(word).is_empty())
                .collect();
            prop_assert_eq!(&cut[..], &asked[..asked.len() - 1]);
            prop_assert_eq!(Words::count(&text), cut.len());
            let mut told = Vec::new();
            for_each_fold(&text, &mut String::new(), |word| told.push(word.to_owned()));
            let words = Words::of(&text);
            prop_assert!(words.folds().eq(told.iter().map(String::as_str)));
        }
    }

    #[test]
    fn letters_are_found_where_words_begin_and_end() {
        let words = Words::of("Rest Room of Olympic Park");
        assert_eq!(words.find_letters("restroom"), Some(0..2));
        assert_eq!(words.find_letters("olympicpark"), Some(3..5));
        assert_eq!(words.find_letters("room"), Some(1..2));
        assert!(words.hold("Rest-room") && words.hold("of") && words.hold("Olympic Park"));
        assert!(!words.hold("Olympic Par") && !words.hold("lympic") && !words.hold("-") && !words.hold("Park Way"));
        assert_eq!(
            (words.find_letters("olympic par"), words.find_letters("lympic"), words.find_letters("")),
            (None, None, None)
        );
    }
}
