//! rdjson, the Reviewdog Diagnostic Format: comments and suggestions on a change. Columns are bytes of UTF-8.

use super::fields::{position, replacements, sentence};
use super::{Position, Summary};
use crate::engine::Outcome;
use crate::finding::Level;
use serde_json::{Value, json};
use std::io::{self, Write};

/// Writes the document.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, outcome: &Outcome, summary: &mut Summary) -> io::Result<()> {
    out.write_all(b"{\"source\":{\"name\":\"signlint\"},\"diagnostics\":[")?;
    for (index, reported) in outcome.reported().enumerate() {
        summary.count(&reported);
        let severity = match reported.level {
            Level::Error => "ERROR",
            Level::Warning => "WARNING",
            Level::Info => "INFO",
        };
        let mut location = json!({ "path": reported.sign.location.file });
        if let Some(range) = range(position(outcome, &reported)) {
            location["range"] = range;
        }
        let mut diagnostic = json!({
            "message": sentence(&reported, summary.lang),
            "location": location,
            "severity": severity,
            "code": { "value": reported.finding.rule },
        });
        let suggestions: Vec<Value> = replacements(outcome, &reported)
            .into_iter()
            .filter_map(|(place, text)| range(place).map(|range| json!({ "range": range, "text": text })))
            .collect();
        if !suggestions.is_empty() {
            diagnostic["suggestions"] = suggestions.into();
        }
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &diagnostic)?;
    }
    out.write_all(b"\n]}\n")
}

fn range(place: Position) -> Option<Value> {
    let line = place.line?;
    Some(match (place.byte_column, place.end_line, place.end_byte_column) {
        (Some(column), Some(end_line), Some(end_column)) => json!({
            "start": { "line": line, "column": column },
            "end": { "line": end_line, "column": end_column },
        }),
        _ => json!({ "start": { "line": line } }),
    })
}
