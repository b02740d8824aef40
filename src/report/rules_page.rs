//! The page of all rules as Markdown, made from their metadata.

use crate::finding::Lang;
use crate::glossary::sources::cited;
use crate::rules::{Example, INVENTORY_RULES, Meta, all_meta};
use std::fmt::Write;
use unicode_normalization::char::is_combining_mark;

/// `docs/rules.md`, or its Chinese twin.
#[must_use]
pub fn rules_page(lang: Lang) -> String {
    let mut metas: Vec<&Meta> = all_meta().collect();
    metas.sort_by_key(|meta| meta.code);
    let mut families: Vec<&str> = metas.iter().map(|meta| meta.family()).collect();
    families.dedup();
    let (rules, families) = (metas.len(), families.len());
    let mut out = match lang {
        Lang::En => format!(
            "# Rules\n\n<!-- Made by `signlint rules --format markdown --lang en`; change the rules, not this page. -->\n\n\
             {rules} rules in {families} families. `error` is wrong for sure, `warning` is against the standard's form, \
             `info` is worth a look. `signlint explain RULE` shows one in the terminal.\n"
        ),
        Lang::Zh => format!(
            "# 规则\n\n<!-- 由 `signlint rules --format markdown --lang zh` 生成；请修改规则，不要改本页。 -->\n\n\
             共 {rules} 条规则，{families} 类。`error` 为确定的错误，`warning` 为不合标准写法，`info` 供参考。\
             `signlint explain 规则` 可在终端查看单条规则。\n"
        ),
    };
    let mut family = "";
    for meta in metas {
        if meta.family() != family {
            family = meta.family();
            let _ = write!(out, "\n## {family}\n");
        }
        section(&mut out, meta, lang);
    }
    out
}

fn section(out: &mut String, meta: &Meta, lang: Lang) {
    let words = meta.words(lang);
    let [level, source, fix, wrong, right] = match lang {
        Lang::En => ["Level", "Source", "Fix", "wrong", "right"],
        Lang::Zh => ["级别", "依据", "修改", "错误", "正确"],
    };
    let stop = if lang == Lang::Zh { "。" } else { "." };
    let citation = meta.citation.citation();
    let cited = cited(&citation.source, &citation.clause, lang);
    let _ = write!(out, "\n### {}\n\n{}{stop}\n\n{}\n\n", meta.code, capital(words.summary), words.why);
    let _ = writeln!(out, "{level}: `{}` · {source}: {} · {fix}: {}", meta.level, cited, meta.fix.label(lang));
    if meta.examples.is_empty() {
        return;
    }
    let together = if INVENTORY_RULES.iter().any(|rule| rule.meta.code == meta.code) {
        if lang == Lang::Zh { "\n同一清单中的标识：\n" } else { "\nSigns of one inventory:\n" }
    } else {
        ""
    };
    out.push_str(together);
    let heads = if lang == Lang::Zh { "| | 中文 | 英文 | 应写作 |" } else { "| | Chinese | English | write |" };
    let _ = write!(out, "\n{heads}\n|---|---|---|---|\n");
    for example in meta.examples {
        row(out, example, if example.wrong { wrong } else { right });
    }
}

fn row(out: &mut String, example: &Example, label: &str) {
    let write = example.write.map(cell).unwrap_or_default();
    let _ = writeln!(out, "| {label} | {} | {} | {write} |", cell(example.zh), cell(example.en));
}

/// A text in a cell of a table, visible whatever it holds.
fn cell(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut shown = String::new();
    for c in text.chars() {
        match c {
            '|' => shown.push_str("\\|"),
            _ if is_invisible(c) => shown.extend(c.escape_unicode()),
            _ => shown.push(c),
        }
    }
    let fence = if shown.contains('`') { "`` " } else { "`" };
    format!("{fence}{shown}{}", fence.chars().rev().collect::<String>())
}

fn is_invisible(c: char) -> bool {
    c.is_control()
        || c != ' ' && c.is_whitespace()
        || is_combining_mark(c)
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
