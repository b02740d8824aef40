//! `wording/missing-preposition`: the of or for between two parts is left out: *Ministry Education*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text;
use crate::wording::JOINING;

pub static META: Meta = Meta {
    code: "wording/missing-preposition",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "of or for is left out",
        why: "Where the part that is described comes first, of or for joins the part that describes it: Temple of Heaven, \
              Ministry of Education. Without it the words do not belong together.",
    },
    zh: Words {
        summary: "漏译介词 of、for",
        why: "被修饰的部分在前时，须用 of、for 等连接修饰部分：Temple of Heaven、Ministry of Education；缺少介词则不成词组。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("天坛", "Temple Heaven", "Temple of Heaven"),
        bad("教育部", "Ministry Education", "Ministry of Education"),
        good("教育部", "Ministry of Education"),
        good("北京西站南广场", "South Square, Beijing West Railway Station"),
        good("财政局", "Finance Bureau"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let en = sign.en.trim();
    // A comma or a new line does the preposition's work.
    if sign.words.len() < 2 || en.contains([',', '/', '|', ';', '(', '\n', '-']) {
        return;
    }
    let left_out = |form: &str| {
        let missing = form.len().saturating_sub(en.len());
        let Some(word) = JOINING.iter().find(|word| word.len() + 1 == missing) else { return false };
        let words = text::Words::of(form);
        // Where there are several of them, any one may be the one that is missing.
        (1..words.len()).filter(|at| words.fold(*at) == *word).any(|gap| {
            let kept = (0..words.len()).filter(|at| *at != gap).map(|at| words.fold(at));
            kept.eq(sign.words.folds())
        })
    };
    let texts = sign.whole_texts();
    let Some(write) = texts.iter().find(|form| left_out(form)) else { return };
    // Some other rendering of the same Chinese may do without.
    if texts.iter().any(|form| text::Words::of(form).folds().eq(sign.words.folds())) {
        return;
    }
    report
        .en(&META, 0..sign.en.len())
        .message(format!("a preposition is missing: “{write}”"), format!("缺少介词：“{write}”"))
        .rewrite(sign.en, write.clone())
        .done();
}
