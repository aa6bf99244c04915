use typst_layout::PagedDocument;
pub(super) fn restore(document: PagedDocument) -> PagedDocument { document }
