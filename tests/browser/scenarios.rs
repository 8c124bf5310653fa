//! What a person does with the desk, one file per theme.

mod assemble_rows;
mod assemble_source;
mod conflicts;
mod draft_moved;
mod findings;
mod forms_by_keyboard;
mod forms_by_mouse;
mod handing_in;
mod harness_itself;
mod hostile;
mod in_the_midst;
mod mistakes;
mod new_issue;
mod nothing_lost;
mod page_pane;
mod palette;
mod pasting;
mod prefilled;
mod publishing;
mod publishing_troubles;
mod refusals;
mod review;
mod several;
mod smoke;
mod sources;
mod tokens;
