//! Bytes as what an engine answers about a lambda.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| reconcile_kit_fuzz::answer(data));
