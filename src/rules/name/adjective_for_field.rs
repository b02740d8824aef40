//! `name/adjective-for-field`: behind *of* stands an adjective where the field has a noun: *Institute of Physical*.

use crate::analyse::{Analysed, Off};
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "name/adjective-for-field",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "an adjective where the field needs a noun",
        why: "Behind of stands the field itself: Bureau of Finance. The adjective may stand before its noun (Financial \
              Bureau), and ends no name.",
    },
    zh: Words {
        summary: "of 之后应用名词",
        why: "of 之后是业务领域本身，应用名词：Bureau of Finance。形容词只能放在名词之前（Financial Bureau），不能作结尾。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("平谷区财政局", "Pinggu District Bureau of Financial", "Pinggu District Bureau of Finance"),
        bad("物理系", "Department of Physical", "Department of Physics"),
        good("平谷区财政局", "Pinggu District Financial Bureau"),
        good("平谷区财政局", "Pinggu District Bureau of Finance"),
        good("物理系", "Department of Physics"),
    ],
};

/// Letters that a noun and its adjective share at least.
const STEM: usize = 3;
/// What English adjectives of fields end in.
const ENDINGS: [&str; 5] = ["al", "ic", "ive", "ary", "ical"];

pub fn check(sign: &Analysed, report: &mut Report) {
    let Some(last) = sign.words.len().checked_sub(1).filter(|last| *last > 1) else { return };
    let word = sign.words.fold(last);
    if sign.words.fold(last - 1) != "of" || !ENDINGS.iter().any(|end| word.ends_with(end)) || sign.is_as_expected() {
        return;
    }
    let english = English::standard();
    let of_one_stem = |due: &str| due.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count() >= STEM;
    let noun = |due: &str| !ENDINGS.iter().any(|end| due.ends_with(end)) && !english.same_noun(due, word) && of_one_stem(due);
    let Some(one) = sign.one_word_off().iter().find(|one| one.off == Off::Other(last) && noun(&one.due)) else { return };
    let span = sign.words.span(last);
    let written = &sign.en[span.clone()];
    let with = sign.in_case_of(written, &one.due);
    report
        .en(&META, span)
        .message(format!("“{written}” is an adjective: “{with}”"), format!("“{written}”是形容词，应用名词“{with}”"))
        .rewrite(sign.en, one.write.clone())
        .done();
}
