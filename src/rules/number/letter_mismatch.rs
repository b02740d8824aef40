//! `number/letter-mismatch`: the letter of an exit, a block or a zone differs: A口 as *Exit B*.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::sign::Span;
use crate::wording::OPPOSITES;

pub static META: Meta = Meta {
    code: "number/letter-mismatch",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the letters differ",
        why: "Exits, blocks and zones are told apart by their letter as others are by their number. Another letter sends \
              the reader to another exit.",
    },
    zh: Words {
        summary: "中英文字母编号不一致",
        why: "出口、楼座、分区靠字母区分，与数字编号一样。字母不同会把读者引向另一个出口。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        bad("A口", "Exit B", "Exit A"),
        bad("会展中心C座", "Tower B of Convention Center", "Tower C of Convention Center"),
        fires("停车场D区", "Parking Zone E"),
        good("A口", "Exit A"),
        good("东（E）区B座", "Block B, Zone E"),
        good("B座", "A Tower Named B"),
        good("A座", "Tower 1"),
        good("T台", "T-Stage"),
        good("D座西侧", "Block D (W)"),
        good("K歌房", "Karaoke I"),
        good("C座停车场", "P Parking"),
        good("B超", "B-scan Ultrasonography"),
    ],
};

/// The letter that stands for parking.
const PARKING: u8 = b'P';
/// Letters that are words: the article and the pronoun.
const WORDS: [u8; 2] = [b'A', b'I'];

pub fn check(sign: &Analysed, report: &mut Report) {
    let chinese: Vec<(u8, Span)> = lone_letters(sign.zh).collect();
    let [(meant, _)] = chinese.as_slice() else { return };
    let mut english: Vec<(u8, Span)> = lone_letters(sign.en).collect();
    if english.iter().any(|(letter, _)| letter == meant) || holds(sign.en, *meant) {
        return;
    }
    let is_side =
        |letter: u8| OPPOSITES.iter().any(|o| o.en.iter().any(|word| word.as_bytes().eq_ignore_ascii_case(&[letter])));
    english.retain(|(letter, span)| {
        let behind = sign.en[span.end..].trim_start();
        // *E* in brackets or before a road is a direction, *A* before a word an article.
        !(is_side(*letter) && sign.en[..span.start].ends_with('(')
            || WORDS.contains(letter) && !behind.is_empty()
            || *letter == WORDS[1]
            || *letter == PARKING)
    });
    let [(said, span)] = english.as_slice() else { return };
    // In a text that names a side the letter may be that side's.
    if is_side(*said)
        && OPPOSITES
            .iter()
            .any(|o| o.en.iter().any(|w| w.as_bytes().eq_ignore_ascii_case(&[*said])) && sign.zh_holds_any(o.zh))
    {
        return;
    }
    let (meant, said) = (char::from(*meant), char::from(*said));
    report
        .en(&META, span.clone())
        .message(format!("the Chinese has {meant}, the English has {said}"), format!("中文是{meant}，英文是{said}"))
        .replace(sign.en, meant);
}

/// Capital letters that stand for themselves: no letter, figure or hyphen beside them.
fn lone_letters(text: &str) -> impl Iterator<Item = (u8, Span)> {
    let bytes = text.as_bytes();
    let joins = |b: Option<&u8>| {
        b.is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'\'' | b'.' | b'&' | b'/' | b'+'))
    };
    let lone = move |at: usize| {
        bytes[at].is_ascii_uppercase()
            && !joins(at.checked_sub(1).and_then(|b| bytes.get(b)))
            && !joins(bytes.get(at + 1))
    };
    (0..bytes.len()).filter(move |at| lone(*at)).map(move |at| (bytes[at], at..at + 1))
}

/// The letter stands in a word of capitals and figures (B2, AB): then it may be the one meant.
fn holds(en: &str, letter: u8) -> bool {
    let words = en.split(|c: char| !c.is_ascii_alphanumeric());
    words
        .filter(|w| w.len() < 4 && w.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()))
        .any(|w| w.bytes().any(|b| b == letter))
}
