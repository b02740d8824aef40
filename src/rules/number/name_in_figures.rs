//! `number/name-in-figures`: the numerals of a name stand in figures: *27 Square* for 二七广场.

use crate::analyse::Analysed;
use crate::expect::Role;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::numbers::number;

pub static META: Meta = Meta {
    code: "number/name-in-figures",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a name of numerals in figures",
        why: "The numerals in 二七 are a name, after a date, and count nothing. The specific part of a name is romanised: \
              Erqi Square.",
    },
    zh: Words {
        summary: "专名中的数字写成了阿拉伯数字",
        why: "“二七”来自日期，是专名，不表示数目。专名应用汉语拼音：Erqi Square。",
    },
    citation: cite("place-names-2022", ""),
    examples: &[
        bad("二七广场", "27 Square", "Erqi Square"),
        good("二七广场", "Erqi Square"),
        good("三号门", "Gate 3"),
        good("101中学", "Beijing 101 Middle School"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en.bytes().any(|b| b.is_ascii_digit()) || sign.is_as_expected() || !sign.entries().is_empty() {
        return;
    }
    // 二七 is read digit by digit.
    let digits = |zh: &str| -> Option<String> {
        zh.char_indices()
            .map(|(at, c)| number(&zh[at..at + c.len_utf8()]).map(|(value, _)| value.to_string()))
            .collect()
    };
    let names = sign.slots().filter(|(slot, _)| slot.romanised && slot.role == Role::Specific && slot.zh.len() > 3);
    let mut figures = names.filter_map(|(slot, _)| digits(sign.key().get(slot.zh.clone())?));
    let Some(at) = figures.find_map(|due| (0..sign.words.len()).find(|at| *sign.words.fold(*at) == *due)) else {
        return;
    };
    let Some(write) = sign.preferred() else { return };
    report.en(&META, sign.words.span(at)).rewrite(sign.en, write).done();
}
