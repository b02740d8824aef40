//! `name/other-region`: another region stands where the Chinese names one: 武汉火车站 as *Wuchang Railway Station*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::analyse::zh_key;
use crate::align::Fit;
use crate::english::English;
use crate::expect::Role;
use crate::names::lexicon;
use crate::pinyin::split;
use crate::text::Words as TextWords;

pub static META: Meta = Meta {
    code: "name/other-region",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the English names another region",
        why: "A sign that names one district or city in Chinese and another in English sends its readers to different \
              places.",
    },
    zh: Words { summary: "英文写的是另一个行政区", why: "中文和英文写了不同的区或城市，会把读者引向不同的地方。" },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("海淀区人民法院", "Chaoyang District People's Court"),
        fires("通州图书馆", "Shunyi Library"),
        bad("武汉火车站", "Wuchang Railway Station", "Wuhan Railway Station"),
        good("海淀区人民法院", "Haidian District People's Court"),
        good("朝阳门", "Chaoyangmen"),
        good("北京市海淀区图书馆", "Haidian Library"),
    ],
};

/// Fewest letters of a region's name that is no common word.
const FEWEST: usize = 5;

pub fn check(sign: &Analysed, report: &mut Report) {
    let key = zh_key(sign.zh);
    let Some(region) = lexicon::leading_region(&key) else { return };
    if sign.words.is_empty() || sign.is_as_expected() {
        return;
    }
    let own = lexicon::find_all(&key).filter(|f| f.word.part == lexicon::Part::Region);
    let own: Vec<String> = own.flat_map(|f| TextWords::of(f.word.en).folds().map(str::to_owned).collect::<Vec<_>>()).collect();
    // The name said must be a region's, none of those in the Chinese, and no pinyin of anything there.
    let first = sign.words.fold(0);
    let other = lexicon::region_called(first).is_some() && first.len() >= FEWEST && !own.iter().any(|w| w == first);
    if !(other || is_other_place(sign, first)) || sign.pinyin_letters().contains(first) || sign.expected_words().contains(first) {
        return;
    }
    let span = sign.words.span(0);
    let name = region.en.split(' ').next().unwrap_or(region.en);
    if sign.words.folds().any(|w| w == crate::text::fold(name)) {
        return;
    }
    let with = sign.in_case_of(&sign.en[span.clone()], name);
    report
        .en(&META, span)
        .message(
            format!("the Chinese names {}: “{name}”", region.zh),
            format!("中文是“{}”，应为“{name}”", region.zh),
        )
        .replace(sign.en, with);
}

/// Pinyin of another place stands for the region, and all else as expected.
fn is_other_place(sign: &Analysed, first: &str) -> bool {
    let english = English::standard();
    let reads_as_pinyin = split(first).is_some_and(|syllables| syllables.len() > 1) && (!english.is_word(first) || english.is_pinyin_name(first));
    let mut slots = sign.slots();
    let Some((region, fit)) = slots.next() else { return false };
    let stands_there = matches!(fit, Fit::Differs { words, .. } if words.start == 0) || *fit == Fit::Missing;
    let mut rest = slots.peekable();
    let last_stands = rest.peek().is_some() && rest.all(|(slot, fit)| slot.optional || matches!(fit, Fit::Matched { .. }));
    reads_as_pinyin && region.role == Role::Region && stands_there && last_stands
}
