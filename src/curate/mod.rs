//! Keeping glossaries: checking them, counting them, carrying them between formats, merging what others bring.
//!
//! Works on dictionary files as people edit them; the compiled image is the business of [`crate::glossary`]. A
//! [`Table`] is what every format is read into and written from: a header and rows of cells with their lines.

pub mod check;
pub mod exchange;
pub mod merge;
mod own;
pub mod stats;
mod table;

pub use crate::glossary::compile::{Fault, Row};
pub use own::layer;
pub use table::Table;

use crate::finding::Lang;

/// A fault of a glossary with its place, in the user's language.
#[must_use]
pub fn worded(fault: &Fault, lang: Lang) -> String {
    let text = match lang {
        Lang::En => &fault.en,
        Lang::Zh => &fault.zh,
    };
    if fault.line == 0 { format!("{}: {text}", fault.file) } else { format!("{}:{}: {text}", fault.file, fault.line) }
}

/// Several faults, a line each.
#[must_use]
pub fn all_worded(faults: &[Fault], lang: Lang) -> String {
    faults.iter().map(|f| worded(f, lang)).collect::<Vec<_>>().join("\n")
}
