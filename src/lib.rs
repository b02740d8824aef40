//! signlint checks Beijing's Chinese-English public signs against the standards: expect, then align.

pub mod align;
pub mod analyse;
pub mod config;
pub mod curate;
pub mod diff;
pub mod engine;
pub mod english;
pub mod environment;
pub mod expect;
pub mod finding;
pub mod fix;
pub mod format;
pub mod glossary;
pub mod mend;
pub mod names;
pub mod notices;
pub mod pinyin;
pub mod place;
pub mod read;
pub mod report;
pub mod rules;
pub mod senses;
#[cfg(feature = "serve")]
pub mod serve;
pub mod sign;
pub mod suggest;
pub mod text;
pub mod whole;
pub mod wording;
mod workbook;
pub mod write;

// `build.rs` compiles the same images with the same code and has `hash` at its root.
pub(crate) use text::hash;
