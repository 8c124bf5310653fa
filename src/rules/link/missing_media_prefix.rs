//! A video or recording without its prefix.

use crate::issue::Shape;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, tags};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "missing-media-prefix",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "A link to something that is not a text says so before its title: [video] or [audio]. Readers want to know before \
they open it.

Source: the newsletter's draft template and contribution guidelines.",
    bad: "* [How we build](https://www.youtube.com/watch?v=x1)\n",
    good: "* [video] [How we build](https://www.youtube.com/watch?v=x1)\n",
    check,
};

const VIDEO: [&str; 6] = ["youtube.com", "youtu.be", "vimeo.com", "twitch.tv", "media.ccc.de", "peertube.tv"];

const AUDIO: [&str; 9] = [
    "open.spotify.com",
    "podcasts.apple.com",
    "soundcloud.com",
    "overcast.fm",
    "pca.st",
    "pocketcasts.com",
    "transistor.fm",
    "buzzsprout.com",
    "rustacean-station.org",
];

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    for address in context.addresses() {
        let item = &doc.items[address.item];
        let Shape::Link(link) = &item.shape else { continue };
        let tag = match () {
            () if address.is_at_any(&VIDEO) => "video",
            () if address.is_at_any(&AUDIO) => "audio",
            () => continue,
        };
        let is_media = |own: &str| ["video", "audio", "series"].iter().any(|known| own.eq_ignore_ascii_case(known));
        let elsewhere = tags::of_text(link.after.of(text)).is_some() || tags::at_end(link.title.of(text)).is_some();
        if !context.kind(item).is_community_links() || elsewhere || link.tags.iter().any(|own| is_media(own.of(text))) {
            continue;
        }
        let message = format!(
            "This leads to a {}. Put [{tag}] before the title.",
            if tag == "video" { "video" } else { "recording" }
        );
        let finding = Finding::new(&RULE, context, link.title, message).detail(tag);
        let edit = Edit::insert(link.prefix.start, format!("[{tag}] "));
        out.push(finding.fix(context, Safety::Suggested, format!("Put [{tag}] before it"), edit));
    }
}
