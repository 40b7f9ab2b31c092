//! Gives back to the body what the path took for none of it: a lead below its byline, paragraphs below a promotion or a box, short last
//! sentences. The path ends a body where what follows looks like another story; a paragraph that speaks of the body's own matter, or that
//! stands in the body's own element, is none.

mod matter;

use super::between::is_listed;
use super::closing::begins_next;
use super::decide::State;
use super::foreign::body;
use super::inserted::promotes;
use crate::ingest::block::Mark;
use crate::ingest::boilerplate::Class;
use crate::ingest::page::Page;
use matter::{LONGEST_SUBHEAD, Matter};

/// Blocks above the body among which its lead is looked for.
const ABOVE: usize = 8;

/// Blocks above a lead among which the line stands that says who or when.
const HEAD: usize = 16;

/// Blocks between two parts of a body: a box of links, captions, a promotion.
const GAP: usize = 10;

/// The same on an HTML page, where it shows which element a box is.
const GAP_OF_BOX: usize = 30;

/// Blocks below the end of a body among which its rest is looked for.
const FARTHEST: usize = 400;

/// The most words of a heading over other stories that no report goes on below.
const LONGEST_HEADING: usize = 4;

/// The least words of a lead of two sentences; a standfirst is shorter.
const LEAST_LEAD: usize = 25;

/// The least words of a paragraph that leads to what is below it: `The town said in a letter:`.
const LEAST_LEADING: usize = 12;

/// The least content words of the body in a paragraph below sentences that have none.
const LEAST_OF_GAP: usize = 2;

/// The most words of a heading over a promotion.
const LONGEST_LABEL: usize = 2;

/// The most words of a line that may stand in the middle of a text without saying why.
const LONGEST_LINE: usize = 3;

/// The most words of a heading of a part that cannot be another story's.
const LONGEST_SHORT_SUBHEAD: usize = 5;

/// Gives back the lead and the rest of the body.
pub(super) fn with_lost(page: &Page, states: &mut [State]) {
    let (Some(first), Some(last)) = (body(states).next(), body(states).last()) else { return };
    let mut matter = Matter::of(page, states);
    matter.with_lead(first);
    matter.with_rest(last);
}

impl Matter<'_> {
    /// Begins the body with a lead that stands below the line of who or when: two sentences, one below where it was written, or one that
    /// leads to what the body begins with.
    fn with_lead(&mut self, first: usize) {
        let mut begin = first;
        for at in (first.saturating_sub(ABOVE)..first).rev() {
            let traits = self.traits(at);
            if self.is_aside(at) || traits.picture_credit {
                continue;
            }
            if self.is_lead(at, begin) {
                begin = at;
            } else if traits.byline || traits.dated || traits.is_prose() || self.page.blocks[at].mark == Mark::Heading(1) {
                break;
            }
        }
        self.join(begin, first);
    }

    fn is_lead(&mut self, at: usize, first: usize) -> bool {
        let traits = self.traits(at);
        let is_between =
            |at: usize| self.is_aside(at) || matches!(self.page.blocks[at].mark, Mark::Heading(_)) || self.is_subhead(at, first);
        let leads = self.page.tree.is_some()
            && traits.words >= LEAST_LEADING
            && self.page.blocks[at].text.ends_with(':')
            && (at + 1..first).all(is_between);
        let is_long = (traits.inner_stops > 0 && traits.words >= LEAST_LEAD) || traits.agency_slug || leads;
        if !is_long || !self.speaks_of_matter(at) || !(leads || traits.is_prose()) {
            return false;
        }
        let is_head = |at: usize| {
            let traits = self.traits(at);
            (traits.byline || traits.dated) && !traits.is_prose()
        };
        let has_head = (at.saturating_sub(HEAD)..at).any(is_head);
        let is_near = self.page.tree.as_ref().is_none_or(|tree| tree.are_near(at, first));
        has_head && is_near && self.shares(at, 2) && !self.is_caption(at)
    }

    /// Goes on with the body below its end, as long as a part of it follows within reach.
    fn with_rest(&mut self, last: usize) {
        let gap = if self.page.tree.is_some() { GAP_OF_BOX } else { GAP };
        let (mut end, mut at, mut apart) = (last, last + 1, 0);
        while at < self.states.len().min(last + FARTHEST) && apart < gap && !self.ends_body(at) {
            if !self.is_aside(at) && self.is_rest(at, end, end > last) {
                (end, apart) = (at, 0);
            } else {
                // A promotion and a list are one thing, however many lines they have.
                apart += usize::from(!(self.is_aside(at) || promotes(self.page, at) || is_listed(self.page, at)));
            }
            at += 1;
        }
        self.join(last, end);
    }

    /// Makes body of all between two blocks of the body that reads as a report, and inserts of the others.
    fn join(&mut self, from: usize, to: usize) {
        for at in from..=to {
            if self.states[at] != State::Body {
                let is_end = at == from || at == to;
                let is_body = !self.is_aside(at)
                    && (is_end
                        || self.is_line_of_code(at)
                        || self.is_subhead(at, to)
                        || self.heads_paragraphs(at)
                        || is_listed(self.page, at)
                        || (self.reads_as_report(at) && !self.is_card(at)));
                self.states[at] = if is_body { State::Body } else { State::Insert };
            }
        }
    }

    /// Whether a short line stands in the element of the paragraph below it.
    fn is_subhead(&self, at: usize, below: usize) -> bool {
        let traits = self.traits(at);
        let is_plain = traits.phrases.is_empty() && !traits.byline && !traits.dated && !traits.picture_credit;
        let stands_there = self.page.tree.as_ref().is_some_and(|tree| tree.are_neighbours(at, below));
        is_plain && stands_there && at + 1 == below && (2..=LONGEST_SUBHEAD).contains(&traits.words)
    }

    /// Whether no report goes on below a block: comments, legal notes, a heading over other stories, another story's title.
    fn ends_body(&mut self, at: usize) -> bool {
        let traits = self.traits(at);
        let says = |class| traits.phrases.has(class);
        // What a promotion says of its terms is no note at the page's foot.
        if promotes(self.page, at) {
            return false;
        }
        if begins_next(self.page, at) {
            return true;
        }
        let is_heading = traits.words <= LONGEST_HEADING || matches!(self.page.blocks[at].mark, Mark::Heading(_));
        says(Class::Comments)
            || says(Class::Legal)
            || says(Class::Credit)
            || (self.may_be_home(at)
                && ((says(Class::Related) && is_heading) || (traits.is_headline_like() && !says(Class::Related) && self.opens_story(at))))
    }

    /// Whether a headline stands over a line of who or when and a paragraph of another matter.
    fn opens_story(&mut self, at: usize) -> bool {
        let is_head = |at: &usize| {
            let traits = &self.page.traits[*at];
            (traits.byline || traits.dated) && !traits.is_prose() && !traits.is_short_sentence()
        };
        let count = self.states.len();
        let Some(head) = (at + 1..count.min(at + 3)).find(is_head) else { return false };
        let first = (head + 1..count.min(head + 4)).find(|&at| self.page.traits[at].is_prose());
        first.is_none_or(|first| !self.shares(first, 2))
    }

    /// Whether a paragraph below the end of the body is the body's; one `is_regained` may go before it.
    fn is_rest(&mut self, at: usize, end: usize, is_regained: bool) -> bool {
        self.reads_as_report(at)
            && self.goes_on(at, end, is_regained)
            && !self.is_card(at)
            && !self.opens_with_author(at, end)
            && !self.is_caption(at)
    }

    /// Whether the body, interrupted or not, may go on with a paragraph.
    fn goes_on(&mut self, at: usize, end: usize, is_regained: bool) -> bool {
        let is_interrupted = (at > end + 1 || is_regained) && (end + 1..at).all(|at| self.interrupts(at));
        let traits = self.traits(at);
        if self.page.tree.is_some() {
            let follows = at == end + 1 && traits.is_short_sentence();
            return self.may_be_home(at) && (is_interrupted || follows || (at > end + 1 && self.shares(at, 1)));
        }
        let asks = traits.asks() || self.page.blocks[at].text.ends_with('?');
        // A word or two over a paragraph are its heading: `Newsletter`.
        let above = self.traits(at - 1);
        let is_headed = !above.phrases.is_empty() && above.words <= LONGEST_LABEL && !above.picture_credit;
        let is_next_sentence = is_regained && at == end + 1 && self.is_plain_sentence(at);
        if asks || is_headed || !traits.is_sentence() {
            return false;
        }
        // Sentences of the report that have none of its words may stand between.
        if is_interrupted && self.opens_run(at, end) {
            return true;
        }
        let is_gap = (end + 1..at).all(|at| self.interrupts(at) || self.reads_as_report(at));
        (is_interrupted && (is_next_sentence || (traits.is_prose() && self.shares(at, 1))))
            || (is_gap && at > end + 1 && traits.is_prose() && self.shares(at, LEAST_OF_GAP))
    }

    /// Whether sentences below each other go on behind a promotion, with a subhead above them at the most: teasers of other stories stand one
    /// below each headline.
    fn opens_run(&self, at: usize, end: usize) -> bool {
        let headings = (end + 1..at).filter(|&at| self.heads_paragraphs(at));
        let is_promoted = (end + 1..at).any(|at| promotes(self.page, at));
        let is_subhead = |at: usize| self.traits(at).words <= LONGEST_SHORT_SUBHEAD;
        is_promoted
            && headings.clone().count() <= 1
            && headings.into_iter().all(is_subhead)
            && self.is_plain_sentence(at)
            && at + 1 < self.states.len()
            && self.is_plain_sentence(at + 1)
    }

    /// Whether a block may stand between two parts of a report without ending it: a promotion, a caption, a time, a line of code.
    fn interrupts(&self, at: usize) -> bool {
        let traits = self.traits(at);
        let says_so = !traits.phrases.is_empty() || traits.picture_credit || traits.dated || traits.timed;
        self.is_aside(at)
            || (says_so && !traits.is_prose())
            || promotes(self.page, at)
            || traits.words <= LONGEST_LINE
            || self.is_line_of_code(at)
            || self.heads_paragraphs(at)
            || is_listed(self.page, at)
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Options, ingest};

    const PARTS: [&str; 5] = [
        "The salt works of Brenn will stop its pumps on Friday after a crack was found in the main basin, its owner said in the morning.",
        "Engineers from the coast office looked at the basin twice this week and found water in the clay below its northern wall.",
        "The owner, Ida Falk, said that the crack had been there since the frost, and that nobody had walked the wall since then.",
        "About forty people work at the salt works, and they will be paid for a month while the wall of the basin is dug out.",
        "The council of Brenn votes on the permit in the third week of March. No protest is expected.",
    ];

    fn read(page: &str) -> Vec<String> {
        let article = ingest(page.as_bytes(), "page", Options::default()).unwrap().article;
        article.body.paragraphs().iter().map(|paragraph| article.body.words(paragraph.span).to_owned()).collect()
    }

    fn html(middle: &str, below: &str) -> String {
        let part = |at: usize| format!("<p>{}</p>", PARTS[at]);
        let above: String = (0..4).map(part).collect();
        format!(
            "<body><h1>Salt works of Brenn stops its pumps</h1><p>By Olga Reis</p><p>7 March 2025</p>{above}{middle}{}{below}</body>",
            part(4)
        )
    }

    #[test]
    fn one_interruption_does_not_end_a_report() {
        for middle in [
            "Sign up for our newsletter",
            "Follow us on Telegram",
            "RELATED: Mayor of Senn opens the second lock",
            "Подписывайтесь на наш канал",
        ] {
            assert_eq!(read(&html(&format!("<p>{middle}</p>"), "")), PARTS, "{middle}");
            let dump = format!(
                "Coast Letter\nHome\nNews\nSalt works of Brenn stops its pumps\nBy Olga Reis\n7 March 2025\n{}\n{middle}\n{}\nMost read\nMayor of Senn opens the second lock\nCopyright Coast Letter 2025. All rights reserved.",
                PARTS[..4].join("\n"),
                PARTS[4]
            );
            assert_eq!(read(&dump), PARTS, "{middle}");
        }
    }

    #[test]
    fn who_wrote_it_is_no_rest() {
        let page = html("", "<p>Share this story</p><p>Olga covers the coast and its towns. She has written about salt since 2014.</p>");
        assert_eq!(read(&page), PARTS);
    }

    #[test]
    fn a_lead_of_two_sentences_below_the_byline_is_body() {
        let lead =
            "BRENN: The salt works of Brenn stops its pumps this week. Its owner, Ida Falk, told the council that the main basin leaks.";
        let page = html("", "").replace(
            "<p>7 March 2025</p>",
            &format!("<p>7 March 2025</p><div>The basin in winter. (Photo: Olga Reis)</div><div>{lead}</div><h2>Why the basin leaks</h2>"),
        );
        let body = read(&page);
        assert!(body.first().is_some_and(|first| first.contains("stops its pumps this week")), "{body:?}");
    }
}
