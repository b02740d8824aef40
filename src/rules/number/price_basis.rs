//! `number/price-basis`: the price is for something else: 50元/人 as *50 Yuan/Hour*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::sign::Span;
use crate::wording::{CONTRASTS, Opposite, PER};

pub static META: Meta = Meta {
    code: "number/price-basis",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the price is for something else",
        why: "Ten yuan an hour are not ten yuan a day, and a price for a person is not one for a vehicle. What is paid for \
              must be the same in both languages.",
    },
    zh: Words {
        summary: "中英文计价单位不一致",
        why: "每小时 10 元不是每天 10 元，按人计价不是按车计价。计价单位在两种文字中应当一致。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        bad("停车费每小时10元", "Parking Fee: 10 Yuan/Day", "Parking Fee: 10 Yuan/Hour"),
        bad("成人票50元/人", "Adult Ticket: 50 Yuan per Hour", "Adult Ticket: 50 Yuan per Person"),
        fires("香蕉5元/斤", "Bananas: 5 Yuan/kg"),
        good("停车费每小时10元", "Parking Fee: 10 Yuan/Hour"),
        good("10元/半小时", "10 Yuan/30 Minutes"),
        good("20元/人次", "20 Yuan per Visit"),
        fires("人均80元", "80 Yuan per Hour"),
        good("人均80元", "80 Yuan per Person"),
        good("每人20元", "20 Yuan/Ticket"),
        good("逾期每册每天0.1元", "Overdue: 0.1 Yuan per item per day"),
        good("20元/人/天", "20 Yuan per day per person"),
        good("每天9:00-17:00，每次5元", "9:00-17:00 Daily, 5 Yuan Each"),
        good("香蕉5元/斤", "Bananas: 5 Yuan/500 g"),
    ],
};

/// What the names of the groups begin with.
const BASIS: &str = "basis-";
/// A person and a ticket, a visit and a person may stand for one another; an hour and a day never do.
const LOOSE: [&str; 2] = ["basis-count", "basis-holder"];
/// Characters between 每小时 and its price: 每小时收费5元.
const GAP: usize = 4;

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en_has_digit() {
        return;
    }
    let ([meant], [said]) = (sign.money_in_chinese(), sign.money_in_english()) else { return };
    let Some(basis) = basis_zh(sign.zh, &meant.at) else { return };
    let Some((other, at)) = basis_en(sign.en, said.at.end) else { return };
    // For each book and each day: either may be told first.
    if basis_en(sign.en, at.end).is_some() {
        return;
    }
    if !excludes(basis, other) || report.touches(&at) {
        return;
    }
    let write = sign.in_case_of(&sign.en[at.clone()], basis.en[0]);
    report
        .en(&META, at.clone())
        .message(
            format!("the Chinese price is per {}, the English per {}", basis.en[0], other.en[0]),
            format!("中文按{}计价，英文按 {} 计价", basis.zh[0], other.en[0]),
        )
        .replace(sign.en, write);
}

/// Whether a price cannot be for both.
fn excludes(a: &Opposite, b: &Opposite) -> bool {
    let loose = |row: &Opposite| LOOSE.contains(&row.group);
    let both_counts = loose(a) && loose(b);
    !std::ptr::eq(a, b) && (!both_counts || a.group == b.group && a.group == LOOSE[1])
}

fn bases() -> impl Iterator<Item = &'static Opposite> {
    CONTRASTS.iter().filter(|row| row.group.starts_with(BASIS))
}

/// What the price is for: 元/人, 元一位, 每小时…元, 人均…元.
fn basis_zh(zh: &str, price: &Span) -> Option<&'static Opposite> {
    let longest = |text: &str| {
        let words = bases().flat_map(|row| row.zh.iter().map(move |word| (row, *word)));
        words.filter(|(_, word)| text.starts_with(word)).max_by_key(|(_, word)| word.len())
    };
    let behind = zh[price.end..].trim_start();
    if let Some(unit) = ['/', '／', '每', '一'].iter().find_map(|mark| behind.strip_prefix(*mark)) {
        return longest(unit.trim_start_matches(['每', '一', ' '])).map(|(row, _)| row);
    }
    let before = &zh[..price.start];
    // 每人, 人均: the word that leads, then what the price is for.
    let (row, gap) = if let Some(at) = before.rfind('每') {
        let unit = &before[at + '每'.len_utf8()..];
        let (row, word) = longest(unit)?;
        (row, &unit[word.len()..])
    } else {
        let at = before.rfind('均')?;
        let head = &before[..at];
        let start = head.char_indices().next_back()?.0;
        (longest(&head[start..])?.0, &before[at + '均'.len_utf8()..])
    };
    let near = gap.chars().count() <= GAP
        && !gap.contains(['，', '、', '；', ','])
        && !gap.chars().any(|c| c.is_ascii_digit());
    near.then_some(row)
}

/// What stands behind the price and `/`, *per*, *a*, *each*, and where.
fn basis_en(en: &str, end: usize) -> Option<(&'static Opposite, Span)> {
    let rest = &en[end..];
    let open = rest.trim_start();
    let behind = |mark: &str| {
        let head = open.get(..mark.len()).filter(|head| head.eq_ignore_ascii_case(mark))?;
        open[head.len()..].strip_prefix(' ')
    };
    let unit = open.strip_prefix('/').or_else(|| PER.iter().find_map(|mark| behind(mark)))?.trim_start();
    let start = en.len() - unit.len();
    let lower = unit.to_ascii_lowercase();
    let words = bases().flat_map(|row| row.en.iter().map(move |word| (row, *word)));
    let whole = |word: &str| {
        let text = lower.replace('-', " ");
        let rest = text.strip_prefix(&word.replace('-', " "))?.to_owned();
        let rest = rest
            .strip_prefix('s')
            .filter(|r| !r.starts_with(|c: char| c.is_ascii_alphabetic()))
            .unwrap_or(&rest)
            .to_owned();
        (!rest.starts_with(|c: char| c.is_ascii_alphanumeric())).then(|| lower.len() - rest.len())
    };
    let (row, length) = words.filter_map(|(row, word)| Some((row, whole(word)?))).max_by_key(|(_, length)| *length)?;
    Some((row, start..start + length))
}
