//! Days that need another to be understood: `5 February` without its year, `3 hours ago`. They are read against the day on which the page
//! was saved or changed, its address, or its copyright; never against the clock, and not at all where these leave a doubt.

use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, ToSpan};

use crate::article::{Evidence, Found, Published};
use crate::ingest::body::outline::Outline;
use crate::ingest::boilerplate::Class;
use crate::ingest::caption::has_credit;
use crate::ingest::metadata::date::{Dates, Written, day_in_year, weekday};
use crate::ingest::metadata::{address, said};
use crate::text::fold::key;

use super::words::is_others;

mod words;

use words::{DAY_WORDS, UNITS, Unit, is_ago};

/// What the page says of the time around its publication.
struct Known {
    /// When it was saved.
    saved: Option<Published>,
    /// When it was saved or changed, whichever is known: the report is not younger.
    latest: Option<Date>,
    /// The year and the month in its address.
    month: Option<(i16, i8)>,
    /// The year of its copyright, in which or before which it was published.
    copyright: Option<i16>,
}

/// The most words of such a line.
const LONGEST: usize = 12;

/// Blocks above the title, and below it, among which such a line may stand.
const ABOVE_TITLE: usize = 2;
/// See [`ABOVE_TITLE`].
const BELOW_TITLE: usize = 14;

/// The day of publication by a line between title and body that says it in part.
pub(super) fn published(outline: &Outline<'_>, title: Option<usize>) -> Option<Found<Published>> {
    let title = title.filter(|title| *title <= outline.first)?;
    let known = Known::of(outline);
    let range = title.saturating_sub(ABOVE_TITLE)..outline.first.min(title + BELOW_TITLE) + 1;
    let when = range.filter(|at| *at != title).filter(|&at| is_line(outline, at)).find_map(|at| known.read(&outline.block(at).text))?;
    Some(Found::new(when, Evidence::DateLine))
}

/// Whether a block is a line that may say when, and no prose, caption or copyright.
fn is_line(outline: &Outline<'_>, at: usize) -> bool {
    let (key, traits) = (outline.key(at), outline.traits(at));
    let is_aside = [Class::Caption, Class::Legal, Class::Comments, Class::Promotion].iter().any(|class| traits.phrases.has(*class));
    traits.words <= LONGEST
        && !traits.dated
        && !traits.ends_sentence
        && !is_aside
        && !has_credit(&outline.block(at).text, key)
        && !is_others(key)
}

impl Known {
    fn of(outline: &Outline<'_>) -> Self {
        let told = &outline.page.said;
        let saved = told.saved.as_deref().and_then(said::time);
        let updated = said::first_time(&told.updated);
        Self {
            saved,
            latest: updated.or(saved).map(Published::day),
            month: told.url.as_deref().and_then(address::month),
            copyright: copyright(outline),
        }
    }

    fn read(&self, text: &str) -> Option<Published> {
        self.ago(text).or_else(|| self.in_year(text)).filter(|when| self.latest.is_none_or(|latest| when.day() <= latest))
    }

    /// A day without its year. A weekday beside it must be the right one.
    fn in_year(&self, text: &str) -> Option<Published> {
        let weekday = text.split(|c: char| !c.is_alphabetic()).find_map(|word| weekday(&key(word)));
        let fits = |written: &Written| weekday.is_none_or(|weekday| written.day.weekday() == weekday);
        let day = |year: i16| day_in_year(text, year).filter(fits);
        let by_latest =
            || self.latest.and_then(|latest| [latest.year(), latest.year() - 1].into_iter().filter_map(day).find(|w| w.day <= latest));
        let by_address = || self.month.and_then(|(year, month)| day(year).filter(|written| written.day.month() == month));
        // Copyrights are renewed with the year: only a weekday tells which it was.
        let by_copyright = || self.copyright.filter(|_| weekday.is_some()).and_then(|year| day(year).or_else(|| day(year - 1)));
        by_address().or_else(by_latest).or_else(by_copyright).map(Written::published)
    }

    /// A time before that of saving.
    fn ago(&self, text: &str) -> Option<Published> {
        let saved = self.saved?;
        let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(key).collect();
        if Dates::of(text).has_clock_time
            && let Some(days) = words.iter().find_map(|word| DAY_WORDS.iter().find(|(name, _)| name == word)).map(|(_, days)| *days)
        {
            return saved.day().checked_sub(days.days()).ok().map(Published::Day);
        }
        let at = words.windows(2).position(|pair| pair[0].parse::<i64>().is_ok() && unit(&pair[1]).is_some())?;
        let (count, unit) = (words.get(at)?.parse::<i64>().ok()?, unit(words.get(at + 1)?)?);
        if count > unit.most || !is_ago(&words, at) {
            return None;
        }
        let before = |moment: DateTime| moment.checked_sub(SignedDuration::from_secs(count * unit.seconds)).ok();
        if unit.seconds % DAY == 0 {
            return before(saved.day().to_datetime(Time::midnight())).map(|moment| Published::Day(moment.date()));
        }
        before(saved.day().to_datetime(saved.time()?)).map(|moment| Published::Day(moment.date()))
    }
}

/// Seconds of a day.
const DAY: i64 = 86_400;

fn unit(word: &str) -> Option<&'static Unit> {
    UNITS.iter().find(|unit| unit.stems.iter().any(|stem| word.starts_with(stem)))
}

/// The last year in a line with a sign of copyright, when all such lines agree.
fn copyright(outline: &Outline<'_>) -> Option<i16> {
    let mut years = outline.outside().filter(|(_, block)| block.text.contains('©') && block.text.len() < 300).filter_map(|(_, block)| {
        let numbers = block.text.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 4);
        numbers.filter_map(|part| part.parse::<i16>().ok()).filter(|year| (1990..=2100).contains(year)).max()
    });
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, known: &Known) -> Option<String> {
        known.read(text).map(Published::rfc3339)
    }

    fn saved(at: &str) -> Known {
        let saved = said::time(at);
        Known { saved, latest: saved.map(Published::day), month: None, copyright: None }
    }

    #[test]
    fn against_the_day_of_saving() {
        let known = saved("2024-02-06T01:30:00Z");
        for (text, want) in [
            ("Feb 5", Some("2024-02-05")),
            ("Monday, February 5, 2:05 pm", Some("2024-02-05T14:05:00-00:00")),
            ("Tuesday, February 5", None),
            ("5. Dezember", Some("2023-12-05")),
            ("3 hours ago", Some("2024-02-05")),
            ("20 min ago", Some("2024-02-06")),
            ("Posted 2 days ago", Some("2024-02-04")),
            ("vor 3 Stunden", Some("2024-02-05")),
            ("il y a 2 jours", Some("2024-02-04")),
            ("hace 1 semana", Some("2024-01-30")),
            ("3 часа назад", Some("2024-02-05")),
            ("2 дні тому", Some("2024-02-04")),
            ("вчера, 18:20", Some("2024-02-05")),
            ("Heute, 0:20 Uhr", Some("2024-02-06")),
            ("Yesterday", None),
            ("3 hours long", None),
            ("700 days ago", None),
            ("in 3 Stunden", None),
        ] {
            assert_eq!(read(text, &known).as_deref(), want, "{text}");
        }
        // Hours before a day without a time are of that day or of the one before.
        assert_eq!(read("3 hours ago", &saved("2024-02-06")), None);
    }

    #[test]
    fn against_address_and_copyright() {
        let address = Known { saved: None, latest: None, month: Some((2022, 2)), copyright: None };
        let copyright = Known { saved: None, latest: None, month: None, copyright: Some(2024) };
        for (text, known, want) in [
            ("5 février", &address, Some("2022-02-05")),
            ("5 mars", &address, None),
            ("3 hours ago", &address, None),
            ("Mon, Feb 5", &copyright, Some("2024-02-05")),
            ("воскресенье, 5 февраля", &copyright, Some("2023-02-05")),
            ("Feb 5", &copyright, None),
            ("Fri, Feb 5", &copyright, None),
        ] {
            assert_eq!(read(text, known).as_deref(), want, "{text}");
        }
    }
}
