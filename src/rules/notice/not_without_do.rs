//! `notice/not-without-do`: *Not Swim*, *Visitors Not Enter*: a verb is denied by Do Not, Must Not or by No and the -ing form.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::text::fold;
use crate::wording::{ALSO_ADJECTIVE, BE, BEFORE_NOT, MODAL};

pub static META: Meta = Meta {
    code: "notice/not-without-do",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "not stands before a bare verb without do",
        why: "Chinese puts 勿 or 不 right before the verb; in English not needs do, must or may: Do Not Swim, Visitors Must Not \
              Enter. A ban is shortest as No Swimming.",
    },
    zh: Words {
        summary: "not 后直接跟了动词原形",
        why: "中文“勿”“不”可直接置于动词前，英文 not 前须有 do、must 等：Do Not Swim、Visitors Must Not Enter。禁令最简形式为 No Swimming。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[
        bad("水深危险，请勿下湖游泳", "Deep Water, Not Swim in the Lake", "Deep Water, Do Not Swim in the Lake"),
        fires("闲人不得入内", "Visitors Not Enter"),
        good("水深危险，请勿下湖游泳", "Deep Water. Do Not Swim in the Lake"),
        good("不得入内", "Not Open to Visitors"),
        good("闲人不得入内", "Visitors May Not Enter"),
        good("不含早餐", "Does Not Include Breakfast"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() {
        return;
    }
    let english = English::standard();
    for at in 0..sign.words.len().saturating_sub(1) {
        if sign.words.fold(at) != "not" {
            continue;
        }
        let verb = sign.words.fold(at + 1);
        let before = at.checked_sub(1).map(|before| sign.words.fold(before));
        let helped = |word: &str| {
            let is_small = english.is_function_word(word) || BE.contains(&word) || MODAL.contains(&word);
            is_small || BEFORE_NOT.contains(&word)
        };
        if before.is_some_and(helped)
            || !(english.is_only_verb(verb) || is_asked(verb))
            || verb.ends_with("ed")
            || ALSO_ADJECTIVE.contains(&verb)
        {
            continue;
        }
        let span = sign.words.span(at);
        if report.touches(&span) {
            continue;
        }
        let with = sign.in_case_of(&sign.en[span.clone()], "do not");
        let with = if sign.en[span.clone()].starts_with('N') && with.starts_with('D') {
            with.replace(" not", " Not")
        } else {
            with
        };
        report.en(&META, span).replace(sign.en, with);
    }
}

/// A verb that notices ask for or forbid.
fn is_asked(verb: &str) -> bool {
    lexicon::notice_words().iter().any(|word| word.imperative.iter().any(|form| fold(form) == verb))
}
