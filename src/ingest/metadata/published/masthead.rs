//! The day on which a page was looked at, which sites print at their head beside the weather: no date of a report.

use crate::ingest::body::outline::Outline;
use crate::ingest::metadata::date::{weekday, written_dates};
use crate::text::fold::key;
use crate::text::span::{after, before};

use super::words::says;

/// Blocks at the top of a page among which its masthead stands.
const TOP: usize = 12;

/// Words beside such a day, folded, by language.
const BESIDE: &[&str] =
    &["edition", "e-paper", "epaper", "weather", "ausgabe", "wetter", "meteo", "edicion", "el tiempo", "погода", "выпуск", "випуск"];

/// Whether a date above the title is the day of the site's own head: with its weekday, and in the page's first lines or beside the
/// weather or the edition.
pub(super) fn is_site_day(outline: &Outline<'_>, at: usize, title: Option<usize>) -> bool {
    let is_above = at < outline.first && title.is_none_or(|title| at < title);
    let (text, traits) = (&outline.block(at).text, outline.traits(at));
    if !is_above || traits.byline || says(&key(text)).is_some() || !has_weekday(text) {
        return false;
    }
    at < TOP || (at.saturating_sub(2)..=at + 2).any(|near| is_weather(&outline.block(near).text))
}

/// Whether a weekday stands beside a date.
fn has_weekday(text: &str) -> bool {
    let names_day = |part: &str| part.split(|c: char| !c.is_alphabetic()).any(|word| weekday(&key(word)).is_some());
    written_dates(text).first().is_some_and(|date| names_day(before(text, date.span.start)) || names_day(after(text, date.span.end)))
}

/// The most bytes of a line about weather or edition.
const LONGEST_LINE: usize = 60;

fn is_weather(text: &str) -> bool {
    text.len() <= LONGEST_LINE && (text.contains('°') || BESIDE.iter().any(|word| key(text).contains(word)))
}

#[cfg(test)]
mod tests {
    use crate::article::Published;
    use crate::ingest::{Options, ingest};

    #[test]
    fn the_day_of_reading_is_no_publication() {
        const TITLE: &str = "Lighthouse at Cape Velm to be repaired";
        const BODY: &str = "The old lighthouse at Cape Velm will be repaired from April until the autumn, the council said on Monday.\n\n\
                            \"We have to mend the lamp before the winter,\" the keeper, Paula Lund, told the people of the town.\n\n\
                            The repair costs about four million euros, and most of it is paid by the region that owns the cape.\n";
        for (above, want) in [
            (format!("Velm Courier\nMonday, November 30, 2026\n12°C\n{TITLE}\nBy Jane Smith"), None),
            (format!("Velm Courier\nMontag, 30. November 2026\n\n{TITLE}\nVon Jana Schmidt"), None),
            (format!("Velm Courier\nMonday, November 30, 2026\n{TITLE}\nPublished 28 November 2026"), Some("2026-11-28")),
            (format!("Velm Courier\nPublished Monday, November 30, 2026\n{TITLE}\nBy Jane Smith"), Some("2026-11-30")),
            (format!(" date 2026-11-30 Velm Courier\nMonday, November 30, 2026\n{TITLE}\nBy Jane Smith"), Some("2026-11-30")),
            (format!("{TITLE}\nMonday, November 30, 2026\nBy Jane Smith"), Some("2026-11-30")),
            (format!("Velm\nMarch 5, 2026\n{TITLE}\nBy Jane Smith"), Some("2026-03-05")),
        ] {
            let article = ingest(format!("{above}\n\n{BODY}").as_bytes(), "page.txt", Options::default()).unwrap().article;
            assert_eq!(article.published().map(|when| Published::Day(when.day()).rfc3339()).as_deref(), want, "{above}");
        }
    }
}
