//! A summary in Markdown for a pull request or a job's page.

use super::Summary;
use super::fields::{citation, position};
use crate::engine::{Outcome, Reported};
use crate::finding::{Lang, Level};
use std::fmt::Write as _;
use std::io::{self, Write};
use std::time::Duration;

/// Findings that are listed: a comment on GitHub holds 65,536 characters.
const MOST: usize = 60;
/// Characters of a cell.
const LONGEST: usize = 200;

/// Writes the figures, then the gravest findings.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, outcome: &Outcome, summary: &mut Summary, took: Duration) -> io::Result<()> {
    let lang = summary.lang;
    let mut rows: Vec<(Level, String)> = Vec::new();
    let mut held = [0_usize; 3];
    for reported in outcome.reported() {
        summary.count(&reported);
        // Of each level no more than could be shown.
        let at = reported.level as usize;
        if held[at] < MOST {
            held[at] += 1;
            rows.push((reported.level, row(outcome, &reported, lang)));
        }
    }
    let all: usize = summary.by_level.values().sum();
    rows.sort_by_key(|(level, _)| std::cmp::Reverse(*level));
    rows.truncate(MOST);
    let say = |en: &'static str, zh: &'static str| if lang == Lang::En { en } else { zh };
    let mut text = format!("## {}\n\n{}\n", say("Bilingual signs", "双语标识检查"), summary.line(lang, took));
    if all == 0 {
        let _ = writeln!(text, "\n{}", say("✅ nothing to mend", "✅ 未发现问题"));
    } else {
        let _ = write!(text, "\n| {} | {} |\n|---|---:|\n", say("Rule", "规则"), say("Findings", "数量"));
        let mut rules: Vec<_> = summary.by_rule.iter().collect();
        rules.sort_by_key(|(code, n)| (std::cmp::Reverse(**n), **code));
        for (code, n) in rules {
            let words = crate::rules::meta(code).map(|m| m.words(lang).summary).unwrap_or_default();
            let _ = writeln!(text, "| `{code}` {} | {n} |", cell(words));
        }
        let heads = say(
            "| | Place | Chinese | English | What is wrong | Write | By |",
            "| | 位置 | 中文 | 英文 | 问题 | 应写作 | 依据 |",
        );
        let open = all <= 10;
        let _ = write!(
            text,
            "\n<details{}><summary>{}</summary>\n\n{heads}\n|---|---|---|---|---|---|---|\n",
            if open { " open" } else { "" },
            say("Findings", "问题列表")
        );
        for (_, row) in &rows {
            text.push_str(row);
        }
        if all > rows.len() {
            let more = all - rows.len();
            let _ = writeln!(
                text,
                "\n{}",
                match lang {
                    Lang::En => format!("and {more} more"),
                    Lang::Zh => format!("另有 {more} 个"),
                }
            );
        }
        text.push_str("\n</details>\n");
    }
    out.write_all(text.as_bytes())
}

fn row(outcome: &Outcome, reported: &Reported, lang: Lang) -> String {
    let mark = match reported.level {
        Level::Error => "🔴",
        Level::Warning => "🟡",
        Level::Info => "🔵",
    };
    let (sign, finding) = (&reported.sign, reported.finding);
    let place = match (sign.location.sheet, position(outcome, reported).line) {
        (None, Some(line)) => format!("{}:{line}", sign.location.file),
        _ => sign.location.to_string(),
    };
    let write = finding.suggestion.as_deref().unwrap_or_default();
    let message = finding.message.get(lang);
    let [place, zh, en, message, write, by] =
        [&place, sign.zh.as_ref(), sign.en.as_ref(), message, write, &citation(reported, lang)].map(cell);
    format!("| {mark} | {place} | {zh} | {en} | {message} | {write} | {by} |\n")
}

/// A text in a cell: no markup, no mention of people, no line break.
fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in super::printable(text).chars().take(LONGEST) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // An invisible joint: GitHub does not take it for a person or an issue.
            '@' => out.push_str("@\u{2060}"),
            '#' => out.push_str("#\u{2060}"),
            '|' | '`' | '*' | '_' | '[' | ']' | '\\' | '~' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}
