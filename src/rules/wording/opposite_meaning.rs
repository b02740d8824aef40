//! `wording/opposite-meaning`: the English says the opposite of the Chinese: Men for 女, Exit for 入口, East for 西.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::wording::{BAN, KEEP_OUT, OPPOSITES, Opposite};

pub static META: Meta = Meta {
    code: "wording/opposite-meaning",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the English says the opposite",
        why: "East for west, men for women, exit for entrance: the reader goes to the wrong place. What the two \
              languages say must be the same.",
    },
    zh: Words {
        summary: "英文与中文意思相反",
        why: "东西、男女、出入口等弄反，会把读者引向错误的地方。中外文含义应当一致。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("西门", "East Gate"),
        bad("女卫生间", "Men's Toilet", "Women's Toilet"),
        fires("出口", "Entrance"),
        bad("靠右行走", "Keep Left", "Keep Right"),
        good("西直门南小街", "Xizhimen South Alley"),
        good("东直门", "Dongzhimen"),
        good("北京西站", "Beijing West Railway Station"),
        good("男士止步", "Women Only"),
        good("出入口", "Entrance & Exit"),
        good("男女更衣室", "Men's and Women's Changing Rooms"),
        good("东便门角楼", "Southeast Corner Tower"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() {
        return;
    }
    let mut from = 0;
    while from < OPPOSITES.len() {
        let group = OPPOSITES[from].group;
        let count = OPPOSITES[from..].iter().take_while(|o| o.group == group).count();
        judge(sign, &OPPOSITES[from..from + count], report);
        from += count;
    }
}

/// One side in the Chinese, another in the English: only where each language has a single one.
fn judge(sign: &Analysed, group: &[Opposite], report: &mut Report) {
    let english: Vec<(usize, usize)> = (0..sign.words.len())
        .filter_map(|word| Some((group.iter().position(|o| o.en.contains(&sign.words.fold(word)))?, word)))
        .collect();
    let Some(&(said, at)) = english.first() else { return };
    // 男宾止步 is Women Only; what is not free is Non-Complimentary.
    let turned = KEEP_OUT.iter().any(|mark| sign.zh.contains(mark)) && sign.words.folds().any(|w| w == "only")
        || at > 0 && (BAN.contains(&sign.words.fold(at - 1)) || sign.words.fold(at - 1) == "non");
    if turned || english.iter().any(|(side, _)| *side != said) {
        return;
    }
    let chinese = sides(sign, group);
    let [meant] = chinese.as_slice() else { return };
    if *meant == said || group[said].zh.iter().any(|zh| sign.zh.contains(zh)) {
        return;
    }
    // The southeast lies in the east: 东便门角楼 is the Southeast Corner Tower.
    if group[0].group == COMPASS && group[said].zh.iter().any(|zh| zh.contains(group[*meant].zh[0])) {
        return;
    }
    let span = sign.words.span(at);
    let word = &sign.en[span.clone()];
    let (zh, right) = (group[*meant].zh[0], group[*meant].en[0]);
    let mark = word.find(['\'', '’']).filter(|_| word.ends_with(['s', 'S']));
    let with = sign.in_case_of(word, &format!("{right}{}", mark.map_or("", |at| &word[at..])));
    let mut say = report.en(&META, span).message(
        format!("“{word}” is not what {zh} means: “{with}”"),
        format!("“{word}”与“{zh}”意思相反，应为“{with}”"),
    );
    if word.len() > 2 && (mark.is_some() || !word.contains(['\'', '’'])) {
        say = say.replace(sign.en, with);
    }
    say.done();
}

/// The group of the directions, whose characters often are part of a name: 西什库 is no west.
const COMPASS: &str = "compass";

/// The sides that the Chinese names outside what is written in pinyin, longest words first.
fn sides(sign: &Analysed, group: &[Opposite]) -> Vec<usize> {
    let mut words: Vec<(usize, &str)> =
        group.iter().enumerate().flat_map(|(side, o)| o.zh.iter().map(move |zh| (side, *zh))).collect();
    words.sort_by_key(|(_, zh)| std::cmp::Reverse(zh.len()));
    let syllables = sign.syllables();
    let mut taken = vec![false; sign.zh.len()];
    let mut found = Vec::new();
    for (side, zh) in words {
        for (at, _) in sign.zh.match_indices(zh) {
            let span = at..at + zh.len();
            let named = sign.slots().any(|(slot, _)| slot.romanised && slot.zh.len() < sign.key().len() && slot.zh.start <= at && span.end <= slot.zh.end);
            if taken[at] || named && group[0].group == COMPASS && sign.key().len() == sign.zh.len() || syllables.covers(&span) {
                continue;
            }
            taken[span].fill(true);
            if !found.contains(&side) {
                found.push(side);
            }
        }
    }
    found
}
