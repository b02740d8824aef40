//! `consistency/number-doubled`: a number stands twice and its neighbour is missing: Gate 1, 2, 2, 4.

use crate::analyse::Context;
use crate::finding::{Level, Text};
use crate::rules::{FixKind, InventoryFinding, Meta, Occurrence, Words, cite, fires, good};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

pub static META: Meta = Meta {
    code: "consistency/number-doubled",
    level: Level::Info,
    fix: FixKind::None,
    en: Words {
        summary: "a number stands twice and its neighbour is missing",
        why: "Where every door of a row has one sign, one number has two and the next has none, the second of the two most \
              likely belongs to the next.",
    },
    zh: Words {
        summary: "编号重复而相邻编号缺失",
        why: "一排编号各有一块标识，唯独某号有两块而相邻号没有，其中一块多半是编号有误。",
    },
    citation: cite("signlint", ""),
    examples: &[
        good("1号登机口", "Gate 1"),
        fires("2号登机口", "Gate 2"),
        fires("2号登机口", "Gate 2"),
        good("4号登机口", "Gate 4"),
        good("1号窗口", "Window 1"),
        good("2号窗口", "Window 2"),
    ],
};

/// Fewest signs that make a row.
const FEWEST: usize = 4;

pub fn judge(_: &Context, texts: &[Occurrence]) -> Vec<InventoryFinding> {
    let mut rows: FxHashMap<[&str; 2], Vec<(u32, usize)>> = FxHashMap::default();
    for (index, text) in texts.iter().enumerate() {
        if let Some((number, around)) = text.numbered() {
            rows.entry(around).or_default().push((number, index));
        }
    }
    let mut out: Vec<InventoryFinding> = rows.values().filter_map(|row| doubled(texts, row)).collect();
    out.sort_by_key(|f| f.text);
    out
}

/// Of a row that counts from one: the number that alone has two signs, beside the one that alone has none.
fn doubled(texts: &[Occurrence], list: &[(u32, usize)]) -> Option<InventoryFinding> {
    let signs = |of: &Vec<usize>| of.iter().map(|i| texts[*i].signs.len()).sum::<usize>();
    let last = list.iter().map(|(number, _)| *number).max()?;
    let total: usize = list.iter().map(|(_, index)| texts[*index].signs.len()).sum();
    if total < FEWEST || last as usize != total {
        return None;
    }
    let mut row: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (number, index) in list {
        row.entry(*number).or_default().push(*index);
    }
    let many: Vec<(&u32, &Vec<usize>)> = row.iter().filter(|(_, of)| signs(of) > 1).collect();
    let [(number, of)] = many.as_slice() else { return None };
    // One number is missing of a row as long as its signs: the highest number tells how many there should be.
    if !row.contains_key(&1) || row.len() + 1 != total {
        return None;
    }
    let missing = (1..last).find(|n| !row.contains_key(n)).filter(|n| n.abs_diff(**number) == 1)?;
    let message = Text {
        en: format!("{number} stands twice and {missing} is missing"),
        zh: format!("{number} 号出现两次，缺少 {missing} 号"),
    };
    Some(InventoryFinding::new(&META, texts, *of.last()?, message, of[..of.len() - 1].to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_double_beside_a_hole_is_pointed_out() {
        let sign = |zh, signs| Occurrence::new(zh, "Gate", None, signs);
        let found = judge(&Context::standard(), &[sign("1号门", &[0]), sign("2号门", &[1, 2]), sign("4号门", &[3])]);
        assert_eq!(found.iter().map(|f| f.text).collect::<Vec<_>>(), [1]);
        let two_each = [sign("1号门", &[0, 1]), sign("2号门", &[2, 3]), sign("4号门", &[4, 5])];
        assert!(judge(&Context::standard(), &two_each).is_empty());
        assert!(
            judge(&Context::standard(), &[sign("1号门", &[0]), sign("2号门", &[1, 2]), sign("3号门", &[3])]).is_empty()
        );
    }
}
