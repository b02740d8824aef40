//! `pinyin/missing-apostrophe`: a syllable that begins with a, o or e follows another without an apostrophe.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::pinyin::Romaniser;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::wording::{BODY, FACILITY};

pub static META: Meta = Meta {
    code: "pinyin/missing-apostrophe",
    level: Level::Error,
    fix: FixKind::Safe,
    en: Words {
        summary: "an apostrophe is missing",
        why: "A syllable that begins with a, o or e takes an apostrophe when it follows another in one word: Xi'an is \
              two syllables, Xian is one. Capitals keep it: CHANG'AN.",
    },
    zh: Words {
        summary: "缺少隔音符号",
        why: "以 a、o、e 开头的音节连接在其他音节后面时，须用隔音符号隔开：Xi'an 为两个音节，Xian 为一个音节。全大写时也不可省略：CHANG'AN。",
    },
    citation: cite("gbt16159-2012", ""),
    examples: &[
        bad("平安大街", "Pingan Avenue", "Ping'an Avenue"),
        bad("西安", "Xian", "Xi'an"),
        bad("长安街", "CHANGAN AVENUE", "CHANG'AN AVENUE"),
        good("天安门", "Tian’anmen"),
        good("西安", "Xi'an"),
        good("仙桥", "Xianqiao"),
        good("平安里", "Ping An Li"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let syllables = sign.syllables();
    for romanised in syllables.words.iter().filter(|r| r.exact && r.syllables.len() > 1) {
        let run = &syllables.spoken[romanised.syllables.clone()];
        // 儿 may be an r alone, which is no syllable: Penr Hutong.
        let letters: usize = run.iter().map(|s| s.letters.len()).sum();
        let erhua = sign.words.fold(romanised.word).len() < letters;
        let needed = run[1..run.len() - usize::from(erhua)].iter().any(|s| s.letters.starts_with(['a', 'o', 'e']));
        let span = sign.words.span(romanised.word);
        let word = &sign.en[span.clone()];
        if !needed || word.contains(['\'', '’', '‘', '`', '´', 'ʼ', '＇']) || sign.is_written_as_listed(word) {
            continue;
        }
        let Some(expected) = Romaniser::standard().word(&sign.zh[syllables.zh(&romanised.syllables)]) else { continue };
        if !expected.contains('\'') {
            continue;
        }
        let write = sign.in_case_of(word, &expected.to_lowercase());
        // Hospitals and clubs spell their own names; places have no owner to do so.
        let owned = sign.generic().is_some_and(|g| FACILITY.contains(&g.class) || BODY.contains(&g.class));
        let say = report.en(&META, span).level(if owned { Level::Warning } else { META.level });
        let say = say
            .message(format!("“{word}” needs an apostrophe: “{write}”"), format!("“{word}”缺少隔音符号，应为“{write}”"))
            .replace(sign.en, write);
        if owned {
            say.unsure().done();
        }
    }
}
