//! One line of a dictionary: its cells are checked and become a [`Row`].

use super::{Compiler, GROUP, Row, STANDINGS, STATUSES};

/// Where a line stands.
#[derive(Clone, Copy)]
pub(super) struct At<'p> {
    pub(super) path: &'p str,
    /// Physical line (or row of a sheet) from 1.
    pub(super) line: u64,
}

impl Compiler {
    /// Adds one line; `previous` is the Chinese of the line before it.
    pub(super) fn add_row(&mut self, at: At, group: &str, cell: &dyn Fn(&str) -> String, previous: &mut String) {
        let zh = cell("zh");
        if zh.is_empty() {
            self.fault_at(
                at,
                "empty `zh`: give the Chinese text or remove the line".into(),
                "`zh` 为空：请填写中文或删去该行".into(),
            );
            return;
        }
        self.check_order(at, &zh, previous);
        previous.clone_from(&zh);
        let forms = self.forms(at, cell);
        if !forms.iter().any(|(standing, _)| *standing == 0) {
            self.fault_at(
                at,
                format!("`{zh}` has no `preferred` form: fill the cell"),
                format!("“{zh}”没有首选译法：请填写 `preferred`"),
            );
            return;
        }
        let sources = cell("source");
        self.check_sources(at, &sources);
        let status = self.status(at, &cell("status"));
        let own_group = cell(GROUP);
        self.rows.push(Row {
            file: at.path.to_owned(),
            line: at.line,
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

    /// Text behind the last column is a comma that lacks its quotes: half a term would be lost in silence.
    pub(super) fn check_width<'c>(&mut self, at: At, width: usize, cells: impl Iterator<Item = &'c str>) {
        if let Some(surplus) = cells.skip(width).find(|cell| !cell.trim().is_empty()) {
            self.fault_at(
                at,
                format!("`{surplus}` stands behind the last column: put a text that holds a comma in quotes"),
                format!("“{surplus}”超出最后一列：文本中含逗号时请加英文双引号"),
            );
        }
    }

    /// The files of the standard's layer are sorted by their Chinese and hold each once.
    fn check_order(&mut self, at: At, zh: &str, previous: &str) {
        if self.known_sources.is_none() {
            return;
        }
        if zh == previous {
            self.fault_at(
                at,
                format!("`{zh}` stands twice in this file: merge the two lines"),
                format!("“{zh}”在本文件中出现两次：请合并为一行"),
            );
        } else if zh < previous {
            self.fault_at(
                at,
                format!("`{zh}` is out of order after `{previous}`: sort the file by `zh`"),
                format!("“{zh}”排在“{previous}”之后，次序不对：请按 `zh` 排序"),
            );
        }
    }

    /// The English forms with their standing, each once.
    fn forms(&mut self, at: At, cell: &dyn Fn(&str) -> String) -> Vec<(u32, String)> {
        let mut forms: Vec<(u32, String)> = Vec::new();
        for (standing, column) in STANDINGS.iter().enumerate() {
            for form in cell(column).split(" | ").map(str::trim).filter(|f| !f.is_empty()) {
                self.check_form(at, column, form);
                if !forms.iter().any(|(_, known)| known == form) {
                    forms.push((u32::try_from(standing).unwrap_or(0), form.to_owned()));
                } else if self.known_sources.is_some() {
                    self.fault_at(
                        at,
                        format!("`{form}` stands twice on this line: keep the better standing"),
                        format!("“{form}”在本行出现两次：保留等级较高的一处"),
                    );
                }
            }
        }
        forms
    }

    fn check_form(&mut self, at: At, column: &str, form: &str) {
        if let Some(bad) = form.chars().find(|&c| is_cjk(c)) {
            self.fault_at(
                at,
                format!("`{form}` in `{column}` holds the character {bad:?}: English only"),
                format!("`{column}` 中的“{form}”含字符{bad:?}：只能写英文"),
            );
        }
        if form.contains("  ") {
            self.fault_at(
                at,
                format!("`{form}` in `{column}` holds a doubled space: keep one"),
                format!("`{column}` 中的“{form}”有连续空格：只留一个"),
            );
        }
    }

    fn check_sources(&mut self, at: At, sources: &str) {
        let Some(known) = &self.known_sources else { return };
        let ids = || sources.split(" | ").map(str::trim);
        let missing: Vec<&str> = ids().filter(|id| !known.contains(*id)).collect();
        self.used_sources.extend(ids().map(str::to_owned));
        for id in missing {
            self.fault_at(
                at,
                format!("source `{id}` is not in sources.toml: add it there or correct the id"),
                format!("来源“{id}”不在 sources.toml 中：请补入或更正"),
            );
        }
    }

    /// Index into [`STATUSES`]. A project's own entries need not tell it and are then official.
    fn status(&mut self, at: At, text: &str) -> u32 {
        match STATUSES.iter().position(|status| *status == text) {
            Some(index) => u32::try_from(index).unwrap_or(0),
            None if text.is_empty() && self.known_sources.is_none() => 0,
            None => {
                self.fault_at(
                    at,
                    format!("status `{text}`: expected one of {}", STATUSES.join(", ")),
                    format!("status“{text}”无效：应为 {} 之一", STATUSES.join("、")),
                );
                2
            }
        }
    }

    fn fault_at(&mut self, at: At, en: String, zh: String) {
        self.fault(at.path, at.line, en, zh);
    }
}

fn is_cjk(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF)
}
