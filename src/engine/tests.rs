//! The law behind the short way: no rule warns of what stands to the letter as the standard would write it.

use super::*;
use crate::config::Profile;

/// The warnings and errors of the rules on signs that the short way passes.
fn flagged(context: Context, texts: impl Fn(&Context) -> Vec<(String, String)>) -> Vec<String> {
    let texts = texts(&context);
    let checker = Checker::new(context, Selection::default());
    let mut out = Vec::new();
    let mut passed = 0;
    for (zh, en) in &texts {
        let expectation = checker.context.expect(zh, None, None);
        if !expectation.as_ref().is_some_and(|e| is_plain(zh) && e.writes(en)) {
            continue;
        }
        passed += 1;
        let sign = Analysed::with(&checker.context, zh, en, None, None, expectation);
        let found = checker.judge(&sign);
        out.extend(found.iter().filter(|f| f.level > Level::Info).map(|f| format!("{zh} = {en}: {}", f.rule)));
    }
    assert!(passed * 2 > texts.len(), "only {passed} of {} go the short way", texts.len());
    out
}

#[test]
fn no_rule_warns_of_a_preferred_form() {
    for profile in [Profile::Beijing, Profile::WinterGames] {
        let found = flagged(Context { profile, ..Context::standard() }, |context| {
            let entries = context.glossary.entries().filter(|e| !e.zh().contains("___"));
            entries.map(|e| (e.zh().to_owned(), e.preferred().to_owned())).collect()
        });
        assert!(found.is_empty(), "{} flagged:\n{}", found.len(), found.join("\n"));
    }
}
