//! Names that no glossary holds, spoilt on purpose: each kind of slip must be found in most of them, and the standard's
//! own rendering must pass. This is where a rule shows that it sees a class of signs and not a row of a list.

use signlint::analyse::{Analysed, Context};
use signlint::finding::Level;
use signlint::rules::{RULES, Report};

const SPECIFIC: [&str; 12] =
    ["清河", "金盏", "望和", "永顺", "龙泽", "柳芳", "潘庄", "裕民", "广源", "黄渠", "来广", "富强"];
const ROADS: [&str; 5] = ["路", "大街", "西路", "南街", "中路"];
const PLACES: [&str; 6] = ["公园", "第二小学", "幼儿园", "图书馆", "派出所", "社区卫生服务中心"];
const BODIES: [&str; 10] = [
    "财政局",
    "民政局",
    "统计局",
    "司法局",
    "审计局",
    "体育局",
    "文化和旅游局",
    "农业农村局",
    "人力资源和社会保障局",
    "政务服务中心",
];
const DISTRICTS: [&str; 4] = ["平谷区", "北京市密云区", "北京市昌平区", "怀柔区"];

/// A way to spoil an English name; `None` where the name does not lend itself to it.
type Spoil = fn(&str) -> Option<String>;

/// One kind of slip, and of how many in a hundred names it must be found.
struct Slip {
    what: &'static str,
    spoil: Spoil,
    percent: usize,
}

const SLIPS: [Slip; 26] = [
    Slip { what: "another generic", spoil: another_generic, percent: 95 },
    Slip { what: "another direction", spoil: another_direction, percent: 100 },
    Slip { what: "no direction", spoil: no_direction, percent: 100 },
    Slip { what: "another name", spoil: another_name, percent: 95 },
    Slip { what: "a vowel too many", spoil: wrong_syllable, percent: 95 },
    Slip { what: "a lost space", spoil: lost_space, percent: 95 },
    Slip { what: "a word twice", spoil: word_twice, percent: 95 },
    Slip { what: "the generic first", spoil: generic_first, percent: 90 },
    Slip { what: "another number", spoil: another_number, percent: 100 },
    Slip { what: "a letter less", spoil: letter_less, percent: 95 },
    Slip { what: "another district", spoil: another_district, percent: 95 },
    Slip { what: "a county", spoil: county, percent: 95 },
    Slip { what: "a generic in pinyin", spoil: generic_in_pinyin, percent: 95 },
    Slip { what: "a field in pinyin", spoil: field_in_pinyin, percent: 95 },
    Slip { what: "another preposition", spoil: another_preposition, percent: 100 },
    Slip { what: "one in the plural", spoil: plural, percent: 95 },
    Slip { what: "words in another order", spoil: another_order, percent: 95 },
    Slip { what: "a syllable cut in two", spoil: cut_syllable, percent: 90 },
    Slip { what: "& for and", spoil: ampersand, percent: 95 },
    Slip { what: "an article inside", spoil: article_inside, percent: 90 },
    Slip { what: "a district without its rank", spoil: rank_less, percent: 95 },
    Slip { what: "a rank too many", spoil: rank_more, percent: 95 },
    Slip { what: "no head", spoil: head_less, percent: 90 },
    Slip { what: "a small head", spoil: small_head, percent: 90 },
    Slip { what: "nothing between of and and", spoil: of_and, percent: 90 },
    Slip { what: "the last syllable lost", spoil: syllable_less, percent: 90 },
];

#[test]
fn spoilt_names_are_found() {
    let context = Context::standard();
    let names = names(&context);
    let mut short = Vec::new();
    for slip in SLIPS {
        let spoilt: Vec<(&str, String)> =
            names.iter().filter_map(|(zh, en)| Some((zh.as_str(), (slip.spoil)(en)?))).collect();
        let missed: Vec<_> = spoilt.iter().filter(|(zh, en)| !is_flagged(&context, zh, en)).collect();
        let found = spoilt.len() - missed.len();
        assert!(spoilt.len() >= 10, "{}: only {} names lend themselves", slip.what, spoilt.len());
        if found * 100 < spoilt.len() * slip.percent {
            short.push(format!("{}: {found} of {}, missed {missed:?}", slip.what, spoilt.len()));
        }
    }
    assert!(short.is_empty(), "{}", short.join("\n"));
}

#[test]
fn what_the_standard_writes_passes() {
    let context = Context::standard();
    let flagged: Vec<_> = names(&context).into_iter().filter(|(zh, en)| is_flagged(&context, zh, en)).collect();
    assert!(flagged.is_empty(), "{flagged:?}");
}

/// Names with what the grammar composes for them; none is a whole entry.
fn names(context: &Context) -> Vec<(String, String)> {
    let places = SPECIFIC.iter().flat_map(|s| ROADS.iter().chain(&PLACES).map(move |g| format!("{s}{g}")));
    let bodies = DISTRICTS.iter().flat_map(|d| BODIES.iter().map(move |b| format!("{d}{b}")));
    let unknown = places.chain(bodies).filter(|zh| context.glossary.get(zh).is_empty());
    unknown
        .map(|zh| {
            let en = Analysed::new(context, &zh, "", None, None).preferred().expect("the grammar composes it");
            (zh, en)
        })
        .collect()
}

fn is_flagged(context: &Context, zh: &str, en: &str) -> bool {
    let sign = Analysed::new(context, zh, en, None, None);
    let mut report = Report::default();
    RULES.iter().for_each(|rule| (rule.check)(&sign, &mut report));
    report.has(Level::Warning)
}

/// The text with the first of these words that it holds replaced by the word beside it.
fn replaced(en: &str, pairs: &[(&str, &str)]) -> Option<String> {
    pairs
        .iter()
        .find(|(word, _)| en.split(' ').any(|w| w == *word))
        .map(|(word, with)| en.split(' ').map(|w| if w == *word { *with } else { w }).collect::<Vec<_>>().join(" "))
}

fn another_generic(en: &str) -> Option<String> {
    let sorts =
        [("Rd", "Library"), ("St", "Hospital"), ("Park", "Hospital"), ("Kindergarten", "Museum"), ("Library", "Hotel")];
    replaced(en, &sorts)
}

fn another_direction(en: &str) -> Option<String> {
    replaced(en, &[("West", "East"), ("South", "North")]).or_else(|| {
        let road = en.ends_with("Rd").then_some(en)?;
        replaced(road, &[("Middle", "East")])
    })
}

fn no_direction(en: &str) -> Option<String> {
    let kept: Vec<&str> = en.split(' ').filter(|word| !["West", "South"].contains(word)).collect();
    (kept.len() < en.split(' ').count()).then(|| kept.join(" "))
}

fn another_name(en: &str) -> Option<String> {
    let (_, rest) = en.split_once(' ').filter(|_| !en.contains("District"))?;
    Some(format!("Songta {rest}"))
}

fn wrong_syllable(en: &str) -> Option<String> {
    let (name, rest) = en.split_once(' ').filter(|_| !en.contains("District"))?;
    let at = name.rfind(['a', 'e', 'o'])?;
    Some(format!("{}i{} {rest}", &name[..at], &name[at + 1..]))
}

fn lost_space(en: &str) -> Option<String> {
    en.split_once(' ').filter(|_| !en.contains("District")).map(|(name, rest)| format!("{name}{rest}"))
}

fn word_twice(en: &str) -> Option<String> {
    let last = en.rsplit(' ').next()?;
    Some(format!("{en} {last}"))
}

fn generic_first(en: &str) -> Option<String> {
    let plain = !en.contains(" of ") && !en.contains('.');
    let (rest, last) = en.rsplit_once(' ').filter(|_| plain)?;
    Some(format!("{last} {rest}"))
}

fn another_number(en: &str) -> Option<String> {
    en.contains('2').then(|| en.replace('2', "3"))
}

fn letter_less(en: &str) -> Option<String> {
    let last = en.rsplit(' ').next().filter(|word| word.len() > 5)?;
    let at = en.len() - last.len() + 2;
    Some(format!("{}{}", &en[..at], &en[at + 1..]))
}

fn another_district(en: &str) -> Option<String> {
    replaced(en, &[("Pinggu", "Fengtai"), ("Miyun", "Haidian"), ("Changping", "Yanqing"), ("Huairou", "Daxing")])
}

fn county(en: &str) -> Option<String> {
    replaced(en, &[("District", "County")])
}

/// The words that name a place of these kinds, with their pinyin.
fn generic_in_pinyin(en: &str) -> Option<String> {
    const KINDS: [(&str, &str); 5] = [
        ("Police Station", "Paichusuo"),
        ("Kindergarten", "You'eryuan"),
        ("Library", "Tushuguan"),
        ("Primary School", "Xiaoxue"),
        ("Service Center", "Fuwu Zhongxin"),
    ];
    KINDS.iter().find_map(|(kind, pinyin)| Some(format!("{}{pinyin}", en.strip_suffix(kind)?)))
}

fn field_in_pinyin(en: &str) -> Option<String> {
    let fields = [
        ("Finance", "Caizheng"),
        ("Justice", "Sifa"),
        ("Statistics", "Tongji"),
        ("Culture", "Wenhua"),
        ("Sports", "Tiyu"),
    ];
    replaced(en, &fields)
}

fn another_preposition(en: &str) -> Option<String> {
    replaced(en, &[("of", "in")])
}

fn plural(en: &str) -> Option<String> {
    const HOUSES: [&str; 5] = ["Library", "Kindergarten", "Station", "Center", "School"];
    let last = en.rsplit(' ').next().filter(|word| HOUSES.contains(word))?;
    Some(match last.strip_suffix('y') {
        Some(stem) => format!("{}{stem}ies", en.strip_suffix(last)?),
        None => format!("{en}s"),
    })
}

fn another_order(en: &str) -> Option<String> {
    let mut words: Vec<&str> = en.split(' ').collect();
    let last = words.len().checked_sub(1).filter(|last| *last > 2 && !en.contains(" of "))?;
    words.swap(last - 1, last - 2);
    Some(words.join(" "))
}

/// *Qinghe* as *Qin Ghe*: the letters stay, and a word begins inside a syllable.
fn cut_syllable(en: &str) -> Option<String> {
    let (name, rest) = en.split_once(' ').filter(|_| !en.contains("District"))?;
    let at = name.find("ng").filter(|at| *at > 1 && at + 3 < name.len())?;
    let (first, second) = name.split_at(at + 1);
    Some(format!("{first} {}{} {rest}", second[..1].to_uppercase(), &second[1..]))
}

fn ampersand(en: &str) -> Option<String> {
    en.contains(" and ").then(|| en.replace(" and ", "&"))
}

fn article_inside(en: &str) -> Option<String> {
    let (rest, last) = en.rsplit_once(' ').filter(|_| !en.contains(" of ") && !en.contains('.'))?;
    Some(format!("{rest} the {last}"))
}

fn rank_less(en: &str) -> Option<String> {
    en.contains(" Bureau").then(|| en.replacen(" District", "", 1)).filter(|spoilt| spoilt != en)
}

fn rank_more(en: &str) -> Option<String> {
    en.contains(" District Bureau").then(|| en.replacen(" District", " District Municipal", 1))
}

fn head_less(en: &str) -> Option<String> {
    ["Service Center", "Police Station", "Primary School"].iter().find(|kind| en.ends_with(**kind))?;
    Some(en.rsplit_once(' ')?.0.to_owned())
}

fn small_head(en: &str) -> Option<String> {
    let (rest, last) = en.rsplit_once(' ').filter(|_| !en.ends_with('.') && !en.contains(" of "))?;
    Some(format!("{rest} {}", last.to_lowercase()))
}

fn of_and(en: &str) -> Option<String> {
    let (before, behind) = en.split_once(" of ")?;
    Some(format!("{before} of{}", &behind[behind.find(" and ")?..]))
}

/// *Qinghe* as *Qing*: the syllables before the last one.
fn syllable_less(en: &str) -> Option<String> {
    let (name, rest) = en.split_once(' ').filter(|_| !en.contains("District"))?;
    let at = name.rfind("ng").filter(|at| *at > 1 && at + 2 < name.len())?;
    Some(format!("{} {rest}", &name[..at + 2]))
}
