//! The formats in which a glossary travels: CSV, TBX-Basic (ISO 30042:2019) and XLSX. One file per format, each reads
//! into a [`Table`] and writes from one; a round trip loses nothing.

mod csv;
mod tbx;
mod xlsx;

use super::{Fault, Table};
use crate::finding::Lang;
use crate::read::decode_text;
use std::path::Path;

/// A format of exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum Format {
    Csv,
    Tbx,
    Xlsx,
}

impl Format {
    /// The format that a file's name tells.
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        match Path::new(path).extension()?.to_str()?.to_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "tbx" | "xml" => Some(Self::Tbx),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// Reads a file's bytes.
    ///
    /// # Errors
    /// What hinders reading, with the place and what to do.
    pub fn read(self, file: &str, bytes: &[u8]) -> Result<Table, Fault> {
        match self {
            Self::Csv => csv::read(file, bytes),
            Self::Tbx => tbx::read(file, bytes),
            Self::Xlsx => xlsx::read(file, bytes),
        }
    }

    /// Writes a table.
    ///
    /// # Errors
    /// Where the format cannot hold it (more rows than a sheet has).
    pub fn write(self, table: &Table) -> Result<Vec<u8>, Fault> {
        match self {
            Self::Csv => csv::write(table),
            Self::Tbx => tbx::write(table),
            Self::Xlsx => xlsx::write(table),
        }
    }
}

/// The text of a file in any encoding that inventories come in.
fn text_of(file: &str, bytes: &[u8]) -> Result<String, Fault> {
    decode_text(file, bytes.to_vec()).map_err(|error| {
        // The fault names its file itself.
        let said = |lang, before: &str| {
            let message = error.message(lang);
            message.strip_prefix(before).map_or(message.clone(), str::to_owned)
        };
        fault(file, 0, said(Lang::En, &format!("error: {file}: ")), said(Lang::Zh, &format!("错误：{file}：")))
    })
}

fn fault(file: &str, line: u64, en: impl Into<String>, zh: impl Into<String>) -> Fault {
    Fault { file: file.to_owned(), line, en: en.into(), zh: zh.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell() -> impl Strategy<Value = String> {
        // What a cell of a glossary may hold: no line break, no white space at its ends, not the joint of values.
        "[A-Za-z0-9àü'’&<>\"=;,()/.-]{1,6}( [A-Za-z0-9àü'’&<>\"=;,()/.-]{1,6}){0,2}"
    }

    fn table() -> impl Strategy<Value = Table> {
        let status = prop_oneof![Just("official"), Just("semi-official"), Just("unverified")];
        let group = prop_oneof![Just("names"), Just("terms"), Just("notices"), Just("institutions")];
        let row = ("[一-龥]{1,6}(___)?", cell(), cell(), cell(), cell(), cell(), status, group).prop_map(
            |(zh, preferred, allowed, old, source, note, status, group)| {
                let allowed = format!("{allowed} A | {preferred} B");
                let kind = "facility".to_owned();
                [
                    zh,
                    format!("{preferred} P"),
                    allowed,
                    "X.".into(),
                    format!("{old} D"),
                    String::new(),
                    "general".into(),
                    kind,
                    source,
                    "5.1".into(),
                    status.into(),
                    note,
                    group.into(),
                ]
                .to_vec()
            },
        );
        proptest::collection::vec(row, 1..8).prop_map(|rows| Table {
            file: "t".into(),
            header: Table::header(),
            rows: (2..).zip(rows).collect(),
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn a_round_trip_loses_nothing(table in table()) {
            for format in [Format::Csv, Format::Tbx, Format::Xlsx] {
                let bytes = format.write(&table).expect("written");
                let back = format.read("t", &bytes).expect("read");
                let cells = |t: &Table| t.rows.iter().map(|(_, cells)| cells.clone()).collect::<Vec<_>>();
                prop_assert_eq!(&back.header, &table.header, "{:?}", format);
                prop_assert_eq!(cells(&back), cells(&table), "{:?}", format);
            }
        }

        #[test]
        fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            for format in [Format::Csv, Format::Tbx, Format::Xlsx] {
                let _ = format.read("t", &bytes);
            }
        }
    }
}
