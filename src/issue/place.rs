//! Where an event is: its form (in a place, virtual, both), the place, and the region it stands under.
//!
//! A location is free text in the file. [`Place::parse`] reads it and never fails; what it does not understand is
//! `None`. The form wanted is `City, CC`, for the US, Canada and Australia `City, ST, CC`, with two-letter codes but
//! `UK` and not `GB`; `Virtual (City, CC)` or `Virtual`; `Hybrid (City, CC)`. [`canonical`] suggests it.

pub mod countries;
mod parse;
pub mod states;
mod suggest;

pub use countries::Country;
pub use states::State;
pub use suggest::{canonical, hybrid_location};

/// A heading of the events section, in the order of the file: Virtual, then continents by alphabet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    Virtual,
    Africa,
    Asia,
    Europe,
    NorthAmerica,
    Oceania,
    SouthAmerica,
}

impl Region {
    /// All regions, in the order of the file.
    pub const ALL: [Region; 7] = [
        Region::Virtual,
        Region::Africa,
        Region::Asia,
        Region::Europe,
        Region::NorthAmerica,
        Region::Oceania,
        Region::SouthAmerica,
    ];

    /// The text of its heading.
    pub fn name(self) -> &'static str {
        match self {
            Region::Virtual => "Virtual",
            Region::Africa => "Africa",
            Region::Asia => "Asia",
            Region::Europe => "Europe",
            Region::NorthAmerica => "North America",
            Region::Oceania => "Oceania",
            Region::SouthAmerica => "South America",
        }
    }

    /// The region with that heading, in any case.
    pub fn parse(text: &str) -> Option<Region> {
        Region::ALL.into_iter().find(|region| region.name().eq_ignore_ascii_case(text.trim()))
    }
}

/// How one takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    Physical,
    Virtual,
    Hybrid,
}

/// A location text, understood as far as possible. The slices are trimmed parts of it.
///
/// Of several places (joined by `;`, or by `/` between complete ones) it describes the first whose country is
/// known, or else the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    pub form: Form,
    /// What stands before state and country; with further commas in it where there are more parts.
    pub city: Option<&'a str>,
    /// The state as it is written, also where no table has it.
    pub state: Option<&'a str>,
    /// The state, where the country is the US, Canada or Australia and has such a one.
    pub known_state: Option<&'static State>,
    /// The country; also where only its state is written (`Seattle, WA`).
    pub country: Option<&'static Country>,
    /// The country as it is written.
    pub country_text: Option<&'a str>,
    /// The text without the words of its form and their brackets: all places.
    pub places: &'a str,
}

impl Place<'_> {
    /// The continent of its country, or the continent that it names in place of one (`Virtual (Europe)`).
    pub fn continent(&self) -> Option<Region> {
        let named = || Region::parse(self.places).filter(|region| *region != Region::Virtual);
        self.country.map(|country| country.region).or_else(named)
    }
}

/// The region that an event at `location` stands under: Virtual, or the continent of its place. A hybrid event
/// stands under both; this gives the continent. `None` where the country is missing or not known.
pub fn region_of(location: &str) -> Option<Region> {
    let place = Place::parse(location);
    if place.form == Form::Virtual { Some(Region::Virtual) } else { place.continent() }
}

/// The continent of the place, whatever the form: Europe for `Virtual (Berlin, DE)`.
pub fn physical_region(location: &str) -> Option<Region> {
    Place::parse(location).continent()
}

/// Whether the location says that one can take part in the place and from afar.
pub fn is_hybrid(location: &str) -> bool {
    Place::parse(location).form == Form::Hybrid
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_stand_in_the_order_of_the_file_and_parse_from_their_names() {
        assert!(Region::ALL.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(
            Region::ALL
                .iter()
                .all(|region| Region::parse(&format!(" {} ", region.name().to_uppercase())) == Some(*region))
        );
        assert_eq!(Region::parse("Antarctica"), None);
    }

    #[test]
    fn a_location_has_the_region_of_its_country() {
        use Region::*;
        for (location, region) in [
            ("Berlin, DE", Some(Europe)),
            ("Seattle, WA, US", Some(NorthAmerica)),
            ("Seattle, WA", Some(NorthAmerica)),
            ("Portland, Oregon", Some(NorthAmerica)),
            ("Boston, MA", Some(NorthAmerica)),
            ("Casablanca, MA", Some(Africa)),
            ("Toronto, ON", Some(NorthAmerica)),
            ("Sydney, NSW", Some(Oceania)),
            ("Perth, WA", Some(Oceania)),
            ("Istanbul, TR", Some(Europe)),
            ("Tel Aviv-yafo, IL", Some(Asia)),
            ("Pristina, XK", Some(Europe)),
            ("San José, CR", Some(NorthAmerica)),
            ("Beijing, China", Some(Asia)),
            ("Virtual", Some(Virtual)),
            ("online", Some(Virtual)),
            ("Virtual (Berlin, DE)", Some(Virtual)),
            ("Hybrid (Berlin, DE)", Some(Europe)),
            ("Hybrid", None),
            ("Berlin; Paris, FR", Some(Europe)),
            ("Nowhere", None),
            ("City, QQ", None),
            ("", None),
        ] {
            assert_eq!(region_of(location), region, "{location}");
        }
        assert_eq!(physical_region("Virtual (Lima, PE)"), Some(SouthAmerica));
        assert_eq!(physical_region("Virtual (Europe)"), Some(Europe));
        assert_eq!(physical_region("Virtual"), None);
        assert!(is_hybrid("hybrid (Lima, PE)") && !is_hybrid("Lima, PE") && !is_hybrid("Virtual"));
    }
}
