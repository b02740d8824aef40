//! `notice/bare-verb-after-no`: *No Smoke*, *No Park*: after No stands the form in -ing or a noun.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::fold;
use crate::wording::{BEHIND_VERB, NOT};

pub static META: Meta = Meta {
    code: "notice/bare-verb-after-no",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a bare verb after No",
        why: "No takes a noun or the form in -ing: No Entry, No Climbing. With a bare verb it reads as broken English.",
    },
    zh: Words {
        summary: "No 后用了动词原形",
        why: "No 后接名词或 -ing 形式：No Entry、No Climbing。接动词原形不成英语。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[
        bad("禁止攀爬", "No Climb", "No Climbing"),
        bad("禁止触摸", "No Touch", "No Touching"),
        bad("保护文物 请勿刻划", "Protected Relic, No Scratch", "Protected Relic, No Scratching"),
        bad("请勿逗留", "No Linger", "No Lingering"),
        bad("请勿躺卧", "No Lie Down", "No Lying Down"),
        bad("禁止跳下", "No Jump Over the Fence", "No Jumping Over the Fence"),
        good("禁止攀爬", "No Climbing"),
        good("禁止入内", "No Entry"),
        good("禁止拍照", "No Photos"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    for at in 0..sign.words.len().saturating_sub(1) {
        // No. 12 is a number.
        if sign.words.fold(at) == "no" && !sign.en[sign.words.span(at).end..].starts_with('.') {
            check_behind(sign, at + 1, report);
        }
    }
}

/// Judges the word behind a No.
fn check_behind(sign: &Analysed, at: usize, report: &mut Report) {
    let verb = sign.words.fold(at);
    let first = |text: &str| fold(text.split(' ').next().unwrap_or(text));
    // Carve or Scratch has two verbs, Carving or Scratching their forms in the same order.
    let parts = |forms: &'static [&'static str]| forms.iter().flat_map(|form| form.split(" or ")).collect::<Vec<_>>();
    let begins = |forms: &'static [&'static str]| parts(forms).iter().any(|form| first(form) == verb);
    // The verb must be the one that the Chinese has, and no noun of it.
    let word = lexicon::notice_words()
        .iter()
        .find(|word| sign.zh_holds(word.zh) && begins(word.imperative) && !begins(word.noun) && !begins(word.gerund));
    let Some(word) = word.filter(|_| !sign.is_accepted_text()) else { return no_noun(sign, at, report) };
    let place = parts(word.imperative).iter().position(|form| first(form) == verb);
    let gerunds = parts(word.gerund);
    let own = place.filter(|_| gerunds.len() == parts(word.imperative).len()).map(|place| gerunds[place]);
    let Some(gerund) = own.or(gerunds.first().copied()).map(|g| g.split(' ').next().unwrap_or(g)) else { return };
    let span = sign.words.span(at);
    let with = sign.in_case_of(&sign.en[span.clone()], &gerund.to_lowercase());
    // Attested phrases are told as such.
    if !report.writes(&[&sign.en[..span.start], &with, &sign.en[span.end..]].concat()) {
        report.en(&META, span).replace(sign.en, with);
    }
}

/// *No Linger*: a word that is a verb and nothing else, whatever verb the Chinese has.
fn no_noun(sign: &Analysed, at: usize, report: &mut Report) {
    let english = English::standard();
    let verb = sign.words.fold(at);
    // With a particle behind it a word that may be a noun is a verb: lie down, jump over.
    let particle = at + 1 < sign.words.len()
        && BEHIND_VERB.contains(&sign.words.fold(at + 1))
        && english.parts(verb).contains('v');
    let alone = english.is_only_verb(verb) && !sign.is_known_form_word(verb);
    let forbids = || sign.zh_holds_any(NOT);
    if !(particle || alone) || sign.is_as_expected() || !forbids() {
        return;
    }
    let Some(gerund) = english.gerund(verb) else { return };
    let span = sign.words.span(at);
    let with = sign.in_case_of(&sign.en[span.clone()], &gerund);
    report.en(&META, span).replace(sign.en, with);
}
