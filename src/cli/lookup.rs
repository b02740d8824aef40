//! `signlint lookup`: a term in either language, exact, in part, by pinyin, or nearly.

use super::inputs::Checking;
use super::{Fault, Verdict};
use signlint::expect::Standing;
use signlint::finding::Lang;
use signlint::glossary::lookup::{How, lookup};
use signlint::glossary::{Entry, sources};
use std::io::Write;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Chinese, English or pinyin
    text: String,
    /// Most entries shown
    #[arg(long, default_value_t = 10)]
    limit: usize,
    #[command(flatten)]
    checking: Checking,
}

/// Runs the subcommand.
pub(super) fn run(args: &Args) -> Result<Verdict, Fault> {
    let lang = args.checking.lang();
    let context = args.checking.context()?;
    let found = lookup(&context.glossary, &args.text, args.limit);
    let mut out = anstream::stdout().lock();
    if found.is_empty() {
        return Err(Fault(match lang {
            Lang::En => format!("{}: no entry; try `signlint suggest {}`", args.text, args.text),
            Lang::Zh => format!("{}：词库中没有；可试 `signlint suggest {}`", args.text, args.text),
        }));
    }
    for (how, entry) in found {
        show(&mut out, how, entry, lang)?;
    }
    Ok(Verdict::Pass)
}

fn show(out: &mut impl Write, how: How, entry: Entry, lang: Lang) -> std::io::Result<()> {
    let bold = anstyle::Style::new().bold();
    let how = match (how, lang) {
        (How::Exact, _) => "",
        (How::Part, Lang::En) => "  (contains it)",
        (How::Part, Lang::Zh) => "  （包含）",
        (How::Pinyin, Lang::En) => "  (by pinyin)",
        (How::Pinyin, Lang::Zh) => "  （拼音相同）",
        (How::Nearly, Lang::En) => "  (nearly)",
        (How::Nearly, Lang::Zh) => "  （相近）",
    };
    writeln!(out, "{bold}{}{bold:#}  {}{how}", entry.zh(), entry.preferred())?;
    let label = |standing: Standing| match (standing, lang) {
        (Standing::Preferred | Standing::Allowed, Lang::En) => "also",
        (Standing::Preferred | Standing::Allowed, Lang::Zh) => "亦可",
        (Standing::Abbreviated, Lang::En) => "short",
        (Standing::Abbreviated, Lang::Zh) => "缩写",
        (Standing::Deprecated, Lang::En) => "old",
        (Standing::Deprecated, Lang::Zh) => "旧译",
        (Standing::Banned, Lang::En) => "wrong",
        (Standing::Banned, Lang::Zh) => "误译",
    };
    for (standing, text) in entry.forms().skip(1) {
        writeln!(out, "    {}: {text}", label(standing))?;
    }
    let sources: Vec<&str> = entry.source_ids().map(sources::label).collect();
    writeln!(
        out,
        "    {} · {} · {} · {} {}",
        entry.domain_name(),
        entry.kind(),
        entry.status().as_str(),
        sources.join(", "),
        entry.clause()
    )
}
