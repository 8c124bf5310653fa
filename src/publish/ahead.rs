//! Everything that may be sent, to be read before it is.

use super::plan::{Plan, Way};
use super::request::{at_first, commit, request};
use super::run::Facts;
use super::step::Step;

/// One request that may be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    pub step: Step,
    pub method: &'static str,
    /// Path and query below the API's address; what is not known yet in capitals.
    pub path: String,
    /// The body with the file's text left out.
    pub body: Option<String>,
}

/// All requests of the plan in order. Some are left out on the way, where what they would make is there already.
pub fn what_will_happen(plan: &Plan) -> Vec<Planned> {
    let name = plan.upstream.split('/').nth(1).unwrap_or_default();
    let mut facts = Facts { commit: "COMMIT".into(), head: "COMMIT".into(), ..at_first(plan) };
    if plan.way == Way::OneClick {
        facts.fork = format!("YOU/{name}");
    }
    let planned = |step: Step| {
        let request = request(plan, &facts, step);
        let body = match step {
            Step::Commit => {
                let content = format!("the whole file, {} bytes, in Base64", plan.text.len());
                Some(commit(plan, &plan.branch(0), &content).to_string())
            }
            _ => request.body,
        };
        Planned { step, method: request.method, path: request.path, body }
    };
    Step::ALL.into_iter().filter(|step| step.belongs(&plan.way)).map(planned).collect()
}
