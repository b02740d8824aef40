//! `wording/verb-for-noun`: *For Your Understand*, *Without Permit Do Not Enter*, *The Enter*, *Fire Extinguish*: a bare verb
//! where a noun or the form in -ing stands.

use crate::analyse::{Analysed, Off};
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::wording::{BEFORE_ING, BEFORE_NOUN};

pub static META: Meta = Meta {
    code: "wording/verb-for-noun",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a bare verb where a noun is due",
        why: "Behind an article or your stands a noun: For Your Understanding. Behind for, of, by, before and without stands a noun \
              or the form in -ing: Before Entering. Chinese has one form for all of them.",
    },
    zh: Words {
        summary: "该用名词处用了动词原形",
        why: "冠词、your 后用名词：For Your Understanding；for、of、by、before、without 后用名词或 -ing 形式：Before Entering。中文动词无词形变化，英文则须变化。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("感谢您的理解", "Thank You for Your Understand", "Thank You for Your Understanding"),
        bad("入池前请淋浴", "Please Take a Shower Before Enter", "Please Take a Shower Before Entering"),
        bad("灭火器", "Fire Extinguish", "Fire Extinguisher"),
        good("灭火器", "Fire Extinguisher"),
        fires("提供免费送货服务", "Free Service of Deliver Goods"),
        fires("禁止进入", "The Enter Is Forbidden"),
        good("感谢您的理解", "Thank You for Your Understanding"),
        good("入池前请淋浴", "Please Shower Before Use"),
        good("请在前台登记", "Please Sign In at the Front Desk"),
        good("航班起飞前", "Before the Launch"),
        good("哈利·波特的世界", "The World of Harry Potter"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    for at in 1..sign.words.len() {
        let lead = sign.words.fold(at - 1);
        let noun = BEFORE_NOUN.contains(&lead);
        if !noun && !BEFORE_ING.contains(&lead) {
            continue;
        }
        let verb = sign.words.fold(at);
        // A rare one may be somebody's name: Harry.
        let known = english.parts(verb).contains('c');
        let span = sign.words.span(at);
        if !known
            || !english.is_pure_verb(verb)
            || !sign.is_only_space(&(at - 1..at + 1))
            || report.touches(&span)
            || sign.is_known_form_word(verb)
        {
            continue;
        }
        let say = report.en(&META, span.clone());
        match english.gerund(verb).filter(|_| !noun || at + 1 == sign.words.len()) {
            Some(gerund) => say.replace(sign.en, sign.in_case_of(&sign.en[span], &gerund)).done(),
            None => say.done(),
        }
    }
    ends_in_verb(sign, report);
}

/// Letters that a verb and its noun share at least.
const STEM: usize = 4;

/// A label that ends in a verb, where a text that may stand for its Chinese has the noun of it.
fn ends_in_verb(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    let Some(last) = sign.words.len().checked_sub(1).filter(|last| *last > 0) else { return };
    let verb = sign.words.fold(last);
    if !english.is_pure_verb(verb) || sign.is_known_form_word(verb) {
        return;
    }
    let of_one_stem = |due: &str| due.bytes().zip(verb.bytes()).take_while(|(a, b)| a == b).count() >= STEM;
    let noun = |due: &str| !english.is_pure_verb(due) && of_one_stem(due);
    let Some(one) = sign.one_word_off().iter().find(|one| one.off == Off::Other(last) && noun(&one.due)) else {
        return;
    };
    let span = sign.words.span(last);
    let written = &sign.en[span.clone()];
    let with = sign.in_case_of(written, &one.due);
    report
        .en(&META, span)
        .message(
            format!("“{written}” is a verb; a noun is due: “{with}”"),
            format!("“{written}”是动词，此处应用名词“{with}”"),
        )
        .rewrite(sign.en, one.write.clone())
        .done();
}
