//! One whole entry, read in place from its layer's image.

use super::compile::{ENTRY_WORDS, FORM_WORDS};
use super::layer::Layer;
use super::sources;
use crate::expect::Standing;
use crate::finding::{Citation, Lang};
use crate::sign::Domain;
use crate::text::FoldedWords;

/// Which folder of the dictionaries an entry comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// A whole proper name.
    Names,
    /// An institution or a post.
    Institutions,
    /// A word or phrase that is not a proper name.
    Terms,
    /// A whole notice.
    Notices,
    /// A project's own file.
    Project,
}

impl Group {
    /// The folder's name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Institutions => "institutions",
            Self::Terms => "terms",
            Self::Notices => "notices",
            Self::Project => "project",
        }
    }
}

/// How sure an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    Official,
    SemiOfficial,
    /// Never raises an error.
    Unverified,
}

impl Status {
    /// The name used in the dictionaries.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        super::compile::STATUSES[self as usize]
    }

    /// The name for a reader of this language.
    #[must_use]
    pub fn name_in(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::En, status) => status.as_str(),
            (Lang::Zh, Self::Official) => "官方",
            (Lang::Zh, Self::SemiOfficial) => "半官方",
            (Lang::Zh, Self::Unverified) => "未核实",
        }
    }
}

/// A view of one entry. Copying it copies two words.
#[derive(Clone, Copy)]
pub struct Entry<'g> {
    pub(super) layer: &'g Layer<'static>,
    pub(super) index: u32,
}

impl std::fmt::Debug for Entry<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Entry({} = {})", self.zh(), self.preferred())
    }
}

impl PartialEq for Entry<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.layer, other.layer) && self.index == other.index
    }
}

impl<'g> Entry<'g> {
    fn word(&self, at: usize) -> u32 {
        self.layer.entry_word(self.index as usize * ENTRY_WORDS + at)
    }

    /// The Chinese text.
    #[must_use]
    pub fn zh(&self) -> &'g str {
        self.layer.text(self.word(0), self.word(1))
    }

    /// This entry and those behind it with the same Chinese.
    pub(super) fn alike(self) -> impl Iterator<Item = Self> {
        let zh = self.zh();
        let rest = (self.index as usize + 1..self.layer.len()).map(move |at| self.layer.entry(at));
        std::iter::once(self).chain(rest.take_while(move |entry| entry.zh() == zh))
    }

    /// Every form with its standing, the preferred one first.
    pub fn forms(&self) -> impl Iterator<Item = (Standing, &'g str)> + use<'g> {
        let (layer, first, count) = (self.layer, self.word(2), self.word(3));
        (first..first + count).map(move |form| {
            let at = form as usize * FORM_WORDS;
            let standing = match layer.form_word(at + 2) {
                0 => Standing::Preferred,
                1 => Standing::Allowed,
                2 => Standing::Abbreviated,
                3 => Standing::Deprecated,
                _ => Standing::Banned,
            };
            (standing, layer.text(layer.form_word(at), layer.form_word(at + 1)))
        })
    }

    /// The forms that stand better than this: before `Deprecated` those that are current, before `Banned` all that were.
    pub fn forms_before(&self, standing: Standing) -> impl Iterator<Item = &'g str> + use<'g> {
        self.forms().filter(move |(own, _)| *own < standing).map(|(_, text)| text)
    }

    /// The folded words of the forms that no source calls wrong, in their order: the same entries stand in sign after sign.
    pub(crate) fn words(&self) -> &'g FoldedWords {
        self.layer.words(self.index, || FoldedWords::of(self.forms_before(Standing::Banned)))
    }

    /// The rendering the standard would write; `//` marks a line break.
    #[must_use]
    pub fn preferred(&self) -> &'g str {
        self.forms().next().map_or("", |(_, text)| text)
    }

    /// The field of life, where the dictionary names a known one.
    #[must_use]
    pub fn domain(&self) -> Option<Domain> {
        Domain::parse(self.domain_name())
    }

    /// The `domain` column as written.
    #[must_use]
    pub fn domain_name(&self) -> &'g str {
        self.layer.sized_text(self.word(4))
    }

    /// The `kind` column: what it is (`station`, `facility`, `prohibition`, …).
    #[must_use]
    pub fn kind(&self) -> &'g str {
        self.layer.sized_text(self.word(5))
    }

    /// Source ids; the first gave the preferred form.
    pub fn source_ids(&self) -> impl Iterator<Item = &'g str> + use<'g> {
        self.layer.sized_text(self.word(6)).split(" | ").map(str::trim).filter(|id| !id.is_empty())
    }

    /// Clause or annex as read; may be empty.
    #[must_use]
    pub fn clause(&self) -> &'g str {
        self.layer.sized_text(self.word(7))
    }

    /// How sure the entry is.
    #[must_use]
    pub fn status(&self) -> Status {
        match self.word(8) {
            0 => Status::Official,
            1 => Status::SemiOfficial,
            _ => Status::Unverified,
        }
    }

    /// The reviewer's note; may be empty.
    #[must_use]
    pub fn note(&self) -> &'g str {
        self.layer.sized_text(self.word(9))
    }

    /// Which folder of the dictionaries it comes from.
    #[must_use]
    pub fn group(&self) -> Group {
        match self.layer.sized_text(self.word(10)) {
            "names" => Group::Names,
            "institutions" => Group::Institutions,
            "terms" => Group::Terms,
            "notices" => Group::Notices,
            _ => Group::Project,
        }
    }

    /// Whether it is a whole proper name (`suggest --no-names` leaves such entries out).
    #[must_use]
    pub fn is_proper_name(&self) -> bool {
        match self.group() {
            Group::Names => true,
            Group::Institutions => !matches!(self.kind(), "post-title" | "office"),
            Group::Terms | Group::Notices | Group::Project => false,
        }
    }

    /// What a finding cites.
    #[must_use]
    pub fn citation(&self) -> Citation {
        let source = self.source_ids().next().map_or("", sources::label);
        Citation { source: source.to_owned(), clause: self.clause().to_owned() }
    }
}
