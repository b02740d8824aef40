//! `wording/plural-only`: *Custom* for 海关, *Good Elevator* for 货梯: a word that has this sense in the plural alone.

use crate::analyse::{Analysed, Off};
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::wording::{AUTHORITY, PLURALS};

pub static META: Meta = Meta {
    code: "wording/plural-only",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the word has this sense in the plural alone",
        why: "Customs is the office at the border, a custom is a habit; goods are freight, news is in the paper, stairs lead \
              up. Without its s the word says something else.",
    },
    zh: Words {
        summary: "该义只用复数形式",
        why: "Customs 是海关，custom 是习俗；goods 是货物，good 是好；news 是新闻，new 是新。缺少 s 意思就变了。",
    },
    citation: cite("gbt30240-1", "4.2.3"),
    examples: &[
        bad("海关", "Custom", "Customs"),
        bad("货梯", "Good Elevator", "Goods Elevator"),
        bad("新闻中心", "New Center", "News Center"),
        bad("楼梯", "Stair", "Stairs"),
        bad("平谷区民政局", "Pinggu District Bureau of Civil Affair", "Pinggu District Bureau of Civil Affairs"),
        bad(
            "平谷区退役军人事务局",
            "Pinggu District Bureau of Veteran Affairs",
            "Pinggu District Bureau of Veterans Affairs",
        ),
        good("海关", "Customs"),
        good("楼梯扶手", "Stair Railing"),
        good("北京新闻", "New Beijing News"),
        good("民俗", "Folk Custom"),
    ],
};

/// The group of words that may stand in the singular before another noun: Stair Railing.
const LAST: &str = "last";

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.is_empty() || sign.is_as_expected() || sign.is_accepted_wording() {
        return;
    }
    for row in PLURALS.iter().filter(|row| sign.zh_holds_any(row.zh)) {
        let [singular, plural] = row.en else { continue };
        if sign.words.folds().any(|word| word == *plural) {
            continue;
        }
        let ends = |at: usize| at + 1 == sign.words.len() || !sign.en[sign.words.span(at).end..].starts_with(' ');
        let joined = |at: usize| sign.en[sign.words.span(at).end..].starts_with('-');
        let here = (0..sign.words.len())
            .find(|at| sign.words.fold(*at) == *singular && !joined(*at) && (row.group != LAST || ends(*at)));
        let Some(at) = here else { continue };
        let span = sign.words.span(at);
        if !report.touches(&span) {
            let with = sign.in_case_of(&sign.en[span.clone()], plural);
            report.en(&META, span).replace(sign.en, with);
        }
    }
    field_of_a_body(sign, report);
}

/// The field of an authority, but for the *s* of one word: *Bureau of Statistic*.
fn field_of_a_body(sign: &Analysed, report: &mut Report) {
    let is_authority = |generic: &lexicon::Word| AUTHORITY.contains(&generic.class);
    if !sign.generic().is_some_and(is_authority) || report.has_rule(&META) {
        return;
    }
    let lost = sign.one_word_off().iter().find_map(|one| match one.off {
        Off::Other(at) if one.due.strip_suffix('s') == Some(sign.words.fold(at)) => Some((at, one)),
        _ => None,
    });
    // Sport and Sports are one field.
    let Some((at, one)) = lost.filter(|(at, _)| sign.words.fold(*at) != "sport") else { return };
    let span = sign.words.span(at);
    let with = sign.in_case_of(&sign.en[span.clone()], &one.due);
    // Where the apostrophe was kept and the s lost, or the s stands behind it, the whole text says it best.
    report
        .en(&META, span.clone())
        .message(
            format!("“{}” stands in the plural here: “{with}”", &sign.en[span.clone()]),
            format!("“{}”在此应用复数“{with}”", &sign.en[span]),
        )
        .rewrite(sign.en, one.write.clone())
        .done();
}
