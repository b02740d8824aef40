//! Tells of most texts at once that they are no key of a table, and of a longer text which of its beginnings and ends
//! may be one: the lengths that keys have by the character that they begin or end with.
//!
//! `build.rs` includes this file by path, so it must not use other modules of the crate.

/// Cells for characters, for beginnings and again for ends; two characters may share one.
const CELLS: usize = 1 << 12;

/// The lengths of keys, as bits, by their first character, then by their last.
#[allow(dead_code)]
pub(crate) fn bake<'k>(keys: impl Iterator<Item = &'k str>) -> Vec<u32> {
    let mut cells = vec![0; 2 * CELLS];
    for key in keys {
        if let (Some(first), Some(last)) = (first(key), last(key)) {
            cells[first] |= bit(key.len());
            cells[CELLS + last] |= bit(key.len());
        }
    }
    cells
}

/// The cell of the character that begins a text: of a Chinese one the bits in its last two bytes.
fn first(text: &str) -> Option<usize> {
    match *text.as_bytes() {
        [0xE0..=0xEF, high, low, ..] => Some(low_bits(high, low)),
        _ => text.chars().next().map(cell),
    }
}

/// The cell of the character that ends a text.
fn last(text: &str) -> Option<usize> {
    match *text.as_bytes() {
        [.., high @ 0x80..=0xBF, low @ 0x80..=0xBF] => Some(low_bits(high, low)),
        _ => text.chars().next_back().map(cell),
    }
}

fn low_bits(high: u8, low: u8) -> usize {
    usize::from(high & 0x3F) << 6 | usize::from(low & 0x3F)
}

fn cell(c: char) -> usize {
    c as usize % CELLS
}

/// Bytes of a Chinese character: lengths are told apart by so many.
const STEP: usize = 3;

fn bit(len: usize) -> u32 {
    1 << (len / STEP).min(31)
}

/// Whether the text may be a key; `cells` reads what [`bake`] made.
#[allow(dead_code)]
pub(crate) fn may_hold(cells: impl Fn(usize) -> u32, text: &str) -> bool {
    let (Some(first), Some(last)) = (first(text), last(text)) else { return false };
    cells(first) & cells(CELLS + last) & bit(text.len()) != 0
}

/// The lengths in bytes, the longest first, of the beginnings of a text that may be keys.
#[allow(dead_code)]
pub(crate) fn beginnings(cells: impl Fn(usize) -> u32, text: &str) -> impl Iterator<Item = usize> {
    let bits = first(text).map_or(0, &cells);
    lengths(bits, text.len()).filter(move |len| text.is_char_boundary(*len))
}

/// The lengths in bytes, the longest first, of the ends of a text that may be keys.
#[allow(dead_code)]
pub(crate) fn ends(cells: impl Fn(usize) -> u32, text: &str) -> impl Iterator<Item = usize> {
    let bits = last(text).map_or(0, |last| cells(CELLS + last));
    lengths(bits, text.len()).filter(move |len| text.is_char_boundary(text.len() - len))
}

/// The lengths with these bits, from a longest down.
fn lengths(bits: u32, longest: usize) -> impl Iterator<Item = usize> {
    let mut next = longest;
    std::iter::from_fn(move || {
        loop {
            let step = (next / STEP).min(31);
            if next == 0 {
                return None;
            }
            if bits >> step & 1 == 1 {
                next -= 1;
                return Some(next + 1);
            }
            let shorter = bits & ((1 << step) - 1);
            next = (shorter.checked_ilog2()? as usize + 1) * STEP - 1;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_key_is_sieved_out(keys in prop::collection::vec("[a北京市区路]{1,40}", 1..20), text in "[a北京市区路]{0,50}") {
            let baked = bake(keys.iter().map(String::as_str));
            let cells = |at: usize| baked[at];
            for key in &keys {
                prop_assert!(may_hold(cells, key));
                let longer = format!("{key}{text}");
                prop_assert!(beginnings(cells, &longer).any(|len| len == key.len()));
                let longer = format!("{text}{key}");
                prop_assert!(ends(cells, &longer).any(|len| len == key.len()));
            }
            let told: Vec<usize> = ends(cells, &text).collect();
            prop_assert!(told.is_sorted_by(|a, b| a > b));
        }
    }
}
