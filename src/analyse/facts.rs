//! Facts about one sign that several rules ask for; each is worked out when it is first asked for.

use super::known_words::{KnownWords, WordSet};
use super::{Analysed, OneWordOff, Recut, Syllables, one_word_off, recut};
use crate::english::English;
use crate::expect::{Origin, Rendering, Slot, Standing};
use crate::glossary::Group;
use crate::names::lexicon;
use crate::notices::{self, Clause};
use crate::pinyin::Romaniser;
use crate::senses::{self, Sense};
use crate::sign::Kind;
use crate::text::{Style, Words, behind_fold, folds_to, has_han, one_line};
use crate::wording;
use crate::wording::contrast::{self, Said};
use crate::wording::law::{self, KindOfPlace};
use crate::wording::money::{self, Money};
use std::cell::OnceCell;

/// What was worked out so far.
#[derive(Default)]
pub(super) struct Facts<'a> {
    pub(super) known_words: OnceCell<KnownWords<'a>>,
    pub(super) expected_words: OnceCell<WordSet>,
    whole_texts: OnceCell<Vec<String>>,
    generic: OnceCell<Option<&'static lexicon::Word>>,
    pub(super) component_words: OnceCell<WordSet>,
    pinyin_letters: OnceCell<String>,
    syllables: OnceCell<Syllables>,
    banned_phrases: OnceCell<Vec<wording::Found>>,
    senses: OnceCell<Vec<Sense>>,
    recut: OnceCell<Vec<Recut>>,
    one_word_off: OnceCell<Vec<OneWordOff>>,
    known: OnceCell<Vec<bool>>,
    clauses: OnceCell<Vec<Clause>>,
    contrasts: OnceCell<Vec<Said>>,
    money_in_chinese: OnceCell<Vec<Money>>,
    money_in_english: OnceCell<Vec<Money>>,
    accepted_wording: OnceCell<bool>,
    accepted_text: OnceCell<bool>,
    name: OnceCell<bool>,
}

impl Analysed<'_> {
    /// The forms of the entries for the whole text that stand better than this.
    pub fn listed_before(&self, standing: Standing) -> impl Iterator<Item = &str> {
        self.entries().iter().flat_map(move |entry| entry.forms_before(standing))
    }

    /// The longest generic that ends the Chinese.
    #[must_use]
    pub fn generic(&self) -> Option<&'static lexicon::Word> {
        *self.facts.generic.get_or_init(|| lexicon::generics_at_end(self.key()).next())
    }

    /// Every whole text that may stand for the Chinese, in the style of the cell: the current and the short forms of its
    /// entries, and the preferred form of every order that was composed.
    #[must_use]
    pub fn whole_texts(&self) -> &[String] {
        self.facts.whole_texts.get_or_init(|| self.find_whole_texts())
    }

    /// Whether one of [`Self::whole_texts`] may be of such a length in bytes, told without writing them.
    #[must_use]
    pub fn may_have_text_of(&self, is_such: impl Fn(usize) -> bool) -> bool {
        self.some_text_is(|parts| {
            // A stroke may become one sign or two, and other letters than ASCII may have capitals of another length.
            let plain = |part: &str| part.is_ascii() && !part.contains('/');
            let bytes: Option<usize> = parts.map(|part| plain(part).then_some(part.len())).sum();
            bytes.is_none_or(&is_such)
        })
    }

    /// Whether one of [`Self::whole_texts`] may have just the letters and figures of the sign, told without writing them.
    #[must_use]
    pub fn may_have_text_of_its_letters(&self) -> bool {
        self.some_text_is(|parts| {
            let mut letters = self.words.all_letters();
            for part in parts {
                let Some(behind) = behind_fold(part, letters) else { return false };
                letters = behind;
            }
            letters.is_empty()
        })
    }

    /// Whether one of [`Self::whole_texts`], as its parts one behind the other and not yet in the style of the cell, is such.
    fn some_text_is(&self, is_such: impl Fn(&mut dyn Iterator<Item = &str>) -> bool) -> bool {
        let composed = |rendering: &Rendering| {
            is_such(&mut rendering.parts(Slot::preferred))
                || rendering.may_be_abbreviated() && is_such(&mut rendering.parts(Slot::short))
        };
        self.expectation.iter().flat_map(|e| &e.renderings).any(composed)
            || self.listed_before(Standing::Deprecated).any(|text| is_such(&mut std::iter::once(text)))
    }

    fn find_whole_texts(&self) -> Vec<String> {
        let renderings = self.expectation.iter().flat_map(|e| &e.renderings);
        let composed = renderings.flat_map(|rendering| {
            let text = rendering.text();
            let short = rendering.may_be_abbreviated().then(|| rendering.abbreviated()).filter(|short| *short != text);
            std::iter::once(text).chain(short)
        });
        let style = Style::of(self.en);
        let listed = self.listed_before(Standing::Deprecated).map(|text| style.dress(text));
        composed.map(|text| style.dress(text)).chain(listed).collect()
    }

    /// What the words inside the Chinese mean, as a dictionary glosses them.
    pub fn senses(&self) -> &[Sense] {
        self.facts.senses.get_or_init(|| senses::inside(self.key()))
    }

    /// Whether a word of the sign exists in English or stands in a rendering.
    #[must_use]
    pub fn is_word(&self, at: usize) -> bool {
        let english = English::standard();
        let known = self.facts.known.get_or_init(|| self.words.folds().map(|word| english.is_word(word)).collect());
        known[at]
    }

    /// The clauses of a notice that has several, with what stands for each by itself.
    pub fn clauses(&self) -> &[Clause] {
        self.facts.clauses.get_or_init(|| notices::clauses(&self.context.glossary, self.zh, self.key()))
    }

    /// The words of the Chinese whose renderings exclude one another: weekdays, holidays, open and closed.
    pub fn contrasts(&self) -> &[Said] {
        self.facts.contrasts.get_or_init(|| contrast::in_chinese(self.zh))
    }

    /// The amounts of money in the Chinese.
    pub fn money_in_chinese(&self) -> &[Money] {
        self.facts.money_in_chinese.get_or_init(|| money::in_chinese(self.zh))
    }

    /// The amounts of money in the English.
    pub fn money_in_english(&self) -> &[Money] {
        self.facts.money_in_english.get_or_init(|| money::in_english(self.en))
    }

    /// Runs of words whose letters are right and whose spaces are not.
    pub fn recut(&self) -> &[Recut] {
        self.facts.recut.get_or_init(|| recut::find(self))
    }

    /// The whole texts from which the sign is one word off; none where it has all the words of some.
    pub fn one_word_off(&self) -> &[OneWordOff] {
        self.facts.one_word_off.get_or_init(|| one_word_off::find(self))
    }

    /// A folded word speaks of something that the Chinese names: it, or a word of its stem, is a sense of some word
    /// inside, or stands in a rendering of the text or of a piece of it.
    #[must_use]
    pub fn is_meant(&self, folded: &str) -> bool {
        let english = English::standard();
        self.expected_words().iter().any(|e| english.is_kin(e, folded))
            || self.senses().iter().flat_map(Sense::words).any(|sense| english.is_kin(sense, folded))
    }

    /// The toneless letters of the whole Chinese in pinyin; empty where a character has no reading.
    #[must_use]
    pub fn pinyin_letters(&self) -> &str {
        self.facts.pinyin_letters.get_or_init(|| Romaniser::standard().letters(self.key()).unwrap_or_default())
    }

    /// The phrases of the English that are attested as wrong, each with the rule that reports it.
    pub fn banned_phrases(&self) -> &[wording::Found] {
        self.facts.banned_phrases.get_or_init(|| wording::find(self.zh, self.en))
    }

    /// The syllables of the Chinese and the words of the English that write them.
    pub fn syllables(&self) -> &Syllables {
        self.facts.syllables.get_or_init(|| Syllables::of(self))
    }

    /// Some accepted form has this word letter for letter, apostrophes and capitals included; where the whole sign
    /// stands in capitals, its letters and apostrophes are enough.
    #[must_use]
    pub fn is_written_as_listed(&self, word: &str) -> bool {
        let capitals = self.is_all_capitals();
        let same = |w: &str| w == word || capitals && w.eq_ignore_ascii_case(word);
        let lists = |text: &str| text.split(|c: char| !(c.is_alphanumeric() || "'’".contains(c))).any(same);
        let inside = || self.matches().iter().flat_map(|found| found.entry.forms());
        self.listed_before(Standing::Deprecated).any(lists)
            || inside().any(|(standing, text)| standing < Standing::Deprecated && lists(text))
    }

    /// What the project's own glossary notes on this text, after a colon; empty where it notes nothing.
    #[must_use]
    pub fn project_note(&self, colon: &str) -> String {
        let own = self.entries().iter().find(|e| e.group() == Group::Project && !e.note().is_empty());
        own.map_or_else(String::new, |e| format!("{colon}{}", e.note()))
    }

    /// An entry accepts exactly these words (case and apostrophes apart).
    #[must_use]
    pub fn is_accepted_wording(&self) -> bool {
        *self.facts.accepted_wording.get_or_init(|| {
            let letters = self.words.all_letters();
            let same = |text: &str| folds_to(text, letters) && Words::of(text).folds().eq(self.words.folds());
            self.listed_before(Standing::Deprecated).any(same)
        })
    }

    /// Some rendering, whole entry or composed, accepts these words (case and punctuation apart).
    #[must_use]
    pub fn accepts(&self, text: &str) -> bool {
        let words = Words::of(text);
        self.expectation.as_ref().is_some_and(|e| crate::align::align(e, &words).is_complete())
    }

    /// An entry accepts exactly this text, case included.
    #[must_use]
    pub fn is_accepted_text(&self) -> bool {
        let same = |text: &str| one_line(text) == self.en;
        *self.facts.accepted_text.get_or_init(|| self.listed_before(Standing::Deprecated).any(same))
    }

    /// There is Chinese and, but for punctuation, no English.
    #[must_use]
    pub fn lacks_english(&self) -> bool {
        self.words.is_empty() && has_han(self.zh) && !self.en.chars().any(char::is_alphanumeric)
    }

    /// The kind of place where the sign hangs, if the city's regulation demands a foreign text there.
    #[must_use]
    pub fn place_by_law(&self) -> Option<&'static KindOfPlace> {
        law::place_of(self.zh, self.kind, self.domain)
    }

    /// The English has no small letter.
    #[must_use]
    pub fn is_all_capitals(&self) -> bool {
        self.en.chars().any(char::is_uppercase) && !self.en.chars().any(char::is_lowercase)
    }

    /// A word in the case of the one it replaces.
    #[must_use]
    pub fn in_case_of(&self, written: &str, with: &str) -> String {
        let mut letters = written.chars().filter(|c| c.is_alphabetic());
        let first_upper = letters.next().is_some_and(char::is_uppercase);
        if first_upper && written.chars().count() > 1 && letters.all(char::is_uppercase) {
            return with.to_uppercase();
        }
        let mut chars = with.chars();
        match chars.next() {
            Some(first) if first_upper => first.to_uppercase().chain(chars).collect(),
            _ => with.to_owned(),
        }
    }

    /// The Chinese is a proper name: an entry says so, the grammar reads it as one, or the kind of sign bears only names.
    #[must_use]
    pub fn is_name(&self) -> bool {
        *self.facts.name.get_or_init(|| self.find_whether_name())
    }

    fn find_whether_name(&self) -> bool {
        let kind_of_names = matches!(
            self.kind,
            Some(Kind::PlaceNamePlate | Kind::StationSign | Kind::InstitutionPlate | Kind::TrafficGuide)
        );
        let entries = self.entries();
        if !entries.is_empty() {
            return entries.iter().any(crate::glossary::Entry::is_proper_name);
        }
        kind_of_names || self.expectation.as_ref().is_some_and(|e| e.origin == Origin::Composed)
    }
}
