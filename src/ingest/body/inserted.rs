//! Takes out of the middle of a body what its outlet put there: promotions, polls, boxes of what to read next.

use rustc_hash::FxHashMap;

use super::closing::begins_next;
use super::cohesion::{Stem, content_words};
use super::decide::State;
use super::foreign::{body, insert, words};
use crate::ingest::block::Mark;
use crate::ingest::boilerplate::Class;
use crate::ingest::page::Page;

/// The most words of a promotion.
const LONGEST_PROMOTION: usize = 60;

/// The most words of a line that promotes and is no sentence.
const LONGEST_LINE: usize = 12;

/// The content words of the report in a paragraph that is no promotion, whatever it asks.
const LEAST_SHARED: usize = 3;

/// How polls begin, folded: English, German, French, Spanish, Russian, Ukrainian.
const POLLS: &[&str] = &[
    "quick quiz",
    "quiz:",
    "take our quiz",
    "quick poll",
    "poll:",
    "take our poll",
    "vote in our poll",
    "umfrage:",
    "quiz :",
    "sondage :",
    "encuesta:",
    "опрос:",
    "опитування:",
];

/// The most words of an answer of a poll, or of its button.
const LONGEST_ANSWER: usize = 5;

/// The most answers and buttons of a poll.
const MOST_ANSWERS: usize = 10;

/// The most links of a box.
const MOST_LINKS: usize = 8;

/// Whether a block asks the reader for something: a line that promotes, or a paragraph that does so in sentences.
pub(super) fn promotes(page: &Page, at: usize) -> bool {
    let traits = &page.traits[at];
    let is_line = !traits.ends_sentence && traits.words <= LONGEST_LINE;
    traits.phrases.has(Class::Promotion) && !traits.quoted && (is_line || traits.to_reader) && traits.words <= LONGEST_PROMOTION
}

/// Makes inserts of all that was put into the body.
pub(super) fn without_inserted(page: &Page, states: &mut [State]) {
    let (Some(first), Some(last)) = (body(states).next(), body(states).last()) else { return };
    let mut found = Vec::new();
    let last =
        if (first + 1..=last).any(|at| promotes(page, at)) { without_promotions(page, states, (first, last), &mut found) } else { last };
    for at in body(states).filter(|&at| at > first && at < last) {
        if is_heading_of_promotion(page, states, at) {
            found.push(at);
        } else if is_poll(page, at) {
            found.extend(with_answers(page, at, last));
        } else if begins_next(page, at) {
            found.extend(with_links(page, at, last));
        }
    }
    found.retain(|&at| states[at] == State::Body);
    found.sort_unstable();
    found.dedup();
    // Where most of a text asks, it is what the text is about.
    if words(page, found.iter().copied()) * 3 < words(page, body(states)) {
        insert(states, &found);
    }
}

/// Gives back what asks for something that the report speaks of, ends the body above a box that promotes, and finds the texts of those in
/// it; says the body's last block then.
fn without_promotions(page: &Page, states: &mut [State], (first, last): (usize, usize), found: &mut Vec<usize>) -> usize {
    let may_be_own =
        |at: &usize| states[*at] == State::Insert && promotes(page, *at) && page.traits[*at].ends_sentence && page.asides[*at].is_none();
    let mut matter = Matter::of(page, states);
    let own: Vec<usize> = (first + 1..last).filter(may_be_own).filter(|&at| !matter.is_strange(page, states, at)).collect();
    if !own.is_empty() {
        for at in own {
            states[at] = State::Body;
        }
        matter = Matter::of(page, states);
    }
    let last = without_last_box(page, states, &matter, last);
    let in_boxes = body(states).filter(|&at| at > first && at < last && is_in_box(page, states, at, false));
    found.extend(in_boxes.filter(|&at| matter.is_strange(page, states, at)));
    last
}

/// The most words of a label over the text of a box: `Newsletter`.
const LONGEST_LABEL: usize = 3;

/// Whether a block is the text of a box that promotes: below its label or its first line, `is_last` or above its button.
fn is_in_box(page: &Page, states: &[State], at: usize, is_last: bool) -> bool {
    let above =
        at.checked_sub(1).filter(|&above| states[above] != State::Body && promotes(page, above) && !page.traits[above].ends_sentence);
    let is_closed = at + 1 < states.len() && states[at + 1] != State::Body && promotes(page, at + 1);
    above.is_some_and(|above| is_closed || (is_last && page.traits[above].words <= LONGEST_LABEL)) && !page.traits[at].quoted
}

/// Ends the body above a box that promotes, and says its last block then.
fn without_last_box(page: &Page, states: &mut [State], matter: &Matter, last: usize) -> usize {
    if !is_in_box(page, states, last, true) || !matter.is_strange(page, states, last) {
        return last;
    }
    states.iter_mut().skip(last).for_each(|state| *state = State::After);
    let end = body(states).last().unwrap_or(last);
    states.iter_mut().skip(end + 1).for_each(|state| *state = State::After);
    end
}

/// In how many blocks of the body each content word stands.
struct Matter(FxHashMap<Stem, usize>);

impl Matter {
    fn of(page: &Page, states: &[State]) -> Self {
        let mut blocks = FxHashMap::default();
        for stem in body(states).flat_map(|at| content_words(&page.keys[at])) {
            *blocks.entry(stem).or_default() += 1;
        }
        Self(blocks)
    }

    /// Whether a block, of the body or not, has none of what the other blocks of the body speak of, or hardly any.
    fn is_strange(&self, page: &Page, states: &[State], at: usize) -> bool {
        let own = usize::from(states[at] == State::Body);
        let is_shared = |stem: &&Stem| self.0.get(*stem).is_some_and(|blocks| *blocks > own);
        content_words(&page.keys[at]).iter().filter(is_shared).count() < LEAST_SHARED
    }
}

/// The most words of a heading over a promotion.
const LONGEST_HEADING: usize = 6;

/// Whether a line stands over a promotion and over nothing else: `The Morning Letter`.
fn is_heading_of_promotion(page: &Page, states: &[State], at: usize) -> bool {
    let traits = &page.traits[at];
    let is_label = traits.words <= LONGEST_HEADING && !traits.ends_sentence && !traits.quoted && page.blocks[at].mark != Mark::Item;
    is_label && !page.blocks[at].text.ends_with(':') && states[at + 1] == State::Insert && promotes(page, at + 1)
}

fn is_poll(page: &Page, at: usize) -> bool {
    page.traits[at].words <= LONGEST_PROMOTION && POLLS.iter().any(|beginning| page.keys[at].starts_with(beginning))
}

/// A poll with the short lines below it.
fn with_answers(page: &Page, poll: usize, last: usize) -> impl Iterator<Item = usize> {
    let is_answer = |at: &usize| {
        let traits = &page.traits[*at];
        traits.words <= LONGEST_ANSWER && !traits.quoted && !matches!(page.blocks[*at].mark, Mark::Heading(_))
    };
    let answers = (poll + 1..last).take(MOST_ANSWERS).take_while(is_answer).count();
    poll..=poll + answers
}

/// The heading of a box of links with the links below it; nothing where no link is.
fn with_links(page: &Page, heading: usize, last: usize) -> impl Iterator<Item = usize> {
    let is_link = |at: &usize| page.tree.as_ref().is_some_and(|tree| tree.places[*at].is_link()) && !page.traits[*at].quoted;
    let links = (heading + 1..last).take(MOST_LINKS).take_while(is_link).count();
    (heading..=heading + links).filter(move |_| links > 0)
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Options, ingest};

    const PARTS: [&str; 6] = [
        "The lock at Tarn will be shut for nine weeks from Monday, after its lower gate was bent by a barge with gravel on board.",
        "Divers looked at the gate on Friday. \"It is bent by the width of a hand,\" said the master of the lock, Ewa Lind.",
        "Boats will be carried over the hill on a trailer, as they were in the winter of 1998, and that costs forty crowns a boat.",
        "The owner of the barge, a company from Senn, said that its skipper had been looking into the sun and saw the gate too late.",
        "A new gate costs half a million crowns, which the owner's insurance will pay, according to a letter that the town published.",
        "The council of Tarn meets on Wednesday, and then it will say who carries the boats that belong to the school.",
    ];

    fn read(page: &str) -> Vec<String> {
        let article = ingest(page.as_bytes(), "page", Options::default()).unwrap().article;
        article.body.paragraphs().iter().map(|paragraph| article.body.words(paragraph.span).to_owned()).collect()
    }

    #[test]
    fn what_the_outlet_put_into_a_report_is_left_out() {
        for (html, text) in [
            ("<p>Subscribe to our channel on Telegram</p>", "Subscribe to our channel on Telegram"),
            ("<p>Подписывайтесь на наш канал в Telegram</p>", "Подписывайтесь на наш канал в Telegram"),
            (
                "<p>Assine nossa newsletter e receba as notícias no seu e-mail</p>",
                "Assine nossa newsletter e receba as notícias no seu e-mail",
            ),
            (
                "<p>Enjoying this? Our weekly letter lands in your inbox every Friday. Pop in your address.</p>",
                "Enjoying this? Our weekly letter lands in your inbox every Friday. Pop in your address.",
            ),
            (
                "<div><p>Quick quiz: how high is the hill?</p><ul><li>Ten metres</li><li>A hundred</li></ul><p>Show the answer</p></div>",
                "Quick quiz: how high is the hill?\n\n• Ten metres\n• A hundred\n\nShow the answer",
            ),
            ("<section><h3>Read next</h3><a href='/1'>Mayor of Orr resigns over the contract for ferries</a></section>", ""),
        ] {
            let part = |at: usize| format!("<p>{}</p>", PARTS[at]);
            let (above, below): (String, String) = ((0..4).map(part).collect(), (4..6).map(part).collect());
            let head = "<h1>Lock at Tarn is shut for nine weeks</h1><p>By Olga Reis</p><p>7 March 2025</p>";
            let page = format!("<body>{head}{above}{html}{below}</body>");
            assert_eq!(read(&page), PARTS, "{page}");
            let dump = format!(
                "Lock at Tarn is shut for nine weeks\n\nBy Olga Reis\n\n7 March 2025\n\n{}\n\n{text}\n\n{}\n",
                PARTS[..4].join("\n\n"),
                PARTS[4..].join("\n\n")
            );
            assert_eq!(read(&dump), PARTS, "{dump}");
        }
    }

    /// Paragraphs, a subhead and a list below a promotion, with few of the report's words.
    const REST: [&str; 8] = [
        "What the gravel was for",
        "The barge carried it to a road works in Senn, where forty men wait now. They play cards, and the foreman has lost a watch.",
        "Asphalt from Orne & Sons comes by train.",
        "Three of the men will go home:",
        "Ivo Reis, who wants to see his garden",
        "Paul Senn, because of the watch",
        "Their boss said that the lock could be \"mended by a child with a hammer\" and that he would ask the council for his money back.",
        "Work should begin in July.",
    ];

    #[test]
    fn a_report_goes_on_below_a_box_of_promotion_whatever_it_says() {
        let head = "Lock at Tarn is shut for nine weeks\n\nBy Olga Reis\n\n7 March 2025";
        let foot =
            "You may also like\n\nStorm warning for the southern coast\n\nBakery in Senn closes after 60 years\n\n© 2025 The Tarn Post.";
        let box_ = "The Morning Letter\n\nSign up for our free morning letter and never miss a story.\n\nSign up\n\n\
                    By signing up you agree to our terms.";
        let dump = format!("{head}\n\n{}\n\n{box_}\n\n{}\n\n{foot}\n", PARTS[..3].join("\n\n"), REST.join("\n\n"));
        let want: Vec<&str> = PARTS[..3].iter().chain(&REST).copied().collect();
        assert_eq!(read(&dump), want);
    }

    #[test]
    fn a_report_of_an_offer_keeps_it() {
        let offer = "Sign up for the boats of the lock at Tarn before Monday, the master Ewa Lind told us, and bring forty crowns.";
        let parts: Vec<&str> = PARTS[..3].iter().chain([&offer]).chain(&PARTS[3..]).copied().collect();
        assert!(
            read(&format!("<h1>Lock at Tarn is shut for nine weeks</h1><p>{}</p>", parts.join("</p><p>"))).iter().any(|part| part == offer)
        );
    }
}
