//! What is wrong with a `signlint.toml`: its place, what was expected, and the nearest valid name.

use super::project::Files;
use crate::finding::Lang;
use globset::Glob;
use std::path::Path;

/// A configuration that cannot be used: worded in both languages, with its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{en}")]
pub struct ConfigError {
    pub en: String,
    pub zh: String,
}

impl ConfigError {
    /// The message for a person.
    #[must_use]
    pub fn message(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }
}

/// Words faults with their place in the file.
pub(super) struct Place<'t> {
    pub(super) file: &'t Path,
    pub(super) text: &'t str,
}

impl Place<'_> {
    pub(super) fn at(&self, byte: usize, en: &str, zh: &str) -> ConfigError {
        let before = &self.text[..byte.min(self.text.len())];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before[start..].chars().count() + 1;
        let shown = self.text[start..].lines().next().unwrap_or("");
        let file = self.file.display();
        ConfigError {
            en: format!("error: {file}:{line}:{column}: {en}\n  {shown}"),
            zh: format!("错误：{file}:{line}:{column}：{zh}\n  {shown}"),
        }
    }

    pub(super) fn of(&self, error: &toml::de::Error) -> ConfigError {
        let byte = error.span().map_or(0, |span| span.start);
        let message = error.message();
        // unknown field `X`, expected one of `a`, `b`; unknown variant `X`, expected …
        let names: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
        let unknown = message.starts_with("unknown ");
        let Some((name, valid)) = names.split_first().filter(|(_, valid)| unknown && !valid.is_empty()) else {
            let (en, zh) = wanted(message);
            return self.at(byte, &en, &zh);
        };
        let list = valid.join(", ");
        match nearest(name, valid.iter().copied()) {
            Some(near) => self.at(
                byte,
                &format!("unknown `{name}`; did you mean `{near}`? expected one of {list}"),
                &format!("未知的“{name}”；是否应为“{near}”？可用：{list}"),
            ),
            None => self.at(
                byte,
                &format!("unknown `{name}`; expected one of {list}"),
                &format!("未知的“{name}”；可用：{list}"),
            ),
        }
    }

    pub(super) fn files(&self, patterns: &[String], root: &Path) -> Result<Files, ConfigError> {
        let compiled =
            patterns.iter().map(|p| Glob::new(p).map(|g| g.compile_matcher()).map_err(|e| self.pattern(p, &e)));
        Ok(Files::new(compiled.collect::<Result<_, _>>()?, root))
    }

    pub(super) fn known_rule(&self, name: &str, own: &[String]) -> Result<(), ConfigError> {
        let is_own = |code: &String| code == name || code.split_once('/').is_some_and(|(family, _)| family == name);
        if own.iter().any(is_own) || crate::rules::all_meta().any(|m| m.code == name || m.family() == name) {
            return Ok(());
        }
        let byte = self.text.find(&format!("\"{name}\"")).or_else(|| self.text.find(name)).unwrap_or(0);
        let names = crate::rules::all_meta().flat_map(|m| [m.code, m.family()]);
        let near = nearest(name, names);
        let (hint, hint_zh) =
            near.map_or_else(Default::default, |n| (format!("; did you mean `{n}`?"), format!("；是否应为“{n}”？")));
        Err(self.at(
            byte,
            &format!("no rule or family is called `{name}`{hint} (`signlint rules` lists them)"),
            &format!("没有名为“{name}”的规则或类别{hint_zh}（见 `signlint rules`）"),
        ))
    }

    fn pattern(&self, pattern: &str, error: &globset::Error) -> ConfigError {
        let byte = self.text.find(pattern).unwrap_or(0);
        self.at(
            byte,
            &format!("`{pattern}` is no file pattern: {error}"),
            &format!("“{pattern}”不是文件通配符：{error}"),
        )
    }
}

/// What the parser says of a value of the wrong sort, as what to write in its place.
fn wanted(message: &str) -> (String, String) {
    const SORTS: [(&str, &str, &str); 8] = [
        ("expected struct", "write a table, as in { zh = \"中文\" }", "应为表，如 { zh = \"中文\" }"),
        (
            "expected a sequence",
            "write a list in brackets, as in [\"spelling\"]",
            "应为方括号内的列表，如 [\"spelling\"]",
        ),
        ("expected a map", "write a table, as in { zh = \"中文\" }", "应为表，如 { zh = \"中文\" }"),
        ("expected a string", "write a text in quotes", "应为带引号的文本"),
        ("wanted string or table", "write a name in quotes, as in \"error\"", "应为带引号的名称，如 \"error\""),
        (
            "expected an array of length 2",
            "write a pair, as in [\"出口\", \"Exit\"]",
            "应为一对文本，如 [\"出口\", \"Exit\"]",
        ),
        (
            "enum ColumnName",
            "write a header name in quotes, or the number of a column from 1",
            "应为带引号的列名，或从 1 起的列号",
        ),
        (
            "enum Message",
            "write one text in quotes, or { en = \"…\", zh = \"…\" } with both languages",
            "应为一段带引号的文本，或同时含两种语言的 { en = \"…\", zh = \"…\" }",
        ),
    ];
    if let Some(field) = message.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
        return (format!("`{field}` is missing here"), format!("此处缺少“{field}”"));
    }
    SORTS.iter().find(|(said, ..)| message.contains(said)).map_or_else(
        || (message.to_owned(), format!("TOML 有误：{message}")),
        |(_, en, zh)| ((*en).to_owned(), (*zh).to_owned()),
    )
}

/// The name that is most like this one, where one is.
fn nearest<'n>(name: &str, all: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    const ALIKE: f64 = 0.75;
    let ranked = all.map(|one| (strsim::jaro_winkler(one, name), one));
    ranked.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(alike, _)| *alike >= ALIKE).map(|(_, one)| one)
}
