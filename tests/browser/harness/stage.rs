//! Sets the stage for one test, and clears it afterwards, however the test ended.

use super::view::pictures;
use super::{Browser, Kind, Outcome, Server};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::task::Poll;
use tokio::sync::Semaphore;

/// More browsers at once only make each other slow.
static TURN: Semaphore = Semaphore::const_new(2);

/// A server and a browser in front of it.
pub struct Stage {
    pub server: Server,
    pub browser: Browser,
    /// An empty folder for the test's own files.
    pub folder: PathBuf,
}

/// Runs a test on a fresh stage. Without a built app it is skipped, and says so. At the end the console must
/// hold no problem that the test has not fetched by `problems`; failed requests below `/gh/` are the test's own.
pub async fn stage(name: &str, test: impl AsyncFnOnce(&mut Stage) -> Outcome) -> Outcome {
    let Some(dist) = std::env::var_os("TWIR_DESK_DIST").map(PathBuf::from) else {
        println!("{name}: skipped, for there is no built app. Run it with: cargo xtask test --only browser");
        return Ok(());
    };
    let _turn = TURN.acquire().await?;
    let server = Server::start(&dist)?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stage").join(name);
    let browser = Browser::start(&server.url(""), &folder).await?;
    let files = folder.join("files");
    std::fs::create_dir_all(&files)?;
    let mut stage = Stage { server, browser, folder: files };

    let ended = caught(test(&mut stage)).await;
    let ended = match ended {
        Ok(Ok(())) => Ok(quiet(&stage.browser).await),
        other => other,
    };
    if !matches!(ended, Ok(Ok(()))) {
        report(name, &stage.browser).await;
    }
    let closed = stage.browser.quit().await;
    match ended {
        Ok(outcome) => outcome.and(closed),
        Err(panic) => resume_unwind(panic),
    }
}

/// The same for what only Chromium lets a test do, such as taking the network away or dropping a file.
pub async fn stage_in_chromium(name: &str, test: impl AsyncFnOnce(&mut Stage) -> Outcome) -> Outcome {
    if Kind::wanted() != Kind::Chromium {
        println!("{name}: skipped, for only Chromium lets a test do this.");
        return Ok(());
    }
    stage(name, test).await
}

/// Runs to the end or to the first panic.
async fn caught(test: impl Future<Output = Outcome>) -> Result<Outcome, Box<dyn Any + Send>> {
    let mut test = pin!(test);
    std::future::poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| test.as_mut().poll(context))) {
        Ok(poll) => poll.map(Ok),
        Err(panic) => Poll::Ready(Err(panic)),
    })
    .await
}

async fn quiet(browser: &Browser) -> Outcome {
    let problems = browser.problems().await?;
    let own = |problem: &String| problem.contains("/gh/") && problem.contains("Failed to load resource");
    match problems.iter().find(|problem| !own(problem)) {
        Some(problem) => Err(format!("on the console: {problem}").into()),
        None => Ok(()),
    }
}

/// What a person needs to see why a test failed.
async fn report(name: &str, browser: &Browser) {
    println!("{name} failed.");
    if let Ok(picture) = browser.snap(&format!("failed-{name}")).await {
        println!("  picture: {}", picture.display());
    }
    if let Ok(source) = browser.driver.source().await {
        let file = pictures().join(format!("failed-{name}.html"));
        let _ = std::fs::write(&file, source);
        println!("  page: {}", file.display());
    }
    for problem in browser.problems().await.unwrap_or_default() {
        println!("  console: {problem}");
    }
}
