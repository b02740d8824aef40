//! `number/numeral-mismatch`: a number in Chinese characters and one in the English differ: 三号门 as *Gate 2*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::names::lexicon::{self, Part};
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::text::digits_in;
use crate::text::numbers::number;
use crate::wording::{BODY, FACILITY, NUMERAL, ORDINAL};

pub static META: Meta = Meta {
    code: "number/numeral-mismatch",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the numbers differ",
        why: "The third is not the second, and Gate 3 is not Gate 2. The Chinese may write the number in characters; the \
              English must give the same one.",
    },
    zh: Words {
        summary: "中英文序号不一致",
        why: "第三不是第二，三号门不是二号门。中文可用汉字数字，英文必须是同一个数。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        bad("三号门", "Gate 2", "Gate 3"),
        bad("第三会议室", "Meeting Room 4", "Meeting Room 3"),
        fires("第二医院", "Third Hospital"),
        fires("四病房", "Three Ward"),
        good("三号门", "Gate 3"),
        good("第三会议室", "Conference Room No. 3"),
        good("第二外国语学院", "International Studies University"),
        good("二号线换乘八号线", "Line 2, Change for Line 8"),
        good("第十一中学", "No. 11 Middle School"),
        good("第一零一中学", "Beijing 101 Middle School"),
    ],
};

/// Numbers from here on are years.
const FIRST_YEAR: u32 = 1000;

pub fn check(sign: &Analysed, report: &mut Report) {
    let [meant] = counted(sign.zh).as_slice()[..] else { return };
    if !digits_in(sign.zh).is_empty() {
        return;
    }
    let [(said, at)] = figures(sign).as_slice()[..] else { return };
    // 第二十九届 of the year 2008: a year counts nothing.
    if meant != said && said < FIRST_YEAR {
        let span = sign.words.span(at);
        let figures = sign.en[span.clone()].bytes().all(|b| b.is_ascii_digit());
        let say = report.en(&META, span).message(
            format!("the Chinese has {meant}, the English has {said}"),
            format!("中文是 {meant}，英文是 {said}"),
        );
        if figures {
            say.replace(sign.en, meant.to_string());
        }
    }
}

/// What is left is a facility and no more: 四病室, 二食堂.
fn numbers_a_room(rest: &str) -> bool {
    rest.chars().count() > 1
        && lexicon::word(rest, Part::Generic)
            .is_some_and(|word| FACILITY.contains(&word.class) || BODY.contains(&word.class))
}

/// The numbers in Chinese characters that count something: after 第, before 号, or at the head of a facility's name.
fn counted(zh: &str) -> Vec<u32> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some((start, first)) = zh[at..].char_indices().next().map(|(i, c)| (at + i, c)) {
        if let Some((value, bytes)) = number(&zh[start..]) {
            let end = start + bytes;
            let ordinal = zh[..start].ends_with('第');
            // 六号 may be a day of the month: only what a kind of thing follows is counted.
            let numbered = zh[end..].starts_with('号') && zh[end..].chars().nth(1).is_some();
            // 一零一 is written digit by digit.
            let goes_on = number(&zh[end..]).is_some() || zh[end..].starts_with('〇');
            if (ordinal || numbered || start == 0 && numbers_a_room(&zh[end..])) && !goes_on {
                out.push(value);
            }
            at = end;
        } else {
            at = start + first.len_utf8();
        }
    }
    out
}

/// Every number of the English, as figures or as a word, with the word it stands in.
fn figures(sign: &Analysed) -> Vec<(u32, usize)> {
    let place = |set: &[&str], word: &str| set.iter().position(|w| *w == word);
    (0..sign.words.len())
        .filter_map(|at| {
            let word = sign.words.fold(at);
            let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let value = digits.parse().ok().or_else(|| {
                let index = place(NUMERAL, word).or_else(|| place(ORDINAL, word).map(|i| i + 1))?;
                u32::try_from(index).ok()
            })?;
            Some((value, at))
        })
        .collect()
}
