//! One test binary; a module a subject.

mod common;
mod packs;
mod readme;
mod samples;
