//! Lays the English of a sign against what its Chinese lets one expect.
//!
//! A dynamic programme over slots and words finds, for every rendering, the cheapest way to give each slot a run of
//! words; the best rendering wins. The result says of each slot by which form it is matched, what stands in its
//! place, or that it is missing or moved; words that no slot claims are extra. Rules read this, not strings.

use crate::expect::{Expectation, Slot, Standing};
use crate::text::{Words, fold, similarity};
use std::ops::Range;

/// How a slot is filled.
#[derive(Debug, Clone, PartialEq)]
pub enum Fit {
    /// The letters are those of a form (case, spacing, apostrophes may differ).
    Matched { form: usize, words: Range<usize> },
    /// Something else stands in its place; `form` is the nearest.
    Differs { form: usize, words: Range<usize>, similarity: f32 },
    /// Nothing stands for it.
    Missing,
    /// It stands elsewhere.
    Moved { form: usize, words: Range<usize> },
}

impl Fit {
    /// The run of words that stands for the slot; empty where it is missing.
    #[must_use]
    pub fn words(&self) -> Range<usize> {
        match self {
            Self::Matched { words, .. } | Self::Differs { words, .. } | Self::Moved { words, .. } => words.clone(),
            Self::Missing => 0..0,
        }
    }
}

/// The best way to read the sign's English as one of the expected renderings.
#[derive(Debug, Clone, PartialEq)]
pub struct Alignment {
    /// Index of the rendering that fits best.
    pub rendering: usize,
    /// One for each slot of that rendering.
    pub fits: Vec<Fit>,
    /// Runs of words that no slot claims.
    pub extra: Vec<Range<usize>>,
    /// 0 for a perfect match.
    pub cost: f32,
}

impl Alignment {
    /// Every slot is matched and nothing is extra.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.extra.is_empty() && self.fits.iter().all(|f| matches!(f, Fit::Matched { .. }))
    }
}

/// Cost of a word that no slot claims. Less than a wrong word in a slot and less than a missing slot together.
const EXTRA: f32 = 0.7;
/// Cost of each word of a slot for which nothing stands.
const MISSING: f32 = 0.8;
/// Runs this unlike a form are not taken for it.
const LEAST_SIMILAR: f32 = 0.45;

/// Renderings that are searched for slips.
const MOST_SEARCHED: usize = 3;

/// Aligns words with an expectation.
#[must_use]
pub fn align(expectation: &Expectation, words: &Words) -> Alignment {
    let prepared: Vec<Vec<Prepared>> =
        expectation.renderings.iter().map(|r| r.slots.iter().map(Prepared::of).collect()).collect();
    // Letters that agree cost nothing to find; only the orders that fit best so are worth a search for slips.
    let mut ranked: Vec<Alignment> = Vec::with_capacity(prepared.len());
    for (index, slots) in prepared.iter().enumerate() {
        let found = align_ranked(slots, words, index, false);
        if found.is_complete() {
            return found;
        }
        ranked.push(found);
    }
    ranked.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    ranked
        .iter()
        .take(MOST_SEARCHED)
        .map(|found| align_ranked(&prepared[found.rendering], words, found.rendering, true))
        .min_by(|a, b| a.cost.total_cmp(&b.cost))
        .unwrap_or(Alignment {
            rendering: 0,
            fits: Vec::new(),
            extra: std::iter::once(0..words.len()).collect(),
            cost: f32::MAX,
        })
}

/// Aligns with one rendering; of equal ones the earlier is cheaper.
fn align_ranked(slots: &[Prepared], words: &Words, index: usize, slips: bool) -> Alignment {
    let mut found = align_slots(slots, words, slips);
    found.rendering = index;
    #[allow(clippy::cast_precision_loss)]
    let rank = index as f32 * 1e-4;
    found.cost += rank;
    found
}

/// A slot with its forms folded once.
struct Prepared<'s> {
    slot: &'s Slot,
    /// Letters and number of words of each form.
    forms: Vec<(String, usize)>,
}

impl<'s> Prepared<'s> {
    fn of(slot: &'s Slot) -> Self {
        let forms = slot.forms.iter().map(|f| (fold(&f.text), Words::of(&f.text).len())).collect();
        Self { slot, forms }
    }

    /// The best form for a run of words: (cost, form, similarity).
    fn cost(&self, letters: &str, count: usize, slips: bool) -> Option<(f32, usize, f32)> {
        let mut best: Option<(f32, usize, f32)> = None;
        for (index, (form, form_words)) in self.forms.iter().enumerate() {
            let standing = match self.slot.forms[index].standing {
                Standing::Preferred => 0.0,
                Standing::Allowed => 0.001,
                Standing::Abbreviated => 0.002,
                Standing::Deprecated => 0.01,
                Standing::Banned => 0.02,
            };
            let (cost, alike) = if form == letters {
                (standing, 1.0)
            } else if !slips || form_words.abs_diff(count) > 1 {
                continue;
            } else {
                let longest = form.len().max(letters.len());
                let gap = form.len().abs_diff(letters.len());
                #[allow(clippy::cast_precision_loss)]
                if (gap as f32) > longest as f32 * (1.0 - LEAST_SIMILAR) {
                    continue;
                }
                let alike = similarity(form, letters);
                if alike < LEAST_SIMILAR {
                    continue;
                }
                #[allow(clippy::cast_precision_loss)]
                let weight = (*form_words).max(count) as f32;
                (standing + weight * (0.15 + (1.0 - alike)), alike)
            };
            if best.is_none_or(|(least, ..)| cost < least) {
                best = Some((cost, index, alike));
            }
        }
        best
    }

    fn missing(&self) -> f32 {
        if self.slot.optional {
            return 0.005;
        }
        #[allow(clippy::cast_precision_loss)]
        let words = self.forms.first().map_or(1, |(_, n)| *n).max(1) as f32;
        MISSING * words
    }

    fn longest(&self) -> usize {
        self.forms.iter().map(|(letters, words)| (*words + 2).min(letters.len())).max().unwrap_or(0)
    }
}

#[derive(Clone, Copy)]
enum Step {
    Start,
    Extra,
    Skip,
    Take { words: usize, form: usize, similarity: f32 },
}

fn align_slots(slots: &[Prepared], words: &Words, slips: bool) -> Alignment {
    let (rows, columns) = (slots.len() + 1, words.len() + 1);
    let mut cost = vec![f32::MAX; rows * columns];
    let mut step = vec![Step::Start; rows * columns];
    cost[0] = 0.0;
    for s in 0..rows {
        for w in 0..columns {
            let here = cost[s * columns + w];
            if here == f32::MAX {
                continue;
            }
            let mut offer = |at: usize, price: f32, by: Step| {
                if here + price < cost[at] {
                    cost[at] = here + price;
                    step[at] = by;
                }
            };
            if w < words.len() {
                let price = if matches!(words.fold(w), "the" | "a" | "an") { 0.02 } else { EXTRA };
                offer(s * columns + w + 1, price, Step::Extra);
            }
            let Some(slot) = slots.get(s) else { continue };
            offer((s + 1) * columns + w, slot.missing(), Step::Skip);
            for count in 1..=slot.longest().min(words.len() - w) {
                if let Some((price, form, similarity)) = slot.cost(words.letters(w..w + count), count, slips) {
                    offer((s + 1) * columns + w + count, price, Step::Take { words: count, form, similarity });
                }
            }
        }
    }
    walk_back(slots, words, columns, &cost, &step)
}

fn walk_back(slots: &[Prepared], words: &Words, columns: usize, cost: &[f32], step: &[Step]) -> Alignment {
    let (mut s, mut w) = (slots.len(), words.len());
    let total = cost[s * columns + w];
    let mut fits = vec![Fit::Missing; slots.len()];
    let mut extra: Vec<Range<usize>> = Vec::new();
    while s > 0 || w > 0 {
        match step[s * columns + w] {
            Step::Start => break,
            Step::Extra => {
                w -= 1;
                if matches!(words.fold(w), "the" | "a" | "an") {
                    continue;
                }
                match extra.last_mut() {
                    Some(run) if run.start == w + 1 => run.start = w,
                    _ => extra.push(w..w + 1),
                }
            }
            Step::Skip => s -= 1,
            Step::Take { words: count, form, similarity } => {
                s -= 1;
                w -= count;
                let run = w..w + count;
                fits[s] = if similarity >= 1.0 {
                    Fit::Matched { form, words: run }
                } else {
                    Fit::Differs { form, words: run, similarity }
                };
            }
        }
    }
    extra.reverse();
    find_moved(slots, words, &mut fits, &mut extra);
    for (fit, slot) in fits.iter_mut().zip(slots) {
        if *fit == Fit::Missing && slot.slot.optional {
            *fit = Fit::Matched { form: 0, words: 0..0 };
        }
    }
    Alignment { rendering: 0, fits, extra, cost: total }
}

/// A missing slot whose letters stand among the extra words was moved, not left out.
fn find_moved(slots: &[Prepared], words: &Words, fits: &mut [Fit], extra: &mut Vec<Range<usize>>) {
    for (index, slot) in slots.iter().enumerate() {
        if fits[index] != Fit::Missing {
            continue;
        }
        let found = extra.iter().enumerate().find_map(|(at, run)| {
            (run.start..run.end).find_map(|start| {
                (start + 1..=run.end).find_map(|end| {
                    let letters = words.letters(start..end);
                    let form = slot.forms.iter().position(|(form, _)| form == letters)?;
                    Some((at, form, start..end))
                })
            })
        });
        if let Some((at, form, run)) = found {
            let whole = extra.remove(at);
            for rest in [whole.start..run.start, run.end..whole.end] {
                if !rest.is_empty() {
                    extra.push(rest);
                }
            }
            extra.sort_by_key(|r| r.start);
            fits[index] = Fit::Moved { form, words: run };
        }
    }
}
