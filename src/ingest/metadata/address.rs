//! The day in a page's address: `/2024/02/05/`, `/2024-02-05-bridge-opens`, `/20240205/`.

use jiff::civil::Date;

/// The day that an address gives in full; years before the web and in the far future are numbers of something else.
pub(super) fn day(url: &str) -> Option<Date> {
    let path = url.rsplit_once("://").map_or(url, |(_, rest)| rest).split(['?', '#']).next()?;
    let (_, path) = path.split_once('/')?;
    let parts: Vec<&str> = path.split(['/', '-', '_', '.']).collect();
    let parted = parts.windows(3).find_map(|parts| match parts {
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => date(year, month, day),
        _ => None,
    });
    let together = || {
        parts
            .iter()
            .filter(|part| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_digit()))
            .find_map(|part| date(part.get(..4)?, part.get(4..6)?, part.get(6..)?))
    };
    parted.or_else(together)
}

/// The year and the month of an address that gives no day: `/2024/02/bridge-opens`.
pub(super) fn month(url: &str) -> Option<(i16, i8)> {
    let path = url.rsplit_once("://").map_or(url, |(_, rest)| rest).split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    parts.windows(2).find_map(|parts| match parts {
        [year, month] if year.len() == 4 && month.len() == 2 => date(year, month, "1").map(|day| (day.year(), day.month())),
        _ => None,
    })
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    // A sign before a digit would be read as well.
    if ![year, month, day].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let year: i16 = year.parse().ok().filter(|year| (1990..=2100).contains(year))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_addresses() {
        for (url, want) in [
            ("https://post.example/2024/02/05/bridge-opens.html", Some("2024-02-05")),
            ("https://post.example/2024/2/5/bridge", Some("2024-02-05")),
            ("https://post.example/news/2024-02-05-bridge-opens", Some("2024-02-05")),
            ("https://post.example/a/20240205/bridge", Some("2024-02-05")),
            ("https://keep.example/web/20160218174457/http://post.example/2010/05/19/bridge", Some("2010-05-19")),
            ("https://post.example/2024/02/bridge", None),
            ("https://post.example/2024/13/05/bridge", None),
            ("https://post.example/story/10939686", None),
            ("https://post.example/?date=2024-02-05", None),
            ("https://2024-02-05.example", None),
        ] {
            assert_eq!(day(url).map(|day| day.to_string()).as_deref(), want, "{url}");
        }
        assert_eq!(month("https://post.example/2024/02/bridge"), Some((2024, 2)));
        assert_eq!((month("https://post.example/2024/13/bridge"), month("https://post.example/a/2024")), (None, None));
    }
}
