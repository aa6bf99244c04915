//! One test binary; a module a subject.

#![allow(unreachable_pub, reason = "nothing links against a test binary")]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a test may fail by panic"
)]

mod bad_input;
mod baseline;
mod batch;
#[cfg(feature = "render")]
mod bulk;
mod case;
mod ci;
mod cli;
mod common;
mod coverage;
mod data;
#[cfg(feature = "render")]
mod desk;
#[cfg(feature = "render")]
mod determinism;
mod environment;
mod explain;
mod fix;
mod flow;
#[cfg(feature = "render")]
mod fonts;
#[cfg(feature = "render")]
mod frames;
mod fresh;
mod fuzz;
mod harm;
mod hyphenation;
mod languages;
mod layers;
#[cfg(feature = "render")]
mod limits;
mod new;
mod office_schemas;
mod ordinary;
mod pack_faults;

mod packs;
#[cfg(feature = "render")]
mod paper;
mod papers;
#[cfg(feature = "render")]
mod pdf;
#[cfg(feature = "render")]
mod readback;
#[cfg(feature = "render")]
mod readers;
#[cfg(feature = "render")]
mod readme;
#[cfg(feature = "render")]
mod record;
mod references;
mod report;
mod report_hostile;
mod samples;
mod schema;
mod settings;
#[cfg(feature = "render")]
mod tags;
mod timeline;
mod toml_suite;
mod verbose;
