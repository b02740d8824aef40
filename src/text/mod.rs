//! Chinese and English text as the checker reads it: words with offsets back to the original, folded letters,
//! scripts and widths. It knows no rule and no dictionary.

mod characters;
mod chinese;
mod fold;
mod folded;
pub(crate) mod hash;
pub(crate) mod lines;
pub mod numbers;
mod phrases;
pub(crate) mod sieve;
mod words;

pub use characters::Characters;
pub use chinese::{
    as_simplified, digits_in, has_han, into_simplified, is_full_width, is_han, is_han_or_cjk_mark, simplified,
};
pub use fold::{behind_fold, fold, fold_into, folds_to};
pub(crate) use folded::FoldedWords;
pub(crate) use phrases::Phrases;
pub use words::{Words, edit_distance, for_each_fold, similarity};

use std::borrow::Cow;

/// How the letters of a text are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterCase {
    /// No letters at all.
    None,
    Lower,
    Upper,
    /// Anything else.
    Mixed,
}

/// How the letters of a text are written, as a whole.
#[must_use]
pub fn letter_case(text: &str) -> LetterCase {
    let lower = text.chars().any(char::is_lowercase);
    let upper = text.chars().any(char::is_uppercase);
    match (lower, upper) {
        (false, false) => LetterCase::None,
        (true, false) => LetterCase::Lower,
        (false, true) => LetterCase::Upper,
        (true, true) => LetterCase::Mixed,
    }
}

/// A rendering on one line: `//` marks a line break on the sign.
#[must_use]
pub fn one_line(text: &str) -> Cow<'_, str> {
    // Few texts hold a stroke at all.
    if memchr::memchr(b'/', text.as_bytes()).is_some() { text.replace("//", " ").into() } else { text.into() }
}

/// A rendering as one would write it into a cell that holds `like`: a line break (`//`) becomes a newline where the
/// cell has one, else a space; the full stop before it goes where the lines tell the clauses apart; a cell in capitals
/// gets capitals.
#[must_use]
pub fn in_style_of(rendering: &str, like: &str) -> String {
    Style::of(like).dress(rendering)
}

/// How a cell is set, for the renderings that may be written into it.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    joint: &'static str,
    capitals: bool,
}

impl Style {
    /// The style of a cell.
    #[must_use]
    pub fn of(like: &str) -> Self {
        let joint = if like.contains("//") {
            "//"
        } else if like.contains('\n') {
            "\n"
        } else {
            " "
        };
        let capitals = letter_case(like) == LetterCase::Upper && like.chars().filter(|c| c.is_alphabetic()).count() > 3;
        Self { joint, capitals }
    }

    /// As [`in_style_of`].
    #[must_use]
    pub fn dress<'t>(self, rendering: impl Into<Cow<'t, str>>) -> String {
        let rendering = rendering.into();
        let text: Cow<str> = if memchr::memchr(b'/', rendering.as_bytes()).is_none() {
            rendering
        } else if self.joint == " " {
            rendering.replace("//", self.joint).into()
        } else {
            rendering.replace(".//", self.joint).replace("//", self.joint).into()
        };
        if self.capitals { text.to_uppercase() } else { text.into_owned() }
    }
}
