//! `name/missing-region`: the district is left out, and what is left is the name of the city's own body: *Beijing Bureau
//! of Finance* for 北京市昌平区财政局.

use crate::align::Fit;
use crate::analyse::Analysed;
use crate::expect::Role;
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::wording::{BODY, PUBLIC_FACILITY};

pub static META: Meta = Meta {
    code: "name/missing-region",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the district is missing",
        why: "A bureau of a district is not the bureau of the city. Without the district the English names another body.",
    },
    zh: Words {
        summary: "英文漏译区名", why: "区级机构不是市级机构。漏译区名，英文就成了另一个机构的名称。"
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        bad(
            "北京市昌平区财政局",
            "Beijing Municipal Bureau of Finance",
            "Beijing Changping District Bureau of Finance",
        ),
        good("北京市昌平区财政局", "Changping District Bureau of Finance"),
        good("北京市财政局", "Beijing Municipal Bureau of Finance"),
        good("北京市大兴区人民医院", "Beijing Daxing Hospital"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let judged = |generic: &lexicon::Word| BODY.contains(&generic.class) || PUBLIC_FACILITY.contains(&generic.class);
    if sign.is_as_expected() || !sign.generic().is_some_and(judged) {
        return;
    }
    let regions = || sign.slots().filter(|(slot, _)| slot.role == Role::Region);
    let matched = |fit: &Fit| matches!(fit, Fit::Matched { .. });
    // The wider region stands, the inner one does not, and all else is as expected: no other name was meant.
    let inner_missing = regions().last().is_some_and(|(_, fit)| *fit == Fit::Missing);
    let wider_stands = regions().count() > 1 && regions().next().is_some_and(|(_, fit)| matched(fit));
    let rest_stands =
        sign.slots().filter(|(slot, _)| slot.role != Role::Region).all(|(slot, fit)| slot.optional || matched(fit));
    let nothing_extra = sign.alignment.as_ref().is_some_and(|a| a.extra.is_empty());
    if !(inner_missing && wider_stands && rest_stands && nothing_extra) {
        return;
    }
    let Some(write) = sign.preferred() else { return };
    report.en(&META, 0..sign.en.len()).rewrite(sign.en, write).done();
}
