//! Spanish: cue verbs and function words.

use super::Table;

pub(super) const TABLE: Table = Table {
    regular: &[],
    irregular: &[],
    listed: "dijo dice dijeron dicen afirmó afirma aseguró asegura declaró declara señaló señala explicó explica añadió añade agregó agrega \
            indicó indica advirtió advierte anunció anuncia sostuvo manifestó expresó escribió escribe informó respondió preguntó subrayó \
            recordó apuntó insistió destacó reiteró calificó llamó confirmó criticó",
    also_nouns: "",
    sources: &["según", "de acuerdo con", "en palabras de", "a juicio de"],
    nouns: "afirmación acusación promesa advertencia anuncio",
    by: "de por",
    owners: "su sus",
    that: "que",
    clause_openers: "que y pero cuando mientras porque como o si quien",
    between: "ha han había también luego además después ya le les se",
    prepositions: "a al en durante tras de del por con ante para sobre este desde",
    determiners: "el la los las un una su sus varios algunos",
    pronouns: "él ella ellos ellas",
    sentence_openers: "el la los las un una según pero y en de por con tras este esta al del",
};
