//! Notices of several clauses: 请勿吸烟，谢谢合作 is *No Smoking* and *Thank You for Your Cooperation* on two lines.
//!
//! How two of them stand together is our own composition; each clause has the standard's own form.

use super::{framed, rendering, slot};
use crate::expect::{Expectation, Form, Origin, Slot, Standing};
use crate::glossary::{Glossary, Group};
use crate::sign::Span;
use crate::text::{Words, fold, has_han, is_han};
use crate::wording::{KEEP_OUT, NOT, SIGNAL};

/// The standard that lists notices; how two of them stand together is our own composition.
const COMPOSED: &str = "gbt30240-1";
/// How the standards' lists mark a new line; behind a clause it is a full stop where the sign has one line.
const LINE: &str = "//";
const STOP_LINE: &str = ".//";
/// Clauses of the longest notice that is composed.
const MOST: usize = 3;
/// Characters of the shortest clause that a mere space sets apart.
const SHORTEST: usize = 2;
/// How a form of thanks begins.
const THANK: &str = "thank";

/// One clause of a notice.
#[derive(Debug)]
pub struct Clause {
    /// The Chinese without its marks, and where it stands in the key of the whole.
    pub zh: String,
    pub at: Span,
    /// What stands for it by itself; empty where nothing is known.
    pub forms: Vec<Form>,
}

/// The clauses of a text; empty where it has but one. `key` is the text as the glossary is keyed.
#[must_use]
pub fn clauses(glossary: &Glossary, zh: &str, key: &str) -> Vec<Clause> {
    // Most texts are one clause, which a look at their marks tells.
    let several = zh.contains(['，', ',', '；', ';', '！', '!', '。']) || zh.trim().contains(char::is_whitespace);
    let parts = if several { cut(zh, key) } else { Vec::new() };
    if parts.len() < 2 {
        return Vec::new();
    }
    let known = |at: Span| Clause {
        zh: key[at.clone()].to_owned(),
        forms: forms(glossary, &key[at.clone()]).unwrap_or_default(),
        at,
    };
    parts.into_iter().map(known).collect()
}

/// Where the parts stand between commas, semicolons, stops, or spaces between Chinese words.
fn cut(zh: &str, key: &str) -> Vec<Span> {
    let is_mark = |c: char| matches!(c, '，' | ',' | '；' | ';' | '！' | '!' | '。' | '\n');
    let spaced = |part: &str| part.chars().filter(|c| is_han(*c)).count() >= SHORTEST;
    let mut parts = Vec::new();
    let mut from = 0;
    for part in zh.split(is_mark) {
        let pieces: Vec<&str> = part.split_whitespace().collect();
        let apart = pieces.len() > 1 && pieces.iter().all(|piece| spaced(piece));
        for piece in if apart { pieces } else { vec![part] } {
            let piece = crate::analyse::zh_key(piece);
            let Some(at) = key[from..].find(&piece).map(|at| from + at).filter(|_| has_han(&piece)) else { continue };
            from = at + piece.len();
            parts.push(at..from);
        }
    }
    parts
}

/// What the standards allow for a notice of clauses that are each known by themselves.
pub(super) fn expect(glossary: &Glossary, zh: &str, key: &str) -> Option<Expectation> {
    let parts = cut(zh, key);
    // Two labels side by side are no notice: a space joins clauses only where one of them is one.
    let spaced = parts.windows(2).any(|pair| pair[0].end == pair[1].start);
    if !(2..=MOST).contains(&parts.len()) || spaced && !parts.iter().any(|at| super::looks_like_one(&key[at.clone()])) {
        return None;
    }
    let mut slots: Vec<Slot> = Vec::new();
    for at in parts {
        slots.push(slot(at.clone(), forms(glossary, &key[at])?, COMPOSED, ""));
    }
    thank_once(&mut slots);
    let in_order = lines(slots.clone());
    let mut best: Vec<Slot> = Vec::with_capacity(slots.len());
    for this in &slots {
        // A danger that has its own signal word needs no other: 注意安全，小心落水.
        if is_bare(this) && slots.iter().any(|other| signals(other) && !is_bare(other)) {
            continue;
        }
        // What is said twice is said once, in the words of the ban: 员工通道，顾客止步 is Staff Only.
        if let Some(said) = best.iter_mut().find(|other| says(other, this.preferred())) {
            if forbids(&key[this.zh.clone()]) && !forbids(&key[said.zh.clone()]) {
                promote(said, this.preferred());
            }
            continue;
        }
        best.push(this.clone());
    }
    // The danger leads: 请勿翻越，注意安全.
    best.sort_by_key(|slot| !signals(slot));
    signal_once(&mut best);
    let best = lines(best);
    let mut renderings = vec![rendering(best, Standing::Preferred)];
    if renderings[0].text() != rendering(in_order.clone(), Standing::Allowed).text() {
        renderings.push(rendering(in_order, Standing::Allowed));
    }
    Some(Expectation { origin: Origin::Notice, renderings, confidence: 0.8 })
}

/// The slots each on a line of its own.
fn lines(slots: Vec<Slot>) -> Vec<Slot> {
    let mut out: Vec<Slot> = Vec::with_capacity(slots.len());
    for slot in slots {
        let joint = out.last().map_or(" ", |last: &Slot| if is_bare(last) { LINE } else { STOP_LINE });
        out.push(Slot { joint, ..slot });
    }
    out
}

fn signals(slot: &Slot) -> bool {
    slot.preferred().split(LINE).next().is_some_and(|word| SIGNAL.contains(&fold(word).as_str()))
}

/// Nothing but a signal word: 注意安全.
fn is_bare(slot: &Slot) -> bool {
    signals(slot) && !slot.preferred().contains(LINE)
}

/// One signal word is enough for two dangers: *CAUTION Wet Floor. Slippery Surface*.
fn signal_once(slots: &mut [Slot]) {
    let word = |slot: &Slot| slot.preferred().split_once(LINE).map(|(word, rest)| (word.to_owned(), rest.to_owned()));
    for at in 1..slots.len() {
        let Some((signal, rest)) = word(&slots[at]).filter(|_| signals(&slots[at])) else { continue };
        if slots[..at].iter().any(|before| signals(before) && word(before).is_some_and(|(w, _)| w == signal)) {
            slots[at].forms[0].standing = Standing::Allowed;
            slots[at].forms.insert(0, Form::new(rest, Standing::Preferred));
        }
    }
}

fn forbids(zh: &str) -> bool {
    NOT.iter().chain(KEEP_OUT).any(|mark| zh.contains(mark))
}

/// Makes a form of the slot its preferred one.
fn promote(slot: &mut Slot, text: &str) {
    if let Some(at) = slot.forms.iter().position(|form| fold(&form.text) == fold(text)) {
        slot.forms[0].standing = Standing::Allowed;
        slot.forms[at].standing = Standing::Preferred;
        slot.forms[..=at].rotate_right(1);
    }
}

/// Some form of the slot is this text.
fn says(slot: &Slot, text: &str) -> bool {
    slot.forms.iter().any(|form| form.standing <= Standing::Allowed && fold(&form.text) == fold(text))
}

/// *Thank You for Not Smoking* stands alone; before other thanks the ban takes its plain form.
fn thank_once(slots: &mut [Slot]) {
    let thanks = |text: &str| fold(text).starts_with(THANK);
    let Some((_, before)) = slots.split_last_mut().filter(|(last, _)| thanks(last.preferred())) else { return };
    for slot in before.iter_mut().filter(|slot| thanks(slot.preferred())) {
        let plain = slot.forms.iter().find(|form| form.standing <= Standing::Allowed && !thanks(&form.text));
        if let Some(text) = plain.map(|form| form.text.clone()) {
            promote(slot, &text);
        }
    }
}

/// What stands for one clause by itself: its entry, else the form of a notice.
fn forms(glossary: &Glossary, zh: &str) -> Option<Vec<Form>> {
    let mut forms: Vec<Form> = Vec::new();
    for entry in glossary.get(zh).iter().filter(|e| matches!(e.group(), Group::Terms | Group::Notices)) {
        for (standing, text) in entry.forms() {
            if !forms.iter().any(|f| f.text == text) {
                let standing = if forms.is_empty() { standing } else { standing.max(Standing::Allowed) };
                forms.push(Form::new(text, standing));
            }
        }
    }
    if forms.is_empty() { framed(glossary, zh).map(|(_, forms)| forms) } else { Some(forms) }
}

impl Clause {
    /// The words of its forms.
    pub fn words(&self) -> impl Iterator<Item = Words> {
        self.forms.iter().filter(|form| form.standing < Standing::Banned).map(|form| Words::of(&form.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preferred(zh: &str) -> Option<String> {
        let key = crate::analyse::zh_key(zh);
        expect(&Glossary::standard(), zh, &key).map(|e| e.preferred().replace("//", " "))
    }

    #[test]
    fn known_notices_are_joined() {
        assert_eq!(preferred("禁止翻越，违者罚款").as_deref(), Some("No Climbing Over. Violators Will Be Fined"));
        assert_eq!(preferred("禁止翻越 违者罚款").as_deref(), Some("No Climbing Over. Violators Will Be Fined"));
        assert_eq!(preferred("禁止翻越，天天向上"), None);
        assert_eq!(preferred("餐厅 卫生间"), None);
    }

    #[test]
    fn one_signal_word_is_enough_and_leads() {
        assert_eq!(preferred("注意安全，小心落水").as_deref(), Some("WARNING Deep Water"));
        let turned = preferred("请勿翻越，注意安全").expect("known");
        assert!(turned.starts_with("CAUTION "), "{turned}");
        assert_eq!(preferred("小心地滑，注意安全").as_deref(), Some("CAUTION Wet Floor"));
        assert_eq!(preferred("请勿攀爬，小心坠落").as_deref(), Some("WARNING Risk of Falling. No Climbing"));
    }

    #[test]
    fn thanks_and_repetitions_stand_once() {
        assert_eq!(preferred("请勿吸烟，谢谢合作").as_deref(), Some("No Smoking. Thank You for Your Cooperation"));
        assert_eq!(preferred("请保持安静，请勿喧哗").as_deref(), Some("Please Keep Quiet"));
        assert_eq!(preferred("员工通道，顾客止步").as_deref(), Some("Staff Only"));
        assert_eq!(preferred("地面湿滑，小心滑倒").as_deref(), Some("CAUTION Wet Floor. Slippery Surface"));
    }
}
