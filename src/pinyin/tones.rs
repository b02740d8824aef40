//! Tone marks, for people who read a term aloud. Signs themselves carry none (GB/T 16159-2012).

use super::Romaniser;
use crate::text::is_han;
use ::pinyin::{Pinyin, ToPinyin, ToPinyinMulti};

impl Romaniser {
    /// Each character's syllable with its tone mark, blanks between: `cháo yáng mén`. The readings are those of
    /// [`Self::syllables`]; one that no table of tones holds (a place name's own) stands without a mark. Text that is
    /// not Chinese passes through; `None` where no character has a reading.
    #[must_use]
    pub fn aloud(&self, zh: &str) -> Option<String> {
        let mut spoken: Vec<String> = Vec::new();
        let mut rest = zh.trim();
        while let Some(first) = rest.chars().next() {
            let han = is_han(first);
            let end = rest.find(|c: char| is_han(c) != han).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            if han {
                spoken.extend(self.syllables(run)?.iter().map(|s| marked(&run[s.zh.clone()], s.letters).to_owned()));
            } else if !run.trim().is_empty() {
                spoken.push(run.trim().to_owned());
            }
            rest = after;
        }
        zh.chars().any(is_han).then(|| spoken.join(" "))
    }
}

/// The reading of a character that has these letters, with its tone: the usual one before the others.
fn marked(zh: &str, letters: &'static str) -> &'static str {
    let Some(c) = zh.chars().next() else { return letters };
    let fits = |reading: &Pinyin| reading.plain() == letters;
    let usual = c.to_pinyin().filter(fits);
    let other = || c.to_pinyin_multi().and_then(|all| all.into_iter().find(fits));
    usual.or_else(other).map_or(letters, Pinyin::with_tone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reading_in_its_place_has_its_own_tone() {
        let aloud = |zh| Romaniser::standard().aloud(zh).unwrap_or_default();
        assert_eq!(aloud("天安门"), "tiān ān mén");
        assert_eq!(aloud("首都机场3号航站楼"), "shǒu dū jī chǎng 3 hào háng zhàn lóu");
        assert_eq!(aloud("重庆大厦"), "chóng qìng dà shà");
        // 栅 is read lan in this name alone; the tables of tones do not know it.
        assert!(aloud("大栅栏").starts_with("dà "));
        assert_eq!(Romaniser::standard().aloud("VIP"), None);
    }
}
