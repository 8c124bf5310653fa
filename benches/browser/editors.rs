//! The editors that are typed into: each is brought up with the text, and the caret put into a title in the midst of it.

use super::harness::keyboard::Key;
use super::harness::{Browser, Outcome, Stage};
use super::place::{Sites, wait};
use serde_json::json;
use std::time::Duration;

/// Where one types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editor {
    Form,
    Row,
    Source,
    /// A peer on a page of its own, by the name of its site.
    Peer(&'static str),
}

/// How long the text may take to be there, also a very long one.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// The section whose first link is typed into.
const SECTION: &str = "Rust Walkthroughs";

/// Whether rows and page are there, with their style.
pub const ASSEMBLED: &str = "return !!document.querySelector('.outline-entry') &&
    document.querySelector('.page-frame')?.contentDocument?.readyState === 'complete' &&
    document.querySelector('.page-frame').contentDocument.body.childElementCount > 0";

impl Editor {
    pub fn title(self) -> &'static str {
        match self {
            Self::Form => "desk, form",
            Self::Row => "desk, row",
            Self::Source => "desk, source",
            Self::Peer("easymde") => "EasyMDE with its preview",
            Self::Peer("codemirror") => "CodeMirror 6 alone",
            Self::Peer(_) => "textarea alone",
        }
    }

    /// Whether there is a page beside it.
    pub fn has_page(self) -> bool {
        !matches!(self, Self::Peer("codemirror" | "textarea"))
    }

    /// Brings it up with the text and the caret where it belongs.
    pub async fn open(self, sites: &Sites, text: &str) -> Outcome<Stage> {
        let stage = match self {
            Self::Peer(site) => sites.place(site).await?,
            _ => sites.desk(text).await?,
        };
        self.enter(&stage, text).await.map_err(|e| format!("{}: {e}", self.title()))?;
        Ok(stage)
    }

    pub async fn enter(self, stage: &Stage, text: &str) -> Outcome {
        let page = &stage.browser;
        match self {
            Self::Form => form(page).await,
            Self::Row => row(page).await,
            Self::Source => {
                page.open("/#/assemble").await?;
                wait(page, ASSEMBLED, PATIENCE).await?;
                press(page, "Source").await?;
                wait(page, "return document.querySelector('.source-text')?.value.length > 0", PATIENCE).await?;
                let caret = "const area = document.querySelector('.source-text');
                    area.focus(); area.setSelectionRange(arguments[0], arguments[0])";
                page.script(caret, &[caret_of(text).into()]).await?;
                Ok(())
            }
            Self::Peer(_) => {
                page.open("/").await?;
                page.script("show(arguments[0], arguments[1])", &[text.into(), caret_of(text).into()]).await?;
                Ok(())
            }
        }
    }

    /// A script that returns what changes when the page does.
    pub fn page(self) -> &'static str {
        match self {
            Self::Peer(_) => "return window.page()",
            _ => "return document.querySelector('.page-frame').contentDocument.body",
        }
    }
}

async fn form(page: &Browser) -> Outcome {
    page.open("/#/contribute").await?;
    page.loaded_from_github().await?;
    page.put("#f-url", "https://page.example/typed").await?;
    page.choose("#f-section", SECTION).await?;
    page.click("#f-title").await
}

async fn row(page: &Browser) -> Outcome {
    page.open("/#/assemble").await?;
    wait(page, ASSEMBLED, PATIENCE).await?;
    page.click(&format!(".outline-entry[title={}]", json!(SECTION))).await?;
    page.shows(".section-name", SECTION).await?;
    page.click(".item:nth-child(1) .item-title").await?;
    press(page, "Edit").await?;
    page.until("return document.activeElement.id.endsWith('-first')", &[]).await?;
    page.press(&[Key::End]).await
}

/// Presses a button by what stands on it. Not by its role: who asks a browser for roles makes it keep them up to date from
/// then on, with every key.
pub async fn press(page: &Browser, name: &str) -> Outcome {
    let press = "const named = e => e.textContent.trim() === arguments[0] && e.getClientRects().length > 0;
        const button = [...document.querySelectorAll('button')].find(named); button?.click(); return !!button";
    page.until(press, &[name.into()]).await
}

/// The end of the first title of the section, in UTF-16 units.
fn caret_of(text: &str) -> usize {
    let section = text.find(&format!("### {SECTION}")).unwrap_or_default();
    let end = text[section..].find("](").map_or(section, |at| section + at);
    text[..end].encode_utf16().count()
}
