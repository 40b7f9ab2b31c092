//! Words that news uses for one and the same thing: each is compared as the first of its group.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::fold::stem;

/// Groups of English words, by the stems of which sentences are compared; a word stands in one group only.
///
/// A group holds words that one desk writes where another writes the other. Words that differ in what they claim (`killed` and `injured`,
/// `accused` and `convicted`) are never in one group.
const ENGLISH: &[&[&str]] = &[
    &["accord", "pact", "treaty"],
    &["aircraft", "plane", "airplane", "aeroplane", "airliner", "jet"],
    &["army", "military"],
    &["assault", "attack", "offensive"],
    &["attorney", "lawyer", "solicitor", "barrister"],
    &["ban", "prohibit", "outlaw"],
    &["blast", "explosion", "explode"],
    &["blaze", "fire"],
    &["boat", "ship", "vessel"],
    &["buy", "purchase", "acquire", "acquisition"],
    &["car", "vehicle", "automobile"],
    &["children", "child", "kid"],
    &["clash", "skirmish"],
    &["company", "firm", "corporation"],
    &["cop", "police"],
    &["cosmodrome", "spaceport"],
    &["crash", "collision", "collide"],
    &["dead", "die", "death", "kill", "fatality", "perish"],
    &["demonstration", "protest", "rally", "demonstrator", "protester"],
    &["demolish", "destroy", "destruction"],
    &["doctor", "physician"],
    &["earthquake", "quake", "tremor", "temblor"],
    &["election", "vote", "ballot", "poll"],
    &["employee", "worker"],
    &["enemy", "foe", "adversary"],
    &["film", "movie"],
    &["flood", "deluge"],
    &["footage", "video"],
    &["gun", "weapon", "firearm"],
    &["home", "household"],
    &["host", "guest"],
    &["hurricane", "typhoon", "cyclone"],
    &["illness", "disease", "sickness", "ill"],
    &["injure", "injury", "wound", "hurt"],
    &["inquiry", "investigation", "probe", "investigate", "investigator"],
    &["jail", "prison", "imprison"],
    &["judge", "magistrate"],
    &["law", "legislation"],
    &["medication", "drug", "medicine"],
    &["missile", "rocket"],
    &["murder", "homicide"],
    &["negotiation", "talk", "discussion"],
    &["outage", "blackout"],
    &["parliament", "legislature"],
    &["petrol", "gasoline", "fuel"],
    &["power", "electricity"],
    &["profit", "earnings"],
    &["quit", "resign", "resignation"],
    &["robbery", "heist", "theft", "steal", "stole", "stolen"],
    &["seize", "capture", "confiscate"],
    &["munition", "ammunition"],
    &["shooter", "gunman"],
    &["soldier", "troop", "serviceman"],
    &["spokesman", "spokeswoman", "spokesperson"],
    &["unemployed", "jobless"],
    &["victory", "win", "won", "winner", "triumph"],
    &["wage", "salary"],
    &["wedding", "marriage", "marry"],
    &["arrest", "detain", "detention"],
    &["begin", "began", "begun", "start"],
    &["big", "large"],
    &["biggest", "largest"],
    &["body", "corpse"],
    &["bomb", "bombing", "bomber"],
    &["chief", "head", "boss"],
    &["father", "dad"],
    &["hit", "strike", "struck"],
    &["lawsuit", "sue", "suit"],
    &["mother", "mom", "mum"],
    &["premier", "pm"],
    &["refugee", "migrant"],
    &["rescue", "save"],
    &["shoot", "shot", "gunfire"],
    &["teenager", "teen"],
    &["town", "city"],
];

/// Forms of English words that no rule of endings makes alike, and nations with their people.
const ENGLISH_FORMS: &[&[&str]] = &[
    &["america", "american", "usa"],
    &["break", "broke", "broken"],
    &["bring", "brought"],
    &["catch", "caught"],
    &["choose", "chose", "chosen"],
    &["come", "came"],
    &["denmark", "danish", "danes"],
    &["drive", "drove", "driven", "driver"],
    &["fall", "fell", "fallen"],
    &["fight", "fought"],
    &["find", "found"],
    &["finland", "finnish", "finns"],
    &["flee", "fled"],
    &["fly", "flew", "flown"],
    &["france", "french"],
    &["freeze", "froze", "frozen"],
    &["give", "gave", "given"],
    &["grow", "grew", "grown"],
    &["hold", "held"],
    &["ireland", "irish"],
    &["keep", "kept"],
    &["know", "knew", "known"],
    &["lead", "led", "leader"],
    &["lose", "lost", "loss"],
    &["meet", "met"],
    &["netherlands", "dutch"],
    &["norway", "norwegian"],
    &["pay", "paid"],
    &["philippines", "filipino"],
    &["poland", "polish"],
    &["ride", "rode", "ridden"],
    &["rise", "rose", "risen"],
    &["run", "ran"],
    &["scotland", "scottish"],
    &["seek", "sought"],
    &["sell", "sold"],
    &["send", "sent"],
    &["sink", "sank", "sunk"],
    &["spain", "spanish"],
    &["speak", "spoke", "spoken", "speech"],
    &["spend", "spent"],
    &["swear", "swore", "sworn"],
    &["switzerland", "swiss"],
    &["take", "took", "taken"],
    &["teach", "taught", "teacher"],
    &["tell", "told"],
    &["thailand", "thai"],
    &["think", "thought"],
    &["throw", "threw", "thrown"],
    &["turkey", "turkish", "turks"],
    &["wear", "wore", "worn"],
    &["write", "wrote", "written"],
];

/// The first word of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sense {
    /// The word.
    pub word: &'static str,
    /// Its stem.
    pub stem: String,
}

/// The words of a language that stand for another.
#[derive(Debug)]
pub struct Senses(FxHashMap<String, Sense>);

impl Senses {
    /// The table of a language (BCP 47); an empty one where there is none.
    #[must_use]
    pub fn of(language: &str) -> &'static Self {
        static OF_ENGLISH: LazyLock<Senses> = LazyLock::new(|| Senses::read(ENGLISH.iter().chain(ENGLISH_FORMS), "en"));
        static NONE: LazyLock<Senses> = LazyLock::new(|| Senses(FxHashMap::default()));
        if language == "en" { &OF_ENGLISH } else { &NONE }
    }

    fn read<'a>(groups: impl Iterator<Item = &'a &'a [&'static str]>, language: &str) -> Self {
        let pairs = groups.filter_map(|group| group.split_first().map(|(first, _)| (*first, *group)));
        let sense = |word| Sense { word, stem: stem(word, language).into_owned() };
        Self(pairs.flat_map(|(first, group)| group.iter().map(move |word| (stem(word, language).into_owned(), sense(first)))).collect())
    }

    /// The word that the word with this stem is compared as.
    #[must_use]
    pub fn same_as(&self, stem: &str) -> Option<&Sense> {
        self.0.get(stem)
    }

    /// The stem that a word with this stem is compared by.
    #[must_use]
    pub fn stem<'a>(&'a self, stem: &'a str) -> &'a str {
        self.same_as(stem).map_or(stem, |sense| &sense.stem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_in_one_group() {
        let mut seen = FxHashMap::default();
        for (number, group) in ENGLISH.iter().chain(ENGLISH_FORMS).enumerate() {
            for word in *group {
                let earlier = seen.insert(stem(word, "en").into_owned(), number);
                assert!(earlier.is_none_or(|other| other == number), "{word} stands in two groups");
            }
        }
    }

    #[test]
    fn words_of_a_group_are_compared_as_its_first() {
        let english = Senses::of("en");
        assert_eq!(english.same_as(&stem("quakes", "en")).map(|sense| sense.word), Some("earthquake"));
        assert_eq!(english.stem(&stem("firms", "en")), stem("companies", "en"));
        assert_eq!(english.same_as("ferri"), None);
        assert_eq!(Senses::of("de").stem("quak"), "quak");
    }
}
