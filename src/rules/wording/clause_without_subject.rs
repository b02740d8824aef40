//! `wording/clause-without-subject`: *If Have Any Question*, *When Ride the Escalator*, *Before Enter the Pool*.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::wording::{BE, BEFORE_NOUN, CONDITION, OFTEN_VERB, TIME_PREPOSITION};

pub static META: Meta = Meta {
    code: "wording/clause-without-subject",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "if or when right before a verb",
        why: "Behind if and when stands who does it, or the form in -ing: If You Have Any Questions, When Riding the Escalator. \
              Behind before and after stands the form in -ing: Before Entering the Pool. Chinese leaves the subject out, \
              English does not.",
    },
    zh: Words {
        summary: "if、when 后直接跟了动词原形",
        why: "if、when 后应有主语或用 -ing 形式：If You Have Any Questions、When Riding the Escalator；before、after 后用 -ing 形式：Before Entering the Pool。中文可省略主语，英文不能。",
    },
    citation: cite("signlint", ""),
    examples: &[
        fires("如有疑问，请咨询工作人员", "If Have Any Question, Please Ask the Staff"),
        fires("乘坐扶梯时请站稳", "Hold the Handrail When Ride the Escalator"),
        fires("入池前请淋浴", "Please Take a Shower Before Enter the Pool"),
        fires("正在充电，请勿拔出", "Is Charging, Do Not Unplug"),
        good("正在充电，请勿拔出", "Charging. Do Not Unplug"),
        good("您在找什么？", "Is Parking Free?"),
        good("如有疑问，请咨询工作人员", "If You Have Any Questions, Please Ask the Staff"),
        good("乘坐扶梯时请站稳", "Hold the Handrail When Riding the Escalator"),
        good("如遇火灾", "If There Is a Fire"),
        good("灯亮时请勿进入", "Do Not Enter When Lit"),
        good("客满时请稍候", "If Full, the Staff Will Help You"),
        good("入池前请淋浴", "Please Shower Before Use"),
        good("用餐后请归还餐具", "After Use Your Tray Goes Here"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    begins_with_is(sign, report);
    for at in 0..sign.words.len().saturating_sub(2) {
        let lead = sign.words.fold(at);
        let (condition, time) = (CONDITION.contains(&lead), TIME_PREPOSITION.contains(&lead));
        if !condition && !time {
            continue;
        }
        let (verb, next) = (sign.words.fold(at + 1), sign.words.fold(at + 2));
        // With an object behind it, and no mark between, the word is a verb for sure.
        let marks = &sign.en[sign.words.span(at).end..sign.words.span(at + 2).start];
        let solid = marks.chars().all(|c| c.is_alphanumeric() || c.is_whitespace());
        let does = english.is_pure_verb(verb) || condition && OFTEN_VERB.contains(&verb);
        if !solid || !does || !BEFORE_NOUN.contains(&next) || verb.ends_with("ed") {
            continue;
        }
        let span = sign.span(&(at..at + 2));
        if !report.touches(&span) {
            report.en(&META, span).done();
        }
    }
}

/// *Is Charging, Do Not Pull Out*: the thing that is being charged is left out; with a question mark it is a question.
fn begins_with_is(sign: &Analysed, report: &mut Report) {
    let state = |word: &str| English::standard().bare_verb(word).is_some() || word == "being";
    let begins = sign.words.len() > 1 && BE.contains(&sign.words.fold(0)) && state(sign.words.fold(1));
    if !begins || sign.en.contains(['?', '？']) || sign.is_as_expected() || report.touches(&sign.words.span(0)) {
        return;
    }
    // Be begins an order.
    if sign.words.fold(0).starts_with('b') || !sign.is_only_space(&(0..2)) {
        return;
    }
    report.en(&META, sign.span(&(0..2))).rewrite_surely(sign).done();
}
