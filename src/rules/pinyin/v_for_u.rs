//! `pinyin/v-for-u`: v stands for ü.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::pinyin::Romaniser;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::fold;

pub static META: Meta = Meta {
    code: "pinyin/v-for-u",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "v written for ü",
        why: "V is a key on a keyboard and no letter of pinyin. Signs write Lü, or LYU in capital letters without the \
              dots.",
    },
    zh: Words {
        summary: "以 v 代替 ü", why: "v 只是输入法按键，不是拼音字母。应写 ü，全大写无法加点时写 YU。"
    },
    citation: cite("gbt28039-2011", ""),
    examples: &[
        fires("绿堤公园", "Lvdi Park"),
        fires("女娲庙", "Nvwa Temple"),
        good("绿堤公园", "Lüdi Park"),
        good("绿堤公园", "Ludi Park"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.words.all_letters().contains('v') {
        return;
    }
    for word in 0..sign.words.len() {
        let letters = sign.words.fold(word);
        if !letters.contains("lv") && !letters.contains("nv") {
            continue;
        }
        let plain = letters.replace("lv", "lu").replace("nv", "nu");
        let spoken = &sign.syllables().spoken;
        let run = (0..spoken.len()).find_map(|start| {
            (start + 1..=spoken.len())
                .find(|end| spoken[start..*end].iter().map(|s| s.letters.as_str()).collect::<String>() == plain)
                .map(|end| start..end)
        });
        let Some(run) = run else { continue };
        let zh = &sign.zh[sign.syllables().zh(&run)];
        let Some(write) = Romaniser::standard().word(zh).filter(|w| fold(w) == plain) else { continue };
        let span = sign.words.span(word);
        let written = &sign.en[span.clone()];
        let write = sign.in_case_of(written, &write.to_lowercase());
        report
            .en(&META, span)
            .message(format!("“{written}” writes v for ü: “{write}”"), format!("“{written}”以 v 代替 ü，应为“{write}”"))
            .replace(sign.en, write);
    }
}
