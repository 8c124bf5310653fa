//! What the desk keeps in memory after many edits.

use super::editors::{ASSEMBLED, Editor, PATIENCE};
use super::harness::{Browser, Outcome};
use super::place::{Sites, wait};
use super::table::{head, row};
use serde_json::json;
use std::time::Duration;

/// Edits by when it is looked at.
const EDITS: [usize; 4] = [0, 1_000, 2_500, 5_000];

/// Holds on to the app's memory, which only its module knows.
const HOLD: &str = "for (const name of ['instantiate', 'instantiateStreaming']) {
      const real = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const made = await real.apply(WebAssembly, given);
        const memory = (made.instance ?? made).exports?.memory;
        if (memory) window.appMemory ??= memory;
        return made;
      };
    }";

/// Types one letter into the source for each edit, every one at another place, five in a frame.
const EDIT: &str = "const area = document.querySelector('.source-text'), upTo = arguments[0];
    window.edits ??= 0;
    const step = () => {
      for (let n = 0; n < 5 && window.edits < upTo; n++) {
        const titles = [...area.value.matchAll(/\\]\\(/g)];
        const at = titles[window.edits++ % titles.length].index;
        area.setSelectionRange(at, at);
        document.execCommand('insertText', false, 'x');
      }
      if (window.edits < upTo) requestAnimationFrame(step);
    };
    area.focus();
    step()";

pub async fn print(sites: &Sites) -> Outcome {
    let stage = sites.desk(&sites.draft).await?;
    let page = &stage.browser;
    stage.before_load(HOLD).await?;
    page.open("/#/assemble").await?;
    wait(page, ASSEMBLED, PATIENCE).await?;
    Editor::Source.enter(&stage, &sites.draft).await?;
    tokio::time::sleep(Duration::from_secs(3)).await;
    head(
        "Memory after edits in the source, garbage collected, in bytes.",
        &["edits", "JavaScript", "WebAssembly", "nodes", "listeners", "storage"],
    );
    page.cdp("Performance.enable", json!({})).await?;
    for edits in EDITS {
        page.script(EDIT, &[edits.into()]).await?;
        let done = format!("return window.edits >= {edits}");
        wait(page, &done, Duration::from_secs(600)).await?;
        // Findings and storage come a moment later.
        tokio::time::sleep(Duration::from_secs(2)).await;
        let mut cells = vec![edits.to_string()];
        cells.extend(held(page).await?.map(|value| format!("{value:.0}")));
        row(&cells);
    }
    println!();
    stage.browser.quit().await
}

/// Heap, linear memory, nodes, listeners, bytes in the storage.
async fn held(page: &Browser) -> Outcome<[f64; 5]> {
    page.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    let metrics = page.cdp("Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let all = metrics["metrics"].as_array().into_iter().flatten();
        all.filter(|metric| metric["name"] == name).find_map(|metric| metric["value"].as_f64()).unwrap_or(f64::NAN)
    };
    let wasm = page.script("return window.appMemory?.buffer.byteLength ?? null", &[]).await?;
    let wasm = wasm.as_f64().ok_or("the app's memory was not found")?;
    let stored = "return Object.entries(localStorage).reduce((sum, pair) => sum + 2 * pair.join('').length, 0)";
    let stored = page.script(stored, &[]).await?.as_f64().unwrap_or_default();
    Ok([metric("JSHeapUsedSize"), wasm, metric("Nodes"), metric("JSEventListeners"), stored])
}
