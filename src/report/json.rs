//! One JSON document: the findings as in `jsonl`, then a summary.

use super::Summary;
use super::jsonl::Line;
use crate::engine::Outcome;
use std::io::{self, Write};
use std::time::Instant;

/// Writes every finding and the summary. `began` is when the work began.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, outcome: &Outcome, summary: &mut Summary, began: Instant) -> io::Result<()> {
    out.write_all(b"{\"findings\":[")?;
    for (index, reported) in outcome.reported().enumerate() {
        summary.count(&reported);
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &Line::of(&reported, summary.lang))?;
    }
    let levels: serde_json::Map<String, serde_json::Value> =
        summary.by_level.iter().map(|(level, n)| (level.to_string(), (*n).into())).collect();
    let closing = serde_json::json!({
        "signs": summary.signs,
        "distinct": summary.distinct,
        "signs_with_findings": summary.signs_with_findings,
        "levels": levels,
        "rules": summary.by_rule,
        "seconds": began.elapsed().as_secs_f64(),
        "version": env!("CARGO_PKG_VERSION"),
        "glossary": { "entries": summary.glossary_entries, "version": env!("CARGO_PKG_VERSION") },
    });
    out.write_all(b"\n],\"summary\":")?;
    serde_json::to_writer(&mut *out, &closing)?;
    out.write_all(b"}\n")
}
