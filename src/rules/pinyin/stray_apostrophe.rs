//! `pinyin/stray-apostrophe`: an apostrophe stands where no syllable begins with a, o or e.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text::fold;

pub static META: Meta = Meta {
    code: "pinyin/stray-apostrophe",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "an apostrophe that pinyin does not want",
        why: "The apostrophe stands only before a syllable that begins with a, o or e. Elsewhere the syllables tell \
              themselves apart: Hengyang, not Heng'yang.",
    },
    zh: Words {
        summary: "隔音符号多余或位置错误",
        why: "隔音符号只用于以 a、o、e 开头、接在其他音节后面的音节之前。其他情况不使用：Hengyang，不作 Heng'yang。",
    },
    citation: cite("gbt16159-2012", ""),
    examples: &[
        bad("王府井", "Wang'fujing", "Wangfujing"),
        bad("西单", "Xi'dan", "Xidan"),
        good("老舍故居", "Lao She's Former Residence"),
        good("西安", "Xi'an"),
        good("工人体育场", "Workers' Stadium"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let syllables = sign.syllables();
    for romanised in syllables.words.iter().filter(|r| r.exact && r.syllables.len() > 1) {
        let span = sign.words.span(romanised.word);
        let word = &sign.en[span.clone()];
        let mut wanted = Vec::new();
        let mut letters = 0;
        for syllable in &syllables.spoken[romanised.syllables.clone()] {
            if letters > 0 && syllable.letters.starts_with(['a', 'o', 'e']) {
                wanted.push(letters);
            }
            letters += syllable.letters.len();
        }
        let is_mark = |c: char| matches!(c, '\'' | '’' | '‘' | '`');
        let stray =
            word.char_indices().filter(|(_, c)| is_mark(*c)).any(|(at, _)| !wanted.contains(&fold(&word[..at]).len()));
        // Lao She's: what is beyond the syllables is English.
        if !stray || fold(word).len() > letters || sign.is_written_as_listed(word) {
            continue;
        }
        let mut write = String::new();
        for (count, c) in word.chars().filter(|c| !is_mark(*c)).enumerate() {
            if wanted.contains(&count) {
                write.push('\'');
            }
            write.push(c);
        }
        report
            .en(&META, span)
            .message(
                format!("“{word}” has an apostrophe too many: “{write}”"),
                format!("“{word}”隔音符号多余，应为“{write}”"),
            )
            .replace(sign.en, write);
    }
}
