//! Signs counted by how they stand, and the score made of the counts.

use crate::finding::Level;
use crate::text::has_han;
use serde::{Deserialize, Serialize};
use std::ops::{AddAssign, Sub};

/// How one sign stands. Each sign stands in one way only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Both languages, nothing above a note.
    Correct,
    /// Both languages, at worst a warning.
    Doubtful,
    /// Both languages, an error.
    Wrong,
    WithoutEnglish,
    WithoutChinese,
}

impl Standing {
    /// The standing of a sign whose gravest finding is known; `None` for a row without any text.
    pub(super) fn of(zh: &str, en: &str, worst: Option<Level>) -> Option<Self> {
        let english = en.chars().any(char::is_alphanumeric);
        let chinese = zh.chars().any(char::is_alphanumeric);
        match (chinese, english) {
            (false, false) => None,
            (false, true) => Some(Self::WithoutChinese),
            // A number alone is the same in both languages.
            (true, false) if has_han(zh) => Some(Self::WithoutEnglish),
            _ => Some(match worst {
                Some(Level::Error) => Self::Wrong,
                Some(Level::Warning) => Self::Doubtful,
                Some(Level::Info) | None => Self::Correct,
            }),
        }
    }
}

/// Numbers of signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// All signs that carry text.
    pub signs: u64,
    /// Bilingual, nothing above a note.
    pub correct: u64,
    /// Bilingual, at worst a warning.
    pub doubtful: u64,
    /// Bilingual, with an error.
    pub wrong: u64,
    pub without_english: u64,
    pub without_chinese: u64,
    /// Of those without English: in a kind of place where the law asks for it.
    pub lacking_by_law: u64,
}

impl Tally {
    pub(super) fn add(&mut self, standing: Standing, by_law: bool) {
        self.signs += 1;
        match standing {
            Standing::Correct => self.correct += 1,
            Standing::Doubtful => self.doubtful += 1,
            Standing::Wrong => self.wrong += 1,
            Standing::WithoutEnglish => {
                self.without_english += 1;
                self.lacking_by_law += u64::from(by_law);
            }
            Standing::WithoutChinese => self.without_chinese += 1,
        }
    }

    /// Signs with both languages.
    #[must_use]
    pub fn bilingual(&self) -> u64 {
        self.correct + self.doubtful + self.wrong
    }

    /// Signs that the score counts: the bilingual ones, those without Chinese, and those without English where the law
    /// asks for it. Elsewhere English may be added or not, so its absence counts neither way.
    #[must_use]
    pub fn counted(&self) -> u64 {
        self.bilingual() + self.without_chinese + self.lacking_by_law
    }

    /// 100 × (correct + ½ × doubtful) ÷ counted; `None` where none counts.
    #[must_use]
    pub fn score(&self) -> Option<f64> {
        let score = 100.0 * (as_f64(self.correct) + 0.5 * as_f64(self.doubtful)) / as_f64(self.counted());
        (self.counted() > 0).then_some(score)
    }

    /// A part of all signs, in per cent.
    #[must_use]
    pub fn share(&self, part: u64) -> f64 {
        if self.signs == 0 { 0.0 } else { 100.0 * as_f64(part) / as_f64(self.signs) }
    }
}

#[allow(clippy::cast_precision_loss, reason = "inventories have far fewer than 2^53 signs")]
fn as_f64(number: u64) -> f64 {
    number as f64
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.signs += other.signs;
        self.correct += other.correct;
        self.doubtful += other.doubtful;
        self.wrong += other.wrong;
        self.without_english += other.without_english;
        self.without_chinese += other.without_chinese;
        self.lacking_by_law += other.lacking_by_law;
    }
}

impl Sub for Tally {
    type Output = [i64; 6];

    /// How many more signs there are of each sort: signs, correct, doubtful, wrong, without English, without Chinese.
    fn sub(self, earlier: Self) -> [i64; 6] {
        let numbers = |t: Self| [t.signs, t.correct, t.doubtful, t.wrong, t.without_english, t.without_chinese];
        let (now, then) = (numbers(self), numbers(earlier));
        std::array::from_fn(|i| now[i].cast_signed() - then[i].cast_signed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sign_stands_in_one_way() {
        let standing = |zh, en, worst| Standing::of(zh, en, worst);
        assert_eq!(standing("出口", "Exit", Some(Level::Info)), Some(Standing::Correct));
        assert_eq!(standing("出口", "Exlt", Some(Level::Error)), Some(Standing::Wrong));
        assert_eq!(standing("出口", " — ", Some(Level::Error)), Some(Standing::WithoutEnglish));
        assert_eq!(standing("12", "", None), Some(Standing::Correct));
        assert_eq!(standing("", "Exit", None), Some(Standing::WithoutChinese));
        assert_eq!(standing(" ", "", None), None);
    }

    #[test]
    fn the_score_counts_what_the_law_asks_for() {
        let mut tally = Tally::default();
        assert_eq!(tally.score(), None);
        for standing in [Standing::Correct, Standing::Correct, Standing::Doubtful, Standing::Wrong] {
            tally.add(standing, false);
        }
        assert_eq!(tally.score(), Some(62.5));
        tally.add(Standing::WithoutEnglish, false);
        assert_eq!((tally.score(), tally.signs), (Some(62.5), 5));
        tally.add(Standing::WithoutEnglish, true);
        assert_eq!(tally.score(), Some(50.0));
    }
}
