//! `name/missing-generic`: nothing says what the place is: *Health and Peace* for 康宁医院.
//!
//! Hotels, malls, arenas and clubs are known by their brand alone (Hilton Beijing) and are left out.

use crate::align::Fit;
use crate::analyse::{Analysed, Off};
use crate::english::English;
use crate::expect::Role;
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::sign::Kind;
use crate::wording::{NAMED_PLACE, PUBLIC_FACILITY};

pub static META: Meta = Meta {
    code: "name/missing-generic",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "no word says what sort of place it is",
        why: "A name is its specific part and its generic. A hospital or a school without that word in English is a place \
              that no visitor in need of it finds.",
    },
    zh: Words {
        summary: "英文缺少通名",
        why: "名称由专名和通名组成。英文没有 Hospital、School 等通名，需要的人就无从辨认。",
    },
    citation: cite("gbt30240-1", "5.1.2"),
    examples: &[
        fires("北京康宁医院", "Health and Peace"),
        fires("明珠幼儿园", "Pearl"),
        bad("来广公园", "Laiguang", "Laiguang Park"),
        bad("来广购物中心", "Laiguang Shopping", "Laiguang Shopping Center"),
        bad("平谷区财政局", "Pinggu District Finance", "Pinggu District Bureau of Finance"),
        good("北京康宁医院", "Beijing Kangning Hospital"),
        good("清华大学", "Tsinghua"),
        good("同仁医院", "Tongren Hosp."),
        good("中国美术馆", "National Art Museum of China"),
        good("北京鼎石学校", "Keystone Academy"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    // Stations and guide signs name a place for short; a plate names it in full.
    if sign.words.is_empty()
        || matches!(sign.kind, Some(Kind::StationSign | Kind::TrafficGuide | Kind::PlaceNamePlate))
        || sign.is_as_expected()
    {
        return;
    }
    let key = sign.key();
    let Some(generic) = sign.generic() else { return };
    // What is called by a short name of its own is the glossary's affair.
    let whole = generic.zh.len() == key.len();
    if !whole && sign.entries().is_empty() && is_specific_alone(sign, generic) {
        return say(sign, report, generic);
    }
    if !whole && sign.entries().is_empty() && lacks_head(sign, generic) {
        return say(sign, report, generic);
    }
    if whole
        || generic.zh.chars().count() < 2
        || !PUBLIC_FACILITY.contains(&generic.class)
        || !sign.entries().is_empty()
    {
        return;
    }
    let english = English::standard();
    let syllables = sign.syllables();
    let written = |at: usize| syllables.words.iter().any(|r| r.word == at && r.syllables.end == syllables.spoken.len());
    let names_a_place = (0..sign.words.len()).any(|at| {
        let word = sign.words.fold(at);
        let abbreviated = generic.en.split(' ').any(|full| english.same_abbreviated(&full.to_lowercase(), word));
        let any_sort = !lexicon::generics_in_english(word).is_empty();
        written(at) || abbreviated || any_sort || word.len() > 2 && speaks_of(sign, generic, word)
    });
    // A slip may hide the word, and a short form of capitals may hold it: PKU.
    let hidden = sign.words.folds().any(|w| !english.is_word(w)) || sign.is_all_capitals() && sign.words.len() == 1;
    if names_a_place || hidden {
        return;
    }
    say(sign, report, generic);
}

/// The specific name alone, where the kind of place is one that signs name: *Laiguang* for 来广公园.
fn is_specific_alone(sign: &Analysed, generic: &lexicon::Word) -> bool {
    let stands_alone = sign.slots().all(|(slot, fit)| match (slot.role, fit) {
        (Role::Generic | Role::Institution, fit) => *fit == Fit::Missing,
        (_, Fit::Matched { .. }) => true,
        (_, fit) => slot.optional && *fit == Fit::Missing,
    });
    let lacks_generic = sign
        .slots()
        .any(|(slot, _)| matches!(slot.role, Role::Generic | Role::Institution) && slot.zh.end == sign.key().len());
    let romanised = sign.slots().any(|(slot, _)| slot.role == Role::Specific && slot.romanised);
    let nothing_extra = sign.alignment.as_ref().is_some_and(|a| a.extra.is_empty());
    // In pinyin it may be part of the name: Ditan.
    let syllables = sign.syllables();
    let spoken = syllables.words.iter().any(|run| run.syllables.end == syllables.spoken.len());
    !spoken && NAMED_PLACE.contains(&generic.class) && stands_alone && lacks_generic && romanised && nothing_extra
}

/// All words stand but the last one, the head of the generic: *Laiguang Shopping* for 购物中心.
fn lacks_head(sign: &Analysed, generic: &lexicon::Word) -> bool {
    let named = sign.slots().any(|(slot, _)| slot.romanised || slot.role == Role::Region);
    // The describing words of a generic name a place by themselves: Outpatient, Information.
    let head = |due: &str| {
        generic.en.rsplit(' ').next().is_some_and(|head| crate::text::folds_to(head, due))
            && !lexicon::generics_in_english(due).is_empty()
    };
    let sort = |at: usize| !lexicon::generics_in_english(sign.words.fold(at)).is_empty();
    let last = sign.words.len();
    named
        && last > 1
        && !sort(last - 1)
        && sign.one_word_off().iter().any(|one| one.off == Off::Lacking(last) && head(&one.due))
}

fn say(sign: &Analysed, report: &mut Report, generic: &lexicon::Word) {
    let mut say = report.en(&META, 0..sign.en.len()).message(
        format!("no word says that it is {}: “{}”", generic.zh, generic.en),
        format!("英文没有译出“{}”（{}）", generic.zh, generic.en),
    );
    if let Some(write) = sign.preferred() {
        say = say.suggest(write);
    }
    say.done();
}

/// The word renders the generic, or is a sense of a word inside it.
fn speaks_of(sign: &Analysed, generic: &lexicon::Word, word: &str) -> bool {
    let english = English::standard();
    let forms = [generic.en, generic.before].into_iter().chain(generic.allowed.iter().copied());
    let mut words = forms.flat_map(|form| form.split(' ')).map(crate::text::fold);
    let inside = sign.key().len() - generic.zh.len();
    words.any(|w| english.is_kin(&w, word) || w.len() > 4 && word.contains(&w))
        || sign.senses().iter().filter(|s| s.zh.end > inside).flat_map(|s| s.words()).any(|s| english.is_kin(s, word))
}
