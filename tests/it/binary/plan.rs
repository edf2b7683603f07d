//! Sharing the cases of a drawn study between coders.

use super::desk::Desk;
use super::sample::{DRAW, desk, done, ids, refused, sv};
use serde_json::{Value, json};
use std::fs;

#[test]
fn a_plan_shares_the_cases_and_the_screen_follows_it() {
    let desk = desk();
    done(sv(&desk, &DRAW));
    let told = done(sv(&desk, &["plan", "D", "--coders", "Carina,lotta"]));
    assert!(told.starts_with("80 ärenden är fördelade, 24 ska dubbelgranskas, frö 2026."), "{told}");
    let plan = fs::read_to_string(desk.path("D/plan.csv")).unwrap();
    assert_eq!(plan.lines().next(), Some("case_id,coder,second,wave"));
    assert_eq!(
        (plan.matches(",carina,").count() - plan.matches(",lotta,carina,").count(), plan.lines().count()),
        (40, 81)
    );
    let screen = done(sv(&desk, &["D", "--coder", "carina", "--keys", "", "--print"]));
    assert!(screen.contains("klara 0 av 40"), "{screen}");
    let second = plan.matches(",lotta,carina,").count();
    let screen = done(sv(&desk, &["D", "--coder", "carina", "--round", "second", "--keys", "", "--print"]));
    assert!(screen.contains(&format!("klara 0 av {second}")) && screen.contains("tidig"), "{screen}");
    done(sv(&desk, &["plan", "D", "--coders", "Carina,lotta"]));
    assert_eq!(fs::read_to_string(desk.path("D/plan.csv")).unwrap(), plan, "the same again");
}

#[test]
fn a_plan_under_which_answers_exist_is_changed_only_when_that_is_meant() {
    let desk = desk();
    done(sv(&desk, &DRAW));
    done(sv(&desk, &["plan", "D", "--coders", "carina,lotta"]));
    done(sv(&desk, &["D", "--coder", "carina", "--keys", "jj<space>j", "--print"]));
    let plan = fs::read_to_string(desk.path("D/plan.csv")).unwrap();
    let begun: Vec<&str> = plan
        .lines()
        .filter(|line| line.contains(",carina,"))
        .filter(|line| !line.contains(",lotta,carina"))
        .take(2)
        .map(|line| line.split(',').next().unwrap())
        .collect();
    let three = ["plan", "D", "--coders", "lotta,åsa"];
    let ran = sv(&desk, &three);
    assert!(refused(&ran).contains("saker skulle ändras") && ran.err.contains(": carina → "), "{ran:?}");
    assert!(!ran.err.contains(&format!("{}: carina", begun[0])), "{ran:?}");
    assert_eq!(fs::read_to_string(desk.path("D/plan.csv")).unwrap(), plan);
    done(sv(&desk, &[&three[..], &["--yes"]].concat()));
    let changed = fs::read_to_string(desk.path("D/plan.csv")).unwrap();
    let own =
        |case: &str| changed.lines().find(|line| line.starts_with(case)).unwrap().split(',').nth(1).unwrap().to_owned();
    assert_eq!(begun.iter().map(|case| own(case)).collect::<Vec<_>>(), ["carina", "carina"]);
    assert_eq!(changed.matches(",carina,").count(), 2);
    let counted = done(sv(&desk, &["count", "D", "--where", "q=ja"]));
    assert_eq!(counted.lines().last(), Some("2"), "the answers go on counting");
}

/// The case, its coder and who codes it again, on each line of the plan.
fn planned(desk: &Desk) -> Vec<String> {
    let plan = fs::read_to_string(desk.path("D/plan.csv")).unwrap();
    plan.lines().map(|line| line.rsplit_once(',').unwrap().0.to_owned()).collect()
}

#[test]
fn once_something_is_answered_a_plan_shares_only_what_is_new_or_left_behind() {
    let desk = desk();
    done(sv(&desk, &DRAW));
    done(sv(&desk, &["plan", "D", "--coders", "carina,lotta"]));
    done(sv(&desk, &["D", "--coder", "carina", "--keys", "jj<space>j", "--print"]));
    let before = planned(&desk);
    assert!(done(sv(&desk, &["draw", "D", "--more", "2"])).contains("De nya ärendena har ingen granskare än."));
    done(sv(&desk, &["plan", "D", "--coders", "lotta,carina", "--seed", "other"]));
    let after = planned(&desk);
    assert!(before.iter().all(|line| after.contains(line)) && after.len() == 97);
    let own = |coder: &str| after.iter().filter(|line| line.split(',').nth(1) == Some(coder)).count();
    assert_eq!((own("carina"), own("lotta")), (48, 48));
    let alone = ["plan", "D", "--coders", "carina"];
    assert!(refused(&sv(&desk, &alone)).contains(": lotta → carina"));
    assert_eq!(planned(&desk), after);
}

#[test]
fn a_plan_is_shown_before_it_is_made_and_names_the_cases_that_are_coded_twice() {
    let desk = desk();
    done(sv(&desk, &DRAW));
    let none = sv(&desk, &["plan", "D"]);
    assert!(
        refused(&none).contains("Ärendena är inte fördelade") && none.err.contains("--coders NAMN,NAMN"),
        "{none:?}"
    );
    let dry = done(sv(&desk, &["plan", "D", "--coders", "carina,lotta", "--dry-run", "--coder", "chef"]));
    assert!(dry.ends_with("Inget är ändrat: utan --dry-run blir planen den här.\n"), "{dry}");
    assert!(!desk.path("D/plan.csv").exists());
    let json = |args: &[&str]| -> Value { serde_json::from_str(&done(sv(&desk, args))).unwrap() };
    let would = json(&["plan", "D", "--coders", "carina,lotta", "--dry-run", "--format", "json", "--coder", "chef"]);
    assert_eq!((&would["written"], &would["seed"], &would["moves"]), (&json!(false), &json!("2026"), &json!([])));
    let made = done(sv(&desk, &["plan", "D", "--coders", "carina,lotta", "--coder", "chef"]));
    assert_eq!(dry.split("Inget är").next(), made.split("Dubbelgranska med").next(), "the plan that was shown");
    let plan = planned(&desk);
    let again = |coder: &str| {
        let rows = plan.iter().map(|row| row.split(',').collect::<Vec<_>>()).filter(|row| row[2] == coder);
        rows.map(|row| row[0].to_owned()).collect::<Vec<_>>()
    };
    for coder in ["carina", "lotta"] {
        assert!(made.contains(&format!("\n  {coder} dubbelgranskar: {}\n", again(coder).join(", "))), "{made}");
    }
    let shown = json(&["plan", "D", "--format", "json", "--coder", "chef"]);
    assert_eq!((&shown["cases"], &shown["coders"], &shown["withheld"]), (&would["cases"], &would["coders"], &json!(0)));
    assert_eq!(shown["cases"].as_array().unwrap().len(), 80);
    assert_eq!(shown["coders"][0], json!({ "coder": "carina", "first": 40, "second": again("carina").len() }));
    let first = &shown["cases"][0];
    assert_eq!(first["case_id"].as_str(), plan[1].split(',').next());
}

#[test]
fn who_codes_a_case_first_is_not_told_that_it_is_coded_again() {
    let desk = desk();
    done(sv(&desk, &DRAW));
    done(sv(&desk, &["plan", "D", "--coders", "carina,lotta"]));
    let own: Vec<String> = planned(&desk).into_iter().filter(|row| row.ends_with(",carina,lotta")).collect();
    let told = done(sv(&desk, &["plan", "D", "--coder", "carina"]));
    assert!(told.contains("carina dubbelgranskar: ") && !told.contains("lotta dubbelgranskar: "), "{told}");
    assert!(told.contains(&format!("{} ärenden som du kodar först dubbelgranskas av andra.", own.len())), "{told}");
    let json = done(sv(&desk, &["plan", "D", "--coder", "carina", "--format", "json"]));
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["withheld"], own.len());
    let second = |of: &str| json["cases"].as_array().unwrap().iter().filter(|case| case["second"] == of).count();
    assert_eq!((second("lotta"), second("carina") > 0), (0, true));
}

#[test]
fn a_wrong_plan_is_told_by_every_command() {
    let desk = desk();
    done(sv(&desk, &DRAW));
    fs::write(desk.path("D/plan.csv"), "case_id,coder,second,wave\nX-1,carina,carina,soon\n").unwrap();
    let ran = sv(&desk, &["list", "D"]);
    assert!(refused(&ran).contains("plan.csv:2") && ran.err.matches("plan.csv:2").count() == 3, "{ran:?}");
    let twice = format!("case_id,coder,second,wave\n{0},carina,,\n{0},lotta,,\n", ids(&desk, "D/cases.csv")[0]);
    fs::write(desk.path("D/plan.csv"), twice).unwrap();
    let ran = sv(&desk, &["list", "D"]);
    assert!(refused(&ran).contains("plan.csv:3: ") && ran.err.contains("finns redan: D/plan.csv:2\n"), "{ran:?}");
    fs::remove_file(desk.path("D/plan.csv")).unwrap();
    assert!(refused(&sv(&desk, &["plan", "D", "--coders", "åsa,Asa"])).contains("Granskaren asa står två gånger"));
}
