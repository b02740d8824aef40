//! `signlint rules`: the list of rules.

use super::{Fault, LangArg, Verdict, language};
use signlint::finding::Lang;
use signlint::rules::all_meta;
use std::io::Write;
use unicode_width::UnicodeWidthStr;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Language [default: the environment's]
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
}

/// Runs the subcommand.
pub(super) fn run(args: &Args) -> Result<Verdict, Fault> {
    let lang = language(args.lang);
    let width = all_meta().map(|m| m.code.width()).max().unwrap_or(0);
    let mut out = anstream::stdout().lock();
    for meta in all_meta() {
        let summary = if lang == Lang::Zh { meta.zh.summary } else { meta.en.summary };
        writeln!(out, "{:width$}  {:7}  {summary}", meta.code, meta.level.as_str())?;
    }
    Ok(Verdict::Pass)
}

/// A usage error where no rule or family has this name, with the nearest one.
pub(super) fn known(name: &str) -> Result<(), Fault> {
    if all_meta().any(|m| m.code == name || m.family() == name) {
        return Ok(());
    }
    let names = all_meta().flat_map(|m| [m.code, m.family()]);
    let nearest = names.max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
    let hint = nearest.map(|n| format!("\n  did you mean {n}?")).unwrap_or_default();
    Err(Fault(format!("error: no rule or family is called {name}{hint}\n  signlint rules lists them")))
}
