//! The page starts, and says nothing on the console.

use crate::harness::{DRAFT, Outcome, PATH, stage};

#[tokio::test]
async fn the_page_starts() -> Outcome {
    stage("the_page_starts", async |stage| {
        let page = &stage.browser;
        stage.publish(&[(PATH, DRAFT)]);
        page.open("/").await?;
        page.find("#app main").await?;
        assert_eq!(page.driver.title().await?, "TWiR desk");
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_starts_below_a_sub_path() -> Outcome {
    stage("the_page_starts_below_a_sub_path", async |stage| {
        stage.server.mount("/some/where");
        stage.publish(&[(PATH, DRAFT)]);
        stage.browser.open("/some/where/").await?;
        stage.browser.find("#app main").await?;
        stage.browser.loaded_from_github().await?;
        // The same holds for what the page fetches later.
        stage.browser.click(".status-source").await?;
        stage.browser.click_role("button", "Open it").await?;
        stage.browser.shows(".status-source", "starter issue").await
    })
    .await
}
