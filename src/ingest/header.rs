//! The crawler's header line: ` date YYYY-MM-DD ` glued to whatever the page began with.

use jiff::civil::Date;

use crate::text::span::before;

/// What the header line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header<'a> {
    /// The line's own words: `date 2023-09-13`.
    pub(super) words: &'a str,
    /// The day the crawler noted.
    pub(super) day: Date,
    /// What the page went on with: its title, a menu entry, another story's promotion, or nothing.
    pub(super) rest: &'a str,
}

/// Reads a page's first line as a header line.
pub(super) fn header(line: &str) -> Option<Header<'_>> {
    let line = line.trim();
    let (day, rest) = line.strip_prefix("date ")?.split_at_checked(10)?;
    let is_time = rest.strip_prefix('T').is_some_and(|clock| clock.starts_with(|c: char| c.is_ascii_digit()));
    let stands_alone = !is_time && !rest.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    let day = day.parse().ok().filter(|_| stands_alone)?;
    Some(Header { words: before(line, line.len() - rest.len()), day, rest: rest.trim() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_what_follows_it() {
        for (line, want) in [
            (" date 2024-02-05 Harbour bridge reopens", Some(("2024-02-05", "Harbour bridge reopens"))),
            ("date 2024-02-05 Skip to content", Some(("2024-02-05", "Skip to content"))),
            (" date 2024-02-05 ", Some(("2024-02-05", ""))),
            ("date 2024-02-05Tide turns", Some(("2024-02-05", "Tide turns"))),
            ("date 2024-02-05T10:00 Title", None),
            ("date 2024-13-05 Title", None),
            ("The date 2024-02-05 was set", None),
            ("date", None),
        ] {
            let got = header(line);
            assert_eq!(got.map(|h| (h.day.to_string(), h.rest)), want.map(|(day, rest)| (day.to_owned(), rest)), "{line}");
        }
    }
}
