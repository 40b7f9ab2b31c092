//! The words that deny, doubt or hand on a statement, by language.

use crate::text::term::Term;

/// How a word takes a statement back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// It is not so.
    Denial,
    /// It may be so.
    Doubt,
    /// Somebody says it is so.
    Hearsay,
}

/// The words of one language.
pub(super) struct Table {
    pub language: &'static str,
    words: &'static [(Manner, &'static [&'static str])],
    /// Other words that say as much: with one of them beside the statement, the other report does not hold it for sure either.
    as_much: &'static [(Manner, &'static [&'static str])],
    /// Verbs that stand between such a word and what it is said of.
    pub between: &'static [&'static str],
}

pub(super) const TABLES: &[Table] = &[
    Table {
        language: "en",
        words: &[
            (
                Manner::Denial,
                &[
                    "not",
                    "no",
                    "never",
                    "nobody",
                    "nothing",
                    "none",
                    "neither",
                    "nor",
                    "without",
                    "cannot",
                    "cant",
                    "wont",
                    "dont",
                    "doesnt",
                    "didnt",
                    "isnt",
                    "arent",
                    "wasnt",
                    "werent",
                    "hasnt",
                    "havent",
                    "hadnt",
                    "wouldnt",
                    "couldnt",
                    "shouldnt",
                    "denied",
                    "denies",
                    "deny",
                    "denying",
                    "refused",
                    "refuses",
                    "refuse",
                    "refusing",
                    "failed",
                    "fails",
                    "fail",
                    "failing",
                    "rejected",
                    "rejects",
                    "reject",
                    "rejecting",
                    "unlikely",
                ],
            ),
            (Manner::Doubt, &["may", "might", "could", "possibly", "perhaps"]),
            (Manner::Hearsay, &["allegedly", "alleged", "reportedly", "purportedly"]),
        ],
        as_much: &[
            (
                Manner::Denial,
                &[
                    "hardly",
                    "scarcely",
                    "barely",
                    "unable",
                    "impossible",
                    "declined",
                    "declines",
                    "decline",
                    "lack",
                    "lacks",
                    "lacked",
                    "lacking",
                    "against",
                    "instead",
                    "stop",
                    "stopped",
                    "prevent",
                    "prevented",
                    "avoid",
                    "avoided",
                    "block",
                    "blocked",
                    "oppose",
                    "opposed",
                    "opposes",
                    "dismissed",
                    "dismiss",
                    "disputed",
                    "disputes",
                    "dispute",
                    "ruled",
                    "far",
                    "only",
                    "until",
                    "except",
                    "unless",
                    "rather",
                ],
            ),
            (
                Manner::Doubt,
                &[
                    "can",
                    "would",
                    "should",
                    "if",
                    "whether",
                    "unless",
                    "likely",
                    "probably",
                    "expected",
                    "expects",
                    "expect",
                    "potential",
                    "potentially",
                    "possible",
                    "possibility",
                    "chance",
                    "risk",
                    "risks",
                    "risked",
                    "threat",
                    "threatens",
                    "threatened",
                    "believed",
                    "believe",
                    "believes",
                    "suggested",
                    "suggests",
                    "suggest",
                    "seems",
                    "seemed",
                    "appears",
                    "appeared",
                    "plan",
                    "plans",
                    "planned",
                    "planning",
                    "hope",
                    "hopes",
                    "hoped",
                    "want",
                    "wants",
                    "wanted",
                    "vow",
                    "vows",
                    "vowed",
                    "ready",
                    "prepared",
                    "preparing",
                    "considering",
                    "expects",
                    "warned",
                    "warns",
                    "warning",
                    "fear",
                    "feared",
                    "fears",
                    "able",
                ],
            ),
            (
                Manner::Hearsay,
                &[
                    "said",
                    "says",
                    "saying",
                    "say",
                    "told",
                    "according",
                    "accused",
                    "accuses",
                    "accusing",
                    "accusation",
                    "accusations",
                    "charged",
                    "charges",
                    "charge",
                    "claimed",
                    "claims",
                    "claim",
                    "claiming",
                    "suspected",
                    "suspects",
                    "suspicion",
                    "believed",
                    "reported",
                    "reports",
                    "indicted",
                    "indictment",
                    "apparently",
                ],
            ),
        ],
        between: &["do", "did", "does", "done", "can", "get", "got", "make", "made", "any", "all", "so", "yet", "ever", "also", "being"],
    },
    Table {
        language: "de",
        words: &[
            (Manner::Denial, &["nicht", "kein", "keine", "keinen", "keiner", "keinem", "nie", "niemals", "ohne", "bestritt", "bestreitet"]),
            (Manner::Doubt, &["womöglich", "möglicherweise", "vielleicht"]),
            (Manner::Hearsay, &["angeblich", "mutmaßlich", "soll", "sollen"]),
        ],
        as_much: &[
            (Manner::Denial, &["weder", "kaum", "lehnte", "lehnt", "ablehnte", "verweigerte", "unmöglich", "gegen"]),
            (Manner::Doubt, &["könnte", "könnten", "dürfte", "dürften", "wohl", "ob", "falls", "droht", "drohen"]),
            (Manner::Hearsay, &["laut", "zufolge", "sagte", "sagten", "erklärte", "verdacht", "vorwurf", "sei", "seien", "habe", "hätten"]),
        ],
        between: &["hat", "haben", "ist", "sind", "war", "wurde", "wird"],
    },
    Table {
        language: "fr",
        words: &[
            (Manner::Denial, &["ne", "pas", "jamais", "aucun", "aucune", "sans", "nie", "nient"]),
            (Manner::Doubt, &["peut-être", "pourrait", "pourraient"]),
            (Manner::Hearsay, &["aurait", "auraient", "serait", "seraient", "prétendument"]),
        ],
        as_much: &[
            (Manner::Denial, &["refuse", "refusé", "impossible", "contre", "ni"]),
            (Manner::Doubt, &["peut", "peuvent", "si", "risque", "risquent", "probable", "possible"]),
            (Manner::Hearsay, &["selon", "dit", "affirme", "affirmé", "accusé", "soupçonné"]),
        ],
        between: &["a", "ont", "est", "sont", "été"],
    },
    Table {
        language: "es",
        words: &[
            (Manner::Denial, &["no", "nunca", "jamás", "ningún", "ninguna", "sin", "niega", "negó"]),
            (Manner::Doubt, &["quizá", "quizás", "podría", "podrían"]),
            (Manner::Hearsay, &["habría", "habrían", "supuestamente", "presuntamente"]),
        ],
        as_much: &[
            (Manner::Denial, &["rechazó", "rechaza", "imposible", "contra", "ni"]),
            (Manner::Doubt, &["puede", "pueden", "si", "riesgo", "probable", "posible"]),
            (Manner::Hearsay, &["según", "dijo", "afirmó", "acusado", "presunto", "presunta"]),
        ],
        between: &["ha", "han", "es", "son", "fue", "fueron"],
    },
    Table {
        language: "ru",
        words: &[
            (Manner::Denial, &["не", "нет", "никогда", "без", "отрицает", "отрицал", "опроверг", "опровергла"]),
            (Manner::Doubt, &["возможно", "вероятно", "может", "могут"]),
            (Manner::Hearsay, &["якобы", "предположительно"]),
        ],
        as_much: &[
            (Manner::Denial, &["ни", "отказался", "отказалась", "невозможно", "против"]),
            (Manner::Doubt, &["если", "ли", "мог", "могли", "риск"]),
            (Manner::Hearsay, &["сообщил", "сообщила", "заявил", "заявила", "словам", "данным"]),
        ],
        between: &["был", "была", "были", "было"],
    },
    Table {
        language: "uk",
        words: &[
            (Manner::Denial, &["не", "немає", "ніколи", "без", "заперечує", "заперечив", "спростував", "спростувала"]),
            (Manner::Doubt, &["можливо", "ймовірно", "може", "можуть"]),
            (Manner::Hearsay, &["нібито", "начебто"]),
        ],
        as_much: &[
            (Manner::Denial, &["ні", "відмовився", "відмовилася", "неможливо", "проти"]),
            (Manner::Doubt, &["якщо", "чи", "міг", "могли", "ризик"]),
            (Manner::Hearsay, &["повідомив", "повідомила", "заявив", "заявила", "словами", "даними"]),
        ],
        between: &["був", "була", "були", "було"],
    },
];

impl Table {
    /// How a word takes back what it is said of, if it does.
    pub(super) fn manner(&self, term: &Term) -> Option<Manner> {
        // `in May`
        let is_month = term.capital && term.word == "may";
        let found = self.words.iter().find(|(_, words)| words.contains(&term.word.as_str()));
        found.filter(|_| !is_month).map(|(manner, _)| *manner)
    }

    /// Whether a word takes a statement back at least as far as that manner does.
    pub(super) fn is_as_much(&self, word: &str, manner: Manner) -> bool {
        let has = |list: &[(Manner, &[&str])], of: Manner| list.iter().any(|(other, words)| *other == of && words.contains(&word));
        let any = |of: Manner| has(self.words, of) || has(self.as_much, of);
        match manner {
            Manner::Denial => any(Manner::Denial),
            Manner::Doubt => any(Manner::Doubt) || any(Manner::Denial) || has(self.words, Manner::Hearsay),
            Manner::Hearsay => any(Manner::Hearsay) || any(Manner::Denial) || has(self.words, Manner::Doubt),
        }
    }
}
