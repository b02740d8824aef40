//! Bodies that belong to another one: schools and hospitals of a university or an academy, embassies of a country.

use super::lexicon::{self, Part};
use super::slots::{self, MODIFIERS, connector, texts};
use super::{Composed, Composer, after_comma};
use crate::expect::{Role, Slot};
use crate::glossary::Group;
use crate::sign::Span;
use crate::text::numbers::{number, ordinal_word};

const MARK: &str = "附属";
const ORDINAL: char = '第';

pub(super) fn compose(c: Composer, span: &Span) -> Option<Composed> {
    affiliated(c, span).or_else(|| short(c, span)).or_else(|| hospital_of(c, span)).or_else(|| embassy(c, span))
}

/// How 附属中学 and 附属小学 are said in short, and the generic that they stand for.
const SHORT: [(&str, &str); 2] = [("附中", "中学"), ("附小", "小学")];

/// 清华附中, 首师大二附中: High School Affiliated to Tsinghua University; a number before 附 counts the schools.
fn short(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    let (mark, generic) = SHORT.iter().find(|(mark, _)| text.ends_with(mark))?;
    let before = span.end - mark.len();
    let name = &c.zh[span.start..before];
    let starts = name.char_indices().rev().map(|(at, _)| at);
    let from = starts.take_while(|at| super::is_number(&name[*at..])).last().unwrap_or(name.len());
    let owner = c.established(&(span.start..span.start + from))?.renderings.swap_remove(0);
    let together = lexicon::word(&format!("{MARK}{generic}"), Part::Generic)?;
    let en = together.en.strip_prefix("Affiliated ")?;
    let plain = lexicon::word(generic, Part::Generic)?;
    let mut head = slots::word(before..span.end, Role::Generic, plain, false);
    slots::prefer(&mut head, en);
    let count = span.start + from..before;
    let count = number(c.text(&count))
        .map(|(value, _)| texts(count, Role::Ordinal, [ordinal_word(value), format!("No. {value}")], MODIFIERS));
    let own: Vec<Slot> = count.into_iter().chain([head]).collect();
    let to = texts(before..before, Role::Attribute, ["Affiliated to"], MODIFIERS);
    let after = [own.clone(), vec![to], owner.clone()].concat();
    Some(Composed { renderings: vec![after, [owner, own].concat()], confidence: 0.7 })
}

/// 法国驻华大使馆: Embassy of France in China, Embassy of France, French Embassy.
fn embassy(c: Composer, span: &Span) -> Option<Composed> {
    const STATIONED: char = '驻';
    const EMBASSY: &str = "使馆";
    let text = c.text(span);
    // 加拿大驻华大使馆签证处: an office of the embassy stands before it.
    if let Some(end) = text.find(EMBASSY).map(|at| at + EMBASSY.len()).filter(|end| *end < text.len()) {
        let own =
            c.whole(&(span.start + end..span.end)).filter(|own| own.renderings[0].iter().all(|s| !s.romanised))?;
        let whole = embassy(c, &(span.start..span.start + end))?;
        let own = own.renderings.into_iter().next()?;
        let renderings = whole.renderings.iter().map(|embassy| [own.clone(), after_comma(embassy.clone())].concat());
        return Some(Composed { renderings: renderings.collect(), confidence: 0.7 });
    }
    let at = text.find(STATIONED)?;
    let country = span.start..span.start + at;
    let (generic, host) = c.generics(&(country.end + STATIONED.len_utf8()..span.end)).next()?;
    let host_en = match c.text(&host) {
        "华" => "China".to_owned(),
        region => with_article(lexicon::word(region, Part::Region)?),
    };
    let head = slots::word(host.end..span.end, Role::Generic, generic, false);
    let nation = |name: &str| lexicon::word(name, Part::Region).filter(|w| w.class == "country");
    let Some(word) = nation(c.text(&country)).or_else(|| nation(c.text(&country).strip_suffix('国')?)) else {
        // 世界卫生组织驻华代表处: the office of another body.
        let owner = c.known(&country)?;
        let place = texts(country.end..host.end, Role::Region, [format!("in {host_en}")], MODIFIERS);
        let before = vec![owner.clone(), head.clone(), place.clone()];
        let of = vec![head, connector("of"), owner, place];
        return Some(Composed { renderings: vec![before, of], confidence: 0.75 });
    };
    let mut region = slots::word(country.clone(), Role::Region, word, false);
    // Behind of, the United States have their article.
    slots::prefer(&mut region, &with_article(word));
    let of = vec![head.clone(), connector("of"), region];
    let place =
        texts(country.end..host.end, Role::Region, [format!("in {host_en}"), format!("to {host_en}")], MODIFIERS);
    let mut renderings = vec![[of.clone(), vec![place]].concat(), of];
    let adjectives: Vec<&str> = word.allowed.iter().copied().filter(|form| !form.contains(' ')).collect();
    if !adjectives.is_empty() {
        renderings.push(vec![texts(country, Role::Region, adjectives, MODIFIERS), head]);
    }
    Some(Composed { renderings, confidence: 0.85 })
}

/// The United States have their article wherever they stand.
fn with_article(region: &lexicon::Word) -> String {
    let full = format!("the {}", region.en);
    if region.allowed.contains(&full.as_str()) { full } else { region.en.to_owned() }
}

/// X附属Y: Y, X; with a bare generic, Y Affiliated to X or Affiliated Y of X.
fn affiliated(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    let at = text.find(MARK).filter(|at| *at > 0)?;
    let own = span.start + at + MARK.len()..span.end;
    let mark = span.start + at..own.start;
    let first = before_mark(text, at).map_or(at, |(from, _)| from);
    let owner = owner(c, &(span.start..span.start + first))?;
    let confidence = 0.8;
    let bare = lexicon::word(c.text(&own), Part::Generic).map(|word| (word, own.start..own.start));
    let bare = bare.or_else(|| c.generic(&own).filter(|(_, rest)| c.text(rest).starts_with(ORDINAL)));
    if let Some((generic, rest)) = bare {
        let count = before_mark(text, at).map(|(_, count)| (span.start + first..mark.start, count));
        let count = count.or_else(|| Some((rest.clone(), number(c.text(&rest).trim_start_matches(ORDINAL))?.0)));
        let ordinal = count
            .map(|(zh, number)| texts(zh, Role::Ordinal, [ordinal_word(number), format!("No. {number}")], MODIFIERS));
        let mut head = slots::word(rest.end..own.end, Role::Generic, generic, false);
        // 附属中学 is a high school, though 中学 by itself is a middle school.
        let together = lexicon::word(&format!("{MARK}{}", generic.zh), Part::Generic);
        if let Some(en) = together.and_then(|w| w.en.strip_prefix("Affiliated ")) {
            slots::prefer(&mut head, en);
        }
        let head: Vec<Slot> = ordinal.clone().into_iter().chain([head]).collect();
        let to = texts(mark.clone(), Role::Attribute, ["Affiliated to"], MODIFIERS);
        let after = [head.clone(), vec![to], owner.clone()].concat();
        let adjective = texts(mark, Role::Attribute, ["Affiliated"], MODIFIERS);
        let tail = [head[head.len() - 1..].to_vec(), vec![connector("of")], owner].concat();
        let of: Vec<Slot> = ordinal.into_iter().chain([adjective]).chain(tail).collect();
        let hospital = matches!(generic.class, "hospital" | "clinic");
        let renderings = if hospital { vec![of, after] } else { vec![after, of] };
        return Some(Composed { renderings, confidence });
    }
    // 清华大学附属小学商务中心区实验小学: a school of the affiliated school.
    if let Some((generic, end)) = c.leading_generic(&own) {
        let parent = affiliated(c, &(span.start..end))?.renderings.swap_remove(0);
        let school = c.generics(&own).next().filter(|(word, _)| word.class == generic.class);
        let branch = school.and_then(|_| c.compose(&(end..span.end)))?.renderings.swap_remove(0);
        return Some(Composed::one([branch, after_comma(parent)].concat(), 0.65));
    }
    let own = c.whole(&own)?.renderings.swap_remove(0);
    let comma: Vec<Slot> = [own.clone(), after_comma(owner.clone())].concat();
    let affiliated = texts(mark, Role::Attribute, ["Affiliated to"], MODIFIERS);
    let to = [own.clone(), vec![affiliated], owner].concat();
    Some(Composed { renderings: vec![comma, to, own], confidence })
}

/// 第一 in 清华大学第一附属医院: where it begins and its number.
fn before_mark(text: &str, at: usize) -> Option<(usize, u32)> {
    let from = text[..at].rfind(ORDINAL).filter(|from| *from > 0)?;
    let digits = &text[from + ORDINAL.len_utf8()..at];
    let (value, bytes) = number(digits)?;
    (bytes == digits.len()).then_some((from, value))
}

/// The body that something belongs to: a known name or a composed one.
fn owner(c: Composer, span: &Span) -> Option<Vec<Slot>> {
    if let Some(known) = c.known(span) {
        return Some(vec![known]);
    }
    c.compose(span).map(|mut composed| composed.renderings.swap_remove(0))
}

/// 首都医科大学宣武医院: Xuanwu Hospital, Capital Medical University; 北京大学第三医院 keeps its university before it.
fn hospital_of(c: Composer, span: &Span) -> Option<Composed> {
    let (generic, _) = c.generic(span).filter(|(word, _)| word.class == "hospital")?;
    let text = c.text(span);
    let limit = text.len() - generic.zh.len();
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(3).filter(|at| *at <= limit).collect();
    let (owner, academy, end) = ends.into_iter().rev().find_map(|end| {
        let zh = span.start..span.start + end;
        let entry = c.known_entry(&zh)?;
        // 总医院第四医学中心: a part of a hospital that is counted.
        let hospital = entry.kind() == "hospital" && c.zh[zh.end..span.end].starts_with(ORDINAL);
        let academy = entry.kind() == "research" || hospital;
        (academy || entry.group() == Group::Institutions || entry.kind() == "university")
            .then(|| (slots::entry(zh, Role::Region, &entry), academy, end))
    })?;
    let own = span.start + end..span.end;
    let named = lexicon::word(c.text(&own), Part::Generic).is_none() && !c.text(&own).starts_with(ORDINAL);
    let slots = match lexicon::word(c.text(&own), Part::Generic) {
        Some(word) => vec![slots::word(own, Role::Generic, word, false)],
        None => c.whole(&own)?.renderings.swap_remove(0),
    };
    let comma = [slots.clone(), after_comma(vec![owner.clone()])].concat();
    let of = [slots.clone(), vec![connector("of"), owner.clone()]].concat();
    let before = [vec![owner], slots.clone()].concat();
    let renderings = if named || academy { vec![comma, slots, before, of] } else { vec![before, comma, of] };
    Some(Composed { renderings, confidence: 0.75 })
}
