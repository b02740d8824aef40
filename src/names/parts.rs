//! The words before a generic as slots.

use super::Composer;
use super::lexicon::{self, Part, Word};
use super::place::region;
use super::segment::{Token, What, bare_number};
use super::slots::{self, MODIFIERS, SPECIFIC_AND_GENERIC, texts};
use crate::expect::{Form, Role, Slot, Standing};
use crate::sign::Span;
use crate::text::numbers::{number, ordinal_word};

/// Sights whose pinyin, not their English, goes into the name of another place (地坛医院 is Ditan Hospital).
const SIGHTS: [&str; 5] = ["heritage", "scenic", "temple", "park", "gate"];
/// Places that belong to a sight and take its English.
const PARTS_OF_SIGHTS: [&str; 6] = ["gate", "scenic", "area", "garden", "hall", "museum"];
/// What serves the neighbourhood of a place and has the place's name as that of the neighbourhood.
const NEIGHBOURS: [&str; 9] =
    ["hospital", "clinic", "school", "kindergarten", "community", "residential", "town", "bank", "police"];
/// What else is called after the quarter around a sight.
const QUARTERS: [&str; 5] = ["hotel", "restaurant", "building", "stadium", "market"];

/// Buildings of old gardens and temples, older than what else bears their names.
const OLD: [&str; 2] = ["pavilion", "temple"];

/// One token of a name as a slot.
pub(super) fn part(c: Composer, token: &Token, generic: &Word) -> Option<Slot> {
    let zh = token.zh.clone();
    Some(match token.what {
        // 天坛医院, 鼓楼中医医院: what is called after a sight has its pinyin, not its English.
        What::Word(word)
            if word.part == Part::Established
                && is_sight(c, &zh)
                && (NEIGHBOURS.contains(&generic.class) || QUARTERS.contains(&generic.class)) =>
        {
            pinyin_of_sight(zh.clone(), c.text(&zh), slots::word(zh, Role::Specific, word, false))?
        }
        // 清华轩: what is called after a university or a brand elsewhere is a name of its own in a garden.
        What::Word(word) if word.part == Part::Established && OLD.contains(&generic.class) && !is_sight(c, &zh) => {
            pinyin_of_sight(zh.clone(), c.text(&zh), slots::word(zh, Role::Specific, word, false))?
        }
        // 前门三里河: a gate that begins a name is the area around it.
        What::Word(word) if word.part == Part::Direction && word.class == AFTER && zh.start == 0 => {
            slots::pinyin(c.text(&zh), zh, Role::Specific, SPECIFIC_AND_GENERIC)?
        }
        What::Word(word) => {
            let role = match word.part {
                Part::Region => return region(c, &zh),
                Part::Direction => Role::Direction,
                Part::Established => Role::Specific,
                _ => Role::Attribute,
            };
            slots::word(zh, role, word, true)
        }
        What::Known(entry)
            if (SIGHTS.contains(&entry.kind()) && !of_sight(generic) && !says_what_it_is(c.text(&zh)))
                || (entry.kind() == MALL && NEIGHBOURS.contains(&generic.class)) =>
        {
            pinyin_of_sight(zh.clone(), c.text(&zh), slots::entry(zh, Role::Specific, &entry))?
        }
        What::Known(entry) => slots::entry(zh, Role::Specific, &entry),
        What::Ordinal(number) => ordinal(zh, number, generic),
        What::And => texts(zh, Role::Connector, ["and"], MODIFIERS),
        What::Area | What::Unknown => slots::pinyin(c.text(&zh), zh, Role::Specific, SPECIFIC_AND_GENERIC)?,
    })
}

/// A token that means something; `None` for one that is only romanised.
pub(super) fn known_part(c: Composer, token: &Token, generic: &Word) -> Option<Slot> {
    part(c, token, generic).filter(|_| !token.is_unknown())
}

/// 陶然亭公园 in 陶然亭公园游船码头: a sight with its full generic is that sight and not the quarter called after it.
fn says_what_it_is(sight: &str) -> bool {
    lexicon::generics_at_end(sight)
        .next()
        .is_some_and(|word| word.zh.chars().count() > 1 && word.zh.len() < sight.len())
}

/// Class of the words for gates and exits that stand behind the place they belong to.
const AFTER: &str = "after";

/// A mall has a brand in English; schools and hospitals beside it have the name of the place (芳草地国际学校).
const MALL: &str = "mall";

/// The generic is of a place that belongs to a sight.
fn of_sight(generic: &Word) -> bool {
    PARTS_OF_SIGHTS.contains(&generic.class)
}

/// The glossary knows the text as a sight.
fn is_sight(c: Composer, zh: &Span) -> bool {
    c.glossary.get(c.text(zh)).iter().any(|e| SIGHTS.contains(&e.kind()))
}

/// The pinyin of a sight, with its English allowed.
fn pinyin_of_sight(zh: Span, text: &str, english: Slot) -> Option<Slot> {
    let mut slot = slots::pinyin(text, zh, Role::Specific, SPECIFIC_AND_GENERIC)?;
    slot.romanised = false;
    let current = english.forms.into_iter().filter(|f| f.standing < Standing::Deprecated);
    slot.forms.extend(current.map(|f| Form { standing: Standing::Allowed, ..f }));
    Some(slot)
}

/// 一〇一 in 一〇一中学: schools and hospitals that have a number for a name. Of three digits it stands by itself, as
/// Beijing 101 Middle School has it. In short names (五中) any number counts.
pub(super) fn numeral(c: Composer, zh: &Span, generic: &Word, short: bool) -> Option<Slot> {
    const NUMBERED: [&str; 3] = ["school", "hospital", "kindergarten"];
    const NAMED: &str = "学校";
    // 十一学校 is called after a day.
    if !NUMBERED.contains(&generic.class) || generic.zh == NAMED {
        return None;
    }
    let text = c.text(zh);
    let any = number(text).filter(|(_, bytes)| short && *bytes == text.len());
    let value = bare_number(text).or(any.map(|(value, _)| value))?;
    let mut slot = ordinal(zh.clone(), value, generic);
    slots::prefer(&mut slot, &value.to_string());
    Some(slot)
}

/// 第三: No. 3 for schools, Third for hospitals; both pass.
fn ordinal(zh: Span, number: u32, generic: &Word) -> Slot {
    let word = ordinal_word(number);
    let digits = format!("No. {number}");
    let mut forms = if matches!(generic.class, "school" | "kindergarten") || number > 10 {
        vec![digits, word]
    } else {
        vec![word, digits]
    };
    // 第一〇一中学 calls itself Beijing 101 Middle School.
    if number > 100 {
        forms.push(number.to_string());
    }
    texts(zh, Role::Ordinal, forms, MODIFIERS)
}

/// Classes of describing words that names are made with: 莲花 and a lone syllable is the name 莲花池.
const NAMING: [&str; 3] = ["nature", "adjective", "art"];

/// A direction or a lone syllable beside an unknown run belongs to the specific name (积水潭, 东直门, 莲花池).
pub(super) fn merged<'g>(c: Composer, tokens: Vec<Token<'g>>) -> Vec<Token<'g>> {
    let names = |token: &Token| matches!(token.what, What::Word(word) if NAMING.contains(&word.class));
    // 中山公园: of characters that are words each by itself none means anything in a name.
    let single = |token: &Token| c.count(&token.zh) == 1 && (token.is(Part::Attribute) || token.is(Part::Direction));
    if let ([first, .., last], true) = (tokens.as_slice(), tokens.iter().all(single)) {
        return vec![Token { zh: first.zh.start..last.zh.end, what: What::Unknown }];
    }
    let mut out: Vec<Token> = Vec::new();
    let last = tokens.len().saturating_sub(1);
    for (index, token) in tokens.into_iter().enumerate() {
        let one = token.zh.len() <= '字'.len_utf8();
        let part_of_name =
            token.is_unknown() || (one && token.is(Part::Attribute)) || (token.is(Part::Direction) && index < last);
        // 东直门外公交站: the ground before a city gate has a name of its own.
        let outside = token.is(Part::Direction) && matches!(c.text(&token.zh), "内" | "外");
        let gate = |before: &Token| c.text(&before.zh).ends_with('门');
        // 安定村小学: a village or a temple that an area is called after bears one name with it.
        let named_after = |before: &Token| names(before) || matches!(before.what, What::Area);
        match out.last_mut() {
            Some(before) if outside && gate(before) && matches!(before.what, What::Area | What::Unknown) => {
                before.zh.end = token.zh.end;
                before.what = What::Unknown;
            }
            Some(before) if before.is_unknown() && part_of_name => before.zh.end = token.zh.end,
            Some(before)
                if token.is_unknown()
                    && (before.zh.len() <= '字'.len_utf8() || (one && index == 1 && named_after(before)))
                    && !matches!(before.what, What::Ordinal(_)) =>
            {
                before.zh.end = token.zh.end;
                before.what = What::Unknown;
            }
            _ => out.push(token),
        }
    }
    out
}
