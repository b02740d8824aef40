//! Writes changed cells back into the file they were read from. All other bytes stay as they were: quoting, delimiter,
//! encoding, byte-order mark, line ends, markup; of a workbook every other cell and part.

mod columns;
mod dress;
mod sheet_columns;
mod splice;
mod workbook;

use crate::finding::Lang;
use crate::format::Format;
use crate::sign::{Column, Table};

/// A new text for one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Index of the record in the table.
    pub record: usize,
    pub column: Column,
    pub text: String,
}

/// Why a file cannot be rewritten without touching more than the cells.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    #[error("{path}: it holds bytes that are no text in {encoding}")]
    Lossy { path: String, encoding: &'static str },
    #[error("{path}: {encoding} cannot write “{text}”")]
    Unmappable { path: String, encoding: &'static str, text: String },
    #[error("{path}: {} is not written back", format.label())]
    ReadOnly { path: String, format: Format },
    #[error("{path}: {} gets no new columns", format.label())]
    NoColumns { path: String, format: Format },
    #[error("{path}: the workbook cannot be patched: {what}")]
    Workbook { path: String, what: String },
}

impl WriteError {
    /// The message for a person: the fault, then the remedy on a line of its own.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let fault = match (self, lang) {
            (_, Lang::En) => format!("error: {self}"),
            (Self::Lossy { path, encoding }, Lang::Zh) => format!("错误：{path}：含有 {encoding} 无法解码的字节"),
            (Self::Unmappable { path, encoding, text }, Lang::Zh) => {
                format!("错误：{path}：{encoding} 无法表示“{text}”")
            }
            (Self::ReadOnly { path, format }, Lang::Zh) => format!("错误：{path}：{} 不支持写回", format.label()),
            (Self::NoColumns { path, format }, Lang::Zh) => format!("错误：{path}：{} 不能增加列", format.label()),
            (Self::Workbook { path, what }, Lang::Zh) => format!("错误：{path}：无法修改工作簿：{what}"),
        };
        let remedy = match (self, lang) {
            (Self::Lossy { .. } | Self::Unmappable { .. }, Lang::En) => "convert the file to UTF-8 first",
            (Self::Lossy { .. } | Self::Unmappable { .. }, Lang::Zh) => "请先转换为 UTF-8",
            (Self::ReadOnly { .. }, Lang::En) => {
                "mend it by hand from the list (leave --write out), or keep the signs as CSV, XLSX, JSON, YAML, PO or XLIFF"
            }
            (Self::ReadOnly { .. }, Lang::Zh) => {
                "请按列出的修改（不加 --write）手工改正，或改用 CSV、XLSX、JSON、YAML、PO、XLIFF"
            }
            (Self::NoColumns { .. }, Lang::En) => "save the signs as CSV or XLSX, or write a list with --format csv",
            (Self::NoColumns { .. }, Lang::Zh) => "请另存为 CSV 或 XLSX，或用 --format csv 输出列表",
            (Self::Workbook { .. }, Lang::En) => "save it again as .xlsx",
            (Self::Workbook { .. }, Lang::Zh) => "请另存为 .xlsx",
        };
        let nothing = match lang {
            Lang::En => "nothing was written",
            Lang::Zh => "未写入任何内容",
        };
        format!("{fault}\n  {remedy}; {nothing}")
    }
}

/// A file with its changes, and the places whose change could not be put back (a formula fills the cell).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewritten {
    pub bytes: Vec<u8>,
    pub left: Vec<String>,
}

/// The bytes of a file with cells changed. `original` is what its tables, of which a workbook has one a sheet, were read
/// from.
///
/// # Errors
/// A format that is not written back, an encoding that cannot carry the old bytes unchanged or the new text at all.
pub fn rewrite(original: &[u8], changed: &[(&Table, &[Change])]) -> Result<Rewritten, WriteError> {
    let Some((first, changes)) = changed.first().copied() else {
        return Ok(Rewritten { bytes: original.to_vec(), left: Vec::new() });
    };
    if changed.iter().all(|(_, changes)| changes.is_empty()) && first.format != Format::Csv {
        return Ok(Rewritten { bytes: original.to_vec(), left: Vec::new() });
    }
    match first.format {
        Format::Xlsx => {
            workbook::rewrite(original, &first.path, changed).map(|(bytes, left)| Rewritten { bytes, left })
        }
        format if !format.writes_back() => Err(WriteError::ReadOnly { path: first.path.clone(), format }),
        _ => splice::rewrite(original, first, changes).map(|bytes| Rewritten { bytes, left: Vec::new() }),
    }
}

/// The new cells of each record of a table, in order; `None` for a record that gets none.
pub type NewColumns<'c, const N: usize> = &'c [Option<[String; N]>];

/// The bytes of a file with new columns behind its own, in each of its tables (of which a workbook has one a sheet);
/// `original` is what the tables were read from. Every cell that was there stays as it is.
///
/// # Errors
/// A file that is neither delimited text nor an XLSX workbook; where the encoding cannot carry the old bytes unchanged or
/// the new text at all.
pub fn append<const N: usize>(
    original: &[u8],
    filled: &[(&Table, NewColumns<'_, N>)],
    header: [&str; N],
) -> Result<Vec<u8>, WriteError> {
    let Some((first, cells)) = filled.first().copied() else { return Ok(original.to_vec()) };
    match first.format {
        Format::Csv => columns::append(original, first, header, cells),
        Format::Xlsx => sheet_columns::append(original, &first.path, header, filled),
        format => Err(WriteError::NoColumns { path: first.path.clone(), format }),
    }
}

/// The bytes of the decoded source that a change replaces, and with what; `None` for workbooks and what is not written
/// back. Reports offer it as a fix.
#[must_use]
pub fn replacement(table: &Table, change: &Change) -> Option<(std::ops::Range<usize>, String)> {
    splice::edit(table, change)
}
