//! `wording/missing-connector`: the of, for or and between two parts is left out: *Ministry Education*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text;
use crate::wording::JOINING;

pub static META: Meta = Meta {
    code: "wording/missing-connector",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "of, for or and is left out",
        why: "Where the part that is described comes first, of or for joins the part that describes it: Temple of Heaven, \
              Ministry of Education. And joins what stands side by side: Culture and Tourism. Without it the words do not \
              belong together.",
    },
    zh: Words {
        summary: "漏译 of、for、and",
        why: "被修饰的部分在前时，须用 of、for 等连接修饰部分：Temple of Heaven、Ministry of Education；并列部分用 and 连接：Culture and Tourism。缺少则不成词组。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("天坛", "Temple Heaven", "Temple of Heaven"),
        bad("首末班车", "First Last Train", "First and Last Train"),
        bad("教育部", "Ministry Education", "Ministry of Education"),
        bad(
            "房山区文化和旅游局",
            "Fangshan District Bureau of Culture Tourism",
            "Fangshan District Bureau of Culture and Tourism",
        ),
        good("教育部", "Ministry of Education"),
        good("北京西站南广场", "South Square, Beijing West Railway Station"),
        good("财政局", "Finance Bureau"),
        good("首末班车", "First/Last Train"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let en = sign.en.trim();
    // A comma or a new line does the work of such a word.
    if sign.words.len() < 2 || en.contains([',', '/', '|', ';', '(', '\n', '-', '&']) {
        return;
    }
    let left_out = |form: &str| {
        let missing = form.len().saturating_sub(en.len());
        let mut joining = JOINING.iter().filter(|word| word.len() + 1 == missing).peekable();
        if joining.peek().is_none() {
            return false;
        }
        let words = text::Words::of(form);
        let kept = |gap: usize| (0..words.len()).filter(move |at| *at != gap);
        // Where there are several of them, any one may be the one that is missing.
        joining.any(|word| {
            let mut gaps = (1..words.len()).filter(|at| words.fold(*at) == *word);
            gaps.any(|gap| kept(gap).map(|at| words.fold(at)).eq(sign.words.folds()))
        })
    };
    let joins = |bytes: usize| JOINING.iter().any(|word| en.len() + word.len() + 1 == bytes);
    if !sign.may_have_text_of(joins) {
        return;
    }
    let texts = sign.whole_texts();
    let Some(write) = texts.iter().find(|form| left_out(form)) else { return };
    // Some other rendering of the same Chinese may do without; the slash of First/Last is such a word itself.
    let whole = |form: &&String| !form.contains('/');
    if texts.iter().filter(whole).any(|form| text::Words::of(form).folds().eq(sign.words.folds())) {
        return;
    }
    report
        .en(&META, 0..sign.en.len())
        .message(format!("a connecting word is missing: “{write}”"), format!("缺少连接词：“{write}”"))
        .rewrite(sign.en, write.clone())
        .done();
}
