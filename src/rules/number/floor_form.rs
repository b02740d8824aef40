//! `number/floor-form`: floors are written 1F, 2F, B1; F1 is the form of the 2006 edition.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use regex::Regex;
use std::sync::LazyLock;

pub static META: Meta = Meta {
    code: "number/floor-form",
    level: Level::Info,
    fix: FixKind::Suggested,
    en: Words {
        summary: "floor number in the old form",
        why: "The national standard writes 1F or L1 for floors and B1 for basements; F1 is the form of Beijing's 2006 \
              edition and still stands in many buildings.",
    },
    zh: Words {
        summary: "楼层写法为旧式",
        why: "国家标准楼层写作 1F 或 L1，地下层写作 B1；F1 为北京 2006 年版写法，许多楼宇仍在使用。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[bad("2层", "F2", "2F"), good("2层", "2F"), good("地下1层", "B1"), good("F1赛车", "F1")],
};

static OLD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^F([0-9]{1,2})$").expect("a constant pattern"));

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.zh_has(['层', '楼']) {
        return;
    }
    if let Some(found) = OLD.captures(sign.en.trim()) {
        report.en(&META, 0..sign.en.len()).rewrite(sign.en, format!("{}F", &found[1]));
    }
}
