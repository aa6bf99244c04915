//! What holds for characters and notations anywhere; knows nothing of drafts and imports nothing.

pub(crate) mod length;
pub(crate) mod script;
