//! Edit distance with a limit.

use crate::text::edit_distance;

/// Whether at most `most` edits (a letter less, more, other, or two swapped) lie between two words.
#[must_use]
pub fn within(a: &str, b: &str, most: usize) -> bool {
    // Letters that only one of them has cost an edit for every two of them: most pairs end here.
    let strangers = || (letters(a) ^ letters(b)).count_ones() as usize;
    a.len().abs_diff(b.len()) <= most && strangers() <= 2 * most && edit_distance(a, b) <= most
}

/// One bit for each letter of the alphabet that occurs, one for all else.
fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |bits, b| bits | if b.is_ascii_lowercase() { 1 << (b - b'a') } else { 1 << 26 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_the_full_distance(a in "[a-e]{0,7}", b in "[a-e]{0,7}", most in 0_usize..4) {
            prop_assert_eq!(within(&a, &b, most), strsim::osa_distance(&a, &b) <= most);
        }
    }
}
