//! `pinyin/other-syllable`: all of a name stands but its specific part, which has a syllable less or another one: *Zhu
//! Street* for 朱雀大街.

use crate::analyse::{Analysed, Off};
use crate::expect::Role;
use crate::finding::Level;
use crate::pinyin::{self, Comparison, Romaniser};
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text;

pub static META: Meta = Meta {
    code: "pinyin/other-syllable",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a syllable of the name is missing or another one",
        why: "Each character of a name has its syllable. With one less, or another in its place, the English is the name of \
              another place.",
    },
    zh: Words {
        summary: "专名漏了音节，或音节不同",
        why: "专名一字一音。漏一个音节，或换了一个音节，就成了另一个地名。",
    },
    citation: cite("place-names-2022", ""),
    examples: &[
        bad("朱桐大街", "Zhu St", "Zhutong St"),
        bad("三义中街", "Sanya Middle St", "Sanyi Middle St"),
        bad("白云三巷", "Boyun 3rd Alley", "Baiyun 3rd Alley"),
        good("朱桐大街", "Zhutong Street"),
        good("牛街", "Niu Street"),
    ],
};

/// Letters of the shortest word that may be a name.
const SHORTEST: usize = 2;

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.len() < 2 || sign.is_as_expected() || !sign.entries().is_empty() {
        return;
    }
    let due: Vec<String> = sign
        .slots()
        .filter(|(slot, _)| {
            slot.romanised && slot.role == Role::Specific && slot.zh.len() > 3 && !slot.preferred().contains(' ')
        })
        .map(|(slot, _)| text::fold(slot.preferred()))
        .collect();
    if due.is_empty() {
        return;
    }
    let found = sign.one_word_off().iter().find_map(|one| match one.off {
        Off::Other(at) if due.contains(&one.due) && is_like(sign, &one.due, sign.words.fold(at)) => Some((at, one)),
        _ => None,
    });
    let Some((at, one)) = found else { return };
    let span = sign.words.span(at);
    if report.touches(&span) {
        return;
    }
    let with = sign.in_case_of(&sign.en[span.clone()], &one.due);
    let written = &sign.en[span.clone()];
    report
        .en(&META, span)
        .message(format!("“{written}” is another name: “{with}”"), format!("“{written}”与专名读音不符，应为“{with}”"))
        .rewrite(sign.en, one.write.clone())
        .done();
}

/// Pinyin that begins or ends as the name does and is shorter, that is one letter off, or that has another syllable at
/// one end.
fn is_like(sign: &Analysed, due: &str, word: &str) -> bool {
    let part = word.len() < due.len() && (due.starts_with(word) || due.ends_with(word));
    let near = || crate::english::distance::within(due, word, 1);
    word.len() >= SHORTEST && pinyin::splits(word) && (part || near() || is_other_end(sign, due, word))
}

/// Two syllables, of which one is the name's: *Boyun* for 白云. Another reading of the characters may be the owner's.
fn is_other_end(sign: &Analysed, due: &str, word: &str) -> bool {
    let spoken = &sign.syllables().spoken;
    spoken.windows(2).any(|pair| {
        let (first, second) = (pair[0].letters.as_str(), pair[1].letters.as_str());
        let is_name = due.strip_prefix(first) == Some(second);
        let other = [word.strip_suffix(second), word.strip_prefix(first)]
            .into_iter()
            .flatten()
            .find(|rest| pinyin::is_syllable(rest));
        let zh = pair[0].zh.start..pair[1].zh.end;
        is_name && other.is_some() && !may_be_reading(sign, &sign.zh[zh], word)
    })
}

/// The characters may be read so, and no dictionary has them as a word that is read otherwise.
fn may_be_reading(sign: &Analysed, zh: &str, word: &str) -> bool {
    let is_word = sign.senses().iter().any(|sense| sign.key().get(sense.zh.clone()) == Some(zh));
    !is_word && Romaniser::standard().compare(zh, word) == Comparison::OtherReading
}
