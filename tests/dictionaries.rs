//! The dictionaries against our own rules: every accepted form of every entry passes without a warning.

use signlint::analyse::Context;
use signlint::config::Selection;
use signlint::engine::Checker;
use signlint::expect::Standing;
use signlint::finding::Level;
use signlint::sign::Kind;

#[test]
fn accepted_forms_pass_our_own_rules() {
    let selection = Selection { level: Level::Warning, ..Selection::default() };
    let checker = Checker::new(Context::standard(), selection);
    let mut failures = Vec::new();
    for entry in checker.context().glossary.entries().filter(|e| !e.zh().contains("___")) {
        let kind = match entry.kind() {
            "station" => Some(Kind::StationSign),
            "dish" => Some(Kind::Menu),
            _ => None,
        };
        for (_, text) in entry.forms().filter(|(standing, _)| *standing < Standing::Deprecated) {
            let text = text.replace("//", " ");
            for finding in checker.check_sign(entry.zh(), &text, kind, entry.domain()) {
                failures.push(format!("{} = {text}: {} {}", entry.zh(), finding.rule, finding.message.en));
            }
        }
    }
    assert!(failures.is_empty(), "{} accepted forms are flagged:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn there_are_enough_entries_over_all_domains() {
    let context = Context::standard();
    assert!(context.glossary.len() >= 3_000, "{}", context.glossary.len());
    for domain in signlint::sign::Domain::ALL {
        assert!(context.glossary.entries().any(|e| e.domain() == Some(*domain)), "no entry in {domain}");
    }
}
