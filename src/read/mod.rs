//! Reads inventories: CSV and TSV from files, folders and standard input.
//!
//! Encoding, delimiter and columns are recognised or told. Every sign keeps its file, physical line, record number and
//! byte span. A fault of one row is told and stepped over; only a file that yields nothing is an error.

mod encoding;
mod error;
mod header;
mod split;
mod table;
#[cfg(test)]
mod tests;

pub use error::ReadError;
pub use header::ColumnSpec;
pub(crate) use split::record_ends;

use crate::sign::Table;
use std::io::Read as _;
use std::path::Path;

/// What is told instead of recognised.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// Name of the encoding (`gb18030`, …).
    pub encoding: Option<String>,
    /// The byte between cells.
    pub delimiter: Option<u8>,
    pub columns: Option<ColumnSpec>,
    /// A table without an English column is an error.
    pub need_english: bool,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self { encoding: None, delimiter: None, columns: None, need_english: true }
    }
}

/// The text of a file in whichever encoding it is.
///
/// # Errors
/// Bytes that are no text.
pub fn decode_text(path: &str, bytes: Vec<u8>) -> Result<String, ReadError> {
    encoding::decode(path, bytes, None).map(|decoded| decoded.text)
}

/// Reads a file, every table in a folder (git-ignored files left out), or standard input (`-`).
///
/// # Errors
/// A path that cannot be read, or a file that is no table of signs. Of a folder the first such file is told.
pub fn read_path(path: &str, options: &ReadOptions) -> Result<Vec<Table>, ReadError> {
    let mut tables = Vec::new();
    for file in files(path)? {
        tables.extend(read_bytes(&file, bytes_of(&file)?, options)?);
    }
    Ok(tables)
}

/// The files that a path means: itself, or every table in a folder.
///
/// # Errors
/// A folder without tables.
pub fn files(path: &str) -> Result<Vec<String>, ReadError> {
    if !Path::new(path).is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let files = tables_in(path);
    if files.is_empty() { Err(ReadError::NoFiles { path: path.to_owned() }) } else { Ok(files) }
}

/// The bytes of a file or of standard input (`-`).
///
/// # Errors
/// A path that cannot be read.
pub fn bytes_of(path: &str) -> Result<Vec<u8>, ReadError> {
    let io = |source| ReadError::Io { path: path.to_owned(), source };
    if path != "-" {
        return std::fs::read(path).map_err(io);
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(io)?;
    Ok(bytes)
}

/// Reads the bytes of one file; `name` stands for it in messages and findings.
///
/// # Errors
/// Bytes that are no table of signs.
pub fn read_bytes(name: &str, bytes: Vec<u8>, options: &ReadOptions) -> Result<Vec<Table>, ReadError> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(ReadError::TooLarge { path: name.to_owned() });
    }
    let decoded = encoding::decode(name, bytes, options.encoding.as_deref())?;
    if decoded.text.trim().is_empty() {
        return Err(ReadError::Empty { path: name.to_owned() });
    }
    if u32::try_from(decoded.text.len()).is_err() {
        return Err(ReadError::TooLarge { path: name.to_owned() });
    }
    table::read(name, decoded, options).map(|table| vec![table])
}

/// The tables of a folder, in the order of their names.
fn tables_in(folder: &str) -> Vec<String> {
    let mut files: Vec<String> = ignore::WalkBuilder::new(folder)
        .require_git(false)
        .build()
        .filter_map(Result::ok)
        .map(ignore::DirEntry::into_path)
        .filter(|p| {
            p.is_file() && p.extension().is_some_and(|e| e.eq_ignore_ascii_case("csv") || e.eq_ignore_ascii_case("tsv"))
        })
        .map(|p| p.to_string_lossy().into_owned())
        .collect();
    files.sort();
    files
}
