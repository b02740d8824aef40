//! Days of the week and dates as signs write them, in both languages.

mod date;
mod week;

pub use date::{Date, dates_in_chinese, dates_in_english};
pub use week::{Days, WEEK, WEEKEND, Week, week_in_chinese, week_in_english};

/// Marks and words between the ends of a range.
const RANGE: [char; 9] = ['至', '到', '-', '–', '—', '~', '～', '－', '―'];
