//! What English the standards allow for one Chinese text.
//!
//! An [`Expectation`] is a small lattice: a few [`Rendering`]s (one English order each), every one a sequence of
//! [`Slot`]s, every slot with its acceptable [`Form`]s. It comes from a whole entry of the glossary, from the name
//! grammar, or from a notice pattern. Unknown text has no expectation, and saying nothing is then the right answer.

use crate::diff::is_light;
use crate::english::English;
use crate::finding::Lang;
use crate::sign::Span;
use crate::text::Words;
use crate::wording::{NEGATIVE, SIGNAL};
use smol_str::SmolStr;

/// What a slot stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A whole entry of the glossary.
    Entry,
    /// An administrative region (Beijing, Dongcheng District).
    Region,
    /// The specific name, romanised or established.
    Specific,
    /// A describing word that is translated (Municipal, Children's, First Affiliated).
    Attribute,
    /// The generic name (Road, Hospital, Bridge).
    Generic,
    /// East, South, Inner, Middle …
    Direction,
    /// A number that counts or orders.
    Ordinal,
    /// The head of an institution (Bureau of Commerce).
    Institution,
    /// No, Do Not, Please, CAUTION …
    NoticeVerb,
    /// What a notice forbids, warns of or asks for.
    Object,
    /// Of, and, the, commas.
    Connector,
}

impl Role {
    /// The name used in output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Region => "region",
            Self::Specific => "specific",
            Self::Attribute => "attribute",
            Self::Generic => "generic",
            Self::Direction => "direction",
            Self::Ordinal => "ordinal",
            Self::Institution => "institution",
            Self::NoticeVerb => "notice",
            Self::Object => "object",
            Self::Connector => "connector",
        }
    }
}

/// How a form stands with the standards. Better first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    Preferred,
    Allowed,
    /// Short form, allowed where space is short.
    Abbreviated,
    /// Older official form.
    Deprecated,
    /// Attested as wrong.
    Banned,
}

impl Standing {
    /// The word before a form that stands beside the preferred one.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Preferred | Self::Allowed, Lang::En) => "also",
            (Self::Preferred | Self::Allowed, Lang::Zh) => "亦可",
            (Self::Abbreviated, Lang::En) => "short",
            (Self::Abbreviated, Lang::Zh) => "缩写",
            (Self::Deprecated, Lang::En) => "old",
            (Self::Deprecated, Lang::Zh) => "旧译",
            (Self::Banned, Lang::En) => "wrong",
            (Self::Banned, Lang::Zh) => "误译",
        }
    }
}

/// One way to write a slot.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Copied with every order of a name that it stands in, so of a kind that is cheap to copy.
    pub text: SmolStr,
    pub standing: Standing,
    /// Source id of `sources.toml`; empty for composed forms (the slot's source then holds).
    pub source: SmolStr,
}

impl Form {
    /// A form without a source of its own.
    #[must_use]
    pub fn new(text: impl Into<SmolStr>, standing: Standing) -> Self {
        Self { text: text.into(), standing, source: SmolStr::default() }
    }
}

/// One part of the English, with the Chinese it renders.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// Byte range of the Chinese text; empty for words that English adds.
    pub zh: Span,
    pub role: Role,
    /// Best first; never empty.
    pub forms: Vec<Form>,
    /// May be left out of the English.
    pub optional: bool,
    /// The forms are pinyin made by the romaniser: only then may spelling be judged syllable by syllable.
    pub romanised: bool,
    /// What stands between the previous slot and this one: usually a space.
    pub joint: &'static str,
    /// Source id and clause of the rule that made the slot.
    pub source: &'static str,
    pub clause: &'static str,
}

impl Slot {
    /// The form the standard would write.
    #[must_use]
    pub fn preferred(&self) -> &str {
        &self.forms[0].text
    }

    /// The abbreviation where there is one, else the preferred form.
    #[must_use]
    pub fn short(&self) -> &str {
        let short = self.forms.iter().find(|f| f.standing == Standing::Abbreviated);
        short.map_or(self.preferred(), |form| &form.text)
    }
}

/// One English order of the slots.
#[derive(Debug, Clone, PartialEq)]
pub struct Rendering {
    pub slots: Vec<Slot>,
    pub standing: Standing,
}

impl Rendering {
    /// The preferred forms, joined.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::with_capacity(self.parts(Slot::preferred).map(str::len).sum());
        self.write_text(&mut out);
        out
    }

    /// As [`Self::text`], behind what is in `out`.
    pub(crate) fn write_text(&self, out: &mut String) {
        self.write(out, Slot::preferred);
    }

    /// The preferred forms, those that may be abbreviated in their abbreviations (Baiyun Rd).
    #[must_use]
    pub fn abbreviated(&self) -> String {
        let mut out = String::new();
        self.write_abbreviated(&mut out);
        out
    }

    /// Whether [`Self::abbreviated`] is another text than [`Self::text`].
    #[must_use]
    pub fn may_be_abbreviated(&self) -> bool {
        let short = |slot: &Slot| slot.forms.iter().any(|f| f.standing == Standing::Abbreviated);
        self.slots.iter().any(short)
    }

    /// As [`Self::abbreviated`], behind what is in `out`.
    pub(crate) fn write_abbreviated(&self, out: &mut String) {
        self.write(out, Slot::short);
    }

    /// The preferred forms, but this one for the slot at `at`.
    pub(crate) fn write_with_form(&self, at: usize, text: &str, out: &mut String) {
        let changed = &self.slots[at];
        self.write(out, |slot| if std::ptr::eq(slot, changed) { text } else { slot.preferred() });
    }

    fn write<'s>(&'s self, out: &mut String, form: impl Fn(&'s Slot) -> &'s str) {
        self.parts(form).for_each(|part| out.push_str(part));
    }

    /// What stands one behind the other: these forms of the slots and what joins them.
    pub(crate) fn parts<'s>(&'s self, form: impl Fn(&'s Slot) -> &'s str) -> impl Iterator<Item = &'s str> {
        let written = self.slots.iter().filter(|slot| !slot.preferred().is_empty()).enumerate();
        written.flat_map(move |(at, slot)| [if at > 0 { slot.joint } else { "" }, form(slot)])
    }
}

/// Where an expectation comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A whole entry of the glossary.
    Glossary,
    /// Composed by the name grammar from parts with sources.
    Composed,
    /// A notice pattern.
    Notice,
    /// Plain romanisation: nothing in the text is known but its characters.
    Romanised,
}

/// Everything that may be written for one Chinese text.
#[derive(Debug, Clone, PartialEq)]
pub struct Expectation {
    pub origin: Origin,
    /// Best first; never empty.
    pub renderings: Vec<Rendering>,
    /// 0 to 1: how likely the preferred rendering is what the standard or the owner writes.
    pub confidence: f32,
}

impl Expectation {
    /// Whether a text is, to the letter, the preferred rendering; its optional parts may be left out.
    #[must_use]
    pub fn writes(&self, text: &str) -> bool {
        spells(&self.renderings[0].slots, text, true)
    }

    /// What the standard would write.
    #[must_use]
    pub fn preferred(&self) -> String {
        self.renderings[0].text()
    }

    /// The rendering with these folded letters: what was written, in the form of the standard.
    #[must_use]
    pub fn with_letters(&self, letters: &str) -> Option<String> {
        self.renderings.iter().map(Rendering::text).find(|text| crate::text::fold(text) == letters)
    }

    /// Some form of a whole text is exactly this.
    #[must_use]
    pub fn allows(&self, text: &str) -> bool {
        let current = |f: &Form| f.standing <= Standing::Allowed && f.text == text;
        self.renderings.iter().any(|r| r.slots.len() == 1 && r.slots[0].forms.iter().any(current))
    }

    /// Of the current forms of a whole text, the one that keeps most of a sign's words of meaning and its Please;
    /// `None` where the preferred form keeps as many, or the text is composed of several slots.
    ///
    /// A form that keeps few of them is no nearer than another: what a wrong sign says must not choose its correction.
    #[must_use]
    pub fn nearest(&self, words: &Words) -> Option<String> {
        let [Rendering { slots, .. }] = self.renderings.as_slice() else { return None };
        let [slot] = slots.as_slice() else { return None };
        let english = English::standard();
        // A signal word is the standard's own form: no other is nearer.
        if SIGNAL.contains(&Words::of(slot.preferred()).folds().next()?) {
            return None;
        }
        let own: Vec<&str> = words.folds().filter(|w| !is_light(english, w) && !NEGATIVE.contains(w)).collect();
        let asks = |words: &Words| words.folds().any(|w| w == "please");
        let kept = |text: &str| {
            let form = Words::of(text);
            let kept = own.iter().filter(|w| form.folds().any(|f| english.is_inflected(f, w))).count();
            let exact = own.iter().filter(|w| form.folds().any(|f| f == **w)).count();
            (if kept * 2 > own.len() { (kept, exact) } else { (0, 0) }, asks(&form) == asks(words))
        };
        let preferred = kept(slot.preferred());
        let current = slot.forms.iter().filter(|f| f.standing <= Standing::Allowed);
        let (best, form) = current.map(|f| (kept(&f.text), f)).rev().max_by_key(|(kept, _)| *kept)?;
        (best > preferred).then(|| form.text.to_string())
    }
}

/// Whether the preferred forms of these slots, joined, are this text; `first` where none stands before them.
fn spells(slots: &[Slot], text: &str, first: bool) -> bool {
    let Some((slot, rest)) = slots.split_first() else { return text.is_empty() };
    // A part may be left out, or have no English of its own.
    if (slot.optional || slot.preferred().is_empty()) && spells(rest, text, first) {
        return true;
    }
    let here = if first { Some(text) } else { text.strip_prefix(slot.joint) };
    let left = here.and_then(|here| here.strip_prefix(slot.preferred()));
    left.is_some_and(|left| spells(rest, left, false))
}
