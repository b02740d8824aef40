//! A project's `signlint.toml`: found upward from the files that are checked, read strictly, its faults told by line and
//! column with the nearest valid key.

use super::custom::{self, CustomRule};
use super::{Acceptance, Levels, Profile, Selection, Setting};
use crate::finding::{Lang, Level};
use globset::{Glob, GlobMatcher};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Name of the file.
pub const FILE_NAME: &str = "signlint.toml";

/// Every key of the file, as the JSON Schema lists them.
pub const KEYS: [&str; 13] = [
    "profile",
    "level",
    "fail-on",
    "select",
    "ignore",
    "glossaries",
    "columns",
    "rules",
    "overrides",
    "baseline",
    "custom",
    "accept",
    "lang",
];

/// What a project sets. Everything is optional; the command line wins.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Project {
    /// The file it was read from.
    pub file: PathBuf,
    pub profile: Option<Profile>,
    /// Lowest level shown.
    pub level: Option<Level>,
    /// Lowest level that fails a run; `Some(None)` is `never`.
    pub fail_on: Option<Option<Level>>,
    pub select: Vec<String>,
    pub ignore: Vec<String>,
    /// Glossary files, made absolute from the file's folder; the later wins.
    pub glossaries: Vec<PathBuf>,
    /// `--columns` as text.
    pub columns: Option<String>,
    pub levels: Levels,
    #[doc(hidden)]
    pub overrides: Vec<Override>,
    /// Old findings that are not told again.
    pub baseline: Option<PathBuf>,
    /// The project's own rules.
    #[doc(hidden)]
    pub custom: Vec<CustomRule>,
    /// Findings that the project lives with.
    #[doc(hidden)]
    pub accepted: Vec<Acceptance>,
    pub lang: Option<Lang>,
}

/// The files that patterns name.
#[derive(Debug, Clone)]
pub struct Files {
    patterns: Vec<GlobMatcher>,
    /// The folder that patterns start from.
    root: PathBuf,
}

impl Files {
    /// Whether a file is among them.
    #[must_use]
    pub fn fit(&self, file: &str) -> bool {
        let path = std::path::absolute(file).unwrap_or_else(|_| PathBuf::from(file));
        let inside = path.strip_prefix(&self.root).unwrap_or(&path);
        self.patterns.iter().any(|p| p.is_match(inside))
    }
}

/// Levels for some files.
#[derive(Debug, Clone)]
pub struct Override {
    files: Files,
    pub levels: Levels,
}

impl Override {
    /// Whether it is for this file.
    #[must_use]
    pub fn fits(&self, file: &str) -> bool {
        self.files.fit(file)
    }
}

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

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Raw {
    profile: Option<Profile>,
    level: Option<Shown>,
    fail_on: Option<FailOn>,
    #[serde(default)]
    select: Vec<String>,
    #[serde(default)]
    ignore: Vec<String>,
    #[serde(default)]
    glossaries: Vec<PathBuf>,
    columns: Option<BTreeMap<String, ColumnName>>,
    #[serde(default)]
    rules: BTreeMap<String, Setting>,
    #[serde(default)]
    overrides: Vec<RawOverride>,
    baseline: Option<PathBuf>,
    #[serde(default)]
    custom: Vec<custom::Raw>,
    #[serde(default)]
    accept: Vec<RawAcceptance>,
    lang: Option<RawLang>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct RawAcceptance {
    rules: Vec<String>,
    files: Option<Vec<String>>,
    zh: Option<String>,
    en: Option<String>,
    reason: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct RawOverride {
    files: Vec<String>,
    rules: BTreeMap<String, Setting>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Shown {
    Error,
    Warning,
    Info,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum RawLang {
    En,
    Zh,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum ColumnName {
    Name(String),
    Number(u16),
}

impl Project {
    /// The rules to run: the project's settings, with those of the command line in their place where it has any.
    #[doc(hidden)]
    #[must_use]
    pub fn selection(&self, select: &[String], ignore: &[String], level: Option<Level>) -> Selection {
        let told = |flags: &[String], own: &[String]| if flags.is_empty() { own.to_vec() } else { flags.to_vec() };
        Selection {
            select: told(select, &self.select),
            ignore: told(ignore, &self.ignore),
            level: level.or(self.level).unwrap_or(Level::Info),
            levels: self.levels.clone(),
            overrides: self.overrides.clone(),
            custom: self.custom.clone(),
            accepted: self.accepted.clone(),
        }
    }

    /// The nearest `signlint.toml` from a file or folder upward.
    ///
    /// # Errors
    /// A file that is found and is not as it should be.
    pub fn find(from: &Path) -> Result<Option<Self>, ConfigError> {
        let start = std::path::absolute(from).unwrap_or_else(|_| from.to_path_buf());
        let candidates = start.ancestors().map(|folder| folder.join(FILE_NAME));
        candidates.into_iter().find(|file| file.is_file()).map(|file| Self::read(&file)).transpose()
    }

    /// Reads one file.
    ///
    /// # Errors
    /// A file that cannot be read or is not as it should be.
    pub fn read(file: &Path) -> Result<Self, ConfigError> {
        let text = std::fs::read_to_string(file).map_err(|e| ConfigError {
            en: format!("error: {}: {e}\n  check the path and that you may read it", file.display()),
            zh: format!("错误：{}：无法读取（{e}）\n  请检查路径和读取权限", file.display()),
        })?;
        Self::parse(file, &text)
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn parse(file: &Path, text: &str) -> Result<Self, ConfigError> {
        let raw: Raw = toml::from_str(text).map_err(|e| Place { file, text }.of(&e))?;
        let place = Place { file, text };
        let own: Vec<String> = raw.custom.iter().map(|rule| rule.code.clone()).collect();
        for name in raw.select.iter().chain(&raw.ignore).chain(raw.rules.keys()) {
            place.known_rule(name, &own)?;
        }
        let root = std::path::absolute(file).ok().and_then(|f| f.parent().map(Path::to_path_buf)).unwrap_or_default();
        let mut overrides = Vec::new();
        for one in raw.overrides {
            one.rules.keys().try_for_each(|name| place.known_rule(name, &own))?;
            overrides.push(Override { files: place.files(&one.files, &root)?, levels: Levels::new(one.rules) });
        }
        let mut accepted = Vec::new();
        for one in raw.accept {
            one.rules.iter().try_for_each(|name| place.known_rule(name, &own))?;
            let files = one.files.map(|patterns| place.files(&patterns, &root)).transpose()?;
            accepted.push(Acceptance { rules: one.rules, files, zh: one.zh, en: one.en, reason: one.reason });
        }
        let custom = raw.custom.into_iter().map(|rule| {
            CustomRule::of(rule).map_err(|fault| {
                let byte = text.find(&fault.text).unwrap_or(0);
                place.at(byte, &fault.en, &fault.zh)
            })
        });
        let custom = custom.collect::<Result<_, _>>()?;
        let columns = raw.columns.map(|columns| {
            let one = |(column, name): (String, ColumnName)| match name {
                ColumnName::Name(name) => format!("{column}={name}"),
                ColumnName::Number(number) => format!("{column}={number}"),
            };
            columns.into_iter().map(one).collect::<Vec<_>>().join(",")
        });
        Ok(Self {
            file: file.to_path_buf(),
            profile: raw.profile,
            level: raw.level.map(|level| match level {
                Shown::Error => Level::Error,
                Shown::Warning => Level::Warning,
                Shown::Info => Level::Info,
            }),
            fail_on: raw.fail_on.map(|level| match level {
                FailOn::Error => Some(Level::Error),
                FailOn::Warning => Some(Level::Warning),
                FailOn::Info => Some(Level::Info),
                FailOn::Never => None,
            }),
            select: raw.select,
            ignore: raw.ignore,
            glossaries: raw.glossaries.iter().map(|path| root.join(path)).collect(),
            columns,
            levels: Levels::new(raw.rules),
            overrides,
            baseline: raw.baseline.map(|path| root.join(path)),
            custom,
            accepted,
            lang: raw.lang.map(|lang| match lang {
                RawLang::En => Lang::En,
                RawLang::Zh => Lang::Zh,
            }),
        })
    }
}

/// Words faults with their place in the file.
struct Place<'t> {
    file: &'t Path,
    text: &'t str,
}

impl Place<'_> {
    fn at(&self, byte: usize, en: &str, zh: &str) -> ConfigError {
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

    fn of(&self, error: &toml::de::Error) -> ConfigError {
        let byte = error.span().map_or(0, |span| span.start);
        let message = error.message();
        // unknown field `X`, expected one of `a`, `b`; unknown variant `X`, expected …
        let names: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
        let unknown = message.starts_with("unknown ");
        let Some((name, valid)) = names.split_first().filter(|(_, valid)| unknown && !valid.is_empty()) else {
            return self.at(byte, message, &format!("TOML 有误：{message}"));
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

    fn files(&self, patterns: &[String], root: &Path) -> Result<Files, ConfigError> {
        let compiled =
            patterns.iter().map(|p| Glob::new(p).map(|g| g.compile_matcher()).map_err(|e| self.pattern(p, &e)));
        Ok(Files { patterns: compiled.collect::<Result<_, _>>()?, root: root.to_path_buf() })
    }

    fn known_rule(&self, name: &str, own: &[String]) -> Result<(), ConfigError> {
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

/// The name that is most like this one, where one is.
fn nearest<'n>(name: &str, all: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    const ALIKE: f64 = 0.75;
    let ranked = all.map(|one| (strsim::jaro_winkler(one, name), one));
    ranked.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(alike, _)| *alike >= ALIKE).map(|(_, one)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Project, ConfigError> {
        Project::parse(Path::new("/p/signlint.toml"), text)
    }

    #[test]
    fn a_whole_file_is_read() {
        let project = parse(
            "profile = 'winter-games'\nlevel = 'warning'\nfail-on = 'never'\nignore = ['case']\nglossaries = ['own.csv']\n\
             lang = 'zh'\n[columns]\nzh = '中文'\nen = 3\n[rules]\n'number/mismatch' = 'warning'\n\
             [[overrides]]\nfiles = ['menus/**']\nrules = { spelling = 'off' }\n",
        )
        .expect("valid");
        assert_eq!(project.columns.as_deref(), Some("en=3,zh=中文"));
        assert_eq!(project.glossaries, [PathBuf::from("/p/own.csv")]);
        assert_eq!(project.fail_on, Some(None));
        assert!(project.overrides[0].fits("/p/menus/a.csv") && !project.overrides[0].fits("/p/signs.csv"));
    }

    #[test]
    fn own_rules_are_read_and_keep_their_examples() {
        let project = parse(
            "[[custom]]\ncode = 'venue/no-lift'\nzh = '电梯'\nen = '(?i)lift'\nmessage = 'we say Elevator'\nwrite = 'Elevator'\n\
             bad = [['电梯', 'Lift']]\ngood = [['电梯', 'Elevator'], ['垂直电梯', 'Lift']]\n[rules]\nvenue = 'error'\n",
        )
        .expect("valid");
        let rule = &project.custom[0];
        assert_eq!(rule.check("电梯", "VIP Lift")[0].suggestion.as_deref(), Some("VIP Elevator"));
        assert_eq!(rule.broken_examples().len(), 1);
        for (text, place) in [
            ("[[custom]]\ncode = 'venue'\nzh = 'x'\nmessage = 'm'\n", "signlint.toml:2:9"),
            ("[[custom]]\ncode = 'a/b'\nen = '(x'\nmessage = 'm'\n", "signlint.toml:3:7"),
            ("[[custom]]\ncode = 'a/b'\nmessage = 'm'\n", "signlint.toml:2:9"),
        ] {
            let error = parse(text).expect_err("faulty");
            assert!(error.en.contains(place), "{}", error.en);
        }
    }

    #[test]
    fn acceptances_fit_by_rule_file_and_text() {
        let project = parse(
            "[[accept]]\nrules = ['case']\nfiles = ['menus/**']\nzh = '出口'\nreason = 'the plate hangs already'\n",
        )
        .expect("valid");
        let accepts = |file, rule, zh| project.accepted[0].fits(file, rule, zh, "exit");
        assert!(accepts("/p/menus/a.csv", "case/headline", "出口"));
        assert!(!accepts("/p/signs.csv", "case/headline", "出口"));
        assert!(!accepts("/p/menus/a.csv", "spelling/misspelled-word", "出口"));
        assert!(!accepts("/p/menus/a.csv", "case/headline", "入口"));
        assert!(parse("[[accept]]\nrules = ['case']\n").is_err(), "a reason is needed");
    }

    #[test]
    fn faults_name_place_and_nearest_key() {
        for (text, place, near) in [
            ("profil = 'beijing'\n", "signlint.toml:1:1", "`profile`"),
            ("\n[rules]\n'number/mismach' = 'off'\n", "signlint.toml:3:2", "`number/mismatch`"),
            ("level = 'warnin'\n", "signlint.toml:1:9", "`warning`"),
            ("ignore = ['cas']\n", "signlint.toml:1:12", "`case`"),
            ("level = \n", "signlint.toml:1", ""),
        ] {
            let error = parse(text).expect_err("faulty");
            assert!(error.en.contains(place) && error.en.contains(near), "{}", error.en);
            assert!(error.zh.contains("signlint.toml:"), "{}", error.zh);
        }
    }

    #[test]
    fn the_schema_lists_every_key_and_no_other() {
        let schema = include_str!("../../schema/signlint.schema.json");
        let schema: serde_json::Value = serde_json::from_str(schema).expect("JSON");
        let mut listed: Vec<&str> =
            schema["properties"].as_object().expect("properties").keys().map(String::as_str).collect();
        let mut keys = KEYS.to_vec();
        listed.sort_unstable();
        keys.sort_unstable();
        assert_eq!(listed, keys);
        let error = parse("no-such-key-at-all = 1").expect_err("faulty");
        for key in KEYS {
            assert!(error.en.contains(key), "{key}: {}", error.en);
        }
    }
}
