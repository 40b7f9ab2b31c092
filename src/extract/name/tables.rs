//! Words that tell names from other capitals: titles, connectors, institutions, given names.

use std::sync::LazyLock;

use crate::extract::lexicon::{Words, words};

/// Words that stand before a person's name as title, office or role; keys, in any language.
pub(super) static TITLES: LazyLock<Words> = LazyLock::new(|| {
    words(
        "president minister secretary senator sen sen. rep rep. gov gov. governor mr mr. mrs mrs. ms ms. dr dr. general gen gen. \
             colonel col. lt. lieutenant captain capt. major maj. sergeant sgt. admiral adm. marshal king queen prince princess pope sir \
             lord lady chancellor chairman chairwoman chair chairperson leader ambassador envoy judge justice mayor speaker spokesman \
             spokeswoman spokesperson prof. professor sheriff congressman congresswoman representative premier director chief commissioner \
             attorney lawyer coach commander emperor bishop archbishop cardinal rabbi imam ayatollah sheikh rev. reverend father sister \
             candidate nominee strategist pollster economist analyst adviser advisor aide official officer deputy head founder actor \
             actress author writer singer comedian journalist reporter correspondent columnist editor host anchor billionaire businessman \
             dictator oligarch manager counterpart ceo activist researcher historian scientist farmer resident pastor detective inspector \
             executive lawmaker politician diplomat prosecutor expert herr frau präsident bundeskanzler kanzler bundespräsident \
             ministerpräsident außenminister verteidigungsminister sprecher sprecherin chef professorin monsieur madame m. mme président \
             présidente ministre señor señora presidente presidenta ministro ministra canciller президент министр глава лидер \
             премьер-министр господин губернатор міністр голова прем'єр-міністр лідер речник пресс-секретарь",
    )
});

/// Endings of titles that are compounds: `Verteidigungsminister`, `Regierungssprecherin`.
pub(super) const TITLE_ENDINGS: &[&str] = &[
    "minister",
    "ministerin",
    "präsident",
    "präsidentin",
    "kanzler",
    "kanzlerin",
    "sprecher",
    "sprecherin",
    "meister",
    "meisterin",
    "chef",
    "chefin",
];

/// What people are, behind their names and a comma: `Ruta Selm, a nurse`.
pub(super) static OCCUPATIONS: LazyLock<Words> = LazyLock::new(|| {
    words(
        "nurse teacher doctor student pupil engineer driver pilot chemist physicist fisherman baker cook survivor witness eyewitness \
             neighbour neighbor mother father daughter widow widower worker shopkeeper volunteer retiree pensioner tourist waiter waitress \
             surgeon paramedic firefighter carpenter plumber electrician passenger climber guide ranger conductor librarian musician \
             painter violinist architect trader broker poet novelist sailor skipper miner butcher tailor gardener barber trucker \
             mathematician statistician physician technician mechanic welder cleaner tenant",
    )
});

/// Endings of such words.
pub(super) const OCCUPATION_ENDINGS: &[&str] = &["ologist", "ographer", "woman"];

/// Titles and forms that hold a man.
pub(super) static OF_MEN: LazyLock<Words> =
    LazyLock::new(|| words("mr mr. sir king prince lord father chairman spokesman congressman businessman herr monsieur señor actor"));

/// Titles and forms that hold a woman.
pub(super) static OF_WOMEN: LazyLock<Words> = LazyLock::new(|| {
    words("mrs mrs. ms ms. queen princess lady chairwoman spokeswoman congresswoman frau madame mme señora actress sister")
});

/// Small words inside names.
pub(super) static CONNECTORS: LazyLock<Words> =
    LazyLock::new(|| words("al bin ibn von van der den de da di la le el du del dos zu ben abu & of the for"));

/// Heads of bodies that are named by `of`: `Ministry of Defence`.
pub(super) static HEADS_WITH_OF: LazyLock<Words> = LazyLock::new(|| {
    words(
        "ministry department university bank house board office bureau council committee court church republic states kingdom union \
             association federation league institute college school city bay gulf sea isle cape chamber society museum academy fund center \
             centre chiefs secretary speaker attorney commonwealth knights daughters sons state district library congress parliament arab \
             strait organization organisation agency conference confederation brotherhood",
    )
});

/// Words that make a name one of a place or body, never of a person.
pub(super) static OF_BODIES: LazyLock<Words> = LazyLock::new(|| {
    words(
        "ministry department university bank house board office bureau council committee court church republic states kingdom union \
             association federation league institute college school city bay gulf sea party group inc inc. corp corp. ltd news times post \
             journal agency company street avenue road square park north south east west northern southern eastern western central new \
             united great san los las saint st. el army navy force forces fund foundation center centre senate congress parliament assembly \
             service police guard island islands river lake mountain ocean air airport airlines international national federal state world \
             american america european district county province region oblast cosmodrome nations commission organization organisation club \
             tower hotel media television tv radio press alliance coalition institute's war day",
    )
});

/// German nouns that stand beside other nouns without being part of a name.
pub(super) static GERMAN_NOUNS: LazyLock<Words> = LazyLock::new(|| {
    words("ende anfang mitte millionen million milliarden euro prozent uhr jahre jahren dollar tonnen kilometer meter menschen")
});

/// Given names of men.
pub(super) static MEN: LazyLock<Words> = LazyLock::new(|| {
    words(
        "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven \
             paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan \
             stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose \
             josé adam nathan henry peter kyle joe jim bob bill mike tom dan steve chris matt tony ted jeb ben bernie barack mitt rand \
             marco vladimir sergei sergey dmitry dmitri alexei aleksei ivan mikhail nikolai andrei oleg igor yuri viktor volodymyr \
             oleksandr oleksii andriy dmytro vadym serhiy petro mykhailo emmanuel jean pierre françois olaf friedrich hans klaus jens \
             wolfgang pedro luis carlos juan antonio miguel boris rishi keir mohammed muhammad ali ahmed hassan bashar recep xi narendra \
             shinzo fumio moon elon jeff tim greg josh sean corey владимир сергей дмитрий александр алексей иван михаил николай андрей \
             володимир олександр сергій",
    )
});

/// Given names of women.
pub(super) static WOMEN: LazyLock<Words> = LazyLock::new(|| {
    words(
        "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly \
             emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna \
             brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth \
             julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha \
             gloria teresa ann anne sara madison kathryn janice jean alice hillary melania ivanka chelsea kellyanne carly kamala nikki jill \
             theresa ursula annalena marine olena yulia natalia iryna olga svetlana tatiana ekaterina jacinda sanna giorgia liz kate jane \
             claire katie marie isabel carmen ana elena мария ольга елена анна юлія",
    )
});

/// Family names that stand before the given name: `Kim Jong Un`.
pub(super) static FAMILY_NAMES_FIRST: LazyLock<Words> = LazyLock::new(|| {
    words(
        "kim lee park choi choe jung jong kang cho jo yoon yun jang chang lim im han shin seo kwon hwang ahn an song ri pak ro moon ko paik \
         xi wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo liang hua wen deng mao jiang han qin peng \
         nguyen tran le pham hoang phan vu vo dang bui do ho ngo duong to abe kishida suga tsai lai",
    )
});

/// Endings of the cases of Russian and Ukrainian names, the longest first.
pub(super) const CYRILLIC_ENDINGS: &[&str] =
    &["ого", "ому", "ими", "ым", "им", "ой", "ом", "ем", "ою", "ий", "ый", "ая", "ую", "а", "у", "ю", "я", "е", "и", "ы", "і", "й"];
