//! `signlint fix`: mends what the standard leaves no choice about, and with `--unsafe` what a person should look at.

use super::inputs::{Inputs, Setup};
use super::{Fault, Verdict, output};
use signlint::engine::Checker;
use signlint::finding::{Lang, Level};
use signlint::mend::{Mended, changes, mend_table};
use signlint::read;
use signlint::report::counted;
use signlint::sign::Table;
use signlint::write::{Change, Rewritten, rewrite};
use similar::{ChangeTag, TextDiff};
use std::io::Write;
use std::path::Path;

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
    inputs: Inputs,
}

/// Runs the subcommand.
pub(super) fn run(args: &Args) -> Result<Verdict, Fault> {
    let Setup { project, lang, context } = args.inputs.checking.setup(&args.paths)?;
    let project = project.unwrap_or_default();
    super::rules::all_known(args.select.iter().chain(&args.ignore), &project, lang)?;
    let selection = project.selection(&args.select, &args.ignore, Some(Level::Info));
    let checker = Checker::new(context, selection);
    let mut out = anstream::stdout().lock();
    let (mut signs, mut changed, mut faults) = (0, 0, Vec::new());
    let (sources, unread) = read::sources(&args.paths);
    faults.extend(unread.iter().map(|e| e.message(lang)));
    if args.output.is_some() && sources.len() != 1 {
        return Err(Fault(match lang {
            Lang::En => format!("error: -o takes one input, not {}\n  use --write for several files", sources.len()),
            Lang::Zh => format!("错误：-o 只接受一个输入文件，现有 {} 个\n  多个文件请用 --write", sources.len()),
        }));
    }
    if args.write && args.paths.iter().any(|path| path == "-") {
        return Err(Fault(match lang {
            Lang::En => {
                "error: standard input cannot be rewritten in place\n  say -o - for standard output, or -o FILE".into()
            }
            Lang::Zh => "错误：标准输入无法就地改写\n  请用 -o - 输出到标准输出，或用 -o 文件".into(),
        }));
    }
    let (mut fixed, mut verdict) = (0, Verdict::Pass);
    for source in sources {
        let (bytes, tables) = match args.inputs.reading.tables_of(&source, lang, Some(&project)) {
            Ok(read) => read,
            Err(Fault(message)) => {
                faults.push(message);
                continue;
            }
        };
        verdict = Verdict::on(&tables, verdict);
        let mended: Vec<_> = tables.iter().map(|table| mend_table(&checker, table, args.all, &|_| true)).collect();
        fixed += mended.iter().map(|m| m.stopped).sum::<usize>();
        let mended: Vec<_> = mended.into_iter().map(|m| m.records).collect();
        let here = mended.iter().map(Vec::len).sum::<usize>();
        let changes: Vec<_> = tables.iter().zip(&mended).map(|(table, mended)| changes(table, mended)).collect();
        if !args.write && args.output.is_none() {
            for (table, mended) in tables.iter().zip(&mended) {
                diff(&mut out, table, mended)?;
            }
            signs += here;
            changed += usize::from(changes.iter().any(|c| !c.is_empty()));
            if tables.first().is_some_and(|table| table.format.writes_back()) {
                // What cannot be written is told before it is tried.
                put_back(&bytes, &tables, &changes, lang)?;
            }
            continue;
        }
        let Rewritten { bytes: new, left } = match put_back(&bytes, &tables, &changes, lang) {
            Ok(rewritten) => rewritten,
            Err(Fault(message)) => {
                faults.push(message);
                continue;
            }
        };
        faults.extend(left.iter().map(|cell| match lang {
            Lang::En => format!("{cell}: a formula fills this cell; mend what it refers to"),
            Lang::Zh => format!("{cell}：该单元格由公式得出；请修改其引用的单元格"),
        }));
        signs += here - left.len().min(here);
        changed += usize::from(new != bytes);
        if args.output.is_some() {
            output::write(args.output.as_deref(), &new, lang)?;
        } else if new != bytes {
            output::replace(Path::new(&source.path), &new, lang)?;
        }
    }
    summary(lang, signs, changed, args.write || args.output.is_some())?;
    if fixed > 0 {
        let told = match lang {
            Lang::En => format!(
                "{} cannot be rewritten where the text stands (keys, msgid, source, block texts, inline tags, merged cells): mend by hand; signlint check tells what to write",
                counted(fixed, "sign")
            ),
            Lang::Zh => format!(
                "{fixed} 条标识位于不改写之处（键、msgid、source、块文本、行内标记、合并单元格）：请手工修改，应写内容见 signlint check"
            ),
        };
        writeln!(anstream::stderr().lock(), "{told}")?;
    }
    if !faults.is_empty() {
        return Err(Fault(faults.join("\n")));
    }
    let only_shown = !args.write && args.output.is_none();
    Ok(match verdict {
        Verdict::Pass if only_shown && signs > 0 => Verdict::Fail,
        verdict => verdict,
    })
}

/// The file with its changes.
fn put_back(bytes: &[u8], tables: &[Table], changes: &[Vec<Change>], lang: Lang) -> Result<Rewritten, Fault> {
    let changed: Vec<(&Table, &[Change])> = tables.iter().zip(changes.iter().map(Vec::as_slice)).collect();
    rewrite(bytes, &changed).map_err(|e| Fault(e.message(lang)))
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
        writeln!(out, "{bold}{}{bold:#}  {}  [{}]", old.location, old.zh, rules.join(", "))?;
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
        (Lang::En, true) => writeln!(stderr, "{} mended in {}", counted(signs, "sign"), counted(files, "file")),
        (Lang::En, false) => {
            writeln!(stderr, "{} can be mended in {}; --write does it", counted(signs, "sign"), counted(files, "file"))
        }
        (Lang::Zh, true) => writeln!(stderr, "已修正 {files} 个文件中的 {signs} 条标识"),
        (Lang::Zh, false) => writeln!(stderr, "{files} 个文件中有 {signs} 条标识可修正；加 --write 写入"),
    }
}
