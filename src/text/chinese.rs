//! What the checker needs to know of Chinese characters.

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use std::borrow::Cow;
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

/// The text in simplified characters, where it holds any other; costs next to nothing where it does not.
#[must_use]
pub fn into_simplified(text: String) -> String {
    let usual = |c: char| !is_han(c) || is_in_gb2312(c);
    if text.is_ascii() || text.chars().all(usual) { text } else { simplified(&text).unwrap_or(text) }
}

/// The text as the dictionaries are written: in simplified characters, where each stands in the bytes of the character
/// that it replaces, so that places in one text are places in the other.
#[must_use]
pub fn as_simplified(text: &str) -> Cow<'_, str> {
    let usual = |c: char| !is_han(c) || is_in_gb2312(c);
    if text.is_ascii() || text.chars().all(usual) {
        return Cow::Borrowed(text);
    }
    let same_places = |other: &String| other.chars().map(char::len_utf8).eq(text.chars().map(char::len_utf8));
    simplified(text).filter(same_places).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// A character of GB/T 2312-1980, which holds the simplified characters in general use.
fn is_in_gb2312(c: char) -> bool {
    const FIRST: u32 = 0x4E00;
    const BITS: u32 = 64;
    /// One bit for each character of the block, decoded from the rows 16 to 87 of the standard.
    static CHARACTERS: LazyLock<[u64; 328]> = LazyLock::new(|| {
        let codes: Vec<u8> = (0xB0..=0xF7).flat_map(|row| (0xA1..=0xFE).flat_map(move |cell| [row, cell])).collect();
        let mut bits = [0; 328];
        for code in encoding_rs::GBK.decode_without_bom_handling(&codes).0.chars().map(u32::from) {
            if let Some(word) = code.checked_sub(FIRST).and_then(|at| bits.get_mut((at / BITS) as usize)) {
                *word |= 1_u64 << (code % BITS);
            }
        }
        bits
    });
    let code = u32::from(c);
    let word = code.checked_sub(FIRST).and_then(|at| CHARACTERS.get((at / BITS) as usize));
    word.is_some_and(|word| word & (1 << (code % BITS)) != 0)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_characters_are_made_simplified() {
        for (text, plain) in [
            ("停車場", "停车场"),
            ("衛生間", "卫生间"),
            ("停车场", "停车场"),
            ("Gate 1", "Gate 1"),
            ("朱镕基", "朱镕基"),
        ] {
            assert_eq!(into_simplified(text.to_owned()), plain);
        }
        assert!(is_in_gb2312('啊') && is_in_gb2312('齄') && !is_in_gb2312('車') && !is_in_gb2312('A'));
    }
}
