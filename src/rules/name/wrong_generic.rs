//! `name/wrong-generic`: the generic names another sort of place: *School* for 医院.

use crate::align::Fit;
use crate::analyse::Analysed;
use crate::expect::{Origin, Role, Slot};
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::text;
use crate::wording::{BODY, PUBLIC_FACILITY};
use std::ops::Range;

pub static META: Meta = Meta {
    code: "name/wrong-generic",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the generic names another sort of place",
        why: "The generic tells what the place is. Another one sends the reader to a place of another sort.",
    },
    zh: Words {
        summary: "通名有误", why: "通名说明场所的性质。通名译错，读者会以为是另一种场所。"
    },
    citation: cite("gbt30240-1", "5.1.1"),
    examples: &[
        fires("同仁医院", "Tongren School"),
        fires("朝阳公园", "Chaoyang Hospital"),
        bad("宋庄美术馆", "Songzhuang Art Hospital", "Songzhuang Art Museum"),
        bad("富强路", "Fuqiang Nursing Home", "Fuqiang Road"),
        bad("第三幼儿园", "HOSPITAL", "KINDERGARTEN"),
        good("玉泉医院", "Yuquan Hospital, Tsinghua University"),
        good("快速通道", "Express Lane"),
        good("同仁医院", "Tongren Hospital"),
        good("朝阳医院", "Beijing Chaoyang Hospital Emergency"),
        good("平安大街", "Ping'an Avenue"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() || sign.expectation.as_ref().is_none_or(|e| e.origin == Origin::Notice) {
        return;
    }
    let Some(generic) = sign.generic() else { return };
    let Some(last) = sign.words.len().checked_sub(1) else { return };
    if let Some((words, named)) = another_sort(sign) {
        return say(sign, report, generic, words, named);
    }
    let word = sign.words.fold(last);
    // The word must name a sort of place, and none of the sorts that this Chinese may be.
    let named = lexicon::generics_in_english(word);
    // Everything before it must be the name itself, or nothing: then only the generic differs.
    let romanised = || last == 0 || sign.syllables().words.iter().any(|r| r.exact);
    // The generic stands, and what follows says whose it is: …Hospital, Capital Medical University.
    let own = [generic.en].into_iter().chain(generic.allowed.iter().copied());
    let stands =
        own.filter_map(|form| form.rsplit(' ').next()).any(|head| sign.words.folds().any(|w| text::folds_to(head, w)));
    if stands {
        return;
    }
    // A word alone may be another name for the same: Exit for 安全通道.
    let alone = last == 0
        && (!PUBLIC_FACILITY.contains(&generic.class) || named.iter().any(|w| !PUBLIC_FACILITY.contains(&w.class)));
    if alone || named.is_empty() || !romanised() || sign.is_known_form_word(word) {
        return;
    }
    // The right generic stands before it: what follows is another part of the name.
    if (0..last).any(|at| lexicon::generics_in_english(sign.words.fold(at)).iter().any(|w| w.class == generic.class)) {
        return;
    }
    if sign.slots().any(|(_, fit)| matches!(fit, Fit::Matched { words, .. } if words.contains(&last))) {
        return;
    }
    say(sign, report, generic, last..last + 1, named);
}

/// The words that stand where the generic should and name a sort of place: *Fuqiang Nursing Home* for 富强路.
fn another_sort(sign: &Analysed) -> Option<(Range<usize>, &'static [&'static lexicon::Word])> {
    // Facilities without a name of their own have many: a passage may be a lane.
    let named = sign.slots().any(|(slot, _)| slot.romanised && slot.role == Role::Specific);
    let is_generic = |slot: &Slot| matches!(slot.role, Role::Generic | Role::Institution);
    let (_, words) = sign.replaced_slot().filter(|(slot, _)| named && is_generic(slot))?;
    let named = lexicon::generics_in_english(sign.words.letters(words.clone()));
    (words.end == sign.words.len() && !named.is_empty()).then_some((words, named))
}

fn say(sign: &Analysed, report: &mut Report, generic: &lexicon::Word, words: Range<usize>, named: &[&lexicon::Word]) {
    let related = |other: &lexicon::Word| {
        other.class == generic.class || other.allowed.iter().any(|a| generic.allowed.contains(a))
    };
    // Owners call their bodies as they like: 知识产权局 is an Office, 仲裁委员会 a Center.
    let of_one_kind = BODY.contains(&generic.class) && named.iter().all(|w| BODY.contains(&w.class));
    if of_one_kind || named.iter().any(|w| related(w)) {
        return;
    }
    // One character has many senses (堂 is a hall, and a church), but those that plates write in pinyin have one.
    let level = if generic.zh.chars().count() == 1 && !generic.plate { Level::Info } else { META.level };
    let span = sign.span(&words);
    let written = &sign.en[span.clone()];
    // Art Center for 美术馆 keeps its Art: of Art Museum only what is not there yet is written.
    let before = words.start.checked_sub(1).map(|at| sign.words.fold(at));
    let (first, behind) = generic.en.split_once(' ').unwrap_or((generic.en, ""));
    let rest =
        if behind.is_empty() || before.is_none_or(|word| !text::folds_to(first, word)) { generic.en } else { behind };
    report
        .en(&META, span)
        .level(level)
        .message(
            format!("“{written}” is not what {} is: “{}”", generic.zh, generic.en),
            format!("“{written}”与通名“{}”不符，应为“{}”", generic.zh, generic.en),
        )
        .replace(sign.en, sign.in_case_of(written, rest));
}
