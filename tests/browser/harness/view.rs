//! How the page is seen: size, theme, network, pictures.

use super::{Browser, Kind, Outcome};
use serde_json::json;
use std::path::{Path, PathBuf};

/// The colours that the system asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

impl Browser {
    /// Sets the size of the page in CSS pixels. Firefox's is at least as wide as its narrowest window.
    pub async fn size(&self, width: u32, height: u32) -> Outcome {
        if self.kind == Kind::Firefox {
            let frame = self.script("return [outerWidth - innerWidth, outerHeight - innerHeight]", &[]).await?;
            let [wide, high] = [0, 1].map(|at| frame[at].as_u64().unwrap_or_default() as u32);
            self.driver.set_window_rect(0, 0, width + wide, height + high).await?;
            return Ok(());
        }
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Sets the theme, and asks for little motion, so that pictures are the same every time.
    pub async fn theme(&self, theme: Theme) -> Outcome {
        let scheme = if theme == Theme::Dark { "dark" } else { "light" };
        self.media(&[("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")]).await
    }

    /// Sets media features, such as `("forced-colors", "active")`, in place of those set before.
    pub async fn media(&self, features: &[(&str, &str)]) -> Outcome {
        if self.kind == Kind::Firefox {
            return Ok(());
        }
        let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        Ok(())
    }

    /// Takes the network away from the tab, or gives it back.
    pub async fn offline(&self, offline: bool) -> Outcome {
        self.cdp("Network.enable", json!({})).await?;
        let nothing = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.cdp("Network.emulateNetworkConditions", nothing).await?;
        Ok(())
    }

    /// A picture of the page at that size and theme, as `NAME.png` among the test's results.
    pub async fn picture(&self, name: &str, width: u32, height: u32, theme: Theme) -> Outcome<PathBuf> {
        self.size(width, height).await?;
        self.theme(theme).await?;
        self.snap(name).await
    }

    /// A picture of the page as it is.
    pub async fn snap(&self, name: &str) -> Outcome<PathBuf> {
        let file = pictures().join(format!("{name}.png"));
        std::fs::create_dir_all(pictures())?;
        self.driver.screenshot(&file).await?;
        Ok(file)
    }
}

/// Where pictures go: the folder `TWIR_DESK_PICTURES`, or one below the target folder.
pub fn pictures() -> PathBuf {
    std::env::var_os("TWIR_DESK_PICTURES")
        .map_or_else(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures"), PathBuf::from)
}
