//! Lists of a study that is to be made: files and sheets, columns that are not clear, and what is asked for.

use super::*;

/// The files of a list, with what the user says about them.
fn gather(files: &[(&str, &[u8])], hints: &[(&str, &str)], sheet: Option<&str>) -> Result<(CaseList, Vec<Matched>)> {
    let files: Vec<Named> = files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    let columns = hints.iter().map(|(name, header)| ((*name).to_owned(), (*header).to_owned())).collect();
    CaseList::gather(&files, &Hints { sheet: sheet.map(str::to_owned), columns, ..Hints::default() }, &protocol())
}

/// The faults as a person reads them.
fn refused(files: &[(&str, &[u8])], hints: &[(&str, &str)], sheet: Option<&str>) -> String {
    gather(files, hints, sheet).unwrap_err().describe(&Words::new(Lang::En))
}

/// A workbook with a sheet for each name, all of the same rows.
fn xlsx(sheets: &[&str], rows: &[&[&str]]) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for name in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(*cells) {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_sheet_and_a_text_give_the_same_list() {
    let rows: &[&[&str]] = &[
        &["Ärende", "Kön", "Stadsdel", "Född", "Lag"],
        &["007", "kvinna", "Bromma", "1984", "x"],
        &["B-2", "M", "Bromma"],
    ];
    let text = "Ärende;Kön;Stadsdel;Född;Lag\r\n007;kvinna;Bromma;1984;x\r\nB-2;M;Bromma;;\r\n";
    let (list, matched) = gather(&[("a.xlsx", &xlsx(&["Blad1"], rows))], &[], None).unwrap();
    let (same, _) = gather(&[("a.csv", text.as_bytes())], &[], None).unwrap();
    assert_eq!(self::rows(&list), [["007", "Bromma", "K", "1984", "x"], ["B-2", "Bromma", "M", "", ""]]);
    assert_eq!((list.to_csv(), &list.hash), (same.to_csv(), &same.hash));
    assert_eq!(list.hash, sha256(&list.to_csv()));
    let how: Vec<How> = matched[0].attributes.iter().map(|found| found.how).collect();
    assert_eq!(how, [How::Synonym, How::Label, How::Synonym]);
    assert_eq!(matched[0].attributes[1].values.get("kvinna"), Some(&("K".into(), 1)));
    assert_eq!((matched[0].sheet.as_deref(), matched[0].cases), (Some("Blad1"), 2));
}

#[test]
fn the_first_words_of_a_label_name_its_column_where_they_are_those_of_no_other() {
    let protocol = Protocol::load("p.toml", shipped().iter().find(|(id, _)| *id == "dv2021").unwrap().1).unwrap();
    let read = |header: &str, row: &str| CaseList::read("c.csv", format!("{header}\n{row}\n").as_bytes(), &protocol);
    for header in ["Beslut", "BESLUT*", "Beslut enligt", "Beslut (bifall/avslag)"] {
        let header = format!("Dnr;Enhet*;Kön (K/M);Född år;{header};Beslutsår");
        let (list, _) = read(&header, "B-1;BRO;K;1984;Avslag;2019").unwrap();
        assert_eq!(rows(&list)[0][..6], ["B-1", "BRO", "K", "1984", "avslag", "2019"], "{header}");
    }
    let (list, _) = read("Dnr;Enhet;Kön;Född;Beslut;Beslutsår;decision", "B-1;BRO;K;1984;x;2019;bifall").unwrap();
    assert_eq!(rows(&list)[0][4], "bifall", "its own name comes first");
    for (id, year) in [("Case no.", "Born"), ("Case Number", "Född (år)"), ("Ärendebeteckning", "Född\u{a0}år*")] {
        let header = format!("{id};Enhet:;Juridiskt kön;{year};Beslut;Beslutsår");
        assert!(read(&header, "B-1;BRO;K;1984;Avslag;2019").is_ok(), "{header}");
    }
    for header in ["Besl", "Beslutet", "enligt urvalslistan", "Beslut;Beslut enligt"] {
        let row = format!("B-1;BRO;K;1984;2019{}", ";bifall".repeat(header.split(';').count()));
        let header = format!("Dnr;Enhet;Kön;Född;Beslutsår;{header}");
        let faults = read(&header, &row).unwrap_err();
        assert!(
            faults.0.iter().all(|fault| ["cases-column", "cases-ambiguous"].contains(&fault.message.key)),
            "{header}"
        );
    }
}

#[test]
fn titles_above_the_header_are_passed_over() {
    let titled = format!("Ärenden, Bromma, 2023, ett utdrag\n\nFrån systemet;;;\n{}", HEADER.replace(',', ";"));
    let (list, matched) = read(format!("{titled}B-1;X;K;1984\n").as_bytes()).unwrap();
    assert_eq!((rows(&list), matched.header), (vec![vec!["B-1", "X", "K", "1984"]], 4));
    let rows: &[&[&str]] = &[&["Lista"], &[], &["id", "unit", "sex", "birth_year"], &["B-1", "X", "Z", "84"]];
    let told = refused(&[("a.xlsx", &xlsx(&["Blad 1"], rows))], &[], None);
    assert!(told.contains("a.xlsx: Blad 1!C4: \"Z\"") && told.contains("a.xlsx: Blad 1!D4: \"84\""), "{told}");
}

#[test]
fn the_header_is_the_row_that_fits_best_and_a_file_without_one_says_so() {
    let above = "Stadsdel;Antal\nUtdrag;2\n\n";
    let text = format!("{above}Ärende;Stadsdel;Kön;Född\nB-1;X;K;1984\n");
    let (list, matched) = gather(&[("a.csv", text.as_bytes())], &[], None).unwrap();
    assert_eq!((rows(&list), matched[0].header), (vec![vec!["B-1", "X", "K", "1984"]], 4));
    let faults = gather(&[("a.csv", b"B-1,X,K,1984\nB-2,X,K,1985\n")], &[], None).unwrap_err();
    assert_eq!(faults.0.iter().map(|fault| fault.message.key).collect::<Vec<_>>(), ["cases-no-header"]);
    let partial = format!("{above}Ärende;Stadsdel;Kön\nB-1;X;K\n");
    let faults = gather(&[("a.csv", partial.as_bytes())], &[], None).unwrap_err();
    assert_eq!(faults.0[0].place.as_ref().and_then(|place| place.line), Some(4), "the best row is the one it is about");
}

#[test]
fn rows_of_sums_are_no_cases_and_are_told() {
    let text = "id;unit;sex;birth_year;not\nB-1;X;K;1984;\n;;;;\nSumma:;;;;1\n;Totalt;;;1\n";
    let (list, matched) = gather(&[("a.csv", text.as_bytes())], &[], None).unwrap();
    assert_eq!((rows(&list).len(), matched[0].cases, matched[0].sums.as_slice()), (1, 1, &[4, 5][..]));
    let summary = "id;unit;sex;birth_year\nSummaren;X;K;1984\n";
    assert_eq!(gather(&[("a.csv", summary.as_bytes())], &[], None).unwrap().0.cases.len(), 1);
}

#[test]
fn a_personal_number_stops_a_file_wherever_it_stands() {
    let number = "811218-9876";
    let text = |above: &str, sum: &str| {
        let text = format!("{above};;;\nid;unit;sex;birth_year\nB-1;X;K;1984\nSumma;{sum};;\n");
        gather(&[("a.csv", text.as_bytes())], &[], None)
    };
    assert!(text("Lista", "1").is_ok());
    for (above, sum, line) in [(number, "1", 1), ("Lista", number, 4)] {
        let faults = text(above, sum).unwrap_err();
        let place = faults.0[0].place.as_ref().and_then(|place| place.line);
        assert_eq!((faults.0[0].message.key, place), ("identity-number", Some(line)));
    }
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let list = workbook.add_worksheet().set_name("Lista").unwrap();
    for (column, (header, cell)) in (0..).zip([("id", "B-1"), ("unit", "X"), ("sex", "K"), ("birth_year", "1984")]) {
        list.write_string(0, column, header).unwrap().write_string(1, column, cell).unwrap();
    }
    let key = workbook.add_worksheet().set_name("Nyckel").unwrap();
    key.write_string(4, 1, number).unwrap().write_string(5, 1, "19900362-2389").unwrap();
    let book = workbook.save_to_buffer().unwrap();
    let told = refused(&[("a.xlsx", &book)], &[], Some("Lista"));
    assert!(told.contains("a.xlsx: Nyckel!B5: ") && told.contains("2 in all") && !told.contains("9876"), "{told}");
}

#[test]
fn what_an_answer_would_clear_up_comes_with_its_question() {
    let asked = |text: &str| {
        let faults = gather(&[("a.csv", text.as_bytes())], &[], None).unwrap_err();
        faults.asking().map(|(_, ask)| (ask.question.key, ask.options.clone()))
    };
    let column = |name: &str, header: &str| (header.to_owned(), Fix::Column(name.to_owned(), header.to_owned()));
    let several = "id,Stadsdel,Enhet,sex,birth_year\nB-1,X,Y,K,1984\n";
    let expected = vec![column("unit", "Stadsdel"), column("unit", "Enhet")];
    assert_eq!(asked(several), Some(("ask-column", expected)));
    let missing = "nr,unit,sex,birth_year,Lag\n1,X,K,1984,a\n";
    assert_eq!(asked(missing), Some(("ask-id-column", vec![column("case_id", "nr"), column("case_id", "Lag")])));
    assert_eq!(asked("id,unit,sex,birth_year\nB-1,X,kvinnlig,1984\n"), None, "no answer puts a wrong value right");
    let wrong = "id,unit,sex,birth_year\nB-2,X,kvinnlig,1984\n";
    let both = gather(&[("a.csv", several.as_bytes()), ("b.csv", wrong.as_bytes())], &[], None).unwrap_err();
    assert!(both.asking().is_none() && both.0.len() == 2, "nobody is asked for what is refused all the same");
    let nothing_left = "id,unit,sex\nB-1,X,K\n";
    assert_eq!(asked(nothing_left), None);
    let rows: &[&[&str]] = &[&["id", "unit", "sex", "birth_year"], &["B-1", "X", "K", ""]];
    let faults = gather(&[("a.xlsx", &xlsx(&["Ett", "Två"], rows))], &[], None).unwrap_err();
    let names: Vec<&Fix> = faults.asking().unwrap().1.options.iter().map(|(_, remedy)| remedy).collect();
    assert_eq!(names, [&Fix::Sheet("Ett".into()), &Fix::Sheet("Två".into())]);
}

#[test]
fn several_files_are_one_list_and_their_names_may_say_the_unit() {
    let one = "id,sex,birth_year,Lag\nB-1,K,1984,a\n";
    let other = "Kön;born;akt;födelseår;Not\nM;x;S-1;;n\n";
    let files: &[(&str, &[u8])] = &[("in/Bromma.csv", one.as_bytes()), ("Skarpnäck.csv", other.as_bytes())];
    let (list, matched) = gather(files, &[], None).unwrap();
    assert_eq!(list.columns, ["unit", "sex", "birth_year", "Lag", "born", "Not"]);
    assert_eq!(rows(&list), [["B-1", "Bromma", "K", "1984", "a", "", ""], ["S-1", "Skarpnäck", "M", "", "", "x", "n"]]);
    assert_eq!(matched[1].attributes[0].how, How::FileName);
    let alone = refused(&files[..1], &[], None);
    assert!(alone.contains("unit"), "one file alone says no unit: {alone}");
}

#[test]
fn what_is_the_same_of_every_case_needs_no_column() {
    let files: &[(&str, &[u8])] = &[("x.csv", b"id,sex,birth_year\nB-1,K,1984\nB-2,M,1990\n")];
    let (list, matched) = gather(files, &[("unit", "= Norra laget")], None).unwrap();
    assert_eq!(rows(&list), [["B-1", "Norra laget", "K", "1984"], ["B-2", "Norra laget", "M", "1990"]]);
    assert_eq!(matched[0].attributes[0].how, How::Same);
    assert!(refused(files, &[("unit", "=")], None).contains("unit"));
}

#[test]
fn ids_that_are_the_same_to_a_person_are_refused_across_files() {
    let sheet =
        xlsx(&["Blad1"], &[&["id", "unit", "sex", "birth_year"], &["x", "U", "K", ""], &["å-1 ", "U", "K", ""]]);
    let files: &[(&str, &[u8])] =
        &[("a.xlsx", &sheet), ("b.csv", "unit,id,sex,birth_year\nU,y,K,\nU,A\u{30a}-1,K,\n".as_bytes())];
    let told = refused(files, &[], None);
    assert!(told.starts_with("b.csv:3: ") && told.contains("a.xlsx: Blad1!A3"), "{told}");
}

#[test]
fn what_is_not_clear_is_asked_for_and_never_guessed() {
    let text = b"id,Stadsdel,Enhet,sex,birth_year\nB-1,X,Y,K,1984\n".as_slice();
    let told = refused(&[("a.csv", text)], &[], None);
    assert!(told.contains("Stadsdel, Enhet") && told.contains("--column unit=\"Stadsdel\""), "{told}");
    for name in ["unit", "Verksamhet", "enhet"] {
        let (list, matched) = gather(&[("a.csv", text)], &[(name, "enhet")], None).unwrap();
        assert_eq!(rows(&list), [["B-1", "Y", "K", "1984", "X"]]);
        assert_eq!(matched[0].attributes[0].how, How::Told);
    }
    assert!(refused(&[("a.csv", text)], &[("unit", "Enheten")], None).contains("Enheten"));
    assert!(refused(&[("a.csv", text)], &[("ålder", "Enhet")], None).contains("ålder"));
    let two = b"Akt,id,unit,sex,birth_year\n1,B-1,X,K,1984\n".as_slice();
    assert!(refused(&[("a.csv", two)], &[], None).contains("Akt, id"));
    let none = b"nr,unit,sex,birth_year\n1,X,K,1984\n".as_slice();
    assert_eq!(gather(&[("a.csv", none)], &[], None).unwrap_err().0[0].message.key, "cases-id-column");
    let units = |one: &str, other: &str| format!("id,unit,sex,birth_year\n1,{one},K,1984\n2,{other},K,1984\n");
    for (one, other) in [("Bromma", "bromma"), ("Enhet 1", "Enhet  1"), ("Öst-Väst", "öst väst"), ("Norr", "Norr.")]
    {
        let alike = units(one, other);
        let faults = gather(&[("a.csv", alike.as_bytes())], &[], None).unwrap_err();
        assert_eq!(faults.0[0].message.key, "cases-units-alike", "{alike}");
    }
    for (one, other) in [("Enhet 1-1", "Enhet 11"), ("65+", "65-"), ("Vårby", "Varby")] {
        assert!(gather(&[("a.csv", units(one, other).as_bytes())], &[], None).is_ok(), "{one} and {other}");
    }
    let rows: &[&[&str]] = &[&["id", "unit", "sex", "birth_year"], &["B-1", "X", "woman", ""]];
    let book = xlsx(&["Ett", "Två"], rows);
    assert!(refused(&[("a.xlsx", &book)], &[], None).contains("Ett, Två"));
    assert_eq!(gather(&[("a.xlsx", &book)], &[], Some("två")).unwrap().1[0].sheet.as_deref(), Some("Två"));
}

/// What is refused of a list that a study is to be made of, by what the user says about columns.
fn gathered(text: &str, columns: &[(&str, &str)]) -> Vec<&'static str> {
    let gathered = gather(&[("cases.csv", text.as_bytes())], columns, None);
    gathered.map_or_else(|faults| faults.0.iter().map(|fault| fault.message.key).collect(), |_| Vec::new())
}

#[test]
fn two_columns_for_one_thing_are_told_and_never_chosen_from() {
    let text = "case_id,Verksamhet,Kön,sex,birth_year\nB-1,X,K,M,1984\n";
    assert_eq!(gathered(text, &[]), ["cases-ambiguous"]);
    assert_eq!(gathered(text, &[("kön", "Kön")]), [""; 0]);
    assert!(read(text.as_bytes()).is_ok(), "a study that has both still opens");
}

#[test]
fn a_column_is_told_once() {
    let text = "A,B,sex,birth_year\nB-1,X,K,1984\n";
    let told = |name, header| gathered(text, &[("case_id", "A"), ("unit", "B"), (name, header)]);
    assert_eq!(told("enhet", "A"), ["cases-column-option-twice"], "a unit with two columns");
    assert_eq!(told("sex", "b"), ["cases-column-option-twice"], "a column that would be unit and sex");
    assert_eq!(told("sex", "sex"), [""; 0]);
}
