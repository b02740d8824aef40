//! `wording/agreement`: *there are a*, *there is many*: verb and number do not agree.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::wording::{MODAL, NUMERAL, OF_SEVERAL, ONE_PERSON, QUANTITY, SEVERAL_COUNTED, SEVERAL_OF, TAKES_BARE_VERB};

pub static META: Meta = Meta {
    code: "wording/agreement",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "verb and number do not agree",
        why: "There is one thing, there are several: there is a carving, there are two gates. Every and each take one: every \
              visitor; all takes several: all visitors. What one shop does ends in -s: this shop provides.",
    },
    zh: Words {
        summary: "单复数不一致",
        why: "单数用 there is，复数用 there are：there is a carving、there are two gates。every、each 后用单数：every visitor；all 后用复数：all visitors。单数主语的动词加 -s：this shop provides。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("庙内有石像", "There Are a Stone Statue in the Temple", "There Is a Stone Statue in the Temple"),
        bad("园内有许多古树", "There is many old trees in the park.", "There are many old trees in the park."),
        good("庙内有石像", "There Is a Stone Statue in the Temple"),
        bad("每位旅客限带一件行李", "Each Passengers Can Take One Item", "Each Passenger Can Take One Item"),
        bad("每位游客须购票", "Every Visitors Need a Ticket", "Every Visitor Needs a Ticket"),
        bad("所有乘客必须系好安全带", "All Passenger Must Wear Seat Belts", "All Passengers Must Wear Seat Belts"),
        bad("本店提供免费WiFi", "This Shop Provide Free Wi-Fi", "This Shop Provides Free Wi-Fi"),
        bad("本店不收现金", "This Store Do Not Accept Cash", "This Store Does Not Accept Cash"),
        fires("高血压患者慎入", "High Blood Pressure Person Carefully Enter"),
        good("高血压患者慎入", "Not Suitable for Persons With High Blood Pressure"),
        good("请让儿童先上车", "Let the Child Enter First"),
        good("所有行李须安检", "All Baggage Must Be Screened"),
        good("本站不停车", "This Train Does Not Stop Here"),
        good("全体员工须知", "All Staff Must Read This"),
        good("每场90分钟", "Each lasts 90 minutes"),
        good("每位游客", "Each of the Visitors"),
        good("每班", "Every Class"),
        bad("院内有六口井", "There is six wells in the courtyard.", "There are six wells in the courtyard."),
        good("双向行驶", "There is two-way traffic ahead."),
        good("有很多", "There Are a Few Steps Ahead"),
        good("有很多", "There are a number of steps ahead."),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    several_for_each(sign, report);
    one_for_all(sign, report);
    bare_verb_of_one(sign, report);
    person_and_bare_verb(sign, report);
    for at in 0..sign.words.len().saturating_sub(2) {
        let [there, verb, number] = [at, at + 1, at + 2].map(|i| sign.words.fold(i));
        if there != "there" {
            continue;
        }
        // There are a few steps, a number of steps.
        let quantity = at + 3 < sign.words.len() && QUANTITY.contains(&sign.words.fold(at + 3));
        // There is two-way traffic.
        let hyphenated = sign.en[sign.words.span(at + 2).end..].starts_with('-');
        let right = match (verb, number) {
            ("are", "a" | "an" | "one") if !quantity => "is",
            ("is", several) if !hyphenated && is_several(several) => "are",
            _ => continue,
        };
        let span = sign.words.span(at + 1);
        let with = sign.in_case_of(&sign.en[span.clone()], right);
        report.en(&META, span).replace(sign.en, with);
    }
}

/// Many, several; two and above.
fn is_several(word: &str) -> bool {
    SEVERAL_COUNTED.contains(&word) || NUMERAL.iter().skip(2).any(|number| *number == word)
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
        let stem = if let Some(stem) = plural.strip_suffix("ies") {
            format!("{stem}y")
        } else {
            plural.chars().take(plural.chars().count() - if end { 2 } else { 1 }).collect()
        };
        let is_plural = plural.ends_with('s')
            && !plural.ends_with("ss")
            && plural.len() > 4
            && english.is_sign_word(&stem)
            && english.same_noun(&stem, plural);
        if is_plural {
            let span = sign.words.span(at);
            let written = &sign.en[span.clone()];
            let with = sign.in_case_of(written, &stem);
            let message = (format!("one of each: “{with}”, not “{written}”"), format!("each、every 后用单数“{with}”"));
            let mut edits = vec![(span.clone(), with)];
            if let Some(verb) = (at + 1 < sign.words.len()).then(|| sign.words.fold(at + 1)) {
                let span = sign.words.span(at + 1);
                let verb = of_one(verb).map(|verb| sign.in_case_of(&sign.en[span.clone()], &verb));
                edits.extend(verb.map(|verb| (span, verb)));
            }
            report.en(&META, span).message(message.0, message.1).edit(sign.en, edits);
        }
    }
}

/// *All passenger must*: behind *all* and its like one thing stands in the plural, unless it has none (all baggage).
fn one_for_all(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    for at in 1..sign.words.len().saturating_sub(1) {
        let (noun, next) = (sign.words.fold(at), sign.words.fold(at + 1));
        if !SEVERAL_OF.contains(&sign.words.fold(at - 1)) || !(MODAL.contains(&next) || OF_SEVERAL.contains(&next)) {
            continue;
        }
        let plural = format!("{noun}s");
        if noun.ends_with('s') || english.thing(noun).is_none() || !english.is_sign_word(&plural) {
            continue;
        }
        let span = sign.words.span(at);
        let written = &sign.en[span.clone()];
        let with = sign.in_case_of(written, &plural);
        report
            .en(&META, span)
            .message(format!("several of them: “{with}”, not “{written}”"), format!("all、many 等后用复数“{with}”"))
            .replace(sign.en, with);
    }
}

/// *This shop provide*, *this machine do not*: what one thing does ends in -s.
fn bare_verb_of_one(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    for at in 2..sign.words.len().saturating_sub(1) {
        let (noun, verb) = (sign.words.fold(at - 1), sign.words.fold(at));
        let one = sign.words.fold(at - 2) == "this"
            && !noun.ends_with('s')
            && english.is_sign_word(noun)
            && !english.is_function_word(noun);
        let does = verb == "do" && sign.words.fold(at + 1) == "not";
        if !one || !does && !english.is_only_verb(verb) || verb.ends_with('s') {
            continue;
        }
        let Some(singular) = of_one(verb) else { continue };
        let span = sign.words.span(at);
        let written = &sign.en[span.clone()];
        let with = sign.in_case_of(written, &singular);
        report
            .en(&META, span)
            .message(format!("what one thing does ends in -s: “{with}”"), format!("主语是单数，动词应为“{with}”"))
            .replace(sign.en, with);
    }
}

/// *Patient enter*, *old person carefully enter*: one person and a verb in its bare form. Behind *let*, *to* or a modal verb
/// the bare form is right.
fn person_and_bare_verb(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    for at in 1..sign.words.len() {
        let verb = sign.words.fold(at);
        if !english.is_pure_verb(verb) || !english.parts(verb).contains('c') {
            continue;
        }
        let who = at - 1 - usize::from(at > 1 && sign.words.fold(at - 1).ends_with("ly"));
        let before = || (0..who).map(|i| sign.words.fold(i));
        let bare = before().any(|word| MODAL.contains(&word) || TAKES_BARE_VERB.contains(&word));
        let span = sign.span(&(who..at + 1));
        if !ONE_PERSON.contains(&sign.words.fold(who))
            || bare
            || !sign.is_only_space(&(who..at + 1))
            || report.touches(&span)
            || sign.is_as_expected()
        {
            continue;
        }
        report
            .en(&META, span)
            .message(
                "one person and a verb for several: Patients Enter, or No Entry for Patients",
                "单数名词后用了动词原形：应作 Patients Enter，或改用 No Entry for Patients 等",
            )
            .done();
    }
}

/// What one does, of a verb that stands as for several: need, needs; do, does; `None` where it is no such verb.
fn of_one(verb: &str) -> Option<String> {
    match verb {
        "are" => return Some("is".to_owned()),
        "have" => return Some("has".to_owned()),
        // A noun as well.
        "need" => return Some("needs".to_owned()),
        _ => {}
    }
    let ending = if ["o", "s", "x", "ch", "sh"].iter().any(|end| verb.ends_with(end)) { "es" } else { "s" };
    let singular = format!("{verb}{ending}");
    let english = English::standard();
    let bare = verb == "do" || english.is_only_verb(verb) && !verb.ends_with("ed");
    (bare && english.is_word(&singular)).then_some(singular)
}
