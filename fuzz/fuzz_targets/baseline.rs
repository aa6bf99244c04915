//! A baseline. JSON, which the engine's own changes and the dictionary serve well enough.

#![no_main]

use libfuzzer_sys::fuzz_target;
use naskah_fuzz::entry;

fuzz_target!(|data: &[u8]| entry::baseline(data));
