//! `notice/noun-before-article`: *Attention the Steps*, *Caution Your Head*: the word that warns is no verb.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::wording::{BE, BEFORE_NOUN, DANGER_ZH, MODAL};

pub static META: Meta = Meta {
    code: "notice/noun-before-article",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a noun right before the or your",
        why: "Attention and Caution are nouns: the danger stands behind them by itself, without an article. What the reader must \
              mind takes a verb: Mind Your Head, Watch the Step.",
    },
    zh: Words {
        summary: "名词后直接跟了 the、your",
        why: "Attention、Caution 是名词，后面直接写危险内容，不加冠词；要人留意某物时用动词：Mind Your Head、Watch the Step。",
    },
    citation: cite("signlint", ""),
    examples: &[
        fires("小心台阶", "Attention the Steps"),
        fires("小心碰头", "Caution Your Head"),
        fires("注意安全", "Safety the First"),
        good("小心台阶", "Mind the Step"),
        good("小心碰头", "CAUTION Mind Your Head"),
        good("注意，电梯停用", "Attention: The Elevator Is Out of Order"),
        good("危险！冰很薄", "DANGER\nThe Ice Is Thin"),
        good("注意：地面湿滑", "CAUTION THE FLOOR IS WET"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.len() < 2 || sign.is_as_expected() || !BEFORE_NOUN.contains(&sign.words.fold(1)) {
        return;
    }
    let warns = sign.zh_holds_any(DANGER_ZH);
    let lead = sign.words.fold(0);
    let english = English::standard();
    let noun = english.is_no_verb(lead) && english.parts(lead).contains('n') || lead == "caution";
    let between = &sign.en[sign.words.span(0).end..sign.words.span(1).start];
    // With a verb behind it a sentence of its own begins there.
    let sentence = sign.words.folds().skip(2).any(|word| BE.contains(&word) || MODAL.contains(&word));
    let span = sign.span(&(0..2));
    if !warns || !noun || sentence || between != " " || report.touches(&span) {
        return;
    }
    report.en(&META, span).rewrite_surely(sign).done();
}
