//! The words before a date that say what it is: of publication, of change, or of something else.

/// What a date line says of its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Published,
    Updated,
    Nothing,
}

/// Words that say what a date is, folded, by language: of publication, of change. Folding takes Korean syllables apart:
/// those here are 입력, 등록 and 승인, and 수정 for change.
const PUBLISHED: &[&str] = &[
    "published",
    "publication date",
    "posted",
    "issued",
    "created",
    "veroffentlicht",
    "erstellt",
    "gepostet",
    "erschienen",
    "geschrieben",
    "verfasst",
    "online seit",
    "publie",
    "mis en ligne",
    "publicado",
    "publicada",
    "publicacion",
    "veroffentlichung",
    "публикации",
    "публікації",
    "pubblicato",
    "gepubliceerd",
    "опубликовано",
    "опубліковано",
    "создано",
    "создан",
    "公開日",
    "公開",
    "配信",
    "掲載",
    "发布",
    "发表",
    "發布",
    "發佈",
    "\u{110b}\u{1175}\u{11b8}\u{1105}\u{1167}\u{11a8}",
    "\u{1103}\u{1173}\u{11bc}\u{1105}\u{1169}\u{11a8}",
    "\u{1109}\u{1173}\u{11bc}\u{110b}\u{1175}\u{11ab}",
];
/// See [`PUBLISHED`].
const UPDATED: &[&str] = &[
    "updated",
    "update",
    "modified",
    "changed",
    "edited",
    "revised",
    "aktualisiert",
    "geandert",
    "letzte anderung",
    "stand:",
    "stand vom",
    "mis a jour",
    "mise a jour",
    "actualizado",
    "actualizada",
    "actualizacion",
    "aktualisierung",
    "обновление",
    "оновлення",
    "modifie",
    "modificado",
    "aggiornato",
    "обновлено",
    "изменено",
    "оновлено",
    "змінено",
    "更新",
    "修改",
    "\u{1109}\u{116e}\u{110c}\u{1165}\u{11bc}",
];

/// Words that say that a date is something else's, folded, by language.
const OTHERS: &[&str] = &[
    "founded",
    "established",
    "born",
    "died",
    "birth",
    "released",
    "release date",
    "launched",
    "deadline",
    "expires",
    "valid until",
    "starts",
    "ends",
    "opens",
    "retrieved",
    "accessed",
    "joined",
    "member since",
    "birthday",
    "gegrundet",
    "geboren",
    "gestorben",
    "abgerufen",
    "fonde",
    "fundado",
    "основан",
    "родил",
    "дата рождения",
    "засновано",
    "дата народження",
    "出生",
    "生年月日",
    "逝世",
    "成立",
];

/// What the words before a date say of it: the last cue counts.
pub(super) fn says(words: &str) -> Option<Says> {
    let last = |cues: &[&str]| cues.iter().filter_map(|cue| words.rfind(cue)).max();
    match (last(PUBLISHED), last(UPDATED)) {
        (None, None) => None,
        (published, updated) if published > updated => Some(Says::Published),
        _ => Some(Says::Updated),
    }
}

/// Whether the folded words say that the date is something else's.
pub(super) fn is_others(words: &str) -> bool {
    OTHERS.iter().any(|cue| words.contains(cue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_what_a_date_is() {
        for (words, want) in [
            ("published on ", Some(Says::Published)),
            ("published on monday, updated ", Some(Says::Updated)),
            ("veroffentlicht am ", Some(Says::Published)),
            ("stand: ", Some(Says::Updated)),
            ("mis a jour le ", Some(Says::Updated)),
            ("обновлено ", Some(Says::Updated)),
            (&crate::text::fold::key("입력 "), Some(Says::Published)),
            ("发布时间:", Some(Says::Published)),
            ("fecha de publicacion: ", Some(Says::Published)),
            ("ultima actualizacion: ", Some(Says::Updated)),
            ("дата публікації: 5, оновлення: ", Some(Says::Updated)),
            ("by jane smith, ", None),
        ] {
            assert_eq!(says(words), want, "{words}");
        }
        assert!(is_others("founded on ") && is_others("gegrundet am ") && !is_others("published on "));
    }
}
