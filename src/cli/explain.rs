//! `signlint explain RULE`: what is wrong, why, by which clause, with examples.

use super::{Fault, LangArg, Verdict, language};
use anstyle::{AnsiColor, Style};
use signlint::config::Project;
use signlint::finding::Lang;
use signlint::glossary::sources::cited;
use signlint::rules::{Example, all_meta, meta};
use std::io::Write;
use std::path::Path;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Code of the rule, as in findings; a family lists its rules
    rule: String,
    /// Language [default: the environment's]
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
}

/// Runs the subcommand.
pub(super) fn run(args: &Args) -> Result<Verdict, Fault> {
    let lang = language(args.lang);
    let Some(meta) = meta(&args.rule) else {
        if let Some(told) = own_rule(&args.rule, lang) {
            anstream::stdout().lock().write_all(told.as_bytes())?;
            return Ok(Verdict::Pass);
        }
        super::rules::known(&args.rule, lang)?;
        let mut out = anstream::stdout().lock();
        for meta in all_meta().filter(|meta| meta.family() == args.rule) {
            writeln!(out, "{}  {}", meta.code, meta.words(lang).summary)?;
        }
        return Ok(Verdict::Pass);
    };
    let words = meta.words(lang);
    let [level, source, fix, wrong, right] = match lang {
        Lang::En => ["level", "source", "fix", "wrong", "right"],
        Lang::Zh => ["级别", "依据", "修改", "错误", "正确"],
    };
    let bold = Style::new().bold();
    let mut out = anstream::stdout().lock();
    writeln!(out, "{bold}{}{bold:#}  {}\n", meta.code, words.summary)?;
    writeln!(out, "{}\n", words.why)?;
    let citation = meta.citation.citation();
    writeln!(out, "{level}: {}", meta.level)?;
    writeln!(out, "{source}: {}", cited(&citation.source, &citation.clause, lang))?;
    let kind = meta.fix.label(lang);
    writeln!(out, "{fix}: {kind}\n")?;
    for example in meta.examples {
        show(&mut out, example, if example.wrong { wrong } else { right })?;
    }
    Ok(Verdict::Pass)
}

/// What a rule of the project that this folder belongs to says of itself.
fn own_rule(code: &str, lang: Lang) -> Option<String> {
    let project = Project::find(Path::new(".")).ok()??;
    project.custom.iter().find(|rule| rule.code == code).map(|rule| rule.explained(lang))
}

fn show(out: &mut impl Write, example: &Example, label: &str) -> std::io::Result<()> {
    let colour = if example.wrong { AnsiColor::Red } else { AnsiColor::Green };
    let style = Style::new().fg_color(Some(colour.into()));
    let write = example.write.map(|w| format!("  →  {w}")).unwrap_or_default();
    writeln!(out, "{style}{label}{style:#}  {}  {}{write}", example.zh, example.en)
}
