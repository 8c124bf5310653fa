use super::*;

const DRAFT: &str = "Title: This Week in Rust 670\n\n## Updates from Rust Community\n\n### Research\n\n\
    ### Observations/Thoughts\n\n## Upcoming Events\n\n### Europe\n\
    * 2026-09-08 | Berlin, DE | [Lakeside](https://www.meetup.com/lakeside)\n    * [**A**](https://www.meetup.com/lakeside/events/1/)\n";

fn prefilled(query: &str) -> Prefilled {
    read(query, &Document::parse(DRAFT))
}

fn form(query: &str) -> Form {
    let read = prefilled(query);
    assert_eq!(read.remarks, [""; 0], "{query}");
    read.form
}

#[test]
fn every_kind_is_filled_under_the_names_of_its_submission() {
    let link = form(
        "kind=link&title=On+%60Pin%60+%26+more&url=https%3A%2F%2Flane.example%2Fa%3Fb%3D1&section=observations/thoughts&tags=video,series&lang=es-MX",
    );
    assert_eq!(
        (link.kind, &*link.title, &*link.url),
        (FormKind::Link, "On `Pin` & more", "https://lane.example/a?b=1")
    );
    assert_eq!((&*link.section, link.tags.join(" ")), ("Observations/Thoughts", "video series ES".to_owned()));
    let event = form(
        "kind=event&region=Europe&starts=2026-09-08&ends=2026-09-11&location=Bern,%20CH&organizer.name=O&organizer.url=https://o.example/x\
         &events.title=A&events.url=https://a.example/&events.title=B&events.url=https://b.example/",
    );
    assert_eq!((event.kind, &*event.title, &*event.url), (FormKind::Event, "A", "https://a.example/"));
    assert_eq!((&*event.starts, &*event.ends, &*event.location), ("2026-09-08", "2026-09-11", "Bern, CH"));
    assert_eq!(event.more, [("B".to_owned(), "https://b.example/".to_owned())]);
    assert_eq!((&*event.organizer_name, &*event.organizer_url), ("O", "https://o.example/x"));
    assert!(event.submissions().is_some());
    let task = form("kind=cfp-project&project=tool&title=Mend&url=https://forge.example/a/tool/issues/3");
    assert_eq!((task.kind, &*task.project, task.submissions().is_some()), (FormKind::Project, "tool", true));
    let call = form(
        "kind=cfp-event&name=Conf&url=https://c.example/x&closes=2026-03-23&location=Hybrid+(Bern,+CH)&starts=2026-09-14",
    );
    assert_eq!((call.kind, &*call.title, &*call.closes, call.online), (FormKind::Call, "Conf", "2026-03-23", true));
}

#[test]
fn the_address_tells_what_is_not_said() {
    assert_eq!(form("url=https://youtu.be/abcdef&title=Talk&lang=en-US").tags, ["video"]);
    let event = form("url=https://www.meetup.com/lakeside/events/9/&title=Hack+night");
    assert_eq!((event.kind, &*event.organizer_name, &*event.location), (FormKind::Event, "Lakeside", "Berlin, DE"));
    assert_eq!(form("kind=link&url=https://www.meetup.com/lakeside/events/9/").kind, FormKind::Link);
    assert_eq!(form("url=https://github.com/o/tool/issues/3").project, "tool");
}

#[test]
fn what_another_app_shares_is_found_in_its_text() {
    let shared = form("title=&text=On+lanes%0Ahttps://lane.example/a&url=");
    assert_eq!((&*shared.title, &*shared.url), ("On lanes", "https://lane.example/a"));
    let shared = form("title=On+lanes&text=https://lane.example/a");
    assert_eq!((&*shared.title, &*shared.url), ("On lanes", "https://lane.example/a"));
}

#[test]
fn what_is_no_good_is_said_and_left_out() {
    for (query, words) in [
        ("kind=poem", "no kind “poem”"),
        ("url=javascript:alert(1)//", "`url` is left out"),
        ("url=data:text/html,x", "`url` is left out"),
        ("organizer.url=https://a.example/%20onload", "`organizer.url` is left out"),
        ("starts=soon", "`starts` is left out: “soon” is no date"),
        ("section=Jobs", "no section “Jobs”"),
        ("tags=a]b", "The prefix “a]b” is left out"),
        ("title=a&title=b", "`title` is said twice"),
        ("colour=red&%3Cimg%3E=x", "No field is called `colour`, `<img>`"),
        ("region=Africa&location=Bern,+CH", "“Africa” is left out"),
    ] {
        let read = prefilled(query);
        assert!(read.remarks.len() == 1 && read.remarks[0].contains(words), "{query}: {:?}", read.remarks);
    }
    let long = prefilled(&format!("title={}&url=https://x.example/{}", "ab ".repeat(200), "c".repeat(2000)));
    assert_eq!((long.form.title.chars().count(), &*long.form.url), (299, ""));
    assert_eq!(long.remarks.len(), 2);
    assert!(prefilled(&format!("title={}", "é".repeat(9000))).remarks[0].contains("too long"));
}

#[test]
fn marks_and_hidden_characters_are_plain_text() {
    let hostile = form(
        "title=%3Cscript%3Ealert(1)%3C/script%3E%00+%E2%80%AE[x](javascript:y)%0A%0A%23+H&url=https://x.example/a",
    );
    assert_eq!(hostile.title, "<script>alert(1)</script> [x](javascript:y) # H");
    let made = Form { section: "Research".into(), ..hostile }.submissions().unwrap();
    assert_eq!(made[0].lines().len(), 1);
    let doc =
        Document::parse(format!("{}\n{}\n", "## Updates from Rust Community\n\n### Research", made[0].lines()[0]));
    let read = doc.submission(0).expect("one item that is understood");
    assert_eq!(read.url(), "https://x.example/a");
}
