//! `wording/adjective-for-noun`: *Beware of Slippery*, *Keep Away From Dangerous*: an adjective with no noun behind it.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::wording::BEFORE_THING;

pub static META: Meta = Meta {
    code: "wording/adjective-for-noun",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "an adjective where a noun is due",
        why: "Behind of, from and for stands a thing: Beware of Ice, not Beware of Slippery. An adjective describes a thing and \
              cannot stand for it.",
    },
    zh: Words {
        summary: "该用名词处用了形容词",
        why: "of、from、for 后应接名词：Beware of Ice，不作 Beware of Slippery。形容词只能修饰名词，不能代替名词。",
    },
    citation: cite("signlint", ""),
    examples: &[
        fires("小心地滑", "Beware of Slippery"),
        fires("请远离危险", "Keep Away From Dangerous"),
        fires("小心湿滑，慢行", "Be Careful of Slippery, Walk Slowly"),
        good("小心地滑", "Slippery When Wet"),
        good("小心湿滑路面", "Beware of Slippery Roads"),
        good("请勿攀爬，当心坠落", "Do Not Climb. Danger of Falling"),
        good("请远离危险", "Keep Away From Danger"),
        good("老年人优先", "Priority for the Elderly"),
        good("尽快", "As Soon as Possible"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    for at in 1..sign.words.len() {
        if !BEFORE_THING.contains(&sign.words.fold(at - 1)) {
            continue;
        }
        let span = sign.words.span(at);
        // What one does is a thing as well: danger of falling.
        let word = sign.words.fold(at);
        let alone = english.bare_verb(word).is_none() && english.parts(word).trim_end_matches('c') == "a";
        if !sign.ends_clause(at) || !alone || report.touches(&span) || sign.is_as_expected() || sign.is_name() {
            continue;
        }
        report.en(&META, sign.span(&(at - 1..at + 1))).rewrite_surely(sign).done();
    }
}
