//! Names of groups as a report writes them, in both languages.

use crate::sign::{Domain, Kind};

fn both(en: &str, zh: &str) -> (String, String) {
    (en.to_owned(), zh.to_owned())
}

/// A kind of sign.
pub(super) fn kind(name: &str) -> (String, String) {
    let Some(kind) = Kind::parse(name) else { return both(name, name) };
    match kind {
        Kind::PlaceNamePlate => both("Place-name plates", "地名标志"),
        Kind::TrafficGuide => both("Traffic guide signs", "交通指路标志"),
        Kind::StationSign => both("Station names", "车站标志"),
        Kind::Wayfinding => both("Wayfinding", "导向标识"),
        Kind::Information => both("Information", "说明"),
        Kind::Notice => both("Notices", "告示"),
        Kind::InstitutionPlate => both("Institution plates", "机构名牌"),
        Kind::Menu => both("Menus", "菜单"),
    }
}

/// A field of life.
pub(super) fn domain(name: &str) -> (String, String) {
    let Some(domain) = Domain::parse(name) else { return both(name, name) };
    match domain {
        Domain::General => both("General", "通用"),
        Domain::Transport => both("Transport", "交通"),
        Domain::CultureTourism => both("Culture and tourism", "文化旅游"),
        Domain::Commerce => both("Commerce", "商业"),
        Domain::Sport => both("Sport", "体育"),
        Domain::WinterGames => both("Winter Games", "冬奥会"),
        Domain::Medical => both("Medical", "医疗卫生"),
        Domain::Education => both("Education", "教育"),
        Domain::PostalTelecom => both("Post and telecom", "邮政电信"),
        Domain::DiningLodging => both("Dining and lodging", "餐饮住宿"),
        Domain::Government => both("Government services", "政务服务"),
        Domain::Diplomacy => both("Diplomacy", "外交"),
        Domain::Convention => both("Conventions", "会展"),
        Domain::PublicHealth => both("Public health", "公共卫生"),
        Domain::Heritage => both("Heritage", "文物"),
        Domain::IndustryPark => both("Industry parks", "产业园区"),
        Domain::Event => both("Events", "活动"),
    }
}

/// A family of rules; a project's own family is called as it is.
pub(super) fn family(name: &str) -> (String, String) {
    let (en, zh) = match name {
        "data" => ("Data of the inventory", "数据"),
        "completeness" => ("Completeness", "完整性"),
        "regulation" => ("The regulation", "条例要求"),
        "layout" => ("Layout", "排版"),
        "typography" => ("Typography", "标点与字符"),
        "number" => ("Numbers", "数字"),
        "wording" => ("Wording", "措辞"),
        "notice" => ("Notices", "告示用语"),
        "pinyin" => ("Pinyin", "汉语拼音"),
        "name" => ("Names", "名称"),
        "spelling" => ("Spelling", "拼写"),
        "case" => ("Letter case", "大小写"),
        "abbreviation" => ("Abbreviations", "缩写"),
        "glossary" => ("Standard terms", "标准术语"),
        "consistency" => ("Consistency", "一致性"),
        other => (other, other),
    };
    both(en, zh)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_kind_and_domain_has_a_chinese_name() {
        for meta in crate::rules::all_meta() {
            assert_ne!(family(meta.family()).1, meta.family());
        }
        assert!(Kind::ALL.iter().all(|k| kind(k.as_str()).1 != k.as_str()));
        assert!(Domain::ALL.iter().all(|d| domain(d.as_str()).1 != d.as_str()));
    }
}
