//! The values that the columns of an inventory take from a closed list: what sort of sign it is, and its field of life.

use crate::finding::Lang;

/// A named set of values that a CSV cell may hold; unknown values are `None`, never an error.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal $(| $alias:literal)*),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in the order of the design.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name used in dictionaries, flags and output.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The name for a reader of this language.
            #[must_use]
            pub fn name_in(self, lang: Lang) -> &'static str {
                let names: &[&'static str] = match self { $(Self::$variant => &[$text $(, $alias)*]),+ };
                match lang {
                    Lang::En => names[0],
                    Lang::Zh => names.get(1).copied().unwrap_or(names[0]),
                }
            }

            /// Reads a cell in either language; `None` where the value is not one of ours.
            #[must_use]
            pub fn parse(cell: &str) -> Option<Self> {
                let cell = cell.trim();
                $(if cell.eq_ignore_ascii_case($text) $(|| cell.eq_ignore_ascii_case($alias))* {
                    return Some(Self::$variant);
                })+
                None
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

vocabulary! {
    /// What sort of sign it is. The sort chooses between pinyin and English generics, abbreviations and capitals.
    Kind {
        /// A street or place nameplate: pinyin throughout, capitals usual.
        PlaceNamePlate = "place-name-plate" | "地名标志" | "地名牌",
        /// A road sign that guides traffic: specific name in pinyin, generic in English or pinyin.
        TrafficGuide = "traffic-guide" | "交通指路标志" | "指路标志",
        /// The name of a station on the spot, on a line map or a train.
        StationSign = "station-sign" | "车站标志" | "站名",
        /// A sign that leads to a facility inside a place.
        Wayfinding = "wayfinding" | "导向标志" | "导向标识",
        /// A text that informs: service hours, introductions.
        Information = "information" | "信息" | "说明",
        /// A notice that forbids, warns, asks or instructs.
        Notice = "notice" | "告示" | "警示" | "提示",
        /// The nameplate of an institution.
        InstitutionPlate = "institution-plate" | "机构名牌" | "单位名牌",
        /// A dish or drink on a menu.
        Menu = "menu" | "菜单" | "菜名",
    }
}

vocabulary! {
    /// The field of life a sign belongs to.
    Domain {
        General = "general" | "通用",
        Transport = "transport" | "交通",
        CultureTourism = "culture-tourism" | "文化旅游" | "旅游" | "文化",
        Commerce = "commerce" | "商业" | "商业金融",
        Sport = "sport" | "体育",
        WinterGames = "winter-games" | "冬奥" | "冬奥会",
        Medical = "medical" | "医疗" | "医疗卫生",
        Education = "education" | "教育",
        PostalTelecom = "postal-telecom" | "邮政电信",
        DiningLodging = "dining-lodging" | "餐饮住宿",
        Government = "government" | "政务" | "政务服务",
        Diplomacy = "diplomacy" | "外交",
        Convention = "convention" | "会展",
        PublicHealth = "public-health" | "公共卫生" | "防疫",
        Heritage = "heritage" | "文物",
        IndustryPark = "industry-park" | "产业园区",
        Event = "event" | "活动",
    }
}
