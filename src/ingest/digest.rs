//! A page of plain text that is several short reports, each a headline, a line with a day, and a few sentences: the first is the article.

use super::body::decide::State;
use super::body::outline::Outline;

/// The least reports of a digest.
const LEAST_REPORTS: usize = 3;

/// The most words of the line below a headline that says where and when.
const LONGEST_LINE: usize = 10;

/// The most words of each report of a digest, on average.
const MOST_WORDS: usize = 120;

/// The body of the first report, where the body that was found is one of several such reports or some of them.
pub(super) fn first_report(outline: Outline<'_>) -> Outline<'_> {
    let count = outline.page.blocks.len();
    let starts: Vec<usize> = (0..count.saturating_sub(2)).filter(|&at| is_start(&outline, at)).collect();
    let is_own = starts.iter().any(|start| start + 2 == outline.first);
    let words: usize = starts.first().map_or(0, |&start| outline.page.traits.iter().skip(start).map(|traits| traits.words).sum());
    if outline.page.tree.is_some() || starts.len() < LEAST_REPORTS || !is_own || words > MOST_WORDS * starts.len() {
        return outline;
    }
    let body = starts[0] + 2..starts[1];
    let state = |at: usize| match at {
        at if at < body.start => State::Before,
        at if at >= body.end => State::After,
        _ => State::Body,
    };
    let states = (0..count).map(state).collect();
    outline.with_states(states)
}

fn is_start(outline: &Outline<'_>, at: usize) -> bool {
    let (title, line, first) = (outline.traits(at), outline.traits(at + 1), outline.traits(at + 2));
    title.is_headline_like() && line.dated && line.words <= LONGEST_LINE && !line.ends_sentence && first.is_prose()
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Options, ingest};

    #[test]
    fn the_first_report_of_a_digest() {
        let page = "Harbour of Orne to close\nHarbour Post, 5 Feb 2024\nThe harbour of Orne will be closed from April until the autumn, the \
                    town said on Monday evening. It has to be dug out before ships of more than thirty metres can use it again.\n\n\
                    Elephant of the zoo goes to a film\nVarn Gazette, 5 Feb 2024\nThe zoo of Varn has lent its only elephant to a film, and \
                    visitors will not see the animal before the end of May. It plays itself, said the keeper, Olaf Brink.\n\n\
                    Bakery wins a prize for its bread\nValley News, 4 Feb 2024\nA bakery in the upper valley has won the national prize for \
                    its rye bread with caraway, the jury announced on Sunday. The baker thanked his grandmother and her oven.\n";
        let article = ingest(page.as_bytes(), "page.txt", Options::default()).unwrap().article;
        assert_eq!(article.title(), Some("Harbour of Orne to close"));
        assert!(
            article.body.text().starts_with("The harbour") && article.body.text().ends_with("use it again."),
            "{}",
            article.body.text()
        );
    }
}
