//! `pinyin/old-spelling`: a place is spelt as before Hanyu Pinyin: *Peking*, *Tientsin*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::pinyin::old_spelling;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "pinyin/old-spelling",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a spelling from before Hanyu Pinyin",
        why: "Chinese places are written in Hanyu Pinyin: Beijing, Tianjin. Old spellings live on only in established names \
              such as Peking University and Peking Opera.",
    },
    zh: Words {
        summary: "旧式拼写",
        why: "中国地名用汉语拼音拼写：Beijing、Tianjin。旧拼法仅保留在 Peking University、Peking Opera 等固有名称中。",
    },
    citation: cite("pinyin-1984", ""),
    examples: &[
        bad("北京站", "Peking Railway Station", "Beijing Railway Station"),
        good("北京大学", "Peking University"),
        good("北京站", "Beijing Railway Station"),
        good("北京协和医院", "Peking Union Medical College Hospital"),
        good("北京大学第三医院", "Peking University Third Hospital"),
        good("北京烤鸭", "Peking Duck"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    for at in 0..sign.words.len() {
        let span = sign.words.span(at);
        let written = &sign.en[span.clone()];
        let Some(today) = old_spelling(sign.zh, written) else { continue };
        // Some accepted rendering of the text or of a piece of it may keep the old spelling.
        if !sign.is_known_form_word(sign.words.fold(at)) {
            let with = sign.in_case_of(written, today);
            report.en(&META, span).replace(sign.en, with);
        }
    }
}
