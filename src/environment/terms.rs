//! Terms that the signs render in several ways, with the rendering that is recommended.
//!
//! Two views are put together: whole texts that stand on several signs with different English, and entries of the
//! glossary inside longer texts (the Toilet of 1F here, the Restroom of 2F there).

use crate::analyse::{Context, is_overlong};
use crate::glossary::{Group, Match, sources};
use crate::sign::{Column, Kind, Table};
use crate::text::{Words, fold};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};
use serde::{Deserialize, Serialize};
use std::hash::{Hash, Hasher};

/// Rows told, and renderings of each.
const MOST: usize = 150;
const MOST_RENDERINGS: usize = 8;
/// Fewest characters of an entry inside a text.
const FEWEST: usize = 2;
/// Confidence from which a composed rendering is recommended.
const SURE: f32 = 0.8;
/// Signs that one thread looks through at a time.
const CHUNK: usize = 4096;

/// A term with the ways in which signs render it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub zh: String,
    /// The commonest first.
    pub renderings: Vec<Rendering>,
    /// Different renderings in all, listed or not.
    pub renderings_in_all: usize,
    /// Signs with any of them.
    pub signs: u64,
    /// What to hold to; empty where the standards leave it open and no rendering leads.
    pub recommended: String,
    /// What recommends it: the label of a source, `composed`, or `most signs`.
    pub by: String,
}

/// One way of rendering a term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rendering {
    pub en: String,
    pub signs: u64,
}

/// Renderings by folded letters: as written first, and how many signs have it.
type Renderings = FxHashMap<String, (String, u64)>;
/// Renderings by term. Names on plates and in stations are pinyin where other signs translate, so they are terms apart.
type Used = FxHashMap<(String, Naming), Renderings>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Naming {
    Usual,
    Plate,
    Station,
}

impl Naming {
    fn of(kind: Option<Kind>) -> Self {
        match kind {
            Some(Kind::PlaceNamePlate) => Self::Plate,
            Some(Kind::StationSign) => Self::Station,
            _ => Self::Usual,
        }
    }

    fn kind(self) -> Option<Kind> {
        match self {
            Self::Usual => None,
            Self::Plate => Some(Kind::PlaceNamePlate),
            Self::Station => Some(Kind::StationSign),
        }
    }
}

/// The terms on the most signs that are rendered in several ways, and how many such terms there are.
pub(super) fn several_ways(tables: &[Table], context: &Context) -> (Vec<Term>, usize) {
    let mut used = inside_texts(tables, context);
    for (key, renderings) in whole_texts(tables) {
        let known = used.entry(key).or_default();
        for (letters, (en, signs)) in renderings {
            known.entry(letters).or_insert((en, 0)).1 += signs;
        }
    }
    used.retain(|_, renderings| renderings.len() > 1);
    let in_all = used.len();
    let mut all: Vec<((String, Naming), Renderings)> = used.into_iter().collect();
    let signs = |r: &Renderings| r.values().map(|(_, n)| n).sum::<u64>();
    all.sort_by(|a, b| signs(&b.1).cmp(&signs(&a.1)).then_with(|| a.0.cmp(&b.0)));
    all.truncate(MOST);
    (all.into_iter().map(|((zh, naming), r)| term(context, zh, naming, r)).collect(), in_all)
}

fn term(context: &Context, zh: String, naming: Naming, renderings: Renderings) -> Term {
    let mut all: Vec<Rendering> = renderings.into_values().map(|(en, signs)| Rendering { en, signs }).collect();
    all.sort_by(|a, b| b.signs.cmp(&a.signs).then_with(|| a.en.cmp(&b.en)));
    let (recommended, by) = recommended(context, &zh, naming, &all);
    let renderings_in_all = all.len();
    let signs = all.iter().map(|r| r.signs).sum();
    all.truncate(MOST_RENDERINGS);
    Term { zh, renderings: all, renderings_in_all, signs, recommended, by }
}

/// The standard's rendering where it has one, else that of most signs.
fn recommended(context: &Context, zh: &str, naming: Naming, all: &[Rendering]) -> (String, String) {
    let one_line = |text: &str| text.replace("//", " ");
    if let Some(entry) = context.entries(zh, naming.kind(), None).first() {
        return (one_line(entry.preferred()), entry.source_ids().next().map_or("", sources::label).to_owned());
    }
    if let Some(expectation) = context.expect(zh, naming.kind(), None).filter(|e| e.confidence >= SURE) {
        return (one_line(&expectation.preferred()), "composed".to_owned());
    }
    match all {
        [first, second, ..] if first.signs > second.signs => (first.en.clone(), "most signs".to_owned()),
        _ => (String::new(), String::new()),
    }
}

fn hash(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Whole texts with several renderings. Of a million distinct texts few have any, so the first pass keeps hashes only.
fn whole_texts(tables: &[Table]) -> Used {
    let each = |with: &mut dyn FnMut(&str, &str, Naming)| {
        for table in tables {
            for record in &table.records {
                let (zh, en) = (table.cell(record, Column::Zh), table.cell(record, Column::En));
                if !zh.trim().is_empty() && !en.trim().is_empty() {
                    with(zh.trim(), en.trim(), Naming::of(Kind::parse(&table.cell(record, Column::Kind))));
                }
            }
        }
    };
    let mut first: FxHashMap<u64, (u64, bool)> = FxHashMap::default();
    let mut letters = String::new();
    each(&mut |zh, en, naming| {
        letters.clear();
        crate::text::fold_into(en, &mut letters);
        let known = first.entry(hash(&(zh, naming))).or_insert((hash(letters.as_str()), false));
        known.1 |= known.0 != hash(letters.as_str());
    });
    first.retain(|_, (_, several)| *several);
    let mut used = Used::default();
    each(&mut |zh, en, naming| {
        if first.contains_key(&hash(&(zh, naming))) {
            let renderings = used.entry((zh.to_owned(), naming)).or_default();
            renderings.entry(fold(en)).or_insert_with(|| (en.to_owned(), 0)).1 += 1;
        }
    });
    used
}

/// Terms and notices of the glossary inside longer texts. An entry inside a longer one is not counted: 出口 of 紧急出口
/// is no exit by itself.
fn inside_texts(tables: &[Table], context: &Context) -> Used {
    let chunks = tables.iter().flat_map(|table| table.records.chunks(CHUNK).map(move |records| (table, records)));
    chunks
        .collect::<Vec<_>>()
        .into_par_iter()
        .map(|(table, records)| {
            let mut used: FxHashMap<(&str, &str), u64> = FxHashMap::default();
            let mut matches: Vec<Match> = Vec::new();
            for record in records {
                let (zh, en) = (table.cell(record, Column::Zh), table.cell(record, Column::En));
                // What is not checked says nothing of terms, and its matches would be compared one with another.
                if is_overlong(&zh, &en) {
                    continue;
                }
                let zh = zh.trim();
                matches.clear();
                context.glossary.matches(zh, &mut matches);
                let counted = matches.iter().filter(|m| {
                    m.end - m.start < zh.len()
                        && m.entry.zh().chars().count() >= FEWEST
                        && matches!(m.entry.group(), Group::Terms | Group::Notices | Group::Project)
                        && !matches
                            .iter()
                            .any(|o| o.start <= m.start && m.end <= o.end && o.end - o.start > m.end - m.start)
                });
                let mut words = None;
                for found in counted {
                    let words = words.get_or_insert_with(|| Words::of(&en));
                    let forms = found.entry.forms().map(|(_, text)| text).filter(|text| !text.contains("___"));
                    let said =
                        forms.filter(|text| words.find_letters(&fold(text)).is_some()).max_by_key(|text| text.len());
                    if let Some(said) = said {
                        *used.entry((found.entry.zh(), said)).or_default() += 1;
                    }
                }
            }
            used
        })
        .fold(Used::default, |mut all, used| {
            for ((zh, said), signs) in used {
                let said = said.replace("//", " ");
                let renderings = all.entry((zh.to_owned(), Naming::Usual)).or_default();
                renderings.entry(fold(&said)).or_insert((said, 0)).1 += signs;
            }
            all
        })
        .reduce(Used::default, |mut a, b| {
            for (key, renderings) in b {
                let known = a.entry(key).or_default();
                for (letters, (said, signs)) in renderings {
                    known.entry(letters).or_insert((said, 0)).1 += signs;
                }
            }
            a
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{ReadOptions, read_bytes};

    fn terms(csv: &str) -> Vec<Term> {
        let tables = read_bytes("a.csv", csv.into(), &ReadOptions::default()).expect("a table");
        several_ways(&tables, &Context::standard()).0
    }

    #[test]
    fn whole_texts_and_pieces_are_found_with_what_to_hold_to() {
        let found = terms("zh,en\n停车场,Parking\n停车场,Car Park\n停车场,Parking\n出口,Exit\n出口,EXIT\n");
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].zh.as_str(), found[0].signs, found[0].renderings[0].signs), ("停车场", 3, 2));
        assert!(!found[0].recommended.is_empty() && !found[0].by.is_empty());
        let found = terms("zh,en\n一层卫生间,1F Toilet\n二层卫生间,2F Toilet\n三层卫生间,3F Restroom\n");
        assert_eq!(found.iter().map(|t| t.zh.as_str()).collect::<Vec<_>>(), ["卫生间"]);
    }

    #[test]
    fn plates_and_other_signs_may_differ() {
        let found =
            terms("zh,en,kind\n惠新东街,Huixin Dongjie,place-name-plate\n惠新东街,Huixin East Street,traffic-guide\n");
        assert!(found.is_empty(), "{found:?}");
    }
}
