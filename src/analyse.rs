//! Everything that rules read of one distinct sign text, worked out once.

use crate::align::{Alignment, Fit, align};
use crate::expect::{Expectation, Form, Origin, Rendering, Role, Slot, Standing};
use crate::glossary::{Entry, Glossary, Match, Status, sources};
use crate::config::Profile;
use crate::finding::Citation;
use crate::sign::{Domain, Kind, Span};
use crate::text::{Words, in_style_of};
use std::cell::OnceCell;

/// What a check works with: the glossary's layers and the profile. Shared by all threads.
#[derive(Debug, Clone)]
pub struct Context {
    pub glossary: Glossary,
    pub profile: Profile,
    /// Leave whole-name entries out when expecting (`suggest --no-names`).
    pub without_names: bool,
}

impl Context {
    /// The standard's glossary and the default profile.
    #[must_use]
    pub fn standard() -> Self {
        Self { glossary: Glossary::standard(), profile: Profile::default(), without_names: false }
    }

    /// What the standards allow for one Chinese text, or `None` where nothing is known of it.
    #[must_use]
    pub fn expect(&self, zh: &str, kind: Option<Kind>, domain: Option<Domain>) -> Option<Expectation> {
        let key = zh_key(zh);
        self.expect_entry(&key, kind, domain)
    }

    /// The entries for a whole text, the one that fits the sign best first.
    #[must_use]
    pub fn entries(&self, zh: &str, kind: Option<Kind>, domain: Option<Domain>) -> Vec<Entry<'_>> {
        let mut entries = self.glossary.get(zh);
        if self.without_names {
            entries.retain(|e| !e.is_proper_name());
        }
        entries.sort_by_key(|e| {
            let fits_domain = domain.is_some() && e.domain() == domain;
            let fits_kind = match kind {
                Some(Kind::StationSign) => e.kind() == "station",
                Some(Kind::Menu) => e.kind() == "dish",
                _ => e.kind() != "station",
            };
            (!fits_kind, !fits_domain, e.status() == Status::Unverified)
        });
        entries
    }

    fn expect_entry(&self, zh: &str, kind: Option<Kind>, domain: Option<Domain>) -> Option<Expectation> {
        let entries = self.entries(zh, kind, domain);
        let mut forms: Vec<Form> = Vec::new();
        let mut unverified = !entries.is_empty();
        for (rank, entry) in entries.iter().enumerate() {
            unverified &= entry.status() == Status::Unverified;
            for (standing, text) in entry.forms() {
                add_form(&mut forms, entry, text.to_owned(), if rank == 0 { standing } else { standing.max(Standing::Allowed) });
            }
        }
        if forms.is_empty() {
            for (entry, blanks) in self.glossary.get_template(zh) {
                unverified = entry.status() == Status::Unverified;
                for (standing, text) in entry.forms() {
                    if let Some(filled) = fill(text, &blanks) {
                        add_form(&mut forms, &entry, filled, standing);
                    }
                }
            }
        }
        forms.sort_by_key(|f| f.standing);
        let first = forms.first()?;
        let slot = Slot {
            zh: 0..zh.len(),
            role: Role::Entry,
            optional: false,
            romanised: false,
            joint: " ",
            source: sources::source(&first.source).map_or("", |s| s.id),
            clause: "",
            forms,
        };
        Some(Expectation {
            origin: Origin::Glossary,
            renderings: vec![Rendering { slots: vec![slot], standing: Standing::Preferred }],
            confidence: if unverified { 0.6 } else { 0.98 },
        })
    }
}

fn add_form(forms: &mut Vec<Form>, entry: &Entry, text: String, standing: Standing) {
    match forms.iter_mut().find(|f| f.text == text) {
        Some(known) => known.standing = known.standing.min(standing),
        None => {
            let source = entry.source_ids().next().unwrap_or("").to_owned();
            forms.push(Form { text, standing, source });
        }
    }
}

/// Puts the numbers of a text into the blanks of a form; `None` where the counts differ.
fn fill(form: &str, blanks: &[String]) -> Option<String> {
    let mut parts = form.split("___");
    let mut out = parts.next()?.to_owned();
    let mut blanks = blanks.iter();
    for part in parts {
        out.push_str(blanks.next()?);
        out.push_str(part);
    }
    blanks.next().is_none().then_some(out)
}

/// The Chinese as the glossary is keyed: no white space, no quotes around, no closing stop, ASCII digits and letters.
#[must_use]
pub fn zh_key(zh: &str) -> String {
    let mut key: String = zh
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{feff}'))
        .map(|c| match u32::from(c) {
            code @ (0xFF10..=0xFF19 | 0xFF21..=0xFF3A | 0xFF41..=0xFF5A) => char::from_u32(code - 0xFEE0).unwrap_or(c),
            _ => c,
        })
        .collect();
    while key.ends_with(['。', '！', '!', '.', '，', '；']) {
        key.pop();
    }
    key
}

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
    matches: OnceCell<Vec<Match<'a>>>,
}

impl<'a> Analysed<'a> {
    /// Works out what the rules read.
    #[must_use]
    pub fn new(context: &'a Context, zh: &'a str, en: &'a str, kind: Option<Kind>, domain: Option<Domain>) -> Self {
        let words = Words::of(en);
        let expectation = context.expect(zh, kind, domain);
        let alignment = match &expectation {
            Some(expectation) if !words.is_empty() => Some(align(expectation, &words)),
            _ => None,
        };
        Self { context, zh, en, kind, domain, words, expectation, alignment, matches: OnceCell::new() }
    }

    /// Every glossary entry that stands anywhere inside the Chinese, overlaps included.
    pub fn matches(&self) -> &[Match<'a>] {
        self.matches.get_or_init(|| {
            let mut out = Vec::new();
            self.context.glossary.matches(self.zh, &mut out);
            out
        })
    }

    /// What the standard would write, in the style of the cell (line breaks, capitals).
    #[must_use]
    pub fn preferred(&self) -> Option<String> {
        self.expectation.as_ref().map(|e| in_style_of(&e.preferred(), self.en))
    }

    /// The slots of the rendering that fits best, each with its fit.
    pub fn slots(&self) -> impl Iterator<Item = (&Slot, &Fit)> {
        let pair = self.expectation.as_ref().zip(self.alignment.as_ref());
        pair.into_iter().flat_map(|(expectation, alignment)| {
            expectation.renderings[alignment.rendering].slots.iter().zip(&alignment.fits)
        })
    }

    /// The English stands as some rendering allows, but for case, spaces and punctuation.
    #[must_use]
    pub fn is_as_expected(&self) -> bool {
        self.alignment.as_ref().is_some_and(Alignment::is_complete)
    }

    /// Byte span of a run of words.
    #[must_use]
    pub fn span(&self, words: &std::ops::Range<usize>) -> Span {
        self.words.span_of(words)
    }

    /// The whole entries for this Chinese, the one that fits the sign best first.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry<'a>> {
        let context: &'a Context = self.context;
        context.entries(&zh_key(self.zh), self.kind, self.domain)
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
