//! `name/plural-head`: one body or facility stands in the plural: *Police Stations* for 派出所.

use crate::analyse::{Analysed, Off};
use crate::english::English;
use crate::expect::Role;
use crate::finding::Level;
use crate::names::lexicon;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text;
use crate::wording::{AUTHORITY, BODY, ONE_PLACE, PUBLIC_FACILITY};

pub static META: Meta = Meta {
    code: "name/plural-head",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "one place in the plural",
        why: "The name is that of one body or one house, and its generic is singular. The plural says that there are \
              several.",
    },
    zh: Words {
        summary: "单一场所用了复数", why: "名称指一个机构或一处场所，通名应用单数；复数表示有好几个。"
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("龙泽派出所", "Longze Police Stations", "Longze Police Station"),
        bad(
            "清河社区卫生服务中心",
            "Qinghe Community Health Service Centers",
            "Qinghe Community Health Service Center",
        ),
        bad("来广桥", "Laiguang Bridges", "Laiguang Bridge"),
        bad("一号检票口", "Ticket Gates 1", "Ticket Gate 1"),
        good("龙泽派出所", "Longze Police Station"),
        good("紫玉花园", "Ziyu Gardens"),
        good("各派出所", "Police Stations"),
    ],
};

/// Letters from which a word less its *s* is still a word for a place.
const SHORTEST: usize = 3;

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.words.len() < 2 || sign.is_as_expected() || !sign.is_name() {
        return;
    }
    let judged =
        |word: &&lexicon::Word| [BODY, PUBLIC_FACILITY, AUTHORITY].iter().any(|classes| classes.contains(&word.class));
    // A name that says which one it is: 各派出所 has no name of its own.
    let named = sign.slots().any(|(slot, _)| matches!(slot.role, Role::Specific | Role::Region));
    if !named {
        return one_of_many(sign, report);
    }
    // Stations, Branches, Libraries
    let singular = |word: &str| -> Option<String> {
        let stem = |end: &str, with: &str| Some(format!("{}{with}", word.strip_suffix(end)?));
        let ones = [stem("s", ""), stem("es", ""), stem("ies", "y")].into_iter().flatten();
        ones.filter(|one| one.len() > SHORTEST).find(|one| lexicon::generics_in_english(one).iter().any(judged))
    };
    let found = (1..sign.words.len()).find_map(|at| Some((at, singular(sign.words.fold(at))?)));
    let Some((at, one)) = found else { return one_of_many(sign, report) };
    let stands_in = |form: &&String| {
        let words = text::Words::of(form);
        words.len() == sign.words.len()
            && words
                .folds()
                .zip(sign.words.folds())
                .enumerate()
                .all(|(i, (due, stands))| if i == at { due == one } else { due == stands })
    };
    let Some(write) = sign.whole_texts().iter().find(stands_in) else { return };
    tell(sign, report, at, write);
}

/// A bridge, a lake or a market that bears a name, or what bears a number, is one: *Fuyuan Bridges*, *Ticket Gates 1*.
fn one_of_many(sign: &Analysed, report: &mut Report) {
    if !sign.words.folds().any(|word| word.ends_with('s')) {
        return;
    }
    let one_place = sign.generic().is_some_and(|generic| ONE_PLACE.contains(&generic.class));
    let named = one_place && sign.slots().any(|(slot, _)| slot.role == Role::Specific && slot.romanised);
    let numbered = |at: usize| at + 1 < sign.words.len() && sign.words.fold(at + 1).bytes().all(|b| b.is_ascii_digit());
    let plural = |at: usize, due: &str| {
        let word = sign.words.fold(at);
        word.len() > due.len() && due.len() > SHORTEST && English::standard().same_noun(word, due)
    };
    let judged = |at: usize| {
        named && at + 1 == sign.words.len() || sign.slots().any(|(slot, _)| slot.role == Role::Ordinal) && numbered(at)
    };
    let found = sign.one_word_off().iter().find_map(|one| match one.off {
        Off::Other(at) if judged(at) && plural(at, &one.due) => Some((at, one)),
        _ => None,
    });
    if let Some((at, one)) = found {
        tell(sign, report, at, &one.write);
    }
}

fn tell(sign: &Analysed, report: &mut Report, at: usize, write: &str) {
    let span = sign.words.span(at);
    let word = &sign.en[span.clone()];
    report
        .en(&META, span)
        .message(format!("“{word}” is one: “{write}”"), format!("“{word}”应为单数：“{write}”"))
        .rewrite(sign.en, write.to_owned())
        .done();
}
