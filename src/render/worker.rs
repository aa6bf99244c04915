//! What lays out documents one after the other.

use std::collections::BTreeMap;
use std::sync::Arc;

use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;

use super::data::Data;
use super::export;
use super::fault::{self, LayoutError};
use super::template::Templates;
use super::world::{Closed, Shared};
use super::{Options, Pages, RenderError};
use crate::kind::{Catalog, Kind};
use crate::print::Head;

/// Documents between two clearings of Typst's memo cache; it grows by 0.7 MB a document otherwise.
const CLEARING: usize = 10;

/// A renderer for one thread: it owns a pool of one thread, so that a document that waits never
/// picks up another one on its stack.
#[derive(Debug)]
pub struct Worker {
    pool: Option<rayon::ThreadPool>,
    shared: Shared,
    templates: Templates,
    done: usize,
}

/// A document that is to be laid out.
pub(super) struct Task<'a> {
    pub(crate) catalog: &'a Catalog,
    pub(crate) kind: &'a Kind,
    pub(crate) data: Arc<Data>,
}

impl Worker {
    /// A renderer with the templates and the shared layout of a catalogue.
    pub fn new(catalog: &Catalog) -> Self {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(16 << 20).build();
        let (shared, templates) = (Shared::read(catalog), Templates::read(catalog));
        Self { pool: pool.ok(), shared, templates, done: 0 }
    }

    fn install<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        match &self.pool {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }

    /// Fills a template and lays it out.
    pub(super) fn compile(
        &mut self,
        task: &Task<'_>,
        files: BTreeMap<String, Vec<u8>>,
    ) -> Result<PagedDocument, RenderError> {
        let source = self.templates.fill(task.kind, &task.data)?;
        self.lay_out(source, files, |first, world| fault::layout(first, world, task))
    }

    /// Lays out Typst source; what is wrong with it is told as `tell` says.
    pub(super) fn lay_out(
        &mut self,
        source: String,
        files: BTreeMap<String, Vec<u8>>,
        tell: impl FnOnce(&SourceDiagnostic, &Closed<'_>) -> LayoutError,
    ) -> Result<PagedDocument, RenderError> {
        // Without a pool of its own the layout engine would ask for one for all, and panic.
        if self.pool.is_none() {
            return Err(LayoutError::NoThread.into());
        }
        self.done += 1;
        if self.done.is_multiple_of(CLEARING) {
            comemo::evict(1);
        }
        let world = Closed::new(source, files, &self.shared);
        let world = world.ok_or(LayoutError::NoPages)?;
        let (result, warnings) = self.install(|| {
            let warned = typst::compile::<PagedDocument>(&world);
            (warned.output, warned.warnings)
        });
        // An unknown font or a layout that does not settle gives a wrong page, not an error.
        let faults = result.as_ref().err().unwrap_or(&warnings);
        if let Some(first) = faults.first() {
            return Err(tell(first, &world).into());
        }
        result.map_err(|_| LayoutError::NoPages.into())
    }

    /// Turns pages into bytes.
    pub(super) fn export(
        &self,
        document: &PagedDocument,
        head: &Head,
        options: &Options,
    ) -> Result<Pages, Vec<SourceDiagnostic>> {
        self.install(|| export::export(document, head, options))
    }
}
