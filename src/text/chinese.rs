//! What the checker needs to know of Chinese characters.

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use std::sync::LazyLock;

/// A Han character.
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF | 0x3007)
}

/// A Han character or Chinese punctuation: what has no place in English text.
#[must_use]
pub fn is_han_or_cjk_mark(c: char) -> bool {
    is_han(c) || matches!(u32::from(c), 0x3001..=0x301F | 0xFE30..=0xFE4F)
}

/// A full-width form of an ASCII character, or the ideographic space.
#[must_use]
pub fn is_full_width(c: char) -> bool {
    matches!(u32::from(c), 0xFF01..=0xFF5E | 0x3000 | 0xFFE5)
}

/// Whether a text holds a Han character.
#[must_use]
pub fn has_han(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_han)
}

/// The text in simplified characters.
#[must_use]
pub fn simplified(text: &str) -> Option<String> {
    static CONVERTER: LazyLock<Option<OpenCC>> = LazyLock::new(|| OpenCC::from_config(BuiltinConfig::T2s).ok());
    CONVERTER.as_ref().map(|converter| converter.convert(text))
}

/// The runs of digits in a text, full-width ones read as ASCII, leading zeros kept.
#[must_use]
pub fn digits_in(text: &str) -> Vec<(usize, usize, String)> {
    let mut out: Vec<(usize, usize, String)> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let digit = match u32::from(c) {
            d @ 0x30..=0x39 => Some(d - 0x30),
            d @ 0xFF10..=0xFF19 => Some(d - 0xFF10),
            _ => None,
        };
        match (digit.and_then(|d| char::from_digit(d, 10)), open) {
            (Some(d), true) => {
                if let Some(last) = out.last_mut() {
                    last.1 = at + c.len_utf8();
                    last.2.push(d);
                }
            }
            (Some(d), false) => {
                out.push((at, at + c.len_utf8(), d.to_string()));
                open = true;
            }
            (None, _) => open = false,
        }
    }
    out
}
