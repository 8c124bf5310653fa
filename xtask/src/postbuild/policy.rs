//! The content security policy of the release app, as a `<meta>`: static hosts send no headers of ours.

/// Where the app may send requests unless `TWIR_DESK_CONNECT_SRC` says otherwise at build time.
const CONNECT_SRC: &str = "'self' https://api.github.com https://raw.githubusercontent.com";

/// The allowed targets: the default, or those of a fork or a test server.
pub fn connect_src() -> String {
    // A workflow whose variable is not set hands over an empty one.
    let named = std::env::var("TWIR_DESK_CONNECT_SRC").ok().filter(|named| !named.trim().is_empty());
    named.unwrap_or_else(|| CONNECT_SRC.to_owned())
}

/// The page with the policy as early in its head as it can be.
pub fn insert(page: &str, connect_src: &str) -> Result<String, String> {
    if connect_src.contains(['"', '<', '>', ';', '&']) {
        return Err("TWIR_DESK_CONNECT_SRC may hold only sources separated by spaces.".to_owned());
    }
    let charset = r#"<meta charset="utf-8">"#;
    let after = page.find(charset).ok_or("index.html has no <meta charset=\"utf-8\"> to put the policy behind.")?;
    let (before, rest) = page.split_at(after + charset.len());
    Ok(format!("{before}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">{rest}", policy(connect_src)))
}

fn policy(connect_src: &str) -> String {
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data:",
        &format!("connect-src {connect_src}"),
        "worker-src 'self'",
        "manifest-src 'self'",
        "frame-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>\n    <meta charset=\"utf-8\">\n    <title>t</title></head>";

    #[test]
    fn the_policy_comes_before_everything_it_governs() {
        let page = insert(PAGE, CONNECT_SRC).unwrap();
        assert!(page.find("Content-Security-Policy").unwrap() < page.find("<title>").unwrap());
        assert!(page.contains("connect-src 'self' https://api.github.com https://raw.githubusercontent.com;"));
    }

    #[test]
    fn a_source_cannot_break_out() {
        assert!(insert(PAGE, "'self'\"><script>").is_err());
        assert!(insert(PAGE, "'self'; script-src *").is_err());
    }

    #[test]
    fn a_page_without_charset_is_refused() {
        assert!(insert("<head></head>", CONNECT_SRC).is_err());
    }
}
