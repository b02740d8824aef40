//! What each slot asks for a run of words: the price of taking it for one of the slot's forms.

use crate::expect::{Slot, Standing};
use crate::text::{Words, fold, folds_to, similarity};
use std::ops::Range;

/// Cost of a word that no slot claims. Less than a wrong word in a slot and less than a missing slot together.
pub(super) const EXTRA: f32 = 0.7;
/// Cost of each word of a slot for which nothing stands.
const MISSING: f32 = 0.8;
/// Runs this unlike a form are not taken for it.
const LEAST_SIMILAR: f32 = 0.45;

/// What a slot asks for a run of words.
pub(super) trait Prices {
    fn slots(&self) -> &[Slot];

    /// Cost of a slot for which nothing stands.
    fn missing(&self, slot: usize) -> f32 {
        missing(&self.slots()[slot])
    }

    /// Bytes of the longest run of letters that may fill a slot.
    fn longest(&self, slot: usize) -> usize;

    /// The best form of a slot for a run of words: (cost, form, similarity).
    fn price(&self, slot: usize, run: &Range<usize>, letters: &str) -> Option<(f32, usize, f32)>;
}

/// How much less a form counts for its standing.
fn standing_cost(standing: Standing) -> f32 {
    match standing {
        Standing::Preferred => 0.0,
        Standing::Allowed => 0.001,
        Standing::Abbreviated => 0.002,
        Standing::Deprecated => 0.01,
        Standing::Banned => 0.02,
    }
}

/// Cost of a slot for which nothing stands.
fn missing(slot: &Slot) -> f32 {
    if slot.optional {
        return 0.005;
    }
    #[allow(clippy::cast_precision_loss)]
    let words = slot.forms.first().map_or(1, |form| Words::count(&form.text)).max(1) as f32;
    MISSING * words
}

/// Only letters that agree fill a slot. Nothing is folded beforehand: most comparisons end at the first letter.
pub(super) struct Exact<'s>(pub(super) &'s [Slot]);

impl Prices for Exact<'_> {
    fn slots(&self) -> &[Slot] {
        self.0
    }

    fn longest(&self, slot: usize) -> usize {
        // An ampersand, one byte, is read as three letters.
        self.0[slot]
            .forms
            .iter()
            .map(|form| form.text.len() + 2 * form.text.bytes().filter(|b| *b == b'&').count())
            .max()
            .unwrap_or(0)
    }

    fn price(&self, slot: usize, _: &Range<usize>, letters: &str) -> Option<(f32, usize, f32)> {
        let forms = self.0[slot].forms.iter().enumerate().filter(|(_, form)| folds_to(&form.text, letters));
        forms.map(|(index, form)| (standing_cost(form.standing), index, 1.0)).min_by(|a, b| a.0.total_cmp(&b.0))
    }
}

/// Letters that nearly agree fill a slot too, at a price.
pub(super) struct Slips<'s> {
    slots: &'s [Slot],
    /// For each slot its forms, folded once.
    forms: Vec<Vec<Folded>>,
    /// Price of leaving a slot empty.
    missing: Vec<f32>,
}

struct Folded {
    letters: String,
    chars: usize,
    words: usize,
    bag: Bag,
}

impl<'s> Slips<'s> {
    pub(super) fn new(slots: &'s [Slot]) -> Self {
        let folded = |text: &str| {
            let letters = fold(text);
            Folded { bag: Bag::of(&letters), chars: letters.chars().count(), letters, words: Words::count(text) }
        };
        let forms = slots.iter().map(|slot| slot.forms.iter().map(|form| folded(&form.text)).collect()).collect();
        Self { slots, forms, missing: slots.iter().map(missing).collect() }
    }
}

impl Prices for Slips<'_> {
    fn slots(&self) -> &[Slot] {
        self.slots
    }

    fn missing(&self, slot: usize) -> f32 {
        self.missing[slot]
    }

    fn longest(&self, slot: usize) -> usize {
        // A run that is longer is too unlike any form.
        #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::cast_sign_loss)]
        let most = |letters: usize| (letters as f32 / LEAST_SIMILAR) as usize + 1;
        self.forms[slot].iter().map(|form| most(form.letters.len())).max().unwrap_or(0)
    }

    #[allow(clippy::cast_precision_loss)]
    fn price(&self, slot: usize, run: &Range<usize>, letters: &str) -> Option<(f32, usize, f32)> {
        let count = run.len();
        let (chars, mut bag) = (letters.chars().count(), None);
        // Leaving the slot empty and the words unclaimed is never dearer than this.
        let worth = self.missing[slot] + EXTRA * count as f32;
        let mut best: Option<(f32, usize, f32)> = None;
        for (index, form) in self.forms[slot].iter().enumerate() {
            let standing = standing_cost(self.slots[slot].forms[index].standing);
            let (cost, alike) = if form.letters == letters {
                (standing, 1.0)
            } else if form.words.abs_diff(count) > 1 || count > form.words + 2 {
                continue;
            } else {
                let longest = form.letters.len().max(letters.len()) as f32;
                let weight = form.words.max(count) as f32;
                let price = |distance: f32| standing + weight * (0.15 + distance / longest);
                // Their number alone tells most forms apart, the letters most of the rest.
                if form.chars.abs_diff(chars) as f32 > longest * (1.0 - LEAST_SIMILAR) {
                    continue;
                }
                let least = form.bag.distance(bag.get_or_insert_with(|| Bag::of(letters))) as f32;
                let most = best.map_or(worth, |(cost, ..)| cost.min(worth));
                if least > longest * (1.0 - LEAST_SIMILAR) || price(least) >= most {
                    continue;
                }
                let alike = similarity(&form.letters, letters);
                if alike < LEAST_SIMILAR {
                    continue;
                }
                (price((1.0 - alike) * longest), alike)
            };
            if best.is_none_or(|(least, ..)| cost < least) {
                best = Some((cost, index, alike));
            }
        }
        best
    }
}

/// How often each letter and digit occurs: what two texts do not share of it bounds their edit distance from below.
#[derive(Clone, Copy)]
struct Bag([u8; 37]);

impl Bag {
    fn of(letters: &str) -> Self {
        let mut counts = [0_u8; 37];
        for byte in letters.bytes() {
            let at = match byte {
                b'a'..=b'z' => byte - b'a',
                b'0'..=b'9' => byte - b'0' + 26,
                // The bytes of one other letter count as one, by its first.
                0x80..0xC0 => continue,
                _ => 36,
            };
            counts[usize::from(at)] = counts[usize::from(at)].saturating_add(1);
        }
        Self(counts)
    }

    /// Fewest edits between texts with these letters.
    fn distance(&self, other: &Self) -> usize {
        let (mut more, mut less) = (0_usize, 0_usize);
        for (a, b) in self.0.iter().zip(&other.0) {
            more += usize::from(a.saturating_sub(*b));
            less += usize::from(b.saturating_sub(*a));
        }
        more.max(less)
    }
}
