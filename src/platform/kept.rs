//! Issues that were read once, whole, for reading without a network. In the browser's cache storage, which has room for
//! them, and apart from the caches of the desk's own versions (`xtask/src/postbuild/worker.js`). For convenience only:
//! where the browser keeps nothing, nothing is said.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, Request, Response};

/// Where a text stands in the cache, as the browser completes it: below this desk's folder. It is never asked for.
fn address(path: &str) -> Result<String, JsValue> {
    Ok(Request::new_with_str(&format!("issues/{path}"))?.url())
}

/// The cache, of this folder's desk alone: one origin may hold several.
async fn cache() -> Result<Cache, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    JsFuture::from(window.caches()?.open(&format!("twir-desk-issues {}", address("")?)))
        .await
        .map(JsCast::unchecked_into)
}

/// Keeps the text of the file at `path` of the repository.
pub async fn keep(path: &str, text: &str) {
    let put = async {
        let response = Response::new_with_opt_str(Some(text))?;
        JsFuture::from(cache().await?.put_with_str(&address(path)?, &response)).await
    };
    // No room, or no such storage.
    let _ = put.await;
}

/// Paths of what is kept, the newest first; `None` where the browser has no such storage.
pub async fn paths() -> Option<Vec<String>> {
    let read = async { JsFuture::from(cache().await?.keys()).await };
    let requests = read.await.ok()?;
    let own = address("").ok()?;
    let path = |request: JsValue| request.unchecked_into::<Request>().url().strip_prefix(&own).map(str::to_owned);
    let mut paths: Vec<String> = js_sys::Array::from(&requests).iter().filter_map(path).collect();
    // By the dates that their files' names begin with.
    paths.sort_unstable_by(|a, b| name(b).cmp(name(a)));
    Some(paths)
}

/// The last part of a path.
pub fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The text that is kept for `path`.
pub async fn text(path: &str) -> Option<String> {
    let read = async {
        let found = JsFuture::from(cache().await?.match_with_str(&address(path)?));
        let response: Response = found.await?.dyn_into()?;
        JsFuture::from(response.text()?).await
    };
    read.await.ok()?.as_string()
}

/// Forgets the text of `path`.
pub async fn forget(path: &str) {
    let _ = async { JsFuture::from(cache().await?.delete_with_str(&address(path)?)).await }.await;
}
