//! The state of a pull request's checks.

use super::request::CHECKS;
use super::wire::Answer;

/// What the automatic checks say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Checks {
    /// Not asked, or the question was not answered.
    #[default]
    Unknown,
    /// None has begun. For somebody's first contribution an editor must let them begin.
    None,
    /// Some are not through.
    Running {
        through: usize,
        all: usize,
    },
    Passed(usize),
    /// Their names.
    Failed(Vec<String>),
}

impl Checks {
    /// From `…/check-runs`.
    pub(super) fn of_runs(answer: &Answer) -> Self {
        let (mut all, mut through, mut failed) = (0, 0, Vec::new());
        for index in 0..CHECKS {
            let at = |field: &str| answer.at(&format!("/check_runs/{index}/{field}"));
            let Some(status) = at("status") else { break };
            all += 1;
            if status != "completed" {
                continue;
            }
            through += 1;
            let well = matches!(at("conclusion").as_deref(), Some("success" | "neutral" | "skipped"));
            if !well {
                failed.push(at("name").unwrap_or_default());
            }
        }
        match (all, failed.is_empty()) {
            (0, _) => Self::None,
            (_, false) => Self::Failed(failed),
            (all, true) if through < all => Self::Running { through, all },
            (all, true) => Self::Passed(all),
        }
    }

    /// From `…/status`, which sums up what other services report.
    pub(super) fn of_status(answer: &Answer) -> Self {
        let all = answer.at("/total_count").and_then(|n| n.parse().ok()).unwrap_or(0);
        match (all, answer.at("/state").as_deref()) {
            (0, _) => Self::None,
            (all, Some("success")) => Self::Passed(all),
            (_, Some("failure" | "error")) => {
                let names = (0..all).map_while(|i| {
                    let at = |field: &str| answer.at(&format!("/statuses/{i}/{field}"));
                    Some((at("state")?, at("context")?))
                });
                Self::Failed(names.filter(|(state, _)| state != "success" && state != "pending").map(|n| n.1).collect())
            }
            (all, _) => Self::Running { through: 0, all },
        }
    }

    /// In a sentence.
    pub fn words(&self) -> String {
        match self {
            Self::Unknown => "GitHub did not say how its checks stand.".to_owned(),
            Self::None => {
                "No check has begun yet. For somebody’s first contribution an editor lets them begin.".to_owned()
            }
            Self::Running { through, all } => format!("{through} of {all} checks are through, and none has failed."),
            Self::Passed(1) => "Its one check has passed.".to_owned(),
            Self::Passed(all) => format!("All {all} checks have passed."),
            Self::Failed(names) => {
                format!("Failed: {}. The pull request’s page says why.", names.join(", "))
            }
        }
    }
}
