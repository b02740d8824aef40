//! `number/floor-mismatch`: the floors differ: 地下一层 as *1F*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::numbers::{floors_en, floors_zh};

pub static META: Meta = Meta {
    code: "number/floor-mismatch",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the floors differ",
        why: "Floors are counted in the Chinese way: the street level is 1F, the first below ground B1. Another figure, or a \
              basement written as a floor above ground, leads to the wrong level.",
    },
    zh: Words {
        summary: "中英文楼层不一致",
        why: "楼层按中国习惯计：地面层为 1F，地下一层为 B1。数字不同或把地下层写成地上层，会把读者带错楼层。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("地下一层", "1F"),
        fires("三层 餐厅", "2F Restaurant"),
        good("地下一层", "B1"),
        good("三层 餐厅", "3F Restaurant"),
        good("二楼", "2nd Floor"),
        good("三层塔", "Three-Story Pagoda"),
        good("地上五层，地下二层", "5F, B2"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.zh_has(['层', '楼']) || !sign.en_has_digit() {
        return;
    }
    let chinese = floors_zh(sign.zh);
    let [meant] = chinese.as_slice() else { return };
    let english = floors_en(sign.en);
    let [(said, span)] = english.as_slice() else { return };
    if meant != said {
        report
            .en(&META, span.clone())
            .replace(sign.en, if *meant < 0 { format!("B{}", -meant) } else { format!("{meant}F") });
    }
}
