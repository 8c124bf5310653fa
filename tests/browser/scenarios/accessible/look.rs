//! A look at a state of the app: in both themes, wide and as narrow as a phone, by axe and by a ruler.

use crate::harness::view::Theme;
use crate::harness::{Browser, Outcome};
use serde_json::Value;
use std::path::Path;

/// So high that what sticks to the edge lies over nothing, which a person would scroll away from under it.
const SIZES: [(u32, u32); 2] = [(1440, 1800), (360, 2400)];

/// axe looks at the app alone: in the frame of the page no script may run, axe neither, and its colours are the site's.
const RUN: &str = "const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { iframes: false, runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(
        found => done(found.violations.flatMap(v => v.nodes.map(n =>
            `${v.id}: ${n.target.join(' ')} ${n.html.slice(0, 160)} (${n.any[0]?.message ?? v.help})`))),
        error => done([String(error)]))";

/// What sticks out of the window.
const SIDEWAYS: &str = "const { scrollWidth } = document.scrollingElement;
    return scrollWidth <= innerWidth ? null : `${scrollWidth} px wide: ` + [...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ')";

/// All that was found, to be told at once.
pub struct Look {
    axe: Option<String>,
    found: Vec<String>,
}

impl Look {
    pub fn new() -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/npm/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(file).ok();
        if axe.is_none() {
            println!("axe is skipped, for it is not there. Fetch it with: cargo xtask test --only browser");
        }
        Self { axe, found: Vec::new() }
    }

    /// Looks at the page as it stands, which is called `state`; where a folder for pictures is named, a picture of each
    /// look stays there, for people to look at.
    pub async fn at(&mut self, page: &Browser, state: &str) -> Outcome {
        for (width, height) in SIZES {
            page.size(width, height).await?;
            for theme in [Theme::Light, Theme::Dark] {
                page.theme(theme).await?;
                if std::env::var_os("TWIR_DESK_PICTURES").is_some() {
                    page.snap(&format!("{}-{width}-{theme:?}", state.replace([' ', ','], "-"))).await?;
                }
                for fault in self.faults(page).await? {
                    self.found.push(format!("{state}, {width}, {theme:?}: {fault}"));
                }
            }
        }
        Ok(())
    }

    async fn faults(&self, page: &Browser) -> Outcome<Vec<String>> {
        let mut faults = Vec::new();
        if let Some(axe) = &self.axe {
            if page.script("return !window.axe", &[]).await? == Value::Bool(true) {
                page.script(axe, &[]).await?;
            }
            faults = serde_json::from_value(page.driver.execute_async(RUN, Vec::new()).await?.json().clone())?;
        }
        if let Value::String(wide) = page.script(SIDEWAYS, &[]).await? {
            faults.push(wide);
        }
        Ok(faults)
    }

    /// Fails with all that was found.
    pub fn done(self) -> Outcome {
        if self.found.is_empty() { Ok(()) } else { Err(self.found.join("\n").into()) }
    }
}
