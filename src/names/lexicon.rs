//! The words that names are made of, read in place from what `build.rs` baked.

use crate::text::{FoldedWords, fold, hash, sieve};
use daachorse::CharwiseDoubleArrayAhoCorasick;
use rustc_hash::FxHashMap;
use std::sync::{LazyLock, OnceLock};

/// What a word is in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    Generic,
    Attribute,
    Direction,
    Region,
    /// A specific name with an English form of its own (Tsinghua, Soong Ching Ling).
    Established,
}

/// Where the specific or the field stands in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Beihai Park.
    Before,
    /// Lake Tai.
    After,
    /// Institute of Physics.
    Of,
}

/// One line of `dictionaries/grammar/`.
#[derive(Debug)]
pub struct Word {
    pub zh: &'static str,
    pub part: Part,
    pub en: &'static str,
    /// The form before another noun, where it differs; may be empty.
    pub before: &'static str,
    pub allowed: &'static [&'static str],
    pub abbreviations: &'static [&'static str],
    pub class: &'static str,
    pub order: Order,
    /// A generic that has grown into the names of settlements, where it stays pinyin (车公庄, 五道口).
    pub settlement: bool,
    /// A generic that place-name plates and stations write in pinyin (玉泉路 Yuquan Lu).
    pub plate: bool,
    /// Source id.
    pub source: &'static str,
}

/// A verb or an object of notices, in the forms that notices need; any list may be empty.
#[derive(Debug)]
pub struct NoticeWord {
    pub zh: &'static str,
    pub gerund: &'static [&'static str],
    pub imperative: &'static [&'static str],
    pub noun: &'static [&'static str],
    pub source: &'static str,
}

/// The form of a kind of notice: 禁止___ is `No {gerund}`.
#[derive(Debug)]
pub struct NoticePattern {
    pub before: &'static str,
    pub after: &'static str,
    /// Templates with `{gerund}`, `{imperative}` or `{noun}`; the first that can be filled is preferred.
    pub preferred: &'static [&'static str],
    pub allowed: &'static [&'static str],
    pub source: &'static str,
    pub clause: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/grammar.rs"));

static AUTOMATON: LazyLock<CharwiseDoubleArrayAhoCorasick<u32>> = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/grammar.bin"));
    let (automaton, _) =
        CharwiseDoubleArrayAhoCorasick::deserialize(bytes).expect("the embedded grammar is made by build.rs");
    automaton
});

/// A word of the lexicon at its place in a text.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    pub start: usize,
    pub end: usize,
    pub word: &'static Word,
    /// Place of the word in the lexicon.
    at: usize,
}

static FOLDED: LazyLock<Vec<OnceLock<FoldedWords>>> = LazyLock::new(|| WORDS.iter().map(|_| OnceLock::new()).collect());

impl Found {
    /// The folded words of the English, its form before a noun and what else is allowed, made once for all signs.
    pub(crate) fn words(&self) -> &'static FoldedWords {
        let word = self.word;
        let forms = [word.en, word.before].into_iter().chain(word.allowed.iter().copied());
        FOLDED[self.at].get_or_init(|| FoldedWords::of(forms))
    }
}

/// Every word inside the text, overlaps included, in the order in which they end.
pub fn find_all(zh: &str) -> impl Iterator<Item = Found> {
    AUTOMATON.find_overlapping_iter(zh).flat_map(|m| {
        let first = m.value() as usize;
        let places = (first..).zip(words_from(first));
        places.map(move |(at, word)| Found { start: m.start(), end: m.end(), word, at })
    })
}

/// The words with exactly this Chinese.
pub fn get(zh: &str) -> impl Iterator<Item = &'static Word> {
    words_from(index_of(zh))
}

/// A subdistrict, a town or a township bears the name, so it is an area of the city.
#[must_use]
pub fn is_area(zh: &str) -> bool {
    hash::find(AREA_SLOTS, zh, |at| AREAS[at] == zh).is_some()
}

/// What the name of an imperial hall, palace, gate or altar means, and the source that says so.
#[must_use]
pub fn hall_name(zh: &str) -> Option<(&'static str, &'static str)> {
    HALL_NAMES.iter().find(|(name, ..)| *name == zh).map(|(_, en, source)| (*en, *source))
}

/// Characters a stop's name has at least where this generic stands apart in its pinyin (Cishou Si); `None` where it
/// never does.
#[must_use]
pub fn apart_on_stops(generic: &str) -> Option<usize> {
    STOP_GENERICS.iter().find(|(zh, ..)| *zh == generic).map(|(_, shortest, _)| *shortest)
}

/// Behind what a generic that mostly stands apart goes into the word: a `direction` (Dongzhimen beside Xuanwu Men), a
/// common `word` (Pingguoyuan beside Pingle Yuan); empty where nothing tells.
#[must_use]
pub fn solid_on_stops(generic: &str) -> &'static str {
    STOP_GENERICS.iter().find(|(zh, ..)| *zh == generic).map_or("", |(_, _, solid)| *solid)
}

/// One word by its Chinese and part.
#[must_use]
pub fn word(zh: &str, part: Part) -> Option<&'static Word> {
    if !sieve::may_hold(|at| SIEVES[part as usize][at], zh) {
        return None;
    }
    words_from(index_of(zh)).find(|w| w.part == part)
}

/// The first word with this Chinese; past the end where there is none.
fn index_of(zh: &str) -> usize {
    hash::find(SLOTS, zh, |at| WORDS[at].zh == zh).unwrap_or(WORDS.len())
}

/// The run of words that share the Chinese of the word at `first`.
fn words_from(first: usize) -> impl Iterator<Item = &'static Word> {
    let zh = WORDS.get(first).map(|w| w.zh);
    WORDS[first.min(WORDS.len())..].iter().take_while(move |w| Some(w.zh) == zh)
}

/// The generics that end the text, the longest first.
pub fn generics_at_end(zh: &str) -> impl Iterator<Item = &'static Word> {
    let ends = sieve::ends(|at| SIEVES[Part::Generic as usize][at], zh);
    ends.filter_map(move |len| word(&zh[zh.len() - len..], Part::Generic))
}

/// The regions that begin the text, the longest first.
pub fn regions_at_start(zh: &str) -> impl Iterator<Item = &'static Word> {
    let beginnings = sieve::beginnings(|at| SIEVES[Part::Region as usize][at], zh);
    beginnings.filter_map(move |len| word(&zh[..len], Part::Region))
}

/// How adjectives that are made of nouns end.
pub const ADJECTIVE_ENDINGS: [&str; 6] = ["al", "ic", "ist", "ive", "ary", "ous"];

/// The adjective to a noun, by their letters: Physical to Physics, Buddhist to Buddhism.
#[must_use]
pub fn describes(form: &str, noun: &str) -> bool {
    /// Letters that an adjective has in common with its noun.
    const STEM: usize = 3;
    let stem = |text: &str| text.get(..STEM).map(str::to_ascii_lowercase);
    let ending = ADJECTIVE_ENDINGS.iter().find(|ending| form.ends_with(**ending));
    ending.is_some_and(|ending| !noun.ends_with(ending)) && stem(form).is_some() && stem(form) == stem(noun)
}

/// The noun of one word that the Chinese has for this adjective: Physics for Physical in 物理研究所.
#[must_use]
pub fn noun_for(zh: &str, adjective: &str) -> Option<&'static str> {
    let words = find_all(zh).map(|found| found.word).filter(|word| word.part == Part::Attribute);
    let is = |form: &&str| form.eq_ignore_ascii_case(adjective);
    let mut nouns = words.filter(|word| {
        let mut forms = word.allowed.iter().copied().chain([word.before]);
        !word.en.contains(' ') && forms.find(is).is_some_and(|form| describes(form, word.en))
    });
    nouns.next().map(|word| word.en)
}

static BY_ENGLISH: LazyLock<FxHashMap<String, Vec<&'static Word>>> = LazyLock::new(|| {
    let mut by_english: FxHashMap<String, Vec<&'static Word>> = FxHashMap::default();
    for word in WORDS.iter().filter(|w| w.part == Part::Generic) {
        by_english.entry(fold(word.en)).or_default().push(word);
    }
    by_english
});

/// The generics whose English has these folded letters.
#[must_use]
pub fn generics_in_english(letters: &str) -> &'static [&'static Word] {
    BY_ENGLISH.get(letters).map_or(&[], Vec::as_slice)
}

/// The longest region that begins a text.
#[must_use]
pub fn leading_region(zh: &str) -> Option<&'static Word> {
    find_all(zh).filter(|f| f.start == 0 && f.word.part == Part::Region).max_by_key(|f| f.end).map(|f| f.word)
}

/// A region whose English begins with this folded word.
#[must_use]
pub fn region_called(folded: &str) -> Option<&'static Word> {
    static BY_NAME: LazyLock<FxHashMap<String, &'static Word>> = LazyLock::new(|| {
        let regions = WORDS.iter().filter(|w| w.part == Part::Region);
        regions.filter_map(|w| Some((fold(w.en.split(' ').next()?), w))).collect()
    });
    BY_NAME.get(folded).copied()
}

/// Every word of names.
#[must_use]
pub fn all() -> &'static [Word] {
    WORDS
}

/// Every word of notices.
#[must_use]
pub fn notice_words() -> &'static [NoticeWord] {
    NOTICE_WORDS
}

/// A word of notices by its Chinese.
#[must_use]
pub fn notice_word(zh: &str) -> Option<&'static NoticeWord> {
    NOTICE_WORDS.binary_search_by(|w| w.zh.cmp(zh)).ok().map(|at| &NOTICE_WORDS[at])
}
