//! The name grammar: the English of a name that no entry holds.
//!
//! A name is read as region + specific + attributes + direction + ordinal + generic and rendered by the standards'
//! composition rules. Each shape of name is one file: `road` (roads, ring roads, bridges, lanes), `place`
//! (everything that stands before its generic), `body` (institutions, laboratories, commissions); `station`
//! gives pinyin on signs that take it. What is not understood is not composed: `None` is a right answer.

mod address;
mod admin;
mod affiliated;
mod alone;
mod belonging;
mod body;
mod company;
mod compound;
mod facility;
mod heads;
mod lettered;
pub mod lexicon;
mod line;
mod parts;
mod place;
mod railway;
mod road;
mod school;
mod segment;
mod settlement;
mod sight;
mod slots;
mod station;
mod subway;

use crate::expect::{Expectation, Origin, Rendering, Role, Slot, Standing};
use crate::glossary::{Entry, Glossary, Group};
use crate::senses;
use crate::sign::{Kind, Span};
use crate::text::is_han;
use crate::text::numbers::number;
use crate::wording::PLACE_GLOSS;
use heads::Heads;
use lexicon::{Order, Part, Word};

/// Source ids of the rules of composition.
pub(crate) const CITED_SOURCES: [&str; 6] = [
    slots::SPECIFIC_AND_GENERIC.source,
    slots::ROMANISATION.source,
    slots::PERSONS.source,
    slots::INSTITUTIONS.source,
    slots::ROADS.source,
    station::STATIONS.source,
];

/// Some orders of one name, best first, and how sure they are.
#[derive(Debug, Clone)]
pub(crate) struct Composed {
    pub renderings: Vec<Vec<Slot>>,
    /// 0 to 1.
    pub confidence: f32,
}

impl Composed {
    fn one(slots: Vec<Slot>, confidence: f32) -> Self {
        Self { renderings: vec![slots], confidence }
    }
}

/// What composition works with.
#[derive(Clone, Copy)]
pub(crate) struct Composer<'g> {
    pub glossary: &'g Glossary,
    /// The whole text.
    pub zh: &'g str,
    pub kind: Option<Kind>,
    pub heads: &'g Heads,
}

/// Longest text that is read as a name, in characters: longer ones are prose.
const LONGEST: usize = 40;
/// Longest specific name that is romanised whole, in characters.
const LONGEST_SPECIFIC: usize = 6;

/// What the standards allow for a name; `None` where it is not understood.
#[must_use]
pub fn expect(glossary: &Glossary, zh: &str, kind: Option<Kind>) -> Option<Expectation> {
    if zh.chars().count() > LONGEST || !zh.chars().any(is_han) {
        return None;
    }
    let composer = Composer { glossary, zh, kind, heads: &Heads::default() };
    let whole = 0..zh.len();
    if let Some(station) = station::compose(composer, &whole) {
        return Some(expectation(station, Origin::Composed));
    }
    let composed = composer.compose(&whole);
    let romanised = |composed: &Composed| composed.renderings[0].iter().any(|slot| slot.romanised);
    if composed.as_ref().is_none_or(romanised) && composer.is_common_word() {
        return composer.generic_alone(&whole).map(|composed| expectation(composed, Origin::Composed));
    }
    if let Some(composed) = composed {
        return Some(expectation(composed, Origin::Composed));
    }
    station::romanise(composer, &whole).map(|composed| expectation(composed, Origin::Romanised))
}

/// What the standards allow for a name of the city that the glossary holds with 市 where the text has none, or without.
#[must_use]
pub fn with_city_otherwise(glossary: &Glossary, zh: &str) -> Option<Expectation> {
    let composer = Composer { glossary, zh, kind: None, heads: &Heads::default() };
    Some(expectation(composer.with_city_otherwise(&(0..zh.len()))?, Origin::Composed))
}

/// What a text that is a part with a letter (C座) is called.
#[must_use]
pub fn lettered(glossary: &Glossary, zh: &str) -> Option<String> {
    let composed = lettered::compose(Composer { glossary, zh, kind: None, heads: &Heads::default() }, &(0..zh.len()))?;
    Some(expectation(composed, Origin::Composed).preferred())
}

fn expectation(composed: Composed, origin: Origin) -> Expectation {
    let mut renderings: Vec<Rendering> = Vec::new();
    for mut slots in composed.renderings {
        slots::said_once(&mut slots);
        let standing = if renderings.is_empty() { Standing::Preferred } else { Standing::Allowed };
        let rendering = Rendering { slots, standing };
        if !renderings.iter().any(|r| r.slots == rendering.slots) {
            renderings.push(rendering);
        }
    }
    Expectation { origin, renderings, confidence: composed.confidence }
}

impl<'g> Composer<'g> {
    pub(crate) fn text(&self, span: &Span) -> &'g str {
        &self.zh[span.clone()]
    }

    /// Characters of a span.
    pub(crate) fn count(&self, span: &Span) -> usize {
        self.text(span).chars().count()
    }

    /// 学期, 有效期: the dictionary has the whole text as a word, glosses it as no place, and no place bears it. Pinyin
    /// would tell nobody anything.
    fn is_common_word(&self) -> bool {
        is_common_word(self.zh)
            && !lexicon::is_area(self.zh)
            && !self.glossary.get(self.zh).iter().any(|e| e.is_proper_name())
    }

    /// Composes one name inside the text.
    pub(crate) fn compose(self, span: &Span) -> Option<Composed> {
        if self.count(span) < 2 {
            return None;
        }
        self.region(span)
            .or_else(|| self.established(span))
            .or_else(|| self.area(span))
            .or_else(|| self.bare_generic(span))
            .or_else(|| compound::with_brackets(self, span))
            .or_else(|| address::compose(self, span))
            .or_else(|| compound::numbered(self, span))
            .or_else(|| lettered::compose(self, span))
            .or_else(|| line::compose(self, span))
            .or_else(|| subway::compose(self, span))
            .or_else(|| facility::compose(self, span))
            .or_else(|| admin::compose(self, span))
            .or_else(|| school::compose(self, span))
            .or_else(|| belonging::compose(self, span))
            .or_else(|| affiliated::compose(self, span))
            .or_else(|| compound::branch(self, span))
            .or_else(|| compound::region_and_name(self, span))
            .or_else(|| company::compose(self, span))
            .or_else(|| sight::within(self, span))
            .or_else(|| road::compose(self, span))
            .or_else(|| body::compose(self, span))
            .or_else(|| place::compose(self, span))
            .or_else(|| compound::name_and_term(self, span))
    }

    /// The longest generic that ends a span with something before it, and that something.
    pub(crate) fn generic(&self, span: &Span) -> Option<(&'static Word, Span)> {
        let word = self.heads.of(self.text(span), || self.head(span))?;
        Some((word, span.start..span.end - word.zh.len()))
    }

    fn head(&self, span: &Span) -> Option<&'static Word> {
        // 苹果园 is no orchard of Ping: one character before a long generic speaks for a shorter one.
        let lone = |w: &Word, rest: &Span| {
            let text = self.text(rest);
            let numeral = number(text).is_some();
            let unknown = numeral || lexicon::get(text).next().is_none();
            w.zh.chars().count() > 1 && text.chars().count() == 1 && unknown && !is_street(w)
        };
        // 北京大学|科技园: the name of a university reaches into the longer generic.
        let known = |w: &Word, rest: &Span| {
            let text = self.text(span);
            let inside = rest.end - span.start;
            w.zh.chars().count() > 2
                && text[inside..].char_indices().skip(1).any(|(at, _)| {
                    let end = inside + at;
                    lexicon::word(&text[end..], Part::Generic).is_some()
                        && self.known_entry(&(span.start..span.start + end)).is_some_and(|e| e.kind() == "university")
                })
        };
        let meant = |(w, rest): &(&'static Word, Span)| !lone(w, rest) && !known(w, rest);
        self.generics(span).find(meant).or_else(|| self.generics(span).next()).map(|(word, _)| word)
    }

    /// The longest generic of two characters or more that begins a span with something behind it, and where it ends.
    pub(crate) fn leading_generic(&self, span: &Span) -> Option<(&'static Word, usize)> {
        let words = lexicon::find_all(self.text(span)).filter(|f| {
            f.start == 0 && f.word.part == Part::Generic && f.word.zh.chars().count() > 1 && f.end < span.len()
        });
        words.max_by_key(|f| f.end).map(|f| (f.word, span.start + f.end))
    }

    /// Every generic that ends a span with something before it, the longest first, and that something.
    pub(crate) fn generics<'s>(&'s self, span: &'s Span) -> impl Iterator<Item = (&'static Word, Span)> + 's {
        let text = self.text(span);
        lexicon::generics_at_end(text)
            .filter(move |w| w.zh.len() < text.len())
            .map(move |w| (w, span.start..span.end - w.zh.len()))
    }

    /// A whole name of the glossary as one slot.
    pub(crate) fn known(&self, span: &Span) -> Option<Slot> {
        Some(slots::entry(span.clone(), Role::Specific, &self.known_entry(span)?))
    }

    /// The entry that holds a whole name, other than as a stop.
    pub(crate) fn known_entry(&self, span: &Span) -> Option<Entry<'g>> {
        let mut entries = self.glossary.holding(self.text(span));
        entries.find(|e| matches!(e.group(), Group::Names | Group::Institutions) && e.kind() != "station")
    }

    /// 什刹海, 北京大学: a name with an English of its own that other names are made with, standing alone.
    pub(crate) fn established(self, span: &Span) -> Option<Composed> {
        if let Some(university) = self.glossary.holding(self.text(span)).find(|e| e.kind() == "university") {
            return Some(Composed::one(vec![slots::entry(span.clone(), Role::Specific, &university)], 0.9));
        }
        if let Some(word) = lexicon::word(self.text(span), Part::Established) {
            return Some(Composed::one(vec![slots::word(span.clone(), Role::Specific, word, false)], 0.85));
        }
        self.short_name(span)
    }

    /// 商场 in 商场西门: a common noun that signs have English for.
    pub(crate) fn term(self, span: &Span) -> Option<Composed> {
        let mut entries = self.glossary.holding(self.text(span));
        let term = entries.find(|e| e.group() == Group::Terms && !e.preferred().contains("//"))?;
        Some(Composed::one(vec![slots::entry(span.clone(), Role::Specific, &term)], 0.7))
    }

    /// A known name, a composed one, or a short specific in pinyin.
    pub(crate) fn whole(self, span: &Span) -> Option<Composed> {
        if let Some(known) = self.known(span) {
            return Some(Composed::one(vec![known], 0.95));
        }
        self.compose(span).or_else(|| self.term(span)).or_else(|| self.generic_alone(span)).or_else(|| {
            let text = self.text(span);
            // 第一巡回: what is counted is no name.
            let counted = text.strip_prefix('第').and_then(number).is_some();
            let short = (2..=LONGEST_SPECIFIC).contains(&self.count(span))
                && !counted
                && text.chars().all(is_han)
                && !station::reads_as_words(self, text);
            let slot = slots::pinyin(self.text(span), span.clone(), Role::Specific, slots::ROMANISATION)?;
            short.then(|| Composed::one(vec![slot], 0.5))
        })
    }
}

/// A place and what belongs to it: as in Chinese, or the small first, which comes first where the place's own name has a
/// comma (Department of Neurology, Xuanwu Hospital, Capital Medical University).
pub(crate) fn owner_and_own(owner: &[Slot], own: &[Slot]) -> Vec<Vec<Slot>> {
    let before = slots::chain(&[owner, own]);
    if !has_comma(owner) {
        return vec![before];
    }
    vec![slots::chain(&[own, &after_comma(owner.to_vec())]), before]
}

/// A chain of places, which goes on from the small to the large: 2F, Terminal 3.
pub(crate) fn has_comma(slots: &[Slot]) -> bool {
    const COMMA: &str = ", ";
    slots.iter().skip(1).any(|slot| slot.joint == COMMA) || slots.iter().any(|slot| slot.preferred().contains(COMMA))
}

/// The slots, the first of them after a comma.
pub(crate) fn after_comma(mut slots: Vec<Slot>) -> Vec<Slot> {
    if let Some(first) = slots.first_mut() {
        first.joint = ", ";
    }
    slots
}

/// The dictionary has the text as a word and glosses it as no place.
fn is_common_word(zh: &str) -> bool {
    senses::of(zh).is_some_and(|sense| !sense.words().any(|word| PLACE_GLOSS.contains(&word)))
}

/// 一条, 二巷: a numeral may stand alone before it.
fn is_street(word: &Word) -> bool {
    matches!(word.class, "road" | "hutong")
}

/// Whether a generic is written after `of` what it is about.
fn is_of(word: &Word) -> bool {
    word.order == Order::Of
}

/// The text is one number and nothing else.
fn is_number(text: &str) -> bool {
    number(text).is_some_and(|(_, bytes)| bytes == text.len())
}
