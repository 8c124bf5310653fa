//! The locations of the published events of 2023 to 2025: nearly all are understood, and stand under the region
//! that they are worked out to. Needs the corpus (`../shared/corpus` or `$TWIR_CORPUS`), else says that it skips.

#[path = "common/corpus.rs"]
mod corpus;

use twir_desk::issue::place::{Form, Place, Region, region_of};

/// `(region heading, location)` of each event line of an issue; a heading that is no region ends the events.
fn events(text: &str) -> Vec<(Region, &str)> {
    let mut found = Vec::new();
    let mut region = None;
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix('#') {
            region = Region::parse(heading.trim_matches(|c| c == '#' || c == ' ' || c == ':'));
        }
        let item = line.trim_start_matches(['*', '-', '+', ' ']);
        let mut parts = item.split('|');
        if let (Some(region), Some(date), Some(location), Some(_)) = (region, parts.next(), parts.next(), parts.next())
            && date.starts_with("20")
        {
            found.push((region, location.trim()));
        }
    }
    found
}

#[test]
fn published_locations_are_understood_and_agree_with_their_heading() {
    let Some(folder) = corpus::folder() else { return };
    let (mut all, mut known, mut agree) = (0, 0, 0);
    let (mut unknown, mut elsewhere) = (Vec::new(), Vec::new());
    let years = |name: &str| ["2023", "2024", "2025"].iter().any(|year| name.starts_with(year));
    for (name, text) in corpus::texts(&folder, "issues").into_iter().filter(|(name, _)| years(name)) {
        for (heading, location) in events(&text) {
            all += 1;
            let Some(region) = region_of(location) else {
                unknown.push(format!("{name}: {heading:?}: {location}"));
                continue;
            };
            known += 1;
            let hybrid = Place::parse(location).form == Form::Hybrid;
            if region == heading || (hybrid && heading == Region::Virtual) {
                agree += 1;
            } else {
                elsewhere.push(format!("{name}: {heading:?}, not {region:?}: {location}"));
            }
        }
    }
    unknown.sort();
    elsewhere.sort();
    eprintln!("{all} events, {known} understood, {agree} agree\n{}\n{}", unknown.join("\n"), elsewhere.join("\n"));
    assert!(all > 0, "no events in {}", folder.display());
    assert!(known * 100 >= all * 99, "{known} of {all} understood");
    assert!(agree * 100 >= known * 98, "{agree} of {known} agree with their heading");
}
