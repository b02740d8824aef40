//! The words that renderings of a sign's Chinese and of the known pieces of it are made of.

use super::Analysed;
use crate::diff::is_light;
use crate::english::English;
use crate::expect::Standing;
use crate::names::lexicon;
use crate::senses::Sense;
use crate::sign::Span;
use crate::text::for_each_fold;
use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;
use std::ops::Range;

/// Folded words, each once, the likelier ones first.
pub(super) type WordSet = IndexSet<String, FxBuildHasher>;

/// Folded words one behind the other: those of the known pieces of the Chinese, then those of the whole text.
#[derive(Default)]
pub(super) struct KnownWords {
    letters: String,
    /// Where each word ends.
    ends: Vec<u32>,
    /// How many are of pieces.
    components: usize,
}

impl KnownWords {
    fn push(&mut self, word: &str) {
        self.letters.push_str(word);
        self.ends.push(u32::try_from(self.letters.len()).unwrap_or(u32::MAX));
    }

    fn word(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.letters[start..self.ends[at] as usize]
    }

    /// Adds the words of a range that the set lacks.
    fn add_to(&self, set: &mut WordSet, range: Range<usize>) {
        for word in range.map(|at| self.word(at)) {
            if !set.contains(word) {
                set.insert(word.to_owned());
            }
        }
    }

    /// Few are asked for: looking through them costs less than a table of them.
    fn contains(&self, word: &str) -> bool {
        let mut start = 0;
        self.ends.iter().any(|end| {
            let same = self.letters.as_bytes()[start..*end as usize] == *word.as_bytes();
            start = *end as usize;
            same
        })
    }
}

impl Analysed<'_> {
    /// The folded words of every rendering of the whole text, then of every known piece of it: where words fit equally
    /// well, the first is meant.
    pub fn expected_words(&self) -> &WordSet {
        self.facts.expected_words.get_or_init(|| {
            let (known, mut set) = (self.known_words(), WordSet::default());
            known.add_to(&mut set, known.components..known.ends.len());
            known.add_to(&mut set, 0..known.components);
            set
        })
    }

    /// Whether one of [`Self::expected_words`] is such a word; costs less than their table, which few signs need.
    #[must_use]
    pub fn expects(&self, is_such: impl Fn(&str) -> bool) -> bool {
        let known = self.known_words();
        (0..known.ends.len()).any(|at| is_such(known.word(at)))
    }

    /// Whether a rendering of the whole text, or of its parts where it is composed, holds this folded word.
    #[must_use]
    pub fn expects_of_whole(&self, folded: &str) -> bool {
        let known = self.known_words();
        (known.components..known.ends.len()).any(|at| known.word(at) == folded)
    }

    /// The folded words of the known pieces of the Chinese, the whole text left out.
    fn component_words(&self) -> &WordSet {
        self.facts.component_words.get_or_init(|| {
            let (known, mut set) = (self.known_words(), WordSet::default());
            known.add_to(&mut set, 0..known.components);
            set
        })
    }

    /// A folded word that some acceptable rendering holds.
    #[must_use]
    pub fn is_known_form_word(&self, folded: &str) -> bool {
        match self.facts.expected_words.get() {
            Some(words) => words.contains(folded),
            None => self.known_words().contains(folded),
        }
    }

    /// The folded words of every known piece and of every rendering, in one walk.
    fn known_words(&self) -> &KnownWords {
        self.facts.known_words.get_or_init(|| {
            let mut known = KnownWords::default();
            let mut letters = String::new();
            let mut add =
                |known: &mut KnownWords, text: &str| for_each_fold(text, &mut letters, |word| known.push(word));
            self.for_each_component(|text| add(&mut known, text));
            known.components = known.ends.len();
            self.for_each_form(|text| add(&mut known, text));
            known
        })
    }

    /// Every acceptable form of the whole text, and of its parts where it is composed.
    fn for_each_form(&self, mut tell: impl FnMut(&str)) {
        if let Some(expectation) = &self.expectation {
            for slot in expectation.renderings.iter().flat_map(|r| &r.slots) {
                slot.forms.iter().filter(|f| f.standing < Standing::Banned).for_each(|f| tell(&f.text));
            }
        }
        self.listed_before(Standing::Banned).for_each(tell);
    }

    /// Every acceptable form of the known pieces of the Chinese, the whole text left out.
    fn for_each_component(&self, mut tell: impl FnMut(&str)) {
        let whole = self.zh.trim().len();
        for found in self.matches().iter().filter(|m| m.end - m.start < whole) {
            found.entry.forms_before(Standing::Banned).for_each(&mut tell);
        }
        for found in lexicon::find_all(self.zh).filter(|f| f.end - f.start < whole) {
            let word = found.word;
            [word.en, word.before].into_iter().chain(word.allowed.iter().copied()).for_each(&mut tell);
        }
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
        let (mut letters, mut said) = (String::new(), false);
        let mut look = |text: &str| for_each_fold(text, &mut letters, |word| said |= english.is_kin(word, folded));
        self.for_each_form(&mut look);
        // A known piece of a longer word is no word either. Where the key has other bytes, places do not compare.
        let comparable = self.key().len() == self.zh.len();
        for found in self.matches().iter().filter(|m| !comparable || !inside(&(m.start..m.end))) {
            found.entry.forms_before(Standing::Banned).for_each(&mut look);
        }
        said
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
