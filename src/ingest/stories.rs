//! Where on a page whole stories stand besides its article: below a title that is followed by who or when, three paragraphs or more.
//!
//! Promotions of other stories have a title and a sentence, readers' comments have a name and paragraphs; neither is offered. One story
//! too many is worse than one too few: it would stand in the library as a report.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::article::{Fate, PageBlock};
use crate::text::fold::key;

use super::block::Mark;
use super::body::decide::State;
use super::body::outline::Outline;
use super::body::traits::Traits;
use super::boilerplate::Class;
use super::html::tree::Tree;
use super::reading::Story;

/// Blocks below a story's title among which the line stands that says who or when.
const HEAD: usize = 4;

/// Blocks below that line among which the first paragraph stands: a caption, a button.
const GAP: usize = 4;

/// The least paragraphs of a story, one below the other.
const LEAST_PARAGRAPHS: usize = 3;

/// The least words of a story.
const LEAST_WORDS: usize = 80;

/// The least words of a title that come back in its story.
const LEAST_SHARED: usize = 2;

/// The least letters of a word of a title that is looked for in its story.
const LEAST_LETTERS: usize = 4;

/// The most stories of a page.
const MOST: usize = 200;

/// The blocks of each story that may be a whole one, from its title on, in the page's order.
pub(super) fn spans(outline: &Outline<'_>) -> Vec<Range<usize>> {
    let page = Around::of(outline);
    let elements = page.tree().map(|tree| tree.stories(|at| page.is_body(at))).unwrap_or_default();
    let mut is_in_element = vec![false; outline.page.blocks.len()];
    elements.iter().cloned().flatten().for_each(|at| is_in_element[at] = true);
    let mut found: Vec<Range<usize>> = elements.into_iter().filter(|span| page.is_story_element(span)).collect();
    found.extend(page.runs(&is_in_element));
    found.sort_by_key(|span| span.start);
    found.truncate(MOST);
    found
}

/// Blocks above the body among which its heading stands.
const ABOVE: usize = 8;

/// Ends the body of an HTML page above the heading of the next story, where two stories look like one text: behind a whole story come a
/// heading such as its own, who or when, and paragraphs.
pub(super) fn without_next_story(outline: Outline<'_>) -> Outline<'_> {
    let page = Around::of(&outline);
    let is_own = |mark: Mark| (outline.first.saturating_sub(ABOVE)..outline.first).any(|at| outline.block(at).mark == mark);
    let words = |at: usize| if outline.traits(at).is_prose() { outline.traits(at).words } else { 0 };
    let is_whole = |end: usize| (outline.first..end).map(words).sum::<usize>() >= LEAST_WORDS;
    let is_next = |at: &usize| page.is_start(*at, &|_| true) && is_own(outline.block(*at).mark) && is_whole(*at);
    let next = (outline.first + LEAST_PARAGRAPHS..=outline.last).filter(|_| outline.page.tree.is_some()).find(is_next);
    let Some(next) = next else { return outline };
    let Outline { page, mut states, first, last, dateline } = outline;
    states.iter_mut().skip(next).for_each(|state| *state = State::After);
    let last = states.iter().rposition(|state| *state == State::Body).unwrap_or(last);
    Outline { page, states, first, last, dateline }
}

/// Which blocks are readers' comments: from the line that opens them to one that opens other stories.
fn comments(outline: &Outline<'_>) -> Vec<bool> {
    let mut is_open = false;
    let note = |(at, traits): (usize, &Traits)| {
        is_open = at > outline.last && (traits.phrases.has(Class::Comments) || (is_open && !traits.phrases.has(Class::Related)));
        is_open
    };
    outline.page.traits.iter().enumerate().map(note).collect()
}

/// What stands around the article.
struct Around<'a> {
    outline: &'a Outline<'a>,
    comments: Vec<bool>,
    /// The article's last paragraph: a line below it may be the next story's title.
    last: usize,
}

impl<'a> Around<'a> {
    fn of(outline: &'a Outline<'a>) -> Self {
        let is_paragraph = |at: usize| outline.states[at] == State::Body && outline.traits(at).is_prose();
        let last = (0..=outline.last).rev().find(|&at| is_paragraph(at)).unwrap_or(outline.last);
        Self { outline, comments: comments(outline), last }
    }

    /// Whether a block is the article's.
    fn is_body(&self, at: usize) -> bool {
        at <= self.last && self.outline.states[at] == State::Body
    }

    fn tree(&self) -> Option<&Tree> {
        self.outline.page.tree.as_ref()
    }

    /// Whether a block is none of the article and of its comments.
    fn is_free(&self, at: usize) -> bool {
        let is_foreign = self.tree().is_some_and(|tree| tree.places[at].is_foreign());
        !self.is_body(at) && !self.comments[at] && !is_foreign
    }

    fn is_head_line(&self, at: usize) -> bool {
        let traits = self.outline.traits(at);
        (traits.byline || traits.dated) && !traits.is_prose()
    }

    fn is_heading(&self, at: usize) -> bool {
        matches!(self.outline.block(at).mark, Mark::Heading(_)) && self.outline.traits(at).words >= 2
    }

    /// Whether an element that is a story has a heading, who or when, and paragraphs.
    fn is_story_element(&self, span: &Range<usize>) -> bool {
        let is_dated = |at: usize| self.is_head_line(at) || (self.outline.traits(at).timed && !self.outline.traits(at).is_prose());
        let paragraphs = span.clone().filter(|&at| self.outline.traits(at).is_prose());
        span.clone().all(|at| self.is_free(at))
            && span.clone().take(HEAD + 1).any(|at| self.is_heading(at))
            && span.clone().any(is_dated)
            && paragraphs.count() + 1 >= LEAST_PARAGRAPHS
    }

    /// The stories of which the page's elements tell nothing: each from its title to the next.
    fn runs(&self, is_in_element: &[bool]) -> Vec<Range<usize>> {
        let count = self.outline.page.blocks.len();
        let is_free = |at: usize| !is_in_element[at] && self.is_free(at);
        let starts: Vec<usize> = (0..count).filter(|&at| self.is_start(at, &is_free)).collect();
        let ends = starts.iter().skip(1).copied().chain([count]);
        let span = |(start, next): (&usize, usize)| *start..(*start..next).find(|&at| !is_free(at)).unwrap_or(next);
        starts.iter().zip(ends).map(span).collect()
    }

    /// Whether a block is the title of a story: who or when below it, and then its paragraphs.
    fn is_start(&self, at: usize, is_free: &impl Fn(usize) -> bool) -> bool {
        let count = self.outline.page.blocks.len();
        let is_title = if self.tree().is_some() { self.is_heading(at) } else { self.outline.traits(at).is_headline_like() };
        if !is_title || !is_free(at) {
            return false;
        }
        let is_next = |other: usize| other > at + 1 && self.is_heading(other);
        let head = (at + 1..count.min(at + 1 + HEAD)).take_while(|&other| !is_next(other)).find(|&other| self.is_head_line(other));
        let first = head.and_then(|head| (head + 1..count.min(head + 1 + GAP)).find(|&other| self.outline.traits(other).is_prose()));
        first.is_some_and(|first| {
            let paragraphs = first..count.min(first + LEAST_PARAGRAPHS);
            paragraphs.len() == LEAST_PARAGRAPHS
                && paragraphs.clone().all(|at| self.outline.traits(at).is_prose())
                && (at..paragraphs.end).all(is_free)
        })
    }
}

/// The titles and paragraphs, folded, of the stories found so far.
#[derive(Debug)]
pub(super) struct Known(FxHashSet<String>);

impl Known {
    /// What the page's article says.
    pub(super) fn of((metadata, blocks): &Story) -> Self {
        let title = metadata.title.iter().map(|found| key(&found.value));
        Self(paragraphs(blocks).map(key).chain(title).collect())
    }

    /// Whether a story that the page tells to machines as one is long enough and none of those known; it is known from then on.
    pub(super) fn take_told(&mut self, story: &Story) -> bool {
        self.take_if(story, |_, body| has_length(body))
    }

    /// Whether what was read of a part of the page is a whole story and none of those known; it is known from then on.
    pub(super) fn take(&mut self, story: &Story) -> bool {
        self.take_if(story, is_whole)
    }

    fn take_if(&mut self, (metadata, blocks): &Story, is_whole: impl Fn(&str, &[String]) -> bool) -> bool {
        let Some(title) = metadata.title.as_ref().map(|found| key(&found.value)) else { return false };
        let body: Vec<String> = paragraphs(blocks).map(key).collect();
        let says_who_or_when = metadata.published.is_some() || metadata.authors.is_some();
        let is_known = self.0.contains(&title) || body.iter().any(|paragraph| self.0.contains(paragraph));
        let is_new = says_who_or_when && !is_known && is_whole(&title, &body);
        if is_new {
            self.0.extend(body);
            self.0.insert(title);
        }
        is_new
    }
}

/// Whether a folded text is long enough, ends, and is what its title says.
fn is_whole(title: &str, body: &[String]) -> bool {
    let words: FxHashSet<&str> = body.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).collect();
    let title_words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= LEAST_LETTERS);
    has_length(body) && title_words.filter(|word| words.contains(word)).count() >= LEAST_SHARED
}

/// Whether a folded text is long enough and ends.
fn has_length(body: &[String]) -> bool {
    let count: usize = body.iter().map(|text| text.split(' ').count()).sum();
    let breaks_off = body.last().is_none_or(|last| ["…", "...", ":", ","].iter().any(|mark| last.ends_with(mark)));
    count >= LEAST_WORDS && !breaks_off
}

fn paragraphs(blocks: &[PageBlock]) -> impl Iterator<Item = &str> {
    blocks.iter().filter(|block| matches!(block.fate, Fate::Body(_))).map(|block| block.text.as_str())
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Options, ingest};

    const MAIN: &str = "Harbour of Orne to close

By Jane Smith, 5 February 2024

The old harbour of Orne will be closed from April until the autumn, the town said on Monday evening.

\"We have to dig it out before the next winter,\" the harbour master, Paula Lund, told the council of the town.

The work costs about four million euros, and most of it is paid by the region, as it was ten years ago.

Ships of more than thirty metres will have to use the new port on the other side of the bay, Lund said.

Share
";

    const PARAGRAPHS: [&str; 4] = [
        "The zoo of Varn has lent its only elephant to a film, and visitors will not see the animal before the end of May.",
        "The elephant plays itself in the story of a circus that loses its tent in a storm, said the keeper, Olaf Brink, on Friday.",
        "It travels in a wagon of its own, with hay for ten days and a keeper whom it has known for twenty-two years.",
        "The film company pays for a new pool in the zoo, which will be ready when the elephant comes home from the set.",
    ];

    fn others(below: &str) -> Vec<Option<String>> {
        let page = format!("{MAIN}\n{below}\n");
        let read = ingest(page.as_bytes(), "page.txt", Options::default()).unwrap();
        assert_eq!(read.article.title(), Some("Harbour of Orne to close"));
        read.others.iter().map(|other| other.title().map(str::to_owned)).collect()
    }

    fn story(title: &str, head: &str, paragraphs: &[&str]) -> String {
        [&[title, head], paragraphs].concat().join("\n\n")
    }

    #[test]
    fn a_whole_story_has_a_title_who_or_when_and_paragraphs() {
        const TITLE: &str = "Elephant of the zoo goes to a film";
        const HEAD: &str = "By John Public, 4 February 2024";
        let whole = story(TITLE, HEAD, &PARAGRAPHS);
        let cut = [PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[2], "The film company pays for a new pool in the zoo, which will be…"];
        for (below, count) in [
            (whole.clone(), 1),
            (format!("{whole}\n\nShare\n\nRelated articles\n\nA bench that talks to walkers"), 1),
            // No one and no day.
            (story(TITLE, "Zoo", &PARAGRAPHS), 0),
            // A promotion has a paragraph or two.
            (story(TITLE, HEAD, &PARAGRAPHS[..1]), 0),
            (story(TITLE, HEAD, &PARAGRAPHS[..2]), 0),
            (story(TITLE, HEAD, &cut), 0),
            (story("What the council has to say on Monday", HEAD, &PARAGRAPHS), 0),
            // Readers' comments.
            (format!("3 Comments\n\n{whole}"), 0),
            (story("John Public", "4 February 2024", &PARAGRAPHS), 0),
            // The same story once more.
            (format!("{whole}\n\n{whole}"), 1),
        ] {
            assert_eq!(others(&below).len(), count, "{below}");
        }
        assert_eq!(others(&whole), [Some(TITLE.to_owned())]);
    }

    #[test]
    fn the_next_story_of_an_html_page_is_none_of_the_first() {
        let html = |title: &str, head: &str, paragraphs: &[&str]| {
            format!("<div><h2>{title}</h2><div>{head}</div><p>{}</p></div>", paragraphs.join("</p><p>"))
        };
        let lines: Vec<&str> = MAIN.lines().filter(|line| line.len() > 60).collect();
        let first = html("Harbour of Orne to close", "By Jane Smith, 5 February 2024", &lines);
        for (head, count) in [("By John Public, 4 February 2024", 1), ("Zoo", 0)] {
            let page = format!("<html><body>{first}{}</body></html>", html("Elephant of the zoo goes to a film", head, &PARAGRAPHS));
            let read = ingest(page.as_bytes(), "page.html", Options::default()).unwrap();
            assert_eq!(read.others.len(), count, "{head}");
            assert!(count == 0 || !read.article.body.text().contains("elephant"), "{}", read.article.body.text());
        }
    }
}
