//! The table of boilerplate phrases: a class, a place, and what is written there in each language.

use super::{Class, Place};

/// Phrases that mark the same thing when they stand in the same place.
pub(super) struct Group {
    pub(super) class: Class,
    pub(super) place: Place,
    pub(super) phrases: &'static [&'static str],
}

const fn group(class: Class, place: Place, phrases: &'static [&'static str]) -> Group {
    Group { class, place, phrases }
}

/// All groups; case, accents, marks and numbers do not count. In each list English comes first, then German, French, Spanish, Russian
/// and Ukrainian.
#[rustfmt::skip]
pub(super) const PHRASES: &[Group] = &[
    group(Class::Navigation, Place::Whole, &[
        "menu", "open menu", "close menu", "main menu", "home", "homepage", "home page", "search", "search icon", "log in", "login", "sign in", "sign out",
        "log out", "register", "my account", "account", "close", "open", "back", "back to top", "next", "previous", "go", "more", "show more",
        "see more", "view all", "see all", "load more", "view more", "sections", "topics", "tags", "about us", "about", "contact", "contact us", "faq",
        "help", "advertise", "advertise with us", "careers", "jobs", "sitemap", "site map", "archive", "archives", "rss", "feeds", "logo", "news",
        "local news", "world", "politics", "business", "sport", "sports", "opinion", "culture", "entertainment", "lifestyle", "technology", "tech", "science",
        "health", "travel", "video", "videos", "photos", "podcasts", "weather", "markets", "obituaries", "classifieds", "edition", "editions", "expand",
        "collapse", "toggle navigation", "navigation", "hide", "show", "skip", "newsletters", "settings", "notifications", "english",
        "startseite", "suche", "anmelden", "registrieren", "menü", "nachrichten", "politik", "wirtschaft", "mehr", "impressum", "kontakt", "über uns",
        "accueil", "recherche", "rechercher", "se connecter", "connexion", "actualités", "politique", "économie", "voir plus", "contactez nous",
        "inicio", "buscar", "iniciar sesión", "noticias", "política", "economía", "deportes", "ver más", "contacto", "menú",
        "главная", "поиск", "войти", "меню", "новости", "политика", "экономика", "ещё", "еще", "контакты", "о нас", "реклама на сайте",
        "головна", "пошук", "увійти", "новини", "політика", "економіка", "ще", "контакти", "про нас",
    ]),
    group(Class::Navigation, Place::Start, &[
        "news provided by", "skip to", "jump to", "toggle", "go to", "you are here", "click here", "site search", "site navigation", "search for", "zum inhalt", "direkt zum inhalt",
        "aller au contenu", "ir al contenido", "saltar al contenido", "перейти к содержанию", "перейти до вмісту", "перейти до змісту",
    ]),
    group(Class::Sharing, Place::Whole, &[
        "share", "shares", "share this", "share on", "tweet", "tweet this", "facebook", "twitter", "x", "whatsapp", "linkedin", "pinterest", "reddit", "telegram", "email",
        "e mail", "mail", "print", "copy link", "copy url", "link copied", "copied", "save", "bookmark", "instagram", "youtube", "tumblr", "flipboard",
        "pocket", "viber", "messenger", "sms", "teilen", "drucken", "merken", "partager", "imprimer", "compartir", "imprimir", "guardar",
        "поделиться", "печать", "распечатать", "поделитесь", "поділитися", "друк", "надрукувати", "поширити", "вконтакте", "одноклассники",
    ]),
    group(Class::Sharing, Place::Start, &[
        "share this", "share on", "share via", "share to", "share with", "share the", "share all", "email this", "print this", "click to share", "pin it", "tweet on",
        "share article", "share story", "share by", "auf facebook", "artikel teilen", "partager sur", "partager cet", "compartir en", "поделиться в",
        "поделитесь в", "поділитися в", "поширити у",
    ]),
    group(Class::Furniture, Place::Whole, &[
        "advertisement", "advertisements", "ad", "ads", "advertising", "article continues below", "story continues below", "story continues", "continue reading",
        "loading", "loading comments", "play", "pause", "mute", "unmute", "watch", "listen", "image", "photo", "gallery", "live", "breaking", "breaking news",
        "exclusive", "views", "likes", "sponsored", "sponsored content", "promoted", "new", "updated", "play video", "text size", "font size", "a a a",
        "anzeige", "werbung", "publicité", "publicidad", "реклама", "фото", "видео", "відео", "playing", "autoplay", "end", "captions", "fullscreen", "hi", "watch live",
        "image credit", "image caption", "gefällt mir", "no yes",
    ]),
    group(Class::Furniture, Place::Anywhere, &[
        "min read", "mins read", "minute read", "minutes read", "min lesezeit", "minuten lesezeit", "min de lecture", "minutes de lecture", "minutos de lectura",
        "min de lectura", "мин чтения", "хв читання", "this audio is", "listen to this article", "your browser does not support", "enable javascript",
        "javascript is disabled", "video unavailable", "advertisement story continues", "story continues below advertisement", "article continues after",
        "continue reading below", "scroll to continue", "tap to unmute", "video player", "text to speech", "created with ai assistance", "read aloud", "page views",
    ]),
    group(Class::Promotion, Place::Whole, &[
        "subscribe", "subscribe now", "donate", "donate now", "contribute", "sign up", "join", "join now", "join us", "follow", "follow us", "get started",
        "newsletter", "download the app", "get the app", "become a member", "support us", "our newsletter", "app store", "play store", "google play",
        "abonnieren", "abo", "jetzt abonnieren", "s'abonner", "je m'abonne", "je m'inscris", "abonnez vous", "suscríbete", "suscribirse", "подписаться", "підписатися", "підписатись", "podcast",
        "free trial", "learn more", "start free trial", "follow on", "become a supporter", "give now",
    ]),
    group(Class::Promotion, Place::Start, &[
        "sign up for", "sign up to", "sign up here", "sign up and", "sign up below", "subscribe to", "subscribe for", "subscribe today", "support independent", "support our",
        "support the", "support us", "download the", "download our", "follow us", "like us", "join us", "join our", "join the conversation", "get the latest", "get our",
        "get unlimited", "get breaking", "get the", "get all the", "want more", "enjoy this", "enjoying this", "enjoyed this", "try our", "explore what", "become a", "donate to", "make a donation", "make a contribution",
        "register now", "already a", "create an account", "create account", "log in to", "sign in to", "to continue reading", "to read the full", "enter your email",
        "please enter", "your email", "email address", "stay up to date", "stay informed", "stay connected", "receive the", "never miss", "don't miss out",
        "start your", "this content is only", "this article is for", "unlock this", "unlimited access", "special offer", "limited time", "buy now", "shop now", "see also our",
        "follow on", "find us on", "sent to your inbox", "thank you for", "thanks for signing", "you can unsubscribe", "by signing up", "by subscribing",
        "by clicking", "advertise with", "we may earn", "we may receive a commission", "folgen sie uns", "abonnieren sie", "jetzt", "unterstützen sie", "suivez nous", "abonnez vous", "inscrivez vous",
        "abonniere", "melde dich", "melden sie sich", "rsvp for", "will you support", "iscriviti", "seguici", "inscreva se", "assine", "siga nos", "zapisz się", "subskrybuj", "obserwuj nas", "abonează te", "urmărește ne", "schrijf je in", "meld je aan", "soutenez", "recevez", "síguenos", "suscríbete", "apoya", "recibe", "подписывайтесь", "подпишитесь", "присоединяйтесь", "поддержите", "читайте нас",
        "следите за", "підписуйтесь", "підписуйтеся", "підпишіться", "приєднуйтесь", "підтримайте", "читайте нас у", "стежте за",
    ]),
    group(Class::Promotion, Place::Anywhere, &[
        "sign up for our", "subscribe to our", "our newsletter", "free newsletter", "daily newsletter", "weekly newsletter", "newsletters", "in your inbox", "to your inbox",
        "download our app", "our app", "on the app store", "follow us on", "like us on facebook", "follow him on twitter", "follow her on twitter", "on twitter at", "follow me on", "support our journalism",
        "support independent journalism", "consider making a donation", "consider donating", "consider supporting", "whatsapp community", "whatsapp channel", "support us for", "for as little as", "as little as", "already a subscriber", "become a subscriber", "terms of service apply", "unseren newsletter", "notre newsletter", "nuestro boletín", "наш телеграм",
        "наш telegram", "нашу рассылку", "в телеграме", "в telegram", "нашу розсилку", "у телеграмі", "пожертвовать", "click here to", "affiliate links", "affiliate commission",
    ]),
    group(Class::Related, Place::Whole, &[
        "related", "related articles", "related stories", "related news", "related content", "related topics", "related posts", "related links", "related coverage", "related video", "related videos", "more news", "more stories", "more", "read more", "hand picked", "hand picked stories", "handpicked stories", "our picks", "picked for you", "stories for you", "also of interest", "what others are reading", "more on this",
        "read also", "also read", "see also", "most read", "most popular", "most viewed", "most recent", "most shared", "trending", "trending now", "trending stories", "popular", "popular now", "popular stories",
        "recommended", "recommended for you", "recommended stories", "recommended reading", "latest", "latest news", "latest stories", "latest headlines", "top stories", "top news", "top headlines", "headlines", "news feed",
        "more like this", "you may also like", "you might also like", "you may like", "editor's picks", "editors' picks", "don't miss", "around the web", "from the web",
        "more from", "in this story", "in this article", "up next", "read next", "next article", "next story", "next up", "previous article", "what to read next", "keep reading", "suggested for you", "other stories", "other news",
        "in case you missed it", "promoted stories", "promoted content", "sponsored stories", "must read", "must reads", "live updates", "recent posts", "recent news", "recent stories", "recent articles", "featured", "featured stories", "more top stories", "top news stories today", "more on this story", "more on this topic", "background",
        "explore more", "discover more", "special reports", "from our partners", "partner content", "world news", "more headlines", "today's top stories",
        "mehr zum thema", "mehr dazu", "auch lesenswert", "empfohlen", "empfohlene artikel", "zum weiterlesen", "passend zum thema", "aus dem ressort", "lesen sie auch", "auch interessant", "meistgelesen", "das könnte sie auch interessieren", "weitere artikel", "weitere nachrichten", "verwandte artikel",
        "à lire aussi", "lire aussi", "à lire", "recommandé", "nos recommandations", "pour aller plus loin", "dans la même rubrique", "notre sélection", "a lire aussi", "articles liés", "sur le même sujet", "les plus lus", "à la une", "plus d'articles",
        "noticias relacionadas", "recomendado", "recomendados", "más sobre este tema", "relacionado", "relacionadas", "lea además", "artículos relacionados", "lee también", "lea también", "te puede interesar", "más leídas", "más noticias", "lo más leído",
        "leggi anche", "articoli correlati", "ti potrebbe interessare", "leia também", "leia mais", "veja também", "lees ook", "meer over dit onderwerp", "czytaj także", "czytaj też", "zobacz także", "läs också", "läs även", "les også", "læs også",
        "читайте также", "по теме", "материалы по теме", "похожие новости", "другие новости", "популярное", "последние новости", "главное", "лента новостей", "еще по теме", "самое читаемое",
        "читайте також", "за темою", "матеріали за темою", "схожі новини", "інші новини", "популярне", "останні новини", "головне", "стрічка новин", "найпопулярніше",
    ]),
    group(Class::Related, Place::Start, &[
        "read more", "read also", "also read", "see also", "related", "more from", "more on", "more in", "recommended", "you may also", "you might also", "most popular", "most read", "trending", "watch more",
        "read next", "up next", "read the full story", "don't miss", "must read", "sponsored by", "around the web", "latest from", "latest in", "latest news", "top stories", "popular on", "popular in", "other stories", "related to", "recommended for", "promoted",
        "paid content", "ad content", "sponsored links", "from around the web", "more stories", "more news", "editor's picks", "editors' picks", "explore more", "check out our", "click here for more", "news feed",
        "lesen sie auch", "lesen sie hier", "mehr zu", "mehr über", "mehr von", "siehe auch", "lesen sie mehr", "lesen sie dazu", "plus sur", "en savoir plus", "más sobre", "leggi anche", "leia também", "lees ook", "czytaj także", "zobacz także", "läs också", "les også", "læs også", "lire aussi", "à lire aussi", "voir aussi", "lee también", "lea también", "te puede interesar", "vea también", "leer más", "читайте также", "читайте еще", "смотрите также",
        "ранее сообщалось", "читайте також", "читайте ще", "дивіться також", "раніше повідомлялося",
    ]),
    group(Class::Comments, Place::Whole, &[
        "comments", "comment", "reply", "view comments", "show comments", "hide comments", "no comments", "no comments yet", "leave a comment", "leave a reply", "post a comment", "post comment",
        "add a comment", "add comment", "write a comment", "join the discussion", "join the conversation", "load more comments", "discussion", "report", "report abuse", "flag", "like", "upvote", "cancel reply", "name", "email required", "website", "be the first to comment", "conversation", "responses", "conversations",
        "kommentare", "kommentar schreiben", "antworten", "commentaires", "laisser un commentaire", "répondre", "comentarios", "deja un comentario", "responder", "комментарии", "оставить комментарий", "ответить", "коментарі", "залишити коментар", "відповісти",
    ]),
    group(Class::Comments, Place::Start, &[
        "comments are", "comments on", "comments closed", "commenting", "leave a comment", "leave a reply", "leave your", "post a comment", "post your", "view comments", "view all comments", "show comments", "add your comment", "add a comment", "join the conversation", "join the discussion", "log in to comment",
        "sign in to comment", "login to comment", "you must be logged in", "your email address will not", "required fields", "be the first to", "no comments", "sort by", "reply to", "please read our comment", "we welcome comments", "have your say", "what do you think", "read the comments", "comment on this", "submit a comment", "save my name", "this site uses akismet",
        "kommentare", "commentaires", "comentarios", "комментарии", "коментарі",
    ]),
    group(Class::Comments, Place::Anywhere, &["email address will not be published", "required fields are marked", "report this comment", "commenting policy", "comment policy", "community guidelines", "comments section below", "post a comment"]),
    group(Class::Legal, Place::Whole, &[
        "privacy policy", "privacy", "terms of use", "terms of service", "terms and conditions", "terms", "cookie policy", "cookies", "copyright", "legal", "disclaimer", "accept", "i accept", "accept all", "reject all", "decline", "manage cookies", "cookie settings", "agree", "i agree", "do not sell my personal information", "your privacy rights", "accessibility", "accessibility statement", "corrections", "ad choices", "adchoices", "datenschutz", "agb", "mentions légales", "aviso legal", "política de privacidad", "политика конфиденциальности", "політика конфіденційності",
    ]),
    group(Class::Legal, Place::Start, &[
        "copyright", "©", "all rights reserved", "we use cookies", "this site uses cookies", "this website uses cookies", "our site uses cookies", "cookies help", "we and our partners", "by using this", "by continuing to", "by choosing", "this material may not be", "this site is protected", "no part of this", "reproduction of", "use of this site", "you agree to", "privacy policy", "terms of", "republish", "the views expressed", "views expressed", "disclaimer", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos", "все права защищены", "усі права захищено", "всі права захищено", "при использовании материалов", "при використанні матеріалів", "use of and or registration", "got a tip", "have a tip",
    ]),
    group(Class::Legal, Place::Anywhere, &[
        "all rights reserved", "rights reserved", "news organization dedicated to", "news organisation dedicated to", "without permission", "may not be published broadcast", "may not be reproduced", "privacy policy", "terms of use", "terms of service", "cookie policy", "use cookies", "uses cookies", "user agreement", "user licence", "recaptcha", "alle rechte vorbehalten", "tous droits réservés", "derechos reservados", "все права защищены", "усі права захищено",
    ]),
    group(Class::Caption, Place::Start, &[
        "photo", "photos", "photo by", "photo credit", "photograph", "photograph by", "image", "image credit", "image source", "image copyright", "image caption", "picture", "pictured", "file photo", "caption", "above", "video caption", "media caption", "credit", "courtesy of", "a file photo", "screenshot", "screengrab", "foto", "bild", "bildquelle", "crédit photo", "foto de", "imagen", "фото", "на фото", "ілюстрація", "иллюстрация", "архивное фото", "архівне фото",
    ]),
    group(Class::Caption, Place::Anywhere, &[
        "photo by", "photo credit", "image credit", "picture credit", "photograph by", "photo courtesy", "image courtesy", "courtesy photo", "getty images", "afp photo", "ap photo", "shutterstock", "istock", "via getty", "via ap", "via reuters", "file photo", "stock photo", "handout via", "via afp", "pool via", "via shutterstock", "istockphoto", "unsplash", "dpa picture alliance", "picture alliance", "/ afp via", "imago images",
    ]),
    group(Class::Credit, Place::Start, &[
        "reporting by", "additional reporting", "with reporting", "with reports from", "with agencies", "editing by", "writing by", "about the author",
        "mit material von", "mit agenturmaterial", "avec afp", "avec agences", "con información de", "con agencias", "по материалам", "за матеріалами",
    ]),
    group(Class::Credit, Place::Anywhere, &[
        "contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting", "contributed additional reporting", "also contributed to this", "writers contributed",
        "additional reporting by", "reporting by", "a contribué à cet article", "ont contribué à cet article", "contribuyó a este", "contribuyeron a este", "trug zu diesem bericht bei", "haben zu diesem bericht beigetragen",
    ]),
    group(Class::Notice, Place::Start, &[
        "sometimes we include links", "we sometimes include links", "we sometimes use affiliate links", "we may earn a commission", "this article contains affiliate links", "this post contains affiliate links", "this slideshow requires",
        "dieser artikel enthält affiliate links", "dieser text enthält affiliate links", "diese diashow", "cet article contient des liens affiliés", "ce diaporama", "este artículo contiene enlaces de afiliados", "este pase de diapositivas", "для просмотра этого слайд шоу", "для перегляду цього слайд шоу",
    ]),
    group(Class::Notice, Place::Anywhere, &[
        "slideshow requires javascript", "we may earn a commission", "we may earn a small commission", "we may earn an affiliate commission", "we earn a commission", "erhalten wir eine provision", "bekommen wir eine provision", "nous pouvons percevoir une commission", "podemos recibir una comisión",
    ]),
    group(Class::Legal, Place::Start, &[
        "this article was originally published", "this story was originally published", "this piece was originally published", "this post was originally published", "this article was first published", "this story was first published", "this article originally appeared", "this story originally appeared", "this article first appeared", "this story first appeared", "originally published by", "originally published at", "originally published on", "read the original article", "read the original story",
        "dieser artikel erschien zuerst", "dieser text erschien zuerst", "dieser beitrag erschien zuerst", "cet article a été publié initialement", "cet article est paru", "cet article a d'abord été publié", "este artículo fue publicado originalmente", "este artículo se publicó originalmente", "эта статья была впервые опубликована", "статья впервые опубликована", "оригинал статьи", "ця стаття вперше опублікована", "оригінал статті",
    ]),
    group(Class::Legal, Place::Anywhere, &[
        "appeared first on", "erschien zuerst auf", "est apparu en premier sur", "se publicó primero en", "впервые появилась на", "появились сначала на", "вперше з'явився на",
    ]),
    group(Class::Promotion, Place::Start, &[
        "reach the reporter", "reach the author", "contact the reporter", "contact the writer", "contact the author", "you can reach", "email the writer", "email the reporter", "reach her at", "reach him at", "reach me at",
        "kontakt zum autor", "schreiben sie dem autor", "contacter l'auteur", "contactar al autor", "связаться с автором", "зв'язатися з автором",
    ]),
    group(Class::Credit, Place::Start, &["über den autor", "über die autorin", "à propos de l'auteur", "sobre el autor", "sobre la autora", "об авторе", "про автора"]),
];
