//! Rows of cells under a header: sheets, Markdown and HTML tables, Parquet.

use super::builder::{Builder, Leaf, Row, Stand};
use super::header::{self, ColumnSpec, Layout};
use crate::sign::Column;
use std::borrow::Cow;

/// Rows that may stand above the header: titles, units, dates.
const TITLES: usize = 10;

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
    pub is_hidden: &'f dyn Fn(usize) -> bool,
    /// Whether a cell that reads empty has a formula whose value nobody has worked out: it says nothing of the sign.
    pub is_pending: &'f dyn Fn(&Leaf) -> bool,
}

impl Sheet<'_> {
    /// A grid of texts alone.
    pub(super) const PLAIN: Sheet<'static> = Sheet { is_hidden: &|_| false, is_pending: &|_| false };
}

/// Gives every row below the header to the builder.
pub(super) fn read(
    rows: &[Vec<Leaf>],
    spec: Option<&ColumnSpec>,
    need_english: bool,
    sheet: &Sheet,
    builder: &mut Builder,
) -> Found {
    let texts = |row: &[Leaf]| row.iter().map(|leaf| leaf.text.to_string()).collect::<Vec<_>>();
    let filled = |row: &[Leaf]| row.iter().any(|leaf| !leaf.text.trim().is_empty());
    let mut missing = None;
    let mut best: Option<(usize, Layout)> = None;
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| filled(row)).take(TITLES) {
        match header::recognise(&texts(row), spec) {
            Ok(layout) => {
                if best.as_ref().is_none_or(|(_, other)| layout.score() > other.score()) {
                    best = Some((at, layout));
                }
            }
            Err(name) => missing = missing.or(Some((name, at))),
        }
    }
    let shown = |at: usize| {
        let cells = rows[at].iter().take(12).map(|c| c.text.chars().filter(|c| !c.is_control()).take(30).collect());
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
    let empty = Leaf::loose("");
    for (number, row) in rows.iter().enumerate().skip(if layout.has_header { at + 1 } else { at }) {
        if !filled(row) {
            continue;
        }
        let zh = row.get(zh).unwrap_or(&empty);
        let en = en.map(|en| row.get(en).unwrap_or(&empty));
        // A row with neither text is a heading or a total between signs.
        if zh.text.trim().is_empty() && en.is_none_or(|en| en.text.trim().is_empty()) {
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
        builder.push(&Row { zh, en, others: others.collect(), key: "", hidden: (sheet.is_hidden)(number) });
    }
    Found::Signs
}

/// A cell of text that stands somewhere in these bytes of the source.
pub(super) fn cell(source: &str, text: String, raw: std::ops::Range<usize>) -> Leaf<'static> {
    let inside = source.get(raw.clone()).unwrap_or("");
    let at = (!text.is_empty()).then(|| inside.find(&text)).flatten().map(|n| raw.start + n);
    Leaf { text: Cow::Owned(text), stand: Stand::Bytes { raw, at, quoting: None } }
}
