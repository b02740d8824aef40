//! `signlint rules`: the list of rules, for a terminal or as the pages of `docs/`.

use super::{Fault, LangArg, Verdict, language};
use clap::ValueEnum;
use signlint::config::Project;
use signlint::finding::Lang;
use signlint::report::rules_page;
use signlint::rules::all_meta;
use std::io::Write;
use unicode_width::UnicodeWidthStr;

#[derive(clap::Args)]
pub(super) struct Args {
    /// How to write the list
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Language [default: the environment's]
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line for each rule
    Text,
    /// The page docs/rules.md: each rule with its reasons, source and examples
    Markdown,
}

/// Runs the subcommand.
pub(super) fn run(args: &Args) -> Result<Verdict, Fault> {
    let lang = language(args.lang);
    let mut out = anstream::stdout().lock();
    if args.format == Format::Markdown {
        out.write_all(rules_page(lang).as_bytes())?;
        return Ok(Verdict::Pass);
    }
    let width = all_meta().map(|m| m.code.width()).max().unwrap_or(0);
    for meta in all_meta() {
        writeln!(out, "{:width$}  {:7}  {}", meta.code, meta.level.as_str(), meta.words(lang).summary)?;
    }
    // The rules of the project that this folder belongs to.
    let project = Project::find(std::path::Path::new(".")).ok().flatten().unwrap_or_default();
    for rule in &project.custom {
        writeln!(out, "{:width$}  {:7}  {}", rule.code, rule.level().as_str(), rule.message(lang))?;
    }
    Ok(Verdict::Pass)
}

/// A usage error where one of the names is of no rule or family, signlint's or the project's.
pub(super) fn all_known<'n>(
    names: impl Iterator<Item = &'n String>,
    project: &Project,
    lang: Lang,
) -> Result<(), Fault> {
    let own =
        |name: &str| project.custom.iter().any(|rule| rule.code == name || rule.code.starts_with(&format!("{name}/")));
    names.filter(|name| !own(name)).try_for_each(|name| known(name, lang))
}

/// A usage error where no rule or family has this name, with the nearest one.
pub(super) fn known(name: &str, lang: Lang) -> Result<(), Fault> {
    if all_meta().any(|m| m.code == name || m.family() == name) {
        return Ok(());
    }
    // A code is often told without its family.
    let bare = |code: &'static str| code.split_once('/').map_or(code, |(_, bare)| bare);
    let names = all_meta().flat_map(|m| [(m.code, m.code), (m.code, bare(m.code)), (m.family(), m.family())]);
    let like = |told: &str| strsim::jaro_winkler(told, name);
    let nearest = names.max_by(|(_, a), (_, b)| like(a).total_cmp(&like(b))).map_or("", |(code, _)| code);
    Err(Fault(match lang {
        Lang::En => {
            format!("error: no rule or family is called {name}\n  did you mean {nearest}?\n  signlint rules lists them")
        }
        Lang::Zh => {
            format!("错误：没有名为“{name}”的规则或类别\n  是否应为 {nearest}？\n  signlint rules 列出全部规则")
        }
    }))
}
