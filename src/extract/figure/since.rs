//! Lengths of time that a year stands for: `since 1998` is 25 years in a report of 2023.

use super::word_list::is_one_of;
use super::{Approximation, Dimension, Figure, Interval, Measures};
use crate::article::Article;
use crate::text::calendar;
use crate::text::token::Words;

/// Words before the year from which on something holds, by language.
const SINCE: &[(&str, &str)] = &[("en", "since"), ("de", "seit"), ("fr", "depuis"), ("es", "desde"), ("ru", "с"), ("uk", "з")];

/// Tokens from such a word to its year: `since the spring of 1998`.
const TO_YEAR: usize = 5;

/// Words between the two, beside the names of months.
const BETWEEN: &str = "the of early late mid spring summer autumn fall winter beginning end dem der den ende anfang début fin";

/// Seconds of a year.
const YEAR: f64 = 31_556_952.0;

/// Years further back than this are history, and nobody counts them.
const LONGEST: i16 = 300;

/// What an article says holds since a year, as the years until its publication, give or take one. These are no figures of the article, but
/// can be held against another's.
#[must_use]
pub fn lengths_since(article: &Article) -> Vec<Figure> {
    let language = article.metadata.language().unwrap_or("en");
    let Some(now) = article.metadata.published.as_ref().map(|found| found.value.day().year()) else { return Vec::new() };
    let Some((_, since)) = SINCE.iter().find(|(code, _)| *code == language) else { return Vec::new() };
    let body = article.body.text();
    let in_sentence = |words: &Words<'_>| -> Vec<Figure> {
        let opening = (0..words.len()).filter(|&at| is_one_of(since, words.key(at)));
        opening.filter_map(|at| length_from(words, at, language, now)).collect()
    };
    article.body.sentences().iter().flat_map(|sentence| in_sentence(&Words::new(body, sentence.span))).collect()
}

fn length_from(words: &Words<'_>, at: usize, language: &str, now: i16) -> Option<Figure> {
    let year_at = (at + 1..=at + TO_YEAR).find(|&place| words.is_number(place) && words.word(place).len() == 4)?;
    let is_between = |place: usize| is_one_of(BETWEEN, words.key(place)) || calendar::month_in(words.key(place), language).is_some();
    let is_plain = (at + 1..year_at).all(is_between);
    let years = now - words.word(year_at).parse::<i16>().ok()?;
    if !is_plain || !(1..=LONGEST).contains(&years) {
        return None;
    }
    let years = f64::from(years);
    Some(Figure {
        span: words.span(at..year_at + 1),
        number: words.span(year_at..year_at + 1),
        value: Interval::exactly(years),
        range: Interval::between(years - 1.0, years + 1.0).scaled(YEAR),
        unit: Some("year".to_owned()),
        base_unit: Some("s".to_owned()),
        dimension: Dimension::Duration,
        approximation: Approximation::About,
        measures: Measures::default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Evidence, Fate, Found, Metadata, PageBlock, ParagraphKind, Published};

    #[test]
    fn years_until_publication() {
        for (text, language, want) in [
            ("The ferry line has run since 1998.", "en", vec![("since 1998", 25.0)]),
            ("It has stood since the spring of 1961, and stands.", "en", vec![("since the spring of 1961", 62.0)]),
            ("Since then 1998 people came.", "en", vec![]),
            ("Seit Mai 2003 fährt sie.", "de", vec![("Seit Mai 2003", 20.0)]),
            ("Since Monday, 1998 is missed.", "en", vec![]),
            ("Die Linie besteht seit 2003.", "de", vec![("seit 2003", 20.0)]),
            ("It opened in 1998.", "en", vec![]),
        ] {
            let published = Published::parse("2023-11-14").map(|value| Found::new(value, Evidence::DateLine));
            let metadata = Metadata { language: Some(Found::new(language.to_owned(), Evidence::Text)), published, ..Metadata::default() };
            let page = vec![PageBlock { text: text.to_owned(), fate: Fate::Body(ParagraphKind::Prose) }];
            let article = Article::new(ArticleId::of_page(text.as_bytes()), String::new(), metadata, page);
            let found = lengths_since(&article);
            let read: Vec<(&str, f64)> = found.iter().map(|f| (article.body.words(f.span), f.value.middle().unwrap())).collect();
            assert_eq!(read, want, "{text}");
        }
    }
}
