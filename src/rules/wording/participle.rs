//! `wording/participle`: the bare verb behind *is*: *is prohibit*, *was give*.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::wording::{BE, SAME_PAST};

pub static META: Meta = Meta {
    code: "wording/participle",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a bare verb behind is or are",
        why: "What is done to a thing stands in the participle: Is Prohibited, Was Given. The bare verb behind a form of be \
              is no English.",
    },
    zh: Words {
        summary: "is、are 后用了动词原形",
        why: "被动语态用过去分词：Is Prohibited、Was Given。be 动词后接动词原形不成英语。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("禁止吸烟", "Smoking Is Prohibit", "Smoking Is Prohibited"),
        bad("此门损坏", "The door is break.", "The door is broken."),
        bad("违者必究", "Violators Will Be Investigate", "Violators Will Be Investigated"),
        good("禁止吸烟", "Smoking Is Prohibited"),
        good("设备停用", "The Device to Be Used Is Over There"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let english = English::standard();
    for at in 0..sign.words.len().saturating_sub(1) {
        if !BE.contains(&sign.words.fold(at)) {
            continue;
        }
        // An adverb may stand between: is strictly prohibit.
        let adverb = at + 2 < sign.words.len() && sign.words.fold(at + 1).ends_with("ly");
        let at = at + 1 + usize::from(adverb);
        let verb = sign.words.fold(at);
        let span = sign.words.span(at);
        let Some(participle) = english.participle(verb) else {
            if english.is_pure_verb(verb)
                && !SAME_PAST.contains(&verb)
                && sign.is_only_space(&(at - 1..at + 1))
                && !report.touches(&span)
            {
                regular(sign, report, at);
            }
            continue;
        };
        let with = sign.in_case_of(&sign.en[span.clone()], participle);
        report.en(&META, span).replace(sign.en, with);
    }
}

/// *Will be investigate*: of a regular verb the participle is its past; of others it is left to the reader.
fn regular(sign: &Analysed, report: &mut Report, at: usize) {
    let english = English::standard();
    let (verb, span) = (sign.words.fold(at), sign.words.span(at));
    let past = format!("{}ed", verb.strip_suffix('e').unwrap_or(verb));
    let say = report.en(&META, span.clone());
    if english.is_word(&past) {
        say.replace(sign.en, sign.in_case_of(&sign.en[span], &past));
    } else {
        say.done();
    }
}
