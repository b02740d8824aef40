//! An open document: the text as the editor has it, the signs read from it, what was found on them.

use super::lines::Lines;
use super::{Settings, partner};
use crate::engine::{Memo, Outcome};
use crate::format::Format;
use crate::place::Spot;
use crate::read::{self, ReadError, ReadOptions, Source};
use crate::report::Position as Place;
use crate::sign::{Field, Record, Span, Table};
use lsp_types::{Position, Range as LspRange, TextDocumentContentChangeEvent, Uri};
use std::ops::Range;
use std::path::Path;

/// The mark that a file may begin with; readers leave it out.
const BYTE_ORDER_MARK: char = '\u{feff}';

pub(super) struct Document {
    pub uri: Uri,
    /// The file's path; the URI itself where it is no file.
    pub path: String,
    /// The editor's name for the kind of text (`csv`, `json`).
    language: String,
    pub version: i32,
    pub text: String,
    lines: Lines,
    pub settings: Option<Settings>,
    pub tables: Vec<Table>,
    memo: Memo,
    /// Why the text cannot be read, where it was read before: a JSON file in the midst of being typed.
    pub fault: Option<ReadError>,
    /// The file that holds the Chinese, where this one holds the English alone.
    partner: Option<String>,
    held_signs: bool,
    /// The tables are not those of the text.
    is_stale: bool,
    /// The findings shown are not those of the text.
    pub is_unshown: bool,
}

impl Document {
    pub(super) fn new(uri: Uri, path: String, language: String, version: i32, text: String) -> Self {
        let lines = Lines::of(&text);
        Self {
            uri,
            path,
            language,
            version,
            text,
            lines,
            settings: None,
            tables: Vec::new(),
            memo: Memo::default(),
            fault: None,
            partner: None,
            held_signs: false,
            is_stale: true,
            is_unshown: true,
        }
    }

    /// Takes settings that may be others, and looks again for the Chinese file beside this one.
    pub(super) fn set(&mut self, settings: Option<Settings>) {
        self.settings = settings;
        self.memo = Memo::default();
        self.partner = partner::of(&self.path);
        (self.is_stale, self.is_unshown) = (true, true);
    }

    /// Makes one change of the editor: a range of the text, or all of it.
    pub(super) fn change(&mut self, change: TextDocumentContentChangeEvent) {
        match change.range {
            Some(range) => {
                let (from, to) = (self.byte(range.start), self.byte(range.end));
                self.text.replace_range(from.min(to)..to.max(from), &change.text);
            }
            None => self.text = change.text,
        }
        self.lines = Lines::of(&self.text);
        (self.is_stale, self.is_unshown) = (true, true);
    }

    /// Reads the signs, where the text has changed since they were read.
    pub(super) fn read(&mut self) {
        if !std::mem::take(&mut self.is_stale) {
            return;
        }
        (self.tables, self.fault) = (Vec::new(), None);
        let Some(settings) = &self.settings else { return };
        // An unsaved document has no extension: the editor's word for it stands in.
        let told = Path::new(&self.path).extension().is_none().then(|| Format::named(&self.language)).flatten();
        let options = ReadOptions {
            encoding: Some("utf-8".to_owned()),
            format: told,
            columns: settings.columns.clone(),
            ..ReadOptions::default()
        };
        let source = Source { path: self.path.clone(), partner: self.partner.clone(), is_named: true };
        match read::read_source(&source, self.text.clone().into_bytes(), &options) {
            Ok(mut tables) => {
                // Of two files read side by side only this one is shown here.
                tables.retain(|table| table.path == self.path);
                self.held_signs |= !tables.is_empty();
                self.tables = tables;
            }
            // A file that never held signs is none of ours: nothing is said of package.json.
            Err(error) => self.fault = self.held_signs.then_some(error),
        }
    }

    /// Looks at what is wrong with the signs; what was found on signs that did not change is not looked for again.
    pub(super) fn with_outcome<R>(&mut self, look: impl FnOnce(&Self, &Outcome) -> R) -> Option<R> {
        self.read();
        let mut memo = std::mem::take(&mut self.memo);
        let settings = self.settings.as_ref()?;
        let looked = look(self, &settings.checker.check_again(&self.tables, &mut memo));
        self.memo = memo;
        Some(looked)
    }

    pub(super) fn byte(&self, position: Position) -> usize {
        self.lines.byte(&self.text, position)
    }

    /// Bytes of a table's source as a range of the editor.
    pub(super) fn range(&self, bytes: Range<usize>) -> LspRange {
        let mark = self.mark();
        self.lines.range(&self.text, bytes.start + mark..bytes.end + mark)
    }

    /// A line of the file, from 1.
    pub(super) fn line(&self, line: u32) -> LspRange {
        let bytes = self.lines.line(&self.text, line.saturating_sub(1)).unwrap_or(0..0);
        self.lines.range(&self.text, bytes)
    }

    /// Where a span of a cell is shown: its bytes, else the cell, else the line.
    pub(super) fn place(&self, table: &Table, record: &Record, field: Field, span: Option<&Span>) -> LspRange {
        match Place::bytes(table, record, field, span) {
            Some(bytes) => self.range(bytes),
            None => self.line(table.spot(record, field).and_then(Spot::line).unwrap_or(record.line)),
        }
    }

    /// The record and field that the editor points at: the innermost cell, else the line that holds one.
    pub(super) fn cell_at(&self, position: Position) -> Option<(&Table, usize, Field)> {
        let byte = self.byte(position).checked_sub(self.mark())?;
        let cells = || {
            self.tables.iter().flat_map(|table| {
                let records = table.records.iter().enumerate();
                records.flat_map(move |(at, record)| [Field::Zh, Field::En].map(|field| (table, at, record, field)))
            })
        };
        let within = cells().filter_map(|(table, at, record, field)| {
            let bytes = Place::bytes(table, record, field, None)?;
            (bytes.start <= byte && byte <= bytes.end).then_some((bytes.len(), (table, at, field)))
        });
        let nearest = within.min_by_key(|(len, _)| *len).map(|(_, cell)| cell);
        nearest.or_else(|| {
            let mut by_line = cells().filter(|(table, _, record, field)| {
                let line = match table.spot(record, *field) {
                    Some(Spot::Line(line)) => line,
                    _ => return false,
                };
                line == position.line + 1
            });
            by_line.next().map(|(table, at, _, field)| (table, at, field))
        })
    }

    /// How far a position stands inside these bytes of a table's source.
    pub(super) fn offset_in(&self, bytes: Range<usize>, position: Position) -> Option<usize> {
        let byte = self.byte(position).checked_sub(self.mark())?;
        bytes.contains(&byte).then(|| byte - bytes.start)
    }

    /// Bytes of the mark before the text that was read.
    fn mark(&self) -> usize {
        if self.text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 }
    }
}
