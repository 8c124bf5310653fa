//! Commits, branches, comparisons.

use super::super::Commit;
use super::repository::entry;
use super::{API, DAY, addresses, both, number};
use serde_json::{Value, json};
use twir_desk::text::blob::blob_id;

/// A branch; `name` begins with `heads/`.
pub fn reference(full_name: &str, name: &str, id: &str) -> Value {
    let below = format!("{API}/repos/{full_name}/git");
    let object = json!({ "type": "commit", "sha": id, "url": format!("{below}/commits/{id}") });
    json!({ "ref": format!("refs/{name}"), "node_id": "F", "url": format!("{below}/refs/{name}"), "object": object })
}

/// A commit in a list.
pub fn commit(full_name: &str, id: &str, commit: &Commit) -> Value {
    let below = format!("{API}/repos/{full_name}/commits/{id}");
    let by = json!({ "name": "Some Body", "email": "body@example.org", "date": DAY });
    let tree = json!({ "sha": id, "url": format!("{below}/tree") });
    let own = json!({ "author": by, "committer": by, "comment_count": 0, "message": commit.message, "tree": tree, "url": below });
    let parents: Vec<Value> = commit.parent.iter().map(|id| parent(full_name, id)).collect();
    let whole =
        json!({ "sha": id, "node_id": "C", "commit": own, "author": null, "committer": null, "parents": parents });
    addresses(whole, &below, "url html_url comments_url")
}

fn parent(full_name: &str, id: &str) -> Value {
    let url = format!("{API}/repos/{full_name}/commits/{id}");
    json!({ "sha": id, "url": url, "html_url": url })
}

/// What a new commit of one file is answered with.
pub fn file_commit(full_name: &str, path: &str, text: &str, id: &str, commit: &Commit) -> Value {
    let content = json!({ "name": path.rsplit('/').next(), "path": path, "sha": blob_id(text), "size": text.len(), "type": "file" });
    let by = json!({ "name": "Some Body", "email": "body@example.org", "date": DAY });
    let parents: Vec<Value> = commit.parent.iter().map(|id| parent(full_name, id)).collect();
    let url = format!("{API}/repos/{full_name}/git/commits/{id}");
    let own = json!({ "sha": id, "node_id": "C", "url": url, "html_url": url, "author": by, "committer": by,
        "message": commit.message, "tree": { "sha": id, "url": url }, "parents": parents,
        "verification": { "verified": false, "reason": "unsigned", "signature": null, "payload": null, "verified_at": null } });
    json!({ "content": both(entry(full_name, path), content), "commit": own })
}

/// A file that a comparison names.
pub fn changed_file(full_name: &str, path: &str, text: &str) -> Value {
    let own = json!({ "sha": blob_id(text), "filename": path, "status": "modified", "additions": 1, "deletions": 0, "changes": 1 });
    addresses(own, &format!("{API}/repos/{full_name}/{}", number(path)), "blob_url raw_url contents_url")
}

/// Two commits side by side: `base` is what was asked for and what both descend from.
pub fn comparison(
    full_name: &str,
    base: [(&str, &Commit); 2],
    behind: usize,
    commits: Vec<Value>,
    files: Vec<Value>,
) -> Value {
    let [asked, common] = base.map(|(id, one)| commit(full_name, id, one));
    let status = match (commits.len(), behind) {
        (0, 0) => "identical",
        (0, _) => "behind",
        (_, 0) => "ahead",
        _ => "diverged",
    };
    let own = json!({ "base_commit": asked, "merge_base_commit": common, "status": status, "ahead_by": commits.len(),
        "behind_by": behind, "total_commits": commits.len(), "commits": commits, "files": files });
    addresses(own, &format!("{API}/repos/{full_name}/compare"), "url html_url permalink_url diff_url patch_url")
}
