//! What was measured, in words and tables.

/// Times in milliseconds.
#[derive(Clone, Debug, Default)]
pub struct Times(Vec<f64>);

impl Times {
    pub fn new(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        Self(times)
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The time that this part of them do not exceed; nothing if there are none.
    pub fn at(&self, part: f64) -> Option<f64> {
        let place = (self.0.len() as f64 * part).ceil() as usize;
        self.0.get(place.saturating_sub(1)).copied()
    }

    pub fn median(&self) -> Option<f64> {
        self.at(0.5)
    }

    /// `p50 / p95`.
    pub fn both(&self) -> String {
        format!("{} / {}", ms(self.at(0.5)), ms(self.at(0.95)))
    }
}

/// Milliseconds as one reads them.
pub fn ms(time: Option<f64>) -> String {
    match time {
        None => "–".to_owned(),
        Some(time) if time < 100.0 => format!("{time:.1}"),
        Some(time) => format!("{time:.0}"),
    }
}

/// How many times `first` the time is.
pub fn ratio(time: Option<f64>, first: Option<f64>) -> String {
    match (time, first) {
        (Some(time), Some(first)) if first > 0.0 => format!("{:.2}", time / first),
        _ => "–".to_owned(),
    }
}

/// Prints a title, the head of a table, and nothing yet below it.
pub fn head(title: &str, columns: &[&str]) {
    println!("{title}\n\n| {} |", columns.join(" | "));
    println!("|---|{}", "---:|".repeat(columns.len() - 1));
}

pub fn row(cells: &[String]) {
    println!("| {} |", cells.join(" | "));
}
