//! Flags that several subcommands share: how to read files, which glossaries and profile to use.

use super::{Fault, LangArg, language};
use signlint::analyse::Context;
use signlint::config::{Profile, Project};
use signlint::curate::layer;
use signlint::finding::Lang;
use signlint::format::Format;
use signlint::glossary::Glossary;
use signlint::read::{self, ColumnSpec, ReadOptions, Source};
use signlint::sign::Table;
use std::io::Write;
use std::path::{Path, PathBuf};

/// How to read inventories and what to check them with.
#[derive(clap::Args)]
pub(super) struct Inputs {
    #[command(flatten)]
    pub reading: Reading,
    #[command(flatten)]
    pub checking: Checking,
}

/// How to read files.
#[derive(clap::Args)]
pub(super) struct Reading {
    /// Name the columns: zh=…,en=…,id=… (header names or numbers from 1)
    #[arg(long, value_name = "MAP")]
    pub columns: Option<String>,
    /// Encoding of the files, where detection is wrong (utf-8, gb18030, big5, utf-16le …)
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// Format of the files, where their names and contents do not tell (csv, xlsx, json, po, xliff …)
    #[arg(long, value_name = "NAME")]
    pub input_format: Option<String>,
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
        project: Option<&Project>,
    ) -> Result<(Vec<Table>, Vec<String>), Fault> {
        let options = self.options(need_english, lang, project)?;
        let (sources, faults) = read::sources(paths);
        let mut faults: Vec<String> = faults.iter().map(|e| e.message(lang)).collect();
        let mut tables = Vec::new();
        for source in &sources {
            match read::bytes_of(&source.path).and_then(|bytes| read::read_source(source, bytes, &options)) {
                Ok(found) => tables.extend(found),
                Err(error) => faults.push(error.message(lang)),
            }
        }
        if tables.is_empty() && faults.is_empty() {
            faults.push(read::ReadError::NoFiles { path: paths.join(", ") }.message(lang));
        }
        report_problems(&tables, lang)?;
        Ok((tables, faults))
    }

    /// Reads one source and keeps its bytes, for commands that write it again.
    pub(super) fn tables_of(
        &self,
        source: &Source,
        lang: Lang,
        project: Option<&Project>,
    ) -> Result<(Vec<u8>, Vec<Table>), Fault> {
        self.read_one(source, &self.options(true, lang, project)?, lang)
    }

    fn read_one(&self, source: &Source, options: &ReadOptions, lang: Lang) -> Result<(Vec<u8>, Vec<Table>), Fault> {
        let worded = |e: read::ReadError| Fault(e.message(lang));
        let bytes = read::bytes_of(&source.path).map_err(worded)?;
        let tables = read::read_source(source, bytes.clone(), options).map_err(worded)?;
        report_problems(&tables, lang)?;
        Ok((bytes, tables))
    }

    /// Reads one file that need not have an English column, and keeps its bytes.
    pub(super) fn tables_to_fill(
        &self,
        path: &str,
        lang: Lang,
        project: Option<&Project>,
    ) -> Result<(Vec<u8>, Vec<Table>), Fault> {
        let source = Source { path: path.to_owned(), partner: None, is_named: true };
        self.read_one(&source, &self.options(false, lang, project)?, lang)
    }

    fn options(&self, need_english: bool, lang: Lang, project: Option<&Project>) -> Result<ReadOptions, Fault> {
        let told = self.columns.as_deref().or(project.and_then(|p| p.columns.as_deref()));
        let columns = columns(told, lang)?;
        let delimiter = match self.delimiter.as_deref() {
            None => None,
            Some("tab" | "\\t" | "\t") => Some(b'\t'),
            Some(one) if one.len() == 1 && !matches!(one, "\"" | "\n" | "\r") => Some(one.as_bytes()[0]),
            Some(other) => {
                return Err(Fault(match lang {
                    Lang::En => format!(
                        "error: --delimiter {other:?} is not one ASCII character that may stand between cells\n  write for instance --delimiter ';' or --delimiter tab"
                    ),
                    Lang::Zh => format!(
                        "错误：--delimiter {other:?} 不是可作分隔符的单个 ASCII 字符\n  例如 --delimiter ';' 或 --delimiter tab"
                    ),
                }));
            }
        };
        let format = match self.input_format.as_deref() {
            None => None,
            Some(name) => Some(Format::named(name).ok_or_else(|| {
                let known = Format::names().collect::<Vec<_>>().join(", ");
                Fault(match lang {
                    Lang::En => format!("error: --input-format {name:?} is not known\n  give one of {known}"),
                    Lang::Zh => format!("错误：未知格式 --input-format {name}\n  可用：{known}"),
                })
            })?),
        };
        Ok(ReadOptions { format, encoding: self.encoding.clone(), delimiter, columns, need_english })
    }
}

/// The columns that are told.
pub(super) fn columns(told: Option<&str>, lang: Lang) -> Result<Option<ColumnSpec>, Fault> {
    told.map(ColumnSpec::parse).transpose().map_err(|e| Fault(e.message(lang)))
}

/// Says what was wrong with single rows; all others are checked.
fn report_problems(tables: &[Table], lang: Lang) -> Result<(), Fault> {
    let mut stderr = anstream::stderr().lock();
    for table in tables {
        for note in &table.notes {
            writeln!(stderr, "{}", note.get(lang))?;
        }
        for problem in &table.problems {
            let column = problem.column.map(|c| format!(":{c}")).unwrap_or_default();
            let text = match lang {
                Lang::En => &problem.en,
                Lang::Zh => &problem.zh,
            };
            let line = if problem.line > 0 { format!(":{}", problem.line) } else { String::new() };
            writeln!(stderr, "{}{line}{column}: {text}", table.path)?;
        }
    }
    Ok(())
}

/// What to check with.
#[derive(clap::Args)]
pub(super) struct Checking {
    /// A project's own glossary (CSV, TBX or XLSX); wins over the standard's (repeatable)
    #[arg(long, value_name = "FILE")]
    pub glossary: Vec<String>,
    /// Set of preferences [default: beijing]
    #[arg(long, value_enum)]
    pub profile: Option<Profile>,
    /// Use this configuration instead of the nearest signlint.toml
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub config: Option<PathBuf>,
    /// Use no signlint.toml
    #[arg(long)]
    pub no_config: bool,
    /// Language of messages [default: the environment's]
    #[arg(long, value_enum)]
    pub lang: Option<LangArg>,
}

/// What a run works with: the project's settings with the command line's on top.
pub(super) struct Setup {
    pub project: Option<Project>,
    pub lang: Lang,
    pub context: Context,
}

impl Checking {
    /// The settings for the files given; without files, those of the current folder.
    pub(super) fn setup(&self, paths: &[String]) -> Result<Setup, Fault> {
        let asked = language(self.lang);
        let project = self.project(paths, asked)?;
        let lang = match (self.lang, project.as_ref().and_then(|p| p.lang)) {
            (None, Some(lang)) => lang,
            _ => asked,
        };
        let mut glossary = Glossary::standard();
        let own = project.iter().flat_map(|p| p.glossaries.iter().cloned());
        for path in own.chain(self.glossary.iter().map(PathBuf::from)) {
            let layer = layer(&path).map_err(|e| Fault(e.message(lang).to_owned()))?;
            glossary = glossary.with_layer(layer);
        }
        let profile = self.profile.or(project.as_ref().and_then(|p| p.profile)).unwrap_or_default();
        Ok(Setup { project, lang, context: Context { glossary, profile, without_names: false } })
    }

    fn project(&self, paths: &[String], lang: Lang) -> Result<Option<Project>, Fault> {
        if self.no_config {
            return Ok(None);
        }
        let worded = |e: signlint::config::ConfigError| Fault(e.message(lang).to_owned());
        if let Some(file) = &self.config {
            return Project::read(file).map(Some).map_err(worded);
        }
        let mut found: Option<Project> = None;
        let here = [String::from(".")];
        let paths = if paths.is_empty() { &here } else { paths };
        for (at, path) in paths.iter().enumerate() {
            let from = if path == "-" { Path::new(".") } else { Path::new(path) };
            let project = Project::find(from).map_err(worded)?;
            let file = |p: &Option<Project>| p.as_ref().map(|p| p.file.clone());
            if at > 0 && file(&project) != file(&found) {
                return Err(Fault(match lang {
                    Lang::En => format!(
                        "error: {path} and {} belong to different projects\n  check them one by one, or say --config FILE or --no-config",
                        paths[0]
                    ),
                    Lang::Zh => format!(
                        "错误：{path} 与 {} 属于不同项目\n  请分别检查，或用 --config FILE、--no-config 指定",
                        paths[0]
                    ),
                }));
            }
            found = project;
        }
        Ok(found)
    }
}
