//! Which characters stand in a text, told in one pass: the first question of what is silent on most signs.

use super::is_han;

/// The characters of a text: of ASCII each for certain, of all others as bits that several of them share.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Characters {
    ascii: u128,
    others: [u64; 4],
    /// Some character is neither printable ASCII nor Chinese.
    unusual: bool,
}

/// The bits of the ten digits.
const DIGITS: u128 = 0x3FF << b'0';

impl Characters {
    /// Those of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut found = Self::default();
        text.chars().for_each(|c| found.add(c));
        found
    }

    fn add(&mut self, c: char) {
        let code = u32::from(c);
        if c.is_ascii() {
            self.ascii |= 1 << code;
        } else {
            self.others[(code >> 6 & 3) as usize] |= 1 << (code & 63);
        }
        self.unusual |= !matches!(c, ' '..='~') && !is_han(c);
    }

    /// Whether all are printable ASCII or Chinese characters.
    #[must_use]
    pub fn are_usual(&self) -> bool {
        !self.unusual
    }

    /// Whether the character may stand in the text; of ASCII, whether it does.
    #[must_use]
    pub fn may_hold(&self, c: char) -> bool {
        let code = u32::from(c);
        if c.is_ascii() {
            return self.ascii >> code & 1 == 1;
        }
        self.others[(code >> 6 & 3) as usize] >> (code & 63) & 1 == 1
    }

    /// Whether all characters of a word may stand in the text.
    #[must_use]
    pub fn may_hold_all(&self, word: &str) -> bool {
        word.chars().all(|c| self.may_hold(c))
    }

    /// Whether an ASCII digit stands in the text.
    #[must_use]
    pub fn has_digit(&self) -> bool {
        self.ascii & DIGITS != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_stands_there_is_never_denied(text in "[a-z0-9 \n，一-龥]{0,20}", word in "[a-c0-9一-丏]{0,3}") {
            let characters = Characters::of(&text);
            prop_assert!(text.chars().all(|c| characters.may_hold(c)));
            prop_assert!(!text.contains(&word) || characters.may_hold_all(&word));
            prop_assert_eq!(characters.are_usual(), text.chars().all(|c| matches!(c, ' '..='~') || is_han(c)));
            prop_assert_eq!(characters.has_digit(), text.bytes().any(|b| b.is_ascii_digit()));
            for c in ' '..='~' {
                prop_assert_eq!(characters.may_hold(c), text.contains(c));
            }
        }
    }
}
