//! English: cue verbs and function words.

use super::{Table, VerbClass};

pub(super) const TABLE: Table = Table {
    regular: &[
        (VerbClass::Say, "believe claim allege insist joke predict suggest boast concede estimate"),
        (VerbClass::Tell, "assure inform remind warn notify email text"),
        (VerbClass::State, STATEMENTS),
        (
            VerbClass::Utter,
            "continue shout yell scream exclaim interject mutter whisper chant retort muse fume thunder crow gloat sigh laugh boom ask cry",
        ),
        (VerbClass::Promise, "promise threaten offer agree refuse decline demand pledge vow"),
        (VerbClass::Urge, "urge advise encourage exhort order implore instruct invite"),
        (VerbClass::Judge, JUDGEMENTS),
    ],
    irregular: &[
        (VerbClass::Say, "say says said saying"),
        (VerbClass::Say, "think thinks thought thinking"),
        (VerbClass::Tell, "tell tells told telling"),
        (VerbClass::State, "write writes wrote writing"),
        (VerbClass::State, "admit admits admitted admitting"),
        (VerbClass::State, "quip quips quipped quipping"),
        (VerbClass::State, "swear swears swore swearing"),
        (VerbClass::State, "signal signals signaled signaling"),
        (VerbClass::State, "signal signals signalled signalling"),
        (VerbClass::State, "show shows showed showing"),
        (VerbClass::State, "find finds found finding"),
        (VerbClass::State, "blog blogs blogged blogging"),
        (VerbClass::Utter, "read reads read reading"),
        (VerbClass::Utter, "sing sings sang singing"),
        (VerbClass::Utter, "begin begins began beginning"),
        (VerbClass::Judge, "rip rips ripped ripping"),
        (VerbClass::Judge, "dub dubs dubbed dubbing"),
        (VerbClass::Judge, "refer refers referred referring"),
        (VerbClass::Judge, "speak speaks spoke speaking"),
        (VerbClass::Judge, "slam slams slammed slamming"),
    ],
    listed: "",
    also_nouns: "claim report note state comment remark answer reply charge fear doubt guess show find read echo request reason promise demand \
            offer pledge vow order address blast attack blame praise call question mock target label brand email text post tweet worry quote \
            rip voice joke signal hint estimate boast shout cry thank credit reference tout title counter plead laugh sigh speak cite blog \
            welcome stress retort point hope",
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
    nouns: "claim claims assertion assertions accusation accusations allegation allegations suggestion suggestions argument arguments contention belief \
        promise promises pledge pledges warning warnings insistence prediction predictions complaint complaints remark remarks statement statements \
        announcement admission message view conclusion conviction concern concerns fear fears hint hints",
    by: "by from",
    owners: "his her their its my our your",
    that: "that whether how why",
    clause_openers: "that which when while because if although though as since but and or than whether what how why where until so then yet once \
        after before whom whose",
    between: "also has had have later then once first again even just now already still soon further earlier previously subsequently only actually is was are were been be would will did \
        does do could may might must should can not never often instead simply always recently 'd 's himself herself themselves itself \
        didn't hasn't wouldn't doesn't",
    prepositions: "in on at during after before by from with to for of about through via under over into earlier late last this amid despite since \
        until following citing when while as outside inside against without",
    determiners: "the a an his her their its our my some many several one two three another other most few both no any every all each these those \
        officials police critics experts former senior top local such",
    pronouns: "he she they it who we i you nobody someone everyone others",
    sentence_openers: "the a an in on at by but and or so if as for from with it he she they we i you this that these those there his her their its our \
        my your when while after before since because although though however meanwhile also then now what who how why where which not \
        no yes one two three some many most all both each every several according to of about even just still yet once during under over \
        between among despite last next first earlier later citing asked speaking responding following more less other another let do \
        did is was are were have has had can could will would should might must well here only such than too very any until like again \
        never nor maybe perhaps instead photo i'm i'll i've it's he's she's we're that's there's don't",
};

/// Verbs of saying and holding.
const STATEMENTS: &str = "add state note argue announce report explain declare acknowledge assert affirm emphasise emphasize stress recall \
    remark reply respond conclude answer comment observe confirm reveal proclaim caution confess complain lament recount tweet post counter opine \
    indicate contend maintain reiterate repeat echo imply testify specify clarify deny worry charge admonish retweet gripe grouse bemoan marvel \
    theorize theorise speculate posit propose recommend request reason mention underline underscore elaborate disclose hint ask pray guess \
    doubt fear wonder reckon point hope joke";

/// Verbs of praise, blame and naming.
const JUDGEMENTS: &str = "call describe label brand praise criticise criticize accuse denounce blast mock deride dismiss characterise characterize \
    thank attack blame condemn credit liken decry hail tout applaud laud assail chide scold target question reject welcome endorse portray quote \
    cite reference express voice address discuss depict title compare bash mourn lambaste ridicule celebrate salute congratulate defend";
