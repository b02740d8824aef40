//! `name/region-kind`: the English calls a region what it is not: *Miyun County* for 密云区.

use crate::align::Fit;
use crate::analyse::Analysed;
use crate::expect::Role;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::wording::REGION_SUFFIX;

pub static META: Meta = Meta {
    code: "name/region-kind",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a district is called something else",
        why: "区 is a District. Several districts of Beijing were counties (县) once, and old signs still call them so.",
    },
    zh: Words {
        summary: "区的级别译错",
        why: "“区”译作 District。北京几个区原为县，旧标识仍写作 County，应予更正。",
    },
    citation: cite("beijing-gov-english", ""),
    examples: &[
        bad("密云区教育委员会", "Miyun County Education Commission", "Miyun District Education Commission"),
        bad("北京市平谷区图书馆", "Pinggu County Library", "Pinggu District Library"),
        good("密云区教育委员会", "Miyun District Education Commission"),
        good("密云水库", "Miyun Reservoir"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() {
        return;
    }
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
