//! `name/region-kind`: the English calls a region what it is not: *Miyun County* for 密云区.

use crate::align::Fit;
use crate::analyse::{Analysed, Off};
use crate::expect::Role;
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::wording::{AUTHORITY, REGION_ADJECTIVE, REGION_SUFFIX};

pub static META: Meta = Meta {
    code: "name/region-kind",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a district is called something else",
        why: "区 is a District. Several districts of Beijing were counties (县) once, and old signs still call them so.",
    },
    zh: Words {
        summary: "区的级别译错", why: "“区”译作 District。北京几个区原为县，旧标识仍写作 County，应予更正。"
    },
    citation: cite("beijing-gov-english", ""),
    examples: &[
        bad("密云区教育委员会", "Miyun County Education Commission", "Miyun District Education Commission"),
        bad("北京市平谷区图书馆", "Pinggu County Library", "Pinggu District Library"),
        bad("平谷区财政局", "Pinggu Bureau of Finance", "Pinggu District Bureau of Finance"),
        bad("平谷区财政局", "Pinggu District Municipal Bureau of Finance", "Pinggu District Bureau of Finance"),
        good("平谷区财政局", "Pinggu District Bureau of Finance"),
        good("平谷区医院", "Pinggu Hospital"),
        good("密云区教育委员会", "Miyun District Education Commission"),
        good("密云水库", "Miyun Reservoir"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() {
        return left_out(sign, report);
    }
    of_two(sign, report);
    for (slot, fit) in sign.slots().filter(|(slot, _)| slot.role == Role::Region) {
        let Some((_, kind)) = slot.preferred().rsplit_once(' ') else { continue };
        let next = match fit {
            Fit::Matched { words, .. } if words.len() == 1 => words.end,
            Fit::Differs { words, .. } if words.len() == 2 => words.end - 1,
            _ => continue,
        };
        let name = crate::text::fold(slot.preferred().split(' ').next().unwrap_or_default());
        if next >= sign.words.len() || sign.words.fold(next - 1) != name {
            continue;
        }
        let said = sign.words.fold(next);
        let is_kind = REGION_SUFFIX.iter().any(|suffix| crate::text::folds_to(suffix, said));
        if !is_kind || crate::text::folds_to(kind, said) {
            continue;
        }
        let span = sign.words.span(next);
        let written = &sign.en[span.clone()];
        let with = sign.in_case_of(written, kind);
        let zh = &sign.key()[slot.zh.clone()];
        report
            .en(&META, span)
            .message(format!("{zh} is no {written}: “{with}”"), format!("“{zh}”不是“{written}”，应为“{with}”"))
            .replace(sign.en, with);
    }
}

/// An authority whose district goes without its *District*: hospitals and libraries may, bodies of government may not.
fn left_out(sign: &Analysed, report: &mut Report) {
    let is_authority = |generic: &lexicon::Word| AUTHORITY.contains(&generic.class);
    if !sign.key().contains(['区', '县']) || !sign.entries().is_empty() || !sign.generic().is_some_and(is_authority) {
        return;
    }
    for (slot, fit) in sign.slots().filter(|(slot, _)| slot.role == Role::Region) {
        let district = sign.key().get(slot.zh.clone()).is_some_and(|zh| zh.ends_with(['区', '县']));
        let (Some((_, kind)), Fit::Matched { words, .. }) = (slot.preferred().rsplit_once(' '), fit) else { continue };
        let is_kind = |at: usize| REGION_SUFFIX.iter().any(|suffix| crate::text::folds_to(suffix, sign.words.fold(at)));
        if !district || !REGION_SUFFIX.contains(&kind) || words.is_empty() || words.clone().any(is_kind) {
            continue;
        }
        let span = sign.span(words);
        let written = &sign.en[span.clone()];
        let kind = if sign.is_all_capitals() { kind.to_uppercase() } else { kind.to_owned() };
        let with = format!("{written} {kind}");
        let zh = &sign.key()[slot.zh.clone()];
        report
            .en(&META, span)
            .message(
                format!("a body of {zh} is of the District: “{with}”"),
                format!("“{zh}”的机构名称应保留 {kind}：“{with}”"),
            )
            .cite(cite("gbt30240-1", "5.1.3").citation())
            .replace(sign.en, with);
    }
}

/// A body of two ranks: *District Municipal Bureau*.
fn of_two(sign: &Analysed, report: &mut Report) {
    let kind = |at: usize| REGION_SUFFIX.iter().any(|suffix| crate::text::folds_to(suffix, sign.words.fold(at)));
    let adjective = |at: usize| REGION_ADJECTIVE.contains(&sign.words.fold(at));
    if !(1..sign.words.len()).any(|at| kind(at - 1) && adjective(at)) {
        return;
    }
    let added = sign.one_word_off().iter().find_map(|one| match one.off {
        Off::Added(at) if at > 0 && kind(at - 1) && adjective(at) => Some((at, one.write.clone())),
        _ => None,
    });
    let Some((at, write)) = added else { return };
    let span = sign.words.span(at);
    let written = &sign.en[span.clone()];
    report
        .en(&META, span)
        .message(format!("a body of a district is not “{written}”"), format!("区级机构不加“{written}”"))
        .rewrite(sign.en, write)
        .done();
}
