//! `notice/and-for-or`: *No Eating and Drinking* forbids both at once: each is forbidden by *or*.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::wording::{DRINK_ZH, NOT};

pub static META: Meta = Meta {
    code: "notice/and-for-or",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a ban joined by and",
        why: "No Eating and Drinking forbids doing both together. Where each is forbidden, or joins them: No Eating or Drinking.",
    },
    zh: Words {
        summary: "禁止语用 and 并列",
        why: "No Eating and Drinking 只禁止两者同时进行。两者都禁止时应用 or：No Eating or Drinking。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("请勿吸烟、饮食", "No Smoking and Eating", "No Smoking or Eating"),
        bad("禁止攀爬、翻越", "No Climbing and Crossing", "No Climbing or Crossing"),
        good("请勿吸烟、饮食", "No Smoking or Eating"),
        good("禁止酒后驾车", "No Drinking and Driving"),
        good("两种车禁止驶入", "No Entry for Cars and Trucks"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    // Driving is forbidden to those who drank, not each by itself.
    let forbids = sign.zh_holds_any(NOT) && !sign.zh_holds_any(DRINK_ZH);
    if !forbids || sign.is_as_expected() {
        return;
    }
    let english = English::standard();
    for at in 2..sign.words.len().saturating_sub(1) {
        let [no, first, and, second] = [at - 2, at - 1, at, at + 1].map(|i| sign.words.fold(i));
        let acts = |word: &str| word.ends_with("ing") && english.bare_verb(word).is_some();
        if no != "no" || and != "and" || !acts(first) || !acts(second) {
            continue;
        }
        let span = sign.words.span(at);
        let with = sign.in_case_of(&sign.en[span.clone()], "or");
        // Small words are small in headlines.
        let with = if sign.is_all_capitals() { with.to_uppercase() } else { with.to_lowercase() };
        report.en(&META, span).replace(sign.en, with);
    }
}
