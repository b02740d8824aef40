//! `signlint fix`: mends what the standard leaves no choice about, and with `--unsafe` what a person should look at.

use super::inputs::{Checking, Reading, Setup};
use super::{Fault, Verdict};
use signlint::engine::Checker;
use signlint::finding::{Lang, Level};
use signlint::mend::{Mended, changes, mend_table};
use signlint::read;
use signlint::sign::Table;
use signlint::write::rewrite;
use similar::{ChangeTag, TextDiff};
use std::io::Write;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Files, folders, or - for standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<String>,
    /// Show what would change (this is the default)
    #[arg(long, conflicts_with_all = ["write", "output"])]
    diff: bool,
    /// Rewrite the files in place
    #[arg(long, conflicts_with = "output")]
    write: bool,
    /// Write the mended file here (one input; - is standard output)
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
    /// Apply suggested fixes too: look at the result
    #[arg(long = "unsafe")]
    all: bool,
    /// Mend only findings of these rules or families
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,
    /// Leave findings of these rules or families
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    checking: Checking,
}

/// Runs the subcommand.
pub(super) fn run(args: &Args) -> Result<Verdict, Fault> {
    let Setup { project, lang, context } = args.checking.setup(&args.paths)?;
    let project = project.unwrap_or_default();
    super::rules::all_known(args.select.iter().chain(&args.ignore), &project)?;
    let selection = project.selection(&args.select, &args.ignore, Some(Level::Info));
    let checker = Checker::new(context, selection);
    let mut out = anstream::stdout().lock();
    let (mut signs, mut changed, mut faults) = (0, 0, Vec::new());
    let files = files(&args.paths, lang)?;
    if args.output.is_some() && files.len() != 1 {
        return Err(Fault(match lang {
            Lang::En => format!("error: -o takes one input, not {}\n  use --write for several files", files.len()),
            Lang::Zh => format!("错误：-o 只接受一个输入文件，现有 {} 个\n  多个文件请用 --write", files.len()),
        }));
    }
    for file in files {
        let (bytes, table) = match args.reading.table_of(&file, lang, Some(&project)) {
            Ok(read) => read,
            Err(Fault(message)) => {
                faults.push(message);
                continue;
            }
        };
        let mended = mend_table(&checker, &table, args.all, &|_| true);
        signs += mended.len();
        let changes = changes(&table, &mended);
        let new = rewrite(&bytes, &table, &changes).map_err(|e| Fault(e.message(lang)))?;
        changed += usize::from(new != bytes);
        match &args.output {
            Some(path) if path == "-" => std::io::stdout().lock().write_all(&new)?,
            Some(path) => crate::atomic::write(path, &new)?,
            None if args.write => {
                if new != bytes {
                    crate::atomic::write(&file, &new)?;
                }
            }
            None => diff(&mut out, &table, &mended)?,
        }
    }
    summary(lang, signs, changed, args.write || args.output.is_some())?;
    if !faults.is_empty() {
        return Err(Fault(faults.join("\n")));
    }
    let only_shown = !args.write && args.output.is_none();
    Ok(if only_shown && signs > 0 { Verdict::Fail } else { Verdict::Pass })
}

/// The files that the paths mean.
fn files(paths: &[String], lang: Lang) -> Result<Vec<String>, Fault> {
    let mut files = Vec::new();
    for path in paths {
        files.extend(read::files(path).map_err(|e| Fault(e.message(lang)))?);
    }
    Ok(files)
}

/// Each changed sign: its place, the old text and the new, the rules.
fn diff(out: &mut impl Write, table: &Table, mended: &[(usize, Mended)]) -> std::io::Result<()> {
    let red = anstyle::Style::new().fg_color(Some(anstyle::AnsiColor::Red.into()));
    let green = anstyle::Style::new().fg_color(Some(anstyle::AnsiColor::Green.into()));
    let bold = anstyle::Style::new().bold();
    for (record, new) in mended {
        let record = &table.records[*record];
        let old = table.sign(record);
        let mut rules = new.rules.clone();
        rules.dedup();
        writeln!(out, "{bold}{}:{}{bold:#}  {}  [{}]", table.path, record.line, old.zh, rules.join(", "))?;
        for (was, is) in [(old.zh.as_ref(), &new.zh), (old.en.as_ref(), &new.en)] {
            if was == is {
                continue;
            }
            let words = TextDiff::from_unicode_words(was, is.as_str());
            for (mark, style, tag) in [("-", red, ChangeTag::Delete), ("+", green, ChangeTag::Insert)] {
                write!(out, "{style}{mark}{style:#} ")?;
                for change in words.iter_all_changes().filter(|c| c.tag() == tag || c.tag() == ChangeTag::Equal) {
                    let text = signlint::report::printable(change.value());
                    if change.tag() == tag { write!(out, "{style}{text}{style:#}")? } else { write!(out, "{text}")? }
                }
                writeln!(out)?;
            }
        }
    }
    Ok(())
}

fn summary(lang: Lang, signs: usize, files: usize, written: bool) -> std::io::Result<()> {
    let mut stderr = anstream::stderr().lock();
    match (lang, written) {
        (Lang::En, true) => writeln!(stderr, "{signs} signs mended in {files} files"),
        (Lang::En, false) => writeln!(stderr, "{signs} signs can be mended in {files} files; --write does it"),
        (Lang::Zh, true) => writeln!(stderr, "已修正 {files} 个文件中的 {signs} 条标识"),
        (Lang::Zh, false) => writeln!(stderr, "{files} 个文件中有 {signs} 条标识可修正；加 --write 写入"),
    }
}
