//! `notice/ban-without-verb`: *Grass Is Prohibited* for 禁止踩踏草坪: the thing is forbidden instead of the act.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::senses;
use crate::text::fold;
use crate::wording::{BE, BRING_ZH, FORBIDDEN, NOT, PERMITTED};

pub static META: Meta = Meta {
    code: "notice/ban-without-verb",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the thing is forbidden instead of the act",
        why: "A ban names what must not be done: No Walking on the Grass. Grass Is Prohibited forbids the grass. What may not \
              be brought or used is named alone (Pets Are Prohibited).",
    },
    zh: Words {
        summary: "漏译所禁止的动作",
        why: "禁止语要写明禁止做什么：No Walking on the Grass。“Grass Is Prohibited”成了禁止草坪。不准携带、使用的东西可以只写名称。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("禁止踩踏草坪", "Grass Is Prohibited"),
        fires("严禁攀爬护栏", "Guardrail Is Strictly Forbidden"),
        fires("严禁采挖竹笋，违者罚款", "Bamboo shoots are strictly forbidden. Offenders will be fined."),
        good("禁止踩踏草坪", "Walking on the Grass Is Prohibited"),
        good("禁止携带宠物", "Pets Are Not Allowed"),
        good("禁止吸烟", "Smoking Is Prohibited"),
        good("禁止入内", "Entry Is Forbidden"),
        good("禁止停放自行车", "Bicycles Are Prohibited"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let Some(mark) = NOT.iter().find(|mark| sign.zh.starts_with(**mark)) else { return };
    if sign.zh_holds_any(BRING_ZH) || sign.is_as_expected() {
        return;
    }
    let Some(end) = subject(sign) else { return };
    let english = English::standard();
    let clause = sign.zh[mark.len()..].split(['，', ',', '；', '。', ' ']).next().unwrap_or("");
    // The verb of the Chinese, by the list of notices or by the word it begins with, and what stands behind it.
    let listed = lexicon::notice_words().iter().filter(|w| clause.starts_with(w.zh)).max_by_key(|w| w.zh.len());
    let verb = clause.char_indices().nth(2).map_or(clause.len(), |(at, _)| at);
    let object = &clause[verb..];
    if object.is_empty() {
        return;
    }
    let words = || (0..end).map(|at| sign.words.fold(at)).filter(|w| w.len() > 2 && !english.is_function_word(w));
    // A form in -ing or a noun of the act says what must not be done.
    let acts = |word: &str| {
        let forms = listed.iter().flat_map(|w| w.gerund.iter().chain(w.imperative).chain(w.noun));
        let of_verb = senses::inside(&clause[..verb]);
        word.ends_with("ing")
            || forms.flat_map(|form| form.split(' ')).any(|part| english.is_kin(&fold(part), word))
            || of_verb.iter().any(|sense| sense.words().any(|w| english.is_kin(w, word)))
    };
    let things = senses::inside(object);
    let is_thing = |word: &str| things.iter().any(|sense| sense.words().any(|w| english.is_kin(w, word)));
    if words().any(acts) || !words().any(is_thing) {
        return;
    }
    let span = sign.words.span_of(&(0..end + 1));
    report.en(&META, span).rewrite_surely(sign).done();
}

/// How many words stand before *is forbidden*, *are strictly prohibited*, *not allowed*.
fn subject(sign: &Analysed) -> Option<usize> {
    const FEW: usize = 4;
    let be = (1..sign.words.len().min(FEW + 1)).find(|at| BE.contains(&sign.words.fold(*at)))?;
    let mut next = be + 1;
    while next < sign.words.len() && (sign.words.fold(next) == "not" || sign.words.fold(next).ends_with("ly")) {
        next += 1;
    }
    let banned = (next < sign.words.len()).then(|| sign.words.fold(next))?;
    let allowed = PERMITTED.contains(&banned) && sign.words.fold(next - 1) == "not";
    (FORBIDDEN.contains(&banned) || banned == "prohibited" || allowed).then_some(be)
}
