//! Compiles dictionary CSV files into one flat image.
//!
//! Used twice: by `build.rs` for the standard's layer, whose image is embedded in the binary, and at run time for a
//! project's own `--glossary` files. The image is a string pool, fixed-size records that are read in place, and a
//! serialised automaton over all Chinese keys: nothing is built at start (see reference figures in ARCHITECTURE.md).
//! This file must not use other modules of the crate: `build.rs` includes it by path.

use std::collections::{BTreeMap, HashMap};
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
pub const FORMAT: u32 = 2;

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
            self.add_row(path, group, line, &cell, &mut previous);
        }
    }

    /// Adds rows that another reader has cut into cells: the line and the cells under `header`.
    pub fn add_rows(&mut self, path: &str, group: &str, header: &[String], rows: &[(u64, Vec<String>)]) {
        let Some(columns) = self.header(path, header.iter().map(String::as_str)) else { return };
        let mut previous = String::new();
        for (line, cells) in rows {
            let cell =
                |name: &str| columns.get(name).and_then(|&i| cells.get(i)).map_or("", String::as_str).trim().to_owned();
            self.add_row(path, group, *line, &cell, &mut previous);
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

    fn add_row(&mut self, path: &str, group: &str, line: u64, cell: &dyn Fn(&str) -> String, previous: &mut String) {
        let zh = cell("zh");
        if zh.is_empty() {
            self.fault(
                path,
                line,
                "empty `zh`: give the Chinese text or remove the line".into(),
                "`zh` 为空：请填写中文或删去该行".into(),
            );
            return;
        }
        if self.known_sources.is_some() {
            if zh == *previous {
                self.fault(
                    path,
                    line,
                    format!("`{zh}` stands twice in this file: merge the two lines"),
                    format!("“{zh}”在本文件中出现两次：请合并为一行"),
                );
            } else if zh < *previous {
                self.fault(
                    path,
                    line,
                    format!("`{zh}` is out of order after `{previous}`: sort the file by `zh`"),
                    format!("“{zh}”排在“{previous}”之后，次序不对：请按 `zh` 排序"),
                );
            }
        }
        previous.clone_from(&zh);

        let mut forms: Vec<(u32, String)> = Vec::new();
        for (standing, column) in STANDINGS.iter().enumerate() {
            for form in cell(column).split(" | ").map(str::trim).filter(|f| !f.is_empty()) {
                if let Some(bad) = form.chars().find(|&c| is_cjk(c)) {
                    self.fault(
                        path,
                        line,
                        format!("`{form}` in `{column}` holds the character {bad:?}: English only"),
                        format!("`{column}` 中的“{form}”含字符{bad:?}：只能写英文"),
                    );
                }
                if form.contains("  ") {
                    self.fault(
                        path,
                        line,
                        format!("`{form}` in `{column}` holds a doubled space: keep one"),
                        format!("`{column}` 中的“{form}”有连续空格：只留一个"),
                    );
                }
                if forms.iter().any(|(_, known)| known == form) {
                    if self.known_sources.is_some() {
                        self.fault(
                            path,
                            line,
                            format!("`{form}` stands twice on this line: keep the better standing"),
                            format!("“{form}”在本行出现两次：保留等级较高的一处"),
                        );
                    }
                    continue;
                }
                forms.push((u32::try_from(standing).unwrap_or(0), form.to_owned()));
            }
        }
        if !forms.iter().any(|(standing, _)| *standing == 0) {
            self.fault(
                path,
                line,
                format!("`{zh}` has no `preferred` form: fill the cell"),
                format!("“{zh}”没有首选译法：请填写 `preferred`"),
            );
            return;
        }
        let sources = cell("source");
        if let Some(known) = &self.known_sources {
            let missing: Vec<String> =
                sources.split(" | ").map(str::trim).filter(|id| !known.contains(*id)).map(str::to_owned).collect();
            self.used_sources.extend(sources.split(" | ").map(|id| id.trim().to_owned()));
            for id in missing {
                self.fault(
                    path,
                    line,
                    format!("source `{id}` is not in sources.toml: add it there or correct the id"),
                    format!("来源“{id}”不在 sources.toml 中：请补入或更正"),
                );
            }
        }
        let status_text = cell("status");
        let status = match STATUSES.iter().position(|s| *s == status_text) {
            Some(at) => u32::try_from(at).unwrap_or(0),
            None if status_text.is_empty() && self.known_sources.is_none() => 0,
            None => {
                self.fault(
                    path,
                    line,
                    format!("status `{status_text}`: expected one of {}", STATUSES.join(", ")),
                    format!("status“{status_text}”无效：应为 {} 之一", STATUSES.join("、")),
                );
                2
            }
        };
        let own_group = cell(GROUP);
        self.rows.push(Row {
            file: path.to_owned(),
            line,
            zh,
            forms,
            domain: cell("domain"),
            kind: cell("kind"),
            sources,
            clause: cell("clause"),
            status,
            note: cell("note"),
            group: if own_group.is_empty() { group.to_owned() } else { own_group },
        });
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

    /// Writes the image: header, entries, forms, string pool, automaton, slots of the keys.
    ///
    /// # Errors
    /// When the automaton cannot be built (more keys than daachorse holds).
    pub fn image(mut self) -> Result<Vec<u8>, String> {
        self.rows
            .sort_by(|a, b| a.zh.cmp(&b.zh).then_with(|| a.group.cmp(&b.group)).then_with(|| a.domain.cmp(&b.domain)));
        let mut pool = Pool::default();
        let mut entries: Vec<u32> = Vec::with_capacity(self.rows.len() * ENTRY_WORDS);
        let mut forms: Vec<u32> = Vec::new();
        let mut keys: BTreeMap<&str, u32> = BTreeMap::new();
        for (index, row) in self.rows.iter().enumerate() {
            keys.entry(&row.zh).or_insert(u32::try_from(index).map_err(|_| "too many entries")?);
            let (zh_at, zh_len) = pool.put(&row.zh);
            let first_form = u32::try_from(forms.len() / FORM_WORDS).map_err(|_| "too many forms")?;
            for (standing, text) in &row.forms {
                let (at, len) = pool.put(text);
                forms.extend([at, len, *standing, 0]);
            }
            let count = u32::try_from(row.forms.len()).map_err(|_| "too many forms")?;
            let (domain, _) = pool.put_sized(&row.domain);
            let (kind, _) = pool.put_sized(&row.kind);
            let (sources, _) = pool.put_sized(&row.sources);
            let (clause, _) = pool.put_sized(&row.clause);
            let (note, _) = pool.put_sized(&row.note);
            let (group, _) = pool.put_sized(&row.group);
            entries
                .extend([zh_at, zh_len, first_form, count, domain, kind, sources, clause, row.status, note, group, 0]);
        }
        let patterns: Vec<(&str, u32)> =
            keys.iter().filter(|(zh, _)| !zh.contains("___")).map(|(zh, first)| (*zh, *first)).collect();
        let automaton = if patterns.is_empty() {
            Vec::new()
        } else {
            daachorse::charwise::CharwiseDoubleArrayAhoCorasickBuilder::new()
                .build_with_values(patterns.iter().map(|(zh, first)| (*zh, *first)))
                .map_err(|e| format!("automaton: {e}"))?
                .serialize()
        };
        let slots = crate::hash::slots(keys.iter().map(|(zh, first)| (*zh, *first)));
        Ok(assemble(&[&words(&entries), &words(&forms), pool.text.as_bytes(), &automaton, &words(&slots)]))
    }
}

/// Header (format, then the length of each part), then the parts, each padded to four bytes.
fn assemble(parts: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend(FORMAT.to_le_bytes());
    for part in parts {
        out.extend(u32::try_from(part.len()).unwrap_or(u32::MAX).to_le_bytes());
    }
    for part in parts {
        out.extend_from_slice(part);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}

fn words(values: &[u32]) -> Vec<u8> {
    values.iter().flat_map(|v| v.to_le_bytes()).collect()
}

fn is_cjk(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF)
}

/// Every distinct string once. Strings read by position alone carry their length in front (`put_sized`).
#[derive(Default)]
struct Pool {
    text: String,
    known: HashMap<String, (u32, u32)>,
    sized: HashMap<String, u32>,
}

impl Pool {
    fn put(&mut self, s: &str) -> (u32, u32) {
        if let Some(&place) = self.known.get(s) {
            return place;
        }
        let place = (u32::try_from(self.text.len()).unwrap_or(0), u32::try_from(s.len()).unwrap_or(0));
        self.text.push_str(s);
        self.known.insert(s.to_owned(), place);
        place
    }

    /// As [`Self::put`], with the length as four hexadecimal digits before the text.
    fn put_sized(&mut self, s: &str) -> (u32, u32) {
        if let Some(&at) = self.sized.get(s) {
            return (at, 0);
        }
        let at = u32::try_from(self.text.len()).unwrap_or(0);
        self.text.push_str(&format!("{:04x}{s}", s.len().min(0xffff)));
        self.sized.insert(s.to_owned(), at);
        (at, 0)
    }
}
