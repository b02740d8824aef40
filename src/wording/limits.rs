//! On which side of a figure a text puts the limit: 1.2米以下 is *under 1.2 m*, 满60岁 *60 or over*.

use super::Opposite;
use super::contrast::group;
use crate::sign::Span;
use crate::text::{Phrases, Words};
use std::sync::LazyLock;

/// The groups of `contrasts.csv` that hold the two sides; `#` stands for the figure.
const SIDES: [&str; 2] = ["limit-up", "limit-down"];
/// What may stand between the figure and the words behind it: 60周岁（含）以上, *60 years of age or older*.
const UNIT_ZH: usize = 6;
const UNIT_EN: usize = 4;
/// What may stand between the words before the figure and the figure: *over the age of 60*, 最高时速60.
const GAP_ZH: usize = 4;
const GAP_EN: usize = 3;

/// The phrases of both sides in Chinese.
static CHINESE: LazyLock<Phrases> = LazyLock::new(|| {
    let phrases = SIDES.into_iter().flat_map(group).flat_map(|row| row.zh);
    Phrases::of(phrases.map(|phrase| phrase.trim_matches('#')))
});

/// The side of the limit at a figure of a Chinese text that lies at these bytes; `None` where it has none or two.
#[must_use]
pub fn of_chinese(text: &str, figure: &Span) -> Option<&'static str> {
    if !CHINESE.any_in(text) {
        return None;
    }
    let within = |c: &char| !c.is_ascii_digit() && !matches!(c, '，' | '。' | '；' | '、' | ',' | ';' | '\n');
    let before: String = {
        let mut taken: Vec<char> = text[..figure.start].chars().rev().take_while(within).take(GAP_ZH + 4).collect();
        taken.reverse();
        taken.into_iter().collect()
    };
    let behind: String = text[figure.end..].chars().take_while(within).take(UNIT_ZH + 3).collect();
    let gap = |phrase: &str, at: usize| before[at + phrase.len()..].chars().count() <= GAP_ZH;
    one_side(
        |pattern| {
            if let Some(phrase) = pattern.strip_suffix('#') {
                before.rfind(phrase).filter(|at| gap(phrase, *at)).map(|_| phrase.len())
            } else {
                let phrase = pattern.trim_start_matches('#');
                let at = behind.find(phrase)?;
                (behind[..at].chars().count() <= UNIT_ZH).then_some(phrase.len())
            }
        },
        |row| row.zh,
    )
}

/// The side of the limit at a word of an English text that is a figure; `None` where it has none or two.
#[must_use]
pub fn of_english(text: &str, words: &Words, figure: usize) -> Option<&'static str> {
    let joined = |a: usize, b: usize| {
        let between = &text[words.span(a).end..words.span(b).start];
        !between.contains([',', ';', '\n']) && !between.trim_end().ends_with('.') || is_short(words.fold(a))
    };
    let is_figure = |at: usize| words.fold(at).starts_with(|c: char| c.is_ascii_digit());
    let first = (0..figure).rev().take_while(|at| !is_figure(*at) && joined(*at, at + 1)).last().unwrap_or(figure);
    let last =
        (figure + 1..words.len()).take_while(|at| !is_figure(*at) && joined(at - 1, *at)).last().unwrap_or(figure);
    one_side(
        |pattern| {
            if let Some(phrase) = pattern.strip_suffix(" #") {
                let parts: Vec<&str> = phrase.split(' ').collect();
                let starts = first..(figure + 1).saturating_sub(parts.len());
                let found = starts.rev().find(|at| (0..parts.len()).all(|i| words.fold(at + i) == parts[i]))?;
                (figure - found - parts.len() <= GAP_EN).then_some(phrase.len())
            } else {
                let phrase = pattern.trim_start_matches("# ");
                let parts: Vec<&str> = phrase.split(' ').collect();
                let found = (figure + 1..=(last + 1).saturating_sub(parts.len()))
                    .find(|at| (0..parts.len()).all(|i| words.fold(at + i) == parts[i]))?;
                (found - figure - 1 <= UNIT_EN).then_some(phrase.len())
            }
        },
        |row| row.en,
    )
}

/// An abbreviation, whose stop ends no sentence: *Max. 60*.
fn is_short(word: &str) -> bool {
    word.len() <= 3
}

/// The group with the longest phrase that `find` finds; `None` where both have one as long.
fn one_side(
    find: impl Fn(&str) -> Option<usize>,
    words: impl Fn(&'static Opposite) -> &'static [&'static str],
) -> Option<&'static str> {
    let longest = |side: &str| group(side).flat_map(&words).filter_map(|pattern| find(pattern)).max().unwrap_or(0);
    let [up, down] = SIDES.map(longest);
    match up.cmp(&down) {
        std::cmp::Ordering::Greater => Some(SIDES[0]),
        std::cmp::Ordering::Less => Some(SIDES[1]),
        std::cmp::Ordering::Equal => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read_in_both_languages() {
        let zh = |text: &str| of_chinese(text, &crate::text::numbers::figures(text).next().expect("a figure"));
        assert_eq!(zh("1.2米以下儿童免票"), Some("limit-down"));
        assert_eq!(zh("60周岁（含）以上老人"), Some("limit-up"));
        assert_eq!(zh("不超过20公斤"), Some("limit-down"));
        assert_eq!(zh("超过20公斤"), Some("limit-up"));
        assert_eq!(zh("最高时速60公里"), Some("limit-down"));
        assert_eq!(zh("68元起"), Some("limit-up"));
        assert_eq!(zh("3号门"), None);
        let en = |text: &str| {
            let words = Words::of(text);
            let at = (0..words.len())
                .find(|at| words.fold(*at).starts_with(|c: char| c.is_ascii_digit()))
                .expect("a figure");
            of_english(text, &words, at)
        };
        assert_eq!(en("Children Under 1.2 m"), Some("limit-down"));
        assert_eq!(en("Visitors Aged 60 and Above"), Some("limit-up"));
        assert_eq!(en("Seniors 60 years of age or older"), Some("limit-up"));
        assert_eq!(en("Not over 20 kg"), Some("limit-down"));
        assert_eq!(en("Over the age of 60"), Some("limit-up"));
        assert_eq!(en("Max. Height 2.2 m"), Some("limit-down"));
        assert_eq!(en("Gate 3"), None);
    }
}
