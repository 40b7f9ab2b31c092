//! German: cue verbs and function words.

use super::Table;

pub(super) const TABLE: Table = Table {
    regular: &[],
    irregular: &[],
    listed: "sagte sagt sagten sagen erklärte erklärt erklärten betonte betont fügte teilte schrieb schreibt schrieben meinte meint warnte \
            warnt forderte fordert berichtete berichtet berichteten kündigte bekräftigte kritisierte nannte nennt bezeichnete lobte \
            antwortete fragte rief behauptete versicherte äußerte verkündete erzählte gesagt twitterte zitierte mahnte",
    also_nouns: "",
    sources: &["laut", "nach angaben von", "nach angaben der", "nach angaben des", "nach worten von", "so"],
    nouns: "behauptung vorwurf vorwürfe warnung aussage versprechen forderung ankündigung",
    by: "von",
    owners: "seine seiner ihre ihrer",
    that: "dass daß ob",
    clause_openers: "dass und aber als wenn weil während wie oder nachdem da denn",
    between: "hat hatte haben auch dann zudem weiter später noch am habe hinzu",
    prepositions: "in im am an bei beim auf vor nach gegenüber zu zum zur mit von vom dem den unter während dazu",
    determiners: "der die das ein eine sein seine ihr ihre mehrere viele einige",
    pronouns: "er sie es wir ich",
    sentence_openers: "der die das ein eine einer er sie es wir ich im in am an nach mit auf bei zu für von und aber auch als wenn dass laut so seit \
        vor den dem des diese dieser dabei zuvor zudem",
};
