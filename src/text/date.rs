//! Civil dates, `YYYY-MM-DD`, without a clock: today always comes in as an argument.

use std::fmt;
use std::str::FromStr;

/// A day of the proleptic Gregorian calendar. Orders by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

impl Date {
    /// The day, or `None` where the calendar has no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let length = match month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=length).contains(&day)).then_some(Self { year, month, day })
    }

    /// Days since 1970-01-01 (Howard Hinnant's `days_from_civil`).
    pub fn days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day that many days after 1970-01-01; years outside 1 to 9999 are clamped to their ends.
    pub fn from_days(days: i64) -> Self {
        let days = days.clamp(-719_162, 2_932_896) + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self { year: year as i32, month: month as u8, day: day as u8 }
    }

    /// The day `days` later (earlier if negative).
    pub fn plus(self, days: i64) -> Self {
        Self::from_days(self.days() + days)
    }

    /// Days from `self` to `other`; negative if `other` is earlier.
    pub fn until(self, other: Self) -> i64 {
        other.days() - self.days()
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> usize {
        (self.days() + 3).rem_euclid(7) as usize
    }

    /// `Mon` to `Sun`.
    pub fn weekday_name(self) -> &'static str {
        DAYS[self.weekday()]
    }

    /// The Wednesday on or after this day: the day on which an issue bears its date.
    pub fn next_wednesday(self) -> Self {
        self.plus((2 - self.weekday() as i64).rem_euclid(7))
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// As people read it: `Wed 2 Sep 2026`.
    pub fn long(self) -> String {
        let month = MONTHS[usize::from(self.month) - 1];
        format!("{} {} {} {}", self.weekday_name(), self.day, month, self.year)
    }

    /// Whether `text` begins with a `YYYY-MM-DD` that no digit follows.
    pub fn begins(text: &str) -> bool {
        let ends = text.as_bytes().get(10).is_none_or(|b| !b.is_ascii_digit());
        ends && text.get(..10).is_some_and(|start| start.parse::<Self>().is_ok())
    }

    /// The first `YYYY-MM-DD` in `text` and the byte where it begins. Digits touching it on either side make it none.
    pub fn find(text: &str) -> Option<(usize, Self)> {
        let bytes = text.as_bytes();
        let mut digits = (0..bytes.len().saturating_sub(9)).filter(|at| bytes[*at].is_ascii_digit());
        digits.find_map(|at| {
            let before = at == 0 || !bytes[at - 1].is_ascii_digit();
            let after = bytes.get(at + 10).is_none_or(|b| !b.is_ascii_digit());
            let date = text.get(at..at + 10)?.parse().ok()?;
            (before && after).then_some((at, date))
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not four digits, two digits, two digits with `-` between.
    Form,
    /// Of the right form, but the calendar has no such day.
    NoSuchDay,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "is not a date; write it as YYYY-MM-DD, for example 2026-09-02",
            Self::NoSuchDay => "is not a day of the calendar",
        })
    }
}

impl std::error::Error for DateError {}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
        if !shape {
            return Err(DateError::Form);
        }
        let number = |range: std::ops::Range<usize>| text[range].parse::<u16>().map_err(|_| DateError::Form);
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        Self::new(year.into(), month as u8, day as u8).ok_or(DateError::NoSuchDay)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn reads_and_writes() {
        assert_eq!(date("2026-09-02").to_string(), "2026-09-02");
        assert_eq!(date("2026-09-02").long(), "Wed 2 Sep 2026");
        assert_eq!("2026-02-29".parse::<Date>(), Err(DateError::NoSuchDay));
        assert_eq!("2026-2-9".parse::<Date>(), Err(DateError::Form));
        assert_eq!("2026-+1-09".parse::<Date>(), Err(DateError::Form));
    }

    #[test]
    fn counts_days_over_four_centuries() {
        let first = date("1900-01-01").days();
        for days in first..first + 146_097 {
            let day = Date::from_days(days);
            assert_eq!(day.days(), days);
            assert_eq!(Date::new(day.year, day.month, day.day), Some(day));
        }
        assert_eq!(date("1970-01-01").days(), 0);
    }

    #[test]
    fn knows_the_next_wednesday() {
        assert_eq!(date("2026-08-27").next_wednesday(), date("2026-09-02"));
        assert_eq!(date("2026-09-02").next_wednesday(), date("2026-09-02"));
    }

    #[test]
    fn finds_the_first_date() {
        assert_eq!(Date::find("closes 2026-03-23 or so"), Some((7, date("2026-03-23"))));
        assert_eq!(Date::find("12026-03-23 2026-13-01"), None);
        for text in
            ["2026-03-23", "2026-03-23 |", "2026-03-230", " 2026-03-23", "2026-13-01 2026-03-23", "2026-03-2é", ""]
        {
            assert_eq!(Date::begins(text), Date::find(text).is_some_and(|(at, _)| at == 0), "{text}");
        }
    }
}
