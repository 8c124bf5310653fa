//! Reading a location: first the words of its form are peeled off both ends, then the place is taken apart.

use super::countries::Country;
use super::states::{State, of_known_city};
use super::{Form, Place};

/// What a word at an end of the text says about the form.
#[derive(Clone, Copy, PartialEq)]
enum Word {
    Afar,
    There,
    Both,
    /// `and`, `or`: says something only beside another.
    Joint,
}

const WORDS: [(&str, Word); 14] = [
    ("virtual", Word::Afar),
    ("online", Word::Afar),
    ("remote", Word::Afar),
    ("hybrid", Word::Both),
    ("in-person", Word::There),
    ("in person", Word::There),
    ("inperson", Word::There),
    ("on-site", Word::There),
    ("onsite", Word::There),
    ("physical", Word::There),
    ("event", Word::Joint),
    ("and", Word::Joint),
    ("or", Word::Joint),
    ("with", Word::Joint),
];

impl<'a> Place<'a> {
    /// Reads a location. Never fails: a text that says nothing is a physical place without parts.
    pub fn parse(location: &'a str) -> Place<'a> {
        let (form, places) = peel(location);
        let mut read = pieces(places).map(|piece| one(form, piece));
        let first = read.next();
        let known = |place: &Place<'a>| place.country.is_some();
        let place = match first {
            Some(first) if known(&first) => first,
            Some(first) => read.find(known).unwrap_or(first),
            None => one(form, ""),
        };
        Place { places, ..place }
    }
}

impl Form {
    /// What the words at both ends of a location say; as [`Place::parse`] has it, without taking the place apart.
    pub fn of(location: &str) -> Self {
        peel(location).0
    }
}

/// The places of a text without form words: those between `;`, and between `/` where every one is complete
/// (`Köln/Cologne, DE` is one).
pub(super) fn pieces(places: &str) -> impl Iterator<Item = &str> {
    let by_slash = places.split('/').all(|part| part.contains(','));
    places.split(move |c| c == ';' || (by_slash && c == '/')).map(str::trim).filter(|piece| !piece.is_empty())
}

/// The form that the words at both ends give, and the text between them. Nothing is peeled off a text that has no
/// such word (`Frankfurt (Main)` keeps its brackets).
fn peel(location: &str) -> (Form, &str) {
    let mut rest = location.trim_matches(is_gap);
    let (mut afar, mut there, mut both) = (false, false, false);
    let mut seen = |word: Word, joined: bool| match word {
        Word::Afar => (afar, there) = (true, there || joined),
        Word::There => there = true,
        Word::Both => both = true,
        Word::Joint => {}
    };
    let mut first = true;
    // A joint only after another word: `Or Yehuda, IL` is a town.
    while let Some((word, after)) = word_at_start(rest).filter(|(word, _)| !first || *word != Word::Joint) {
        first = false;
        let text = after.trim_start();
        // `Virtual + Berlin, DE`: joined to the place itself; `Virtual + In person` says so anyway.
        seen(word, text.starts_with(['+', '&']) || starts_with_word(text, "and"));
        rest = after.trim_start_matches(is_glue);
    }
    while let Some((word, before)) = word_at_end(rest) {
        let text = before.trim_end();
        seen(word, text.ends_with(['+', '&']) || ends_with_word(text, "and") || ends_with_word(text, "or"));
        rest = before.trim_end_matches(|c| is_glue(c) && !is_closing(c));
        rest = rest.strip_suffix(is_closing).filter(|open| !open.contains(is_opening)).unwrap_or(rest);
    }
    let form = match (both || (afar && there), afar) {
        (true, _) => Form::Hybrid,
        (false, true) => Form::Virtual,
        (false, false) => Form::Physical,
    };
    if form == Form::Physical && !there {
        return (form, rest);
    }
    // The bracket that closes the one peeled off at the start.
    rest = rest.trim_matches(|c| is_glue(c) && !is_closing(c));
    while rest.ends_with(is_closing) && rest.matches(is_closing).count() > rest.matches(is_opening).count() {
        rest = rest.trim_end_matches(is_gap).strip_suffix(is_closing).unwrap_or(rest).trim_end();
    }
    (form, rest)
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';')
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '\u{ff08}' | '[')
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | '\u{ff09}' | ']')
}

fn is_glue(c: char) -> bool {
    is_gap(c)
        || is_opening(c)
        || is_closing(c)
        || matches!(c, ':' | '+' | '&' | '-' | '\u{2013}' | '\u{2014}' | '/' | '@')
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
        && !text[word.len()..].starts_with(char::is_alphanumeric)
}

fn ends_with_word(text: &str, word: &str) -> bool {
    let Some(at) = text.len().checked_sub(word.len()) else { return false };
    text.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(word)) && !text[..at].ends_with(char::is_alphanumeric)
}

fn word_at_start(text: &str) -> Option<(Word, &str)> {
    let (name, word) = WORDS.iter().find(|(name, _)| starts_with_word(text, name))?;
    Some((*word, &text[name.len()..]))
}

/// Brackets round the word go with it: `Berlin, DE (online)`.
fn word_at_end(text: &str) -> Option<(Word, &str)> {
    let bare = text.trim_end_matches(|c| is_closing(c) || is_gap(c));
    let (name, word) = WORDS.iter().find(|(name, _)| ends_with_word(bare, name))?;
    (*word != Word::Joint).then(|| (*word, &bare[..bare.len() - name.len()]))
}

/// One place: city, state, country, as far as they are there.
fn one(form: Form, text: &str) -> Place<'_> {
    let mut place =
        Place { form, city: None, state: None, known_state: None, country: None, country_text: None, places: text };
    let text = text.trim_matches(is_gap);
    let (before, last) = match text.rsplit_once(',') {
        Some((before, last)) => (before.trim_end_matches(is_gap), last.trim()),
        // `Berlin DE`: without a comma only capitals are taken for a code.
        None => match text.rsplit_once(' ') {
            Some((city, code)) if is_code(code) && Country::find(text).is_none() => (city.trim_end(), code),
            _ => ("", text),
        },
    };
    if let Some(state) = of_known_city(before, last) {
        return Place { city: some(before), state: Some(last), ..with_state(place, state) };
    }
    if let Some(country) = Country::find(last) {
        (place.country, place.country_text) = (Some(country), Some(last));
        split_state(&mut place, before);
        return place;
    }
    // `MN US`: the comma between state and country forgotten.
    if let Some((state_text, country_text)) = last.rsplit_once(' ')
        && let Some(country) = Country::find(country_text)
        && let Some(state) = State::find(state_text, Some(country))
        && !before.is_empty()
    {
        let place = Place { city: some(before), state: some(state_text.trim()), ..with_state(place, state) };
        return Place { country_text: Some(country_text), ..place };
    }
    if let Some(state) = State::find(last, None).filter(|_| !before.is_empty()) {
        return Place { city: some(before), state: Some(last), ..with_state(place, state) };
    }
    place.city = some(text);
    place
}

/// `before` is what stands before the country: `City`, `City, ST`, or more.
fn split_state<'a>(place: &mut Place<'a>, before: &'a str) {
    let (city, state) = match before.rsplit_once(',') {
        Some((city, state)) => (city.trim_end_matches(is_gap), some(state.trim())),
        None => (before, None),
    };
    place.city = some(city);
    place.state = state;
    place.known_state = state.and_then(|state| State::find(state, place.country));
}

fn with_state<'a>(place: Place<'a>, state: &'static State) -> Place<'a> {
    Place { known_state: Some(state), country: Country::of_code(state.country), ..place }
}

fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// Two or three capitals that are a country's.
fn is_code(text: &str) -> bool {
    matches!(text.len(), 2 | 3) && text.bytes().all(|b| b.is_ascii_uppercase()) && Country::find(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Form, city, state, code of the country.
    fn parts(location: &str) -> (Form, &str, &str, &str) {
        let place = Place::parse(location);
        let code = place.country.map_or("", |country| country.code);
        (place.form, place.city.unwrap_or(""), place.state.unwrap_or(""), code)
    }

    #[test]
    fn places_are_taken_apart() {
        for (location, city, state, code) in [
            ("Berlin, DE", "Berlin", "", "DE"),
            (" Berlin ,de ", "Berlin", "", "DE"),
            ("Berlin DE", "Berlin", "", "DE"),
            ("Frankfurt (Main), DE", "Frankfurt (Main)", "", "DE"),
            ("Frankfurt (Main)", "Frankfurt (Main)", "", ""),
            ("Or Yehuda, IL", "Or Yehuda", "", "IL"),
            ("Portland, Oregon, USA", "Portland", "Oregon", "US"),
            ("Minneapolis, MN US", "Minneapolis", "MN", "US"),
            ("Utrecht, The Netherlands", "Utrecht", "", "NL"),
            ("Mexico City, DF, MX", "Mexico City", "DF", "MX"),
            ("London, UK", "London", "", "GB"),
            ("Boston, MA", "Boston", "MA", "US"),
            ("Seattle, WA", "Seattle", "WA", "US"),
            ("Atlantis", "Atlantis", "", ""),
            ("Israel", "", "", "IL"),
            ("South Korea", "", "", "KR"),
            ("Onlineville, FR", "Onlineville", "", "FR"),
            ("Nairobi, KE / New York, NY, US", "Nairobi", "", "KE"),
            ("Somewhere; Oslo, NO", "Oslo", "", "NO"),
            ("Köln/Cologne, DE", "Köln/Cologne", "", "DE"),
            ("", "", "", ""),
            (",;", "", "", ""),
        ] {
            assert_eq!(parts(location), (Form::Physical, city, state, code), "{location}");
        }
    }

    #[test]
    fn the_form_is_read_from_both_ends() {
        use Form::*;
        for (location, form, city, code) in [
            ("Virtual (Berlin, DE)", Virtual, "Berlin", "DE"),
            ("Virtual(Berlin, DE", Virtual, "Berlin", "DE"),
            ("virtual( Berlin, DE )", Virtual, "Berlin", "DE"),
            ("Virtual（Berlin, DE）", Virtual, "Berlin", "DE"),
            ("Virtual Berlin, DE", Virtual, "Berlin", "DE"),
            ("Online - Berlin, DE", Virtual, "Berlin", "DE"),
            ("Berlin, DE (online)", Virtual, "Berlin", "DE"),
            ("Virtual (Frankfurt (Main), DE)", Virtual, "Frankfurt (Main)", "DE"),
            ("Remote", Virtual, "", ""),
            ("Virtual event", Virtual, "", ""),
            ("Hybrid (Berlin, DE)", Hybrid, "Berlin", "DE"),
            ("HYBRID: Berlin, DE", Hybrid, "Berlin", "DE"),
            ("Berlin, DE (Hybrid)", Hybrid, "Berlin", "DE"),
            ("Virtual and In-Person (Berlin, DE)", Hybrid, "Berlin", "DE"),
            ("Hybrid - Virtual and In-person (Berlin, DE)", Hybrid, "Berlin", "DE"),
            ("Hybrid (Virtual + In-person) Berlin, DE", Hybrid, "Berlin", "DE"),
            ("Berlin, DE + Virtual", Hybrid, "Berlin", "DE"),
            ("Berlin, DE - Virtual + In-person", Hybrid, "Berlin", "DE"),
            ("Berlin, Germany & online", Hybrid, "Berlin", "DE"),
            ("Hybrid", Hybrid, "", ""),
            ("In person (Berlin, DE)", Physical, "Berlin", "DE"),
        ] {
            assert_eq!(parts(location), (form, city, "", code), "{location}");
        }
    }
}
