//! What holds of any text, any draft and any operation. A counterexample, once understood, becomes a test by hand
//! in `tests/operations` or `found.rs`.

#[path = "../common/mod.rs"]
mod common;

mod damage;
mod drafts;
mod edits;
mod escape;
mod found;
mod hostile;
mod parse;
mod prefilled;

/// How many cases each property is tried on; `PROPTEST_CASES` says otherwise.
fn cases(cases: u32) -> proptest::test_runner::Config {
    let default = proptest::test_runner::Config::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { default.cases } else { cases };
    proptest::test_runner::Config { cases, failure_persistence: None, ..default }
}
