//! A project's `signlint.toml`: found upward from the files that are checked, read strictly, its faults told by line and
//! column with the nearest valid key.

use super::custom::{self, CustomRule};
use super::fault::{ConfigError, Place};
use super::{Acceptance, Levels, Profile, Selection, Setting};
use crate::finding::{Lang, Level};
use globset::GlobMatcher;
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
    pub(super) fn new(patterns: Vec<GlobMatcher>, root: &Path) -> Self {
        Self { patterns, root: root.to_path_buf() }
    }

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
    #[serde(default)]
    columns: RawColumns,
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

/// The columns by their names on the command line (`--columns`).
#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct RawColumns {
    zh: Option<ColumnName>,
    en: Option<ColumnName>,
    id: Option<ColumnName>,
    domain: Option<ColumnName>,
    kind: Option<ColumnName>,
    place: Option<ColumnName>,
    district: Option<ColumnName>,
    signlint: Option<ColumnName>,
}

impl RawColumns {
    /// As `--columns` takes them.
    fn flag(self) -> Option<String> {
        let columns = [
            ("zh", self.zh),
            ("en", self.en),
            ("id", self.id),
            ("domain", self.domain),
            ("kind", self.kind),
            ("place", self.place),
            ("district", self.district),
            ("signlint", self.signlint),
        ];
        let told = columns.into_iter().filter_map(|(column, name)| match name? {
            ColumnName::Name(name) => Some(format!("{column}={name}")),
            ColumnName::Number(number) => Some(format!("{column}={number}")),
        });
        Some(told.collect::<Vec<_>>().join(",")).filter(|flag| !flag.is_empty())
    }
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
        if let Some(twice) = own.iter().enumerate().find_map(|(at, code)| own[..at].contains(code).then_some(code)) {
            let en = format!("two rules of your own are called `{twice}`; give each its own code");
            return Err(place.at(
                text.rfind(twice.as_str()).unwrap_or(0),
                &en,
                &format!("有两条自定义规则都叫“{twice}”；代码不能重复"),
            ));
        }
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
            columns: raw.columns.flag(),
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
        assert_eq!(project.columns.as_deref(), Some("zh=中文,en=3"));
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
            ("level = 3\n", "signlint.toml:1:9", "a name in quotes"),
            ("select = 'case'\n", "signlint.toml:1:10", "a list in brackets"),
            ("[columns]\nzhh = 'a'\n", "signlint.toml:2:1", "`zh`"),
            ("[columns]\nzh = true\n", "signlint.toml:2:6", "a header name"),
            ("[[accept]]\nrules = ['case']\n", "signlint.toml:1:1", "`reason` is missing"),
            ("[[custom]]\ncode = 'a/b'\nen = 'x'\nmessage = 3\n", "signlint.toml:4:11", "one text in quotes"),
            ("[[custom]]\ncode = 'a/b'\nen = '(x)'\nmessage = 'm'\nwrite = '$2'\n", "signlint.toml:5:10", "`$2`"),
            (
                "[[custom]]\ncode = 'a/b'\nen = 'x'\nmessage = 'm'\n[[custom]]\ncode = 'a/b'\nen = 'y'\nmessage = 'm'\n",
                "signlint.toml:6:9",
                "its own code",
            ),
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
        // What the reader takes, as its own message lists it, and what the schema lists for the same table.
        let properties = |path: &[&str]| {
            let table = path.iter().fold(&schema, |table, step| &table["properties"][step]);
            let table = if table["type"] == "array" { &table["items"] } else { table };
            let mut keys: Vec<String> = table["properties"].as_object().expect("a table").keys().cloned().collect();
            keys.sort_unstable();
            keys
        };
        for (path, text) in [
            (&[][..], "zzz = 1"),
            (&["columns"], "[columns]\nzzz = 1"),
            (&["overrides"], "[[overrides]]\nzzz = 1"),
            (&["custom"], "[[custom]]\nzzz = 1"),
            (&["accept"], "[[accept]]\nzzz = 1"),
        ] {
            let error = parse(text).expect_err("faulty").en;
            let list = error.split("expected one of ").nth(1).and_then(|rest| rest.lines().next()).expect("a list");
            let mut taken: Vec<String> = list.split(", ").map(str::to_owned).collect();
            taken.sort_unstable();
            assert_eq!(taken, properties(path), "{path:?}");
        }
    }
}
