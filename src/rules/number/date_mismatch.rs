//! `number/date-mismatch`: another month or day, or a period turned round: 10月1日 as *November 1*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::wording::MONTH_NAME;
use crate::wording::calendar::{Date, dates_in_chinese, dates_in_english};

pub static META: Meta = Meta {
    code: "number/date-mismatch",
    level: Level::Error,
    fix: FixKind::None,
    en: Words {
        summary: "the dates differ",
        why: "October is not November, February 4 is not April 2, and a season from April to October is not one from October \
              to April. Dates must be the same in both languages.",
    },
    zh: Words {
        summary: "中英文日期不一致",
        why: "10 月不是 November，2 月 4 日不是 April 2，起止日期颠倒也是错误。日期在两种文字中应当一致。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("10月1日开放", "Open on November 1"),
        fires("2022年2月4日", "April 2, 2022"),
        fires("4月1日至10月31日", "October 31-April 1"),
        fires("3月", "May"),
        good("10月1日开放", "Open on October 1st"),
        good("2022年2月4日", "4 February 2022"),
        good("4月-10月", "April to October"),
        good("5月1日至7日", "May 1-7"),
        good("三个月", "May Last 3 Months"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.zh_has(['月']) {
        return;
    }
    let (chinese, english) = (dates_in_chinese(sign.zh), dates_in_english(sign.en, &sign.words));
    if chinese.is_empty() || english.is_empty() {
        return;
    }
    let agree = |a: &Date, b: &Date| a.month == b.month && (a.day == b.day || a.day.is_none() || b.day.is_none());
    let wrong = if chinese.len() == english.len() {
        chinese.iter().zip(&english).find(|(a, b)| !agree(a, b))
    } else {
        // One side tells more: only a month that the other has nowhere is sure.
        let alien = english.iter().find(|b| !chinese.iter().any(|a| a.month == b.month));
        alien.filter(|_| chinese.iter().all(|a| !english.iter().any(|b| a.month == b.month))).map(|b| (&chinese[0], b))
    };
    let Some((meant, said)) = wrong.filter(|(_, said)| !report.touches(&said.at)) else { return };
    report.en(&META, said.at.clone()).message(
        format!("the Chinese says {}, the English {}", in_english(meant), in_english(said)),
        format!("中文是{}，英文是 {}", &sign.zh[meant.at.clone()], in_english(said)),
    );
}

fn in_english(date: &Date) -> String {
    let name = MONTH_NAME.get(date.month as usize - 1).map_or(String::new(), |n| n[..1].to_ascii_uppercase() + &n[1..]);
    date.day.map_or(name.clone(), |day| format!("{name} {day}"))
}
