//! The law behind the short way: no rule warns of what stands to the letter as the standard would write it.

use super::*;
use crate::config::Profile;
use crate::glossary::Entry;

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
        let (found, _) = checker.judge(&sign);
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

/// Signs with a number in its place, right and wrong.
const NUMBERED: [(&str, &str); 14] = [
    ("玉泉路#号", "No. # Yuquan Road"),
    ("玉泉路#号楼", "Building #, Yuquan Road"),
    ("玉泉路#号", "No. # Yuquna Road"),
    ("#号线", "Line #"),
    ("#号航站楼", "Terminal #"),
    ("#路", "Bus Route #"),
    ("第#中学", "No. # Middle School"),
    ("#艺术区", "# Art District"),
    ("#层", "# Floor"),
    ("第#号窗口", "Window #"),
    ("#号房间", "Room #"),
    ("急救电话#", "Emergency Call: #"),
    ("限速#公里", "Speed Limit # km/h"),
    ("#年建成", "Built in #"),
];

#[test]
fn numbers_make_no_difference_that_is_passed_over() {
    let mut text = String::from("zh,en\n");
    for number in 0..300 {
        for (zh, en) in NUMBERED {
            let [zh, en] = [zh, en].map(|part| part.replace('#', &number.to_string()));
            text.push_str(&format!("{zh},\"{en}\"\n"));
        }
    }
    let tables = crate::read::read_bytes("numbers.csv", text.into_bytes(), &Default::default()).expect("a table");
    let checker = Checker::new(Context::standard(), Selection::default());
    let (distinct, _) = group(&tables);
    let silent = Silent::new(&checker.context, distinct.len()).expect("it is worth it");
    let mut outline = String::new();
    let mut known = 0;
    for d in &distinct {
        let all = checker.findings(&d.zh, &d.en, d.kind, d.domain);
        assert_eq!(checker.findings_unless(Some(&silent), &mut outline, d), all, "{} = {}", d.zh, d.en);
        known += usize::from(all.is_empty());
    }
    assert!(known * 3 > distinct.len(), "{known} of {} pass", distinct.len());
}

#[test]
fn no_rule_warns_of_a_composed_name() {
    let found = flagged(Context { without_names: true, ..Context::standard() }, |context| {
        let names = context.glossary.entries().filter(Entry::is_proper_name);
        let composed = names.filter_map(|e| {
            let expectation = context.expect(e.zh(), None, None)?;
            Some((e.zh().to_owned(), expectation.preferred()))
        });
        composed.collect()
    });
    assert!(found.is_empty(), "{} flagged:\n{}", found.len(), found.join("\n"));
}
