//! Ctrl-C, the signal by which a machine asks a program to end, and that of a terminal that is
//! closed: what is being written is finished, nothing else is begun. Asked a second time, the
//! program ends at once, and only takes away what has no name yet.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};

use crate::error::ExitStatus;

#[cfg(unix)]
const SIGNALS: [i32; 3] = [SIGINT, SIGTERM, signal_hook::consts::SIGHUP];
#[cfg(not(unix))]
const SIGNALS: [i32; 2] = [SIGINT, SIGTERM];

/// Whether somebody asked the program to end.
pub(super) struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listens from now on. Where nobody may listen, a signal ends the program as it always did.
    pub(super) fn listen() -> Self {
        let asked = Arc::new(AtomicBool::new(false));
        if !heard_by_a_thread(&asked) {
            let status = ExitStatus::Interrupted.code().into();
            for signal in SIGNALS {
                // In this order: only the second signal finds the flag set.
                let _ = signal_hook::flag::register_conditional_shutdown(
                    signal,
                    status,
                    Arc::clone(&asked),
                );
                let _ = signal_hook::flag::register(signal, Arc::clone(&asked));
            }
        }
        Self(asked)
    }

    /// Whether it was asked.
    pub(super) fn came(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Lets a thread hear the signals: unlike a signal handler, it may remove files.
#[cfg(unix)]
fn heard_by_a_thread(asked: &Arc<AtomicBool>) -> bool {
    let Ok(signals) = signal_hook::iterator::Signals::new(SIGNALS) else {
        return false;
    };
    let asked = Arc::clone(asked);
    std::thread::Builder::new().spawn(move || hear(signals, &asked)).is_ok()
}

#[cfg(unix)]
fn hear(mut signals: signal_hook::iterator::Signals, asked: &AtomicBool) {
    for _ in signals.forever() {
        if asked.swap(true, Ordering::Relaxed) {
            crate::sink::remove_unfinished();
            signal_hook::low_level::exit(ExitStatus::Interrupted.code().into());
        }
    }
}

#[cfg(not(unix))]
fn heard_by_a_thread(_: &Arc<AtomicBool>) -> bool {
    false
}
