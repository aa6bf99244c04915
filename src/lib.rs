//! `naskah` memeriksa dan mencetak naskah kerja sama pemerintah.
//!
//! Who builds on it opens a [`session`]: it finds drafts and their settings, judges, mends and prints,
//! and returns plain data. Everything else is private, so that the compiler sees what is dead; the
//! feature `inside` opens the rooms to the tests of this repository and to nobody else.
//!
//! `ARCHITECTURE.md` shows the rooms; `tests/integration/layers.rs` holds which may import which.

#![cfg_attr(
    not(feature = "inside"),
    allow(unreachable_pub, unused_imports, reason = "some rooms open more to the tests")
)]
#![cfg_attr(
    not(feature = "render"),
    allow(
        dead_code,
        unreachable_pub,
        unused_imports,
        reason = "the checker alone needs less of what pages share"
    )
)]
#![cfg_attr(test, allow(clippy::string_slice, reason = "a test may fail by panic"))]

mod assets;
mod baseline;
mod batch;
mod calendar;
mod case;
mod cli;
mod commands;
mod config;
mod draft;
mod engine;
mod error;
mod failure;
mod finding;
mod fingerprint;
mod instansi;
mod json_schema;
mod kind;
mod manifest;
mod picture;
#[cfg(feature = "render")]
mod print;
mod procedure;
#[cfg(feature = "render")]
mod render;
mod report;
mod rule;
pub mod session;
mod sheet;
mod sink;
mod source;
mod text;
mod wording;
mod words;

/// The rooms, for the tests of this repository.
#[cfg(feature = "inside")]
#[doc(hidden)]
pub mod inside {
    macro_rules! open {
        ($($room:ident)*) => {$(
            pub mod $room {
                pub use crate::$room::*;
            }
        )*};
    }

    open!(assets baseline batch calendar config draft engine error finding json_schema kind procedure report rule source wording words);
    #[cfg(feature = "render")]
    open!(print render);
}

/// Does what the arguments of the process say.
pub fn obey_command_line() -> error::ExitStatus {
    commands::carry_out(cli::Cli::read())
}
