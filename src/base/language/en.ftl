### The words of the interface in English. sv.ftl has the same keys.

hint = hint:
error = error:

os-error-1 = the system does not permit it
os-error-2 = it does not exist
os-error-5 = the disk reports an error
os-error-13 = you do not have permission
os-error-17 = it already exists
os-error-20 = a folder was expected
os-error-21 = a file was expected
os-error-26 = it is in use
os-error-27 = the file would exceed this user's size limit
os-error-28 = the disk is full
os-error-30 = the disk is read-only
os-error-36 = the name is too long
os-error-39 = the folder is not empty
os-error-40 = it is a link, not the file or folder itself
os-error-116 = the network folder changed while the program was running
os-error-122 = this user's disk quota is used up

## protocol: loading and describing protocols

did-you-mean = did you mean "{ $name }"?
did-you-mean-of = did you mean "{ $name }"? Choose from: { $names }
there-are = choose from: { $names }
there-are-none = none are defined here
faults-more = also { $places } and { $n ->
    [one] 1 more place
   *[other] { $n } more places
 }; --all-errors lists them
faults-more-about = also { $places } and { $n ->
    [one] 1 more place
   *[other] { $n } more places
 } in "{ $about }"; --all-errors lists them
faults-rest = The same error is in { $n } more places: { $names }. --all-errors lists them.
expected-number = give a number, such as 12 or 7.5
expected-date = give a date as YYYY, YYYY-MM or YYYY-MM-DD
expected-value = give a value; limits must be numbers or dates
protocol-too-large = The protocol is { $size } bytes. The limit is { $limit } bytes.
protocol-syntax = Character { $column }: the file cannot be read here ({ $cause }).
protocol-syntax-hint = fix what is marked; put text in quotes, lists in [ ], and each field on its own line
protocol-field-unknown = The field "{ $field }" is not allowed here.
protocol-field-missing = The field "{ $field }" is missing or empty.
protocol-field-kind = The field "{ $field }" cannot be used in a question of kind "{ $kind }".
protocol-type = The field "{ $field }" should be { $expected ->
    [string] text in quotes
    [strings] text or a list of texts
    [boolean] true or false
    [number] a number
    [table] a table, such as {"{"} yes = "…" {"}"}
    [tables] a list with at least one table
   *[other] a value
  }, but is { $found ->
    [string] text
    [integer] a whole number
    [float] a decimal number
    [boolean] true or false
    [datetime] a date
    [array] a list
   *[other] a table
  }.
protocol-id = "{ $name }" cannot be an id.
protocol-id-reserved = "{ $name }" is a reserved word and cannot be an id.
protocol-id-hint = an id has at least one character; it cannot contain ; | = line breaks or invisible characters, cannot end in ! < > and cannot be the word any
protocol-id-clash = { $what ->
    [table] The table "{ $name }" has the same id as a question. Change one of them.
   *[question] The question "{ $name }" has the same id as a column of the case list (attribute). Change one of them.
  }
protocol-duplicate = The { $what ->
    [question] question
    [area] area
    [attribute] attribute
    [choice] choice
    [value] value
    [table] table
    [time] time
    [repeat] repeat
    [look_for] word
   *[document] document
  } "{ $name }" is already defined on line { $line }.
protocol-duplicate-hint = give one of them another id, or remove it
protocol-unknown = There is no { $what ->
    [scale] scale
    [area] area
    [document] document
    [role] role
    [kind] kind of question
    [language] language
    [values] value
    [attribute] attribute
    [repeat] repeat
   *[per] "per"
  } "{ $name }".
protocol-scale-empty = The scale "{ $name }" has no choices.
protocol-scale-built-in = The scale "{ $name }" is built in and cannot be changed. Give yours another name.
protocol-scale-twice = The question has both "scale" and "choices". Keep one of them.
protocol-scale-hint = for example: choices = [{"{"} id = "yes", label = "Yes", role = "yes" {"}"}]
protocol-choices-none = The question has no choices.
protocol-text-answer = The text names the answer to { $name }, which is neither a question nor a column.
protocol-choices-many = There are { $count } choices. At most { $most } are allowed.
protocol-look-for-empty = "{ $text }" is nothing to look for.
protocol-look-for-star = In "{ $text }" the * is not at the end.
protocol-look-for-hint = write a word, or the beginning of one with * at the end: consent*
protocol-look-for-many = There are { $count } words to look for. At most { $most } are allowed.
protocol-choice = "{ $field }" refers to "{ $name }", which is not one of the question's choices.
protocol-placeholder = Nothing is defined for the placeholder {"{"}{ $name }{"}"}.
protocol-brace = A "{ $brace }" is missing its other half.
protocol-statement-language = A statement has the language "{ $name }". It can be "sv" or "en".
protocol-statement-twice = The statement "{ $name }" names an answer twice.
protocol-statement-count = The statement has no place for its figure.
protocol-base-both = "{ $name }" is in both in_base and out_of_base.
protocol-key = "{ $key }" cannot be an answer key. Use one lowercase letter or digit.
protocol-key-taken = The key "{ $key }" already belongs to the choice "{ $name }".
protocol-code = "{ $code }" cannot be a code.
protocol-code-taken = The code "{ $code }" already belongs to the choice "{ $name }".
protocol-role-taken = "{ $name }" already has the role "{ $role }".
protocol-private-role = What has the role "{ $role }" is needed to count, so it cannot be private.
protocol-exclusive = The choice "{ $name }" is exclusive, but only one choice can be given here anyway.
protocol-exclusive-hint = remove exclusive, or write kind = "choices" if several can be given
protocol-bounds = The minimum ({ $min }) is larger than the maximum ({ $max }).
protocol-derived-forms = The protocol does not say how to work out the answer to this derived question.
protocol-derived-hint = write parts = ["…", "…"] (yes/partly/no from parts), sum = ["…", "…"], of = "…" with min and max on each choice, or when on each choice
protocol-derived-roles = A question derived from parts needs choices with the roles yes and no.
protocol-derived-empty = The list of parts is empty.
protocol-derived-part = "{ $name }" cannot be a part here: the parts must be earlier questions of kind "{ $kind }".
protocol-derived-group = The choice does not say when it applies.
protocol-times-text = The question is asked at several times, but its text does not say which.
protocol-times-text-hint = write {"{"}time{"}"} where the time should appear, for example "Is it done {"{"}time{"}"}?"
protocol-times = A question asked at several times needs at least two: times = ["2019", "2021"].
protocol-repeat-times = A question of a repeat cannot be asked at several times too.
protocol-repeat-times-hint = remove times, or the repeat
protocol-repeat-apart = The questions of the repeat "{ $name }" are apart from each other.
protocol-repeat-apart-hint = put them right after one another, so that each entry is asked in one go
protocol-repeat-empty = No question belongs to the repeat "{ $name }".
protocol-repeat-empty-hint = write repeat = "{ $name }" in the questions that are asked of each entry, or remove the repeat
protocol-repeat-max = A repeat needs "count", or as many entries as every case has in "max".
protocol-repeat-max-hint = for example: count = "children", or max = 3; at most { $most } entries
protocol-repeat-bound = How many entries there may be is what "{ $name }" may be at most.
protocol-repeat-bound-hint = write max in the question "{ $name }" and remove it here
protocol-repeat-count = "{ $name }" cannot say how many entries there are.
protocol-repeat-count-hint = it must be a number question outside all repeats with a max that is a whole number from 1 to { $most }
protocol-questions-many = There are { $count } questions; at most { $most } are allowed.
protocol-questions-none = The protocol has no questions.
protocol-at = "birth_year" needs a year in "at".
protocol-at-hint = for example: at = 2021 (the age in that year)
protocol-per-unit = per = "unit" needs an attribute with role = "unit".
protocol-per-unit-hint = add an [[attribute]] with role = "unit"
protocol-informant = role = "informant" needs "values": the people who give the information.
protocol-informant-hint = for example: values = {"{"} management = "Management", staff = "Staff" {"}"}; no colons in the codes
protocol-condition-empty = The condition is empty.
protocol-condition-form = The condition on "{ $field }" cannot be understood.
protocol-condition-hint = write an answer, a list of answers, {"{"} not = ["…"] {"}"}, {"{"} min = 1, max = 5 {"}"} or {"{"} answered = true {"}"}
condition-key-unknown = The condition is about "{ $name }", which is neither a question nor a column of the case list.
condition-self = The condition is about the question "{ $name }" itself.
condition-later = The condition is about the question "{ $name }", which comes later.
condition-later-hint = a condition can only refer to earlier questions; move one of them
condition-per = { $per ->
    [unit] "{ $name }" is about a unit and cannot be part of a condition on cases.
   *[case] "{ $name }" is about a case and cannot be part of a condition on questions per unit.
  }
condition-value = "{ $value }" cannot be the answer here.
condition-bound = Only numbers and dates can have limits.
condition-bound-of = "{ $name }" cannot be compared with this: both must be numbers, or both dates.
condition-bound-hint = list the answers you mean
condition-form = "{ $condition }" is not a condition.
condition-form-hint = write NAME=A, NAME=A|B, NAME!=A, NAME>=NUMBER or NAME<=NUMBER
answer-derived = This answer is worked out from other questions and cannot be entered.
answer-empty = The answer is empty.
answer-choice = "{ $found }" is not one of the answers: { $allowed }.
answer-exclusive = "{ $name }" cannot be combined with other answers.
answer-number = "{ $found }" is not a number.
answer-number-unclear = "{ $found }" may be { $one } or { $other }. Write one of them.
answers-case-alike = the id that looks like it is "{ $name }", written with other characters
answer-small = { $found } is too small. The minimum is { $min }.
answer-large = { $found } is too large. The maximum is { $max }.
answer-date = "{ $found }" is not a date. Write YYYY, YYYY-MM or YYYY-MM-DD.
answer-long = The text is too long. The limit is { $most } characters.

## cases: reading case lists

table-encoding = The file is not text in { $encoding }: this line has invalid bytes.
table-encoding-hint = save it again as "CSV UTF-8", or give its encoding with --encoding
table-encodings = The file has two encodings: this line is not UTF-8, but others are.
table-encoding-unclear = It is not clear which encoding the file is in. It may read { $readings }.
table-encoding-unclear-hint = choose the one that looks right, such as --encoding { $encoding }, or save the file as "CSV UTF-8"
table-letters-lost = Letters were lost before the file was saved: "{ $found }".
table-letters-lost-hint = save it again as "CSV UTF-8" from its source, or take it as it is with --encoding utf-8
table-kind = This is not a table but a file of another kind: { $kind }.
table-kind-hint = save the table as .xlsx, .ods or "CSV UTF-8"
table-long = The row is too long. A line break or a quote is missing.
table-merged = The cells { $area } are merged, so only one of them has a value.
table-merged-hint = split the merged cells and fill in each of them
sheet-digits = The number { $found } has more than 15 digits. A spreadsheet keeps no more, so the last ones may be lost.
sheet-digits-hint = format the column as text, write the number again and save the file
sheet-hidden-rows = { $n ->
    [one] 1 hidden row is read too
   *[other] { $n } hidden rows are read too
 } ({ $rows }).
sheet-hidden-columns = { $n ->
    [one] 1 hidden column is read too
   *[other] { $n } hidden columns are read too
 } ({ $columns }).
sheet-hidden = The hidden sheet "{ $name }" is not read.
sheet-hidden-read = The sheet "{ $name }" is hidden but is read anyway.
file-folder = It is a folder. Name a file in it.
ask-encoding = Which of these looks right?
option-encoding = the encoding of a text file: utf-8, utf-16, windows-1252, cp850 or macintosh
table-binary = The file contains NUL characters, so it is not a text file.
table-binary-hint = is it an Excel file? Save it as "CSV UTF-8"
table-empty = The file is empty.
table-header-empty = Column { $column } has no header.
table-header-twice = The header "{ $name }" appears twice.
table-header-hint = give each column a header of its own, or delete the column
table-columns = The file has { $count } columns. At most { $most } can be read.
table-quote = A quote is opened here but never closed.
table-quote-hint = add a quote at the end of the cell, or double it ("") if it is part of the text
table-ragged = The row has { $found } cells, but the header has { $expected }.
table-ragged-hint = put text that contains the separator in quotes
cases-none = The file has no cases.
cases-none-hint = write one case per row below the header
cases-many = The file has more than { $most } cases.
cases-id-column = No column holds the case ids.
cases-id-column-hint = name the column case_id, or say which one it is: --column case_id=Header
cases-column = The column "{ $name }" ({ $label }) is missing.
cases-id-empty = The case has no id.
cases-id-hidden = The case id "{ $id }" contains control or invisible characters.
cases-id-decimal = "{ $id }" is a decimal number. Programs turn ids into these when a column has gaps. Save the ids as text or whole numbers.
cases-id-long = The case id is too long. At most { $most } characters are allowed.
cases-id-reserved = A case cannot have the id "{ $id }".
cases-id-twice = The case "{ $id }" already exists: { $place }
cases-id-date = The id is a date, "{ $id }". The spreadsheet changed what was written.
cases-id-number = "{ $id }" is not an id: a spreadsheet cut it short.
cases-id-lost-hint = read or format the column as text, restore the ids from their source, and save the file again
cases-id-alike = The id "{ $id }" looks like "{ $other }" but is written with other characters: { $place }
cases-id-hint = give every case a short id of its own, such as BRO-07; never names or personal identity numbers
cases-id-missing = "{ $id }" means that a value is missing. It is not a case id.
cases-missing = "{ $found }" means that a value is missing ({ $label }).
cases-missing-hint = leave the cell empty
cases-unit-empty = The case has no unit.
cases-unit-hint = write which unit the case belongs to
cases-year = "{ $found }" is not a year ({ $label }).
cases-year-hint = write just the year of birth with four digits, such as 1984
cases-value = "{ $found }" is not one of the values of { $label }.
answers-column = The column "{ $name }" is missing.
answers-column-hint = the header should be case_id,question,answer
answers-question = The question "{ $name }" is not in the protocol.
answers-case = "{ $id }" is not in the case list.
answers-case-hint = check the id against the case list; write a unit as unit:CODE
answers-per-case = The question "{ $question }" is asked about a case, not about the unit "{ $id }".
answers-per-unit = The question "{ $question }" is asked about a unit, not about the case "{ $id }".
answers-twice = The question "{ $question }" for "{ $id }" is already answered on line { $line }.
answers-twice-hint = keep the row that is right
answers-of = for the question "{ $question }", "{ $id }"

## ledger: reading, writing and checking ledgers

ledger-slug = “{ $name }” cannot become a short name, which is 1 to { $most } characters: a–z, 0–9, _ and -.
ledger-slug-hint = give a short name with --coder, such as --coder asa
ledger-not-saved = The disk could not be written to ({ $cause }).
ledger-not-saved-full = This coder has used all the ledger file numbers.
ledger-not-saved-moved = The ledger's file was moved, removed or replaced.
ledger-not-saved-changed = The ledger file differs from what was written to it.
ledger-not-saved-linked = The ledger file has { $links } names on the disk. It should have one.
ledger-not-saved-size = The ledger file is { $found } bytes but should be { $expected }. Something else has changed it.
ledger-not-saved-numbers = Nothing can be saved: a line of the study has the highest number that a line can have, so that none can follow it.
ledger-not-saved-numbers-hint = the program never writes such a number: look for "seq":9007199 in the ledger's files, and restore the file that has it from a backup
ledger-not-saved-hint = everything shown as saved is still there; fix the fault (is the disk full? can you write to the folder?) and try again
ledger-own-unread = The coder's earlier lines cannot be read ({ $cause }), so nothing new is written after them.
ledger-own-unread-hint = the folder and its files must be readable for their owner; nothing has been changed
ledger-special-link = There is a symbolic link here. It should be an ordinary file or folder.
ledger-special-fifo = There is a pipe (FIFO) here. It should be an ordinary file or folder.
ledger-special-folder = There is a folder here. It should be an ordinary file.
ledger-special-file = There is a file here. It should be a folder.
ledger-special-device = There is a device here, or something else that is not an ordinary file.
ledger-special-hint = the ledger uses only ordinary files and folders; remove or rename what is in the way
ledger-too-long = The line would be { $bytes } bytes; the limit is { $most }.
ledger-too-long-hint = split the text into several comments or quotes
ledger-unread = The ledger cannot be read ({ $cause }).
ledger-damage-line = The line is damaged: it is not a ledger line.
ledger-damage-hash = The line is damaged: its checksum does not match. It, or a line before it, was changed, removed or moved.
ledger-damage-text = The line is damaged: the text does not match its checksum.
ledger-damage-long = The line is damaged: it is longer than { $most } bytes.
ledger-damage-open = The line is damaged: “open” must be the first line of the file and appear nowhere else.
ledger-damage-place = The line does not belong here: it was written by { $coder } in file number { $segment }.
ledger-damage-study = The line does not belong here: it was written in the study “{ $found }”, but this is “{ $expected }”.
ledger-damage-shrunk = The file has been shortened: it is { $bytes } bytes, but { $read } bytes have already been read.
ledger-damage-missing = The file is missing: the same coder has a later one.
ledger-damage-poisoned = The file is damaged: it can be read to byte { $bytes }, but { $confirmed } bytes were saved.
ledger-damage-claim = When this line was written, { $file } ended at line { $lines } with another checksum. Lines in it have been changed or removed.
ledger-misnamed = { $n ->
    [one] One line is
   *[other] { $n } lines are
} not counted: files of this name are not read. Rename the file to { $file }.
ledger-misnamed-taken = { $n ->
    [one] One line is
   *[other] { $n } lines are
} not counted: files of this name are not read, and { $file } exists. Copy the study, put the file into the copy as { $file }, and run aktkoll merge with it. Then move the file out of the ledger.
ledger-damage-repair = The unfinished end of the file has changed since it was noted in { $by }.
ledger-newer-lines = { $n ->
    [one] One line was written by a newer program and is not counted here.
   *[other] { $n } lines were written by a newer program and are not counted here.
}
ledger-damage-heads = The file does not match the backup's heads.csv: it had { $lines } lines then. Lines were changed or removed.
left-out = { $files ->
    [one] One ledger file could
   *[other] { $files } ledger files could
} not be read in full. Not in these figures: { $n ->
    [one] one line
   *[other] { $n } lines
}, for { $cases ->
    [one] one case
   *[other] { $cases } cases
}. aktkoll verify lists what is wrong.
left-out-unknown = { $files ->
    [one] One ledger file could
   *[other] { $files } ledger files could
} not be read in full, and how much is missing here is unknown. aktkoll verify lists what is wrong.
zone-unknown = The time zone TZ={ $zone } is not known, so times are shown in UTC. Set TZ to a name such as Europe/Stockholm.
screen-no-suspend = The program cannot be suspended here: no shell is waiting to bring it back.
report-foreign = Written by others, perhaps
left-foreign = { $n ->
    [one] One ledger file does not belong to the coder whose answers it holds. These figures count it, and another user may have written it.
   *[other] { $n } ledger files do not belong to the coders whose answers they hold. These figures count them, and other users may have written them.
} aktkoll verify lists what is wrong.
tally-doubtful = Doubtful, question { $n }
report-left-out = Not in these figures
tally-incomplete = Incomplete, question { $n }
set-aside-lines = { $file }: { $n ->
    [one] one line
   *[other] { $n } lines
} left out of the counts, from line { $line } on.
set-aside-cases = { $file }: { $n ->
    [one] one line
   *[other] { $n } lines
} left out of the counts, from line { $line } on, about { $cases }.
set-aside-hint = Coding can go on. Run aktkoll recover to bring back the intact lines; aktkoll verify lists what is wrong.
code-foreign = { $n ->
    [one] A ledger file does not belong to the coder whose answers it holds ({ $files }). It is counted, and another user may have written it. Run aktkoll verify.
   *[other] { $n } ledger files do not belong to the coders whose answers they hold ({ $files }). They are counted, and other users may have written them. Run aktkoll verify.
}
code-not-read = { $n ->
    [one] A ledger file is not read ({ $files }), and its lines are not counted. Run aktkoll verify.
   *[other] { $n } ledger files are not read ({ $files }), and their lines are not counted. Run aktkoll verify.
}
code-set-aside = { $n ->
    [one] A ledger file is damaged ({ $files }), and its lines from the damage on are not counted. Run aktkoll recover.
   *[other] { $n } ledger files are damaged ({ $files }), and their lines from the damage on are not counted. Run aktkoll recover.
}
seal-nothing = Nothing is coded yet, so there is nothing to seal.
seal-coder = Coder
seal-entries = Entries
seal-seal = Seal
seal-how = Keep the seals where nobody who can change the study can change them. Check one with aktkoll verify STUDY --seal SEAL.
seal-unread = “{ $seal }” is not a seal.
seal-unread-hint = A seal is a coder, a line count and 16 digits or letters a–f, such as carina-214-9f3a77c15e0b42d1. aktkoll seal prints them.
seal-broken = The seal { $seal } does not hold: no file has the { $n } lines that were sealed. Lines were changed or removed, or the seal was written down wrong.
seal-broken-before = The seal { $seal } holds only for the first { $n } lines of { $file }: { $changed } before it is not as it was then. Since the sealing it was changed, or damaged and recovered. Compare it with a backup.
seal-holds = The seal { $seal } holds: the first { $n } lines of { $file } are as they were when it was made, and so are the files before it.
selftest-where = { $dir } ({ $kind })
selftest-guaranteed = guaranteed
selftest-lacking = missing
selftest-refused = NOT guaranteed
selftest-untried = not tried
selftest-no-folder = There is no such folder.
selftest-saved = An answer that is shown as saved is on the disk.
selftest-replaced = A file is replaced whole.
selftest-replaced-not = Files cannot be replaced: plans, protocols and reports cannot be rewritten.
selftest-taken = A new file never takes the place of another.
selftest-taken-not = A new file may take the place of another.
selftest-links = A text can be redacted while its coder has the study open.
selftest-links-not = The disk has no hard links. Redact a text when its coder does not have the study open.
selftest-locks = Others see who has the study open.
selftest-locks-not = Others cannot see who has the study open, since this disk has no locks. No answer depends on them.
selftest-permissions = Only those who have permission can read the study.
selftest-permissions-not = The disk keeps no permissions: anyone who can use the disk can read and change everything on it.
selftest-group-not = The disk keeps no groups: the study does not belong to { $group }.
selftest-names = Names with Swedish letters, and long names, stay as they are.
selftest-names-not = Names with Swedish letters, or long names, do not stay as they are. Name studies and files with English letters only.
selftest-capitals = Names that differ in capitals are different names.
selftest-capitals-not = Names that differ only in capitals are one name. The program has no such names.
selftest-room = There is room: { $free } MB free.
selftest-room-not = There is hardly any room: { $free } MB are free.
selftest-no-room = There is too little room to try this.
selftest-lasting = What is on the disk survives a restart.
selftest-lasting-not = This is { $kind }: what is on it can be lost when the computer or the container is restarted. Keep studies elsewhere.
selftest-disk-clock = The disk's clock agrees with the computer's.
selftest-disk-clock-not = The disk's clock is { $minutes } minutes off the computer's. The order of answers depends on neither.
selftest-clock = The time is { $time }.
selftest-clock-not = The time is { $time }, which cannot be right. Every answer records it; set the clock.
selftest-locale = The locale supports all characters.
selftest-locale-not = The locale has only the characters of { $codeset }; others show as question marks.
selftest-terminal = The terminal has { $columns } columns and { $rows } rows.
selftest-terminal-not = The terminal has { $columns } columns and { $rows } rows, or cannot move its cursor. Coding needs { $least } and { $lines }.
selftest-terminal-none = This is not a terminal.
selftest-new = Not everything is guaranteed on this disk. { $what } More: aktkoll selftest { $dir }
recover-far = There are { $n } file numbers between this file and the one before it. So many files are not gone: this one has a name that is not its own.
recover-far-hint = move it out of the study's folder, or give it back the name that it had, and try again
recover-nothing = No file of the ledger is damaged.
recover-changed = { $file }: changed, not lost: { $by } saw another line { $lines } there. The file is left as it is; put it back from a backup.
recover-open = { $file }: left as it is, because someone has it open. Their program writes all of it to a new file within two minutes of coding and when they quit.
recover-lost = lost: { $file }:{ $line }: { $coder } number { $number }, { $what }
recover-gap = lost: { $file }: { $coder } numbers { $number } to { $to }: nothing is left of them
recover-gap-one = lost: { $file }: { $coder } number { $number }: nothing is left of it
recover-gap-unnumbered = lost: { $file }: { $coder }, { $n ->
    [one] a line of which not even the number is known
   *[other] { $n } lines of which not even the numbers are known
}
recover-done = { $files }: { $kept ->
    [one] one whole line is now in a new file
   *[other] { $kept } whole lines are now in new files
}, { $lost ->
    [0] nothing is lost.
    [one] one is lost.
   *[other] { $lost } are lost.
}
backup-done = { $dir } has { $files ->
    [one] the only ledger file
   *[other] all { $files } ledger files
}; new or grown: { $written }.
backup-part = { $dir } has { $files ->
    [one] 1 ledger file
   *[other] { $files } ledger files
}; new or grown: { $written }. Not copied: { $names }.
backup-more = The backup has lines in this file that are missing or different in the study. Nothing was copied, so that the backup stays what it was.
backup-more-hint = run aktkoll verify on the study: is it damaged? aktkoll merge with the backup brings the lines back
backup-inside = A backup cannot be inside the study, nor the study inside the backup.
backup-other = The folder holds something other than a backup of this study.
import-blind = { $n ->
    [one] The file has answers about a case that you have yet to code blind, and comparing them would show the first coding.
   *[other] The file has answers about { $n } cases that you have yet to code blind, and comparing them would show the first coding.
}
ledger-newer-version = The line is in format { $found }; this program knows format { $known }. Here you can only look. To answer, open the study with a newer program.
ledger-newer-op = The line does something this program does not know ({ $op }). Here you can only look. To answer, open the study with a newer program.
ledger-newer-line = The line is intact, but this program does not understand it ({ $cause }). Here you can only look. To answer, open the study with a newer program.
ledger-note-name = Not part of the ledger: it is not read.
ledger-note-unfinished = The file ends with { $bytes } bytes of an unfinished line. It is being written now, its writing was cut off, or the file was cut.
ledger-note-recovered = The file was damaged or missing when aktkoll recover was run: it is valid up to byte { $bytes }, and { $by } has the whole lines found after that ({ $n }). Lines may be lost. If the undamaged file is put back, all of it counts again.
ledger-note-left = The program abandoned this file after an error; it is valid up to byte { $bytes }. What was saved is also in a later file.
ledger-folder-foreign = Nothing is saved here: the folder belongs to user { $uid }, who could change your answers.
ledger-folder-planted = Nothing is saved here: the folder is yours and open to others, and this file in it belongs to user { $uid }.
ledger-folder-planted-hint = Read the file. Move it out of the ledger and keep it. The program then closes the folder to others.
ledger-folder-foreign-hint = Ask that user or the server administrator to remove the folder. The program then makes one of your own.
ledger-note-writable = Users other than the owner can write here (mode { $mode }) and may have changed what is stored here.
ledger-foreign = The file belongs to user { $found } and the folder to user { $owner }, so it may not be the coder's own.
ledger-note-empty = The folder is empty and belongs to user { $owner }. If that is not this coder, remove it.
ledger-note-owner = The file belongs to user { $found } but was written by user { $recorded }.
file-unread = The file cannot be read ({ $cause }).
file-unwritten = The file could not be written ({ $cause }). If there was one before, it is unchanged.
file-special = It is not an ordinary file.
file-large = The file is larger than { $most } bytes.

## study: opening a study

study-gone = The folder cannot be read ({ $cause }).
study-gone-hint = see whether the disk that it is on is there
study-not-there = There is no such folder.
study-not-there-hint = check the path; a new study is made with: aktkoll new FOLDER --protocol ID --cases FILE.csv
study-closed = You cannot open this folder.
study-closed-hint = ask the person who made the study to let you in; a study for several people is made with: aktkoll new FOLDER --group GROUP
study-not-a-study = This folder is not a study: it has no study.toml.
study-is-file = This is a file. A study is a folder.
study-not-a-study-hint = Create one with: aktkoll new FOLDER --protocol ID --cases FILE.csv
study-settings = study.toml cannot be read: { $cause }
study-time-unknown = study.toml gives the time { $time }, but the protocol has no questions for it.
study-times-none = The protocol has no repeated questions. Remove "times".
study-no-such-protocol = There is no protocol called { $name }.
study-no-such-protocol-hint = Give a TOML file, or one of: { $known }
study-exists = This folder already exists.
study-exists-hint = Choose a new folder: nothing is ever overwritten.
study-no-name = A study needs a folder with a name.
study-unmade = The study could not be created: { $cause }
study-no-such-group = There is no group called { $name } on this computer.
file-not-utf8 = This file is not UTF-8 text: { $cause }

## keys: key names, actions, keymaps

key-none = (no key)
key-space = space
key-enter = Enter
key-esc = Esc
key-tab = Tab
key-backtab = Shift-Tab
key-backspace = Backspace
key-delete = Delete
key-up = up arrow
key-down = down arrow
key-left = left arrow
key-right = right arrow
key-home = Home
key-end = End
key-pageup = Page Up
key-pagedown = Page Down

mode-code = Questions
mode-summary = Case summary
mode-tally = Tally
mode-list = Lists
mode-text = Text fields

action-answer-yes = answer yes
action-answer-partly = answer partly
action-answer-no = answer no
action-answer-na = answer not applicable
action-answer-unknown = answer not stated
action-clear = clear the answer
action-next = next unanswered question, or finish the case
action-save = save the text
action-newline = new line
action-up = one line up
action-down = one line down
action-left = scroll one line up
action-right = scroll one line down
action-page-up = one page up
action-page-down = one page down
action-first = to the first line
action-last = to the last line
action-previous-case = previous case
action-next-case = next case
action-focus = switch between the case list and the questions
action-open = open
action-note = comment on the question
action-note-last = comment on the answer just given
action-note-case = comment on the case
action-quote = quote from the file
action-unsure = mark the last answer as unsure
action-flag = set or clear a flag
action-bookmark = bookmark: read up to here
action-undo = undo
action-redo = redo
action-gap = next gap, or next in the chosen list
action-find = find a case or a question
action-number = go to a question by number
action-tallies = the full-screen tally
action-tallies-shown = show “So far”: always, after each case, never
action-view = show the tally by unit or by sex
action-history = history of this question
action-add-entry = add an entry, such as one more child
action-remove-entry = remove the open entry; those after it move up
action-drop = mark that the case cannot be reviewed, or take that back
action-take = take over a colleague's case
action-marks = unsure answers and flags
action-filter = show all, unfinished or flagged cases, or one unit
action-order = order questions by protocol or by document
action-palette = search all commands
action-help = help
action-back = back
action-suspend = suspend the program and return to the command line
action-redraw = redraw the screen
action-quit = quit

keys-column = Key
keys-help-column = What it does

did-you-mean-key = did you mean “{ $name }”?
key-names = a key is a character (j, C, å), a name (space, enter, esc, tab, backspace, up, pagedown, f1 …), or either after ctrl- or alt-
script-unknown-key = there is no key <{ $key }>
script-unclosed = “<{ $text }” has no closing “>”
script-unclosed-hint = write <enter>, <space> or <paste:text>; the character < is written <lt>
keymap-unknown = there is no keymap called “{ $name }”
keymap-names = the keymaps are { $names }
keymap-toml = the file cannot be read as TOML: { $cause }
keymap-shape = write one line per key under [code], [summary], [tally], [list], [text] or [all], such as y = "answer yes"; put characters other than a–z and digits in quotes: "å" = "undo"
keymap-unknown-mode = “{ $name }” is not a mode
keymap-mode-hint = the modes are { $names }
keymap-unknown-key = “{ $key }” is not a key
keymap-digit = the digit { $key } is reserved for answers
keymap-digit-hint = use a letter or a named key
keymap-typed = the character “{ $key }” cannot be a command here, because you need to be able to type it
keymap-typed-hint = in lists and texts, and in [all], only named keys and ctrl- and alt- can be used
keymap-not-an-action = expected the name of an action, in quotes
keymap-unknown-action = there is no action called “{ $name }”
keymap-action-hint = “aktkoll keys” shows every action; "none" frees the key
keymap-wrong-mode = “{ $name }” does nothing in the mode { $mode }
keymap-modes = it works in { $names }
keymap-twice = the same key appears twice: “{ $first }” ({ $one }) and “{ $second }” ({ $other })
keymap-twice-hint = remove one of the lines
choice-key-bound = question { $question }: the key “{ $key }” of the choice { $choice } already means “{ $action }” in the keymap
choice-key-shared = question { $question }: the key “{ $key }” of the choice { $choice } also belongs to { $other }
choice-key-hint = give the choice another key in the protocol, or use another keymap with --keymap

## terminal: the terminal and the run loop

terminal-no-tty = the program needs a terminal, but { $stream } is not one
terminal-no-tty-hint = run it in a terminal window (over SSH: ssh -t). Without a terminal, use “aktkoll tally” or “aktkoll list”, or print a screen as text with “aktkoll STUDY --keys KEYS --print”
terminal-failed = the terminal could not be set up: { $cause }
terminal-bug = An error in the program stopped it. Everything that was saved is still there. The error occurred here:
terminal-not-saved = the last answer was not saved before the program ended
terminal-not-saved-hint = reopen the study and check question { $question } of case { $case }: the answer may have reached the disk after all

## command: what the commands print

command-no-such-format = This command cannot write that format.
command-formats = the formats are { $names }
command-unwritten = The result could not be written: { $cause }
command-no-such-column = There is no column called { $name }.
command-no-such-question = There is no question called { $name }.
command-uncounted = { $n ->
    [one] One answer does not count: the case belongs to someone else.
   *[other] { $n } answers do not count: the cases belong to someone else.
 }
command-uncounted-one = {"  "}{ $case_id } { $question }: { $answer } ({ $coder })
usage-other = { $cause }
new-made = { $dir }: { $cases ->
    [one] 1 case
   *[other] { $cases } cases
 }, { $questions ->
    [one] 1 question
   *[other] { $questions } questions
 }.
new-others = {"  "}Kept unchanged: { $headers }
new-next = Continue with: aktkoll { $dir }
import-no-coder = It is not clear who gave the answers.
import-no-coder-hint = Add --coder NAME.
import-differs = { $case_id } already has another answer to { $question }: { $was }; the file says { $is }.
import-differs-hint = Add --replace to use the file's answers instead. Nothing was imported.
import-done = { $n ->
    [one] 1 answer
   *[other] { $n } answers
 } imported for { $coder }; { $equal } already existed.
list-done = finished
list-begun = started
list-dropped = dropped
list-unasked = no questions
count-plain = { $n }
count-small = { $n } of { $of }
count-of = { $n } of { $of } ({ $pct }%)
verify-fork = Two different lines have number { $seq } for { $place }; the one with the later time counts.
verify-strays = { $n ->
    [one] 1 line refers to a case, question or answer that the study does not have; it is kept but not counted.
   *[other] { $n } lines refer to cases, questions or answers that the study does not have; they are kept but not counted.
 }
verify-damaged = The ledger is DAMAGED. Keep a copy of the folder as it is and compare with a backup; aktkoll recover brings the intact lines into new files.
verify-unread = You do not have permission to read part of the ledger. What could be read is unchanged. Ask its owner.
verify-misnamed = No line is damaged, but there are lines in files that are not read because of their names.
verify-foreign = No line is damaged, but files do not belong to the coders whose answers they hold. Ask these coders whether the answers are theirs. A seal shows whether they are unchanged.
verify-whole = The ledger is intact: { $entries ->
    [one] 1 line
   *[other] { $entries } lines
 } in { $segments ->
    [one] 1 file
   *[other] { $segments } files
 }, none of them changed.
protocol-right = { $name } is valid: { $n ->
    [one] 1 question
   *[other] { $n } questions
 }.
protocol-questions = { $n ->
    [one] 1 question
   *[other] { $n } questions
 }
protocol-list-how = What the list needs: aktkoll protocol show ID. Which ones fit a list: aktkoll protocol list --cases FILE
start-title = Which study?
start-demo = a made-up study to try out
start-new = make a new study
start-help = the documentation
start-spot = the result of the spot check
start-closed = cannot be opened now; name its folder on the command line to see why
start-how = Open one with: aktkoll FOLDER. Demo: aktkoll demo. New: aktkoll new --help
start-page = Type the name of a page and press Enter (Enter alone goes back):
start-choose = Type a number or a letter, then press Enter (Enter alone quits):
start-none = That is not in the list.
make-list = The file with the cases (CSV, XLSX or ODS), in { $dir } or with the whole path (an empty line cancels):
make-columns = The protocol needs a list with case numbers and: { $columns }
make-again = Choose another protocol, or correct the list and give its file again.
make-no-file = No file has this name.
make-protocol = The protocol for { $list }: a number, or the file of your own; another list: its file (an empty line cancels):
make-folder = { $cases } cases and { $questions } questions. The name of the study’s folder (an empty line cancels):
make-ended = No study was made.
path-ask = { $question } Tab completes names.
offer-id = case number
offer-needs = needs: { $columns }
offer-fits = the list fits: { $columns }
offer-values = columns in the list: { $columns }; but not the values: { $cause }
offer-lacks = missing in the list: { $columns }
offer-partly = in the list: { $has }; missing: { $lacks }
offer-how = aktkoll protocol list --cases { $list } shows what each protocol needs, and what the list has of it
path-none = No name there begins like this.
waiting-done = { $done } of { $all } cases done
waiting-own = { $n ->
    [one] 1 case left for you
   *[other] { $n } cases left for you
}
waiting-second = { $n ->
    [one] 1 case to code a second time
   *[other] { $n } cases to code a second time
}
waiting-spot = { $n ->
    [one] 1 case in a spot check
   *[other] { $n } cases in a spot check
}
waiting-differences = { $n ->
    [one] 1 difference to settle
   *[other] { $n } differences to settle
}
waiting-discussions = { $n ->
    [one] 1 open discussion
   *[other] { $n } open discussions
}
demo-no-home = The system has no home folder to put the demo in.
demo-where = The demo study is in { $dir }
code-new-name = Nobody called { $coder } codes in this study yet.
code-new-name-hint = Did you mean --coder { $meant }? If { $coder } is a new coder, add --yes.
code-new-name-ask = Nobody called { $coder } codes in this study yet, but { $meant } does. Is { $coder } a new coder? [y/N]
code-who = The plan does not list the login { $login }. Which of its coders are you?
code-who-none = {"  "}0  none of them: code as { $login }
code-same-name = The name { $coder } has been used here by { $login } on { $host }.
code-same-name-hint = Use another name with --coder, or add --yes if that was you.
code-also-open = This study is also open on { $host }, since { $ts }. Both are saved.
code-welcome = Welcome. { $n ->
    [one] 1 case
   *[other] { $n } cases
 }. Press the key beside an answer; { $key } shows all keys.
code-you-were = You were at { $place } question { $n }, { $at }; { $marks ->
    [one] 1 mark
   *[other] { $marks } marks
 }, { $gaps ->
    [one] 1 gap
   *[other] { $gaps } gaps
 } in the case.
code-you-were-before = Next is { $place }. You were last here { $at }; { $marks ->
    [one] 1 mark
   *[other] { $marks } marks
 }.
code-today = today { $time }
code-yesterday = yesterday { $time }
code-on-date = { $date } { $time }
code-forks = { $n ->
    [one] 1 line contradicts
   *[other] { $n } lines contradict
 } one with the same number; see aktkoll verify.
code-no-terminal = This is not a terminal. To code, open a terminal and run: aktkoll { $dir }
column-mean = mean
column-outside = { $answer } (outside)
column-unanswered = unanswered
column-not-known = pending
column-not-asked = not asked
tally-dropped = { $n ->
    [one] One case was dropped and is not in any count.
   *[other] { $n } cases were dropped and are not in any count.
 }
tally-unasked = { $n ->
    [one] Nothing is asked about one case, and it is not in any count.
   *[other] Nothing is asked about { $n } cases, and they are not in any count.
 }
option-help = show this help
option-version = show the version
help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-optional = OPTIONS
help-command = COMMAND
help-default = default
help-general = Options that every command has: aktkoll --help
value-study = STUDY
value-size = SIZE
value-round = ROUND
value-lang = LANG
value-keys = KEYS
value-keymap = KEYMAP
value-color = COLOR
value-coder = NAME
value-format = FORMAT
value-dir = DIR
value-questions = QUESTION
value-filter = CONDITION
value-sheet = SHEET
value-seed = SEED
value-protocol = PROTOCOL
value-out = DIR
value-encoding = ENCODING
value-column = NAME=HEADER
value-by = COLUMN
value-topic = PAGE
value-title = TITLE
value-times = TIMES
value-studies = STUDY
value-shell = SHELL
value-pseudonymise = FILE
value-output = FILE
value-n = NUMBER
value-keep = COLUMN
value-group = GROUP
value-from-number = FIELD
value-file = FILE
value-copy = COPY
value-cases = FILE
value-with = NAME
value-unit = UNIT
value-totals = FILE
value-text = NUMBER
value-sizes = FILE
value-share = N|PERCENT
value-seal = SEAL
value-required = PERCENT
value-replace = CASE
value-reference = NAME
value-question = QUESTION
value-phase = PHASE
value-per = PER
value-more = NUMBER
value-missing = WORD
value-min-cell = NUMBER
value-engine = ENGINE
value-like = STUDY
value-map = FROM=TO
value-ignore = COLUMN
value-gold-case = CASE
value-gold = NUMBER
value-frame = LIST
value-codes = CODES
value-coders = NAME
value-case = CASE
value-base = CONDITION
value-after = DAYS
value-add = CASE
man-written = { $n } manual pages are in { $dir }.
man-name = Name
man-use = Use
usage-unknown = There is no argument { $argument } here.
usage-new = run aktkoll alone and choose to make a study: it asks for everything; or write it: { $usage }. More: --help
usage-missing = Something is missing: { $argument }
usage-value = { $value } is not a valid value for { $argument }.
usage-valueless = { $argument } needs a value.
usage-unwanted = { $argument } takes no value: { $value }
usage-twice = { $argument } can be given only once.
usage-conflict = { $argument } does not go together with { $other }.
usage-unreadable = An argument is not written in UTF-8.
usage-value-known = Choose from: { $known }
usage-neither = There is no command { $argument }, and no folder of that name.
usage-command = There is no command { $argument }.
usage-commands = check the path; a new study is created with: aktkoll new. All commands: aktkoll --help
take-nothing = no, just look
usage-hint = { $usage }. More: --help
cli = Code case files with one key per answer. To start: aktkoll demo
option-study = the study's folder
option-lang = language of the interface: sv or en
option-coder = who is coding (default: your login)
option-round = which round you are coding: first, second, spot or consensus
option-keymap = keymap: default, sv, numpad, left-hand or vim
option-view = view only, write nothing
option-accessible = show everything line by line, for screen readers and braille
option-whole_rows = write changed rows whole and marks as words, for terminals that read aloud
option-mouse = let clicks and the mouse wheel work while coding
option-ascii = use only characters that every terminal has
option-color = whether to use colours: auto, always or never
option-yes = answer yes instead of asking
option-all_errors = list every error, even many of the same kind
option-files = folder with the files of the cases, or a JSON or JSONL file with records, to read beside the questions
option-files_id = where a record has the id of its case, such as /id (default: found by itself)
option-files_text = where a record has a text, such as /messages; repeat for more (default: found by itself)
option-files_key = the key that --pseudonymise wrote, where the files have the names that were replaced
value-files = PATH
value-files-id = PLACE
value-files-text = PLACE
value-files-key = FILE
option-keys = send these keys, for example 'jjn<enter>' (with --print)
option-print = print the last screen as text and exit
option-size = size of the printed screen
option-format = output format: text or json
cli-demo = open a made-up study to try out
cli-demo-protocol = demo, demo_sv, or llm-review: made-up conversations with a language model, shown beside the questions (default: by language)
cli-new = create a study
cli-new-dir = the folder to create
cli-new-cases = the case list: CSV, XLSX, ODS or JSONL, or several files
cli-new-title = the study's title (default: the protocol's)
cli-new-group = the group that may use the folder
cli-import = add answers coded elsewhere, all or none of them
cli-import-file = CSV, XLSX or ODS file: columns case, question, answer; or one row per case and one column per question
cli-import-replace = let the file's answers replace this coder's other answers
cli-list = list the cases
cli-list-format = output format: text or json
cli-list-key_sheet = printable, with a blank line per case for register numbers
cli-tally = count the answers to questions
cli-tally-format = output format: text, json or csv
cli-tally-questions = ids of the questions (default: all)
cli-tally-by = group by columns; a,b crosses two; repeat for separate groupings
cli-tally-filter = only cases where KEY=A|B, KEY!=A, KEY>=N or KEY<=N; repeat to combine
cli-sql = print a tally as SQL for an engine that counts many studies at once: the views over the folders, and figures by unit and sex as tally --format csv gives them
cli-sql-studies = the folders; of studies that are elsewhere, a pattern that the engine reads, such as s3://bucket/2026/*
cli-sql-engine = the engine: duckdb, spark or clickhouse
cli-sql-question = a question to count (default: all asked about cases); repeat for more
cli-sql-like = a study with the protocol, columns and plan that those elsewhere have (default: the first that is here)
cli-count = count cases that meet conditions; with a condition on a question per unit or on the informant, count the units' informants instead
cli-count-filter = which cases: KEY=A|B, KEY!=A, KEY>=N or KEY<=N; repeat to combine
cli-count-base = which cases are the base; repeat to combine
cli-count-by = group by columns; a,b crosses two; repeat for separate groupings
cli-verify = check every line of the ledger
cli-help = read the documentation, or the help of a command
cli-help-topic = the page or the command; without it, all pages
cli-man = print the manual page of the program, or write those of all commands and topics
cli-man-out = write all of them into this new folder
cli-completions = print what a shell needs to complete commands
cli-completions-shell = the shell: bash, zsh or fish
page-handbook = handbook: plan, code, check, double-code, report
page-coding = coding: keys, tallies, conditions, working together
page-disks = disks: which of them keep what is saved
page-double-coding = double coding, agreement, spot checks
page-files = the files of the cases, read beside the questions
page-formats = settings, and the files of other programs
page-install = installing
page-judging = judging what a language model answered
page-keys = all keys
page-ledger = the ledger, line by line
page-lists-and-sampling = case lists, samples and plans
page-protocol = writing a protocol
page-report = the report, its outline, feedback and comparisons
page-security = names and numbers, rights, backups and damage
page-statistics = how the figures are worked out
help-topics = Read a page: aktkoll help PAGE. The options of a command: aktkoll help COMMAND. In Swedish: --lang sv.
pager-prompt = { $next } next page, { $quit } quits
help-unknown = There is no page and no command called “{ $topic }”.
cli-verify-seal = a seal you wrote down: checks that what was sealed is unchanged
cli-seal = print each coder's seal to keep elsewhere; verify --seal later tells whether what was sealed has been changed
cli-follow = make a new study that follows up the strengths and development areas that were kept, one case for each of them in each unit
cli-follow-study = the folder of the study to follow up
cli-follow-out = the folder for the follow-up; it must not exist yet
cli-follow-group = the group that shares the folder
follow-title = Follow-up: { $title }
follow-open = { $counted }, preliminary
follow-strength = Strength
follow-development = Development area
follow-none = There is nothing to follow up: no strength and no development area has been kept.
follow-none-hint = go through the proposals: aktkoll { $study }, and there Strengths and development areas
follow-undecided = { $n ->
    [one] One proposal
   *[other] { $n } proposals
 } that nobody has gone through { $n ->
    [one] is
   *[other] are
 } not followed up.
cli-recover = recover every provably whole line from damaged files, and list those that are lost
cli-recover-out = a new folder for a recovered copy; the study stays as it is
cli-backup = copy the study, even during coding; repeat with the same folder to copy what is new
cli-backup-dir = the folder for the copy: a new one, or an earlier backup of the study
cli-generate = make up valid studies by a seed, to try engines and computers on, with what their answers count in truth.csv
cli-generate-protocol = id of a built-in protocol, or a TOML file
cli-generate-study_count = how many studies
cli-generate-coder_count = how many people code each study
cli-generate-case_count = how many cases each study has
cli-generate-seed = what everything follows from: the same seed gives the same files
cli-generate-out = the new folder for the studies
value-study-count = NUMBER
value-coder-count = NUMBER
value-case-count = NUMBER
generate-questions = Answers to these questions cannot be made up: { $questions }
generate-questions-hint = choose a protocol without questions that are computed, repeated or asked once per unit, such as demo
generate-done = { $dir } has { $studies ->
    [one] one study
   *[other] { $studies } studies
} of { $lines ->
    [one] one line
   *[other] { $lines } lines
}, all made up; { $file } says what they count.
cli-bundle = pack the study into one file for sending, even during coding; attributes marked private are left out
cli-bundle-output = the file of the bundle, which must be new
cli-receive = unpack a study that was sent, or bring what is new in it into a copy; everything is checked first
cli-receive-bundle = the file of the bundle
cli-receive-out = the folder: a new one, or a copy of the study
cli-receive-seal = the seal of the bundle that the sender told you
value-bundle = FILE
bundle-done = { $file } holds the study: { $files ->
    [one] one file of answers
   *[other] { $files } files of answers
}, { $lines ->
    [one] one line.
   *[other] { $lines } lines.
}
bundle-private = Left out of the case list, since it is private: { $names }
bundle-drawn = "{ $name }" is private, but the cases were drawn by it: how they were drawn, and their order, would tell it.
bundle-was-open = "{ $name }" is private now and was not before: the ledger has the hash of the list with all values, from which they can be found.
bundle-private-hint = send only what may be handed out, for example by export; nothing was written
bundle-forked = The file { $file } begins as the one here and then says something else: one of both was changed.
bundle-forked-hint = compare with the coder’s seal (aktkoll verify --seal); nothing here was changed
bundle-seal = The bundle's seal is { $seal }. Tell the recipient by another way than the file goes; receive --seal checks it.
bundle-broken = This is no bundle, or it was cut off on its way.
bundle-again = ask the sender for the file again; nothing was written
bundle-manifest = The manifest of the bundle is not as it was written.
bundle-newer = The bundle has format { $found }, which this program does not know.
bundle-newer-hint = install a newer aktkoll; nothing was written
bundle-name = The bundle names a file that no study has, or names it twice: { $name }
bundle-missing = The bundle lacks { $name }.
bundle-extra = The bundle holds { $name }, which its manifest does not name.
bundle-large = Unpacked, the bundle would take { $bytes } bytes, which is more than a study of its size can have.
bundle-changed = { $name } is not as it was packed.
bundle-forged = The manifest does not fit what is in the bundle ({ $what }): it says { $said }, and found is { $found }.
bundle-head = The manifest does not fit the answers in { $file }: only one of them has { $lines ->
    [one] one line
   *[other] { $lines } lines
} with the end { $head }.
bundle-damaged = The answers in the bundle are not whole: they were changed before they were packed, or the bundle was made up.
bundle-older = The bundle is older than what is here: it lacks lines of its coders that are here, and has nothing new.
bundle-older-hint = nothing is needed, and nothing was changed; if news was expected, ask the sender for a new bundle
bundle-other-seal = The bundle's seal is { $found }, not { $told }.
bundle-other-seal-hint = check the seal with the sender: this may be another bundle, or one that was made up; nothing was written
receive-new = { $dir } is the study: { $files ->
    [one] one file of answers
   *[other] { $files } files of answers
}, { $lines ->
    [one] one line.
   *[other] { $lines } lines.
}
receive-same = All that is in the bundle is in { $dir }; nothing was changed.
receive-grown = { $lines ->
    [one] One line is new in { $dir }.
   *[other] { $lines } lines are new in { $dir }.
}
receive-joined = { $lines ->
    [one] One line is new in { $dir }, beside what was written here.
   *[other] { $lines } lines are new in { $dir }, beside what was written here.
}
receive-private = The sender left out of the case list: { $names }
receive-seal = The bundle's seal is { $seal }: the sender can tell whether it is the right one.
receive-busy = Another program is writing here just now.
receive-busy-hint = run the same command again; what has come is kept
receive-hint = receive it into a new folder; nothing here was changed
cli-selftest = test what a folder and this terminal guarantee, and what they do not
cli-selftest-dir = the folder where studies are to be kept
cli-selftest-format = output format: text or json
cli-settings = show or change your settings for all studies: language, keys, colours, pace
cli-settings-setting = the setting: lang, keymap, theme or pace
cli-settings-value = its new value; - removes it
value-setting = NAME
value-value = VALUE
cli-keys = show which key does what
cli-keys-markdown = as a Markdown table
cli-keys-card = as a card of A5 to print (HTML)
cli-protocol = list, show and check protocols
cli-protocol-list = list the built-in protocols
cli-protocol-list-cases = a case list: show what it has of what each protocol needs
cli-protocol-show = show a protocol as a codebook
cli-protocol-check = check a protocol file
cli-protocol-check-format = output format: text only
option-protocol = id of a built-in protocol, or a TOML file

## screen: the coding screen

and = and
or = or
role-yes = Yes
role-partly = Partly
role-no = No
role-na = Not applicable
role-unknown = Not stated
condition-is = { $name } is { $values }
condition-is-not = { $name } is not { $values }
condition-at-least = { $name } is at least { $min }
condition-at-most = { $name } is at most { $max }
condition-between = { $name } is between { $min } and { $max }
condition-formula = { $formula }
condition-answered = { $name } is answered
condition-unanswered = { $name } is not answered
screen-question-number = question { $n }
screen-progress = done { $done } of { $all }
screen-age = { $from }–{ $to } years
screen-look-in = See: { $documents }
screen-yes-is-bad = (Yes = shortcoming)
screen-optional = (optional)
screen-derived = Worked out from { $from }.
screen-several = You can give several answers
screen-goes-on = { $key } moves on
screen-searches-answers = { $key } searches { $n } answers
screen-lists-answers = { $key } lists all answers
screen-number = Number{ $unit }
screen-number-between = Number{ $unit }, from { $min } to { $max }
screen-number-least = Number{ $unit }, at least { $min }
screen-number-most = Number{ $unit }, at most { $max }
screen-date = Date: YYYY, YYYY-MM or YYYY-MM-DD
screen-text = Free text
screen-enter-writes = { $key }: write the answer
screen-nothing-on-offer = Not asked: as the other answers are, no choice is on offer.
screen-choice-not-on-offer = { $choice } is not on offer here: only if { $condition }.
screen-asked-only-if = asked only if { $condition }
screen-saved = Saved
screen-saving = saving …
screen-saving-for = saving … { $n } s
screen-colleague = { $coder }'s case
screen-view-only = open for viewing
screen-read-only = This study is open for viewing only: nothing is saved.
screen-viewing = Nothing is saved here.
screen-not-saved = NOT SAVED: { $value } for { $case_id }. { $key } tries again, { $key_quit } quits. { $cause }
screen-keys-dropped = { $n ->
    [one] One key press was not taken: the answer is being saved. Press again when you see Saved.
   *[other] { $n } key presses were not taken: the answer is being saved. Press again when you see Saved.
 }
screen-offer = { $n ->
    [one] 1 more { $keys }: { $key } takes it, { $key_back } drops it.
   *[other] { $n } more { $keys }: { $key } takes them, { $key_back } drops them.
 }
screen-offer-mixed = { $n } key presses wait ({ $keys }). { $key } uses them, { $key_back } discards them.
screen-offer-left = { $n ->
    [one] 1 key was left over and ignored.
   *[other] { $n } keys were left over and ignored.
 }
screen-unheard = The terminal is sending something without end. Keys are heard after some silence, or when you press { $key }.
screen-unheard-yet = The terminal may be sending this. What you press is heard after some seconds of silence; { $key } drops it.
screen-unheard-long = The terminal sent something that was too long. It was dropped.
screen-unheard-key = What was pressed was ignored: it may have come from the terminal. Press it again.
screen-unreadable = A character could not be read and was ignored: the terminal does not use the encoding that LANG and LC_ALL name.
screen-too-small = The question and its choices do not all fit. Make the window larger, or scroll to the rest with { $key }.
screen-unknown-key = { $key } does nothing here. { $key_help } shows the keys.
screen-in-cases = You are in the case list. { $key } goes to the questions.
screen-role-not-offered = { $role } is not an answer here. Choose from { $offered }.
screen-not-asked = This question is not asked in this case.
screen-not-known = This question waits for the answer to an earlier one.
screen-nothing-to-clear = There is no answer to clear.
screen-nothing-to-undo = There is nothing to undo.
screen-nothing-to-redo = There is nothing to redo.
screen-changed-since = Someone has since changed this, so nothing was undone. See the history ({ $key }).
screen-undone = Undone: { $what }, { $place }
screen-redone = Redone: { $what }, { $place }
op-answer = answer
op-note = comment
op-quote = quote
op-flag = flag
op-done = finished
op-take = takeover
op-drop = cannot be reviewed
op-bookmark = bookmark
save-recovered = Saved, but in a new file: { $cause } Tell the server administrator.
tally-rounding = Percentages are rounded one by one, so they do not always add up to 100.
screen-text-gone = The text that this line began with has been removed in another window, and is not part of it any more. Read what is left before you save it.
screen-refused = Not saved: { $cause }
cases-units-many = The unit column has { $n } different values. The limit is { $most }.
cases-units-many-hint = check that it is the right column
screen-place = { $case_id } question { $n }
screen-unsure-what = Give an answer first, then flag it.
screen-note-what = Give an answer first. { $key } comments on the open question.
screen-all-done = All your cases are finished. Next: { $next }.
ahead-blind = All your cases in this round are finished. { $key } and “round” leads back to the first coding, where the differences ({ $key_differences }), the agreement ({ $key_agreement }) and the report are.
ahead-second = { $n ->
    [one] 1 case to code a second time
   *[other] { $n } cases to code a second time
  } ({ $key } and “round”)
ahead-spot = { $n ->
    [one] 1 case of a spot check
   *[other] { $n } cases of a spot check
  } ({ $key })
ahead-differences = { $n ->
    [one] 1 difference to settle
   *[other] { $n } differences to settle
  } ({ $key })
ahead-discussions = { $n ->
    [one] 1 open discussion
   *[other] { $n } open discussions
  } ({ $key })
ahead-report = the report ({ $key } and “report”)
ahead-draft = the report, preliminary while { $n ->
    [one] 1 case of others is
   *[other] { $n } cases of others are
  } open ({ $key } and “report”)
entry-of = { $label } { $n } of { $all }
entry-of-more = { $label } { $n } of { $all }, of which { $max } can be coded
entry-none = No entries are open here: go to one of their questions.
entry-fixed = How many entries there are follows from other answers, or is the same for every case.
entry-most = There can be at most { $max }. For more, raise "max" of the question "{ $question }" in the protocol: all answers stay.
entry-which = Go to the entry that is to be removed.
entry-noted = A comment, quote or mark at "{ $text }" would then be at another entry. Remove it first.
entry-added = { $label } { $n } has been added.
entry-removed = Removed. { $label }: { $n } left.
screen-no-gaps = There are no gaps in the cases you have started.
screen-blind = Not shown in double coding or spot checks: it shows others' answers.
blind-hint = run without --round once the round is coded
blind-withheld = { $n ->
    [one] A case that you are to code blind is left out until you have finished it.
   *[other] { $n } cases that you are to code blind are left out until you have finished them.
}
blind-withheld-how = Code them with: { $commands }
blind-unfinished = { $n ->
    [one] Under your login a case is still to be coded blind ({ $who }): it would be missing here
   *[other] Under your login { $n } cases are still to be coded blind ({ $who }): they would be missing here
}
blind-unfinished-how = code them first: { $commands }. A draft can be made already by someone who is not to code them, such as the leader of the review, under a login of their own.
blind-unfinished-by = code them first: { $commands }. A draft can be made already by { $names }, who have finished theirs, or by someone who is not to code them.
blind-unfinished-hint = finish them first, with --round second or --round spot, or ask someone who will not code them
screen-withheld = To be coded blind: open the study with --coder { $coder } --round second, or --round spot for a spot check.
screen-second-own = This case is yours in the first round. Only a colleague can code it a second time.
list-withheld = to code blind
screen-order-file = Questions are in protocol order.
screen-order-documents = Questions are in document order.
screen-tallies-always = The tally is always shown.
screen-tallies-after-case = The tally is shown after each case.
screen-tallies-never = The tally is hidden. Press { $key } to open it.
screen-by-sex = The tally is by sex now; { $key } shows it.
screen-by-unit = The tally is by unit now; { $key } shows it.
screen-already-yours = This case is already yours, or has not been started by anyone.
screen-taken = You have taken over { $case_id }.
screen-taken-from-you = { $coder } has started this case or taken it over. To answer here, take it over.
reloaded = A colleague's lines were never saved, or a text was removed. All answers have been read again.
screen-no-marks = There are no unsure answers or flags.
screen-no-such-cases = No cases match.
screen-nothing-found = Nothing was found.
screen-no-such-number = Type a number from 1 to { $n }.
screen-last-case = This is the last case in the list.
screen-first-case = This is the first case in the list.
screen-bookmark = Read up to: { $text }
screen-write-instead = This question takes text or a number: press { $key }, or start with a digit.
screen-pasted = Pasted text is not taken as an answer. Nothing was changed.
screen-text-kept = This text was not saved when the last sitting ended. { $key } saves it, { $key_back } discards it.
screen-unsaved-text = The text is not saved. { $key } saves it, { $key_back } again discards it.
screen-no-words = “{ $text }” has no words. Write some, or leave the line empty.
screen-too-long = The limit here is { $n } characters.
round-second = double coding
round-spot = spot check
round-consensus = settled together
tally-so-far-closed = So far, question { $n } ({ $closed } not shown)
tally-so-far = So far, question { $n }
table-share = Share %
table-count = Count
table-rest = Others (none of the rows)
tally-cases-with = Cases with any such
tally-entries = { $label }: { $n ->
    [one] 1 entry
   *[other] { $n } entries
  } in { $cases ->
    [one] 1 case
   *[other] { $cases } cases
  }
tally-total = Total
tally-base = Base
tally-base-of = base { $n }
tally-answered = { $n } answered
tally-number = { $n } answered, mean { $mean }, from { $min } to { $max }
tally-years = { $n } answered, from { $min } to { $max }
tally-outside = Outside the base: not asked{"\u00A0"}{ $not_asked }, pending{"\u00A0"}{ $not_known }, not counted{"\u00A0"}{ $na }, unanswered{"\u00A0"}{ $unanswered }.
tally-several = Several answers can be given, so the sum can exceed the base.
table-overlap = A case can be in several of the rows, so the sum can exceed the base.
screen-finish-gaps = { $n ->
    [one] One question is unanswered.
   *[other] { $n } questions are unanswered.
 } { $key } again finishes the case anyway; { $key_open } opens the first.
screen-closing-page = No answers are given on this page. { $key_open } opens the question on the marked line; { $key } finishes the case.
summary-answered = { $answered } of { $asked } answered
summary-gaps = { $n ->
    [one] 1 gap
   *[other] { $n } gaps
 }
summary-unsure = { $n } unsure
summary-unexplained = { $n ->
    [one] 1 reason missing
   *[other] { $n } reasons missing
 }
summary-check = Check again: { $message }
screen-dropped = No answers: this case cannot be reviewed. { $key } takes that back.
screen-restored = { $case_id } can be reviewed again.
screen-dropped-now = { $case_id } is dropped: “{ $reason }”. { $key } undoes it.
summary-dropped = Cannot be reviewed: { $reason }
summary-gap = GAP
summary-explain = {" "}(give a reason)
history-none = Nothing has been answered here.
history-nothing = nothing
history-line = { $at }  { $coder }: { $value } (before: { $was })
history-note = { $at }  { $coder }: { $of ->
    [case] comment on the case
   *[question] comment
  }: { $text }
history-note-gone = { $at }  { $coder }: withdrew the comment
history-undo = (by undo)
history-evidence = { $at }  { $coder }: { $set ->
    [no] evidence withdrawn
   *[yes] evidence
  }: { $place }
evidence-line = { $named ->
    [no] document { $document }
   *[yes] { $document }
  }, line { $line }
evidence-lines = { $named ->
    [no] document { $document }
   *[yes] { $document }
  }, lines { $first }–{ $last }
help-marks = Marks
legend-untouched = a case that nobody has started on
legend-begun = a case that is started, with how many of its questions are answered
legend-done = a finished case; a chosen answer
legend-colleague = a colleague's case
legend-dropped = a case that cannot be reviewed
legend-unsure = an answer that its coder is unsure of; a quote that may contain names
legend-note = a comment or quote
legend-flag = a flag: to discuss, a good example, or to tell the manager
legend-here = where you are
legend-cursor = where the arrows are in the case list
legend-less = more lines above, and how many
legend-more = more lines below, and how many
legend-unasked = the question is not asked, or the base is zero
legend-cut = the text is longer than its room
help-digits = Digits mean the same in all yes and no questions: 1{"\u00A0"}yes, 2{"\u00A0"}partly, 3{"\u00A0"}no, 0{"\u00A0"}n.a., 9{"\u00A0"}not{"\u00A0"}stated. On other scales they count the choices from the top. Every answer is on disk before “Saved” appears.
purpose-answer = Answer and undo
purpose-move = Move and find
purpose-write = Write and flag
purpose-read = Read the file
purpose-look = See how things stand
purpose-agree = Agree and report
purpose-program = The program
help-search = Type a word to search all of this.
keys-card = aktkoll: the keys
flag-unsure = unsure
flag-discuss = discuss
flag-example = good example
flag-manager = tell the manager
take-ill = the colleague is ill or away
take-biased = the colleague has a conflict of interest
take-other = another reason
show-all = all cases
show-mine = mine and those not started by anyone
show-open = unfinished
show-flagged = flagged
title-summary = The whole case
title-closed = { $title }, without { $n ->
    [one] the case
   *[other] the { $n } cases
 } that you are to code blind
title-doubtful = { $title } – doubtful
title-incomplete = { $title } – incomplete
title-tally = Full tally
title-help = Keys
title-flag = Flag question { $n }
title-take-closed = You are to code { $coder }'s case blind. Taking it over ends double coding.
title-take = This case is { $coder }'s. Take it over?
title-show = Which cases?
title-marks = Unsure answers and flags
title-find = Find:
title-find-answer = Answer to question { $n }:
title-palette = Find a command:
title-answer = Answer
title-number = Go to question number
title-history = History of the answers, question { $n }: { $text }
title-quote = Quote from the file. Replace names with X.
title-bookmark = How far have you read in the file? No names.
title-drop = Why can this case not be reviewed? No names.
title-note = Comment on question { $n } (no names): { $text }
title-note-last = Comment on question { $n }, which you have just answered (no names): { $text }
title-note-case = Comment on { $case_id }. No names.
footer-next = next
footer-note = comment
footer-note-last = comment { $n }
footer-unsure = unsure
footer-undo = undo
footer-find = find
footer-tally = tally
footer-help = help
footer-quit = quit
footer-spot = spot check
footer-there = to the question
footer-first = to the first coding
footer-finish = finish, next
footer-go = go there
footer-gap = next gap
footer-skip-tour = skip the tour
footer-step-back = a step back
footer-done = done
footer-back = back
footer-view = unit/sex
footer-choose = choose
footer-save = save
footer-run = run
footer-newline = new line

## exchange: conditions of other programs

cli-protocol-import = turn an XLSForm or REDCap form into a protocol
cli-protocol-import-file = the form: XLSForm (.xlsx, .xls, .csv, .md) or REDCap's data dictionary (.csv)
cli-protocol-import-output = file to write the protocol to (default: the screen)
cli-protocol-import-lenient = leave out what cannot be converted, instead of stopping
cli-protocol-import-strict = stop at anything that would be left out
cli-protocol-export = turn a protocol into an XLSForm or REDCap form
cli-protocol-export-format = xlsx, csv or md (XLSForm), or redcap (default for .xlsx and .md: by the file name's ending)
cli-protocol-export-output = file to write the form to (default: the screen)
exchange-lost = { $n ->
    [one] One thing cannot be converted.
   *[other] { $n } things cannot be converted.
  } Nothing was written.
exchange-lost-hint = change the form, or run again with --lenient to leave out what is listed above
exchange-strict-hint = change the form, or run again without --strict
exchange-left-out = { $n ->
    [one] One thing was left out.
   *[other] { $n } things were left out.
  }
exchange-read = The protocol "{ $name }" has { $n ->
    [one] one question.
   *[other] { $n } questions.
  }
exchange-written = Wrote { $file }.
exchange-format = Say in which format the protocol is to be written.
exchange-format-hint = write --format xlsx, csv, md or redcap, or a file name that ends in .xlsx or .md
exchange-output = A spreadsheet cannot be shown in the terminal.
exchange-output-hint = give a file name: -o form.xlsx
file-exists = The file already exists and was not changed.
file-exists-hint = choose another name, or remove the file first
exchange-never = The condition can never be met.
exchange-choices-many-hint = split the list in the form, or use free text
exchange-too-many-alternatives = The condition has too many "or" to be written here. Split the question or simplify the condition.
exchange-unreadable = The file cannot be read or written as a spreadsheet: { $cause }
formula-unexpected = "{ $found }" does not belong here.
formula-hint = write fields as {"$"}{"{"}id{"}"}, texts as 'text', and functions as round({"$"}{"{"}id{"}"}, 1)
formula-deep = The formula is too long, or has too many parentheses within each other.
formula-function = There is no function "{ $name }" in formulas.
formula-arguments = "{ $name }" does not take { $count } arguments.
formula-regex = The pattern "{ $pattern }" cannot be read.
exchange-repeats = Each place of a repeat becomes questions of its own: { $names }
exchange-times = The questions asked at several times are no longer the same at each time in the form. Each time becomes a separate question.
exchange-dates = Partial dates (only a year, or a year and a month) cannot be entered in the form: { $names }.
exchange-computed = The form does not work out these answers: { $names }. They are worked out when the form is read back here.

## xlsform: forms of ODK, Kobo and others

xlsform-column-twice = The column maps to { $name }, and so does "{ $other }". Remove one of them.
xlsform-column-missing = The sheet has no column "{ $name }".
xlsform-filter-column = The choice filter names { $name }, which is no column of the choices.
xlsform-choices-never = { $question }: these choices are never on offer in the form and were left out: { $names }
xlsform-column-lost = The contents of the column { $name } cannot be converted.
xlsform-look-for = Row { $row }: "{ $text }" is nothing to look for. It is left out.
xlsform-column-ignored = The column "{ $name }" on the sheet { $sheet } is not converted.
xlsform-sheet-ignored = The sheet "{ $name }" is not converted.
xlsform-survey = The file has no sheet "survey", so it is not an XLSForm.
xlsform-survey-hint = give an XLSForm (.xlsx, .xls, .csv or .md) or a REDCap data dictionary (.csv)
xlsform-language = The texts are in { $name }. Those in { $others } are left out; default_language in the form decides.
xlsform-language-missing = The form is not available in "{ $tag }". The texts are in { $name }.
xlsform-language-unknown = The language "{ $name }" is neither Swedish nor English. The protocol gets the language "{ $tag }"; change language if that is wrong.
xlsform-language-none = The form does not say which language it is in. The protocol gets the language "{ $tag }"; change language if that is wrong.
xlsform-text-missing = A text is missing in the chosen language; it is taken from { $title } (sheet { $sheet }, row { $rows }).
xlsform-setting-made = The form has no { $name } on the settings sheet. The protocol gets "{ $value }".
xlsform-choice-name = A choice in the list "{ $name }" has no name.
xlsform-choice-twice = The choice "{ $name }" appears twice in the list "{ $list }".
xlsform-list-unknown = The list "{ $name }" is not on the choices sheet.
xlsform-list = The list "{ $name }" gives the answers { $choices }.
xlsform-areas = Areas: { $names }.
xlsform-required-none = The form does not say which questions must be answered, so all of them count.
xlsform-required = Whether the question is required depends on a condition in the form. Here it must be answered whenever it is asked (row { $rows }).
xlsform-label-missing = Questions without a text get their name as text (row { $rows }).
xlsform-reference-entry = { $question } names { $name }, which is answered for each entry of a repeat; … is put in its place.
xlsform-reference = The text names { $name }, which is no question here; … is put in its place.
xlsform-disabled = Row { $row } is disabled and is not converted.
xlsform-type-missing = The row has no type.
xlsform-type-unknown = There is no type "{ $name }".
xlsform-type-lost = Questions of type "{ $name }" cannot be converted.
xlsform-end = A group ends here, but none was opened.
xlsform-open = The group never ends.
xlsform-kind-left = Type "{ $name }" cannot be answered in a terminal. { $n } of the form's rows are left out: row { $rows }.
xlsform-default = A default is not an answer here: the questions begin unanswered (row { $rows }).
xlsform-column-told = The column "{ $name }" is not converted (row { $rows }).
xlsform-media = Files in the column "{ $name }" are not shown (row { $rows }).
xlsform-moment = Questions of type "{ $name }" become free text (row { $rows }).
xlsform-step = The steps of a range are not checked (row { $rows }).
xlsform-id-made = Row { $row }: "{ $name }" gets the id "{ $id }".
xlsform-computed = "{ $name }" is computed: { $formula }
xlsform-computed-none = Calculated rows without answers in them that nothing depends on ({ $n }): row { $rows }. They are left out.
xlsform-computed-left = Calculations without answers in them that cannot be computed here are left out ({ $n }): row { $rows }.
xlsform-day-noted = The day that a device notes counts as the day of the answer ({ $n }): row { $rows }.
xlsform-meta = Rows of type "{ $name }" are left out ({ $n }): row { $rows }. The ledger records who answers and when.
xlsform-integers = Whole numbers in the form; here they may have decimals too: { $names }.
xlsform-repeat-nested = The repeat "{ $name }" is inside another repeat. Here its questions are asked once for each entry of that.
xlsform-repeat-loop = The group is asked once for each choice of a list. Here its questions are asked once.
xlsform-repeat-count = The number of entries "{ $count }" cannot be understood: it may be a number question or a whole number. Here the questions are asked once.
xlsform-repeat-outside = The condition looks at "{ $name }", which is asked of each entry of a repeat, without saying of which.
xlsform-repeat-most = { $name }: up to { $most } entries can be coded. For more, raise "max" in the question "{ $question }".
xlsform-repeat-asked = { $name }: a question on how many there are has been added, as the form has none.
xlsform-note = The text on row { $row } becomes guidance for the next question.
xlsform-note-when = A text shown only on a condition cannot be converted.
xlsform-note-last = Texts after the last question are shown with it (row { $rows }).
xlsform-name-missing = The row has no name.
xlsform-name-twice = The name "{ $name }" appears twice in the same group.
xlsform-field-unknown = The expression refers to "{ $name }", which is not in the form.
xlsform-field-lost = The expression refers to "{ $name }", which cannot be converted.
xlsform-derived = The column aktkoll_derived cannot be read. The question is left out.
xlsform-statement = The column aktkoll_statement cannot be read. The statements are left out.
xlsform-own-tables = The report tables (aktkoll_tables) no longer match the form.
xlsform-own-derived = aktkoll_derived no longer matches the form. The derived questions become ordinary ones.

## REDCap
redcap-header = The file does not have the headers of a REDCap data dictionary.
redcap-header-hint = it begins with "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label"; download the dictionary from REDCap again
redcap-none = The dictionary has no field that can be a question.
redcap-mapped-frame = The dictionary does not describe the protocol itself: id "{ $id }" and title "{ $title }" come from the file name, version "{ $version }".
redcap-mapped-record = The field { $field } is the case id and does not become a question.
redcap-mapped-look = The column "{ $column }" only says how the form looks. It is kept for the export.
redcap-mapped-integer = Whole numbers in REDCap; here they may have decimals too: { $rows }.
redcap-mapped-slider = Sliders become numbers from { $min } to { $max }, with their words as guidance: { $rows }.
redcap-mapped-column = The column "{ $column }" is not part of a REDCap data dictionary. It is left out.
redcap-mapped-text = Texts without a question become guidance for the next question: { $rows }.
redcap-mapped-text-when = Texts that REDCap shows on a condition are always shown here, as guidance for the next question: { $rows }.
redcap-mapped-hidden = Hidden in REDCap, but conditions or calculations depend on it, so it is asked here: { $rows }.
redcap-mapped-identifier = Marked as identifiers in REDCap. They are kept, as they hold no names: { $rows }.
redcap-mapped-action = { $tag } is kept for the export but does nothing here: { $rows }.
redcap-mapped-validation = Free text here, as the format "{ $found }" is not checked: { $rows }.
redcap-mapped-bound = The limit "{ $found }" is kept for the export but not checked: { $rows }.
redcap-mapped-piping = The text includes an answer in REDCap. Here it shows the name of the field: { $rows }.
redcap-left-identifier = Left out, as they are marked as identifiers and could hold names or personal identity numbers: { $rows }.
redcap-left-type = Left out, as fields of type "{ $found }" cannot be coded: { $rows }.
redcap-left-calc = Left out, as the calculation is no sum of numbers before it; it is kept for the export: { $rows }.
redcap-left-never = Left out, as their condition can never be met: { $rows }.
redcap-left-hidden = Left out, as they are hidden in REDCap and nothing depends on them: { $rows }.
redcap-day-early = { $text }: earlier than { $day }.
redcap-day-late = { $text }: later than { $day }.
redcap-mapped-choices = { $field }: { $choices }
redcap-lost-type = Field { $field }: the type "{ $found }" (column "{ $column }") cannot be a question.
redcap-lost-name = "{ $found }" (column "{ $column }") cannot be the name of a variable.
redcap-lost-twice = The variable { $found } already exists (column "{ $column }").
redcap-lost-tag = Field { $field }: the tag @AKTKOLL (column "{ $column }") cannot be read.
redcap-lost-choices = Field { $field }: the choices "{ $found }" (column "{ $column }") cannot be read.
redcap-lost-logic = Field { $field }: the condition "{ $found }" (column "{ $column }") cannot be written here.
redcap-lost-after = The checks and report tables (@AKTKOLL_AFTER) no longer match the fields.
redcap-lost-own = The @AKTKOLL tags no longer match the fields.
redcap-choice-comma = in "{ $found }" the comma between code and label is missing; write 1, Yes | 2, No
redcap-choice-code = the code "{ $found }" appears twice or cannot be a code
redcap-choice-none = there are no choices; write them as 1, Yes | 2, No
redcap-logic-form = write it as [field] = '1' and ([other] = '2' or [number] > 5)
redcap-logic-event = a condition cannot refer to another event
redcap-logic-arithmetic = "{ $found }" cannot be calculated in a condition
redcap-logic-function = "{ $found }" cannot be used in a condition
redcap-logic-field = "{ $found }" is not a field that became a question
redcap-logic-checkbox = { $found } is a checkbox: write [{ $found }(code)] = '1' or '0'
redcap-logic-code = { $field } has no choice with the code "{ $found }"
redcap-filtered = REDCap offers all choices of these questions, whatever was answered before: { $names }. When read back here, they are on offer as before.
redcap-formula = REDCap asks these questions more often, without what a formula says of them: { $names }. When read back here, they are asked as before.
redcap-roundtrip-all = The dictionary cannot be read back.
redcap-roundtrip-question = The question { $id } changes when the dictionary is read back.
redcap-roundtrip-frame = The settings of the protocol change when the dictionary is read back.

## rules: coding rules

action-rule = rules for this question: write one, or review cases
op-rule = rule
terminal-not-saved-rule = reopen the study and check question { $question }: the rule or spelling may have reached the disk after all
screen-rule = Rule ({ $coder } { $date }):
screen-look-again = Answered before the latest rule. If the answer still applies, give it again.
screen-rule-binds = { $n ->
    [0] The rule will apply to all coders.
    [one] The rule will apply to all coders, and the case with an answer will have to be looked at again.
   *[other] The rule will apply to all coders, and the { $n } cases with an answer will have to be looked at again.
 } { $key } again saves it.
screen-rule-withdraws = The rule will be withdrawn for all coders. { $key } again withdraws it.
screen-rule-saved = The rule is saved. All coders see it.
screen-rule-again = { $n ->
    [one] The rule is saved. One case was coded before it.
   *[other] The rule is saved. { $n } cases were coded before it.
 }
screen-rule-of-other = This rule is { $coder }'s, or from another round. Write a new one instead.
rule-new = Write a new rule
rule-again = Review { $case_id }: { $answer }
title-rules = Rules for question { $n }, and cases coded before the latest
title-rule = Rule for question { $n }, for all (empty: none). No names.
cli-list-rules = list the coding rules instead, and cases coded before them
list-no-rules = No rules have been made.
list-before-rule = {"  "}Coded before the latest rule: { $cases }

## spellings: text answers that count as one

action-spellings = spellings of text answers: count several as one
op-spelling = spelling
screen-no-spellings = Only questions that are answered with free text have spellings.
screen-no-texts = Nobody has answered the question yet.
spelling-as = { $text } counts as { $name }
spelling-as-written = count as written
spelling-new-name = type another answer
title-spellings = Question { $n }: choose a spelling, then what it counts as
title-count-as = Count “{ $text }” as
tally-name = { $name }{ $n ->
    [one] {""}
   *[other] {" "}({ $n } spellings)
 }
tally-names-more = {"        "}… and { $n } more

## completion: texts written before

action-complete = fill in from earlier texts
footer-complete = fill in
footer-path = complete the path

## units: questions per unit and their informants

meeting = Dialogue meeting { $informant } { $unit }
meeting-unit = Dialogue meeting { $unit }
cases-informant = The column "{ $name }" ({ $label }) does not belong in the case list.
cases-informant-hint = remove the column: each informant in each unit has its own place in the study
new-entries = {"  "}Questions per unit are asked { $n ->
    [one] once
   *[other] { $n } times: once per unit and informant
 }
units = Units
tally-dropped-units = { $n ->
    [one] One informant was dropped and is not in any count.
   *[other] { $n } informants were dropped and are not in any count.
 }
tally-units = Questions per unit. The base is units, not cases.
report-base-units = The base is units, not cases.
tally-informants = Questions per unit. The base is informants in the units, not cases.
report-base-informants = The base is informants in the units, not cases.
screen-cases-done = All your cases are finished. Units left, at the top of the list: { $n }.
title-summary-unit = All questions about the unit
title-quote-meeting = Quote: { $meeting }. Replace names with X.

## codebook: advice on protocols, the codebook, the schema, and files that are no TOML

advice = advice:
advice-count = { $n ->
    [one] 1 piece of advice. The protocol can be used as it is.
   *[other] { $n } pieces of advice. The protocol can be used as it is.
 }
advice-many = The protocol has { $count } questions. More than { $many } is hard to get through in every case.
advice-many-hint = remove questions, or split the review into two protocols
advice-same-text = The question "{ $name }" has the same text as the question "{ $other }".
advice-same-text-hint = say in the text how they differ
advice-scale = No question uses the scale "{ $name }".
advice-scale-hint = remove it, or write scale = "…" in the questions that should have it
advice-area = The area "{ $name }" has no questions.
advice-area-hint = remove the area, or put questions into it
advice-unit = No attribute has role = "unit". Answers cannot be counted by unit.
advice-unit-hint = add an [[attribute]] with role = "unit"
advice-sex = No attribute has role = "sex". Answers cannot be counted by sex.
advice-sex-hint = add an [[attribute]] with role = "sex"
advice-never = The question "{ $name }" can never be asked: its requirements on "{ $clash }" contradict each other.
advice-never-hint = change the condition, or the condition of a question it depends on
advice-check = The check can never apply: its requirements on "{ $clash }" contradict each other.
advice-check-hint = change the condition, or remove the check
advice-row = The row "{ $label }" can never count a case: its requirements on "{ $clash }" contradict each other.
advice-row-hint = change the row's condition, or the table's base
advice-document = The question "{ $name }" does not say where in the file the answer is.
advice-document-hint = add document = "…" with one of the protocol's documents
advice-meaning = The question "{ $name }" does not say what the answer "{ $choice }" means. Coders will interpret it differently.
advice-meaning-hint = add for example meaning = {"{"} "{ $choice }" = "…" {"}"}
advice-statement = The question "{ $name }" has statements, but none for the answer "{ $choice }". Its counts are then given in the words of the question.
advice-statement-hint = add for example statement.{ $lang }."{ $choice }" = "… { "{" }spread{ "}" } …"
advice-bounds = The question "{ $name }" accepts any number. An extra digit will go unnoticed.
advice-bounds-hint = add min and max, for example min = 0
advice-steers = The guidance for "{ $name }" says what others have answered ("{ $word }"). That influences the answer.
advice-steers-hint = only say how to judge
codebook-contents = Contents
codebook-id = Id
codebook-version = Version
codebook-documents = Documents
codebook-note = About the protocol
codebook-attributes = Columns in the case list
codebook-checks = Plausibility checks
codebook-per-unit = { $area } (once per unit)
codebook-asked = Condition
codebook-see = See
codebook-look-for = Look for
codebook-form = Answer
codebook-guidance = Guidance
codebook-favourable = Counts as a strength
codebook-neutral = no answer: the question is neutral
codebook-note-on = Needs a reason
codebook-outside = Outside the base
codebook-inside = Inside the base
codebook-optional = Optional
codebook-optional-yes = does not count as a gap
codebook-offered-if = only if { $condition }
codebook-exclusive = given alone
codebook-key = Key
codebook-answer = Answer
codebook-role = Role
codebook-meaning = Meaning
codebook-column = Column
codebook-label = Label
codebook-used-as = Used as
codebook-values = Values
codebook-message = Check again
codebook-if = When
codebook-unit = unit
codebook-sex = sex
codebook-informant = informant
codebook-birth-year = year of birth; age in { $at }
cli-protocol-schema = print a JSON Schema that helps a text editor
cli-protocol-show-format = text or html (default: by the file name's ending)
cli-protocol-show-output = file to write to (default: the screen)
protocol-syntax-twice = Character { $column }: the same name appears earlier; it can appear only once.
protocol-syntax-twice-hint = remove one, or rename it; a new question begins with [[question]]
protocol-syntax-quotes = Character { $column }: text must be in quotes.
protocol-syntax-quotes-hint = write for example text = "Is there a plan?"; for unquoted yes and no, use true and false
protocol-syntax-backslash = Character { $column }: a backslash (\) cannot be written like this.
protocol-syntax-backslash-hint = write two (\\), or put the text in single quotes (')
protocol-syntax-string = Character { $column }: the text is not closed. A quote is missing.
protocol-syntax-string-hint = put " before and after the text; write a quote inside it as \" or ”; put text of several lines in """
protocol-syntax-braces = Character { $column }: what is inside {"{"} {"}"} is incomplete.
protocol-syntax-braces-hint = write name = "value" with commas between, and {"}"} last: {"{"} id = "yes", label = "Yes" {"}"}
protocol-syntax-heading = Character { $column }: the heading is incomplete.
protocol-syntax-heading-hint = write it on a line of its own, for example [[question]] or [scale.NAME]
protocol-syntax-list = Character { $column }: the list is incomplete.
protocol-syntax-list-hint = write a comma between the values and ] last: ["yes", "partly"]
protocol-syntax-key = Character { $column }: a name cannot be written like this.
protocol-syntax-key-hint = put names with spaces, or anything but a–z, 0–9, _ and -, in quotes: "on its way" = "…"
protocol-syntax-equals = Character { $column }: expected a name, = and a value.
protocol-syntax-equals-hint = write each field on its own line as name = "value"; comments begin with #
protocol-syntax-number = Character { $column }: this is neither a number nor a date.
protocol-syntax-number-hint = write numbers without quotes and with a point, such as 12 or 7.5; put anything else in quotes
schema-protocol-id = The protocol's id, such as bs2023.
schema-protocol-version = The version, in your own words.
schema-protocol-language = The language of the protocol. It also sets the built-in answers and keys.
schema-protocol-form = What the form that the protocol comes from says beside; it is written again on export.
schema-protocol-title = The title of the review.
schema-protocol-documents = The documents of a file, in the order they are read.
schema-protocol-attribute = What the case list says about each case.
schema-protocol-scale = Your own scales, which questions refer to by name.
schema-protocol-area = The quality areas, in order.
schema-protocol-repeat = Entries of their own below a case, such as the children of a family.
schema-protocol-question = The questions, in the order they are asked.
schema-protocol-check = Plausibility checks: shown when the condition is met; they block nothing.
schema-attribute-id = The column's name in the case list.
schema-attribute-label = What it is called on the screen and in reports.
schema-attribute-role = What it is used for: unit, sex, birth_year or informant (who is asked about the unit).
schema-attribute-at = Only for a year of birth: the year for which age is counted.
schema-attribute-values = The codes used in the case list and their labels, in the order they are shown.
schema-attribute-shown = Shown under every question: what the coder needs to read about the case.
schema-attribute-private = true: what it says stays here when the study is sent; no condition or table may depend on it.
schema-attribute-one = The label for a single case: Woman instead of Women.
schema-scale-choices = The answers of the scale, in order.
schema-choice-id = What is saved in the ledger.
schema-choice-label = What is shown. Without a label, the id is shown.
schema-choice-role = What the answer means, whatever its wording. It decides the answer's key and whether the answer counts in the base.
schema-choice-meaning = What the answer means exactly.
schema-choice-key = Its own key: a lowercase letter or a digit.
schema-choice-code = What represents the answer in other programs' files, such as 0 or -99.
schema-choice-exclusive = The answer excludes all others.
schema-area-id = The area's id, such as SAFE.
schema-area-label = The area's heading.
schema-repeat-id = The repeat's id, such as child.
schema-repeat-label = What one entry is called, such as Child.
schema-repeat-count = The number question that says how many entries a case has. Its max is how many there may be.
schema-repeat-max = Only without count: how many entries every case has.
schema-question-id = The question's id. Do not change it once coding has begun.
schema-question-area = The id of the question's area.
schema-question-document = Where in the file to look: one or more of the protocol's documents.
schema-question-look-for = Words to look for in the files of the cases; with * at the end, words that begin with it.
schema-question-text = The question as it is asked.
schema-question-kind = How the question is answered. Without kind: one choice.
schema-question-when = The question is asked only when this is met. It can only refer to earlier questions and the case list.
schema-question-guidance = How to judge.
schema-question-optional = The question may be left unanswered without being a gap.
schema-question-per = Whether it is asked about each case or once per unit.
schema-question-scale = The name of a scale: yes_partly_no, yes_no, ja_delvis_nej, ja_nej or one of your own.
schema-question-choices = The question's own answers, in place of a scale.
schema-question-na = Adds the answer Not applicable.
schema-question-unknown = Adds the answer Not stated.
schema-question-meaning = What the answers mean in this question.
schema-question-favourable = The answers that count as a strength. Default: yes, if there is a partly between yes and no; otherwise the question is neutral. An empty list makes any question neutral.
schema-question-note-on = Answers that need a reason.
schema-question-statement = What the answers say in a report, by language and answer. {"{"}spread{"}"} is the count with its base and place, {"{"}share{"}"} the same without the place.
schema-statement-many = The words for several cases, and for one unless "one" is given.
schema-statement-one = The words for one case.
schema-statement-none = The words for no case.
schema-statement-clause = Which cases have the answer, as a clause ("where consent is missing"): what a share is of, where a question is asked of them alone.
schema-question-caption = What is written above a table or chart of its answers, where that is not the question.
schema-question-in-base = Answers that count in the base although they normally do not.
schema-question-out-of-base = Answers that do not count in the base.
schema-question-unit = Only for numbers: what is counted, such as hours/month.
schema-question-min = Only for numbers: the smallest allowed.
schema-question-max = Only for numbers: the largest allowed.
schema-test-not = The answer is none of these.
schema-test-min = The answer is at least this large, or this late.
schema-test-max = The answer is at most this large, or this late.
schema-test-answered = The question is answered (true) or open (false).
schema-check-when = When something is odd.
schema-check-message = What is odd.
codebook-base = Base
codebook-by = Grouped by
codebook-below = Below the table
codebook-row = Row
codebook-counts = Counts cases where
codebook-table = Table: { $title }
schema-protocol-table = The report's tables, where a row may look at several questions.
schema-choice-when = In a derived question: when this is the answer. In one that is asked: the choice is on offer only then.
schema-choice-min = Only in derived questions: the smallest number or age in the group.
schema-choice-max = Only in derived questions: the largest number or age in the group.
schema-question-form = What the form that the question comes from says beside, column by column; it is written again on export.
schema-question-times = The times the question asks about, in order. {"{"}time{"}"} in the text is replaced by the time.
schema-question-repeat = The id of the repeat whose entries are each asked the question. {"{"}place{"}"} in the text is replaced by the entry's number.
schema-question-parts = Only derived: yes if all of these have favourable answers, no if none has, otherwise partly.
schema-question-formula = Only for numbers, dates and texts: what the answer is computed with, from earlier questions and columns of the case list.
schema-question-sum = Only derived: the sum of these numbers.
schema-question-of = Only derived: the number or year of birth that the choices group.
schema-question-at = Only derived: the year for which age is counted.
schema-bound-of = The question or column of the same case to compare with.
schema-table-id = The table's id, such as table2.
schema-table-title = The table's title.
schema-table-by = The attributes the table is split by. Default: sex.
schema-table-base = Which cases the table covers.
schema-table-rows = Its rows.
schema-table-notes = Notes below the table.
schema-row-label = The row's label.
schema-row-where = Which cases it counts.
protocol-condition-empty-hint = say when it applies, for example when = {"{"} plan = "yes" {"}"}, or remove the field
condition-bound-of-hint = compare numbers with numbers and dates with dates
condition-per-hint = write per = "unit" in both questions or in neither, or remove it from the condition
condition-private = "{ $name }" is private: nothing may depend on it, since a copy that is sent lacks it.
protocol-private-hint = remove private, or what depends on it
protocol-bounds-hint = swap them
protocol-questions-none-hint = write at least one question: [[question]] on a line of its own, and id, area and text below
protocol-field-kind-hint = remove the field, or change the question's kind
protocol-brace-hint = write a placeholder as {"{"}name{"}"}
protocol-statement-language-hint = { $kind ->
    [number] for example: statement.en = "The plans have { "{" }mean{ "}" } pages on average."
   *[choice] for example: statement.en.yes = "In { "{" }spread{ "}" } there is a current plan."
  }
protocol-statement-count-hint = for example: "In { "{" }spread{ "}" } there is a current plan.", and for a number {"{"}mean{"}"}
protocol-role-taken-hint = a role can have only one holder; give one of them another role, or remove it
protocol-base-both-hint = take it out of one of the lists
protocol-key-taken-hint = choose another key, or remove key to get a free one
protocol-code-hint = a code is a whole number, or at most 32 letters, digits, "_", "-" and "."
protocol-code-taken-hint = give each choice a code of its own; capitals and small letters count as the same
protocol-field-missing-hint = { $field ->
    [when] write for example when = {"{"} plan = "yes" {"}"}
    [where] write for example where = {"{"} plan = "yes" {"}"}
    [rows] write for example rows = [{"{"} label = "There is a plan", where = {"{"} plan = "yes" {"}"} {"}"}]
    [language] write language = "sv" or language = "en"
   *[other] write { $field } = "…" on a line of its own
  }
protocol-type-hint = { $expected ->
    [string] write { $field } = "…"
    [strings] write { $field } = "…" or { $field } = ["…", "…"]
    [boolean] write { $field } = true or remove the field
    [number] write for example { $field } = 12 or { $field } = 7.5
    [table] write { $field } = {"{"} name = "…" {"}"}
    [tables] { $field ->
        [any] write any = [{"{"} plan = "yes" {"}"}, {"{"} goals = "yes" {"}"}]
        [choices] write choices = [{"{"} id = "yes", label = "Yes" {"}"}, {"{"} id = "no", label = "No" {"}"}]
        [rows] write rows = [{"{"} label = "There is a plan", where = {"{"} plan = "yes" {"}"} {"}"}]
       *[other] write [[{ $field }]] on a line of its own, with the fields on the lines below
      }
   *[other] write a text in quotes or a number
  }
codebook-several = several answers may be given
protocol-syntax-after = Character { $column }: there is something after the value.
protocol-syntax-after-hint = start a new line for the next field; write numbers with a point (7.5), and a quote inside text as \"

## spreadsheet: XLSX and ODS files

sheet-broken = The file cannot be read as a spreadsheet: { $cause }
sheet-broken-hint = open the file in Excel or LibreOffice and save it again as .xlsx
sheet-large = The file is more than { $most } MiB when unpacked, which is too large to read.
sheet-large-hint = copy the header and the rows to a new spreadsheet and save it as .xlsx
sheet-columns = The sheet has more than { $most } columns.
sheet-rows = The sheet has more than { $most } rows.
sheet-cells = The sheet has more cells, or more text, than can be read.
sheet-error = The cell holds an error: { $found }
sheet-error-hint = correct the formula, or write the value instead
sheet-uncomputed = The cell has a formula that has not been calculated.
sheet-uncomputed-hint = open the file in Excel or LibreOffice and save it again, or write the value instead
sheet-encrypted = The file is protected by a password.
sheet-encrypted-hint = open the file, remove the password under Save as, and save it where only the coders can reach it
sheet-old = The file is in an Excel format older than Excel 97, or in .xlsb.
sheet-old-hint = open the file in Excel or LibreOffice and save it as .xlsx
sheet-several = The file has several sheets with rows: { $names }
sheet-several-hint = choose one with --sheet NAME
sheet-missing = The file has no sheet "{ $name }" with rows in it.
sheet-macros = The file { $file } has macros. They are never read or run.

## case lists: columns, files, and what they were taken for

cases-column-hint = say which one it is, for example --column { $name }=Header, or, where all cases have the same, --column { $name }==Text. The file has: { $names }
cases-column-option-unknown = --column { $name }: the protocol has nothing of that name.
cases-column-option-missing = No column is called "{ $header }".
cases-column-option-twice = --column gives two values for { $name }.
cases-ambiguous = Several columns could be { $label }: { $names }
cases-ambiguous-hint = say which, such as --column { $name }="{ $header }"
cases-units-alike = The unit is written in two ways: "{ $one }" and "{ $other }".
cases-units-alike-hint = write it the same everywhere
new-file = { $cases ->
    [one] { $file }: one case, header on row { $row }
   *[other] { $file }: { $cases } cases, header on row { $row }
 }
new-head-attribute = Attribute
new-head-header = Column
new-head-how = Found by
new-head-values = Values
new-matched-by-option = --column
new-matched-by-id = id
new-matched-by-label = name
new-matched-by-synonym = similar name
new-matched-by-number = personal identity number
new-matched-by-same = the same of all, by --column
new-matched-by-file = file name
new-many = more than { $n }
new-distinct = { $n ->
    [one] one value
   *[other] { $n } different
 }
option-sheet = the sheet to read
option-id = of a case list in JSON or JSONL: where a record has its id, such as /id (default: found by itself)
value-id = PLACE
option-column = attribute=column, for example unit=District, or unit=/model of a case list in JSONL; for import also question=column

## update: a newer version of a study's protocol

cli-protocol-update = give a study a newer version of its protocol
command-unconfirmed = Nothing was changed.
command-unconfirmed-hint = answer y, or run it with --yes
update-id = The new file has the id { $found }, but the study's protocol has { $expected }.
update-id-hint = a newer version keeps the id; for other questions make a new study with: aktkoll new
update-same = Nothing changes: the study already has this exact file.
update-no-difference = The questions are the same; only the layout of the file differs.
update-protocol = The protocol
update-attribute = Attribute of the case: { $id }
update-area = Area: { $id }
update-table = Table: { $id }
update-repeat = Repeat: { $id }
update-check = Check: { $message }
update-question = { $id }  { $text }
update-added = is added
update-removed = is removed
update-moved = is moved
update-fact = { $aspect }: { $was } becomes { $now }
update-choice = answer { $choice } { $what }
update-choice-fact = answer { $choice }, { $what }
update-nothing = nothing
update-true = yes
update-false = no
update-quoted = “{ $text }”
aspect-version = version
aspect-title = title
aspect-language = language
aspect-documents = documents
aspect-look-for = words to look for
aspect-shown = shown with the question
aspect-private = stays here when the study is sent
aspect-label = label
aspect-role = role
aspect-values = values
aspect-area = area
aspect-count = question that counts its entries
aspect-text = wording
aspect-kind = form of the answer
aspect-unit = unit
aspect-bounds = bounds
kind-choice = one of the answers
kind-choices = several of the answers
kind-number = a number
kind-date = a date
kind-derived = computed
kind-text = free text
per-unit = unit
per-case = case
aspect-condition = condition
aspect-guidance = guidance
aspect-favourable = favourable answers
aspect-note-on = needs a reason for
aspect-statement = statements
aspect-caption = caption
aspect-optional = optional
aspect-per = asked per
aspect-meaning = meaning
aspect-exclusive = excludes other answers
aspect-in-base = counts in the base
aspect-derived = computation
aspect-by = columns
aspect-rows = rows
aspect-notes = notes
aspect-key = key
aspect-code = code in other programs
update-all-hold = All answers remain valid in the new version.
update-lost = Answers that will no longer count. They are kept, and count again if the protocol is changed back:
update-lost-removed = {"  "}{ $question }: { $n ->
    [one] 1 answer
   *[other] { $n } answers
 }, the question is removed
update-lost-not-offered = {"  "}{ $question }: { $n ->
    [one] 1 answer
   *[other] { $n } answers
 }, no longer possible to give
update-lost-masked = {"  "}{ $question }: { $n ->
    [one] 1 answer
   *[other] { $n } answers
 }, the question is no longer asked in those cases
update-reworded = { $n ->
    [one] 1 answer was given under an earlier wording and may need review ({ $key } on the screen).
   *[other] { $n } answers were given under an earlier wording and may need review ({ $key } on the screen).
 }
update-gaps = { $n ->
    [one] 1 started case gets new gaps.
   *[other] { $n } started cases get new gaps.
 }
update-same-version = The version is still called { $version }. Give the new version its own name, so that it is clear which wording an answer was given under.
update-confirm = Update? [y/n]
update-done = The protocol has been updated. The previous version is kept as { $file }. Anyone with the study open continues with the previous version until they close it.
update-forbidden = You do not have permission to change the study folder. Ask its owner.
update-meanwhile = Someone changed the protocol in the meantime. Nothing was written.
update-meanwhile-hint = run the command again
update-earlier-changed = The file is not the version its name says. It is not read.
update-earlier-unread = The earlier version of the protocol cannot be read. Answers given under it count as usual.
wording-missing = was not there
wording-there = was there
wording-fact = { $aspect }: { $was }
screen-reworded = Answered under an earlier wording ({ $version }): { $what }
summary-reworded = { $n ->
    [one] 1 under an earlier wording
   *[other] { $n } under an earlier wording
 }
summary-look = {" "}(earlier wording)
show-reworded = coded under an earlier wording
verify-outdated = { $n ->
    [one] 1 line is about a question or answer found only in an earlier version of the protocol; it is kept but not counted.
   *[other] { $n } lines are about questions or answers found only in earlier versions of the protocol; they are kept but not counted.
 }
verify-unknown-version = { $n ->
    [one] 1 file was written under a version of the protocol that is not kept here. Its answers count as usual.
   *[other] { $n } files were written under versions of the protocol that are not kept here. Their answers count as usual.
 }
code-updated = The protocol has changed. { $n ->
    [0] All your answers are still valid.
    [one] 1 answer has an earlier wording: { $key } goes to it after the gaps.
   *[other] { $n } answers have an earlier wording: { $key } goes through them after the gaps.
 }
screen-last-gap = This is the last gap.

## identity: personal numbers, names and blanked texts

ledger-damage-blanked = The text is gone, but no line says that its coder removed it. Restore the file from a backup.
ledger-note-redact = The text should have been removed but is still there. Run aktkoll redact again.
redact-owner = The file belongs to another user. Only the person who wrote the text can remove it.
redact-owner-hint = ask them to run aktkoll redact
redact-busy = Another window is writing a new file, so the text may not be gone yet.
redact-busy-hint = close the study in the other window and try again
recover-meanwhile = The file was recovered in another window while it was open here.
redact-meanwhile = A text was removed in another window, and is not written again.
redact-again = This text was removed in another window, so it is not written again.
redact-begun = It began with a text that has been removed in another window.
redact-back = The file was deleted instead of replaced. The old file has been put back, with the text in it.
redact-gone = The file was deleted instead of replaced, and the old file could not be restored ({ $cause }).
redact-gone-hint = restore the file from a backup before coding more
redact-gone-kept = once nobody has the study open, rename { $file } to the original file name
redact-left = The text is still in this line, which is damaged: the program cannot remove it there.
redact-left-hint = write spaces over the text there in an editor, then run aktkoll recover
redact-none = You have not written any such text.
redact-none-hint = change answers on the screen; this removes comments, quotes, bookmarks, reasons and rules
redact-others = { $n ->
    [one] 1 text was written by another coder, who can remove it: { $coders }
   *[other] { $n } texts were written by other coders, who can remove them: { $coders }
}
redact-text = { $number } { $day } { $place }, { $what }: { $text }
redact-text-earlier = { $number } { $day } { $place }, { $what } (earlier wording): { $text }
redact-which = Which text should be removed? Type its number:
redact-no-number = { $found } is not a number in the list.
redact-no-number-hint = type one of the numbers in front of the texts, or run with --text NUMBER
redact-sure = { $n ->
    [one] The text will be removed permanently. Continue? [y/N]
   *[other] { $n } texts will be removed permanently. Continue? [y/N]
}
redact-resumed = { $n ->
    [one] An earlier removal was cut off. It is finished now: the text is gone from { $n } line. Nothing else was removed; run the command again for more.
   *[other] An earlier removal was cut off. It is finished now: the texts are gone from { $n } lines. Nothing else was removed; run the command again for more.
}
redact-still = The text is still part of a longer text or found in another place: { $what }, { $place }.
redact-still-hint = run aktkoll redact again and choose that text too, or keep it
redact-still-answer = The text is still in an answer in free text, { $place }. Answers are not blanked.
redact-still-answer-hint = change the answer on the screen; the earlier answer stays in the ledger
redact-still-other = The text is also in something that { $coder } has written.
redact-still-beside = The text is still in this file, which is not read as part of the ledger.
redact-still-beside-hint = remove the file if nobody needs it; if it belongs to the ledger, give it its right name and run aktkoll redact again
redact-unread = Nothing here was searched for the text: it cannot be read ({ $cause }).
redact-unread-hint = ask its owner to let you read it, and run aktkoll redact again
redact-part = { $n ->
    [0] No line was blanked
    [one] 1 ledger line was blanked
   *[other] { $n } ledger lines were blanked
}, but the text may not be gone.
redact-done = { $n ->
    [one] The text has been removed and 1 ledger line blanked. Existing backups, reports and exports may still contain it.
   *[other] The text has been removed and { $n } ledger lines blanked. Existing backups, reports and exports may still contain it.
}
cli-redact = permanently remove a text: a comment, quote, bookmark, reason or rule
cli-redact-case = only texts about this case
cli-redact-question = only texts about this question
cli-redact-text = number of the text to remove; repeat for more
identity-number = This is a personal identity number. It must not be stored in the study.
identity-doubtful = This looks like a personal identity number: a reserve number, or one with a wrong check digit. It must not be stored in the study.
identity-zeros = This is a personal identity number without the zeros in front. It must not be stored in the study.
identity-person = The column { $header } holds something that identifies a person. It must not be stored in the study.
identity-person-hint = remove the column from the list, or allow it with: --keep "{ $header }"
identity-differs-list = { $attribute } differs from the personal identity number in { $n ->
    [one] 1 row
   *[other] { $n } rows
 } of the list (first: { $place }). The list is used.
identity-differs-number = { $attribute } differs from the personal identity number in { $n ->
    [one] 1 row
   *[other] { $n } rows
 } of the list (first: { $place }). The number is used.
option-keep = keep the column with this header although it identifies people
identity-number-hint = remove it, or replace the case ids with --pseudonymise KEYFILE
identity-cell-hint = remove it from the file and import again. Nothing was imported.
identity-header = A column header is a personal identity number. It must not be stored in the study.
identity-file = The file name contains a personal identity number. It must not be stored in the study.
identity-file-hint = rename the file and run it again
identity-title = The title, seed or folder name contains a personal identity number. It must not be stored in the study.
identity-column = The column { $header } holds personal identity numbers. They must not be stored in the study.
identity-part = This is part of the case's personal identity number. It must not be stored in the study.
identity-part-hint = remove the column from the list; year of birth and sex can be taken from the number
identity-coder = The coder name contains a personal identity number. It must not be stored in the study.
identity-contacts = { $n ->
    [one] 1 cell seems to contain an email address or phone number ({ $place }). Remove it if it leads to a person.
   *[other] { $n } cells seem to contain email addresses or phone numbers (first: { $place }). Remove them if they lead to a person.
}
identity-key-inside = The key must not be kept inside a study.
identity-key-inside-hint = choose a place outside it that only you can reach
identity-key-exists = The file already exists and is not overwritten.
identity-key-exists-hint = choose another name for the key
identity-key-unwritten = The key could not be written: { $cause }
identity-key-written = { $n ->
    [one] 1 case has a new id. The key is { $file }: keep it apart from the study.
   *[other] { $n } cases have new ids. The key is { $file }: keep it apart from the study.
}
identity-not-taken = { $attribute } cannot be taken: the case id is not a personal identity number.
identity-not-taken-hint = add a column with it
identity-no-sex = { $attribute } cannot be taken from the personal identity number: no value in the protocol means woman or man.
identity-from = { $name } cannot be taken from the personal identity number.
identity-from-hint = give birth_year, sex or both, separated by a comma; the protocol must have the attribute
option-pseudonymise = replace case ids with serial numbers per unit; write the key to this file
option-from_number = take birth_year, sex or both (separated by a comma) from the personal identity number
screen-number-refused = This is a personal identity number. Remove it, or the text cannot be saved.
screen-email-warned = This looks like an email address. Press { $key } again to save it anyway.
screen-phone-warned = This looks like a phone number. Press { $key } again to save it anyway.
screen-names = Name or place? { $names }  ({ $key } replaces it with X)
action-mask = replace a name with X

## status: how far a study is coded, and the places that want a look

status-done-of = { $done } of { $all } cases finished
status-frame-of = {", "}{ $drawn } of { $all } in the frame are included
status-unasked-of = {", "}nothing is asked about { $n } more
status-withheld-of = {", "}{ $n } not shown until you have coded { $n ->
    [one] it
   *[other] them
} blind
status-withheld = Not shown
status-done = Finished
status-begun = Started
status-left = Not started
status-dropped = Dropped
status-all = Included
status-frame = Frame
status-coder = Coder
status-second = Double coding
status-wave = When double coded
status-entries = Questions per unit
status-nobody = unassigned
status-gaps-done = Gaps in finished cases
status-gaps-begun = Gaps in started cases
status-unexplained = Reason missing
status-checks = Contradictory answers
status-looks = Review: new rule or wording
status-unsure = Unsure answers
status-discuss = To discuss
status-example = Good examples
status-manager = Tell the manager
status-uncounted = Answers that do not count
status-more = and { $n } more
status-nothing = Nothing to review.
status-pace = My pace: { $n ->
    [one] one case finished
   *[other] { $n } cases finished
} this session. Only you see this.
status-pace-hour = My pace: { $n ->
    [one] one case finished
   *[other] { $n } cases finished
} this session, { $rate } per hour. Only you see this.
title-progress = Progress
status-how = { $key_open } on a list: { $key } goes through it. { $key_open } again: back to gaps.
footer-walk = go through
footer-take = take over
footer-questions = the questions
screen-walk = { $list }: { $n } of { $of }. { $key } goes to the next.
screen-walk-empty = { $list }: none left. { $key } goes to gaps again.
screen-walk-gaps = { $key } goes to gaps again.
action-progress = progress of the review
settings-lang = the language of the program: sv or en
settings-coder = who codes (default: the login name)
settings-tallies = when the tally shows: always, after-case or never
settings-keymap = the keys: default, sv, numpad, left-hand, vim, or one of your own
settings-theme = the colours: auto, dark, light, contrast, 16 or mono
settings-pace = show your own pace, only to you: true or false
settings-mouse = true: clicks and the mouse wheel work while coding
settings-where = Settings are in { $file }. Change one: aktkoll settings NAME VALUE; remove it: aktkoll settings NAME -
settings-set = { $name } is { $value } from the next start on.
settings-now = { $name }: { $value }, from the next start.
settings-unset = not set
setting-lang = Language of the program
setting-lang-sv = Swedish
setting-lang-en = English
setting-coder = Coder (otherwise the login name)
setting-keymap = Keys
setting-theme = Colours
setting-theme-auto = as the terminal
setting-theme-dark = dark background
setting-theme-light = light background
setting-theme-contrast = high contrast
setting-theme-16 = 16 colours
setting-theme-mono = no colours
setting-tallies = When the tally shows
setting-tallies-always = always
setting-tallies-after-case = after the case
setting-tallies-never = never
setting-pace = Your own pace, only for you
setting-pace-true = shown
setting-pace-false = not shown
setting-mouse = Clicks and the mouse wheel while coding
setting-mouse-true = on
setting-mouse-false = off
work-reading = Reading the study
work-file = Reading the file
work-counting = Counting
work-checking = Checking
work-merging = Bringing both together
work-writing = Writing
title-tour = Tour, { $n } of { $of }
tour-page = tour: what matters most on the screen
tour-over = The tour is over. { $key } and “tour” bring it back.
tour-answer = The open question is in the pane with the answers. After the tour: press the key beside an answer; it is saved at once, and the next question opens. { $key } undoes it, as often as needed.
tour-move = { $key } goes to the next unanswered question; the arrows go to any. { $key_focus } moves to the case list and back, and { $key_find } finds a case or a question by a word of it.
tour-write = { $key } writes a comment on the open question, { $key_last } on the one you have just answered. { $key_unsure } flags that answer as unsure: it counts, and is easy to find again. { $key_flag } flags the open question, for example to be discussed.
tour-finish = After the last question the whole case shows, with its gaps, and { $key_next } finishes it. { $key } goes to the next gap at any time.
tour-count = { $key } counts the answers so far, and { $key_progress } shows how far the review is. In a blind round nothing is counted.
tour-help = { $key } shows every key of the page. { $key_palette } finds everything else by name: report, export, settings, this tour. { $key_quit } quits; everything is saved, and you go on where you were.
comments-page = comments: all that were written, with case, unit, sex, question and answer
settings-page = settings: language, keys, colours, tally, pace, mouse
title-settings = Settings for all studies
settings-reopen = open the study again, so that the changes hold
settings-which = Which one is to change? Type its number, then press Enter (Enter alone is done):
settings-new = { $name }: type the new value (- removes it, Enter alone changes nothing):
settings-values = { $name }: type the number, then press Enter (Enter alone changes nothing):
settings-unknown = There is no setting called { $name }.
settings-value = { $value } is not a valid value for { $name }.
settings-value-hint = aktkoll settings shows the valid ones
settings-wrong = Your settings cannot be read: { $cause }
settings-wrong-hint = correct the file or remove it; aktkoll settings writes a new one
cli-status-format = output format: text or json
cli-status = show progress; with --coder, only that coder's cases

## sample: drawing and sharing cases

wave-early = early
wave-middle = middle
wave-late = late
counts-columns = The table needs at least one column of the case list and exactly one column of numbers.
counts-columns-hint = columns you can use from the case list: { $names }; the number column can have any name
counts-number = "{ $found }" is not a number of cases.
counts-number-hint = write a whole number, 0 or more
counts-twice = The same values are already on line { $line }.
plan-columns = The plan needs the columns { $names }.
plan-coder = "{ $found }" is not a coder's short name.
plan-coder-hint = a short name has only a–z, 0–9, _ and -, at most 32 characters
plan-same = { $coder } cannot be both coders of the same case.
plan-wave = "{ $found }" does not say when the case is double coded.
plan-case-hint = compare with cases.csv, or remove plan.csv and make a new one with aktkoll plan
draw-size-stray = The row matches no cases in the frame.
draw-size-stray-hint = check the values; the table's columns must be among those in --per
draw-size-none = It is not clear how many to draw: { $stratum }.
draw-size-none-hint = add --n NUMBER, or a row to the table of --sizes
draw-no-list = --sheet, --column, --pseudonymise and --from-number can only be used when the study is created, with --frame.
draw-no-list-hint = further cases are drawn from the study's own frame.csv: remove the option and run again
draw-none = No case would be drawn.
draw-not-drawn = The cases of this study were not drawn.
draw-how = to create a study from a drawn sample: aktkoll draw FOLDER --protocol ID --frame LIST.csv --n 10 --seed 2026
draw-other-frame = The frame is not the one the cases were drawn from.
draw-other-frame-hint = restore frame.csv from a backup; otherwise no more cases can be drawn
draw-not-in-frame = Case { $id } is not in the frame.
draw-there-already = Case { $id } is already included.
draw-add-hint = --add takes cases from frame.csv; write a case outside the frame as a new row in cases.csv
draw-closed = You are to code case { $id } blind. You cannot see yet whether it was dropped.
draw-not-dropped = Case { $id } is not dropped, so it is not replaced.
draw-not-dropped-hint = drop it first, with a reason: { $key } on the coding screen
draw-replaced-before = Case { $id } has already been replaced.
draw-reserve-empty = The reserve is empty: { $id } cannot be replaced.
draw-replaced = { $id } is replaced by { $by }.
draw-more = { $n ->
    [0] No new cases.
    [one] New case: { $ids }
   *[other] { $n } new cases: { $ids }
 }
draw-unplanned = The new cases have no coder yet. Assign them with aktkoll plan and the same coders.
draw-made = Drew { $drawn } of { $all } cases, seed { $seed }.
draw-head-frame = in frame
draw-head-wanted = wanted
draw-head-drawn = drawn
draw-head-reserve = next in reserve
draw-short = { $what }: { $drawn } of { $wanted }
draw-short-of = { $unit }: { $drawn } { $what } of { $wanted }
draw-added = Added by hand, not drawn: { $ids }
draw-differs = { $name }: { $sum }, stated { $stated }
draw-next = Assign the cases with: aktkoll plan { $dir } --coders NAME,NAME
plan-made = { $cases } cases assigned, { $twice } of them to be double coded, seed { $seed }.
plan-share = Without --share a fifth of the cases is double coded, and at least 24; of more than 500 a twentieth, and at least 100.
plan-waves = Early, middle and late: when the case comes in the first coder’s list. The same seed gives the same plan.
plan-is = { $cases } cases assigned, { $twice } of them to be double coded.
plan-none = The cases are not assigned, and no double coding is planned.
plan-none-hint = assign them: aktkoll plan { $dir } --coders NAME,NAME; with --dry-run the plan is shown first
plan-dry = Nothing is changed: without --dry-run the plan becomes this one.
plan-twice = { $coder } double codes: { $ids }
plan-gold-ids = Gold cases: { $ids }
plan-hidden = { $n ->
    [one] 1 case that you code first is double coded by someone else. You are not told which.
   *[other] { $n } cases that you code first are double coded by others. You are not told which.
 }
plan-row-second = Double codes
plan-move = {"  "}{ $line }
plan-move-coder = { $id }: { $was } → { $is }
plan-move-second = { $id }, double coding: { $was } → { $is }
plan-moves = { $n ->
    [one] There is already a plan with answers. One thing would change.
   *[other] There is already a plan with answers. { $n } things would change.
 } Started cases never change coder.
plan-moves-hint = add --yes if this is what you want; nothing has been changed
plan-alone = Double coding needs at least two coders.
plan-next = Double code with: aktkoll { $dir } --round second --coder NAME
plan-coder-twice = The coder { $coder } is listed twice.
cli-draw = draw cases at random from a list, or draw more
cli-draw-frame = the list to draw from (CSV, XLSX or ODS), in one file or several: makes a new study

cli-draw-n = how many cases per group
cli-draw-per = the columns that form the groups (default: unit and sex): unit,sex
cli-draw-seed = seed: a number or a word; the same seed gives the same cases
cli-draw-sizes = CSV file with other numbers for some groups: unit,sex,n
cli-draw-totals = CSV file with stated totals to compare the list with: unit,n
cli-draw-title = the study's title (default: the protocol's)
cli-draw-group = the group that may use the folder
cli-draw-more = this many more per group; cases already drawn stay
cli-draw-replace = dropped cases to replace from the reserve
cli-draw-add = cases from frame.csv to add by hand (write others as rows in cases.csv)
cli-plan = assign cases to coders and draw those to be double coded
cli-plan-coders = the coders to assign them to: robin,alva (without it, the plan is shown as it is)
cli-plan-share = how many cases to double code: a number, or a share such as 20% (default: 20%, at least 24; over 500 cases: 5%, at least 100)
cli-plan-seed = seed (default: the seed of the draw)
cli-plan-dry_run = show the plan without writing it
cli-plan-format = output format: text or json

## import: answers coded elsewhere

coded-unclear = The header could mean one answer per row or one case per row.
coded-unclear-hint = use --ignore COLUMN for columns that are not answers
coded-no-question = No column matches a question of the protocol.
coded-no-question-hint = the header should be the question's id, number or text; or use --column QUESTION=COLUMN
coded-ambiguous = "{ $name }" could be several things: { $names }.
coded-ambiguous-hint = write the question's id instead, or use --column QUESTION=COLUMN or --ignore COLUMN
coded-column-twice = The columns "{ $one }" and "{ $other }" are both for { $name }.
coded-column-twice-hint = use --ignore COLUMN for the one to leave out
coded-choice-ambiguous = "{ $found }" could be several of the answers: { $ids }. Write the id of the answer.
coded-coders = The answers are by several coders: { $names }. None of them is the one given with --coder.
coded-coders-hint = import the answers of each coder with their own name: --coder NAME
import-of-another = The file says that the answers are by { $name }, who codes in this study.
import-of-another-hint = import them under that name: --coder { $name }; or remove the column from the file if it is wrong
import-other = The file says that the answers are by { $name }. They are imported for the coder given with --coder.
import-future = { $n ->
    [one] 1 date is
   *[other] { $n } dates are
 } more than a year ahead: { $date } ({ $place }).
import-others = { $n ->
    [one] 1 row by another coder is not read
   *[other] { $n } rows by other coders are not read
 } ({ $names }).
coded-mark = "{ $found }" in the column for { $choice } means neither yes nor no.
coded-mark-hint = write x or 1 where the answer applies; otherwise leave the cell empty
coded-codes = The answers to "{ $question }" are written as { $found } here, and it is not clear what that means: { $readings }.
coded-codes-hint = choose with one of these options, or write the ids of the answers: { $ids }
coded-code-unknown = "{ $found }" is not a code in the codebook beside the file: { $codes }.
coded-missing = { $n ->
    [one] One cell for "{ $question }" says "{ $found }", which usually means no value.
   *[other] { $n } cells for "{ $question }" say "{ $found }", which usually means no value.
  }
coded-missing-hint = use --missing "{ $found }" if it is not an answer, or --codes ids if it is the answer itself
coded-json = The line cannot be read as an exported case: { $cause }.
coded-attribute = { $id } has { $label } { $expected } in the case list, but "{ $found }" here.
coded-attribute-hint = check that the row is for the right case; if not, correct the row
import-head-target = Question
import-head-new = New
import-head-equal = Same
import-head-differing = Different
import-head-forms = Read as
import-how-text = text
import-how-number = number
import-how-part = choice
import-more-forms = and { $n } more
import-computed = { $n ->
    [one] One value of a computed question is equal to what is computed here.
   *[other] { $n } values of computed questions are equal to what is computed here.
  }
import-computed-differs = { $n ->
    [one] One value of "{ $question }" is not what is computed here, and is not imported: { $places }
   *[other] { $n } values of "{ $question }" are not what is computed here, and are not imported: { $places }
  }
import-computed-none = nothing here
import-more-columns = { $n ->
    [one] One more column was matched to a question by id.
   *[other] { $n } more columns were matched to questions by id.
  }
import-how-export = exported name
import-passed = Columns skipped: { $headers }
import-absent = Questions missing from the file: { $names }
import-dry-run = { $n ->
    [one] 1 answer would be imported
   *[other] { $n } answers would be imported
 } for { $coder }; { $equal } already exist. Nothing was changed.
import-masked = { $n ->
    [one] 1 answer is to a question that is not asked in its case. It is kept
   *[other] { $n } answers are to questions that are not asked in their cases. They are kept
 } but not counted: { $places }
import-open = { $per ->
    [unit] { $n ->
        [one] 1 entry for a unit has every answer but is not marked as finished
       *[other] { $n } entries for units have every answer but are not marked as finished
    }
   *[case] { $n ->
        [one] 1 case has every answer but is not marked as finished
       *[other] { $n } cases have every answer but are not marked as finished
    }
 }; --done marks them.
import-finished = { $per ->
    [unit] { $n ->
        [one] 1 entry for a unit is marked as finished
       *[other] { $n } entries for units are marked as finished
    }
   *[case] { $n ->
        [one] 1 case is marked as finished
       *[other] { $n } cases are marked as finished
    }
 }.
import-would-finish = { $per ->
    [unit] { $n ->
        [one] 1 entry for a unit would be marked as finished
       *[other] { $n } entries for units would be marked as finished
    }
   *[case] { $n ->
        [one] 1 case would be marked as finished
       *[other] { $n } cases would be marked as finished
    }
 }.
cli-import-ignore = a column not to read
cli-import-dry_run = show what would happen without changing anything
cli-import-missing = what cells without an answer contain, such as NA
cli-import-codes = how to read digits whose meaning is unclear
cli-import-done = mark cases that have every answer as finished

# the report
cli-report = write the report: tables, charts, text, quotes and strengths
cli-report-format = format: md, html, xlsx or docx (default: from the file name)
cli-report-output = the file to write
cli-report-name_single = in sentences about a single case, name its unit
cli-report-min_cell = hide counts below this, and counts that would reveal them
outline-comment =
    The outline of the report: its headings in your order and words, and what goes under each.
    Change it as you like; every run of the report follows it. Delete the file for the whole report.
    Entries:
      question = "id"        a question with heading, sentence, table and charts
      sentences = "id"       its sentences alone; "id=yes|partly" sums these answers
      table = "id"           its table, or a table of the protocol
      by_unit = "id"         its table by unit
      chart = "id"           its chart
      quotes = "AREA"        the picked quotes of an area or a question
      strengths = "AREA"     its strengths and development areas
      part = "overview"      also: tables, strengths, quotes, differences, sampling_error, changes, method
      text = "…"             a paragraph of your own, with fields that are filled at each run:
        fields: {"{"}count id=yes{"}"} {"{"}words id=yes{"}"} {"{"}pct id=yes{"}"} {"{"}share id=yes{"}"} {"{"}sum id=yes|partly{"}"} {"{"}spread id=no{"}"}
        and {"{"}base id{"}"} {"{"}mean id{"}"} {"{"}median id{"}"} {"{"}least id{"}"} {"{"}most id{"}"}; several conditions: {"{"}count id=yes & sex=F{"}"}
    A question or a table can have your own title: {"{"} table = "id", title = "…" {"}"}. level = 2 makes a heading smaller.
outline-made = The outline is { $file }. Edit it; the next report follows it.
outline-exists = An outline already exists. It was not changed.
outline-exists-hint = edit { $file }, or delete it to get a new proposal
outline-empty = The outline has no sections.
outline-empty-hint = write for example [[section]] with heading = "…" and content = [{"{"} part = "overview" {"}"}]
outline-level = The level of a heading is 1, 2 or 3.
outline-level-hint = write for example level = 2
outline-kinds = { $n ->
    [0] The entry does not say what to print.
   *[other] The entry says { $n } things at once.
  }
outline-kinds-hint = write one of { $kinds } in each {"{"} … {"}"}
outline-quantity = A word for a share has a whole number of percent, from 0 to 100, that no other word has.
outline-quantity-hint = for example shares = {"{"} "all" = 100, "the majority" = 51, "a minority" = 0 {"}"}
outline-quantity-off = The outline does not say which words stand for which shares.
outline-quantity-off-hint = write them at the top, for example shares = {"{"} "all" = 100, "the majority" = 51, "a minority" = 0 {"}"}
outline-quantity-none = shares has no word for { $k } of { $n }.
outline-quantity-told = { $word } ({ $k } of { $n })
outline-quantity-from = { $word }: at least { $from } percent
outline-quantity-heading = Words for shares
outline-own = { $field } does not belong to { $kind }.
outline-own-hint = remove it; it can stand with: { $kinds }
outline-fetched = The day "{ $day }" is not a date.
outline-fetched-hint = write the day on which the figures were fetched, for example fetched = "2021-12-08"
outline-source = Source: { $source }, fetched { $day }.
outline-background = The background table "{ $name }" is not a file in the folder of the study.
outline-background-hint = put the file beside report.toml, and write its name alone
outline-background-own = { $name } has the cases of the study and cannot be in the report.
outline-background-own-hint = the report names no case; give another file
outline-background-shape = The file { $name } is not a table with the same number of columns in every row.
outline-background-shape-hint = the first row is headings; after it one row for each row of the table
outline-reference = The table has no row called "{ $name }".
outline-reference-share = A reference is a share in percent.
outline-reference-share-hint = write a number from 0 to 100
outline-reference-head = Reference
outline-reference-note = Reference: { $source }
outline-example = There is no case "{ $name }", or it does not count.
outline-example-hint = write the case's id as in the case list; it does not appear in the report
outline-example-hidden = The example from a case is not shown with --min-cell.
outline-example-number = An answer in the example has what may be a personal identity number.
outline-example-number-hint = remove the question from answers, or change the answer
outline-field-whole = {"{"}{ $name }{"}"} counts the whole question and cannot have conditions.
outline-field-whole-hint = use mean with a condition, for example {"{"}mean hours & sex=F{"}"}
outline-quartiles = between { $lower } and { $upper }
outline-spread-unnamed = { $all } in { $units }
outline-mean-sex = { $mean } for { $group } ({ $n })
outline-mean-unit = { $mean } in { $group } ({ $n })
outline-unknown = There is no { $what ->
    [question] question
    [choice] answer
   *[part] part
  } "{ $name }".
outline-field = There is no field "{ $name }".
outline-field-empty = The field "{ $name }" does not say what it counts.
outline-field-hint = write for example {"{"}count plan=yes{"}"}
outline-field-number = "{ $name }" is for a question answered with a number, and "{ $question }" is not one.
outline-field-number-hint = write count, words, pct, share, sum or spread with an answer
outline-field-text = "names" is about a text, and the question "{ $question }" is none.
outline-field-text-hint = use sentences, a table or spread with an answer
outline-name = { $n } of { $name }
outline-names-none = none with a name
outline-field-none = There is no "{ $name }" for question "{ $question }" yet: it has no answers.
outline-field-no-base = "{ $field }" has no share: the base has no cases.
outline-field-outside = "{ $field }" has no share: { $n ->
    [one] { $n } of the cases is
   *[other] { $n } of the cases are
  } outside the base.
outline-field-small = "{ $field }" has no percentage: the base is { $n }, and percentages are given from { $from }.
outline-field-base-hint = write count, words or spread, which need no base
outline-number = The line may contain a personal identity number.
outline-number-hint = write it without the number
outline-left-out = { $n ->
    [one] The outline leaves out: { $names }
   *[other] The outline leaves out { $n } things: { $names }
 }
cli-report-outline = write a proposed outline, report.toml, beside the study, for you to edit
report-overview = The cases
report-overview-open = Cases of the review
report-ages = { $known ->
    [all] The people
   *[some] In { $n } of { $all } cases the year of birth is stated: the people
 } are { $age } years old, as of the end of { $year } (born { $born }).
report-ages-table = Cases by age and sex
report-frame = The sampling frame
report-frame-told = The cases were drawn from a list of { $n } cases; { $drawn } were drawn.
report-frame-parts = The list has { $parts }.
report-frame-differs = { $name }: { $stated } stated, but { $counted } in the list.
report-frame-agrees = { $n ->
    [one] One stated total agrees
   *[other] { $n } stated totals agree
 } with the list.
report-overview-table = Cases reviewed
report-cases = { $per ->
    [unit] { $n ->
        [one] One entry of a unit is included.
       *[other] { $n } entries of units are included.
    }
   *[case] { $n ->
        [one] One case is included.
       *[other] { $n } cases are included.
    }
 }
report-cases-open = The review has { $per ->
    [unit] { $n ->
        [one] one entry of a unit, which is not finished
       *[other] { $n } entries of units, of which { $done } are finished
    }
   *[case] { $n ->
        [one] one case, which is not finished
       *[other] { $n } cases, of which { $done } are finished
    }
 }.
report-tables = Tables
report-least = lowest
report-most = highest
report-warning = Note!
report-written = Wrote the report: { $file }

## report: tables

report-by-unit = { $text } – by { $unit }
report-units = Questions per unit
report-no-value = missing
report-net = At least one of the answers
report-names-rest = … and { $n } more
outside = { $who } not included: { $why }.
outside-cases = { $per ->
    [unit] { $n } { $n ->
        [one] entry of a unit is
       *[other] entries of units are
    }
   *[case] { $n } { $n ->
        [one] case is
       *[other] cases are
    }
 }
outside-fewer = { $per ->
    [unit] fewer than { $n } entries of units are
   *[case] fewer than { $n } cases are
 }
outside-condition = the question is asked only if { $condition }
outside-not-asked = the question does not apply to them
outside-open = it is not yet known whether { $condition }
outside-not-known = the answer cannot be worked out yet
outside-na = the answer is { $answers }
outside-unanswered = the question is unanswered
table-about = The table covers { $missing ->
    [0] { $base } of { $all } cases: those where { $condition }
   *[other] { $base } of { $all } cases so far: those answered where { $condition }{ $n ->
        [0] {""}
       *[other] . In { $n }, answers that the table needs are missing
    }
 }.
count-missing = { $per ->
    [unit] In { $n } of { $all } entries of units, answers that this count needs are missing.
   *[case] In { $n } of { $all } cases, answers that this count needs are missing.
}
table-missing = { $per ->
    [unit] In { $n } of { $all } entries of units, answers that the table needs are missing.
   *[case] In { $n } of { $all } cases, answers that the table needs are missing.
 }
table-outside-rows = { $n } of { $base } cases are in none of the rows.
table-outside-columns = { $n } cases in one of the rows are in none of the columns.
protocol-list-rows = The table counts rows and lists cases at the same time.
protocol-list-rows-hint = remove one of the two, or make two tables
protocol-list-people = The table lists the cases one by one, but they are people: the case list has sex or year of birth.
protocol-list-people-hint = count them with rows instead; list is for cases such as activities and recommendations
protocol-list-empty = The table lists cases without saying anything about them.
protocol-list-empty-hint = write what each column shows, for example list = {"{"} Activity = "activity", Status = "done_2016" {"}"}
schema-table-list = In place of rows: the headings of the columns, each with the id of a question or an attribute. The table then lists its cases one by one; only where they are not people.
table-list = The table lists { $n } of { $all } { $per ->
    [unit] entries of units
   *[case] cases
 }.
table-list-none = None of { $all } { $per ->
    [unit] entries of units
   *[case] cases
 } belongs here.
table-list-none-yet = { $per ->
    [unit] None of { $all } entries of units belongs here so far; { $missing } of them lack answers that decide it.
   *[case] None of { $all } cases belongs here so far; { $missing } of them lack answers that decide it.
 }
table-list-condition = Those where { $condition }.
table-list-hidden = The table lists single { $per ->
    [unit] units
   *[case] cases
 } and is therefore not shown with --min-cell.
table-list-open = not answered yet
table-list-unanswered = unanswered
protocol-table-per = The table is about "{ $name }". Only a list can be about units (unit).
protocol-table-per-hint = remove per, or write list in place of rows
schema-table-per = What a list is about: cases (case) or units (unit), with a line for each unit and informant.
protocol-across = The table cannot be split by "{ $name }": it has no fixed values.
protocol-across-twice = The table is split by "{ $name }" twice.
protocol-across-hint = write the id of a question with choices, or of an attribute with values
schema-table-across = What the rows are split by across the table: a question with choices or an attribute with values, or a list of several: each value of one is then split by the next. Percentages are of the row.
aspect-across = split across
codebook-across = Across
table-rest-across = Others (none of the columns)
report-median = median
report-lower-quartile = lower quartile
report-upper-quartile = upper quartile
report-differences = Differences between the sexes and between units
report-percent-from = Where the base is less than { $from }, only counts are given, not percentages.
report-brief = Charts stand at the questions that are a strength or a development area of all units. The same report as a web page or a spreadsheet has charts and tables by unit at every question.
report-min-cell = Counts below { $min } are not shown. Where such a count could be worked out, other counts are also hidden, marked "..". The total number outside a base is still shown.
report-uncertainty = Sampling uncertainty
difference-exploratory = All questions and answers have been compared, including where no difference was expected. p is the probability of a difference this large by chance (Fisher's exact test, not adjusted for the number of comparisons). The list is exploratory: it suggests what may be worth a closer look and proves nothing.
difference-sexes = Differences between the sexes
difference-units = Differences between the units
difference-few = Bases below { $from }: counts only
difference-many = { $n ->
    [one] One comparison was made. { $rare ->
        [0] Its p is not below 0.05.
       *[other] Its p is below 0.05.
    }
   *[other] { $n } comparisons were made. { $rare } of them { $rare ->
        [one] has
       *[other] have
    } p below 0.05; { $expected ->
        [0] fewer than one would be
       *[other] about { $expected } would be
    } expected by chance.
 }
difference-most = The { $most } largest of { $n } differences are shown.
difference-small = { $n ->
    [one] One comparison with a base below { $from } is left out.
   *[other] { $n } comparisons with a base below { $from } are left out.
}
difference-own = The group
difference-others = Others
difference-points = Difference, percentage points
difference-p-value = p (exploratory)
difference-share = { $group } among cases with the answer
difference-of = { $k } of { $n }
difference-among = { $question }: of { $n } cases with the answer "{ $answer }", { $k } { $k ->
    [one] is
   *[other] are
 } in the group { $group }, which is { $base } of { $all } in the base.
uncertainty-sample = { $n } cases were drawn from a list of { $frame }. The percentages here are weighted to the whole list: each case counts for as many as it represents in its part of the sample. They can therefore differ from the tables, which cover the cases reviewed. The interval shows where the percentage in the whole list lies, with 95 percent confidence. It is approximate, and errs on the wide side.
uncertainty-added = { $n ->
    [one] One case that was added by hand is not included.
   *[other] { $n } cases that were added by hand are not included.
 }
uncertainty-table = Percentages in the whole list, with 95% confidence intervals
uncertainty-interval = 95% CI

# merge
cli-merge = bring in answers from a copy of the study that was coded separately
cli-merge-copy = the copy's folder, for example on a USB stick; nothing in it is changed
merge-whole = { $file }: the whole file, { $n ->
    [one] one line.
   *[other] { $n } lines.
}
merge-joined = { $file }: { $n ->
    [one] one line that was missing, in a new file.
   *[other] { $n } lines that were missing, in a new file.
}
merge-blanked = { $n ->
    [one] A text that was removed in one of the copies is removed here.
   *[other] { $n } texts that were removed in one of the copies are removed here.
}
merge-doubtful = { $coder }, { $place }: a text was removed here in one of the copies, and the other, written without knowing of that, has a text here. Read it. If it is the same text, remove it with aktkoll redact.
merge-done = { $n ->
    [0] The copy { $copy } has no line that is missing here.
    [one] One line came from { $copy }.
   *[other] { $n } lines came from { $copy }.
}
merge-same = This is the same folder.
merge-study = The copy is of another study: { $found }. This one is { $expected }.
merge-protocol = The copy has another version of the protocol: { $found }; this study has { $expected }.
merge-cases-missing = { $n ->
    [one] One case is missing from the copy: { $names }.
   *[other] { $n } cases are missing from the copy: { $names }.
}
merge-cases-more = { $n ->
    [one] One case is only in the copy: { $names }.
   *[other] { $n } cases are only in the copy: { $names }.
}
merge-cases-differ = The case list has the same cases but different details about them.
merge-plan = The copy has a different plan (plan.csv).
merge-hint = copy protocol.toml, cases.csv and plan.csv from the correct folder to the other one and try again; nothing was merged

# Agreement: why a measure is missing
agreement-nothing-paired = cannot be computed: no case was coded by two coders
agreement-all-alike = cannot be computed: every answer is the same
agreement-one-case = no interval: only one case
agreement-no-spread = no interval: the cases do not vary enough
agreement-unstable = no interval: too few distinct answers



## asking: tables that are not clear, and rows that are not cases

ask-file = { $file }
ask-column = Which column is { $label }?
ask-id-column = Which column has the ids of the cases?
ask-target = What is the column "{ $header }"?
ask-sheet = Which sheet should be read?
ask-option = {"  "}{ $n }  { $label }
ask-none = {"  "}0  none of them: cancel
ask-number = Type the number and press Enter:
ask-again = Type a number from 0 to { $most }.
ask-pick-again = Type a number from 1 to { $most }.
ask-option-next-time = To skip this question next time: { $option }
cases-no-header = No header row was found: none of the first 20 rows has case ids or any of the attributes.
cases-no-header-hint = add a header row at the top: case{ $names }; or say what the columns are called: --column case_id=Header
table-sums = {"  "}Totals, not read: row { $rows }
identity-sheet = { $n ->
    [one] There is a personal identity number on a sheet that is not read. The file cannot be used like this.
   *[other] There are personal identity numbers here and in other cells ({ $n } in all), on a sheet that is not read. The file cannot be used like this.
}
identity-sheet-hint = remove the sheet, or save the sheet with the cases as a separate file

## prose: sentences for the report

prose-numbers = zero one two three four five six seven eight nine ten eleven twelve
prose-none-neuter = none
prose-none-common = none
prose-one-neuter = one
prose-one-common = one
prose-count-case = { $n ->
    [0] no cases
    [one] { $number } case
   *[other] { $number } cases
 }
prose-count-unit = { $n ->
    [0] no units
    [one] { $number } unit
   *[other] { $number } units
 }
prose-count-informant = { $n ->
    [0] no informants
    [one] { $number } informant
   *[other] { $number } informants
 }
prose-in-place = { $number } in { $place }
prose-in-each = { $n ->
    [1] { $number } each in { $places }
   *[other] { $number } each in { $places }
 }
prose-and-also = and
prose-all-in = { $n ->
    [1] in { $place }
    [2] both in { $place }
   *[other] all { $number } in { $place }
 }
prose-least-in-each = at least { $number } in each unit
prose-so = This is true { $shares }.
prose-but = { $some }, but { $none }
prose-nor = nor
prose-percent = { $n } percent
prose-percent-below = less than 1 percent
prose-percent-above = more than 99 percent
prose-percent-sign = { $n }%
prose-in = in { $counted }
prose-by = according to { $counted }
prose-of = { $k } of { $of }
prose-captioned = { $caption }: { $told }
prose-clause-applies = { $clause } and the question applies
prose-clause-counted = { $clause } (those in the base)
# Words that deny something, in statements.
prose-negations = lack lacking lacks missing neither never no none nor not nothing only without
prose-of-those = { $k } of { $whole ->
    [yes] the { $of }
   *[no] { $of }
 }
prose-asked-where = It is asked where { $condition }.
prose-further = { $n ->
    [one] The other answer is { $answers }.
   *[other] The other answers are { $answers }.
 }
prose-with-percent = { $part } ({ $percent })
prose-quoted = “{ $text }”
prose-all-case = { $n ->
    [1] the only case
    [2] both cases
   *[other] all { $number } cases
 }
prose-all-unit = { $n ->
    [1] the only unit
    [2] both units
   *[other] all { $number } units
 }
prose-all-informant = { $n ->
    [1] the only informant
    [2] both informants
   *[other] all { $number } informants
 }
prose-all = { $n ->
    [2] both
   *[other] all { $number }
 }
prose-no-base = The base has { $none }.
prose-answered = answered { $place }.
prose-several = Several answers may be given.
prose-answers = { $n ->
    [one] The only answer given is { $answers }.
   *[other] The answers are { $answers }.
 }
prose-common = { $n ->
    [one] The most common answer is { $answers }.
   *[other] The most common answers are { $answers }.
 }
prose-among = among { $group }
prose-time = in { $time }
prose-neither = { $answer } { $none }, in neither { $times }.
prose-spread = { $start }: { $spread }.
prose-one-place = { $start }, { $n ->
    [1] in { $place }
    [2] both in { $place }
   *[other] all { $number } in { $place }
 }.
prose-number-one = The value{ $unit } is { $value } { $place }.
prose-mean = The mean is { $mean } and the median { $median } { $place }.
prose-range = Values range from { $low } to { $high }.
prose-range-in = Values range from { $low } to { $high } { $place }.
prose-year-one = The year is { $year } { $place }.
prose-years = The earliest year is { $first } and the latest { $last } { $place }.
prose-mean-of = { $mean } { $group } ({ $n })
prose-number-base = The base is { $n }.
prose-means = The mean is { $means }.

## remark: what a reader of the report should know about the counts

preliminary = Preliminary: { $what }.
preliminary-blank = { $n } of { $all } { $per ->
    [unit] entries of units
   *[case] cases
 } { $n ->
    [one] is
   *[other] are
 } not coded
preliminary-begun = { $n } of { $all } { $per ->
    [unit] entries of units
   *[case] cases
 } { $n ->
    [one] is
   *[other] are
 } not finished
preliminary-begun-too = { $n } { $n ->
    [one] is
   *[other] are
 } { $per ->
    [unit] started but not finished
   *[case] started but not finished
 }
preliminary-side = { $name }: { $told }
preliminary-word = preliminary
preliminary-table = { $title } (preliminary)
preliminary-differences = { $n ->
    [one] One difference between the coders is not settled, so the answer may change.
   *[other] { $n } differences between the coders are not settled, so the answers may change.
 }
remark-small = The group is small ({ $n ->
    [one] 1 case
   *[other] { $n } cases
 }): no percentages are given.
remark-unanswered = Answers are missing { $per ->
    [unit] { $n ->
        [one] in 1 entry of a unit, which is not in the base
       *[other] in { $n } entries of units, which are not in the base
    }
   *[case] { $n ->
        [one] in 1 case, which is not in the base
       *[other] in { $n } cases, which are not in the base
    }
 }.
remark-open = { $per ->
    [unit] { $n ->
        [one] In 1 entry of a unit, which is not in the base, it is not yet known whether the question applies.
       *[other] In { $n } entries of units, which are not in the base, it is not yet known whether the question applies.
    }
   *[case] { $n ->
        [one] In 1 case, which is not in the base, it is not yet known whether the question applies.
       *[other] In { $n } cases, which are not in the base, it is not yet known whether the question applies.
    }
 }
sample-unbalanced = The sample is not proportional: some groups make up a larger or smaller part of it than of all cases. Totals describe the cases reviewed, not all cases.


## export: other programs' files
cli-export = write the answers to files for Excel, SPSS, R, Stata, REDCap and other programs
cli-export-format = csv, excel, xlsx, jsonl, stat (SPSS, R and Stata), redcap, datapackage or all (default for .xlsx and .jsonl: by the file's ending)
cli-export-out = folder for the files (default: STUDY-export), or the file name if there is only one
cli-export-filter = only cases where KEY=A|B, KEY!=A, KEY>=N or KEY<=N; repeat to combine
cli-export-replace = overwrite existing files
cli-export-birth_year = include year of birth instead of age group
cli-export-texts = include comments, quotes, flags and bookmarks in a separate file
cli-export-evidence = include where in the file answers were found in a separate file
cli-export-coders = include who coded
export-case = Case
export-coder = Coder
export-age-group = Age group
export-yes = Yes
export-no = No
export-exposure = The files contain no names but are not anonymous. Consider who receives them:
export-few-groups = Fewer than { $few } cases: { $list }.
export-few-answers = Sensitive questions answered in fewer than { $few } cases: { $list }.
export-free-texts = Free-text answers may identify someone: { $list }.
export-partial-dates = { $n ->
    [one] 1 date has no day or month and is left empty in the REDCap file.
   *[other] { $n } dates have no day or month and are left empty in the REDCap file.
 }
export-xlsx = The workbook cannot be written: { $cause }.
export-preliminary = The files include unfinished cases. { $told }
export-several = This makes { $n } files, but you gave only one file name.
export-several-hint = give a folder with --out
export-format = { $ending ->
    [empty] no format is given
   *[other] the file's ending does not tell the format: “{ $ending }”
 }
export-format-hint = add --format csv, excel, xlsx, jsonl, stat, redcap, datapackage or all; xlsx and jsonl are also told by --out FILE.xlsx or FILE.jsonl
export-there = The file already exists.
export-there-hint = run with --replace to overwrite it, or give another folder with --out

# the report's formats
report-contents = Contents
report-table = Table
report-chart = Chart
report-bars = Percentage of the base; the figures are counts.
report-hidden = hidden (..)
report-of = of { $n }
report-date = Date
report-protocol = Protocol
report-quoted = Language
report-quoted-from = { $lang ->
    [sv] Questions, answers and headings are quoted from the protocol, in Swedish.
   *[en] Questions, answers and headings are quoted from the protocol, in English.
 }
report-version = { $id }, version { $version }
report-template = the report template cannot be used: { $cause }
report-template-hint = correct the template, or remove the file to use the built-in one
report-sheet-about = About
report-sheet-charts = Chart data
report-key = How to read the tables
report-key-share = percentage of the base; the cell holds the exact value and shows whole percent
report-key-count = number of cases
report-key-base = the cases to which the question applies, with an answer that counts
report-key-nothing = there is nothing to count
report-key-hidden = hidden, so that nobody can be identified
report-terminal = this report format cannot be shown in a terminal
report-terminal-hint = give a file name: -o report.{ $ending }
report-ending = the file name does not match the format: “{ $ending }”
report-ending-hint = for example -o report.{ $ending }, or set it with --format md|html|xlsx|docx
report-in-ledger = only answers may be written in the ledger folder; choose another place for the report
report-other-file = the file exists and has been changed since the program wrote it, or is not a report
report-other-file-hint = choose another name, or move the file first

## strengths, development areas, and quotes for the report

action-strengths = strengths and development areas for the report
action-quotes = quotes for the report
action-strike = reject the proposal, or restore it (in the list of strengths)
action-reword = reword your own quote (in the list of quotes)
op-item = strength or development area
op-evidence = evidence
title-strengths = Strengths and development areas
title-strengths-signs = Strengths (+) and development areas (-)
title-quotes = Quotes for the report
title-source = Which document is the quote from?
title-answers = Answers to question { $n }
title-item = Wording in the report (empty: as proposed)
title-item-own = Your wording in the report
footer-keep = keep, reword
footer-add = add
footer-strike = reject
footer-pick = select
footer-reword = reword
strengths-joint = All units
strengths-how = Proposals follow the counts until you keep, reword or reject them.
strengths-kept = Strengths
developments-kept = Development areas
strengths-proposed = Proposals (not reviewed)
strength-one = Strength
strength-new = New strength, { $unit }
development-new = New development area, { $unit }
development-one = Development area
strength-add = Add a strength in your own words
development-add = Add a development area in your own words
strength-proposed = { $question } Mostly: { $answer }.
development-proposed = { $question } Too rarely: { $answer }.
strength-at-least = at least { $percent } percent of { $cases }
strength-at-most = at most { $percent } percent of { $cases }
strength-all = all cases
strength-none = none of { $cases }
strength-cases = the cases
strength-cases-where = the cases
strength-applies = where the question applies
strength-count = { $k } of { $n }
strength-is-proposed = proposal
strength-is-struck = rejected
strength-is-kept = kept
strength-is-changed = counts changed
strength-changed = counts have changed since this was written
strength-hidden = counts are hidden because one is small
terminal-not-saved-item = open the study again and check strengths and development areas: the line may have been saved after all
study-threshold-percent = strength_from is { $found }, but must be between 1 and 100 percent.
study-threshold-both = development_to is { $development } and strength_from { $strength }: one answer cannot be both a strength and a development area.
study-threshold-hint = write for example strength_from = 80 and development_to = 50
quote-file = file
quote-source = From { $document }
quote-source-unit = From { $document }, { $unit }
quote-by = Written by { $coder }
quote-has-number = There is a personal identity number here. The quote cannot be used in the report.
quote-names-own = Possible names: { $names }. Reword the quote ({ $key }) before using it in the report.
quote-names-other = Possible names: { $names }. Ask { $coder } to reword the quote.
screen-no-quotes = No quotes have been written.
screen-own-names = { $n ->
    [one] One of your selected quotes may identify someone. Go to it and reword it.
   *[other] { $n } of your selected quotes may identify someone. Go to them and reword them.
}
screen-quote-names = Selected, but may contain names.
screen-quote-of-other = This quote is { $coder }'s, or from another round; reword it there.
report-quotes = Quotes
report-examples = Good examples
report-number-quote = The quote from { $case_id }, question { $n }, by { $coder } contains a personal identity number. The report was not written.
report-number-quote-hint = its author removes it with: aktkoll redact { $study } --case { $case_id } --question { $question }
report-number-item = A strength or development area contains a personal identity number. The report was not written.
report-number-hint = its author removes it with: aktkoll redact { $study }
names-by-login = { $names } have coded under the same login, { $login }. If that is one person, the answers count as two coders’: go on under one of the names (--coder), and take over the cases of the other ({ $key } on the screen). If several people share the login, all is as it should be.
names-found = { $n ->
    [one] One word may be a name or a place. Check it before you share the { $what ->
        [report] report
       *[export] files
    }.
   *[other] { $n } words in { $texts } texts may be names or places. Check them before you share the { $what ->
        [report] report
       *[export] files
    }.
}
names-at = {"  "}{ $place }: { $names }
text-quote = quote
text-answer = free-text answer
text-finding = strengths and development areas
text-rule = rule
text-note = comment
text-drop = why the case was dropped
text-bookmark = bookmark
text-id = case { $id }, its id

# the comparison
cli-compare = compare studies side by side
cli-compare-studies = two or more studies (one with --times)
cli-compare-map = questions, answers, attributes or their values that are the same despite different ids: ID=ID or ID:VALUE=ID:VALUE, first study's first; repeat for more
cli-compare-times = two times of one study: --times 2016 2017
cli-compare-areas = all studies, quality area by quality area (not json or csv)
cli-compare-format = text, json, csv, md, html, docx or xlsx
cli-compare-output = the file to write (md, html, docx, xlsx)
compare-written = Wrote the comparison: { $file }
compare-no-file = --output writes md, html, docx or xlsx. For other formats, use > to write to a file.
compare-two = Give at least two studies to compare.
compare-several = Give at least two studies.
compare-times-one = --times compares two times of one study.
compare-how = aktkoll compare FOLDER FOLDER [FOLDER…]; aktkoll compare FOLDER --times 2016 2017; aktkoll compare FOLDER FOLDER FOLDER --areas
compare-no-question = There is no question { $name } in { $study }.
compare-mapped-twice = One of the questions in { $one }={ $other } already has a counterpart.
compare-title = Comparison: { $one } and { $other }
compare-direction = Change is { $other } minus { $one }.
compare-studies = About the comparison
compare-side = protocol { $id }, version { $version }; { $n ->
    [one] 1 case
   *[other] { $n } cases
}
compare-chosen = the cases were not drawn by this program
compare-drawn = drawn from { $frame ->
    [one] 1 case
   *[other] { $frame } cases
}
compare-rounding = The change is calculated from exact percentages, so it may differ by one from the rounded ones.
compare-bases = A percentage can change because its base has changed. Where the bases differ, both studies are therefore also shown on each study's base.
compare-interval-note = The intervals are 95 percent (Newcombe) and treat each study as a simple random sample.
compare-same-cases = The cases are the same both times, so no intervals are computed.
compare-no-sample = No intervals are calculated, because this is not a random sample from a larger frame: { $names }.
compare-common = Questions in common
compare-nothing = The studies have no questions that can be compared.
compare-own = Each on its own base
compare-on = Both on the base of { $name }
compare-both = Only cases with an answer at both times
compare-change = Change
compare-points = percentage points
compare-interval = interval
compare-from-to = { $low } to { $high }
compare-unasked = { $name }: the question was not asked in { $n ->
    [one] 1 case
   *[other] { $n } cases
} of the base, which { $n ->
    [one] counts
   *[other] count
} as without the answer.
compare-no-counterpart = The condition { $condition } of { $has } has no counterpart in { $lacks }; there the question's own condition applies.
compare-no-value = The base in { $has } includes { $condition }. That value does not exist in { $lacks }, where only the others count: compare with care, or name its counterpart with --map QUESTION:ANSWER=QUESTION:ANSWER.
compare-mapped-choice = { $one }={ $other }: the questions or attributes are not the same in the two studies.
compare-mapped-choice-hint = name them too: --map QUESTION=QUESTION
compare-not-comparable = Cannot be compared
compare-only-in = Only in { $name }
compare-per = one is about cases, the other about units
compare-kind = the questions are answered in different ways
compare-unit = different units: { $one } and { $other }
compare-words = texts and dates are not counted as percentages
compare-choices = different choices; only in the first: { $one }; only in the second: { $other }
compare-text = The question is worded differently: “{ $one }” and “{ $other }”
compare-guidance = The guidance, or the meaning of the answers, is different.
compare-map-two = --map is for comparing two studies.
compare-series-note = Each study is counted on its own base. An empty row means that the question was not asked.
compare-series-bases = { $one } and { $other } do not have the same base: compare the two by themselves, and both are shown on the base of each.
compare-series-alone = only that study asks it
strengths-joint-short = all units
report-key-results = Key results
report-key-best = At least { $percent } percent have the answer that is wished for:
report-key-weakest = At most { $percent } percent have the answer that is wished for:
compare-areas-title = Studies side by side
compare-areas-note = The tables show the percentage of the base with the desired answer. Bases can differ between studies: compare two at a time without --areas. An empty cell means that the question was not asked.
compare-areas-table = Desired answers

# the method
cli-report-coders = name the coders in the method section
method = Method
method-sample = Sample
method-not-drawn = The cases were not drawn by this program. The study does not say how they were chosen.
method-date = Drawn
method-seed = Seed
method-per = Drawn per
method-drawing = Each case has a random number: the SHA-256 of the seed and the case id. In each group the cases with the lowest numbers were drawn, so anyone can repeat the draw.
method-strata = The frame and the drawn cases
method-short = missing
method-short-note = { $n ->
    [one] 1 case is missing
   *[other] { $n } cases are missing
} because the frame had no more. They were not replaced from other groups.
method-added = Added by hand, not drawn: { $n }
method-replaced = Replaced by the next in the same group: { $n }
method-dropped = Cases dropped
method-dropped-n = { $n ->
    [0] No case was dropped.
    [one] 1 case was dropped and does not count:
   *[other] { $n } cases were dropped and do not count:
}
method-dropped-reason = { $reason }: { $n }
method-protocol = Protocol
method-id = Protocol
method-version = Version
method-hash = SHA-256
method-questions = Questions
method-changed = Changed since the last coding:
method-changed-on = Changed { $day }:
method-version-lost = An earlier version of the protocol is no longer in the folder, so the changes cannot be listed.
method-unchanged = The protocol has not changed since coding began.
method-rules = Coding rules
method-rule = { $day }, question { $question }: { $text }
method-rule-by = { $day }, question { $question }: { $text } ({ $coder })
method-coders = Coders
method-coders-table = Cases per coder
method-coder = Coder { $n }
method-cases = Cases
method-coders-note = A case can have answers from several coders.
method-round-first = coding
method-imports = Files read
method-import = { $day }: { $file }, SHA-256 { $hash }
method-figures = How it is counted
method-base = The base is the cases where the question was asked and has an answer that counts. Each table says which cases are outside its base. Dropped cases are not counted anywhere.
method-rounding = Percentages are whole numbers. Halves are rounded up, each one separately, so they do not always add up to 100.
method-percent-from = Where the base is less than { $n }, only counts are shown.
method-evidence = For { $k } of { $n } answers ({ $pct } percent) it is recorded where in the file they were found.
method-suppressed = Counts below { $n } are hidden, and so are counts that would reveal them.
method-coded-with = Coded with { $programs }
method-made-with = Counted with { $program }

## phase: feedback before the report is adopted, and what is reported to the manager

cli-status-phase = begin the feedback, or go back to the review
cli-list-comments = list the comments instead, with case, unit, sex, question and answer
list-no-comments = There are no comments.
list-comments-case = On cases as a whole
cli-list-told = list instead the cases the manager should hear about, and what was said
cli-report-feedback = what a unit sees before the report is adopted: its own answers next to the total
cli-report-unit = which unit the feedback is for, by code or name
phase-unknown = “{ $name }” is not a phase.
phase-unknown-hint = write feedback or review
phase-begun = The feedback phase has begun. From now on, the screen asks for a reason each time an answer is changed. Anyone with the study open must close and reopen it.
phase-already = The feedback phase already began on { $date }. Nothing was changed.
phase-leave = { $n ->
    [one] One answer has
   *[other] { $n } answers have
  } been changed since the feedback. The list of changes will be lost. Go back anyway? (yes/no)
phase-review = The study is in the review phase. No reasons are asked for.
title-reason = The change is saved. Why is the answer changed during the feedback? No names. ({ $key }: give the reason later)
reason-later = The answer is saved, without a reason. { $key } lists the answers that lack one.
escalation-title = Which manager (post) was told what, and when? No names.
escalation-note = note what the manager was told …
escalation-summary = Manager told: { $text }
escalation-none = No case has the flag “tell the manager”.
escalation-not-noted = nothing noted
escalation-missing = Tell the manager: nothing noted
status-changed = Changed during feedback
status-changed-unreasoned = Changed, reason missing
import-changed = { $n ->
    [one] One answer changes
   *[other] { $n } answers change
  } during the feedback. Write a reason on the screen: { $key }, { $key_open } on the list “Changed, reason missing”, then { $key_note }.
feedback-subtitle = Working draft. Feedback to { $unit }
feedback-heading = Before the report is adopted
feedback-purpose = This is a working draft. If anything is wrong, tell us before the report is adopted.
feedback-cases = { $n ->
    [one] One of { $all } reviewed cases is about { $unit }.
   *[other] { $n } of { $all } reviewed cases are about { $unit }.
  }
feedback-cases-hidden = How many of the cases are from { $unit } is not shown.
feedback-cases-open = { $n ->
    [one] One of the { $all } cases of the review concerns { $unit }.
   *[other] { $n } of the { $all } cases of the review concern { $unit }.
  }
feedback-no-such-unit = The case list has no unit “{ $name }”.
feedback-two-units = The study has only two units: anyone who subtracts their own answers from the total gets those of { $other }.
changes-heading = Changed during feedback
changes-since = The feedback began on { $date }. { $n ->
    [0] No answer has changed since.
    [one] One answer has changed since.
   *[other] { $n } answers have changed since.
  }
changes-unreasoned = { $n ->
    [one] One change has
   *[other] { $n } changes have
  } no reason.
changes-change = Change
changes-reason = Reason

## gold: cases that everyone codes first, and drift

wave-gold = gold
plan-gold = { $n ->
    [one] One gold case is coded by everyone before the rest.
   *[other] { $n } gold cases are coded by everyone before the rest.
 } The other coders' answers are compared with { $reference }'s.
plan-gold-few = Only { $n } of { $wanted } gold cases are possible: the others have already been started.
plan-gold-alone = Gold cases need at least one coder besides { $coder }.
plan-gold-begun = { $id } cannot be a gold case: someone other than { $coder } has started it.
plan-gold-begun-hint = choose another case, or someone else to compare with: --reference NAME
plan-gold-dropped = { $id } cannot be a gold case: it was dropped.
plan-gold-coder = A gold case needs a coder in the column coder to compare the others with.
plan-required = To move on from the gold cases, at least { $required } percent of answers must now agree.
study-required = required under [gold] is { $found }, but must be between 0 and 100 percent.
gold-own = Code the gold cases first: { $done } of { $all } finished. Quit and open the study as you did, with --round second; they are at the top.
gold-others = Your gold cases are finished, but { $coder } has finished only { $done } of { $all }. Wait for { $coder }, or drop the requirement: aktkoll plan FOLDER --required 0.
gold-below = Gold cases: { $alike } of { $of } answers agree, { $percent } percent; { $required } is required. Go through the differences (aktkoll resolve FOLDER), then add gold cases (aktkoll plan with --gold) or lower the requirement (aktkoll plan FOLDER --required).
gold-passed = Gold cases finished. Quit and open without --round to code the rest.
cli-plan-gold = number of gold cases, which everyone codes before the rest, spread over unit and sex
cli-plan-gold_case = use these cases as gold cases
cli-plan-reference = the coder to compare the others with in the gold cases (default: the first in --coders)
cli-plan-required = percentage of answers that must agree before moving on from the gold cases (default: 90)
drift-waves = Agreement over time
drift-waves-none = No gold case or case with a wave in the plan has been finished by two coders yet.
drift-wave-name = { $wave ->
    [gold] Gold cases
    [early] Early
    [middle] Middle
   *[late] Late
 }
drift-wave = { $wave }: { $alike } of { $of } agree ({ $percent } percent; { $low }–{ $high })
drift-wave-few = { $wave }: { $alike } of { $of } agree
drift-waves-read = The second coding is compared with the first, answer by answer, except free text. The range is a 95 percent interval (Wilson). It treats every answer as independent; answers in the same case are related, so the interval is probably too narrow.
drift-change = { $less ->
    [yes] Matching answers are less common
   *[no] Matching answers are more common
 } among cases coded { $to } than among those coded { $from }, by more than chance usually explains (p = { $p }, Fisher's exact test; exploratory, and probably too low, just as the intervals are too narrow).
drift-coders = The answers, coder by coder
drift-coders-none = There are no coders to compare: two must have coded cases of the same unit and sex.
drift-coders-read = Each coder's share of desired answers is compared with the other coders', only where both have cases of the same unit and sex. The others' share is reweighted to the coder's own mix of unit and sex. Differences may be due to the cases: this shows what is worth discussing and proves nothing.
drift-many = { $n ->
    [one] One comparison was made.
   *[other] { $n } comparisons were made.
 } { $rare } of them have p below 0.05 (exact stratified test, exploratory); { $expected ->
    [0] fewer than one would be
   *[other] about { $expected } would be
 } expected by chance.
drift-contrast = Question { $question }: { $coder } answered { $answer } in { $k } of { $n } ({ $percent } percent), { $other } in { $expected } percent, reweighted ({ $l } of { $m }); p = { $p }.
drift-few = { $n ->
    [one] One comparison has a base below { $from }: counts only.
   *[other] { $n } comparisons have a base below { $from }: counts only.
 }
drift-others = others

## together: discussions, and two at one screen
discussion-raise = Your colleagues see the flag. { $key } and { $key_open }: write your question.
discussion-reply = Reply in the discussion …
discussion-rule = Make a rule of your conclusion …
discussion-settle = Close the discussion
discussion-raised = { $who } wants to discuss the question
discussion-settled = The discussion is closed ({ $who })
discussion-how = { $key }: reply or make a rule
discussion-new = { $coder } wants to discuss { $case_id }, question { $n }.
discussion-new-reply = { $coder } has written about { $case_id }, question { $n }.
discussion-new-rule = New rule by { $coder } for question { $n }. { $looks ->
    [one] Review one of your answers ({ $key }).
   *[other] Review { $looks } of your answers ({ $key }).
 }
title-discussion = Write your question or reply. No names.
status-joint = Coded together
cli-with = the person beside you who codes with you
co-coder-self = “{ $name }” is you.
co-coder-self-hint = Give the name of the person beside you: --with NAME
co-coder-blind = In a blind round, everyone codes alone.
with-blind-hint = Start without --with.

## differences: where codings differ, and what is settled together

difference-open = open
difference-discuss = discuss
difference-rule = needs a rule
difference-settled = settled
difference-not-asked = not asked
difference-unanswered = no answer
difference-found = evidence: { $places }
differences-all = { $n ->
    [0] No differences
    [one] 1 difference
   *[other] { $n } differences
  }
differences-settled = { $n } settled
differences-discuss = { $n } to discuss
differences-rule = { $n ->
    [one] 1 needs a rule
   *[other] { $n } need a rule
  }
differences-open = { $n } open
differences-unfinished = { $n ->
    [one] One case is not yet finished by both.
   *[other] { $n } cases are not yet finished by both.
  }
action-differences = differences between the coders: settle them, or show the list
action-first-answer = differences: take the first coder's answer
action-second-answer = differences: take the second coder's answer
status-differences = Differences to settle
title-differences = Differences between the coders
differences-order = Answers in this order: { $coders }
resolve-at = difference { $n } of { $of }
resolve-none = No differences between coders who have both finished.
resolve-none-yet = No differences yet: { $n ->
    [one] 1 case is
   *[other] { $n } cases are
  } not finished by both coders.
resolve-begun = Answer, or take an answer with the key by its name.
resolve-unavailable-no-difference = There is no difference to settle here.
resolve-unavailable-now = Not available while settling differences.
resolve-unavailable-outside = This key takes a coder's answer when settling differences.
resolve-no-answer = { $coder } has no answer here.
resolve-no-open = No difference is open.
resolve-left = Back to coding.
resolve-joint = Joint answer: { $answer }
resolve-flag-discuss = To discuss
resolve-flag-rule = Needs a coding rule
resolve-reason = Reason: { $text }
title-resolve-reason = Why is question { $n } settled this way? No names.
footer-skip = skip
footer-reason = reason
footer-discuss = discuss
footer-rule = rule
footer-list = list
history-joint = joint
history-reason = { $at }  { $coder }: reason for the joint answer: { $text }
cli-resolve = settle differences between coders together; --round second or spot limits it to that round
cli-resolve-study = the study's folder
cli-resolve-format = print the list instead: text, json or csv
resolve-round = Differences can only be settled for the rounds second and spot.
resolve-list-joint = joint: { $answer } ({ $coder })
resolve-list-reason = reason: { $text }

## spot: a few finished cases, coded once more without seeing the first coding

action-spot = spot check: draw finished cases to code blind; see the result
op-spot = spot-check draw
title-spot = Spot check result
title-cases = Spot check: how many cases? { $key } gives { $n }.
spot-page = spot check: the result of your latest one
spot-line = Spot check: { $sum }
spot-place = This is a difference from the spot check. { $key } goes to { $case_id }, where you were yourself.
spot-sum = { $share } agree, { $n ->
    [one] 1 case
   *[other] { $n } cases
 }
spot-share = { $k }{"\u00A0"}of{"\u00A0"}{ $n }{"\u00A0"}answers
spot-share-percent = { $k }{"\u00A0"}of{"\u00A0"}{ $n }{"\u00A0"}answers ({ $percent }{"\u00A0"}percent)
spot-steps = Is the question asked? { $applies } agree. The answer, where both say it is: { $answers } agree.
spot-nothing = There are no answers to compare yet.
spot-dropped = { $n ->
    [one] 1 drawn case could not be reviewed.
   *[other] { $n } drawn cases could not be reviewed.
 }
spot-left = { $n } of { $of } cases are left to code.
spot-you = you
spot-days = you yourself, { $n ->
    [0] the same day
    [one] 1 day earlier
   *[other] { $n } days earlier
 }
spot-weeks = you yourself, { $n } weeks earlier
spot-note = Comment: { $text }
spot-not-asked = the question is not asked
spot-drawn = { $n ->
    [one] 1 case is drawn
   *[other] { $n } cases are drawn
 }, seed { $seed }: { $ids }
spot-fewer = Only { $n } of { $wanted } can be drawn.
spot-open = A spot check is open, { $n } of { $of } cases are left, seed { $seed }: { $ids }
spot-notice = Spot check, seed { $seed }: { $n } of { $of } left. Results show after the last.
spot-finished = { $n ->
    [one] The spot check of 1 case is finished.
   *[other] The spot check of { $n } cases is finished.
 }
spot-next = Code them with: aktkoll { $dir } --round spot
spot-none = No case can be drawn: { $reasons }.
spot-none-hint = draw again when colleagues have finished cases; --retest draws your own
spot-ineligible-not-meant = { $n ->
    [one] 1 is
   *[other] { $n } are
 } not among those asked for
spot-ineligible-blind = { $n } you have coded or will code blind
spot-ineligible-own = { $n ->
    [one] 1 is
   *[other] { $n } are
 } your own
spot-ineligible-not-own = { $n ->
    [one] 1 is
   *[other] { $n } are
 } not your own
spot-ineligible-unfinished = { $n ->
    [one] 1 is
   *[other] { $n } are
 } not finished
spot-ineligible-recent = { $n ->
    [one] 1 was
   *[other] { $n } were
 } finished less than { $days } days ago
spot-where = A spot check cannot be limited by answers: you would know them in advance.
spot-number = Write a number, 1 or more.
spot-not-drawn = This case is not in the spot check.
spot-never = No spot check has been drawn.
spot-never-how = No spot check has been drawn, so there is nothing to code here. Draw one with the command spot, or go back to the first coding.
spot-how = draw one with: aktkoll spot STUDY -n 5
spot-nothing-open = No spot check is open.
spot-given-up = { $n ->
    [one] 1 case is no longer drawn
   *[other] { $n } cases are no longer drawn
 }: { $ids }
spot-kept = { $n ->
    [one] 1 case was already finished. It stays in the spot check and is compared.
   *[other] { $n } cases were already finished. They stay in the spot check and are compared.
 }
cli-spot = draw a few finished cases and code them blind
cli-spot-n = how many cases
cli-spot-seed = seed: the same seed gives the same cases (default: the number of the latest ledger line)
cli-spot-filter = only cases where this is true in the case list, for example unit=NOR
cli-spot-retest = your own cases instead of others'
cli-spot-after = how many days ago your own cases must have been finished
cli-spot-cancel = cancel the open spot check; finished cases stay
cli-spot-result = show the result of the latest spot check
cli-spot-format = output format: text or json
import-unfinished = { $per ->
    [unit] { $n ->
        [one] 1 entry for a unit has gaps and is not finished
       *[other] { $n } entries for units have gaps and are not finished
    }
   *[case] { $n ->
        [one] 1 case has gaps and is not finished
       *[other] { $n } cases have gaps and are not finished
    }
 }: { $places }

## agree: how far coders agree

cli-agree = show how well coders agree on cases coded independently
cli-agree-questions = ids of the questions, with all measures (default: all questions, without them)
cli-agree-by = split by coder, wave or unit; a,b combines two; repeat for more groupings
cli-agree-all = with cross-tables and all measures
cli-agree-labels = add Landis and Koch's labels to kappa
cli-agree-drift = show instead agreement over time, and answers coder by coder
cli-agree-evidence = show instead how often coders found the answer in the same lines of the file
cli-agree-format = output format: text, json, csv or md
agree-round = Agreement is calculated for double coding or a spot check.
agree-round-hint = run without --round, or with --round second or --round spot
agree-derived = Question { $name } follows from other answers and is not compared.
agree-none = no case to compare
agree-alike = { $k } of { $n } agree
agree-alike-percent = { $k } of { $n } agree ({ $pct } percent)
agree-answers = { $k } of { $n } answers agree
agree-answers-percent = { $k } of { $n } answers agree ({ $pct } percent)
agree-again = { $coder } again
agree-applies = applies
agree-does-not-apply = does not apply
agree-given = given
agree-not-given = not given
agree-no-value = not stated
agree-begun = { $coder }: { $n ->
    [one] 1 answer
   *[other] { $n } answers
} in { $cases ->
    [one] 1 case that is not finished
   *[other] { $cases } cases that are not finished
}
agree-cases = { $n ->
    [0] No case is coded by two coders.
    [one] 1 case coded by two coders.
   *[other] { $n } cases coded by two coders.
}
agree-cases-waiting = { $n ->
    [0] No case is coded by two coders, { $waiting } to go.
    [one] 1 case coded by two coders, { $waiting } to go.
   *[other] { $n } cases coded by two coders, { $waiting } to go.
}
agree-cases-more = { $n ->
    [one] 1 case coded by two or more coders.
   *[other] { $n } cases coded by two or more coders.
}
agree-cases-more-waiting = { $n ->
    [one] 1 case coded by two or more coders, { $waiting } to go.
   *[other] { $n } cases coded by two or more coders, { $waiting } to go.
}
agree-joint = { $n ->
    [one] 1 case was coded together the first time and is not compared.
   *[other] { $n } cases were coded together the first time and are not compared.
}
agree-both = { $n } of { $of } cases coded by both
agree-several = { $n } of { $of } coded by at least two
agree-coder = { $coder } ({ $n ->
    [one] 1 case
   *[other] { $n } cases
})
agree-coders = Coded by { $names }.
agree-group = { $name }, { $n ->
    [one] 1 case
   *[other] { $n } cases
}: { $alike }
agree-all = All coded twice
agree-step-applies = whether it applies: { $alike }
agree-step-answer = which answer, where it applies: { $alike }
agree-differing = differing: { $ids }
agree-one-sided = answered by only one coder, not compared: { $ids }
agree-overlap-none = no answer that two found in the file
agree-overlap = { $k } of { $n } have a line in common
agree-overlap-percent = { $k } of { $n } have a line in common ({ $pct } percent)
agree-overlap-others = { $n ->
    [one] in 1 of the others the document had another content
   *[other] in { $n } of the others the document had another content
  } when the second coder read it
agree-overlap-read = Only answers for which both coders marked where in the file they found them are counted. They have a line in common if a marked line of the same document is in both.
agree-cross = { $rows } in the rows, { $columns } in the columns:
agree-part-applies = Whether it applies:
agree-part-answer = Which answer, where it applies:
agree-part-choice = Whether “{ $choice }” is given:
agree-alike-share = agreement
agree-pairs = agreement, pairs
agree-kappa = Cohen's kappa
agree-kappa-linear = Cohen's kappa, linear weights
agree-kappa-quadratic = Cohen's kappa, quadratic weights
agree-light = Light's kappa
agree-light-linear = Light's kappa, linear weights
agree-light-quadratic = Light's kappa, quadratic weights
agree-alpha = Krippendorff's alpha
agree-alpha-ordinal = Krippendorff's alpha, ordered scale
agree-alpha-interval = Krippendorff's alpha, numeric distance
agree-ac1 = Gwet's AC1
agree-ac2 = Gwet's AC2, ordered scale
agree-one-case = not computed: only one case
agree-open = not computed: this question is not answered by picking one choice
agree-pooled = no interval: the answers within a case are related
agree-share = { $low }–{ $high } percent (95% interval, Wilson)
agree-value = { $value } (95%: { $interval })
agree-interval = { $low } to { $high }
agree-cases-of = ; n = { $n ->
    [one] 1 case
   *[other] { $n } cases
}
agree-lost = ; { $n ->
    [one] 1 pair of answers
   *[other] { $n } pairs of answers
} outside the scale
agree-bootstrap = ; bootstrap of { $draws } draws, seed { $seed }
agree-of-pairs = ; mean of { $n } of { $of } pairs of coders
agree-landis-koch = ; { $label } (Landis and Koch)
agree-poor = poor
agree-slight = slight
agree-fair = fair
agree-moderate = moderate
agree-substantial = substantial
agree-perfect = almost perfect
agree-sentence = Of { $files } cases, { $n } were coded independently by two coders; { $alike }.
agree-sentence-more = Of { $files } cases, { $n } were coded independently by two or more coders; { $alike }.
agree-sentence-spot = Of { $files } cases, { $n } were coded again blind in a spot check; { $alike }.
agree-sentence-least = Agreement was lowest on the question “{ $question }”: { $alike }.
agree-standing = The coders differed in { $n ->
    [one] one answer
   *[other] { $n } answers
 }: { $parts }.{ $open ->
    [0] {""}
   *[other] { " " }Until that is settled, the first coder's answer counts.
 }
agree-standing-settled = { $n ->
    [one] 1 is settled jointly
   *[other] { $n } are settled jointly
 }
agree-standing-open = { $n ->
    [one] 1 is not settled
   *[other] { $n } are not settled
 }
agree-standing-gone = { $n ->
    [one] 1 is about a question that is no longer asked in the case
   *[other] { $n } are about questions that are no longer asked in the case
 }
agree-table = Agreement in double coding
agree-table-spot = Agreement in the spot check
agree-few = { $n ->
    [one] One case is too few for a table
   *[other] { $n } cases are too few for a table
 } of the agreement question by question, which is shown from { $from } cases on.
agree-head-cases = cases
agree-all-answers = All answers
agree-head-alike = agree
agree-head-percent = percent
agree-free = Free text is left out.
agree-note = A question that does not apply counts as an answer. The 95 percent interval is in brackets; where it is missing, the cases do not vary enough to calculate one, which does not mean that the figure is certain.
agree-short-note = “{ $short }”: { $reason }.
agree-short-alike = all agree
agree-short-none = no pairs
agree-short-open = not one choice
agree-short-one = one case
method-agreement = Agreement
title-agreement = Agreement
title-differing = Question { $n }: { $alike }
action-agreement = how well coders agree on the same cases
screen-all-alike = All answers agree here.
agree-nobody = No case has been coded by two coders yet.

# The state in words, for screen readers and braille.
mark-done = done
mark-begun = started
mark-untouched = new
mark-colleague = someone else's
mark-dropped = dropped
mark-unasked = no questions
mark-unsure = unsure
mark-note = comment
mark-flag = flagged
mark-chosen = chosen
spoken-question = Question { $text }
spoken-saved-question = { $what }: saved, question { $n }, { $place }
spoken-saved = { $what }: saved, { $place }
spoken-of = { $n } of { $of }
spoken-empty = The list is empty.
spoken-more = { $n ->
    [one] One more line.
   *[other] { $n } more lines.
  }
spoken-keys = Keys: { $keys }
spoken-line = { $op ->
    [answer] { $set ->
        [yes] Answer
       *[no] Answer removed
      }
    [note] { $set ->
        [yes] Comment
       *[no] Comment removed
      }
    [quote] { $set ->
        [yes] Quote
       *[no] Quote removed
      }
    [flag] { $set ->
        [yes] Flag
       *[no] Flag removed
      }
    [done] { $set ->
        [yes] Finished
       *[no] Not finished
      }
    [take] Taken over
    [drop] { $set ->
        [yes] Cannot be reviewed
       *[no] Can be reviewed
      }
    [bookmark] { $set ->
        [yes] Bookmark
       *[no] Bookmark removed
      }
    [rule] { $set ->
        [yes] Rule
       *[no] Rule removed
      }
    [spelling] Spelling
    [item] Strength or development area
   *[other] Line
  }

## commands: of the command line, from the screen of an open study

title-command = Run aktkoll:
title-output = aktkoll { $line }
command-running = At work …
command-done = Done: { $line }
command-told = { $text }
command-options = All options: { $name } --help
command-report-file = report
command-export-file = export
command-backup-file = backup
command-not-here = { $name } cannot be run while the study is open.
command-none = There is no command.
command-not-here-hint = from here: { $names }; quit first for the others
command-fixed = --coder, --round, --keys and --view cannot change while the study is open.
command-fixed-hint = quit, and open the study with them
round-go-first = round: back to the first coding
round-go-second = round: code a second time, blind
round-none = No cases are yours to code a second time.
second-unplanned = No double coding is planned. The command plan draws cases for one and assigns them.
second-unplanned-ask = No double coding is planned; the command plan draws cases for one. Double code all the same, without a plan? [y/n]
sql-none-here = { $name } is not here, so its protocol is not known.
sql-none-here-hint = name a study of the same protocol that is here: --like FOLDER
sql-twice = The study is named twice.
sql-protocol = The protocol is another than that of the other studies.
sql-times = The study codes only some of the times of its questions: which cases are finished cannot be said in SQL.
sql-pattern = The path has signs that engines take for a pattern: go to the folder above it, or rename it.
sql-list = The file is not written as the program writes it, so an engine would read it otherwise.
sql-list-hint = aktkoll tally counts it as it is; a study that new makes of the file has it as engines read it
sql-recovered = A damaged ledger file was recovered: how far it holds cannot be said in SQL. aktkoll tally counts it.
sql-empty = Nothing is coded yet, and engines stop where there is no ledger.
sql-underscore = Spark leaves out the folder of { $coder } without a word, since its name begins with an underscore.
sql-spelling = Texts of { $question } count under names that count under other names: that cannot be said in SQL.
sql-choice = { $question } has choices that are on offer only under a condition, which SQL does not say here.
sql-formula = { $question } is computed with a formula, or asked by one, which cannot be said in SQL. Count with aktkoll tally instead.
sql-condition = The condition of { $question } asks of a text what cannot be said in SQL.
sql-per-unit = { $question } is asked once per unit; only questions about cases can be counted in SQL.
sql-per-unit-left = Left out, since they are asked once per unit: { $questions }

## documents: the documents of the cases' files

documents-folder = { $n ->
    [one] A folder with one file.
   *[other] A folder with { $n } files.
}
documents-links = { $n ->
    [one] One link in it is not followed.
   *[other] { $n } links in it are not followed.
}
documents-others = { $n ->
    [one] One entry in it is not read: it is no ordinary file, lies too deep or is not accessible.
   *[other] { $n } entries in it are not read: they are no ordinary files, lie too deep or are not accessible.
}
documents-cut = It has more files than the { $n } that are shown.
documents-missing = There is no such document.
documents-kind = Files of the kind { $kind } are not shown here. Read it in another program.
documents-binary = The file is not text, although its name says so. Read it in another program.
documents-encoding = The encoding of the file is not certain. It is read as { $encoding }.
documents-broken = Some characters cannot be read. They are shown as �.
documents-shortened = The document is too long. Its end is not shown.
documents-unread = The document cannot be read: { $cause }
documents-unpacked = The document is more than { $most } MiB when unpacked, which is too large to show.
documents-encrypted = The document is protected by a password. Read it in another program.
documents-old = The document is in an older format. Read it in another program, or save it there as .docx.
documents-pdf-broken = The PDF file is damaged or cannot be read here. Read it in another program.
documents-pdf-scanned = The PDF file has no text, only pictures, as scanned papers do. Read it in another program.
documents-pdf-pictures = Pages with pictures alone are not shown: { $pages }.
documents-pdf-notes = { $n ->
    [one] One note that was put on the pages of the PDF file is not shown.
   *[other] { $n } notes that were put on the pages of the PDF file are not shown.
}
documents-pdf-failed = Pages that cannot be read: { $pages }.
documents-pdf-stopped = Reading the PDF file was ended at page { $page }. The rest is not shown.
documents-apart = Notes, comments and the heads and feet of pages are at the end, each group below * * *.
documents-struck = Text that is struck through is between ~~.
documents-tracked = The document has tracked changes. It is shown with what was added and without what was deleted.
documents-hidden = Text that is hidden in the document is not shown.
documents-pictures = { $n ->
    [one] A picture in the document is not shown.
   *[other] { $n } pictures in the document are not shown.
}
documents-embedded = { $n ->
    [one] Another document inside this one is not shown.
   *[other] { $n } other documents inside this one are not shown.
}
documents-signs = { $n ->
    [one] A sign is not known here. It is shown as �.
   *[other] { $n } signs are not known here. They are shown as �.
}
documents-records = { $shape ->
    [messages] Taken for records with conversations.
    [prodigy] Taken for an export of Prodigy.
    [label-studio] Taken for an export of Label Studio.
    [langfuse] Taken for an export of Langfuse.
    [doccano] Taken for an export of doccano.
    [said] Records with the texts that were named.
   *[fields] Taken for records with texts.
} { $n ->
    [one] One record, read at { $texts }.
   *[other] { $n } records, read at { $texts }.
}
documents-ids = The id of the case is read at { $place }.
documents-numbered = The records have no id, so they are numbered from 1.
documents-left-out = { $n ->
    [one] One record is left out, since no id is found in it.
   *[other] { $n } records are left out, since no id is found in them.
}
documents-record-hint = it is record { $n }; in JSON Lines every record has one line to itself
documents-record = This record cannot be read: { $cause }
documents-changed = The file was changed after it was opened. Open the study again.
documents-pointer = "{ $found }" names no place in a record.
documents-pointer-hint = a place begins with a slash, such as /id or /messages/0/content
documents-json = The file is neither JSON Lines nor JSON: { $cause }
documents-nothing = No texts are found in the records of the file.
documents-nothing-hint = name their place with --files-text, such as /text
files-with = { $n ->
    [one] One of { $of } cases has files.
   *[other] { $n } of { $of } cases have files.
}
files-without = Cases without files: { $n }
files-other = Files without a case in the study: { $n }
export-into = { $n ->
    [one] One record has answers now
   *[other] { $n } records have answers now
}{ $others ->
    [0] .
   *[other] ; { $others } have none.
}
export-into-format = Answers are put into a file of records as JSON Lines alone: --format jsonl.
export-into-itself = The file of records cannot be written over. Name another with --out.
documents-into-lines = Answers can be put into JSON Lines alone: one record a line.
documents-into-record = Record { $n } cannot be read: { $cause }
documents-into-there = Record { $n } already has a field called { $name }.
cli-export-into = put the answers into each record of this JSONL file, which itself stays unchanged (needs --format jsonl and --out)
cli-export-id = where a record of --into has the id of its case, such as /id (default: found by itself)
value-into = FILE
documents-key = This is no key to replaced ids.
documents-key-hint = the key is the file that was written with --pseudonymise; its columns are case_id and id
settings-files = where the files of the cases lie, by the folder of the study or its id, such as files."~/review".path = "~/files"

## the file of the case beside the questions

file-none = The file of the case shows here. Say where the files are when you start: aktkoll --files FOLDER.
file-coming = Reading the file …
file-no-document = There is no file for this case.
file-empty = The document is empty.
file-of = { $n } of { $of }
file-line = line { $n } of { $of }
file-as-written = as it is written
file-marks = { $n ->
    [one] 1 mark
   *[other] { $n } marks
}
file-said = Line { $n }: { $text }
file-hits = { $nth ->
    [0] { $n ->
        [one] 1 hit
       *[other] { $n } hits
    }
   *[other] { $nth }/{ $n }
}{ $all ->
    [yes] {""}
   *[no] {" "}or more
}: { $what }
file-choices = { $given ->
    [yes] { $n } more choices, of which { $chosen } is given. Without the file ({ $key }) all are shown.
   *[no] { $n } more choices. Without the file ({ $key }) all are shown.
}
file-notices = { $text }
file-place = { $document }, line { $n }
file-only-document = { $n ->
    [0] There is no file for this case.
   *[other] The file has no other document.
}
file-not-found = The document does not say that. { $key } shows the next document.
file-no-hits = The file does not say that.
file-no-more-hits = There are no more places that way.
file-marking = Marking from this line on. { $key_down } adds the next line, { $key } ends it. The answer saves where it was found.
file-marked = { $n ->
    [one] 1 place is marked. The next answer saves where it was found.
   *[other] { $n } places are marked. The next answer saves where they were found.
}
file-marks-left = What was marked in the case before is no longer marked; no answer saved it.
file-no-evidence = No place is saved for this answer.
file-evidence-gone = The answer was found in { $document }, which is not here.
file-evidence-changed = The document is not the same as when the answer was given. The lines may have moved.
file-nothing-to-mark = There are no lines to mark here.
file-nothing-to-fold = There is nothing to fold here.
file-always-raw = The document already shows as it is written.
title-in-file = Find in the file
footer-read = read on
footer-mark = mark
footer-file = file
action-file = show the file: beside, whole, not at all
action-file-down = half a page down in the file
action-file-up = half a page up in the file
action-file-line-down = a line down in the file
action-file-line-up = a line up in the file
action-next-document = next document of the file
action-find-in-file = find in the file
action-next-hit = next hit in the file
action-previous-hit = previous hit in the file
action-mark-lines = mark lines; the answer saves where it was found
action-show-evidence = show where the answer was found
action-fold = fold or unfold
action-raw = show the record as it is written
