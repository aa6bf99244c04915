//! Many items on plain threads, outcomes in the order of the input.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many workers to use: as many as there are processors, and never more than items.
pub fn workers(wanted: Option<usize>, items: usize) -> usize {
    let here = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    wanted.unwrap_or_else(here).clamp(1, items.max(1))
}

/// Does `work` for every item. `setup` runs once on each worker's thread and its value is handed to
/// `work`, so that a worker may own what does not go from thread to thread. A panic in `work` costs
/// that item: its outcome is `None`.
pub fn run<I: Sync, S, O: Send>(
    items: &[I],
    workers: usize,
    setup: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &I) -> O + Sync,
) -> Vec<Option<O>> {
    let next = AtomicUsize::new(0);
    let outcomes: Mutex<Vec<Option<O>>> = Mutex::new(items.iter().map(|_| None).collect());
    let worker = || {
        let mut state = setup();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else {
                return;
            };
            let outcome = catch_unwind(AssertUnwindSafe(|| work(&mut state, item))).ok();
            let mut all = outcomes.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            if let Some(slot) = all.get_mut(at) {
                *slot = outcome;
            }
        }
    };
    if workers <= 1 {
        worker();
    } else {
        std::thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(worker);
            }
        });
    }
    outcomes.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_keep_the_order_and_a_panic_costs_its_item() {
        let items: Vec<usize> = (0..100).collect();
        for workers in [1, 4] {
            let outcomes = run(
                &items,
                workers,
                || (),
                |(), n| {
                    assert!(*n != 7, "tujuh");
                    n * 2
                },
            );
            let expected: Vec<_> = items.iter().map(|n| (*n != 7).then_some(n * 2)).collect();
            assert_eq!(outcomes, expected);
        }
    }
}
