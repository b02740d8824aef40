//! `wording/verb-after-preposition`: a sentence that begins *For is your convenience*: a preposition takes no verb.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::wording::{BE, PREPOSITION};

pub static META: Meta = Meta {
    code: "wording/verb-after-preposition",
    level: Level::Warning,
    fix: FixKind::None,
    en: Words {
        summary: "is or are right behind a preposition",
        why: "Behind for, of, with or from stands a thing, not a verb: For Your Convenience. The text was put together word \
              by word.",
    },
    zh: Words {
        summary: "介词后直接跟了 is、are",
        why: "for、of、with、from 等介词后应接名词：For Your Convenience。这类句子多是逐字拼凑。",
    },
    citation: cite("signlint", ""),
    examples: &[
        fires("为了您的方便", "For is your convenience"),
        fires("来自大自然", "Water From Is Nature"),
        good("为了您的方便", "For Your Convenience"),
        good("这是做什么用的", "What It Is For Is Written Here"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    // "What it is for is …": a question word before it makes it a clause.
    for at in 0..sign.words.len().saturating_sub(1) {
        let [first, second] = [at, at + 1].map(|i| sign.words.fold(i));
        let clause = || (0..at).any(|i| sign.words.fold(i).starts_with("wh") || sign.words.fold(i) == "how");
        if PREPOSITION.contains(&first) && BE.contains(&second) && !clause() {
            report.en(&META, sign.span(&(at..at + 2))).done();
        }
    }
}
