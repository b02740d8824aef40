//! `wording/stray-article`: *The* stands before the label of a facility: *The Toilet*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "wording/stray-article",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a label begins with The",
        why: "Names and labels on signs go without articles: Summer Palace, Toilet. An article stays only where it belongs \
              to an established name.",
    },
    zh: Words { summary: "标识名称前多了 The", why: "标识上的名称和设施不加冠词：Summer Palace、Toilet。只有固有名称中的冠词才保留。" },
    citation: cite("db11t334-2006", "4.6"),
    examples: &[
        bad("售票处", "The Ticket Office", "Ticket Office"),
        bad("停车场", "The Parking Lot", "Parking Lot"),
        good("售票处", "Ticket Office"),
        good("中华人民共和国", "The People's Republic of China"),
        good("请勿踩踏草坪", "The Grass Is Growing"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.len() < 2 || sign.words.fold(0) != "the" || sign.is_accepted_wording() {
        return;
    }
    // Without its article the text must be just what an entry accepts.
    let rest = sign.words.letters(1..sign.words.len());
    let is_label = sign.entries().iter().flat_map(crate::glossary::Entry::forms).any(|(standing, text)| {
        standing < crate::expect::Standing::Deprecated && crate::text::fold(text).replace(' ', "") == rest
    });
    if is_label {
        let end = sign.words.span(1).start;
        let span = sign.words.span(0);
        report.en(&META, span).edit(sign.en, vec![(0..end, String::new())]);
    }
}
