//! The words that deny, doubt or hand on a statement, by language.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

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

/// The words of one language, folded and parted by blanks.
struct Table {
    language: &'static str,
    denials: &'static str,
    doubts: &'static str,
    hearsay: &'static str,
    /// Verbs that deny what follows them with `to`: `failed to appear`.
    verbs_of_denial: &'static str,
    /// Other words that say as much: with one of them beside the statement, the other report does not hold it for sure either.
    as_good_as_denials: &'static str,
    as_good_as_doubts: &'static str,
    as_good_as_hearsay: &'static str,
    /// Verbs that stand between such a word and what it is said of.
    between: &'static str,
    /// Verbs of what would be so in another case.
    supposing: &'static str,
    /// Such words that go with the verb right before them: `pleaded not guilty`.
    behind_verbs: &'static str,
}

const TABLES: &[Table] = &[
    Table {
        language: "en",
        denials: "not no never nobody nothing none neither nor without cannot cant wont dont doesnt didnt isnt arent wasnt \
            werent hasnt havent hadnt wouldnt couldnt shouldnt denied denies deny denying unlikely",
        doubts: "may might could possibly perhaps",
        hearsay: "allegedly alleged reportedly purportedly",
        verbs_of_denial: "refused refuses refuse refusing failed fails fail failing",
        as_good_as_denials: "rejected rejects reject yet hardly scarcely barely unable impossible declined declines decline lack lacks \
            lacked lacking against instead stop stopped prevent prevented avoid avoided block blocked oppose opposed \
            opposes dismissed dismiss disputed disputes dispute ruled far only until except unless rather",
        as_good_as_doubts: "can would should if whether unless likely probably expected expects expect potential potentially possible \
            possibility chance risk risks risked threat threatens threatened believed believe believes suggested suggests \
            suggest seems seemed appears appeared plan plans planned planning hope hopes hoped want wants wanted vow vows \
            vowed ready joke joked joking prepared preparing considering warned warns warning fear feared fears able",
        as_good_as_hearsay: "said says saying say told according accused accuses accusing accusation accusations charged charges charge \
            claimed claims claim claiming suspected suspects suspicion believed reported reports indicted indictment \
            apparently",
        between: "do did does done can get got make made any all so yet ever also being",
        supposing: "would could might should",
        behind_verbs: "not",
    },
    Table {
        language: "de",
        denials: "nicht kein keine keinen keiner keinem nie niemals ohne bestritt bestreitet",
        doubts: "womöglich möglicherweise vielleicht",
        hearsay: "angeblich mutmaßlich soll sollen",
        verbs_of_denial: "",
        as_good_as_denials: "weder kaum lehnte lehnt ablehnte verweigerte unmöglich gegen",
        as_good_as_doubts: "könnte könnten dürfte dürften wohl ob falls droht drohen",
        as_good_as_hearsay: "laut zufolge sagte sagten erklärte verdacht vorwurf sei seien habe hätten",
        between: "hat haben ist sind war wurde wird",
        supposing: "",
        behind_verbs: "",
    },
    Table {
        language: "fr",
        denials: "ne pas jamais aucun aucune sans nie nient",
        doubts: "peut-être pourrait pourraient",
        hearsay: "aurait auraient serait seraient prétendument",
        verbs_of_denial: "",
        as_good_as_denials: "refuse refusé impossible contre ni",
        as_good_as_doubts: "peut peuvent si risque risquent probable possible",
        as_good_as_hearsay: "selon dit affirme affirmé accusé soupçonné",
        between: "a ont est sont été",
        supposing: "",
        behind_verbs: "",
    },
    Table {
        language: "es",
        denials: "no nunca jamás ningún ninguna sin niega negó",
        doubts: "quizá quizás podría podrían",
        hearsay: "habría habrían supuestamente presuntamente",
        verbs_of_denial: "",
        as_good_as_denials: "rechazó rechaza imposible contra ni",
        as_good_as_doubts: "puede pueden si riesgo probable posible",
        as_good_as_hearsay: "según dijo afirmó acusado presunto presunta",
        between: "ha han es son fue fueron",
        supposing: "",
        behind_verbs: "",
    },
    Table {
        language: "ru",
        denials: "не нет никогда без отрицает отрицал опроверг опровергла",
        doubts: "возможно вероятно может могут",
        hearsay: "якобы предположительно",
        verbs_of_denial: "",
        as_good_as_denials: "ни отказался отказалась невозможно против",
        as_good_as_doubts: "если ли мог могли риск",
        as_good_as_hearsay: "сообщил сообщила заявил заявила словам данным",
        between: "был была были было",
        supposing: "",
        behind_verbs: "",
    },
    Table {
        language: "uk",
        denials: "не немає ніколи без заперечує заперечив спростував спростувала",
        doubts: "можливо ймовірно може можуть",
        hearsay: "нібито начебто",
        verbs_of_denial: "",
        as_good_as_denials: "ні відмовився відмовилася неможливо проти",
        as_good_as_doubts: "якщо чи міг могли ризик",
        as_good_as_hearsay: "повідомив повідомила заявив заявила словами даними",
        between: "був була були було",
        supposing: "",
        behind_verbs: "",
    },
];

/// What a word does to the statement beside it.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "a word can do each of these beside the others")]
struct Said {
    /// How it takes it back.
    turns: Option<Manner>,
    /// As what it keeps the statement from being held for sure.
    is_as_good_as: Option<Manner>,
    needs_to: bool,
    between: bool,
    supposes: bool,
    follows_verb: bool,
}

/// The words of one language.
pub(super) struct Lexicon(FxHashMap<&'static str, Said>);

impl Lexicon {
    /// Those of a language (BCP 47), if it has any here.
    pub(super) fn of(language: &str) -> Option<&'static Self> {
        static ALL: LazyLock<Vec<(&str, Lexicon)>> =
            LazyLock::new(|| TABLES.iter().map(|table| (table.language, Lexicon::read(table))).collect());
        ALL.iter().find(|(code, _)| *code == language).map(|(_, lexicon)| lexicon)
    }

    fn read(table: &Table) -> Self {
        let mut words: FxHashMap<&str, Said> = FxHashMap::default();
        let mut add = |list: &'static str, change: &dyn Fn(&mut Said)| {
            list.split_whitespace().for_each(|word| change(words.entry(word).or_default()));
        };
        for (list, manner) in [
            (table.as_good_as_denials, Manner::Denial),
            (table.as_good_as_doubts, Manner::Doubt),
            (table.as_good_as_hearsay, Manner::Hearsay),
        ] {
            add(list, &|said| said.is_as_good_as = Some(manner));
        }
        for (list, manner) in [
            (table.denials, Manner::Denial),
            (table.verbs_of_denial, Manner::Denial),
            (table.doubts, Manner::Doubt),
            (table.hearsay, Manner::Hearsay),
        ] {
            add(list, &|said| said.turns = Some(manner));
        }
        add(table.verbs_of_denial, &|said| said.needs_to = true);
        add(table.between, &|said| said.between = true);
        add(table.supposing, &|said| said.supposes = true);
        add(table.behind_verbs, &|said| said.follows_verb = true);
        Self(words)
    }

    fn said(&self, term: &Term) -> Said {
        // `in May`
        let is_month = term.capital && term.word == "may";
        self.0.get(term.word.as_str()).filter(|_| !is_month).copied().unwrap_or_default()
    }

    /// How a word takes back what it is said of, if it does.
    pub(super) fn manner(&self, term: &Term) -> Option<Manner> {
        self.said(term).turns
    }

    /// Whether it does so only to what follows it with `to`.
    pub(super) fn needs_to(&self, term: &Term) -> bool {
        self.said(term).needs_to
    }

    /// Whether a word says nothing of its own between one that takes back and what that is said of.
    pub(super) fn is_between(&self, term: &Term) -> bool {
        self.said(term).between
    }

    /// Whether a verb tells what would be so in another case.
    pub(super) fn supposes(&self, term: &Term) -> bool {
        self.said(term).supposes
    }

    /// Whether a word goes with the verb right before it.
    pub(super) fn follows_verb(&self, term: &Term) -> bool {
        self.said(term).follows_verb
    }

    /// Whether a word takes a statement back at least as far as that manner does.
    pub(super) fn is_as_much(&self, term: &Term, manner: Manner) -> bool {
        let said = self.said(term);
        let any = |of: Manner| said.turns == Some(of) || said.is_as_good_as == Some(of);
        match manner {
            Manner::Denial => any(Manner::Denial),
            Manner::Doubt => any(Manner::Doubt) || any(Manner::Denial) || said.turns == Some(Manner::Hearsay),
            Manner::Hearsay => any(Manner::Hearsay) || any(Manner::Denial) || said.turns == Some(Manner::Doubt),
        }
    }
}
