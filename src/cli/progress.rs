//! A progress bar on a terminal when the work is long, never elsewhere.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;

/// A bar for `total` distinct texts; hidden unless standard error is a terminal and the work is long.
pub(super) fn bar(total: usize) -> ProgressBar {
    const LONG: usize = 20_000;
    if total < LONG || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(total as u64);
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {human_pos}/{human_len} {per_sec} {eta}") {
        bar.set_style(style);
    }
    bar
}
