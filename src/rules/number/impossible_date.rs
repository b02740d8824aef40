//! `number/impossible-date`: a day that its month does not have: *November 31*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::wording::calendar::{dates_in_chinese, dates_in_english};

pub static META: Meta = Meta {
    code: "number/impossible-date",
    level: Level::Error,
    fix: FixKind::None,
    en: Words {
        summary: "a day that its month does not have",
        why: "April, June, September and November have 30 days, February has 28 or 29. One of the figures is wrong.",
    },
    zh: Words {
        summary: "该月没有这一天",
        why: "4、6、9、11 月只有 30 天，2 月只有 28 或 29 天，其中必有一个数字有误。",
    },
    citation: cite("signlint", ""),
    examples: &[
        fires("5月1日至11月31日", "May 1-November 31"),
        fires("2月30日", "February 30"),
        good("2月29日", "February 29"),
        good("10月31日", "October 31"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let impossible = |dates: Vec<crate::wording::calendar::Date>| dates.into_iter().find(|date| !date.exists());
    if !sign.zh_has(['月']) {
        return;
    }
    if let Some(date) = impossible(dates_in_english(sign.en, &sign.words)) {
        if !report.touches(&date.at) {
            report.en(&META, date.at);
        }
    } else if let Some(date) = impossible(dates_in_chinese(sign.zh)) {
        report.zh(&META, date.at);
    }
}
