//! What the benchmarks share.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Rounds of one measurement; the fastest counts.
const ROUNDS: usize = 30;

/// The fastest of several runs: what else the machine does only makes them slower.
pub fn fastest<T>(mut work: impl FnMut() -> T) -> Duration {
    let round = || {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    std::iter::repeat_with(round).take(ROUNDS).min().unwrap_or_default()
}
