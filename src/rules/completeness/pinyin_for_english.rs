//! `completeness/pinyin-for-english`: a word that has an English term is only spelt in pinyin.

use crate::analyse::{Analysed, zh_key};
use crate::finding::Level;
use crate::glossary::Group;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::sign::{Domain, Kind};
use crate::text::in_style_of;

pub static META: Meta = Meta {
    code: "completeness/pinyin-for-english",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "pinyin in place of English",
        why: "Pinyin writes names. The word for a facility, a service or a notice is translated: in pinyin it says \
              nothing to those who need it.",
    },
    zh: Words {
        summary: "以拼音代替英文",
        why: "拼音只用于专名。设施、服务、告示用语应译成英文，写拼音等于没有翻译。",
    },
    citation: cite("gbt30240-1", "4.2"),
    examples: &[
        bad("卫生间", "Weishengjian", "Toilet"),
        bad("售票处", "SHOU PIAO CHU", "TICKETS"),
        good("卫生间", "Toilet"),
        good("饺子", "Jiaozi"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let named = matches!(sign.kind, Some(Kind::Menu | Kind::StationSign | Kind::PlaceNamePlate | Kind::TrafficGuide));
    if named || sign.is_as_expected() || sign.domain == Some(Domain::DiningLodging) {
        return;
    }
    let entries = sign.context.glossary.get(&zh_key(sign.zh));
    let words = entries.iter().find(|e| matches!(e.group(), Group::Terms | Group::Notices) && !matches!(e.kind(), "dish" | "goods" | "sport"));
    let Some(entry) = words.filter(|_| entries.iter().all(|e| !e.is_proper_name())) else { return };
    if sign.pinyin_letters().len() < 4 || sign.words.all_letters() != sign.pinyin_letters() {
        return;
    }
    let write = in_style_of(entry.preferred(), sign.en);
    report
        .en(&META, 0..sign.en.len())
        .message(
            format!("“{}” is only the pinyin of {}: “{write}”", sign.en, sign.zh),
            format!("“{}”只是“{}”的拼音，应译作“{write}”", sign.en, sign.zh),
        )
        .cite(entry.citation())
        .rewrite(sign.en, write);
}
