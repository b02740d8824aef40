//! `number/discount-mismatch`: 八折 as *80% Off*: 折 tells what is paid, *off* what is not.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::numbers::number;
use crate::wording::TAKEN_OFF;

pub static META: Meta = Meta {
    code: "number/discount-mismatch",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the discounts differ",
        why: "In Chinese 八折 means that eighty per cent are paid; in English 20% Off says so. 80% Off promises four times \
              the discount.",
    },
    zh: Words {
        summary: "折扣译反", why: "“八折”是付八成价款，英文是 20% Off；写成 80% Off 就成了只付两成。"
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        bad("全场八折", "80% Off", "20% Off"),
        bad("打7.5折", "75% Discount", "25% Discount"),
        good("全场八折", "20% Off"),
        good("全场八折", "80% of the Original Price"),
        good("全场五折", "50% Off"),
        good("打85折", "15% Off"),
        good("折返点", "Turnaround"),
        bad("全场八折", "全场，80% Off", "全场，20% Off"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.zh_has(['折']) || !sign.en_has(['%']) {
        return;
    }
    let (Some(paid), Some(percent)) = (paid(sign.zh), sign.en.find('%')) else { return };
    let before = &sign.en[..percent];
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    let Ok(said) = before[start..].parse::<f32>() else { return };
    let off = sign.words.folds().any(|word| TAKEN_OFF.contains(&word));
    let single = sign.en.matches('%').count() == 1;
    let right = 100 - paid;
    if single && off && (said - f32::from(right)).abs() > 0.5 {
        report
            .en(&META, start..percent)
            .message(format!("{paid}% are paid, so it is {right}% off"), format!("付 {paid}%，即 {right}% Off"))
            .replace(sign.en, right.to_string());
    }
}

/// The part of the price that is paid, in per cent: 八折, 85折, 8.5折, 八五折; `None` where there is none or several.
fn paid(zh: &str) -> Option<u8> {
    let at = zh.find('折')?;
    if zh[at + '折'.len_utf8()..].contains('折') {
        return None;
    }
    let mut digits: Vec<u8> = Vec::new();
    for c in zh[..at].chars().rev().take_while(|c| c.is_ascii_digit() || *c == '.' || number(&c.to_string()).is_some())
    {
        if c != '.' {
            digits.insert(0, u8::try_from(number(&c.to_string())?.0).ok()?);
        }
    }
    match digits.as_slice() {
        [tens @ 1..=9] => Some(tens * 10),
        [tens @ 1..=9, ones @ 0..=9] => Some(tens * 10 + ones),
        _ => None,
    }
}
