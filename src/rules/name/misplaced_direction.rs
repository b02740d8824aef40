//! `name/misplaced-direction`: the direction stands before the specific name: *East Huixin Street*.

use crate::analyse::Analysed;
use crate::expect::{Rendering, Role};
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::in_style_of;

pub static META: Meta = Meta {
    code: "name/misplaced-direction",
    level: Level::Info,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the direction stands before the name",
        why: "In the name of a street the direction follows the specific name: Huixin East Street. Before it, it reads \
              as a part of town, and one street gets two names.",
    },
    zh: Words {
        summary: "方位词位置不当",
        why: "道路名称中的方位词应放在专名之后、通名之前：Huixin East Street。放在前面，一条路就有了两个名称。",
    },
    citation: cite("db11t334-1-2006", ""),
    examples: &[
        bad("惠新东街", "East Huixin Street", "Huixin East Street"),
        good("惠新东街", "Huixin East Street"),
        good("东三环中路", "East 3rd Ring Road Middle"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let Some((expectation, alignment)) = sign.expectation.as_ref().zip(sign.alignment.as_ref()) else { return };
    if !sign.is_as_expected() {
        return;
    }
    let roles = |r: &Rendering| r.slots.iter().map(|s| s.role).collect::<Vec<_>>();
    if roles(&expectation.renderings[alignment.rendering]) != [Role::Direction, Role::Specific, Role::Generic] {
        return;
    }
    let ordered = |r: &&Rendering| roles(r) == [Role::Specific, Role::Direction, Role::Generic];
    // The generic stays as the sign writes it, in full or short.
    let generic = |r: &Rendering| r.slots.last().map(|s| s.preferred().to_owned());
    let written = alignment.fits.last().map(|fit| sign.en[sign.span(&fit.words())].to_owned());
    let same = expectation.renderings.iter().filter(ordered).find(|r| generic(r) == written);
    if let Some(right) = same.or_else(|| expectation.renderings.iter().find(ordered)) {
        let write = in_style_of(&right.text(), sign.en);
        report.en(&META, 0..sign.en.len()).rewrite(sign.en, write);
    }
}
