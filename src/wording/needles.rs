//! What a text must hold for a pattern to match: literals to look for before the pattern is built at all.
//!
//! `build.rs` includes this file by path, so it must not use other modules of the crate.

use regex_syntax::hir::{Hir, HirKind};

/// Literals of which every match holds one, in small letters; `None` where the pattern asks for none.
///
/// # Errors
/// The pattern is not a regular expression.
pub fn of(pattern: &str) -> Result<Option<Vec<String>>, String> {
    let hir = regex_syntax::parse(pattern).map_err(|e| e.to_string())?;
    Ok(required(&hir).filter(|needles| needles.iter().all(|n| n.len() > 1)))
}

fn required(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Literal(literal) => Some(vec![std::str::from_utf8(&literal.0).ok()?.to_lowercase()]),
        HirKind::Capture(capture) => required(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub),
        // The rarest part is the best guard; length stands for rarity.
        HirKind::Concat(parts) => {
            // Of parts as long the first: the last is often an ending.
            parts.iter().rev().filter_map(required).max_by_key(|needles| needles.iter().map(String::len).min())
        }
        HirKind::Alternation(branches) => {
            let needles: Option<Vec<Vec<String>>> = branches.iter().map(required).collect();
            Some(needles?.concat())
        }
        _ => None,
    }
}
