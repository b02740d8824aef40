//! Signs that differ in their numbers alone: the doors of a street, the rooms of a hospital, the gates of an airport.
//!
//! Where one of them passes in silence, so do the others: rules compare the numbers of the two languages and do not
//! weigh them. Only plain numbers are taken so, which stand in both languages, mean nothing to the dictionaries and
//! touch no letter, mark or other digit; a test holds that the outcome is the same without this.

use crate::analyse::Context;
use crate::names::lexicon;
use crate::sign::{Domain, Kind};
use crate::wording;
use rustc_hash::{FxBuildHasher, FxHashSet};
use std::hash::BuildHasher;
use std::sync::Mutex;

/// Digits of the longest number that counts something; longer ones are years, telephones, prices.
const LONGEST: usize = 4;
/// Different numbers on one sign.
const MOST: usize = 4;
/// Distinct texts from which it pays to look.
const WORTH_IT: usize = 4096;
/// Parts of the set, so that threads seldom wait for one another.
const SHARDS: usize = 64;

/// The texts, numbers left out, of which nothing was found.
pub(super) struct Silent {
    /// Numbers that a dictionary names.
    special: FxHashSet<u16>,
    shards: Vec<Mutex<FxHashSet<Box<str>>>>,
}

impl Silent {
    /// `None` where the inventory is too small for it to pay.
    pub(super) fn new(context: &Context, distinct: usize) -> Option<Self> {
        (distinct >= WORTH_IT)
            .then(|| Self { special: special(context), shards: (0..SHARDS).map(|_| Mutex::default()).collect() })
    }

    /// Writes a sign without its numbers; `false` where one of them is not plain or there is none.
    pub(super) fn outline(&self, zh: &str, en: &str, sort: (Option<Kind>, Option<Domain>), out: &mut String) -> bool {
        out.clear();
        let mut numbers = Numbers::default();
        let plain = outline(zh, out, |number| {
            numbers.place(number).or_else(|| if self.is_special(number) { None } else { numbers.add(number) })
        });
        if !plain || numbers.count == 0 {
            return false;
        }
        out.push('\0');
        let mut seen = [false; MOST];
        let plain = outline(en, out, |number| numbers.place(number).inspect(|&at| seen[at] = true));
        for sort in [sort.0.map_or("", Kind::as_str), sort.1.map_or("", Domain::as_str)] {
            out.push('\0');
            out.push_str(sort);
        }
        plain && seen[..numbers.count].iter().all(|seen| *seen)
    }

    fn is_special(&self, number: &str) -> bool {
        number.parse().map_or(true, |value| self.special.contains(&value))
    }

    /// Whether a sign with this outline passed before.
    pub(super) fn knows(&self, outline: &str) -> bool {
        self.shard(outline).lock().is_ok_and(|set| set.contains(outline))
    }

    /// A sign with this outline passed.
    pub(super) fn learn(&self, outline: &str) {
        if let Ok(mut set) = self.shard(outline).lock() {
            set.insert(outline.into());
        }
    }

    fn shard(&self, outline: &str) -> &Mutex<FxHashSet<Box<str>>> {
        let hash = FxBuildHasher.hash_one(outline);
        // The map itself takes the low bits.
        &self.shards[(hash >> 32) as usize % SHARDS]
    }
}

/// The different numbers of one Chinese text, in their order.
#[derive(Default)]
struct Numbers<'t> {
    list: [&'t str; MOST],
    count: usize,
}

impl<'t> Numbers<'t> {
    fn place(&self, number: &str) -> Option<usize> {
        self.list[..self.count].iter().position(|known| *known == number)
    }

    fn add(&mut self, number: &'t str) -> Option<usize> {
        let at = self.count;
        *self.list.get_mut(at)? = number;
        self.count += 1;
        Some(at)
    }
}

/// Copies a text with each number as its place in a list; `false` at the first that has none or that
/// touches what may belong to it.
fn outline<'t>(text: &'t str, out: &mut String, mut place: impl FnMut(&'t str) -> Option<usize>) -> bool {
    let bytes = text.as_bytes();
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + found;
        let end = start + bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        let before = start.checked_sub(1).map(|b| bytes[b]);
        let after = (bytes.get(end).copied(), bytes.get(end + 1).copied());
        if end - start > LONGEST || bytes[start] == b'0' || belongs_before(before) || belongs_behind(after) {
            return false;
        }
        let Some(index) = place(&text[start..end]) else { return false };
        out.push_str(&text[copied..start]);
        out.push('\u{1}');
        out.push(char::from(b'a' + u8::try_from(index).unwrap_or(0)));
        copied = end;
        at = end;
    }
    out.push_str(&text[copied..]);
    true
}

/// A letter or mark that may belong to the number behind it.
fn belongs_before(byte: Option<u8>) -> bool {
    byte.is_some_and(|b| b.is_ascii_graphic() && b != b'(')
}

/// A letter or mark that may belong to the number before it; a comma or stop only before another digit.
fn belongs_behind((next, second): (Option<u8>, Option<u8>)) -> bool {
    match next {
        Some(b',' | b'.') => second.is_some_and(|b| !b.is_ascii_whitespace()),
        Some(b')') | None => false,
        Some(b) => b.is_ascii_graphic(),
    }
}

/// The numbers that some dictionary names, and 1, after which stands a singular.
fn special(context: &Context) -> FxHashSet<u16> {
    let mut found = FxHashSet::from_iter([1]);
    let mut look = |text: &str| {
        let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|run| (1..=LONGEST).contains(&run.len()));
        found.extend(numbers.filter_map(|run| run.parse::<u16>().ok()));
    };
    for entry in context.glossary.entries() {
        look(entry.zh());
        entry.forms().for_each(|(_, text)| look(text));
    }
    for word in lexicon::all() {
        [word.zh, word.en, word.before].into_iter().for_each(&mut look);
    }
    for banned in wording::BANNED {
        [banned.pattern, banned.zh, banned.write].into_iter().for_each(&mut look);
    }
    wording::EMERGENCY.iter().for_each(|number| look(number));
    found
}
