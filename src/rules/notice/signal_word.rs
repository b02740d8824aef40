//! `notice/signal-word`: the signal word of a warning is not in capitals, or a mark follows it: *Caution: Wet Floor*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::wording::{DANGER_ZH, SIGNAL};

pub static META: Meta = Meta {
    code: "notice/signal-word",
    level: Level::Info,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the signal word is not in its form",
        why: "DANGER, WARNING and CAUTION stand in capitals, best on a line of their own, and no colon or exclamation mark \
              follows: CAUTION Wet Floor.",
    },
    zh: Words {
        summary: "警示信号词形式不当",
        why: "DANGER、WARNING、CAUTION 全部大写，最好独占一行，后面不加冒号或叹号：CAUTION Wet Floor。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[
        bad("小心地滑", "Caution: Wet Floor", "CAUTION Wet Floor"),
        bad("小心高温", "Warning! Hot Surface", "WARNING Hot Surface"),
        good("小心地滑", "CAUTION Wet Floor"),
        good("注意事项", "Notice"),
        good("警告牌", "Warning Signs"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.len() < 2
        || !SIGNAL.contains(&sign.words.fold(0))
        || !DANGER_ZH.iter().any(|mark| sign.zh.starts_with(mark))
    {
        return;
    }
    let word = sign.words.span(0);
    let next = sign.words.span(1).start;
    let gap = &sign.en[word.end..next];
    let marked = gap.trim_start().starts_with([':', '!', '：', '！', ',', '-', '–']);
    let written = &sign.en[word.clone()];
    let small = written != written.to_uppercase();
    // Notice is no signal of harm, and two words without a mark name a thing: Warning Signs.
    if sign.words.fold(0) == SIGNAL[SIGNAL.len() - 1] || !(marked || small && sign.words.len() > 2) {
        return;
    }
    let joint = if gap.contains('\n') { "\n" } else { " " };
    let with = format!("{}{joint}", written.to_uppercase());
    report.en(&META, word.start..word.end).edit(sign.en, vec![(word.start..next, with)]);
}
