//! `consistency/row-variants`: signs of one row are worded otherwise: Ticket Gate 1, Ticket Gate 2, Check-in Gate 3.
//!
//! A row is signs whose Chinese differs in numbers, letters and opposites alone (1号, A口, 东, 男). Their English, with
//! these taken out, is the same on all of them.

use crate::analyse::Context;
use crate::english::English;
use crate::finding::{Level, Text};
use crate::rules::{FixKind, InventoryFinding, MOST_RELATED, Meta, Occurrence, Words, bad, cite, good};
use crate::sign::Kind;
use crate::wording::row::Member;
use rustc_hash::FxHashMap;

pub static META: Meta = Meta {
    code: "consistency/row-variants",
    level: Level::Info,
    fix: FixKind::None,
    en: Words {
        summary: "a sign of a row is worded otherwise than the others",
        why: "Gates, floors and exits whose Chinese differs in a number, a letter or a direction alone are told apart by \
              just that in English: Ticket Gate 1, Ticket Gate 2. Another word makes another thing of one of them. The \
              wording that most signs of the row have is proposed.",
    },
    zh: Words {
        summary: "同一系列标识的译法不一",
        why: "中文只差编号、字母或方位的门、楼层、出口，英文也应只差这一处：Ticket Gate 1、Ticket Gate 2。换一个词就像是另一种设施。\
              建议采用该系列中多数标识的译法。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[
        good("1号检票口", "Ticket Gate 1"),
        good("2号检票口", "Ticket Gate 2"),
        bad("3号检票口", "Check-in Gate 3", "Ticket Gate 3"),
        good("东门", "East Gate"),
        good("西门", "West Gate"),
    ],
};

/// Fewest signs of a row that agree before another is held against them.
const FEWEST: usize = 2;

/// The members of a row by their wording, in the order in which the wordings come.
type Row = Vec<(String, Vec<usize>)>;

pub fn judge(context: &Context, texts: &[Occurrence]) -> Vec<InventoryFinding> {
    let mut rows: FxHashMap<(String, Option<Kind>), Row> = FxHashMap::default();
    for (index, text) in texts.iter().enumerate() {
        let Some(member) = Member::of(&text.key, text.en) else { continue };
        let wordings = rows.entry((member.zh, text.kind)).or_default();
        match wordings.iter_mut().find(|(wording, _)| *wording == member.en) {
            Some((_, list)) => list.push(index),
            None => wordings.push((member.en, vec![index])),
        }
    }
    let mut out: Vec<InventoryFinding> =
        rows.values().filter(|row| row.len() > 1).flat_map(|row| judge_row(context, texts, row)).collect();
    out.sort_by_key(|f| f.text);
    out
}

fn judge_row(context: &Context, texts: &[Occurrence], row: &Row) -> Vec<InventoryFinding> {
    let most = row.iter().map(|(_, list)| list.len()).max().unwrap_or(0);
    let leaders: Vec<&(String, Vec<usize>)> = row.iter().filter(|(_, list)| list.len() == most).collect();
    let [(leading, leader)] = leaders.as_slice() else { return judge_pair(context, texts, &leaders) };
    if most < FEWEST {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (wording, list) in row.iter().filter(|(wording, list)| wording != leading && list.len() * 2 <= most) {
        for &index in list {
            let text = &texts[index];
            let is_known = context.glossary.accepts(&text.key, text.en);
            // The same Chinese in both wordings is another rule's.
            if is_known || is_number_of_noun(wording, leading) || leader.iter().any(|i| texts[*i].key == text.key) {
                continue;
            }
            let like = &texts[leader[0]];
            let message = Text {
                en: format!("other signs of this row read as “{}” does ({most})", like.en.trim()),
                zh: format!("同系列的其他标识按“{}”的写法（{most}）", like.en.trim()),
            };
            let related = leader.iter().copied().take(MOST_RELATED).collect();
            let mut found = InventoryFinding::new(&META, texts, index, message, related);
            found.finding.suggestion = Member::of(&like.key, like.en)
                .zip(Member::of(&text.key, text.en))
                .and_then(|(like_member, own)| like_member.reworded(like.en, &own, text.en));
            out.push(found);
        }
    }
    out
}

/// Two wordings with as many signs each: where they differ in one word alone, both are shown and none is proposed.
fn judge_pair(context: &Context, texts: &[Occurrence], leaders: &[&(String, Vec<usize>)]) -> Vec<InventoryFinding> {
    let [(a, ones), (b, others)] = leaders else { return Vec::new() };
    let (a_words, b_words) = (a.split(' '), b.split(' '));
    let differ = a_words.clone().zip(b_words.clone()).filter(|(a, b)| a != b).count();
    let known = |list: &[usize]| list.iter().all(|i| context.glossary.accepts(&texts[*i].key, texts[*i].en));
    let same_chinese = ones.iter().any(|a| others.iter().any(|b| texts[*a].key == texts[*b].key));
    if a_words.count() != b_words.count()
        || differ != 1
        || is_number_of_noun(a, b)
        || same_chinese
        || known(ones) && known(others)
    {
        return Vec::new();
    }
    let side = |list: &[usize], other: &[usize]| {
        let like = texts[other[0]].en.trim();
        let message = Text {
            en: format!("the other sign of this row is worded otherwise: “{like}”"),
            zh: format!("同系列的另一标识写法不同：“{like}”"),
        };
        let related: Vec<usize> = other.iter().copied().take(MOST_RELATED).collect();
        list.iter()
            .map(|i| InventoryFinding::new(&META, texts, *i, message.clone(), related.clone()))
            .collect::<Vec<_>>()
    };
    [side(ones, others), side(others, ones)].concat()
}

/// The wordings differ in singular and plural alone, as 1 Person and 2 Persons do.
fn is_number_of_noun(a: &str, b: &str) -> bool {
    let english = English::standard();
    a.split(' ').count() == b.split(' ').count() && a.split(' ').zip(b.split(' ')).all(|(a, b)| english.same_noun(a, b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::flagged;

    fn found(signs: &[(&str, &str)]) -> Vec<(usize, Option<String>)> {
        flagged(judge, signs)
    }

    #[test]
    fn the_odd_one_of_a_row_is_pointed_out() {
        let gates = [("1号检票口", "Ticket Gate 1"), ("2号检票口", "Ticket Gate 2"), ("3号检票口", "Check-in Gate 3")];
        assert_eq!(found(&gates), [(2, Some("Ticket Gate 3".to_owned()))]);
        let doors =
            [("展厅东侧门", "Hall East Door"), ("展厅西侧门", "Hall West Door"), ("展厅北侧门", "Hall North Gate")];
        assert_eq!(found(&doors), [(2, Some("Hall North Door".to_owned()))]);
        let floors = [
            ("2层餐厅", "Canteen, 2nd Floor"),
            ("4层餐厅", "Canteen, 4th Floor"),
            ("3层餐厅", "Dining Hall, 3rd Floor"),
        ];
        assert_eq!(found(&floors), [(2, Some("Canteen, 3rd Floor".to_owned()))]);
        let exits = [("车站A口", "Station Exit A"), ("车站B口", "Station Exit B"), ("车站C口", "Station Way Out C")];
        assert_eq!(found(&exits), [(2, Some("Station Exit C".to_owned()))]);
    }

    #[test]
    fn rows_of_one_wording_and_names_pass() {
        assert!(found(&[("1号门", "Gate 1"), ("2号门", "GATE 2"), ("3号门", "Gate 3")]).is_empty());
        assert!(found(&[("东直门", "Dongzhimen"), ("西直门", "Xizhimen"), ("北直门", "North Gate")]).is_empty());
        assert!(found(&[("1小时", "1 Hour"), ("2小时", "2 Hours"), ("3小时", "3 Hours")]).is_empty());
        assert!(found(&[("停车场入口", "Parking Entrance"), ("停车场出口", "Exit")]).is_empty());
    }

    #[test]
    fn a_pair_is_shown_without_a_proposal() {
        let pair = [("二层男卫生间", "2F Men's Toilet"), ("二层女卫生间", "2F Women's Restroom")];
        assert_eq!(found(&pair), [(0, None), (1, None)]);
    }
}
