//! Folded letters. Folding drops what carries no difference when a rendering is recognised: case, apostrophes,
//! diacritics, width.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds letters onto the end of a buffer: lower case, no apostrophes, marks or punctuation; `&` is `and`.
pub fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        return fold_ascii(text, out);
    }
    for c in text.nfkd() {
        if c == '&' {
            out.push_str("and");
        } else if c.is_alphanumeric() && !is_combining_mark(c) {
            out.extend(c.to_lowercase());
        }
    }
}

/// The same where every character is one byte, run by run.
fn fold_ascii(text: &str, out: &mut String) {
    let (start, mut run) = (out.len(), 0);
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| !byte.is_ascii_alphanumeric()) {
        out.push_str(&text[run..at]);
        if byte == b'&' {
            out.push_str("and");
        }
        run = at + 1;
    }
    out.push_str(&text[run..]);
    out[start..].make_ascii_lowercase();
}

/// Folded letters of a text.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Whether a text has exactly these folded letters.
#[must_use]
pub fn folds_to(text: &str, letters: &str) -> bool {
    behind_fold(text, letters).is_some_and(str::is_empty)
}

/// What follows the folded letters of a text in these letters; `None` where they do not begin with them.
#[must_use]
pub fn behind_fold<'l>(text: &str, letters: &'l str) -> Option<&'l str> {
    if !text.is_ascii() {
        return letters.strip_prefix(fold(text).as_str());
    }
    let (bytes, mut at) = (letters.as_bytes(), 0);
    for byte in text.bytes().filter(|b| b.is_ascii_alphanumeric() || *b == b'&') {
        if byte == b'&' {
            at += bytes[at..].starts_with(b"and").then_some("and".len())?;
        } else {
            at += (*bytes.get(at)? == byte.to_ascii_lowercase()).then_some(1)?;
        }
    }
    Some(&letters[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_drops_width_marks_and_case() {
        assert_eq!(fold("Ｅｘｉｔ Lǜ"), "exitlu");
    }
}
