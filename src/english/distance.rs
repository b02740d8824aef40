//! Edit distance with a limit.

/// Whether at most `most` edits (a letter less, more, other, or two swapped) lie between two words.
#[must_use]
pub fn within(a: &str, b: &str, most: usize) -> bool {
    a.len().abs_diff(b.len()) <= most && strsim::osa_distance(a, b) <= most
}
