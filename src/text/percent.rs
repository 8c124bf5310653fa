//! Percent signs in addresses (RFC 3986).

/// Letters, digits, `-._~` and the ASCII bytes of `also` as they are, every other byte as `%XX`.
pub fn encoded(text: &str, also: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b if b.is_ascii_alphanumeric() || b"-._~".contains(&b) || also.as_bytes().contains(&b) => {
                out.push(b as char);
            }
            b => out.push_str(&format!("%{b:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_stand_in_an_address_stays() {
        assert_eq!(encoded("aZ09-._~", ""), "aZ09-._~");
        assert_eq!(encoded("a b/é#", ""), "a%20b%2F%C3%A9%23");
        assert_eq!(encoded("a b/é#", "/"), "a%20b/%C3%A9%23");
    }
}
