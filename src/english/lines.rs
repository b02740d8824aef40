//! Sorted lines in one text, searched in place.

/// A text of sorted lines that begins and ends with a line feed.
#[derive(Debug)]
pub(crate) struct Lines {
    text: &'static str,
}

impl Lines {
    pub(crate) fn new(text: &'static str) -> Self {
        Self { text }
    }

    /// Whether a line is exactly this.
    pub(crate) fn contains(&self, line: &str) -> bool {
        self.find(line).is_some_and(|found| found == line)
    }

    /// What stands behind the tab of the line with this key.
    pub(crate) fn value(&self, key: &str) -> Option<&'static str> {
        let (found, value) = self.find(key)?.split_once('\t')?;
        (found == key).then_some(value)
    }

    /// The lines that begin with these letters.
    pub(crate) fn beginning(&self, start: &str) -> impl Iterator<Item = &'static str> {
        let first = self.position(start);
        let rest = &self.text[(first + 1).min(self.text.len())..];
        rest.split('\n').take_while(move |line| line.starts_with(start))
    }

    /// The line feed before the first line that is not less than the key.
    fn position(&self, key: &str) -> usize {
        let bytes = self.text.as_bytes();
        let (mut low, mut high) = (0, bytes.len() - 1);
        while low < high {
            let middle = low + (high - low) / 2;
            let start = memchr::memrchr(b'\n', &bytes[low..=middle]).map_or(low, |at| low + at);
            match self.line_after(start) {
                Some(line) if line < key => low = start + 1 + line.len(),
                _ => high = start,
            }
        }
        low
    }

    /// The line whose part before a tab is not less than the key.
    fn find(&self, key: &str) -> Option<&'static str> {
        let bytes = self.text.as_bytes();
        let (mut low, mut high) = (0, bytes.len() - 1);
        // Both ends stand on a line feed; the wanted line begins after one between them.
        while low < high {
            let middle = low + (high - low) / 2;
            let start = memchr::memrchr(b'\n', &bytes[low..=middle]).map_or(low, |at| low + at);
            let line = self.line_after(start)?;
            let head = line.split('\t').next().unwrap_or(line);
            match head.cmp(key) {
                std::cmp::Ordering::Equal => return Some(line),
                std::cmp::Ordering::Less => low = start + 1 + line.len(),
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }

    fn line_after(&self, feed: usize) -> Option<&'static str> {
        let rest = self.text.get(feed + 1..)?;
        let end = memchr::memchr(b'\n', rest.as_bytes())?;
        Some(&rest[..end])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_and_no_other() {
        let lines = Lines::new("\na\nab\nb\tx\nzebra\n");
        assert!(lines.contains("a") && lines.contains("ab") && lines.contains("zebra"));
        assert_eq!(lines.value("b"), Some("x"));
        assert_eq!(lines.beginning("a").collect::<Vec<_>>(), ["a", "ab"]);
        assert_eq!(lines.beginning("z").collect::<Vec<_>>(), ["zebra"]);
        assert_eq!(lines.beginning("x").count(), 0);
        assert!(!lines.contains("") && !lines.contains("aa") && !lines.contains("zz") && !lines.contains("0"));
    }
}
