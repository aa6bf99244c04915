//! One test binary; a module a subject.

mod common;
mod packs;
mod samples;
