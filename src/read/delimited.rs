//! From decoded text to a table of signs.

use super::encoding::Decoded;
use super::header::{Layout, TITLES, recognise};
use super::split::{Cut, Splitter};
use super::{ReadError, ReadOptions};
use crate::finding::Text;
use crate::format::Format;
use crate::sign::{Cell, Column, ReadProblem, Record, Table};

/// Delimiters that are tried, in the order of preference.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];
/// Problems of one file that are told one by one.
const MOST_PROBLEMS: usize = 1000;
/// Bytes of a typical row, to size the list of records once.
const TYPICAL_ROW: usize = 64;

pub(super) fn read(path: &str, decoded: Decoded, options: &ReadOptions) -> Result<Table, ReadError> {
    let Decoded { text, encoding, lossy } = decoded;
    let Top { delimiter, titles, layout } = top(path, &text, options)?;
    let mut notes: Vec<Text> = layout.notes().into_iter().map(|note| note.of(path)).collect();
    let has_english = layout.at[Column::En as usize].is_some();
    let mut splitter = Splitter::new(&text, delimiter);
    let mut cells: Vec<Cell> = Vec::new();
    let mut header_cells = usize::MAX;
    let mut first_line = 1;
    for _ in 0..titles {
        splitter.next(&mut cells);
    }
    if layout.has_header
        && let Some(cut) = splitter.next(&mut cells)
    {
        first_line = cut.line;
        header_cells = cells.len();
        if titles > 0 {
            notes.push(
                Text {
                    en: format!("the header is line {first_line}; what stands above it is not checked"),
                    zh: format!("表头在第 {first_line} 行，其上的内容不检查"),
                }
                .of(path),
            );
        }
    }
    let mut records = Vec::with_capacity(text.len() / TYPICAL_ROW);
    let mut problems = Problems::default();
    let mut row = 0;
    while let Some(cut) = splitter.next(&mut cells) {
        row += 1;
        if let Some(at) = cut.unclosed {
            problems.unclosed(&text, &cut, row, at);
        }
        if lossy || memchr::memchr(0, &text.as_bytes()[cut.start..cut.end]).is_some() {
            problems.undecodable(&text, &cut, row);
        }
        let zh = layout.at[Column::Zh as usize].and_then(|at| cells.get(at));
        let surplus = cells.iter().skip(header_cells).any(|c| c.end > c.start);
        let lacks_english = layout.at[Column::En as usize].is_some_and(|at| at >= cells.len());
        if zh.is_none() || surplus || (lacks_english && header_cells != usize::MAX) {
            problems.ragged(&cut, row, cells.len(), header_cells);
        }
        if zh.is_none() || surplus {
            continue;
        }
        let mut record = Record { line: cut.line, row, place: 0, cells: [None; Column::COUNT] };
        for (cell, at) in record.cells.iter_mut().zip(layout.at) {
            *cell = at.and_then(|at| cells.get(at)).copied();
        }
        records.push(record);
    }
    if row == 0 {
        return Err(ReadError::NoRows { path: path.to_owned(), line: first_line });
    }
    Ok(Table {
        path: path.to_owned(),
        format: Format::Csv,
        partner: None,
        sheet: None,
        encoding,
        delimiter,
        records,
        places: Vec::new(),
        has_english,
        problems: problems.told,
        notes,
        source_len: text.len(),
        text,
    })
}

/// How a file begins: titles, a header, signs.
struct Top {
    delimiter: u8,
    /// Records above the header.
    titles: usize,
    layout: Layout,
}

/// The delimiter with which a header says most, and what it says.
fn top(path: &str, text: &str, options: &ReadOptions) -> Result<Top, ReadError> {
    let candidates: Vec<u8> = options.delimiter.map_or_else(|| DELIMITERS.to_vec(), |told| vec![told]);
    let mut best: Option<(Top, usize)> = None;
    let mut lacking_column = None;
    for delimiter in candidates {
        for (titles, (_, header)) in records(text, delimiter).take(TITLES).enumerate() {
            let layout = match recognise(&header, options.columns.as_ref()) {
                Ok(layout) => layout,
                Err(name) => {
                    lacking_column = Some(name);
                    continue;
                }
            };
            let is_whole = layout.is_whole(options.need_english);
            let score = layout.score() * 100 + header.len().min(99);
            // Below the first record only a whole pair makes a header.
            if (titles == 0 || is_whole) && best.as_ref().is_none_or(|(_, most)| score > *most) {
                best = Some((Top { delimiter, titles, layout }, score));
            }
            if is_whole {
                break;
            }
        }
    }
    let shown = |delimiter| {
        let (line, header) = records(text, delimiter).next().unwrap_or((1, Vec::new()));
        let header: Vec<String> =
            header.iter().take(12).map(|c| c.chars().filter(|c| !c.is_control()).take(30).collect()).collect();
        (header.join(" | "), line)
    };
    let Some((top, _)) = best else {
        let (header, _) = shown(options.delimiter.unwrap_or(b','));
        return Err(ReadError::NoColumn { path: path.to_owned(), name: lacking_column.unwrap_or_default(), header });
    };
    if top.layout.is_whole(options.need_english) {
        return Ok(top);
    }
    let lacking = if top.layout.at[Column::Zh as usize].is_none() { "Chinese" } else { "English" };
    let (header, line) = shown(top.delimiter);
    Err(ReadError::NoPair { path: path.to_owned(), line, lacking, header })
}

/// The records of a text, each as its line and its cells.
fn records(text: &str, delimiter: u8) -> impl Iterator<Item = (u32, Vec<String>)> {
    let mut splitter = Splitter::new(text, delimiter);
    std::iter::from_fn(move || {
        let mut cells = Vec::new();
        let cut = splitter.next(&mut cells)?;
        let texts = cells.iter().map(|c| text[c.start as usize..c.end as usize].replace("\"\"", "\"")).collect();
        Some((cut.line, texts))
    })
}

/// What was wrong with single rows.
#[derive(Default)]
struct Problems {
    told: Vec<ReadProblem>,
}

impl Problems {
    fn tell(&mut self, line: u32, row: u32, column: Option<u32>, en: String, zh: String) {
        if self.told.len() < MOST_PROBLEMS {
            self.told.push(ReadProblem { line, row: Some(row), column, en, zh });
        }
    }

    fn ragged(&mut self, cut: &Cut, row: u32, cells: usize, header: usize) {
        let header = if header == usize::MAX { "?".to_owned() } else { header.to_string() };
        self.tell(
            cut.line,
            row,
            None,
            format!("row {row} has {cells} cells, the header {header}; put a text that holds the delimiter in quotes"),
            format!("第 {row} 行有 {cells} 个单元格，表头有 {header} 个；文本中含分隔符时请加英文双引号"),
        );
    }

    fn unclosed(&mut self, text: &str, cut: &Cut, row: u32, at: usize) {
        let column = column(text, cut, at);
        self.tell(
            cut.line,
            row,
            Some(column),
            format!(
                "row {row}: a quote opens here and does not close; close it, or double it if it is part of the text"
            ),
            format!("第 {row} 行：此处引号未闭合；请补上，若引号属于文本请写两个"),
        );
    }

    fn undecodable(&mut self, text: &str, cut: &Cut, row: u32) {
        let Some(at) = text[cut.start..cut.end].find(['\u{fffd}', '\0']) else {
            return;
        };
        let column = column(text, cut, cut.start + at);
        self.tell(
            cut.line,
            row,
            Some(column),
            format!("row {row}: bytes that are no text; check the encoding (--encoding) or retype the cell"),
            format!("第 {row} 行：含有无法解码的字节；请检查编码（--encoding）或重新输入"),
        );
    }
}

/// Characters from the start of the record's line, from 1.
fn column(text: &str, cut: &Cut, at: usize) -> u32 {
    u32::try_from(text[cut.start..at].chars().count() + 1).unwrap_or(u32::MAX)
}
