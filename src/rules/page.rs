//! Rules about the page: what the site would show in another way than it was meant.

pub mod broken_decoding;
pub mod empty_backticks;
pub mod empty_list_item;
pub mod odd_backticks;
pub mod unclosed_comment;
pub mod unknown_html_tag;
