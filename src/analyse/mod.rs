//! Everything that rules read of one distinct sign text, worked out once.

mod context;
mod facts;
mod known_words;
mod one_word_off;
mod recut;
mod romanised;
mod written;

pub use context::{Context, zh_key};
pub use one_word_off::{Off, OneWordOff};
pub use recut::Recut;
pub use romanised::{Romanised, Spoken, Syllables};

use crate::align::{Alignment, Fit, align};
use crate::expect::{Expectation, Origin, Role, Slot};
use crate::finding::Citation;
use crate::glossary::{Entry, Match, sources};
use crate::sign::{Domain, Kind, Span};
use crate::text::{Characters, Words, in_style_of};
use facts::Facts;
use std::cell::OnceCell;

/// One distinct sign text with everything worked out for the rules.
pub struct Analysed<'a> {
    pub context: &'a Context,
    pub zh: &'a str,
    pub en: &'a str,
    pub kind: Option<Kind>,
    pub domain: Option<Domain>,
    /// The words of the English.
    pub words: Words,
    /// What the standards allow; `None` where nothing is known of the Chinese.
    pub expectation: Option<Expectation>,
    /// The English laid against it.
    pub alignment: Option<Alignment>,
    /// The characters of either cell.
    zh_characters: Characters,
    en_characters: Characters,
    matches: OnceCell<Vec<Match<'a>>>,
    entries: OnceCell<Vec<Entry<'a>>>,
    key: OnceCell<String>,
    facts: Facts<'a>,
}

/// Confidence from which an expectation may replace a whole text.
const SURE: f32 = 0.8;

/// Bytes beyond which a cell is no sign: only [`crate::rules`]' `data/overlong-cell` looks at it.
pub const LONGEST_CELL: usize = 6_000;

/// Either cell is too long for a sign.
pub(crate) fn is_overlong(zh: &str, en: &str) -> bool {
    zh.len().max(en.len()) > LONGEST_CELL
}

impl<'a> Analysed<'a> {
    /// Works out what the rules read.
    #[must_use]
    pub fn new(context: &'a Context, zh: &'a str, en: &'a str, kind: Option<Kind>, domain: Option<Domain>) -> Self {
        let expectation = if is_overlong(zh, en) { None } else { context.expect(zh, kind, domain) };
        Self::with(context, zh, en, kind, domain, expectation)
    }

    /// As [`Self::new`], with the expectation worked out before.
    pub(crate) fn with(
        context: &'a Context,
        zh: &'a str,
        en: &'a str,
        kind: Option<Kind>,
        domain: Option<Domain>,
        expectation: Option<Expectation>,
    ) -> Self {
        let (kind, domain) = context.sort(kind, domain);
        let words = if is_overlong(zh, en) { Words::default() } else { Words::of(en) };
        let alignment = match &expectation {
            Some(expectation) if !words.is_empty() => Some(align(expectation, &words)),
            _ => None,
        };
        Self {
            context,
            zh,
            en,
            kind,
            domain,
            words,
            expectation,
            alignment,
            zh_characters: Characters::of(zh),
            en_characters: Characters::of(en),
            matches: OnceCell::new(),
            entries: OnceCell::new(),
            key: OnceCell::new(),
            facts: Facts::default(),
        }
    }

    /// A cell so long that it is no sign; nothing was worked out of it.
    #[must_use]
    pub fn is_overlong(&self) -> bool {
        is_overlong(self.zh, self.en)
    }

    /// Every glossary entry that stands anywhere inside the Chinese, overlaps included.
    pub fn matches(&self) -> &[Match<'a>] {
        self.matches.get_or_init(|| {
            let mut out = Vec::new();
            self.context.glossary.matches(self.zh, &mut out);
            out
        })
    }

    /// What the standard would write, in the style of the cell (line breaks, capitals): of several forms that a
    /// current standard allows the one that keeps most of the sign's words, else the preferred one.
    #[must_use]
    pub fn preferred(&self) -> Option<String> {
        let expectation = self.expectation.as_ref()?;
        let mut text = expectation.nearest(&self.words).unwrap_or_else(|| expectation.preferred());
        // A dish that the sign does not explain is named alone.
        if let Some((name, _)) =
            text.split_once(" (").filter(|(name, _)| !self.en.contains('(') && expectation.allows(name))
        {
            text.truncate(name.len());
        }
        Some(in_style_of(&text, self.en))
    }

    /// As [`Self::preferred`], where an entry or the form of a notice holds the whole text.
    #[must_use]
    pub fn sure_text(&self) -> Option<String> {
        let sure = |e: &&Expectation| e.confidence >= SURE && matches!(e.origin, Origin::Glossary | Origin::Notice);
        self.expectation.as_ref().filter(sure).and_then(|_| self.preferred())
    }

    /// The slots of the rendering that fits best, each with its fit.
    pub fn slots(&self) -> impl Iterator<Item = (&Slot, &Fit)> {
        let pair = self.expectation.as_ref().zip(self.alignment.as_ref());
        pair.into_iter().flat_map(|(expectation, alignment)| {
            expectation.renderings[alignment.rendering].slots.iter().zip(&alignment.fits)
        })
    }

    /// The one part of the name that is not as expected, with the words that stand where it should; all else is there.
    #[must_use]
    pub fn replaced_slot(&self) -> Option<(&Slot, std::ops::Range<usize>)> {
        let alignment = self.alignment.as_ref()?;
        let [words] = alignment.extra.as_slice() else { return self.differing_slot() };
        let mut lacking = None;
        // The words that the parts before the gap and behind it have taken.
        let (mut before, mut behind) = (0, self.words.len());
        for (slot, fit) in self.slots() {
            match fit {
                Fit::Matched { words: taken, .. } if lacking.is_none() => before = taken.end,
                Fit::Matched { words: taken, .. } => behind = behind.min(taken.start),
                Fit::Missing if slot.optional => {}
                Fit::Missing if lacking.is_none() => lacking = Some(slot),
                _ => return None,
            }
        }
        lacking.filter(|_| before == words.start && behind == words.end).map(|slot| (slot, words.clone()))
    }

    /// The one part that has likeness to what stands in its place, all other parts being there.
    fn differing_slot(&self) -> Option<(&Slot, std::ops::Range<usize>)> {
        let mut differing = self.slots().filter(|(slot, fit)| match fit {
            Fit::Matched { .. } => false,
            Fit::Missing => !slot.optional,
            Fit::Differs { .. } | Fit::Moved { .. } => true,
        });
        let (slot, fit) = differing.next()?;
        let alone = differing.next().is_none() && self.alignment.as_ref().is_some_and(|a| a.extra.is_empty());
        let Fit::Differs { words, .. } = fit else { return None };
        alone.then(|| (slot, words.clone()))
    }

    /// The English stands as some rendering allows, but for case, spaces and punctuation.
    #[must_use]
    pub fn is_as_expected(&self) -> bool {
        self.alignment.as_ref().is_some_and(Alignment::is_complete)
    }

    /// Nothing but space stands between the words of a run.
    #[must_use]
    pub fn is_only_space(&self, words: &std::ops::Range<usize>) -> bool {
        let gaps = words.clone().skip(1).map(|at| &self.en[self.words.span(at - 1).end..self.words.span(at).start]);
        gaps.into_iter().all(|gap| gap.chars().all(char::is_whitespace))
    }

    /// The word is the last, or a mark that ends a clause follows it.
    #[must_use]
    pub fn ends_clause(&self, at: usize) -> bool {
        let behind = self.en[self.words.span(at).end..].trim_start();
        at + 1 == self.words.len() || behind.starts_with([',', '.', '!', ';', '，', '！'])
    }

    /// Byte span of a run of words.
    #[must_use]
    pub fn span(&self, words: &std::ops::Range<usize>) -> Span {
        self.words.span_of(words)
    }

    /// The whole entries for this Chinese, the one that fits the sign best first.
    #[must_use]
    pub fn entries(&self) -> &[Entry<'a>] {
        let context: &'a Context = self.context;
        self.entries.get_or_init(|| context.entries(self.key(), self.kind, self.domain))
    }

    /// The Chinese as the glossary is keyed.
    #[must_use]
    pub fn key(&self) -> &str {
        self.key.get_or_init(|| zh_key(self.zh))
    }

    /// What a finding on a slot cites: the entry it comes from, or the composition rule that made it.
    #[must_use]
    pub fn citation(&self, slot: &Slot) -> Citation {
        if slot.role == Role::Entry
            && let Some(entry) = self.entries().first()
        {
            return entry.citation();
        }
        Citation { source: sources::label(slot.source).to_owned(), clause: slot.clause.to_owned() }
    }
}
