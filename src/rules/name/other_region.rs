//! `name/other-region`: another region stands where the Chinese names one: 南京火车站 as *Wuhan Railway Station*.

use crate::Span;
use crate::align::Fit;
use crate::analyse::Analysed;
use crate::english::English;
use crate::expect::Role;
use crate::finding::Level;
use crate::names::lexicon;
use crate::pinyin::{is_syllable, split};
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::text::fold;
use crate::wording::REGION_SUFFIX;
use std::ops::Range;

pub static META: Meta = Meta {
    code: "name/other-region",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the English names another region",
        why: "A sign that names one district or city in Chinese and another in English sends its readers to different \
              places.",
    },
    zh: Words {
        summary: "英文写的是另一个行政区", why: "中文和英文写了不同的区或城市，会把读者引向不同的地方。"
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("海淀区人民法院", "Chaoyang District People's Court"),
        fires("通州图书馆", "Shunyi Library"),
        fires("四川饭店", "Restaurant of Chongqing"),
        fires("广东会馆", "Welcome to Fu Jian"),
        bad("南京火车站", "Wuhan Railway Station", "Nanjing Railway Station"),
        bad(
            "北京市密云区商务局",
            "Beijing Huairou District Bureau of Commerce",
            "Beijing Miyun District Bureau of Commerce",
        ),
        good("朝阳医院", "Beijing Chao-Yang Hospital"),
        good("北京国际车展", "Auto China"),
        good("海淀区人民法院", "Haidian District People's Court"),
        good("朝阳门", "Chaoyangmen"),
        good("北京市海淀区图书馆", "Haidian Library"),
        good("英国驻华大使馆", "British Embassy Beijing"),
        good("希腊大使馆", "Embassy of the Hellenic Republic in China"),
        good("朝阳寺木化石群国家地质公园", "Yanqing Silicified Wood National Geopark"),
    ],
};

/// The country in which all these signs hang.
const HOST: &str = "中国";
/// Class of the districts of the city.
const DISTRICT: &str = "district";
/// Fewest letters of a region's name that is no common word.
const FEWEST: usize = 5;

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.is_empty() || sign.is_as_expected() {
        return;
    }
    let key = sign.key();
    let Some(region) = lexicon::leading_region(key) else { return };
    judge(sign, key, region, report);
    // The district behind the city: 北京市密云区.
    let behind = &key[region.zh.len()..];
    if let Some(inner) = lexicon::leading_region(behind).filter(|_| !report.has_rule(&META)) {
        judge(sign, behind, inner, report);
    }
    if !report.has_rule(&META) {
        inside(sign, report);
    }
}

/// 北京市公安局西城分局: a district further inside the name, where another one stands and all else as expected.
fn inside(sign: &Analysed, report: &mut Report) {
    let Some((slot, words)) = sign.replaced_slot() else { return };
    let own = sign.key().get(slot.zh.clone()).and_then(|zh| lexicon::word(zh, lexicon::Part::Region));
    let Some(region) = own.filter(|region| region.class == DISTRICT && slot.zh.start > 0) else { return };
    let folded = sign.words.fold(words.start);
    if words.len() > 2
        || fold(name_of(region)) == folded
        || !is_region_like(sign, region, folded)
        || sign.pinyin_letters().contains(folded)
    {
        return;
    }
    say(sign, sign.words.span(words.start), region, report);
}

/// Judges the region that begins a part of the name; `key` is all from there on.
fn judge(sign: &Analysed, key: &str, region: &lexicon::Word, report: &mut Report) {
    if !is_whole(key, region.zh) {
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
    let one = (0..sign.words.len()).find(|at| is_other(sign, region, *at)).map(|at| at..at + 1);
    let Some(words) = one.or_else(|| cut_apart(sign, region, &own)) else { return };
    say(sign, sign.span(&words), region, report);
}

/// The name of a region, without the word for its kind.
fn name_of(region: &lexicon::Word) -> &str {
    region.en.split(' ').next().unwrap_or(region.en)
}

/// Tells which region the Chinese names where another stands.
fn say(sign: &Analysed, span: Span, region: &lexicon::Word, report: &mut Report) {
    let name = name_of(region);
    let with = sign.in_case_of(&sign.en[span.clone()], name);
    report
        .en(&META, span)
        .message(format!("the Chinese names {}: “{name}”", region.zh), format!("中文是“{}”，应为“{name}”", region.zh))
        .replace(sign.en, with);
}

/// What follows the region does not make another name of it: 朝阳寺 is a temple, wherever it lies.
fn is_whole(key: &str, region: &str) -> bool {
    // With its kind told it is a region for sure: 平谷区司法局.
    if region.ends_with(['区', '市', '省', '县']) {
        return true;
    }
    let next = key[region.len()..].chars().next().map_or(0, char::len_utf8);
    let longer = &key[..region.len() + next];
    next == 0 || lexicon::word(&longer[region.len()..], lexicon::Part::Generic).is_none_or(|g| g.plate || longer == key)
}

/// The word names a region of the same rank. One of another rank may be where the place lies: 朝阳医院 is Beijing
/// Chaoyang Hospital, and an embassy stands in China.
fn is_region_like(sign: &Analysed, region: &lexicon::Word, word: &str) -> bool {
    let rank = |class: &str| match class {
        "country" => 0,
        "district" => 2,
        "other" => 3,
        _ => 1,
    };
    let Some(other) = lexicon::region_called(word) else { return false };
    let plain = other.en.split(' ').skip(1).all(|rest| REGION_SUFFIX.contains(&rest));
    // An embassy, a foreign bank: what is from abroad may say that it is the one in China.
    let host = sign.key().contains('驻') || other.zh == HOST;
    plain && !host && rank(other.class) == rank(region.class)
}

/// Two words that together are the name of another region: *Si Chuan*.
fn cut_apart(sign: &Analysed, region: &lexicon::Word, own: &[String]) -> Option<Range<usize>> {
    (0..sign.words.len().saturating_sub(1)).map(|at| at..at + 2).find(|words| {
        let joined = sign.words.letters(words.clone());
        let syllables = words.clone().all(|at| is_syllable(sign.words.fold(at)));
        let named = syllables && joined.len() >= FEWEST && is_region_like(sign, region, joined);
        named && !own.iter().any(|w| w == joined) && !sign.pinyin_letters().contains(joined)
    })
}

/// A word that names another region, and is nothing else that the Chinese speaks of.
fn is_other(sign: &Analysed, region: &lexicon::Word, at: usize) -> bool {
    let word = sign.words.fold(at);
    let foreign = word.len() >= FEWEST && is_region_like(sign, region, word);
    let other = foreign || at == 0 && is_other_place(sign, word);
    other && !sign.pinyin_letters().contains(word) && !sign.expected_words().contains(word)
}

/// Pinyin of another place stands for the region, and all else as expected.
fn is_other_place(sign: &Analysed, first: &str) -> bool {
    let english = English::standard();
    let reads_as_pinyin = split(first).is_some_and(|syllables| syllables.len() > 1)
        && (!english.is_word(first) || english.is_pinyin_name(first));
    let mut slots = sign.slots();
    let Some((region, fit)) = slots.next() else { return false };
    let stands_there = matches!(fit, Fit::Differs { words, .. } if words.start == 0) || *fit == Fit::Missing;
    let mut rest = slots.peekable();
    let last_stands =
        rest.peek().is_some() && rest.all(|(slot, fit)| slot.optional || matches!(fit, Fit::Matched { .. }));
    reads_as_pinyin && region.role == Role::Region && stands_there && last_stands
}
