//! Romanisation of Chinese names in Hanyu Pinyin (GB/T 16159-2012, GB/T 28039-2011), as signs write it: without tones,
//! one word, an apostrophe before a syllable that begins with a, o or e.

mod readings;
mod syllable;
mod tones;

pub use readings::Syllable;
pub use syllable::{is_syllable, split, splits};

use crate::sign::Span;
use crate::text::fold;
use std::ops::Range;
use std::sync::LazyLock;

/// The spelling of a place from before Hanyu Pinyin that an English word is (Peking for 北京), with today's.
#[must_use]
pub fn old_spelling(zh: &str, word: &str) -> Option<&'static str> {
    let (.., today) =
        readings::OLD_SPELLINGS.iter().find(|(place, old, _)| old.eq_ignore_ascii_case(word) && zh.contains(place))?;
    Some(today)
}

/// Whether Chinese is a foreign name written by its sound (圣马力诺, 诺富特), as GB/T 17693 and Xinhua's tables write them:
/// what it is in English is another matter than its pinyin. Every character is one of the tables', and enough of them are
/// seldom met in Chinese names.
#[must_use]
pub fn is_foreign(zh: &str) -> bool {
    // 西什库: a place that the tables of readings hold is one of ours.
    if !zh.chars().all(may_be_foreign) || readings::is_told(zh) {
        return false;
    }
    let all = zh.chars().count();
    let sure = zh.chars().filter(|c| readings::SURE_OF_FOREIGN.binary_search(c).is_ok()).count();
    // Of two characters both must be telling: 凯德, but 金科.
    if all == 2 { sure == 2 } else { all > 2 && 3 * sure >= all }
}

/// Whether the run at these bytes is of a foreign name: the tables hold its characters and those around it, as far as a
/// name can reach.
#[must_use]
pub fn is_in_foreign(zh: &str, run: &Range<usize>) -> bool {
    if !zh[run.clone()].chars().all(may_be_foreign) {
        return false;
    }
    let before: usize = zh[..run.start].chars().rev().take_while(|c| may_be_foreign(*c)).map(char::len_utf8).sum();
    let behind: usize = zh[run.end..].chars().take_while(|c| may_be_foreign(*c)).map(char::len_utf8).sum();
    is_foreign(&zh[run.start - before..run.end + behind])
}

/// A character of the tables.
fn may_be_foreign(c: char) -> bool {
    [readings::SURE_OF_FOREIGN, readings::USED_OF_FOREIGN].iter().any(|set| set.binary_search(&c).is_ok())
}

/// How a written word stands to the pinyin of some Chinese.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// The letters are the same; marks and divisions may differ.
    Same,
    /// The letters are those of another reading of the characters.
    OtherReading,
    /// No reading of the characters gives these letters.
    Different,
}

/// Reads Chinese aloud. Stateless: all tables are in the binary.
#[derive(Debug, Clone, Copy, Default)]
pub struct Romaniser;

static STANDARD: LazyLock<Romaniser> = LazyLock::new(|| Romaniser);

impl Romaniser {
    /// The romaniser with the standard's readings.
    #[must_use]
    pub fn standard() -> &'static Self {
        &STANDARD
    }

    /// The toneless syllable of each character, ü as ü: phrases and place readings first, then the usual reading of the
    /// single character. `None` where a character has no reading (letters, digits, marks).
    #[must_use]
    pub fn syllables(&self, zh: &str) -> Option<Vec<Syllable>> {
        readings::read(zh)
    }

    /// As [`Self::syllables`], one by one with the bytes of each character; `false` where a character has no reading, and
    /// nothing is told from there on.
    pub fn each_syllable(&self, zh: &str, tell: impl FnMut(&'static str, Span)) -> bool {
        readings::each(zh, tell)
    }

    /// One word with a capital and apostrophes: Xi'an, Tian'anmen. Digits and Latin letters pass through.
    #[must_use]
    pub fn word(&self, zh: &str) -> Option<String> {
        let mut word = String::with_capacity(zh.len() * 2);
        let mut rest = zh;
        while !rest.is_empty() {
            let latin = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            if latin > 0 {
                word.push_str(&rest[..latin]);
                rest = &rest[latin..];
                continue;
            }
            let end = rest.find(|c: char| c.is_ascii_alphanumeric()).unwrap_or(rest.len());
            let read = readings::each(&rest[..end], |letters, _| {
                let open = letters.starts_with(['a', 'o', 'e']);
                if open && word.chars().next_back().is_some_and(char::is_alphabetic) {
                    word.push('\'');
                }
                word.push_str(letters);
            });
            if !read {
                return None;
            }
            rest = &rest[end..];
        }
        Some(capitalised(&word))
    }

    /// A person's name of two to four characters: surname first, given name in one word (GB/T 28039-2011).
    #[must_use]
    pub fn person(&self, zh: &str) -> Option<String> {
        if !(2..=4).contains(&zh.chars().count()) {
            return None;
        }
        let compound = readings::COMPOUND_SURNAMES.iter().find(|s| zh.starts_with(**s) && zh.len() > s.len());
        let surname = compound.map_or_else(|| zh.chars().next().map_or(0, char::len_utf8), |s| s.len());
        Some(format!("{} {}", self.word(&zh[..surname])?, self.word(&zh[surname..])?))
    }

    /// The text begins with a surname and is as long as a person's name: two or three characters, or three or four
    /// behind a compound surname.
    #[must_use]
    pub fn is_person(&self, zh: &str) -> bool {
        let count = zh.chars().count();
        let starts = |surnames: &[&str]| surnames.iter().any(|s| zh.starts_with(*s));
        ((3..=4).contains(&count) && starts(readings::COMPOUND_SURNAMES))
            || ((2..=3).contains(&count) && starts(readings::SURNAMES))
    }

    /// The folded letters of all characters; `None` where one has no reading.
    #[must_use]
    pub fn letters(&self, zh: &str) -> Option<String> {
        self.word(zh).map(|word| fold(&word))
    }

    /// Judges written letters against the Chinese. Readings of `readings.csv` and of phrases leave no other choice.
    #[must_use]
    pub fn compare(&self, zh: &str, written: &str) -> Comparison {
        let written = fold(written);
        if self.letters(zh).is_some_and(|letters| letters == written) {
            Comparison::Same
        } else if !readings::is_told(zh) && readings::could_read(zh, &written) {
            Comparison::OtherReading
        } else {
            Comparison::Different
        }
    }
}

fn capitalised(word: &str) -> String {
    let mut capitalised = String::with_capacity(word.len());
    let mut chars = word.chars();
    capitalised.extend(chars.next().into_iter().flat_map(char::to_uppercase));
    capitalised.push_str(chars.as_str());
    capitalised
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn word(zh: &str) -> String {
        Romaniser::standard().word(zh).unwrap_or_default()
    }

    #[test]
    fn places_are_read_as_their_people_read_them() {
        for (zh, en) in [
            ("天安门", "Tian'anmen"),
            ("西安", "Xi'an"),
            ("长安街", "Chang'anjie"),
            ("朝阳", "Chaoyang"),
            ("大栅栏", "Dashilan"),
            ("重庆", "Chongqing"),
            ("什刹海", "Shichahai"),
            ("十里堡", "Shilipu"),
            ("银行", "Yinhang"),
            ("音乐厅", "Yinyueting"),
            ("首都", "Shoudu"),
            ("校长", "Xiaozhang"),
            ("长城", "Changcheng"),
            ("上地七街", "Shangdiqijie"),
            ("798路", "798Lu"),
        ] {
            assert_eq!(word(zh), if en == "798Lu" { "798lu" } else { en }, "{zh}");
        }
    }

    #[test]
    fn persons_have_their_surname_apart() {
        let person = |zh| Romaniser::standard().person(zh).unwrap_or_default();
        assert_eq!([person("梅兰芳"), person("老舍"), person("欧阳修")], ["Mei Lanfang", "Lao She", "Ouyang Xiu"]);
    }

    #[test]
    fn other_readings_are_told_from_slips() {
        let judge = |zh, en| Romaniser::standard().compare(zh, en);
        assert_eq!(judge("西单", "Xidan"), Comparison::Same);
        assert_eq!(judge("西单", "Xishan"), Comparison::OtherReading);
        assert_eq!(judge("西单", "Xiden"), Comparison::Different);
    }

    proptest! {
        #[test]
        fn apostrophes_stand_where_the_law_says(zh in "[\u{4e00}-\u{9fa5}]{1,6}") {
            let romaniser = Romaniser::standard();
            if let (Some(syllables), Some(word)) = (romaniser.syllables(&zh), romaniser.word(&zh)) {
                let open = syllables.iter().skip(1).filter(|s| s.letters.starts_with(['a', 'o', 'e'])).count();
                prop_assert_eq!(word.matches('\'').count(), open);
                let joined: String = syllables.iter().map(|s| s.letters).collect();
                prop_assert_eq!(word.replace('\'', "").to_lowercase(), joined);
            }
        }

        #[test]
        fn what_is_written_splits_into_syllables(zh in "[一丁七万三上下不东丝两严中丰临为主丽举久义之乐]{1,5}") {
            let word = word(&zh);
            prop_assert!(split(&word).is_some(), "{}", word);
        }
    }
}
