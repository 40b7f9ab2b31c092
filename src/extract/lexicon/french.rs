//! French: cue verbs and function words.

use super::Table;

pub(super) const TABLE: Table = Table {
    regular: &[],
    irregular: &[],
    listed: "dit disait déclare déclaré déclarait affirme affirmé affirmait ajoute ajouté explique expliqué écrit estime estimé assure assuré \
            indique indiqué précise précisé annonce annoncé souligne souligné rappelé rappelle répondu répond répliqué lancé confié dénoncé \
            qualifié raconte raconté conclu poursuivi prévenu averti insisté commenté promis tweeté",
    also_nouns: "",
    sources: &["selon", "d'après", "d’après", "aux yeux de", "pour"],
    nouns: "affirmation accusation promesse avertissement annonce",
    by: "de par",
    owners: "sa son leur",
    that: "que qu' qu’",
    clause_openers: "que et mais quand lorsque qui comme car ou si",
    between: "a ont avait avaient aussi ensuite également encore est s'est s’est t-il t-elle",
    prepositions: "à au aux dans en lors sur après avant devant par de du des pour avec mardi lundi mercredi jeudi vendredi samedi dimanche",
    determiners: "le la les l' un une son sa ses plusieurs ce cette des",
    pronouns: "il elle ils elles on je nous",
    sentence_openers: "le la les un une il elle ils mais et dans selon pour ce cette en au de des à depuis après",
};
