//! `completeness/pinyin-for-english`: a word that has an English term is only spelt in pinyin.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::names::lexicon::{self, Part};
use crate::notices;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
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
        bad("停车场", "TING CHE CHANG", "PARKING"),
        fires("请在此处取号排队", "Qing Zai Ci Chu Qu Hao Pai Dui"),
        good("卫生间", "Toilet"),
        good("饺子", "Jiaozi"),
    ],
};

/// Fewest letters that are pinyin and no English word by chance.
const FEWEST: usize = 4;

pub fn check(sign: &Analysed, report: &mut Report) {
    let named = matches!(sign.kind, Some(Kind::Menu | Kind::StationSign | Kind::PlaceNamePlate | Kind::TrafficGuide));
    if named || sign.is_as_expected() || sign.domain == Some(Domain::DiningLodging) {
        return;
    }
    if sign.pinyin_letters().len() < FEWEST || sign.words.all_letters() != sign.pinyin_letters() {
        return;
    }
    let key = sign.key();
    let entries = sign.context.glossary.get(key);
    if entries.iter().any(|e| e.is_proper_name() || matches!(e.kind(), "dish" | "goods" | "sport")) {
        return;
    }
    let term = entries.first().map(|entry| (entry.preferred(), entry.citation()));
    let generic = || {
        let word = lexicon::word(key, Part::Generic).filter(|w| key.chars().count() > 1 && w.class != "road")?;
        Some((word.en, META.citation.citation()))
    };
    let Some((write, citation)) = term.or_else(generic) else { return notice(sign, report) };
    let write = in_style_of(write, sign.en);
    report
        .en(&META, 0..sign.en.len())
        .message(
            format!("“{}” is only the pinyin of {}: “{write}”", sign.en, sign.zh),
            format!("“{}”只是“{}”的拼音，应译作“{write}”", sign.en, sign.zh),
        )
        .cite(citation)
        .rewrite(sign.en, write);
}

/// A notice that no entry holds is pinyin for those who read Chinese anyway.
fn notice(sign: &Analysed, report: &mut Report) {
    if sign.words.len() > 1 && (notices::looks_like_one(sign.key()) || sign.key().contains('请')) {
        let say = report.en(&META, 0..sign.en.len()).message(
            format!("“{}” is only the pinyin of {}", sign.en, sign.zh),
            format!("“{}”只是“{}”的拼音，应译成英文", sign.en, sign.zh),
        );
        match sign.preferred() {
            Some(write) if sign.sure_text().is_some() => say.rewrite(sign.en, write).done(),
            _ => say.done(),
        }
    }
}
