//! Realistic inventories for the benches: names and notices of a city, composed at random from parts, with faults.
//!
//! Deterministic: the same seed gives the same file. About one row in ten carries a fault.

use std::fmt::Write;

const SPECIFICS: [(&str, &str); 24] = [
    ("朝阳", "Chaoyang"),
    ("海淀", "Haidian"),
    ("西单", "Xidan"),
    ("王府井", "Wangfujing"),
    ("天安门", "Tian'anmen"),
    ("中关村", "Zhongguancun"),
    ("望京", "Wangjing"),
    ("亦庄", "Yizhuang"),
    ("回龙观", "Huilongguan"),
    ("什刹海", "Shichahai"),
    ("德胜", "Desheng"),
    ("永定", "Yongding"),
    ("广渠", "Guangqu"),
    ("建国", "Jianguo"),
    ("安定", "Anding"),
    ("白云", "Baiyun"),
    ("清河", "Qinghe"),
    ("石景", "Shijing"),
    ("花园", "Huayuan"),
    ("学院", "Xueyuan"),
    ("和平", "Heping"),
    ("万寿", "Wanshou"),
    ("紫竹", "Zizhu"),
    ("玉泉", "Yuquan"),
];
const SECOND: [(&str, &str); 20] = [
    ("里", "li"),
    ("庄", "zhuang"),
    ("营", "ying"),
    ("桥", "qiao"),
    ("坊", "fang"),
    ("园", "yuan"),
    ("村", "cun"),
    ("台", "tai"),
    ("峪", "yu"),
    ("河", "he"),
    ("店", "dian"),
    ("坡", "po"),
    ("岭", "ling"),
    ("湾", "wan"),
    ("洼", "wa"),
    ("铺", "pu"),
    ("寺", "si"),
    ("塔", "ta"),
    ("井", "jing"),
    ("关", "guan"),
];
const GENERICS: [(&str, &str); 24] = [
    ("路", "Road"),
    ("大街", "Street"),
    ("东路", "East Road"),
    ("西路", "West Road"),
    ("南大街", "South Street"),
    ("公园", "Park"),
    ("医院", "Hospital"),
    ("图书馆", "Library"),
    ("体育馆", "Gymnasium"),
    ("中学", "Middle School"),
    ("小学", "Primary School"),
    ("博物馆", "Museum"),
    ("酒店", "Hotel"),
    ("社区", "Community"),
    ("村", "Village"),
    ("桥", "Bridge"),
    ("停车场", "Parking"),
    ("售票处", "Ticket Office"),
    ("服务中心", "Service Center"),
    ("派出所", "Police Station"),
    ("银行", "Bank"),
    ("剧场", "Theater"),
    ("幼儿园", "Kindergarten"),
    ("广场", "Square"),
];
const NOTICES: [(&str, &str); 12] = [
    ("请勿吸烟", "No Smoking"),
    ("小心台阶", "Mind Your Step"),
    ("禁止入内", "No Entry"),
    ("请勿触摸", "Do Not Touch"),
    ("小心地滑", "CAUTION Wet Floor"),
    ("紧急出口", "Emergency Exit"),
    ("无障碍卫生间", "Accessible Toilet"),
    ("请排队等候", "Please Line Up"),
    ("员工专用", "Staff Only"),
    ("请保持安静", "Quiet Please"),
    ("禁止停车", "No Parking"),
    ("注意安全", "CAUTION"),
];
const DISTRICTS: [&str; 8] = ["东城区", "西城区", "朝阳区", "海淀区", "丰台区", "石景山区", "通州区", "昌平区"];

/// A small generator of pseudo-random numbers (SplitMix64).
pub(crate) struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let at = usize::try_from(self.next() % from.len() as u64).unwrap_or(0);
        &from[at]
    }
}

/// One pair of texts; `serial` makes it distinct.
fn pair(dice: &mut Dice, serial: usize) -> (String, String) {
    let (zh, en) = dice.pick(&SPECIFICS);
    let (zh2, en2) = dice.pick(&SECOND);
    let (zh3, en3) = dice.pick(&SECOND);
    let (generic_zh, generic_en) = dice.pick(&GENERICS);
    let number = serial % 4000 + 1;
    let (zh, mut en) = match dice.next() % 8 {
        0 => {
            let (notice_zh, notice_en) = dice.pick(&NOTICES);
            (
                format!("{zh}{zh2}{generic_zh}{number}号{notice_zh}"),
                format!("{notice_en}, No. {number} {en}{en2} {generic_en}"),
            )
        }
        1 | 2 => (format!("{zh}{zh2}{generic_zh}{number}号楼"), format!("Building {number}, {en}{en2} {generic_en}")),
        3 => (format!("{zh}{zh2}{zh3}{generic_zh}"), format!("{en}{en2}{en3} {generic_en}")),
        _ => (format!("{zh}{zh2}{generic_zh}{number}号"), format!("No. {number} {en}{en2} {generic_en}")),
    };
    match dice.next() % 40 {
        0 => en = en.replace('\'', ""),
        1 => en = en.to_lowercase(),
        2 => en.push('.'),
        3 => en = en.replacen(' ', "  ", 1),
        _ => {}
    }
    (zh, en)
}

/// A CSV inventory of `rows` rows of which `repeated` in a hundred repeat an earlier text.
#[must_use]
pub(crate) fn csv(rows: usize, repeated: u64) -> String {
    let mut dice = Dice(20_220_204);
    let mut out = String::with_capacity(rows * 95);
    out.push_str("id,zh,en,district,place\n");
    let mut pairs: Vec<(String, String)> = Vec::new();
    for serial in 0..rows {
        let repeat = !pairs.is_empty() && dice.next() % 100 < repeated;
        if !repeat {
            pairs.push(pair(&mut dice, serial));
        }
        let (zh, en) = if repeat { dice.pick(&pairs).clone() } else { pairs[pairs.len() - 1].clone() };
        let quote = if en.contains(',') { "\"" } else { "" };
        let _ = writeln!(out, "S-{serial:07},{zh},{quote}{en}{quote},{},{}", dice.pick(&DISTRICTS), serial % 97);
    }
    out
}
