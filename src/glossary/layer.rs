//! One compiled image and how it is read in place.

use super::compile::{Compiler, ENTRY_WORDS, FORMAT, Fault};
use super::{Entry, Match};
use crate::text::{FoldedWords, hash, sieve};
use daachorse::CharwiseDoubleArrayAhoCorasick;
use std::borrow::Cow;
use std::sync::OnceLock;

/// An image that cannot be read, or dictionary files that cannot be compiled.
#[derive(Debug, thiserror::Error)]
pub enum LayerError {
    #[error("the glossary image is damaged or of another version: build it again")]
    Image,
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Faults(Vec<Fault>),
    #[error("{0}")]
    Build(String),
}

/// One compiled layer of the glossary.
pub struct Layer<'i> {
    entries: Cow<'i, [u8]>,
    forms: Cow<'i, [u8]>,
    pool: Cow<'i, str>,
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    /// Little-endian slots that lead from a Chinese text to its first entry.
    slots: Cow<'i, [u8]>,
    /// What tells of most texts that they are no entry.
    sieve: Cow<'i, [u8]>,
    /// For each entry the words of its forms, once they were asked for.
    words: Box<[OnceLock<Box<FoldedWords>>]>,
}

impl std::fmt::Debug for Layer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Layer({} entries)", self.entries.len() / (ENTRY_WORDS * 4))
    }
}

impl<'i> Layer<'i> {
    /// Reads an image in place; only the automaton is decoded.
    ///
    /// # Errors
    /// [`LayerError::Image`] where the bytes are no image of this version.
    pub fn read(image: &'i [u8]) -> Result<Self, LayerError> {
        let [entries, forms, pool, automaton, slots, sieve] = parts(image).ok_or(LayerError::Image)?;
        let pool = simdutf8::basic::from_utf8(pool).map_err(|_| LayerError::Image)?;
        let automaton = if automaton.is_empty() {
            None
        } else {
            Some(CharwiseDoubleArrayAhoCorasick::deserialize(automaton).map_err(|_| LayerError::Image)?.0)
        };
        let count = entries.len() / (ENTRY_WORDS * 4);
        Ok(Self {
            entries: entries.into(),
            forms: forms.into(),
            pool: pool.into(),
            automaton,
            slots: slots.into(),
            sieve: sieve.into(),
            words: std::iter::repeat_with(OnceLock::new).take(count).collect(),
        })
    }
}

impl Layer<'static> {
    /// Compiles dictionary files given as (path, text).
    ///
    /// # Errors
    /// [`LayerError::Faults`] names file, line and remedy of everything that is wrong.
    pub fn compile<'f, I: IntoIterator<Item = (&'f str, &'f str)>>(files: I) -> Result<Self, LayerError> {
        Self::of_groups(files.into_iter().map(|(path, text)| (path, "project", text)))
    }

    /// As [`Self::compile`], each file with the folder it belongs to: (path, group, text).
    ///
    /// # Errors
    /// As [`Self::compile`].
    pub fn of_groups<'f, I: IntoIterator<Item = (&'f str, &'f str, &'f str)>>(files: I) -> Result<Self, LayerError> {
        let mut compiler = Compiler::new();
        for (path, group, text) in files {
            compiler.add_file(path, group, text);
        }
        Self::finish(compiler)
    }

    /// Compiles rows that another format's reader has cut into cells.
    ///
    /// # Errors
    /// As [`Self::compile`].
    pub fn of_rows(path: &str, header: &[String], rows: &[(u64, Vec<String>)]) -> Result<Self, LayerError> {
        let mut compiler = Compiler::new();
        compiler.add_rows(path, "project", header, rows);
        Self::finish(compiler)
    }

    fn finish(compiler: Compiler) -> Result<Self, LayerError> {
        if !compiler.faults().is_empty() {
            return Err(LayerError::Faults(compiler.faults().to_vec()));
        }
        let image = compiler.image().map_err(LayerError::Build)?;
        let layer = Layer::read(&image)?;
        Ok(Self {
            entries: layer.entries.into_owned().into(),
            forms: layer.forms.into_owned().into(),
            pool: layer.pool.into_owned().into(),
            automaton: layer.automaton,
            slots: layer.slots.into_owned().into(),
            sieve: layer.sieve.into_owned().into(),
            words: layer.words,
        })
    }

    /// The first entry with this whole Chinese text.
    pub(super) fn first(&self, zh: &str) -> Option<Entry<'_>> {
        if !sieve::may_hold(|at| read_word(&self.sieve, at), zh) {
            return None;
        }
        hash::find_in_bytes(&self.slots, zh, |at| self.entry(at).zh() == zh).map(|at| self.entry(at))
    }

    /// Every key that stands inside the text.
    pub(super) fn matches<'g>(&'g self, zh: &str, out: &mut Vec<Match<'g>>) {
        let Some(automaton) = &self.automaton else {
            return;
        };
        for found in automaton.find_overlapping_iter(zh) {
            out.push(Match { start: found.start(), end: found.end(), entry: self.entry(found.value() as usize) });
        }
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        (0..self.len()).map(|i| self.entry(i))
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len() / (ENTRY_WORDS * 4)
    }

    pub(super) fn entry(&self, index: usize) -> Entry<'_> {
        Entry { layer: self, index: u32::try_from(index).unwrap_or(0) }
    }

    pub(super) fn entry_word(&self, at: usize) -> u32 {
        read_word(&self.entries, at)
    }

    pub(super) fn form_word(&self, at: usize) -> u32 {
        read_word(&self.forms, at)
    }

    /// The folded words of an entry's forms, made by `fold` when they are first asked for.
    pub(super) fn words(&self, index: u32, fold: impl FnOnce() -> FoldedWords) -> &FoldedWords {
        self.words[index as usize].get_or_init(|| Box::new(fold()))
    }

    /// A string of the pool by place and length; empty where the image is inconsistent.
    pub(super) fn text(&self, at: u32, len: u32) -> &str {
        self.pool.get(at as usize..at as usize + len as usize).unwrap_or("")
    }

    /// A string of the pool that carries its length in front.
    pub(super) fn sized_text(&self, at: u32) -> &str {
        let at = at as usize;
        let len = self.pool.get(at..at + 4).and_then(|hex| usize::from_str_radix(hex, 16).ok()).unwrap_or(0);
        self.pool.get(at + 4..at + 4 + len).unwrap_or("")
    }
}

/// Parts of an image, and the bytes that tell its version and their lengths.
const PARTS: usize = 6;
const HEADER: usize = 4 * (1 + PARTS);

fn read_word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at * 4..at * 4 + 4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

/// The parts of an image, or `None` where lengths or version do not fit.
fn parts(image: &[u8]) -> Option<[&[u8]; PARTS]> {
    if image.len() < HEADER || read_word(image, 0) != FORMAT {
        return None;
    }
    let mut at = HEADER;
    let mut out: [&[u8]; PARTS] = [&[]; PARTS];
    for (i, part) in out.iter_mut().enumerate() {
        let len = read_word(image, i + 1) as usize;
        *part = image.get(at..at.checked_add(len)?)?;
        at = at.checked_add(len)?.checked_next_multiple_of(4)?;
    }
    Some(out)
}
