//! The words that renderings of a sign's Chinese and of the known pieces of it are made of.

use super::Analysed;
use crate::diff::is_light;
use crate::english::English;
use crate::expect::{Slot, Standing};
use crate::names::lexicon;
use crate::senses::Sense;
use crate::sign::Span;
use crate::text::FoldedWords;
use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

/// Folded words, each once, the likelier ones first.
pub(super) type WordSet = IndexSet<String, FxBuildHasher>;

/// The folded words of the known pieces of the Chinese, and those of the whole text.
#[derive(Default)]
pub(super) struct KnownWords<'a> {
    /// Those of each piece, which are worked out once for all signs.
    pieces: Vec<&'a FoldedWords>,
    whole: FoldedWords,
}

impl KnownWords<'_> {
    fn of_pieces(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().flat_map(|piece| piece.iter())
    }

    fn all(&self) -> impl Iterator<Item = &str> {
        self.whole.iter().chain(self.of_pieces())
    }

    fn contains(&self, word: &str) -> bool {
        self.pieces.iter().any(|piece| piece.contains(word)) || self.whole.contains(word)
    }
}

/// The words, each once.
fn set<'w>(words: impl Iterator<Item = &'w str>) -> WordSet {
    let mut set = WordSet::default();
    for word in words {
        if !set.contains(word) {
            set.insert(word.to_owned());
        }
    }
    set
}

impl<'a> Analysed<'a> {
    /// The folded words of every rendering of the whole text, then of every known piece of it: where words fit equally
    /// well, the first is meant.
    pub fn expected_words(&self) -> &WordSet {
        self.facts.expected_words.get_or_init(|| set(self.known_words().all()))
    }

    /// Whether one of [`Self::expected_words`] is such a word; costs less than their table, which few signs need.
    #[must_use]
    pub fn expects(&self, is_such: impl Fn(&str) -> bool) -> bool {
        self.known_words().all().any(is_such)
    }

    /// Whether a rendering of the whole text, or of its parts where it is composed, holds this folded word.
    #[must_use]
    pub fn expects_of_whole(&self, folded: &str) -> bool {
        self.known_words().whole.contains(folded)
    }

    /// The folded words of the known pieces of the Chinese, the whole text left out.
    fn component_words(&self) -> &WordSet {
        self.facts.component_words.get_or_init(|| set(self.known_words().of_pieces()))
    }

    /// A folded word that some acceptable rendering holds.
    #[must_use]
    pub fn is_known_form_word(&self, folded: &str) -> bool {
        match self.facts.expected_words.get() {
            Some(words) => words.contains(folded),
            None => self.known_words().contains(folded),
        }
    }

    fn known_words(&self) -> &KnownWords<'a> {
        self.facts.known_words.get_or_init(|| {
            let mut whole = FoldedWords::default();
            let mut room = String::new();
            self.for_each_form(|text| whole.push_text(text, &mut room));
            KnownWords { pieces: self.pieces(), whole }
        })
    }

    /// Every acceptable form of the whole text, and of its parts where it is composed.
    fn for_each_form(&self, mut tell: impl FnMut(&str)) {
        let mut told: Vec<&Slot> = Vec::new();
        if let Some(expectation) = &self.expectation {
            for slot in expectation.renderings.iter().flat_map(|r| &r.slots) {
                // Most orders of a name are made of the same parts.
                if told.iter().any(|known| known.zh == slot.zh && known.forms == slot.forms) {
                    continue;
                }
                told.push(slot);
                slot.forms.iter().filter(|f| f.standing < Standing::Banned).for_each(|f| tell(&f.text));
            }
        }
        self.listed_before(Standing::Banned).for_each(tell);
    }

    /// The words of every known piece of the Chinese, the whole text left out.
    fn pieces(&self) -> Vec<&'a FoldedWords> {
        let whole = self.zh.trim().len();
        let entries = self.matches().iter().filter(|m| m.end - m.start < whole).map(|m| m.entry.words());
        let of_names = lexicon::find_all(self.zh).filter(|f| f.end - f.start < whole).map(|found| found.words());
        entries.chain(of_names).collect()
    }

    /// As [`Self::is_meant`], by whole words alone: the 马 inside 马桶 is no horse.
    #[must_use]
    pub fn is_meant_by_words(&self, folded: &str) -> bool {
        let english = English::standard();
        let inside = |at: &Span| {
            self.senses()
                .iter()
                .any(|other| other.zh.start <= at.start && at.end <= other.zh.end && other.zh.len() > at.len())
        };
        let whole = self.senses().iter().filter(|sense| !inside(&sense.zh));
        if whole.flat_map(Sense::words).any(|sense| english.is_kin(sense, folded)) {
            return true;
        }
        let is_kin = |word: &str| english.is_kin(word, folded);
        if self.known_words().whole.iter().any(is_kin) {
            return true;
        }
        // A known piece of a longer word is no word either. Where the key has other bytes, places do not compare.
        let comparable = self.key().len() == self.zh.len();
        let mut pieces = self.matches().iter().filter(|m| !comparable || !inside(&(m.start..m.end)));
        pieces.any(|piece| piece.entry.words().iter().any(is_kin))
    }

    /// Some word of meaning in the English renders a known piece of the Chinese.
    #[must_use]
    pub fn shares_meaning(&self) -> bool {
        let english = English::standard();
        let components = self.component_words();
        self.words.folds().any(|word| {
            !is_light(english, word)
                && (components.contains(word) || components.iter().any(|c| english.same_noun(c, word)))
        })
    }
}
