use super::*;
use crate::study::protocol::{Choice, Kind, Protocol, Question, Role};
use proptest::prelude::*;
use std::collections::HashSet;

fn map(name: &str) -> Keymap {
    Keymap::load(name, None).unwrap_or_else(|faults| panic!("{name}: {faults}"))
}

fn key(name: &str) -> Key {
    name.parse().unwrap_or_else(|_| panic!("{name} is a key"))
}

fn faults(text: &str) -> String {
    let faults = Keymap::load("sv", Some(("own.toml", text))).expect_err("the keymap is wrong");
    faults.describe(&Words::new(Lang::En))
}

fn choice(id: &str, role: Option<Role>, key: Option<char>) -> Choice {
    Choice { role, key, ..Choice::new(id, id) }
}

fn question(choices: Vec<Choice>) -> Question {
    Question::new("q".into(), String::new(), Kind::Choice(choices))
}

fn protocol(question: Question) -> Protocol {
    Protocol {
        id: String::new(),
        version: String::new(),
        lang: Lang::Sv,
        title: String::new(),
        documents: Vec::new(),
        attributes: Vec::new(),
        areas: Vec::new(),
        repeats: Vec::new(),
        questions: vec![question].into(),
        checks: Vec::new(),
        tables: Vec::new(),
        form: Vec::new(),
        hash: String::new(),
    }
}

fn shown(question: &Question, keymap: &Keymap) -> Vec<String> {
    let named = |keys: &Vec<Key>| keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ");
    choice_keys(question, keymap).iter().map(named).collect()
}

#[test]
fn every_shipped_keymap_reaches_every_action_without_altgr() {
    for (name, _) in Keymap::SHIPPED {
        let keymap = map(name);
        for (action, named, modes, _) in Action::ALL {
            for mode in modes {
                assert!(!keymap.keys(*mode, action).is_empty(), "{name}: no key for {named} in {mode:?}");
            }
        }
        for (mode, key, _) in &keymap.bindings {
            let typed = key.typed().unwrap_or('x');
            assert!(!"[]{}\\|@$~`^´¨".contains(typed), "{name}: {key} needs AltGr or is a dead key");
            assert!(*mode != Mode::Code || !typed.is_ascii_digit(), "{name}: digits belong to the choices");
        }
    }
}

#[test]
fn every_shipped_protocol_can_be_coded_with_every_shipped_keymap() {
    for (id, text) in crate::study::protocol::shipped() {
        let protocol = Protocol::load(id, text).unwrap();
        for (name, _) in Keymap::SHIPPED {
            map(name).check(&protocol).unwrap_or_else(|faults| panic!("{id} {name}: {faults}"));
        }
    }
}

#[test]
fn every_action_and_mode_stands_once_and_has_its_words() {
    let names: HashSet<&str> = Action::ALL.iter().map(|(_, name, ..)| *name).collect();
    let actions: HashSet<Action> = Action::ALL.iter().map(|(action, ..)| *action).collect();
    assert_eq!((names.len(), actions.len()), (Action::ALL.len(), Action::ALL.len()));
    let words = Words::new(Lang::Sv);
    for (action, name, _, help) in Action::ALL {
        assert_eq!(Action::named(name), Some(action));
        assert_ne!(words.say(&Message { key: help, args: Vec::new() }), help);
    }
    for (mode, _, title) in Mode::ALL {
        assert_ne!(mode.title(&words), title);
    }
}

#[test]
fn the_languages_answer_by_their_letters_and_only_vim_has_hjkl() {
    let sv = map(Keymap::of_language(Lang::Sv));
    assert_eq!(sv.action(Mode::Code, key("j")), Some(Action::Answer(Role::Yes)));
    assert_eq!(sv.keys(Mode::Code, Action::Answer(Role::Na)), [key("e")]);
    let default = map(Keymap::of_language(Lang::En));
    assert_eq!(default.action(Mode::Code, key("y")), Some(Action::Answer(Role::Yes)));
    assert_eq!(default.action(Mode::Code, key("j")), None);
    assert_eq!(map("vim").action(Mode::Code, key("j")), Some(Action::Down));
    assert_eq!(map("vim").action(Mode::List, key("j")), None);
}

#[test]
fn the_users_file_goes_over_the_map_and_may_name_its_base() {
    let own = "base = \"default\"\n[code]\n'å' = \"undo\"\nu = \"none\"\n[all]\nf2 = \"help\"\n";
    let keymap = Keymap::load("sv", Some(("own.toml", own))).expect("a right keymap");
    assert_eq!(keymap.action(Mode::Code, key("y")), Some(Action::Answer(Role::Yes)));
    assert_eq!(keymap.keys(Mode::Code, Action::Undo), [key("å")]);
    assert_eq!(keymap.action(Mode::Text, key("f2")), Some(Action::Help));
    assert_eq!(keymap.action(Mode::Text, key("ctrl-c")), Some(Action::Back));
    assert_eq!(keymap.action(Mode::Code, key("ctrl-c")), Some(Action::Quit));
}

#[test]
fn a_mode_of_its_own_wins_over_all_wherever_it_stands_in_the_file() {
    let tables = ["[all]\nf2 = \"help\"\n", "[code]\nf2 = \"undo\"\n"];
    for text in [tables.concat(), [tables[1], tables[0]].concat()] {
        let keymap = Keymap::load("sv", Some(("own.toml", &text))).expect("a right keymap");
        let found = [Mode::Code, Mode::Summary].map(|mode| keymap.action(mode, key("f2")));
        assert_eq!(found, [Some(Action::Undo), Some(Action::Help)], "{text}");
    }
}

#[test]
fn every_fault_of_a_file_is_told_with_its_line_and_what_to_do() {
    insta::assert_snapshot!(faults(
        "base = \"svv\"\n[cod]\nj = \"undo\"\n[code]\nj = \"annser yes\"\npagedwn = \"undo\"\n3 = \"undo\"\n\
         space = \"next\"\nSPACE = \"undo\"\nk = \"save\"\nl = 3\n[list]\nj = \"down\"\n"
    ), @r#"
    own.toml:1: there is no keymap called “svv”
      1 | base = "svv"
        |        ^^^^^
      hint: did you mean “sv”?
    own.toml:2: “cod” is not a mode
      2 | [cod]
        |  ^^^
      hint: did you mean “code”?
    own.toml:5: there is no action called “annser yes”
      5 | j = "annser yes"
        |     ^^^^^^^^^^^^
      hint: did you mean “answer yes”?
    own.toml:6: “pagedwn” is not a key
      6 | pagedwn = "undo"
        | ^^^^^^^
      hint: did you mean “pagedown”?
    own.toml:7: the digit 3 is reserved for answers
      7 | 3 = "undo"
        | ^
      hint: use a letter or a named key
    own.toml:9: the same key appears twice: “space” (next) and “SPACE” (undo)
      9 | SPACE = "undo"
        | ^^^^^
      hint: remove one of the lines
    own.toml:10: “save” does nothing in the mode code
      10 | k = "save"
         |     ^^^^^^
      hint: it works in text
    own.toml:11: expected the name of an action, in quotes
      11 | l = 3
         |     ^
      hint: write one line per key under [code], [summary], [tally], [list], [text] or [all], such as y = "answer yes"; put characters other than a–z and digits in quotes: "å" = "undo"
    own.toml:13: the character “j” cannot be a command here, because you need to be able to type it
      13 | j = "down"
         | ^
      hint: in lists and texts, and in [all], only named keys and ctrl- and alt- can be used
    "#);
    assert!(faults("[code]\nj = \"undo\"\nj = \"redo\"\n").contains("own.toml:3"), "TOML's own faults have a line too");
    assert!(Keymap::load("viim", None).expect_err("no such map").describe(&Words::new(Lang::En)).contains("“vim”"));
}

#[test]
fn role_choices_have_the_letter_of_the_map_and_the_digit_of_the_role() {
    let asked = question(vec![
        choice("ja", Some(Role::Yes), None),
        choice("nej", Some(Role::No), None),
        choice("ej_aktuellt", Some(Role::Na), None),
    ]);
    assert_eq!(shown(&asked, &map("sv")), ["j 1", "n 3", "e 0"]);
    assert_eq!(shown(&asked, &map("default")), ["y 1", "n 3", "a 0"]);
}

#[test]
fn choices_without_roles_go_by_position_then_by_letter() {
    let mut choices: Vec<Choice> = (1..=11).map(|number| choice(&number.to_string(), None, None)).collect();
    choices[9].key = Some('z');
    choices[0].key = Some('w');
    let asked = question(choices);
    let expected = ["1 w", "2", "3", "4", "5", "6", "7", "8", "9", "z", "a"];
    assert_eq!(shown(&asked, &map("sv")), expected);
}

#[test]
fn on_mixed_scales_the_rest_take_the_digits_between() {
    let asked = question(vec![
        choice("ja", Some(Role::Yes), Some('y')),
        choice("annat", None, Some('k')),
        choice("tredje", None, None),
        choice("fjarde", None, None),
        choice("ja2", Some(Role::Yes), None),
    ]);
    assert_eq!(shown(&asked, &map("sv")), ["j 1 y", "k", "4", "5", "6"]);
}

#[test]
fn a_protocol_key_that_means_something_else_is_refused_naming_both() {
    let told = |choices| {
        let checked = map("sv").check(&protocol(question(choices)));
        checked.map_err(|faults| faults.describe(&Words::new(Lang::En)))
    };
    let refused = told(vec![choice("annat", None, Some('u'))]).expect_err("u is undo");
    assert!(refused.contains("“u”") && refused.contains("annat") && refused.contains("“undo”"), "{refused}");
    let shared = vec![choice("a", None, Some('z')), choice("b", None, Some('z'))];
    assert_eq!(told(shared).expect_err("z twice").matches("hint:").count(), 1);
    let role = vec![choice("ja", Some(Role::Yes), None), choice("b", None, Some('1'))];
    assert!(told(role).expect_err("1 is yes").contains("also belongs to ja"));
    assert_eq!(told(vec![choice("ja", Some(Role::Yes), Some('j')), choice("b", None, Some('z'))]), Ok(()));
}

#[test]
fn a_choice_that_no_key_is_left_for_has_none_and_is_no_fault() {
    let many = |n: usize| question((0..n).map(|n| choice(&format!("c{n}"), None, None)).collect());
    let keyless = |n: usize| choice_keys(&many(n), &map("sv")).iter().filter(|keys| keys.is_empty()).count();
    assert_eq!(keyless(20), 0);
    assert!((1..64).contains(&keyless(64)));
    assert_eq!(keyless(65), 65, "a longer list is searched");
    for n in [60, 64, 65, 5000] {
        assert_eq!(map("sv").check(&protocol(many(n))), Ok(()), "{n}");
    }
}

#[test]
fn the_table_shows_every_key_with_what_it_does() {
    let words = Words::new(Lang::Sv);
    let keymap = map("sv");
    let plain = keymap.plain(&words);
    assert!(plain.starts_with("Frågorna\n  j "), "{plain}");
    assert!(plain.lines().any(|line| line.contains("mellanslag") && line.contains("nästa obesvarade fråga")));
    let markdown = keymap.markdown(&words);
    assert!(markdown.contains("| u | ångra |"), "{markdown}");
    assert_eq!(keymap.table(&words).len(), Mode::ALL.len());
}

proptest! {
    #[test]
    fn a_key_never_means_two_choices_or_a_choice_and_a_command(
        roles in proptest::collection::vec(proptest::option::of(0usize..5), 0..35),
        map_at in 0usize..5,
    ) {
        let choices = roles.iter().enumerate().map(|(at, role)| {
            choice(&at.to_string(), role.and_then(|role| Role::ALL.get(role)).map(|(role, _)| *role), None)
        });
        let asked = question(choices.collect());
        let keymap = map(Keymap::SHIPPED[map_at].0);
        let mut seen = HashSet::new();
        for (place, keys) in choice_keys(&asked, &keymap).into_iter().enumerate() {
            for key in keys {
                prop_assert!(seen.insert(key), "{} is two choices", key);
                let action = keymap.action(Mode::Code, key);
                prop_assert!(action.is_none_or(|action| Some(action) == asked.choices()[place].role.map(Action::Answer)));
            }
        }
    }

    #[test]
    fn no_keymap_file_breaks_the_reader(text in any::<String>()) {
        let _ = Keymap::load("sv", Some(("own.toml", &text)));
    }
}
