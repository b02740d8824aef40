//! Keeping glossaries: checking them, counting them, carrying them between formats, merging what others bring.
//!
//! Works on dictionary files as people edit them; the compiled image is the business of [`crate::glossary`]. A
//! [`Table`] is what every format is read into and written from: a header and rows of cells with their lines.

pub mod check;
pub mod exchange;
pub mod merge;
pub mod stats;
mod table;

pub use crate::glossary::compile::{Fault, Row};
pub use table::Table;
