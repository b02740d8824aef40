//! Compares the words of a sign with the words of one acceptable form: which are the same, which are accepted
//! variants, which are near enough to be misspellings, which are missing or added.

use crate::english::English;
use crate::english::distance::within;
use crate::text::Words;

/// What stands for one word of the form, or of the sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// The same letters.
    Same { form: usize, word: usize },
    /// A variant that is right by itself: plural, spelling of the other side of the ocean, abbreviation.
    Variant { form: usize, word: usize },
    /// So near that one is a slip for the other.
    Near { form: usize, word: usize },
    /// Another word in its place.
    Replaced { form: usize, word: usize },
    /// The sign leaves it out.
    Lacking { form: usize },
    /// The sign adds it.
    Added { word: usize },
}

/// How a sign's words compare with a form's.
#[derive(Debug, Clone)]
pub struct Diff {
    pub ops: Vec<Op>,
    /// The form's words.
    pub form: Words,
    cost: u32,
}

/// The verdict on a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// Only accepted variants and words that carry no meaning differ.
    Equivalent,
    /// As [`Self::Equivalent`] but for words that are nearly the form's.
    Slip,
    /// Some words of meaning are shared.
    Partial,
    /// No word of meaning is shared.
    Different,
}

/// Words that a sign may add or leave out without another meaning.
pub(crate) fn is_light(english: &English, word: &str) -> bool {
    english.is_function_word(word) || word == "please"
}

/// Whether two folded words are accepted variants of one another.
fn is_variant(english: &English, a: &str, b: &str) -> bool {
    a == b || english.same_noun(a, b) || english.same_abbreviated(a, b) || english.same_spelling(a, b)
}

/// A slip: one letter in short words, two in long ones, and never two function words (`in` for `on`).
fn is_near(english: &English, a: &str, b: &str) -> bool {
    let shorter = a.len().min(b.len());
    if shorter < 3 || english.is_function_word(a) || english.is_function_word(b) {
        return false;
    }
    within(
        a,
        b,
        if shorter >= 7 {
            3
        } else if shorter >= 5 {
            2
        } else {
            1
        },
    )
}

impl Diff {
    /// Compares a form with the words of a sign.
    #[must_use]
    pub fn of(form: &str, sign: &Words) -> Self {
        let english = English::standard();
        let form = Words::of(form);
        let (rows, columns) = (form.len() + 1, sign.len() + 1);
        let mut cost = vec![0_u32; rows * columns];
        let gap = |word: &str| if is_light(english, word) { 2 } else { 10 };
        for f in 0..rows {
            for w in 0..columns {
                if f == 0 && w == 0 {
                    continue;
                }
                let mut best = u32::MAX;
                if f > 0 {
                    best = best.min(cost[(f - 1) * columns + w] + gap(form.fold(f - 1)));
                }
                if w > 0 {
                    best = best.min(cost[f * columns + w - 1] + gap(sign.fold(w - 1)));
                }
                if f > 0 && w > 0 {
                    best = best
                        .min(cost[(f - 1) * columns + w - 1] + pair_cost(english, form.fold(f - 1), sign.fold(w - 1)));
                }
                cost[f * columns + w] = best;
            }
        }
        let ops = Self::walk_back(english, &form, sign, &cost);
        Self { ops, form, cost: cost[rows * columns - 1] }
    }

    fn walk_back(english: &English, form: &Words, sign: &Words, cost: &[u32]) -> Vec<Op> {
        let columns = sign.len() + 1;
        let (mut f, mut w) = (form.len(), sign.len());
        let mut ops = Vec::with_capacity(f.max(w));
        while f > 0 || w > 0 {
            let here = cost[f * columns + w];
            if f > 0 && w > 0 {
                let (a, b) = (form.fold(f - 1), sign.fold(w - 1));
                let price = pair_cost(english, a, b);
                if cost[(f - 1) * columns + w - 1] + price == here {
                    (f, w) = (f - 1, w - 1);
                    ops.push(match price {
                        0 => Op::Same { form: f, word: w },
                        1 => Op::Variant { form: f, word: w },
                        NEAR => Op::Near { form: f, word: w },
                        _ => Op::Replaced { form: f, word: w },
                    });
                    continue;
                }
            }
            let gap = |word: &str| if is_light(english, word) { 2 } else { 10 };
            if f > 0 && cost[(f - 1) * columns + w] + gap(form.fold(f - 1)) == here {
                f -= 1;
                ops.push(Op::Lacking { form: f });
            } else {
                w -= 1;
                ops.push(Op::Added { word: w });
            }
        }
        ops.reverse();
        ops
    }

    /// The nearest of several forms: its index and the comparison.
    #[must_use]
    pub fn nearest<'f>(forms: impl IntoIterator<Item = &'f str>, sign: &Words) -> Option<(usize, Self)> {
        forms.into_iter().map(|form| Self::of(form, sign)).enumerate().min_by_key(|(index, diff)| (diff.cost, *index))
    }

    /// The verdict.
    #[must_use]
    pub fn closeness(&self, sign: &Words) -> Closeness {
        let english = English::standard();
        let (mut shared, mut slips, mut changed) = (false, false, false);
        for op in &self.ops {
            match *op {
                Op::Same { form, .. } | Op::Variant { form, .. } => shared |= !is_light(english, self.form.fold(form)),
                Op::Near { .. } => slips = true,
                Op::Replaced { .. } => changed = true,
                Op::Lacking { form } => changed |= !is_light(english, self.form.fold(form)),
                Op::Added { word } => changed |= !is_light(english, sign.fold(word)),
            }
        }
        match (changed, slips, shared) {
            (false, false, _) => Closeness::Equivalent,
            (false, true, _) => Closeness::Slip,
            (true, _, true) => Closeness::Partial,
            (true, true, false) => Closeness::Partial,
            (true, false, false) => Closeness::Different,
        }
    }
}

const NEAR: u32 = 6;
const REPLACED: u32 = 15;

fn pair_cost(english: &English, a: &str, b: &str) -> u32 {
    if a == b {
        0
    } else if is_variant(english, a, b) {
        1
    } else if is_near(english, a, b) {
        NEAR
    } else {
        REPLACED
    }
}
