//! `pinyin/wrong-division`: a name is cut into its syllables.
//!
//! Only names cut at every syllable are judged: where the parts of a long name divide, official practice differs
//! (Xuanwumen, Xuanwu Men).

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::names::lexicon::{self, Part};
use crate::pinyin::Romaniser;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use std::ops::Range;

pub static META: Meta = Meta {
    code: "pinyin/wrong-division",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a name is cut into syllables",
        why: "The specific part of a name is one word: Wangfujing, not Wang Fu Jing. Cut into syllables it reads as \
              several names.",
    },
    zh: Words {
        summary: "专名按音节断开",
        why: "地名专名部分应连写：Wangfujing，不作 Wang Fu Jing。按音节断开会被当作几个名称。",
    },
    citation: cite("pinyin-1984", "clause 1"),
    examples: &[
        bad("王府井大街", "Wang Fu Jing Street", "Wangfujing Street"),
        bad("什刹海", "Shi Cha Hai", "Shichahai"),
        bad("鼓楼路", "GUL OU LU", "GULOU LU"),
        good("王府井", "Wangfujing"),
        good("望京SOHO", "Wangjing SOHO"),
        good("宣武门", "Xuanwu Men"),
        good("牛街", "Niu Jie"),
        good("老舍故居", "Former Residence of Lao She"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_accepted_wording() {
        return;
    }
    let syllables = sign.syllables();
    if let Some(write) = cut_inside_a_syllable(sign) {
        let message = (format!("the words are cut inside a syllable: “{write}”"), format!("音节被拆断，应为“{write}”"));
        report.en(&META, 0..sign.en.len()).message(message.0, message.1).rewrite(sign.en, write);
        return;
    }
    let single: Vec<_> = syllables.words.iter().filter(|r| r.exact && r.syllables.len() == 1).collect();
    let mut runs: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for r in single {
        match runs.last_mut() {
            Some((words, spoken)) if words.end == r.word && spoken.end == r.syllables.start => {
                words.end += 1;
                spoken.end += 1;
            }
            _ => runs.push((r.word..r.word + 1, r.syllables.clone())),
        }
    }
    for (words, spoken) in runs {
        let zh = &sign.zh[syllables.zh(&spoken)];
        if spoken.len() < 3 || is_person(sign, zh) {
            continue;
        }
        // A generic at the end may stand apart: Wang Fu Jing Jie is Wangfujing Jie.
        let generic = zh.char_indices().next_back().and_then(|(at, _)| lexicon::word(&zh[at..], Part::Generic).map(|_| at));
        let cut = generic.filter(|at| *at > 3 && words.len() > 3).unwrap_or(zh.len());
        let Some(mut write) = Romaniser::standard().word(&zh[..cut]) else { continue };
        if cut < zh.len()
            && let Some(generic) = Romaniser::standard().word(&zh[cut..])
        {
            write = format!("{write} {generic}");
        }
        let span = sign.span(&words);
        let written = &sign.en[span.clone()];
        let write = sign.in_case_of(written, &write);
        report
            .en(&META, span.clone())
            .message(format!("“{written}” is one name: “{write}”"), format!("“{written}”应连写为“{write}”"))
            .replace(sign.en, write);
    }
}

/// What to write where the letters are those of the Chinese and a word ends inside a syllable: *GUL OU LU*.
fn cut_inside_a_syllable(sign: &Analysed) -> Option<String> {
    if sign.words.len() < 2 || sign.words.all_letters() != sign.pinyin_letters() {
        return None;
    }
    let syllables = sign.syllables();
    let whole = (0..sign.words.len()).all(|word| syllables.words.iter().any(|r| r.exact && r.word == word));
    if whole {
        return None;
    }
    let write = sign.expectation.as_ref().and_then(|e| e.with_letters(sign.words.all_letters()));
    let write = write.or_else(|| Romaniser::standard().word(sign.key()))?;
    let write = if sign.is_all_capitals() { write.to_uppercase() } else { write };
    // 望京SOHO: letters of the Chinese that are no pinyin are cut as they are.
    (write != sign.en).then_some(write)
}

/// The name of a person of two characters, or an entry that is written apart.
fn is_person(sign: &Analysed, zh: &str) -> bool {
    sign.context.glossary.get(zh).iter().any(|e| e.forms().any(|(_, text)| text.split(' ').count() >= zh.chars().count()))
}
