//! `name/adjective-alone`: an adjective stands behind *of* and describes nothing: *Institute of Physical*.

use crate::analyse::{Analysed, Off};
use crate::english::English;
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use std::ops::Range;

pub static META: Meta = Meta {
    code: "name/adjective-alone",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "an adjective where the noun is due",
        why: "Behind of or for stands what a body is about, which is a noun: Institute of Physics. An adjective must have \
              something to describe: Physical Society.",
    },
    zh: Words {
        summary: "此处应用名词，误用形容词",
        why: "of、for 之后应为名词，说明机构的领域，如 Institute of Physics；形容词后须有名词，如 Physical Society。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("北京光学研究所", "Beijing Institute of Optical", "Beijing Institute of Optics"),
        bad("东城区文化局", "Bureau of Cultural, Dongcheng District", "Bureau of Culture, Dongcheng District"),
        bad("物理系", "Department of Physical", "Department of Physics"),
        good("物理系", "Department of Physics"),
        good("北京光学研究所", "Beijing Institute of Optics"),
        good("东城区文化局", "Dongcheng District Cultural Bureau"),
        good("中国数学会", "Chinese Mathematical Society"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let Some(at) = alone(sign) else { return };
    if sign.is_as_expected() {
        return;
    }
    let adjective = sign.words.fold(at.start);
    let Some(noun) = noun_of_field(sign, adjective).or_else(|| noun_in_its_place(sign, at.start)) else { return };
    let span = sign.span(&at);
    let written = &sign.en[span.clone()];
    let write = sign.in_case_of(written, noun);
    report
        .en(&META, span)
        .message(
            format!("“{written}” describes nothing here: “{write}”"),
            format!("“{written}”为形容词，此处应用名词“{write}”"),
        )
        .replace(sign.en, write)
        .done();
}

/// The noun of a field that the Chinese names.
fn noun_of_field<'s>(sign: &'s Analysed, adjective: &str) -> Option<&'s str> {
    if sign.is_name() { lexicon::noun_for(sign.zh, adjective) } else { None }
}

/// The noun of one stem that an acceptable rendering has where the adjective stands, all other words being right.
fn noun_in_its_place<'s>(sign: &'s Analysed, at: usize) -> Option<&'s str> {
    let adjective = sign.words.fold(at);
    let of_one_stem = |due: &str| due.bytes().zip(adjective.bytes()).take_while(|(a, b)| a == b).count() >= STEM;
    let is_adjective = |due: &str| lexicon::ADJECTIVE_ENDINGS.iter().any(|ending| due.ends_with(ending));
    let noun = |due: &str| !is_adjective(due) && !English::standard().same_noun(due, adjective) && of_one_stem(due);
    sign.one_word_off().iter().find(|one| one.off == Off::Other(at) && noun(&one.due)).map(|one| one.due.as_str())
}

/// Letters that a noun and its adjective share at least.
const STEM: usize = 3;

/// The word that ends a phrase behind *of* or *for*, where it has the ending of an adjective.
fn alone(sign: &Analysed) -> Option<Range<usize>> {
    const JOINING: [&str; 2] = ["of", "for"];
    let joined = (0..sign.words.len().saturating_sub(1)).find(|at| JOINING.contains(&sign.words.fold(*at)))?;
    let ends = |at: usize| {
        let behind = &sign.en[sign.words.span(at).end..];
        // What follows a comma may be the rest of a list: Mathematical, Physical and Chemical Sciences.
        let list = |rest: &str| rest.split(',').next().is_some_and(|item| item.contains(" and ") || item.contains('&'));
        behind.trim_start().is_empty() || behind.strip_prefix(',').is_some_and(|rest| !list(rest))
    };
    let last = (joined + 1..sign.words.len()).find(|at| ends(*at))?;
    let word = sign.words.fold(last);
    lexicon::ADJECTIVE_ENDINGS.iter().any(|ending| word.ends_with(ending)).then_some(last..last + 1)
}
