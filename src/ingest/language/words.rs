//! What languages are known by: their commonest words, the letters that only one of them has, and the scripts that hardly any other uses.

/// A language's code (BCP 47) and its commonest words.
pub(super) const COMMON_WORDS: &[(&str, &str)] = &[
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
        "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também \
         só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você essa num nem suas meu às minha numa pelos \
         elas qual lhe foi são ser tem está era ter há mil ano anos dia segundo sobre",
    ),
    (
        "it",
        "di e il la che in a per un è del non una con si da i le al dei della gli alla lo ha sono nel come anche più ma dal sul delle ai se \
         nella dalla o cui questo degli anni loro stato dopo essere tra due suo sua prima era chi ci hanno alle fra ed già poi quando tutti \
         questa nei sulla contro solo perché stata suoi così fatto ancora ogni",
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
    (
        "nl",
        "de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit naar door over ze hij heeft hebben had \
         was waren werd worden wordt kan kunnen zou moet deze die dit tot meer geen wel na al wat wie hun haar zich tegen onder tussen sinds \
         volgens jaar twee nu zegt onze",
    ),
    (
        "pl",
        "w i na z do się nie to że jest o od za po jak przez dla ma są był była było były który która które oraz ale co tym tego przy czy już \
         tylko może także być pod lat roku jego jej ich ze we przed między też jeszcze bardzo mnie gdy powiedział według wszystkich tak jako \
         został została będzie",
    ),
    (
        "ro",
        "de în și a la cu pe din că nu o este un care mai pentru sunt au fi fost prin sau după dar ce ca lui se al ale ei lor fără până \
         această acest aceasta acestea între despre iar astfel când dacă toate doar foarte anul ani spus potrivit sa său avea va vor cel cea",
    ),
    (
        "sv",
        "och i att det som en på är av för med den till inte har de ett om var jag men från han hon vi kan så under efter när också eller vid \
         ut upp mot sin sig över där än hade blev blir ska skulle enligt säger sedan många andra två år mycket bara nu får detta utan mellan",
    ),
    (
        "tr",
        "ve bir bu da de için ile çok olarak olan daha gibi en sonra kadar ise ancak değil göre var oldu olduğu olduğunu dedi ne her ya şu \
         tarafından yeni iki ilk önce şekilde üzerinde arasında bin yüzde etti edildi diye büyük son gün yıl ama hem içinde bunun",
    ),
    (
        "cs",
        "a se na v že je s z do o to i jako by ale pro za ve po jsou od k jeho už si byl jen bylo která který které ještě také nebo podle při \
         aby byla roku lidí let před však ze co jak své není když tak řekl uvedla uvedl první mezi",
    ),
    (
        "da",
        "og i at det er en den til som på de med for ikke der har et af han var om men sig fra kan vil ved blev efter eller have være hun \
         skal nu over også da så siger vi man dette hans år mellem mod",
    ),
    (
        "nb",
        "og i det er på som en for med til av at har de ikke om den et var fra men han seg vil kan etter ble hun eller også skal vi blir enn \
         mot over sier nå så være år hadde ved mellom",
    ),
    (
        "hu",
        "a az és hogy nem is egy volt ez meg csak már ha azt van el még mint szerint lehet után vagy ki minden lesz évben két kell között \
         több most akkor amely pedig sem",
    ),
    (
        "fi",
        "ja on ei se että oli hän mutta ovat kun mukaan myös tai joka ole kuin sen nyt jo vain jos hänen olisi ollut sitä jotka kertoo vielä \
         voi vuonna sekä",
    ),
    (
        "id",
        "yang dan di untuk dengan ini dari dalam pada itu tidak akan juga ke oleh ada kata telah tersebut sebagai atau para lebih karena saat \
         bisa dia mereka tahun kepada",
    ),
];

/// Letters that of two languages with many words in common only one has.
pub(super) const OWN_LETTERS: &[(&str, &[char])] = &[("ru", &['ы', 'э', 'ъ', 'ё']), ("uk", &['і', 'ї', 'є', 'ґ'])];

/// The first and the last letter of a script, and the language that is written in it more than any other.
pub(super) const SCRIPTS: &[(char, char, &str)] = &[
    ('\u{4e00}', '\u{9fff}', "zh"),
    ('\u{3040}', '\u{30ff}', "ja"),
    ('\u{ac00}', '\u{d7a3}', "ko"),
    ('\u{0600}', '\u{06ff}', "ar"),
    ('\u{0590}', '\u{05ff}', "he"),
    ('\u{0370}', '\u{03ff}', "el"),
    ('\u{0900}', '\u{097f}', "hi"),
    ('\u{0980}', '\u{09ff}', "bn"),
    ('\u{0b80}', '\u{0bff}', "ta"),
    ('\u{0e00}', '\u{0e7f}', "th"),
    ('\u{0530}', '\u{058f}', "hy"),
    ('\u{10a0}', '\u{10ff}', "ka"),
];

/// Letters by which another language shows itself in a script that it shares: its code, the script's, and the letters.
pub(super) const LETTERS_IN_SCRIPT: &[(&str, &str, &[char])] =
    &[("ur", "ar", &['ٹ', 'ڈ', 'ڑ', 'ے', 'ں']), ("fa", "ar", &['پ', 'چ', 'ژ', 'گ', 'ی', 'ک'])];
