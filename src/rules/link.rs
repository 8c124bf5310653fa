//! Rules about links.

pub mod crates_io_link;
pub mod duplicate_link;
pub mod github_repo_link;
pub mod link_scheme;
pub mod missing_bullet;
pub mod missing_title;
pub mod missing_url;
pub mod project_tooling_closed;
pub mod simplifiable_url;
pub mod tracking_parameter;
pub mod truncated_title;
