//! Rules about calls: for help with a project and for speakers.

pub mod closing_date_past;
