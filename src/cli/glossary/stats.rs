//! `signlint glossary stats`.

use super::{Fault, Verdict, files};
use clap::ValueEnum;
use signlint::curate::stats::Stats;
use signlint::finding::Lang;
use signlint::glossary::sources;
use std::collections::BTreeMap;
use std::io::Write;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Dictionary files or folders [default: the glossary inside the binary]
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// Form of the output
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub(super) fn run(args: &Args, lang: Lang) -> Result<Verdict, Fault> {
    let stats = Stats::of(files::entries(&args.paths, lang)?);
    let mut out = anstream::stdout().lock();
    if args.format == Format::Json {
        writeln!(out, "{}", serde_json::to_string_pretty(&stats).map_err(|e| Fault(e.to_string()))?)?;
        return Ok(Verdict::Pass);
    }
    let say = |en: &'static str, zh: &'static str| match lang {
        Lang::En => en,
        Lang::Zh => zh,
    };
    writeln!(out, "{:>7}  {}", stats.entries, say("entries", "条目"))?;
    writeln!(out, "{:>7}  {}", stats.forms, say("English forms", "英文形式"))?;
    writeln!(out, "{:>7}  {}", stats.with_deprecated, say("entries with an older form", "条目含旧译"))?;
    writeln!(out, "{:>7}  {}", stats.with_banned, say("entries with a wrong form", "条目含误译"))?;
    let label = |id: &str| sources::label(id).to_owned();
    let plain = |id: &str| id.to_owned();
    section(&mut out, say("folder", "分类"), &stats.by_group, plain)?;
    section(&mut out, say("status", "状态"), &stats.by_status, plain)?;
    section(&mut out, say("domain", "领域"), &stats.by_domain, plain)?;
    section(&mut out, say("kind", "种类"), &stats.by_kind, plain)?;
    section(&mut out, say("source of the preferred form", "首选译法来源"), &stats.by_source, label)?;
    Ok(Verdict::Pass)
}

/// Counts under a title, the greatest first.
fn section(
    out: &mut impl Write,
    title: &str,
    counts: &BTreeMap<String, usize>,
    name: impl Fn(&str) -> String,
) -> std::io::Result<()> {
    let bold = anstyle::Style::new().bold();
    writeln!(out, "\n{bold}{title}{bold:#}")?;
    let mut sorted: Vec<(&String, &usize)> = counts.iter().collect();
    sorted.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    sorted.into_iter().try_for_each(|(key, count)| writeln!(out, "{count:>7}  {}", name(key)))
}
