//! Ends the body above the offer to pay for the rest of it, and above whom the press may call.

use super::decide::State;
use crate::ingest::page::Page;
use crate::text::fold::key;

/// How such an offer begins, folded: English, German, French, Spanish, Russian, Ukrainian.
const OFFERS: &[&str] = &[
    "subscribe to continue",
    "subscribe to read",
    "subscribe to keep reading",
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

/// The most words of a heading over whom to call.
const LONGEST_HEADING: usize = 6;

/// The most words of an offer's first line.
const LONGEST_OFFER: usize = 20;

/// The most words of all that stands below; where there are more, it is the report, and the offer was for others.
const MOST_BELOW: usize = 90;

/// Ends the body above the first line of an offer, or the heading over whom to call.
pub(super) fn end_above_closing(page: &Page, states: &mut [State]) {
    let Some(first) = states.iter().position(|state| *state == State::Body) else { return };
    let closes = |at: &usize| {
        let words = page.traits[*at].words;
        words <= LONGEST_OFFER && {
            let folded = key(&page.blocks[*at].text);
            let begins = |table: &[&str]| table.iter().any(|beginning| folded.starts_with(beginning));
            begins(OFFERS) || (words <= LONGEST_HEADING && begins(CONTACTS))
        }
    };
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
