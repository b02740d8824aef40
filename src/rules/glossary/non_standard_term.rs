//! `glossary/non-standard-term`: the standard has a rendering for this text and the sign says something else.
//!
//! The tables of the current editions are examples (rules R1, R3): sound wording that shares the standard's words is
//! only worth a look. Wording that shares none of them is a warning: it is most often a word-for-word translation.

use crate::align::Fit;
use crate::analyse::Analysed;
use crate::diff::{Closeness, Diff, is_light};
use crate::english::English;
use crate::expect::{Role, Slot, Standing};
use crate::finding::Level;
use crate::glossary::Status;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::sign::Domain;
use crate::text;
use crate::wording::{BE, NEGATIVE, PREPOSITION, WARN_WORD};

pub static META: Meta = Meta {
    code: "glossary/non-standard-term",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "not the standard's term",
        why: "The standard lists a rendering for this very text, and the English on the sign has none of its words. \
              Readers meet one thing under many names; translate the sense as English-speaking countries write it, \
              not the words.",
    },
    zh: Words {
        summary: "与标准译法不同",
        why: "标准对该文本有明确译法，而标识上的英文与之无一词相同。同一事物名称不一，读者难以辨认；应按英语国家习惯译意，不应逐字直译。",
    },
    citation: cite("gbt30240-1", "4.2.3"),
    examples: &[
        bad("员工通道", "Workman Corridor", "Staff Passage"),
        bad("油漆未干", "Paint Has Not Dried", "Wet Paint"),
        bad("自助餐", "Help Oneself Food", "Buffet"),
        good("员工通道", "Staff Only"),
        good("卫生间", "Restroom"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    let Some((slot, fit)) = sign.slots().next().filter(|(slot, _)| slot.role == Role::Entry) else { return };
    if matches!(fit, Fit::Matched { .. }) && sign.is_as_expected() {
        return;
    }
    // Another current sense of the same Chinese has this very English.
    if sign.is_accepted_wording() {
        return;
    }
    let accepted = slot.forms.iter().filter(|f| f.standing < Standing::Banned);
    let Some((_, diff)) = Diff::nearest(accepted.map(|f| f.text.as_str()), &sign.words) else { return };
    let level = match diff.closeness(&sign.words) {
        Closeness::Equivalent | Closeness::Slip => return,
        Closeness::Partial => Level::Info,
        Closeness::Different if is_of_common_stock(sign) => Level::Info,
        Closeness::Different => Level::Warning,
    };
    let unverified = sign.entries().iter().all(|e| e.status() == Status::Unverified);
    let doubtful = report.has(Level::Warning) || is_of_another_field(sign);
    let odd = !doubtful && is_strange(sign, slot);
    let level = if odd { Level::Warning } else { level };
    if doubtful || sign.shares_meaning() && !odd {
        return report_as(sign, report, Level::Info, slot);
    }
    report_as(sign, report, if unverified { Level::Info } else { level }, slot);
}

/// Several words, each of which signs use: an official wording that no list has yet (*First Aid* for 医务室).
fn is_of_common_stock(sign: &Analysed) -> bool {
    let english = English::standard();
    sign.words.len() > 1
        && sign.words.folds().all(|word| english.is_common_on_signs(word) || english.is_function_word(word))
}

/// Several words of meaning stand in no rendering of the text, and one of them is none that signs use: an official wording
/// that no list has yet is put together from the common stock, a word-for-word translation is not.
fn is_strange(sign: &Analysed, slot: &Slot) -> bool {
    let english = English::standard();
    // Names have owners, and old ones are translated in many ways.
    if sign.is_name() {
        return false;
    }
    // Each clause of a notice may be rendered by itself.
    let clauses = sign.clauses().iter().flat_map(crate::notices::Clause::words);
    let known: Vec<text::Words> = slot.forms.iter().map(|form| text::Words::of(&form.text)).chain(clauses).collect();
    let same =
        |a: &str, b: &str| english.same_noun(a, b) || english.same_abbreviated(a, b) || english.same_spelling(a, b);
    let is_known = |word: &str| known.iter().any(|form| form.folds().any(|w| same(w, word)));
    // What stands in brackets explains; how a warning begins is a matter of taste.
    let outside = |at: &usize| {
        let before = &sign.en[..sign.words.span(*at).start];
        before.matches('(').count() == before.matches(')').count()
    };
    let light = |word: &str| {
        let small = is_light(english, word) || PREPOSITION.contains(&word) || BE.contains(&word);
        small || NEGATIVE.contains(&word) || WARN_WORD.contains(&word) || word.bytes().any(|b| b.is_ascii_digit())
    };
    let words = || (0..sign.words.len()).filter(outside).map(|at| sign.words.fold(at));
    let unknown = || words().filter(|word| !light(word) && !is_known(word));
    if unknown().count() >= SEVERAL {
        return unknown().any(|word| !english.is_common_on_signs(word));
    }
    // One word that no sign of the dictionaries uses in any form: economize water, no striding. It was looked up.
    unknown().any(|word| english.is_on_no_sign(word)) && crate::notices::looks_like_one(sign.key())
}

/// Words of meaning beyond the renderings' from which a wording is another one.
const SEVERAL: usize = 2;

/// Every entry belongs to a field of life that is not the sign's: 出口 in a customs house is no way out.
fn is_of_another_field(sign: &Analysed) -> bool {
    let fits = |own: Option<Domain>, field| own.is_none_or(|own| own == field || own == Domain::General);
    let field = sign.domain.filter(|field| *field != Domain::General);
    field.is_some_and(|field| !sign.entries().iter().any(|e| fits(e.domain(), field)))
}

fn report_as(sign: &Analysed, report: &mut Report, level: Level, slot: &Slot) {
    let Some(write) = sign.preferred() else { return };
    if level == Level::Info && report.writes(&write) {
        return;
    }
    report
        .en(&META, 0..sign.en.len())
        .level(level)
        .message(format!("the standard writes “{write}”"), format!("标准译法是“{write}”"))
        .cite(sign.citation(slot))
        .rewrite(sign.en, write);
}
