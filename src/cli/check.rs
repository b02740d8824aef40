//! `signlint check`: the main job.

use super::changed::Changed;
use super::inputs::{Inputs, Setup};
use super::{Fault, Verdict, baseline, output, progress};
use clap::ValueEnum;
use signlint::engine::Checker;
use signlint::finding::Level;
use signlint::report::{self, Summary};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Files, folders, or - for standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<String>,
    /// Form of the output
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Write the output to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
    /// Run only these rules or families (repeatable, or comma-separated) [default: all]
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,
    /// Leave these rules or families out (repeatable, or comma-separated)
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,
    /// Lowest level shown [default: info]
    #[arg(long, value_enum)]
    level: Option<LevelArg>,
    /// Lowest level that makes the run fail (exit 1) [default: error]
    #[arg(long, value_enum, value_name = "LEVEL")]
    fail_on: Option<FailOn>,
    /// Leave out the findings that this file lists
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write all present findings to the baseline (signlint-baseline.json where none is told), so that only new ones
    /// are told from now on
    #[arg(long)]
    write_baseline: bool,
    /// Tell only findings on signs with a line touched since this git revision
    #[arg(long, value_name = "REV", conflicts_with = "write_baseline")]
    changed_since: Option<String>,
    /// Number of threads [default: one per core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    jobs: Option<u16>,
    #[command(flatten)]
    inputs: Inputs,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Diagnostics for a person
    Text,
    /// One document with a summary
    Json,
    /// One object per finding
    Jsonl,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// GitHub Actions annotations
    Github,
    /// GitLab Code Quality
    Gitlab,
    /// JUnit XML
    Junit,
    /// Checkstyle XML
    Checkstyle,
    /// Reviewdog diagnostics
    Rdjson,
    /// Findings for a spreadsheet
    Csv,
    /// A workbook of all signs with findings and suggestions beside them
    Xlsx,
    /// A summary for a pull request
    Markdown,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LevelArg {
    Error,
    Warning,
    Info,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

impl From<LevelArg> for Level {
    fn from(level: LevelArg) -> Self {
        match level {
            LevelArg::Error => Self::Error,
            LevelArg::Warning => Self::Warning,
            LevelArg::Info => Self::Info,
        }
    }
}

impl FailOn {
    fn level(self) -> Option<Level> {
        match self {
            Self::Error => Some(Level::Error),
            Self::Warning => Some(Level::Warning),
            Self::Info => Some(Level::Info),
            Self::Never => None,
        }
    }
}

/// The folder that holds a file.
fn folder_of(file: &Path) -> Option<PathBuf> {
    Some(std::path::absolute(file).ok()?.parent()?.to_path_buf())
}

/// Runs the subcommand.
pub(super) fn run(args: &Args) -> Result<Verdict, Fault> {
    let began = Instant::now();
    let Setup { project, lang, context } = args.inputs.checking.setup(&args.paths)?;
    output::not_over(args.output.as_deref(), &args.paths, lang)?;
    let project = project.unwrap_or_default();
    super::rules::all_known(args.select.iter().chain(&args.ignore), &project, lang)?;
    if let Some(jobs) = args.jobs {
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs.into()).build_global();
    }
    // A file that cannot be read does not hide the findings of the others.
    let (tables, faults) = args.inputs.reading.tables(&args.paths, true, lang, Some(&project))?;
    let selection = project.selection(&args.select, &args.ignore, args.level.map(Level::from));
    let checker = Checker::new(context, selection);
    let rows = tables.iter().map(|t| t.records.len()).sum();
    let bar = progress::bar(rows);
    let mut outcome = checker.check(&tables, &|done| bar.inc(done as u64));
    bar.finish_and_clear();
    let baseline_file = baseline::file(args.baseline.as_deref(), &project, args.write_baseline);
    // A baseline holds from wherever the check is run.
    let own = Some(project.file.as_path()).filter(|file| !file.as_os_str().is_empty());
    if let Some(folder) = baseline_file.as_deref().or(own).and_then(folder_of) {
        outcome.set_folder(&folder);
    }
    if let Some(file) = baseline_file {
        if args.write_baseline {
            baseline::write(&file, &outcome, lang)?;
        }
        let known = baseline::read(&file, lang)?;
        let (left_out, gone) = outcome.set_baseline(known.counts());
        if args.format == Format::Text {
            known.tell(&mut anstream::stderr().lock(), left_out, &gone, lang)?;
        }
    }
    if let Some(rev) = &args.changed_since {
        let changed = Changed::since(rev, &tables, lang)?;
        outcome.keep_signs(|table, record| changed.touches(table, record));
    }
    for unused in outcome.unused_acceptances() {
        writeln!(anstream::stderr().lock(), "{}", unused.text().get(lang))?;
    }

    let mut summary = Summary::new(&outcome, checker.context(), lang);
    let mut file = output::begin(args.output.as_deref(), lang)?;
    let mut out: Box<dyn Write> = match &mut file {
        Some(file) => Box::new(BufWriter::new(file)),
        // A workbook is bytes, of which nothing may be taken for a colour.
        None if args.format == Format::Xlsx => Box::new(BufWriter::new(std::io::stdout().lock())),
        None => Box::new(BufWriter::new(anstream::stdout().lock())),
    };
    match args.format {
        Format::Text => report::text::write(&mut out, &outcome, &mut summary, lang)?,
        Format::Json => report::json::write(&mut out, &outcome, &mut summary, began)?,
        Format::Jsonl => report::jsonl::write(&mut out, &outcome, &mut summary)?,
        Format::Sarif => report::sarif::write(&mut out, &outcome, &mut summary)?,
        Format::Github => report::github::write(&mut out, &outcome, &mut summary)?,
        Format::Gitlab => report::gitlab::write(&mut out, &outcome, &mut summary)?,
        Format::Junit => report::junit::write(&mut out, &outcome, &mut summary)?,
        Format::Checkstyle => report::checkstyle::write(&mut out, &outcome, &mut summary)?,
        Format::Rdjson => report::rdjson::write(&mut out, &outcome, &mut summary)?,
        Format::Csv => report::csv::write(&mut out, &outcome, &mut summary)?,
        Format::Xlsx => report::xlsx::write(&mut out, &outcome, &mut summary)?,
        Format::Markdown => report::markdown::write(&mut out, &outcome, &mut summary, began.elapsed())?,
    }
    out.flush()?;
    drop(out);
    if let Some(file) = file {
        file.finish()?;
    }
    // Where nothing could be read, figures of nothing would only hide why.
    if args.format == Format::Text && (faults.is_empty() || !outcome.tables().is_empty()) {
        let mut stderr = anstream::stderr().lock();
        writeln!(stderr, "{}", summary.line(lang, began.elapsed()))?;
    }
    if !faults.is_empty() {
        return Err(Fault(faults.join("\n")));
    }
    let fail_on = args.fail_on.map(FailOn::level).or(project.fail_on).unwrap_or(Some(Level::Error));
    let failed = fail_on.is_some_and(|level| summary.highest() >= Some(level));
    Ok(Verdict::on(&tables, if failed { Verdict::Fail } else { Verdict::Pass }))
}
