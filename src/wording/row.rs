//! A sign as one of a row: what is left of it when its numbers, letters and opposites are taken out of both languages.

use super::OPPOSITES;
use crate::pinyin::Romaniser;
use crate::sign::Span;
use crate::text::Words;
use crate::text::numbers::{number, ordinal_digits};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A sign of a row. Its texts hold a mark where a value was taken out.
#[derive(Debug)]
pub struct Member {
    pub zh: String,
    /// Folded words with spaces between.
    pub en: String,
    /// Where each value stands in the English, in the order of the Chinese.
    values: Vec<(Value, Span)>,
}

/// What tells signs of a row apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Value {
    Number(u32),
    /// A letter of its own, as capital.
    Letter(u8),
    /// Index into [`OPPOSITES`], and which of its Chinese words: 冷水 is of the row of 热水, not of 热饮.
    Side(usize, usize),
}

/// Values beyond which a text is no sign of a row: a table, a timetable, a text pasted into one cell.
const MOST_VALUES: usize = 12;

impl Value {
    /// The mark of its sort: a row of numbers is no row of directions.
    fn mark(self) -> &'static str {
        match self {
            Self::Number(_) => "#",
            Self::Letter(_) => "@",
            Self::Side(at, _) => OPPOSITES[at].group,
        }
    }

    /// Its sort in the Chinese.
    fn mark_of_chinese(self) -> String {
        match self {
            Self::Side(at, word) => format!("{}{word}", OPPOSITES[at].group),
            _ => self.mark().to_owned(),
        }
    }

    /// The word is a direction that stands in pinyin: Wangjing Dong (E).
    fn is_read_in(self, words: &Words) -> bool {
        let Self::Side(at, word) = self else { return false };
        let syllables = &SPOKEN[at][word];
        words.folds().any(|word| !syllables.is_empty() && word == syllables)
    }

    fn is_said_by(self, word: &str) -> bool {
        match self {
            Self::Number(_) => false,
            Self::Letter(letter) => word.len() == 1 && word.as_bytes()[0].eq_ignore_ascii_case(&letter),
            Self::Side(at, _) => OPPOSITES[at].en.contains(&word),
        }
    }
}

/// A value in the English: its word and the bytes of its digits there, where it is a number.
struct Said {
    value: Value,
    word: usize,
    digits: Span,
}

impl Member {
    /// The sign as one of a row; `None` where nothing that tells signs apart stands in both languages, or where their
    /// numbers are not the same. `zh` has ASCII digits and letters.
    #[must_use]
    pub fn of(zh: &str, en: &str) -> Option<Self> {
        let meant = values_of(zh);
        if meant.is_empty() || meant.len() > MOST_VALUES {
            return None;
        }
        let words = Words::of(en);
        let said = said_in(&words, &meant)?;
        let (mut left, mut values, mut copied) = (String::with_capacity(zh.len()), Vec::new(), 0);
        for (value, span) in &meant {
            let times = meant.iter().filter(|(other, _)| other == value).count();
            let mut places = said.iter().filter(|s| s.value == *value);
            if places.clone().count() != times || value.is_read_in(&words) {
                // A figure that the English has not makes another sign; a direction may be part of a name.
                if zh.as_bytes()[span.start].is_ascii_digit() {
                    return None;
                }
                continue;
            }
            let nth = values.iter().filter(|(known, _)| known == value).count();
            values.push((*value, place(&words, en, places.nth(nth)?)));
            left.push_str(&zh[copied..span.start]);
            left.push_str(&value.mark_of_chinese());
            copied = span.end;
        }
        left.push_str(&zh[copied..]);
        let is_taken = |s: &&Said| values.iter().any(|(value, _)| *value == s.value);
        let numbers_agree = said.iter().all(|s| !matches!(s.value, Value::Number(_)) || is_taken(&s));
        if !numbers_agree || values.is_empty() {
            return None;
        }
        let en = left_over(&words, &said, is_taken);
        Some(Self { zh: left, en, values })
    }

    /// This member's English with the values of another; `None` where they do not answer one another.
    #[must_use]
    pub fn reworded(&self, en: &str, other: &Self, other_en: &str) -> Option<String> {
        if self.zh != other.zh {
            return None;
        }
        let mut edits: Vec<(Span, String)> = Vec::new();
        for ((_, span), (value, own)) in self.values.iter().zip(&other.values) {
            let is_ordinal = en[span.clone()].ends_with(|c: char| c.is_ascii_alphabetic());
            let text = match value {
                Value::Number(n) if is_ordinal => ordinal_digits(*n),
                Value::Number(n) => n.to_string(),
                _ => other_en[own.clone()].to_owned(),
            };
            edits.push((span.clone(), text));
        }
        edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
        let mut out = en.trim_end().to_owned();
        for (span, text) in edits {
            out.replace_range(span, &text);
        }
        Some(out.trim_start().to_owned())
    }
}

/// The values in a Chinese text, in its order. Chinese numerals count where there are no figures.
fn values_of(zh: &str) -> Vec<(Value, Span)> {
    let has_figures = zh.bytes().any(|b| b.is_ascii_digit());
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = zh[at..].chars().next() {
        let rest = &zh[at..];
        let value = if c.is_ascii_alphabetic() {
            let run = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            let stands_alone = run == 1 && !zh[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
            stands_alone.then(|| (Value::Letter(zh.as_bytes()[at].to_ascii_uppercase()), 1))
        } else if c.is_ascii_digit() || !has_figures && !c.is_ascii() {
            number(rest).map(|(value, len)| (Value::Number(value), len)).or_else(|| side(rest))
        } else {
            side(rest)
        };
        let len = value.map_or(c.len_utf8(), |(_, len)| len);
        found.extend(value.map(|(value, len)| (value, at..at + len)));
        at += len;
    }
    found
}

/// Where a Chinese word stands in [`OPPOSITES`]: the opposite, which of its words, and the word.
type SideWord = (usize, usize, &'static str);

/// The words of all groups by their first character.
static SIDES: LazyLock<FxHashMap<char, Vec<SideWord>>> = LazyLock::new(|| {
    let mut sides: FxHashMap<char, Vec<_>> = FxHashMap::default();
    for (at, opposite) in OPPOSITES.iter().enumerate() {
        for (nth, word) in opposite.zh.iter().enumerate() {
            sides.entry(word.chars().next().unwrap_or_default()).or_default().push((at, nth, *word));
        }
    }
    sides
});

/// The words of all groups in pinyin; empty where a character has no reading.
static SPOKEN: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let letters = |zh: &&str| Romaniser::standard().letters(zh).unwrap_or_default();
    OPPOSITES.iter().map(|opposite| opposite.zh.iter().map(letters).collect()).collect()
});

/// The longest word of a group of opposites that begins a text.
fn side(zh: &str) -> Option<(Value, usize)> {
    let words = SIDES.get(&zh.chars().next()?)?.iter().filter(|(.., word)| zh.starts_with(word));
    words.max_by_key(|(.., word)| word.len()).map(|&(at, nth, word)| (Value::Side(at, nth), word.len()))
}

/// Every number in the English, and the words that say one of the other values; `None` where a number is too long.
fn said_in(words: &Words, meant: &[(Value, Span)]) -> Option<Vec<Said>> {
    let mut found = Vec::new();
    for word in 0..words.len() {
        let fold = words.fold(word);
        found.extend(meant.iter().find(|(v, _)| v.is_said_by(fold)).map(|(value, _)| Said {
            value: *value,
            word,
            digits: 0..0,
        }));
        let mut at = 0;
        while let Some(start) = fold[at..].find(|c: char| c.is_ascii_digit()).map(|gap| at + gap) {
            let len = fold[start..].bytes().take_while(u8::is_ascii_digit).count();
            let value = Value::Number(fold[start..start + len].parse().ok()?);
            found.push(Said { value, word, digits: start..start + len });
            at = start + len;
        }
    }
    Some(found)
}

/// Where a value stands: its word, or the figures in it, with the ending of an ordinal.
fn place(words: &Words, en: &str, said: &Said) -> Span {
    let span = words.span(said.word);
    let figures = &words.fold(said.word)[said.digits.clone()];
    match en[span.clone()].find(figures) {
        Some(at) if !figures.is_empty() && !is_ordinal(words.fold(said.word), &said.digits) => {
            span.start + at..span.start + at + figures.len()
        }
        _ => span,
    }
}

fn is_ordinal(word: &str, digits: &Span) -> bool {
    let ending = word.len() > digits.end;
    ending && word[digits.clone()].parse().is_ok_and(|n| digits.start == 0 && ordinal_digits(n) == word)
}

/// The folded words with a mark for each value taken out.
fn left_over(words: &Words, said: &[Said], is_taken: impl Fn(&&Said) -> bool) -> String {
    let mut out = String::with_capacity(words.all_letters().len() + words.len());
    for at in 0..words.len() {
        let fold = words.fold(at);
        let mut copied = 0;
        out.push_str(if at > 0 { " " } else { "" });
        for taken in said.iter().filter(|s| s.word == at).filter(&is_taken) {
            out.push_str(&fold[copied..taken.digits.start]);
            out.push_str(taken.value.mark());
            let whole = taken.digits.is_empty() || is_ordinal(fold, &taken.digits);
            copied = if whole { fold.len() } else { taken.digits.end };
        }
        out.push_str(&fold[copied..]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_taken_out_of_both_languages() {
        for (zh, en, left_zh, left_en) in [
            ("3号检票口", "Ticket Gate 3", "#号检票口", "ticket gate #"),
            ("展厅东侧2号门", "Hall East Gate 2", "展厅compass0侧#号门", "hall compass gate #"),
            ("三层餐厅", "Canteen, 3F", "#层餐厅", "canteen #f"),
            ("女卫生间", "Women's Toilet", "sex0卫生间", "sex toilet"),
            ("2层", "2nd Floor", "#层", "# floor"),
            ("A口", "Exit A", "@口", "exit @"),
        ] {
            let member = Member::of(zh, en).map(|m| (m.zh, m.en));
            assert_eq!(member, Some((left_zh.to_owned(), left_en.to_owned())), "{zh}");
        }
        assert!(Member::of("东直门", "Dongzhimen").is_none());
        assert!(Member::of("望京东", "Wangjing Dong (E)").is_none());
        assert!(Member::of("2号门", "Gate 3").is_none());
        assert!(Member::of("停车场", "Parking").is_none());
    }
}
