//! Rules about the page: what the site would show in another way than it was meant.

pub mod broken_decoding;
pub mod conflict_marker;
pub mod deep_indent;
pub mod empty_backticks;
pub mod empty_list_item;
pub mod escaped_bracket;
pub mod exposed_instruction;
pub mod indented_heading;
pub mod invisible_character;
pub mod list_in_paragraph;
pub mod odd_backticks;
pub mod odd_space_in_title;
pub mod repeated_definition;
pub mod shallow_indent;
pub mod trailing_blanks;
pub mod unbalanced_brackets;
pub mod unbalanced_stars;
pub mod unclosed_comment;
pub mod undefined_reference;
pub mod underlined_text;
pub mod unknown_html_tag;
pub mod wrapped_link;
