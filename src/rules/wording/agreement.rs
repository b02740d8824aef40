//! `wording/agreement`: *there are a*, *there is many*: verb and number do not agree.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "wording/agreement",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "verb and number do not agree",
        why: "There is one thing, there are several: there is a carving, there are two gates.",
    },
    zh: Words { summary: "主谓不一致", why: "单数用 there is，复数用 there are：there is a carving、there are two gates。" },
    citation: cite("signlint", ""),
    examples: &[
        bad("庙内有石像", "There Are a Stone Statue in the Temple", "There Is a Stone Statue in the Temple"),
        bad("园内有许多古树", "There is many old trees in the park.", "There are many old trees in the park."),
        good("庙内有石像", "There Is a Stone Statue in the Temple"),
        good("有很多", "There Are a Few Steps Ahead"),
        good("有很多", "There are a number of steps ahead."),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    for at in 0..sign.words.len().saturating_sub(2) {
        let [there, verb, number] = [at, at + 1, at + 2].map(|i| sign.words.fold(i));
        if there != "there" {
            continue;
        }
        let quantity = at + 3 < sign.words.len() && matches!(sign.words.fold(at + 3), "few" | "lot" | "number" | "couple" | "total" | "variety" | "hundred" | "dozen" | "range");
        let right = match (verb, number) {
            ("are", "a" | "an" | "one") if !quantity => "is",
            ("is", "many" | "several" | "two" | "three" | "four" | "five") => "are",
            _ => continue,
        };
        let span = sign.words.span(at + 1);
        let with = sign.in_case_of(&sign.en[span.clone()], right);
        report.en(&META, span).replace(sign.en, with);
    }
}
