//! Lines that stand in the middle of texts and are never theirs: what they begin with, and why they are set aside.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::article::DropReason;
use crate::ingest::block::Block;
use crate::ingest::body::traits::Traits;
use crate::text::fold::key;

/// The most words of such a line.
const LONGEST: usize = 24;

/// Beginnings of lines, folded, by reason: English, German, French, Spanish, Russian, Ukrainian.
const LINES: &[(DropReason, &[&str])] = &[
    (
        DropReason::PageFurniture,
        &[
            "estimated reading time:",
            "reading time:",
            "lesezeit:",
            "lesedauer:",
            "geschatzte lesezeit",
            "temps de lecture :",
            "temps de lecture:",
            "tiempo de lectura:",
            "время чтения:",
            "час читання:",
        ],
    ),
    (
        DropReason::Navigation,
        &[
            "story continues below",
            "article continues below",
            "continues after advert",
            "nach der anzeige geht es weiter",
            "der artikel geht unten weiter",
            "la suite apres la publicite",
            "la suite apres cette publicite",
            "el articulo continua despues de",
            "продолжение после рекламы",
            "продовження після реклами",
        ],
    ),
    (
        DropReason::Promotion,
        &[
            "thanks for reading",
            "thank you for reading",
            "this post is public so feel free to share",
            "haben sie fehler entdeckt",
            "fehler gefunden?",
            "vous avez repere une erreur",
            "une faute dans cet article",
            "puedes seguir a ",
            "sigue toda la informacion de ",
            "нашли ошибку?",
            "нашли опечатку?",
            "заметили ошибку?",
            "якщо ви знаишли помилку",
            "помітили помилку?",
        ],
    ),
];

/// The first words of all lines.
static FIRST_WORDS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| LINES.iter().flat_map(|(_, lines)| *lines).filter_map(|line| line.split(' ').next()).collect());

/// Why a block is set aside by its words; one in quotation marks is what somebody said.
pub(super) fn line(block: &Block, traits: &Traits) -> Option<DropReason> {
    // Most blocks are told by their first word alone.
    let may_be = |text: &str| FIRST_WORDS.contains(key(text.split(' ').next().unwrap_or_default()).as_str());
    if traits.words > LONGEST || traits.quoted || !may_be(&block.text) {
        return None;
    }
    let folded = key(&block.text);
    LINES.iter().find(|(_, lines)| lines.iter().any(|line| folded.starts_with(line))).map(|(why, _)| *why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::language::Languages;

    #[test]
    fn lines_that_are_never_the_texts() {
        for (text, want) in [
            ("Temps de lecture : 2 min", Some(DropReason::PageFurniture)),
            ("Lesezeit: 3 Minuten", Some(DropReason::PageFurniture)),
            ("La suite après la publicité", Some(DropReason::Navigation)),
            ("Story continues below", Some(DropReason::Navigation)),
            ("Thanks for reading Tidewrack! This post is public so feel free to share it.", Some(DropReason::Promotion)),
            ("Haben Sie Fehler entdeckt? Dann schreiben Sie uns!", Some(DropReason::Promotion)),
            ("Нашли ошибку? Выделите её и нажмите Ctrl+Enter", Some(DropReason::Promotion)),
            ("Якщо ви знайшли помилку, виділіть її.", Some(DropReason::Promotion)),
            ("\"Thanks for reading,\" the mayor told the clerk.", None),
            ("The reading time of the meter was wrong.", None),
        ] {
            let block = Block::plain(text);
            assert_eq!(line(&block, &Traits::of(&block, &key(text), Languages::ALL)), want, "{text}");
        }
    }
}
