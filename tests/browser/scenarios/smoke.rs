//! The page starts, and says nothing on the console.

use crate::harness::{Outcome, stage};

#[tokio::test]
async fn the_page_starts() -> Outcome {
    stage("the_page_starts", async |stage| {
        let page = &stage.browser;
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
        stage.browser.open("/some/where/").await?;
        stage.browser.find("#app main").await?;
        Ok(())
    })
    .await
}
