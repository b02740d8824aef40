//! `wording/head-first`: the word that says what it is stands before the words that say which one: *Entrance Group*.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text;
use crate::wording::{BRANDED, JOINING, PREPOSITION};

pub static META: Meta = Meta {
    code: "wording/head-first",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the words stand in the wrong order",
        why: "In English the word that says what a thing is comes last, behind the words that say which one: Group Entrance, \
              Kangning Hospital. The words on the sign are the right ones; only their order is not.",
    },
    zh: Words {
        summary: "英文词序颠倒",
        why: "英文中心词在后，修饰词在前：Group Entrance、Kangning Hospital。标识用词无误，只是词序颠倒。",
    },
    citation: cite("gbt30240-1", "5.1.1"),
    examples: &[
        bad("团体入口", "Entrance Group", "Group Entrance"),
        bad("会议室", "Room Meeting", "Meeting Room"),
        bad("北京同仁医院", "Hospital Beijing Tongren", "Beijing Tongren Hospital"),
        bad("建国门外大街", "Street Jianguomenwai", "Jianguomenwai Street"),
        bad("清河中学", "School Middle Qinghe", "Qinghe Middle School"),
        good("团体入口", "Group Entrance"),
        good("剩余车位", "Spaces Available"),
        good("北京大学东门", "East Gate of Peking University"),
        good("第一教学楼", "Teaching Building No. 1"),
        good("北京建国饭店", "Jianguo Hotel Beijing"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let count = sign.words.len();
    let plain = |text: &str| text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '\'' | '’'));
    // Behind a preposition stands what describes the head: Center of Innovation.
    let joined = sign.words.folds().any(|word| JOINING.contains(&word) || PREPOSITION.contains(&word));
    if count < 2 || joined || !plain(sign.en) || is_branded(sign) {
        return;
    }
    let mut written: Vec<&str> = sign.words.folds().collect();
    let last = written[count - 1];
    written.sort_unstable();
    // The same words take the same room, whatever their order.
    let same_words = |form: &str| form.len() == sign.en.trim().len() && plain(form);
    let moved = sign.whole_texts().iter().filter(|form| same_words(form)).find(|form| {
        let form = text::Words::of(form);
        let mut words: Vec<&str> = form.folds().collect();
        let head = words.last().copied().unwrap_or_default();
        words.sort_unstable();
        words == written && head != last && is_noun(head)
    });
    let Some(write) = moved.filter(|_| !sign.accepts(sign.en)) else { return };
    report
        .en(&META, 0..sign.en.len())
        .message(format!("the order of the words: “{write}”"), format!("词序应为“{write}”"))
        .rewrite(sign.en, write.as_str())
        .done();
}

/// Hotels and malls put their place before or behind their brand, as the owner likes: Jianguo Hotel Beijing.
fn is_branded(sign: &Analysed) -> bool {
    sign.generic().is_some_and(|generic| BRANDED.contains(&generic.class))
}

/// Words that may stand behind what they describe (Spaces Available) are no heads.
fn is_noun(word: &str) -> bool {
    let english = English::standard();
    let describes = ["able", "ible", "ed", "ly", "ing"].iter().any(|ending| word.ends_with(ending));
    !describes
        && (word.len() > 2 || english.is_abbreviation(word))
        && !english.is_function_word(word)
        && english.participle(word).is_none()
}
