//! The dates that a text names.

use super::RANGE;
use crate::sign::Span;
use crate::text::Words;
use crate::text::numbers::number;
use crate::wording::{BEFORE_MONTH, LUNAR, MONTH, MONTH_NAME, MONTH_OR_VERB};

/// A day of a month, or a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    pub month: u32,
    pub day: Option<u32>,
    pub at: Span,
}

impl Date {
    /// The month has this day in some year.
    #[must_use]
    pub fn exists(&self) -> bool {
        let longest = match self.month {
            2 => 29,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        self.day.is_none_or(|day| (1..=longest).contains(&day))
    }
}

/// The dates of a Chinese text, in order: 10月1日, 4月至10月, 5月1日-7日. The lunar calendar's are none.
#[must_use]
pub fn dates_in_chinese(text: &str) -> Vec<Date> {
    let mut found: Vec<Date> = Vec::new();
    if LUNAR.iter().any(|word| text.contains(word)) {
        return found;
    }
    let mut at = 0;
    // A number before a range mark, whose 月 the second one brings: 4至10月.
    let mut open: Option<(u32, usize, usize)> = None;
    while let Some((start, first)) = text[at..].char_indices().next().map(|(i, c)| (at + i, c)) {
        let Some((value, bytes)) = number(&text[start..]) else {
            if !RANGE.contains(&first) && first != ' ' {
                open = None;
            }
            at = start + first.len_utf8();
            continue;
        };
        let end = start + bytes;
        at = end;
        let rest = text[end..].trim_start();
        if let Some(behind) = rest.strip_prefix('月').filter(|_| (1..=12).contains(&value)) {
            if let Some((month, from, to)) = open.take().filter(|(month, ..)| (1..=12).contains(month)) {
                found.push(Date { month, day: None, at: from..to });
            }
            let mut stop = text.len() - behind.len();
            let day = number(behind.trim_start()).and_then(|(day, bytes)| {
                let lead = behind.len() - behind.trim_start().len();
                let unit = behind[lead + bytes..].trim_start();
                let marked = unit.starts_with(['日', '号']) || unit.starts_with(RANGE) && unit.contains('日');
                (marked && (1..=31).contains(&day)).then(|| {
                    stop =
                        text.len() - unit.len() + if unit.starts_with(['日', '号']) { '日'.len_utf8() } else { 0 };
                    day
                })
            });
            found.push(Date { month: value, day, at: start..stop });
            at = stop;
        } else if rest.starts_with(['日', '号'])
            && text[..start].trim_end().ends_with(RANGE)
            && found.last().is_some_and(|d| d.day.is_some())
        {
            let month = found[found.len() - 1].month;
            at = text.len() - rest.len() + '日'.len_utf8();
            found.push(Date { month, day: Some(value), at: start..at });
        } else if rest.starts_with(RANGE) {
            open = Some((value, start, end));
        }
    }
    found
}

/// The dates of an English text, in order: *October 1st*, *1 Oct.*, *May 1-7*, *April to October*.
#[must_use]
pub fn dates_in_english(text: &str, words: &Words) -> Vec<Date> {
    let mut found: Vec<Date> = Vec::new();
    let day = |at: usize| {
        let word = words.fold(at);
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = &word[digits.len()..];
        let whole = matches!(ending, "" | "st" | "nd" | "rd" | "th");
        digits.parse::<u32>().ok().filter(|day| whole && digits.len() <= 2 && (1..=31).contains(day))
    };
    let gap = |a: usize, b: usize| text[words.span(a).end..words.span(b).start].trim();
    let is_clock = |at: usize| {
        text[words.span(at).end..].starts_with(':')
            || words.span(at).start > 0 && text[..words.span(at).start].ends_with(':')
    };
    let is_month = |at: usize| month(text, words, at);
    let mut used = 0;
    let mut at = 0;
    while at < words.len() {
        let Some(value) = is_month(at) else {
            at += 1;
            continue;
        };
        let next = (at + 1 < words.len() && !is_clock(at + 1)).then(|| day(at + 1)).flatten();
        // 1 October; not where the figure belongs to the month before it.
        let prior =
            (at > used && !is_clock(at - 1)).then(|| day(at - 1)).flatten().filter(|_| gap(at - 1, at).is_empty());
        let months_around = at > 0 && is_month(at - 1).is_some() || at + 1 < words.len() && is_month(at + 1).is_some();
        let linked = at > 0 && BEFORE_MONTH.contains(&words.fold(at - 1));
        // May and March are verbs as well.
        let sure = next.is_some()
            || prior.is_some()
            || months_around
            || linked
            || words.len() == 1
            || !MONTH_OR_VERB.contains(&words.fold(at));
        if !sure {
            at += 1;
            continue;
        }
        let mut push = |day: Option<u32>, from: usize, to: usize| {
            found.push(Date { month: value, day, at: words.span(from).start..words.span(to).end })
        };
        match (prior, next) {
            // 1 October 2022 has its day before; the next figure is no day then.
            (Some(before), _) if next.is_none() => {
                push(Some(before), at - 1, at);
                at += 1;
            }
            (_, Some(first)) => {
                push(Some(first), at, at + 1);
                at += 2;
                // October 1-7.
                let second = (at < words.len() && !is_clock(at)).then(|| day(at)).flatten();
                let joined = at < words.len()
                    && gap(at - 1, at).chars().all(|c| RANGE.contains(&c))
                    && !gap(at - 1, at).is_empty();
                let alone = at + 1 >= words.len() || is_month(at + 1).is_none();
                if let Some(second) = second.filter(|_| joined && alone) {
                    push(Some(second), at, at);
                    at += 1;
                }
            }
            _ => {
                push(None, at, at);
                at += 1;
            }
        }
        used = at;
    }
    found
}

/// The month that a word with a capital names.
fn month(text: &str, words: &Words, at: usize) -> Option<u32> {
    let word = words.fold(at);
    let place = MONTH_NAME.iter().position(|name| *name == word).or_else(|| {
        let short = if word == "sept" { "sep" } else { word };
        MONTH.iter().position(|name| *name == short)
    })?;
    text[words.span(at)].starts_with(|c: char| c.is_ascii_uppercase()).then(|| u32::try_from(place).unwrap_or(0) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_both_languages() {
        let short = |dates: Vec<Date>| dates.iter().map(|d| (d.month, d.day.unwrap_or(0))).collect::<Vec<_>>();
        let zh = |text: &str| short(dates_in_chinese(text));
        assert_eq!(zh("2022年2月4日"), [(2, 4)]);
        assert_eq!(zh("4月1日至10月31日"), [(4, 1), (10, 31)]);
        assert_eq!(zh("4月至10月"), [(4, 0), (10, 0)]);
        assert_eq!(zh("4-10月"), [(4, 0), (10, 0)]);
        assert_eq!(zh("5月1日-7日"), [(5, 1), (5, 7)]);
        assert_eq!(zh("5月1-7日"), [(5, 1), (5, 7)]);
        assert_eq!(zh("5月1至7日"), [(5, 1), (5, 7)]);
        assert_eq!(zh("五月一日"), [(5, 1)]);
        assert!(zh("三个月，农历八月十五").is_empty());
        let en = |text: &str| short(dates_in_english(text, &Words::of(text)));
        assert_eq!(en("February 4, 2022"), [(2, 4)]);
        assert_eq!(en("1 October 2022"), [(10, 1)]);
        assert_eq!(en("Oct. 1st-Oct. 7th"), [(10, 1), (10, 7)]);
        assert_eq!(en("May 1-7"), [(5, 1), (5, 7)]);
        assert_eq!(en("From April to October"), [(4, 0), (10, 0)]);
        assert_eq!(en("May-October 9:00"), [(5, 0), (10, 0)]);
        assert_eq!(en("April 1-October 31"), [(4, 1), (10, 31)]);
        assert!(en("Visitors May Enter").is_empty());
        assert_eq!(en("May"), [(5, 0)]);
    }
}
