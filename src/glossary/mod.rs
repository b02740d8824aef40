//! The glossary: whole entries in layers, read in place from a compiled image.
//!
//! A [`Layer`] is one image; a [`Glossary`] is a stack of layers, the later ones winning: the standard's layer is
//! embedded in the binary, a project's own files are compiled when they are named. Use this module to look up whole
//! texts and the entries inside a text. It knows nothing of composition: names that no entry holds are the business
//! of [`crate::names`].

pub mod compile;
mod entry;
mod layer;
pub mod lookup;
pub mod sources;
mod view;

pub use entry::{Entry, Group, Status};
pub use layer::{Layer, LayerError};
pub use view::{EntryView, SourceView};

use crate::expect::Standing;
use crate::text::fold;
use std::sync::{Arc, LazyLock};

static STANDARD_IMAGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/glossary.bin"));

static STANDARD: LazyLock<Arc<Layer<'static>>> =
    LazyLock::new(|| Arc::new(Layer::read(STANDARD_IMAGE).expect("the embedded glossary image is made by build.rs")));

/// Where an entry's Chinese stands inside a text.
#[derive(Debug, Clone, Copy)]
pub struct Match<'g> {
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The first entry with this Chinese; [`Glossary::get`] gives all of them.
    pub entry: Entry<'g>,
}

/// A stack of layers. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Glossary {
    /// Winning layer first.
    layers: Vec<Arc<Layer<'static>>>,
}

impl Default for Glossary {
    fn default() -> Self {
        Self::standard()
    }
}

impl Glossary {
    /// The standard's layer alone.
    #[must_use]
    pub fn standard() -> Self {
        Self { layers: vec![Arc::clone(&STANDARD)] }
    }

    /// One layer and nothing below it (to judge a set of dictionary files by itself).
    #[must_use]
    pub fn of_layer(layer: Layer<'static>) -> Self {
        Self { layers: vec![Arc::new(layer)] }
    }

    /// Puts a layer on top: its entries hide those with the same Chinese below.
    #[must_use]
    pub fn with_layer(mut self, layer: Layer<'static>) -> Self {
        self.layers.insert(0, Arc::new(layer));
        self
    }

    /// All entries for one whole Chinese text, of the topmost layer that has any.
    #[must_use]
    pub fn get<'g>(&'g self, zh: &str) -> Vec<Entry<'g>> {
        self.holding(zh).collect()
    }

    /// As [`Self::get`], one by one.
    pub fn holding<'g>(&'g self, zh: &str) -> impl Iterator<Item = Entry<'g>> {
        self.layers.iter().find_map(|layer| layer.first(zh)).into_iter().flat_map(Entry::alike)
    }

    /// An entry for this Chinese accepts this English, letter for letter; case, spaces and marks apart.
    #[must_use]
    pub fn accepts(&self, zh: &str, en: &str) -> bool {
        let letters = fold(en);
        let entries = self.get(zh);
        let mut forms = entries.iter().flat_map(Entry::forms);
        forms.any(|(standing, text)| standing < Standing::Deprecated && fold(text) == letters)
    }

    /// The entries whose Chinese holds blanks (`___`), filled with the numbers of this text.
    ///
    /// `2号线` is looked up as `___号线`; each run of ASCII digits and letters is one blank.
    #[must_use]
    pub fn get_template<'g>(&'g self, zh: &str) -> Vec<(Entry<'g>, Vec<String>)> {
        let Some((key, blanks)) = blank_out(zh) else {
            return Vec::new();
        };
        self.get(&key).into_iter().map(|entry| (entry, blanks.clone())).collect()
    }

    /// Every entry that stands anywhere inside the text, overlaps included, each Chinese key once per place,
    /// in the order in which they end.
    pub fn matches<'g>(&'g self, zh: &str, out: &mut Vec<Match<'g>>) {
        for (depth, layer) in self.layers.iter().enumerate() {
            let from = out.len();
            layer.matches(zh, out);
            if depth > 0 {
                let hidden: Vec<(usize, usize)> = out[..from].iter().map(|m| (m.start, m.end)).collect();
                let mut at = 0;
                out.retain(|m| {
                    at += 1;
                    at <= from || !hidden.contains(&(m.start, m.end))
                });
            }
        }
    }

    /// All entries, topmost layer first.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.layers.iter().flat_map(|layer| layer.entries())
    }

    /// Number of entries in all layers.
    #[must_use]
    pub fn len(&self) -> usize {
        self.layers.iter().map(|layer| layer.len()).sum()
    }

    /// Whether no layer holds an entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Replaces each run of ASCII digits and letters by `___`; `None` where there is none.
fn blank_out(zh: &str) -> Option<(String, Vec<String>)> {
    if !zh.bytes().any(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let mut key = String::with_capacity(zh.len());
    let mut blanks: Vec<String> = Vec::new();
    let mut in_blank = false;
    for c in zh.chars() {
        let filled = c.is_ascii_alphanumeric() || (in_blank && c == '.');
        if filled {
            if !in_blank {
                blanks.push(String::new());
                key.push_str("___");
            }
            blanks.last_mut()?.push(c);
        } else {
            key.push(c);
        }
        in_blank = filled;
    }
    Some((key, blanks))
}
