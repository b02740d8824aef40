//! `notice/bare-verb-after-no`: *No Smoke*, *No Park*: after No stands the form in -ing or a noun.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::names::lexicon;
use crate::text::fold;

pub static META: Meta = Meta {
    code: "notice/bare-verb-after-no",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a bare verb after No",
        why: "No takes a noun or the form in -ing: No Entry, No Climbing. With a bare verb it reads as broken English.",
    },
    zh: Words { summary: "No 后用了动词原形", why: "No 后接名词或 -ing 形式：No Entry、No Climbing。接动词原形不成英语。" },
    citation: cite("gbt30240-1", ""),
    examples: &[
        bad("禁止攀爬", "No Climb", "No Climbing"),
        bad("禁止触摸", "No Touch", "No Touching"),
        good("禁止攀爬", "No Climbing"),
        good("禁止入内", "No Entry"),
        good("禁止拍照", "No Photos"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    // No. 12 is a number.
    if sign.words.len() < 2 || sign.words.fold(0) != "no" || sign.en[sign.words.span(0).end..].starts_with('.') || sign.is_accepted_text() {
        return;
    }
    let verb = sign.words.fold(1);
    let begins = |forms: &[&str]| forms.iter().any(|form| fold(form.split(' ').next().unwrap_or(form)) == verb);
    // The verb must be the one that the Chinese has, and no noun of it.
    let word = lexicon::notice_words()
        .iter()
        .find(|word| sign.zh.contains(word.zh) && begins(word.imperative) && !begins(word.noun) && !begins(word.gerund));
    let Some(gerund) = word.and_then(|word| word.gerund.iter().find(|g| !g.contains(' '))) else { return };
    let span = sign.words.span(1);
    let with = sign.in_case_of(&sign.en[span.clone()], &gerund.to_lowercase());
    report.en(&META, span).replace(sign.en, with);
}
