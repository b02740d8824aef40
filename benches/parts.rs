//! Single steps: `cargo bench --bench parts`.

use divan::{Bencher, black_box};
use signlint::analyse::{Analysed, Context};
use signlint::config::Selection;
use signlint::engine::Checker;
use signlint::suggest::suggest;

fn main() {
    divan::main();
}

const SIGNS: [(&str, &str); 6] = [
    ("天安门广场", "Tiananmen Square"),
    ("北京市朝阳区市场监督管理局", "Chaoyang District Administration for Market Regulation of Beijing Municipality"),
    ("小心地滑", "CAUTION Wet Floor"),
    ("惠新东街", "Huixin East Street"),
    ("北京大学第三医院", "Peking University Third Hospital"),
    ("售票处", "Ticket Office"),
];

#[divan::bench(args = 0..SIGNS.len())]
fn expect(bencher: Bencher, sign: usize) {
    let context = Context::standard();
    bencher.bench(|| context.expect(black_box(SIGNS[sign].0), None, None));
}

#[divan::bench(args = 0..SIGNS.len())]
fn analyse(bencher: Bencher, sign: usize) {
    let context = Context::standard();
    let (zh, en) = SIGNS[sign];
    bencher.bench(|| Analysed::new(&context, black_box(zh), black_box(en), None, None).is_as_expected());
}

#[divan::bench(args = 0..SIGNS.len())]
fn check(bencher: Bencher, sign: usize) {
    let checker = Checker::new(Context::standard(), Selection::default());
    let (zh, en) = SIGNS[sign];
    bencher.bench(|| checker.check_sign(black_box(zh), black_box(en), None, None));
}

#[divan::bench]
fn suggestion(bencher: Bencher) {
    let context = Context::standard();
    bencher.bench(|| suggest(&context, black_box("首都医科大学附属北京安贞医院"), None, None));
}
