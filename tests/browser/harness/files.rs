//! Files: chosen, dropped, downloaded.

use super::{Browser, Outcome};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

impl Browser {
    /// Chooses a file in `<input type="file">`, which may be hidden.
    pub async fn choose_file(&self, css: &str, file: &Path) -> Outcome {
        let input = self.find(css).await?;
        Ok(input.send_keys(file.canonicalize()?.to_string_lossy().as_ref()).await?)
    }

    /// Drops files in the middle of what is to be seen of an element, from outside the browser.
    pub async fn drop_files(&self, css: &str, files: &[&Path]) -> Outcome {
        self.find(css).await?;
        let middle = "const r = document.querySelector(arguments[0]).getBoundingClientRect();
            const mid = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
            return [mid(r.left, r.right, innerWidth), mid(r.top, r.bottom, innerHeight)]";
        let at = self.script(middle, &[css.into()]).await?;
        let files = files.iter().map(|file| file.canonicalize()).collect::<Result<Vec<_>, _>>()?;
        let data = json!({ "items": [], "files": files, "dragOperationsMask": 1 });
        for kind in ["dragEnter", "dragOver", "drop"] {
            self.cdp("Input.dispatchDragEvent", json!({ "type": kind, "x": at[0], "y": at[1], "data": data })).await?;
        }
        Ok(())
    }

    /// Drags the middle of one element to the middle of another, in small steps.
    pub async fn drag(&self, from: &str, to: &str) -> Outcome {
        let (from, to) = (self.find(from).await?, self.find(to).await?);
        self.driver.action_chain().click_and_hold_element(&from).move_by_offset(0, 6).perform().await?;
        // The browser begins the drag some moves later, and says where it is with each.
        let mut chain = self.driver.action_chain().move_to_element_center(&to);
        for step in [2, -2, 2, -1] {
            chain = chain.move_by_offset(0, step);
        }
        chain.perform().await?;
        self.driver.action_chain().release().perform().await?;
        Ok(())
    }

    /// Waits for a finished download of that name.
    pub async fn download(&self, name: &str) -> Outcome<Vec<u8>> {
        let file = self.downloads.join(name);
        let start = Instant::now();
        // Firefox puts an empty file in its place first, and what it writes beside it.
        let partly = |name: &PathBuf| name.extension().is_some_and(|e| e == "part" || e == "crdownload");
        while !file.metadata().is_ok_and(|file| file.len() > 0) || self.downloaded()?.iter().any(partly) {
            if start.elapsed() > Duration::from_secs(10) {
                return Err(format!("{name} was not downloaded; there is {:?}", self.downloaded()?).into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(std::fs::read(file)?)
    }

    /// The names of the downloads so far.
    pub fn downloaded(&self) -> Outcome<Vec<PathBuf>> {
        let entries = std::fs::read_dir(&self.downloads)?;
        Ok(entries.map(|entry| Ok(entry?.file_name().into())).collect::<Result<_, std::io::Error>>()?)
    }
}
