//! `number/mismatch`: a number of the Chinese and a number of the English differ.
//!
//! The reader goes to the wrong gate. Figures written out (*Two*, 二), months, times and 万/亿 are taken into account;
//! where a figure is merely absent from the English, nothing is said.

use crate::analyse::Analysed;
use crate::expect::Standing;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::text::digits_in;
use crate::text::numbers::phones;
use crate::wording::{MONTH, NUMERAL, ORDINAL};
use std::borrow::Cow;

pub static META: Meta = Meta {
    code: "number/mismatch",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the numbers differ",
        why: "The Chinese and the English must say the same. A number that differs sends the reader to another gate, \
              line, floor or year.",
    },
    zh: Words {
        summary: "中英文数字不一致",
        why: "中外文含义应当一致。数字不同会把读者引向另一个门、线路、楼层或年份。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        bad("2号航站楼", "Terminal 3", "Terminal 2"),
        fires("建于1582年", "Built in 1852"),
        fires("限乘15人", "Maximum Capacity: 16 Persons"),
        fires("二十四小时营业", "25-Hour Service"),
        good("二十四小时营业", "Open 24/7"),
        good("2号航站楼", "Terminal 2"),
        good("二层", "2F"),
        good("开放时间 8:00-17:00", "Open 8:00 am-5:00 pm"),
        good("2022年2月4日", "February 4, 2022"),
        good("约15万平方米", "150,000 square meters"),
        good("罚款1,500元以上7,500元以下", "Fine: RMB 1,500–7,500"),
        good("使用面积12,500平方米", "Floor Area: 12500 Square Meters"),
        good("101、102、103室", "Rooms 101,102,103"),
        fires("罚款1,500元", "Fine: RMB 2,500"),
        good("十里河", "Shilihe"),
        good("全场7折", "30% Off"),
        good("电话 010-65131166", "Tel: +86 10 6513 1166"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if has_same_figures(sign) {
        return;
    }
    let zh = digits_in(sign.zh);
    if zh.is_empty() && !sign.entries().is_empty() {
        return compare_with_listed(sign, report);
    }
    if zh.is_empty() {
        return;
    }
    // A clock on either side: 17:00 is 5:00 pm; 7折 is 30% off. Fractions, ranges of prices and the like are left to people.
    if has_clock(sign.zh) || has_clock(sign.en) || sign.zh_has(['/', '%', '％', '折']) {
        return;
    }
    // Telephone numbers are cut in other places in each language; another rule compares them.
    if !phones(sign.zh).is_empty() || !phones(sign.en).is_empty() {
        return;
    }
    let values = |text: &str| digits_in(text).into_iter().map(|(.., d)| plain(&d)).collect::<Vec<_>>();
    let (chinese, english) = (values(&without_thousands(sign.zh)), values(&without_thousands(sign.en)));
    // Three rooms with commas between them are no millions.
    if english.is_empty() || chinese == english || values(sign.zh) == values(sign.en) {
        return;
    }
    let written = written_out(sign);
    let lacking: Vec<&String> = chinese
        .iter()
        .filter(|d| !english.contains(d) && !written.contains(*d) && !scaled(sign.zh, d, &english))
        .collect();
    let added: Vec<&String> =
        english.iter().filter(|d| !chinese.contains(d) && !in_chinese_numerals(sign.zh, d)).collect();
    if sign.zh_has(['万', '亿', '千', '百']) && !lacking.is_empty() {
        return scaled_mismatch(sign, report, &english);
    }
    let ([lacks, ..], [has, ..]) = (lacking.as_slice(), added.as_slice()) else { return };
    let span =
        digits_in(sign.en).into_iter().find(|(.., d)| plain(d) == **has).map_or(0..sign.en.len(), |(s, e, _)| s..e);
    // A comma parts one figure: what stands behind it belongs to it.
    let parted = sign.en[..span.start].ends_with(',') || sign.en[span.end..].starts_with(',');
    let whole = !parted && sign.en[span.clone()].bytes().all(|b| b.is_ascii_digit());
    let one = lacking.len() == 1 && added.len() == 1 && whole;
    let say = report
        .en(&META, span)
        .message(format!("the Chinese has {lacks}, the English has {has}"), format!("中文是{lacks}，英文是{has}"));
    if one {
        say.replace(sign.en, lacks.as_str());
    }
}

/// Both languages have figures and the same ones, in ASCII and without commas: most signs that have any.
fn has_same_figures(sign: &Analysed) -> bool {
    let (zh, en) = (sign.zh.as_bytes(), sign.en.as_bytes());
    // The first byte of full-width digits, and what stands inside of large numbers.
    !zh.contains(&0xEF)
        && !en.contains(&0xEF)
        && !en.windows(2).any(|w| w[0] == b',' && w[1].is_ascii_digit())
        && figures(zh).next().is_some()
        && figures(zh).eq(figures(en))
}

/// The runs of ASCII digits without leading zeros.
fn figures(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let runs = text.split(|b| !b.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.map(|run| &run[run.iter().take_while(|b| **b == b'0').count()..])
}

/// A colon between figures.
fn has_clock(text: &str) -> bool {
    let figure = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.char_indices().filter(|(_, c)| matches!(c, ':' | '：')).any(|(at, colon)| {
        figure(text[..at].chars().next_back()) && figure(text[at + colon.len_utf8()..].chars().next())
    })
}

/// The figures that every rendering of the whole text has, where the Chinese writes none: 二十四小时 is 24-Hour.
fn compare_with_listed(sign: &Analysed, report: &mut Report) {
    let english = digits_in(sign.en);
    if english.is_empty() || has_clock(sign.en) {
        return;
    }
    let figures = |text: &str| digits_in(text).into_iter().map(|(.., d)| plain(&d)).collect::<Vec<_>>();
    let mut listed = sign.listed_before(Standing::Banned).map(figures).filter(|figures| !figures.is_empty());
    let Some(first) = listed.next() else { return };
    let Some((start, end, digits)) = english.iter().find(|(.., d)| !first.contains(&plain(d))) else { return };
    let kept = first.iter().any(|figure| english.iter().any(|(.., d)| plain(d) == *figure));
    if kept || listed.any(|other| other != first) {
        return;
    }
    let meant = first.join(", ");
    report.en(&META, *start..*end).message(
        format!("the standard has {meant}, the English has {digits}"),
        format!("标准译法是{meant}，英文是{digits}"),
    );
}

/// Numbers of the English that are written as words or months.
fn written_out(sign: &Analysed) -> Vec<String> {
    let mut out = Vec::new();
    for word in sign.words.folds() {
        for (n, name) in NUMERAL.iter().enumerate() {
            if word == *name {
                out.push(n.to_string());
            }
        }
        for (n, name) in ORDINAL.iter().enumerate() {
            if word == *name {
                out.push((n + 1).to_string());
            }
        }
        for (n, name) in MONTH.iter().enumerate() {
            if word.starts_with(name) {
                out.push((n + 1).to_string());
            }
        }
        if matches!(word, "i" | "ii" | "iii" | "iv" | "v") {
            let roman = ["i", "ii", "iii", "iv", "v"].iter().position(|r| *r == word).unwrap_or(0) + 1;
            out.push(roman.to_string());
        }
    }
    out
}

/// Figures without the commas of their thousands, which either language may write: 1,500元.
fn without_thousands(text: &str) -> Cow<'_, str> {
    let parts = |at: usize, comma: usize| {
        let behind = &text.as_bytes()[at + comma..];
        let digits = behind.iter().take_while(|b| b.is_ascii_digit()).count();
        digits == 3 && text[..at].ends_with(|c: char| c.is_ascii_digit())
    };
    if !text.contains([',', '，']) {
        return Cow::Borrowed(text);
    }
    let kept = |(at, c): &(usize, char)| !matches!(c, ',' | '，') || !parts(*at, c.len_utf8());
    Cow::Owned(text.char_indices().filter(kept).map(|(_, c)| c).collect())
}

/// Without leading zeros.
fn plain(digits: &str) -> String {
    let trimmed = digits.trim_start_matches('0');
    if trimmed.is_empty() { "0".to_owned() } else { trimmed.to_owned() }
}

/// 15 with 万 is 150000, 150 thousand, 0.15 million.
fn scaled(zh: &str, digits: &str, english: &[String]) -> bool {
    let Ok(value) = digits.parse::<u64>() else { return false };
    let scales: &[u64] = if zh.contains('亿') {
        &[100_000_000, 100_000, 100]
    } else if zh.contains('万') {
        &[10_000, 10]
    } else if zh.contains('千') {
        &[1_000, 1]
    } else if zh.contains('百') {
        &[100, 1]
    } else {
        return false;
    };
    scales.iter().any(|s| english.contains(&(value.saturating_mul(*s)).to_string()))
}

fn scaled_mismatch(sign: &Analysed, report: &mut Report, english: &[String]) {
    let zh: Vec<String> = digits_in(sign.zh).into_iter().map(|(.., d)| plain(&d)).collect();
    // One figure on each side that agree in no scale: only then is it sure.
    if let ([one], [other]) = (zh.as_slice(), english)
        && one != other
        && !scaled(sign.zh, one, english)
        && !sign.en_has(['.'])
        && !sign.zh_has(['.'])
    {
        let span = digits_in(sign.en).first().map_or(0..0, |(s, e, _)| *s..*e);
        report
            .en(&META, span)
            .message(format!("the Chinese has {one}, the English has {other}"), format!("中文是{one}，英文是{other}"));
    }
}

/// Whether a figure of the English stands in Chinese numerals: 三 for 3, 十二 for 12.
fn in_chinese_numerals(zh: &str, digits: &str) -> bool {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let Ok(value) = digits.parse::<usize>() else { return false };
    let one = |n: usize| DIGITS[n % 10].to_string();
    let mut ways = vec![digits.chars().filter_map(|c| c.to_digit(10)).map(|d| one(d as usize)).collect::<String>()];
    if (10..20).contains(&value) {
        ways.push(if value == 10 { "十".into() } else { format!("十{}", one(value)) });
    } else if (20..100).contains(&value) {
        let tens = format!("{}十", one(value / 10));
        ways.push(if value % 10 == 0 { tens } else { format!("{tens}{}", one(value)) });
    }
    ways.iter().any(|w| zh.contains(w.as_str())) || (value == 2 && zh.contains('两'))
}
