//! The words around outlets' names and in them, by language.

/// Words of promotion before the outlet's name, folded.
pub(super) const PROMOTIONS: &[&str] = &[
    "support",
    "subscribe to",
    "follow",
    "download the",
    "welcome to",
    "thank you for reading",
    "thanks for reading",
    "sign up for",
    "sign up to",
    "donate to",
    "become a member of",
];

/// What outlets offer under their name, folded: `Sign up for Harbour Post Alerts`.
pub(super) const OFFERS: &[&str] = &[
    "alerts",
    "alert",
    "newsletter",
    "newsletters",
    "updates",
    "briefing",
    "briefings",
    "emails",
    "email",
    "notifications",
    "app",
    "podcast",
];

/// Words before the outlet's name in the entries of its menu, folded, by language.
pub(super) const ABOUT: &[&str] = &[
    "about",
    "contact",
    "advertise with",
    "advertise on",
    "uber",
    "kontakt zu",
    "a propos de",
    "contacter",
    "acerca de",
    "sobre",
    "contacto con",
    "о проекте",
    "о газете",
    "про видання",
    "про газету",
];

/// Words after the outlet's name in its own furniture, folded.
pub(super) const MASTHEADS: &[&str] = &["homepage", "home page", "logo", "home"];

/// Words of a menu that stand before the outlet's name in its masthead, folded, by language.
pub(super) const MENU_WORDS: &[&str] = &["menu", "home", "startseite", "accueil", "inicio", "меню", "главная", "головна"];

/// Words before the outlet's name in the page's foot, folded, by language.
pub(super) const PUBLISHERS: &[&str] =
    &["published by", "herausgegeben von", "publie par", "edite par", "publicado por", "издатель", "видавець"];

/// Words before the outlet's name above a press release, folded, by language.
pub(super) const PROVIDERS: &[&str] = &["news provided by", "bereitgestellt von", "fourni par", "proporcionado por"];

/// How desks end, folded; what stands before is the outlet.
pub(super) const DESKS: &[&str] =
    &[" news desk", " newsdesk", " newsroom", " editorial board", " news team", " web team", " staff", " desk"];

/// Words in the names of outlets, folded: a name with one of them needs no second witness.
pub(super) const OUTLET_WORDS: &[&str] = &[
    "times",
    "post",
    "news",
    "herald",
    "tribune",
    "independent",
    "guardian",
    "journal",
    "gazette",
    "telegraph",
    "chronicle",
    "daily",
    "mail",
    "mirror",
    "observer",
    "star",
    "sun",
    "press",
    "standard",
    "today",
    "express",
    "courier",
    "globe",
    "monitor",
    "review",
    "wire",
    "tv",
    "radio",
    "zeitung",
    "правда",
    "новости",
    "новини",
    "pravda",
];

/// What follows a company's name and is no part of the outlet's, folded.
pub(super) const COMPANY_WORDS: &[&str] = &[
    "inc", "llc", "ltd", "pty", "sarl", "limited", "media", "corp", "lp", "lllp", "company", "group", "co", "plc", "gmbh", "ag", "all",
    "rights", "reserved",
];

/// Places to follow an outlet, and words that only look like a name, folded.
pub(super) const NO_NAMES: &[&str] = &[
    "facebook",
    "twitter",
    "instagram",
    "youtube",
    "telegram",
    "whatsapp",
    "linkedin",
    "google",
    "google news",
    "x",
    "us",
    "our",
    "this",
    "the",
    "you",
    "your",
    "now",
    "here",
    "today",
    "all",
    "content",
    "apple news",
    "flipboard",
    "rss",
    "page",
    "site",
    "author",
    "biography",
    "profile",
];

/// Menu entries and sections, which are no outlet's name by themselves, folded, by language.
pub(super) const SECTIONS: &[&str] = &[
    "news",
    "latest news",
    "top news",
    "breaking news",
    "all news",
    "world",
    "world news",
    "local",
    "local news",
    "national",
    "international",
    "politics",
    "business",
    "sport",
    "sports",
    "opinion",
    "culture",
    "science",
    "technology",
    "health",
    "travel",
    "video",
    "weather",
    "start",
    "startseite",
    "home",
    "homepage",
    "menu",
    "index",
    "article",
    "articles",
    "blog",
    "magazine",
    "stories",
    "nachrichten",
    "aktuell",
    "aktuelles",
    "politik",
    "wirtschaft",
    "kultur",
    "artikel",
    "accueil",
    "actualites",
    "politique",
    "economie",
    "article",
    "inicio",
    "portada",
    "noticias",
    "actualidad",
    "politica",
    "economia",
    "deportes",
    "главная",
    "новости",
    "политика",
    "экономика",
    "спорт",
    "статьи",
    "головна",
    "новини",
    "політика",
    "економіка",
    "статті",
];
