//! `notice/danger-not-named`: the signal word stands alone: *Caution!* for 小心地滑.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::wording::{DANGER_ZH, HEED, SAFETY_ZH};

pub static META: Meta = Meta {
    code: "notice/danger-not-named",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the danger is not named",
        why: "Caution, Be Careful and Watch Out tell the reader to take care, but not of what. Where the Chinese names the \
              danger, the English must name it too: CAUTION Wet Floor.",
    },
    zh: Words {
        summary: "警示语没有说明危险",
        why: "只写 Caution、Be Careful、Watch Out，读者不知道要小心什么。中文写明了危险的，英文也要写明：CAUTION Wet Floor。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[
        bad("小心地滑", "Caution!", "CAUTION Wet Floor"),
        fires("当心碰头", "Please Be Careful"),
        fires("小心台阶", "Mind the"),
        good("小心地滑", "CAUTION Wet Floor"),
        good("注意安全", "CAUTION"),
        good("小心", "Caution"),
        good("危险", "Danger"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.is_empty() || !DANGER_ZH.iter().any(|mark| sign.zh.starts_with(mark)) || sign.is_as_expected() {
        return;
    }
    let named = DANGER_ZH.iter().filter_map(|mark| sign.key().strip_prefix(mark)).any(|rest| rest.chars().count() > 1);
    if !named || sign.zh_holds_any(SAFETY_ZH) || sign.is_accepted_wording() {
        return;
    }
    let english = English::standard();
    let light = |word: &str| {
        HEED.contains(&word) || english.is_function_word(word) || word == "please" || word == "your" || word == "be"
    };
    if !sign.words.folds().all(light) || !sign.words.folds().any(|word| HEED.contains(&word)) {
        return;
    }
    report.en(&META, 0..sign.en.len()).rewrite_surely(sign).done();
}
