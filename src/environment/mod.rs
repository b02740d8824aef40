//! The state of a language environment: what share of an inventory's signs is bilingual and right, where it is not, what
//! to mend first, and how far it has come since an earlier report.
//!
//! [`Report::of`] reads the outcome of a check; [`html`], [`markdown`] and JSON (it is `Serialize`) write it. Every list
//! is cut to its most telling rows, so that the page of a city of a million signs opens like that of a hospital.

mod chart;
mod date;
mod errors;
mod groups;
mod labels;
mod law;
mod page;
mod progress;
mod rulings;
mod tally;
mod terms;

pub use date::today;
pub use errors::FrequentError;
pub use groups::Group;
pub use law::LawPlace;
pub use page::{html, markdown};
pub use progress::{EarlierError, Progress, earlier};
pub use rulings::{FamilyCount, RuleCount};
pub use tally::Tally;
pub use terms::{Rendering, Term};

use crate::analyse::Context;
use crate::engine::Outcome;
use crate::finding::Level;
use crate::sign::{Column, Record, Table};
use serde::{Deserialize, Serialize};
use tally::Standing;

/// The form of the JSON; a reader checks it.
pub const SCHEMA: &str = "signlint-report/1";

/// Rows of the longest lists.
const MOST_GROUPS: usize = 200;
/// Venues with fewer signs are not ranked: one slip would put them last.
pub const FEWEST_SIGNS: u64 = 5;
/// Worst venues told.
const MOST_WORST: usize = 20;

/// One inventory that was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Inventory {
    pub path: String,
    pub signs: usize,
}

/// A report of a language environment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub schema: String,
    /// Of signlint.
    pub version: String,
    /// Day of the report, UTC, `YYYY-MM-DD`.
    pub date: String,
    pub inventories: Vec<Inventory>,
    pub total: Tally,
    /// 0 to 100; `None` where no sign counts.
    pub score: Option<f64>,
    pub districts: Vec<Group>,
    pub places: Vec<Group>,
    pub domains: Vec<Group>,
    pub kinds: Vec<Group>,
    /// By file, where there are several.
    pub files: Vec<Group>,
    pub families: Vec<FamilyCount>,
    pub rules: Vec<RuleCount>,
    /// Places with the lowest scores, the lowest first.
    pub worst: Vec<Group>,
    pub errors: Vec<FrequentError>,
    /// Different errors in all, listed or not.
    pub errors_in_all: usize,
    pub terms: Vec<Term>,
    /// Terms used in several ways in all, listed or not.
    pub terms_in_all: usize,
    pub law: Vec<LawPlace>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<Progress>,
}

impl Report {
    /// Reads the outcome of a check of these tables.
    #[must_use]
    pub fn of(outcome: &Outcome, tables: &[Table], context: &Context, date: String) -> Self {
        let mut survey = Survey::new(context);
        let mut reported = outcome.reported().peekable();
        for (at, table) in tables.iter().enumerate() {
            for record in &table.records {
                let mut worst = None;
                survey.rulings.next_sign();
                while let Some(found) = reported.next_if(|r| (r.table, r.sign.location.row) == (at, record.row)) {
                    worst = worst.max(Some(found.level));
                    survey.rulings.add(&found);
                    survey.errors.add(&found);
                }
                survey.add(table, record, worst);
            }
        }
        let (terms, terms_in_all) = terms::several_ways(tables, context);
        survey.report(tables, date, (terms, terms_in_all))
    }

    /// Compares with an earlier report.
    #[must_use]
    pub fn since(mut self, earlier: &Self) -> Self {
        self.progress = Some(Progress::between(earlier, &self));
        self
    }
}

/// What is gathered sign by sign.
struct Survey<'c> {
    total: Tally,
    districts: groups::Groups,
    places: groups::Groups,
    domains: groups::Groups,
    kinds: groups::Groups,
    files: groups::Groups,
    rulings: rulings::Rulings,
    errors: errors::Errors,
    law: law::Law<'c>,
}

impl<'c> Survey<'c> {
    fn new(context: &'c Context) -> Self {
        let groups = groups::Groups::default;
        Self {
            total: Tally::default(),
            districts: groups(),
            places: groups(),
            domains: groups(),
            kinds: groups(),
            files: groups(),
            rulings: rulings::Rulings::default(),
            errors: errors::Errors::default(),
            law: law::Law::new(&context.glossary),
        }
    }

    fn add(&mut self, table: &Table, record: &Record, worst: Option<Level>) {
        let sign = table.sign(record);
        let Some(standing) = Standing::of(&sign.zh, &sign.en, worst) else { return };
        let by_law = self.law.kinds_of(&sign);
        let mut one = Tally::default();
        one.add(standing, by_law != 0);
        self.total += one;
        self.law.add(by_law, one);
        self.districts.add(&table.cell(record, Column::District), one);
        self.places.add(&sign.place, one);
        self.domains.add(sign.domain.map_or("", |d| d.as_str()), one);
        self.kinds.add(sign.kind.map_or("", |k| k.as_str()), one);
        self.files.add(&table.path, one);
    }

    fn report(self, tables: &[Table], date: String, (terms, terms_in_all): (Vec<Term>, usize)) -> Report {
        let (errors, errors_in_all) = self.errors.most_frequent();
        let (families, rules) = self.rulings.counts();
        let plain = |name: &str| (name.to_owned(), name.to_owned());
        Report {
            schema: SCHEMA.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            date,
            inventories: tables.iter().map(|t| Inventory { path: t.path.clone(), signs: t.records.len() }).collect(),
            score: self.total.score(),
            total: self.total,
            worst: self.places.worst(MOST_WORST),
            districts: self.districts.listed(MOST_GROUPS, plain),
            places: self.places.listed(MOST_GROUPS, plain),
            domains: self.domains.listed(MOST_GROUPS, labels::domain),
            kinds: self.kinds.listed(MOST_GROUPS, labels::kind),
            files: if tables.len() > 1 { self.files.listed(MOST_GROUPS, plain) } else { Vec::new() },
            families,
            rules,
            errors,
            errors_in_all,
            terms,
            terms_in_all,
            law: self.law.coverage(),
            progress: None,
        }
    }
}
