//! `number/wrong-weekday`: the date falls on another day of the week: 2022年2月4日（星期四） was a Friday.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::numbers::number;
use crate::wording::WEEK_ZH;
use crate::wording::calendar::{Date, dates_in_chinese, week_in_chinese};
use crate::wording::contrast::group;

pub static META: Meta = Meta {
    code: "number/wrong-weekday",
    level: Level::Warning,
    fix: FixKind::None,
    en: Words {
        summary: "the date falls on another day of the week",
        why: "The calendar tells the day of the week of every date. Where both stand on a sign and do not fit, one of them is \
              wrong, and visitors come on the wrong day.",
    },
    zh: Words {
        summary: "日期与星期不符", why: "日期决定星期。两者同时写出却对不上，必有一个有误，读者会白跑一趟。"
    },
    citation: cite("signlint", ""),
    examples: &[
        fires("2022年2月4日（星期四）", "Thursday, February 4, 2022"),
        good("2022年2月4日（星期五）", "Friday, February 4, 2022"),
        good("2022年2月4日起每周一开放", "Open on Mondays from February 4, 2022"),
        good("2月4日（星期四）", "Thursday, February 4"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let Some(at) = sign.zh.find('年').filter(|_| sign.zh_has(['月'])) else { return };
    let week = week_in_chinese(sign.zh);
    let dates = dates_in_chinese(sign.zh);
    let ([date], true) = (dates.as_slice(), week.named.count_ones() == 1) else { return };
    let start = sign.zh[..at]
        .rfind(|c: char| number(&c.to_string()).is_none())
        .map_or(0, |i| i + sign.zh[i..].chars().next().map_or(1, char::len_utf8));
    // The weekday must stand beside the date, in brackets or right behind it.
    let behind = sign.zh[date.at.end..].trim_start_matches([' ', '(', '（', '，']);
    let beside = WEEK_ZH.iter().any(|prefix| behind.starts_with(prefix));
    let Some((year, _)) = number(&sign.zh[start..]).filter(|(year, _)| (1900..=2200).contains(year) && beside) else {
        return;
    };
    let Some(falls) = day_of_week(year, date) else { return };
    if week.named != 1 << falls {
        let row = group("weekday").nth(falls).map_or(("", ""), |row| (row.en[0], row.zh[0]));
        let name = row.0.get(..1).unwrap_or("").to_ascii_uppercase() + row.0.get(1..).unwrap_or("");
        report.zh(&META, date.at.clone()).message(
            format!("{} of {year} is a {name}", &sign.zh[date.at.clone()]),
            format!("{year}年{}是{}", &sign.zh[date.at.clone()], row.1),
        );
    }
}

/// 0 for Monday (Gregorian calendar; Sakamoto's method); `None` for a month alone or a day that does not exist.
fn day_of_week(year: u32, date: &Date) -> Option<usize> {
    const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let day = date.day.filter(|_| date.exists())?;
    let year = if date.month < 3 { year - 1 } else { year };
    let from_sunday = (year + year / 4 - year / 100 + year / 400 + SHIFT[date.month as usize - 1] + day) % 7;
    Some(((from_sunday + 6) % 7) as usize)
}
