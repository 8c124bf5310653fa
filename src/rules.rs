//! Findings: what is wrong with a draft, why, and how to mend it.
//!
//! One fault, one file: a `static RULE` with its name, its manual page, a bad and a good example, its check and its
//! fix. A new rule is its file, its `mod` line and one line in [`RULES`]; `tests/rules` proves of each that the
//! bad example fires it and nothing else, that the good one is silent, and that its fixes converge.
//!
//! A check is linear in the draft. Dates come in as arguments; nothing here knows what day it is.

mod again;
mod checker;
mod context;
pub mod dates;
pub mod example;
pub mod field;
mod finding;
mod hosts;
mod marks;
mod mend;
mod order;
mod output;
mod runs;
mod sent;
mod spots;
mod tags;
mod titles;
pub mod url;

mod call;
mod event;
mod issue;
mod link;
mod page;

pub use again::Checked;
pub use context::{Context, RECENT, Recent, Role, Setting, WINDOW_DAYS};
pub use finding::{Finding, Fix, Safety, Severity, new_since};
pub use link::project_tooling_closed;
pub use mend::{fix_all, fix_those, together};
pub use output::{list, manual, text, to_json};
pub use sent::{Address, Located};

use crate::issue::Document;
use std::fmt;

/// For whom a rule speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Everyone,
    /// Only for those who send something in; editors may do it.
    Contributor,
    /// Only for editors; others can do nothing about it.
    Editor,
}

impl Audience {
    /// Whether one of that role hears of it.
    pub fn includes(self, role: Role) -> bool {
        match self {
            Self::Everyone => true,
            Self::Contributor => role == Role::Contributor,
            Self::Editor => role == Role::Editor,
        }
    }

    /// As the manual says it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::Contributor => "contributors",
            Self::Editor => "editors",
        }
    }
}

/// How far a check looks for what it says about a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Not beyond the section in which it stands; besides, at the header and the day. It is given some of the lines and
    /// items, but all sections: those are not for it to go through.
    Section,
    /// At all sections with events or calls for speakers; besides, at the header and the day.
    Events,
    /// Anywhere in the draft.
    Draft,
}

/// One fault.
pub struct Rule {
    /// The fault, in kebab-case.
    pub name: &'static str,
    pub severity: Severity,
    pub audience: Audience,
    pub reach: Reach,
    /// The manual page: what is wrong with it, what to do, and whose rule it is.
    pub why: &'static str,
    /// Lines of a draft that have the fault; see [`example::draft`] for what stands around them.
    pub bad: &'static str,
    /// The same lines without it.
    pub good: &'static str,
    /// Adds what it finds.
    pub check: fn(&Context<'_>, &mut Vec<Finding>),
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// All rules. Those that mirror the newsletter's own checkers come first.
pub static RULES: &[&Rule] = &[
    &link::link_scheme::RULE,
    &link::tracking_parameter::RULE,
    &link::simplifiable_url::RULE,
    &link::duplicate_link::RULE,
    &link::github_repo_link::RULE,
    &link::crates_io_link::RULE,
    &link::truncated_title::RULE,
    &page::odd_backticks::RULE,
    &page::empty_backticks::RULE,
    &page::unknown_html_tag::RULE,
    &page::empty_list_item::RULE,
    &link::project_tooling_closed::RULE,
    &link::missing_bullet::RULE,
    &link::missing_title::RULE,
    &link::missing_url::RULE,
    &event::invalid_date::RULE,
    &event::end_before_start::RULE,
    &event::past_event::RULE,
    &event::event_outside_window::RULE,
    &call::closing_date_past::RULE,
    &page::unclosed_comment::RULE,
    &page::broken_decoding::RULE,
    &link::other_bullet::RULE,
    &link::doubled_bullet::RULE,
    &link::crowded_bullet::RULE,
    &link::gap_in_link::RULE,
    &link::unclosed_address::RULE,
    &link::blank_in_address::RULE,
    &link::swapped_link::RULE,
    &link::text_after_link::RULE,
    &link::text_before_link::RULE,
    &link::prefix_case::RULE,
    &link::misplaced_prefix::RULE,
    &link::language_prefix::RULE,
    &link::missing_media_prefix::RULE,
    &link::capital_title::RULE,
    &link::site_name_in_title::RULE,
    &link::repeated_title::RULE,
    &link::blank_between_items::RULE,
    &link::blank_under_heading::RULE,
    &link::insecure_link::RULE,
    &link::needless_parameter::RULE,
    &link::localised_address::RULE,
    &link::shortened_link::RULE,
    &link::placeholder_address::RULE,
    &link::mobile_address::RULE,
    &event::slipped_year::RULE,
    &event::event_out_of_order::RULE,
    &event::wrong_region::RULE,
    &event::location_spelling::RULE,
    &event::missing_state::RULE,
    &event::needless_state::RULE,
    &event::organizer_address::RULE,
    &event::bare_host::RULE,
    &event::organizer_spelling::RULE,
    &event::group_page::RULE,
    &event::duplicate_event::RULE,
    &event::missing_hybrid_twin::RULE,
    &event::event_without_name::RULE,
    &event::event_without_date::RULE,
    &event::malformed_bold::RULE,
    &event::name_not_bold::RULE,
    &event::region_out_of_order::RULE,
    &event::empty_region::RULE,
    &event::loose_spacing::RULE,
    &call::several_tasks::RULE,
    &call::missing_difficulty::RULE,
    &call::not_an_issue::RULE,
    &call::missing_project::RULE,
    &call::missing_closing_date::RULE,
    &call::closing_after_event::RULE,
    &call::missing_column::RULE,
    &call::column_order::RULE,
    &page::indented_heading::RULE,
    &page::list_in_paragraph::RULE,
    &page::shallow_indent::RULE,
    &page::deep_indent::RULE,
    &page::escaped_bracket::RULE,
    &page::unbalanced_brackets::RULE,
    &page::unbalanced_stars::RULE,
    &page::undefined_reference::RULE,
    &page::underlined_text::RULE,
    &page::repeated_definition::RULE,
    &page::conflict_marker::RULE,
    &page::exposed_instruction::RULE,
    &page::invisible_character::RULE,
    &page::odd_space_in_title::RULE,
    &page::trailing_blanks::RULE,
    &issue::unfilled_link::RULE,
    &issue::placeholder_left::RULE,
    &issue::empty_section::RULE,
    &issue::none_with_items::RULE,
    &issue::neither_items_nor_none::RULE,
    &issue::number_mismatch::RULE,
    &issue::odd_date::RULE,
    &issue::window_mismatch::RULE,
    &issue::missing_thanks::RULE,
    &issue::old_hiring_link::RULE,
    &page::wrapped_link::RULE,
];

/// The rule of that name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

/// All findings for the context's role, in the order of the draft.
pub fn run(context: &Context<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.audience.includes(context.role())) {
        (rule.check)(context, &mut out);
    }
    in_order(out)
}

/// In the order of the draft; where several stand at one place, in that of the list.
fn in_order(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by_key(|finding| (finding.span.start, finding.span.end));
    found
}

/// [`run`] in one call.
pub fn check(doc: &Document, setting: &Setting<'_>) -> Vec<Finding> {
    run(&Context::new(doc, *setting))
}
