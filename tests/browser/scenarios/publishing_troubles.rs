//! What stands in the way of a pull request, and how it goes on.

use super::publishing::{TOKEN, one_click, one_commit, ready, wanted};
use crate::harness::github::{Fault, GitHub, Rights};
use crate::harness::{DRAFT, Outcome, PATH, Stage, stage};

/// The fork is there. Requests by number: 3 pull request, 8 the branch is made, 9 the commit, 11 the pull request is opened.
fn faulty(at: usize, fault: Fault) -> impl FnOnce(&mut GitHub) {
    move |github| {
        github.fork("crab/newsletter");
        github.faults.insert(at, fault);
    }
}

/// In the end there is one pull request, with the one commit.
async fn opened_once(stage: &Stage) -> Outcome {
    stage.browser.shows(".outcome", "Your pull request is open.").await?;
    assert_eq!(one_commit(stage, DRAFT, &stage.added(DRAFT, &[wanted()])?), 1);
    Ok(())
}

#[tokio::test]
async fn a_lost_answer_then_a_reload() -> Outcome {
    stage("a_lost_answer_then_a_reload", async |stage| {
        ready(stage, faulty(11, Fault::AnswerLost)).await?;
        let page = &stage.browser;
        one_click(page, TOKEN).await?;
        page.shows(".stage-stopped", "The pull request").await?;
        page.shows("dialog [role=alert]", "Going on finds out how far it came, and does nothing twice.").await?;
        page.keeps(&stage.added(DRAFT, &[wanted()])?).await?;
        page.reload().await?;
        page.loaded_from_github().await?;
        page.click_role("button", "Continue").await?;
        page.hand_in().await?;
        // The way is still chosen; the token was kept nowhere.
        page.shows("dialog .form", "Handing this in was begun and not finished.").await?;
        page.click_role("button", "Open the pull request").await?;
        page.shows("#w-token-problem", "Put the token in first.").await?;
        page.put("#w-token", TOKEN).await?;
        page.click_role("button", "Open the pull request").await?;
        page.shows(".outcome", "the pull request is there, and nothing was done twice").await?;
        assert_eq!(one_commit(stage, DRAFT, &stage.added(DRAFT, &[wanted()])?), 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_lost_answer_then_going_on() -> Outcome {
    stage("a_lost_answer_then_going_on", async |stage| {
        ready(stage, faulty(9, Fault::AnswerLost)).await?;
        let page = &stage.browser;
        one_click(page, TOKEN).await?;
        page.shows(".stage-stopped", "The change, as one commit").await?;
        page.click_role("button", "Go on").await?;
        opened_once(stage).await
    })
    .await
}

#[tokio::test]
async fn the_hours_requests_are_spent() -> Outcome {
    stage("the_hours_requests_are_spent", async |stage| {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_secs();
        ready(stage, |github| {
            github.fork("crab/newsletter");
            github.faults.insert(3, Fault::spent(640, now));
            github.faults.insert(9, Fault::too_fast(4));
        })
        .await?;
        let page = &stage.browser;
        one_click(page, TOKEN).await?;
        page.shows("dialog [role=alert]", "requests of the hour are spent; there are more in 11 minutes").await?;
        page.shows("dialog [role=timer]", "Going on is possible in 10:").await?;
        assert!(!page.has_role("button", "Go on").await?);
        // Whoever knows better may begin again; then it goes too fast.
        page.click_role("button", "Open the pull request").await?;
        page.shows("dialog [role=alert]", "come too fast").await?;
        page.shows("dialog [role=timer]", "Going on is possible in").await?;
        page.gone("dialog [role=timer]").await?;
        page.click_role("button", "Go on").await?;
        opened_once(stage).await
    })
    .await
}

#[tokio::test]
async fn a_token_is_withdrawn_on_the_way() -> Outcome {
    stage("a_token_is_withdrawn_on_the_way", async |stage| {
        ready(stage, faulty(8, Fault::before(|github| github.tokens.clear()))).await?;
        let page = &stage.browser;
        one_click(page, TOKEN).await?;
        page.shows("dialog [role=alert]", "GitHub does not know this token").await?;
        page.shows("dialog [role=alert]", "Make a new token, put it in, and begin again").await?;
        stage.server.github(|github| github.let_in("another-one", "crab", Rights::Classic("public_repo")));
        page.put("#w-token", "another-one").await?;
        page.click_role("button", "Open the pull request").await?;
        opened_once(stage).await
    })
    .await
}

#[tokio::test]
async fn an_organisation_forbids_the_token() -> Outcome {
    stage("an_organisation_forbids_the_token", async |stage| {
        ready(stage, faulty(11, Fault::organisation())).await?;
        let page = &stage.browser;
        one_click(page, TOKEN).await?;
        page.shows("dialog [role=alert]", "does not let this token in").await?;
        let link = page.role("link", "Open GitHub’s page").await?.attr("href").await?;
        assert_eq!(link.as_deref(), Some("https://github.example/orgs/ferrous/sso"));
        page.click_role("button", "Go on").await?;
        opened_once(stage).await
    })
    .await
}

#[tokio::test]
async fn a_moved_draft_is_merged_anew() -> Outcome {
    stage("a_moved_draft_is_merged_anew", async |stage| {
        ready(stage, |github| github.fork("crab/newsletter")).await?;
        let page = &stage.browser;
        let newer = DRAFT
            .replace("### Research\n", "### Research\n* [Somebody else's](https://else.example/1)\n")
            .replace("made up", "thought up");
        stage.server.github(|github| github.others_change(PATH, &newer));
        one_click(page, TOKEN).await?;
        page.shows("dialog .form [role=alert]", "The draft had moved on, so nothing was handed in yet.").await?;
        page.shows("dialog .form [role=alert]", "Your changes now stand on the newest draft.").await?;
        let after = stage.added(&newer, &[wanted()])?;
        page.keeps(&after).await?;
        page.until("return document.querySelectorAll('dialog .change').length === 1", &[]).await?;
        stage.server.github(|github| assert!(github.made_branches().is_empty() && github.pulls.is_empty()));
        page.click_role("button", "Open the pull request").await?;
        page.shows(".outcome", "Your pull request is open.").await?;
        assert_eq!(one_commit(stage, &newer, &after), 1);
        Ok(())
    })
    .await
}
