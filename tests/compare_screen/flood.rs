//! Two made-up reports of one flood, and a comparison of them made by hand.

use parallax::article::{Article, ArticleId, Evidence, Fate, Found, Metadata, PageBlock, ParagraphKind, Published};
use parallax::compare::{
    Certainty, Comparison, FigurePair, FigureVerdict, NamePair, Pair, QuotationPair, QuotationVerdict, Reason, Row, SameEvent, Segment,
    SegmentKind, Side,
};
use parallax::extract::{Approximation, Claims, Dimension, Figure, Interval, Measures, Name, Quotation, QuotationKind, Speaker};
use parallax::text::Span;

const LEFT: &[&str] = &[
    "Fire crews brought 14 people out of the flooded harbour tunnel on Tuesday afternoon, the city said.",
    "Water rose by two metres within half an hour after a supply main burst near the eastern entrance. Traffic was diverted over the old \
     bridge until late in the evening.",
    "“We heard a bang, and then the water simply came at us,” said Ilse Brandt, a nurse who climbed onto the roof of her car. “Nobody \
     thought of the stairs at first.”",
    "Mayor Tomas Reuk called the work of the crews “calm, quick and exemplary”. He said that the tunnel would stay shut for at least three \
     weeks.",
    "The tunnel opened in 1987. It carries about 30,000 vehicles on a working day. A plan to renew the mains below it was put off twice.",
    "The water company did not answer questions on Tuesday.",
    "No one was seriously hurt.",
];

const RIGHT: &[&str] = &[
    "A burst water pipe flooded the port tunnel on Tuesday and trapped drivers, officials said. Firefighters rescued 15 people, three of \
     whom were taken to hospital.",
    "“The water simply came at us,” nurse Ilse Brandt told reporters.",
    "Some of the drivers were hurt.",
    "Mayor Tomas Reuk praised the “calm, quick and professional” work of the crews. The tunnel will be closed for three to four weeks, he \
     said.",
    "Shipping was not affected. The port authority opened a hotline. Two ferries ran late.",
    "The level rose two metres in 30 minutes, the fire brigade said.",
];

/// The two reports.
pub(crate) fn articles() -> (Article, Article) {
    let left = article(
        "harbour.txt",
        "The Harbour Times",
        "Fourteen rescued as flood water fills harbour tunnel",
        "2024-03-05T18:20:00-00:00",
        LEFT,
    );
    let right = article("wire.txt", "Northern Wire", "Drivers escape after burst pipe floods port tunnel", "2024-03-05", RIGHT);
    (left, right)
}

fn article(file: &str, source: &str, title: &str, published: &str, paragraphs: &[&str]) -> Article {
    let metadata = Metadata {
        title: Some(Found::new(title.to_owned(), Evidence::Heading)),
        source: Some(Found::new(source.to_owned(), Evidence::Masthead)),
        published: Published::parse(published).map(|at| Found::new(at, Evidence::DateLine)),
        language: Some(Found::new("en".to_owned(), Evidence::Text)),
        ..Metadata::default()
    };
    let block = |text: &&str| PageBlock { text: (*text).to_owned(), fate: Fate::Body(ParagraphKind::Prose) };
    Article::new(ArticleId::of_page(file.as_bytes()), file.to_owned(), metadata, paragraphs.iter().map(block).collect())
}

/// The place of some words, which stand in the body once.
pub(crate) fn find(article: &Article, words: &str) -> Span {
    let start = article.body.text().find(words).unwrap_or_else(|| panic!("no {words:?}"));
    Span::new(start, start + words.len())
}

fn sentence(article: &Article, words: &str) -> usize {
    article.body.sentence_at(find(article, words).start).unwrap()
}

/// Words of a sentence, and what differs in it.
type Words<'a> = (&'a str, &'a [(&'a str, SegmentKind)]);

struct Maker {
    left: Article,
    right: Article,
}

impl Maker {
    fn article(&self, side: Side) -> &Article {
        if side == Side::Left { &self.left } else { &self.right }
    }

    fn aligned(&self, left: Words<'_>, right: Words<'_>, score: f32) -> Row {
        Row {
            left: vec![sentence(&self.left, left.0)],
            right: vec![sentence(&self.right, right.0)],
            moved: false,
            score,
            certainty: Certainty::Firm,
            left_segments: segments(&self.left, left),
            right_segments: segments(&self.right, right),
            reasons: vec![Reason::SharedWords(vec!["tunnel".into(), "metres".into()])],
        }
    }

    fn only(&self, side: Side, words: &str) -> Row {
        let number = vec![sentence(self.article(side), words)];
        let (left, right) = if side == Side::Left { (number, Vec::new()) } else { (Vec::new(), number) };
        let none = Vec::new();
        Row {
            left,
            right,
            moved: false,
            score: 0.0,
            certainty: Certainty::Firm,
            left_segments: none.clone(),
            right_segments: none,
            reasons: Vec::new(),
        }
    }

    fn quotation(&self, side: Side, pieces: &[&str], speaker: &str) -> Quotation {
        let article = self.article(side);
        let speaker = Speaker { name: Some(speaker.to_owned()), span: None, confidence: 0.9 };
        Quotation {
            kind: QuotationKind::Direct,
            spans: pieces.iter().map(|piece| find(article, piece)).collect(),
            speaker: Some(speaker),
            cue: None,
        }
    }

    fn figure(&self, side: Side, words: &str) -> Figure {
        let span = find(self.article(side), words);
        let any = Interval { min: None, max: None };
        Figure {
            span,
            number: span,
            value: any,
            range: any,
            unit: None,
            base_unit: None,
            dimension: Dimension::Count,
            approximation: Approximation::Exact,
            measures: Measures::default(),
        }
    }

    fn name(&self, side: Side, text: &str) -> Name {
        Name { text: text.to_owned(), title: None, mentions: vec![find(self.article(side), text)], person: true }
    }
}

/// A sentence cut at the words that differ.
fn segments(article: &Article, (words, marked): Words<'_>) -> Vec<Segment> {
    let whole = article.body.sentences()[sentence(article, words)].span;
    let mut found = Vec::new();
    let mut at = whole.start;
    for (words, kind) in marked {
        let span = find(article, words);
        found.push(Segment { span: Span::new(at, span.start), kind: SegmentKind::Same });
        found.push(Segment { span, kind: *kind });
        at = span.end;
    }
    found.push(Segment { span: Span::new(at, whole.end), kind: SegmentKind::Same });
    found
}

/// What the two agree and differ on.
pub(crate) fn comparison(left: &Article, right: &Article) -> Comparison {
    let make = Maker { left: left.clone(), right: right.clone() };
    let quotation_pair = |pair, verdict, speaker: &str| QuotationPair {
        pair,
        verdict,
        speaker: Some(speaker.to_owned()),
        fuller: Some(Side::Left),
        score: 0.8,
        reasons: vec![Reason::SameSpeaker(speaker.to_owned())],
    };
    let figure_pair = |pair, verdict, measures: &str, note: Option<&str>| FigurePair {
        pair,
        verdict,
        measures: measures.to_owned(),
        score: 0.7,
        later: None,
        note: note.map(str::to_owned),
        reasons: vec![Reason::AlignedSentences],
    };
    Comparison {
        left: Claims {
            quotations: vec![
                make.quotation(Side::Left, &["We heard a bang, and then the water simply came at us,"], "Ilse Brandt"),
                make.quotation(Side::Left, &["Nobody thought of the stairs at first."], "Ilse Brandt"),
                make.quotation(Side::Left, &["calm, quick and exemplary"], "Tomas Reuk"),
            ],
            figures: ["14 people", "two metres", "at least three weeks", "about 30,000 vehicles"]
                .map(|words| make.figure(Side::Left, words))
                .into(),
            names: ["Ilse Brandt", "Tomas Reuk"].map(|name| make.name(Side::Left, name)).into(),
        },
        right: Claims {
            quotations: vec![
                make.quotation(Side::Right, &["The water simply came at us,"], "Ilse Brandt"),
                make.quotation(Side::Right, &["calm, quick and professional"], "Tomas Reuk"),
            ],
            figures: ["15 people", "two metres", "three to four weeks", "Two ferries"].map(|words| make.figure(Side::Right, words)).into(),
            names: ["Ilse Brandt", "Tomas Reuk", "port authority"].map(|name| make.name(Side::Right, name)).into(),
        },
        same_event: SameEvent { likely: true, score: 0.71 },
        rows: rows(&make),
        quotations: vec![
            quotation_pair(Pair::Both(0, 0), QuotationVerdict::Truncated, "Ilse Brandt"),
            quotation_pair(Pair::Both(2, 1), QuotationVerdict::WordingDiffers, "Tomas Reuk"),
            quotation_pair(Pair::Left(1), QuotationVerdict::LeftOnly, "Ilse Brandt"),
        ],
        figures: vec![
            figure_pair(Pair::Both(0, 0), FigureVerdict::Conflict, "people rescued", None),
            figure_pair(Pair::Both(1, 1), FigureVerdict::Same, "rise of the water", None),
            figure_pair(Pair::Both(2, 2), FigureVerdict::Compatible, "closure of the tunnel", Some("the range lies within the bound")),
            figure_pair(Pair::Left(3), FigureVerdict::LeftOnly, "vehicles carried", None),
            figure_pair(Pair::Right(3), FigureVerdict::RightOnly, "ferries late", None),
        ],
        names: vec![
            NamePair { pair: Pair::Both(0, 0), text: "Ilse Brandt".to_owned() },
            NamePair { pair: Pair::Both(1, 1), text: "Tomas Reuk".to_owned() },
            NamePair { pair: Pair::Right(2), text: "port authority".to_owned() },
        ],
        degraded: None,
    }
}

fn rows(make: &Maker) -> Vec<Row> {
    use SegmentKind::{Figure, Negation, Quotation, Wording};
    let moved = Row {
        moved: true,
        ..make.aligned(
            ("Water rose", &[("Water", Wording), ("within half an hour after a supply main burst near the eastern entrance", Wording)]),
            ("The level rose", &[("The level", Wording), ("in 30 minutes, the fire brigade said", Wording)]),
            0.61,
        )
    };
    let weak = Row {
        certainty: Certainty::Weak,
        ..make.aligned(("No one was", &[("No one was seriously", Negation)]), ("Some of", &[("Some of the drivers were", Wording)]), 0.35)
    };
    vec![
        make.only(Side::Right, "A burst water pipe"),
        make.aligned(
            ("Fire crews", &[("Fire crews brought", Wording), ("14 people", Figure), ("out of the flooded harbour tunnel", Wording)]),
            (
                "Firefighters",
                &[("Firefighters rescued", Wording), ("15 people", Figure), ("three of whom were taken to hospital", Wording)],
            ),
            0.74,
        ),
        moved,
        make.only(Side::Left, "Traffic was diverted"),
        make.aligned(
            (
                "We heard a bang",
                &[("We heard a bang, and then", Quotation), ("said", Wording), ("a nurse who climbed onto the roof of her car", Wording)],
            ),
            ("The water simply came", &[("nurse", Wording), ("told reporters", Wording)]),
            0.83,
        ),
        make.only(Side::Left, "Nobody thought"),
        make.aligned(
            ("Mayor Tomas", &[("called", Wording), ("exemplary", Quotation)]),
            ("Mayor Tomas", &[("praised", Wording), ("professional", Quotation)]),
            0.88,
        ),
        make.aligned(
            ("He said that", &[("at least three weeks", Wording)]),
            ("The tunnel will", &[("three to four weeks", Wording)]),
            0.66,
        ),
        make.only(Side::Left, "The tunnel opened"),
        make.only(Side::Left, "It carries"),
        make.only(Side::Left, "A plan to renew"),
        make.only(Side::Left, "The water company"),
        make.only(Side::Right, "Shipping"),
        make.only(Side::Right, "The port authority"),
        make.only(Side::Right, "Two ferries"),
        weak,
    ]
}
