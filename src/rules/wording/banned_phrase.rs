//! `wording/banned-phrase`: a phrase that is attested as wrong on signs: word-for-word, rude or absurd.

use crate::analyse::Analysed;
use crate::finding::{Citation, Level};
use crate::glossary::sources;
use crate::rules::{FixKind, Meta, Report, Words, fires, cite, good};
use crate::wording;

pub static META: Meta = Meta {
    code: "wording/banned-phrase",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a phrase known to be wrong on signs",
        why: "Phrases that were translated word for word, that insult or that say something absurd have been \
              collected from signs and from the campaigns that removed them. The finding says what to write.",
    },
    zh: Words {
        summary: "标识上常见的错误用语",
        why: "逐字直译、冒犯他人或令人费解的用语，收集自实际标识和历次整治。提示中给出应有写法。",
    },
    citation: cite("gbt30240-1", "4.4"),
    examples: &[fires("小心地滑", "Slip Carefully"), good("小心地滑", "CAUTION Wet Floor")],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    for found in wording::find(sign.zh, sign.en) {
        let banned = found.banned;
        let phrase = &sign.en[found.span.clone()];
        let mut say = report
            .en(&META, found.span.clone())
            .level(banned.level)
            .message(format!("“{phrase}”: {}", banned.advice.0), format!("“{phrase}”：{}", banned.advice.1))
            .cite(Citation { source: sources::label(banned.source).to_owned(), clause: String::new() });
        let whole = sign.expectation.as_ref().filter(|e| e.confidence >= 0.8).and_then(|_| sign.preferred());
        say = match (whole, found.write) {
            (Some(whole), _) => say.rewrite(sign.en, whole),
            (None, Some(write)) => say.replace(sign.en, write),
            (None, None) => say,
        };
        say.done();
    }
}
