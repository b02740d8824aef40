//! `wording/opposite-meaning`: the English says the opposite of the Chinese: Men for 女, Exit for 入口, East for 西.

use crate::analyse::Analysed;
use crate::expect::{Role, Slot, Standing};
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::sign::Span;
use crate::text;
use crate::wording::{BAN, KEEP_OUT, NOT, OPPOSITES, Opposite, PARTICLE};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

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
        bad("女卫生间", "Mens Toilet", "Women's Toilet"),
        fires("出口", "Entrance"),
        bad("靠右行走", "Keep Left", "Keep Right"),
        bad("北京南站", "Beijing North Railway Station", "Beijing South Railway Station"),
        bad("北京大学东门", "Peking University West Gate", "Peking University East Gate"),
        bad("东坝中路", "Dongba East Road", "Dongba Middle Road"),
        fires("法定节假日除外", "Including Public Holidays"),
        good("价格不含税", "Price Excluding Tax"),
        good("西直门南小街", "Xizhimen South Alley"),
        good("东直门", "Dongzhimen"),
        good("北京西站", "Beijing West Railway Station"),
        good("男士止步", "Women Only"),
        good("男士止步", "No Men"),
        good("饮水机请勿接冷水", "Hot water only"),
        fires("女士止步", "No Men"),
        fires("男士更衣室", "Lady's Changing Room"),
        good("出入口", "Entrance & Exit"),
        good("男女更衣室", "Men's and Women's Changing Rooms"),
        good("东便门角楼", "Southeast Corner Tower"),
        good("如遇紧急情况，请从安全出口有序撤离", "In an emergency, please evacuate in an orderly manner"),
        good(
            "国内航班请提前2小时到达机场，国际航班请提前3小时",
            "Please arrive 2 hours before departure for domestic flights and 3 hours for international flights",
        ),
    ],
};

/// The groups, by their number, that have a side of this name in English.
static GROUP_OF: LazyLock<FxHashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut groups: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, group) in OPPOSITES.chunk_by(|a, b| a.group == b.group).enumerate() {
        group.iter().flat_map(|side| side.en).for_each(|word| groups.entry(word).or_default().push(at));
    }
    groups
});

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() {
        return;
    }
    let named: Vec<usize> = sign.words.folds().filter_map(|word| GROUP_OF.get(word)).flatten().copied().collect();
    for (_, group) in OPPOSITES.chunk_by(|a, b| a.group == b.group).enumerate().filter(|(at, _)| named.contains(at)) {
        judge(sign, group, report);
    }
    other_direction(sign, report);
}

/// A direction where the name has another, the middle one among them: *Dongba East Road* for 东坝中路.
fn other_direction(sign: &Analysed, report: &mut Report) {
    let Some((slot, words)) = sign.replaced_slot().filter(|(slot, _)| slot.role == Role::Direction) else { return };
    let span = sign.span(&words);
    let is_direction = |word: &str| OPPOSITES.iter().any(|side| side.group == COMPASS && side.en.contains(&word));
    if words.len() != 1 || !is_direction(sign.words.fold(words.start)) || report.touches_with(&META, &span) {
        return;
    }
    let written = &sign.en[span.clone()];
    let (zh, with) = (&sign.key()[slot.zh.clone()], sign.in_case_of(written, slot.preferred()));
    report
        .en(&META, span)
        .message(
            format!("“{written}” is not what {zh} means: “{with}”"),
            format!("“{written}”与“{zh}”不符，应为“{with}”"),
        )
        .replace(sign.en, with);
}

/// One side in the Chinese, another in the English: only where each language has a single one.
fn judge(sign: &Analysed, group: &[Opposite], report: &mut Report) {
    // In an emergency, out of order: such a word is the name of a door on a short sign alone.
    let is_particle = |word: &usize| sign.words.len() > SHORT && PARTICLE.contains(&sign.words.fold(*word));
    let english: Vec<(usize, usize)> = (0..sign.words.len())
        .filter(|word| !is_particle(word))
        .filter_map(|word| Some((group.iter().position(|o| o.en.contains(&sign.words.fold(word)))?, word)))
        .collect();
    let Some(&(said, at)) = english.first() else { return };
    // 男宾止步 is Women Only, 请勿接冷水 is Hot Water Only; what is not free is Non-Complimentary.
    let kept_out = sign.zh_holds_any(KEEP_OUT);
    let turned = (kept_out || sign.zh_holds_any(NOT)) && sign.words.folds().any(|w| w == "only")
        || at > 0 && !kept_out && (BAN.contains(&sign.words.fold(at - 1)) || sign.words.fold(at - 1) == "non");
    if turned || english.iter().any(|(side, _)| *side != said) {
        return;
    }
    let listed = listed_side(sign, group, said);
    // A sentence may well speak of the departure of those whom the Chinese asks to arrive.
    if listed.is_none() && sign.words.len() > LONGEST {
        return;
    }
    let chinese = listed.map_or_else(|| sides(sign, group), |side| vec![side]);
    let [meant] = chinese.as_slice() else { return };
    if *meant == said || listed.is_none() && group[said].zh.iter().any(|zh| is_told(sign, group, zh)) {
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
    // *Mens* is *Men's* without its mark: its opposite has one.
    let unmarked = sign.words.fold(at).strip_suffix('s') == Some(group[said].en[0]);
    let ending = if unmarked && mark.is_none() { "'s" } else { mark.map_or("", |at| &word[at..]) };
    let with = sign.in_case_of(word, &format!("{right}{ending}"));
    let mut say = report.en(&META, span).message(
        format!("“{word}” is not what {zh} means: “{with}”"),
        format!("“{word}”与“{zh}”意思相反，应为“{with}”"),
    );
    if word.len() > 2 && (mark.is_some() || !word.contains(['\'', '’'])) {
        say = say.replace(sign.en, with);
    }
    say.done();
}

/// Words up to which a text is a label, and beyond which it is a sentence.
const SHORT: usize = 4;
const LONGEST: usize = 12;
/// Characters from which what stands before a generic may be one name.
const UNKNOWN: usize = 3;
/// The group of the directions, whose characters often are part of a name: 西什库 is no west.
const COMPASS: &str = "compass";

/// The one side that every current rendering of the whole text names, where none names the one on the sign: 北京南站 has a
/// north in it, and no rendering has.
fn listed_side(sign: &Analysed, group: &[Opposite], said: usize) -> Option<usize> {
    let mut meant = None;
    for form in sign.listed_before(Standing::Banned) {
        let words = text::Words::of(form);
        let mut named = words.folds().filter_map(|word| group.iter().position(|side| side.en.contains(&word)));
        let Some(side) = named.next() else { continue };
        if side == said || named.any(|other| other != side) || meant.is_some_and(|before| before != side) {
            return None;
        }
        meant = Some(side);
    }
    meant
}

/// The Chinese has this word somewhere, other than as letters of a name.
fn is_told(sign: &Analysed, group: &[Opposite], zh: &str) -> bool {
    sign.zh.match_indices(zh).any(|(at, _)| !is_of_a_name(sign, group, &(at..at + zh.len())))
}

/// The characters belong to a part whose English names no side: the north of 北京大学.
fn is_of_a_name(sign: &Analysed, group: &[Opposite], span: &Span) -> bool {
    let names_no_side = |slot: &Slot| {
        slot.romanised
            || !slot
                .forms
                .iter()
                .any(|form| text::Words::of(&form.text).folds().any(|w| group.iter().any(|side| side.en.contains(&w))))
    };
    // Of a name that cannot be composed nobody knows the parts: 西什库 in 西什库天主堂 is no west of anything.
    let begins_unknown_name = || {
        let own =
            |generic: &crate::names::lexicon::Word| sign.key().len() - generic.zh.len() >= UNKNOWN * '字'.len_utf8();
        sign.expectation.is_none() && span.start == 0 && sign.generic().is_some_and(own)
    };
    group[0].group == COMPASS && begins_unknown_name()
        || group[0].group == COMPASS
            && sign.key().len() == sign.zh.len()
            && sign.slots().any(|(slot, _)| {
                slot.zh.len() < sign.key().len()
                    && slot.zh.start <= span.start
                    && span.end <= slot.zh.end
                    && names_no_side(slot)
            })
}

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
            if taken[at] || is_of_a_name(sign, group, &span) || syllables.covers(&span) {
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
