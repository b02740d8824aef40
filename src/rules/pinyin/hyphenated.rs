//! `pinyin/hyphenated`: hyphens stand between the syllables: *Tian-an-men*, *Yun-duo*.

use crate::analyse::Analysed;
use crate::expect::Standing;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::sign::Span;

pub static META: Meta = Meta {
    code: "pinyin/hyphenated",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "hyphens between the syllables of a name",
        why: "The syllables of a specific name and of a given name are written as one word, without hyphens: Tian'anmen, \
              Wu Yunduo.",
    },
    zh: Words {
        summary: "拼音音节间加了连字符",
        why: "专名和人名的名字部分应连写，不加连字符：Tian'anmen、Wu Yunduo。",
    },
    citation: cite("gbt28039-2011", "5.1"),
    examples: &[
        bad("吴运铎纪念馆", "Wu Yun-duo Memorial", "Wu Yunduo Memorial"),
        bad("天安门", "Tian-an-men", "Tian'anmen"),
        good("京沪高速", "Beijing-Shanghai Expressway"),
        good("京津冀", "Beijing-Tianjin-Hebei"),
        good("北京朝阳医院", "Beijing Chao-Yang Hospital"),
        good("李宁专卖店", "LI-NING Store"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.en_has(['-']) || sign.is_accepted_wording() {
        return;
    }
    let syllables = sign.syllables();
    let mut at = 0;
    while at < syllables.words.len() {
        // A run of words that hyphens join and whose characters follow one another, each of one syllable.
        let mut end = at;
        while end + 1 < syllables.words.len() && joined(sign, syllables.words[end].word, syllables.words[end + 1].word)
        {
            end += 1;
        }
        let run = &syllables.words[at..=end];
        let single = run.iter().all(|r| r.exact && r.syllables.len() == 1);
        let in_order = run.windows(2).all(|pair| pair[0].syllables.end == pair[1].syllables.start);
        if run.len() > 1
            && single
            && in_order
            && !is_listed(sign, &sign.words.span_of(&(run[0].word..run[run.len() - 1].word + 1)))
        {
            let zh = syllables.zh(&(run[0].syllables.start..run[run.len() - 1].syllables.end));
            let span = sign.words.span_of(&(run[0].word..run[run.len() - 1].word + 1));
            if let Some(write) = crate::pinyin::Romaniser::standard().word(&sign.zh[zh]) {
                let write =
                    if sign.en[span.clone()].starts_with(char::is_uppercase) { write } else { write.to_lowercase() };
                report.en(&META, span).replace(sign.en, write);
            }
        }
        at = end + 1;
    }
}

/// Some piece of the Chinese has an English of its own with this hyphen: the LI-NING of 李宁.
fn is_listed(sign: &Analysed, span: &Span) -> bool {
    let mut forms = sign.matches().iter().flat_map(|found| found.entry.forms_before(Standing::Deprecated));
    forms.any(|form| form.eq_ignore_ascii_case(&sign.en[span.clone()]))
}

fn joined(sign: &Analysed, one: usize, next: usize) -> bool {
    next == one + 1 && &sign.en[sign.words.span(one).end..sign.words.span(next).start] == "-"
}
