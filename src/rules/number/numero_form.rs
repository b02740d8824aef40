//! `number/numero-form`: the abbreviation of *number* is not `No.` with a space: *NO.5*, *No5*, *№5*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use regex::Regex;
use std::sync::LazyLock;

pub static META: Meta = Meta {
    code: "number/numero-form",
    level: Level::Info,
    fix: FixKind::Safe,
    en: Words {
        summary: "No. is not written No. 5",
        why: "The standards write No., a space and the figure: Window No. 3. Without its stop *No* reads as a ban, and № is \
              no letter of English.",
    },
    zh: Words {
        summary: "编号缩写形式不当",
        why: "标准写法是 No. 加空格加数字：Window No. 3。漏掉圆点会读成“不”，№ 不是英文字符。",
    },
    citation: cite("gbt30240-2", ""),
    examples: &[
        bad("3号窗口", "Window No3", "Window No. 3"),
        bad("3号窗口", "Window NO.3", "Window No. 3"),
        bad("5号楼", "Building №5", "Building No. 5"),
        bad("3号楼", "No 3 Building", "No. 3 Building"),
        good("3号窗口", "Window No. 3"),
        good("3号窗口", "WINDOW NO. 3"),
        good("禁止20吨以上车辆通行", "No 20 t Vehicles"),
    ],
};

static NUMERO: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:\b(?:N[oO]|no)(?:\.\s*|．\s*)?|№\s*)([0-9]+)").expect("a constant pattern"));

static NO_AND_FIGURE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\bN[oO] +([0-9]+)\b").expect("a constant pattern"));

pub fn check(sign: &Analysed, report: &mut Report) {
    if !has_other_form(sign.en) || sign.is_all_capitals() {
        return;
    }
    let edits: Vec<_> = NUMERO
        .captures_iter(sign.en)
        .filter_map(|found| Some((found.get(0)?, format!("No. {}", found.get(1)?.as_str()))))
        .filter(|(found, write)| found.as_str() != write.as_str())
        .map(|(found, write)| (found.range(), write))
        .collect();
    // Before a space only the Chinese tells a number from a ban.
    let apart = NO_AND_FIGURE.captures_iter(sign.en).filter_map(|found| Some((found.get(0)?, found.get(1)?.as_str())));
    let counted = apart.filter(|(_, figure)| sign.zh.contains(&format!("{figure}号")));
    let edits: Vec<_> =
        edits.into_iter().chain(counted.map(|(found, figure)| (found.range(), format!("No. {figure}")))).collect();
    if let Some(span) = edits.first().map(|(span, _)| span.clone()) {
        report.en(&META, span).edit(sign.en, edits);
    }
}

/// Before some figure stands what may be a form of *No.*, other than the right one.
fn has_other_form(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins = |at: &usize| bytes[*at].is_ascii_digit() && (*at == 0 || !bytes[at - 1].is_ascii_digit());
    let other = |head: &str| {
        let word = head.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '．'));
        !head.ends_with("No. ") && (word.ends_with('№') || word.ends_with(['o', 'O']))
    };
    (0..bytes.len()).filter(begins).any(|at| other(&text[..at]))
}
