//! The report as a page and as Markdown. The page is one file: styles and script are inside, and it asks no other host.

use super::{FEWEST_SIGNS, Report, chart};
use crate::finding::Lang;
use crate::glossary::sources::cited;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, Value, context};
use std::sync::LazyLock;

const STYLE: &str = include_str!("page/report.css");
const SCRIPT: &str = include_str!("page/report.js");

static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut templates = Environment::new();
    templates.set_auto_escape_callback(|name| if name.ends_with(".md") { AutoEscape::None } else { AutoEscape::Html });
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    templates.set_syntax(syntax.expect("the usual delimiters"));
    templates.add_filter("number", grouped);
    templates.add_filter("one", |value: Option<f64>| value.map_or("–".to_owned(), |v| format!("{v:.1}")));
    templates.add_filter("signed", signed);
    templates.add_filter("source_zh", |label: String| cited(&label, "", Lang::Zh));
    templates.add_filter("cell", |text: String| cell(&text));
    for (name, source) in [
        ("parts.html", include_str!("page/parts.html")),
        ("report.html", include_str!("page/report.html")),
        ("report.md", include_str!("page/report.md")),
    ] {
        templates.add_template(name, source).expect("the templates are part of the program and tested");
    }
    templates
});

/// A change with its sign; what rounds to nothing has none.
fn signed(value: f64) -> String {
    let text = format!("{value:+.1}");
    if text == "-0.0" || text == "+0.0" { "±0.0".to_owned() } else { text }
}

/// A number with its thousands apart: 1,234,567.
pub(super) fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Text as one cell of a Markdown table: no character of it is markup.
fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '&' | '#' | '~' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// What templates read.
fn values(report: &Report, lang: Lang) -> Value {
    let svg = Value::from_safe_string;
    context! {
        lang => if lang == Lang::Zh { "zh" } else { "en" },
        style => svg(STYLE.to_owned()),
        script => svg(SCRIPT.to_owned()),
        parts => chart::PARTS,
        fewest => FEWEST_SIGNS,
        counted => report.total.counted(),
        bilingual => report.total.bilingual(),
        shares => context! {
            bilingual => report.total.share(report.total.bilingual()),
            correct => report.total.share(report.total.correct),
            doubtful => report.total.share(report.total.doubtful),
            wrong => report.total.share(report.total.wrong),
            no_english => report.total.share(report.total.without_english),
            no_chinese => report.total.share(report.total.without_chinese),
        },
        charts => context! {
            whole => svg(chart::whole(&report.total)),
            districts => svg(chart::by_group(&report.districts, "districts-chart")),
            domains => svg(chart::by_group(&report.domains, "domains-chart")),
            families => svg(chart::by_family(&report.families, "families-chart")),
        },
        report => Value::from(Serde(report)),
    }
}

/// The report as one self-contained HTML file in both languages; `lang` is the one shown first.
///
/// # Errors
/// None that a report can cause; a fault of the template.
pub fn html(report: &Report, lang: Lang) -> Result<String, Error> {
    TEMPLATES.get_template("report.html")?.render(values(report, lang))
}

/// The report as Markdown, in one language.
///
/// # Errors
/// None that a report can cause; a fault of the template.
pub fn markdown(report: &Report, lang: Lang) -> Result<String, Error> {
    TEMPLATES.get_template("report.md")?.render(values(report, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_thousands_apart() {
        assert_eq!([grouped(0), grouped(999), grouped(-1000), grouped(1_234_567)], ["0", "999", "-1,000", "1,234,567"]);
    }

    #[test]
    fn no_cell_is_markup() {
        assert_eq!(cell("a|b\n<i>*"), "a\\|b \\<i\\>\\*");
    }
}
