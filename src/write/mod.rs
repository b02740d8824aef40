//! Writes changed cells back into the file they were read from. All other bytes stay as they were: quoting, delimiter,
//! encoding, byte-order mark, line ends.

mod cells;
mod columns;

pub use cells::{Change, WriteError, rewrite};
pub use columns::append;
