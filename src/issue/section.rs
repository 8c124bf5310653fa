//! Section kinds as one table: what a heading's text says it is, and what may stand below it.

use super::place::Region;
use crate::text::Span;
use crate::text::case::{lower, same};

/// What a section holds; decides the shape in which its items are read and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// `* [Title](url)`.
    Links,
    /// `* date | place | [organizer](url)` with the events below.
    Events,
    /// `* [project - title](url)`.
    Projects,
    /// `* [**Event**](url) | CFP closes … | place | date`.
    Calls,
    /// Free text; links in it are shown, not placed.
    Text,
}

/// What a section is, by its heading's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Community,
    Official,
    Foundation,
    Newsletters,
    Tooling,
    Observations,
    Walkthroughs,
    Research,
    Miscellaneous,
    /// A section of links under the community heading that is not in the table: a conference, an old name.
    OtherLinks,
    Crate,
    Testing,
    /// A repository's group below the calls for testing.
    TestingGroup,
    Participation,
    Projects,
    Calls,
    Project,
    /// Compiler, Library, Cargo …
    ProjectGroup,
    Performance,
    ApprovedRfcs,
    FinalComment,
    Tracking,
    /// A team's group below the final comment period.
    TrackingGroup,
    NewRfcs,
    Events,
    Region(Region),
    Jobs,
    Quote,
    /// A heading that no rule knows.
    Unknown,
}

/// One row: the kind, the heading it is written with, other texts it is known by, and what it is for.
pub struct Row {
    pub kind: Kind,
    /// Number of `#` in today's template.
    pub level: u8,
    /// Heading in today's template.
    pub heading: &'static str,
    /// Other headings seen in 2019 to 2026, in lower case.
    pub aliases: &'static [&'static str],
    pub holds: Holds,
    /// Name in `twir outline` and in links.
    pub name: &'static str,
    /// One line for people who wonder what belongs there.
    pub hint: &'static str,
}

impl Row {
    /// Whether a heading that reads `name`, without marks and blanks, is this one.
    pub fn is_called(&self, name: &str) -> bool {
        same(self.heading, name) || self.aliases.iter().any(|alias| same(alias, name))
    }
}

macro_rules! row {
    ($kind:ident, $level:literal, $heading:literal, $aliases:expr, $holds:ident, $name:literal, $hint:literal) => {
        Row {
            kind: Kind::$kind,
            level: $level,
            heading: $heading,
            aliases: &$aliases,
            holds: Holds::$holds,
            name: $name,
            hint: $hint,
        }
    };
}

/// The sections of an issue in order. A new section of a known shape is one row here.
pub const TABLE: &[Row] = &[
    row!(Community, 2, "Updates from Rust Community", ["news & blog posts"], Text, "community", ""),
    row!(
        Official,
        3,
        "Official",
        [],
        Links,
        "official",
        "Posts of the Rust project itself: the Rust blog, Inside Rust, team blogs."
    ),
    row!(Foundation, 3, "Foundation", [], Links, "foundation", "Posts of the Rust Foundation."),
    row!(
        Newsletters,
        3,
        "Newsletters",
        ["newsletter"],
        Links,
        "newsletters",
        "Things that appear regularly about one area of Rust."
    ),
    row!(
        Tooling,
        3,
        "Project/Tooling Updates",
        ["project updates", "tooling", "project & tooling updates", "projects/tooling updates"],
        Links,
        "tooling",
        "News and releases of projects. The editors fill this one, from what is posted to r/rust."
    ),
    row!(
        Observations,
        3,
        "Observations/Thoughts",
        ["observations", "observations & thoughts", "opinions/thoughts"],
        Links,
        "observations",
        "Articles about Rust: experiences, opinions, how and why."
    ),
    row!(
        Walkthroughs,
        3,
        "Rust Walkthroughs",
        ["walkthroughs", "learn rust", "learn standard rust", "learn more rust", "learn simple rust", "learn"],
        Links,
        "walkthroughs",
        "Shows how something is done, with code."
    ),
    row!(
        Research,
        3,
        "Research",
        [
            "papers and research projects",
            "papers/research projects",
            "research and papers",
            "research papers",
            "papers"
        ],
        Links,
        "research",
        "Academic work: papers, theses, research projects."
    ),
    row!(Miscellaneous, 3, "Miscellaneous", ["misc"], Links, "miscellaneous", "What fits nowhere else."),
    row!(Crate, 2, "Crate of the Week", ["module of the week"], Text, "crate", ""),
    row!(Testing, 2, "Calls for Testing", ["call for testing"], Links, "testing", ""),
    row!(
        Participation,
        2,
        "Call for Participation; projects and speakers",
        ["call for participation", "call for participation; projects & speakers"],
        Projects,
        "participation",
        ""
    ),
    row!(
        Projects,
        3,
        "CFP - Projects",
        ["cfp - tasks"],
        Projects,
        "cfp-projects",
        "One open issue of a project that looks for help, with how hard it is."
    ),
    row!(
        Calls,
        3,
        "CFP - Events",
        ["cfp - speakers"],
        Calls,
        "cfp-events",
        "Conferences and meetups that look for speakers."
    ),
    row!(Project, 2, "Updates from the Rust Project", ["updates from rust core"], Links, "project", ""),
    row!(Performance, 3, "Rust Compiler Performance Triage", ["compiler performance triage"], Text, "performance", ""),
    row!(ApprovedRfcs, 3, "Approved RFCs", [], Links, "approved-rfcs", ""),
    row!(FinalComment, 3, "Final Comment Period", [], Links, "final-comment-period", ""),
    row!(Tracking, 4, "Tracking Issues & PRs", ["tracking issues and prs"], Links, "tracking-issues", ""),
    row!(NewRfcs, 3, "New and Updated RFCs", ["new rfcs"], Links, "new-rfcs", ""),
    row!(Events, 2, "Upcoming Events", [], Events, "events", ""),
    row!(Jobs, 2, "Jobs", ["rust jobs"], Text, "jobs", ""),
    row!(Quote, 1, "Quote of the Week", [], Text, "quote", ""),
];

impl Kind {
    /// Its row in the table; `None` for regions, groups and unknown headings.
    pub fn row(self) -> Option<&'static Row> {
        TABLE.iter().find(|row| row.kind == self)
    }

    /// What stands below it.
    pub fn holds(self) -> Holds {
        match self {
            Self::Region(_) => Holds::Events,
            Self::OtherLinks | Self::TestingGroup | Self::ProjectGroup | Self::TrackingGroup => Holds::Links,
            _ => self.row().map_or(Holds::Text, |row| row.holds),
        }
    }

    /// The name in `twir outline`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Region(_) => "region",
            Self::OtherLinks => "links",
            Self::TestingGroup => "testing-group",
            Self::ProjectGroup => "project-group",
            Self::TrackingGroup => "tracking-group",
            _ => self.row().map_or("unknown", |row| row.name),
        }
    }

    /// One line on what belongs there; empty where nothing is contributed.
    pub fn hint(self) -> &'static str {
        match self {
            Self::OtherLinks => "A section of this issue only.",
            _ => self.row().map_or("", |row| row.hint),
        }
    }

    /// The heading of the part to which it belongs; itself where it is one.
    pub fn part(self) -> Self {
        match self {
            Self::Official
            | Self::Foundation
            | Self::Newsletters
            | Self::Tooling
            | Self::Observations
            | Self::Walkthroughs
            | Self::Research
            | Self::Miscellaneous
            | Self::OtherLinks => Self::Community,
            Self::TestingGroup => Self::Testing,
            Self::Projects | Self::Calls => Self::Participation,
            Self::ProjectGroup
            | Self::Performance
            | Self::ApprovedRfcs
            | Self::FinalComment
            | Self::Tracking
            | Self::TrackingGroup
            | Self::NewRfcs => Self::Project,
            Self::Region(_) => Self::Events,
            other => other,
        }
    }

    /// Whether links that people send stand in it.
    pub fn is_community_links(self) -> bool {
        self != Self::Community && self.part() == Self::Community
    }

    /// What the heading `text` (no marks, no link address) is, below a section of kind `before`.
    pub fn of(text: &str, level: u8, before: Self) -> Self {
        let known = text.trim().trim_end_matches([':', ',']).trim();
        let row = TABLE.iter().find(|row| row.is_called(known));
        let part = before.part();
        match row {
            // Old issues have "Call for Testing" as a group below the project's updates; as text it is the same.
            Some(row) => return row.kind,
            None if matches!(part, Self::Events) => {
                if let Some(region) = region(&lower(known)) {
                    return Self::Region(region);
                }
            }
            None => {}
        }
        match part {
            _ if level <= 2 => Self::Unknown,
            Self::Community => Self::OtherLinks,
            Self::Testing => Self::TestingGroup,
            Self::Project => match before {
                Self::FinalComment | Self::Tracking | Self::TrackingGroup => Self::TrackingGroup,
                _ => Self::ProjectGroup,
            },
            _ => Self::Unknown,
        }
    }
}

/// The region that a heading below the events names, old names included.
fn region(known: &str) -> Option<Region> {
    match known {
        "online" => Some(Region::Virtual),
        "asia pacific" => Some(Region::Asia),
        _ => Region::parse(known),
    }
}

/// A heading and what stands below it up to the next heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub kind: Kind,
    /// Number of `#`.
    pub level: u8,
    /// The heading's line, its end included.
    pub heading: Span,
    /// The heading's text: marks left out, of a link only the text between the brackets.
    pub title: Span,
    /// From behind the heading's line to the next heading or the end.
    pub body: Span,
    /// Which of the document's items stand in it, as a range of their indices.
    pub first_item: usize,
    /// One past the last.
    pub last_item: usize,
}

impl Section {
    /// Indices of its items.
    pub fn items(&self) -> std::ops::Range<usize> {
        self.first_item..self.last_item
    }

    /// The blanks before its heading, with which the site takes it for text.
    pub fn indent(&self, text: &str) -> Span {
        let line = self.heading.of(text).trim_start_matches('\u{feff}');
        let start = self.heading.end - line.len();
        Span::new(start, start + line.len() - line.trim_start_matches(' ').len())
    }

    /// Heading and body together.
    pub fn span(&self) -> Span {
        Span::new(self.heading.start, self.body.end)
    }
}
