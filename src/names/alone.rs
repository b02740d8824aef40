//! Names that need no cutting: regions, areas, short names of universities, generics that say enough by themselves.

use super::lexicon::{self, Part};
use super::{Composed, Composer, place, road, slots};
use crate::expect::{Role, Slot};
use crate::glossary::Entry;
use crate::senses;
use crate::sign::Span;
use crate::text::is_han;

/// Kinds of houses that are called with the region that keeps them, or without.
const KEPT_BY_CITY: [&str; 3] = ["university", "hospital", "school"];

impl<'g> Composer<'g> {
    /// 东城区: a region by itself.
    pub(super) fn region(self, span: &Span) -> Option<Composed> {
        let word = lexicon::word(self.text(span), Part::Region)?;
        Some(Composed::one(vec![slots::word(span.clone(), Role::Region, word, false)], 0.95))
    }

    /// 传媒大学, 协和医院: the name of a university or a hospital of the city without the region that it begins with.
    pub(super) fn short_name(self, span: &Span) -> Option<Composed> {
        const LEFT_OUT: [&str; 3] = ["中国", "北京", "北京市"];
        let text = self.text(span);
        if *span != (0..self.zh.len())
            && let Some(other) = self.with_city_otherwise(span)
        {
            return Some(other);
        }
        lexicon::generics_at_end(text).find(|w| KEPT_BY_CITY.contains(&w.class))?;
        // 市第一中学, 第一中学: what is counted is one of whatever city the sign stands in.
        if text.starts_with(['市', '区', '县', '第']) {
            return None;
        }
        if !(4..=6).contains(&text.chars().count()) {
            return None;
        }
        let full = LEFT_OUT.iter().find_map(|region| {
            let entries = self.glossary.get(&format!("{region}{text}"));
            entries.into_iter().find(|e| KEPT_BY_CITY.contains(&e.kind()))
        })?;
        let mut renderings = vec![vec![slots::entry(span.clone(), Role::Specific, &full)]];
        let composed = road::compose(self, span).or_else(|| place::compose(self, span));
        renderings.extend(composed.into_iter().flat_map(|c| c.renderings));
        Some(Composed { renderings, confidence: 0.65 })
    }

    /// 北京市急救中心, 北京广渠门中学: houses of the city are called after it with 市 and without.
    pub(super) fn with_city_otherwise(self, span: &Span) -> Option<Composed> {
        const CITY: &str = "北京";
        const MARK: char = '市';
        let own = self.text(span).strip_prefix(CITY)?;
        let other = match own.strip_prefix(MARK) {
            Some(own) => format!("{CITY}{own}"),
            None => format!("{CITY}{MARK}{own}"),
        };
        let kept = |e: &Entry| KEPT_BY_CITY.contains(&e.kind()) || matches!(e.kind(), "museum" | "library");
        let entry = self.glossary.get(&other).into_iter().find(kept)?;
        Some(Composed::one(vec![slots::entry(span.clone(), Role::Specific, &entry)], 0.85))
    }

    /// 八宝山, 回龙观: a subdistrict or town bears the name, so it is an area, in one word; what its characters once
    /// meant may follow in English.
    pub(super) fn area(self, span: &Span) -> Option<Composed> {
        let text = self.text(span);
        if !(2..=4).contains(&self.count(span)) || !lexicon::is_area(text) {
            return None;
        }
        let name = vec![slots::native(text, span.clone(), Role::Specific, slots::ROMANISATION)?];
        // 永定路街道 is called after a road, which is what 永定路 alone is.
        if self.generic(span).is_some_and(|(generic, _)| generic.class == "road")
            && let Some(mut road) = road::compose(self, span)
        {
            road.renderings.push(name);
            return Some(road);
        }
        let mut composed = Composed::one(name, 0.8);
        let english = road::compose(self, span).or_else(|| place::compose(self, span));
        composed.renderings.extend(english.into_iter().flat_map(|c| c.renderings));
        Some(composed)
    }

    /// 传媒大学: a generic that says enough by itself.
    pub(super) fn bare_generic(self, span: &Span) -> Option<Composed> {
        let text = self.text(span);
        // 东楼, 县城: two characters say as much where they are a word or begin with a direction.
        let first = text.chars().next().map_or(0, char::len_utf8);
        let sided = lexicon::word(&text[..first], Part::Direction).is_some();
        self.generic_alone(span).filter(|_| self.count(span) > 2 || sided || senses::of(text).is_some())
    }

    /// 市场: the generic by itself.
    pub(super) fn generic_alone(self, span: &Span) -> Option<Composed> {
        let word = lexicon::word(self.text(span), Part::Generic).filter(|_| self.count(span) > 1)?;
        Some(Composed::one(vec![slots::word(span.clone(), Role::Generic, word, false)], 0.7))
    }

    /// 通州北关, 良乡南关, 海淀黄庄: a region or an area of two characters and a settlement in it, each one word.
    pub(super) fn area_and_name(self, span: &Span, rule: slots::Rule) -> Option<Vec<Slot>> {
        let text = self.text(span);
        let at = text.char_indices().nth(2)?.0;
        let (area, name) = text.split_at(at);
        let region = lexicon::word(area, Part::Region).is_some();
        let compass = lexicon::find_all(name).any(|f| f.start == 0 && f.word.class == "any");
        let last = name.char_indices().next_back()?.0;
        let grown = lexicon::get(&name[last..])
            .any(|w| w.settlement || w.class == "village" || lexicon::apart_on_stops(w.zh).is_some());
        let short = (2..=3).contains(&name.chars().count());
        if !short || !(region || lexicon::is_area(area)) || !(grown || (compass && region)) || !name.chars().all(is_han)
        {
            return None;
        }
        let split = span.start + at;
        Some(vec![
            slots::native(area, span.start..split, Role::Region, rule)?,
            slots::native(name, split..span.end, Role::Specific, rule)?,
        ])
    }
}
