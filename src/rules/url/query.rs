//! The query of an address: `parse_qs`, `urlencode`, `unquote`, `quote_plus`.

use crate::text::percent;
use std::fmt;

/// Names with their values, in the order in which each name comes first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters(Vec<(String, Vec<String>)>);

impl Parameters {
    /// Reads a query: divided at `&` only; what has no value is left out; values of one name come together.
    pub fn of(query: &str) -> Self {
        let mut out = Self::default();
        for pair in query.split('&') {
            let Some((name, value)) = pair.split_once('=').filter(|(_, value)| !value.is_empty()) else { continue };
            let (name, value) = (decode(name), decode(value));
            match out.0.iter_mut().find(|(known, _)| *known == name) {
                Some((_, values)) => values.push(value),
                None => out.0.push((name, vec![value])),
            }
        }
        out
    }

    /// Whether it has that name.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// The same without those names.
    pub fn without(mut self, names: &[&str]) -> Self {
        self.0.retain(|(name, _)| !names.contains(&name.as_str()));
        self
    }
}

impl fmt::Display for Parameters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut divider = "";
        for (name, values) in &self.0 {
            for value in values {
                write!(f, "{divider}{}={}", encode(name), encode(value))?;
                divider = "&";
            }
        }
        Ok(())
    }
}

/// `+` is a blank, `%41` a byte; bytes that are no UTF-8 become the replacement character. Runs of ASCII are decoded
/// one by one, so that a character as such never joins bytes around it.
pub fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let ascii = rest.find(|c: char| !c.is_ascii()).unwrap_or(rest.len());
        let other = rest[ascii..].find(|c: char| c.is_ascii()).map_or(rest.len(), |n| ascii + n);
        out.push_str(&String::from_utf8_lossy(&bytes(&rest.as_bytes()[..ascii])));
        out.push_str(&rest[ascii..other]);
        rest = &rest[other..];
    }
    out
}

fn bytes(text: &[u8]) -> Vec<u8> {
    let digit = |at: usize| text.get(at).and_then(|b| char::from(*b).to_digit(16));
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        match (text[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (b'+', ..) => {
                out.push(b' ');
                at += 1;
            }
            (byte, ..) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    out
}

/// As forms encode it: a blank is `+`, what has no meaning stays, every other byte is `%XX`.
pub fn encode(text: &str) -> String {
    percent::encoded(text, " ").replace(' ', "+")
}
