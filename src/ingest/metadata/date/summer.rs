//! Zones that go by the season: `ET` is five hours behind UTC in winter and four in summer.

use jiff::civil::{Date, Weekday};
use jiff::tz::Offset;

/// Folded names of the clocks of North America, and their winter time in hours from UTC. They stand behind `AM` and `PM` only: two letters
/// are a word of other languages.
const SEASONAL: &[(&str, i32)] = &[("et", -5), ("ct", -6), ("mt", -7), ("pt", -8)];

/// The summer times of the United States: the first year of a rule, the month and the number of the Sunday on which summer time begins, and
/// those on which it ends; -1 is the last Sunday (Energy Policy Act of 2005, and the rule before it).
const SUMMERS: &[(i16, Sunday, Sunday)] = &[(2007, (3, 2), (11, 1)), (1987, (4, 1), (10, -1))];

/// A month, and the number of a Sunday in it.
type Sunday = (i8, i8);

/// A clock's distance from UTC: the same all year, or by the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// The same all year.
    Fixed(Offset),
    /// Winter time in hours; an hour more in summer.
    Seasonal(i32),
}

impl Zone {
    /// The seasonal zone of a name.
    pub(super) fn seasonal(word: &str) -> Option<Self> {
        SEASONAL.iter().find(|(name, _)| *name == word).map(|(_, winter)| Self::Seasonal(*winter))
    }

    /// The distance on a day.
    pub(super) fn on(self, day: Date) -> Option<Offset> {
        match self {
            Self::Fixed(offset) => Some(offset),
            Self::Seasonal(winter) => Offset::from_seconds((winter + i32::from(is_summer(day)?)) * 3600).ok(),
        }
    }
}

/// Whether summer time holds on a day; none for a year whose rule is not known.
fn is_summer(day: Date) -> Option<bool> {
    let (_, begins, ends) = SUMMERS.iter().find(|(year, ..)| *year <= day.year())?;
    let sunday = |(month, number): Sunday| Date::new(day.year(), month, 1).ok()?.nth_weekday_of_month(number, Weekday::Sunday).ok();
    Some(sunday(*begins)? <= day && day < sunday(*ends)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summer_by_the_year() {
        for (day, want) in [
            ("2024-02-05", Some(-5)),
            ("2024-03-09", Some(-5)),
            ("2024-03-10", Some(-4)),
            ("2024-11-02", Some(-4)),
            ("2024-11-03", Some(-5)),
            ("2006-03-20", Some(-5)),
            ("2006-10-28", Some(-4)),
            ("2006-10-29", Some(-5)),
            ("1980-07-01", None),
        ] {
            let offset = Zone::seasonal("et").and_then(|zone| zone.on(day.parse().unwrap()));
            assert_eq!(offset.map(|offset| offset.seconds() / 3600), want, "{day}");
        }
    }
}
