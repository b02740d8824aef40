//! Which language a key, a file name or a language tag (BCP 47) speaks of.

use super::header;
use crate::sign::Column;

/// One of the two languages of a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Zh,
    En,
}

/// Tags of simplified Chinese and of English, folded; the longest first, since `zh_hans_cn` ends in `cn`.
const TAGS: [(&str, Language); 25] = [
    ("zh_hans_cn", Language::Zh),
    ("zh_hans_sg", Language::Zh),
    ("zh_hans", Language::Zh),
    ("zh_rcn", Language::Zh),
    ("zh_cn", Language::Zh),
    ("zh_sg", Language::Zh),
    ("zhhans", Language::Zh),
    ("zhcn", Language::Zh),
    ("chinese", Language::Zh),
    ("zho", Language::Zh),
    ("chs", Language::Zh),
    ("zh", Language::Zh),
    ("cn", Language::Zh),
    ("中文", Language::Zh),
    ("en_us", Language::En),
    ("en_gb", Language::En),
    ("en_rus", Language::En),
    ("en_rgb", Language::En),
    ("en_au", Language::En),
    ("enus", Language::En),
    ("engb", Language::En),
    ("english", Language::En),
    ("eng", Language::En),
    ("en", Language::En),
    ("英文", Language::En),
];

/// Parts that make another thing of a tag: traditional Chinese, transcriptions.
const OTHERS: [&str; 7] = ["tw", "hk", "mo", "hant", "pinyin", "latn", "rtw"];

/// The language of a tag by itself: `zh-Hans-CN`, `en_GB`.
pub(super) fn of_tag(tag: &str) -> Option<Language> {
    let tag = fold(&tag.to_lowercase());
    TAGS.iter().find(|(known, _)| *known == tag).map(|(_, language)| *language)
}

/// A key taken apart: what it names, and in which language if it says so.
///
/// `nameEn`, `name:en`, `en_name` name `name`; `zh` and `英文译名` name nothing but the language.
pub(super) fn of_key(key: &str) -> (String, Option<Language>) {
    let folded = fold(key);
    if folded.split('_').any(|part| OTHERS.contains(&part)) {
        return (folded, None);
    }
    for (tag, language) in TAGS {
        if folded == tag {
            return (String::new(), Some(language));
        }
        // A tag in letters stands apart from what it tags (`token` is not English); Chinese words join.
        let seam = |stem: &'_ str, joint: Option<&'_ str>| {
            let stem = joint.or((!tag.is_ascii()).then_some(stem)).unwrap_or("");
            (!stem.is_empty()).then(|| stem.to_owned())
        };
        let before = folded.strip_suffix(tag).and_then(|stem| seam(stem, stem.strip_suffix('_')));
        let behind = folded.strip_prefix(tag).and_then(|stem| seam(stem, stem.strip_prefix('_')));
        if let Some(stem) = before.or(behind) {
            return (stem, Some(language));
        }
    }
    match header::by_name(key) {
        Some(Column::Zh) => (String::new(), Some(Language::Zh)),
        Some(Column::En) => (String::new(), Some(Language::En)),
        _ => (folded, None),
    }
}

/// Lower case, with `_` at every seam: `nameEn`, `name:en`, `name-en` are `name_en`.
pub(super) fn fold(key: &str) -> String {
    let mut out = String::with_capacity(key.len() + 2);
    let mut before_is_lower = false;
    for c in key.trim().chars() {
        if matches!(c, ' ' | '-' | ':' | '.' | '@' | '_' | '/') {
            if !out.ends_with('_') {
                out.push('_');
            }
        } else {
            if c.is_uppercase() && before_is_lower {
                out.push('_');
            }
            out.extend(c.to_lowercase());
        }
        before_is_lower = c.is_lowercase() || c.is_ascii_digit();
    }
    out.trim_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_tell_their_language() {
        for (key, stem, language) in [
            ("zh", "", Some(Language::Zh)),
            ("nameEn", "name", Some(Language::En)),
            ("name:en", "name", Some(Language::En)),
            ("name_zh_hans", "name", Some(Language::Zh)),
            ("en_name", "name", Some(Language::En)),
            ("zh-CN", "", Some(Language::Zh)),
            ("英文名称", "名称", Some(Language::En)),
            ("中文名称", "名称", Some(Language::Zh)),
            ("译文", "", Some(Language::En)),
            ("screen", "screen", None),
            ("name:zh-Hant", "name_zh_hant", None),
            ("name:zh_pinyin", "name_zh_pinyin", None),
            ("token", "token", None),
        ] {
            assert_eq!(of_key(key), (stem.to_owned(), language), "{key}");
        }
    }
}
