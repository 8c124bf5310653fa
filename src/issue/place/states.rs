//! The states and provinces that a location names by letters: those of the United States, Canada and Australia
//! (`City, ST, CC`; the newsletter's form has them for these three countries only).

use super::countries::{Country, same};

/// A state, province or territory.
#[derive(Debug, PartialEq, Eq)]
pub struct State {
    /// The letters that stand in a location.
    pub code: &'static str,
    /// Its English name.
    pub name: &'static str,
    /// ISO 3166-1 code of its country: `US`, `CA` or `AU`.
    pub country: &'static str,
}

impl State {
    /// The state that `text` names, by code or by name in any case, with or without full stops; with `country` only
    /// one of that country. Without it, letters that two countries use mean the first of US, CA, AU (`WA` is
    /// Washington), except `NT`, which is either's and therefore nobody's.
    pub fn find(text: &str, country: Option<&Country>) -> Option<&'static State> {
        let bare: String = text.trim().chars().filter(|c| *c != '.').collect();
        let mut found = STATES.iter().filter(|state| country.is_none_or(|country| country.code == state.country));
        if country.is_none() && bare.eq_ignore_ascii_case("NT") {
            return None;
        }
        found.find(|state| {
            state.code.eq_ignore_ascii_case(&bare)
                || same(state.name, &bare)
                || OTHER_NAMES.iter().any(|(name, code)| *code == state.code && same(name, &bare))
        })
    }
}

/// Names beside the English ones.
const OTHER_NAMES: [(&str, &str); 4] =
    [("Québec", "QC"), ("Washington DC", "DC"), ("Newfoundland", "NL"), ("NY State", "NY")];

/// Cities whose state has the letters or the name of a country, so that `Boston, MA` without a country is not
/// taken for a place in Morocco. Only cities that nobody would look for in that other country.
const CITIES: [(&str, &str); 27] = [
    ("CO", "Boulder|Denver|Colorado Springs|Fort Collins"),
    ("MA", "Boston|Cambridge|Somerville|Worcester"),
    ("GA", "Atlanta|Savannah|Alpharetta"),
    ("IL", "Chicago|Urbana|Champaign|Naperville"),
    ("IN", "Indianapolis|Bloomington|West Lafayette"),
    ("TN", "Nashville|Memphis|Knoxville|Chattanooga"),
    ("MD", "Baltimore|Annapolis|College Park|Bethesda|Columbia"),
    ("PA", "Philadelphia|Pittsburgh|Harrisburg"),
    ("ME", "Portland|Bangor"),
    ("MN", "Minneapolis|Saint Paul|St Paul|Rochester|Duluth"),
    ("MO", "Saint Louis|St Louis|Kansas City|Springfield"),
    ("MS", "Jackson|Oxford"),
    ("MT", "Missoula|Bozeman|Billings"),
    ("NC", "Charlotte|Raleigh|Durham|Chapel Hill|Asheville"),
    ("NE", "Omaha|Lincoln"),
    ("SC", "Charleston|Greenville|Columbia"),
    ("SD", "Sioux Falls|Rapid City"),
    ("VA", "Charlottesville|Richmond|Arlington|Reston|Norfolk|Alexandria"),
    ("AL", "Birmingham|Huntsville|Montgomery|Mobile"),
    ("AR", "Little Rock|Bentonville|Fayetteville"),
    ("AZ", "Phoenix|Tucson|Tempe|Scottsdale|Mesa"),
    ("CA", "San Francisco|San Diego|Los Angeles|San Jose|Mountain View|Palo Alto|Oakland|Berkeley|Sacramento"),
    ("DE", "Wilmington|Dover"),
    ("ID", "Boise"),
    ("KY", "Louisville|Lexington"),
    ("LA", "New Orleans|Baton Rouge"),
    ("SK", "Saskatoon|Regina"),
];

/// The state of a city whose second part could be a country too: `Boston` and `MA` give Massachusetts, `Berlin` and
/// `DE` nothing; `Perth` and `WA` are in Australia.
pub(super) fn of_known_city(city: &str, text: &str) -> Option<&'static State> {
    let is_known = |code: &str| {
        let rows = CITIES.iter().filter(|(state, _)| *state == code);
        let bare: String = city.chars().filter(|c| *c != '.').collect();
        rows.flat_map(|(_, names)| names.split('|')).any(|name| same(name, &bare))
    };
    if text.eq_ignore_ascii_case("WA") && ["Perth", "Fremantle"].iter().any(|name| same(name, city)) {
        return STATES.iter().find(|state| state.code == "WA" && state.country == "AU");
    }
    State::find(text, None).filter(|state| is_known(state.code))
}

const fn s(country: &'static str, code: &'static str, name: &'static str) -> State {
    State { code, name, country }
}

/// All of them: US (the states and the district), CA, AU.
pub static STATES: [State; 72] = [
    s("US", "AL", "Alabama"),
    s("US", "AK", "Alaska"),
    s("US", "AZ", "Arizona"),
    s("US", "AR", "Arkansas"),
    s("US", "CA", "California"),
    s("US", "CO", "Colorado"),
    s("US", "CT", "Connecticut"),
    s("US", "DE", "Delaware"),
    s("US", "DC", "District of Columbia"),
    s("US", "FL", "Florida"),
    s("US", "GA", "Georgia"),
    s("US", "HI", "Hawaii"),
    s("US", "ID", "Idaho"),
    s("US", "IL", "Illinois"),
    s("US", "IN", "Indiana"),
    s("US", "IA", "Iowa"),
    s("US", "KS", "Kansas"),
    s("US", "KY", "Kentucky"),
    s("US", "LA", "Louisiana"),
    s("US", "ME", "Maine"),
    s("US", "MD", "Maryland"),
    s("US", "MA", "Massachusetts"),
    s("US", "MI", "Michigan"),
    s("US", "MN", "Minnesota"),
    s("US", "MS", "Mississippi"),
    s("US", "MO", "Missouri"),
    s("US", "MT", "Montana"),
    s("US", "NE", "Nebraska"),
    s("US", "NV", "Nevada"),
    s("US", "NH", "New Hampshire"),
    s("US", "NJ", "New Jersey"),
    s("US", "NM", "New Mexico"),
    s("US", "NY", "New York"),
    s("US", "NC", "North Carolina"),
    s("US", "ND", "North Dakota"),
    s("US", "OH", "Ohio"),
    s("US", "OK", "Oklahoma"),
    s("US", "OR", "Oregon"),
    s("US", "PA", "Pennsylvania"),
    s("US", "RI", "Rhode Island"),
    s("US", "SC", "South Carolina"),
    s("US", "SD", "South Dakota"),
    s("US", "TN", "Tennessee"),
    s("US", "TX", "Texas"),
    s("US", "UT", "Utah"),
    s("US", "VT", "Vermont"),
    s("US", "VA", "Virginia"),
    s("US", "WA", "Washington"),
    s("US", "WV", "West Virginia"),
    s("US", "WI", "Wisconsin"),
    s("US", "WY", "Wyoming"),
    s("CA", "AB", "Alberta"),
    s("CA", "BC", "British Columbia"),
    s("CA", "MB", "Manitoba"),
    s("CA", "NB", "New Brunswick"),
    s("CA", "NL", "Newfoundland and Labrador"),
    s("CA", "NS", "Nova Scotia"),
    s("CA", "NT", "Northwest Territories"),
    s("CA", "NU", "Nunavut"),
    s("CA", "ON", "Ontario"),
    s("CA", "PE", "Prince Edward Island"),
    s("CA", "QC", "Quebec"),
    s("CA", "SK", "Saskatchewan"),
    s("CA", "YT", "Yukon"),
    s("AU", "ACT", "Australian Capital Territory"),
    s("AU", "NSW", "New South Wales"),
    s("AU", "NT", "Northern Territory"),
    s("AU", "QLD", "Queensland"),
    s("AU", "SA", "South Australia"),
    s("AU", "TAS", "Tasmania"),
    s("AU", "VIC", "Victoria"),
    s("AU", "WA", "Western Australia"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, country: Option<&str>) -> Option<(&'static str, &'static str)> {
        State::find(text, country.and_then(Country::of_code)).map(|state| (state.country, state.code))
    }

    #[test]
    fn a_state_is_found_by_code_and_by_name() {
        assert_eq!(found("wa", None), Some(("US", "WA")));
        assert_eq!(found("WA", Some("AU")), Some(("AU", "WA")));
        assert_eq!(found("D.C.", None), Some(("US", "DC")));
        assert_eq!(found("Québec", None), Some(("CA", "QC")));
        assert_eq!(found("new south wales", None), Some(("AU", "NSW")));
        assert_eq!(found("NT", None), None);
        assert_eq!(found("NT", Some("CA")), Some(("CA", "NT")));
        assert_eq!(found("BC", Some("US")), None);
        assert_eq!(found("", None), None);
    }

    #[test]
    fn every_known_city_names_a_state_that_is_a_country_too() {
        for (code, _) in CITIES {
            assert!(State::find(code, None).is_some() && Country::of_code(code).is_some(), "{code}");
        }
        assert_eq!(of_known_city("Atlanta", "Georgia").map(|state| state.code), Some("GA"));
        assert_eq!(of_known_city("Tbilisi", "Georgia"), None);
        assert_eq!(of_known_city("Berlin", "DE"), None);
        assert_eq!(of_known_city("Perth", "WA").map(|state| state.country), Some("AU"));
    }
}
