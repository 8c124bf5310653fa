//! Accounts, repositories, files.

use super::{API, DAY, WEB, addresses, both, fields, number};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use twir_desk::text::blob::blob_id;

/// Somebody, as named elsewhere.
pub fn user(login: &str) -> Value {
    let own = json!({ "login": login, "id": number(login), "node_id": "U", "gravatar_id": "", "type": "User", "site_admin": false });
    let below = format!("{API}/users/{login}");
    addresses(
        own,
        &below,
        "avatar_url events_url followers_url following_url gists_url html_url organizations_url \
        received_events_url repos_url starred_url subscriptions_url url",
    )
}

/// Somebody, as asked by themselves.
pub fn account(login: &str) -> Value {
    let own = json!({ "name": null, "company": null, "blog": "", "location": null, "email": null, "hireable": null, "bio": null,
        "created_at": DAY, "updated_at": DAY, "user_view_type": "public" });
    both(user(login), fields(own, "public_repos public_gists followers following", &json!(0)))
}

/// A repository; a fork says of what.
pub fn repository(full_name: &str, fork_of: Option<&str>) -> Value {
    let whole = bare(full_name, fork_of.is_some());
    match fork_of {
        Some(of) => both(whole, json!({ "parent": bare(of, false), "source": bare(of, false) })),
        None => whole,
    }
}

fn bare(full_name: &str, fork: bool) -> Value {
    let (owner, name) = full_name.split_once('/').unwrap_or_default();
    let own = json!({ "id": number(full_name), "node_id": "R", "name": name, "full_name": full_name, "owner": user(owner),
        "private": false, "fork": fork, "description": null, "homepage": null, "language": null, "mirror_url": null,
        "license": null, "default_branch": "main", "visibility": "public",
        "created_at": DAY, "updated_at": DAY, "pushed_at": DAY, "html_url": format!("{WEB}/{full_name}") });
    let own = fields(
        own,
        "forks forks_count open_issues open_issues_count size stargazers_count watchers watchers_count \
        network_count subscribers_count",
        &json!(0),
    );
    let own = fields(
        own,
        "archived disabled has_issues has_projects has_wiki has_pages has_discussions has_downloads is_template",
        &json!(false),
    );
    let below = format!("{API}/repos/{full_name}");
    addresses(
        own,
        &below,
        "archive_url assignees_url blobs_url branches_url collaborators_url comments_url commits_url \
        compare_url contents_url contributors_url deployments_url downloads_url events_url forks_url git_commits_url \
        git_refs_url git_tags_url hooks_url issue_comment_url issue_events_url issues_url keys_url labels_url languages_url \
        merges_url milestones_url notifications_url pulls_url releases_url stargazers_url statuses_url subscribers_url \
        subscription_url tags_url teams_url trees_url url clone_url git_url ssh_url svn_url",
    )
}

/// A file with its content, in lines of sixty letters as GitHub gives it.
pub fn file(full_name: &str, path: &str, text: &str) -> Value {
    let own = json!({ "type": "file", "encoding": "base64", "size": text.len(), "name": path.rsplit('/').next(), "path": path,
        "content": in_lines(text), "sha": blob_id(text) });
    both(entry(full_name, path), own)
}

/// The addresses of a file.
pub fn entry(full_name: &str, path: &str) -> Value {
    let below = format!("{API}/repos/{full_name}/contents/{path}");
    let links = addresses(json!({}), &below, "git html self");
    addresses(json!({ "_links": links }), &below, "git_url html_url download_url url")
}

fn in_lines(text: &str) -> String {
    let coded: Vec<char> = BASE64_STANDARD.encode(text).chars().collect();
    coded.chunks(60).map(|line| line.iter().collect::<String>() + "\n").collect()
}
