//! What runs in the page before the page's own scripts: another clock, a browser that lacks something.

use super::{Kind, Outcome, Stage};
use serde_json::json;

impl Stage {
    /// Runs a script in every page from now on, before the page's own. Firefox's driver cannot; there the server puts
    /// it into the app's page, and the page's frames go without.
    pub async fn before_load(&self, script: &str) -> Outcome {
        match self.browser.kind {
            Kind::Chromium => {
                self.browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
            }
            Kind::Firefox => self.server.before_load(script),
        }
        Ok(())
    }

    /// From the next page on the clock begins at that time (`2026-09-01T12:00:00Z`) and goes on from there.
    pub async fn clock(&self, time: &str) -> Outcome {
        let script = "if (location.protocol.startsWith('http')) { const Real = Date; let shift = new Real(TIME).getTime() - Real.now();
            shift = Number(sessionStorage.getItem('test-shift') ?? shift); sessionStorage.setItem('test-shift', shift);
            window.advance = ms => { shift += ms; sessionStorage.setItem('test-shift', shift) };
            window.Date = class extends Real {
              constructor(...given) { given.length ? super(...given) : super(Real.now() + shift) }
              static now() { return Real.now() + shift } } }";
        self.before_load(&script.replace("TIME", &json!(time).to_string())).await
    }
}
