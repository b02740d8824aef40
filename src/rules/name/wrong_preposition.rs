//! `name/wrong-preposition`: another preposition joins a body to its field: *Bureau in Finance*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text;
use crate::wording::{JOINING, MISJOINED};

pub static META: Meta = Meta {
    code: "name/wrong-preposition",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "another preposition where of or for is due",
        why: "A body is of its field or for it: Bureau of Finance, Administration for Market Regulation. Any other \
              preposition says something else.",
    },
    zh: Words {
        summary: "介词有误，应用 of 或 for",
        why: "机构与其职能之间用 of 或 for：Bureau of Finance、Administration for Market Regulation。换用其他介词，意思就变了。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("平谷区财政局", "Pinggu District Bureau in Finance", "Pinggu District Bureau of Finance"),
        bad(
            "怀柔区渤海镇人民政府",
            "People's Government to Bohai Town, Huairou District",
            "People's Government of Bohai Town, Huairou District",
        ),
        good("平谷区财政局", "Pinggu District Bureau of Finance"),
        good("北京市残疾人联合会", "Beijing Federation for the Disabled"),
        good("法国驻华大使馆", "Embassy of France in China"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let written = |at: &usize| MISJOINED.contains(&sign.words.fold(*at));
    if sign.words.len() < 3 || sign.is_as_expected() || !sign.is_name() {
        return;
    }
    let Some(at) = (1..sign.words.len()).find(written) else { return };
    // All else stands as in some rendering; another rendering may have the preposition.
    let differs_there = |form: &&String| {
        let words = text::Words::of(form);
        words.len() == sign.words.len()
            && JOINING.contains(&words.fold(at))
            && words.folds().zip(sign.words.folds()).enumerate().all(|(i, (due, stands))| i == at || due == stands)
    };
    let Some(write) = sign.whole_texts().iter().find(differs_there) else { return };
    if sign.whole_texts().iter().any(|form| text::Words::of(form).folds().eq(sign.words.folds())) {
        return;
    }
    let span = sign.words.span(at);
    let word = &sign.en[span.clone()];
    let due = text::Words::of(write).fold(at).to_owned();
    report
        .en(&META, span)
        .message(format!("“{word}” should be “{due}”"), format!("“{word}”应为“{due}”"))
        .rewrite(sign.en, write.clone())
        .done();
}
