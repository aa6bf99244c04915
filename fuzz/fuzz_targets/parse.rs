//! A text as bytes, its tree and everything that reads text below it.

#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use naskah_fuzz::{entry, mutate};

fuzz_target!(|data: &[u8]| entry::parse(data));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate::toml(data, size, max_size, seed, mutate::drafts(), fuzzer_mutate)
});
