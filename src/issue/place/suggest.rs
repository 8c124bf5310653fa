//! The spelling of a location that the newsletter uses.

use super::parse::pieces;
use super::{Form, Place};
use crate::text::case::lower;

/// The location of a hybrid event at `place_text`: `Berlin, DE` and `Virtual (Berlin, DE)` give
/// `Hybrid (Berlin, DE)`. What says that it is hybrid stays as it is; without a place it is `Hybrid`.
pub fn hybrid_location(place_text: &str) -> String {
    let place = Place::parse(place_text);
    if place.form == Form::Hybrid { place_text.to_owned() } else { wrap(Form::Hybrid, place.places) }
}

/// How the newsletter would write `location`: country and, for US, CA and AU, state as codes, the form before the
/// place in brackets. `None` where it is written so already, or where a place's country is not known.
pub fn canonical(location: &str) -> Option<String> {
    let place = Place::parse(location);
    let places = if place.places.is_empty() {
        // A word of the form and nothing else.
        if place.form == Form::Physical {
            return None;
        }
        String::new()
    } else {
        pieces(place.places).map(written).collect::<Option<Vec<_>>>()?.join("; ")
    };
    Some(wrap(place.form, &places)).filter(|text| text != location)
}

fn wrap(form: Form, places: &str) -> String {
    let word = match form {
        Form::Physical => return places.to_owned(),
        Form::Virtual => "Virtual",
        Form::Hybrid => "Hybrid",
    };
    if places.is_empty() { word.to_owned() } else { format!("{word} ({places})") }
}

/// One place in the newsletter's spelling; `None` where city or country is missing.
fn written(piece: &str) -> Option<String> {
    let place = Place::parse(piece);
    let country = place.country?;
    let mut text = spelled(place.city?);
    // Meetup pages number the regions of some countries: `London, 17, GB`.
    let written_state = place.state.filter(|state| !state.bytes().all(|b| b.is_ascii_digit()));
    if let Some(state) = place.known_state.map(|state| state.code).or(written_state) {
        text = format!("{text}, {state}");
    }
    Some(format!("{text}, {}", country.written()))
}

/// A city without case mistakes: one all in small letters, or in five and more capitals, gets capitals where words
/// begin. Blanks are single.
fn spelled(city: &str) -> String {
    let city = city.split_whitespace().collect::<Vec<_>>().join(" ").replace("Aviv-yafo", "Aviv-Yafo");
    let shouted = city.chars().filter(|c| c.is_alphabetic()).count() > 4 && !city.chars().any(char::is_lowercase);
    if city.chars().any(char::is_uppercase) && !shouted {
        return city;
    }
    let mut text = String::new();
    for (index, word) in city.split_inclusive([' ', '-', '/']).enumerate() {
        let word = lower(word);
        let mut chars = word.chars();
        let small = index > 0 && SMALL.contains(&word.trim_end_matches([' ', '-', '/']));
        match chars.next() {
            Some(first) if !small => text.extend(first.to_uppercase().chain(chars)),
            _ => text.push_str(&word),
        }
    }
    text
}

/// Words that stay small inside a city's name.
const SMALL: [&str; 17] =
    ["de", "del", "da", "do", "dos", "der", "den", "am", "an", "im", "la", "le", "les", "of", "sur", "upon", "en"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_suggestion_is_the_newsletters_spelling() {
        for (location, wanted) in [
            ("London, GB", "London, UK"),
            ("London, England", "London, UK"),
            ("London, 17, GB", "London, UK"),
            ("Portland, Oregon, USA", "Portland, OR, US"),
            ("Montreal, Quebec, Canada", "Montreal, QC, CA"),
            ("Utrecht, The Netherlands", "Utrecht, NL"),
            ("Bremen, De", "Bremen, DE"),
            ("berlin, de", "Berlin, DE"),
            ("TOULOUSE, FR", "Toulouse, FR"),
            ("frankfurt am main, DE", "Frankfurt am Main, DE"),
            ("Tel Aviv-yafo, IL", "Tel Aviv-Yafo, IL"),
            ("Canberra, ACt, AU", "Canberra, ACT, AU"),
            ("Minneapolis, MN US", "Minneapolis, MN, US"),
            ("Seattle, WA", "Seattle, WA, US"),
            ("Boston, Massachusetts", "Boston, MA, US"),
            ("Washington, D.C., US", "Washington, DC, US"),
            ("online", "Virtual"),
            ("Virtual(Berlin, Germany)", "Virtual (Berlin, DE)"),
            ("Munich, DE + Virtual", "Hybrid (Munich, DE)"),
            ("Virtual (Redmond, WA, US / London, GB)", "Virtual (Redmond, WA, US; London, UK)"),
        ] {
            assert_eq!(canonical(location).as_deref(), Some(wanted), "{location}");
            assert_eq!(canonical(wanted), None, "{wanted}");
        }
        for known_or_hopeless in
            ["Berlin, DE", "NYC, NY, US", "Virtual", "Hybrid", "Hybrid (Lima, PE)", "Nowhere", "Virtual (Israel)", ""]
        {
            assert_eq!(canonical(known_or_hopeless), None, "{known_or_hopeless}");
        }
    }

    #[test]
    fn a_place_becomes_hybrid_once() {
        assert_eq!(hybrid_location("Berlin, DE"), "Hybrid (Berlin, DE)");
        assert_eq!(hybrid_location("Virtual (Berlin, DE)"), "Hybrid (Berlin, DE)");
        assert_eq!(hybrid_location("Hybrid (Berlin, DE)"), "Hybrid (Berlin, DE)");
        assert_eq!(hybrid_location("Virtual"), "Hybrid");
        assert_eq!(hybrid_location(""), "Hybrid");
    }
}
