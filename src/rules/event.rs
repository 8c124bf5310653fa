//! Rules about events.

pub mod end_before_start;
pub mod event_outside_window;
pub mod invalid_date;
pub mod past_event;
