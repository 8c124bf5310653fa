//! Finding and reading what is on the page. Everything waits until it is there.

use super::{Browser, Kind, Outcome};
use serde_json::Value;
use std::time::{Duration, Instant};
use thirtyfour::{By, WebElement};

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(30);

impl Browser {
    /// Opens a path of the app.
    pub async fn open(&self, path: &str) -> Outcome {
        Ok(self.driver.goto(format!("{}{path}", self.origin)).await?)
    }

    pub async fn reload(&self) -> Outcome {
        Ok(self.driver.refresh().await?)
    }

    /// Runs a script; `arguments[0]` and so on are the arguments.
    pub async fn script(&self, script: &str, arguments: &[Value]) -> Outcome<Value> {
        Ok(self.driver.execute(script, arguments.to_vec()).await?.json().clone())
    }

    /// Waits until the script returns something true.
    pub async fn until(&self, script: &str, arguments: &[Value]) -> Outcome {
        let start = Instant::now();
        loop {
            match self.script(script, arguments).await? {
                Value::Null | Value::Bool(false) if start.elapsed() > PATIENCE => {
                    return Err(format!("in {PATIENCE:?} this did not become true: {script} {arguments:?}").into());
                }
                Value::Null | Value::Bool(false) => tokio::time::sleep(PAUSE).await,
                _ => return Ok(()),
            }
        }
    }

    /// The first element of a selector.
    pub async fn find(&self, css: &str) -> Outcome<WebElement> {
        self.until("return !!document.querySelector(arguments[0])", &[css.into()]).await?;
        Ok(self.driver.find(By::Css(css)).await?)
    }

    pub async fn find_all(&self, css: &str) -> Outcome<Vec<WebElement>> {
        Ok(self.driver.find_all(By::Css(css)).await?)
    }

    /// Waits until no element of a selector is left.
    pub async fn gone(&self, css: &str) -> Outcome {
        self.until("return !document.querySelector(arguments[0])", &[css.into()]).await
    }

    /// What is to be read in the first element of a selector.
    pub async fn text(&self, css: &str) -> Outcome<String> {
        Ok(self.find(css).await?.text().await?)
    }

    /// The value of a field.
    pub async fn value(&self, css: &str) -> Outcome<String> {
        self.find(css).await?;
        let value = self.script("return document.querySelector(arguments[0]).value", &[css.into()]).await?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the element shows the text somewhere in it.
    pub async fn shows(&self, css: &str, text: &str) -> Outcome {
        let script = "const e = document.querySelector(arguments[0]); return !!e && e.innerText.includes(arguments[1])";
        self.until(script, &[css.into(), text.into()]).await
    }

    /// Waits until that element of the page that readers will see, which stands in a frame, shows the
    /// text, in sight or scrolled to.
    pub async fn page_shows(&self, css: &str, text: &str) -> Outcome {
        let script = "const page = document.querySelector('.page-frame')?.contentDocument;
            return !!page && [...page.querySelectorAll(arguments[0])].some(e => e.textContent.includes(arguments[1]))";
        let shown = self.until(script, &[css.into(), text.into()]).await;
        shown.map_err(|e| format!("on the page {css} does not show “{text}”: {e}").into())
    }

    /// The visible element with that role and accessible name, such as `("button", "Add link")`, as a screen
    /// reader finds it.
    pub async fn role(&self, role: &str, name: &str) -> Outcome<WebElement> {
        let arguments = [role.into(), name.into()];
        let found = self.with_roles(BY_ROLE);
        self.until(&found, &arguments).await.map_err(|_| format!("no {role} “{name}” appeared"))?;
        Ok(self.driver.execute(found, arguments.to_vec()).await?.element()?)
    }

    /// Whether such an element is there now.
    pub async fn has_role(&self, role: &str, name: &str) -> Outcome<bool> {
        Ok(!self.script(&self.with_roles(BY_ROLE), &[role.into(), name.into()]).await?.is_null())
    }

    /// Clicks the element with that role and name.
    pub async fn click_role(&self, role: &str, name: &str) -> Outcome {
        let element = self.role(role, name).await?;
        self.click_on(&element).await
    }

    /// Clicks the first element of a selector.
    pub async fn click(&self, css: &str) -> Outcome {
        let element = self.find(css).await?;
        self.click_on(&element).await
    }

    /// Scrolls an element into sight, as far as it must be, and clicks it. The driver alone would not scroll to what
    /// stands inside the window but below a bar that sticks to its edge.
    async fn click_on(&self, element: &WebElement) -> Outcome {
        let scroll = "arguments[0].scrollIntoView({ block: 'nearest' })";
        self.driver.execute(scroll, vec![element.to_json()?]).await?;
        Ok(element.click().await?)
    }

    /// Whether the element that has the focus is really to be seen: nothing lies over the middle of what its panes show.
    pub async fn focus_is_seen(&self) -> Outcome {
        let script = "const e = document.activeElement, r = e.getBoundingClientRect();
            let [left, top, right, bottom] = [Math.max(r.left, 0), Math.max(r.top, 0), Math.min(r.right, innerWidth), Math.min(r.bottom, innerHeight)];
            for (let pane = e.parentElement; pane; pane = pane.parentElement) if (getComputedStyle(pane).overflowY !== 'visible') {
                const p = pane.getBoundingClientRect();
                [left, top, right, bottom] = [Math.max(left, p.left), Math.max(top, p.top), Math.min(right, p.right), Math.min(bottom, p.bottom)];
            }
            const own = e.labels?.[0] ?? e, over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
            return left < right && top < bottom && !!over && (e.contains(over) || own.contains(over))";
        self.until(script, &[]).await.map_err(|_| "what has the focus is covered".into())
    }

    /// Role and name of the element that has the focus.
    pub async fn focused(&self) -> Outcome<(String, String)> {
        let script = "const e = document.activeElement; return [roleOf(e), nameOf(e)]";
        Ok(serde_json::from_value(self.script(&self.with_roles(script), &[]).await?)?)
    }

    /// A script that may ask for `roleOf` and `nameOf` an element.
    fn with_roles(&self, script: &str) -> String {
        let roles = match self.kind {
            Kind::Chromium => "const roleOf = e => e.computedRole, nameOf = e => e.computedName.trim();",
            Kind::Firefox => include_str!("roles.js"),
        };
        format!("{roles}\n{script}")
    }

    /// Warnings and errors on the console since the last call, failed requests among them. Firefox tells
    /// neither of those nor of what a policy refused.
    pub async fn problems(&self) -> Outcome<Vec<String>> {
        if self.kind == Kind::Firefox {
            return Ok(self.process.heard());
        }
        let log = self.driver.browser_log().await?;
        let bad = log.into_iter().filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
        Ok(bad.map(|entry| entry.message).collect())
    }
}

/// The name alone decides among those of the role; hidden elements have no role.
const BY_ROLE: &str = "return [...document.querySelectorAll('body *')].find(e => roleOf(e) === arguments[0] && \
    nameOf(e) === arguments[1] && e.getClientRects().length > 0) ?? null";
