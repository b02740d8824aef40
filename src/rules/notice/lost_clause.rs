//! `notice/lost-clause`: of several clauses a ban or a warning is lost, or another one stands in its place.
//!
//! Each clause is judged by its own standard rendering. Where it says *where* (消防通道) or thanks, the standards
//! themselves leave it out; a ban and a danger they keep.

use crate::analyse::Analysed;
use crate::english::English;
use crate::finding::Level;
use crate::names::lexicon;
use crate::notices::Clause;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
use crate::senses;
use crate::text::fold;
use crate::wording::{BAN, DANGER_ZH, FORBID, HEED, KEEP_OUT, NEGATIVE, NOT, PRONOUN, SAFETY_ZH, THREAT_ZH};

pub static META: Meta = Meta {
    code: "notice/lost-clause",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "a ban or a warning is lost",
        why: "A notice of several clauses says several things. Where the Chinese forbids smoking and warns of a fall, the \
              English must do both; what forbids another thing does not replace what was lost.",
    },
    zh: Words {
        summary: "漏译禁止或警示分句",
        why: "告示有几个分句，就说了几件事。中文既禁止又警示的，英文两者都要有；写成禁止另一件事也等于漏译。",
    },
    citation: cite("language-regulation-2022", "article 16"),
    examples: &[
        fires("请勿攀爬，小心坠落", "Do Not Climb"),
        fires("请勿拍照，请勿触摸", "Please Do Not Touch"),
        fires("请勿吸烟，谢谢合作", "No Parking, Thank You for Your Cooperation"),
        fires("小心台阶，请勿奔跑", "Mind the Step"),
        fires("施工现场，闲人免进", "Construction Site"),
        fires("水深危险，禁止游泳", "Danger, Swimming Pool"),
        // What follows may stand elsewhere; without it the ban is whole.
        fires("禁止停车，违者罚款", "No Parking"),
        good("禁止停车，违者罚款", "No Parking. Fine: 200 Yuan"),
        fires("前方施工，请绕行", "Construction Ahead"),
        good("施工现场，闲人免进", "Construction Site. Authorized Personnel Only"),
        good("请勿攀爬，小心坠落", "Do Not Climb. Danger of Falling"),
        good("请勿吸烟，谢谢合作", "No Smoking"),
        good("消防通道，请勿占用", "Fire Lane Keep Clear"),
        good("女生宿舍，男士止步", "Women Only"),
        good("贵重物品，请妥善保管", "Please Take Care of Your Valuables"),
        good("小心地滑，注意安全", "CAUTION Wet Floor"),
        good("请保持安静，请勿喧哗", "Quiet Please"),
        good("专用车位，请勿占用", "Reserved Parking"),
        good("玻璃门，小心碰撞", "Mind the Glass Door"),
    ],
};

/// What a clause does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Force {
    Forbids,
    Warns,
    Asks,
    /// Says what follows if one does it all the same.
    Threatens,
    /// Says where, why or thanks.
    Other,
}

pub fn check(sign: &Analysed, report: &mut Report) {
    // A list of clauses in one text is cheap to see.
    if !sign.zh_has(['，', ',', '；', '！', '。', ' ', '\n']) || sign.words.is_empty() || sign.is_as_expected() {
        return;
    }
    let clauses = sign.clauses();
    if clauses.len() < 2 || sign.is_accepted_wording() || report.has(Level::Warning) {
        return;
    }
    let said: Vec<bool> = clauses.iter().map(|clause| is_said(sign, clause)).collect();
    let is_lost = |at: usize| {
        !said[at]
            && !clauses[at].forms.is_empty()
            && match force(&clauses[at].zh) {
                Force::Other => false,
                // A request may be put in any words: it is lost where nothing asks and every word belongs to another clause.
                Force::Asks => {
                    !sign.words.folds().any(|w| w == "please" || HEED.contains(&w) || NEGATIVE.contains(&w))
                        && sign.words.folds().filter(|w| means(w)).all(|w| clauses.iter().any(|c| speaks(sign, c, w)))
                }
                _ => true,
            }
    };
    let Some(lost) = (0..clauses.len()).find(|at| is_lost(*at)) else { return };
    let clause = &clauses[lost];
    let says = |set: &[&str]| sign.words.folds().filter(|w| set.contains(w)).count();
    let expected = |f: Force| clauses.iter().zip(&said).filter(|(c, said)| **said && force(&c.zh) == f).count();
    let (kept, what) = match force(&clause.zh) {
        Force::Forbids => (says(BAN) > expected(Force::Forbids), "ban"),
        Force::Warns => (says(HEED) > expected(Force::Warns), "warning"),
        Force::Threatens => (false, "penalty"),
        _ => (false, "request"),
    };
    // Reserved Parking and Mind the Glass Door say two clauses in one.
    let merged = said.contains(&true)
        && match force(&clause.zh) {
            Force::Forbids => {
                !kept
                    && expected(Force::Forbids) == 0
                    && sign.words.folds().any(|w| NEGATIVE.contains(&w) && !HEED.contains(&w))
            }
            _ => kept,
        };
    if merged {
        return;
    }
    // A ban or a warning stands there, in other words than ours; sure is only the verb of another ban.
    let other = kept && bans_another(sign);
    let form = clause.forms[0].text.replace("//", " ");
    report
        .en(&META, 0..sign.en.len())
        .level(if kept && !other || force(&clause.zh) == Force::Threatens { Level::Info } else { Level::Warning })
        .message(
            format!("the {what} “{}” is not rendered: the standard writes “{form}”", clause.zh),
            format!("未译出“{}”，标准译法是“{form}”", clause.zh),
        )
        .rewrite_surely(sign)
        .done();
}

/// What a clause does; 注意安全 warns of nothing that must be named.
fn force(zh: &str) -> Force {
    let begins = |marks: &[&str]| marks.iter().any(|mark| zh.starts_with(mark));
    if NOT.iter().chain(KEEP_OUT).any(|mark| zh.contains(mark)) {
        Force::Forbids
    } else if SAFETY_ZH.iter().any(|word| zh.contains(word)) {
        Force::Other
    } else if begins(DANGER_ZH) {
        Force::Warns
    } else if begins(THREAT_ZH) {
        Force::Threatens
    } else if zh.starts_with('请') {
        Force::Asks
    } else {
        Force::Other
    }
}

/// The clause is rendered: a form of it stands there, or a word speaks of what it speaks of and, where it forbids,
/// something in the English forbids.
fn is_said(sign: &Analysed, clause: &Clause) -> bool {
    // Keep Clear and Keep Away forbid as well as words of their own.
    if clause.forms.iter().any(|form| sign.words.find_letters(&fold(&form.text)).is_some()) {
        return true;
    }
    let forbids = force(&clause.zh) == Force::Forbids;
    let banned = || sign.words.folds().any(|w| NEGATIVE.contains(&w) && !HEED.contains(&w) || BAN.contains(&w));
    sign.words.folds().any(|w| speaks(sign, clause, w)) && (!forbids || banned())
}

/// A word of meaning: no function word, and none that forbids, warns or thanks.
fn means(word: &str) -> bool {
    let light = English::standard().is_function_word(word) || word.starts_with("thank") || word == "please";
    word.len() > 2 && !light && ![BAN, HEED, PRONOUN].iter().any(|set| set.contains(&word))
}

/// A word of the English speaks of what the clause speaks of: by its forms or by the senses of its words.
fn speaks(sign: &Analysed, clause: &Clause, word: &str) -> bool {
    let english = English::standard();
    let kin = |meant: &str| means(meant) && means(word) && english.is_kin(meant, word);
    if clause.words().any(|form| form.folds().any(kin)) {
        return true;
    }
    let marks = FORBID.iter().chain(DANGER_ZH).filter_map(|mark| Some(clause.zh.find(mark)? + mark.len()));
    let from = marks.max().unwrap_or(0);
    let inside = |piece: &crate::glossary::Match| clause.at.start <= piece.start && piece.end <= clause.at.end;
    let pieces = sign.matches().iter().filter(|m| sign.key().len() == sign.zh.len() && inside(m));
    senses::inside(&clause.zh[from..]).iter().any(|sense| sense.words().any(kin))
        || pieces.flat_map(|m| m.entry.forms()).any(|(_, text)| crate::text::Words::of(text).folds().any(kin))
}

/// The English names an action of notices that no clause of the Chinese has.
fn bans_another(sign: &Analysed) -> bool {
    let english = English::standard();
    let verb = |at: usize| {
        let word = sign.words.fold(at);
        let lead = at.checked_sub(1).map(|before| sign.words.fold(before));
        matches!(lead, Some("no" | "not")).then_some(word)
    };
    (1..sign.words.len()).filter_map(verb).any(|word| {
        let names = |forms: &[&str]| forms.iter().any(|form| fold(form.split(' ').next().unwrap_or(form)) == word);
        let known = lexicon::notice_words().iter().filter(|n| names(n.imperative) || names(n.gerund) || names(n.noun));
        let mut known = known.peekable();
        known.peek().is_some()
            && !known.any(|n| sign.zh_holds(n.zh))
            && !sign.expected_words().iter().any(|e| english.is_kin(e, word))
    })
}
