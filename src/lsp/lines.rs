//! Bytes of a text and the protocol's positions: lines from 0, columns in units of UTF-16.

use lsp_types::{Position, Range as LspRange};
use std::ops::Range;

/// Bytes between counts of units: a file of one long line must not be counted through for each of its findings.
const BLOCK: usize = 1024;

/// Where the lines of a text begin. A line ends with `\n`, `\r\n` or `\r`, as the protocol has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lines {
    starts: Vec<usize>,
    /// Units before each block of bytes.
    units: Vec<usize>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'))
            .map(|at| at + 1);
        let sums = bytes.chunks(BLOCK).scan(0, |sum, block| {
            *sum += units(block);
            Some(*sum)
        });
        Self { starts: std::iter::once(0).chain(ends).collect(), units: std::iter::once(0).chain(sums).collect() }
    }

    /// Units before a byte.
    fn before(&self, text: &str, byte: usize) -> usize {
        let block = byte / BLOCK;
        self.units[block] + units(&text.as_bytes()[block * BLOCK..byte])
    }

    /// The position of a byte; one inside a character is that of the character.
    pub(super) fn position(&self, text: &str, byte: usize) -> Position {
        let byte = floor(text, byte);
        let line = self.starts.partition_point(|start| *start <= byte).saturating_sub(1);
        let units = self.before(text, byte) - self.before(text, self.starts[line]);
        Position { line: number(line), character: number(units) }
    }

    pub(super) fn range(&self, text: &str, bytes: Range<usize>) -> LspRange {
        LspRange { start: self.position(text, bytes.start), end: self.position(text, bytes.end) }
    }

    /// The byte of a position; one past the end of its line, or of the text, is that end.
    pub(super) fn byte(&self, text: &str, position: Position) -> usize {
        let Some(bytes) = self.line(text, position.line) else { return text.len() };
        let mut units = 0;
        for (at, c) in text[bytes.clone()].char_indices() {
            if units >= position.character {
                return bytes.start + at;
            }
            units += u32::try_from(c.len_utf16()).unwrap_or(1);
        }
        bytes.end
    }

    /// The bytes of a line from 0, without its end.
    pub(super) fn line(&self, text: &str, line: u32) -> Option<Range<usize>> {
        let line = line as usize;
        let start = *self.starts.get(line)?;
        let end = self.starts.get(line + 1).copied().unwrap_or(text.len());
        Some(start..start + text[start..end].trim_end_matches(['\n', '\r']).len())
    }
}

/// Units of UTF-16 of the characters that begin in these bytes of UTF-8: two for those of four bytes.
fn units(bytes: &[u8]) -> usize {
    bytes.iter().map(|b| usize::from(b & 0xC0 != 0x80) + usize::from(*b >= 0xF0)).sum()
}

fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn columns_are_units_of_utf_16() {
        let text = "中文,𠮷野家,x\r\nb\rc";
        let lines = Lines::of(text);
        let at = |byte| (lines.position(text, byte).line, lines.position(text, byte).character);
        assert_eq!(at(0), (0, 0));
        assert_eq!(at(7), (0, 3));
        assert_eq!(at(11), (0, 5), "a character outside the BMP is two units");
        assert_eq!(at(text.find('b').expect("b")), (1, 0));
        assert_eq!(at(text.find('c').expect("c")), (2, 0));
        assert_eq!(lines.byte(text, Position { line: 0, character: 99 }), text.find('\r').expect("an end"));
        assert_eq!(lines.byte(text, Position { line: 99, character: 0 }), text.len());
    }

    #[test]
    fn long_lines_are_counted_by_blocks() {
        let text = "中𠮷a".repeat(1000) + "\n" + &"𠮷".repeat(999);
        let lines = Lines::of(&text);
        for (byte, _) in text.char_indices().step_by(97).chain([(text.len(), ' ')]) {
            let start = text[..byte].rfind('\n').map_or(0, |at| at + 1);
            let counted = text[start..byte].encode_utf16().count();
            assert_eq!(lines.position(&text, byte).character as usize, counted, "{byte}");
        }
    }

    proptest! {
        #[test]
        fn bytes_come_back(text in "[a-z中𠮷\r\n]{0,24}") {
            let lines = Lines::of(&text);
            for (byte, c) in text.char_indices() {
                // Between \r and \n there is no position.
                if c != '\n' {
                    prop_assert_eq!(lines.byte(&text, lines.position(&text, byte)), byte);
                }
            }
        }

        #[test]
        fn any_position_is_some_byte(text in "[a中𠮷\r\n]{0,9}", line in any::<u32>(), character in any::<u32>()) {
            let byte = Lines::of(&text).byte(&text, Position { line, character });
            prop_assert!(text.is_char_boundary(byte));
        }
    }
}
