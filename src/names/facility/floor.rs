//! Storeys: 二层餐厅, 3号航站楼二层.

use super::super::slots::{MODIFIERS, connector, texts};
use super::super::{Composed, Composer, after_comma};
use super::{described, understood};
use crate::expect::{Form, Role, Slot, Standing};
use crate::sign::Span;
use crate::text::numbers::{number, ordinal_word};

/// A storey as signs number it, and the bytes it takes: 二层, 地下一层, B1层, 3F.
fn floor(text: &str) -> Option<(Vec<String>, usize)> {
    const BELOW: [&str; 3] = ["地下", "负", "B"];
    const MARKS: [&str; 3] = ["层", "楼", "F"];
    // P2层: decks of a car park are numbered so in both languages.
    if let Some(rest) = text.strip_prefix('P') {
        let (value, bytes) = number(rest).filter(|(_, bytes)| rest[*bytes..].starts_with(MARKS[0]))?;
        return Some((vec![format!("P{value}"), format!("Level P{value}")], 1 + bytes + MARKS[0].len()));
    }
    let below = BELOW.iter().find(|word| text.starts_with(**word)).map_or(0, |word| word.len());
    let (value, bytes) = number(&text[below..])?;
    let rest = &text[below + bytes..];
    // B1 says by itself that it is a storey.
    let mark = MARKS.iter().find(|mark| rest.starts_with(**mark));
    let end = below + bytes + mark.map_or(0, |mark| mark.len());
    if value == 0 || (mark.is_none() && !text.starts_with('B')) {
        return None;
    }
    let forms = if below > 0 {
        vec![format!("B{value}"), format!("Basement {value}"), format!("B{value}F")]
    } else {
        vec![
            format!("{value}F"),
            format!("L{value}"),
            format!("{} Floor", ordinal_word(value)),
            format!("Floor {value}"),
        ]
    };
    Some((forms, end))
}

fn floor_slot(zh: Span, forms: Vec<String>) -> Slot {
    let below = forms[0].starts_with(['B', 'P']);
    let old = format!("F{}", forms[0].trim_end_matches('F'));
    let mut slot = texts(zh, Role::Ordinal, forms, MODIFIERS);
    if !below {
        slot.forms.push(Form::new(old, Standing::Deprecated));
    }
    slot
}

/// 二层餐厅, 地下一层停车场: the storey before the facility, as on the sign; with a comma or a preposition it may follow.
pub(super) fn on_floor(c: Composer, span: &Span) -> Option<Composed> {
    let (forms, bytes) = floor(c.text(span))?;
    let rest = span.start + bytes..span.end;
    let inside = described(c, &rest)?;
    let storey = floor_slot(span.start..rest.start, forms);
    let before = [vec![storey.clone()], inside.clone()].concat();
    let behind = [inside.clone(), after_comma(vec![storey.clone()])].concat();
    let on = [inside, vec![connector("on"), storey]].concat();
    Some(Composed { renderings: vec![before, behind, on], confidence: 0.75 })
}

/// 3号航站楼二层: the storey of a building.
pub(super) fn floor_of(c: Composer, span: &Span) -> Option<Composed> {
    let text = c.text(span);
    let starts = text.char_indices().map(|(at, _)| at).skip(2);
    let (at, forms) =
        starts.filter_map(|at| Some((at, floor(&text[at..]).filter(|(_, end)| *end == text.len() - at)?.0))).next()?;
    // 3号楼 is a building and no third storey.
    if text.ends_with('楼') {
        return None;
    }
    let zh = span.start..span.start + at;
    let owner = understood(c, &zh)?;
    let storey = floor_slot(zh.end..span.end, forms);
    let behind = [vec![storey.clone()], after_comma(owner.clone())].concat();
    let before = [owner, vec![storey]].concat();
    Some(Composed { renderings: vec![behind, before], confidence: 0.7 })
}
