//! Ends the body above the offer to pay for the rest of it, and above whom the press may call.

use super::decide::State;
use crate::ingest::block::Mark;
use crate::ingest::page::Page;
use crate::text::fold::key;

/// How such an offer begins, folded: English, German, French, Spanish, Russian, Ukrainian.
const OFFERS: &[&str] = &[
    "subscribe to continue",
    "subscribe to read",
    "subscribe to keep reading",
    "keep reading with a subscription",
    "keep reading for",
    "continue reading with a subscription",
    "you have read",
    "you've read all",
    "you have reached your limit",
    "you've reached your limit",
    "unlock this article",
    "unlock this story",
    "subscribe now to continue",
    "to continue reading",
    "to read the full story",
    "sign in to continue",
    "log in to continue",
    "register to continue",
    "this article is for subscribers",
    "this story is for subscribers",
    "this post is for paid subscribers",
    "this post is for paying subscribers",
    "this content is for subscribers",
    "already a subscriber",
    "weiterlesen mit",
    "jetzt weiterlesen",
    "mit abo weiterlesen",
    "lesen sie weiter mit",
    "dieser artikel ist nur fur abonnenten",
    "sie mochten weiterlesen",
    "cet article est reserve aux abonnes",
    "la suite est reservee aux abonnes",
    "article reserve aux abonnes",
    "il vous reste",
    "abonnez-vous pour lire",
    "suscribete para seguir leyendo",
    "suscribete para continuar leyendo",
    "contenido exclusivo para suscriptores",
    "este articulo es solo para suscriptores",
    "полныи текст доступен",
    "полная версия доступна",
    "материал доступен только подписчикам",
    "оформите подписку, чтобы",
    "повнии текст доступнии",
    "матеріал доступнии лише передплатникам",
    "оформіть передплату, щоб",
];

/// Headings over whom to call, folded, in the same languages.
const CONTACTS: &[&str] = &[
    "media enquiries",
    "media inquiries",
    "media contact",
    "press enquiries",
    "press contact",
    "contact for media",
    "contacts for the press",
    "pressekontakt",
    "ansprechpartner fur die presse",
    "ruckfragen bitte an",
    "contact presse",
    "contacts presse",
    "contacto de prensa",
    "contacto para la prensa",
    "контакты для прессы",
    "контакты для сми",
    "контакти для преси",
    "контакти для змі",
];

/// Headings over other stories to read next, folded, in the same languages.
const NEXT: &[&str] = &[
    "next up in",
    "next up:",
    "read next",
    "read further",
    "further reading",
    "more from",
    "what to read next",
    "more stories",
    "more to read",
    "top news stories today",
    "zum weiterlesen",
    "weiterlesen:",
    "mehr aus",
    "a lire ensuite",
    "pour aller plus loin",
    "para leer mas",
    "siga leyendo",
    "что еще почитать",
    "читать далее:",
    "що ще почитати",
];

/// Headings over what a report was written from, folded and whole, in the same languages.
const APPENDICES: &[&str] = &[
    "references",
    "sources",
    "notes",
    "footnotes",
    "notes and references",
    "bibliography",
    "works cited",
    "external links",
    "see also",
    "einzelnachweise",
    "quellen",
    "anmerkungen",
    "weblinks",
    "siehe auch",
    "notes et references",
    "bibliographie",
    "liens externes",
    "voir aussi",
    "referencias",
    "fuentes",
    "notas",
    "enlaces externos",
    "vease tambien",
    "примечания",
    "источники",
    "литература",
    "ссылки",
    "см. также",
    "примітки",
    "джерела",
    "література",
    "посилання",
    "див. також",
];

/// Of all words of a body, the share that may stand below such a heading: a third.
const MOST_BELOW_HEADING: usize = 3;

/// The most words of a heading over whom to call.
const LONGEST_HEADING: usize = 6;

/// The most words of an offer's first line.
const LONGEST_OFFER: usize = 20;

/// The most words of all that stands below; where there are more, it is the report, and the offer was for others.
const MOST_BELOW: usize = 90;

/// Ends the body above the first line of an offer, or the heading over whom to call.
pub(super) fn end_above_closing(page: &Page, states: &mut [State]) {
    end_above(page, states, |at, folded| {
        let begins = |table: &[&str]| table.iter().any(|beginning| folded.starts_with(beginning));
        begins(OFFERS) || (page.traits[at].words <= LONGEST_HEADING && begins(CONTACTS))
    });
    end_above_next(page, states);
}

fn is_heading(page: &Page, at: usize) -> bool {
    page.traits[at].words <= LONGEST_HEADING && !page.traits[at].ends_sentence
}

/// Whether a line is the heading over what to read next.
pub(super) fn begins_next(page: &Page, at: usize) -> bool {
    is_heading(page, at) && NEXT.iter().any(|beginning| page.keys[at].starts_with(beginning))
}

/// Ends the body above the heading over what to read next, or over what it was written from.
fn end_above_next(page: &Page, states: &mut [State]) {
    let words = |from: usize, states: &[State]| {
        (from..states.len()).filter(|&at| states[at] == State::Body).map(|at| page.traits[at].words).sum::<usize>()
    };
    let Some(first) = states.iter().position(|state| *state == State::Body) else { return };
    let last = states.iter().rposition(|state| *state == State::Body).unwrap_or(first);
    let all = words(first, states);
    let is_over = |at: &usize| {
        let heading = &page.keys[*at];
        let is_next = begins_next(page, *at) && names_stories(page, states, *at);
        // A wiki's button stands in the heading: `Sources[edit]`.
        let bare = heading.split('[').next().unwrap_or_default().trim_end_matches([':', ' ']);
        is_next || (APPENDICES.contains(&bare) && lists(page, states, *at))
    };
    let is_small = |at: &usize| words(*at, states) * MOST_BELOW_HEADING <= all;
    if let Some(end) = (first + 1..=last).filter(|&at| is_heading(page, at)).find(|at| is_over(at) && is_small(at)) {
        states.iter_mut().skip(end).for_each(|state| *state = State::After);
    }
}

/// Whether what stands below a heading is a list, or lines that are no sentences.
fn lists(page: &Page, states: &[State], heading: usize) -> bool {
    let below: Vec<usize> = (heading + 1..states.len()).filter(|&at| states[at] == State::Body).collect();
    let is_item = |at: &&usize| page.blocks[**at].mark == Mark::Item || !page.traits[**at].is_prose();
    below.iter().filter(is_item).count() * 2 >= below.len()
}

/// Whether what stands below a heading are other stories: mostly links, or in plain text headlines and numbered lines.
fn names_stories(page: &Page, states: &[State], heading: usize) -> bool {
    let below: Vec<usize> = (heading + 1..states.len()).filter(|&at| states[at] == State::Body).collect();
    let is_numbered = |text: &str| text.split_once(['.', ')']).is_some_and(|(number, _)| number.len() <= 2 && number.parse::<u8>().is_ok());
    let names = |at: &&usize| match &page.tree {
        Some(tree) => tree.places[**at].is_link() || page.traits[**at].to_reader,
        None => page.traits[**at].is_headline_like() || page.traits[**at].to_reader || is_numbered(&page.blocks[**at].text),
    };
    !below.is_empty() && below.iter().filter(names).count() * 2 >= below.len()
}

/// Ends the body above the first short line that closes it, unless much of it stands below.
fn end_above(page: &Page, states: &mut [State], closes: impl Fn(usize, &str) -> bool) {
    let Some(first) = states.iter().position(|state| *state == State::Body) else { return };
    let closes = |at: &usize| page.traits[*at].words <= LONGEST_OFFER && closes(*at, &key(&page.blocks[*at].text));
    let last = states.iter().rposition(|state| *state == State::Body).unwrap_or(first);
    let Some(end) = (first + 1..=last).find(closes) else { return };
    let below = (end..states.len()).filter(|&at| states[at] == State::Body).map(|at| page.traits[at].words).sum::<usize>();
    if below <= MOST_BELOW {
        states.iter_mut().skip(end).for_each(|state| *state = State::After);
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Options, ingest};

    const STUB: &str = "<p>For ninety years the bank of Yeast Street has asked one question of anyone who wants a loan: show me your bread.</p>\
                        <p>That has made it the safest bank in the country, according to the regulator, and the slowest one as well.</p>";

    #[test]
    fn the_offer_is_none_of_the_report() {
        for (offer, rest) in [
            ("Subscribe to continue reading", "Get all articles for one pound in your first month."),
            ("Jetzt weiterlesen mit dem Abo", "Alle Artikel im ersten Monat für einen Euro."),
            ("La suite est réservée aux abonnés.", "Tous les articles pour un euro le premier mois."),
            ("Suscríbete para seguir leyendo", "Todos los artículos por un euro el primer mes."),
            ("Полный текст доступен по подписке", "Все статьи за один рубль в первый месяц."),
            ("Повний текст доступний передплатникам", "Усі статті за одну гривню в перший місяць."),
            ("Media enquiries", "Call the office of the bank on 0300 000 0000, or write to it."),
            ("Sources:", "Interviews with two bakers and a clerk"),
            ("Siehe auch", "Die Hefestraße vor hundert Jahren"),
            ("Pressekontakt:", "Bank für Bäcker, Hefestraße 3, Telefon 0300 000 000."),
        ] {
            let page = format!(
                "<article><h1>The bank for bakers</h1><p>By Priya Hall</p>{STUB}<div><h2>{offer}</h2><p>{rest}</p><ul><li>Stop any time</li></ul></div></article>"
            );
            let text = ingest(page.as_bytes(), "page.html", Options::default()).unwrap().article.body.text().to_owned();
            assert!(text.ends_with("as well."), "{offer}: {text}");
        }
    }
}
