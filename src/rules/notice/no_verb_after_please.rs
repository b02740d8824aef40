//! `notice/no-verb-after-please`: *Please the Right Side*, *Please Attention*: a request without its verb.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::wording::{ADDRESSED, BEFORE_NOUN, BEHIND_PLEASE};

pub static META: Meta = Meta {
    code: "notice/no-verb-after-please",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "Please without a verb",
        why: "Please asks the reader to do something, so that a verb follows it: Please Keep to the Right, Please Pay Attention. \
              A noun, an article or a preposition right behind it leaves open what is asked.",
    },
    zh: Words {
        summary: "Please 后没有动词",
        why: "Please 用于请人做某事，后面须有动词：Please Keep to the Right、Please Pay Attention。后面直接跟名词、冠词或介词，读者不知道要做什么。",
    },
    citation: cite("signlint", ""),
    examples: &[
        fires("请靠右侧通行", "Please the Right Side"),
        fires("请注意安全", "Please Safety First"),
        fires("请从侧门进入", "Please From the Side Door"),
        fires("请您文明参观", "Please Politeness in the Museum"),
        good("请靠右侧通行", "Please Keep to the Right"),
        good("请保持安静", "Quiet Please"),
        good("请出示车票", "Tickets Please"),
        good("请入座", "Please Be Seated"),
        good("请注意，此处禁止停车", "Please, No Parking Here"),
        good("各位旅客请注意", "Please Passengers, Note the Time"),
        good("请勿吸烟", "Please No Smoking"),
        good("请保持安静，考试中", "Quiet Please Examination in Progress"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    // Tickets Please, Quiet Please: what is asked for may stand before it.
    if sign.words.len() < 2 || sign.words.fold(0) != "please" || sign.is_as_expected() {
        return;
    }
    let (span, next) = (sign.span(&(0..2)), sign.words.fold(1));
    if !sign.is_only_space(&(0..2)) || report.touches(&sign.words.span(1)) {
        return;
    }
    let english = English::standard();
    let opens_noun = BEFORE_NOUN.contains(&next) || BEHIND_PLEASE.contains(&next);
    // People may be addressed before they are asked; a noun that is known to be no verb asks for nothing.
    let noun = english.is_no_verb(next)
        && !english.parts(next).contains('a')
        && !ADDRESSED.iter().any(|who| english.same_noun(who, next));
    if !opens_noun && !noun {
        return;
    }
    report.en(&META, span).rewrite_surely(sign).done();
}
