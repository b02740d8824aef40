//! `name/generic-in-pinyin`: the generic name of a facility is left in pinyin.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good, good_as};
use crate::sign::Kind;

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
        fires("海淀图书馆", "Haidian Tushuguan"),
        good("同仁医院", "Tongren Hospital"),
        good("长安街", "Chang'an Jie"),
        good_as(Kind::StationSign, "国家图书馆", "Guojia Tushuguan"),
    ],
};

/// Kinds of facility that the standard writes in English; the names of streets and of nature may stay pinyin.
const FACILITIES: [&str; 20] = [
    "hospital", "clinic", "school", "university", "college", "kindergarten", "museum", "library", "gallery", "theatre",
    "venue", "stadium", "mall", "hotel", "bank", "government", "court", "bureau", "committee", "center",
];

pub fn check(sign: &Analysed, report: &mut Report) {
    if matches!(sign.kind, Some(Kind::PlaceNamePlate | Kind::StationSign | Kind::TrafficGuide)) || sign.is_as_expected() {
        return;
    }
    let key = sign.key();
    let Some(generic) = lexicon::generics_at_end(key).next() else { return };
    if !FACILITIES.contains(&generic.class) || generic.zh.chars().count() < 2 || generic.zh.len() == key.len() {
        return;
    }
    let syllables = sign.syllables();
    let Some(last) = syllables.words.iter().rev().find(|r| r.exact && r.syllables.end == syllables.spoken.len()) else { return };
    if last.syllables.len() < generic.zh.chars().count() {
        return;
    }
    let span = sign.words.span(last.word);
    let word = &sign.en[span.clone()];
    let mut say = report.en(&META, span.clone()).message(
        format!("“{word}” leaves {} in pinyin: “{}”", generic.zh, generic.en),
        format!("“{word}”的通名“{}”应译作“{}”", generic.zh, generic.en),
    );
    if last.syllables.len() == generic.zh.chars().count() {
        say = say.replace(sign.en, generic.en);
    } else if let Some(write) = sign.preferred() {
        say = say.rewrite(sign.en, write);
    }
    say.done();
}
