//! `wording/bare-verb`: a bare verb stands where its -ing form or its noun describes a thing: *Smoke Room*.

use crate::analyse::Analysed;
use crate::english::English;
use crate::expect::Standing;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::{self, in_style_of};

pub static META: Meta = Meta {
    code: "wording/bare-verb",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a bare verb describes a thing",
        why: "What a room or a thing is for is told by the -ing form or a noun: Smoking Room, Injection Room, Drinking Water. \
              Chinese has one form for all of them; English has not.",
    },
    zh: Words {
        summary: "用动词原形作定语",
        why: "说明用途时用 -ing 形式或名词作定语：Smoking Room、Injection Room、Drinking Water。中文动词无词形变化，英文则须变化。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("吸烟室", "Smoke Room", "Smoking Room"),
        bad("注射室", "Inject Room", "Injection Room"),
        good("吸烟室", "Smoking Lounge"),
        good("售票处", "Ticket Office"),
        good("停车场", "Car Park"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let count = sign.words.len();
    if count < 2 || sign.is_accepted_wording() {
        return;
    }
    let meant = sign.listed_before(Standing::Deprecated).find_map(|form| Some((form, bare(sign, &text::Words::of(form))?)));
    let Some((form, at)) = meant else { return };
    let span = sign.words.span(at);
    let written = &sign.en[span.clone()];
    let write = in_style_of(form, sign.en);
    report
        .en(&META, span)
        .message(format!("“{written}” is a bare verb: “{write}”"), format!("“{written}”是动词原形，应为“{write}”"))
        .rewrite(sign.en, write);
}

/// The one word of the sign that is the bare verb of the form's, all others being the form's; never the last one.
fn bare(sign: &Analysed, form: &text::Words) -> Option<usize> {
    let english = English::standard();
    let count = sign.words.len();
    if form.len() != count {
        return None;
    }
    let mut others = (0..count).filter(|at| !english.same_noun(form.fold(*at), sign.words.fold(*at)));
    let at = others.next().filter(|at| at + 1 < count)?;
    let (meant, written) = (form.fold(at), sign.words.fold(at));
    let is_verb_of = english.bare_verb(meant).as_deref() == Some(written) || meant.strip_suffix("ion") == Some(written);
    (others.next().is_none() && is_verb_of).then_some(at)
}
