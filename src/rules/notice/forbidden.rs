//! `notice/forbidden`: *Smoking Is Forbidden* where the standards write *No Smoking*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::{fold, in_style_of};
use crate::wording::FORBIDDEN;

pub static META: Meta = Meta {
    code: "notice/forbidden",
    level: Level::Info,
    fix: FixKind::Suggested,
    en: Words {
        summary: "Forbidden for No",
        why: "A ban is short: No and a noun or a form in -ing. Forbidden sounds like a threat; the tables keep it for \
              what the law forbids.",
    },
    zh: Words {
        summary: "禁止语用了 Forbidden",
        why: "禁止语宜简短：No 加名词或 -ing。Forbidden 语气生硬，词表中仅用于法律明令禁止的行为。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[
        bad("禁止吸烟", "Smoking Is Forbidden", "No Smoking"),
        good("禁止吸烟", "No Smoking"),
        good("禁止烟火", "Smoking and Open Flames Prohibited"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let Some(at) = (0..sign.words.len()).find(|at| FORBIDDEN.contains(&sign.words.fold(*at))) else { return };
    if sign.is_accepted_text() || sign.is_as_expected() {
        return;
    }
    let standard = sign.expectation.as_ref().map(|e| in_style_of(&e.preferred(), sign.en));
    let Some(write) = standard.filter(|write| fold(write).starts_with("no")) else { return };
    report.en(&META, sign.words.span(at)).rewrite(sign.en, write);
}
