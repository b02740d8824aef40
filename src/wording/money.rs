//! Amounts of money as signs write them: 5角, 3万元, ￥100; *50 Yuan*, *RMB 3 million*, *$20*.

use super::{Opposite, UNITS};
use crate::sign::Span;
use crate::text::Phrases;
use crate::text::numbers::number;
use std::sync::LazyLock;

/// An amount with its currency and where it stands, its currency included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Money {
    /// In hundredths of the unit.
    pub cents: u64,
    /// The first word of the currency in `units.csv`.
    pub currency: &'static str,
    pub at: Span,
    /// The currency stands on both sides of the figure: *RMB 50 Yuan*.
    pub doubled: bool,
}

/// The group of `units.csv`.
const CURRENCY: &str = "currency";
/// Parts of the yuan, in hundredths.
const JIAO: u64 = 10;
/// The characters that multiply.
const SCALES_ZH: [(char, u64); 4] = [('百', 100), ('千', 1_000), ('万', 10_000), ('亿', 100_000_000)];
const SCALES_EN: [(&str, u64); 5] =
    [("hundred", 100), ("thousand", 1_000), ("k", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000)];

fn currencies() -> impl Iterator<Item = &'static Opposite> {
    UNITS.iter().filter(|unit| unit.group == CURRENCY)
}

/// What an amount is not written without, in either language.
static NAMES: LazyLock<Phrases> = LazyLock::new(|| {
    let names = currencies().flat_map(|unit| unit.zh.iter().chain(unit.en).copied());
    Phrases::of(names.chain(["角", "jiao"]))
});

/// The amounts of a Chinese text, in order.
#[must_use]
pub fn in_chinese(text: &str) -> Vec<Money> {
    if !NAMES.any_in(text) {
        return Vec::new();
    }
    let mut found: Vec<Money> = Vec::new();
    let mut at = 0;
    while let Some((start, first)) = text[at..].char_indices().next().map(|(i, c)| (at + i, c)) {
        let Some((hundredths, mut end)) = figure(text, start) else {
            at = start + first.len_utf8();
            continue;
        };
        at = end;
        let mut cents = hundredths;
        while let Some((_, scale)) = SCALES_ZH.iter().find(|(c, _)| text[end..].starts_with(*c)) {
            (cents, end) = (cents.saturating_mul(*scale), end + '万'.len_utf8());
        }
        let rest = text[end..].trim_start();
        let space = text.len() - end - rest.len();
        let words = currencies().flat_map(|unit| unit.zh.iter().map(move |zh| (unit, *zh)));
        let unit = words.filter(|(_, zh)| rest.starts_with(zh)).max_by_key(|(_, zh)| zh.len());
        // 元旦 is no yuan.
        let unit = unit.filter(|(_, zh)| !rest[zh.len()..].starts_with(['旦', '宵', '素']));
        let sign = before(text, start).filter(|(_, from)| *from >= free(&found));
        if let Some((unit, zh)) = unit {
            let jiao = figure(text, end + space + zh.len()).filter(|(_, e)| text[*e..].starts_with('角'));
            let more = jiao.map_or(0, |(tens, _)| tens / 100 * JIAO);
            let end = jiao.map_or(end + space + zh.len(), |(_, e)| e + '角'.len_utf8());
            at = end;
            let start = sign.map_or(start, |(_, s)| s);
            // 美元100元: what stands before tells which.
            let currency = sign.map_or(unit, |(unit, _)| unit).en[0];
            found.push(Money { cents: cents + more, currency, at: start..end, doubled: sign.is_some() });
        } else if rest.starts_with('角')
            && first.is_ascii_digit()
            && !rest['角'.len_utf8()..].starts_with(['形', '星', '亭', '度', '楼'])
        {
            at = end + space + '角'.len_utf8();
            found.push(Money {
                cents: cents / 100 * JIAO,
                currency: currencies().next().map_or("", |c| c.en[0]),
                at: start..at,
                doubled: false,
            });
        } else if let Some((unit, start)) = sign {
            found.push(Money { cents, currency: unit.en[0], at: start..end, doubled: false });
        }
    }
    found
}

/// The amounts of an English text, in order.
#[must_use]
pub fn in_english(text: &str) -> Vec<Money> {
    if !NAMES.any_in(text) {
        return Vec::new();
    }
    let mut found: Vec<Money> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|i| at + i) {
        let Some((mut cents, mut end)) = figure(text, start) else { break };
        at = end;
        if let Some((scale, after)) = word(text, end).and_then(|(word, after)| {
            Some((SCALES_EN.iter().find(|(name, _)| word.eq_ignore_ascii_case(name))?.1, after))
        }) {
            (cents, end) = (cents.saturating_mul(scale), after);
        }
        let behind = word(text, end).and_then(|(word, after)| {
            let lower = word.to_ascii_lowercase();
            match lower.as_str() {
                "jiao" => Some((currencies().next()?, JIAO, after)),
                _ => Some((currencies().find(|unit| unit.en.contains(&lower.as_str()))?, 100, after)),
            }
        });
        let sign = before(text, start).filter(|(_, from)| *from >= free(&found));
        let (unit, part, end) = match (behind, sign) {
            (Some(behind), _) => behind,
            (None, Some((unit, _))) => (unit, 100, end),
            (None, None) => continue,
        };
        at = end;
        let doubled = behind.is_some() && sign.is_some();
        let start = sign.map_or(start, |(_, s)| s);
        found.push(Money {
            cents: cents / 100 * part + cents % 100 * part / 100,
            currency: unit.en[0],
            at: start..end,
            doubled,
        });
    }
    found
}

/// A figure at the start of what follows `at`, in hundredths, and where it ends: 1,000, 12.50, 二十.
fn figure(text: &str, at: usize) -> Option<(u64, usize)> {
    let rest = text.get(at..)?;
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        let (value, bytes) = number(rest)?;
        return Some((u64::from(value) * 100, at + bytes));
    }
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let (mut whole, mut end) = (0_u64, 0);
    while digit(end) || bytes.get(end) == Some(&b',') && (end + 1..end + 4).all(digit) && !digit(end + 4) {
        if bytes[end] != b',' {
            whole = whole.checked_mul(10)?.checked_add(u64::from(bytes[end] - b'0'))?;
        }
        end += 1;
    }
    let mut cents = 0;
    if bytes.get(end) == Some(&b'.') && digit(end + 1) {
        cents =
            u64::from(bytes[end + 1] - b'0') * 10 + if digit(end + 2) { u64::from(bytes[end + 2] - b'0') } else { 0 };
        end += 1;
        while digit(end) {
            end += 1;
        }
    }
    Some((whole.checked_mul(100)? + cents, at + end))
}

/// Where the last amount ends: what ended it, as the RMB of 5RMB10, is not the sign of the next.
fn free(found: &[Money]) -> usize {
    found.last().map_or(0, |last| last.at.end)
}

/// The currency that stands right before a figure, and where it begins.
fn before(text: &str, start: usize) -> Option<(&'static Opposite, usize)> {
    let head = text[..start].trim_end();
    // 元 before a figure ends what was said before: 10元20分.
    let leads = |name: &&&str| name.chars().count() > 1;
    let names =
        currencies().flat_map(|unit| unit.en.iter().chain(unit.zh.iter().filter(leads)).map(move |n| (unit, *n)));
    let ends = |name: &str| {
        let from = head.len().checked_sub(name.len())?;
        let written = head.get(from..)?;
        let apart = !name.is_ascii() || !head[..from].ends_with(|c: char| c.is_ascii_alphabetic());
        (written.eq_ignore_ascii_case(name) && apart).then_some(from)
    };
    let found = names.filter_map(|(unit, name)| Some((unit, ends(name)?, name.len())));
    found.max_by_key(|(.., length)| *length).map(|(unit, from, _)| (unit, from))
}

/// The word behind a place, spaces and one hyphen skipped, and where it ends.
fn word(text: &str, at: usize) -> Option<(&str, usize)> {
    let rest = &text[at..];
    let start = at + rest.len() - rest.trim_start_matches([' ', '-', '\u{a0}']).len();
    let sign = text[start..].chars().next().filter(|c| matches!(c, '€' | '¥' | '￥'));
    let length = sign
        .map(char::len_utf8)
        .or_else(|| text[start..].find(|c: char| !c.is_ascii_alphabetic()))
        .unwrap_or(text.len() - start);
    (length > 0).then(|| (&text[start..start + length], start + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zh(text: &str) -> Vec<(u64, &'static str)> {
        in_chinese(text).into_iter().map(|m| (m.cents, m.currency)).collect()
    }

    fn en(text: &str) -> Vec<(u64, &'static str)> {
        in_english(text).into_iter().map(|m| (m.cents, m.currency)).collect()
    }

    #[test]
    fn chinese_amounts_are_read() {
        assert_eq!(zh("每小时10元"), [(1000, "yuan")]);
        assert_eq!(zh("罚款3万元"), [(3_000_000, "yuan")]);
        assert_eq!(zh("2元5角"), [(250, "yuan")]);
        assert_eq!(zh("5角"), [(50, "yuan")]);
        assert_eq!(zh("押金￥100，1,200元"), [(10_000, "yuan"), (120_000, "yuan")]);
        assert_eq!(zh("二十元"), [(2000, "yuan")]);
        assert_eq!(zh("20美元，美元30元"), [(2000, "dollar"), (3000, "dollar")]);
        assert!(zh("第一单元，1角形，3号").is_empty());
    }

    #[test]
    fn english_amounts_are_read() {
        assert_eq!(en("10 Yuan/Hour"), [(1000, "yuan")]);
        assert_eq!(en("RMB 3 million"), [(300_000_000, "yuan")]);
        assert_eq!(en("¥12.50"), [(1250, "yuan")]);
        assert_eq!(en("5 jiao"), [(50, "yuan")]);
        assert_eq!(en("$20, 1,200 yuan"), [(2000, "dollar"), (120_000, "yuan")]);
        assert!(in_english("RMB 50 Yuan")[0].doubled);
        assert_eq!(en("5RMB10"), [(500, "yuan")]);
        assert!(en("Gate 3, 20 m").is_empty());
    }
}
