//! signlint checks Beijing's Chinese-English public signs against the standards.
//!
//! It works out from the Chinese alone what English the standards allow, lays the sign's English against it, and says
//! what is wrong, where, by which clause, and what to write instead. The glossary with its sources, the name grammar and
//! the rules are inside; nothing is fetched.
//!
//! ```
//! use signlint::prelude::*;
//!
//! let checker = Checker::new(Config::default())?;
//! let inventory = checker.read("signs.csv", "zh,en\n平安大街,Pingan Avenue\n出口,Exit\n".into())?;
//! for reported in checker.check(&inventory).reported() {
//!     assert_eq!(reported.level, Level::Error);
//!     assert_eq!(reported.sign.location.line, Some(2));
//!     println!("{}: {}", reported.sign.location, reported.finding.message.get(Lang::En));
//! }
//!
//! let suggestion = checker.suggest("北京市朝阳区市场监督管理局");
//! assert!(suggestion.en.is_some_and(|en| en.contains("Chaoyang District")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A configuration is made in code or read as a project's `signlint.toml` ([`Config::find`]). [`Checker::check`] hands
//! out an [`Outcome`], whose [`Outcome::reported`] are the findings on every sign in the order of the inventory.
//! Findings carry their texts in English and Chinese ([`Lang`]) and, where the standard leaves no choice, a [`Fix`].
//!
//! The library prints nothing and never exits. `default-features = false` leaves the language server and the
//! local page with their crates out.
//!
//! What stands on this page follows semantic versioning; hidden modules are the parts of the binary and may change.

#[doc(hidden)]
pub mod align;
#[doc(hidden)]
pub mod analyse;
mod checker;
#[doc(hidden)]
pub mod config;
#[doc(hidden)]
pub mod curate;
#[doc(hidden)]
pub mod diff;
#[doc(hidden)]
pub mod engine;
#[doc(hidden)]
pub mod english;
#[doc(hidden)]
pub mod environment;
#[doc(hidden)]
pub mod expect;
#[doc(hidden)]
pub mod finding;
#[doc(hidden)]
pub mod fix;
#[doc(hidden)]
pub mod format;
#[doc(hidden)]
pub mod glossary;
#[cfg(feature = "lsp")]
#[doc(hidden)]
pub mod lsp;
#[doc(hidden)]
pub mod mend;
#[doc(hidden)]
pub mod names;
#[doc(hidden)]
pub mod notices;
#[doc(hidden)]
pub mod pinyin;
#[doc(hidden)]
pub mod place;
#[doc(hidden)]
pub mod read;
#[doc(hidden)]
pub mod report;
#[doc(hidden)]
pub mod rules;
#[doc(hidden)]
pub mod senses;
#[doc(hidden)]
#[cfg(feature = "serve")]
pub mod serve;
#[doc(hidden)]
pub mod sign;
#[doc(hidden)]
pub mod suggest;
#[doc(hidden)]
pub mod text;
#[doc(hidden)]
pub mod whole;
#[doc(hidden)]
pub mod wording;
mod workbook;
#[doc(hidden)]
pub mod write;

#[doc(inline)]
pub use checker::{Checker, Inventory};
#[doc(inline)]
pub use config::{ConfigError, Levels, Profile, Project as Config, Setting};
#[doc(inline)]
pub use engine::{Outcome, Reported};
#[doc(inline)]
pub use finding::{Citation, Finding, Lang, Level, Text};
#[doc(inline)]
pub use fix::{Edit, Fix, Safety};
#[doc(inline)]
pub use place::SheetCell;
#[doc(inline)]
pub use read::ReadError;
#[doc(inline)]
pub use sign::{Domain, Field, Kind, Location, Sign, Span};
#[doc(inline)]
pub use suggest::{Part, Suggestion};

/// What most programs need: `use signlint::prelude::*;`
pub mod prelude {
    pub use crate::{Checker, Config, Field, Finding, Inventory, Lang, Level, Outcome, Profile, Reported};
}

// `build.rs` compiles the same images with the same code and has these at its root.
pub(crate) use text::{hash, sieve};
