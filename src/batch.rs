//! Many items on plain threads, as a stream: items are taken as they are needed, outcomes handed on
//! in the order of the items, and only a few of either exist at any time.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};

/// Items that are under way, for each worker: one is worked on, one waits so that nobody idles, and
/// the others wait for their turn to be handed on while a long one holds them up.
const WINDOW: usize = 4;

/// How many workers to use: as many as there are processors, and never more than items.
pub fn workers(wanted: Option<usize>, items: usize) -> usize {
    let here = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    wanted.unwrap_or_else(here).clamp(1, items.max(1))
}

/// The stack of a worker. A draft may nest as deep as its reader lets it.
const STACK: usize = 4 << 20;

/// Does `work` for every item and hands each with its outcome to `sink`, in the order of the items,
/// on the calling thread. Items are taken from `items` a few at a time, so that memory does not grow
/// with their number however slow the sink is. Returns how many workers there were: where the system
/// starts no more threads there are fewer than were wanted, and in the end the calling thread alone.
///
/// `setup` makes the state of a worker on the worker's own thread, so that it may be what does not go
/// from thread to thread. A panic in `work` costs that item alone: its outcome is `None`, and the
/// worker starts with a new state. When `sink` breaks, what is being worked on is finished and
/// dropped, and nothing else is begun.
pub fn stream<I: Send, S, O: Send>(
    items: impl IntoIterator<Item = I>,
    workers: usize,
    setup: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &I) -> O + Sync,
    mut sink: impl FnMut(I, Option<O>) -> ControlFlow<()>,
) -> usize {
    let mut items = items.into_iter();
    let mut started = 0;
    if workers > 1 {
        let stopped = AtomicBool::new(false);
        let (jobs, taken) = channel();
        let (done, outcomes) = channel();
        let taken = Mutex::new(taken);
        std::thread::scope(|scope| {
            for _ in 0..workers {
                let done = done.clone();
                let (taken, stopped, setup, work) = (&taken, &stopped, &setup, &work);
                let serve = move || Worker::new(setup, work).serve(taken, &done, stopped);
                let thread = std::thread::Builder::new().stack_size(STACK);
                if thread.spawn_scoped(scope, serve).is_err() {
                    break;
                }
                started += 1;
            }
            // The workers hold the other ends: with the last of them the outcomes end too.
            drop(done);
            let line = Line { jobs, outcomes, window: started * WINDOW };
            line.hand_on(&mut items, &mut sink);
            stopped.store(true, Ordering::Relaxed);
        });
    }
    if started == 0 {
        alone(items, &setup, &work, &mut sink);
    }
    started.max(1)
}

/// The same on the calling thread.
fn alone<I, S, O>(
    mut items: impl Iterator<Item = I>,
    setup: &impl Fn() -> S,
    work: &impl Fn(&mut S, &I) -> O,
    sink: &mut impl FnMut(I, Option<O>) -> ControlFlow<()>,
) {
    let mut worker = Worker::new(setup, work);
    // Nothing to be heard from a break: it only ends the loop.
    let _ = items.try_for_each(|item| {
        let outcome = worker.attempt(&item);
        sink(item, outcome)
    });
}

/// An item with its number.
type Job<I> = (usize, I);

/// An item with its number and its outcome.
type Done<I, O> = (usize, I, Option<O>);

/// A worker with its state.
struct Worker<'a, S, Setup, Work> {
    state: S,
    setup: &'a Setup,
    work: &'a Work,
}

impl<'a, S, Setup: Fn() -> S, Work> Worker<'a, S, Setup, Work> {
    fn new(setup: &'a Setup, work: &'a Work) -> Self {
        Self { state: setup(), setup, work }
    }

    /// The outcome of an item; `None` after a panic, which may have left the state in pieces.
    fn attempt<I, O>(&mut self, item: &I) -> Option<O>
    where
        Work: Fn(&mut S, &I) -> O,
    {
        let Self { state, setup, work } = self;
        let outcome = catch_unwind(AssertUnwindSafe(|| work(state, item))).ok();
        if outcome.is_none() {
            *state = setup();
        }
        outcome
    }

    /// Works until there are no more jobs, or nobody wants them any more.
    fn serve<I, O>(
        mut self,
        jobs: &Mutex<Receiver<Job<I>>>,
        done: &Sender<Done<I, O>>,
        stopped: &AtomicBool,
    ) where
        Work: Fn(&mut S, &I) -> O,
    {
        while !stopped.load(Ordering::Relaxed) {
            let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok((at, item)) = job else { return };
            let outcome = self.attempt(&item);
            if done.send((at, item, outcome)).is_err() {
                return;
            }
        }
    }
}

/// The calling thread's side: hands out items and hands on outcomes.
struct Line<I, O> {
    jobs: Sender<Job<I>>,
    outcomes: Receiver<Done<I, O>>,
    /// The most items that may be under way.
    window: usize,
}

impl<I, O> Line<I, O> {
    /// Ends when all items are handed on, or the sink breaks.
    fn hand_on(
        self,
        items: &mut dyn Iterator<Item = I>,
        sink: &mut dyn FnMut(I, Option<O>) -> ControlFlow<()>,
    ) {
        let mut items = items.enumerate();
        let mut waiting: BTreeMap<usize, (I, Option<O>)> = BTreeMap::new();
        let (mut under_way, mut next) = (0, 0);
        loop {
            for job in items.by_ref().take(self.window - under_way) {
                under_way += usize::from(self.jobs.send(job).is_ok());
            }
            let Some((at, item, outcome)) = self.next(under_way) else { return };
            waiting.insert(at, (item, outcome));
            while let Some((item, outcome)) = waiting.remove(&next) {
                (under_way, next) = (under_way - 1, next + 1);
                if sink(item, outcome).is_break() {
                    return;
                }
            }
        }
    }

    /// The next outcome, while any is to be expected.
    fn next(&self, under_way: usize) -> Option<Done<I, O>> {
        if under_way == 0 {
            return None;
        }
        self.outcomes.recv().ok()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use super::*;

    /// What comes out for the numbers up to a hundred; the seventh is a panic.
    fn doubled(workers: usize) -> Vec<(usize, Option<usize>)> {
        let mut seen = Vec::new();
        let work = |(): &mut (), n: &usize| {
            assert!(*n != 7, "tujuh");
            n * 2
        };
        stream(
            0..100,
            workers,
            || (),
            work,
            |item, outcome| {
                seen.push((item, outcome));
                ControlFlow::Continue(())
            },
        );
        seen
    }

    #[test]
    fn outcomes_keep_the_order_and_a_panic_costs_its_item() {
        let expected: Vec<_> = (0..100).map(|n| (n, (n != 7).then_some(n * 2))).collect();
        for workers in [1, 2, 4] {
            assert_eq!(doubled(workers), expected);
        }
    }

    #[test]
    fn a_worker_starts_afresh_after_a_panic() {
        let work = |done: &mut usize, n: &usize| {
            assert!(*n != 3, "tiga");
            *done += 1;
            *done
        };
        let mut counts = Vec::new();
        stream(
            0..6,
            1,
            || 0,
            work,
            |_, count| {
                counts.push(count);
                ControlFlow::Continue(())
            },
        );
        assert_eq!(counts, [Some(1), Some(2), Some(3), None, Some(1), Some(2)]);
    }

    #[test]
    fn few_items_are_taken_ahead_of_a_slow_one() {
        let taken = AtomicUsize::new(0);
        let items = (0..1_000).inspect(|_| {
            taken.fetch_add(1, Ordering::Relaxed);
        });
        let mut handed_on = 0;
        stream(
            items,
            2,
            || (),
            |(), n| *n,
            |_, _| {
                assert!(taken.load(Ordering::Relaxed) <= handed_on + 2 * WINDOW);
                handed_on += 1;
                ControlFlow::Continue(())
            },
        );
        assert_eq!((handed_on, taken.into_inner()), (1_000, 1_000));
    }

    #[test]
    fn a_break_ends_the_work() {
        for workers in [1, 4] {
            let (begun, mut handed_on) = (AtomicUsize::new(0), 0);
            let work = |(): &mut (), _: &usize| begun.fetch_add(1, Ordering::Relaxed);
            stream(
                0..1_000,
                workers,
                || (),
                work,
                |_, _| {
                    handed_on += 1;
                    if handed_on == 10 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                },
            );
            assert_eq!(handed_on, 10);
            assert!(begun.into_inner() <= 10 + workers * WINDOW);
        }
    }
}
