//! A headless browser with a profile and a downloads folder of its own.

use super::Outcome;
use super::driver::{Driver, Kind};
use super::start::connect;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thirtyfour::WebDriver;

/// A session. What a person can do with it is in `page`, `keyboard`, `files` and `view`.
pub struct Browser {
    pub kind: Kind,
    pub driver: WebDriver,
    /// Where the app is, without a last slash.
    pub origin: String,
    /// Where its downloads arrive.
    pub downloads: PathBuf,
    profile: PathBuf,
    pub(super) process: Arc<Driver>,
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
        let kind = Kind::wanted();
        let process = Driver::of(kind)?;
        let driver = connect(kind, &process, &profile, &downloads, proxy(origin)).await?;
        let browser = Self { kind, driver, origin: origin.to_owned(), downloads, profile, process };
        browser.prepare().await?;
        Ok(browser)
    }

    /// Ends the browser as its user would, and starts it again with the same profile.
    pub async fn restart(&mut self) -> Outcome {
        self.driver.clone().quit().await?;
        self.driver = connect(self.kind, &self.process, &self.profile, &self.downloads, proxy(&self.origin)).await?;
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

    /// Sends a command of the DevTools protocol to the current tab; of Chromium only.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Outcome<Value> {
        if self.kind == Kind::Firefox {
            return Err(format!("{command} is for Chromium: mark the test with stage_in_chromium").into());
        }
        Ok(self.driver.cdp().send_raw(command, parameters).await?)
    }

    /// Allows downloads and the clipboard, without a question, and gives the tab the focus. Firefox is told at its start,
    /// but for its size.
    async fn prepare(&self) -> Outcome {
        if self.kind == Kind::Firefox {
            return self.size(1280, 800).await;
        }
        self.cdp("Page.bringToFront", json!({})).await?;
        let downloads = json!({ "behavior": "allow", "downloadPath": self.downloads });
        self.cdp("Browser.setDownloadBehavior", downloads).await?;
        let permissions =
            json!({ "origin": self.origin, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.cdp("Browser.grantPermissions", permissions).await?;
        Ok(())
    }
}

/// `host:port` of the server at that address.
fn proxy(origin: &str) -> &str {
    origin.trim_start_matches("http://").split('/').next().unwrap_or_default()
}
