//! `wording/banned-phrase`: a phrase that is attested as wrong on signs: word-for-word, rude or absurd.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};

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
    examples: &[fires("小心滑倒", "Slide Down Carefully"), good("小心地滑", "CAUTION Wet Floor")],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    report.banned_phrases(&META, sign);
}
