//! Shares, their intervals, sizes of samples, and percents.

use super::rows;
use super::sheet::Sheet;
use aktkoll::statistics::percent::{is_bent, percent, shown};
use aktkoll::statistics::proportion::exact::Draw;
use aktkoll::statistics::proportion::{
    Confidence, effective_size, sample_size, score, share, standard_error, wilson, wilson_finite,
};
use serde_json::Value;

fn whole(value: &Value) -> u32 {
    u32::try_from(value.as_u64().unwrap_or_else(|| panic!("{value}"))).unwrap()
}

fn confidence(row: &Value) -> Confidence {
    let all = [(0.9, Confidence::Ninety), (0.95, Confidence::NinetyFive), (0.99, Confidence::NinetyNine)];
    all.into_iter().find(|(level, _)| row["conf"].as_f64() == Some(*level)).unwrap().1
}

/// All values of a row.
pub(super) fn check(row: &Value) -> Sheet {
    let mut sheet = Sheet::new(&row["id"], &row["expected"]);
    let (x, n, confidence) = (whole(&row["x"]), whole(&row["n"]), confidence(row));
    let Some(p) = share(x, n) else {
        sheet.text("proportion/status", &["undefined"]);
        sheet.text("proportion/reason", &["n = 0"]);
        assert!(sheet.take("proportion/value").unwrap().is_null());
        assert_eq!(wilson(x, n, confidence), None);
        return sheet;
    };
    sheet.near("proportion/value", p, 1e-9);
    sheet.fraction("proportion/exact", p);
    let interval = wilson(x, n, confidence).unwrap();
    sheet.ends("wilson/value", interval.low, interval.high);
    // Drawn from so many files that it makes no difference, the exact bounds are those of the binomial distribution.
    let endless = Draw::new(x, n, 200_000_000).unwrap().shares(confidence);
    sheet.ends("clopper_pearson/value", endless.low, endless.high);
    if let Some(population) = row["N"].as_u64() {
        finite(&mut sheet, (x, n), u32::try_from(population).unwrap(), confidence);
    }
    for end in 0..2 {
        let Some(printed) = row["published"]["wilson"][end].as_str() else { continue };
        let ours = [interval.low, interval.high][end];
        let digits = printed.split_once('.').unwrap().1.len();
        assert_eq!(format!("{ours:.digits$}"), printed, "{}", sheet.id);
    }
    sheet
}

fn finite(sheet: &mut Sheet, (x, n): (u32, u32), population: u32, confidence: Confidence) {
    let (p, all) = (share(x, n).unwrap(), f64::from(population));
    let interval = wilson_finite(x, n, all, confidence).unwrap();
    sheet.ends("wilson_fpc_clamped_to_possible/value", interval.low, interval.high);
    if let Some(size) = effective_size(n, all) {
        sheet.near("wilson_fpc/n_effective", size, 1e-6);
        let uncut = score(p, size, confidence);
        sheet.ends("wilson_fpc/value", uncut.low, uncut.high);
    } else {
        assert!(sheet.take("wilson_fpc/n_effective").unwrap().is_null());
        sheet.ends("wilson_fpc/value", p, p);
    }
    match standard_error(x, n, population) {
        Some(error) => sheet.near("cochran_se_fpc/value", error, 1e-6),
        None => assert!(!sheet.expects("cochran_se_fpc")),
    }
    let draw = Draw::new(x, n, population).unwrap();
    let (least, most) = draw.bounds(confidence);
    let counts = sheet.take("hypergeometric_exact_count/value").unwrap();
    assert_eq!((whole(&counts[0]), whole(&counts[1])), (least, most), "{}", sheet.id);
    sheet.count("hypergeometric_exact_count/one_sided_upper", draw.at_most(confidence));
    let shares = draw.shares(confidence);
    sheet.ends("hypergeometric_exact_count/as_proportion", shares.low, shares.high);
}

/// The number of files to draw.
pub(super) fn size(row: &Value) {
    let number = |key: &str| row[key].as_f64().unwrap();
    let population = row["N"].as_u64().map(|all| u32::try_from(all).unwrap());
    let (p, reach) = (number("p"), number("half_width"));
    assert_eq!(sample_size(p, reach, population, confidence(row)), whole(&row["n_rounded_up"]), "{row}");
    assert_eq!(sample_size(p, reach, None, confidence(row)), first_above(number("n0")), "{row}");
    assert_eq!(sample_size(p, reach, population, confidence(row)), first_above(number("n")), "{row}");
}

fn first_above(needed: f64) -> u32 {
    (0..1000).find(|&n| f64::from(n) >= needed).unwrap()
}

/// Percents are rounded half up, as is a percent of a tenth when counted in tenths.
pub(super) fn rounding(row: &Value) {
    let (k, n, decimals) = (whole(&row["k"]), whole(&row["n"]), whole(&row["decimals"]));
    let text = row["half_up"].as_str().map_or_else(|| row["half_up"].to_string(), str::to_owned);
    let expected: u32 = text.replace('.', "").parse().unwrap();
    assert_eq!(percent(k * 10_u32.pow(decimals), n), Some(expected), "{row}");
    if let (Some(print), 0) = (row["print"].as_str(), decimals) {
        assert_eq!(format!("{}%", shown(k, n)), print);
    }
}

/// Parts keep their own rounding, and it is told when they do not sum to 100.
pub(super) fn parts(row: &Value) {
    let counts: Vec<u32> = rows(row, "counts").iter().map(whole).collect();
    let n = counts.iter().sum();
    let percents: Option<Vec<u32>> = counts.iter().map(|&k| percent(k, n)).collect();
    let expected = row["half_up"].as_array().map(|each| each.iter().map(whole).collect());
    assert_eq!(percents, expected, "{row}");
    let sum = row["half_up_sum"].as_u64();
    assert_eq!(percents.map(|each| u64::from(each.iter().sum::<u32>())), sum, "{row}");
    assert_eq!(is_bent(counts.into_iter(), n), sum.is_some_and(|sum| sum != 100), "{row}");
}

/// Percents of the files to which a question applies, and their intervals.
pub(super) fn tally(row: &Value) {
    let given = |key: &str| whole(&row["answers"][key]);
    let n = given("yes") + given("partly") + given("no");
    assert_eq!(n, whole(&row["denominators"]["applicable"]));
    assert_eq!(n + given("na"), whole(&row["denominators"]["answered"]));
    for key in ["yes", "partly", "no"] {
        let expected = row["percent_of_applicable"][key].as_u64();
        assert_eq!(percent(given(key), n).map(u64::from), expected, "{row}");
    }
    assert_eq!(percent(given("na"), n + given("na")), Some(whole(&row["percent_na_of_answered"])));
    let near = |key: &str, ours: Option<aktkoll::statistics::proportion::Interval>| match (row[key].as_array(), ours) {
        (Some(ends), Some(ours)) => {
            let far = (ends[0].as_f64().unwrap() - ours.low).abs().max((ends[1].as_f64().unwrap() - ours.high).abs());
            assert!(far < 1e-6, "{key}: {ours:?} in {row}");
        }
        (None, None) => {}
        (expected, ours) => panic!("{key}: {expected:?}, ours {ours:?}"),
    };
    near("wilson_yes_of_applicable", wilson(given("yes"), n, Confidence::NinetyFive));
    let files = whole(&row["denominators"]["files"]);
    let domain = f64::from(whole(&row["N"])) * f64::from(n) / f64::from(files);
    if let Some(expected) = row["domain_N_hat"].as_f64() {
        assert!((domain - expected).abs() < 1e-9);
    }
    near("wilson_yes_fpc_domain_approx", wilson_finite(given("yes"), n, domain, Confidence::NinetyFive));
}
