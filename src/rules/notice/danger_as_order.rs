//! `notice/danger-as-order`: the warning tells the reader to do what harms: *Press Your Hands*, *To the Water*.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::senses;
use crate::wording::{BEHIND_ORDER, DANGER_ZH, HEED, NEGATIVE, TOWARD};

pub static META: Meta = Meta {
    code: "notice/danger-as-order",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the warning reads as an order",
        why: "小心 before a harm warns of it. Without its CAUTION, Mind or Beware the English tells the reader to do the harm \
              (Press Your Hands) or shows the way to it (To the Water).",
    },
    zh: Words {
        summary: "警示语成了指令",
        why: "“小心夹手”是警示。英文缺少 CAUTION、Mind、Beware 等词，就成了叫人去做（Press Your Hands）或指路（To the Water）。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[
        bad("小心落水", "To the Water", "WARNING Deep Water"),
        bad("小心夹手", "Press Your Hands", "Watch Your Hands"),
        fires("当心碰头", "Bump Your Head"),
        good("小心夹手", "Mind Your Hands"),
        good("小心碰头", "Lower Your Head"),
        good("小心台阶", "Step Down"),
        good("小心落石", "Falling Rocks"),
        good("当心夹手", "Pinch Point"),
        good("小心地滑", "Wet Floor"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.len() < 2 || !DANGER_ZH.iter().any(|mark| sign.zh.starts_with(mark)) || sign.is_as_expected() {
        return;
    }
    let warns = sign.words.folds().any(|word| HEED.contains(&word) || NEGATIVE.contains(&word));
    if warns || sign.is_accepted_wording() || report.has(Level::Warning) {
        return;
    }
    let (first, second) = (sign.words.fold(0), sign.words.fold(1));
    let direction = TOWARD.contains(&first);
    if !(direction || BEHIND_ORDER.contains(&second) && is_harm(sign, first)) {
        return;
    }
    report.en(&META, 0..sign.en.len()).rewrite_surely(sign).done();
}

/// A bare verb that says what the Chinese warns of, and that no rendering of it has.
fn is_harm(sign: &Analysed, word: &str) -> bool {
    let english = English::standard();
    let stem = word.strip_suffix('e').unwrap_or(word);
    let verb = [format!("{word}ing"), format!("{stem}ing")]
        .iter()
        .any(|form| english.bare_verb(form).as_deref() == Some(word) && english.is_word(form));
    let hazard = DANGER_ZH.iter().filter_map(|mark| sign.key().strip_prefix(mark)).min_by_key(|rest| rest.len());
    let meant = hazard.is_some_and(|zh| senses::inside(zh).iter().any(|sense| sense.words().any(|w| w == word)));
    verb && meant && !sign.expected_words().iter().any(|expected| english.is_kin(expected, word))
}
