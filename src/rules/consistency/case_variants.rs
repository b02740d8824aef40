//! `consistency/case-variants`: the same words stand with different case or punctuation on signs with the same Chinese.

use crate::analyse::Context;
use crate::finding::{Level, Text};
use crate::rules::{FixKind, InventoryFinding, MOST_RELATED, Meta, Occurrence, Words, bad, cite, good};
use rustc_hash::FxHashMap;

pub static META: Meta = Meta {
    code: "consistency/case-variants",
    level: Level::Info,
    fix: FixKind::None,
    en: Words {
        summary: "the same text with other case or punctuation elsewhere",
        why: "One place, one form: Wi-Fi and WiFi, Check-in and Check-In are each right, and look careless side by side. \
              The form that most signs have is proposed.",
    },
    zh: Words {
        summary: "同一文字的大小写或标点不一",
        why: "同一场所写法应统一：Wi-Fi 与 WiFi、Check-in 与 Check-In 各自都对，混用则显得随意。建议采用多数标识的写法。",
    },
    citation: cite("gbt30240-1", ""),
    examples: &[
        good("登机手续办理", "Check-in Counter"),
        good("登机手续办理", "Check-in Counter"),
        bad("登机手续办理", "Check-In Counter", "Check-in Counter"),
        good("登机手续办理", "CHECK-IN COUNTER"),
    ],
};

pub fn judge(_: &Context, texts: &[Occurrence]) -> Vec<InventoryFinding> {
    let mut groups: FxHashMap<(&str, &str), Vec<usize>> = FxHashMap::default();
    for (index, text) in texts.iter().enumerate().filter(|(_, t)| !t.en.trim().is_empty()) {
        groups.entry((&text.key, &text.letters)).or_default().push(index);
    }
    let mut out = Vec::new();
    for members in groups.values() {
        let count = |form: &str| {
            members.iter().filter(|i| texts[**i].en.trim() == form).map(|i| texts[*i].signs.len()).sum::<usize>()
        };
        let mut forms: Vec<&str> = members.iter().map(|i| texts[*i].en.trim()).collect();
        forms.sort_unstable();
        forms.dedup();
        // A text all in capitals is a choice of design, not another form.
        forms.retain(|form| form.chars().any(char::is_lowercase));
        if forms.len() < 2 {
            continue;
        }
        forms.sort_by_key(|form| std::cmp::Reverse(count(form)));
        let (leader, most) = (forms[0], count(forms[0]));
        let tie = count(forms[1]) == most;
        for &index in members {
            let form = texts[index].en.trim();
            if form == leader && !tie || !forms.contains(&form) {
                continue;
            }
            let other = if form == leader { forms[1] } else { leader };
            let related = members.iter().copied().filter(|i| texts[*i].en.trim() == other).take(MOST_RELATED).collect();
            let message = Text {
                en: format!("other signs write “{other}” ({})", count(other)),
                zh: format!("其他标识写作“{other}”（{}）", count(other)),
            };
            let mut found = InventoryFinding::new(&META, texts, index, message, related);
            found.finding.suggestion = (!tie).then(|| leader.to_owned());
            out.push(found);
        }
    }
    out.sort_by_key(|f| f.text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarer_form_is_pointed_out() {
        let sign = |en, signs| Occurrence::new("登机手续", en, None, signs);
        let found =
            judge(&Context::standard(), &[sign("Check-in", &[0, 1]), sign("Check-In", &[2]), sign("CHECK-IN", &[3])]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].text, found[0].finding.suggestion.as_deref()), (1, Some("Check-in")));
    }
}
