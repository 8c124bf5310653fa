//! The first visit on a mid-range phone: 4 times slower, on DevTools' “Slow 4G”.

use super::harness::line::Line;
use super::harness::{Browser, Outcome, Stage};
use super::place::{Sites, wait};
use super::table::{Times, head, ms, ratio, row};
use super::text;
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;

/// Visits of each page, in turns; the medians count.
const VISITS: usize = 5;

/// What DevTools calls Slow 4G.
const LATENCY: Duration = Duration::from_millis(150);
const BITS_PER_SECOND: f64 = 1_600_000.0;

/// How often a visit is tried.
const TRIES: usize = 3;

/// A page, and what of it must be there for the first thing that one does.
struct Page {
    title: &'static str,
    site: &'static str,
    path: &'static str,
    usable: &'static str,
    /// What takes a key by then, if that is what one does.
    field: Option<&'static str>,
}

const PAGES: [Page; 5] = [
    Page { title: "desk, start", site: "desk", path: "/", usable: ".start-door:not(.boot-main *)", field: None },
    Page { title: "desk, form", site: "desk", path: "/#/contribute", usable: "#f-title", field: Some("#f-title") },
    Page { title: "Decap CMS, sign-in", site: "decap-cms", path: "/", usable: "button", field: None },
    Page { title: "Sveltia CMS, sign-in", site: "sveltia-cms", path: "/", usable: "button", field: None },
    Page { title: "EasyMDE, editor", site: "easymde", path: "/", usable: ".CodeMirror", field: Some(".CodeMirror") },
];

/// What a visit came to.
struct Visit {
    first_paint: f64,
    usable: f64,
    /// Bytes of bodies that were sent by then, to whomever in the browser.
    sent: f64,
    shift: f64,
}

pub async fn print(sites: &Sites) -> Outcome {
    let mut visits: [Vec<Visit>; PAGES.len()] = Default::default();
    for _ in 0..VISITS {
        for (page, visits) in PAGES.iter().zip(&mut visits) {
            visits.push(visit(sites, page).await?);
        }
    }
    let title = format!(
        "The first visit on a phone: processor 4 times slower, Slow 4G (1.6 Mbit/s, 150 ms), 360 × 740, brotli; medians of \
         {VISITS} in ms. Usable: the first of the page's own controls is painted; form and editor then took a key."
    );
    head(&title, &["", "first paint", "usable", "to the form", "bytes sent by then", "layout shift"]);
    let median = |visits: &[Visit], of: fn(&Visit) -> f64| Times::new(visits.iter().map(of).collect()).median();
    let form = median(&visits[1], |v| v.usable);
    for (page, visits) in PAGES.iter().zip(&visits) {
        let usable = median(visits, |v| v.usable);
        let shift = median(visits, |v| v.shift).unwrap_or_default();
        row(&[
            page.title.to_owned(),
            ms(median(visits, |v| v.first_paint)),
            ms(usable),
            ratio(usable, form),
            format!("{:.0}", median(visits, |v| v.sent).unwrap_or_default()),
            format!("{shift:.3}"),
        ]);
    }
    println!();
    Ok(())
}

/// A visit; one that the slowed-down browser breaks off is made again, which is said.
async fn visit(sites: &Sites, page: &Page) -> Outcome<Visit> {
    let mut tries = 0;
    loop {
        tries += 1;
        match visit_once(sites, page).await {
            Ok(visit) => {
                eprintln!("{}: painted after {:.0} ms, usable {:.0}", page.title, visit.first_paint, visit.usable);
                return Ok(visit);
            }
            Err(problem) if tries < TRIES => {
                eprintln!("{}: once more, for {}", page.title, problem.to_string().lines().next().unwrap_or_default());
            }
            Err(problem) => return Err(format!("{}: {problem}", page.title).into()),
        }
    }
}

async fn visit_once(sites: &Sites, page: &Page) -> Outcome<Visit> {
    // A draft comes compressed from GitHub: to about a quarter.
    let stage = match page.site {
        "desk" => sites.desk(&text::grown(include_str!("../../public/starter.md"), sites.draft.len() / 4)).await?,
        site => sites.place(site).await?,
    };
    let seen = look(&stage, page).await;
    let closed = stage.browser.quit().await;
    seen.and_then(|visit| closed.map(|()| visit))
}

async fn look(stage: &Stage, page: &Page) -> Outcome<Visit> {
    let browser = &stage.browser;
    // From another page of the host, so that the tab's process is there already.
    browser.open("/none").await?;
    stage.before_load(&include_str!("load.js").replace("SELECTOR", &json!(page.usable).to_string())).await?;
    slow_down(browser).await?;
    let line = Arc::new(Line::new(LATENCY, BITS_PER_SECOND));
    stage.server.slow(Arc::clone(&line));
    browser.open(page.path).await?;
    wait(browser, "return window.loaded?.usable ?? null", Duration::from_secs(60)).await?;
    let sent = line.sent();
    // Late shifts count as well.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let paint = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null";
    let first_paint = browser.script(paint, &[]).await?.as_f64().ok_or("nothing was painted")?;
    let loaded = browser.script("return loaded", &[]).await?;
    let number = |name: &str| loaded[name].as_f64().unwrap_or_default();
    let shifts: Vec<(f64, f64)> = serde_json::from_value(loaded["shifts"].clone())?;
    // Whether it takes a key is no question of time: a slowed-down tab keeps the driver waiting.
    browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
    if let Some(field) = page.field {
        browser.click(field).await?;
        browser.type_keys("x").await?;
        let typed = "return document.querySelector('#f-title')?.value === 'x' || window.typed?.() === 'x'";
        wait(browser, typed, Duration::from_secs(10)).await?;
    }
    Ok(Visit { first_paint, usable: number("usable"), sent: sent as f64, shift: cumulative(&shifts) })
}

/// A view like a phone's, and a processor like one.
async fn slow_down(browser: &Browser) -> Outcome {
    let view = json!({ "width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": true });
    browser.cdp("Emulation.setDeviceMetricsOverride", view).await?;
    let loop_time = "const s = performance.now(); let sum = 0;
        for (let n = 0; n < 2e8; n++) sum += n % 7; return performance.now() - s";
    // The first time brings it into the machine's own code.
    browser.script(loop_time, &[]).await?;
    let before = browser.script(loop_time, &[]).await?.as_f64().unwrap_or_default();
    browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    let after = browser.script(loop_time, &[]).await?.as_f64().unwrap_or_default();
    if after < before * 2.0 {
        return Err(format!("the browser did not become slower: {before} ms, then {after} ms").into());
    }
    Ok(())
}

/// The worst five seconds, as cumulative layout shift is defined: shifts less than a second apart belong together.
fn cumulative(shifts: &[(f64, f64)]) -> f64 {
    let (mut worst, mut sum, mut first, mut last) = (0.0_f64, 0.0, f64::MIN, f64::MIN);
    for &(at, value) in shifts {
        if at - last > 1000.0 || at - first > 5000.0 {
            (sum, first) = (0.0, at);
        }
        (sum, last) = (sum + value, at);
        worst = worst.max(sum);
    }
    worst
}
