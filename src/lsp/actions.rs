//! Quick fixes: a cell written anew through the writer of its format, one finding at a time or all that are sure.

use super::diagnostics::{finding as finding_of, meet};
use super::document::Document;
use crate::engine::{Outcome, Reported};
use crate::finding::Lang;
use crate::fix::{Safety, apply};
use crate::mend;
use crate::sign::{Column, Field, Table};
use crate::write::{Change, replacement};
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, Diagnostic, Range as LspRange, TextEdit, WorkspaceEdit,
};
use std::collections::HashMap;

/// The kind of the action that mends all that is sure; editors can run it when a file is saved.
pub(super) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.signlint");

/// The actions for a range of the document; `only` are the kinds that the editor asks for.
pub(super) fn of(
    document: &Document,
    outcome: &Outcome,
    range: &LspRange,
    only: Option<&[CodeActionKind]>,
) -> Vec<CodeActionOrCommand> {
    let Some(settings) = &document.settings else { return Vec::new() };
    let mut actions: Vec<CodeAction> = Vec::new();
    if wanted(only, &CodeActionKind::QUICKFIX) {
        for reported in outcome.reported() {
            let here = outcome.record(&reported);
            let touches = here.is_some_and(|(table, record)| {
                let (field, span) = (reported.finding.field, &reported.finding.span);
                meet(range, &document.place(table, record, field, Some(span)))
            });
            if let (true, Some((table, _))) = (touches, here) {
                for action in quick_fixes(document, outcome, table, &reported, settings.lang) {
                    if actions.iter().all(|known| known.edit != action.edit) {
                        actions.push(action);
                    }
                }
            }
        }
    }
    // Asked for by name only: in the list of quick fixes it would stand below every line.
    if only.is_some() && wanted(only, &FIX_ALL) {
        actions.extend(fix_all(document, settings.lang));
    }
    actions.into_iter().map(CodeActionOrCommand::CodeAction).collect()
}

/// Whether a kind is asked for: by itself or by a kind above it (`source` asks for `source.fixAll`).
fn wanted(only: Option<&[CodeActionKind]>, kind: &CodeActionKind) -> bool {
    let above = |asked: &CodeActionKind| {
        kind.as_str().strip_prefix(asked.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    only.is_none_or(|asked| asked.iter().any(above))
}

/// The finding's own edits; and, where it is another text, the whole cell as it should read.
fn quick_fixes(
    document: &Document,
    outcome: &Outcome,
    table: &Table,
    reported: &Reported,
    lang: Lang,
) -> Vec<CodeAction> {
    let (sign, finding) = (&reported.sign, reported.finding);
    let Ok(record) = table.records.binary_search_by_key(&sign.location.row, |r| r.row) else { return Vec::new() };
    let Some(shown) = finding_of(document, outcome, reported, lang) else { return Vec::new() };
    let mut actions = Vec::new();
    if let Some(fix) = &finding.fix {
        let fields = [(Field::Zh, Column::Zh, &sign.zh), (Field::En, Column::En, &sign.en)];
        let changes: Vec<Change> = fields
            .into_iter()
            .filter(|(field, ..)| fix.edits.iter().any(|edit| edit.field == *field))
            .map(|(field, column, old)| Change { record, column, text: apply(old, &fix.edits, field) })
            .collect();
        actions.extend(action(document, table, &changes, &shown, fix.safety == Safety::Safe, lang));
    }
    if let Some(text) = finding.suggestion.as_ref().filter(|text| **text != sign.en) {
        let change = Change { record, column: Column::En, text: text.clone() };
        actions.extend(action(document, table, &[change], &shown, false, lang));
    }
    actions
}

fn action(
    document: &Document,
    table: &Table,
    changes: &[Change],
    shown: &Diagnostic,
    is_sure: bool,
    lang: Lang,
) -> Option<CodeAction> {
    let edits = edits(document, table, changes)?;
    let texts: Vec<&str> = changes.iter().map(|change| change.text.as_str()).collect();
    let title = match lang {
        Lang::En => format!("Write “{}”", texts.join("” / “")),
        Lang::Zh => format!("改为“{}”", texts.join("”、“")),
    };
    Some(CodeAction {
        title,
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![shown.clone()]),
        edit: Some(workspace_edit(document, edits)),
        is_preferred: Some(is_sure),
        ..CodeAction::default()
    })
}

/// Everything that `signlint fix` would write.
fn fix_all(document: &Document, lang: Lang) -> Option<CodeAction> {
    let checker = &document.settings.as_ref()?.checker;
    let mut all = Vec::new();
    for table in &document.tables {
        let changes = mend::changes(table, &mend::mend_table(checker, table, false, &|_| true).records);
        // One text that cannot be written back hinders no other.
        all.extend(changes.iter().filter_map(|change| edits(document, table, std::slice::from_ref(change))).flatten());
    }
    // Two records may share a text (an alias): it changes once.
    all.sort_by_key(|edit| (edit.range.start.line, edit.range.start.character));
    all.dedup_by_key(|edit| edit.range);
    let title = match lang {
        Lang::En => "Mend everything that is sure",
        Lang::Zh => "修正所有确定的问题",
    };
    (!all.is_empty()).then(|| CodeAction {
        title: title.to_owned(),
        kind: Some(FIX_ALL),
        edit: Some(workspace_edit(document, all)),
        ..CodeAction::default()
    })
}

// The key of the protocol's map holds a cache inside, which neither equality nor hash looks at.
#[allow(clippy::mutable_key_type)]
fn workspace_edit(document: &Document, edits: Vec<TextEdit>) -> WorkspaceEdit {
    WorkspaceEdit { changes: Some(HashMap::from([(document.uri.clone(), edits)])), ..WorkspaceEdit::default() }
}

/// Changed cells as edits of the document; `None` where one cannot be put back.
pub(super) fn edits(document: &Document, table: &Table, changes: &[Change]) -> Option<Vec<TextEdit>> {
    let edit = |change| {
        let (bytes, new_text) = replacement(table, change)?;
        Some(TextEdit { range: document.range(bytes), new_text })
    };
    changes.iter().map(edit).collect()
}
