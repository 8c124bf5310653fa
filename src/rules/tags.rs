//! Prefixes: what a link leads to, and in which language it is.

use crate::text::{Span, span_in};

/// Words that stand between brackets before a title.
const WORDS: [&str; 3] = ["video", "audio", "series"];

/// Other words for them.
const ALIASES: [(&str, &str); 4] =
    [("podcast", "audio"), ("videos", "video"), ("youtube", "video"), ("recording", "video")];

/// Languages by their English and own names, and the letters that the newsletter gives them.
const LANGUAGES: [(&str, &str); 34] = [
    ("spanish", "ES"),
    ("español", "ES"),
    ("german", "DE"),
    ("deutsch", "DE"),
    ("french", "FR"),
    ("français", "FR"),
    ("portuguese", "PT"),
    ("português", "PT"),
    ("italian", "IT"),
    ("italiano", "IT"),
    ("russian", "RU"),
    ("ukrainian", "UK"),
    ("polish", "PL"),
    ("czech", "CS"),
    ("chinese", "ZH"),
    ("japanese", "JA"),
    ("korean", "KO"),
    ("turkish", "TR"),
    ("dutch", "NL"),
    ("swedish", "SV"),
    ("norwegian", "NO"),
    ("danish", "DA"),
    ("finnish", "FI"),
    ("hungarian", "HU"),
    ("romanian", "RO"),
    ("greek", "EL"),
    ("hebrew", "HE"),
    ("arabic", "AR"),
    ("persian", "FA"),
    ("hindi", "HI"),
    ("vietnamese", "VI"),
    ("indonesian", "ID"),
    ("thai", "TH"),
    ("catalan", "CA"),
];

/// Letters that stand in a prefix.
const CODES: [&str; 33] = [
    "ES", "DE", "FR", "PT", "IT", "RU", "UK", "PL", "CS", "ZH", "JA", "KO", "TR", "NL", "SV", "NO", "DA", "FI", "HU",
    "RO", "EL", "HE", "AR", "FA", "HI", "VI", "ID", "TH", "CA", "JP", "CN", "BR", "UA",
];

/// The letters of a language by its name.
pub fn language(name: &str) -> Option<&'static str> {
    let name = name.trim().to_lowercase();
    let name = name.strip_prefix("in ").unwrap_or(&name);
    LANGUAGES.iter().find(|(known, _)| *known == name).map(|(_, code)| *code)
}

/// A prefix in its usual letters; `None` for what is none.
pub fn usual_case(tag: &str) -> Option<String> {
    let lower = tag.trim().to_lowercase();
    if WORDS.contains(&lower.as_str()) {
        return Some(lower);
    }
    CODES.iter().find(|code| tag.trim().eq_ignore_ascii_case(code)).map(|code| (*code).to_owned())
}

/// The prefix that a word means: `Video`, `podcast`, `in Spanish`.
fn meant(word: &str) -> Option<String> {
    let lower = word.trim().to_lowercase();
    let alias = ALIASES.iter().find(|(known, _)| *known == lower).map(|(_, tag)| *tag);
    let of_words = WORDS.iter().find(|known| **known == lower).copied();
    of_words.or(alias).or(language(word)).map(str::to_owned)
}

/// The prefix that a whole text means: `[video]`, `(Video)`, `(Spanish)`.
pub fn of_text(text: &str) -> Option<String> {
    let text = text.trim();
    let inner = text.strip_prefix('[').and_then(|t| t.strip_suffix(']'));
    let inner = inner.or_else(|| text.strip_prefix('(').and_then(|t| t.strip_suffix(')')))?;
    meant(inner)
}

/// What at the end of a title means a prefix, brackets included: `… (Video)`, `… [Spanish]`.
pub fn at_end(title: &str) -> Option<(Span, String)> {
    let trimmed = title.trim_end();
    let open = trimmed.rfind(['(', '['])?;
    let part = &trimmed[open..];
    let tag = of_text(part)?;
    // A title of nothing else is none.
    (!trimmed[..open].trim().is_empty()).then(|| (span_in(title, part), tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_prefixes_in_their_forms() {
        for (text, tag) in [("[Video]", "video"), ("(podcast)", "audio"), ("(in Spanish)", "ES"), ("[DEUTSCH]", "DE")] {
            assert_eq!(of_text(text).as_deref(), Some(tag), "{text}");
        }
        assert_eq!((of_text("(2nd part)"), of_text("video")), (None, None));
        assert_eq!(at_end("How we build (Video) "), Some((Span::new(13, 20), "video".to_owned())));
        assert_eq!((at_end("(Video)"), at_end("Build (fast)")), (None, None));
        assert_eq!((usual_case("es").as_deref(), usual_case("Series").as_deref()), (Some("ES"), Some("series")));
        assert_eq!(usual_case("x"), None);
    }
}
