//! Tells a picture's caption by its credit: `… Photograph: Jane Smith/Harbour Post`. It names no author, no date, and is no title.

use crate::text::fold::key;
use crate::text::span::{after, before};

/// Words before the name of who made a picture, folded, by language: English, German, French, Spanish, Russian, Ukrainian.
const CREDIT_WORDS: &[&str] = &[
    "photo photograph photography photographer picture image credit illustration graphic screenshot",
    "foto fotograf fotografin bild bildquelle grafik symbolbild archivbild illustration",
    "photo photographie photographe image credit credits illustration",
    "foto fotografia imagen credito ilustracion",
    "фото фотограф снимок изображение иллюстрация",
    "фото світлина знімок зображення ілюстрація",
];

/// Marks after which a credit may begin.
const BOUNDARIES: &[char] = &['.', '!', '?', '…', '(', '[', '|', ',', '–', '—'];

/// Words between the boundary and the credit word: an agency's name, or `Crédit` before `photo`.
const WORDS_BEFORE: usize = 2;

/// The most words of a credit.
const LONGEST_CREDIT: usize = 8;

/// Words of a picture's maker and of an outlet in `Name/Outlet`.
const MAKER: std::ops::RangeInclusive<usize> = 2..=4;
/// See [`MAKER`].
const OUTLET: std::ops::RangeInclusive<usize> = 1..=5;

/// Whether the text names who made a picture; `folded` is its key.
pub(super) fn has_credit(text: &str, folded: &str) -> bool {
    let mut marks = text.match_indices([':', '/', '：']);
    let has_mark = text.contains(':') || text.contains('/') || text.contains('：');
    is_credit_without_mark(text, folded)
        || (has_mark && marks.any(|(at, mark)| is_credit_at(before(text, at), after(text, at + mark.len()))))
        || (has_mark && (ends_in_maker(text) || ends_in_outlets(text)))
}

/// Beginnings of a credit without a mark, folded, by language: English, German, French, Spanish.
const CREDITED: &[&str] =
    &["photo by ", "photos by ", "photograph by ", "picture by ", "image by ", "foto von ", "fotos von ", "photo de ", "foto de "];

/// `Photo by Jane Smith`: a line of its own that names who made the picture.
fn is_credit_without_mark(text: &str, folded: &str) -> bool {
    let Some(cue) = CREDITED.iter().find(|cue| folded.starts_with(**cue)) else { return false };
    let name: Vec<&str> = text.split_whitespace().skip(cue.split_whitespace().count()).collect();
    let is_short = (1..LONGEST_CREDIT).contains(&name.len()) && !text.ends_with(['.', '!', '?']);
    is_short && name.iter().all(|word| word.chars().count() <= 3 || word.contains(char::is_uppercase))
}

/// `Foto: Name`, `(HP Photo/Name)`: a credit word before the mark, a name and nothing else after it.
fn is_credit_at(head: &str, name: &str) -> bool {
    let head = head.trim_end();
    let lead = head.trim_end_matches(char::is_alphabetic);
    let word = key(after(head, lead.len()));
    let since = lead.rfind(BOUNDARIES);
    let words_between = since.map_or(lead, |at| after(lead, at)).trim_start_matches(BOUNDARIES).split_whitespace().count();
    let stands_free = lead.is_empty() || lead.ends_with(char::is_whitespace) || lead.ends_with(BOUNDARIES);
    let is_cue =
        stands_free && words_between <= WORDS_BEFORE && CREDIT_WORDS.iter().any(|words| words.split(' ').any(|credit| credit == word));
    // At the start of a line a headline may say the same: `Bild: Minister tritt zurück`.
    is_cue && if since.is_none() { is_name(name) } else { starts_name(name) }
}

/// Whether a text begins with a name and is short.
fn starts_name(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.next().is_some_and(|word| word.contains(char::is_uppercase)) && words.count() < LONGEST_CREDIT
}

/// Whether a text is a name: no word of some length without a capital.
fn is_name(text: &str) -> bool {
    starts_name(text) && text.split_whitespace().all(|word| word.chars().count() <= 3 || word.contains(char::is_uppercase))
}

/// `… on Monday. Jane Smith/Harbour Post`, `… on Monday (Jane Smith / Agency)`.
fn ends_in_maker(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ')', ']', ' ']);
    let Some((head, outlet)) = text.rsplit_once('/') else { return false };
    let Some((at, boundary)) = [". ", " (", " [", "| "].iter().filter_map(|b| head.rfind(b).map(|at| (at, b))).max() else {
        return false;
    };
    let maker: Vec<&str> = after(head, at + boundary.len()).split_whitespace().collect();
    let outlet: Vec<&str> = outlet.split_whitespace().collect();
    let is_maker = MAKER.contains(&maker.len()) && maker.iter().all(|word| word.starts_with(char::is_uppercase));
    let is_outlet = OUTLET.contains(&outlet.len()) && outlet.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    is_maker && is_outlet && before(head, at).split_whitespace().count() >= 3
}

/// `… on Monday. (Harbour Post/Agency/Town of Orne)`: a bracket at the end that holds names parted by strokes.
fn ends_in_outlets(text: &str) -> bool {
    let inside = text.trim_end_matches(['.', ' ']).strip_suffix(')').and_then(|text| text.rsplit_once('('));
    inside.is_some_and(|(head, names)| {
        let is_name = |name: &str| name.trim().starts_with(char::is_uppercase) && starts_name(name);
        names.contains('/') && names.split('/').all(is_name) && head.split_whitespace().count() >= 3
    })
}

/// How agencies begin a caption: `In this Monday, Feb. 5, 2024, file photo, …`.
const PICTURED: [&str; 3] = ["in this ", "this photo ", "this image "];

/// Words for a picture in such a beginning.
const PICTURES: &[&str] =
    &["photo", "photograph", "image", "picture", "frame", "screenshot", "photo,", "photograph,", "image,", "picture,"];

/// Words of a beginning.
const BEGINNING: usize = 9;

/// Whether a text begins as the caption of an agency's picture does.
pub(super) fn begins_as_caption(text: &str) -> bool {
    if !PICTURED.iter().any(|start| before(text, start.len()).eq_ignore_ascii_case(start)) {
        return false;
    }
    let head = key(&text.split(' ').take(BEGINNING).collect::<Vec<_>>().join(" "));
    head.split(' ').any(|word| PICTURES.contains(&word))
}

/// Words of a caption that shows who stands where on a picture, folded, by language; in a report they are rare, above a picture's credit
/// they are the caption's.
const POINTING: &[&str] = &[
    " second left",
    " second right",
    " second from left",
    " second from right",
    "from left",
    "from right",
    "(left)",
    "(right)",
    ", left,",
    ", right,",
    ", centre,",
    ", center,",
    "pictured",
    " is seen ",
    " are seen ",
    " poses for ",
    " pose for ",
    " shakes hands ",
    " shake hands ",
    " looks on ",
    " look on ",
    "(links)",
    "(rechts)",
    "(l.)",
    "(r.)",
    "von links",
    "im bild",
    "(a gauche)",
    "(a droite)",
    "de gauche a droite",
    "se serrent la main",
    "(izquierda)",
    "(derecha)",
    "de izquierda a derecha",
    "se dan la mano",
    "(слева)",
    "(справа)",
    "слева направо",
    "на фото",
    "на снимке",
    "(ліворуч)",
    "(праворуч)",
    "зліва направо",
    "на світлині",
];

/// Whether the text reads as a caption without its credit.
pub(super) fn begins_or_points_as_caption(text: &str) -> bool {
    let folded = key(text);
    begins_as_caption(text) || POINTING.iter().any(|words| folded.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_that_point() {
        for (text, want) in [
            ("Harbour master Lund, second left, and the mayor shake hands.", true),
            ("Paula Lund (links) und der Bürgermeister am Kai.", true),
            ("Паула Лунд (слева) и мэр на набережной.", true),
            ("The mayor left the hall after the vote.", false),
        ] {
            assert_eq!(begins_or_points_as_caption(text), want, "{text}");
        }
    }

    #[test]
    fn credits_of_pictures() {
        for text in [
            "Photo by Jane Smith",
            "Foto von Max Müller / Hafenblatt",
            "Ships wait in the harbour on Monday. Photograph: Jane Smith/Harbour Post",
            "Ships wait in the harbour. Picture: Jane Smith",
            "The harbour in winter (Credit: iStock)",
            "Ships in the harbour, Monday, Feb. 5, 2024. (HP Photo/Jane Smith)",
            "The harbour last year. (Jane Smith/HP)",
            "The house by the harbour in Orne. Jane Smith / Agency file",
            "The moon over Orne, 2024. (ESA/Orne/Institute of the Harbour)",
            "Schiffe im Hafen von Orne. Foto: Max Müller / Hafenblatt",
            "Foto: Max Müller",
            "Le port d'Orne, lundi. Crédit photo : Anne Dupont / Le Port",
            "El puerto de Orne. Imagen: Ana Ruiz",
            "Порт Орна зимой. Фото: Иван Петров",
            "Порт Орна взимку. Світлина: Іван Петренко",
        ] {
            assert!(has_credit(text, &key(text)), "{text}");
        }
    }

    #[test]
    fn captions_of_agencies() {
        for (text, want) in [
            ("In this Monday, Feb. 5, 2024, file photo, ships wait in the harbour of Orne.", true),
            ("This image made from video shows the harbour of Orne.", true),
            ("In this town nobody talks of the harbour, and no photo of it hangs in the hall of the council any more.", false),
            ("The photo shows the harbour.", false),
        ] {
            assert_eq!(begins_as_caption(text), want, "{text}");
        }
    }

    #[test]
    fn what_is_no_credit() {
        for text in [
            "Harbour of Orne to close: mayor gives in",
            "In pictures: Storm over the harbour",
            "Bild: Minister tritt nach Streit zurück",
            "Photo: the harbour as it was",
            "Photo by photo, the harbour changes",
            "Photo de famille au sommet du port",
            "By Jane Smith/Harbour Post",
            "The harbour opens 24/7 from Monday",
            "Orne/Upper Orne: harbour closes",
            "http://example.com/Photo/Name",
        ] {
            assert!(!has_credit(text, &key(text)), "{text}");
        }
    }
}
