//! `consistency/one-english-several-chinese`: two places of different names share one English name.

use crate::analyse::Context;
use crate::expect::Origin;
use crate::finding::Level;
use crate::finding::Text;
use crate::glossary::{Entry, Glossary};
use crate::names;
use crate::rules::{FixKind, InventoryFinding, MOST_RELATED, Meta, Occurrence, Words, cite, fires, good};
use rustc_hash::FxHashMap;

pub static META: Meta = Meta {
    code: "consistency/one-english-several-chinese",
    level: Level::Info,
    fix: FixKind::None,
    en: Words {
        summary: "one English for several Chinese names",
        why: "Two places with one English name cannot be told apart by those who read English. Words for facilities \
              (Toilet for 卫生间 and 洗手间) may share their English; names may not.",
    },
    zh: Words {
        summary: "不同名称使用同一英文",
        why: "两处地点英文名称相同，英文读者无法区分。设施用语（卫生间、洗手间均为 Toilet）可以相同，名称不可。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("永华路", "Yonghua Road"),
        fires("永桦路", "Yonghua Road"),
        good("卫生间", "Toilet"),
        good("洗手间", "Toilet"),
    ],
};

pub fn judge(context: &Context, texts: &[Occurrence]) -> Vec<InventoryFinding> {
    let mut by_english: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (index, text) in texts.iter().enumerate().filter(|(_, t)| !t.en.trim().is_empty()) {
        by_english.entry(&text.letters).or_default().push(index);
    }
    let glossary = &context.glossary;
    let mut out = Vec::new();
    for members in by_english.values_mut().filter(|m| m.len() > 1) {
        members.retain(|index| is_name(glossary, texts[*index].zh.trim()));
        // A full name and its short one may share their English where the glossary says so of each.
        if members.iter().all(|index| glossary.accepts(texts[*index].zh.trim(), texts[*index].en)) {
            continue;
        }
        for &index in members.iter() {
            let zh = &texts[index].key;
            let mut shown: Vec<&str> = Vec::new();
            let mut related: Vec<usize> = Vec::new();
            for &other in members.iter() {
                let name = texts[other].zh.trim();
                if texts[other].key != *zh && !shown.contains(&name) {
                    shown.push(name);
                    related.push(other);
                }
                if shown.len() == MOST_RELATED {
                    break;
                }
            }
            if related.is_empty() {
                continue;
            }
            let others = shown.join("、");
            let message = Text {
                en: format!("the same English stands for {others}"),
                zh: format!("与“{others}”的英文相同"),
            };
            out.push(InventoryFinding::new(&META, texts, index, message, related));
        }
    }
    out.sort_by_key(|f| f.text);
    out
}

fn is_name(glossary: &Glossary, zh: &str) -> bool {
    let entries = glossary.get(zh);
    if entries.is_empty() {
        return names::expect(glossary, zh, None).is_some_and(|e| e.origin == Origin::Composed);
    }
    entries.iter().any(Entry::is_proper_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart_and_words_may_share() {
        let sign = |zh, en| Occurrence::new(zh, en, None, &[0]);
        let found = judge(
            &Context::standard(),
            &[
                sign("朝阳医院", "Chaoyang Hospital"),
                sign("朝阳二院医院", "Chaoyang Hospital"),
                sign("厕所", "Toilet"),
                sign("卫生间", "Toilet"),
            ],
        );
        assert_eq!(found.iter().map(|f| f.text).collect::<Vec<_>>(), [0, 1]);
    }
}
