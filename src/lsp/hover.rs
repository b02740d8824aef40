//! What is shown of a sign under the pointer: how it is read, what the standard writes, on whose word.

use super::document::Document;
use crate::analyse::{Context, zh_key};
use crate::finding::Lang;
use crate::glossary::{Entry, sources};
use crate::pinyin::Romaniser;
use crate::report::Position as Place;
use crate::sign::{Field, Sign};
use crate::suggest::suggest;
use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};
use std::fmt::Write;

/// The hover for a position, where it is on a sign.
pub(super) fn at(document: &Document, position: Position) -> Option<Hover> {
    let settings = document.settings.as_ref()?;
    let (table, record, field) = document.cell_at(position)?;
    let record = &table.records[record];
    let sign = table.sign(record);
    let context = settings.checker.context();
    let mut text = String::new();
    whole(&mut text, context, &sign, settings.lang);
    // A term inside the Chinese, where the pointer is on one of its characters.
    let offset = (field == Field::Zh)
        .then(|| Place::bytes(table, record, field, Some(&(0..sign.zh.len()))))
        .flatten()
        .filter(|bytes| bytes.len() == sign.zh.len())
        .and_then(|bytes| document.offset_in(bytes, position));
    if let Some(term) = offset.and_then(|offset| longest_at(context, &sign.zh, offset)) {
        entry(&mut text, term, settings.lang);
    }
    let range = document.place(table, record, field, None);
    let contents = HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value: text });
    Some(Hover { contents, range: Some(range) })
}

/// The sign as a whole: its entries, else how its English is composed.
fn whole(out: &mut String, context: &Context, sign: &Sign, lang: Lang) {
    let (kind, domain) = context.sort(sign.kind, sign.domain);
    let entries = context.entries(&zh_key(&sign.zh), kind, domain);
    if let Some(first) = entries.first() {
        entry(out, *first, lang);
        return;
    }
    heading(out, &sign.zh);
    let suggestion = suggest(context, &sign.zh, sign.kind, sign.domain);
    let Some(en) = &suggestion.en else {
        out.push_str(match lang {
            Lang::En => "no entry holds it, and its parts are not all known\n",
            Lang::Zh => "词库中无此条，且部分成分未知\n",
        });
        return;
    };
    let _ = match lang {
        Lang::En => {
            writeln!(out, "**{}** ({}, confidence {:.2})\n", escaped(en), suggestion.method, suggestion.confidence)
        }
        Lang::Zh => writeln!(
            out,
            "**{}**（{}，可信度 {:.2}）\n",
            escaped(en),
            suggestion.method_in(lang),
            suggestion.confidence
        ),
    };
    for part in suggestion.parts.iter().filter(|_| suggestion.parts.len() > 1 || suggestion.method != "glossary") {
        let _ = writeln!(
            out,
            "- {} = {} · {} {}",
            escaped(&part.zh),
            escaped(&part.en),
            part.role_in(lang),
            escaped(&sources::cited(part.source, part.clause, lang))
        );
    }
}

fn heading(out: &mut String, zh: &str) {
    let aloud = Romaniser::standard().aloud(zh).map(|aloud| format!(" · *{}*", escaped(&aloud))).unwrap_or_default();
    let _ = writeln!(out, "### {}{aloud}\n", escaped(&zh.replace(['\n', '\r'], " ")));
}

/// One entry of the glossary with its forms and sources.
fn entry(out: &mut String, entry: Entry, lang: Lang) {
    heading(out, entry.zh());
    let _ = writeln!(out, "**{}**\n", escaped(entry.preferred()));
    for (standing, form) in entry.forms().skip(1) {
        let _ = writeln!(out, "- {}: {}", standing.label(lang), escaped(form));
    }
    let sources: Vec<&str> = entry.source_ids().map(|id| sources::label_in(id, lang)).collect();
    let domain = entry.domain().map_or(entry.domain_name(), |domain| domain.name_in(lang));
    let status = entry.status().name_in(lang);
    let facts = [domain, entry.kind(), status, &sources.join(", "), entry.clause(), entry.note()];
    let facts: Vec<String> = facts.iter().filter(|fact| !fact.is_empty()).map(|fact| escaped(fact)).collect();
    let _ = writeln!(out, "\n{}\n", facts.join(" · "));
}

/// The longest term that covers a byte of the Chinese and is not all of it.
fn longest_at<'g>(context: &'g Context, zh: &str, offset: usize) -> Option<Entry<'g>> {
    let mut found = Vec::new();
    context.glossary.matches(zh, &mut found);
    let covering = found.into_iter().filter(|m| m.start <= offset && offset < m.end && m.end - m.start < zh.len());
    let longest = covering.max_by_key(|m| m.end - m.start)?;
    let entries = context.entries(&zh[longest.start..longest.end], None, None);
    entries.first().copied()
}

/// Text as Markdown shows it: nothing in a cell is markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_punctuation() && !matches!(c, '\'' | ',' | '.' | '/' | '(' | ')' | ':' | ';' | '"' | '%' | '-') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}
