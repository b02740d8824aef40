//! Signs that are but one word away from a whole text that may stand for their Chinese.

use super::Analysed;
use crate::text::Words;

/// How a sign's words differ from such a text in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Off {
    /// Another word stands here.
    Other(usize),
    /// This word is more than the text has.
    Added(usize),
    /// The text has a word before this one.
    Lacking(usize),
}

/// A whole text that may stand for the Chinese, with the one place where the sign differs from it.
#[derive(Debug, Clone)]
pub struct OneWordOff {
    /// What to write, in the style of the cell.
    pub write: String,
    pub off: Off,
    /// The folded word that is due there; empty where a word is added.
    pub due: String,
}

/// The texts from which a sign is one word off; none where some text has all its words.
pub(super) fn find(sign: &Analysed) -> Vec<OneWordOff> {
    let mut out: Vec<OneWordOff> = Vec::new();
    let stands: Vec<&str> = sign.words.folds().collect();
    for text in sign.whole_texts() {
        let words = Words::of(text);
        let due: Vec<&str> = words.folds().collect();
        if due == stands {
            return Vec::new();
        }
        if due.len().abs_diff(stands.len()) > 1 {
            continue;
        }
        let head = due.iter().zip(&stands).take_while(|(a, b)| a == b).count();
        let rest = |list: &[&str], skipped: usize| list.get(head + skipped..).map(|l| l.join(" "));
        let off = match due.len().cmp(&stands.len()) {
            std::cmp::Ordering::Equal if rest(&due, 1) == rest(&stands, 1) => Off::Other(head),
            std::cmp::Ordering::Less if rest(&due, 0) == rest(&stands, 1) => Off::Added(head),
            std::cmp::Ordering::Greater if rest(&due, 1) == rest(&stands, 0) => Off::Lacking(head),
            _ => continue,
        };
        let word = if matches!(off, Off::Added(_)) { String::new() } else { due[head].to_owned() };
        if !out.iter().any(|known| known.off == off && known.due == word) {
            out.push(OneWordOff { write: text.clone(), off, due: word });
        }
    }
    out
}
