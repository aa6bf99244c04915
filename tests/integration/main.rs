//! One test binary; a module a subject.

#![allow(unreachable_pub, reason = "nothing links against a test binary")]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail by panic"
)]

mod common;
mod coverage;
mod packs;
#[cfg(feature = "render")]
mod readme;
mod samples;
