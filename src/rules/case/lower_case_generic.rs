//! `case/lower-case-generic`: the generic of a name in small letters: *Fucheng road*.

use crate::analyse::Analysed;
use crate::expect::Role;
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "case/lower-case-generic",
    level: Level::Warning,
    fix: FixKind::Safe,
    en: Words {
        summary: "the generic of a name in small letters",
        why: "All full words of a name begin with a capital, the generic too: Fucheng Road. The names of roads, bridges and \
              stations are read in passing, as one label.",
    },
    zh: Words {
        summary: "名称中的通名未大写",
        why: "名称中各实词首字母均大写，通名也不例外：Fucheng Road。道路、桥梁、车站名称须一眼读成整体。",
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        bad("福成路", "Fucheng road", "Fucheng Road"),
        bad("双井桥", "Shuangjing bridge", "Shuangjing Bridge"),
        bad("来广塔", "Laiguang pagoda", "Laiguang Pagoda"),
        bad("来广购物中心", "Laiguang Shopping center", "Laiguang Shopping Center"),
        bad(
            "平谷区退役军人事务局",
            "Pinggu District Bureau of Veterans affairs",
            "Pinggu District Bureau of Veterans Affairs",
        ),
        good("福成路", "Fucheng Road"),
        good("福成路", "FUCHENG RD"),
        good("产科医院", "Maternity hospital"),
    ],
};

/// Sorts of place whose signs are read in passing.
const READ_IN_PASSING: [&str; 3] = ["road", "bridge", "station"];

pub fn check(sign: &Analysed, report: &mut Report) {
    let Some(last) = sign.words.len().checked_sub(1).filter(|last| *last > 0) else { return };
    let word = &sign.en[sign.words.span(last)];
    let capital = sign.en[sign.words.span(0)].starts_with(char::is_uppercase);
    if !capital || !word.starts_with(char::is_lowercase) || sign.is_accepted_text() {
        return;
    }
    let Some(generic) = sign.generic().filter(|generic| generic.zh.len() < sign.key().len()) else { return };
    let folded = sign.words.fold(last);
    let is_head = |form: &str| crate::text::folds_to(form.rsplit(' ').next().unwrap_or(form), folded);
    let mut english =
        [generic.en].into_iter().chain(generic.allowed.iter().copied()).chain(generic.abbreviations.iter().copied());
    let span = sign.words.span(last);
    // The field of a body stands behind of: Bureau of Veterans affairs.
    let in_a_name = names_one(sign, generic) && (english.any(is_head) || is_last_of_name(sign, last));
    if !in_a_name || !sign.is_name() || report.touches(&span) {
        return;
    }
    let with = sign.in_case_of("Aa", word);
    report.en(&META, span).replace(sign.en, with);
}

/// The name is of one place and not of a sort of places, as Maternity hospital is; or it is read in passing.
fn names_one(sign: &Analysed, generic: &lexicon::Word) -> bool {
    let named =
        sign.slots().any(|(slot, _)| slot.role == Role::Region || slot.role == Role::Specific && slot.romanised);
    READ_IN_PASSING.contains(&generic.class) || named
}

/// All stands as composed, and this word, and no other, begins small.
fn is_last_of_name(sign: &Analysed, last: usize) -> bool {
    let small = |at: usize| sign.en[sign.words.span(at)].starts_with(char::is_lowercase);
    let light = |at: usize| crate::english::English::standard().is_function_word(sign.words.fold(at));
    sign.entries().is_empty() && sign.is_as_expected() && !light(last) && (0..last).all(|at| light(at) || !small(at))
}
