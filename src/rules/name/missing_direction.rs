//! `name/missing-direction`: the direction in a name is not in its English: 长安大戏院东门 as *Gate*.

use crate::align::Fit;
use crate::analyse::Analysed;
use crate::expect::{Expectation, Origin, Role, Standing};
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::text::{Words as TextWords, in_style_of};
use crate::wording::OPPOSITES;

pub static META: Meta = Meta {
    code: "name/missing-direction",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the direction is missing",
        why: "West Gate and East Gate, North Road and South Road are two places each. Without the direction the reader \
              cannot tell which.",
    },
    zh: Words {
        summary: "缺少方位词", why: "西门与东门、北路与南路是两个地方。英文漏掉方位词，读者无从分辨。"
    },
    citation: cite("gbt30240-1", "5.1.3"),
    examples: &[
        fires("玉渊潭公园东门", "Yuyuantan Park Gate"),
        fires("前门东大街", "Qianmen Street"),
        good("玉渊潭公园东门", "Yuyuantan Park East Gate"),
        good("玉渊潭公园东门", "East Gate of Yuyuantan Park"),
        good("东直门", "Dongzhimen"),
    ],
};

/// The group of the points of the compass.
const COMPASS: &str = "compass";

pub fn check(sign: &Analysed, report: &mut Report) {
    let Some((expectation, alignment)) = sign.expectation.as_ref().zip(sign.alignment.as_ref()) else { return };
    match expectation.origin {
        Origin::Composed => {}
        Origin::Glossary => return missing_from_entry(sign, expectation, report),
        _ => return,
    }
    // All else must stand as expected, so that the direction is what is missing and no other name was meant.
    let slots = &expectation.renderings[alignment.rendering].slots;
    let missing: Vec<_> =
        slots.iter().zip(&alignment.fits).filter(|(slot, fit)| **fit == Fit::Missing && !slot.optional).collect();
    let others_stand = slots
        .iter()
        .zip(&alignment.fits)
        .all(|(slot, fit)| slot.optional || slot.role == Role::Direction || matches!(fit, Fit::Matched { .. }));
    let [(slot, _)] = missing.as_slice() else { return };
    if slot.role != Role::Direction || !others_stand {
        return;
    }
    let said = sign.words.folds().any(is_direction);
    let romanised = sign.syllables().covers(&slot.zh);
    if said || romanised {
        return;
    }
    let mut say = report.en(&META, 0..sign.en.len());
    if let Some(write) = sign.preferred() {
        say = say.rewrite(sign.en, write);
    }
    say.done();
}

/// A form of the entry is the English with a direction more.
fn missing_from_entry(sign: &Analysed, expectation: &Expectation, report: &mut Report) {
    if sign.is_accepted_wording() || sign.words.folds().any(is_direction) || sign.words.len() < 2 {
        return;
    }
    let lacks = |text: &str| {
        let words = TextWords::of(text);
        words.len() > sign.words.len() && words.folds().filter(|word| !is_direction(word)).eq(sign.words.folds())
    };
    let forms = expectation.renderings.iter().flat_map(|r| match r.slots.as_slice() {
        [slot] => slot.forms.iter().filter(|f| f.standing < Standing::Deprecated).map(|f| f.text.to_string()).collect(),
        _ => vec![r.text()],
    });
    if let Some(form) = forms.into_iter().find(|form| lacks(form)) {
        report.en(&META, 0..sign.en.len()).rewrite(sign.en, in_style_of(&form, sign.en));
    }
}

fn is_direction(word: &str) -> bool {
    OPPOSITES.iter().any(|o| o.group == COMPASS && o.en.contains(&word))
}
