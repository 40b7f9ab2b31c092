//! English: cue verbs and function words.

use super::{Table, VerbClass};

pub(super) const TABLE: Table = Table {
    regular: &[
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
    ],
    irregular: &[
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
    ],
    listed: "",
    also_nouns: "claim report note state comment remark answer reply charge fear doubt guess show find read echo request reason promise demand \
            offer pledge vow order address blast attack blame praise call question mock target label brand email text post tweet worry quote \
            rip voice joke signal hint estimate boast shout cry thank credit reference tout title counter plead laugh sigh speak cite blog \
            welcome thought stress charges",
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
    that: "that whether how why",
    clause_openers: "that which when while because if although though as since but and or than whether what how why where until so then yet once \
        after before whom whose",
    between: "also has had have later then once first again even just now already still soon further is was are were been be would will did \
        does do could may might must should can not never often instead simply always recently 'd 's himself herself themselves itself \
        didn't hasn't wouldn't doesn't and both all",
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
