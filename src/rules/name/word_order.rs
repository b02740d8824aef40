//! `name/word-order`: all words of the name stand and not in an order that English has: *Education District Commission*.

use crate::analyse::Analysed;
use crate::expect::Role;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, bad, cite, good};
use crate::text;
use crate::wording::{JOINING_NAME, REGION_SUFFIX};

pub static META: Meta = Meta {
    code: "name/word-order",
    level: Level::Warning,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the words of the name in a wrong order",
        why: "In an English name what describes stands before what is described, and each word with its own: Health Service \
              Center, Subdistrict Office. The same words in another order name nothing.",
    },
    zh: Words {
        summary: "名称词序有误",
        why: "英文名称中修饰语在被修饰语之前，各归其主：Health Service Center、Subdistrict Office。词序颠倒，名称便不成立。",
    },
    citation: cite("signlint", ""),
    examples: &[
        bad("清河社区卫生服务中心", "Qinghe Health Community Service Center", "Qinghe Community Health Service Center"),
        bad("平谷区教育委员会", "Pinggu Education District Commission", "Pinggu District Education Commission"),
        bad("北京市平谷区财政局", "Beijing District Pinggu Finance Bureau", "Beijing Pinggu District Finance Bureau"),
        bad("来广湿地公园", "Wetland Laiguang Park", "Laiguang Wetland Park"),
        good("清河社区卫生服务中心", "Qinghe Community Health Service Center"),
        good("北京大学第三医院", "Third Hospital Peking University"),
        good("希尔顿酒店", "Hotel Hilton"),
    ],
};

/// Fewest words of which the order says something.
const FEWEST: usize = 3;

pub fn check(sign: &Analysed, report: &mut Report) {
    // Behind a comma or a line break parts stand in other orders, too.
    if sign.words.len() < FEWEST
        || sign.is_as_expected()
        || !sign.is_name()
        || sign.en_has([',', '/', '|', '(', '\n', '-', '–', '&'])
        || sign.words.folds().any(|word| JOINING_NAME.contains(&word))
    {
        return;
    }
    let stands: Vec<&str> = sign.words.folds().collect();
    let sorted = |words: &[&str]| {
        let mut words = words.to_vec();
        words.sort_unstable();
        words.join(" ")
    };
    let mine = sorted(&stands);
    let same_words = |form: &&String| {
        form.len() == sign.en.trim().len() && {
            let words = text::Words::of(form);
            sorted(&words.folds().collect::<Vec<_>>()) == mine
        }
    };
    let mut same = sign.whole_texts().iter().filter(same_words).peekable();
    let Some(write) = same.peek().copied() else { return };
    // Two parts that have changed places (Third Hospital Peking University), and a region at another place, are orders that
    // owners choose.
    let regions: Vec<String> = sign
        .slots()
        .filter(|(slot, _)| slot.role == Role::Region)
        .flat_map(|(slot, _)| text::Words::of(slot.preferred()).folds().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let is_region = |word: &str| regions.iter().any(|region| region == word);
    let is_rank = |word: &str| is_region(word) && REGION_SUFFIX.iter().any(|suffix| text::folds_to(suffix, word));
    let chosen = same.any(|form| {
        let words = text::Words::of(form);
        let due: Vec<&str> = words.folds().collect();
        let rotated = (0..due.len()).any(|at| due[at..].iter().chain(&due[..at]).eq(stands.iter()));
        let whole = |list: &[&str]| list.windows(regions.len().max(1)).any(|run| run.iter().all(|w| is_region(w)));
        let without =
            |list: &[&str]| list.iter().filter(|w| !is_region(w)).map(|w| (*w).to_owned()).collect::<Vec<_>>();
        let parted = |list: &[&str]| {
            (1..list.len()).any(|at| {
                is_rank(list[at])
                    && !regions
                        .iter()
                        .zip(regions.iter().skip(1))
                        .any(|(name, rank)| rank == list[at] && name == list[at - 1])
            })
        };
        rotated || !parted(&stands) && (whole(&stands) && without(&due) == without(&stands))
    });
    if chosen {
        return;
    }
    report
        .en(&META, 0..sign.en.len())
        .message(format!("the words stand in another order: “{write}”"), format!("词序应为“{write}”"))
        .rewrite(sign.en, write.clone())
        .done();
}
