//! `pinyin/other-name`: the English is pinyin of something else: *Xidan* on a sign for 王府井.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::pinyin;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::has_han;

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
        good("王府井", "Wangfujing"),
        good("清华大学", "Tsinghua"),
        good("香港", "Hong Kong"),
        good("太极拳", "Tai Chi"),
    ],
};

/// Fewest letters of which it can be told that they are pinyin and no English.
const FEWEST: usize = 5;

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() || sign.words.is_empty() || !has_han(sign.zh) || sign.words.all_letters().len() < FEWEST {
        return;
    }
    // Cheapest first: most signs write some character in pinyin, or hold an English word.
    let syllables = sign.syllables();
    if !syllables.words.is_empty() {
        return;
    }
    let english = English::standard();
    let foreign = |w: &str| !english.is_word(w) || english.is_pinyin_name(w);
    let is_pinyin = |w: &str| (pinyin::is_syllable(w) || foreign(w)) && pinyin::splits(w);
    // Short English words are syllables too (to, men, an): at least one word must be no English.
    if !sign.words.folds().any(foreign) || !sign.words.folds().all(is_pinyin) {
        return;
    }
    let spoken = |letters: &str| syllables.spoken.iter().any(|s| letters.contains(s.letters.as_str()));
    if sign.words.folds().any(spoken) {
        return;
    }
    if sign.words.folds().any(|w| sign.is_known_form_word(w)) {
        return;
    }
    let mut say = report.en(&META, 0..sign.en.len());
    if let Some(write) = sign.preferred() {
        say = say.rewrite(sign.en, write);
    }
    say.done();
}
