//! A project's `signlint.toml`: found upward from the files that are checked, read strictly, its faults told by line and
//! column with the nearest valid key.

#[cfg(test)]
mod tests;

use super::custom::CustomRule;
use super::fault::{ConfigError, Place};
use super::raw::Raw;
use super::{Acceptance, Levels, Profile, Selection};
use crate::finding::{Lang, Level};
use globset::GlobMatcher;
use std::io::ErrorKind;
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
        let text = std::fs::read_to_string(file).map_err(|e| match e.kind() {
            ErrorKind::InvalidData => ConfigError {
                en: format!("error: {}: not UTF-8\n  save it as UTF-8", file.display()),
                zh: format!("错误：{}：不是 UTF-8 编码\n  请另存为 UTF-8", file.display()),
            },
            _ => ConfigError {
                en: format!("error: {}: {e}\n  check the path and that you may read it", file.display()),
                zh: format!("错误：{}：无法读取（{e}）\n  请检查路径和读取权限", file.display()),
            },
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
            level: raw.level.map(Into::into),
            fail_on: raw.fail_on.map(Into::into),
            select: raw.select,
            ignore: raw.ignore,
            glossaries: raw.glossaries.iter().map(|path| root.join(path)).collect(),
            columns: raw.columns.flag(),
            levels: Levels::new(raw.rules),
            overrides,
            baseline: raw.baseline.map(|path| root.join(path)),
            custom,
            accepted,
            lang: raw.lang.map(Into::into),
        })
    }
}
