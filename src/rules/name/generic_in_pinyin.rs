//! `name/generic-in-pinyin`: the generic name of a facility is left in pinyin.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good, good_as};
use crate::sign::Kind;
use crate::wording::{AUTHORITY, FACILITY};
use std::ops::Range;

pub static META: Meta = Meta {
    code: "name/generic-in-pinyin",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a generic name left in pinyin",
        why: "The specific name is pinyin, the generic is English: Tongren Hospital, not Tongren Yiyuan. In pinyin the \
              generic tells the reader nothing. Streets and stations keep their own rule.",
    },
    zh: Words {
        summary: "通名用了拼音",
        why: "场所名称的专名用拼音，通名用英文：Tongren Hospital，不作 Tongren Yiyuan。通名用拼音，外国读者无从理解。道路、车站另有规定。",
    },
    citation: cite("gbt30240-1", "5.1.1"),
    examples: &[
        fires("同仁医院", "Tongren Yiyuan"),
        bad("海淀图书馆", "Haidian Tushuguan", "Haidian Library"),
        bad("保定火车站", "Baoding Huochezhan", "Baoding Railway Station"),
        fires("海淀图书馆", "Hai Dian Tu Shu Guan"),
        good("同仁医院", "Tongren Hospital"),
        good("长安街", "Chang'an Jie"),
        good_as(Kind::StationSign, "国家图书馆", "Guojia Tushuguan"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if matches!(sign.kind, Some(Kind::PlaceNamePlate | Kind::StationSign | Kind::TrafficGuide)) || sign.is_as_expected()
    {
        return;
    }
    let key = sign.key();
    let Some(generic) = sign.generic() else { return };
    let judged = [FACILITY, AUTHORITY].iter().any(|classes| classes.contains(&generic.class));
    if !judged || generic.zh.chars().count() < 2 || generic.zh.len() == key.len() {
        return;
    }
    let in_full = sign.words.all_letters() == sign.pinyin_letters();
    let at_end = written_in_pinyin(sign, generic.zh.chars().count());
    let Some(words) = at_end.or_else(|| in_full.then_some(0..sign.words.len())) else { return };
    let span = sign.span(&words);
    let word = &sign.en[span.clone()];
    let mut say = report.en(&META, span.clone()).message(
        format!("“{word}” leaves {} in pinyin: “{}”", generic.zh, generic.en),
        format!("“{word}”的通名“{}”应译作“{}”", generic.zh, generic.en),
    );
    say = match sign.preferred() {
        // All of it is pinyin: then the whole is rendered anew.
        Some(write) if in_full || words.is_empty() => say.rewrite(sign.en, write),
        _ => say.replace(sign.en, sign.in_case_of(word, generic.en)),
    };
    say.done();
}

/// The words at the end that write a generic of so many characters in pinyin: *Yiyuan*, *Yi Yuan*.
fn written_in_pinyin(sign: &Analysed, characters: usize) -> Option<Range<usize>> {
    let syllables = sign.syllables();
    let start = syllables.spoken.len().checked_sub(characters)?;
    let mut last = syllables.words.iter().rev().filter(|r| r.exact && r.syllables.start >= start);
    let end = last.clone().next().filter(|r| r.syllables.end == syllables.spoken.len())?.word;
    let first = last.find(|r| r.syllables.start == start)?.word;
    Some(first..end + 1)
}
