//! `name/missing-field`: what the body is for is left out: *Miyun District Development Commission*.

use crate::analyse::Analysed;
use crate::expect::{Role, Slot};
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text;
use crate::wording::{AUTHORITY, JOINING};

pub static META: Meta = Meta {
    code: "name/missing-field",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a field of the body is missing",
        why: "The field tells one body of a region from another. Where a word of it is left out, the English names a body \
              that does less, or another one.",
    },
    zh: Words {
        summary: "漏译机构职能",
        why: "职能词是区分同一地区各机构的依据。漏译其中一词，英文所指的机构就不同了。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        bad(
            "怀柔区文化和旅游局",
            "Huairou District Bureau of Culture",
            "Huairou District Bureau of Culture and Tourism",
        ),
        good("怀柔区文化和旅游局", "Huairou District Bureau of Culture and Tourism"),
        good("平谷区财政局", "Pinggu District Finance Bureau"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() || !sign.generic().is_some_and(|generic| AUTHORITY.contains(&generic.class)) {
        return;
    }
    let fields: Vec<&Slot> = sign.slots().map(|(slot, _)| slot).filter(|slot| slot.role == Role::Attribute).collect();
    if fields.is_empty() {
        return;
    }
    let of_field = |word: &str| fields.iter().any(|slot| text::Words::of(slot.preferred()).folds().any(|w| w == word));
    // A rendering has the same words and, in one place, words of the field beside them.
    let lacks = |form: &&String| {
        let words = text::Words::of(form);
        let Some(gap) = words.len().checked_sub(sign.words.len()).filter(|gap| *gap > 0) else { return false };
        let start = words.folds().zip(sign.words.folds()).take_while(|(due, stands)| due == stands).count();
        let rest = words.folds().skip(start + gap).eq(sign.words.folds().skip(start));
        let left_out = || words.folds().skip(start).take(gap);
        let meaning = |word: &str| !JOINING.contains(&word);
        rest && left_out().any(meaning) && left_out().filter(|word| meaning(word)).all(of_field)
    };
    if !sign.whole_texts().iter().any(|form| lacks(&form)) {
        return;
    }
    let Some(write) = sign.preferred() else { return };
    report.en(&META, 0..sign.en.len()).rewrite(sign.en, write).done();
}
