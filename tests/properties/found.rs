//! Counterexamples that the properties and the fuzzer found, smallest form first.
