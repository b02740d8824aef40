//! `wording/adjective-for-adverb`: *Wash Hands Frequent*, *Drive Careful*: how a thing is done is told by an adverb.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::wording::{BE, MANNER, TAKES_ADJECTIVE};

pub static META: Meta = Meta {
    code: "wording/adjective-for-adverb",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "an adjective where an adverb is due",
        why: "An adjective describes a thing, an adverb how something is done: Wash Hands Frequently, Drive Carefully.",
    },
    zh: Words {
        summary: "该用副词处用了形容词",
        why: "形容词修饰事物，副词说明动作方式：Wash Hands Frequently、Drive Carefully。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("勤洗手", "Wash Hands Frequent", "Wash Hands Frequently"),
        bad("小心驾驶", "Drive Careful", "Drive Carefully"),
        bad("轻拿轻放", "Put It Gentle, Please", "Put It Gently, Please"),
        good("小心", "Be Careful"),
        good("小心驾驶", "Drive Carefully"),
        good("请保持耐心", "Please Keep Calm and Patient"),
        good("请多加小心", "Make Sure You Are Careful"),
        good("小心：湿滑", "Careful: Slippery"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let count = sign.words.len();
    for at in 1..count {
        let word = sign.words.fold(at);
        let Some((_, adverb)) =
            MANNER.iter().filter_map(|pair| pair.split_once(' ')).find(|(manner, _)| *manner == word)
        else {
            continue;
        };
        // It ends its clause, and nothing before it is, keeps or makes something such.
        let span = sign.words.span(at);
        let described = (0..at).any(|i| {
            let before = sign.words.fold(i);
            BE.contains(&before) || TAKES_ADJECTIVE.contains(&before)
        });
        if !sign.ends_clause(at) || described || report.touches(&span) || sign.is_as_expected() {
            continue;
        }
        let with = sign.in_case_of(&sign.en[span.clone()], adverb);
        report.en(&META, span).replace(sign.en, with);
    }
}
