//! `pinyin/wrong-division`: a name is cut into its syllables.
//!
//! Only names cut at every syllable are judged: where the parts of a long name divide, official practice differs
//! (Xuanwumen, Xuanwu Men).

use crate::analyse::Analysed;
use crate::expect::{Role, Slot};
use crate::finding::Level;
use crate::names::lexicon::{self, Part};
use crate::pinyin::Romaniser;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::is_han;
use crate::wording::{BRANDED, OWNER, SELF_NAMED};
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
        bad("东风路", "DONGF ENG LU", "DONGFENG LU"),
        bad("松山公园", "Beijing Song Shan Gong Yuan", "Beijing Songshan Gongyuan"),
        bad("来广公园", "Lai Guang Park", "Laiguang Park"),
        bad("永华路", "Yong Hua Road", "Yonghua Road"),
        bad("长安街", "Chang an Avenue", "Chang'an Avenue"),
        bad("望江北路", "WANG JIANG BEI LU", "WANGJIANG BEI LU"),
        bad("河北博物院", "He Bei Museum", "Hebei Museum"),
        good("王府井", "Wangfujing"),
        good("望京SOHO", "Wangjing SOHO"),
        good("宣武门", "Xuanwu Men"),
        good("牛街", "Niu Jie"),
        bad("清河派出所", "Qin Ghe Police Station", "Qinghe Police Station"),
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
    if let Some((words, write)) = name_cut_inside_a_syllable(sign) {
        let span = sign.span(&words);
        let written = sign.en[span.clone()].to_owned();
        let message = (
            format!("“{written}” is cut inside a syllable: “{write}”"),
            format!("“{written}”音节被拆断，应为“{write}”"),
        );
        report.en(&META, span).message(message.0, message.1).replace(sign.en, sign.in_case_of(&written, &write));
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
        let apart = spoken.len() < 3 && !is_one_name(sign, zh);
        if spoken.len() < 2 || apart || is_person(sign, zh) {
            continue;
        }
        // A generic at the end may stand apart: Wang Fu Jing Jie is Wangfujing Jie.
        let generic = lexicon::generics_at_end(zh).next().map(|generic| zh.len() - generic.zh.len());
        let cut = generic.filter(|at| *at > 3 && words.len() > 3).unwrap_or(zh.len());
        let Some(mut write) = Romaniser::standard().word(&zh[..cut]) else { continue };
        if cut < zh.len()
            && let Some(generic) = Romaniser::standard().word(&zh[cut..])
        {
            write = format!("{write} {generic}");
        }
        let span = sign.span(&words);
        let written = &sign.en[span.clone()];
        let whole = sign
            .preferred()
            .filter(|whole| words.len() == sign.words.len() && crate::text::fold(whole) == crate::text::fold(&write));
        let whole = direction_apart(sign, &words, written).or(whole);
        let write = whole.unwrap_or_else(|| sign.in_case_of(written, &write));
        report
            .en(&META, span.clone())
            .message(format!("“{written}” is one name: “{write}”"), format!("“{written}”应连写为“{write}”"))
            .replace(sign.en, write);
    }
}

/// The specific name in one word and the rest as it stands, where a rendering has it so: *Hua Yuan Bei Lu* is
/// *Huayuan Bei Lu* or *Huayuan Beilu*, and the sign has made its choice.
fn direction_apart(sign: &Analysed, words: &Range<usize>, written: &str) -> Option<String> {
    let (slot, _) =
        sign.slots().find(|(slot, _)| slot.romanised && slot.role == Role::Specific && slot.zh.start == 0)?;
    let count = sign.key()[slot.zh.clone()].chars().count();
    if words.start > 0 || words.len() != sign.words.len() || count < 2 || count >= words.len() {
        return None;
    }
    let rest = &sign.en[sign.words.span(count).start..];
    let text = format!("{} {rest}", sign.in_case_of(written, slot.preferred()));
    sign.accepts(&text).then_some(text)
}

/// What to write where the letters are those of the Chinese and a word ends inside a syllable: *GUL OU LU*.
fn cut_inside_a_syllable(sign: &Analysed) -> Option<String> {
    if sign.words.len() < 2 || !sign.key().chars().all(is_han) || sign.words.all_letters() != sign.pinyin_letters() {
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

/// *Qin Ghe Park*: two words are together the specific name, and one of them is no pinyin.
fn name_cut_inside_a_syllable(sign: &Analysed) -> Option<(Range<usize>, String)> {
    if sign.words.len() < 3 {
        return None;
    }
    let names = sign
        .slots()
        .filter(|(slot, _)| slot.romanised && slot.role == Role::Specific && !slot.preferred().contains(' '));
    let mut names = names.map(|(slot, _)| slot.preferred());
    names.find_map(|name| {
        let letters = crate::text::fold(name);
        let words = (0..sign.words.len() - 1)
            .map(|at| at..at + 2)
            .find(|words| sign.words.letters(words.clone()) == letters)?;
        let cut = words.clone().any(|word| crate::pinyin::split(sign.words.fold(word)).is_none());
        cut.then(|| (words, name.to_owned()))
    })
}

/// Two characters that a name holds as its specific part, written as one word beside a generic in English.
fn is_one_name(sign: &Analysed, zh: &str) -> bool {
    let one_word = |slot: &Slot| slot.romanised && slot.role == Role::Specific && !slot.preferred().contains(' ');
    // Owners write their brands as they like; places hold to the rules. A park or a school may be named after a person.
    let place = sign
        .generic()
        .is_some_and(|generic| generic.plate || !is_of_an_owner(generic) && !Romaniser::standard().is_person(zh));
    // An entry need not tell its parts: a word of its English is one word.
    let listed = || {
        sign.key().starts_with(zh)
            && Romaniser::standard().letters(zh).is_some_and(|letters| sign.is_known_form_word(&letters))
    };
    // A province or a city is one word everywhere: Hebei.
    let region = || lexicon::word(zh, Part::Region).zip(Romaniser::standard().letters(zh));
    if sign.key().starts_with(zh)
        && region().is_some_and(|(region, letters)| crate::text::fold(region.en).starts_with(&letters))
    {
        return true;
    }
    place && (sign.slots().any(|(slot, _)| one_word(slot) && sign.key().get(slot.zh.clone()) == Some(zh)) || listed())
}

/// Shops, hotels, companies, galleries: their names are brands.
fn is_of_an_owner(generic: &lexicon::Word) -> bool {
    OWNER.contains(&generic.class) || BRANDED.contains(&generic.class) || SELF_NAMED.contains(&generic.class)
}

/// The name of a person of two characters, or an entry that is written apart.
fn is_person(sign: &Analysed, zh: &str) -> bool {
    sign.context
        .glossary
        .get(zh)
        .iter()
        .any(|e| e.forms().any(|(_, text)| text.split(' ').count() >= zh.chars().count()))
}
