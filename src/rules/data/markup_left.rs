//! `data/markup-left`: HTML entities or tags stand in the text: *Lost &amp; Found*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use regex::Regex;
use std::sync::LazyLock;

pub static META: Meta = Meta {
    code: "data/markup-left",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "markup stands in the text",
        why: "Entities (&amp;) and tags (<br>) belong to a web page. On a sign they are printed as they stand.",
    },
    zh: Words {
        summary: "文本残留网页标记", why: "&amp;、<br> 等是网页标记，制成标识时会原样印出。"
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("失物招领", "Lost &amp; Found", "Lost & Found"),
        bad("小心地滑", "CAUTION<br>Wet Floor", "CAUTION Wet Floor"),
        fires("出口", "<b>Exit</b>"),
        good("失物招领", "Lost & Found"),
        good("儿童身高不足1.2米", "Children <1.2 m"),
    ],
};

static MARKUP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)&(?:amp|nbsp|lt|gt|quot|apos|#[0-9]{2,5});|</?(?:br|b|i|p|u|em|strong|span|div|font|td|tr|sup|sub)(?:[ ][^<>]{0,60})?[ ]?/?>|\\[nrt]")
        .expect("a constant pattern")
});

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en_has(['&', '<', '\\']) {
        return;
    }
    let edits: Vec<_> = MARKUP.find_iter(sign.en).map(|m| (m.range(), plain(m.as_str()).to_owned())).collect();
    if let Some(span) = edits.first().map(|(span, _)| span.clone()) {
        report.en(&META, span).edit(sign.en, edits);
    }
}

/// What a mark stands for: a letter, a space for a break, nothing for a tag.
fn plain(mark: &str) -> &'static str {
    let name = mark.to_ascii_lowercase();
    match name.trim_matches(|c: char| !c.is_ascii_alphanumeric()) {
        "amp" | "38" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" | "39" => "'",
        "nbsp" | "br" | "n" | "r" | "t" | "160" => " ",
        _ => "",
    }
}
