//! Rules about the whole issue, before it is published.

pub mod empty_section;
pub mod missing_thanks;
pub mod neither_items_nor_none;
pub mod none_with_items;
pub mod number_mismatch;
pub mod odd_date;
pub mod old_hiring_link;
pub mod placeholder_left;
pub mod unfilled_link;
pub mod window_mismatch;
