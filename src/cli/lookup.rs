//! `signlint lookup`: a term in either language, exact, in part, by pinyin or initials, or nearly.

use super::inputs::{Checking, Setup};
use super::{Fault, Verdict};
use clap::ValueEnum;
use serde_json::{Value, json};
use signlint::finding::Lang;
use signlint::glossary::lookup::{Hit, How, lookup};
use signlint::glossary::{EntryView, sources};
use signlint::text::has_han;
use std::io::Write;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Chinese (simplified or traditional), English, pinyin or its initials
    #[arg(required = true)]
    text: Vec<String>,
    /// Most entries shown
    #[arg(long, value_name = "N", default_value_t = 10)]
    limit: usize,
    /// Form of the output
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    checking: Checking,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Entries for a person
    Text,
    /// A list of entries with all their fields
    Json,
}

/// Runs the subcommand.
pub(super) fn run(args: &Args) -> Result<Verdict, Fault> {
    let Setup { lang, context, .. } = args.checking.setup(&[])?;
    let text = args.text.join(" ");
    let found = lookup(&context.glossary, &text, args.limit);
    let mut out = anstream::stdout().lock();
    if args.format == Format::Json {
        let all: Vec<Value> = found.iter().map(as_json).collect();
        writeln!(out, "{}", serde_json::to_string_pretty(&all).map_err(|e| Fault(e.to_string()))?)?;
        return Ok(if found.is_empty() { Verdict::Fail } else { Verdict::Pass });
    }
    if found.is_empty() {
        let mut stderr = anstream::stderr().lock();
        // Only Chinese can be composed.
        let composes = has_han(&text);
        match lang {
            Lang::En if composes => writeln!(stderr, "{text}: no entry; try `signlint suggest {text}`")?,
            Lang::Zh if composes => writeln!(stderr, "{text}：词库中没有；可试 `signlint suggest {text}`")?,
            Lang::En => writeln!(stderr, "{text}: no entry")?,
            Lang::Zh => writeln!(stderr, "{text}：词库中没有")?,
        }
        return Ok(Verdict::Fail);
    }
    found.iter().try_for_each(|hit| show(&mut out, hit, lang))?;
    Ok(Verdict::Pass)
}

fn as_json(hit: &Hit) -> Value {
    let mut object = json!(EntryView::of(hit.entry));
    object["how"] = hit.how.as_str().into();
    object["closeness"] = (f64::from((hit.closeness * 100.0).round()) / 100.0).into();
    object
}

/// Why an entry is shown, where it is not the text itself.
fn reason(how: How, lang: Lang) -> &'static str {
    match (how, lang) {
        (How::Exact, _) => "",
        (How::Start, Lang::En) => "  (begins with it)",
        (How::Start, Lang::Zh) => "  （以此开头）",
        (How::Part, Lang::En) => "  (contains it)",
        (How::Part, Lang::Zh) => "  （包含）",
        (How::Pinyin, Lang::En) => "  (sounds the same)",
        (How::Pinyin, Lang::Zh) => "  （拼音相同）",
        (How::PinyinPart, Lang::En) => "  (in its pinyin)",
        (How::PinyinPart, Lang::Zh) => "  （拼音包含）",
        (How::Initials, Lang::En) => "  (initials of its pinyin)",
        (How::Initials, Lang::Zh) => "  （拼音首字母）",
        (How::Nearly, Lang::En) => "  (nearly)",
        (How::Nearly, Lang::Zh) => "  （相近）",
    }
}

fn show(out: &mut impl Write, hit: &Hit, lang: Lang) -> std::io::Result<()> {
    let bold = anstyle::Style::new().bold();
    let entry = hit.entry;
    writeln!(out, "{bold}{}{bold:#}  {}{}", entry.zh(), entry.preferred(), reason(hit.how, lang))?;
    for (standing, text) in entry.forms().skip(1) {
        writeln!(out, "    {}: {text}", standing.label(lang))?;
    }
    let sources: Vec<&str> = entry.source_ids().map(|id| sources::label_in(id, lang)).collect();
    let domain = entry.domain().map_or(entry.domain_name(), |domain| domain.name_in(lang));
    let sources = sources.join(if lang == Lang::Zh { "；" } else { ", " });
    let facts = [domain, entry.kind(), entry.status().name_in(lang), &sources, entry.clause()];
    writeln!(out, "    {}", facts.iter().filter(|f| !f.is_empty()).copied().collect::<Vec<_>>().join(" · "))
}
