//! `name/other-region`: another region stands where the Chinese names one: 武汉火车站 as *Wuchang Railway Station*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::align::Fit;
use crate::english::English;
use crate::expect::Role;
use crate::names::lexicon;
use crate::pinyin::split;
use crate::text::fold;

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
        fires("四川饭店", "Restaurant of Chongqing"),
        bad("武汉火车站", "Wuchang Railway Station", "Wuhan Railway Station"),
        good("海淀区人民法院", "Haidian District People's Court"),
        good("朝阳门", "Chaoyangmen"),
        good("北京市海淀区图书馆", "Haidian Library"),
        good("英国驻华大使馆", "British Embassy Beijing"),
    ],
};

/// Fewest letters of a region's name that is no common word.
const FEWEST: usize = 5;

pub fn check(sign: &Analysed, report: &mut Report) {
    let key = sign.key();
    let Some(region) = lexicon::leading_region(key) else { return };
    if sign.words.is_empty() || sign.is_as_expected() {
        return;
    }
    let own = lexicon::find_all(key).filter(|f| f.word.part == lexicon::Part::Region);
    // The adjective names the region as well: British for 英国.
    let forms = own.flat_map(|f| [f.word.en].into_iter().chain(f.word.allowed.iter().copied()));
    let first = |form: &str| form.trim_start_matches("the ").split(' ').next().map(fold);
    let own: Vec<String> = forms.filter_map(first).collect();
    if sign.words.folds().any(|word| own.iter().any(|w| w == word)) {
        return;
    }
    let Some(at) = (0..sign.words.len()).find(|at| is_other(sign, *at)) else { return };
    let span = sign.words.span(at);
    let name = region.en.split(' ').next().unwrap_or(region.en);
    let with = sign.in_case_of(&sign.en[span.clone()], name);
    report
        .en(&META, span)
        .message(
            format!("the Chinese names {}: “{name}”", region.zh),
            format!("中文是“{}”，应为“{name}”", region.zh),
        )
        .replace(sign.en, with);
}

/// A word that names another region, and is nothing else that the Chinese speaks of.
fn is_other(sign: &Analysed, at: usize) -> bool {
    let word = sign.words.fold(at);
    let foreign = word.len() >= FEWEST && lexicon::region_called(word).is_some();
    let other = foreign || at == 0 && is_other_place(sign, word);
    other && !sign.pinyin_letters().contains(word) && !sign.expected_words().contains(word)
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
