//! Names that no entry holds, by class: what composition writes first, and what it leaves unsaid. The names are our own.

use signlint::analyse::Context;
use signlint::suggest::suggest;
use std::sync::LazyLock;

/// Composition alone: whole names are left out, as in `suggest --no-names`.
static COMPOSING: LazyLock<Context> = LazyLock::new(|| Context { without_names: true, ..Context::standard() });

fn compose(zh: &str) -> Option<String> {
    suggest(&COMPOSING, zh, None, None).en
}

fn all_are(cases: &[(&str, &str)]) {
    for (zh, en) in cases {
        assert_eq!(compose(zh).as_deref(), Some(*en), "{zh}");
    }
}

/// Places, numbers and keepers of a body under another one.
#[test]
fn bodies_of_other_bodies() {
    all_are(&[
        ("中国科学院成都光学研究所", "Chengdu Institute of Optics, Chinese Academy of Sciences"),
        ("自然资源部第四海洋研究所", "Fourth Institute of Oceanography, Ministry of Natural Resources"),
        (
            "中国电子科技集团公司第二十八研究所",
            "28th Research Institute, China Electronics Technology Group Corporation",
        ),
        ("生物材料教育部重点实验室", "Key Laboratory of Biomaterials, Ministry of Education"),
        ("水利工程水利部重点实验室", "Key Laboratory of Hydraulic Engineering, Ministry of Water Resources"),
        ("北京大学碳材料研究院", "Institute of Carbon Materials, Peking University"),
        ("中国人民解放军总医院第九医学中心", "Ninth Medical Center, Chinese PLA General Hospital"),
        ("首都医科大学宣武医院眼科", "Ophthalmology Department, Xuanwu Hospital, Capital Medical University"),
        ("外交部中亚司", "Department of Central Asian Affairs, Ministry of Foreign Affairs"),
        ("中国社会科学院非洲研究所", "Institute of African Studies, Chinese Academy of Social Sciences"),
        ("国家消化疾病临床医学研究中心", "National Clinical Research Center for Digestive Diseases"),
        ("智能农业国家工程研究中心", "National Engineering Research Center for Intelligent Agriculture"),
        ("国家气候与环境中心", "National Center for Climate and Environment"),
        ("致公党丰台区委员会", "Fengtai District Committee of the China Zhi Gong Party"),
        ("民盟海淀区委员会", "Haidian District Committee of the China Democratic League"),
        (
            "中国共产党北京市海淀区委员会区直属机关",
            "Organizations Directly under the Beijing Haidian District Committee of the Communist Party of China",
        ),
        ("北京市检验检测中心", "Beijing Inspection and Testing Center"),
    ]);
}

/// Societies are of a science, associations of a trade or a sport; those of sports and the learned ones are Chinese.
#[test]
fn associations() {
    all_are(&[
        ("中国保龄球协会", "Chinese Bowling Association"),
        ("中国壁球运动协会", "Chinese Squash Association"),
        ("中华心理学会", "Chinese Psychological Society"),
        ("中国印度学会", "Chinese Society of Indian Studies"),
        ("中国玻璃工业协会", "China Glass Industry Association"),
        ("中国蜂产品协会", "China Bee Product Association"),
    ]);
}

/// What is called after a lane, a quarter, a plant; what princes, villages, stops and shops are called.
#[test]
fn places() {
    all_are(&[
        ("恒亲王府", "Prince Heng's Mansion"),
        ("果郡王府", "Prince Guo's Mansion"),
        ("棉花胡同小学", "Mianhua Hutong Primary School"),
        ("清华轩", "Qinghua Studio"),
        ("西北湖", "Northwest Lake"),
        ("南河馨园", "Nanhe Xinyuan"),
        ("翠城雅苑", "Cuicheng Yayuan"),
        ("石景山玉泉西里", "Shijingshan Yuquan Xili"),
        ("石窑村", "Shiyao Village"),
        ("公交望京站", "Wangjing Bus Stop"),
        ("首都电影院望京店", "Capital Cinema, Wangjing Branch"),
        ("海底捞火锅五道口店", "Haidilao Hot Pot, Wudaokou Branch"),
        ("北京市朝阳区安贞小学阳光分校", "Beijing Chaoyang District Anzhen Primary School Yangguang Branch"),
        ("西什库大街", "Xishiku St"),
        // A family's name is read as one.
        ("单家桥", "Shanjia Bridge"),
        ("解家胡同", "Xiejia Hutong"),
        ("仇各庄", "Qiugezhuang"),
    ]);
}

/// A word that makes a common word with what stands before it is no lake and no temple; a trade that is not understood is
/// not spelt out in pinyin, nor is a storey.
#[test]
fn what_is_not_understood_is_not_composed() {
    for zh in ["奥林匹克价值观", "中国书刊发行业协会", "中国观赏石协会", "北楼三层报告厅"]
    {
        let en = compose(zh).unwrap_or_default();
        assert!(!["Temple", "Shukan", "Guanshang", "sanceng"].iter().any(|word| en.contains(word)), "{zh}: {en}");
    }
}

/// An entry with 市 or without is a whole entry as well.
#[test]
fn entries_of_the_city_stay_out() {
    let with_names = suggest(&Context::standard(), "北京急救中心", None, None).en;
    assert_ne!(with_names, compose("北京急救中心"));
}
