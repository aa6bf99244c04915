//! The help in the language of its reader. The definition of the command line holds names only; what
//! people read is looked up by them in the subject `cli` of the catalogue. clap's own words cannot be
//! changed, so its headings, lists of values and messages are hidden and said again here.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command};

use crate::words::{Language, help, named};

/// The name of what commands share.
const SHARED: &str = "shared";

/// A command and its subcommands with what they say of themselves.
pub(super) fn translated(command: Command, language: Language) -> Command {
    each(command, |command| Speaker::of(&command, language).introduce(command))
}

/// The same where nothing is parsed: the choices of an argument, too, with what is said of them.
pub(super) fn shown(command: Command, language: Language) -> Command {
    each(translated(command, language), |command| {
        let speaker = Speaker::of(&command, language);
        command.mut_args(|arg| speaker.explain_choices(arg))
    })
}

fn each(command: Command, mut change: impl FnMut(Command) -> Command) -> Command {
    change(command).mut_subcommands(change)
}

/// Where the catalogue says something for a command: its own words, or those that commands share.
fn path(command: &str, subject: &str, name: &str) -> Option<String> {
    let [command, name] = [command, name].map(|word| word.replace('-', "_"));
    let paths = [command.as_str(), SHARED].map(|owner| format!("{owner}.{subject}.{name}"));
    paths.into_iter().find(|path| named(path, Language::default()).is_some())
}

/// Says what belongs to a command.
struct Speaker {
    command: String,
    language: Language,
}

impl Speaker {
    fn of(command: &Command, language: Language) -> Self {
        Self { command: command.get_name().to_owned(), language }
    }

    /// What is said under a name; a test sees to it that there is something.
    fn word(&self, subject: &str, name: &str) -> &'static str {
        let path = path(&self.command, subject, name);
        path.and_then(|path| named(&path, self.language)).unwrap_or_default()
    }

    /// What is said of the command itself.
    fn itself(&self, name: &str) -> Option<&'static str> {
        named(&format!("{}.{name}", self.command.replace('-', "_")), self.language)
    }

    fn introduce(&self, command: Command) -> Command {
        let command = command.mut_args(|arg| self.introduce_arg(arg));
        let usage = self.usage(&command);
        let title = help::usage().text(self.language);
        let template =
            format!("{{about-with-newline}}\n{title}: {{usage}}\n\n{{all-args}}{{after-help}}");
        command
            .about(self.itself("about"))
            .long_about(self.itself("long"))
            .override_usage(usage)
            .help_template(template)
            .subcommand_value_name(self.word("value", "command"))
            .subcommand_help_heading(self.word("heading", "command"))
    }

    fn usage(&self, command: &Command) -> String {
        let whole = if command.has_subcommands() { "" } else { "naskah " };
        let mut usage = format!("{whole}{} [{}]", self.command, self.word("value", "options"));
        for arg in command.get_positionals() {
            usage.push_str(&format!(" {arg}"));
        }
        if command.has_subcommands() {
            usage.push_str(&format!(" <{}>", self.word("value", "command")));
        }
        usage
    }

    fn introduce_arg(&self, arg: Arg) -> Arg {
        let usual = if arg.is_positional() { "input" } else { "options" };
        let heading = self.word("heading", arg.get_help_heading().unwrap_or(usual));
        let about = self.word("arg", arg.get_id().as_str());
        let arg = arg.help_heading(heading);
        // A flag has values too, in clap's eyes: true and false.
        if !arg.get_action().takes_values() {
            return arg.help(about).long_help(about);
        }
        let (short, long) = (self.in_a_line(about, &arg), self.in_lines(about, &arg));
        let arg = self.name_value(arg).help(short).long_help(long);
        arg.hide_possible_values(true).hide_default_value(true)
    }

    fn name_value(&self, arg: Arg) -> Arg {
        let name = arg.get_value_names().and_then(|names| names.first());
        match name.map(|name| self.word("value", name)) {
            Some(name) => arg.value_name(name),
            None => arg,
        }
    }

    /// What an argument is for, its choices and its default in one line.
    fn in_a_line(&self, about: &str, arg: &Arg) -> String {
        let values = arg.get_possible_values();
        let names = values.iter().map(PossibleValue::get_name).collect::<Vec<_>>().join(", ");
        let choices = Some(names).filter(|names| !names.is_empty());
        let choices = choices.map(|names| help::choices(names).text(self.language));
        let notes: Vec<String> = choices.into_iter().chain(self.default(arg)).collect();
        if notes.is_empty() { about.to_owned() } else { format!("{about} [{}]", notes.join("; ")) }
    }

    /// The same, a line for each choice.
    fn in_lines(&self, about: &str, arg: &Arg) -> String {
        let mut lines = about.to_owned();
        for value in arg.get_possible_values() {
            lines.push_str(&format!("\n- {}", value.get_name()));
            match self.choice(arg, &value) {
                "" => {}
                choice => lines.push_str(&format!(": {choice}")),
            }
        }
        if let Some(default) = self.default(arg) {
            lines.push_str(&format!("\n[{default}]"));
        }
        lines
    }

    fn choice(&self, arg: &Arg, value: &PossibleValue) -> &'static str {
        self.word(&format!("choice.{}", arg.get_id()), value.get_name())
    }

    fn default(&self, arg: &Arg) -> Option<String> {
        let values = arg.get_default_values().iter().map(|value| value.to_string_lossy());
        let values = values.map(|value| help::default(value).text(self.language));
        Some(values.collect::<Vec<_>>().join(", ")).filter(|default| !default.is_empty())
    }

    fn explain_choices(&self, arg: Arg) -> Arg {
        let values = arg.get_possible_values();
        if !arg.get_action().takes_values() || values.is_empty() {
            return arg;
        }
        let explain = |value: PossibleValue| match self.choice(&arg, &value) {
            "" => value,
            choice => value.help(choice),
        };
        let values: Vec<PossibleValue> = values.into_iter().map(explain).collect();
        arg.value_parser(PossibleValuesParser::new(values))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;
    use crate::cli::Cli;
    use crate::words::names;

    /// The path of what is said under a name.
    #[track_caller]
    fn spoken_of(command: &Command, subject: &str, name: &str) -> String {
        path(command.get_name(), subject, name)
            .unwrap_or_else(|| panic!("words: cli.{}.{subject}.{name}", command.get_name()))
    }

    /// The paths of everything that a command says of itself.
    fn paths(command: &Command) -> BTreeSet<String> {
        let name = command.get_name();
        let mut paths = BTreeSet::from([format!("{}.about", name.replace('-', "_"))]);
        paths.extend(Some(format!("{name}.long")).filter(|_| command.has_subcommands()));
        for arg in command.get_arguments() {
            let heading = if arg.is_positional() { "input" } else { "options" };
            let heading = arg.get_help_heading().unwrap_or(heading);
            paths.insert(spoken_of(command, "heading", heading));
            paths.insert(spoken_of(command, "arg", arg.get_id().as_str()));
            if !arg.get_action().takes_values() {
                continue;
            }
            let [value] = arg.get_value_names().unwrap_or_default() else {
                panic!("{name} {arg}: one name for its value");
            };
            paths.insert(spoken_of(command, "value", value));
            // The names of shells explain themselves.
            for value in arg.get_possible_values().iter().filter(|value| value.get_help().is_some())
            {
                let subject = format!("choice.{}", arg.get_id());
                paths.insert(spoken_of(command, &subject, value.get_name()));
            }
        }
        paths
    }

    #[test]
    fn everything_is_said_and_nothing_is_said_in_vain() {
        let whole = Cli::command();
        let commands = std::iter::once(&whole).chain(whole.get_subcommands());
        let mut shown: BTreeSet<String> = commands.flat_map(paths).collect();
        let words = [("heading", "command"), ("value", "command"), ("value", "options")];
        shown.extend(words.map(|(subject, name)| spoken_of(&whole, subject, name)));
        // What only the build that prints offers stands in the same lists of words.
        if cfg!(not(feature = "render")) {
            let choices = ["bagan", "pdf"].map(|form| format!("timeline.choice.format.{form}"));
            shown.extend(choices);
        }
        let held: BTreeSet<String> = names().map(str::to_owned).collect();
        let lacking: Vec<_> = shown.difference(&held).collect();
        let idle: Vec<_> = held.difference(&shown).collect();
        assert!(lacking.is_empty() && idle.is_empty(), "lacking {lacking:?}, idle {idle:?}");
    }

    #[test]
    fn each_language_has_its_own_words() {
        let [id, ms, en] = Language::ALL.map(|language| {
            let mut command = translated(Cli::command(), language);
            command.render_long_help().to_string()
        });
        assert!(id.contains("Pemakaian: naskah [PILIHAN] <PERINTAH>\n\nPerintah:\n"), "{id}");
        assert!(ms.contains("Penggunaan: naskah [PILIHAN] <PERINTAH>\n\nPerintah:\n"), "{ms}");
        assert!(en.contains("Usage: naskah [OPTIONS] <COMMAND>\n\nCommands:\n"), "{en}");
        assert!(ms.contains("- never: Tidak sekali-kali\n          [lalai: auto]\n"), "{ms}");
    }

    /// What a shell shows of a choice is no rustdoc.
    #[test]
    fn choices_are_explained_where_nothing_is_parsed() {
        let whole = shown(Cli::command(), Language::Malay);
        let check = whole.find_subcommand("check").expect("check");
        let format = check.get_arguments().find(|arg| arg.get_id() == "format").expect("format");
        let said = format
            .get_possible_values()
            .iter()
            .map(|value| value.get_help().map(ToString::to_string).unwrap_or_default())
            .collect::<Vec<_>>();
        assert!(said.contains(&"Satu baris bagi setiap penemuan".to_owned()), "{said:?}");
    }
}
