//! `wording/bare-verb`: a bare verb stands where its -ing form or its noun describes a thing: *Smoke Room*.

use crate::analyse::Analysed;
use crate::english::English;
use crate::expect::Standing;
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::text::{self, in_style_of};
use crate::wording::{PARTICLE, PLACE_END, SERVICE_END, SORT_OF_PLACE};

pub static META: Meta = Meta {
    code: "wording/bare-verb",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a bare verb describes a thing",
        why: "What a room or a thing is for is told by the -ing form or a noun: Smoking Room, Injection Room, Drinking Water. \
              Chinese has one form for all of them; English has not.",
    },
    zh: Words {
        summary: "用动词原形作定语",
        why: "说明用途时用 -ing 形式或名词作定语：Smoking Room、Injection Room、Drinking Water。中文动词无词形变化，英文则须变化。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("吸烟室", "Smoke Room", "Smoking Room"),
        bad("注射室", "Inject Room", "Injection Room"),
        fires("取餐处", "Collect Meal Place"),
        fires("还书机", "Receive Book Machine"),
        fires("雨伞借用", "Umbrella Borrow"),
        good("吸烟室", "Smoking Lounge"),
        good("行李提取处", "Baggage Reclaim"),
        good("外卖取餐处", "Take-Away Counter"),
        good("请在服务台领取", "Collect at the Information Desk"),
        good("售票处", "Ticket Office"),
        good("停车场", "Car Park"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let count = sign.words.len();
    if count < 2 || sign.is_accepted_wording() {
        return;
    }
    let meant =
        sign.listed_before(Standing::Deprecated).find_map(|form| Some((form, bare(sign, &text::Words::of(form))?)));
    let Some((form, at)) = meant else { return verb_and_object(sign, report) };
    let span = sign.words.span(at);
    let written = &sign.en[span.clone()];
    let write = in_style_of(form, sign.en);
    report
        .en(&META, span)
        .message(format!("“{written}” is a bare verb: “{write}”"), format!("“{written}”是动词原形，应为“{write}”"))
        .rewrite(sign.en, write);
}

/// The one word of the sign that is the bare verb of the form's, all others being the form's; never the last one.
fn bare(sign: &Analysed, form: &text::Words) -> Option<usize> {
    let english = English::standard();
    let count = sign.words.len();
    if form.len() != count {
        return None;
    }
    let mut others = (0..count).filter(|at| !english.same_noun(form.fold(*at), sign.words.fold(*at)));
    let at = others.next().filter(|at| at + 1 < count)?;
    let (meant, written) = (form.fold(at), sign.words.fold(at));
    let is_verb_of = english.bare_verb(meant).as_deref() == Some(written) || meant.strip_suffix("ion") == Some(written);
    (others.next().is_none() && is_verb_of).then_some(at)
}

/// *Collect Meal Place*: a verb with its object before the sort of place, as the Chinese has it.
fn verb_and_object(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    let count = sign.words.len();
    let label = sign.generic().is_some() || SERVICE_END.iter().chain(PLACE_END).any(|end| sign.key().ends_with(end));
    if !(2..=LONGEST).contains(&count) || !label || sign.is_as_expected() || sign.key().contains(['请', '勿', '禁'])
    {
        return;
    }
    let (verb, last) = (sign.words.fold(0), sign.words.fold(count - 1));
    let sort = !lexicon::generics_in_english(last).is_empty() || SORT_OF_PLACE.contains(&last);
    let joined = sign.en[sign.words.span(0).end..sign.words.span(1).start].contains('-');
    let small =
        (1..count).any(|at| english.is_function_word(sign.words.fold(at)) || PARTICLE.contains(&sign.words.fold(at)));
    let behind = (2..=3).contains(&count) && english.is_only_verb(last) && !english.is_only_verb(verb) && !small;
    if behind {
        return at_the_end(sign, report);
    }
    if !english.is_only_verb(verb)
        || english.bare_verb(verb).is_some()
        || verb.ends_with(['s', 'd'])
        || !sort
        || joined
        || small
    {
        return;
    }
    let span = sign.words.span(0);
    if report.touches(&span) {
        return;
    }
    let written = &sign.en[span.clone()];
    report
        .en(&META, span)
        .message(
            format!("“{written}” is a bare verb before the sort of place: Baggage Claim, not Claim Baggage Place"),
            format!("“{written}”是动词原形，不能作处所名称的定语：应作 Baggage Claim，不作 Claim Baggage Place"),
        )
        .rewrite_surely(sign)
        .done();
}

/// *Umbrella Borrow*, *Luggage Keep*: the verb behind its object.
fn at_the_end(sign: &Analysed, report: &mut Report) {
    let span = sign.words.span(sign.words.len() - 1);
    if report.touches(&span) || sign.is_known_form_word(sign.words.fold(sign.words.len() - 1)) {
        return;
    }
    let written = &sign.en[span.clone()];
    report
        .en(&META, span)
        .message(
            format!("“{written}” is a bare verb behind its object: Umbrella Rental, not Umbrella Borrow"),
            format!("“{written}”是动词原形，不能放在名词后作中心词：应作 Umbrella Rental，不作 Umbrella Borrow"),
        )
        .rewrite_surely(sign)
        .done();
}

/// Words beyond which a text is a sentence.
const LONGEST: usize = 6;
