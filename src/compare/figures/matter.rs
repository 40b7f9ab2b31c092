//! What a figure is of: which nouns count the same things, and which states exclude each other.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::extract::{Dimension, Figure};
use crate::text::fold::{stem, word_key};
use crate::text::senses::Senses;

/// English nouns that count the same things, by stem.
const SAME_THINGS: &[&[&str]] = &[
    &[
        "person", "peopl", "men", "man", "women", "woman", "victim", "civilian", "passeng", "resid", "individu", "other", "human", "life",
        "live",
    ],
    &["dead", "death", "fatal", "toll", "kill", "casualti", "bodi", "victim", "peopl", "person"],
    &["injur", "wound", "hurt", "casualti"],
    &["soldier", "troop", "servicemen", "serviceman", "servicememb", "fighter", "personnel"],
    &["round", "shell", "munit", "ammunit"],
    &["offic", "policemen", "policeman", "polic"],
    &["home", "hous", "household", "properti", "build"],
    &["job", "posit", "role", "employe", "worker", "staff"],
    &["student", "pupil", "child", "children"],
    &["car", "vehicl", "truck"],
    &["plane", "aircraft", "jet", "airplan"],
    &["drone", "uav", "unman"],
    &["sale", "revenu", "turnov"],
    &["profit", "incom", "earn"],
    &["wage", "salari", "pay"],
    &["dividend", "payout"],
    &["crew", "member", "sailor", "seamen", "marin"],
    MEETINGS,
    &["object", "item", "thing", "artefact", "artifact"],
    &["lorri", "truck"],
    CROWD,
];

/// The stem of an English noun, and nouns of another language that count the same.
type Group = (&'static str, &'static [&'static str]);

/// The same of other languages, as they are written, behind the stem of an English noun of theirs.
const SAME_THINGS_ABROAD: &[(&str, &[Group])] = &[
    (
        "de",
        &[
            ("peopl", &["Menschen", "Personen", "Opfer", "Passagiere", "Bewohner", "Einwohner"]),
            ("dead", &["Tote", "Todesopfer", "Opfer"]),
            ("injur", &["Verletzte", "Verwundete"]),
            ("revenu", &["Umsatz", "Erlöse", "Erlös"]),
            ("profit", &["Gewinn", "Überschuss", "Ergebnis"]),
            ("home", &["Häuser", "Gebäude", "Wohnungen"]),
            ("job", &["Stellen", "Arbeitsplätze", "Jobs"]),
        ],
    ),
    (
        "fr",
        &[
            ("peopl", &["personnes", "habitants", "passagers", "victimes"]),
            ("dead", &["morts", "décès", "tués"]),
            ("injur", &["blessés"]),
            ("revenu", &["ventes", "recettes", "revenus", "chiffre"]),
            ("profit", &["bénéfice", "profit", "résultat"]),
            ("home", &["maisons", "logements", "bâtiments"]),
            ("job", &["emplois", "postes"]),
        ],
    ),
    (
        "es",
        &[
            ("peopl", &["personas", "habitantes", "pasajeros", "víctimas"]),
            ("dead", &["muertos", "fallecidos"]),
            ("injur", &["heridos", "lesionados"]),
            ("revenu", &["ventas", "ingresos", "facturación"]),
            ("profit", &["beneficio", "ganancias"]),
            ("home", &["casas", "viviendas", "edificios"]),
            ("job", &["empleos", "puestos"]),
        ],
    ),
    (
        "ru",
        &[
            ("peopl", &["человек", "людей", "жителей", "пассажиров"]),
            ("dead", &["погибших", "жертв"]),
            ("injur", &["раненых", "пострадавших"]),
            ("revenu", &["выручка", "продажи", "оборот"]),
            ("profit", &["прибыль", "доход"]),
            ("home", &["домов", "зданий"]),
        ],
    ),
    (
        "uk",
        &[
            ("peopl", &["людей", "осіб", "мешканців", "пасажирів"]),
            ("dead", &["загиблих", "жертв"]),
            ("injur", &["поранених", "постраждалих"]),
            ("revenu", &["виторг", "продажі", "оборот"]),
            ("profit", &["прибуток", "дохід"]),
            ("home", &["будинків", "будівель"]),
        ],
    ),
];

/// The groups of things that a stem counts.
fn groups(head: &str) -> &'static [usize] {
    static GROUPS: LazyLock<FxHashMap<String, Vec<usize>>> = LazyLock::new(|| {
        let english = SAME_THINGS.iter().map(|group| group.iter().map(|stem| (*stem).to_owned()).collect::<Vec<String>>());
        let stems = |language: &str, group: &[&str]| -> Vec<String> {
            group.iter().map(|word| stem(&word_key(word), language).into_owned()).collect()
        };
        let mut found: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (number, group) in english.enumerate() {
            for stem in group {
                found.entry(stem).or_default().push(number);
            }
        }
        for (language, (noun, group)) in
            SAME_THINGS_ABROAD.iter().flat_map(|(language, groups)| groups.iter().map(move |group| (language, group)))
        {
            let number = SAME_THINGS.iter().position(|things| things.contains(noun));
            for stem in stems(language, group) {
                found.entry(stem).or_default().extend(number);
            }
        }
        found
    });
    GROUPS.get(head).map(Vec::as_slice).unwrap_or_default()
}

/// Names of a meeting, by stem.
const MEETINGS: &[&str] = &["talk", "negoti", "discuss", "meet", "summit", "session", "convers"];

/// Those who watch or attend, by stem.
const CROWD: &[&str] = &["spectat", "crowd", "attend", "audienc"];

/// States that exclude each other, by stem: what is counted in one is not counted in another. All are counted anew in the hours and days
/// after an event.
const STATES: &[&[&str]] = &[
    &["kill", "dead", "die", "death", "fatal", "slain", "perish", "toll", "drown"],
    &["injur", "wound", "hurt", "hospitalis"],
    &["arrest", "detain", "custodi", "jail", "charg"],
    &["miss", "unaccount"],
    &["evacu", "displac", "homeless", "flee", "fled"],
    &["rescu", "surviv", "save", "aliv"],
];

/// What a figure is of: its dimension, the thing, and what becomes of it.
pub(super) type Matter<'a> = (&'a Dimension, &'a str, &'a str);

/// What a figure is of, where an event has but one such: how long its talks lasted, how many people it killed, how many watched, how old
/// somebody is whose name it knows. Such figures are held against each other in whatever sentences they stand; `noun` is the head noun as
/// it is written.
pub(super) fn matter<'a>(figure: &'a Figure, noun: &str) -> Option<Matter<'a>> {
    let measures = &figure.measures;
    let head = measures.head.as_deref()?;
    let whole = !measures.partial && !measures.historical;
    if whole && figure.dimension == Dimension::Count && CROWD.contains(&head) {
        return Some((&figure.dimension, "crowd", ""));
    }
    if whole && figure.dimension == Dimension::Age && noun.starts_with(char::is_uppercase) {
        return Some((&figure.dimension, head, ""));
    }
    let state = measures.state.as_deref()?;
    // The first two groups are people, alive and dead.
    let is_toll = || groups(head).iter().any(|&group| group < 2) && STATES.iter().any(|group| group.contains(&state));
    let meeting = MEETINGS.first().filter(|_| MEETINGS.contains(&head));
    match figure.dimension {
        Dimension::Duration if whole => Some((&figure.dimension, meeting.copied().unwrap_or(head), state)),
        Dimension::Count if whole && is_toll() => Some((&figure.dimension, "people", state)),
        _ => None,
    }
}

/// Whether the one counts those to whom one thing happened, the other those to whom another did.
pub(super) fn states_exclude(one: &Figure, other: &Figure) -> bool {
    let state = |figure: &Figure| stems(figure).find_map(|stem| STATES.iter().position(|group| group.contains(&stem)));
    state(one).zip(state(other)).is_some_and(|(one, other)| one != other)
}

/// How well the counted things agree, 0 to 1.
pub(super) fn counts_same(one: &Figure, other: &Figure) -> f32 {
    let (Some(a), Some(b)) = (one.measures.head.as_deref(), other.measures.head.as_deref()) else { return 0.0 };
    let in_one_group = || groups(a).iter().any(|group| groups(b).contains(group));
    let senses = Senses::of("en");
    let compound = |of: &Figure, head: &str| described_by(of).is_some_and(|first| first == head);
    if a == b {
        1.0
    } else if in_one_group() || senses.stem(a) == senses.stem(b) || compound(one, b) || compound(other, a) {
        0.8
    } else {
        0.0
    }
}

/// The stem of what is counted in a compound: `bed` in `an 800-bed hospital`, whose noun is in the singular.
fn described_by(figure: &Figure) -> Option<Cow<'_, str>> {
    let (first, second) = figure.measures.text.split_once(' ')?;
    let is_singular = !second.contains(' ') && !second.ends_with('s') && first.chars().all(|c| c.is_alphabetic() && c.is_lowercase());
    (figure.dimension == Dimension::Count && is_singular && figure.measures.state.is_none()).then(|| stem(first, "en"))
}

/// Whether it counts what is counted anew as time passes: the dead, the injured, the arrested, the missing.
pub(super) fn is_recounted(figure: &Figure) -> bool {
    stems(figure).any(|stem| STATES.iter().any(|group| group.contains(&stem)))
}

/// Whether a later count may be smaller: the missing are found, the evacuated return.
pub(super) fn may_shrink(figure: &Figure) -> bool {
    const SHRINKING: &[&str] = &["miss", "unaccount", "evacu", "displac", "homeless", "hospitalis"];
    stems(figure).any(|stem| SHRINKING.contains(&stem))
}

/// The stems that tell the state of what is counted; of a crowd the verb beside it tells nothing: `saved two penalties before 48,000 people
/// in the crowd`.
fn stems(figure: &Figure) -> impl Iterator<Item = &str> {
    let head = figure.measures.head.as_deref().filter(|head| !CROWD.contains(head));
    [figure.measures.state.as_deref().filter(|_| head.is_some() || figure.measures.head.is_none()), head].into_iter().flatten()
}
