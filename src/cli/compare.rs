//! `parallax compare`: reports of one event side by side.

use super::{Compare, Error, Opening, Outcome, Session, Trouble};
use crate::article::Article;
use crate::compare::{Comparison, Options, compare_prepared, pairs};
use crate::export::{self, json};
use crate::library;

pub(super) fn run(arguments: &Compare, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let mut articles = Vec::new();
    for path in &arguments.pages {
        articles.extend(session.article(path, arguments.reading)?.ok());
    }
    let is_for_screen = session.surroundings.interactive && !(arguments.json || arguments.exit_code);
    let articles = match <[Article; 2]>::try_from(articles) {
        Ok([left, right]) if is_for_screen => {
            return Ok(Outcome::Open(Box::new(session.library_for_screens()?), Opening::Compare(Box::new((left, right)))));
        }
        Err(more) if is_for_screen && more.len() > 2 => {
            return Ok(Outcome::Open(Box::new(session.library_for_screens()?), Opening::Event(more)));
        }
        Ok(two) => two.into(),
        Err(others) => others,
    };
    let read = library::read(&articles.iter().collect::<Vec<_>>());
    let of_pair = |(left, right): (usize, usize)| compare_prepared((&read[left], &read[right]), &Options::default());
    let comparisons: Vec<Comparison> = pairs(articles.len()).map(of_pair).collect();
    let discrepancies: usize = comparisons.iter().map(Comparison::discrepancies).sum();
    if articles.len() > 2 && !arguments.json {
        let sheet = export::text::sheet(&articles, &comparisons, session.surroundings.layout);
        writeln!(session.out, "{sheet}\n")?;
    }
    for (number, ((left, right), comparison)) in pairs(articles.len()).zip(&comparisons).enumerate() {
        let (left, right) = (&articles[left], &articles[right]);
        if arguments.json {
            writeln!(session.out, "{}", json::line(&json::comparison(left, right, comparison)))?;
            continue;
        }
        if number > 0 {
            writeln!(session.out, "\n")?;
        }
        write!(session.out, "{}", export::text::comparison(left, right, comparison, session.surroundings.layout))?;
    }
    Ok(match session.trouble {
        _ if !arguments.exit_code => Outcome::of(session),
        Trouble::Failed => Outcome::NotCompared,
        // A page that had to be cleaned was compared all the same.
        Trouble::Warned | Trouble::None if discrepancies > 0 => Outcome::Discrepancies,
        Trouble::Warned | Trouble::None => Outcome::Done,
    })
}
