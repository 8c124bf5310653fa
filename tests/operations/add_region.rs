//! A region that is missing is made, in order.

use crate::common::{check, event};
use twir_desk::edit::{add, make_region};
use twir_desk::issue::place::Region;

const NEW: &str =
    "* 2026-09-11 | Bern, CH | [New Meetup](https://new.example/)\n    * [**New evening**](https://new.example/1)\n";

#[track_caller]
fn adds(region: &str, before: &str, after: &str) {
    check(before, |doc| add(doc, &event(region, "2026-09-11", "Bern, CH")), &after.replace("NEW", NEW));
}

#[test]
fn first() {
    adds(
        "Virtual",
        "## Upcoming Events\n\nRusty Events between A and B 🦀\n\n### Asia\n* 2026-09-01 | x\n\n## Jobs\n",
        "## Upcoming Events\n\nRusty Events between A and B 🦀\n\n### Virtual\nNEW\n### Asia\n* 2026-09-01 | x\n\n## Jobs\n",
    );
}

#[test]
fn in_the_middle() {
    adds(
        "Europe",
        "## Upcoming Events\n\n### Asia\n* 2026-09-01 | x\n\n### Oceania\n* 2026-09-01 | x\n\n## Jobs\n",
        "## Upcoming Events\n\n### Asia\n* 2026-09-01 | x\n\n### Europe\nNEW\n### Oceania\n* 2026-09-01 | x\n\n## Jobs\n",
    );
}

#[test]
fn last() {
    adds(
        "South America",
        "## Upcoming Events\n\n### Asia\n* 2026-09-01 | x\n\n### Oceania\n* 2026-09-01 | x\n\nIf you are running a Rust event, tell us.\n\n## Jobs\n",
        "## Upcoming Events\n\n### Asia\n* 2026-09-01 | x\n\n### Oceania\n* 2026-09-01 | x\n\n### South America\nNEW\nIf you are running a Rust event, tell us.\n\n## Jobs\n",
    );
}

#[test]
fn the_only_one() {
    adds(
        "Europe",
        "## Upcoming Events\n\nRusty Events between A and B 🦀\n\nIf you are running a Rust event, tell us.\n\n## Jobs\n",
        "## Upcoming Events\n\nRusty Events between A and B 🦀\n\n### Europe\nNEW\nIf you are running a Rust event, tell us.\n\n## Jobs\n",
    );
}

#[test]
fn in_a_draft_with_nothing_but_the_heading() {
    adds("Europe", "## Upcoming Events\n", "## Upcoming Events\n\n### Europe\nNEW");
    adds("Europe", "## Upcoming Events", &format!("## Upcoming Events\n\n### Europe\n{}", NEW.trim_end()));
    adds("Europe", "## Upcoming Events\n## Jobs\n", "## Upcoming Events\n\n### Europe\nNEW\n## Jobs\n");
}

#[test]
fn behind_the_last_region_at_the_end_of_the_file() {
    adds(
        "Oceania",
        "## Upcoming Events\n\n### Asia\n* 2026-09-01 | x",
        &format!("## Upcoming Events\n\n### Asia\n* 2026-09-01 | x\n\n### Oceania\n{}", NEW.trim_end()),
    );
}

#[test]
fn behind_an_empty_region() {
    adds(
        "Oceania",
        "## Upcoming Events\n\n### Asia\n\n## Jobs\n",
        "## Upcoming Events\n\n### Asia\n\n### Oceania\nNEW\n## Jobs\n",
    );
}

#[test]
fn without_an_event() {
    check(
        "## Upcoming Events\n\n### Asia\n* 2026-09-01 | x\n\n## Jobs\n",
        |doc| make_region(doc, Region::Africa),
        "## Upcoming Events\n\n### Africa\n\n### Asia\n* 2026-09-01 | x\n\n## Jobs\n",
    );
    let there = "## Upcoming Events\n\n### Asia\n* 2026-09-01 | x\n";
    check(there, |doc| make_region(doc, Region::Asia), there);
}
