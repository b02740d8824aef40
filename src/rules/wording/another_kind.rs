//! `wording/another-kind`: the English names another thing of the same kind: *Badminton Court* for 篮球场.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, fires, good};
use crate::wording::contrast::{Said, in_english, rows};

pub static META: Meta = Meta {
    code: "wording/another-kind",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "another thing of the same kind",
        why: "A basketball court is no badminton court, and beef is no mutton. Two rows of a list were confused, or one was \
              copied and not changed: what the two languages say must be the same.",
    },
    zh: Words {
        summary: "译成了同类的另一事物",
        why: "篮球场不是羽毛球场，牛肉不是羊肉。多为错行，或复制后漏改。中外文含义应当一致。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        bad("篮球场", "Badminton Court", "Basketball Court"),
        bad("黑椒牛柳", "Mutton with Black Pepper", "Beef with Black Pepper"),
        fires("皮肤科门诊", "Radiology Clinic"),
        fires("教师食堂", "Students' Canteen"),
        good("篮球场", "Basketball Court"),
        good("妇产科", "Obstetrics & Gynecology"),
        good("乒乓球馆", "Table Tennis Hall"),
        good("研究生院", "Graduate School"),
        good("师生食堂", "Students and Teachers Canteen"),
    ],
};

/// What the names of such groups begin with.
const KIND: &str = "kind-";

pub fn check(sign: &Analysed, report: &mut Report) {
    if sign.is_as_expected() || sign.words.is_empty() {
        return;
    }
    for (at, first) in sign.contrasts().iter().enumerate().filter(|(_, said)| said.row.group.starts_with(KIND)) {
        let group = first.row.group;
        if sign.contrasts()[..at].iter().any(|earlier| earlier.row.group == group) {
            continue;
        }
        let chinese: Vec<Said> = sign.contrasts().iter().filter(|said| said.row.group == group).cloned().collect();
        let english = in_english(group, &sign.words);
        let (meant, said) = (rows(&chinese), rows(&english));
        let ([meant], [said]) = (meant.as_slice(), said.as_slice()) else { continue };
        let words = &english[0].at;
        let written = |en: &&str| meant.en.contains(en);
        let shared = said.en.iter().any(written);
        // A rendering of the text, or of a piece of it, may have the word for a reason of its own.
        let listed = words.clone().any(|at| sign.is_known_form_word(sign.words.fold(at)));
        let span = sign.words.span_of(words);
        if std::ptr::eq(*meant, *said) || shared || listed || report.touches(&span) {
            continue;
        }
        let phrase = &sign.en[span.clone()];
        let with = sign.in_case_of(phrase, meant.en[0]);
        let zh = &sign.zh[chinese[0].at.clone()];
        let say = report
            .en(&META, span)
            .message(format!("“{phrase}” is not {zh}: “{with}”"), format!("“{phrase}”不是“{zh}”，应为“{with}”"));
        // A word with an ending is replaced by one whose ending we do not know.
        if words.len() == 1 && said.en.first() == Some(&sign.words.fold(words.start)) {
            say.replace(sign.en, with);
        } else {
            say.done();
        }
    }
}
