//! Flags that several subcommands share: how to read files, which glossaries and profile to use.

use super::{Fault, LangArg, language};
use signlint::analyse::Context;
use signlint::config::Profile;
use signlint::finding::Lang;
use signlint::glossary::{Glossary, Layer};
use signlint::read::{self, ColumnSpec, ReadOptions};
use signlint::sign::Table;
use std::io::Write;

/// How to read files.
#[derive(clap::Args)]
pub(super) struct Reading {
    /// Name the columns: zh=…,en=…,id=… (header names or numbers from 1)
    #[arg(long, value_name = "MAP")]
    pub columns: Option<String>,
    /// Encoding of the files, where detection is wrong (utf-8, gb18030, big5, utf-16le …)
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// Delimiter of the files, where detection is wrong (one character, or `tab`)
    #[arg(long, value_name = "CHAR")]
    pub delimiter: Option<String>,
}

impl Reading {
    /// Reads every path: the tables, and a worded fault for each path that could not be read. Problems of single rows
    /// go to standard error.
    pub(super) fn tables(
        &self,
        paths: &[String],
        need_english: bool,
        lang: Lang,
    ) -> Result<(Vec<Table>, Vec<String>), Fault> {
        let columns = self.columns.as_deref().map(ColumnSpec::parse).transpose().map_err(|e| Fault(e.message(lang)))?;
        let delimiter = match self.delimiter.as_deref() {
            None => None,
            Some("tab" | "\\t" | "\t") => Some(b'\t'),
            Some(one) if one.len() == 1 => Some(one.as_bytes()[0]),
            Some(other) => {
                return Err(Fault(format!(
                    "error: --delimiter {other:?} is not one ASCII character\n  write for instance --delimiter ';' or --delimiter tab"
                )));
            }
        };
        let options = ReadOptions { encoding: self.encoding.clone(), delimiter, columns, need_english };
        let mut tables = Vec::new();
        let mut faults = Vec::new();
        for path in paths {
            match read::read_path(path, &options) {
                Ok(found) => tables.extend(found),
                Err(error) => faults.push(error.message(lang)),
            }
        }
        report_problems(&tables, lang)?;
        Ok((tables, faults))
    }
}

/// Says what was wrong with single rows; all others are checked.
fn report_problems(tables: &[Table], lang: Lang) -> Result<(), Fault> {
    let mut stderr = anstream::stderr().lock();
    for table in tables {
        for problem in &table.problems {
            let column = problem.column.map(|c| format!(":{c}")).unwrap_or_default();
            let text = match lang {
                Lang::En => &problem.en,
                Lang::Zh => &problem.zh,
            };
            writeln!(stderr, "{}:{}{column}: {text}", table.path, problem.line)?;
        }
    }
    Ok(())
}

/// What to check with.
#[derive(clap::Args)]
pub(super) struct Checking {
    /// A project's own glossary, CSV as in dictionaries/; wins over the standard's (repeatable)
    #[arg(long, value_name = "FILE")]
    pub glossary: Vec<String>,
    /// Set of preferences
    #[arg(long, value_enum, default_value_t)]
    pub profile: Profile,
    /// Language of messages [default: the environment's]
    #[arg(long, value_enum)]
    pub lang: Option<LangArg>,
}

impl Checking {
    /// The language of messages.
    pub(super) fn lang(&self) -> Lang {
        language(self.lang)
    }

    /// The context with all layers.
    pub(super) fn context(&self) -> Result<Context, Fault> {
        let mut glossary = Glossary::standard();
        for path in &self.glossary {
            let text = std::fs::read_to_string(path).map_err(|e| {
                Fault(format!("error: glossary {path}: {e}\n  give a CSV file with the columns zh,preferred,…"))
            })?;
            let layer = Layer::compile([(path.as_str(), text.as_str())]).map_err(|e| Fault(format!("error: {e}")))?;
            glossary = glossary.with_layer(layer);
        }
        Ok(Context { glossary, profile: self.profile, without_names: false })
    }
}
