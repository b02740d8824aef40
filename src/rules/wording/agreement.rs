//! `wording/agreement`: *there are a*, *there is many*: verb and number do not agree.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::wording::MODAL;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "wording/agreement",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "verb and number do not agree",
        why: "There is one thing, there are several: there is a carving, there are two gates. Every and each take one: every \
              visitor.",
    },
    zh: Words {
        summary: "单复数不一致",
        why: "单数用 there is，复数用 there are：there is a carving、there are two gates。every、each 后用单数：every visitor。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("庙内有石像", "There Are a Stone Statue in the Temple", "There Is a Stone Statue in the Temple"),
        bad("园内有许多古树", "There is many old trees in the park.", "There are many old trees in the park."),
        good("庙内有石像", "There Is a Stone Statue in the Temple"),
        bad("每位旅客限带一件行李", "Each Passengers Can Take One Item", "Each Passenger Can Take One Item"),
        bad("每位游客须购票", "Every Visitors Need a Ticket", "Every Visitor Need a Ticket"),
        good("每场90分钟", "Each lasts 90 minutes"),
        good("每位游客", "Each of the Visitors"),
        good("每班", "Every Class"),
        good("有很多", "There Are a Few Steps Ahead"),
        good("有很多", "There are a number of steps ahead."),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    several_for_each(sign, report);
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

/// *Every visitors*; *each passengers must*: behind *each* alone a verb may stand (each lasts an hour).
fn several_for_each(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    for at in 1..sign.words.len() {
        let plural = sign.words.fold(at);
        let counted = match sign.words.fold(at - 1) {
            "every" => true,
            "each" => at + 1 < sign.words.len() && MODAL.contains(&sign.words.fold(at + 1)),
            _ => false,
        };
        if !counted {
            continue;
        }
        let end = ["sses", "shes", "ches", "xes"].into_iter().any(|end| plural.ends_with(end));
        let stem = if let Some(stem) = plural.strip_suffix("ies") { format!("{stem}y") } else { plural.chars().take(plural.chars().count() - if end { 2 } else { 1 }).collect() };
        let is_plural = plural.ends_with('s') && !plural.ends_with("ss") && plural.len() > 4 && english.is_sign_word(&stem) && english.same_noun(&stem, plural);
        if is_plural {
            let span = sign.words.span(at);
            let written = &sign.en[span.clone()];
            let with = sign.in_case_of(written, &stem);
            report
                .en(&META, span)
                .message(format!("one of each: “{with}”, not “{written}”"), format!("each、every 后用单数“{with}”"))
                .replace(sign.en, with);
        }
    }
}
