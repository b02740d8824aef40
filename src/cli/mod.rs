//! One file per subcommand; this one reads the command line and maps outcomes to exit codes.

mod baseline;
mod changed;
mod check;
mod config;
mod explain;
mod fix;
mod glossary;
mod help_zh;
mod init;
mod inputs;
mod lookup;
#[cfg(feature = "lsp")]
mod lsp;
mod output;
mod progress;
mod report;
mod rules;
#[cfg(feature = "serve")]
mod serve;
mod suggest;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use signlint::finding::Lang;
use signlint::read::ReadError;
use signlint::sign::Table;
use std::io::Write;
use std::process::ExitCode;

/// Checks Beijing's Chinese-English public signs against the standards.
#[derive(Parser)]
#[command(name = "signlint", version, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 usage or input error.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check inventories of signs: tables, workbooks, JSON, translations; files, folders, or standard input (-)
    Check(check::Args),
    /// Report the state of a language environment: shares, worst venues, frequent errors, progress
    Report(report::Args),
    /// Mend what the standard leaves no choice about; shows a diff unless told to write
    Fix(fix::Args),
    /// Say what the standard would write for a Chinese text
    Suggest(suggest::Args),
    /// Look a term up, in either language: exact, part, pinyin, or nearly
    Lookup(lookup::Args),
    /// Keep glossaries: check, stats, export, import
    Glossary(glossary::Args),
    /// Write a commented signlint.toml for the inventories of a folder
    Init(init::Args),
    /// Check a signlint.toml and the examples of its own rules
    Config(config::Args),
    /// List the rules
    Rules(rules::Args),
    /// Explain a rule: what is wrong, why, by which clause, with examples
    Explain(explain::Args),
    /// Serve an editor: findings while you type, hover, quick fixes, completion (LSP over standard input and output)
    #[cfg(feature = "lsp")]
    Lsp(lsp::Args),
    /// Serve the local web page and the HTTP API
    #[cfg(feature = "serve")]
    Serve(serve::Args),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangArg {
    En,
    Zh,
}

/// The language asked for, else the one of the environment.
fn language(asked: Option<LangArg>) -> Lang {
    match asked {
        Some(LangArg::En) => Lang::En,
        Some(LangArg::Zh) => Lang::Zh,
        None => {
            let set =
                ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|v| std::env::var(v).ok().filter(|s| !s.is_empty()));
            if set.is_some_and(|s| s.starts_with("zh")) { Lang::Zh } else { Lang::En }
        }
    }
}

/// A fault of usage or input: already worded for the user.
#[derive(Debug)]
pub(crate) struct Fault(pub String);

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self(format!("error: {}", signlint::read::io_en(&error)))
    }
}

/// Whether findings reached the level that fails the run.
pub(crate) enum Verdict {
    Pass,
    Fail,
    /// Some of the input could not be read; the rest was checked.
    Faulty,
}

impl Verdict {
    /// The verdict on what was done with these tables: rows that could not be read fail a run before any finding.
    fn on(tables: &[Table], otherwise: Self) -> Self {
        if tables.iter().any(|table| !table.problems.is_empty()) { Self::Faulty } else { otherwise }
    }
}

/// Runs the command line.
pub(crate) fn run() -> ExitCode {
    if let Some(argument) = std::env::args_os().find(|a| a.to_str().is_none()) {
        let path = argument.to_string_lossy().into_owned();
        let _ = writeln!(anstream::stderr().lock(), "{}", ReadError::Name { path }.message(language(None)));
        return ExitCode::from(2);
    }
    let cli = parsed();
    let verdict = match cli.command {
        Command::Check(args) => check::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Fix(args) => fix::run(&args),
        Command::Suggest(args) => suggest::run(&args),
        Command::Lookup(args) => lookup::run(&args),
        Command::Glossary(args) => glossary::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Config(args) => config::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Explain(args) => explain::run(&args),
        #[cfg(feature = "lsp")]
        Command::Lsp(args) => lsp::run(&args),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(&args),
        Command::Completions { shell } => completions(shell),
        Command::Man => manual(),
    };
    match verdict {
        Ok(Verdict::Pass) => ExitCode::SUCCESS,
        Ok(Verdict::Fail) => ExitCode::from(1),
        Ok(Verdict::Faulty) => ExitCode::from(2),
        // A reader that closes the pipe (`| head`) has seen enough.
        Err(Fault(message)) if message.contains("Broken pipe") => ExitCode::SUCCESS,
        Err(Fault(message)) => {
            let mut stderr = anstream::stderr().lock();
            let _ = writeln!(stderr, "{message}");
            ExitCode::from(2)
        }
    }
}

/// Reads the command line; its help is in the language asked for.
fn parsed() -> Cli {
    let arguments: Vec<String> = std::env::args_os().map(|a| a.to_string_lossy().into_owned()).collect();
    if !help_zh::is_wanted(&arguments) {
        return Cli::parse();
    }
    let matches = help_zh::of(Cli::command()).get_matches();
    Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

fn completions(shell: clap_complete::Shell) -> Result<Verdict, Fault> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "signlint", &mut script);
    std::io::stdout().write_all(&script)?;
    Ok(Verdict::Pass)
}

fn manual() -> Result<Verdict, Fault> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut page)?;
    std::io::stdout().write_all(&page)?;
    Ok(Verdict::Pass)
}
