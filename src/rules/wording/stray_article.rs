//! `wording/stray-article`: *The* stands before the label of a facility: *The Toilet*.

use crate::analyse::{Analysed, Off};
use crate::english::English;
use crate::expect::Standing;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::folds_to;
use crate::wording::LABEL_END;

pub static META: Meta = Meta {
    code: "wording/stray-article",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "an article in a name or label",
        why: "Names and labels on signs go without articles: Summer Palace, Toilet. An article stays only where it belongs \
              to an established name.",
    },
    zh: Words {
        summary: "标识名称中多了冠词",
        why: "标识上的名称和设施不加冠词：Summer Palace、Toilet。只有固有名称中的冠词才保留。",
    },
    citation: cite("db11t334-2006", "4.6"),
    examples: &[
        bad("售票处", "The Ticket Office", "Ticket Office"),
        bad("停车场", "The Parking Lot", "Parking Lot"),
        bad("业务受理处", "The Service Accept Office", "Service Accept Office"),
        bad("来广塔", "Laiguang the Pagoda", "Laiguang Pagoda"),
        good("国家话剧院", "The National Theater of China"),
        good("售票处", "Ticket Office"),
        good("中华人民共和国", "The People's Republic of China"),
        good("请勿踩踏草坪", "The Grass Is Growing"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    inside_a_name(sign, report);
    if sign.words.len() < 2 || sign.words.fold(0) != "the" || sign.is_accepted_wording() {
        return;
    }
    // Without its article the text must be just what an entry accepts.
    let rest = sign.words.letters(1..sign.words.len());
    let is_label = sign.listed_before(Standing::Deprecated).any(|text| folds_to(text, rest));
    if is_label || names_facility(sign) {
        let end = sign.words.span(1).start;
        let span = sign.words.span(0);
        report.en(&META, span).edit(sign.en, vec![(0..end, String::new())]);
    }
}

/// Words of the longest label.
const LONGEST: usize = 5;

/// The Chinese names a facility by what it does (业务受理区), no place by its name, and the English is a label in
/// headline case.
fn names_facility(sign: &Analysed) -> bool {
    let ends = LABEL_END.iter().any(|word| sign.key().ends_with(word));
    let named = sign.entries().iter().any(crate::glossary::Entry::is_proper_name)
        || sign.slots().any(|(slot, _)| slot.romanised);
    let capital = |at: usize| sign.en[sign.words.span(at)].starts_with(|c: char| c.is_ascii_uppercase());
    let short = sign.words.len() <= LONGEST && !sign.en.trim_end().ends_with('.');
    ends && !named && short && (0..sign.words.len()).all(|at| capital(at) || sign.words.fold(at).len() <= 3)
}

/// An article inside a name that has all its words without it; behind a preposition it may belong to what follows.
fn inside_a_name(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    let article = |at: usize| matches!(sign.words.fold(at), "the" | "a" | "an");
    let stray = |at: usize| article(at) && !english.is_function_word(sign.words.fold(at - 1));
    if !(1..sign.words.len()).any(stray) || !sign.is_name() {
        return;
    }
    let added = sign.one_word_off().iter().find_map(|one| match one.off {
        Off::Added(at) if at > 0 && at + 1 < sign.words.len() && stray(at) => Some((at, one.write.clone())),
        _ => None,
    });
    let Some((at, write)) = added else { return };
    report.en(&META, sign.words.span(at)).rewrite(sign.en, write).done();
}
