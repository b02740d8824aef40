//! `wording/verb-for-noun`: *For Your Understand*, *Without Permit Do Not Enter*, *The Enter*: a bare verb where a noun
//! or the form in -ing stands.

use crate::analyse::Analysed;
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
}
