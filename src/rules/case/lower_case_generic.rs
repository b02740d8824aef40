//! `case/lower-case-generic`: the generic of a name in small letters: *Fucheng road*.

use crate::analyse::Analysed;
use crate::finding::Level;
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
        good("福成路", "Fucheng Road"),
        good("福成路", "FUCHENG RD"),
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
    let Some(generic) = sign.generic().filter(|g| READ_IN_PASSING.contains(&g.class) && g.zh.len() < sign.key().len()) else { return };
    let english = [generic.en].into_iter().chain(generic.allowed.iter().copied()).chain(generic.abbreviations.iter().copied());
    let folded = sign.words.fold(last);
    let is_generic = english.into_iter().any(|form| crate::text::fold(form.split(' ').next_back().unwrap_or(form)) == folded);
    let span = sign.words.span(last);
    if !is_generic || !sign.is_name() || report.touches(&span) {
        return;
    }
    let with = sign.in_case_of("Aa", word);
    report.en(&META, span).replace(sign.en, with);
}
