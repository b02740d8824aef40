//! `glossary/deprecated-form`: an older official form, since replaced.
//!
//! Such signs were right when they were made. They are explained, not refused.

use crate::align::Fit;
use crate::analyse::Analysed;
use crate::expect::Standing;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::in_style_of;

pub static META: Meta = Meta {
    code: "glossary/deprecated-form",
    level: Level::Info,
    fix: FixKind::Suggested,
    en: Words {
        summary: "an older official form, since replaced",
        why: "An earlier edition of the standard or an earlier practice of the owner wrote it so. It is no mistake of \
              the sign-maker; a new sign takes the current form.",
    },
    zh: Words {
        summary: "旧版官方译法，已被取代",
        why: "旧版标准或权属单位此前采用此译法，并非制作错误；新制标识应采用现行译法。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[bad("爬坡车道", "Steep Grade", "Climbing Lane"), good("爬坡车道", "Climbing Lane")],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    for (slot, fit) in sign.slots() {
        let Fit::Matched { form, words } = fit else { continue };
        if slot.forms[*form].standing != Standing::Deprecated || words.is_empty() {
            continue;
        }
        let write = in_style_of(slot.preferred(), sign.en);
        report
            .en(&META, sign.span(words))
            .message(
                format!("“{}” is an older form; now “{write}”{}", &sign.en[sign.span(words)], sign.project_note(": ")),
                format!("“{}”为旧译，现行译法是“{write}”{}", &sign.en[sign.span(words)], sign.project_note("：")),
            )
            .cite(sign.citation(slot))
            .replace(sign.en, write);
    }
}
