//! GitLab Code Quality (a subset of the Code Climate format).

use super::Summary;
use super::fields::{position, sentence};
use crate::engine::Outcome;
use crate::finding::Level;
use rustc_hash::FxHashMap;
use serde_json::json;
use std::io::{self, Write};

/// Writes the list of findings.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, outcome: &Outcome, summary: &mut Summary) -> io::Result<()> {
    // GitLab drops findings of one fingerprint but the first: the same sign hung twice is two findings.
    let mut seen: FxHashMap<String, u32> = FxHashMap::default();
    out.write_all(b"[")?;
    for (index, reported) in outcome.reported().enumerate() {
        summary.count(&reported);
        let mut fingerprint = reported.fingerprint();
        let times = seen.entry(fingerprint.clone()).or_default();
        *times += 1;
        if *times > 1 {
            fingerprint.push_str(&format!("-{times}"));
        }
        let severity = match reported.level {
            Level::Error => "major",
            Level::Warning => "minor",
            Level::Info => "info",
        };
        let file = reported.sign.location.file;
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        let issue = json!({
            "description": sentence(&reported, summary.lang),
            "check_name": reported.finding.rule,
            "fingerprint": fingerprint,
            "severity": severity,
            "location": {
                "path": file.strip_prefix("./").unwrap_or(file),
                "lines": { "begin": position(outcome, &reported).line.unwrap_or(1) },
            },
        });
        serde_json::to_writer(&mut *out, &issue)?;
    }
    out.write_all(b"\n]\n")
}
