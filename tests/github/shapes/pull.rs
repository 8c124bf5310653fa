//! Pull requests and checks.

use super::super::Pull;
use super::repository::{repository, user};
use super::{API, DAY, WEB, addresses, both, fields};
use serde_json::{Value, json};

/// A pull request with the commits `[head, base]`; `whole` as it is answered alone, else as in a list.
pub fn pull(upstream: &str, pull: &Pull, commits: [&str; 2], whole: bool) -> Value {
    let below = format!("{API}/repos/{upstream}/pulls/{}", pull.number);
    let side = |full_name: &str, branch: &str, id: &str| {
        let owner = full_name.split('/').next().unwrap_or_default();
        let of = (full_name != upstream).then_some(upstream);
        json!({ "label": format!("{owner}:{branch}"), "ref": branch, "sha": id, "user": user(owner), "repo": repository(full_name, of) })
    };
    let names = "comments commits statuses html issue review_comments review_comment self";
    let links = names.split_whitespace().map(|name| (name.to_owned(), json!({ "href": format!("{below}/{name}") })));
    let owner = pull.head.0.split('/').next().unwrap_or_default();
    let own = json!({ "id": pull.number, "node_id": "P", "number": pull.number, "state": if pull.open { "open" } else { "closed" },
        "locked": false, "title": pull.title, "body": pull.body, "user": user(owner), "labels": [], "milestone": null,
        "assignee": null, "created_at": DAY, "updated_at": DAY, "closed_at": (!pull.open).then_some(DAY),
        "merged_at": pull.merged.then_some(DAY), "merge_commit_sha": null, "auto_merge": null, "draft": false,
        "author_association": "FIRST_TIME_CONTRIBUTOR", "_links": Value::Object(links.collect()),
        "head": side(&pull.head.0, &pull.head.1, commits[0]), "base": side(upstream, &pull.base, commits[1]) });
    let own = addresses(
        own,
        &below,
        "comments_url commits_url diff_url issue_url patch_url review_comment_url \
        review_comments_url statuses_url url",
    );
    let own = both(own, json!({ "html_url": format!("{WEB}/{upstream}/pull/{}", pull.number) }));
    if !whole {
        return own;
    }
    let more = fields(json!({}), "additions deletions changed_files comments review_comments commits", &json!(1));
    let state = json!({ "mergeable": null, "mergeable_state": "unknown", "merged": pull.merged, "merged_by": null, "maintainer_can_modify": true });
    both(own, both(more, state))
}

/// One automatic check of a commit.
pub fn check_run(upstream: &str, id: &str, check: &(&str, &str, Option<&str>)) -> Value {
    let (name, status, conclusion) = check;
    let below = format!("{API}/repos/{upstream}/check-runs/{}", super::number(name));
    let output =
        json!({ "title": null, "summary": null, "text": null, "annotations_count": 0, "annotations_url": below });
    let own = json!({ "id": super::number(name), "node_id": "K", "head_sha": id, "external_id": "", "name": name, "status": status,
        "conclusion": conclusion, "started_at": DAY, "completed_at": conclusion.map(|_| DAY), "output": output,
        "check_suite": { "id": 1 }, "app": null, "pull_requests": [] });
    addresses(own, &below, "url html_url details_url")
}

/// What other services report of a commit: nothing.
pub fn status(full_name: &str, id: &str) -> Value {
    let own = json!({ "state": "pending", "sha": id, "total_count": 0, "statuses": [], "repository": repository(full_name, None) });
    addresses(own, &format!("{API}/repos/{full_name}/commits/{id}"), "commit_url url")
}
