//! `consistency/mixed-spelling`: one word stands in British spelling on some signs and in American on others.

use crate::analyse::Context;
use crate::english::English;
use crate::finding::{Level, Text};
use crate::rules::{FixKind, InventoryFinding, MOST_RELATED, Meta, Occurrence, Words, cite, fires, good};
use crate::text::for_each_fold;
use rustc_hash::FxHashMap;

pub static META: Meta = Meta {
    code: "consistency/mixed-spelling",
    level: Level::Info,
    fix: FixKind::None,
    en: Words {
        summary: "British and American spelling of one word",
        why: "One place holds to one spelling. The names of venues keep their owner's; all other signs follow the one \
              that most of them have.",
    },
    zh: Words {
        summary: "同一单词英式、美式拼写混用",
        why: "同一场所拼写应统一。场馆固有名称从其写法，其余标识应与多数一致。",
    },
    citation: cite("db11t585-2008", "3.1"),
    examples: &[
        good("朝阳剧场", "Chaoyang Theater"),
        good("海淀剧场", "Haidian Theater"),
        fires("东城剧场", "Dongcheng Theatre"),
        good("售票中心", "Ticket Center"),
    ],
};

pub fn judge(context: &Context, texts: &[Occurrence]) -> Vec<InventoryFinding> {
    let english = English::standard();
    let glossary = &context.glossary;
    // By American form: the texts with each spelling.
    let mut words: FxHashMap<&str, [Vec<usize>; 2]> = FxHashMap::default();
    let mut letters = String::new();
    for (index, text) in texts.iter().enumerate() {
        for_each_fold(text.en, &mut letters, |word| {
            if let Some(american) = english.american(word) {
                words.entry(american).or_default()[0].push(index);
            }
        });
    }
    if words.is_empty() {
        return Vec::new();
    }
    for (index, text) in texts.iter().enumerate() {
        for_each_fold(text.en, &mut letters, |word| {
            if let Some(sides) = words.get_mut(word) {
                sides[1].push(index);
            }
        });
    }
    let mut out = Vec::new();
    for (american, [british, own]) in words.iter().filter(|(_, sides)| sides.iter().all(|s| !s.is_empty())) {
        let signs = |side: &[usize]| side.iter().map(|i| texts[*i].signs.len()).sum::<usize>();
        let (fewer, more) = if signs(british) <= signs(own) { (british, own) } else { (own, british) };
        // The names of bodies and venues keep their owner's spelling.
        for &index in fewer.iter().filter(|i| !glossary.accepts(texts[**i].zh.trim(), texts[**i].en)) {
            let message = Text {
                en: format!(
                    "“{american}” is spelt in two ways: {} signs here, {} elsewhere",
                    signs(fewer),
                    signs(more)
                ),
                zh: format!("“{american}”有两种拼写：此种 {} 处，另一种 {} 处", signs(fewer), signs(more)),
            };
            out.push(InventoryFinding::new(
                &META,
                texts,
                index,
                message,
                more.iter().copied().take(MOST_RELATED).collect(),
            ));
        }
    }
    out.sort_by(|a, b| (a.text, &a.finding.message.en).cmp(&(b.text, &b.finding.message.en)));
    out.dedup_by(|a, b| a.text == b.text && a.finding.message == b.finding.message);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarer_spelling_is_pointed_out() {
        let sign = |zh, en| Occurrence::new(zh, en, None, &[0]);
        let found = judge(
            &Context::standard(),
            &[sign("剧场", "Theater"), sign("大剧场", "Grand Theater"), sign("小剧场", "Little Theatre")],
        );
        assert_eq!(found.iter().map(|f| f.text).collect::<Vec<_>>(), [2]);
    }
}
