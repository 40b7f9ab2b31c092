//! Lists of other stories around the body, a headline and a day each: none of them is the page's own title or date.

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use crate::ingest::block::Mark;
use crate::ingest::body::outline::Outline;
use crate::text::span::Span;

use super::date::written_dates;

/// Entries that make a list, each of a day of its own.
const LEAST_ENTRIES: usize = 3;

/// The most blocks from one day to the next: a section, a headline and a picture's line may stand between them.
const MOST_APART: usize = 4;

/// The most words of a line with a day and nothing else.
const DATE_WORDS: usize = 6;

/// The least words of an entry's headline.
const LEAST_WORDS: usize = 2;

/// The blocks outside the body that belong to such lists.
pub(super) fn entries(outline: &Outline<'_>) -> FxHashSet<usize> {
    let days: Vec<(usize, Date)> = outline.outside().filter_map(|(at, _)| Some((at, lone_day(outline, at)?))).collect();
    let alternates =
        |one: &(usize, Date), next: &(usize, Date)| next.0 - one.0 <= MOST_APART && (one.0 + 1..next.0).any(|at| is_headline(outline, at));
    let lists = days.chunk_by(alternates).filter(|list| list.iter().map(|(_, day)| day).collect::<FxHashSet<_>>().len() >= LEAST_ENTRIES);
    lists.filter_map(|list| list_from(outline, list)).flatten().collect()
}

/// The blocks of a list: from the headline above its first day on, but for one that is the page's own.
fn list_from(outline: &Outline<'_>, days: &[(usize, Date)]) -> Option<std::ops::RangeInclusive<usize>> {
    let (first, last) = (days.first()?.0, days.last()?.0);
    let headline = (first.saturating_sub(MOST_APART - 1)..first).rev().find(|&at| is_headline(outline, at));
    let is_own = headline.is_some_and(|at| at == 0 || outline.block(at).mark == Mark::Heading(1));
    Some(if is_own { first + 1 } else { headline.unwrap_or(first) }..=last)
}

/// The day of a line that holds nothing else.
fn lone_day(outline: &Outline<'_>, at: usize) -> Option<Date> {
    let (text, traits) = (&outline.block(at).text, outline.traits(at));
    if !traits.dated || traits.words > DATE_WORDS {
        return None;
    }
    let date = *written_dates(text).first()?;
    (date.span == Span::whole(text) && date.time.is_none()).then_some(date.day)
}

fn is_headline(outline: &Outline<'_>, at: usize) -> bool {
    let traits = outline.traits(at);
    let is_line = !traits.dated && !traits.byline && !traits.is_prose();
    is_line && traits.words >= LEAST_WORDS
}

#[cfg(test)]
mod tests {
    use crate::article::Published;
    use crate::ingest::{Options, ingest};

    const BODY: &str = "The old lighthouse at Cape Velm will be repaired from April until the autumn, the council said on Monday evening.\n\n\
                        \"We have to mend the lamp before the next winter,\" the keeper, Paula Lund, told the people of the town.\n\n\
                        The repair costs about four million euros, and most of it is paid by the region that owns the cape.\n";

    #[test]
    fn other_stories_give_neither_title_nor_date() {
        const LIST: &str = "Lighthouse lamp breaks\nJuly 30, 2010\nNEWS\nOld lighthouse opened\nMarch 20, 2015\nNEWS\nFerry to the cape \
                            cancelled\nMay 12, 2016";
        const TITLE: &str = "Lighthouse at Cape Velm to be repaired";
        for (above, title, published) in [
            (format!("Menu\nNews\n{LIST}"), None, None),
            (format!("Menu\nNews\n{LIST}\n\n{TITLE}\nBy Jane Smith"), Some(TITLE), None),
            (format!("{TITLE}\n5 February 2017\nBy Jane Smith\n{LIST}"), Some(TITLE), Some("2017-02-05")),
            (format!("{TITLE}\n5 February 2017\nUpdated\n6 February 2017"), Some(TITLE), Some("2017-02-05")),
        ] {
            let article = ingest(format!("{above}\n\n{BODY}").as_bytes(), "page.txt", Options::default()).unwrap().article;
            let day = article.published().map(|when| Published::Day(when.day()).rfc3339());
            assert_eq!((article.title(), day.as_deref()), (title, published), "{above}");
        }
    }
}
