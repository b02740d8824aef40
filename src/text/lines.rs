//! Lines of one text, found by a hash table that was baked beside it.

use super::hash;

/// A text of lines, each `key` or `key<tab>value`, and the slots that lead from a key to its line.
#[derive(Debug)]
pub(crate) struct Lines {
    text: &'static str,
    /// Little-endian slots of [`hash::slots`]; an index is the first byte of a line.
    slots: &'static [u8],
}

impl Lines {
    pub(crate) fn new(text: &'static str, slots: &'static [u8]) -> Self {
        Self { text, slots }
    }

    /// Whether a line has this key.
    pub(crate) fn contains(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// What stands behind the tab of the line with this key.
    pub(crate) fn value(&self, key: &str) -> Option<&'static str> {
        let rest = &self.text[self.find(key)? + key.len()..];
        let line = &rest[..memchr::memchr(b'\n', rest.as_bytes())?];
        line.strip_prefix('\t')
    }

    /// The lines, which are sorted, that begin with these letters.
    pub(crate) fn beginning(&self, start: &str) -> impl Iterator<Item = &'static str> {
        let (mut low, mut high) = (0, self.text.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let bytes = &self.text.as_bytes()[low..middle];
            let line = low + memchr::memrchr(b'\n', bytes).map_or(0, |feed| feed + 1);
            let rest = &self.text[line..];
            let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
            if rest[..end] < *start { low = line + end + 1 } else { high = line }
        }
        self.text[low.min(self.text.len())..].lines().take_while(move |line| line.starts_with(start))
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
        let lines = Lines::new(text, hash::line_slots(text).leak());
        assert!(lines.contains("a") && lines.contains("ab") && lines.contains("zebra"));
        assert_eq!(lines.value("b"), Some("x"));
        assert_eq!(lines.value("a"), None);
        assert_eq!(lines.beginning("a").collect::<Vec<_>>(), ["a", "ab"]);
        assert_eq!(lines.beginning("z").collect::<Vec<_>>(), ["zebra"]);
        assert_eq!((lines.beginning("x").count(), lines.beginning("zz").count()), (0, 0));
        assert!(!lines.contains("") && !lines.contains("aa") && !lines.contains("zz") && !lines.contains("0"));
    }
}
