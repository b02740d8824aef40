//! Reads inventories: one file of this folder for each format, from files, folders and standard input.
//!
//! Format, encoding, delimiter and columns are recognised or told. Every sign keeps its file, its place there (physical
//! line, bytes, cell of a sheet, path of keys) and its record number. A fault of one row is told and stepped over; only
//! a file that yields nothing is an error.

mod apart;
mod archive;
mod builder;
mod catalogue;
mod cells;
mod delimited;
mod encoding;
mod error;
mod grid;
mod header;
mod json;
mod keyed;
mod language;
mod markup;
mod ods;
mod osm;
mod pairs;
#[cfg(feature = "parquet")]
mod parquet;
mod po;
mod shape;
mod sources;
mod split;
#[cfg(test)]
mod tests;
mod tmx;
mod tree;
mod workbook;
mod xliff;
mod xml;
mod yaml;

pub use apart::THREAD as PARSER_THREAD;
pub use error::{ReadError, io_en, io_zh};
pub use header::ColumnSpec;
pub use sources::{Source, sources};
pub(crate) use split::record_ends;
pub(crate) use workbook::texts as sheet_texts;

use crate::format::Format;
use crate::sign::Table;
use builder::{Builder, Leaf, Row, Stand};
use encoding::Decoded;
use error::Syntax;
use grid::Found;
use pairs::Asked;
use std::io::Read as _;
use tree::Node;

/// What is told instead of recognised.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// The format of the files.
    pub format: Option<Format>,
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
        Self { format: None, encoding: None, delimiter: None, columns: None, need_english: true }
    }
}

/// The text of a file in whichever encoding it is.
///
/// # Errors
/// Bytes that are no text.
pub fn decode_text(path: &str, bytes: Vec<u8>) -> Result<String, ReadError> {
    encoding::decode(path, bytes, None).map(|decoded| decoded.text)
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

/// Reads one source whose bytes (of the English file, of two) are given. A file met in a folder that holds no signs
/// yields nothing: `package.json` is no fault, a CSV without a pair is.
///
/// # Errors
/// A file that cannot be read, or, named by the user, holds no signs.
pub fn read_source(source: &Source, bytes: Vec<u8>, options: &ReadOptions) -> Result<Vec<Table>, ReadError> {
    let format = options.format.unwrap_or_else(|| Format::of(&source.path, &bytes));
    let read = match &source.partner {
        Some(zh) if format.may_be_parallel() => two(&source.path, zh, bytes, format, options),
        Some(zh) => read_bytes(&source.path, bytes, options).and_then(|mut tables| {
            tables.extend(read_bytes(zh, bytes_of(zh)?, options)?);
            Ok(tables)
        }),
        None => read_bytes(&source.path, bytes, options),
    };
    match read {
        Err(error) if !source.is_named && !format.is_inventory() && !matches!(error, ReadError::Io { .. }) => {
            Ok(Vec::new())
        }
        read => read,
    }
}

/// Reads the bytes of one file; `name` stands for it in messages and findings.
///
/// # Errors
/// Bytes that are no table of signs.
pub fn read_bytes(name: &str, bytes: Vec<u8>, options: &ReadOptions) -> Result<Vec<Table>, ReadError> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(ReadError::TooLarge { path: name.to_owned() });
    }
    let format = options.format.unwrap_or_else(|| Format::of(name, &bytes));
    match format {
        Format::Xlsx | Format::Xls | Format::Ods => return workbook::read(name, &bytes, format, options),
        #[cfg(feature = "parquet")]
        Format::Parquet => return parquet::read(name, bytes, options).map(|table| vec![table]),
        #[cfg(not(feature = "parquet"))]
        Format::Parquet => return Err(ReadError::NotBuiltIn { path: name.to_owned() }),
        _ => {}
    }
    let decoded = decoded(name, bytes, options)?;
    if format == Format::Csv {
        return delimited::read(name, decoded, options).map(|table| vec![table]);
    }
    let mut builder = Builder::new(&decoded.text);
    let nothing = fill(name, &decoded.text, format, options, &mut builder)?;
    if builder.len() == 0 {
        return Err(nothing.unwrap_or_else(|| ReadError::NoPairs { path: name.to_owned(), format }));
    }
    builder.finish(name, format, decoded).map(|table| vec![table])
}

/// Decodes a file of text that is not empty.
fn decoded(name: &str, bytes: Vec<u8>, options: &ReadOptions) -> Result<Decoded, ReadError> {
    let decoded = encoding::decode(name, bytes, options.encoding.as_deref())?;
    if decoded.text.trim().is_empty() {
        return Err(ReadError::Empty { path: name.to_owned() });
    }
    if u32::try_from(decoded.text.len()).is_err() {
        return Err(ReadError::TooLarge { path: name.to_owned() });
    }
    Ok(decoded)
}

/// Gives the signs of a text to the builder; the fault that says best why there are none is handed back.
fn fill(
    path: &str,
    text: &str,
    format: Format,
    options: &ReadOptions,
    builder: &mut Builder,
) -> Result<Option<ReadError>, ReadError> {
    let worded = |syntax: Syntax| syntax.of(path, format);
    match format {
        Format::Po => po::read(text, builder).map_err(worded)?,
        Format::Xliff => xliff::read(text, builder).map_err(worded)?,
        Format::Tmx => tmx::read(text, builder).map_err(worded)?,
        Format::Osm => osm::read(text, builder).map_err(worded)?,
        Format::Markdown => return grids(path, &markup::markdown(text), options, builder),
        Format::Html => return grids(path, &markup::html(text), options, builder),
        Format::XcStrings => catalogue::read(&json::parse(text).map_err(worded)?, builder),
        _ => {
            let node = tree(text, format).map_err(worded)?;
            // A schema describes keys of both languages; it holds no signs.
            if matches!(node.get("$schema"), Some(Node::Text(leaf)) if leaf.text.contains("json-schema.org")) {
                return Ok(None);
            }
            // Few places of a map have an English name; that is no fault of the others.
            let is_map = format == Format::GeoJson || node.get("type").is_some() && node.get("features").is_some();
            let asked = Asked {
                columns: options.columns.as_ref(),
                chinese_alone: !options.need_english,
                lacking_english: !is_map,
            };
            pairs::find(&node, asked, builder);
            if builder.len() == 0 {
                keyed_by_text(&node, builder);
            }
            if builder.len() == 0 && !options.need_english {
                chinese_alone(&node, builder);
            }
            if builder.len() == 0 && matches!(format, Format::Android | Format::AppleStrings | Format::Properties) {
                return Ok(Some(ReadError::OneLanguage { path: path.to_owned(), format }));
            }
        }
    }
    Ok(None)
}

/// The tree of a text in a format that has one.
fn tree(text: &str, format: Format) -> Result<Node<'_>, Syntax> {
    match format {
        Format::JsonLines => json::parse_lines(text),
        Format::Yaml => yaml::parse(text),
        Format::Android => keyed::android(text),
        Format::AppleStrings => keyed::apple(text),
        Format::Properties => keyed::properties(text),
        _ => json::parse(text),
    }
}

/// Every table of a page that has the columns.
fn grids(
    path: &str,
    grids: &[markup::Grid],
    options: &ReadOptions,
    builder: &mut Builder,
) -> Result<Option<ReadError>, ReadError> {
    let mut fault = None;
    for grid in grids {
        let found = grid::read(
            &grid::numbered(grid),
            options.columns.as_ref(),
            options.need_english,
            &grid::Sheet::PAGE,
            builder,
        );
        if let Found::NoColumn { name, header } = found {
            fault = fault.or(Some(ReadError::NoColumn { path: path.to_owned(), name, header }));
        }
    }
    Ok(fault)
}

/// Strings whose key is the Chinese text itself, as Apple's often are.
fn keyed_by_text(node: &Node, builder: &mut Builder) {
    node.leaves(&mut String::new(), &mut |key, leaf| {
        if crate::text::has_han(key) && !crate::text::has_han(&leaf.text) && !key.contains('[') {
            builder.push(&Row { zh: &Leaf::loose(key), en: Some(leaf), others: Vec::new(), key, hidden: false });
        }
    });
}

/// Every Chinese text of a file that holds no English.
fn chinese_alone(node: &Node, builder: &mut Builder) {
    node.leaves(&mut String::new(), &mut |key, leaf| {
        if crate::text::has_han(&leaf.text) {
            builder.push(&Row { zh: leaf, en: None, others: Vec::new(), key, hidden: false });
        }
    });
}

/// Two files of one language each, matched by their paths of keys. The table is that of the English file.
fn two(en: &str, zh: &str, bytes: Vec<u8>, format: Format, options: &ReadOptions) -> Result<Vec<Table>, ReadError> {
    let decoded = decoded(en, bytes, options)?;
    let chinese = self::decoded(zh, bytes_of(zh)?, options)?;
    let mut builder = Builder::new(&decoded.text);
    {
        let english = tree(&decoded.text, format).map_err(|e| e.of(en, format))?;
        let mut chinese = tree(&chinese.text, format).map_err(|e| e.of(zh, format))?;
        unplaced(&mut chinese);
        pairs::parallel(&chinese, &english, "", &mut builder);
    }
    if builder.len() == 0 {
        return Err(ReadError::NoCommonKeys { en: en.to_owned(), zh: zh.to_owned() });
    }
    let mut table = builder.finish(en, format, decoded)?;
    table.partner = Some(zh.to_owned());
    Ok(vec![table])
}

/// Forgets where texts stand: they are of another file than the table's.
fn unplaced(node: &mut Node) {
    match node {
        Node::Text(leaf) => leaf.stand = Stand::Unknown,
        Node::Map(entries) => entries.iter_mut().for_each(|(_, node)| unplaced(node)),
        Node::List(nodes) => nodes.iter_mut().for_each(unplaced),
        Node::Plain(_) | Node::Null => {}
    }
}
