//! `consistency/number-gap`: a number is missing in a row of signs: Gate 1, Gate 2, Gate 4.

use crate::analyse::Context;
use crate::finding::{Level, Text};
use crate::rules::{FixKind, InventoryFinding, MOST_RELATED, Meta, Occurrence, Words, cite, fires, good};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

pub static META: Meta = Meta {
    code: "consistency/number-gap",
    level: Level::Info,
    fix: FixKind::None,
    en: Words {
        summary: "a number is missing in the row",
        why: "Gates, windows and platforms are counted without gaps. Where one is missing, a sign was forgotten or a number \
              was mistyped.",
    },
    zh: Words {
        summary: "编号不连续", why: "门、窗口、站台等一般连续编号。缺号说明漏了标识或数字有误。"
    },
    citation: cite("signlint", ""),
    examples: &[
        good("1号窗口", "Window 1"),
        good("2号窗口", "Window 2"),
        good("3号窗口", "Window 3"),
        fires("5号窗口", "Window 5"),
        good("6号窗口", "Window 6"),
        good("1号线", "Line 1"),
        good("10号线", "Line 10"),
    ],
};

/// Fewest signs that make a row.
const FEWEST: usize = 4;
/// Longest row in which a gap is meant to be seen; years and house numbers make longer ones.
const LONGEST: u32 = 40;

pub fn judge(_: &Context, texts: &[Occurrence]) -> Vec<InventoryFinding> {
    let mut rows: FxHashMap<[&str; 2], Vec<(u32, usize)>> = FxHashMap::default();
    for (index, text) in texts.iter().enumerate() {
        if let Some((number, around)) = text.numbered() {
            rows.entry(around).or_default().push((number, index));
        }
    }
    let mut out = Vec::new();
    // Most rows are too short or count too far, which is told without sorting them.
    for list in rows.values().filter(|list| list.len() >= FEWEST && list.iter().all(|(number, _)| *number <= LONGEST)) {
        let mut row: BTreeMap<u32, usize> = BTreeMap::new();
        for (number, index) in list {
            row.entry(*number).or_insert(*index);
        }
        if row.len() < FEWEST {
            continue;
        }
        let (first, last) = (*row.keys().next().unwrap_or(&0), *row.keys().next_back().unwrap_or(&0));
        let missing: Vec<u32> = (first..=last.min(first + LONGEST)).filter(|n| !row.contains_key(n)).collect();
        // One or two holes in a full row are slips; more are another way of counting.
        if first > 1 || missing.is_empty() || missing.len() > 2 || missing.len() * 4 > row.len() {
            continue;
        }
        for number in missing {
            let Some((_, &index)) = row.range(number..).next() else { continue };
            let before = row.range(..number).next_back().map(|(_, i)| *i);
            let message = Text {
                en: format!("number {number} is missing before this one"),
                zh: format!("此前缺少 {number} 号"),
            };
            out.push(InventoryFinding::new(
                &META,
                texts,
                index,
                message,
                before.into_iter().take(MOST_RELATED).collect(),
            ));
        }
    }
    out.sort_by_key(|f| f.text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hole_in_a_row_is_pointed_out() {
        let row = |zh| Occurrence::new(zh, "Gate", None, &[0]);
        let found =
            judge(&Context::standard(), &[row("1号门"), row("2号门"), row("3号门"), row("5号门"), row("6号门")]);
        assert_eq!(found.iter().map(|f| f.text).collect::<Vec<_>>(), [3]);
        assert!(judge(&Context::standard(), &[row("1号线"), row("2号线"), row("10号线"), row("13号线")]).is_empty());
    }
}
