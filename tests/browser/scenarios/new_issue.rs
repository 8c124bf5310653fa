//! A new issue from the newsletter's template and the issue before.

use crate::harness::{DRAFT, Outcome, stage};
use twir_desk::edit;

const TEMPLATE: &str = "Title: This Week in Rust $twir_issue_number\nNumber: $twir_issue_number\nDate: $twir_issue_date\n\
    Category: This Week in Rust\n\n## Updates from Rust Community\n\n### Official\n\n## Upcoming Events\n\n\
    Rusty Events between $twir_issue_date - $twir_events_end_date\n\n$twir_events_list\n\n\
    If you are running a Rust event, add it.\n\n## Jobs\n\n# Quote of the Week\n";

#[tokio::test]
async fn a_new_issue_begins_from_a_template() -> Outcome {
    stage("a_new_issue_begins_from_a_template", async |stage| {
        stage.desk("#/assemble").await?;
        let page = &stage.browser;
        let template = stage.folder.join("template");
        std::fs::write(&template, TEMPLATE)?;
        page.click_role("button", "New issue").await?;
        page.dialog("Begin a new issue").await?;
        page.click_role("button", "Begin it").await?;
        page.shows("dialog[open] [role=alert]", "Choose the template’s file first.").await?;
        page.choose_file("#new-template", &template).await?;
        page.put("#new-date", "soon").await?;
        page.click_role("button", "Begin it").await?;
        page.shows("dialog[open] [role=alert]", "The date").await?;
        page.put("#new-date", "2026-09-09").await?;
        page.click_role("button", "Begin it").await?;
        page.gone("dialog").await?;
        page.shows(".status-issue", "Issue 668 · Wed 9 Sep 2026").await?;
        page.shows(".status-source", "new issue").await?;
        page.click_role("button", "Source").await?;
        let date = "2026-09-09".parse().map_err(|_| "no date")?;
        let wanted = edit::new_issue(TEMPLATE, date, Some(DRAFT)).map_err(|e| e.to_string())?;
        assert_eq!(page.value(".source-text").await?, wanted);
        assert!(wanted.contains("Lowlands Rust 2026"), "the events that are still to come go along");
        Ok(())
    })
    .await
}
