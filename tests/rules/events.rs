//! Events: what is flagged, what is left alone, what the fixes write.

use super::{mends, names, silent};

/// A draft's events, each given by region, date, place and page.
fn events(all: &[(&str, &str, &str, &str)]) -> String {
    let mut out = "## Upcoming Events\n".to_owned();
    let mut last = "";
    for (region, date, place, page) in all {
        if *region != last {
            out += &format!("\n### {region}\n");
            last = region;
        }
        out += &format!("* {date} | {place} | [Rust Bern](https://bern.example/)\n    * [**Evening**]({page})\n");
    }
    out
}

const PAGE: &str = "https://bern.example/1";
const OTHER: &str = "https://bern.example/2";

#[test]
fn dates() {
    let past = events(&[("Europe", "2026-08-31", "Bern, CH", PAGE), ("Europe", "2026-09-04", "Bern, CH", OTHER)]);
    let left = events(&[("Europe", "2026-09-04", "Bern, CH", OTHER)]);
    mends("past-event", &[(&past, &left)]);
    // Over two days, the second is still to come.
    silent("past-event", &[&events(&[("Europe", "2026-09-01 - 2026-09-02", "Bern, CH", PAGE)])]);
    let last_year = events(&[("Europe", "2025-09-08", "Bern, CH", PAGE)]);
    mends("slipped-year", &[(&last_year, &events(&[("Europe", "2026-09-08", "Bern, CH", PAGE)]))]);
    let span = events(&[("Europe", "2025-09-08 - 2025-09-09", "Bern, CH", PAGE)]);
    mends("slipped-year", &[(&span, &events(&[("Europe", "2026-09-08 - 2026-09-09", "Bern, CH", PAGE)]))]);
    silent("slipped-year", &[&past, &events(&[("Europe", "2027-05-08", "Bern, CH", PAGE)])]);
}

#[test]
fn order() {
    let rows = |dates: [(&'static str, &'static str); 3]| {
        dates.map(|(date, place)| {
            ("Europe", date, place, ["https://a.example/", date, place].concat().replace([' ', ','], ""))
        })
    };
    let text = |rows: [(&'static str, &'static str, &'static str, String); 3]| {
        let all: Vec<_> = rows.iter().map(|(a, b, c, d)| (*a, *b, *c, d.as_str())).collect();
        events(&all)
    };
    let wrong = text(rows([("2026-09-09", "Bern, CH"), ("2026-09-09", "Basel, CH"), ("2026-09-03", "Wil, CH")]));
    let right = text(rows([("2026-09-03", "Wil, CH"), ("2026-09-09", "Basel, CH"), ("2026-09-09", "Bern, CH")]));
    mends("event-out-of-order", &[(&wrong, &right)]);
    assert_eq!(names(&wrong), ["event-out-of-order"], "one finding a region");
    silent("event-out-of-order", &[&right]);
}

#[test]
fn places() {
    let at = |place: &str| events(&[("North America", "2026-09-03", place, PAGE)]);
    mends("location-spelling", &[(&at("Denver, Colorado, USA"), &at("Denver, CO, US"))]);
    assert!(names(&at("Denver, US")).contains(&"missing-state"));
    mends("needless-state", &[(&at("Leon, GJ, MX"), &at("Leon, MX"))]);
    silent("needless-state", &[&at("Denver, CO, US"), &at("Virtual"), &at("Leon, MX")]);
    silent("missing-state", &[&at("Denver, CO, US"), &at("Virtual"), &at("Leon, MX"), &at("US")]);
    let under = |region: &'static str, place: &'static str| events(&[(region, "2026-09-03", place, PAGE)]);
    for (region, place) in [("Virtual", "Bern, CH"), ("Asia", "Bern, CH"), ("Europe", "Virtual (Bern, CH)")] {
        assert!(names(&under(region, place)).contains(&"wrong-region"), "{region} {place}");
    }
    for (region, place) in
        [("Virtual", "Hybrid (Bern, CH)"), ("Virtual", "Virtual"), ("Europe", "Nowhere"), ("Europe", "Istanbul, TR")]
    {
        silent("wrong-region", &[&under(region, place)]);
    }
}

#[test]
fn twins_and_duplicates() {
    let hybrid = "Hybrid (Bern, CH)";
    let both = events(&[("Virtual", "2026-09-03", hybrid, PAGE), ("Europe", "2026-09-03", hybrid, PAGE)]);
    assert_eq!(names(&both), [""; 0]);
    let one = "## Upcoming Events\n\n### Virtual\n* 2026-09-03 | Hybrid (Bern, CH) | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n\n### Europe\n\n";
    let two = one.replace("### Europe\n", "### Europe\n* 2026-09-03 | Hybrid (Bern, CH) | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n");
    mends("missing-hybrid-twin", &[(one, &two)]);
    // Each half with a page of its own; what is over goes in any case.
    let own = two.replacen("bern.example/1", "bern.example/2", 1);
    silent("missing-hybrid-twin", &[&own, &one.replace("2026-09-03", "2026-08-03")]);
    let thrice = events(&[
        ("Virtual", "2026-09-03", hybrid, PAGE),
        ("Europe", "2026-09-03", hybrid, PAGE),
        ("Europe", "2026-09-03", "Bern, CH", "https://bern.example/1/"),
    ]);
    assert!(names(&thrice).contains(&"duplicate-event"));
    let twice = events(&[("Europe", "2026-09-03", "Bern, CH", PAGE), ("Europe", "2026-09-03", "Bern, CH", PAGE)]);
    mends("duplicate-event", &[(&twice, &events(&[("Europe", "2026-09-03", "Bern, CH", PAGE)]))]);
    // The same name at another address: once by its number, once by its series.
    let alike = events(&[("Europe", "2026-09-03", "Bern, CH", PAGE), ("Europe", "2026-09-03", "Bern, CH", OTHER)]);
    assert_eq!(names(&alike), ["duplicate-event"]);
    // A page that serves every week.
    silent(
        "duplicate-event",
        &[&events(&[("Europe", "2026-09-03", "Bern, CH", PAGE), ("Europe", "2026-09-10", "Bern, CH", PAGE)])],
    );
    let numbered = "https://www.meetup.com/rust-bern/events/300000001/";
    let moved =
        events(&[("Europe", "2026-09-03", "Bern, CH", numbered), ("Europe", "2026-09-10", "Bern, CH", numbered)]);
    assert_eq!(names(&moved), ["duplicate-event"; 2], "of two days nobody knows which is right");
    mends("duplicate-event", &[(&moved, &moved)]);
}

#[test]
fn names_and_their_marks() {
    let named = |name: &str| {
        format!(
            "## Upcoming Events\n\n### Europe\n* 2026-09-03 | Bern, CH | [Rust Bern](https://bern.example/)\n    * {name}\n"
        )
    };
    for odd in [
        "[**A name*](https://bern.example/1)",
        "[*A name**](https://bern.example/1)",
        "[** A name**](https://bern.example/1)",
    ] {
        mends("malformed-bold", &[(&named(odd), &named("[**A name**](https://bern.example/1)"))]);
    }
    mends(
        "name-not-bold",
        &[(&named("[A name](https://bern.example/1)"), &named("[**A name**](https://bern.example/1)"))],
    );
    let fine = [
        "[**A *good* name**](https://bern.example/1)",
        "**[A name](https://bern.example/1)**",
        "[**A**](https://bern.example/1) | [Map](https://bern.example/map)",
    ];
    for fine in fine {
        silent("malformed-bold", &[&named(fine)]);
        silent("name-not-bold", &[&named(fine)]);
    }
    let orphan = "## Upcoming Events\n\n### Europe\n    * [**A**](https://bern.example/1)\n";
    assert!(names(orphan).contains(&"event-without-date") && !names(orphan).contains(&"empty-region"));
}

#[test]
fn blanks_and_indents() {
    let event = |bullet: &str, bars: &str, indent: &str| {
        format!(
            "## Upcoming Events\n\n### Europe\n{bullet}2026-09-03{bars}Bern, CH{bars}[Rust Bern](https://bern.example/)\n{indent}[**A**](https://bern.example/1)\n"
        )
    };
    let right = event("* ", " | ", "    * ");
    for (bullet, bars) in [(" * ", " | "), ("*  ", " | "), ("* ", "| "), ("* ", " |"), ("* ", "  |  ")] {
        mends("loose-spacing", &[(&event(bullet, bars, "    * "), &right)]);
    }
    silent("loose-spacing", &[&right]);
    for indent in ["  * ", "   * "] {
        mends("shallow-indent", &[(&event("* ", " | ", indent), &right)]);
    }
    for indent in ["     * ", "\t* "] {
        mends("deep-indent", &[(&event("* ", " | ", indent), &right)]);
    }
    silent("deep-indent", &[&right]);
    silent("shallow-indent", &[&right]);
}
