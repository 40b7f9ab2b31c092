//! Days as a query names them, and as the index knows them.

use jiff::civil::Date;

/// The first and the last day of a year, a month or a day: `2024`, `2024-02`, `2024-02-01`.
#[must_use]
pub fn days(text: &str) -> Option<(Date, Date)> {
    let numbers: Vec<&str> = text.split('-').collect();
    let is_number = |text: &&str| !text.is_empty() && text.len() <= 4 && text.chars().all(|c| c.is_ascii_digit());
    if !numbers.iter().all(is_number) || numbers.first().is_none_or(|year| year.len() != 4) {
        return None;
    }
    let number = |at: usize| numbers.get(at).and_then(|text| text.parse::<i16>().ok());
    let date = |year, month: i16, day: i16| Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok();
    match (number(0), number(1), number(2), numbers.len()) {
        (Some(year), None, None, 1) => date(year, 1, 1).zip(date(year, 12, 31)),
        (Some(year), Some(month), None, 2) => date(year, month, 1).map(|first| (first, first.last_of_month())),
        (Some(year), Some(month), Some(day), 3) => date(year, month, day).map(|day| (day, day)),
        _ => None,
    }
}

/// Digits of the day that name its century, decade, year, month and itself.
const DIGITS: [usize; 5] = [2, 3, 4, 6, 8];

/// The names under which the index knows a day, the widest stretch first.
pub(super) fn names(day: Date) -> impl Iterator<Item = String> {
    let digits = digits(day);
    DIGITS.into_iter().map(move |count| digits.chars().take(count).collect())
}

fn digits(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// The fewest names that cover all days from the first to the last one. What is earlier or later than any saved report is left out.
pub(super) fn cover(first: Option<Date>, last: Option<Date>) -> Vec<String> {
    const EARLIEST: Date = Date::constant(1500, 1, 1);
    const LATEST: Date = Date::constant(2199, 12, 31);
    let (mut at, last) = (first.unwrap_or(EARLIEST).max(EARLIEST), last.unwrap_or(LATEST).min(LATEST));
    let mut names = Vec::new();
    while at <= last {
        let (count, end) = widest(at, last);
        names.push(digits(at).chars().take(count).collect());
        match end.tomorrow() {
            Ok(next) => at = next,
            Err(_) => break,
        }
    }
    names
}

/// The widest stretch with a name that begins on a day and does not go beyond another one: its digits and its last day.
fn widest(first: Date, last: Date) -> (usize, Date) {
    let end_of_years = |count: i16| {
        let begins = first.day_of_year() == 1 && first.year().rem_euclid(count) == 0;
        begins.then(|| Date::new(first.year() + count - 1, 12, 31).ok()).flatten()
    };
    let month = (first.day() == 1).then(|| first.last_of_month());
    let stretches = [(2, end_of_years(100)), (3, end_of_years(10)), (4, end_of_years(1)), (6, month)];
    let fitting = stretches.into_iter().find_map(|(count, end)| end.filter(|end| *end <= last).map(|end| (count, end)));
    fitting.unwrap_or((8, first))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_stretch_is_covered_by_few_names() {
        for (first, last, want) in [
            (Some(date(2024, 2, 28)), Some(date(2024, 3, 31)), "20240228 20240229 202403"),
            (Some(date(2019, 12, 1)), Some(date(2022, 1, 1)), "201912 2020 2021 20220101"),
            (Some(date(2010, 1, 1)), None, "201 202 203 204 205 206 207 208 209 21"),
            (Some(date(2024, 2, 2)), Some(date(2024, 2, 1)), ""),
            (None, Some(date(1599, 12, 31)), "15"),
        ] {
            assert_eq!(cover(first, last).join(" "), want);
        }
    }

    #[test]
    fn every_day_of_a_stretch_has_one_of_its_names() {
        let (first, last) = (date(1998, 11, 7), date(2011, 2, 3));
        let names_of_stretch = cover(Some(first), Some(last));
        let mut day = date(1998, 1, 1);
        while day < date(2012, 1, 1) {
            let shared = names(day).filter(|name| names_of_stretch.contains(name)).count();
            assert_eq!(shared, usize::from((first..=last).contains(&day)), "{day}");
            day = day.tomorrow().unwrap();
        }
    }

    #[test]
    fn stretches_are_read() {
        assert_eq!(days("2024-02"), Some((date(2024, 2, 1), date(2024, 2, 29))));
        assert_eq!(days("2024"), Some((date(2024, 1, 1), date(2024, 12, 31))));
        for wrong in ["", "24", "2024-13", "2024-02-30", "2024-", "monday", "2024-1-1-1"] {
            assert_eq!(days(wrong), None, "{wrong}");
        }
    }
}
