//! `name/mixed-generic`: the direction is English and the generic pinyin: *Xinjiekou North Jie*.

use crate::analyse::{Analysed, Off};
use crate::expect::{Role, Slot};
use crate::finding::Level;
use crate::names::lexicon::{self, Part};
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "name/mixed-generic",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "English and pinyin mixed in the parts of a road name",
        why: "A road is written in pinyin throughout (Xinjiekou Beidajie) or with direction and generic in English \
              (Xinjiekou North Street). North beside Jie is neither: no map has it.",
    },
    zh: Words {
        summary: "道路名称中英文与拼音混用",
        why: "道路名称要么全用拼音（Xinjiekou Beidajie），要么方位词和通名都用英文（Xinjiekou North Street）。North 与 Jie 混用，两头不着。",
    },
    citation: cite("place-names-2022", "article 18"),
    examples: &[
        bad("新街口北街", "Xinjiekou North Jie", "Xinjiekou North Street"),
        bad("工体东路", "Gongti East Lu", "Gongti East Road"),
        bad("来广湿地公园", "Laiguang Wetland Gongyuan", "Laiguang Wetland Park"),
        bad(
            "来广社区卫生服务站",
            "Laiguang Community Health Service Zhan",
            "Laiguang Community Health Service Station",
        ),
        good("新街口北街", "Xinjiekou North Street"),
        good("新街口北街", "Xinjiekou Beijie"),
        good("东大桥路", "Dongdaqiao Lu"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.len() < 2 || sign.is_as_expected() {
        return;
    }
    beside_its_attribute(sign, report);
    let key = sign.key();
    let Some(generic) = sign.generic().filter(|g| g.class == "road" && g.plate) else { return };
    let Some(last) = sign.words.len().checked_sub(1).filter(|last| *last > 0) else { return };
    let count = generic.zh.chars().count();
    let syllables = sign.syllables();
    let end = syllables.spoken.len();
    let pinyin =
        syllables.words.iter().any(|r| r.exact && r.word == last && end >= count && r.syllables == (end - count..end));
    // The direction before the generic, written in English before the pinyin.
    let direction = lexicon::find_all(key)
        .filter(|f| f.word.part == Part::Direction && f.end <= key.len() - generic.zh.len())
        .any(|f| crate::text::fold(f.word.en) == sign.words.fold(last - 1));
    if !pinyin || !direction {
        return;
    }
    let span = sign.words.span(last);
    let written = &sign.en[span.clone()];
    let with = sign.in_case_of(written, generic.en);
    report
        .en(&META, span)
        .message(
            format!("“{written}” stands beside an English direction: “{with}”"),
            format!("方位词用了英文，“{written}”也应用英文“{with}”"),
        )
        .replace(sign.en, with);
}

/// One word is pinyin where the rest of what it belongs to is English: *Wetland Gongyuan*, *West Men*.
fn beside_its_attribute(sign: &Analysed, report: &mut Report) {
    let unlisted =
        sign.is_name() && sign.entries().is_empty() && sign.kind.is_none() && sign.key().len() == sign.zh.len();
    if !unlisted || !sign.syllables().words.iter().any(|run| run.exact && run.word > 0) {
        return;
    }
    let runs = &sign.syllables().words;
    let english = |at: usize| !runs.iter().any(|run| run.word == at) && sign.is_word(at);
    let found = sign.one_word_off().iter().find_map(|one| {
        let Off::Other(at) = one.off else { return None };
        let run = runs.iter().find(|run| run.exact && run.word == at && at > 0 && english(at - 1))?;
        let zh = sign.syllables().zh(&run.syllables);
        let translated = |slot: &Slot| {
            !slot.romanised && slot.role != Role::Specific && slot.zh.start <= zh.start && zh.end <= slot.zh.end
        };
        sign.slots().any(|(slot, _)| translated(slot)).then_some((at, one))
    });
    let Some((at, one)) = found else { return };
    let span = sign.words.span(at);
    if report.touches(&span) {
        return;
    }
    let written = &sign.en[span.clone()];
    let with = sign.in_case_of(written, &one.due);
    report
        .en(&META, span)
        .message(
            format!("“{written}” stands beside an English word: “{with}”"),
            format!("前面的词用了英文，“{written}”也应用英文“{with}”"),
        )
        .rewrite(sign.en, one.write.clone())
        .done();
}
