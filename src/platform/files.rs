//! Files of this device: read one that was picked or dropped, offer one for saving.

use super::github::{LoadError, decode};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

/// Larger files are no issue of a newsletter; they are refused before they are read. In bytes.
pub const LARGEST: f64 = 8_000_000.0;

/// The file that was just chosen in a field. The field is emptied: the same file, mended meanwhile, can be chosen again.
pub fn chosen(input: &HtmlInputElement) -> Option<File> {
    let file = input.files().and_then(|files| files.get(0));
    input.set_value("");
    file
}

/// The text of a file.
///
/// # Errors
/// Where it is not UTF-8, too large, or cannot be read.
pub async fn read(file: &File) -> Result<String, LoadError> {
    if file.size() > LARGEST {
        return Err(LoadError::NotAnIssue(format!("{} ({} MB)", file.name(), (file.size() / 1e6) as u64)));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| LoadError::HalfAFile(file.name()))?;
    decode(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Offers `text` as a download under `name`; whether that could be begun.
pub fn save(name: &str, text: &str) -> bool {
    try_save(name, text).is_some()
}

fn try_save(name: &str, text: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let options = BlobPropertyBag::new();
    options.set_type("text/plain;charset=utf-8");
    // As bytes: a text part could have its line ends rewritten.
    let bytes = js_sys::Uint8Array::from(text.as_bytes());
    let blob = Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(&bytes), &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The download has its own hold on the blob once it has begun.
    gloo::timers::callback::Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}
