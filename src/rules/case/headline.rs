//! `case/headline`: capitals that do not follow headline style.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::{LetterCase, letter_case};
use crate::wording::SMALL_IN_HEADLINE;

pub static META: Meta = Meta {
    code: "case/headline",
    level: Level::Info,
    fix: FixKind::Suggested,
    en: Words {
        summary: "capitals do not follow headline style",
        why: "On signs the first word and all full words begin with a capital; articles, conjunctions and prepositions \
              of up to three letters are small.",
    },
    zh: Words {
        summary: "大小写不符合标题体",
        why: "标识英文首词及实词首字母大写；冠词、连词和三个字母以内的介词小写。",
    },
    citation: cite("gbt30240-1", "clause 6"),
    examples: &[
        bad("禁烟区", "No smoking Area", "No Smoking Area"),
        bad("请勿踩踏草坪", "Keep Off The Grass", "Keep Off the Grass"),
        bad("湖畔公园", "lakeside Park", "Lakeside Park"),
        good("iPhone维修", "iPhone Repair"),
        good("请勿踩踏草坪", "Keep off the Grass"),
        good("禁烟区", "NO SMOKING AREA"),
        good("车辆起步，请坐稳扶好", "Please Hold On. The Bus Is Moving"),
        good("中国民生银行", "China Minsheng Bank"),
    ],
};

/// Longer texts are sentences.
const LONGEST: usize = 8;

pub fn check(sign: &Analysed, report: &mut Report) {
    let count = sign.words.len();
    if !(2..=LONGEST).contains(&count)
        || letter_case(sign.en) != LetterCase::Mixed
        || sign.en.trim_end().ends_with(['.', '!', '?'])
    {
        return;
    }
    let english = English::standard();
    let word = |at: usize| &sign.en[sign.words.span(at)];
    let begins_upper = |at: usize| word(at).chars().next().is_some_and(char::is_uppercase);
    let is_small = |at: usize| word(at).len() <= 3 && english.is_function_word(sign.words.fold(at));
    let alone = |at: usize| sign.en[..sign.words.span(at).start].ends_with(' ') || at == 0;
    // One capital inside the text says that headline style is meant; a sentence has only its first.
    let headline = (1..count).any(|at| begins_upper(at) && !is_small(at) && english.is_word(sign.words.fold(at)));
    if !headline {
        return;
    }
    let mut edits = Vec::new();
    for at in 0..count {
        let text = word(at);
        let told = || report.touches_with(&super::lower_case_generic::META, &sign.words.span(at));
        if !text.bytes().all(|b| b.is_ascii_alphabetic()) || !alone(at) || told() {
            continue;
        }
        let opens = sign.en[..sign.words.span(at).start].trim_end().ends_with(['.', '!', '?', ':', '"', '“']);
        let first_or_last = at == 0 || at + 1 == count || opens;
        let article = SMALL_IN_HEADLINE.contains(&sign.words.fold(at));
        let write = if !first_or_last && article && begins_upper(at) && text.len() > 1 {
            text.to_lowercase()
        } else if !begins_upper(at)
            && !has_capital(text)
            && text.len() > 3
            && !english.is_function_word(sign.words.fold(at))
        {
            sign.in_case_of("Aa", text)
        } else {
            continue;
        };
        if !sign.is_written_as_listed(text) {
            edits.push((sign.words.span(at), write));
        }
    }
    let Some(first) = edits.first().map(|(span, _)| span.clone()) else { return };
    let last = edits.last().map_or(first.end, |(span, _)| span.end);
    // Every style begins with a capital: a full word in small letters there is a slip, not a choice.
    let slip = first.start == sign.words.span(0).start && !begins_upper(0) && english.is_word(sign.words.fold(0));
    let others = (1..count).filter(|at| !is_small(*at)).all(begins_upper);
    let level = if slip && others { Level::Warning } else { Level::Info };
    report.en(&META, first.start..last).level(level).edit(sign.en, edits);
}

/// A word with a capital inside is spelt by its owner: iPhone.
fn has_capital(word: &str) -> bool {
    word.contains(char::is_uppercase)
}
