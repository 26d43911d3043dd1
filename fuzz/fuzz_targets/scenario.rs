//! Bytes as a scenario.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| reconcile_kit_fuzz::scenario(data));
