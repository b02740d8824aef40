//! Names that the glossary holds, judged as if it did not: what the rules say of official English that they have not
//! seen. This is where a rule that reasons from meaning or sound shows its false alarms.

use signlint::analyse::{Analysed, Context};
use signlint::expect::Standing;
use signlint::finding::Level;
use signlint::glossary::{Entry, Glossary, Layer};
use signlint::rules::{RULES, Report};
use std::collections::BTreeMap;

#[test]
fn official_names_pass_unseen() {
    let mut context = Context::standard();
    context.without_names = true;
    let (texts, told) = judged(&context, context.glossary.entries().filter(Entry::is_proper_name));
    // What is left are owners' spellings that the rules of pinyin and of English refuse, and small letters of terms that
    // stand inside sentences.
    assert!(told.len() * 1000 < texts * NAMES_PER_THOUSAND, "{} of {texts}:\n{}", told.len(), told.join("\n"));
    let errors = told.iter().filter(|line| line.contains(" error "));
    let unexplained: Vec<&String> =
        errors.filter(|line| !SPELT_BY_OWNERS.iter().any(|rule| line.starts_with(rule))).collect();
    assert!(unexplained.is_empty(), "{unexplained:#?}");
}

#[test]
fn official_texts_pass_without_a_glossary() {
    let standard = Context::standard();
    let mut context = Context::standard();
    context.glossary = Glossary::of_layer(Layer::compile([]).expect("an empty layer"));
    let (texts, told) = judged(&context, standard.glossary.entries().filter(|e| !e.is_proper_name()));
    assert!(told.len() * 1000 < texts * TEXTS_PER_THOUSAND, "{} of {texts}:\n{}", told.len(), told.join("\n"));
    let errors: Vec<&String> = told.iter().filter(|line| line.contains(" error ")).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// How many forms of the entries the standard writes or allows, and what every rule says of them at warning or above,
/// sorted by rule.
fn judged<'g>(context: &Context, entries: impl Iterator<Item = Entry<'g>>) -> (usize, Vec<String>) {
    let (mut texts, mut told) = (0, BTreeMap::<&str, Vec<String>>::new());
    for entry in entries.filter(|e| !e.zh().contains("___")) {
        for (_, form) in entry.forms().filter(|(standing, _)| *standing <= Standing::Allowed) {
            let en = form.replace("//", " ");
            let sign = Analysed::new(context, entry.zh(), &en, None, None);
            let mut report = Report::default();
            RULES.iter().for_each(|rule| (rule.check)(&sign, &mut report));
            texts += 1;
            for found in report.into_findings().into_iter().filter(|f| f.level > Level::Info) {
                let line = format!("{} {} = {en} -> {:?}", found.level, entry.zh(), found.suggestion);
                told.entry(found.rule).or_default().push(line);
            }
        }
    }
    let lines = told.iter().flat_map(|(rule, signs)| signs.iter().map(move |sign| format!("{rule} {sign}")));
    (texts, lines.collect())
}

/// Findings at warning or error on a thousand unseen official names, most of them owners' spellings; and on a thousand
/// terms and notices of which no glossary knows a word.
const NAMES_PER_THOUSAND: usize = 15;
const TEXTS_PER_THOUSAND: usize = 13;
/// Rules whose errors are the owner's own departures: Guoan, Tiananmen; French names.
const SPELT_BY_OWNERS: [&str; 2] = ["pinyin/missing-apostrophe", "spelling/misspelled-word"];
