//! signlint checks Beijing's Chinese-English public signs against the standards: expect, then align.

pub mod expect;
pub mod finding;
pub mod fix;
pub mod glossary;
pub mod sign;
