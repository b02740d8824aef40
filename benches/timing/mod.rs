//! How long a run takes.

use std::time::{Duration, Instant};

/// The median of so many rounds, by the clock on the wall.
pub(crate) fn median(rounds: usize, mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let began = Instant::now();
            run();
            began.elapsed()
        })
        .collect();
    times.sort();
    times[rounds / 2]
}
