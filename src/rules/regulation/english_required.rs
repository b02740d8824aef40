//! `regulation/english-required`: no English on a sign of a kind of place that must have it by law.

use crate::analyse::Analysed;
use crate::finding::Level;
use crate::rules::{FixKind, Meta, Report, Words, cite, fires, good};
pub static META: Meta = Meta {
    code: "regulation/english-required",
    level: Level::Error,
    fix: FixKind::Suggested,
    en: Words {
        summary: "the law asks for English here",
        why: "Airports, railway stations, stops of city transit, venues of big international events, communities of many \
              foreigners, emergency shelters and important places of culture, tourism and sport are the places where, by \
              the city's regulation, a foreign text must stand beside Chinese that gives a name, a direction, a use, a \
              warning, a ban or an order.",
    },
    zh: Words {
        summary: "依法应当设置英文",
        why: "民用机场、火车站、城市公共交通站点、大型国际活动场所、外国人较多的社区、应急避难场所以及重要的文化、旅游、体育场所，\
              凡以中文标示名称、方向、用途、警示、禁止、指令的，\
              依条例应当同时标示外文。",
    },
    citation: cite("language-regulation-2022", "article 17"),
    examples: &[
        fires("应急避难场所", ""),
        fires("地铁站出口", ""),
        fires("首都博物馆入口", ""),
        good("应急避难场所", "Emergency Shelter"),
        good("烤鸭", ""),
    ],
};

pub fn check(sign: &Analysed, report: &mut Report) {
    if !sign.lacks_english() {
        return;
    }
    let Some(place) = sign.place_by_law() else { return };
    let mut say = report
        .en(&META, 0..sign.en.len())
        .message(format!("the law asks for English here: {}", place.en), format!("依法应当设置英文：{}", place.zh));
    if let Some(write) = sign.preferred() {
        say = say.rewrite(sign.en, write);
    }
    say.done();
}
