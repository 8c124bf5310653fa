//! The only place that asks what time it is.

use crate::text::date::Date;

/// Milliseconds since the epoch.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// Today by this device's calendar.
pub fn today() -> Date {
    let date = js_sys::Date::new_0();
    let found = Date::new(date.get_full_year() as i32, date.get_month() as u8 + 1, date.get_date() as u8);
    found.unwrap_or_else(|| Date::from_days(now() as i64 / 86_400_000))
}

/// Waits so many milliseconds.
pub async fn pause(milliseconds: u32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let done = move || {
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
        };
        gloo::timers::callback::Timeout::new(milliseconds, done).forget();
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// How long ago, in words: `just now`, `2 min ago`, `3 h ago`, `5 days ago`.
pub fn ago(then: u64, now: u64) -> String {
    let minutes = now.saturating_sub(then) / 60_000;
    match minutes {
        0 => "just now".into(),
        1..60 => format!("{minutes} min ago"),
        60..1440 => format!("{} h ago", minutes / 60),
        1440..2880 => "1 day ago".into(),
        _ => format!("{} days ago", minutes / 1440),
    }
}
