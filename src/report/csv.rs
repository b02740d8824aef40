//! The findings as CSV, for a spreadsheet: UTF-8 with a byte-order mark, which Excel needs to read Chinese, and no cell
//! that a spreadsheet would take for a formula.

use super::Summary;
use super::fields::position;
use crate::engine::Outcome;
use crate::fix::Safety;
use std::io::{self, Write};

const HEADER: [&str; 18] = [
    "file",
    "sheet",
    "cell",
    "line",
    "row",
    "id",
    "zh",
    "en",
    "level",
    "rule",
    "field",
    "message",
    "suggestion",
    "fixable",
    "safe",
    "source",
    "clause",
    "fingerprint",
];

/// Writes one record a finding.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, outcome: &Outcome, summary: &mut Summary) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(HEADER)?;
    for reported in outcome.reported() {
        summary.count(&reported);
        let (sign, finding) = (&reported.sign, reported.finding);
        let cell = sign.location.cell(finding.field).map(|c| c.to_string()).unwrap_or_default();
        let line = position(outcome, &reported).line.map(|n| n.to_string()).unwrap_or_default();
        csv.write_record([
            harmless(sign.location.file).as_str(),
            &harmless(sign.location.sheet.unwrap_or_default()),
            &cell,
            &line,
            &sign.location.row.to_string(),
            &harmless(&sign.id),
            &harmless(&sign.zh),
            &harmless(&sign.en),
            reported.level.as_str(),
            finding.rule,
            finding.field.as_str(),
            &harmless(finding.message.get(summary.lang)),
            &harmless(finding.suggestion.as_deref().unwrap_or_default()),
            &finding.fix.is_some().to_string(),
            &finding.fix.as_ref().is_some_and(|f| f.safety == Safety::Safe).to_string(),
            &finding.citation.source,
            &finding.citation.clause,
            &reported.fingerprint(),
        ])?;
    }
    csv.flush()
}

/// A text that no spreadsheet takes for a formula (OWASP, CSV injection): an apostrophe before its first sign.
#[must_use]
pub fn harmless(text: &str) -> String {
    let starts = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    if text.starts_with(starts) { format!("'{text}") } else { text.to_owned() }
}
