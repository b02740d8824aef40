//! Examples of signs a rule must flag and signs on which it must stay silent. Every one runs as a test.
//!
//! The examples of a rule of the inventory make one inventory together.

use crate::sign::Kind;

/// One sign of a rule's documentation.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    pub zh: &'static str,
    pub en: &'static str,
    pub kind: Option<Kind>,
    /// The rule must flag it.
    pub wrong: bool,
    /// The suggestion it must make; `None` where the rule offers none or the example does not pin it.
    pub write: Option<&'static str>,
}

/// A sign that the rule flags, and what it suggests.
#[must_use]
pub const fn bad(zh: &'static str, en: &'static str, write: &'static str) -> Example {
    Example { zh, en, kind: None, wrong: true, write: Some(write) }
}

/// As [`bad`], for one kind of sign.
#[must_use]
pub const fn bad_as(kind: Kind, zh: &'static str, en: &'static str, write: &'static str) -> Example {
    Example { zh, en, kind: Some(kind), wrong: true, write: Some(write) }
}

/// A sign that the rule flags without pinning what to write.
#[must_use]
pub const fn fires(zh: &'static str, en: &'static str) -> Example {
    Example { zh, en, kind: None, wrong: true, write: None }
}

/// A sign on which the rule is silent.
#[must_use]
pub const fn good(zh: &'static str, en: &'static str) -> Example {
    Example { zh, en, kind: None, wrong: false, write: None }
}

/// As [`good`], for one kind of sign.
#[must_use]
pub const fn good_as(kind: Kind, zh: &'static str, en: &'static str) -> Example {
    Example { zh, en, kind: Some(kind), wrong: false, write: None }
}

/// Of signs that hang once each, those that a rule of the inventory flags, each with what it proposes.
#[cfg(test)]
pub(super) fn flagged(
    judge: fn(&super::Context, &[super::Occurrence]) -> Vec<super::InventoryFinding>,
    signs: &[(&str, &str)],
) -> Vec<(usize, Option<String>)> {
    let texts: Vec<_> = signs.iter().map(|(zh, en)| super::Occurrence::new(zh, en, None, &[0])).collect();
    judge(&super::Context::standard(), &texts).into_iter().map(|f| (f.text, f.finding.suggestion)).collect()
}

#[cfg(test)]
mod tests {
    use crate::analyse::{Analysed, Context};
    use crate::finding::Level;
    use crate::rules::{Example, INVENTORY_RULES, Occurrence, RULES, Report};

    /// Every example of every rule: bad ones fire with the given text, good ones stay silent.
    #[test]
    fn examples_hold() {
        let context = Context::standard();
        let mut failures = Vec::new();
        for rule in RULES {
            for example in rule.meta.examples {
                let sign = Analysed::new(&context, example.zh, example.en, example.kind, None);
                let mut report = Report::default();
                (rule.check)(&sign, &mut report);
                let findings = report.into_findings();
                let at = format!("{}: {} = {}", rule.meta.code, example.zh, example.en);
                match (example.wrong, findings.is_empty()) {
                    (true, true) => failures.push(format!("{at}: silent, must fire")),
                    (false, false) => failures.push(format!("{at}: fires: {}", findings[0].message.en)),
                    _ => {}
                }
                if let Some(write) = example.write {
                    let said: Vec<_> = findings.iter().filter_map(|f| f.suggestion.as_deref()).collect();
                    if !said.contains(&write) {
                        failures.push(format!("{at}: suggests {said:?}, must suggest {write:?}"));
                    }
                }
            }
        }
        assert!(failures.is_empty(), "{}", failures.join("\n"));
    }

    /// The examples of every rule of the inventory: of one inventory it flags the wrong signs and no others.
    #[test]
    fn examples_of_inventories_hold() {
        let context = Context::standard();
        for rule in INVENTORY_RULES {
            let mut signs: Vec<(&Example, Vec<u32>)> = Vec::new();
            for (row, example) in (0..).zip(rule.meta.examples) {
                match signs.iter_mut().find(|(known, _)| (known.zh, known.en) == (example.zh, example.en)) {
                    Some((_, rows)) => rows.push(row),
                    None => signs.push((example, vec![row])),
                }
            }
            let texts: Vec<Occurrence> = signs
                .iter()
                .map(|(example, rows)| Occurrence::new(example.zh, example.en, example.kind, rows))
                .collect();
            let found = (rule.judge)(&context, &texts);
            for (at, (example, _)) in signs.iter().enumerate() {
                let own: Vec<_> = found.iter().filter(|f| f.text == at).collect();
                let place = format!("{}: {} = {}", rule.meta.code, example.zh, example.en);
                assert_eq!(example.wrong, !own.is_empty(), "{place}");
                let said = || own.iter().any(|f| f.finding.suggestion.as_deref() == example.write);
                assert!(example.write.is_none() || said(), "{place}: {own:?}");
            }
        }
    }

    #[test]
    fn every_rule_documents_itself() {
        for meta in crate::rules::all_meta() {
            assert!(meta.code.contains('/'), "{}", meta.code);
            assert!(crate::glossary::sources::source(meta.citation.source).is_some(), "{}: unknown source", meta.code);
            assert!(
                crate::text::has_han(meta.zh.summary) && crate::text::has_han(meta.zh.why),
                "{}: Chinese",
                meta.code
            );
            assert!(meta.level >= Level::Info);
        }
        for meta in crate::rules::all_meta() {
            let examples = meta.examples;
            assert!(examples.iter().any(|e| e.wrong) && examples.iter().any(|e| !e.wrong), "{}: examples", meta.code);
        }
    }
}
