//! Ctrl-C, and the signal by which a machine asks a program to end: what is being written is
//! finished, nothing else is begun. Asked a second time, the program ends at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::error::ExitStatus;

/// Whether somebody asked the program to end.
pub(super) struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listens from now on. Where nobody may listen, a signal ends the program as it always did.
    pub(super) fn listen() -> Self {
        let asked = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM] {
            let status = ExitStatus::Interrupted.code().into();
            // In this order: only the second signal finds the flag set.
            let _ = flag::register_conditional_shutdown(signal, status, Arc::clone(&asked));
            let _ = flag::register(signal, Arc::clone(&asked));
        }
        Self(asked)
    }

    /// Whether it was asked.
    pub(super) fn came(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
