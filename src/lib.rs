//! `naskah` memeriksa dan mencetak naskah kerja sama pemerintah.
//!
//! The flow: a draft is parsed once into a tree with places ([`source`]), read by its kind
//! ([`kind`], [`draft`]), judged by packs of rules ([`rule`], [`engine`]), reported ([`report`])
//! and rendered (`render`). Imports go one way; `tests/integration/layers.rs` holds the layers.

#![cfg_attr(test, allow(clippy::string_slice, reason = "a test may fail by panic"))]

pub mod assets;
pub mod baseline;
pub mod batch;
mod cli;
mod commands;
pub mod config;
pub mod draft;
pub mod engine;
pub mod error;
mod failure;
pub mod finding;
pub mod fingerprint;
#[allow(dead_code, unused_imports, reason = "no rule asks it yet")]
mod instansi;
pub mod json_schema;
pub mod kind;
pub mod picture;
pub mod print;
#[cfg(feature = "render")]
pub mod render;
pub mod report;
pub mod rule;
pub mod session;
mod sink;
pub mod source;
mod text;
pub mod wording;
pub mod words;

/// Does what the arguments of the process say.
pub fn run() -> error::ExitStatus {
    commands::run(cli::Cli::read())
}
