//! One JSON object per finding, in input order: the contract of the design, section 5.1.

use super::Summary;
use crate::engine::{Outcome, Reported};
use crate::finding::Lang;
use crate::fix::Safety;
use serde::Serialize;
use std::io::{self, Write};

/// One finding as machines read it.
#[derive(Serialize)]
pub struct Line<'r> {
    rule: &'static str,
    level: &'static str,
    file: &'r str,
    line: Option<u32>,
    row: u32,
    id: &'r str,
    zh: &'r str,
    en: &'r str,
    field: &'static str,
    start: usize,
    end: usize,
    message: &'r str,
    suggestion: Option<&'r str>,
    fixable: bool,
    safe: bool,
    source: &'r str,
    clause: &'r str,
    fingerprint: String,
    /// The sheet and cell of a workbook, the path of keys: where the format has them.
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'r str>,
    /// The row or sheet is hidden.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    hidden: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related<'r>>,
}

#[derive(Serialize)]
struct Related<'r> {
    file: &'r str,
    row: u32,
    id: &'r str,
    en: &'r str,
}

impl<'r> Line<'r> {
    /// The object for one finding.
    #[must_use]
    pub fn of(reported: &'r Reported, lang: Lang) -> Self {
        let (sign, finding) = (&reported.sign, reported.finding);
        Self {
            rule: finding.rule,
            level: reported.level.as_str(),
            file: sign.location.file,
            line: sign.location.line,
            row: sign.location.row,
            id: &sign.id,
            zh: &sign.zh,
            en: &sign.en,
            field: finding.field.as_str(),
            start: finding.span.start,
            end: finding.span.end,
            message: finding.message.get(lang),
            suggestion: finding.suggestion.as_deref(),
            fixable: finding.fix.is_some(),
            safe: finding.fix.as_ref().is_some_and(|f| f.safety == Safety::Safe),
            source: &finding.citation.source,
            clause: &finding.citation.clause,
            fingerprint: reported.fingerprint(),
            sheet: sign.location.sheet,
            cell: sign.location.cell(finding.field).map(|cell| cell.to_string()),
            key: sign.location.key,
            hidden: sign.location.hidden,
            related: reported
                .related
                .iter()
                .map(|s| Related { file: s.location.file, row: s.location.row, id: &s.id, en: &s.en })
                .collect(),
        }
    }
}

/// Writes every finding.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, outcome: &Outcome, summary: &mut Summary) -> io::Result<()> {
    for reported in outcome.reported() {
        summary.count(&reported);
        serde_json::to_writer(&mut *out, &Line::of(&reported, summary.lang))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
