//! A draft, its findings and every report of them.

#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use naskah_fuzz::{entry, mutate};

fuzz_target!(|data: &[u8]| entry::check_quickly(data));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate::toml(data, size, max_size, seed, mutate::drafts(), fuzzer_mutate)
});
