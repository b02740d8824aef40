//! `name/other-field`: the body works in another field than its Chinese name says: *Bureau of Commerce* for 司法局.

use crate::align::Fit;
use crate::analyse::Analysed;
use crate::english::English;
use crate::expect::Role;
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text;
use crate::wording::AUTHORITY;
use std::ops::Range;

pub static META: Meta = Meta {
    code: "name/other-field",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the English names another field",
        why: "All parts of the name stand but the one that says what the body is for, and the word in its place means \
              nothing that the Chinese says. Often a row was copied and only half changed.",
    },
    zh: Words {
        summary: "英文的业务领域与中文不符",
        why: "机构名称其他部分都对，只有表示职能的词与中文无关，多为复制后漏改。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        bad(
            "北京市西城区司法局",
            "Beijing Xicheng District Bureau of Commerce",
            "Beijing Xicheng District Bureau of Justice",
        ),
        bad("平谷区教育委员会", "Pinggu District Water Commission", "Pinggu District Education Commission"),
        good("新闻办公室", "Media Office"),
        good("北京市西城区司法局", "Beijing Xicheng District Judicial Bureau"),
        good("平谷区教育委员会", "Pinggu District Commission of Education"),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    // Offices and rooms inside a house are called in many ways; an authority has one field.
    let is_authority = |generic: &lexicon::Word| AUTHORITY.contains(&generic.class);
    if sign.is_as_expected() || !sign.generic().is_some_and(is_authority) {
        return;
    }
    let Some(words) = attribute(sign).or_else(|| inside_institution(sign)) else { return };
    let english = English::standard();
    let unrelated = |at: usize| {
        let word = sign.words.fold(at);
        word.len() > 3
            && sign.is_word(at)
            && !english.is_function_word(word)
            && !english.is_pinyin_name(word)
            && !sign.is_meant(word)
    };
    if !words.clone().all(unrelated) {
        return;
    }
    let Some(write) = sign.preferred() else { return };
    let span = sign.span(&words);
    let written = &sign.en[span.clone()];
    report
        .en(&META, span)
        .message(format!("the Chinese does not speak of “{written}”"), format!("中文没有“{written}”之意"))
        .rewrite(sign.en, write)
        .done();
}

/// The words that stand where the field of the body should.
fn attribute(sign: &Analysed) -> Option<Range<usize>> {
    sign.replaced_slot().filter(|(slot, _)| slot.role == Role::Attribute).map(|(_, words)| words)
}

/// The one word that differs inside a head that is told as a whole: *Water Commission* for Education Commission.
fn inside_institution(sign: &Analysed) -> Option<Range<usize>> {
    let mut differing = sign.slots().filter(|(_, fit)| !matches!(fit, Fit::Matched { .. }));
    let (slot, fit) = differing.next()?;
    let Fit::Differs { form, words, .. } = fit else { return None };
    if slot.role != Role::Institution
        || differing.next().is_some()
        || sign.alignment.as_ref().is_some_and(|a| !a.extra.is_empty())
    {
        return None;
    }
    let form = text::Words::of(&slot.forms[*form].text);
    let other = |(at, form): &(usize, &str)| sign.words.fold(*at) != *form;
    let mut others = words.clone().zip(form.folds()).filter(other);
    let (at, _) = others.next()?;
    (form.len() == words.len() && others.next().is_none() && form.len() > 1).then(|| at..at + 1)
}
