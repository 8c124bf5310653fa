//! The ways to a pull request with a token, by mouse, to the end.

use crate::harness::github::{GitHub, Rights};
use crate::harness::prism::{self, Call, Prism};
use crate::harness::{Browser, DRAFT, LISTING, Outcome, PATH, Stage, stage};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

/// Nothing else looks like it.
pub const TOKEN: &str = "classic-8c1f0b7d5e";
pub const FINE: &str = "fine-grained-44a9e2";
const FORK: &str = "crab/newsletter";

pub fn wanted() -> Value {
    json!({ "kind": "link", "section": "Research", "tags": [], "title": "On pins", "url": "https://lane.example/pin" })
}

pub async fn fill(page: &Browser, title: &str, url: &str) -> Outcome {
    page.put("#f-url", url).await?;
    page.put("#f-title", title).await?;
    page.choose("#f-section", "Research").await
}

fn stand_in(prepare: impl FnOnce(&mut GitHub)) -> GitHub {
    let mut github = GitHub::new("ferrous/newsletter", PATH, DRAFT);
    github.let_in(TOKEN, "crab", Rights::Classic("public_repo"));
    github.let_in(FINE, "crab", Rights::Contents(FORK));
    prepare(&mut github);
    github
}

/// A link in the form, the way out open, and the stand-in behind it. Seconds that the desk counts last a fifth of one.
pub async fn ready(stage: &Stage, prepare: impl FnOnce(&mut GitHub)) -> Outcome {
    stage.server.put_github(stand_in(prepare));
    let short =
        "{ const wait = setTimeout; window.setTimeout = (f, ms, ...a) => wait(f, ms === 1000 ? 200 : ms, ...a) }";
    stage.before_load(short).await?;
    stage.desk("#/contribute").await?;
    fill(&stage.browser, "On pins", "https://lane.example/pin").await?;
    stage.browser.hand_in().await
}

/// Chooses a way by its name.
pub async fn choose_way(page: &Browser, name: &str) -> Outcome {
    page.click(&format!("label.way:has(input):nth-of-type({})", if name == "Into your fork" { 2 } else { 3 })).await?;
    page.shows("dialog .form h3", name).await
}

/// All the way, with that token.
pub async fn one_click(page: &Browser, token: &str) -> Outcome {
    choose_way(page, "With one click").await?;
    page.put("#w-token", token).await?;
    page.click_role("button", "Open the pull request").await
}

/// What the browser sent, once more through Prism to a stand-in that begins as the first did: GitHub describes all of it so.
fn as_described(stage: &Stage, prepare: impl FnOnce(&mut GitHub)) {
    let Some(prism) = Prism::start() else { return };
    prism.front(&Arc::new(Mutex::new(stand_in(prepare))));
    let mut count = 0;
    for request in stage.server.requests() {
        let Some(path) = request.path.strip_prefix("/gh/api").filter(|_| request.path != LISTING) else { continue };
        let path = format!("{path}{}{}", if request.query.is_empty() { "" } else { "?" }, request.query);
        let own = |name: &str| matches!(name, "accept" | "authorization" | "content-type");
        let headers = request.headers.iter().filter(|(name, _)| own(name)).map(|(n, v)| (n.as_str(), v.as_str()));
        let call = Call { method: &request.method, path: &path, headers: headers.collect(), body: &request.body };
        let violations = prism::send(prism.port, &call).violations;
        assert_eq!(violations, None, "{} {path}", request.method);
        count += 1;
    }
    assert!(count > 8, "{count} requests");
}

/// One branch with one commit, which makes that text of that draft; how many pull requests there are.
pub fn one_commit(stage: &Stage, before: &str, after: &str) -> usize {
    stage.server.github(|github| {
        let made = github.made_branches();
        assert_eq!(made.len(), 1, "one branch");
        let commit = made[0].2;
        assert_eq!(commit.files[PATH], after);
        assert_eq!(commit.parent.as_ref().map(|id| github.commits[id].files[PATH].as_str()), Some(before));
        github.pulls.len()
    })
}

#[tokio::test]
async fn with_one_click() -> Outcome {
    stage("with_one_click", async |stage| {
        ready(stage, |github| github.slow_forks = 3).await?;
        let page = &stage.browser;
        one_click(page, TOKEN).await?;
        page.shows(".stage-now", "Your fork").await?;
        page.shows(".stage-now", "GitHub is at it; asking again in").await?;
        page.shows(".outcome", "Your pull request is open.").await?;
        page.shows(".outcome", "All 2 checks have passed.").await?;
        let link = page.role("link", "github.example/ferrous/newsletter/pull/1").await?;
        assert_eq!(link.attr("rel").await?.as_deref(), Some("noopener noreferrer"));
        assert_eq!(one_commit(stage, DRAFT, &stage.added(DRAFT, &[wanted()])?), 1);
        as_described(stage, |github| github.slow_forks = 3);
        stage.server.github(|github| {
            assert_eq!(github.pulls[0].title, "Add “On pins” to Research");
            assert!(github.pulls[0].body.contains("[On pins](https://lane.example/pin)"));
            github.checks[0] = ("lint", "completed", Some("failure"));
        });
        page.click_role("button", "Look at the checks again").await?;
        page.shows(".outcome", "Failed: lint.").await?;
        // Begun once more, it is found, and nothing is done twice.
        page.click_role("button", "Open the pull request").await?;
        page.shows(".outcome", "This is handed in already").await?;
        assert_eq!(one_commit(stage, DRAFT, &stage.added(DRAFT, &[wanted()])?), 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn into_ones_own_fork() -> Outcome {
    stage("into_ones_own_fork", async |stage| {
        ready(stage, |github| github.fork(FORK)).await?;
        let page = &stage.browser;
        choose_way(page, "Into your fork").await?;
        let fork = page.role("link", "Make a fork on GitHub").await?;
        assert_eq!(fork.attr("href").await?.as_deref(), Some("https://github.com/ferrous/newsletter/fork"));
        let token = page.role("link", "Make one on GitHub").await?.attr("href").await?.unwrap_or_default();
        assert!(token.starts_with("https://github.com/settings/personal-access-tokens/new?"), "{token}");
        assert!(token.ends_with("&contents=write"), "{token}");
        page.put("#w-token", FINE).await?;
        page.click_role("button", "Make the branch").await?;
        page.shows("#w-token-problem", "Say first which fork is yours").await?;
        page.put("#w-fork", "https://github.com/crab/newsletter").await?;
        page.click_role("button", "Make the branch").await?;
        page.shows(".outcome", "One step is left").await?;
        assert_eq!(one_commit(stage, DRAFT, &stage.added(DRAFT, &[wanted()])?), 0);
        as_described(stage, |github| github.fork(FORK));
        let branch = stage.server.github(|github| github.made_branches()[0].1.clone());
        let link = page.role("link", "Open the pull request on GitHub").await?.attr("href").await?.unwrap_or_default();
        let compare = format!(
            "https://github.com/ferrous/newsletter/compare/main...crab:newsletter:{branch}?quick_pull=1&title=Add"
        );
        assert!(link.starts_with(&compare), "{link}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_request_can_be_read_before() -> Outcome {
    stage("every_request_can_be_read_before", async |stage| {
        ready(stage, |github| github.fork(FORK)).await?;
        let page = &stage.browser;
        choose_way(page, "With one click").await?;
        page.click("dialog .ahead summary").await?;
        let script = "return [...document.querySelectorAll('.ahead code')].map(e => e.textContent)";
        let shown: Vec<String> = serde_json::from_value(page.script(script, &[]).await?)?;
        assert_eq!(shown.len(), 16);
        let api = stage.server.url("/gh/api");
        assert_eq!(shown[0], format!("GET {api}/user"));
        page.shows(".ahead", "“Authorization”").await?;
        page.shows(".ahead", "in Base64").await?;
        stage.server.github(|github| assert!(github.log.is_empty(), "{:?}", github.log));
        assert_eq!(
            stage.server.requests().iter().filter(|r| r.path.starts_with("/gh/api") && r.path != LISTING).count(),
            0
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn several_items_go_one_by_one() -> Outcome {
    stage("several_items_go_one_by_one", async |stage| {
        ready(stage, |github| github.fork(FORK)).await?;
        let page = &stage.browser;
        page.click_role("button", "Close").await?;
        fill(page, "On boxes", "https://lane.example/box").await?;
        page.hand_in().await?;
        one_click(page, TOKEN).await?;
        page.shows(".outcome", "Your pull request is open.").await?;
        page.choose("#w-part", "1").await?;
        page.gone(".outcome").await?;
        page.click_role("button", "Open the pull request").await?;
        page.shows(".outcome", "Your pull request is open.").await?;
        let boxes = json!({ "kind": "link", "section": "Research", "tags": [], "title": "On boxes", "url": "https://lane.example/box" });
        let (first, second) = (stage.added(DRAFT, &[wanted()])?, stage.added(DRAFT, &[boxes])?);
        stage.server.github(|github| {
            assert_eq!(github.pulls.len(), 2);
            let text = |pull: usize| {
                let (fork, branch) = &github.pulls[pull].head;
                github.commits[&github.repositories[fork].branches[branch]].files[PATH].clone()
            };
            assert_eq!((text(0), text(1)), (first, second));
        });
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_an_account() -> Outcome {
    stage("without_an_account", async |stage| {
        ready(stage, |_| {}).await?;
        let page = &stage.browser;
        page.click("dialog .aside summary").await?;
        for (index, mention) in
            ["@thisweekinrust@mastodon.social", "@thisweekinrust.bsky.social"].into_iter().enumerate()
        {
            let item = format!("dialog .networks li:nth-of-type({})", index + 1);
            page.shows(&item, &format!("{mention} for This Week in Rust:")).await?;
            page.shows(&item, "https://lane.example/pin").await?;
        }
        page.set_clipboard("").await?;
        page.click("dialog .networks li:nth-of-type(2) button").await?;
        page.shows(".said", "Copied.").await?;
        assert!(page.clipboard().await?.starts_with("@thisweekinrust.bsky.social"));
        let news = page.role("link", "Post it to r/rust").await?.attr("href").await?;
        assert_eq!(news.as_deref(), Some("https://www.reddit.com/r/rust/submit"));
        Ok(())
    })
    .await
}
