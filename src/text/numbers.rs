//! Numbers, times, floors and telephone numbers as signs write them, in Chinese and English.

use crate::sign::Span;
use regex::Regex;
use std::sync::LazyLock;

/// A number at the start of a text, in ASCII digits, in Chinese below a thousand, or digit by digit where a 〇 is among
/// them (三〇四): its value and the bytes it takes.
#[must_use]
pub fn number(text: &str) -> Option<(u32, usize)> {
    /// The longest number read digit by digit: a year has four.
    const LONGEST: usize = 6;
    let first = text.chars().next()?;
    // Most texts that are asked about begin with another character.
    if !first.is_ascii_digit() && !matches!(first, '十' | '百' | '〇') && digit(first).is_none() {
        return None;
    }
    let ascii: usize = text.bytes().take_while(u8::is_ascii_digit).count();
    if ascii > 0 {
        return Some((text[..ascii].parse().ok()?, ascii));
    }
    let spoken: Vec<u32> = text.chars().map_while(|c| if c == '〇' { Some(0) } else { digit(c) }).collect();
    if text.chars().take(spoken.len()).any(|c| c == '〇') {
        let value = spoken.iter().try_fold(0, |value, d| Some(value * 10 + d))?;
        return (spoken.len() <= LONGEST).then_some((value, spoken.len() * '〇'.len_utf8()));
    }
    let (mut total, mut last, mut bytes) = (0, None, 0);
    for c in text.chars() {
        match c {
            '十' => total += 10 * last.take().unwrap_or(1),
            '百' => total += 100 * last.take()?,
            _ => match digit(c) {
                Some(value) if last.is_none() || last == Some(0) => last = Some(value),
                _ => break,
            },
        }
        bytes += c.len_utf8();
    }
    (bytes > 0).then(|| (total + last.unwrap_or(0), bytes))
}

/// The value of a Chinese digit.
fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The figures of a text with their decimals and the commas of their thousands.
pub fn figures(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c: char| c.is_ascii_digit())?;
        let part = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
        let end = start + text[start..].find(|c| !part(c)).unwrap_or(text.len() - start);
        let end = start + text[start..end].trim_end_matches(['.', ',']).len();
        at = end;
        Some(start..end)
    })
}

/// 1 → 1st, 2 → 2nd, 11 → 11th.
#[must_use]
pub fn ordinal_digits(number: u32) -> String {
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

/// 1 → First … 10 → Tenth; above that the digits.
#[must_use]
pub fn ordinal_word(number: u32) -> String {
    const WORDS: [&str; 10] =
        ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"];
    let index = (number as usize).wrapping_sub(1);
    WORDS.get(index).map_or_else(|| ordinal_digits(number), |word| (*word).to_owned())
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// Minutes after midnight as written; where the half of the day is not told, the morning's.
    pub minutes: u32,
    /// The half of the day is certain: by am or pm, 上午 or 下午, or an hour above twelve.
    pub certain: bool,
}

impl Time {
    /// Whether two times may be the same: twelve hours apart is the same where a half of the day is not told.
    #[must_use]
    pub fn agrees(self, other: Self) -> bool {
        let span = if self.certain && other.certain { 2 * HALF_DAY } else { HALF_DAY };
        self.minutes % span == other.minutes % span
    }
}

/// Minutes from midnight to noon.
const HALF_DAY: u32 = 12 * 60;

static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?ix)
        (上午|早上|早晨|早|清晨|凌晨|中午|下午|傍晚|晚上|晚间|夜间|晚)? \s*
        ([0-9]{1,2}|[一二三四五六七八九十两]{1,3})
        (?: [:：]([0-9]{2}) | (点|时)钟? (?:([0-9]{1,2})分|(半))? )?
        (?-x: *)((?:[ap]\.?m\.?|noon|midnight)(?:[^a-z]|$))?
        | \b(noon|midnight)\b",
    )
    .expect("a constant pattern")
});

/// The times of a text, in order: what has minutes, or am, pm, 上午, 下午, or 点 behind a figure.
#[must_use]
pub fn times(text: &str) -> Vec<Time> {
    let mut told = false;
    let mut found: Vec<Time> = CLOCK
        .captures_iter(text)
        .filter_map(|found| {
            if let Some(word) = found.get(8) {
                told = true;
                return Some(Time {
                    minutes: if word.as_str().eq_ignore_ascii_case("noon") { HALF_DAY } else { 0 },
                    certain: true,
                });
            }
            let half = found.get(7).or(found.get(1)).map(|m| m.as_str().to_ascii_lowercase());
            let (clock, stroke) = (found.get(3).map(|m| m.as_str()), found.get(4).is_some());
            let spoken = !found[2].starts_with(|c: char| c.is_ascii_digit());
            // 一点 is *a little* as well, 二楼 in 下午二楼 no hour.
            if half.is_none() && clock.is_none() && (!stroke || spoken) || spoken && !stroke {
                return None;
            }
            let (hour, _) = if &found[2] == "两" { (2, 0) } else { number(&found[2])? };
            let minute = if found.get(6).is_some() {
                30
            } else {
                clock.or(found.get(5).map(|m| m.as_str())).unwrap_or("0").parse().ok()?
            };
            if hour > 24 || minute > 59 {
                return None;
            }
            told |= half.is_some();
            let begins = |marks: &[char]| half.as_deref().is_some_and(|h| h.starts_with(marks));
            let base = match hour {
                12 if begins(&['a', '早', '凌', '清', '晚', '夜', 'm']) => 0,
                1..=11 if begins(&['p', '下', '晚', '傍', '夜']) || hour < 3 && begins(&['中']) => hour + 12,
                _ => hour,
            };
            Some(Time { minutes: base * 60 + minute, certain: half.is_some() || hour > 12 || hour == 0 })
        })
        .collect();
    // Nobody writes 9:00-21:00 and means nine in the evening by the first.
    if !told && found.iter().any(|time| time.certain) {
        found.iter_mut().for_each(|time| time.certain = true);
    }
    found
}

/// Fewest digits of a telephone number that is no year, price or postal code.
const PHONE: usize = 7;

/// The digits of each telephone number, without the country code, area zero and what separates them.
#[must_use]
pub fn phones(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut digits = String::new();
    let mut close = |digits: &mut String| {
        if digits.len() >= PHONE {
            let local = digits.strip_prefix("86").filter(|rest| rest.len() > PHONE).unwrap_or(digits);
            out.push(local.trim_start_matches('0').to_owned());
        }
        digits.clear();
    };
    let mut gap = 0;
    for c in text.chars() {
        match c {
            '0'..='9' => {
                digits.push(c);
                gap = 0;
            }
            '-' | ' ' | '(' | ')' | '（' | '）' | '+' if !digits.is_empty() && gap < 2 => gap += 1,
            _ => close(&mut digits),
        }
    }
    close(&mut digits);
    out
}

static FLOOR_ZH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(地下|负|B)?([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:层|楼(?:$|[^梯宇盘道栋座]))")
        .expect("a constant pattern")
});
static FLOOR_EN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:(B)([0-9])F?|[LF]?([0-9]{1,2})(?:F|/F)|[LF]([0-9]{1,2})|([0-9]{1,2})(?:st|nd|rd|th)\s+floor|floor\s+([0-9]{1,2})|(basement)\s+([0-9]))\b")
        .expect("a constant pattern")
});

/// Floors of a Chinese text with their places; those below ground are negative.
#[must_use]
pub fn floors_zh(text: &str) -> Vec<i64> {
    FLOOR_ZH
        .captures_iter(text)
        .filter_map(|found| {
            let (value, _) = number(&found[2])?;
            Some(if found.get(1).is_some() { -i64::from(value) } else { i64::from(value) })
        })
        .collect()
}

/// Floors of an English text with their places; those below ground are negative.
#[must_use]
pub fn floors_en(text: &str) -> Vec<(i64, Span)> {
    FLOOR_EN
        .captures_iter(text)
        .filter_map(|found| {
            let value: i64 = [2, 3, 4, 5, 6, 8].into_iter().find_map(|i| found.get(i))?.as_str().parse().ok()?;
            let below = found.get(1).is_some() || found.get(7).is_some();
            Some((if below { -value } else { value }, found.get(0)?.range()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_both_languages() {
        let at = |text: &str| times(text).into_iter().map(|t| (t.minutes, t.certain)).collect::<Vec<_>>();
        assert_eq!(at("9:00-17:30"), [(540, true), (1050, true)]);
        assert_eq!(at("9:00-5:30"), [(540, false), (330, false)]);
        assert_eq!(at("上午9:00-11:30，下午2:00-5:00"), [(540, true), (690, false), (840, true), (300, false)]);
        assert_eq!(
            at("早上8点，中午12点，晚上十点半，下午两点"),
            [(480, true), (720, true), (1350, true), (840, true)]
        );
        assert_eq!(at("12 noon to midnight"), [(720, true), (0, true)]);
        assert!(at("请往前一点，24小时，下午二楼").is_empty());
        assert_eq!(at("上午9:00至下午5:30"), [(540, true), (1050, true)]);
        assert_eq!(at("9:00 am-5:30 pm"), [(540, true), (1050, true)]);
        assert_eq!(at("12 am"), [(0, true)]);
        assert!(at("Gate 12, 3 amps").is_empty());
    }

    #[test]
    fn telephone_numbers_lose_what_separates_them() {
        assert_eq!(phones("电话：010-65131166"), ["1065131166"]);
        assert_eq!(phones("Tel: +86 10 6513 1166"), ["1065131166"]);
        assert!(phones("建于1420年，1987年列入").is_empty());
    }

    #[test]
    fn floors_are_read() {
        assert_eq!(floors_zh("地下二层停车场"), [-2]);
        assert_eq!(floors_zh("三层"), [3]);
        assert!(floors_zh("三楼梯").is_empty());
        let en = |text: &str| floors_en(text).into_iter().map(|f| f.0).collect::<Vec<_>>();
        assert_eq!(en("B2 Parking"), [-2]);
        assert_eq!(en("3F"), [3]);
        assert_eq!(en("2nd Floor"), [2]);
        assert!(en("Gate 3").is_empty());
    }

    #[test]
    fn numbers_are_read() {
        assert_eq!(number("三十五中学"), Some((35, 9)));
        assert_eq!(number("十一条"), Some((11, 6)));
        assert_eq!(number("12号"), Some((12, 2)));
        assert_eq!(number("一百零一中学"), Some((101, 12)));
        assert_eq!(number("三〇四医院"), Some((304, 9)));
        assert_eq!(number("二〇二二年"), Some((2022, 12)));
        assert_eq!(number("中学"), None);
    }

    #[test]
    fn ordinals_are_written() {
        let written: Vec<String> = [1, 2, 3, 4, 11, 21, 112].into_iter().map(ordinal_digits).collect();
        assert_eq!(written, ["1st", "2nd", "3rd", "4th", "11th", "21st", "112th"]);
    }
}
