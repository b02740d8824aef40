//! The kinds of places where the city's regulation asks for a foreign text (article 17), and how far their signs have it.
//!
//! A sign belongs to a kind by words in its place or its text, by its own kind or domain, or because the glossary knows
//! its place as such (`dictionaries/law-places.csv`). We do not have the catalogue of places that the city itself draws
//! up, so this is an estimate, and the report says by which words it was made.

use super::Tally;
use crate::glossary::{Glossary, sources};
use crate::sign::Sign;
use crate::wording::law::{KINDS, KindOfPlace};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// A kind of place with the signs that are known to hang in such places.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LawPlace {
    pub id: String,
    pub en: String,
    pub zh: String,
    /// Words by which its signs were recognised.
    pub words: Vec<String>,
    pub tally: Tally,
    pub score: Option<f64>,
    pub source: String,
    pub clause: String,
}

/// Signs counted by kind of place. A set of kinds is a bit mask.
pub(super) struct Law<'g> {
    glossary: &'g Glossary,
    tallies: Vec<Tally>,
    /// Kinds that the name of a place tells.
    places: FxHashMap<String, u32>,
}

impl<'g> Law<'g> {
    pub(super) fn new(glossary: &'g Glossary) -> Self {
        Self { glossary, tallies: vec![Tally::default(); KINDS.len()], places: FxHashMap::default() }
    }

    /// The kinds of places that a sign hangs in.
    pub(super) fn kinds_of(&mut self, sign: &Sign) -> u32 {
        let place = sign.place.trim();
        let by_place = match self.places.get(place) {
            Some(known) => *known,
            None => {
                let kinds = mask(|kind| kind.holds(place) || is_known_as(self.glossary, kind, place));
                self.places.insert(place.to_owned(), kinds);
                kinds
            }
        };
        let by_sign = mask(|kind| kind.has(&sign.zh, sign.kind, sign.domain));
        by_place | by_sign
    }

    pub(super) fn add(&mut self, kinds: u32, one: Tally) {
        for (at, tally) in self.tallies.iter_mut().enumerate() {
            if kinds & (1 << at) != 0 {
                *tally += one;
            }
        }
    }

    /// Every kind in the order of the law, those without a sign too: they may be missing from the inventory.
    pub(super) fn coverage(&self) -> Vec<LawPlace> {
        let told = KINDS.iter().zip(&self.tallies);
        told.map(|(kind, tally)| LawPlace {
            id: kind.id.clone(),
            en: kind.en.clone(),
            zh: kind.zh.clone(),
            words: kind.words.clone(),
            tally: *tally,
            score: tally.score(),
            source: sources::label(&kind.source).to_owned(),
            clause: kind.clause.clone(),
        })
        .collect()
    }
}

fn mask(fits: impl Fn(&KindOfPlace) -> bool) -> u32 {
    KINDS.iter().enumerate().filter(|(_, kind)| fits(kind)).map(|(at, _)| 1 << at).sum()
}

/// The glossary has the place as a whole entry of such a kind.
fn is_known_as(glossary: &Glossary, kind: &KindOfPlace, place: &str) -> bool {
    !place.is_empty() && glossary.get(place).iter().any(|entry| kind.entry_kinds.iter().any(|k| k == entry.kind()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::Kind;
    use crate::sign::Location;

    #[test]
    fn places_are_known_by_words_and_by_the_glossary() {
        let glossary = Glossary::standard();
        let mut law = Law::new(&glossary);
        let mut kinds = |zh: &'static str, place: &'static str, kind| {
            let location = Location { row: 1, ..Location::default() };
            let sign =
                Sign { id: "".into(), zh: zh.into(), en: "".into(), domain: None, kind, place: place.into(), location };
            let mask = law.kinds_of(&sign);
            KINDS
                .iter()
                .enumerate()
                .filter(|(at, _)| mask & (1 << at) != 0)
                .map(|(_, k)| k.id.clone())
                .collect::<Vec<String>>()
        };
        let none: Vec<String> = Vec::new();
        assert_eq!(kinds("出口", "首都机场3号航站楼", None), ["airport"]);
        assert_eq!(kinds("应急避难场所", "", None), ["emergency-shelter"]);
        assert_eq!(kinds("西单", "", Some(Kind::StationSign)), ["transit-stop"]);
        // It is a station of the railway and of the metro.
        assert_eq!(kinds("出口", "北京南站", None), ["railway-station", "transit-stop"]);
        assert_eq!(kinds("烤鸭", "某饭馆", None), none);
    }
}
