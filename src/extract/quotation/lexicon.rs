//! The words that mark reported speech, by language: tables that a reader can extend.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What a cue verb can take as the words it reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum VerbClass {
    /// A clause, also without `that`: `he said he would go`.
    Say,
    /// Somebody told, then a clause: `he told them he would go`.
    Tell,
    /// A clause after `that`: `he argued that …`.
    State,
    /// An infinitive or a clause after `that`: `he vowed to …`.
    Promise,
    /// Somebody addressed, then an infinitive: `he urged them to …`.
    Urge,
    /// Only words between marks, around which it stands: `“…,” he began`.
    Utter,
    /// Only words between marks, as a part of its clause: `he praised the “heroic” army`.
    Judge,
}

/// How a cue verb is inflected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum VerbForm {
    /// `say`: present of a plural, infinitive, or a noun that looks like it.
    Base,
    /// `says`: present of a singular, or a plural noun that looks like it.
    Third,
    /// `said`: past, or participle.
    Past,
    /// `saying`.
    Ing,
}

/// One form of a cue verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verb {
    /// What it takes.
    pub(super) class: VerbClass,
    /// How it is inflected.
    pub(super) form: VerbForm,
    /// Whether the word can be a noun as well.
    pub(super) also_noun: bool,
}

/// The words of one language.
#[derive(Debug)]
pub(super) struct Lexicon {
    verbs: FxHashMap<String, Verb>,
    /// Phrases before a source: `according to`.
    pub(super) sources: &'static [&'static str],
    /// Words that open a reported clause: `that`.
    pub(super) that: &'static [&'static str],
    /// Words at which a subject ends, going back from its verb.
    pub(super) clause_openers: &'static [&'static str],
    /// Words between a subject and its verb.
    pub(super) between: &'static [&'static str],
    /// Words that open an adverbial before the subject or after the verb.
    pub(super) prepositions: &'static [&'static str],
    /// Words that open a noun phrase.
    pub(super) determiners: &'static [&'static str],
    /// Pronouns that can speak.
    pub(super) pronouns: &'static [&'static str],
}

impl Lexicon {
    /// The words of a language (BCP 47); those of English where there are none.
    pub(super) fn of(language: &str) -> &'static Self {
        match language.split('-').next().unwrap_or_default() {
            "de" => &GERMAN,
            "fr" => &FRENCH,
            "es" => &SPANISH,
            "ru" => &RUSSIAN,
            "uk" => &UKRAINIAN,
            _ => &ENGLISH,
        }
    }

    /// The cue verb that a word is a form of.
    pub(super) fn verb(&self, word: &str) -> Option<Verb> {
        self.verbs.get(word).copied()
    }
}

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    verbs: english_verbs(),
    sources: &[
        "according to",
        "in the words of",
        "as reported by",
        "as confirmed by",
        "reported by",
        "as told by",
        "as quoted by",
        "as announced by",
    ],
    that: &["that", "whether", "how", "why"],
    clause_openers: &[
        "that", "which", "when", "while", "because", "if", "although", "though", "as", "since", "but", "and", "or", "than", "whether",
        "what", "how", "why", "where", "until", "so", "then", "yet", "once", "after", "before", "whom", "whose",
    ],
    between: &[
        "also",
        "has",
        "had",
        "have",
        "later",
        "then",
        "once",
        "first",
        "again",
        "even",
        "just",
        "now",
        "already",
        "still",
        "soon",
        "further",
        "is",
        "was",
        "are",
        "were",
        "been",
        "be",
        "would",
        "will",
        "did",
        "does",
        "do",
        "could",
        "may",
        "might",
        "must",
        "should",
        "can",
        "not",
        "never",
        "often",
        "instead",
        "simply",
        "always",
        "recently",
        "'d",
        "'s",
        "himself",
        "herself",
        "themselves",
        "itself",
        "not",
        "didn't",
        "hasn't",
        "wouldn't",
        "doesn't",
        "and",
        "both",
        "all",
    ],
    prepositions: &[
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "by",
        "from",
        "with",
        "to",
        "for",
        "of",
        "about",
        "through",
        "via",
        "under",
        "over",
        "into",
        "earlier",
        "late",
        "last",
        "this",
        "amid",
        "despite",
        "since",
        "until",
        "following",
        "citing",
        "when",
        "while",
        "as",
        "outside",
        "inside",
        "against",
        "without",
    ],
    determiners: &[
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "our",
        "my",
        "some",
        "many",
        "several",
        "one",
        "two",
        "three",
        "another",
        "other",
        "most",
        "few",
        "both",
        "no",
        "any",
        "every",
        "all",
        "each",
        "these",
        "those",
        "officials",
        "police",
        "critics",
        "experts",
        "former",
        "senior",
        "top",
        "local",
        "such",
    ],
    pronouns: &["he", "she", "they", "it", "who", "we", "i", "you", "nobody", "someone", "everyone", "others"],
});

/// Regular verbs, in their base form.
const ENGLISH_REGULAR: &[(VerbClass, &str)] = &[
    (VerbClass::Say, "believe claim allege insist joke predict suggest boast concede estimate"),
    (VerbClass::Tell, "assure inform remind warn notify email text"),
    (
        VerbClass::State,
        "add state note argue announce report explain declare acknowledge assert affirm emphasise emphasize stress recall remark \
         respond conclude answer comment observe confirm reveal proclaim caution confess complain lament recount recall tweet post counter opine indicate contend maintain reiterate repeat echo \
         charge admonish retweet gripe grouse bemoan marvel theorize theorise speculate posit propose recommend request reason \
         mention underline underscore elaborate disclose hint ask pray guess doubt fear",
    ),
    (
        VerbClass::Utter,
        "continue shout yell scream exclaim interject mutter whisper chant retort muse fume thunder crow gloat sigh laugh boom ask",
    ),
    (VerbClass::Promise, "promise threaten offer agree refuse decline demand pledge vow"),
    (VerbClass::Urge, "urge advise encourage exhort order implore instruct invite"),
    (
        VerbClass::Judge,
        "call describe label brand praise criticise criticize accuse denounce blast slam mock deride dismiss characterise characterize dub thank attack \
         blame condemn credit liken decry hail tout applaud laud rip assail chide scold target question reject welcome endorse portray quote cite \
         reference express voice offer address discuss depict title compare bash mourn lambaste ridicule celebrate salute congratulate defend",
    ),
];

/// Cue verbs whose forms are also nouns: `the report`, `his claims`.
const ALSO_NOUNS: &[&str] = &[
    "claim",
    "report",
    "note",
    "state",
    "comment",
    "remark",
    "answer",
    "reply",
    "charge",
    "fear",
    "doubt",
    "guess",
    "show",
    "find",
    "read",
    "echo",
    "request",
    "reason",
    "promise",
    "demand",
    "offer",
    "pledge",
    "vow",
    "order",
    "address",
    "blast",
    "attack",
    "blame",
    "praise",
    "call",
    "question",
    "mock",
    "target",
    "label",
    "brand",
    "email",
    "text",
    "post",
    "tweet",
    "worry",
    "quote",
    "rip",
    "voice",
    "joke",
    "signal",
    "hint",
    "estimate",
    "boast",
    "shout",
    "cry",
    "thank",
    "credit",
    "reference",
    "tout",
    "title",
    "counter",
    "plead",
    "laugh",
    "sigh",
    "speak",
    "cite",
    "blog",
    "welcome",
    "thought",
    "stress",
    "charges",
];

/// Irregular verbs: base, third person, past (and participle), `-ing`.
const ENGLISH_IRREGULAR: &[(VerbClass, &str)] = &[
    (VerbClass::Say, "say says said saying"),
    (VerbClass::Say, "think thinks thought thinking"),
    (VerbClass::Tell, "tell tells told telling"),
    (VerbClass::State, "write writes wrote writing"),
    (VerbClass::State, "admit admits admitted admitting"),
    (VerbClass::Utter, "quip quips quipped quipping"),
    (VerbClass::Utter, "read reads read reading"),
    (VerbClass::Utter, "sing sings sang singing"),
    (VerbClass::State, "swear swears swore swearing"),
    (VerbClass::Utter, "cry cries cried crying"),
    (VerbClass::State, "reply replies replied replying"),
    (VerbClass::State, "imply implies implied implying"),
    (VerbClass::State, "testify testifies testified testifying"),
    (VerbClass::State, "specify specifies specified specifying"),
    (VerbClass::State, "clarify clarifies clarified clarifying"),
    (VerbClass::State, "deny denies denied denying"),
    (VerbClass::State, "worry worries worried worrying"),
    (VerbClass::Utter, "begin begins began beginning"),
    (VerbClass::State, "signal signals signaled signaling"),
    (VerbClass::State, "signal signals signalled signalling"),
    (VerbClass::State, "show shows showed showing"),
    (VerbClass::State, "find finds found finding"),
    (VerbClass::State, "blog blogs blogged blogging"),
    (VerbClass::State, "joke jokes joked joking"),
    (VerbClass::Judge, "rip rips ripped ripping"),
    (VerbClass::Judge, "dub dubs dubbed dubbing"),
    (VerbClass::Judge, "refer refers referred referring"),
    (VerbClass::Judge, "speak speaks spoke speaking"),
    (VerbClass::Judge, "slam slams slammed slamming"),
    (VerbClass::Judge, "decry decries decried decrying"),
];

fn english_verbs() -> FxHashMap<String, Verb> {
    let regular = ENGLISH_REGULAR.iter().flat_map(|(class, verbs)| verbs.split_whitespace().map(|verb| (*class, inflected(verb))));
    let irregular = ENGLISH_IRREGULAR.iter().filter_map(|(class, forms)| {
        let forms: Vec<String> = forms.split_whitespace().map(str::to_owned).collect();
        forms.try_into().ok().map(|forms| (*class, forms))
    });
    let mut verbs = FxHashMap::default();
    for (class, forms) in regular.chain(irregular) {
        let forms: [String; 4] = forms;
        let also_noun = ALSO_NOUNS.contains(&forms[0].as_str());
        for (word, form) in forms.into_iter().zip([VerbForm::Base, VerbForm::Third, VerbForm::Past, VerbForm::Ing]) {
            verbs.insert(word, Verb { class, form, also_noun });
        }
    }
    verbs
}

/// Base, third person, past and `-ing` of a regular verb that doubles no consonant.
fn inflected(verb: &str) -> [String; 4] {
    let without_e = verb.strip_suffix('e').unwrap_or(verb);
    let third = if verb.ends_with("sh") || verb.ends_with("ch") || verb.ends_with("ss") { "es" } else { "s" };
    [verb.to_owned(), format!("{verb}{third}"), format!("{without_e}ed"), format!("{without_e}ing")]
}

/// A language whose cue verbs are listed as they stand, and which puts the subject before or after the verb.
fn listed(verbs: &'static str, sources: &'static [&'static str], that: &'static [&'static str], small: &SmallWords) -> Lexicon {
    let verb = Verb { class: VerbClass::State, form: VerbForm::Past, also_noun: false };
    Lexicon {
        verbs: verbs.split_whitespace().map(|word| (word.to_owned(), verb)).collect(),
        sources,
        that,
        clause_openers: small.clause_openers,
        between: small.between,
        prepositions: small.prepositions,
        determiners: small.determiners,
        pronouns: small.pronouns,
    }
}

/// The function words of a language, as [`Lexicon`] has them.
struct SmallWords {
    clause_openers: &'static [&'static str],
    between: &'static [&'static str],
    prepositions: &'static [&'static str],
    determiners: &'static [&'static str],
    pronouns: &'static [&'static str],
}

static GERMAN: LazyLock<Lexicon> = LazyLock::new(|| {
    listed(
        "sagte sagt sagten sagen erklärte erklärt erklärten betonte betont fügte teilte schrieb schreibt schrieben meinte meint warnte warnt forderte fordert \
         berichtete berichtet berichteten kündigte bekräftigte kritisierte nannte nennt bezeichnete lobte antwortete fragte rief behauptete versicherte \
         äußerte verkündete erzählte gesagt twitterte zitierte mahnte",
        &["laut", "nach angaben von", "nach angaben der", "nach angaben des", "nach worten von", "so"],
        &["dass", "daß", "ob"],
        &SmallWords {
            clause_openers: &["dass", "und", "aber", "als", "wenn", "weil", "während", "wie", "oder", "nachdem", "da", "denn"],
            between: &["hat", "hatte", "haben", "auch", "dann", "zudem", "weiter", "später", "noch", "am", "habe", "hinzu"],
            prepositions: &[
                "in",
                "im",
                "am",
                "an",
                "bei",
                "beim",
                "auf",
                "vor",
                "nach",
                "gegenüber",
                "zu",
                "zum",
                "zur",
                "mit",
                "von",
                "vom",
                "dem",
                "den",
                "unter",
                "während",
                "dazu",
            ],
            determiners: &["der", "die", "das", "ein", "eine", "sein", "seine", "ihr", "ihre", "mehrere", "viele", "einige"],
            pronouns: &["er", "sie", "es", "wir", "ich"],
        },
    )
});

static FRENCH: LazyLock<Lexicon> = LazyLock::new(|| {
    listed(
        "dit disait déclare déclaré déclarait affirme affirmé affirmait ajoute ajouté explique expliqué écrit estime estimé assure assuré indique indiqué \
         précise précisé annonce annoncé souligne souligné rappelé rappelle répondu répond répliqué lancé confié dénoncé qualifié raconte raconté \
         conclu poursuivi prévenu averti insisté commenté promis tweeté",
        &["selon", "d'après", "d’après", "aux yeux de", "pour"],
        &["que", "qu'", "qu’"],
        &SmallWords {
            clause_openers: &["que", "et", "mais", "quand", "lorsque", "qui", "comme", "car", "ou", "si"],
            between: &[
                "a",
                "ont",
                "avait",
                "avaient",
                "aussi",
                "ensuite",
                "également",
                "encore",
                "est",
                "s'est",
                "s’est",
                "t-il",
                "t-elle",
            ],
            prepositions: &[
                "à", "au", "aux", "dans", "en", "lors", "sur", "après", "avant", "devant", "par", "de", "du", "des", "pour", "avec",
                "mardi", "lundi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
            ],
            determiners: &["le", "la", "les", "l'", "un", "une", "son", "sa", "ses", "plusieurs", "ce", "cette", "des"],
            pronouns: &["il", "elle", "ils", "elles", "on", "je", "nous"],
        },
    )
});

static SPANISH: LazyLock<Lexicon> = LazyLock::new(|| {
    listed(
        "dijo dice dijeron dicen afirmó afirma aseguró asegura declaró declara señaló señala explicó explica añadió añade agregó agrega indicó indica \
         advirtió advierte anunció anuncia sostuvo manifestó expresó escribió escribe informó respondió preguntó subrayó recordó apuntó insistió \
         destacó reiteró calificó llamó confirmó criticó",
        &["según", "de acuerdo con", "en palabras de", "a juicio de"],
        &["que"],
        &SmallWords {
            clause_openers: &["que", "y", "pero", "cuando", "mientras", "porque", "como", "o", "si", "quien"],
            between: &["ha", "han", "había", "también", "luego", "además", "después", "ya", "le", "les", "se"],
            prepositions: &["a", "al", "en", "durante", "tras", "de", "del", "por", "con", "ante", "para", "sobre", "este", "desde"],
            determiners: &["el", "la", "los", "las", "un", "una", "su", "sus", "varios", "algunos"],
            pronouns: &["él", "ella", "ellos", "ellas"],
        },
    )
});

static RUSSIAN: LazyLock<Lexicon> = LazyLock::new(|| {
    listed(
        "сказал сказала сказали говорит говорил говорила заявил заявила заявили заявляет сообщил сообщила сообщили сообщает сообщают отметил отметила отметили \
         добавил добавила добавили подчеркнул подчеркнула написал написала написали пишет рассказал рассказала рассказали объяснил объяснила пояснил пояснила \
         уточнил уточнила ответил ответила считает считают утверждает утверждал признал признала предупредил предупредила передает передаёт указал указала назвал назвала \
         спросил спросила напомнил напомнила цитирует",
        &["по словам", "по данным", "по мнению", "согласно", "как сообщает"],
        &["что", "чтобы"],
        &SmallWords {
            clause_openers: &["что", "и", "но", "а", "когда", "если", "как", "который", "которая", "чтобы", "или"],
            between: &["также", "ранее", "затем", "позже", "потом", "тоже", "еще", "ещё", "об", "этом", "он"],
            prepositions: &[
                "в",
                "во",
                "на",
                "о",
                "об",
                "после",
                "во время",
                "с",
                "со",
                "по",
                "для",
                "из",
                "от",
                "к",
                "при",
                "журналистам",
                "корреспонденту",
            ],
            determiners: &["этот", "эта", "эти", "его", "ее", "её", "их"],
            pronouns: &["он", "она", "они", "оно", "я", "мы"],
        },
    )
});

static UKRAINIAN: LazyLock<Lexicon> = LazyLock::new(|| {
    listed(
        "сказав сказала сказали каже говорить говорив говорила заявив заявила заявили заявляє повідомив повідомила повідомили повідомляє повідомляють зазначив зазначила \
         зазначили додав додала додали підкреслив підкреслила написав написала написали пише розповів розповіла розповіли пояснив пояснила уточнив уточнила \
         відповів відповіла вважає стверджує визнав визнала попередив попередила наголосив наголосила назвав назвала запитав нагадав цитує",
        &["за словами", "за даними", "на думку", "згідно з", "як повідомляє"],
        &["що", "щоб"],
        &SmallWords {
            clause_openers: &["що", "і", "й", "та", "але", "а", "коли", "якщо", "як", "який", "яка", "щоб", "або"],
            between: &["також", "раніше", "потім", "пізніше", "теж", "ще", "про", "це", "він"],
            prepositions: &["в", "у", "на", "про", "після", "під", "з", "із", "за", "для", "від", "до", "при", "журналістам"],
            determiners: &["цей", "ця", "ці", "його", "її", "їх"],
            pronouns: &["він", "вона", "вони", "воно", "я", "ми"],
        },
    )
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_cue_verbs() {
        let english = Lexicon::of("en-GB");
        for (word, class, form) in [
            ("said", VerbClass::Say, VerbForm::Past),
            ("adding", VerbClass::State, VerbForm::Ing),
            ("announces", VerbClass::State, VerbForm::Third),
            ("stresses", VerbClass::State, VerbForm::Third),
            ("promise", VerbClass::Promise, VerbForm::Base),
            ("told", VerbClass::Tell, VerbForm::Past),
            ("described", VerbClass::Judge, VerbForm::Past),
        ] {
            assert_eq!(english.verb(word).map(|verb| (verb.class, verb.form)), Some((class, form)), "{word}");
        }
        assert_eq!(english.verb("walked"), None);
    }

    #[test]
    fn other_languages_have_their_own_verbs() {
        for (language, word) in [("de", "sagte"), ("fr", "déclaré"), ("es", "afirmó"), ("ru", "заявил"), ("uk", "повідомила")]
        {
            assert!(Lexicon::of(language).verb(word).is_some(), "{language}");
            assert_eq!(Lexicon::of(language).verb("said"), None, "{language}");
        }
    }
}
