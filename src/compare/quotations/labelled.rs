//! Pairs of quotations that a person judged: one utterance, or two.

#![cfg(test)]
#![expect(clippy::print_stdout, reason = "how many are found is shown with --nocapture")]

use super::tests::compared;
use crate::compare::Pair;

/// What is quoted on the left and on the right, with whoever says so.
type Pairs = &'static [(&'static str, &'static str)];

/// One utterance: verbatim, cut, translated twice, remembered otherwise, given to another, retold.
const ONE: Pairs = &[
    (
        "\"The panel believes a closed hearing would best protect the privacy of the witness,\" Otto Klein said.",
        "A closed hearing, Otto Klein argued, would keep the privacy of the witness safe.",
    ),
    ("\"We lost everything in one night,\" said Nora Falk.", "\"We lost everything in one night,\" Nora Falk told reporters."),
    ("\"We lost everything in one night,\" said Nora Falk.", "“We lost everything, in one night!” Nora Falk said."),
    ("\"The defence of our harbour has no price,\" Nora Falk said.", "\"The defense of our harbor has no price,\" Nora Falk said."),
    ("\"It took 12 hours to put out the fire,\" Nora Falk said.", "\"It took twelve hours to put out the fire,\" Nora Falk said."),
    ("\"[The port] must open before winter,\" Nora Falk said.", "\"The port must open before winter,\" Nora Falk said."),
    ("\"We don't know who opened the gate,\" Nora Falk said.", "\"We don’t know who opened the gate,\" said Nora Falk."),
    (
        "\"The water rose faster than anyone had foreseen, and we had to run,\" Nora Falk said.",
        "\"The water rose faster than anyone had foreseen,\" said Nora Falk.",
    ),
    (
        "\"The water rose faster than anyone had foreseen, and we had to run,\" Nora Falk said.",
        "The water came \"faster than anyone had foreseen\", Nora Falk said.",
    ),
    (
        "\"This was a cruel and senseless act that nobody will forget,\" Nora Falk said.",
        "Nora Falk spoke of a \"cruel and senseless act\".",
    ),
    ("\"No worker,\" Nora Falk said, \"will lose a single day of pay.\"", "\"No worker will lose a single day of pay,\" Nora Falk said."),
    (
        "\"I will not resign over a letter,\" Paul Reiter said. \"I have done nothing wrong.\"",
        "\"I have done nothing wrong,\" Paul Reiter said.",
    ),
    (
        "\"Nobody warned us about the gas before the blast,\" Paul Reiter said.",
        "\"No one warned us about the gas before the explosion,\" Paul Reiter said.",
    ),
    (
        "\"We will never accept a border drawn with blood,\" President Ana Duarte said.",
        "\"A border drawn with blood we shall never accept,\" President Ana Duarte said.",
    ),
    (
        "\"They treated us like cattle and gave us no water,\" Ana Duarte said.",
        "\"We were treated like cattle and were given no water,\" Ana Duarte said.",
    ),
    (
        "\"The bank knew about the risk for years and kept silent,\" Ana Duarte said.",
        "\"For years the bank was aware of the risk and kept silent,\" Ana Duarte said.",
    ),
    (
        "\"Our patience is at an end, and so is our money,\" Ana Duarte said.",
        "\"Our patience has come to an end, and our money as well,\" said Ana Duarte.",
    ),
    (
        "\"Every child in this valley needs a school within reach,\" Ana Duarte said.",
        "\"Each child in the valley must have a school within reach,\" Ana Duarte said.",
    ),
    (
        "\"We have asked for help three times since spring,\" said Ivo Brandt.",
        "\"We've asked for help three times since spring,\" said Ivo Brandt.",
    ),
    (
        "\"It is a day of mourning for the whole coast,\" mayor Ivo Brandt said.",
        "\"This is a day of mourning for the whole of the coast,\" mayor Ivo Brandt said.",
    ),
    (
        "\"The court has chosen the strong over the weak,\" lawyer Ivo Brandt said.",
        "\"The court has chosen the strong over the weak,\" lawyer Lena Marsh said.",
    ),
    (
        "\"Nothing in this report is true except the date,\" Ivo Brandt said.",
        "\"Nothing in this report is true except the date,\" Lena Marsh said.",
    ),
    (
        "\"You cannot build peace on a lie that everybody knows,\" Ivo Brandt said.",
        "\"You cannot build peace on a lie that everybody knows,\" a diplomat said.",
    ),
    (
        "\"We expect prices to fall by the end of the summer,\" Lena Marsh said.",
        "Lena Marsh said that prices were expected to fall by the end of the summer.",
    ),
    (
        "\"Hospitals are running out of blood and of clean sheets,\" Lena Marsh said.",
        "Lena Marsh said hospitals were running out of blood and clean sheets.",
    ),
    (
        "\"The minister lied to this house on three occasions,\" Lena Marsh told parliament.",
        "\"The minister lied to this House on three occasions, and he knows it,\" Lena Marsh told parliament.",
    ),
    (
        "\"I saw a white van leave the yard without lights,\" said neighbour Otto Klein.",
        "\"I saw a white van leaving the yard with no lights,\" said neighbour Otto Klein.",
    ),
    (
        "\"We are ready to talk, but not with a gun to our heads,\" Otto Klein said.",
        "\"We're ready to talk, but not with a gun at our heads,\" said Otto Klein.",
    ),
    (
        "\"Whoever did this will be found and punished,\" Otto Klein said.",
        "\"Those who did this will be found and will be punished,\" Otto Klein said.",
    ),
    (
        "\"The ship was old, badly kept and too heavily loaded,\" Otto Klein said.",
        "\"It was an old ship, badly kept and loaded too heavily,\" Otto Klein said.",
    ),
    (
        "\"Not one euro of this money reached the villages,\" Otto Klein said.",
        "Otto Klein said that \"not one euro\" of the money had reached the villages.",
    ),
    ("«Мы не отступим ни на шаг от моря», – сказал Иван Крылов.", "«Мы не отступим от моря ни на шаг», – заявил Иван Крылов."),
    ("„Wir haben die Warnung zu spät gelesen“, sagte Anna Vogt.", "„Wir haben die Warnungen zu spät gelesen“, sagte Anna Vogt."),
];

/// Two utterances that share words, speakers or forms of speech.
const TWO: Pairs = &[
    ("\"Everything that was said there was false,\" Otto Klein said.", "Otto Klein said what he did was not wrong and that he knew why."),
    ("\"We will rebuild the bridge before winter,\" Nora Falk said.", "\"The bridge was the pride of my father,\" Nora Falk said."),
    ("\"We will win this election,\" Nora Falk said.", "\"We will lose this election if we go on like that,\" Paul Reiter said."),
    ("\"It is a great day for our town,\" Nora Falk said.", "\"It is a great shame for our country,\" Paul Reiter said."),
    ("\"I think that it is going to be fine,\" Nora Falk said.", "\"I think that it is going to rain,\" Paul Reiter said."),
    ("\"Thank you very much,\" Nora Falk said.", "\"Thank you for the flowers,\" Paul Reiter said."),
    ("\"No,\" Nora Falk said.", "\"No comment on that,\" Paul Reiter said."),
    ("\"We are in talks with the union,\" Nora Falk said.", "\"The union has walked out of the room,\" Nora Falk said."),
    ("\"The police did their duty that night,\" Nora Falk said.", "\"The police must answer for that night,\" Paul Reiter said."),
    ("\"This is the beginning of a long road,\" Nora Falk said.", "\"This is the end of a long week,\" Paul Reiter said."),
    ("\"The economy will grow by two percent,\" Paul Reiter said.", "\"The economy is weaker than it looks,\" Lena Marsh said."),
    ("\"Our hearts are with the families,\" Paul Reiter said.", "\"The families want answers and not hearts,\" Lena Marsh said."),
    ("\"We need more teachers in every district,\" Paul Reiter said.", "\"We need fewer speeches and more doctors,\" Lena Marsh said."),
    ("\"The deal is dead,\" Paul Reiter said.", "\"There was never a deal on the table,\" Lena Marsh said."),
    ("\"I have full confidence in the minister,\" Paul Reiter said.", "\"I have no confidence left in this government,\" Lena Marsh said."),
    (
        "\"Children should not go hungry in a rich country,\" Paul Reiter said.",
        "\"A rich country owes its old people a warm room,\" Paul Reiter said.",
    ),
    ("\"We heard three shots and ran,\" Otto Klein said.", "\"We heard music from the hall until midnight,\" Ivo Brandt said."),
    ("\"He was a quiet man who kept to himself,\" Otto Klein said.", "\"He was a wonderful father of three,\" Ivo Brandt said."),
    ("\"The storm will reach us tonight,\" Otto Klein said.", "\"The storm has cost us the harvest,\" Otto Klein said."),
    ("Otto Klein praised the \"brave\" crew.", "\"You have to be brave to open a bakery here,\" Otto Klein said."),
    ("Otto Klein called it \"a scandal\".", "\"The only scandal here is the silence of the press,\" Ivo Brandt said."),
    ("Ana Duarte spoke of \"war\".", "\"I grew up in the years after the war and never saw my uncle,\" Ana Duarte said."),
    ("\"We did not sign anything in Merrow,\" Ana Duarte said.", "\"We did not sleep in Merrow because of the bells,\" Ivo Brandt said."),
    (
        "\"The goal was offside and everybody saw it,\" coach Ivo Brandt said.",
        "\"The second goal killed the match,\" coach Ivo Brandt said.",
    ),
    ("\"At the end of the day it is what it is,\" Ana Duarte said.", "\"At the end of the day we all go home,\" Lena Marsh said."),
    ("\"We have to do it as well as we can,\" Ana Duarte said.", "\"We have to do it before the others do,\" Lena Marsh said."),
    ("\"Taxes will not rise this year,\" Ana Duarte said.", "\"Taxes on fuel rose twice last year,\" Ana Duarte said."),
    ("\"Send us doctors, and send them now,\" Ana Duarte said.", "\"The doctors were sent home at noon,\" Ivo Brandt said."),
    ("\"My brother never came back from the mine,\" said Nora Falk.", "\"The mine has never been safer than today,\" said Paul Reiter."),
    ("\"The vote was free and fair,\" Paul Reiter said.", "\"A fair vote needs free newspapers,\" Lena Marsh said."),
    ("\"We ask the court to dismiss the case,\" Lena Marsh said.", "\"The case will go to the highest court,\" Ivo Brandt said."),
    ("\"Nobody is above the law,\" Lena Marsh said.", "\"The law was written for other times,\" Otto Klein said."),
    ("\"Energy must remain within reach of all,\" Lena Marsh said.", "\"All of our energy goes into the second half,\" Otto Klein said."),
];

/// Whether the two are taken for one utterance.
fn is_paired(left: &str, right: &str) -> bool {
    compared(left, right).quotations.iter().any(|found| matches!(found.pair, Pair::Both(..)))
}

#[test]
fn one_utterance_is_found_and_two_are_kept_apart() {
    let (found, missed): (Vec<_>, Vec<_>) = ONE.iter().partition(|(left, right)| is_paired(left, right));
    let mistaken: Vec<_> = TWO.iter().filter(|(left, right)| is_paired(left, right)).collect();
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let (precision, recall) = (share(found.len(), found.len() + mistaken.len()), share(found.len(), ONE.len()));
    println!("{} pairs: precision {precision:.3}, recall {recall:.3}", ONE.len() + TWO.len());
    for (left, right) in &missed {
        println!("missed: {left} | {right}");
    }
    assert!(mistaken.is_empty(), "{mistaken:#?}");
    assert!(recall >= 0.9, "{missed:#?}");
}
