//! What several formats say of a finding: its place, its whole message, its fix as bytes of the file.

use super::Position;
use crate::engine::{Outcome, Reported};
use crate::finding::Lang;
use crate::fix::apply;
use crate::glossary::sources::cited;
use crate::sign::{Column, Field};
use crate::write::{Change, replacement};

/// Where a finding stands; empty where its table is not known.
pub(super) fn position(outcome: &Outcome, reported: &Reported) -> Position {
    outcome.record(reported).map(|(table, record)| Position::of(reported, table, record)).unwrap_or_default()
}

/// The message with the sign and what to write, on one line: `“Exlt” (出口): misspelt; write: Exit`.
pub(super) fn sentence(reported: &Reported, lang: Lang) -> String {
    let finding = reported.finding;
    let message = finding.message.get(lang);
    let place = match reported.sign.location.cell(finding.field) {
        Some(cell) => format!("{}!{cell} ", reported.sign.location.sheet.unwrap_or_default()),
        None => String::new(),
    };
    let write = match (&finding.suggestion, lang) {
        (Some(text), Lang::En) => format!("; write: {text}"),
        (Some(text), Lang::Zh) => format!("；应写作：{text}"),
        (None, _) => String::new(),
    };
    super::printable(&match lang {
        Lang::En => format!("{place}{} “{}”: {message}{write}", reported.sign.zh, reported.sign.en),
        Lang::Zh => format!("{place}{}“{}”：{message}{write}", reported.sign.zh, reported.sign.en),
    })
}

/// The standard and clause that a finding rests on; empty where none is known.
pub(super) fn citation(reported: &Reported, lang: Lang) -> String {
    let citation = &reported.finding.citation;
    cited(&citation.source, &citation.clause, lang)
}

/// The bytes of the file that a finding's fix replaces, as lines and columns, with the text as the file writes it.
pub(super) fn replacements(outcome: &Outcome, reported: &Reported) -> Vec<(Position, String)> {
    let (Some((table, record)), Some(fix)) = (outcome.record(reported), &reported.finding.fix) else {
        return Vec::new();
    };
    let Ok(index) = table.records.binary_search_by_key(&record.row, |r| r.row) else { return Vec::new() };
    let mut found = Vec::new();
    for (field, column, old) in [(Field::Zh, Column::Zh, &reported.sign.zh), (Field::En, Column::En, &reported.sign.en)]
    {
        if fix.edits.iter().all(|edit| edit.field != field) {
            continue;
        }
        let change = Change { record: index, column, text: apply(old, &fix.edits, field) };
        let placed = replacement(table, &change)
            .and_then(|(bytes, text)| Position::of_bytes(table, record, field, bytes).map(|place| (place, text)));
        match placed {
            Some(placed) => found.push(placed),
            // A fix that can be told in part only is none.
            None => return Vec::new(),
        }
    }
    found
}
