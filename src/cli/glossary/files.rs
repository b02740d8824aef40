//! Finds the dictionary files that a path means.

use super::{Fault, all_worded, worded};
use signlint::curate::check::File;
use signlint::curate::exchange::Format;
use signlint::curate::{Row, Table};
use signlint::finding::Lang;
use signlint::glossary::Glossary;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Folders of whole entries in a set of dictionaries.
const GROUPS: [&str; 4] = ["names", "institutions", "terms", "notices"];
/// The table of sources, which makes a folder a set of dictionaries.
const SOURCES: &str = "sources.toml";

/// The dictionary files below the paths, and the source ids that they may cite where the folder has a table of them.
pub(super) struct Found {
    pub files: Vec<File>,
    /// Path and ids of `sources.toml`.
    pub sources: Option<(String, BTreeSet<String>)>,
    /// Ids that the other data below the folder cites (grammar, readings, phrases).
    pub cited_elsewhere: BTreeSet<String>,
}

pub(super) fn find(paths: &[String], lang: Lang) -> Result<Found, Fault> {
    let mut found = Found { files: Vec::new(), sources: None, cited_elsewhere: BTreeSet::new() };
    for path in paths {
        let root = Path::new(path);
        if !root.is_dir() {
            found.files.push(File { path: path.clone(), group: "project".into(), text: csv_text(path, lang)? });
            continue;
        }
        let table = root.join(SOURCES);
        if table.is_file() {
            let text = read(&table, lang)?;
            let ids: toml::Table = toml::from_str(&text).map_err(|e| Fault(format!("{}: {e}", table.display())))?;
            found.sources = Some((table.display().to_string(), ids.keys().cloned().collect()));
        }
        for file in csv_files(root)? {
            let folder = file.parent().and_then(Path::file_name).map_or("", |n| n.to_str().unwrap_or(""));
            let text = read(&file, lang)?;
            let path = file.display().to_string();
            if found.sources.is_none() {
                found.files.push(File { path, group: "project".into(), text });
            } else if GROUPS.contains(&folder) {
                found.files.push(File { path, group: folder.to_owned(), text });
            } else {
                found.cited_elsewhere.extend(sources_of(&text));
            }
        }
    }
    if found.files.is_empty() {
        return Err(Fault(match lang {
            Lang::En => format!(
                "error: no dictionary files in {}\n  expected CSV files with the columns zh,preferred,…",
                paths.join(", ")
            ),
            Lang::Zh => format!("错误：{} 中没有词库文件\n  应为含 zh、preferred 等列的 CSV 文件", paths.join("、")),
        }));
    }
    Ok(found)
}

/// A file of any format as the text of a CSV.
fn csv_text(path: &str, lang: Lang) -> Result<String, Fault> {
    match Format::of(path) {
        Some(Format::Csv) => read(Path::new(path), lang),
        _ => {
            let table = table(path, None, lang)?;
            let bytes = Format::Csv.write(&table).map_err(|e| Fault(worded(&e, lang)))?;
            String::from_utf8(bytes).map_err(|e| Fault(format!("{path}: {e}")))
        }
    }
}

/// Reads a table in the format told, or the one its name tells.
pub(super) fn table(path: &str, format: Option<Format>, lang: Lang) -> Result<Table, Fault> {
    let bytes = std::fs::read(path).map_err(|e| unreadable(path, &e, lang))?;
    let Some(format) = format.or_else(|| Format::of(path)) else {
        return Err(Fault(match lang {
            Lang::En => {
                format!("error: {path}: format not known by its name\n  expected .csv, .tbx or .xlsx, or say --format")
            }
            Lang::Zh => format!("错误：{path}：无法由文件名判断格式\n  应为 .csv、.tbx 或 .xlsx，或用 --format 指定"),
        }));
    };
    format.read(path, &bytes).map_err(|e| Fault(format!("error: {}", worded(&e, lang))))
}

/// The entries of files, or of the standard's glossary where none is named.
pub(super) fn entries(paths: &[String], lang: Lang) -> Result<Vec<Row>, Fault> {
    if paths.is_empty() {
        return Ok(Glossary::standard().entries().map(Row::from).collect());
    }
    let mut rows = Vec::new();
    for file in find(paths, lang)?.files {
        let table = Format::Csv
            .read(&file.path, file.text.as_bytes())
            .map_err(|e| Fault(format!("error: {}", worded(&e, lang))))?;
        let found = table.entries().map_err(|e| Fault(format!("error: {}", all_worded(&e, lang))))?;
        rows.extend(found.into_iter().map(|row| {
            let group = if row.group == "project" { file.group.clone() } else { row.group.clone() };
            Row { group, ..row }
        }));
    }
    Ok(rows)
}

/// CSV files below a folder, sorted.
pub(super) fn csv_files(root: &Path) -> Result<Vec<PathBuf>, Fault> {
    let mut files = Vec::new();
    for entry in ignore::WalkBuilder::new(root).sort_by_file_name(std::ffi::OsStr::cmp).build() {
        let entry = entry.map_err(|e| Fault(format!("error: {e}")))?;
        if entry.path().extension().is_some_and(|e| e == "csv") {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// What the `source` column of any data file cites.
fn sources_of(text: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let Some(at) = reader.headers().ok().and_then(|h| h.iter().position(|name| name == "source")) else {
        return Vec::new();
    };
    let cells = reader.into_records().flatten().filter_map(|record| record.get(at).map(str::to_owned));
    cells.flat_map(|cell| cell.split(" | ").map(|id| id.trim().to_owned()).collect::<Vec<_>>()).collect()
}

pub(super) fn read(path: &Path, lang: Lang) -> Result<String, Fault> {
    std::fs::read_to_string(path).map_err(|e| unreadable(&path.display().to_string(), &e, lang))
}

fn unreadable(path: &str, error: &std::io::Error, lang: Lang) -> Fault {
    Fault(match lang {
        Lang::En => format!("error: {path}: {error}\n  check the path and that you may read it"),
        Lang::Zh => format!("错误：{path}：无法读取（{error}）\n  请检查路径和读取权限"),
    })
}
