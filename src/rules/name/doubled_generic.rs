//! `name/doubled-generic`: the generic stands in pinyin and again in English: *Fucheng Lu Road*.

use crate::analyse::{Analysed, Off, Romanised};
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "name/doubled-generic",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the generic name stands twice",
        why: "The generic is written once: in English (Fucheng Road) or, on nameplates, in pinyin (Fucheng Lu). Only a \
              specific name of one syllable takes the generic into its pinyin (Niujie Street).",
    },
    zh: Words {
        summary: "通名重复",
        why: "通名只写一次：或用英文（Fucheng Road），或在地名牌上用拼音（Fucheng Lu）。只有单音节专名才把通名并入拼音（Niujie Street）。",
    },
    citation: cite("gbt30240-1", "5.1.1"),
    examples: &[
        bad("阜成路", "Fucheng Lu Road", "Fucheng Road"),
        bad("同仁医院", "Tongren Yiyuan Hospital", "Tongren Hospital"),
        bad("北海", "Beihai Hai Lake", "Beihai Lake"),
        bad("来广立交桥", "Laiguang Qiao Bridge", "Laiguang Bridge"),
        bad("来广路", "Laiguang Avenue Road", "Laiguang Road"),
        bad("来广路", "Laiguang Avenue Rd", "Laiguang Rd"),
        good("北海海滨", "Beihai Haibin"),
        good("新首钢地铁站", "Xinshougang (Shougang Park) Station"),
        good("牛街", "Niujie Street"),
        good("阜成路", "Fucheng Road"),
        good("香山", "Xiangshan Hill"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.len() < 2 {
        return;
    }
    said_again(sign, report);
    let Some(generic) = sign.generic() else { return };
    in_english(sign, generic, report);
    let count = generic.zh.chars().count();
    let syllables = sign.syllables();
    let end = syllables.spoken.len();
    if end < count + 2 {
        return;
    }
    // The generic must stand as a word of its own: Xiangshan Hill and Zhengyangmen Gate are right.
    // Of 立交桥 or 大街 the last syllable alone may stand: Laiguang Qiao Bridge.
    let closes = |r: &&Romanised| r.exact && r.syllables.end == end && r.syllables.start >= end - count;
    let Some(pinyin) = syllables.words.iter().find(closes) else { return };
    let after = pinyin.word + 1;
    let english =
        [generic.en].into_iter().chain(generic.allowed.iter().copied()).chain(generic.abbreviations.iter().copied());
    let doubled = after < sign.words.len()
        && english.into_iter().any(|form| crate::text::fold(form).starts_with(sign.words.fold(after)));
    if !doubled || !syllables.words.iter().any(|r| r.word < pinyin.word) {
        return;
    }
    tell(sign, report, pinyin.word, generic.zh);
}

/// The last syllables of a name stand again as a word before an English generic: *Beihai Hai Lake*.
fn said_again(sign: &Analysed, report: &mut Report) {
    let syllables = sign.syllables();
    for pair in syllables.words.windows(2) {
        let [name, again] = pair else { continue };
        let inside = name.syllables.end == again.syllables.end && name.syllables.start < again.syllables.start;
        let next = again.word + 1;
        if !name.exact || !again.exact || name.word + 1 != again.word || !inside || next >= sign.words.len() {
            continue;
        }
        // Another name in brackets says it anew: Xinshougang (Shougang Park).
        let touch = |at: usize| sign.en[sign.words.span(at).end..sign.words.span(at + 1).start] == *" ";
        if !touch(name.word) || !touch(again.word) {
            continue;
        }
        if !lexicon::generics_in_english(sign.words.fold(next)).is_empty() {
            tell(sign, report, again.word, &sign.zh[syllables.zh(&again.syllables)]);
        }
    }
}

/// Two words for one sort of place side by side, and the name is whole without the first: *Laiguang Avenue Road*.
fn in_english(sign: &Analysed, generic: &lexicon::Word, report: &mut Report) {
    let head = |at: usize| lexicon::generics_in_english(sign.words.fold(at));
    let of_one_class = |at: usize| head(at).iter().any(|word| word.class == generic.class);
    let last = sign.words.len() - 1;
    if last < 2 || !(last - 1..=last).any(of_one_class) || !sign.is_name() {
        return;
    }
    let added = |off: Off| matches!(off, Off::Added(at) if at + 1 >= last && of_one_class(at));
    let Some(one) = sign.one_word_off().iter().find(|one| added(one.off)) else { return };
    let Off::Added(at) = one.off else { return };
    let span = sign.words.span(at);
    let word = &sign.en[span.clone()];
    report
        .en(&META, span)
        .message(format!("“{word}” says {} again", generic.zh), format!("“{word}”与通名重复"))
        .rewrite(sign.en, one.write.clone())
        .done();
}

fn tell(sign: &Analysed, report: &mut Report, at: usize, zh: &str) {
    let span = sign.words.span(at).start..sign.words.span(at + 1).start;
    let word = sign.en[sign.words.span(at)].to_owned();
    report
        .en(&META, span)
        .message(format!("“{word}” says {zh} again"), format!("“{word}”与英文通名重复"))
        .replace(sign.en, "");
}
