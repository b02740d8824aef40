//! A project's own rules, from patterns in `signlint.toml`: no Rust needed.

use crate::finding::{Citation, Finding, Lang, Level, Text};
use crate::fix::{Edit, Fix, Safety};
use crate::sign::Field;
use regex::Regex;

/// A rule of a project: where the patterns hold, its message is told.
#[derive(Debug, Clone)]
pub struct CustomRule {
    /// `family/what-is-wrong`. Lives as long as the program: a configuration is read once.
    pub code: &'static str,
    /// What the Chinese must match; `None` matches all.
    zh: Option<Regex>,
    /// What the English must match; `None` matches the whole cell.
    en: Option<Regex>,
    /// Where the English matches this, the rule is silent.
    unless: Option<Regex>,
    message: Text,
    level: Level,
    /// What replaces the match (`$1` for groups).
    write: Option<String>,
    source: String,
    /// Pairs that it must flag, and pairs on which it must stay silent.
    bad: Vec<[String; 2]>,
    good: Vec<[String; 2]>,
}

/// What a user writes of a rule.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Raw {
    pub(super) code: String,
    zh: Option<String>,
    en: Option<String>,
    unless: Option<String>,
    message: Message,
    level: Option<RawLevel>,
    write: Option<String>,
    #[serde(default)]
    source: String,
    #[serde(default)]
    bad: Vec<[String; 2]>,
    #[serde(default)]
    good: Vec<[String; 2]>,
}

#[derive(Debug, Clone, serde::Deserialize)]
#[serde(untagged)]
enum Message {
    One(String),
    Both { en: String, zh: String },
}

#[derive(Debug, Clone, Copy, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
enum RawLevel {
    Info,
    Warning,
    Error,
}

/// Why a rule cannot be used: what it says there, and what is wrong with it in both languages.
pub(super) struct Fault {
    pub(super) text: String,
    pub(super) en: String,
    pub(super) zh: String,
}

/// Largest compiled pattern, in bytes.
const LARGEST: usize = 1 << 20;

impl CustomRule {
    pub(super) fn of(raw: Raw) -> Result<Self, Fault> {
        let named = raw.code.split('/').count() == 2
            && raw.code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '/' | '-'))
            && !raw.code.starts_with('/')
            && !raw.code.ends_with('/');
        if !named || crate::rules::meta(&raw.code).is_some() {
            return Err(Fault {
                en: format!(
                    "`{}` is no code for a rule; write family/what-is-wrong in small letters, not one of signlint's own",
                    raw.code
                ),
                zh: format!("“{}”不能作规则代码；应为小写的“类别/问题”，且不与内置规则重名", raw.code),
                text: raw.code,
            });
        }
        if raw.zh.is_none() && raw.en.is_none() {
            return Err(Fault {
                en: format!("rule `{}` has no pattern; give `zh`, `en` or both", raw.code),
                zh: format!("规则“{}”没有模式；请给出 `zh`、`en` 或两者", raw.code),
                text: raw.code,
            });
        }
        if let (Some(write), Some(en)) = (&raw.write, &raw.en) {
            unknown_group(write, &compiled(en)?)?;
        }
        let compile = |pattern: Option<String>| pattern.map(|p| compiled(&p)).transpose();
        let message = match raw.message {
            Message::One(text) => Text { en: text.clone(), zh: text },
            Message::Both { en, zh } => Text { en, zh },
        };
        Ok(Self {
            code: Box::leak(raw.code.into_boxed_str()),
            zh: compile(raw.zh)?,
            en: compile(raw.en)?,
            unless: compile(raw.unless)?,
            message,
            level: match raw.level {
                Some(RawLevel::Info) => Level::Info,
                Some(RawLevel::Error) => Level::Error,
                Some(RawLevel::Warning) | None => Level::Warning,
            },
            write: raw.write,
            source: raw.source,
            bad: raw.bad,
            good: raw.good,
        })
    }

    /// What the rule finds on one sign.
    #[must_use]
    pub fn check(&self, zh: &str, en: &str) -> Vec<Finding> {
        let silent =
            self.zh.as_ref().is_some_and(|p| !p.is_match(zh)) || self.unless.as_ref().is_some_and(|p| p.is_match(en));
        if silent {
            return Vec::new();
        }
        let Some(pattern) = &self.en else {
            return vec![self.finding(en, 0..en.len(), self.write.clone())];
        };
        let found = pattern.captures_iter(en).filter_map(|captures| {
            // A pattern that may match nothing marks something, or the cell that is empty.
            let span = captures.get(0).map(|m| m.range()).filter(|span| !span.is_empty() || en.is_empty())?;
            let write = self.write.as_ref().map(|template| {
                let mut out = String::new();
                captures.expand(template, &mut out);
                out
            });
            let write = write.filter(|write| !self.finds_again(pattern, en, &span, write));
            Some(self.finding(en, span, write))
        });
        found.collect()
    }

    /// Whether a text in the place of a match would be found there again: as a fix it would grow for ever.
    fn finds_again(&self, pattern: &Regex, en: &str, span: &std::ops::Range<usize>, write: &str) -> bool {
        let whole = [&en[..span.start], write, &en[span.end..]].concat();
        let end = span.start + write.len();
        !self.unless.as_ref().is_some_and(|p| p.is_match(&whole))
            && pattern.find_iter(&whole).any(|m| m.start() < end && m.end() > span.start)
    }

    fn finding(&self, en: &str, span: std::ops::Range<usize>, write: Option<String>) -> Finding {
        let fix = write.map(|text| Fix {
            edits: vec![Edit { field: Field::En, span: span.clone(), text }],
            safety: Safety::Suggested,
        });
        Finding {
            rule: self.code,
            level: self.level,
            field: Field::En,
            span,
            message: self.message.clone(),
            suggestion: fix.as_ref().map(|fix| fix.apply_to_english(en)),
            fix,
            citation: Citation { source: self.source.clone(), clause: String::new() },
        }
    }

    /// The examples that do not hold, worded: a bad pair on which the rule is silent, a good one that it flags.
    #[must_use]
    pub fn broken_examples(&self) -> Vec<Text> {
        let flags = |[zh, en]: &[String; 2]| !self.check(zh, en).is_empty();
        let silent = self.bad.iter().filter(|pair| !flags(pair)).map(|[zh, en]| Text {
            en: format!("{}: silent on the bad example {zh} = {en}", self.code),
            zh: format!("{}：未提示错误示例 {zh} = {en}", self.code),
        });
        let noisy = self.good.iter().filter(|pair| flags(pair)).map(|[zh, en]| Text {
            en: format!("{}: flags the good example {zh} = {en}", self.code),
            zh: format!("{}：误报正确示例 {zh} = {en}", self.code),
        });
        let endless =
            |[zh, en]: &&[String; 2]| self.write.is_some() && self.check(zh, en).iter().any(|f| f.fix.is_none());
        let endless = self.bad.iter().filter(endless).map(|[zh, en]| Text {
            en: format!("{}: what `write` gives for {zh} = {en} is found again, so that it is no fix", self.code),
            zh: format!("{}：`write` 对 {zh} = {en} 的改写仍会被本规则发现，不能作为修正", self.code),
        });
        silent.chain(noisy).chain(endless).collect()
    }

    /// The level that it reports at.
    #[must_use]
    pub fn level(&self) -> Level {
        self.level
    }

    /// What it tells of a sign.
    #[must_use]
    pub fn message(&self, lang: Lang) -> &str {
        self.message.get(lang)
    }

    /// What the rule says of itself: its message, level, source, patterns and examples.
    #[must_use]
    pub fn explained(&self, lang: Lang) -> String {
        let [level, source, silent, wrong, right] = match lang {
            Lang::En => ["level", "source", "silent where the English matches", "wrong", "right"],
            Lang::Zh => ["级别", "依据", "英文匹配此式时不提示", "错误", "正确"],
        };
        let mut lines = vec![format!("{}  {}", self.code, self.message.get(lang)), String::new()];
        lines.push(format!("{level}: {}", self.level));
        lines.extend((!self.source.is_empty()).then(|| format!("{source}: {}", self.source)));
        for (name, pattern) in [("zh", &self.zh), ("en", &self.en), (silent, &self.unless)] {
            lines.extend(pattern.as_ref().map(|pattern| format!("{name}: {pattern}")));
        }
        lines.extend(self.write.as_ref().map(|write| format!("write: {write}")));
        for (label, pairs) in [(wrong, &self.bad), (right, &self.good)] {
            lines.extend(pairs.iter().map(|[zh, en]| format!("{label}  {zh}  {en}")));
        }
        lines.join("\n") + "\n"
    }

    /// How many examples it has.
    #[must_use]
    pub fn examples(&self) -> usize {
        self.bad.len() + self.good.len()
    }
}

/// What is to be written must not ask for a group that the pattern has not.
fn unknown_group(write: &str, pattern: &Regex) -> Result<(), Fault> {
    let known = |name: &str| match name.parse::<usize>() {
        Ok(number) => number < pattern.captures_len(),
        Err(_) => pattern.capture_names().flatten().any(|own| own == name),
    };
    // As the replacement reads them: ${name}, or $ and all letters, digits and low lines behind it; $$ is a dollar.
    let plain = write.replace("$$", "");
    for asked in plain.split('$').skip(1) {
        let braced = asked.strip_prefix('{').and_then(|rest| rest.split_once('}')).map(|(name, _)| name);
        let bare = asked.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or("");
        let name = braced.unwrap_or(bare);
        if !name.is_empty() && !known(name) {
            return Err(Fault {
                en: format!("`${name}` is no group of the pattern `en`; write ${{1}} before letters, $$ for a dollar"),
                zh: format!("模式 `en` 中没有分组“${name}”；后面紧接字母时写 ${{1}}，美元符号写 $$"),
                text: write.to_owned(),
            });
        }
    }
    Ok(())
}

fn compiled(pattern: &str) -> Result<Regex, Fault> {
    regex::RegexBuilder::new(pattern).size_limit(LARGEST).build().map_err(|e| {
        let why = e.to_string().lines().last().unwrap_or_default().trim().to_owned();
        Fault {
            en: format!("`{pattern}` is no pattern: {why}"),
            zh: format!("“{pattern}”不是有效的正则表达式：{why}"),
            text: pattern.to_owned(),
        }
    })
}
