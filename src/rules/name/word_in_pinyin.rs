//! `name/word-in-pinyin`: a word of the name that means something is left in pinyin: *Zhengwu Service Center*.

use crate::align::Fit;
use crate::analyse::Analysed;
use crate::analyse::Romanised;
use crate::english::English;
use crate::expect::{Role, Slot};
use crate::finding::Level;
use crate::glossary::Entry;
use crate::names::lexicon::{self, Part};
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good, good_as};
use crate::sign::Kind;
use crate::text;
use crate::wording::{BODY, FACILITY};

pub static META: Meta = Meta {
    code: "name/word-in-pinyin",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a describing word left in pinyin",
        why: "In the name of a body or a facility only the specific name is pinyin. What it does and what it is are English: \
              half of each tells a reader less than either.",
    },
    zh: Words {
        summary: "修饰词或通名用了拼音",
        why: "机构和场所名称只有专名用拼音，表示职能和性质的词应译成英文。半译半拼，读者更难明白。",
    },
    citation: cite("gbt30240-1", "5.1.1"),
    examples: &[
        bad(
            "朝阳区政务服务中心",
            "Chaoyang District Zhengwu Service Center",
            "Chaoyang District Government Service Center",
        ),
        bad("平谷区教育委员会", "Pinggu District Jiaoyu Commission", "Pinggu District Education Commission"),
        bad(
            "平谷区教育委员会",
            "Pinggu District Education Weiyuanhui Commission",
            "Pinggu District Education Commission",
        ),
        good("朝阳区政务服务中心", "Chaoyang District Government Service Center"),
        good("交通宾馆", "Jiaotong Hotel"),
        good("文化大厦", "Wenhua Plaza"),
        good("牡丹小学", "Mudan Primary School"),
        good("东方医院", "Dongfang Hospital"),
        good_as(Kind::StationSign, "国家图书馆", "Guojia Tushuguan"),
    ],
};

/// Confidence from which the parts of a composed name are understood.
const SURE: f32 = 0.6;
pub fn check(sign: &Analysed, report: &mut Report) {
    if matches!(sign.kind, Some(Kind::PlaceNamePlate | Kind::StationSign | Kind::TrafficGuide | Kind::Menu))
        || sign.words.len() < 2
        || sign.is_as_expected()
        || !sign.is_name()
        || sign.expectation.as_ref().is_none_or(|e| e.confidence < SURE)
    {
        return;
    }
    let is_institution = sign.slots().any(|(slot, _)| slot.role == Role::Institution);
    let english = English::standard();
    let syllables = sign.syllables();
    // In pinyin from end to end it is another sort of text.
    let some_english = sign.words.folds().any(|word| english.is_word(word) && !english.is_pinyin_name(word));
    if !some_english {
        return;
    }
    // Where more is otherwise, the owner has composed the name in another way and may have made the word a part of it.
    let otherwise = |(slot, fit): &(&Slot, &Fit)| !slot.optional && !matches!(fit, Fit::Matched { .. });
    if sign.slots().filter(otherwise).count() > 1 {
        return;
    }
    // 局 is Ju: one syllable is no name only where it ends an institution's.
    let ends = |run: &Romanised| is_institution && run.syllables.end == syllables.spoken.len();
    for run in syllables.words.iter().filter(|run| run.exact && (run.syllables.len() > 1 || ends(run))) {
        let folded = sign.words.fold(run.word);
        let zh = &sign.zh[syllables.zh(&run.syllables)];
        if (english.is_word(folded) && !english.is_pinyin_name(folded)) || !means_something(sign, zh, is_institution) {
            continue;
        }
        let has = |slot: &Slot| slot.forms.iter().any(|form| text::Words::of(&form.text).folds().any(|w| w == folded));
        let translated = |slot: &Slot| {
            !slot.romanised
                && matches!(slot.role, Role::Attribute | Role::Institution | Role::Generic)
                && sign.key().get(slot.zh.clone()).is_some_and(|own| own.contains(zh))
                && !has(slot)
        };
        if !sign.slots().any(|(slot, _)| translated(slot)) || report.has_rule(&super::generic_in_pinyin::META) {
            continue;
        }
        let span = sign.words.span(run.word);
        let Some(write) = sign.preferred() else { return };
        report
            .en(&META, span.clone())
            .message(
                format!("“{}” is only the pinyin of {zh}", &sign.en[span.clone()]),
                format!("“{}”只是“{zh}”的拼音，应译出", &sign.en[span]),
            )
            .rewrite(sign.en, write)
            .done();
        return;
    }
}

/// A describing word that is no name, or the generic of a body.
fn means_something(sign: &Analysed, zh: &str, is_institution: bool) -> bool {
    if sign.context.glossary.get(zh).iter().any(Entry::is_proper_name) {
        return false;
    }
    // 交通宾馆, 文化大厦: houses are called by such words, and the pinyin is their name; bodies have them for a field.
    let attribute = is_institution && lexicon::word(zh, Part::Attribute).is_some();
    let judged = |word: &lexicon::Word| FACILITY.contains(&word.class) || BODY.contains(&word.class);
    attribute || lexicon::word(zh, Part::Generic).is_some_and(|word| judged(word) && !word.plate && !word.settlement)
}
