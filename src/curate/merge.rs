//! `glossary import`: merges a table into a dictionary file. Lines that do not change stay byte for byte.
//!
//! A line is known by its `zh` (and its `domain`, where both have one). Columns that the import lacks and cells that
//! it leaves empty keep what the dictionary has: so a table with the columns zh,source,clause upgrades citations and
//! touches nothing else.

use super::Fault;
use super::table::Table;
use crate::glossary::compile::{GROUP, HEADER};
use rustc_hash::FxHashMap;

/// A merged file and what happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    pub text: String,
    /// `zh` of lines that were added.
    pub added: Vec<String>,
    /// `zh` of lines that were changed.
    pub changed: Vec<String>,
    /// Lines of the import that say what the dictionary says.
    pub unchanged: usize,
    /// `zh` of lines for which the dictionary has no entry, where none may be added.
    pub unknown: Vec<String>,
}

/// A line of the dictionary: its bytes and its cells.
struct Line {
    raw: String,
    cells: Vec<String>,
}

/// Merges `table` into the CSV `text`. `add` tells whether unknown entries are added, sorted by `zh`.
///
/// # Errors
/// A dictionary that is no CSV with a `zh` column, or a table without one.
pub fn merge(path: &str, text: &str, table: &Table, add: bool) -> Result<Merged, Fault> {
    let (mut header, mut lines) = split(path, text)?;
    // A new file keeps all that the import has.
    if lines.is_empty() && table.column(GROUP).is_some() && !header.iter().any(|h| h == GROUP) {
        header.push(GROUP.to_owned());
    }
    let column = |name: &str| header.iter().position(|h| h == name);
    let (Some(zh), Some(new_zh)) = (column("zh"), table.column("zh")) else {
        let file = if column("zh").is_none() { path } else { &table.file };
        return Err(Fault {
            file: file.to_owned(),
            line: 1,
            en: "no column `zh`: expected a header such as zh,preferred,…".into(),
            zh: "缺少 `zh` 列：表头应如 zh,preferred,…".into(),
        });
    };
    let (domain, new_domain) = (column("domain"), table.column("domain"));
    let mut merged =
        Merged { text: String::new(), added: Vec::new(), changed: Vec::new(), unchanged: 0, unknown: Vec::new() };
    let mut places: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, line) in lines.iter().enumerate() {
        places.entry(line.cells.get(zh).cloned().unwrap_or_default()).or_default().push(at);
    }
    let mut fresh: Vec<Vec<String>> = Vec::new();
    for (_, cells) in &table.rows {
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).map_or("", String::as_str);
        let key = cell(Some(new_zh));
        let same_domain = |line: &Line| {
            let ours = domain.and_then(|at| line.cells.get(at)).map_or("", String::as_str);
            let theirs = cell(new_domain);
            ours.is_empty() || theirs.is_empty() || ours == theirs
        };
        let place = places.get(key).and_then(|all| all.iter().copied().find(|at| same_domain(&lines[*at])));
        let Some(line) = place.and_then(|at| lines.get_mut(at)) else {
            if add {
                fresh.push(header.iter().map(|name| cell(table.column(name)).to_owned()).collect());
                merged.added.push(key.to_owned());
            } else {
                merged.unknown.push(key.to_owned());
            }
            continue;
        };
        let mut changed = false;
        for (at, name) in header.iter().enumerate() {
            let value = cell(table.column(name));
            if name != GROUP && !value.is_empty() && line.cells.get(at).is_none_or(|old| old != value) {
                line.cells.resize(header.len(), String::new());
                value.clone_into(&mut line.cells[at]);
                changed = true;
            }
        }
        if changed {
            line.raw = record(&line.cells);
            merged.changed.push(key.to_owned());
        } else {
            merged.unchanged += 1;
        }
    }
    insert_sorted(&mut lines, fresh, zh);
    merged.text = record(&header);
    if let Some(first) = text.lines().next().filter(|_| !text.is_empty()) {
        merged.text = format!("{first}{}", ending(text));
    }
    for line in &lines {
        merged.text.push_str(&line.raw);
        if !line.raw.ends_with('\n') {
            merged.text.push('\n');
        }
    }
    Ok(merged)
}

/// Puts new lines before the first line whose `zh` comes after theirs; the old lines keep their order.
fn insert_sorted(lines: &mut Vec<Line>, mut fresh: Vec<Vec<String>>, zh: usize) {
    fresh.sort_by(|a, b| a.get(zh).cmp(&b.get(zh)));
    let mut fresh = fresh.into_iter().peekable();
    let mut all = Vec::with_capacity(lines.len() + fresh.len());
    for line in lines.drain(..) {
        while let Some(cells) = fresh.next_if(|cells| cells.get(zh) < line.cells.get(zh)) {
            all.push(Line { raw: record(&cells), cells });
        }
        all.push(line);
    }
    all.extend(fresh.map(|cells| Line { raw: record(&cells), cells }));
    *lines = all;
}

fn ending(text: &str) -> &'static str {
    if text.lines().next().is_some_and(|first| text[first.len()..].starts_with("\r\n")) { "\r\n" } else { "\n" }
}

/// The header and the lines of a dictionary; an empty text is a dictionary without lines.
fn split(path: &str, text: &str) -> Result<(Vec<String>, Vec<Line>), Fault> {
    if text.trim().is_empty() {
        return Ok((HEADER.iter().map(|h| (*h).to_owned()).collect(), Vec::new()));
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut starts: Vec<(usize, Vec<String>)> = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(0);
        match reader.read_record(&mut record) {
            Ok(true) => starts.push((start, record.iter().map(|c| c.trim().to_owned()).collect())),
            Ok(false) => break,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                return Err(Fault {
                    file: path.to_owned(),
                    line,
                    en: format!("not readable as CSV: {error}"),
                    zh: format!("无法按 CSV 读取：{error}"),
                });
            }
        }
    }
    let ends: Vec<usize> = starts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]).collect();
    let mut lines =
        starts.into_iter().zip(ends).map(|((start, cells), end)| Line { raw: text[start..end].to_owned(), cells });
    let mut header = lines.next().map(|l| l.cells).unwrap_or_default();
    if let Some(first) = header.first_mut() {
        *first = first.trim_start_matches('\u{feff}').to_owned();
    }
    Ok((header, lines.collect()))
}

fn record(cells: &[String]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = writer.write_record(cells).ok().and_then(|()| writer.into_inner().ok());
    written.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DICTIONARY: &str =
        "zh,preferred,allowed,source,clause\n出口,Exit,,gbt30240-1,\n\"厕所\",Toilet,,gbt30240-1,\n";

    fn table(header: &[&str], rows: &[&[&str]]) -> Table {
        let own = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
        Table { file: "new.csv".into(), header: own(header), rows: (2..).zip(rows.iter().map(|r| own(r))).collect() }
    }

    #[test]
    fn citations_are_upgraded_and_nothing_else() {
        let new = table(&["zh", "source", "clause"], &[&["出口", "db11t334-2020", "A.1"]]);
        let merged = merge("d.csv", DICTIONARY, &new, true).expect("merged");
        assert_eq!(merged.text, DICTIONARY.replace("Exit,,gbt30240-1,", "Exit,,db11t334-2020,A.1"));
        assert_eq!(merged.changed, ["出口"]);
    }

    #[test]
    fn merging_again_changes_nothing() {
        let new = table(&["zh", "preferred"], &[&["入口", "Entrance"], &["出口", "Way Out"]]);
        let once = merge("d.csv", DICTIONARY, &new, true).expect("merged");
        assert_eq!(once.added, ["入口"]);
        let twice = merge("d.csv", &once.text, &new, true).expect("merged");
        assert_eq!((twice.text, twice.unchanged), (once.text, 2));
    }

    #[test]
    fn entries_that_may_not_be_added_are_named() {
        let new = table(&["zh", "preferred"], &[&["入口", "Entrance"]]);
        let merged = merge("d.csv", DICTIONARY, &new, false).expect("merged");
        assert_eq!((merged.text.as_str(), merged.unknown), (DICTIONARY, vec!["入口".to_owned()]));
    }
}
