//! Rows of cells under a header: sheets, Markdown and HTML tables, Parquet.

use super::builder::{Builder, Leaf, Row, Stand};
use super::header::{self, ColumnSpec, Layout, TITLES};
use crate::sign::Column;
use crate::text::has_han;
use std::borrow::Cow;

/// One row: its number, and the cells that hold something, by column from 0. A sheet may have a cell in its first and
/// in its last column of millions.
pub(super) struct Line<'r, 's> {
    pub number: u32,
    pub cells: Vec<(u32, Cow<'r, Leaf<'s>>)>,
}

impl<'s> Line<'_, 's> {
    fn get(&self, column: usize) -> Option<&Leaf<'s>> {
        let column = u32::try_from(column).ok()?;
        self.cells.binary_search_by_key(&column, |(at, _)| *at).ok().map(|at| self.cells[at].1.as_ref())
    }

    /// The text of a column that holds one.
    pub(super) fn text(&self, column: u32) -> Option<&str> {
        let at = self.cells.binary_search_by_key(&column, |(at, _)| *at).ok()?;
        Some(self.cells[at].1.text.as_ref()).filter(|text| !text.is_empty())
    }

    /// Puts a cell where none holds anything.
    pub(super) fn fill(&mut self, column: u32, leaf: Leaf<'s>) {
        match self.cells.binary_search_by_key(&column, |(at, _)| *at) {
            Ok(at) if self.cells[at].1.text.is_empty() => self.cells[at].1 = Cow::Owned(leaf),
            Ok(_) => {}
            Err(at) => self.cells.insert(at, (column, Cow::Owned(leaf))),
        }
    }

    fn is_filled(&self) -> bool {
        self.cells.iter().any(|(_, leaf)| !leaf.text.trim().is_empty())
    }

    /// The texts by column, to the last.
    pub(super) fn texts(&self) -> Vec<String> {
        let width = self.cells.last().map_or(0, |(column, _)| *column as usize + 1);
        let mut texts = vec![String::new(); width];
        self.cells.iter().for_each(|(column, leaf)| texts[*column as usize] = leaf.text.to_string());
        texts
    }
}

/// Rows of which every cell is there.
pub(super) fn numbered<'r, 's>(rows: &'r [Vec<Leaf<'s>>]) -> Vec<Line<'r, 's>> {
    let line = |(number, row): (u32, &'r Vec<Leaf<'s>>)| Line {
        number,
        cells: (0..).zip(row.iter().map(Cow::Borrowed)).collect(),
    };
    (0..).zip(rows).map(line).collect()
}

/// What a grid turned out to be.
#[derive(Debug)]
pub(super) enum Found {
    Signs,
    /// A chosen column that no header has.
    NoColumn {
        name: String,
        header: String,
    },
    /// No Chinese or no English column.
    NoPair {
        lacking: &'static str,
        header: String,
    },
    /// No cell at all.
    Nothing,
}

/// What a grid's own program knows of it beyond the texts.
pub(super) struct Sheet<'f> {
    /// Whether a row, by its number, is hidden.
    pub is_hidden: &'f dyn Fn(u32) -> bool,
    /// Whether a cell that reads empty has a formula whose value nobody has worked out: it says nothing of the sign.
    pub is_pending: &'f dyn Fn(&Leaf) -> bool,
    /// It is a table of a page, of which many are no inventories: its first row is the header, and its Chinese column
    /// must hold Chinese (`source | target` may head anything).
    pub is_of_page: bool,
}

impl Sheet<'_> {
    /// A grid of texts alone.
    pub(super) const PLAIN: Sheet<'static> = Sheet { is_hidden: &|_| false, is_pending: &|_| false, is_of_page: false };
    /// A table of a page.
    pub(super) const PAGE: Sheet<'static> = Sheet { is_of_page: true, ..Self::PLAIN };
}

/// Gives every row below the header to the builder.
pub(super) fn read(
    rows: &[Line],
    spec: Option<&ColumnSpec>,
    need_english: bool,
    sheet: &Sheet,
    builder: &mut Builder,
) -> Found {
    let titles = if sheet.is_of_page { 1 } else { TITLES };
    let mut missing = None;
    let mut best: Option<(usize, Layout)> = None;
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.is_filled()).take(titles) {
        if best.as_ref().is_some_and(|(_, layout)| layout.is_whole(true)) {
            break;
        }
        match header::recognise(&row.texts(), spec) {
            Ok(layout) => {
                if best.as_ref().is_none_or(|(_, other)| layout.score() > other.score()) {
                    best = Some((at, layout));
                }
            }
            Err(name) => missing = missing.or(Some((name, at))),
        }
    }
    let shown = |at: usize| {
        let cells =
            rows[at].cells.iter().take(12).map(|(_, c)| c.text.chars().filter(|c| !c.is_control()).take(30).collect());
        cells.collect::<Vec<String>>().join(" | ")
    };
    let Some((at, layout)) = best else {
        return missing.map_or(Found::Nothing, |(name, at)| Found::NoColumn { name, header: shown(at) });
    };
    let (zh, en) = (layout.at[Column::Zh as usize], layout.at[Column::En as usize]);
    let Some(zh) = zh else { return Found::NoPair { lacking: "Chinese", header: shown(at) } };
    if need_english && en.is_none() {
        return Found::NoPair { lacking: "English", header: shown(at) };
    }
    let is_chinese = |row: &Line| row.get(zh).is_some_and(|leaf| has_han(&leaf.text));
    if sheet.is_of_page && !rows.iter().skip(at + 1).any(is_chinese) {
        return Found::Nothing;
    }
    builder.notes.extend(layout.notes());
    let empty = Leaf::loose("");
    for row in rows.iter().skip(if layout.has_header { at + 1 } else { at }) {
        if !row.is_filled() {
            continue;
        }
        let zh = row.get(zh).unwrap_or(&empty);
        let en = en.map(|en| row.get(en).unwrap_or(&empty));
        // A row with neither text is a heading or a total between signs.
        if zh.text.trim().is_empty() && en.is_none_or(|en| en.text.trim().is_empty()) {
            continue;
        }
        // Of a sign that is merged over several rows the others say more (notes, materials), but nothing of its texts;
        // of two texts one may be merged where several signs share it.
        let says_nothing = |leaf: &Leaf| leaf.is_covered() || leaf.text.trim().is_empty();
        if says_nothing(zh) && en.is_none_or(says_nothing) {
            continue;
        }
        let pending = |leaf: &Leaf| leaf.text.is_empty() && (sheet.is_pending)(leaf);
        if pending(zh) || en.is_some_and(pending) {
            continue;
        }
        let others = [Column::Id, Column::Domain, Column::Kind, Column::Place, Column::District, Column::Accept];
        let others = others.iter().filter_map(|column| {
            let at = layout.at[*column as usize]?;
            row.get(at).map(|leaf| (*column, leaf.text.as_ref()))
        });
        builder.push(&Row { zh, en, others: others.collect(), key: "", hidden: (sheet.is_hidden)(row.number) });
    }
    Found::Signs
}

/// A cell of text that stands somewhere in these bytes of the source.
pub(super) fn cell(source: &str, text: String, raw: std::ops::Range<usize>) -> Leaf<'static> {
    let inside = source.get(raw.clone()).unwrap_or("");
    let at = (!text.is_empty()).then(|| inside.find(&text)).flatten().map(|n| raw.start + n);
    Leaf { text: Cow::Owned(text), stand: Stand::Bytes { raw, at, quoting: None } }
}
