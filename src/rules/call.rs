//! Rules about calls: for help with a project and for speakers.

pub mod closing_after_event;
pub mod closing_date_past;
pub mod column_order;
pub mod missing_closing_date;
pub mod missing_column;
pub mod missing_difficulty;
pub mod missing_project;
pub mod not_an_issue;
pub mod several_tasks;
