//! A glossary as a table of cells: the common ground of all formats.

use super::{Fault, Row};
use crate::expect::Standing;
use crate::glossary::Entry;
use crate::glossary::compile::{Compiler, GROUP, HEADER, STANDINGS, STATUSES};

/// Between the values of one cell.
pub(crate) const JOINT: &str = " | ";

/// A header and rows, each with its line in the file (or its row in the sheet) from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Path as given.
    pub file: String,
    pub header: Vec<String>,
    pub rows: Vec<(u64, Vec<String>)>,
}

impl Table {
    /// The full header: the dictionary's columns and the folder.
    #[must_use]
    pub fn header() -> Vec<String> {
        HEADER.iter().chain([&GROUP]).map(|name| (*name).to_owned()).collect()
    }

    /// A table of entries, all columns filled.
    #[must_use]
    pub fn of(file: &str, rows: &[Row]) -> Self {
        let rows = rows.iter().map(|row| (row.line, cells(row))).collect();
        Self { file: file.to_owned(), header: Self::header(), rows }
    }

    /// The index of a column.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|h| h.trim() == name)
    }

    /// The entries.
    ///
    /// # Errors
    /// Everything that is against the schema, with its line and remedy.
    pub fn entries(&self) -> Result<Vec<Row>, Vec<Fault>> {
        let mut compiler = Compiler::new();
        compiler.add_rows(&self.file, "project", &self.header, &self.rows);
        if compiler.faults().is_empty() { Ok(compiler.rows().to_vec()) } else { Err(compiler.faults().to_vec()) }
    }
}

/// The cells of an entry, in the order of [`Table::header`].
pub(crate) fn cells(row: &Row) -> Vec<String> {
    let mut cells = vec![row.zh.clone()];
    for standing in 0..STANDINGS.len() {
        let forms = row.forms.iter().filter(|(s, _)| *s as usize == standing).map(|(_, text)| text.as_str());
        cells.push(forms.collect::<Vec<_>>().join(JOINT));
    }
    cells.extend([&row.domain, &row.kind, &row.sources, &row.clause].map(Clone::clone));
    cells.push(STATUSES[row.status as usize % STATUSES.len()].to_owned());
    cells.extend([&row.note, &row.group].map(Clone::clone));
    cells
}

impl From<Entry<'_>> for Row {
    fn from(entry: Entry<'_>) -> Self {
        let standing = |s: Standing| match s {
            Standing::Preferred => 0,
            Standing::Allowed => 1,
            Standing::Abbreviated => 2,
            Standing::Deprecated => 3,
            Standing::Banned => 4,
        };
        Self {
            file: String::new(),
            line: 0,
            zh: entry.zh().to_owned(),
            forms: entry.forms().map(|(s, text)| (standing(s), text.to_owned())).collect(),
            domain: entry.domain_name().to_owned(),
            kind: entry.kind().to_owned(),
            sources: entry.source_ids().collect::<Vec<_>>().join(JOINT),
            clause: entry.clause().to_owned(),
            status: entry.status() as u32,
            note: entry.note().to_owned(),
            group: entry.group().as_str().to_owned(),
        }
    }
}
