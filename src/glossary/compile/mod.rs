//! Compiles dictionary CSV files into one flat image.
//!
//! Used twice: by `build.rs` for the standard's layer, whose image is embedded in the binary, and at run time for a
//! project's own `--glossary` files. The image is a string pool, fixed-size records that are read in place, and a
//! serialised automaton over all Chinese keys: nothing is built at start (see reference figures in ARCHITECTURE.md).
//! This folder must not use other modules of the crate but `hash`: `build.rs` includes it by path.

mod image;
mod row;

use row::At;
use std::collections::HashMap;
use std::fmt;

/// Header that every whole-entry file has.
pub const HEADER: [&str; 12] = [
    "zh",
    "preferred",
    "allowed",
    "abbreviations",
    "deprecated",
    "banned",
    "domain",
    "kind",
    "source",
    "clause",
    "status",
    "note",
];

/// A column that exports add, so that an entry keeps its folder.
pub const GROUP: &str = "group";

/// Marks the layout below; raised whenever it or daachorse's format changes.
pub const FORMAT: u32 = 3;

/// Words in an entry's fixed-size record.
pub const ENTRY_WORDS: usize = 12;
/// Words in a form's fixed-size record.
pub const FORM_WORDS: usize = 4;

/// Standing numbers in form records, in the order of the CSV columns.
pub const STANDINGS: [&str; 5] = ["preferred", "allowed", "abbreviations", "deprecated", "banned"];
/// Values of the `status` column.
pub const STATUSES: [&str; 3] = ["official", "semi-official", "unverified"];

/// A fault in a dictionary file: what, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Path as given.
    pub file: String,
    /// Physical line from 1; 0 for the file as a whole.
    pub line: u64,
    /// What is wrong and what to do, in English.
    pub en: String,
    /// The same in Chinese.
    pub zh: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            write!(f, "{}: {}", self.file, self.en)
        } else {
            write!(f, "{}:{}: {}", self.file, self.line, self.en)
        }
    }
}

/// One line of a dictionary file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Path as given.
    pub file: String,
    /// Physical line (or row of a sheet) from 1.
    pub line: u64,
    pub zh: String,
    /// Index into [`STANDINGS`] and the text; the preferred form first.
    pub forms: Vec<(u32, String)>,
    pub domain: String,
    pub kind: String,
    /// Source ids joined by ` | `.
    pub sources: String,
    pub clause: String,
    /// Index into [`STATUSES`].
    pub status: u32,
    pub note: String,
    /// `names`, `institutions`, `terms`, `notices` or `project`.
    pub group: String,
}

/// Gathers dictionary files and writes the image.
#[derive(Debug, Default)]
pub struct Compiler {
    rows: Vec<Row>,
    faults: Vec<Fault>,
    known_sources: Option<std::collections::BTreeSet<String>>,
    used_sources: std::collections::BTreeSet<String>,
}

impl Compiler {
    /// A compiler that accepts any source id (a project's own files).
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A compiler that accepts only these source ids (the standard's layer).
    #[must_use]
    pub fn with_sources<I: IntoIterator<Item = String>>(ids: I) -> Self {
        Self { known_sources: Some(ids.into_iter().collect()), ..Self::default() }
    }

    /// Adds one CSV file. `group` is its folder (`names`, `terms`, …). Faults are gathered, not fatal.
    pub fn add_file(&mut self, path: &str, group: &str, text: &str) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let columns = match self.columns(path, &mut reader) {
            Some(columns) => columns,
            None => return,
        };
        let width = reader.headers().map_or(usize::MAX, csv::StringRecord::len);
        let mut previous = String::new();
        let mut record = csv::StringRecord::new();
        loop {
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    self.fault(
                        path,
                        line,
                        format!("not readable as CSV: {error}"),
                        format!("无法按 CSV 读取：{error}"),
                    );
                    break;
                }
            }
            let line = record.position().map_or(0, csv::Position::line);
            let cell = |name: &str| columns.get(name).and_then(|&i| record.get(i)).unwrap_or("").trim().to_owned();
            self.check_width(At { path, line }, width, record.iter());
            self.add_row(At { path, line }, group, &cell, &mut previous);
        }
    }

    /// Adds rows that another reader has cut into cells: the line and the cells under `header`.
    pub fn add_rows(&mut self, path: &str, group: &str, header: &[String], rows: &[(u64, Vec<String>)]) {
        let Some(columns) = self.header(path, header.iter().map(String::as_str)) else { return };
        let mut previous = String::new();
        for (line, cells) in rows {
            let cell =
                |name: &str| columns.get(name).and_then(|&i| cells.get(i)).map_or("", String::as_str).trim().to_owned();
            self.check_width(At { path, line: *line }, header.len(), cells.iter().map(String::as_str));
            self.add_row(At { path, line: *line }, group, &cell, &mut previous);
        }
    }

    fn columns(&mut self, path: &str, reader: &mut csv::Reader<&[u8]>) -> Option<HashMap<String, usize>> {
        match reader.headers() {
            Ok(header) => {
                let header = header.clone();
                self.header(path, header.iter())
            }
            Err(error) => {
                self.fault(path, 1, format!("no header: {error}"), format!("没有表头：{error}"));
                None
            }
        }
    }

    fn header<'h>(
        &mut self,
        path: &str,
        header: impl Iterator<Item = &'h str> + Clone,
    ) -> Option<HashMap<String, usize>> {
        let expected = HEADER.join(",");
        let columns: HashMap<String, usize> =
            header.clone().enumerate().map(|(i, name)| (name.trim().to_owned(), i)).collect();
        for needed in ["zh", "preferred"] {
            if !columns.contains_key(needed) {
                let found = header.collect::<Vec<_>>().join(",");
                self.fault(
                    path,
                    1,
                    format!("no column `{needed}`; the header is: {found}; expected: {expected}"),
                    format!("缺少“{needed}”列；表头为：{found}；应为：{expected}"),
                );
                return None;
            }
        }
        if let Some(unknown) = header.map(str::trim).find(|name| !HEADER.contains(name) && *name != GROUP) {
            self.fault(
                path,
                1,
                format!("unknown column `{unknown}`; expected: {expected}"),
                format!("未知列“{unknown}”；应为：{expected}"),
            );
        }
        Some(columns)
    }

    /// The entries read so far.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    fn fault(&mut self, path: &str, line: u64, en: String, zh: String) {
        self.faults.push(Fault { file: path.to_owned(), line, en, zh });
    }

    /// Every English form that is not recorded as wrong.
    #[must_use]
    pub fn renderings(&self) -> Vec<String> {
        let banned = STANDINGS.len() - 1;
        let right = |standing: u32| usize::try_from(standing).is_ok_and(|s| s < banned);
        self.rows.iter().flat_map(|row| &row.forms).filter(|(s, _)| right(*s)).map(|(_, text)| text.clone()).collect()
    }

    /// The right English forms of every term and notice, names left out: what signs say in words.
    pub fn wordings(&self) -> impl Iterator<Item = impl Iterator<Item = &str>> {
        let banned = STANDINGS.len() - 1;
        let right = move |standing: u32| usize::try_from(standing).is_ok_and(|s| s < banned);
        let signs = self.rows.iter().filter(|row| matches!(row.group.as_str(), "terms" | "notices"));
        signs.map(move |row| row.forms.iter().filter(move |(s, _)| right(*s)).map(|(_, text)| text.as_str()))
    }

    /// What is wrong with the files read so far.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Source ids that entries cite.
    #[must_use]
    pub fn used_sources(&self) -> &std::collections::BTreeSet<String> {
        &self.used_sources
    }

    /// Number of entries read.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no entry was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}
