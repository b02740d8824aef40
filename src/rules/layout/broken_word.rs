//! `layout/broken-word`: a line ends inside a word.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::english::English;
use crate::text::fold;

pub static META: Meta = Meta {
    code: "layout/broken-word",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a line ends inside a word",
        why: "Lines break between groups of sense, never inside a word. Where a word was cut to fit the plate, a smaller \
              size or another break is better.",
    },
    zh: Words { summary: "单词被换行拆断", why: "换行应在意群之间，不得拆断单词。放不下时应缩小字号或另择断行处。" },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        bad("餐厅", "Restau-\nrant", "Restaurant"),
        bad("停车场入口", "Parking Entr\nance", "Parking Entrance"),
        good("小心地滑", "CAUTION\nWet Floor"),
        good("自助服务", "Self-\nService"),
        good("出口", "Exit 𠮷\nA"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    for (at, _) in sign.en.match_indices('\n') {
        let before = sign.en[..at].trim_end_matches('\r');
        let open = before.strip_suffix('-').unwrap_or(before);
        let start = open.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
        let after = &sign.en[at + 1..];
        let end = after.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(after.len());
        let (head, tail) = (fold(&open[start..]), fold(&after[..end]));
        let halves_are_words = english.is_word(&head) && english.is_word(&tail);
        if head.is_empty() || tail.len() < 2 || halves_are_words || !english.is_word(&(head + &tail)) {
            continue;
        }
        report.en(&META, start..at + 1 + end).edit(sign.en, vec![(open.len()..at + 1, String::new())]);
    }
}
