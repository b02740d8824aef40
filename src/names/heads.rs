//! The generics that were found to end parts of one text.
//!
//! Every shape of name asks which generic the whole ends with, and many what a part of it ends with.

use super::lexicon::Word;
use std::cell::RefCell;

/// What was found, by the place of the part in memory; one for each text, which outlives it.
#[derive(Default)]
pub(crate) struct Heads(RefCell<Vec<Head>>);

struct Head {
    start: usize,
    len: usize,
    word: Option<&'static Word>,
}

impl Heads {
    /// What was found for this part of the text, else what is found now.
    pub(super) fn of(&self, part: &str, find: impl FnOnce() -> Option<&'static Word>) -> Option<&'static Word> {
        let (start, len) = (part.as_ptr().addr(), part.len());
        let known = self.0.borrow().iter().find(|head| (head.start, head.len) == (start, len)).map(|head| head.word);
        known.unwrap_or_else(|| {
            let word = find();
            self.0.borrow_mut().push(Head { start, len, word });
            word
        })
    }
}
