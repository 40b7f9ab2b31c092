//! `parallax compare`: reports of one event side by side.

use std::path::Path;

use super::{Compare, Error, Opening, Outcome, Session, Trouble, file};
use crate::article::Article;
use crate::compare::{Comparison, Options, compare_prepared, pairs};
use crate::export::{html, json, markdown, text};
use crate::library;

pub(super) fn run(arguments: &Compare, session: &mut Session<'_>) -> Result<Outcome, Error> {
    let mut articles = Vec::new();
    for path in &arguments.pages {
        articles.extend(session.article(path, arguments.reading)?.ok());
    }
    let is_for_program = arguments.json || arguments.markdown || arguments.html.is_some() || arguments.exit_code;
    let is_for_screen = session.surroundings.interactive && !is_for_program;
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
    if !comparisons.is_empty() {
        write(arguments, &articles, &comparisons, session)?;
    }
    Ok(match session.trouble {
        _ if !arguments.exit_code => Outcome::of(session),
        Trouble::Failed => Outcome::NotCompared,
        // A page that had to be cleaned was compared all the same.
        Trouble::Warned | Trouble::None if discrepancies > 0 => Outcome::Discrepancies,
        Trouble::Warned | Trouble::None => Outcome::Done,
    })
}

/// Writes the comparisons in the form that was asked for.
fn write(arguments: &Compare, articles: &[Article], comparisons: &[Comparison], session: &mut Session<'_>) -> Result<(), Error> {
    if arguments.markdown {
        write!(session.out, "{}", markdown::comparisons(articles, comparisons))?;
    } else if let Some(path) = &arguments.html {
        let inputs: Vec<&Path> = arguments.pages.iter().map(AsRef::as_ref).collect();
        file::write(path, &html::comparisons(articles, comparisons), &inputs, session)?;
    } else if arguments.json {
        for ((left, right), comparison) in pairs(articles.len()).zip(comparisons) {
            writeln!(session.out, "{}", json::line(&json::comparison(&articles[left], &articles[right], comparison)))?;
        }
    } else {
        write_text(articles, comparisons, session)?;
    }
    Ok(())
}

fn write_text(articles: &[Article], comparisons: &[Comparison], session: &mut Session<'_>) -> Result<(), Error> {
    let layout = session.surroundings.layout;
    if articles.len() > 2 {
        writeln!(session.out, "{}\n", text::sheet(articles, comparisons, layout))?;
    }
    for (number, ((left, right), comparison)) in pairs(articles.len()).zip(comparisons).enumerate() {
        if number > 0 {
            writeln!(session.out, "\n")?;
        }
        write!(session.out, "{}", text::comparison(&articles[left], &articles[right], comparison, layout))?;
    }
    Ok(())
}
