//! `signlint glossary`: check, count, export and import glossaries.

mod check;
mod export;
mod files;
mod import;
mod stats;

use super::{Fault, LangArg, Verdict, language};
use clap::Subcommand;
use signlint::curate::{all_worded, worded};

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
    /// Language of messages [default: the environment's]
    #[arg(long, value_enum, global = true)]
    lang: Option<LangArg>,
}

#[derive(Subcommand)]
enum Command {
    /// Check glossaries: schema, doubles, contradictions, scripts, pinyin, sources, and our own rules
    Check(check::Args),
    /// Count entries by domain, kind, source and status
    Stats(stats::Args),
    /// Write the glossary as CSV, TBX-Basic (ISO 30042) or XLSX
    Export(export::Args),
    /// Merge a CSV, TBX or XLSX into dictionary files
    Import(import::Args),
}

/// Runs the subcommand.
pub(super) fn run(args: &Args) -> Result<Verdict, Fault> {
    let lang = language(args.lang);
    match &args.command {
        Command::Check(args) => check::run(args, lang),
        Command::Stats(args) => stats::run(args, lang),
        Command::Export(args) => export::run(args, lang),
        Command::Import(args) => import::run(args, lang),
    }
}
