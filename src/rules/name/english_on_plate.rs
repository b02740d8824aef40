//! `name/english-on-plate`: a street nameplate with an English generic: *Yonghua Road* for *Yonghua Lu*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::pinyin::Romaniser;
use crate::rules::{FixKind, Meta, Report, Words, bad_as, cite, good, good_as};
use crate::sign::Kind;

pub static META: Meta = Meta {
    code: "name/english-on-plate",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a nameplate with an English generic",
        why: "The plate of a street is a place-name sign: it bears the standard name and its pinyin, the generic too \
              (Yonghua Lu). English generics belong on the signs that guide traffic and on notices.",
    },
    zh: Words {
        summary: "地名牌通名用了英文",
        why: "街路牌属地名标志，书写标准名称及其汉语拼音，通名也用拼音（Yonghua Lu）。英文通名用于指路标志和其他标识。",
    },
    citation: cite("place-names-2022", "article 18"),
    examples: &[
        bad_as(Kind::PlaceNamePlate, "永华路", "Yonghua Road", "Yonghua Lu"),
        bad_as(Kind::PlaceNamePlate, "平安大街", "PING'AN STREET", "PING'AN DAJIE"),
        good_as(Kind::PlaceNamePlate, "永华路", "Yonghua Lu"),
        good_as(Kind::TrafficGuide, "永华路", "Yonghua Road"),
        good("永华路", "Yonghua Road"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.kind != Some(Kind::PlaceNamePlate) {
        return;
    }
    let Some(generic) = sign.generic().filter(|g| g.class == "road" && g.plate) else { return };
    let Some(last) = sign.words.len().checked_sub(1).filter(|last| *last > 0) else { return };
    let english =
        [generic.en].into_iter().chain(generic.allowed.iter().copied()).chain(generic.abbreviations.iter().copied());
    if !english.into_iter().any(|form| crate::text::fold(form) == sign.words.fold(last)) {
        return;
    }
    let span = sign.words.span(last);
    let Some(pinyin) = Romaniser::standard().word(generic.zh) else { return };
    let with = sign.in_case_of(&sign.en[span.clone()], &pinyin);
    report.en(&META, span).replace(sign.en, with);
}
