//! `pinyin/other-name`: the English is pinyin of something else: *Xidan* on a sign for 王府井.

use crate::analyse::Analysed;
use crate::english::English;
use crate::expect::Role;
use crate::finding::Level;
use crate::pinyin;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::text::has_han;
use std::ops::Range;

pub static META: Meta = Meta {
    code: "pinyin/other-name",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "pinyin of another name",
        why: "Every word is pinyin, and none of them writes a character of this Chinese: the English belongs to \
              another sign, or was taken over from a neighbouring row.",
    },
    zh: Words {
        summary: "拼音与中文不是同一名称",
        why: "英文全为拼音，却与该中文的读音无一相合：多半是别处的译名，或错行。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("王府井", "Xidan"),
        fires("小营方向", "Nanzhan"),
        bad("富强路", "Yuanda Road", "Fuqiang Rd"),
        good("王府井", "Wangfujing"),
        good("清华大学", "Tsinghua"),
        good("香港", "Hong Kong"),
        good("太极拳", "Tai Chi"),
        good("面包房", "Bakehouse"),
    ],
};

/// Fewest letters of which it can be told that they are pinyin and no English.
const FEWEST: usize = 5;

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() || !has_han(sign.zh) || sign.words.all_letters().len() < FEWEST {
        return;
    }
    let Some(words) = whole(sign).or_else(|| specific(sign)) else { return };
    let mut say = report.en(&META, sign.span(&words));
    if let Some(write) = sign.preferred() {
        say = say.rewrite(sign.en, write);
    }
    say.done();
}

/// Every word, where each is pinyin and none writes a character of the Chinese.
fn whole(sign: &Analysed) -> Option<Range<usize>> {
    // Cheapest first: most signs write some character in pinyin, or hold an English word.
    let all = 0..sign.words.len();
    (sign.syllables().words.is_empty() && is_of_another(sign, &all)).then_some(all)
}

/// The words that stand where the specific name should, all else being right: *Yuanda Road* for 富强路.
fn specific(sign: &Analysed) -> Option<Range<usize>> {
    let (slot, words) = sign.replaced_slot()?;
    let judged = slot.romanised && slot.role == Role::Specific && sign.words.letters(words.clone()).len() >= FEWEST;
    (judged && is_of_another(sign, &words)).then_some(words)
}

/// The words are pinyin, no English and no word of a rendering, and share no syllable with the Chinese.
fn is_of_another(sign: &Analysed, words: &Range<usize>) -> bool {
    let english = English::standard();
    let folds = || words.clone().map(|at| sign.words.fold(at));
    let foreign = |w: &str| !english.is_word(w) && !english.is_rare_word(w) || english.is_pinyin_name(w);
    let is_pinyin = |w: &str| (pinyin::is_syllable(w) || foreign(w)) && pinyin::splits(w);
    let spoken = |w: &str| sign.syllables().spoken.iter().any(|s| w.contains(s.letters.as_str()));
    // Short English words are syllables too (to, men, an): at least one word must be no English.
    folds().any(foreign)
        && folds().all(is_pinyin)
        && !folds().any(spoken)
        && !folds().any(|w| sign.is_known_form_word(w))
}
