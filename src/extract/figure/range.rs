//! Joins two amounts to a range, and tells ranges from changes and results.

use super::amount::{Amount, amount_at};
use super::noun;
use super::numeral::{Form, Numeral, Setting, numeral_at};
use super::unit::currency_before;
use super::word_list::is_one_of;
use crate::text::token::Words;

/// Connectors of a range by language, beside the dash.
const TO: &[(&str, &[&str])] =
    &[("en", &["to"]), ("de", &["bis"]), ("fr", &["a"]), ("es", &["a"]), ("ru", &["до", "по"]), ("uk", &["до", "по"])];
/// `between` and the conjunction that goes with it, by language.
const BETWEEN: &[(&str, &str, &str)] = &[
    ("en", "between", "and"),
    ("de", "zwischen", "und"),
    ("fr", "entre", "et"),
    ("es", "entre", "y"),
    ("ru", "между", "и"),
    ("uk", "між", "і"),
];

/// Verbs after which `from A to B` is a change and no range.
const CHANGES: &str = "rise rises rose rising risen fall falls fell falling fallen increase increases increased increasing decrease decreased \
    decreases decreasing drop drops dropped dropping jump jumped jumps climb climbed climbs grow grew grown grows growing \
    decline declined declines cut cuts cutting raise raised raises raising lower lowered lowering slow slowed slip slipped \
    sank surged soared plunged tumbled up down went going go doubled tripled swelled shrank shrink widened narrowed reduce \
    reduced reducing changed revised moved upgraded expand expanded boost boosted extended advanced gained improved edged";

/// The other end of a range, and whether a dash joins the two.
pub(super) fn range(words: &Words<'_>, low: &Amount, language: &str) -> Option<(Amount, bool)> {
    let at = low.end;
    let key = words.key(at);
    let dash = key == "-" && words.touches_previous(at) == words.touches_next(at);
    let before = words.key_before(low.start, 1);
    let ages = before == "of" && words.key_before(low.start, 2) == "ages";
    let opens = if ages { words.key_before(low.start, 4) } else { before };
    let between = BETWEEN.iter().any(|(code, between, and)| *code == language && opens == *between && key == *and);
    let to = TO.iter().any(|(code, list)| *code == language && list.contains(&key));
    let or = key == "or" && language == "en";
    if !dash && !between && !to && !or {
        return None;
    }
    let number = (at + 1..at + 4).find(|&place| {
        place == at + 1 && starts_number(words, place, language)
            || place > at + 1 && currency_before(words, place).is_some_and(|(_, s)| s == at + 1)
    })?;
    let high = amount_at(words, number, language)?;
    let high = if high.start < low.end { Amount { start: number, negative: false, ..high } } else { high };
    let low_value = inherited(low, &high).value;
    let ascends = low_value < high.numeral.value;
    let same_unit =
        low.unit.is_none() || high.unit.is_none() || low.unit.as_ref().map(|u| &u.symbol) == high.unit.as_ref().map(|u| &u.symbol);
    let moved =
        to && (low.start.saturating_sub(6)..low.start).any(|place| is_one_of(CHANGES, words.key(place)) && !is_forecast(words, place));
    let is_change = moved && (matches!(before, "from" | "von" | "de" | "с" | "з") || low.unit.is_some());
    let next_to = !or || (high.numeral.value - low_value - high.numeral.magnitude).abs() < 1e-9 && high.numeral.value < 13.0;
    let plain = !matches!(low.numeral.form, Form::Vague(_)) && !matches!(high.numeral.form, Form::Vague(_));
    (ascends && same_unit && !is_change && next_to && plain).then_some((high, dash))
}

/// Whether a verb of change tells what is expected, so that `grow by 3% to 5%` is a range and no change.
fn is_forecast(words: &Words<'_>, verb: usize) -> bool {
    is_one_of("to will would could may might should must can", words.key_before(verb, 1))
}

fn starts_number(words: &Words<'_>, at: usize, language: &str) -> bool {
    numeral_at(words, at, Setting { language, money: false }).is_some()
}

/// The lower end with the magnitude of the upper one, where only that one has it (`5 to 6 million`).
pub(super) fn inherited(low: &Amount, high: &Amount) -> Numeral {
    let bare = high.numeral.value / high.numeral.magnitude;
    let inherits =
        low.numeral.magnitude <= 1.0 && high.numeral.magnitude >= 1000.0 && low.numeral.value < bare && low.numeral.value < 1000.0;
    if inherits { low.numeral.clone().times(high.numeral.magnitude) } else { low.numeral.clone() }
}

/// Verbs and nouns beside a result.
const CONTESTS: &str = "won win wins lost lose beat beats defeat defeated victory draw drew lead led leads leading loss voted vote score \
    scored trail trailed trailing tied tie record ahead behind ruling ruled decision";

/// `3-1` is a result where it goes down, or where a contest is told and nothing is counted.
pub(super) fn is_score(words: &Words<'_>, low: &Amount, high: &Amount, language: &str) -> bool {
    let contest = (low.start.saturating_sub(5)..high.end + 4).any(|place| is_one_of(CONTESTS, words.key(place)));
    high.unit.is_none() && contest && !noun::is_counted(words, high.end, language)
}
