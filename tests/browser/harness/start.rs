//! How each browser is started: without a head, with a profile of its own, and with nobody to reach but the test's
//! server, which is its proxy for everything else and so sees whom it asks for.

use super::Outcome;
use super::driver::{Driver, Kind};
use serde_json::json;
use std::path::Path;
use thirtyfour::{Capabilities, WebDriver};

/// A session of a browser of that kind; `proxy` is the `host:port` of the test's server.
pub async fn connect(kind: Kind, driver: &Driver, profile: &Path, downloads: &Path, proxy: &str) -> Outcome<WebDriver> {
    let capabilities = match kind {
        Kind::Chromium => chromium(profile, proxy)?,
        Kind::Firefox => firefox(profile, downloads, proxy)?,
    };
    Ok(WebDriver::new(format!("http://127.0.0.1:{}", driver.port), capabilities).await?)
}

fn chromium(profile: &Path, proxy: &str) -> Outcome<Capabilities> {
    let mut arguments: Vec<String> = [
        "--headless",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Lets a script ask for an element's role and name, as a screen reader gets them.
        "--enable-blink-features=ComputedAccessibilityInfo",
        "--lang=en-GB",
        "--window-size=1280,900",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--proxy-server=http://{proxy}"));
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
    Ok(capabilities)
}

fn firefox(profile: &Path, downloads: &Path, proxy: &str) -> Outcome<Capabilities> {
    let (host, port) = proxy.split_once(':').ok_or("the proxy has no port")?;
    let port: u16 = port.parse()?;
    let preferences = json!({
        "network.proxy.type": 1,
        "network.proxy.http": host,
        "network.proxy.http_port": port,
        "network.proxy.ssl": host,
        "network.proxy.ssl_port": port,
        "network.proxy.allow_hijacking_localhost": false,
        // Downloads without a question.
        "browser.download.folderList": 2,
        "browser.download.dir": downloads.display().to_string(),
        "browser.download.always_ask_before_handling_new_types": false,
        "browser.helperApps.neverAsk.saveToDisk": "text/markdown,text/x-patch,text/plain,application/octet-stream",
        // What pages say on the console is printed.
        "devtools.console.stdout.content": true,
        // The clipboard without a click before.
        "dom.events.testing.asyncClipboard": true,
        "intl.accept_languages": "en-GB",
        "intl.locale.requested": "en-GB",
        // What the browser itself would ask the world for.
        "app.update.disabledForTesting": true,
        "datareporting.policy.dataSubmissionEnabled": false,
        "extensions.getAddons.cache.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "services.settings.server": "",
        "ui.prefersReducedMotion": 1,
    });
    let arguments = ["-headless", "-profile", &profile.display().to_string()];
    let mut options = json!({ "args": arguments, "prefs": preferences });
    if let Ok(firefox) = std::env::var("TWIR_DESK_FIREFOX") {
        options["binary"] = firefox.into();
    }
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "firefox")?;
    capabilities.set("moz:firefoxOptions", options)?;
    Ok(capabilities)
}
