//! `parallax events`: which articles report the same event.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Events, Outcome, page};
use crate::article::{Article, Published};
use crate::event::{Event, Signature, events};

pub(super) fn run(arguments: &Events, out: &mut dyn Write, messages: &mut dyn Write) -> io::Result<Outcome> {
    let (files, mut refused) = page::walk(&arguments.paths);
    let mut articles = Vec::new();
    for path in files {
        match page::read(&path, arguments.reading) {
            Ok(ingested) => articles.push(ingested.article),
            Err(error) => refused.push((path, error)),
        }
    }
    for (path, error) in &refused {
        writeln!(messages, "parallax: {}: {error}", path.display())?;
    }
    let signatures: Vec<Signature> = articles.iter().map(Signature::of).collect();
    let found: Value = events(&signatures).iter().enumerate().map(|(number, event)| described(number, event, &articles)).collect();
    writeln!(out, "{found}")?;
    Ok(if refused.is_empty() { Outcome::Done } else { Outcome::Trouble })
}

fn described(number: usize, event: &Event, articles: &[Article]) -> Value {
    let members: Vec<&Article> = event.articles.iter().filter_map(|&n| articles.get(n)).collect();
    let mut days: Vec<Published> = members.iter().filter_map(|a| a.published()).collect();
    days.sort_unstable_by_key(|day| day.sort_key());
    let sources: BTreeSet<&str> = members.iter().filter_map(|a| a.source()).collect();
    json!({
        "event": number + 1,
        "articles": members.iter().map(|a| &a.file).collect::<Vec<_>>(),
        "first": days.first().map(|day| day.rfc3339()),
        "last": days.last().map(|day| day.rfc3339()),
        "sources": sources.len(),
    })
}
