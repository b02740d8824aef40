//! Lines of one text, found by a hash table that was baked beside it.

use crate::text::hash;

/// A text of lines, each `key` or `key<tab>value`, and the slots that lead from a key to its line.
#[derive(Debug)]
pub(super) struct Lines {
    text: &'static str,
    /// Little-endian slots of [`hash::slots`]; an index is the first byte of a line.
    slots: &'static [u8],
}

impl Lines {
    pub(super) fn new(text: &'static str, slots: &'static [u8]) -> Self {
        Self { text, slots }
    }

    /// Whether a line has this key.
    pub(super) fn contains(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// What stands behind the tab of the line with this key.
    pub(super) fn value(&self, key: &str) -> Option<&'static str> {
        let rest = &self.text[self.find(key)? + key.len()..];
        let line = &rest[..memchr::memchr(b'\n', rest.as_bytes())?];
        line.strip_prefix('\t')
    }

    /// First byte of the line with this key.
    fn find(&self, key: &str) -> Option<usize> {
        let bytes = self.text.as_bytes();
        hash::find_in_bytes(self.slots, key, |start| {
            let rest = &bytes[start..];
            rest.starts_with(key.as_bytes()) && matches!(rest.get(key.len()), Some(b'\n' | b'\t'))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_and_no_other() {
        let text = "a\nab\nb\tx\nzebra\n";
        let slots = hash::slots([("a", 0), ("ab", 2), ("b", 5), ("zebra", 9)].into_iter());
        let slots: Vec<u8> = slots.iter().flat_map(|slot| slot.to_le_bytes()).collect();
        let lines = Lines::new(text, slots.leak());
        assert!(lines.contains("a") && lines.contains("ab") && lines.contains("zebra"));
        assert_eq!(lines.value("b"), Some("x"));
        assert_eq!(lines.value("a"), None);
        assert!(!lines.contains("") && !lines.contains("aa") && !lines.contains("zz") && !lines.contains("0"));
    }
}
