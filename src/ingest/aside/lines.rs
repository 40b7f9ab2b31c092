//! Lines that stand in the middle of texts and are never theirs: what they begin with, and why they are set aside.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::article::DropReason;
use crate::ingest::block::{Block, Mark};
use crate::ingest::body::traits::Traits;
use crate::text::fold::key;
use crate::text::span::first_chars;

/// The most words of such a line.
const LONGEST: usize = 24;

/// The least characters of the headline behind words that lead to it.
const LEAST_NAMED: usize = 5;

/// Beginnings of lines by reason: English, German, French, Spanish, Russian, Ukrainian; of links to other stories in more languages.
const LINES: &[(DropReason, &[&str])] = &[
    (
        DropReason::PageFurniture,
        &[
            "we apologize, this video has expired",
            "this video has expired",
            "this video can not be played",
            "this video cannot be played",
            "this video is no longer available",
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

/// Words before the headline of another story in the middle of a text; what stands behind them is on the same line.
const READ_ALSO: &[&str] = &[
    "related:",
    "read also:",
    "also read:",
    "read more:",
    "see also:",
    "read next:",
    "don't miss:",
    "lesen sie auch:",
    "lesen sie mehr:",
    "lies auch:",
    "mehr zum thema:",
    "auch interessant:",
    "siehe auch:",
    "lire aussi :",
    "lire aussi:",
    "à lire aussi :",
    "à lire aussi:",
    "voir aussi :",
    "voir aussi:",
    "lea también:",
    "lee también:",
    "te puede interesar:",
    "le puede interesar:",
    "vea también:",
    "leggi anche:",
    "leggi anche |",
    "potrebbe interessarti:",
    "leia também:",
    "leia mais:",
    "veja também:",
    "czytaj także:",
    "czytaj też:",
    "zobacz także:",
    "zobacz też:",
    "przeczytaj także:",
    "citește și:",
    "citește mai mult:",
    "vezi și:",
    "lees ook:",
    "läs också:",
    "läs även:",
    "les også:",
    "læs også:",
    "читайте также:",
    "читайте ещё:",
    "смотрите также:",
    "материалы по теме:",
    "по теме:",
    "читайте також:",
    "читайте ще:",
    "дивіться також:",
    "за темою:",
    "اقرأ أيضا:",
    "اقرأ أيضاً:",
    "اقرأ أيضا :",
    "اقرأ المزيد:",
    "あわせて読みたい",
    "関連記事",
    "相关阅读",
    "延伸阅读",
    "相關閱讀",
];

/// Marks that stand before such words.
const BULLETS: &[char] = &['【', '[', '(', '▶', '►', '>', '»', '→', '•', '*', '■', '◆', ' '];

/// All beginnings, folded, by their first word.
static INDEX: LazyLock<FxHashMap<String, Vec<(DropReason, String)>>> = LazyLock::new(|| {
    let mut index: FxHashMap<String, Vec<(DropReason, String)>> = FxHashMap::default();
    let others = READ_ALSO.iter().map(|line| (DropReason::CrossLink, *line));
    for (why, line) in LINES.iter().flat_map(|(why, lines)| lines.iter().map(|line| (*why, *line))).chain(others) {
        let line = key(line);
        index.entry(first_word(&line).to_owned()).or_default().push((why, line));
    }
    index
});

/// The first word of a line; of a script without spaces the first character stands for it.
fn first_word(line: &str) -> &str {
    if line.starts_with(|c: char| c > '\u{3000}') { first_chars(line, 1) } else { line.split(' ').next().unwrap_or_default() }
}

/// Why a block is set aside by its words; one in quotation marks is what somebody said, unless it names another story.
pub(super) fn line(block: &Block, traits: &Traits) -> Option<DropReason> {
    if traits.words > LONGEST || matches!(block.mark, Mark::Heading(_)) {
        return None;
    }
    let text = block.text.trim_start_matches(BULLETS);
    // Most blocks are told by their first word alone.
    let lines = INDEX.get(&key(first_word(text)))?;
    let folded = key(text);
    let (why, line) = lines.iter().find(|(_, line)| folded.starts_with(line))?;
    let is_link = *why == DropReason::CrossLink;
    let names_story = folded.chars().count() >= line.chars().count() + LEAST_NAMED;
    if is_link { names_story.then_some(*why) } else { (!traits.quoted).then_some(*why) }
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
            ("We apologize, this video has expired.", Some(DropReason::PageFurniture)),
            ("RELATED: Mayor of Senn opens the second lock", Some(DropReason::CrossLink)),
            ("Related:", None),
            ("► Lire aussi : Une écluse pour Senn", Some(DropReason::CrossLink)),
            ("Leggi anche: Una chiusa per Senn", Some(DropReason::CrossLink)),
            ("LEIA TAMBÉM: Uma eclusa para Senn", Some(DropReason::CrossLink)),
            ("Czytaj także: Śluza dla miasta Senn", Some(DropReason::CrossLink)),
            ("Citeşte şi: O ecluză pentru Senn", Some(DropReason::CrossLink)),
            ("Читайте также: Шлюз для города Сенн", Some(DropReason::CrossLink)),
            ("【あわせて読みたい】センの水門が開く", Some(DropReason::CrossLink)),
            ("اقرأ أيضا: بوابة جديدة في سين", Some(DropReason::CrossLink)),
            ("Related the mayor: it rained.", None),
        ] {
            let block = Block::plain(text);
            assert_eq!(line(&block, &Traits::of(&block, &key(text), Languages::ALL)), want, "{text}");
        }
    }
}
