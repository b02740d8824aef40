//! Lays the English of a sign against what its Chinese lets one expect.
//!
//! A dynamic programme over slots and words finds, for every rendering, the cheapest way to give each slot a run of
//! words; the best rendering wins. The result says of each slot by which form it is matched, what stands in its
//! place, or that it is missing or moved; words that no slot claims are extra. Rules read this, not strings.

mod prices;

use crate::expect::{Expectation, Slot};
use crate::text::{Words, behind_fold, folds_to};
use prices::{EXTRA, Exact, Prices, Slips};
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

/// A path that costs less leaves no slot empty and no word unclaimed, articles and optional parts apart.
const NOTHING_LEFT: f32 = EXTRA;

/// Renderings that are searched for slips.
const MOST_SEARCHED: usize = 3;

/// Aligns words with an expectation.
#[must_use]
pub fn align(expectation: &Expectation, words: &Words) -> Alignment {
    // Letters that agree cost nothing to find; only the orders that fit best so are worth a search for slips.
    let mut totals: Vec<Option<f32>> = vec![None; expectation.renderings.len()];
    for (index, rendering) in expectation.renderings.iter().enumerate() {
        if !may_be_complete(&rendering.slots, words.all_letters(), &mut { MOST_TRIES }) {
            continue;
        }
        let path = Path::cheapest(&Exact(&rendering.slots), words);
        if path.total() < NOTHING_LEFT {
            let found = path.alignment(&rendering.slots, words, index);
            if found.is_complete() {
                return found;
            }
        }
        totals[index] = Some(path.total());
    }
    let total = |index: usize| Path::cheapest(&Exact(&expectation.renderings[index].slots), words).total();
    let ranked =
        totals.iter().enumerate().map(|(index, known)| (index, known.unwrap_or_else(|| total(index)) + rank(index)));
    let mut ranked: Vec<(usize, f32)> = ranked.collect();
    ranked.sort_by(|a, b| a.1.total_cmp(&b.1));
    ranked
        .iter()
        .take(MOST_SEARCHED)
        .map(|&(index, _)| {
            let slots = &expectation.renderings[index].slots;
            Path::cheapest(&Slips::new(slots), words).alignment(slots, words, index)
        })
        .min_by(|a, b| a.cost.total_cmp(&b.cost))
        .unwrap_or(Alignment {
            rendering: 0,
            fits: Vec::new(),
            extra: std::iter::once(0..words.len()).collect(),
            cost: f32::MAX,
        })
}

/// Steps after which [`may_be_complete`] leaves the answer to the search.
const MOST_TRIES: u32 = 256;

/// Whether letters may be forms of all slots one behind the other, articles and optional parts apart. Where it says no,
/// no search need be made; where it says yes, words may still be cut otherwise.
fn may_be_complete(slots: &[Slot], letters: &str, tries: &mut u32) -> bool {
    let Some(left) = tries.checked_sub(1) else { return true };
    *tries = left;
    let more = |slots: &[Slot], letters: Option<&str>, tries: &mut u32| {
        letters.is_some_and(|letters| may_be_complete(slots, letters, tries))
    };
    let slotted = match slots.split_first() {
        None => letters.is_empty(),
        Some((slot, rest)) => {
            slot.forms.iter().any(|form| more(rest, behind_fold(&form.text, letters), tries))
                || slot.optional && more(rest, Some(letters), tries)
        }
    };
    slotted || ARTICLES.iter().any(|article| more(slots, letters.strip_prefix(article), tries))
}

/// Of renderings that fit alike the earlier is cheaper.
#[allow(clippy::cast_precision_loss)]
fn rank(index: usize) -> f32 {
    index as f32 * 1e-4
}

#[derive(Clone, Copy)]
enum Step {
    Start,
    Extra,
    Skip,
    Take { words: usize, form: usize, similarity: f32 },
}

/// The cheapest way through slots and words.
struct Path {
    /// Of `slots + 1` rows, one for each word and the end.
    columns: usize,
    cost: Vec<f32>,
    step: Vec<Step>,
}

impl Path {
    fn cheapest(prices: &impl Prices, words: &Words) -> Self {
        let slots = prices.slots();
        let (rows, columns) = (slots.len() + 1, words.len() + 1);
        let mut cost = vec![f32::MAX; rows * columns];
        let mut step = vec![Step::Start; rows * columns];
        cost[0] = 0.0;
        for s in 0..rows {
            let empty = (s < slots.len()).then(|| (prices.missing(s), prices.longest(s)));
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
                    let price = if is_article(words.fold(w)) { 0.02 } else { EXTRA };
                    offer(s * columns + w + 1, price, Step::Extra);
                }
                let Some((missing, longest)) = empty else { continue };
                offer((s + 1) * columns + w, missing, Step::Skip);
                for end in w + 1..columns {
                    let letters = words.letters(w..end);
                    if letters.len() > longest {
                        break;
                    }
                    if let Some((price, form, similarity)) = prices.price(s, &(w..end), letters) {
                        offer((s + 1) * columns + end, price, Step::Take { words: end - w, form, similarity });
                    }
                }
            }
        }
        Self { columns, cost, step }
    }

    fn total(&self) -> f32 {
        self.cost.last().copied().unwrap_or(f32::MAX)
    }

    /// The path as fits and extra words; of renderings that fit alike the earlier is cheaper.
    fn alignment(&self, slots: &[Slot], words: &Words, rendering: usize) -> Alignment {
        let (mut s, mut w) = (slots.len(), words.len());
        let mut fits = vec![Fit::Missing; slots.len()];
        let mut extra: Vec<Range<usize>> = Vec::new();
        while s > 0 || w > 0 {
            match self.step[s * self.columns + w] {
                Step::Start => break,
                Step::Extra => {
                    w -= 1;
                    if is_article(words.fold(w)) {
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
            if *fit == Fit::Missing && slot.optional {
                *fit = Fit::Matched { form: 0, words: 0..0 };
            }
        }
        Alignment { rendering, fits, extra, cost: self.total() + rank(rendering) }
    }
}

const ARTICLES: [&str; 3] = ["the", "an", "a"];

fn is_article(folded: &str) -> bool {
    ARTICLES.contains(&folded)
}

/// A missing slot whose letters stand among the extra words was moved, not left out.
fn find_moved(slots: &[Slot], words: &Words, fits: &mut [Fit], extra: &mut Vec<Range<usize>>) {
    for (index, slot) in slots.iter().enumerate() {
        if fits[index] != Fit::Missing {
            continue;
        }
        let found = extra.iter().enumerate().find_map(|(at, run)| {
            (run.start..run.end).find_map(|start| {
                (start + 1..=run.end).find_map(|end| {
                    let letters = words.letters(start..end);
                    let form = slot.forms.iter().position(|form| folds_to(&form.text, letters))?;
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
