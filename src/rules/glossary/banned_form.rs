//! `glossary/banned-form`: the English is one that the glossary records as wrong for this very Chinese.
//!
//! These renderings hang on real signs; each is recorded with what to write instead.

use crate::align::Fit;
use crate::analyse::Analysed;
use crate::expect::Standing;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::in_style_of;

pub static META: Meta = Meta {
    code: "glossary/banned-form",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a rendering recorded as wrong for this Chinese",
        why: "The glossary records renderings that were found on signs and corrected by the standard, the city's \
              campaigns or the owner. The preferred form replaces them.",
    },
    zh: Words {
        summary: "该中文的已知误译",
        why: "词库收录了实际标识上出现、并经标准、专项整治或权属单位纠正的误译，应改用首选译法。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[bad("蓝靛厂", "Liandianchang", "Landianchang"), good("厕所", "Toilet"), good("厕所", "Restroom")],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    for (slot, fit) in sign.slots() {
        let Fit::Matched { form, words } = fit else { continue };
        if slot.forms[*form].standing != Standing::Banned || words.is_empty() {
            continue;
        }
        let write = in_style_of(slot.preferred(), sign.en);
        report
            .en(&META, sign.span(words))
            .message(
                format!(
                    "“{}” is wrong here: the standard writes “{write}”{}",
                    &sign.en[sign.span(words)],
                    sign.project_note(": ")
                ),
                format!("“{}”为误译，标准译法是“{write}”{}", &sign.en[sign.span(words)], sign.project_note("：")),
            )
            .cite(sign.citation(slot))
            .replace(sign.en, write);
    }
}
