//! Syllables in Latin letters.

use super::readings::SYLLABLES;

/// Longest syllable in letters (`zhuang`).
const LONGEST: usize = 6;

/// Whether folded or written letters are one syllable; `u` stands for `ü` too.
#[must_use]
pub fn is_syllable(letters: &str) -> bool {
    if SYLLABLES.binary_search(&letters).is_ok() {
        return true;
    }
    let umlaut = letters.strip_prefix(['l', 'n']).is_some_and(|rest| rest.starts_with('u'));
    umlaut && SYLLABLES.binary_search(&letters.replacen('u', "ü", 1).as_str()).is_ok()
}

/// Cuts a word into syllables, case apart, apostrophes as borders; `None` where it is no pinyin.
#[must_use]
pub fn split(word: &str) -> Option<Vec<String>> {
    let lower = word.to_lowercase();
    let mut out = Vec::new();
    for piece in lower.split(['\'', '’']) {
        out.extend(cut(piece)?);
    }
    (!out.is_empty()).then_some(out)
}

/// The longest syllables first from which the rest works out. Linear: what works out is told from the end.
fn cut(letters: &str) -> Option<Vec<String>> {
    let ends = |from: usize| {
        let ends: Vec<usize> =
            letters[from..].char_indices().map(|(at, c)| from + at + c.len_utf8()).take(LONGEST).collect();
        ends.into_iter().rev().filter(move |end| is_syllable(&letters[from..*end]))
    };
    let mut works = vec![false; letters.len() + 1];
    works[letters.len()] = true;
    for (at, _) in letters.char_indices().rev() {
        works[at] = ends(at).any(|end| works[end]);
    }
    let mut out = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let end = ends(at).find(|end| works[*end])?;
        out.push(letters[at..end].to_owned());
        at = end;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut() {
        let cut = |word| split(word).map(|s| s.join(" "));
        assert_eq!(cut("Wangfujing").as_deref(), Some("wang fu jing"));
        assert_eq!(cut("Xi'an").as_deref(), Some("xi an"));
        assert_eq!(cut("Fangan").as_deref(), Some("fang an"));
        assert_eq!(cut("Lüdi").as_deref(), Some("lü di"));
        assert_eq!(cut("Street"), None);
    }
}
