//! What stands in the cells to the letter: the first questions of rules, which most signs answer with no.

use super::Analysed;

impl Analysed<'_> {
    /// The Chinese cell holds this text.
    #[must_use]
    pub fn zh_holds(&self, text: &str) -> bool {
        self.zh_characters.may_hold_all(text) && self.zh.contains(text)
    }

    /// The Chinese cell holds one of these texts.
    #[must_use]
    pub fn zh_holds_any(&self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.zh_holds(text))
    }

    /// The Chinese cell holds one of these characters.
    #[must_use]
    pub fn zh_has<const N: usize>(&self, characters: [char; N]) -> bool {
        characters.iter().any(|c| self.zh_characters.may_hold(*c)) && self.zh.contains(characters)
    }

    /// The English cell holds one of these characters.
    #[must_use]
    pub fn en_has<const N: usize>(&self, characters: [char; N]) -> bool {
        characters.iter().any(|c| self.en_characters.may_hold(*c)) && self.en.contains(characters)
    }

    /// The Chinese cell holds nothing but Chinese characters and printable ASCII.
    #[must_use]
    pub fn zh_is_usual(&self) -> bool {
        self.zh_characters.are_usual()
    }

    /// The English cell holds nothing but printable ASCII, and Chinese characters that were left in it.
    #[must_use]
    pub fn en_is_usual(&self) -> bool {
        self.en_characters.are_usual()
    }

    /// An ASCII digit stands in the Chinese cell.
    #[must_use]
    pub fn zh_has_digit(&self) -> bool {
        self.zh_characters.has_digit()
    }

    /// An ASCII digit stands in the English cell.
    #[must_use]
    pub fn en_has_digit(&self) -> bool {
        self.en_characters.has_digit()
    }
}
