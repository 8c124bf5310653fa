//! The keyboard and the clipboard.

use super::{Browser, Outcome};
use serde_json::json;
pub use thirtyfour::Key;

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
