//! The glossary covers what users expect of it. That it is sound is the business of `signlint glossary check`.

use signlint::glossary::Glossary;
use signlint::sign::Domain;

#[test]
fn there_are_enough_entries_over_all_domains() {
    let glossary = Glossary::standard();
    assert!(glossary.len() >= 8_000, "{}", glossary.len());
    for domain in Domain::ALL {
        assert!(glossary.entries().any(|e| e.domain() == Some(*domain)), "no entry in {domain}");
    }
}
