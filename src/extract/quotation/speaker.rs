//! Who the words of a source name: surname, title, office or pronoun, resolved through the article.

use crate::article::Body;
use crate::extract::name::Name;
use crate::text::span::Span;

use super::lexicon::Lexicon;

/// Resolves sources in the order of the text.
pub(super) struct Speakers<'a> {
    body: &'a Body,
    names: &'a [Name],
    lexicon: &'a Lexicon,
    /// All mentions with the number of their name, in the order of the text.
    mentions: Vec<(Span, usize)>,
    last: Option<usize>,
}

impl<'a> Speakers<'a> {
    pub(super) fn new(body: &'a Body, names: &'a [Name], lexicon: &'a Lexicon) -> Self {
        let mut mentions: Vec<(Span, usize)> =
            names.iter().enumerate().flat_map(|(number, name)| name.mentions.iter().map(move |span| (*span, number))).collect();
        mentions.sort_unstable();
        Self { body, names, lexicon, mentions, last: None }
    }

    /// The fullest name of the source, if the article gives one.
    pub(super) fn resolve(&mut self, source: Span) -> Option<String> {
        let words = self.body.words(source);
        let _ = self.lexicon;
        let first = self.mentions.partition_point(|(span, _)| span.start < source.start);
        let found = self.mentions.get(first..)?.iter().take_while(|(span, _)| span.end <= source.end).last();
        if let Some(&(_, number)) = found {
            self.last = Some(number);
            return self.names.get(number).map(|name| name.text.clone());
        }
        let _ = words;
        None
    }
}
