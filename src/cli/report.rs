//! `signlint report`: the state of a language environment, as a page, as Markdown or as JSON.

use super::inputs::{Inputs, Setup};
use super::{Fault, Verdict, output, progress};
use clap::ValueEnum;
use signlint::engine::Checker;
use signlint::environment::{Report, earlier, html, markdown, today};
use signlint::finding::{Lang, Level};
use signlint::report::counted;
use std::io::Write;
use std::time::Instant;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Inventories: files, folders, or - for standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<String>,
    /// Form of the report
    #[arg(long, value_enum, default_value = "html")]
    format: Format,
    /// Write the report to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
    /// Compare with an earlier report (its JSON)
    #[arg(long, value_name = "REPORT.json")]
    since: Option<String>,
    #[command(flatten)]
    inputs: Inputs,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One self-contained page in both languages
    Html,
    /// Tables in one language, for a wiki or a pull request
    Markdown,
    /// What `--since` reads later
    Json,
}

/// Runs the subcommand.
pub(super) fn run(args: &Args) -> Result<Verdict, Fault> {
    let began = Instant::now();
    let Setup { project, lang, context } = args.inputs.checking.setup(&args.paths)?;
    output::not_over(args.output.as_deref(), &args.paths, lang)?;
    let project = project.unwrap_or_default();
    let before = args.since.as_deref().map(|path| read_earlier(path, lang)).transpose()?;
    let (tables, faults) = args.inputs.reading.tables(&args.paths, true, lang, Some(&project))?;
    // Notes decide nothing in a report, but they are counted.
    let checker = Checker::new(context, project.selection(&[], &[], Some(Level::Info)));
    let bar = progress::bar(tables.iter().map(|t| t.records.len()).sum());
    let outcome = checker.check(&tables, &|done| bar.inc(done as u64));
    bar.finish_and_clear();
    let mut report = Report::of(&outcome, &tables, checker.context(), today());
    if let Some(before) = &before {
        report = report.since(before);
    }
    let failed = |e: &dyn std::fmt::Display| Fault(format!("error: {e}"));
    let text = match args.format {
        Format::Html => html(&report, lang).map_err(|e| failed(&e))?,
        Format::Markdown => markdown(&report, lang).map_err(|e| failed(&e))?,
        Format::Json => serde_json::to_string_pretty(&report).map_err(|e| failed(&e))? + "\n",
    };
    output::write(args.output.as_deref(), text.as_bytes(), lang)?;
    let (seconds, score) = (began.elapsed().as_secs_f64(), report.score.map_or("–".to_owned(), |s| format!("{s:.1}")));
    let mut stderr = anstream::stderr().lock();
    match lang {
        Lang::En => writeln!(stderr, "{}, score {score}; {seconds:.2} s", counted(report.total.signs, "sign"))?,
        Lang::Zh => writeln!(stderr, "共 {} 条标识，得分 {score}；用时 {seconds:.2} 秒", report.total.signs)?,
    }
    if !faults.is_empty() {
        return Err(Fault(faults.join("\n")));
    }
    Ok(Verdict::on(&tables, Verdict::Pass))
}

fn read_earlier(path: &str, lang: Lang) -> Result<Report, Fault> {
    let bytes = std::fs::read(path).map_err(|e| {
        Fault(match lang {
            Lang::En => format!("error: --since {path}: {e}\n  give the JSON of an earlier `signlint report`"),
            Lang::Zh => format!("错误：--since {path}：{e}\n  应为以前 `signlint report` 的 JSON"),
        })
    })?;
    earlier(&bytes).map_err(|e| Fault(e.message(path, lang)))
}
