//! A headless Chromium with a profile and a downloads folder of its own.

use super::Outcome;
use super::chromedriver::Chromedriver;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thirtyfour::{Capabilities, WebDriver};

/// A session. What a person can do with it is in `page`, `keyboard`, `files` and `view`.
pub struct Browser {
    pub driver: WebDriver,
    /// Where the app is, without a last slash.
    pub origin: String,
    /// Where its downloads arrive.
    pub downloads: PathBuf,
    profile: PathBuf,
    chromedriver: Arc<Chromedriver>,
}

impl Browser {
    /// Starts one; `folder` is emptied first and then holds the profile and the downloads.
    pub async fn start(origin: &str, folder: &Path) -> Outcome<Self> {
        if folder.exists() {
            std::fs::remove_dir_all(folder)?;
        }
        let (profile, downloads) = (folder.join("profile"), folder.join("downloads"));
        std::fs::create_dir_all(&profile)?;
        std::fs::create_dir_all(&downloads)?;
        let chromedriver = Chromedriver::shared()?;
        let driver = connect(&chromedriver, &profile).await?;
        let browser = Self { driver, origin: origin.to_owned(), downloads, profile, chromedriver };
        browser.prepare().await?;
        Ok(browser)
    }

    /// Ends the browser as its user would, and starts it again with the same profile.
    pub async fn restart(&mut self) -> Outcome {
        self.driver.clone().quit().await?;
        self.driver = connect(&self.chromedriver, &self.profile).await?;
        self.prepare().await
    }

    /// Kills the tab's process, as a crash or the system would, and goes on in a new tab: same profile, empty page.
    pub async fn crash_tab(&self) -> Outcome {
        let dead = self.driver.window().await?;
        let fresh = self.driver.new_tab().await?;
        self.driver.switch_to_window(dead).await?;
        // The tab cannot confirm its own end.
        let _ = tokio::time::timeout(std::time::Duration::from_secs(1), self.cdp("Page.crash", json!({}))).await;
        self.driver.switch_to_window(fresh).await?;
        self.prepare().await
    }

    /// Opens one more tab at a path of the app, and works in it.
    pub async fn open_tab(&self, path: &str) -> Outcome<thirtyfour::WindowHandle> {
        let tab = self.driver.new_tab().await?;
        self.driver.switch_to_window(tab.clone()).await?;
        self.prepare().await?;
        self.open(path).await?;
        Ok(tab)
    }

    /// Closes the browser.
    pub async fn quit(self) -> Outcome {
        self.driver.quit().await?;
        Ok(())
    }

    /// Sends a command of the DevTools protocol to the current tab.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Outcome<Value> {
        Ok(self.driver.cdp().send_raw(command, parameters).await?)
    }

    /// Allows downloads and the clipboard, without a question, and gives the tab the focus.
    async fn prepare(&self) -> Outcome {
        self.cdp("Page.bringToFront", json!({})).await?;
        let downloads = json!({ "behavior": "allow", "downloadPath": self.downloads });
        self.cdp("Browser.setDownloadBehavior", downloads).await?;
        let permissions =
            json!({ "origin": self.origin, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.cdp("Browser.grantPermissions", permissions).await?;
        Ok(())
    }
}

async fn connect(chromedriver: &Chromedriver, profile: &Path) -> Outcome<WebDriver> {
    let mut arguments: Vec<String> = [
        "--headless",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Nobody but the test's own server can be reached.
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
        // Lets a script ask for an element's role and name, as a screen reader gets them.
        "--enable-blink-features=ComputedAccessibilityInfo",
        "--lang=en-GB",
        "--window-size=1280,900",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    // Build machines often lack what the sandbox needs, and root may not have one. The page is our own.
    let root = std::env::var("USER").is_ok_and(|user| user == "root") || Path::new("/root/.").read_dir().is_ok();
    if root || std::env::var_os("CI").is_some() {
        arguments.extend(["--no-sandbox", "--disable-dev-shm-usage"].map(str::to_owned));
    }
    let mut options = json!({ "args": arguments });
    if let Ok(chromium) = std::env::var("TWIR_DESK_CHROMIUM") {
        options["binary"] = chromium.into();
    }
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "chrome")?;
    capabilities.set("goog:chromeOptions", options)?;
    capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
    Ok(WebDriver::new(format!("http://127.0.0.1:{}", chromedriver.port), capabilities).await?)
}
