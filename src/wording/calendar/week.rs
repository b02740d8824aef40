//! The days of the week that a text names.

use super::RANGE;
use crate::text::Words;
use crate::wording::contrast::{self, group};
use crate::wording::{
    BEHIND_DAY_ZH, DAILY_ZH, DAY_EN, EVERY, HOLIDAY_EN, HOLIDAY_ZH, JOINING_ZH, UNTIL, WEEK_ZH, WEEKEND_EN, WEEKEND_ZH,
    WORKDAY_EN, WORKDAY_ZH, WORKING,
};

/// A set of days of the week; bit 0 is Monday.
pub type Days = u8;
/// All seven.
pub const WEEK: Days = 0b111_1111;
/// Monday to Friday, Saturday and Sunday.
const WORKDAYS: Days = 0b001_1111;
pub const WEEKEND: Days = 0b110_0000;
/// The group of `contrasts.csv` whose rows are the days, Monday first.
const WEEKDAY: &str = "weekday";
/// The characters of the days behind 周, 星期, 礼拜; 天 is another Sunday.
const DAYS_ZH: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];

/// The days of the week that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Week {
    /// Days named, ranges filled.
    pub named: Days,
    /// Every day, without naming any: 每天, *daily*.
    pub daily: bool,
    /// 节假日, which the standard writes *Weekends and Public Holidays*.
    pub holidays: bool,
}

impl Week {
    /// The days meant; 0 where none is.
    #[must_use]
    pub fn days(self) -> Days {
        if self.named == 0 && self.daily { WEEK } else { self.named }
    }
}

/// All days from one to another, past Sunday where the last comes before the first.
fn range(from: u8, to: u8) -> Days {
    (0..7)
        .map(|i| (from + i) % 7)
        .scan(false, |done, day| (!std::mem::replace(done, day == to)).then_some(1 << day))
        .sum()
}

/// The days of the week of a Chinese text: 周一至周五, 周六日, 星期一、三, 工作日, 周末.
#[must_use]
pub fn week_in_chinese(text: &str) -> Week {
    let holds = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let mut week = Week { named: 0, daily: holds(DAILY_ZH), holidays: holds(HOLIDAY_ZH) };
    for (words, days) in [(WORKDAY_ZH, WORKDAYS), (WEEKEND_ZH, WEEKEND)] {
        if holds(words) {
            week.named |= days;
        }
    }
    let mut rest = text;
    // The day read last, and whether a range is open behind it.
    let mut last: Option<u8> = None;
    while let Some(c) = rest.chars().next() {
        let prefix = WEEK_ZH.iter().find(|prefix| rest.starts_with(**prefix));
        let (day, after) = match prefix {
            Some(prefix) => day_zh(&rest[prefix.len()..]),
            // 周六日, 周一、三、五: what follows a day without its 周.
            None => {
                last.and_then(|_| day_zh(rest).0.map(|day| (Some(day), &rest[c.len_utf8()..]))).unwrap_or((None, rest))
            }
        };
        let Some(day) = day.filter(|_| !counts(after)) else {
            // Only a mark between two days keeps them together.
            let joins = c == ' ' || RANGE.contains(&c) || JOINING_ZH.iter().any(|mark| rest.starts_with(mark));
            rest = &rest[c.len_utf8()..];
            last = last.filter(|_| prefix.is_none() && joins);
            continue;
        };
        let opened = text[..text.len() - rest.len()].trim_end().ends_with(RANGE);
        week.named |= last.filter(|_| opened).map_or(1 << day, |first| range(first, day));
        last = Some(day);
        rest = after;
    }
    week
}

/// A day at the start of a text, and what follows it.
fn day_zh(text: &str) -> (Option<u8>, &str) {
    let Some(c) = text.chars().next() else { return (None, text) };
    let day = if c == '天' { Some(6) } else { DAYS_ZH.iter().position(|d| *d == c) };
    (day.and_then(|day| u8::try_from(day).ok()), &text[c.len_utf8()..])
}

/// What follows makes a number of the day: 每周一次, 周一、二层.
fn counts(after: &str) -> bool {
    BEHIND_DAY_ZH.iter().any(|word| after.starts_with(word))
}

/// The days of the week of an English text: *Mon.-Fri.*, *Saturday and Sunday*, *weekdays*, *daily*.
#[must_use]
pub fn week_in_english(text: &str, words: &Words) -> Week {
    let mut week = Week::default();
    for at in 0..words.len() {
        let (word, before) = (words.fold(at), at.checked_sub(1).map(|before| words.fold(before)));
        let behind = |set: &[&str]| before.is_some_and(|before| set.contains(&before));
        if WORKDAY_EN.contains(&word) || DAY_EN.contains(&word) && behind(WORKING) {
            week.named |= WORKDAYS;
        } else if WEEKEND_EN.contains(&word) {
            week.named |= WEEKEND;
        } else if HOLIDAY_EN.contains(&word) {
            week.holidays = true;
        } else {
            week.daily |= word == "daily" || DAY_EN.contains(&word) && behind(EVERY);
        }
    }
    let capital = |said: &contrast::Said| text[words.span(said.at.start)].starts_with(|c: char| c.is_ascii_uppercase());
    let said: Vec<contrast::Said> = contrast::in_english(WEEKDAY, words).into_iter().filter(capital).collect();
    let day = |said: &contrast::Said| {
        let at = group(WEEKDAY).position(|row| std::ptr::eq(row, said.row)).unwrap_or(0);
        u8::try_from(at).unwrap_or(0)
    };
    for (at, this) in said.iter().enumerate() {
        week.named |= 1 << day(this);
        let Some(next) = said.get(at + 1) else { continue };
        let between = &text[words.span(this.at.start).end..words.span(next.at.start).start];
        let joined = between.trim_matches([' ', '.']);
        if joined.chars().all(|c| RANGE.contains(&c)) && !joined.is_empty()
            || UNTIL.iter().any(|word| joined.eq_ignore_ascii_case(word))
        {
            week.named |= range(day(this), day(next));
        }
    }
    week
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(week: Week) -> String {
        (0..7).map(|day| if week.days() & (1 << day) == 0 { '.' } else { char::from(b'1' + day) }).collect()
    }

    #[test]
    fn weeks_are_read_in_both_languages() {
        let zh = |text: &str| days(week_in_chinese(text));
        assert_eq!(zh("每周一闭馆"), "1......");
        assert_eq!(zh("周一至周五 9:00"), "12345..");
        assert_eq!(zh("周二至周日"), ".234567");
        assert_eq!(zh("周六日休息"), ".....67");
        assert_eq!(zh("星期一、三、五"), "1.3.5..");
        assert_eq!(zh("周六、周日及节假日"), ".....67");
        assert_eq!(zh("每周一次"), ".......");
        assert_eq!(zh("每日 9:00"), "1234567");
        assert_eq!(zh("工作日"), "12345..");
        assert_eq!(zh("周一至五"), "12345..");
        let en = |text: &str| days(week_in_english(text, &Words::of(text)));
        assert_eq!(en("Closed on Mondays"), "1......");
        assert_eq!(en("Monday to Friday"), "12345..");
        assert_eq!(en("Mon.-Fri. 9:00 am-5:00 pm"), "12345..");
        assert_eq!(en("Saturday and Sunday"), ".....67");
        assert_eq!(en("Open daily"), "1234567");
        assert_eq!(en("Sat. to Mon."), "1....67");
        assert_eq!(en("Daily Except Monday"), "1......");
    }
}
