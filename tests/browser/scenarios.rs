//! What a person does with the desk, one file per theme.

mod harness_itself;
mod smoke;
