//! `pinyin/joined-generic`: the generic of a road is written together with its specific name: *Cuiweilu*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::pinyin::Romaniser;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};

pub static META: Meta = Meta {
    code: "pinyin/joined-generic",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "specific and generic name in one word",
        why: "In pinyin, too, the generic of a road stands apart with its own capital: Tongbai Lu, Chang'an Jie. Only a \
              specific name of one syllable, and a place that was called after its road, make one word with it.",
    },
    zh: Words {
        summary: "专名与通名连写",
        why: "拼音中道路通名也应与专名分写并大写首字母：Tongbai Lu、Chang'an Jie。单音节专名和由路名演变的地片名才连写。",
    },
    citation: cite("pinyin-1984", "1"),
    examples: &[
        bad("翠微路", "Cuiweilu", "Cuiwei Lu"),
        good("翠微路", "Cuiwei Lu"),
        good("牛街", "Niujie"),
        good("大屯路东", "Datunludong"),
        good("四道桥", "Sidaoqiao"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let key = sign.key();
    if sign.words.len() != 1 || sign.is_accepted_wording() || sign.words.all_letters() != sign.pinyin_letters() {
        return;
    }
    let Some(generic) = sign.generic().filter(|g| matches!(g.class, "road" | "hutong")) else { return };
    let specific = &key[..key.len() - generic.zh.len()];
    if specific.chars().count() < 2 || !generic.plate {
        return;
    }
    let romaniser = Romaniser::standard();
    let (Some(name), Some(kind)) = (romaniser.word(specific), romaniser.word(generic.zh)) else { return };
    let written = format!("{name} {kind}");
    let divided = sign.expectation.as_ref().and_then(|e| e.with_letters(sign.words.all_letters()));
    let write = divided.filter(|text| text.contains(' ')).unwrap_or(written);
    let write = if sign.is_all_capitals() { write.to_uppercase() } else { write };
    report.en(&META, 0..sign.en.len()).rewrite(sign.en, write);
}
