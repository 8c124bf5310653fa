//! The keyboard and the clipboard.

use super::{Browser, Outcome};
use serde_json::json;
use std::time::{Duration, Instant};
pub use thirtyfour::Key;

/// What is wrong with the ring of the focus, if anything. A form's field has it around the field and its button.
const RING: &str = "const e = document.activeElement, around = [e, e.parentElement, e.parentElement?.parentElement];
    const look = x => { const s = getComputedStyle(x); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow].join(' ') };
    const outlined = x => { const s = getComputedStyle(x);
        return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1 && !/transparent|, 0\\)$/.test(s.outlineColor) };
    const what = x => `${x.localName} ${x.className} “${x.innerText.slice(0, 40)}”`;
    const was = window.ringWas, ring = around.find(x => x && outlined(x)) ?? (getComputedStyle(e).boxShadow === 'none' ? null : e);
    window.ringWas = ring && { ring, look: look(ring) };
    if (!ring) return `nothing is around what has the focus: ${what(e)}`;
    if (was?.ring.isConnected && !was.ring.contains(e) && look(was.ring) === was.look)
        return `it looks the same without the focus: ${what(was.ring)}`;
    return null";

impl Browser {
    /// Types into whatever has the focus.
    pub async fn type_keys(&self, text: &str) -> Outcome {
        Ok(self.driver.action_chain().send_keys(text).perform().await?)
    }

    /// Presses keys one after the other, such as `&[Key::Tab, Key::Enter]`.
    pub async fn press(&self, keys: &[Key]) -> Outcome {
        let mut chain = self.driver.action_chain();
        for key in keys {
            chain = chain.key_down(key.clone()).key_up(key.clone());
        }
        Ok(chain.perform().await?)
    }

    /// Presses a letter or key while others are held, such as `chord(&[Key::Control], 'z')`.
    pub async fn chord(&self, held: &[Key], key: char) -> Outcome {
        let mut chain = self.driver.action_chain();
        for modifier in held {
            chain = chain.key_down(modifier.clone());
        }
        chain = chain.key_down(key).key_up(key);
        for modifier in held {
            chain = chain.key_up(modifier.clone());
        }
        Ok(chain.perform().await?)
    }

    /// Presses Tab until the element with that role and name has the focus.
    pub async fn tab_to(&self, role: &str, name: &str) -> Outcome {
        let mut passed = Vec::new();
        for _ in 0..200 {
            let focused = self.focused().await?;
            if focused == (role.to_owned(), name.to_owned()) {
                return Ok(());
            }
            passed.push(format!("{} “{}”", focused.0, focused.1));
            self.press(&[Key::Tab]).await?;
        }
        Err(format!("Tab does not reach {role} “{name}”; it came by {}", passed.join(", ")).into())
    }

    /// Presses the key until the element that has the focus, `e`, is so; each on the way has its ring.
    pub async fn walk(&self, held: &[Key], key: &Key, so: &str) -> Outcome {
        let script = format!("const e = document.activeElement; return !!({so})");
        let mut passed = Vec::new();
        for _ in 0..100 {
            self.chord(held, key.value()).await?;
            self.focus_has_its_ring().await?;
            if self.script(&script, &[]).await? == json!(true) {
                return self.focus_is_seen().await.map_err(|e| format!("{so}: {e}").into());
            }
            let (role, name) = self.focused().await?;
            passed.push(format!("{role} “{name}”"));
        }
        Err(format!("{key:?} does not reach {so}; it came by {}", passed.join(", ")).into())
    }

    /// Waits until the element with that role and name has the focus, to be seen and with its ring.
    pub async fn focus_on(&self, role: &str, name: &str) -> Outcome {
        let wanted = (role.to_owned(), name.to_owned());
        let start = Instant::now();
        loop {
            let focused = self.focused().await?;
            if focused == wanted {
                self.focus_is_seen().await?;
                return self.focus_has_its_ring().await;
            }
            if start.elapsed() > Duration::from_secs(10) {
                return Err(format!("{role} “{name}” has not the focus; {} “{}” has it", focused.0, focused.1).into());
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// A ring is around what has the focus (or around what it stands in), and is gone from what had it when this was
    /// asked before.
    pub async fn focus_has_its_ring(&self) -> Outcome {
        let problem = self.script(RING, &[]).await?;
        problem.as_str().map_or(Ok(()), |problem| Err(problem.to_owned().into()))
    }

    /// Replaces what a field holds: selects all of it and types.
    pub async fn fill(&self, css: &str, text: &str) -> Outcome {
        let field = self.find(css).await?;
        field.focus().await?;
        self.refill(text).await
    }

    /// Replaces what the focused field holds.
    pub async fn refill(&self, text: &str) -> Outcome {
        self.chord(&[Key::Control], 'a').await?;
        if text.is_empty() { self.press(&[Key::Delete]).await } else { self.type_keys(text).await }
    }

    /// Puts the text on the clipboard and presses Ctrl+V.
    pub async fn paste(&self, text: &str) -> Outcome {
        self.set_clipboard(text).await?;
        self.chord(&[Key::Control], 'v').await
    }

    pub async fn set_clipboard(&self, text: &str) -> Outcome {
        let write =
            "navigator.clipboard.writeText(arguments[0]).then(() => arguments[1](true), e => arguments[1](String(e)))";
        let done = self.driver.execute_async(write, vec![json!(text)]).await?;
        if done.json() == &json!(true) { Ok(()) } else { Err(format!("the clipboard refused: {}", done.json()).into()) }
    }

    pub async fn clipboard(&self) -> Outcome<String> {
        let read = "navigator.clipboard.readText().then(arguments[0], e => arguments[0](null))";
        let text = self.driver.execute_async(read, Vec::new()).await?;
        Ok(text.json().as_str().ok_or("the clipboard could not be read")?.to_owned())
    }
}
