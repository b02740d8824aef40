//! `typography/slash`: a slash with spaces around it, or the standards' line break `//` printed.

use crate::Span;
use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "typography/slash",
    level: Level::Info,
    fix: FixKind::Suggested,
    en: Words {
        summary: "spaces around a slash",
        why: "A slash stands close between its words: Pull/Push. In the tables of the standards // means a new line on \
              the sign; it is never printed.",
    },
    zh: Words {
        summary: "斜线两侧有空格",
        why: "斜线紧接前后词：Pull/Push。标准表格中的 // 表示标识上另起一行，不应印出。",
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        bad("入口/出口", "Entrance / Exit", "Entrance/Exit"),
        bad("入口/出口", "Entrance/ /Exit / Way Out", "Entrance/ /Exit/Way Out"),
        good("入口/出口", "Entrance/Exit"),
        good("1号门 / 2号门", "Gate 1 / Gate 2"),
        good("网址", "https://www.beijing.gov.cn"),
        good("小心地滑", "CAUTION//Wet Floor"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    // The Chinese sets its phrases off in the same way.
    if sign.is_accepted_text() || sign.zh_holds(" / ") {
        return;
    }
    let mut edits: Vec<(Span, String)> = Vec::new();
    for (at, _) in sign.en.match_indices('/') {
        let before = sign.en[..at].trim_end_matches(' ');
        let behind = sign.en[at + 1..].trim_start_matches(' ');
        let doubled = before.ends_with('/') || behind.starts_with('/');
        let span = before.len()..sign.en.len() - behind.len();
        // A slash that sets off lines or whole phrases has a space on both sides and words of its own.
        if !doubled && !before.is_empty() && !behind.is_empty() && span.len() > 1 {
            edits.push((span, "/".to_owned()));
        }
    }
    if let Some(span) = edits.first().map(|(span, _)| span.clone()) {
        report.en(&META, span).edit(sign.en, edits);
    }
}
