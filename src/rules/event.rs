//! Rules about events.

pub mod bare_host;
pub mod duplicate_event;
pub mod empty_region;
pub mod end_before_start;
pub mod event_out_of_order;
pub mod event_outside_window;
pub mod event_without_date;
pub mod event_without_name;
pub mod group_page;
pub mod invalid_date;
pub mod location_spelling;
pub mod loose_spacing;
pub mod malformed_bold;
pub mod missing_hybrid_twin;
pub mod missing_state;
pub mod name_not_bold;
pub mod needless_state;
pub mod organizer_address;
pub mod organizer_spelling;
pub mod past_event;
pub mod region_out_of_order;
pub mod slipped_year;
pub mod wrong_region;
