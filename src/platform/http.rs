//! One request, with a time limit. No cookies, no referrer.

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, ReferrerPolicy, Request, RequestCredentials, RequestInit, Response};

/// How long to wait for an answer, its body included, in milliseconds.
pub const TIMEOUT_MS: u32 = 20_000;

/// What came back.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
    headers: Headers,
}

impl Answer {
    /// A header that the server lets pages read.
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name).ok().flatten()
    }
}

/// Why nothing came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No answer at all: offline, blocked, no such host.
    Unreachable,
    /// The answer began and broke off.
    Cut,
    /// No whole answer within [`TIMEOUT_MS`].
    TimedOut,
}

/// Asks for `url` with `headers`; none makes it a simple cross-origin request.
pub async fn get(url: &str, headers: &[(&str, &str)]) -> Result<Answer, Failure> {
    ask("GET", url, headers, None).await
}

/// Sends a request of any method.
pub async fn ask(method: &str, url: &str, headers: &[(&str, &str)], body: Option<&str>) -> Result<Answer, Failure> {
    let Ok(controller) = AbortController::new() else { return Err(Failure::Unreachable) };
    let abort = controller.clone();
    let timer = Timeout::new(TIMEOUT_MS, move || abort.abort());
    let init = RequestInit::new();
    init.set_method(method);
    if let Some(body) = body {
        init.set_body(&body.into());
    }
    let answer = send(&init, url, headers, &controller).await;
    drop(timer);
    match answer {
        Err(_) if controller.signal().aborted() => Err(Failure::TimedOut),
        other => other,
    }
}

async fn send(
    init: &RequestInit,
    url: &str,
    headers: &[(&str, &str)],
    controller: &AbortController,
) -> Result<Answer, Failure> {
    let unreachable = |_: JsValue| Failure::Unreachable;
    init.set_signal(Some(&controller.signal()));
    init.set_credentials(RequestCredentials::Omit);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    // The draft moves: an answer out of the browser's cache would be an old one.
    init.set_cache(web_sys::RequestCache::NoCache);
    let request = Request::new_with_str_and_init(url, init).map_err(unreachable)?;
    for (name, value) in headers {
        request.headers().set(name, value).map_err(unreachable)?;
    }
    let window = web_sys::window().ok_or(Failure::Unreachable)?;
    let response = JsFuture::from(window.fetch_with_request(&request)).await.map_err(unreachable)?;
    let response: Response = response.dyn_into().map_err(unreachable)?;
    let body = response.array_buffer().map_err(|_| Failure::Cut)?;
    let body = JsFuture::from(body).await.map_err(|_| Failure::Cut)?;
    Ok(Answer { status: response.status(), body: js_sys::Uint8Array::new(&body).to_vec(), headers: response.headers() })
}
