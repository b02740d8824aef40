//! The words of an English text, with their folded letters and their places in the original.
//!
//! Words are cut by Unicode's word boundaries (UAX #29): an apostrophe stays inside (`Tian'anmen`), a hyphen
//! separates. The ampersand counts as the word *and*. Folding drops what carries no difference when a rendering is
//! recognised: case, apostrophes, diacritics, width.

use crate::sign::Span;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
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
        let mut end = 0;
        for (at, word) in text.unicode_word_indices() {
            words.push_ampersands(text, end..at);
            words.push(text, at..at + word.len());
            end = at + word.len();
        }
        words.push_ampersands(text, end..text.len());
        words
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

    /// Whether other words stand in these, one after another.
    #[must_use]
    pub fn hold(&self, other: &Self) -> bool {
        let last = (self.len() + 1).saturating_sub(other.len());
        !other.is_empty() && (0..last).any(|at| (0..other.len()).all(|i| self.fold(at + i) == other.fold(i)))
    }
}

/// Folds letters onto the end of a buffer: lower case, no apostrophes, marks or punctuation; `&` is `and`.
pub fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        for b in text.bytes() {
            match b {
                b'&' => out.push_str("and"),
                _ if b.is_ascii_alphanumeric() => out.push(char::from(b.to_ascii_lowercase())),
                _ => {}
            }
        }
        return;
    }
    for c in text.nfkd() {
        if c == '&' {
            out.push_str("and");
        } else if c.is_alphanumeric() && !is_combining_mark(c) {
            out.extend(c.to_lowercase());
        }
    }
}

/// Folded letters of a text.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// 1 for equal letters, 0 for nothing in common: one minus the edit distance over the longer length.
#[must_use]
pub fn similarity(a: &str, b: &str) -> f32 {
    let longest = a.chars().count().max(b.chars().count());
    if longest == 0 {
        return 1.0;
    }
    #[allow(clippy::cast_precision_loss)]
    let distance = strsim::osa_distance(a, b) as f32 / longest as f32;
    1.0 - distance
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_apostrophes_and_cut_at_hyphens() {
        let words = Words::of("Tian’anmen Self-Service & Lift");
        assert_eq!(words.folds().collect::<Vec<_>>(), ["tiananmen", "self", "service", "and", "lift"]);
        assert_eq!(words.span(0), 0.."Tian’anmen".len());
    }

    #[test]
    fn folding_drops_width_marks_and_case() {
        assert_eq!(fold("Ｅｘｉｔ Lǜ"), "exitlu");
    }
}
