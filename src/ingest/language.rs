//! Which language a text is in, by its commonest words.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A set of the known languages, one bit each in the order of [`COMMON_WORDS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Languages(u8);

impl Languages {
    /// All of them: what a word is held against when the page's language is not known.
    pub(super) const ALL: Self = Self(u8::MAX);

    /// Whether the word is one of the commonest in one of these languages; only words in small letters are looked up.
    pub(super) fn have_common(self, word: &str) -> bool {
        !word.starts_with(|c: char| c.is_ascii_uppercase()) && INDEX.get(word).is_some_and(|&bits| bits & self.0 != 0)
    }
}

/// A language's code (BCP 47) and its commonest words.
const COMMON_WORDS: &[(&str, &str)] = &[
    (
        "en",
        "the of and to in a is that for it was on with as his he be at by i this had not are but from or have an they which one you were \
         all her she there would their we him been has when who will no more if out so up said what its about than into them can only \
         other time new some could these two may first then do any like my now over such our even most after also did many before must \
         through years where much your way well down should because each just those how too while says being under last own against \
         during since between here still both another without until off why don't it's very me us",
    ),
    (
        "de",
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird \
         bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte \
         kann gegen vom können schon wenn habe seine mark ihre dann unter wir soll ich eines jahr zwei diese dieser wieder keine seiner \
         worden will zwischen immer was sagte gibt alle seit muss wurden doch jetzt waren drei jahre mit neue damit bereits da ab",
    ),
    (
        "fr",
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se le ce il sont la les ou avec son ils mais comme \
         on tout nous sa fait été aussi leur bien peut ces y deux ont elle entre cette aux même sans sous très après avant depuis selon \
         d'un d'une c'est qu'il l'on n'est était avait être avoir où dont leurs ses vous je si lui encore",
    ),
    (
        "es",
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre \
         cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así \
         nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada e vida otro después otros aunque esa eso hace otra según",
    ),
    (
        "pt",
        "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também          só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você essa num nem suas meu às minha numa pelos          elas qual lhe foi são ser tem está era ter há mil ano anos dia segundo sobre",
    ),
    (
        "it",
        "di e il la che in a per un è del non una con si da i le al dei della gli alla lo ha sono nel come anche più ma dal sul delle ai se          nella dalla o cui questo degli anni loro stato dopo essere tra due suo sua prima era chi ci hanno alle fra ed già poi quando tutti          questa nei sulla contro solo perché stata suoi così fatto ancora ogni",
    ),
    (
        "ru",
        "и в не на я он что с по как это но к у из за от же о так то для мы вы она они бы был его её их все при или уже еще ещё до если \
         только было были была когда может после также том ее который которая которые которых где чтобы году года во со об под над без \
         этом этого того тем будет лет себя один два сообщил заявил словам",
    ),
    (
        "uk",
        "і в не на я він що з по як це але до у із за від ж о так то для ми ви вона вони би був його її їх всі при або вже ще якщо тільки \
         було були була коли може після також тому який яка які яких де щоб році року та й під над без цього того цим буде років себе \
         один два повідомив заявив словами про між через є",
    ),
];

/// Each common word with the languages that have it.
static INDEX: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| {
    let mut index = FxHashMap::default();
    for (bit, (_, words)) in COMMON_WORDS.iter().enumerate() {
        for word in words.split_whitespace() {
            *index.entry(word).or_default() |= 1 << bit;
        }
    }
    index
});

/// Letters that of two languages with many words in common only one has, by their place in [`COMMON_WORDS`]: Russian and Ukrainian.
const OWN_LETTERS: [(usize, &[char]); 2] = [(6, &['ы', 'э', 'ъ', 'ё']), (7, &['і', 'ї', 'є', 'ґ'])];

/// Words that are looked at: enough for a page, and the same time for any page.
const ENOUGH_WORDS: usize = 4_000;

/// The least share of common words in running text; menus and word lists stay below.
const LEAST_SHARE: f64 = 0.12;

/// The language of a text and its code, or nothing when no known language is plain to see.
pub(super) fn detect<'a>(words: impl Iterator<Item = &'a str>) -> Option<(Languages, &'static str)> {
    let mut counts = [0_usize; COMMON_WORDS.len()];
    let mut lettered = [0_usize; COMMON_WORDS.len()];
    let mut seen = 0_usize;
    for word in words.filter(|word| word.starts_with(char::is_alphabetic)).take(ENOUGH_WORDS) {
        seen += 1;
        if let Some(bits) = INDEX.get(word) {
            counts.iter_mut().enumerate().for_each(|(bit, count)| *count += usize::from(bits >> bit & 1));
        }
        if !word.is_ascii() {
            for (bit, letters) in OWN_LETTERS {
                lettered[bit] += usize::from(word.contains(letters));
            }
        }
    }
    let weight = |bit: usize| counts[bit] + lettered[bit];
    let best = (0..counts.len()).max_by_key(|&bit| weight(bit))?;
    let second = (0..counts.len()).filter(|&bit| bit != best).map(weight).max().unwrap_or(0);
    let is_plain = weight(best) as f64 >= LEAST_SHARE * seen as f64 && counts[best] > 1 && weight(best) > second;
    is_plain.then(|| (Languages(1 << best), COMMON_WORDS[best].0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_by_their_common_words() {
        for (text, want) in [
            ("The mayor said on Monday that the bridge would be closed until spring.", Some("en")),
            ("Der Bürgermeister sagte am Montag, dass die Brücke bis zum Frühjahr gesperrt wird.", Some("de")),
            ("Le maire a dit lundi que le pont sera fermé pour les travaux de printemps.", Some("fr")),
            ("El alcalde dijo el lunes que el puente se va a cerrar por las obras.", Some("es")),
            ("O prefeito disse na segunda-feira que a ponte não vai abrir até o verão.", Some("pt")),
            ("Il sindaco ha detto lunedì che il ponte non sarà aperto prima della primavera.", Some("it")),
            ("Мэр заявил в понедельник, что мост будет закрыт до весны, но не для всех.", Some("ru")),
            ("Мер заявив у понеділок, що міст буде закрито до весни, але не для всіх.", Some("uk")),
            ("Міст завдовжки 86 метрів коштував на половину більше, повідомила в четвер сільська рада по закінченні робіт.", Some("uk")),
            ("Home News Sport Weather", None),
            ("東京で地震がありました", None),
            ("", None),
        ] {
            assert_eq!(detect(text.split_whitespace()).map(|(_, code)| code), want, "{text}");
        }
    }

    #[test]
    fn common_words_belong_to_languages() {
        let (english, _) = detect("the man who was there".split(' ')).unwrap();
        assert!(english.have_common("would") && !english.have_common("sich") && Languages::ALL.have_common("sich"));
    }
}
