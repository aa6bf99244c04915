//! When the layout engine forgets.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::render;

/// How many documents each printer makes between two clearings of the layout engine's memory. With
/// one the memory is smaller still, but two printers freeing it for each other cost time.
const CLEARING: usize = 2;

/// When to clear the layout engine's memory, which all printers share. It holds 25 MB of an agreement
/// that no other document asks for; what most documents have in common is asked for again and stays.
#[derive(Debug, Default)]
pub(super) struct Memory {
    printers: AtomicUsize,
    printed: AtomicUsize,
}

impl Memory {
    /// Takes note of one more printer.
    pub(super) fn printer_begins(&self) {
        self.printers.fetch_add(1, Ordering::Relaxed);
    }

    /// Takes note of one that is gone.
    pub(super) fn printer_ends(&self) {
        self.printers.fetch_sub(1, Ordering::Relaxed);
    }

    /// Clears by the number of all documents: if each printer counted its own, many of them would
    /// clear while a document is being laid out, and cost it what it is about to ask for again.
    pub(super) fn document_done(&self) {
        let printers = self.printers.load(Ordering::Relaxed).max(1);
        let printed = self.printed.fetch_add(1, Ordering::Relaxed) + 1;
        if printed.is_multiple_of(CLEARING * printers) {
            render::clear_memory();
        }
    }
}
