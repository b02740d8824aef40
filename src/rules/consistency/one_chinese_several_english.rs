//! `consistency/one-chinese-several-english`: the same Chinese carries different English on different signs.
//!
//! A reader who follows *Elevator* and meets *Lift* wonders whether he has arrived. Each form may be right by
//! itself; one place holds to one.

use crate::analyse::Context;
use crate::finding::{Level, Text};
use crate::rules::{FixKind, InventoryFinding, MOST_RELATED, Meta, Occurrence, Words, bad, cite, good};
use crate::sign::Kind;
use crate::text::fold;
use rustc_hash::FxHashMap;

pub static META: Meta = Meta {
    code: "consistency/one-chinese-several-english",
    level: Level::Warning,
    fix: FixKind::None,
    en: Words {
        summary: "the same Chinese has different English elsewhere in the inventory",
        why: "One place, one choice of word and spelling: a reader takes two renderings for two things. The rendering \
              that most signs use is proposed; differences of case and punctuation alone are not counted.",
    },
    zh: Words {
        summary: "同一中文在清单中有不同英文",
        why: "同一场所用词、拼写应统一，否则读者会以为是两处。建议采用清单中使用最多的译法；仅大小写或标点不同的不计。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[
        good("停车场", "Parking Lot"),
        good("停车场", "Parking Lot"),
        bad("停车场", "Car Park", "Parking Lot"),
        good("卫生间", "Toilet"),
        good("洗手间", "Toilet"),
    ],
};

pub fn judge(context: &Context, texts: &[Occurrence]) -> Vec<InventoryFinding> {
    let mut by_zh: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (index, text) in texts.iter().enumerate() {
        if !text.en.trim().is_empty() {
            by_zh.entry(&text.key).or_default().push(index);
        }
    }
    let mut out = Vec::new();
    for members in by_zh.into_values().filter(|m| m.len() > 1) {
        for members in by_form(context, texts, members) {
            judge_group(texts, &members, &mut out);
        }
    }
    out.sort_by_key(|f| f.text);
    out
}

/// The signs of one Chinese text by what their kind asks for: a road has pinyin on its plate and English on a guide sign.
fn by_form(context: &Context, texts: &[Occurrence], members: Vec<usize>) -> Vec<Vec<usize>> {
    let (first, rest) = (&texts[members[0]], &members[1..]);
    if rest.iter().all(|i| texts[*i].kind == first.kind) || rest.iter().all(|i| texts[*i].letters == first.letters) {
        return vec![members];
    }
    let mut kinds: Vec<(Option<Kind>, Option<String>)> = Vec::new();
    let mut forms: Vec<(Option<String>, Vec<usize>)> = Vec::new();
    for index in members {
        let kind = texts[index].kind;
        let asked =
            kinds.iter().find(|(known, _)| *known == kind).map(|(_, asked)| asked.clone()).unwrap_or_else(|| {
                let asked = context.expect(&texts[index].key, kind, None).map(|e| fold(&e.preferred()));
                kinds.push((kind, asked.clone()));
                asked
            });
        match forms.iter_mut().find(|(known, _)| *known == asked) {
            Some((_, list)) => list.push(index),
            None => forms.push((asked, vec![index])),
        }
    }
    forms.into_iter().map(|(_, list)| list).collect()
}

/// The renderings of one Chinese text: findings on all but the commonest.
fn judge_group(texts: &[Occurrence], members: &[usize], out: &mut Vec<InventoryFinding>) {
    let mut variants: Vec<(String, usize, Vec<usize>)> = Vec::new();
    for &index in members {
        let letters = &texts[index].letters;
        let count = texts[index].signs.len();
        match variants.iter_mut().find(|(known, ..)| known == letters) {
            Some((_, total, list)) => {
                *total += count;
                list.push(index);
            }
            None => variants.push((letters.clone(), count, vec![index])),
        }
    }
    if variants.len() < 2 {
        return;
    }
    let most = variants.iter().map(|v| v.1).max().unwrap_or(0);
    let leader = variants.iter().position(|v| v.1 == most).unwrap_or(0);
    let tie = variants.iter().filter(|v| v.1 == most).count() > 1;
    let recommended = texts[variants[leader].2[0]].en.trim().to_owned();
    for (at, variant) in variants.iter().enumerate() {
        if at == leader && !tie {
            continue;
        }
        let rest = || variants.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, v)| v).take(MOST_RELATED);
        let related: Vec<usize> = rest().flat_map(|v| v.2.first().copied()).collect();
        let others: Vec<String> = rest().map(|v| format!("“{}” ({})", texts[v.2[0]].en.trim(), v.1)).collect();
        let more = if variants.len() - 1 > others.len() { " …" } else { "" };
        let others = others.join(", ") + more;
        for &index in &variant.2 {
            let message = Text {
                en: format!("other signs with the same Chinese read {others}"),
                zh: format!("同一中文的其他标识写作 {others}"),
            };
            let mut found = InventoryFinding::new(&META, texts, index, message, related.clone());
            found.finding.suggestion = (at != leader && !tie).then(|| recommended.clone());
            out.push(found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_chinese_in_other_characters_is_one_chinese() {
        let sign = |zh, en, kind| Occurrence::new(zh, en, kind, &[0]);
        let found =
            |texts: &[Occurrence]| judge(&Context::standard(), texts).iter().map(|f| f.text).collect::<Vec<_>>();
        let lots = [
            ("停车场", "Parking Lot"),
            ("停車場", "Car Park"),
            ("停 车 场", "Parking Lot"),
            ("停车场。", "Parking lot"),
        ];
        assert_eq!(found(&lots.map(|(zh, en)| sign(zh, en, None))), [1]);
        let plate = sign("中关村大街", "Zhongguancun Dajie", Some(Kind::PlaceNamePlate));
        assert!(found(&[plate, sign("中关村大街", "Zhongguancun Street", Some(Kind::TrafficGuide))]).is_empty());
        let plate = sign("中关村大街", "Zhongguancun Dajie", Some(Kind::PlaceNamePlate));
        assert_eq!(found(&[plate, sign("中关村大街", "Zhongguancun Dadao", Some(Kind::PlaceNamePlate))]), [0, 1]);
    }
}
