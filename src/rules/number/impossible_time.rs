//! `number/impossible-time`: an hour of the 24-hour clock with am or pm: *17:00 pm*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use regex::Regex;
use std::sync::LazyLock;

pub static META: Meta = Meta {
    code: "number/impossible-time",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a 24-hour time with am or pm",
        why: "17:00 says already that it is afternoon; 17:00 pm does not exist. Signs write 5:00 pm or 17:00.",
    },
    zh: Words {
        summary: "24 小时制时间后加 am/pm",
        why: "17:00 已表明是下午，“17:00 pm”不成立。应写 5:00 pm 或 17:00。",
    },
    citation: cite("gbt30240-2", ""),
    examples: &[
        bad("营业时间 9:00-21:30", "Open 9:00-21:30 pm", "Open 9:00-21:30"),
        good("营业时间 9:00-21:30", "Open 9:00 am-9:30 pm"),
        good("营业时间 9:00-21:30", "Open 9:00-21:30"),
    ],
};

static TIME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i-u)\b(?:1[3-9]|2[0-4])[:.][0-5][0-9]([ ]*[ap]\.?m\b\.?)").expect("a constant pattern")
});

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en_has([':', '.']) {
        return;
    }
    let marks: Vec<_> = TIME.captures_iter(sign.en).filter_map(|found| Some(found.get(1)?.range())).collect();
    if let Some(first) = marks.first().cloned() {
        report.en(&META, first).edit(sign.en, marks.into_iter().map(|span| (span, String::new())).collect());
    }
}
