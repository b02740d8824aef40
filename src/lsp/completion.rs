//! The English cell, completed with what the standard would write for its Chinese.

use super::actions::edits;
use super::document::Document;
use crate::finding::Lang;
use crate::report::Position as Place;
use crate::sign::{Column, Field};
use crate::suggest::suggest;
use crate::write::Change;
use lsp_types::{CompletionItem, CompletionItemKind, CompletionTextEdit, Position};

/// The texts that may fill the cell under the cursor; none outside an English cell that can be written.
pub(super) fn at(document: &Document, position: Position) -> Vec<CompletionItem> {
    let Some(settings) = &document.settings else { return Vec::new() };
    let Some((table, record, Field::En)) = document.cell_at(position) else { return Vec::new() };
    let sign = table.sign(&table.records[record]);
    let suggestion = suggest(settings.checker.context(), &sign.zh, sign.kind, sign.domain);
    let Some(first) = &suggestion.en else { return Vec::new() };
    let sources: Vec<&str> = suggestion.parts.iter().map(|p| p.source).filter(|s| !s.is_empty()).collect();
    let mut sources = sources;
    sources.dedup();
    // Editors filter by what stands in the cell, which may be misspelt: the cell itself always fits.
    let written =
        Place::bytes(table, &table.records[record], Field::En, None).map(|bytes| table.text[bytes].to_owned());
    let texts = std::iter::once(first).chain(&suggestion.alternatives).enumerate();
    let item = |(rank, text): (usize, &String)| {
        let change = Change { record, column: Column::En, text: text.clone() };
        let edit = edits(document, table, std::slice::from_ref(&change))?.pop()?;
        let detail = match settings.lang {
            Lang::En => format!("{} · {}", sign.zh, sources.join(", ")),
            Lang::Zh => format!("{}　{}", sign.zh, sources.join("、")),
        };
        Some(CompletionItem {
            label: text.clone(),
            kind: Some(CompletionItemKind::TEXT),
            detail: Some(detail),
            preselect: Some(rank == 0),
            sort_text: Some(format!("{rank:02}")),
            filter_text: written.clone().filter(|written| !written.is_empty()),
            text_edit: Some(CompletionTextEdit::Edit(edit)),
            ..CompletionItem::default()
        })
    };
    texts.filter_map(item).collect()
}
