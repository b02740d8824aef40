// The page's own words in both languages. What the server says comes in both already.

/** A number with its English noun. */
const several = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;

const WORDS = {
  skip: ["Skip to the content", "跳到正文"],
  claim: ["Beijing's Chinese-English signs, checked against the standards", "按标准检查北京中英文标识"],
  language: ["Language", "语言"],
  sections: ["Sections", "栏目"],
  levels: ["Levels shown", "显示的级别"],
  navSign: ["One sign", "单条标识"],
  navFile: ["A file", "文件"],
  navTerms: ["Terms", "术语"],
  navRules: ["Rules", "规则"],
  signTitle: ["Check one sign", "检查一条标识"],
  signLead: ["Type or paste both texts; the findings follow as you type.", "输入或粘贴中英文，边输入边检查。"],
  zh: ["Chinese", "中文"],
  en: ["English", "英文"],
  kind: ["Kind of sign", "标志类型"],
  domain: ["Field", "领域"],
  field: ["field", "领域"],
  any: ["not told", "未指定"],
  findings: ["Findings", "发现的问题"],
  standard: ["What the standard would write", "标准译法"],
  termsInside: ["Terms in the text", "文中的术语"],
  waiting: ["Nothing typed yet.", "尚未输入。"],
  onlyZh: ["No English yet: see what the standard would write.", "还没有英文：可参考标准译法。"],
  fine: ["Nothing to find fault with.", "未发现问题。"],
  found: [(n) => `${several(n.total, "finding")}: ${several(n.error, "error")}, ${several(n.warning, "warning")}, ${several(n.info, "note")}`, (n) => `共 ${n.total} 个问题：错误 ${n.error}，警告 ${n.warning}，提示 ${n.info}`],
  error: ["error", "错误"],
  warning: ["warning", "警告"],
  info: ["note", "提示"],
  write: ["write", "应写作"],
  by: ["by", "依据"],
  accept: ["Accept", "采纳"],
  acceptOf: [(rule) => `Accept: ${rule}`, (rule) => `采纳：${rule}`],
  acceptSafe: ["Accept all safe fixes", "采纳全部可靠修改"],
  acceptAll: ["Accept all fixes", "采纳全部修改"],
  safe: ["safe", "可靠"],
  look: ["look at it first", "请先人工确认"],
  noAnswer: ["No honest answer: no entry holds the text and its parts are not all known.", "无可靠答案：词库中无此条，且部分成分未知。"],
  noTerms: ["No entry of the glossary stands in the text.", "文中没有词库条目。"],
  use: ["Use it", "采用"],
  also: ["also", "亦可"],
  method: ["how", "方式"],
  glossary: ["from the glossary", "词库条目"],
  composed: ["composed", "组合而成"],
  romanised: ["romanised", "汉语拼音"],
  none: ["none", "无"],
  confidence: ["confidence", "可信度"],
  short: ["short", "缩写"],
  old: ["old", "旧译"],
  wrong: ["wrong", "误译"],
  right: ["right", "正确"],
  pinyin: ["pinyin", "拼音"],
  source: ["source", "来源"],
  status: ["standing", "效力"],
  note: ["note", "备注"],
  official: ["official", "官方"],
  "semi-official": ["semi-official", "半官方"],
  unverified: ["unverified", "未核实"],
  fileTitle: ["Check a file", "检查文件"],
  fileLead: ["An inventory with a Chinese and an English column. It stays in memory and is never stored.", "含中文列和英文列的清单。文件只在内存中处理，不会保存。"],
  choose: ["Choose a file", "选择文件"],
  dropHere: ["or drop it here", "或拖放到此处"],
  reading: [(name) => `Reading ${name} …`, (name) => `正在读取 ${name}……`],
  checking: [(p) => `${p.name}: ${p.done} of ${p.signs} signs checked`, (p) => `${p.name}：已检查 ${p.done} / ${p.signs} 条`],
  comparing: [(p) => `${p.name}: comparing ${p.signs} signs with one another …`, (p) => `${p.name}：正在比对 ${p.signs} 条标识……`],
  checked: [(p) => `${p.name}: ${several(p.signs, "sign")} checked in ${p.seconds} s; ${several(p.errors, "error")}, ${several(p.warnings, "warning")}, ${several(p.infos, "note")}`, (p) => `${p.name}：共检查 ${p.signs} 条，用时 ${p.seconds} 秒；错误 ${p.errors}，警告 ${p.warnings}，提示 ${p.infos}`],
  untold: [(n) => `Findings on ${n} more signs were counted and are not listed; accepting all and the download reach them too.`, (n) => `另有 ${n} 条标识的问题只计数、未列出；“全部采纳”和下载同样包括它们。`],
  interrupted: ["The answer broke off; check the file again.", "传输中断；请重新检查。"],
  filter: ["Filter", "筛选"],
  download: ["Download the corrected file", "下载改正后的文件"],
  more: ["Show more", "显示更多"],
  listed: [(n) => `${n.shown} of ${several(n.all, "sign")} listed, ${n.accepted} changed`, (n) => `列出 ${n.shown} / ${n.all} 条，已修改 ${n.accepted} 条`],
  row: [(s) => `row ${s.row}`, (s) => `第 ${s.row} 行`],
  changed: ["changed", "已修改"],
  undo: ["Undo", "撤销"],
  fixSign: ["Accept its fixes", "采纳本条修改"],
  fixSignOf: [(zh) => `Accept its fixes: ${zh}`, (zh) => `采纳本条修改：${zh}`],
  undoOf: [(zh) => `Undo: ${zh}`, (zh) => `撤销：${zh}`],
  newEnglish: ["New English", "新英文"],
  across: ["compared with other signs", "与其他标识比对"],
  termsTitle: ["Search the terms", "检索术语"],
  termsLead: ["Chinese, English, pinyin or its initials", "中文、英文、拼音或拼音首字母"],
  hits: [(n) => (n === 1 ? "1 entry" : `${n} entries`), (n) => `${n} 条`],
  noHits: ["No entry.", "没有条目。"],
  exact: ["", ""],
  start: ["begins with it", "以此开头"],
  part: ["contains it", "包含"],
  "pinyin-part": ["in its pinyin", "拼音包含"],
  "how-pinyin": ["sounds the same", "拼音相同"],
  initials: ["initials of its pinyin", "拼音首字母"],
  nearly: ["nearly", "相近"],
  rulesTitle: ["Browse the rules", "浏览规则"],
  rulesLead: ["A word of the rule, in either language", "规则中的词，中英文均可"],
  ruleCount: [(n) => several(n, "rule"), (n) => `${n} 条规则`],
  why: ["why", "原因"],
  fix: ["fix", "修改"],
  examples: ["Examples", "示例"],
  token: ["Token", "令牌"],
  tokenWanted: ["This server wants the token that it was started with.", "本服务需要启动时设定的令牌。"],
  tokenSend: ["Use it", "使用"],
  local: ["Everything happens on the machine that runs signlint; the page asks no other host.", "一切都在运行 signlint 的机器上完成，页面不访问任何其他主机。"],
  api: ["HTTP API (OpenAPI)", "HTTP 接口（OpenAPI）"],
  "place-name-plate": ["place-name plate", "地名标志"],
  "traffic-guide": ["traffic guide sign", "交通指路标志"],
  "station-sign": ["station name", "车站标志"],
  wayfinding: ["wayfinding", "导向标识"],
  information: ["information", "说明"],
  notice: ["notice", "告示"],
  "institution-plate": ["institution plate", "机构名牌"],
  menu: ["menu", "菜单"],
  general: ["general", "通用"],
  transport: ["transport", "交通"],
  "culture-tourism": ["culture and tourism", "文化旅游"],
  commerce: ["commerce", "商业"],
  sport: ["sport", "体育"],
  "winter-games": ["Winter Games", "冬奥会"],
  medical: ["medical", "医疗卫生"],
  education: ["education", "教育"],
  "postal-telecom": ["post and telecom", "邮政电信"],
  "dining-lodging": ["dining and lodging", "餐饮住宿"],
  government: ["government services", "政务服务"],
  diplomacy: ["diplomacy", "外交"],
  convention: ["conventions", "会展"],
  "public-health": ["public health", "公共卫生"],
  heritage: ["heritage", "文物"],
  "industry-park": ["industry parks", "产业园区"],
  event: ["events", "活动"],
};

export const KINDS = ["place-name-plate", "traffic-guide", "station-sign", "wayfinding", "information", "notice", "institution-plate", "menu"];
export const DOMAINS = ["general", "transport", "culture-tourism", "commerce", "sport", "winter-games", "medical", "education", "postal-telecom", "dining-lodging", "government", "diplomacy", "convention", "public-health", "heritage", "industry-park", "event"];

let lang = "en";

/** The language of the page: `en` or `zh`. */
export const language = () => lang;

/** A word of the page; `about` fills it. */
export function word(key, about) {
  const pair = WORDS[key];
  if (!pair) return key;
  const text = pair[lang === "zh" ? 1 : 0];
  return typeof text === "function" ? text(about) : text;
}

/** What the server said, in the language of the page. */
export const said = (both) => both[lang];

/** The language asked for in the address, kept from last time, or the browser's. */
export function firstLanguage() {
  const asked = new URLSearchParams(location.search).get("lang");
  const found = asked ?? localStorage.getItem("signlint-lang") ?? navigator.language;
  return found.startsWith("zh") ? "zh" : "en";
}

/** Puts the page into a language. */
export function setLanguage(to) {
  lang = to;
  localStorage.setItem("signlint-lang", to);
  document.documentElement.lang = to === "zh" ? "zh-CN" : "en";
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", word(element.dataset.label));
  for (const button of document.querySelectorAll("[data-lang]")) {
    button.setAttribute("aria-pressed", String(button.dataset.lang === to));
  }
}
