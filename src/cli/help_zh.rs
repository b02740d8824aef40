//! The help in Chinese, for `--lang zh` and Chinese environments: every command and option of the English help.

use clap::{Arg, ArgAction, Command};

/// What each command does, by its path.
const COMMANDS: &[(&str, &str)] = &[
    ("", "按标准检查北京的中英双语公共标识"),
    ("check", "检查标识清单：表格、工作簿、JSON、翻译文件；可为文件、文件夹或标准输入（-）"),
    ("report", "生成语言环境报告：各类占比、问题最多的场馆、常见错误、进展"),
    ("fix", "修正标准已有定论之处；不加写入选项时只显示改动"),
    ("suggest", "按标准给出中文的英文译写"),
    ("lookup", "查术语，中英文均可：完全匹配、部分匹配、拼音或近似"),
    ("glossary", "维护词库：检查、统计、导出、导入"),
    ("glossary check", "检查词库：格式、重复、矛盾、文字、拼音、来源，以及本程序的规则"),
    ("glossary stats", "按领域、类型、来源和状态统计词条"),
    ("glossary export", "将词库导出为 CSV、TBX-Basic（ISO 30042）或 XLSX"),
    ("glossary import", "将 CSV、TBX 或 XLSX 并入词库文件"),
    ("init", "为文件夹中的清单生成带注释的 signlint.toml"),
    ("config", "检查 signlint.toml 及其自定义规则的示例"),
    ("config check", "读取配置并验证其规则的示例"),
    ("config schema", "输出 signlint.toml 的 JSON Schema，供编辑器补全和校验"),
    ("rules", "列出规则"),
    ("explain", "解释一条规则：错在哪里、为什么、依据哪一条款，附示例"),
    ("lsp", "为编辑器服务：输入时提示、悬停查看、快速修正、补全（标准输入输出上的 LSP）"),
    ("serve", "启动本地网页和 HTTP 接口"),
    ("completions", "输出命令行补全脚本"),
    ("man", "输出手册页"),
];

/// What each option means: command path (empty for options that several commands share), name, text.
const OPTIONS: &[(&str, &str, &str)] = &[
    ("", "paths", "文件、文件夹；- 为标准输入"),
    ("", "columns", "指定各列：zh=…,en=…,id=…（列名，或从 1 起的列号）"),
    ("", "encoding", "文件编码，自动识别有误时使用（utf-8、gb18030、big5、utf-16le 等）"),
    ("", "input_format", "文件格式，由文件名和内容看不出时使用（csv、xlsx、json、po、xliff 等）"),
    ("", "delimiter", "分隔符，自动识别有误时使用（一个字符，或 tab）"),
    ("", "glossary", "本项目的词库（CSV、TBX 或 XLSX），优先于标准词库（可重复）"),
    (
        "",
        "profile",
        "偏好方案：beijing（北京公共标识）、winter-games（冬奥场馆）、place-name-plate（地名牌）、traffic-guide（交通指路标志）、station（轨道交通车站）、national（国家标准优先）[默认：beijing]",
    ),
    ("", "config", "使用此配置文件，而非最近的 signlint.toml"),
    ("", "no_config", "不使用 signlint.toml"),
    ("", "lang", "提示信息的语言 [默认：随系统环境]"),
    ("", "output", "写入文件；- 为标准输出 [默认：标准输出]"),
    ("", "select", "只运行这些规则或类别（可重复，或用逗号分隔）[默认：全部]"),
    ("", "ignore", "不运行这些规则或类别（可重复，或用逗号分隔）"),
    (
        "check",
        "format",
        "输出形式：text（供人阅读）、json（含汇总）、jsonl（每个问题一行）、sarif（代码扫描）、github（GitHub 注解）、gitlab（GitLab 代码质量）、junit、checkstyle、rdjson（reviewdog）、csv（电子表格）、xlsx（全部标识及问题）、markdown（合并请求摘要）",
    ),
    ("check", "level", "显示的最低级别 [默认：info]"),
    ("check", "fail_on", "使运行失败（退出码 1）的最低级别 [默认：error]"),
    ("check", "baseline", "略去此文件所列的既有问题"),
    ("check", "write_baseline", "将现有问题全部写入基线（未指定时为 signlint-baseline.json），此后只提示新问题"),
    ("check", "changed_since", "只提示自该 git 版本以来改动的行上的问题"),
    ("check", "jobs", "线程数，1 至 512 [默认：每核一个]"),
    ("report", "format", "报告形式：html（单个自足的网页，含两种语言）、markdown、json（供以后 --since 读取）"),
    ("report", "since", "与以前的报告（JSON）比较"),
    ("fix", "diff", "只显示改动（默认如此）"),
    ("fix", "write", "就地改写文件"),
    ("fix", "output", "将修正后的文件写到此处（只限一个输入；- 为标准输出）"),
    ("fix", "all", "连同建议一并修正：请核对结果"),
    ("suggest", "texts", "中文文本"),
    ("suggest", "input", "中文文本文件（check 能读的各种格式，可无英文），或 - 为标准输入"),
    ("suggest", "format", "输出形式：text（供人阅读）、jsonl（每条一行）、csv（电子表格）"),
    ("suggest", "explain", "列出各组成部分的角色、规则和条款"),
    ("suggest", "fill", "重新写出输入文件，为缺少英文的行在原有各列之后新增建议列"),
    ("suggest", "output", "--fill 写到何处 [默认：标准输出]"),
    ("suggest", "no_names", "不用整名词条，以测试组合译写"),
    (
        "suggest",
        "kind",
        "标识类型，优先于输入中所写：place-name-plate（地名牌）、traffic-guide（指路标志）、station-sign（站名）、wayfinding（导向）、information（信息）、notice（告示）、institution-plate（机构名牌）、menu（菜单）",
    ),
    ("lookup", "text", "中文（简体或繁体）、英文、拼音或其首字母"),
    ("lookup", "limit", "最多显示的词条数"),
    ("lookup", "format", "输出形式：text（供人阅读）、json（词条及全部字段）"),
    ("glossary check", "paths", "词库文件（CSV、TBX、XLSX）或文件夹；含 sources.toml 的文件夹按其全部规则检查"),
    ("glossary stats", "paths", "词库文件或文件夹 [默认：内置词库]"),
    ("glossary stats", "format", "输出形式"),
    ("glossary export", "paths", "词库文件或文件夹 [默认：内置词库]"),
    ("glossary export", "format", "格式 [默认：由输出文件名判断，否则为 csv]"),
    ("glossary export", "domain", "只导出此领域的词条"),
    ("glossary export", "kind", "只导出此类型的词条"),
    ("glossary export", "status", "只导出此状态的词条"),
    ("glossary import", "file", "要并入的文件：CSV、TBX 或 XLSX。没有的列和空单元格沿用词库原有内容"),
    ("glossary import", "into", "词库文件（没有则新建），或文件夹（就地更新其中的词条）"),
    ("glossary import", "format", "文件的格式 [默认：由文件名判断]"),
    ("glossary import", "dry_run", "只说明会改什么，不写入"),
    ("init", "path", "清单文件，或其所在文件夹"),
    ("init", "force", "替换已有的 signlint.toml"),
    ("config check", "path", "配置文件，或由此向上查找的文件夹"),
    ("rules", "format", "列表形式：text（每条规则一行）、markdown（docs/rules.md 那样的页面，含理由、依据和示例）"),
    ("explain", "rule", "规则代码，如问题中所示；给出类别则列出其规则"),
    ("lsp", "stdio", "通过标准输入输出通信（总是如此）"),
    ("serve", "addr", "监听的地址和端口；端口 0 表示任选空闲端口"),
    ("serve", "token", "调用接口须带此令牌；地址对其他机器开放时必须设置"),
    ("serve", "max_file", "接受的最大文件，单位 MiB"),
    ("serve", "max_rows", "一个文件最多的行数"),
    ("serve", "max_files", "同时处理的文件数"),
    ("serve", "request_time", "接收并回答一个请求的时限，单位秒"),
    ("serve", "openapi", "输出接口的 OpenAPI 文档后退出"),
    ("completions", "shell", "命令行外壳"),
];

const AFTER: &str = "退出码：0 没有达到 --fail-on 的问题；1 有问题；2 用法错误或输入无法读取。";

/// Whether the help is asked for in Chinese: before the command line is read, since reading it may print the help.
pub(super) fn is_wanted(arguments: &[String]) -> bool {
    let told = arguments.iter().enumerate().find_map(|(at, argument)| match argument.as_str() {
        "--lang" => arguments.get(at + 1).map(String::as_str),
        argument => argument.strip_prefix("--lang="),
    });
    told.map_or_else(|| super::language(None) == signlint::finding::Lang::Zh, |told| told == "zh")
}

/// The command line with its help in Chinese.
pub(super) fn of(command: Command) -> Command {
    within(command, "").after_help(AFTER)
}

fn within(command: Command, path: &str) -> Command {
    let about = COMMANDS.iter().find(|(name, _)| *name == path).map(|(_, text)| *text);
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    let mut command = command
        .help_template("{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}")
        .subcommand_help_heading("命令")
        .disable_help_flag(true)
        .mut_args(|argument| translated(argument, path))
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help_heading("选项").help("显示帮助"));
    if path.is_empty() {
        let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
        command = command.disable_version_flag(true).arg(version.help_heading("选项").help("显示版本"));
    }
    if let Some(about) = about {
        command = command.about(about);
    }
    for name in names {
        let path = if path.is_empty() { name.clone() } else { format!("{path} {name}") };
        command = command.mut_subcommand(name, |sub| within(sub, &path));
    }
    command
}

fn translated(argument: Arg, path: &str) -> Arg {
    let heading = if argument.is_positional() { "参数" } else { "选项" };
    match text(path, argument.get_id().as_str()) {
        Some(text) => {
            // Where the text tells what the values mean, they need no list.
            let are_told = argument.get_possible_values().first().is_some_and(|value| text.contains(value.get_name()));
            let argument = argument.help_heading(heading).help(text);
            if are_told { argument.hide_possible_values(true) } else { argument }
        }
        None => argument,
    }
}

fn text(path: &str, option: &str) -> Option<&'static str> {
    let at = |path: &str| OPTIONS.iter().find(|(of, name, _)| *of == path && *name == option);
    at(path).or_else(|| at("")).map(|(.., text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    /// Paths of all commands and of all their options.
    fn all(command: &Command, path: &str, commands: &mut Vec<String>, options: &mut Vec<(String, String)>) {
        commands.push(path.to_owned());
        options.extend(command.get_arguments().map(|a| (path.to_owned(), a.get_id().to_string())));
        for sub in command.get_subcommands() {
            let path = if path.is_empty() { sub.get_name().to_owned() } else { format!("{path} {}", sub.get_name()) };
            all(sub, &path, commands, options);
        }
    }

    #[test]
    fn every_command_and_option_has_its_chinese_and_no_other() {
        let (mut commands, mut options) = (Vec::new(), Vec::new());
        all(&super::super::Cli::command(), "", &mut commands, &mut options);
        for (path, option) in &options {
            assert!(text(path, option).is_some(), "{path} --{option} has no Chinese help");
        }
        for path in &commands {
            assert!(COMMANDS.iter().any(|(name, _)| name == path), "{path} has no Chinese help");
        }
        if cfg!(all(feature = "lsp", feature = "serve")) {
            for (path, _) in COMMANDS {
                assert!(commands.iter().any(|name| name == path), "{path} is no command");
            }
            for (path, option, _) in OPTIONS {
                let is_it = |(of, name): &(String, String)| name == option && (path.is_empty() || of == path);
                assert!(options.iter().any(is_it), "{path} --{option} is no option");
            }
        }
        of(super::super::Cli::command()).debug_assert();
    }
}
