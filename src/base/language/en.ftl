### The words of the interface in English. Every key stands in sv.ftl too.

hint = hint:
error = error:

os-error-1 = the system does not allow it
os-error-2 = it is not there
os-error-5 = the disk reports an error
os-error-13 = you may not
os-error-17 = it is there already
os-error-20 = a folder was expected
os-error-21 = a file was expected
os-error-26 = it is in use
os-error-27 = it grew larger than this user's limit
os-error-28 = the disk is full
os-error-30 = the disk is read-only
os-error-36 = the name is too long
os-error-39 = the folder is not empty
os-error-40 = it is a link, expected the thing itself
os-error-116 = the network folder has changed under the program
os-error-122 = this user's share of the disk is used up

## protocol: loading and describing protocols

did-you-mean = did you mean "{ $name }"?
did-you-mean-of = did you mean "{ $name }"? There are: { $names }
there-are = there are: { $names }
there-are-none = none is given here
faults-more = also { $places } and { $n ->
    [one] 1 more place
   *[other] { $n } more places
 }; --all-errors lists them
faults-more-about = also { $places } and { $n ->
    [one] 1 more place
   *[other] { $n } more places
 } in "{ $about }"; --all-errors lists them
faults-rest = The same is wrong in { $n } more places: { $names }. --all-errors lists them.
expected-number = give a number, such as 12 or 7.5
expected-date = give a date as YYYY, YYYY-MM or YYYY-MM-DD
expected-value = give a value; bounds must be numbers or dates
protocol-too-large = The protocol has { $size } bytes. At most { $limit } bytes can be read.
protocol-syntax = Character { $column }: the file cannot be read here ({ $cause }).
protocol-syntax-hint = mend what is marked; texts stand in quotes, lists in [ ], and every field on a line of its own
protocol-field-unknown = There is no field "{ $field }" here.
protocol-field-missing = The field "{ $field }" is missing or empty.
protocol-field-kind = The field "{ $field }" does not belong to a question of kind "{ $kind }".
protocol-type = The field "{ $field }" should be { $expected ->
    [string] a text in quotes
    [strings] a text or a list of texts
    [boolean] true or false
    [number] a number
    [table] a table, such as {"{"} yes = "…" {"}"}
    [tables] a list with at least one table
   *[other] a value
  }, but is { $found ->
    [string] a text
    [integer] a whole number
    [float] a decimal number
    [boolean] true or false
    [datetime] a date
    [array] a list
   *[other] a table
  }.
protocol-id = "{ $name }" cannot be an id.
protocol-id-reserved = "{ $name }" is a reserved word and cannot be an id.
protocol-id-hint = an id has at least one character, without ; | = line breaks and invisible characters, does not end in ! < > and is not the word any
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
   *[document] document
  } "{ $name }" stands already on line { $line }.
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
   *[per] "per"
  } "{ $name }".
protocol-scale-empty = The scale "{ $name }" has no choices.
protocol-scale-built-in = The scale "{ $name }" is built in and cannot be changed. Give your own another name.
protocol-scale-twice = The question has both "scale" and "choices". Keep one of them.
protocol-scale-hint = write, for instance, choices = [{"{"} id = "yes", label = "Yes", role = "yes" {"}"}]
protocol-choices-none = The question has no choices.
protocol-choices-many = There are { $count } choices. At most { $most } are allowed.
protocol-choice = "{ $field }" names "{ $name }", which is none of the question's choices.
protocol-base-both = "{ $name }" stands both in in_base and in out_of_base.
protocol-key = "{ $key }" cannot be an answer key. It should be one small letter or digit.
protocol-key-taken = The key "{ $key }" already belongs to the choice "{ $name }".
protocol-role-taken = The role "{ $role }" is already that of "{ $name }".
protocol-exclusive = The choice "{ $name }" is exclusive, but only one choice is taken here.
protocol-exclusive-hint = remove exclusive, or write kind = "choices" if several may be chosen
protocol-bounds = The smallest ({ $min }) is larger than the largest ({ $max }).
protocol-derived-forms = It is not said how the answer of the derived question is computed.
protocol-derived-hint = write parts = ["…", "…"] (yes, partly, no of parts), sum = ["…", "…"], of = "…" with min and max on each choice, or when on each choice
protocol-derived-roles = A question derived from parts needs choices with the roles yes and no.
protocol-derived-empty = The list of parts is empty.
protocol-derived-part = "{ $name }" cannot be a part here: the parts must be earlier questions of kind "{ $kind }".
protocol-derived-group = The choice has no condition for when it applies.
protocol-times-text = The question is asked for several time points, but its text does not say which.
protocol-times-text-hint = write {"{"}time{"}"} where the time point is to stand, for example "Is it done {"{"}time{"}"}?"
protocol-times = A question asked for several time points needs at least two: times = ["2019", "2021"].
protocol-questions-many = There are { $count } questions; at most { $most } are allowed.
protocol-questions-none = The protocol has no questions.
protocol-at = "birth_year" needs a year in "at".
protocol-at-hint = write, for instance, at = 2021: the age is counted in that year
protocol-per-unit = per = "unit" needs an attribute with role = "unit".
protocol-per-unit-hint = add an [[attribute]] with role = "unit"
protocol-informant = role = "informant" needs "values": who informs.
protocol-informant-hint = write for example values = {"{"} management = "Management", staff = "Staff" {"}"}, without colons in the codes
protocol-condition-empty = The condition is empty.
protocol-condition-form = The condition on "{ $field }" cannot be understood.
protocol-condition-hint = write an answer, a list of answers, {"{"} not = ["…"] {"}"}, {"{"} min = 1, max = 5 {"}"} or {"{"} answered = true {"}"}
condition-key-unknown = The condition is about "{ $name }", which is neither a question nor a column of the case list.
condition-self = The condition is about the question "{ $name }" itself.
condition-later = The condition is about the question "{ $name }", which comes later.
condition-later-hint = a condition can only look at earlier questions; move one of the two
condition-per = { $per ->
    [unit] "{ $name }" is about a unit and cannot be part of a condition on cases.
   *[case] "{ $name }" is about a case and cannot be part of a condition on questions per unit.
  }
condition-value = "{ $value }" cannot be the answer here.
condition-bound = Only numbers and dates have bounds.
condition-bound-of = "{ $name }" cannot be compared with: both must be numbers, or both dates.
condition-bound-hint = list the answers that are meant
condition-form = "{ $condition }" is not a condition.
condition-form-hint = write NAME=A, NAME=A|B, NAME!=A, NAME>=NUMBER or NAME<=NUMBER
answer-derived = The answer is computed from other questions and never written.
answer-empty = The answer is empty.
answer-choice = "{ $found }" is none of the answers: { $allowed }.
answer-exclusive = "{ $name }" cannot be chosen together with others.
answer-number = "{ $found }" is not a number.
answer-small = { $found } is too small. The answer is at least { $min }.
answer-large = { $found } is too large. The answer is at most { $max }.
answer-date = "{ $found }" is not a date. Write YYYY, YYYY-MM or YYYY-MM-DD.
answer-long = The text is too long. At most { $most } characters can be saved.

## cases: reading case lists

table-encoding = The file cannot be read as { $encoding }. Save it again as "CSV UTF-8".
table-binary = The file contains NUL characters and is no text file.
table-binary-hint = is it an Excel file? Save it as "CSV UTF-8"
table-empty = The file is empty.
table-header-empty = Column { $column } has no header.
table-header-twice = The header "{ $name }" stands twice.
table-columns = The file has { $count } columns. At most { $most } can be read.
table-quote = A quote is opened here and never closed.
table-quote-hint = write another quote at the end of the cell, or double it ("") if it belongs to the text
table-ragged = The row has { $found } cells, but the header has { $expected }.
table-ragged-hint = a text that contains the separator should stand in quotes
cases-none = The file has no cases.
cases-none-hint = write one case a row under the header
cases-many = The file has more than { $most } cases.
cases-id-column = No column has the ids of the cases.
cases-id-column-hint = call the column case_id, or say which it is: --column case_id=Header
cases-column = The column "{ $name }" ({ $label }) is missing.
cases-id-empty = The case has no id.
cases-id-hidden = The case id "{ $id }" contains control or invisible characters.
cases-id-long = The case id is too long. At most { $most } characters are allowed.
cases-id-reserved = A case cannot have the id "{ $id }".
cases-id-twice = The case "{ $id }" is there already: { $place }
cases-id-hint = give every case a short id of its own, such as BRO-07; never names or personal identity numbers
cases-unit-empty = The case has no unit.
cases-unit-hint = write which unit the case belongs to
cases-year = "{ $found }" is no year ({ $label }).
cases-year-hint = write just the year of birth with four digits, such as 1984
cases-value = "{ $found }" is none of the values of { $label }.
answers-column = The column "{ $name }" is missing.
answers-column-hint = the header should be case_id,question,answer
answers-question = The question "{ $name }" is not in the protocol.
answers-case = "{ $id }" is not in the case list.
answers-case-hint = compare the id with the case list; a unit is written unit:CODE
answers-per-case = The question "{ $question }" is asked about a case, not about the unit "{ $id }".
answers-per-unit = The question "{ $question }" is asked once per unit, not about the case "{ $id }".
answers-twice = The question "{ $question }" of "{ $id }" is already answered on line { $line }.
answers-of = this is about the question "{ $question }" of "{ $id }"

## ledger: reading, writing and checking ledgers

ledger-slug = The name “{ $name }” gives no short name: 1 to { $most } characters of a–z, 0–9, _ and -.
ledger-slug-hint = give a short name with --coder, such as --coder asa
ledger-not-saved = The disk could not be written ({ $cause }).
ledger-not-saved-full = The coder has as many ledger files as there are numbers.
ledger-not-saved-moved = The ledger's file was moved, removed or replaced.
ledger-not-saved-linked = The ledger's file has { $links } names on the disk, expected 1.
ledger-not-saved-size = The ledger's file is { $found } bytes, expected { $expected }. Something else has changed it.
ledger-not-saved-hint = all that was shown as saved before is still there; mend the fault (is the disk full? may you write in the folder?) and answer again
ledger-special-link = There is a symbolic link here, expected a plain file or folder.
ledger-special-fifo = There is a pipe (FIFO) here, expected a plain file or folder.
ledger-special-folder = There is a folder here, expected a plain file.
ledger-special-file = There is a plain file here, expected a folder.
ledger-special-device = There is a device here, or something else that is no plain file.
ledger-special-hint = the ledger is written in plain files and folders only; remove or rename what is in the way
ledger-too-long = The line would be { $bytes } bytes; the ledger takes { $most } at most.
ledger-too-long-hint = split the text into several comments or quotes
ledger-unread = The ledger cannot be read ({ $cause }).
ledger-damage-line = The line is damaged: it is no line of a ledger.
ledger-damage-hash = The line is damaged: its checksum does not hold. It, or a line before it, was changed, removed or moved.
ledger-damage-text = The line is damaged: the text does not go with its checksum.
ledger-damage-long = The line is damaged: it is longer than { $most } bytes.
ledger-damage-open = The line is damaged: a file begins with the line “open”, and only that one.
ledger-damage-place = The line does not belong here: it was written by { $coder } in file number { $segment }.
ledger-damage-study = The line does not belong here: it was written in the study “{ $found }”, expected “{ $expected }”.
ledger-damage-shrunk = The file was cut: it is { $bytes } bytes, but { $read } bytes have been read already.
ledger-damage-missing = The file is missing: there is a later one of the same coder.
ledger-damage-poisoned = The file is damaged: it can be read to byte { $bytes }, but { $confirmed } bytes were saved.
ledger-damage-claim = The file { $file } does not go with this line: it then ended at line { $lines } with another checksum. Lines were changed or removed there.
ledger-damage-repair = The file's unfinished end has changed since it was noted in { $by }.
ledger-newer-version = The line is written in format { $found }; this program knows format { $known }. The study can only be read, with a newer program.
ledger-newer-op = The line does something that this program does not know ({ $op }). The study can only be read, with a newer program.
ledger-newer-line = The line is whole, but this program does not understand it ({ $cause }). The study can only be read, with a newer program.
ledger-note-name = Is no part of the ledger and is not read.
ledger-note-unfinished = The file ends in { $bytes } bytes of an unfinished line. It was never shown as saved.
ledger-note-left = The program left this file after an error; it holds to byte { $bytes }. What was saved also stands in a later file.
ledger-note-owner = The file belongs to user { $found } but was written by user { $recorded }.
file-unread = The file cannot be read ({ $cause }).
file-unwritten = The file could not be written ({ $cause }). The old file is unchanged.
file-special = It is no plain file.
file-large = The file is larger than { $most } bytes.

## study: opening a study

study-not-a-study = This folder holds no study: there is no study.toml in it.
study-not-a-study-hint = Make one with: aktkoll new FOLDER --protocol ID --cases FILE.csv
study-settings = study.toml cannot be read: { $cause }
study-time-unknown = study.toml names the time { $time }, but the protocol has no questions for it.
study-times-none = The protocol repeats no questions. Take the line times away.
study-no-such-protocol = There is no protocol called { $name }.
study-no-such-protocol-hint = Name a TOML file, or one of: { $known }
study-exists = This folder is there already.
study-exists-hint = Name a new folder: nothing is ever written over.
study-no-name = A study needs a folder with a name.
study-unmade = The study could not be made: { $cause }
study-no-such-group = There is no group called { $name } on this computer.
file-not-utf8 = This file is not text in UTF-8: { $cause }

## keys: key names, actions, keymaps

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

mode-code = The questions
mode-summary = The case on one page
mode-tally = The tallies
mode-list = Lists
mode-text = Text lines

action-answer-yes = answer yes
action-answer-partly = answer partly
action-answer-no = answer no
action-answer-na = answer not applicable
action-answer-unknown = answer unknown
action-clear = make the question unanswered again
action-next = next open question, or finish the case
action-save = save the text
action-newline = new line
action-up = up
action-down = down
action-left = left
action-right = right
action-page-up = one page up
action-page-down = one page down
action-first = to the first
action-last = to the last
action-previous-case = previous case
action-next-case = next case
action-focus = between the case list and the questions
action-open = open
action-note = comment on the question
action-note-last = comment on the answer just given
action-note-case = comment on the case
action-quote = quote the file
action-unsure = the answer just given is unsure
action-flag = set or clear a flag
action-bookmark = bookmark: the file is read this far
action-undo = undo
action-redo = redo
action-gap = next gap, or the next on the list that is chosen
action-find = find a case or a question
action-number = go to a question by number
action-tallies = the tallies on the whole screen
action-tallies-shown = show “So far”: always, after the case, never
action-view = by unit or by sex
action-history = what was done with the question
action-drop = the case cannot be reviewed
action-take = take over a colleague's case
action-marks = unsure answers and marks
action-filter = show all, open or flagged cases, or one unit
action-order = the questions in the protocol's order or by document
action-palette = find anything that can be done
action-help = help
action-back = back
action-suspend = suspend the program and go to the command line
action-quit = quit

keys-column = Key
keys-help-column = What it does

did-you-mean-key = did you mean “{ $name }”?
key-names = a key is a character (j, C, å), a name (space, enter, esc, tab, backspace, up, pagedown, f1 …), or either after ctrl- or alt-
script-unknown-key = there is no key <{ $key }>
script-unclosed = “<{ $text }” lacks its closing “>”
script-unclosed-hint = write <enter>, <space> or <paste:text>; the character < is written <lt>
keymap-unknown = there is no keymap “{ $name }”
keymap-names = there are { $names }
keymap-toml = the file cannot be read as TOML: { $cause }
keymap-shape = write one line per key under [code], [summary], [tally], [list], [text] or [all], such as y = "answer yes"; characters other than a–z and digits stand in quotes: "å" = "undo"
keymap-unknown-mode = “{ $name }” is not a mode
keymap-mode-hint = the modes are { $names }
keymap-unknown-key = “{ $key }” is not a key
keymap-digit = the digit { $key } belongs to the choices and can do nothing else
keymap-digit-hint = take a letter or a named key
keymap-typed = the character “{ $key }” cannot be a command here, because people must be able to type it
keymap-typed-hint = in lists and texts, and in [all], use named keys and ctrl- and alt-
keymap-not-an-action = the name of an action is expected here, in quotes
keymap-unknown-action = there is no action “{ $name }”
keymap-action-hint = “aktkoll keys” shows every action; "none" frees the key
keymap-wrong-mode = “{ $name }” means nothing in the mode { $mode }
keymap-modes = it means something in { $names }
keymap-twice = one key stands twice: “{ $first }” ({ $one }) and “{ $second }” ({ $other })
keymap-twice-hint = delete one of the lines
choice-key-bound = question { $question }: the key “{ $key }” of the choice { $choice } already means “{ $action }” in the keymap
choice-key-shared = question { $question }: the key “{ $key }” of the choice { $choice } also belongs to { $other }
choice-key-hint = give the choice another key in the protocol, or take another keymap with --keymap

## terminal: the terminal and the run loop

terminal-no-tty = the program needs a terminal, but { $stream } is not one
terminal-no-tty-hint = run it in a terminal window (over SSH: ssh -t). Without a terminal, “aktkoll tally” and “aktkoll list” print, and “aktkoll STUDY --keys KEYS --print” shows a screen as text
terminal-dumb = the terminal calls itself “dumb” and cannot show a screen
terminal-dumb-hint = set TERM to what it is (such as xterm-256color), or print with “aktkoll tally” and “aktkoll list”
terminal-failed = the terminal could not be set up: { $cause }
terminal-bug = A fault in the program ended it. All that was saved is there. The fault arose here:
terminal-not-saved = the last answer could not be saved before the program ended
terminal-not-saved-hint = open the study again and look at question { $question } of case { $case }: the answer may have reached the disk all the same

## command: what the commands print

command-no-such-format = This command does not have that format.
command-unwritten = The result could not be written: { $cause }
command-no-such-column = There is no column called { $name }.
command-no-such-question = There is no question called { $name }.
command-uncounted = { $n ->
    [one] One first answer does not count: the case belongs to somebody else.
   *[other] { $n } first answers do not count: the cases belong to somebody else.
 }
command-uncounted-one = {"  "}{ $case_id } { $question }: { $answer } ({ $coder })
command-usage = { $cause }
new-made = { $dir }: { $cases ->
    [one] 1 case
   *[other] { $cases } cases
 }, { $questions ->
    [one] 1 question
   *[other] { $questions } questions
 }.
new-others = {"  "}Kept as they are: { $headers }
new-next = Go on with: aktkoll { $dir }
import-no-coder = It is not said who gave the answers.
import-no-coder-hint = Add --coder NAME.
import-differs = { $case_id } already has another answer to { $question }: { $was }, in the file { $is }.
import-differs-hint = Add --replace to let the file's answers count instead. Nothing was imported.
import-done = { $n ->
    [one] 1 answer
   *[other] { $n } answers
 } imported for { $coder }; { $equal } were there already.
list-done = finished
list-begun = begun
list-dropped = dropped
count-plain = { $n }
count-small = { $n } of { $of }
count-of = { $n } of { $of } ({ $pct } %)
verify-fork = Two different lines have number { $seq } on { $case_id } { $question }; the one from the later segment counts.
verify-strays = { $n ->
    [one] 1 entry is about a case, question or answer that the study does not have; it is kept and not counted.
   *[other] { $n } entries are about cases, questions or answers that the study does not have; they are kept and not counted.
 }
verify-damaged = The ledger is DAMAGED. Keep a copy of the folder as it is and compare with a backup.
verify-unread = Part of the ledger could not be read by you. What could be read is as it was written. Ask its owner.
verify-whole = The ledger is whole: { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
 } in { $segments ->
    [one] 1 segment
   *[other] { $segments } segments
 }, every line as it was written.
protocol-right = { $name } is right: { $n ->
    [one] 1 question
   *[other] { $n } questions
 }.
protocol-questions = { $n ->
    [one] 1 question
   *[other] { $n } questions
 }
recent-title = Which study?
recent-demo = a made-up study to try
recent-how = Open one with: aktkoll FOLDER. The demo: aktkoll demo.
recent-choose = Write a number or d, then Enter:
recent-none = There is no such study.
demo-no-home = The system names no home folder to keep the demo in.
demo-where = The demo study is in { $dir }
code-same-name = The name { $coder } has been used here by { $login } on { $host }.
code-same-name-hint = Use another name with --coder, or add --yes if that was you.
code-also-open = You have this study open on { $host } too, since { $ts }. Both are saved, each in its own file.
code-welcome = Welcome. { $n ->
    [one] 1 case
   *[other] { $n } cases
 } to code. Answer with the keys beside the choices; ? shows all keys.
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
 } another line of the same number; aktkoll verify lists them.
code-no-terminal = This is not a terminal. To code, run in one: aktkoll { $dir }
head-mean = mean
head-na = n.a.
head-unanswered = unanswered
head-not-known = not known
head-not-asked = not asked
tally-dropped = { $n ->
    [one] One case was dropped and is in none of the counts.
   *[other] { $n } cases were dropped and are in none of the counts.
 }
option-help = show this help
option-version = show the version
help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
usage-unknown = There is no argument called { $argument } here.
usage-missing = Something is missing: { $argument }
usage-value = { $value } is not a value of { $argument }.
usage-value-known = Known are: { $known }
usage-command = There is no command called { $argument }.
choice-key-none = Question { $question } has { $n } choices that no key is left for in this keymap.
choice-key-none-hint = give them keys of their own (key = "…"), or ask it as two questions
usage-commands = Known are: { $names }. More: --help
take-nothing = no, only look
usage-hint = { $usage }. More: --help
cli = Codes case files with one key per answer. Start: aktkoll demo
option-study = the study's folder
option-lang = language of the interface: sv or en
option-coder = who codes (default: the login)
option-round = which round is coded: first, second, spot or consensus
option-keymap = keymap: default, sv, numpad, left-hand or vim
option-view = only look, write nothing
option-ascii = only characters that every terminal has
option-color = whether to use colours: auto, always or never
option-yes = answer yes to the question that would be asked
option-all_errors = list every error, also where many are of one kind
option-keys = send these keys, such as 'jjn<enter>' (with --print)
option-print = print the last frame as text and end
option-size = size of the printed frame
option-format = form of the result: text, json, csv or html
cli-demo = open a made-up study to try
cli-new = make a study
cli-new-dir = the folder to make
cli-new-cases = the case list: CSV, XLSX or ODS, or several files
cli-new-title = the study's title (default: the protocol's)
cli-new-group = the group that shares the folder
cli-import = add answers coded elsewhere, all or none
cli-import-file = CSV, XLSX or ODS file: the columns case, question, answer, or one row a case and one column a question
cli-import-replace = let the file's answers replace others of the same coder
cli-list = list the cases
cli-list-format = the form of the result: text or json
cli-list-key_sheet = with an empty line per case for the register number, for paper
cli-tally = count the answers to questions
cli-tally-questions = ids of the questions (default: all)
cli-tally-by = group by columns; a,b is the cross; repeat for separate groupings
cli-tally-filter = only cases that meet KEY=A|B, KEY!=A, KEY>=N or KEY<=N; repeat for and
cli-count = count cases that meet conditions; where one of these is about a question per unit or the informant, the entries of the units are counted instead
cli-count-filter = which ones: KEY=A|B, KEY!=A, KEY>=N or KEY<=N; repeat for and
cli-count-base = among which; repeat for and
cli-count-by = group by columns; a,b is the cross; repeat for separate groupings
cli-verify = check every line of every ledger
cli-keys = show which key does what
cli-keys-markdown = as a Markdown table
cli-protocol = look at protocols
cli-protocol-list = list the shipped protocols
cli-protocol-show = show a protocol as a codebook
cli-protocol-check = check a protocol file
option-protocol = id of a shipped protocol, or a TOML file

## screen: the coding screen

and = and
or = or
role-yes = Yes
role-partly = Partly
role-no = No
role-na = Not applicable
role-unknown = Not known
condition-is = { $name } is { $values }
condition-is-not = { $name } is not { $values }
condition-at-least = { $name } is at least { $min }
condition-at-most = { $name } is at most { $max }
condition-between = { $name } is between { $min } and { $max }
condition-answered = { $name } is answered
condition-unanswered = { $name } is not answered
screen-question-number = question { $n }
screen-progress = my { $done } of { $all }
screen-age = { $from }–{ $to } years
screen-look-in = See: { $documents }
screen-yes-is-bad = (Yes = a shortcoming)
screen-optional = (optional)
screen-derived = Computed from { $from }.
screen-several = Several answers may be given; Space goes on
screen-number = Number, { $unit }
screen-number-between = Number, { $unit }, from { $min } to { $max }
screen-number-least = Number, { $unit }, at least { $min }
screen-number-most = Number, { $unit }, at most { $max }
screen-date = Date: YYYY, YYYY-MM or YYYY-MM-DD
screen-text = Free text
screen-enter-writes = Enter: write the answer
screen-asked-only-if = asked only if { $condition }
screen-saved = Saved
screen-saving = saving …
screen-saving-for = saving … { $n } s
screen-view-only = view only
screen-read-only = This study is open for viewing only: nothing is written.
screen-not-saved = NOT SAVED: { $value } on { $case_id }. Enter tries again, Ctrl-C quits. { $cause }
screen-keys-dropped = { $n ->
    [one] One key was ignored while saving. Press it again.
   *[other] { $n } keys were ignored while saving. Press them again.
 }
screen-unknown-key = { $key } does nothing here. ? shows the keys.
screen-role-not-offered = { $role } is not on offer here; this question offers { $offered }.
screen-not-asked = This question is not asked in this case.
screen-not-known = This question waits for the answer to an earlier one.
screen-nothing-to-clear = There is no answer to clear.
screen-nothing-to-undo = There is nothing to undo.
screen-nothing-to-redo = There is nothing to do again.
screen-changed-since = Somebody has changed this since: nothing was undone. Look at the history (h).
screen-undone = Undone: { $what }, { $place }
screen-redone = Redone: { $what }, { $place }
what-answer = answer
what-note = comment
what-quote = quote
what-flag = mark
what-done = finished
what-take = take-over
what-drop = cannot be reviewed
what-bookmark = bookmark
screen-overcome = Saved, but in a new file: { $cause } Tell whoever looks after the server.
tally-bent = Percents are rounded one by one, so they do not sum to 100 everywhere.
cases-units-many = The column for the unit has { $n } different values; at most { $most } are allowed.
cases-units-many-hint = check that it is the right column
screen-place = { $case_id } question { $n }
screen-unsure-what = Give an answer first, then mark it.
screen-all-done = Every case of yours is finished.
screen-no-gaps = There are no gaps in the cases you have begun.
screen-blind = This is not shown in a blind round: it is made of answers of others too.
blind-hint = count without --round, when the round is coded
blind-closed = { $n ->
    [one] A case that you are to code without seeing the first coding is left out until you have finished it.
   *[other] { $n } cases that you are to code without seeing the first coding are left out until you have finished them.
}
blind-unfinished = { $n ->
    [one] you still have a case to code without seeing the first coding: it would be missing here
   *[other] you still have { $n } cases to code without seeing the first coding: they would be missing here
}
blind-unfinished-hint = finish them first, with --round second or --round spot, or ask somebody who is not to code them
screen-closed = You are to code this case without seeing the first coding: with --round second, or --round spot for a spot check.
list-closed = coded blind
screen-order-file = Questions in the protocol's order.
screen-order-documents = Questions in the order of the documents.
screen-tallies-always = The tally shows always.
screen-tallies-after-case = The tally shows on the page that closes a case.
screen-tallies-never = The tally does not show. t opens it.
screen-already-yours = This case is yours already, or nobody's.
screen-taken = You have taken over { $case_id }.
screen-taken-from-you = { $coder } has begun this case or taken it over. Take it over to answer here.
screen-read-afresh = A colleague's lines were never saved. All answers are read again.
screen-no-marks = There are no unsure answers and no marks.
screen-no-such-cases = There are no such cases.
screen-nothing-found = Nothing was found.
screen-no-such-number = Write a number from 1 to { $n }.
screen-last-case = This is the last case of the list.
screen-first-case = This is the first case of the list.
screen-bookmark = Read: { $text }
screen-write-instead = This question is answered by writing: press Enter, or begin with a digit.
screen-pasted = Pasted text is no answer. Nothing was changed.
screen-unsaved-text = The text is not saved. Enter saves it, once more throws it away.
screen-too-long = At most { $n } characters fit here.
round-second = double coding
round-spot = spot check
round-consensus = joint answer
tally-so-far = So far, question { $n }
table-share = Share %
table-count = Count
table-rest = Others (none of the rows)
tally-total = Total
tally-base = Base
tally-answered = { $n } answered
tally-number = { $n } answered, mean { $mean }, from { $min } to { $max }
tally-outside = Outside the base: not asked { $not_asked }, not yet known { $not_known }, n.a. { $na }, unanswered { $unanswered }.
tally-several = Several answers may be given, so the sum may exceed the base.
summary-answered = { $answered } of { $asked } answered
summary-gaps = { $n ->
    [one] 1 gap
   *[other] { $n } gaps
 }
summary-unsure = { $n } unsure
summary-unexplained = { $n ->
    [one] 1 comment missing
   *[other] { $n } comments missing
 }
summary-check = Look again: { $message }
summary-dropped = Cannot be reviewed: { $reason }
summary-gap = GAP
summary-explain = {" "}(say why)
history-none = Nothing was answered here.
history-nothing = nothing
history-line = { $at }  { $coder }: { $value } (before: { $was })
history-undo = (by undo)
help-digits = Digits mean the same everywhere: 1 yes, 2 partly, 3 no, 0 n.a., 9 not known. On other scales they count the choices. Every answer is on disk before "Saved" shows.
flag-unsure = unsure
flag-discuss = discuss
flag-example = good example
flag-manager = tell the manager
take-ill = the colleague is ill or away
take-biased = the colleague is biased
take-other = another reason
show-all = all cases
show-mine = mine and those nobody has begun
show-open = not finished
show-flagged = with marks
title-summary = The whole case
title-tally = All counts
title-help = Keys
title-flag = Mark this question
title-take-closed = You are to code { $coder }'s case blind. Taken over, it is not coded twice.
title-take = This case is { $coder }'s. Take it over?
title-show = Which cases?
title-marks = Unsure answers and marks
title-find = Find:
title-palette = Do:
title-answer = Answer
title-number = Go to question number
title-quote = Quote from the file. Names become X.
title-bookmark = How far is the file read? Shown when you come back.
title-drop = Why can this case not be reviewed? (empty: it can)
title-note = Comment on question { $n }. No names.
title-note-case = Comment on { $case_id }. No names.
short-next = next
short-note = comment
short-unsure = unsure
short-undo = undo
short-find = find
short-help = help
short-quit = quit
short-finish = finished, next case
short-go = go there
short-gap = next gap
short-back = back
short-view = unit/sex
short-choose = choose
short-save = save
short-newline = new line

## exchange: conditions of other programs

cli-protocol-import = read a form of XLSForm or REDCap into a protocol
cli-protocol-import-file = the form: XLSForm (.xlsx, .csv, .md) or REDCap's data dictionary (.csv)
cli-protocol-import-output = the file that the protocol is written to; else it is shown
cli-protocol-import-lenient = leave out what cannot be carried over, instead of stopping
cli-protocol-export = write a protocol as a form for XLSForm or REDCap
cli-protocol-export-format = xlsx, csv or md (XLSForm), or redcap
cli-protocol-export-output = the file that the form is written to; else it is shown
exchange-lost = { $n ->
    [one] One thing cannot be carried over.
   *[other] { $n } things cannot be carried over.
  } Nothing has been written.
exchange-lost-hint = change the form, or run it again with --lenient to leave out what is listed above
exchange-left-out = { $n ->
    [one] One thing was left out.
   *[other] { $n } things were left out.
  }
exchange-read = The protocol "{ $name }" has { $n ->
    [one] one question.
   *[other] { $n } questions.
  }
exchange-written = { $file } is written.
exchange-output = A spreadsheet cannot be shown in the terminal.
exchange-output-hint = name a file: -o form.xlsx
file-exists = The file is there already and is not changed.
file-exists-hint = choose another name, or remove the file first
exchange-never = The condition can never hold.
exchange-tangled = The condition has too many "or" to be written as a condition here. Split the question or make the condition simpler.
exchange-several = "{ $name }" may have several answers. Equality does not say whether one of them is enough; say that the answer is selected instead.
exchange-beside = "{ $name }" can be held against another question only by at least or at most.
exchange-unreadable = The file cannot be read or written as a spreadsheet: { $cause }
xpath-unexpected = "{ $found }" cannot be understood here.
xpath-function = The function "{ $name }" cannot be carried over to a condition.
xpath-selected = selected() needs a question and an answer, such as selected({"$"}{"{"}question{"}"}, 'yes').
xpath-compared = The comparison is not of a question and an answer.
exchange-selected = "{ $name }" has no answers to choose from.
exchange-times = The questions asked at several times are no longer alike at every time in the form. They become a question of their own for each time.
exchange-dates = Partial dates (a year alone, or a year and a month) cannot be answered in the form: { $names }.
exchange-computed = The answers are not computed in the form: { $names }. They are computed again once the form is read here.

## xlsform: forms of ODK, Kobo and others

xlsform-column-twice = The column means { $name }, as "{ $other }" does. Remove one of them.
xlsform-column-missing = The sheet has no column "{ $name }".
xlsform-column-lost = What stands in the column { $name } cannot be carried over.
xlsform-column-ignored = The column "{ $name }" of the sheet { $sheet } is not carried over.
xlsform-sheet-ignored = The sheet "{ $name }" is not carried over.
xlsform-survey = The file has no sheet "survey" and is no XLSForm.
xlsform-survey-hint = name an XLSForm (.xlsx, .csv or .md) or a data dictionary of REDCap (.csv)
xlsform-language = The texts are in { $name }.
xlsform-language-missing = The form has no "{ $tag }". The texts are in { $name }.
xlsform-language-unknown = The language "{ $name }" is neither Swedish nor English. The protocol gets the language "{ $tag }"; change language if that is wrong.
xlsform-language-none = The form does not say which language it is in. The protocol gets the language "{ $tag }"; change language if that is wrong.
xlsform-text-missing = A text is missing in the chosen language and is taken from { $title } (sheet { $sheet }, row { $row }).
xlsform-setting-made = The form has no { $name } on the sheet settings. The protocol gets "{ $value }".
xlsform-choice-name = A choice of the list "{ $name }" has no name.
xlsform-choice-twice = The choice "{ $name }" stands twice in the list "{ $list }".
xlsform-list-unknown = The list "{ $name }" is not on the sheet choices.
xlsform-list = The list "{ $name }" gives the answers { $choices }.
xlsform-areas = Areas: { $names }.
xlsform-required-none = The form does not say which questions must be answered. All of them count, therefore.
xlsform-required = Whether the question must be answered depends on a condition. That cannot be carried over.
xlsform-constraint = The constraint cannot be carried over. Only bounds such as . >= 0 and . <= 99, and answers that exclude all others, can.
xlsform-label-missing = Row { $row } has no text. The question gets the text "{ $name }".
xlsform-reference = The text takes in an answer. That cannot be carried over.
xlsform-disabled = Row { $row } is disabled and is not carried over.
xlsform-type-missing = The row has no type.
xlsform-type-unknown = There is no type "{ $name }".
xlsform-type-lost = Questions of the type "{ $name }" cannot be carried over.
xlsform-end = A group ends, but none is open.
xlsform-open = The group never ends.
xlsform-meta = The row "{ $name }" is not carried over: who answers, and when, is in the ledger.
xlsform-calculate = Calculations cannot be carried over.
xlsform-repeat = The group is repeated in the form. Here its questions are asked once.
xlsform-note = The text of row { $row } becomes guidance to the question after it.
xlsform-note-when = A text that is shown only at times cannot be carried over.
xlsform-note-last = The text stands after the last question and cannot be carried over.
xlsform-name-missing = The row has no name.
xlsform-name-twice = The name "{ $name }" stands twice. A name of a question must be its own in the whole protocol.
xlsform-field-unknown = The expression names "{ $name }", which is not in the form.
xlsform-field-lost = The expression names "{ $name }", which cannot be carried over.
xlsform-derived = The column aktkoll_derived cannot be read. The question is left out.
xlsform-own-tables = The tables of the report (aktkoll_tables) no longer fit the form.
xlsform-own-derived = What aktkoll_derived says no longer fits the form. The computed questions become ordinary ones.

## REDCap
redcap-header = The file does not have the headers of a REDCap data dictionary.
redcap-header-hint = it begins with "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label"; download the dictionary from REDCap again
redcap-none = The dictionary has no field that can be a question.
redcap-mapped-frame = The dictionary says nothing of the protocol: id "{ $id }" and title "{ $title }" after the name of the file, version "{ $version }".
redcap-mapped-record = The field { $field } is the id of the case and becomes no question.
redcap-mapped-look = The column "{ $column }" only says how the form looks and is left out.
redcap-mapped-integer = { $field }: a whole number in REDCap, here a number that may have decimals too.
redcap-mapped-slider = { $field }: the slider becomes a number from { $min } to { $max }.
redcap-mapped-choices = { $field }: { $choices }
redcap-lost-column = The column "{ $column }" is none of a REDCap data dictionary.
redcap-lost-type = Field { $field }: the type "{ $found }" (column "{ $column }") cannot be a question.
redcap-lost-name = "{ $found }" (column "{ $column }") cannot be the name of a variable.
redcap-lost-twice = The variable { $found } is there already (column "{ $column }").
redcap-lost-identifier = Field { $field } is marked as an identifier (column "{ $column }").
redcap-lost-identifier-hint = names and identity numbers have no place here; remove the mark if the field points nobody out
redcap-lost-hidden = Field { $field } is hidden by @HIDDEN (column "{ $column }") and is not asked.
redcap-lost-action = Field { $field }: { $tag } (column "{ $column }") has no counterpart.
redcap-lost-annotation = Field { $field }: the note "{ $text }" (column "{ $column }") has no place.
redcap-lost-tag = Field { $field }: the tag @AKTKOLL (column "{ $column }") cannot be read.
redcap-lost-ranking = Field { $field }: ranking (column "{ $column }") has no counterpart.
redcap-lost-choices = Field { $field }: the choices "{ $found }" (column "{ $column }") cannot be read.
redcap-lost-calc = Field { $field }: the calculation "{ $found }" (column "{ $column }") is no sum of numbers before it.
redcap-lost-slider = Field { $field }: the words of the slider, "{ $found }" (column "{ $column }"), have no place.
redcap-lost-validation = Field { $field }: the validation "{ $found }" (column "{ $column }") has no counterpart; the answer is free text.
redcap-lost-bound = Field { $field }: the bound "{ $found }" (column "{ $column }") is no number for a question about a number.
redcap-lost-logic = Field { $field }: the condition "{ $found }" (column "{ $column }") cannot be written here.
redcap-lost-after = The checks and the tables of the report (@AKTKOLL_AFTER) do not fit the fields any more.
redcap-lost-own = What the tags @AKTKOLL say does not fit the fields any more.
redcap-choice-comma = in "{ $found }" the comma between code and label is missing: 1, Yes | 2, No
redcap-choice-code = the code "{ $found }" stands twice or cannot be a code
redcap-choice-none = there are no choices: 1, Yes | 2, No
redcap-logic-form = write it as [field] = '1' and ([other] = '2' or [number] > 5)
redcap-logic-event = another event than the own one cannot be asked for
redcap-logic-arithmetic = arithmetic with { $found } cannot be used in a condition
redcap-logic-function = "{ $found }" cannot be used in a condition
redcap-logic-field = "{ $found }" is no field that became a question
redcap-logic-checkbox = { $found } is a checkbox: write [{ $found }(code)] = '1' or '0'
redcap-logic-code = { $field } has no choice with the code "{ $found }"
redcap-unsaid-all = The dictionary cannot be read back.
redcap-unsaid-question = The question { $id } does not come back the same from the dictionary.
redcap-unsaid-frame = What holds for the whole protocol does not come back the same from the dictionary.

## rules: coding rules

action-rule = rules for the question: write one, or look at cases again
what-rule = rule
terminal-not-saved-rule = open the study again and look at question { $question }: the rule or spelling may have reached the disk all the same
screen-rule = Rule ({ $coder } { $date }):
screen-look-again = Answered before the newest rule. If the answer stands, give it once more.
screen-rule-saved = The rule is saved. Every coder sees it.
screen-rule-again = { $n ->
    [one] The rule is saved. One case was coded before it.
   *[other] The rule is saved. { $n } cases were coded before it.
 }
screen-rule-of-other = The rule was written by { $coder }, or in another round, and can only be changed there. Write a new rule instead.
rule-new = Write a new rule
rule-again = Look again at { $case_id }: { $answer }
title-rules = Rules for question { $n }, and cases coded before the newest
title-rule = Rule for question { $n }, shown to all (empty: no rule)
cli-list-rules = the coding rules instead, and cases coded before them
list-before-rule = {"  "}Coded before the newest rule: { $cases }

## spellings: text answers that count as one

action-spellings = spellings of text answers: let several count as one
what-spelling = spelling
screen-no-spellings = Only questions that are answered with free text have spellings.
screen-no-texts = Nobody has answered the question yet.
spelling-as = { $text } counts as { $name }
spelling-as-written = count it as it is written
spelling-new-name = write a new name
title-spellings = Question { $n }: choose a spelling, then its name
title-count-as = Count “{ $text }” as
tally-name = { $name }{ $n ->
    [one] {""}
   *[other] {" "}({ $n } spellings)
 }
tally-names-more = {"        "}… and { $n } more

## completion: texts written before

action-complete = fill in what was written before
short-complete = fill in

## units: questions per unit and their informants

meeting = Dialogue meeting { $informant } { $unit }
meeting-unit = Dialogue meeting { $unit }
cases-informant = The column "{ $name }" ({ $label }) does not belong in the case list.
cases-informant-hint = remove the column: every informant of every unit has a place of its own in the study
new-entries = {"  "}Questions per unit are asked { $n ->
    [one] once
   *[other] { $n } times: once per unit and informant
 }
units = Units
tally-dropped-units = { $n ->
    [one] One entry of a unit was dropped and is in none of the counts.
   *[other] { $n } entries of units were dropped and are in none of the counts.
 }
tally-units = Questions per unit. The base is units, not cases.
tally-informants = Questions per unit. The base is informants of the units, not cases.
screen-cases-done = Every case of yours is finished. Entries of units left, above: { $n }.
title-summary-unit = All questions about the unit
title-quote-meeting = Quote: { $meeting }. Names become X.

## codebook: advice on protocols, the codebook, the schema, and files that are no TOML

advice = advice:
advice-count = { $n ->
    [one] 1 piece of advice. The protocol can be used as it is.
   *[other] { $n } pieces of advice. The protocol can be used as it is.
 }
advice-many = The protocol has { $count } questions. More than { $many } are hard to get through in each case.
advice-many-hint = remove questions, or divide the review into two protocols
advice-same-text = The question "{ $name }" has the same text as the question "{ $other }".
advice-same-text-hint = say in the text what tells them apart
advice-scale = No question uses the scale "{ $name }".
advice-scale-hint = remove it, or write scale = "…" in the questions that should have it
advice-area = The area "{ $name }" has no questions.
advice-area-hint = remove the area, or put questions into it
advice-unit = No attribute has role = "unit". Answers cannot be counted by unit.
advice-unit-hint = add an [[attribute]] with role = "unit"
advice-sex = No attribute has role = "sex". Answers cannot be counted by sex.
advice-sex-hint = add an [[attribute]] with role = "sex"
advice-never = The question "{ $name }" can never be asked: what is demanded of "{ $clash }" does not go together.
advice-never-hint = change the condition, or that of a question it builds on
advice-check = The check can never hold: what is demanded of "{ $clash }" does not go together.
advice-check-hint = change the condition, or remove the check
advice-row = The row "{ $label }" can never count a case: what is demanded of "{ $clash }" does not go together.
advice-row-hint = change the row's condition, or the table's base
advice-document = The question "{ $name }" does not say where in the file the answer is.
advice-document-hint = add document = "…" with one of the protocol's documents
advice-meaning = The question "{ $name }" does not say what the answer "{ $choice }" means. Coders will read it differently.
advice-meaning-hint = add for example meaning = {"{"} "{ $choice }" = "…" {"}"}
advice-bounds = The question "{ $name }" takes any number. A digit too many will not be noticed.
advice-bounds-hint = add min and max, for example min = 0
advice-steers = The guidance of the question "{ $name }" tells what others answered ("{ $word }"). That steers the answer.
advice-steers-hint = say only how to judge
codebook-contents = Contents
codebook-id = Id
codebook-version = Version
codebook-documents = Documents
codebook-note = About the protocol
codebook-attributes = What the case list says
codebook-checks = Plausibility checks
codebook-per-unit = { $area } (once per unit)
codebook-asked = Condition
codebook-see = See
codebook-form = Answer
codebook-guidance = Guidance
codebook-favourable = Counts as a strength
codebook-note-on = Asks for a reason
codebook-outside = Outside the base
codebook-inside = Inside the base
codebook-optional = Optional
codebook-optional-yes = does not count as a gap
codebook-exclusive = excludes all others
codebook-key = Key
codebook-answer = Answer
codebook-role = Role
codebook-meaning = Meaning
codebook-column = Column
codebook-label = Called
codebook-used-as = Used as
codebook-values = Values
codebook-message = To look at again
codebook-if = When
codebook-unit = unit
codebook-sex = sex
codebook-informant = informant
codebook-birth-year = year of birth; ages are those of { $at }
cli-protocol-schema = print a JSON Schema, so that an editor can help
cli-protocol-show-output = the file to write to (else the screen)
protocol-syntax-twice = Character { $column }: the same name stands above, and may stand only once.
protocol-syntax-twice-hint = remove one, or rename it; a new question begins with [[question]]
protocol-syntax-quotes = Character { $column }: text stands in quotes.
protocol-syntax-quotes-hint = write for example text = "Is there a plan?"; yes and no without quotes are true and false
protocol-syntax-backslash = Character { $column }: a backslash (\) cannot be written like this.
protocol-syntax-backslash-hint = write two (\\), or put the text in single quotes (')
protocol-syntax-string = Character { $column }: the text does not end. A quote is missing.
protocol-syntax-string-hint = put " before and after the text; a quote within it is \" or ”; a text of several lines stands in """
protocol-syntax-braces = Character { $column }: what stands in {"{"} {"}"} is not whole.
protocol-syntax-braces-hint = write name = "value" with commas between, and {"}"} last: {"{"} id = "yes", label = "Yes" {"}"}
protocol-syntax-heading = Character { $column }: the heading is not whole.
protocol-syntax-heading-hint = write it alone on its line, for example [[question]] or [scale.NAME]
protocol-syntax-list = Character { $column }: the list is not whole.
protocol-syntax-list-hint = write a comma between the values and ] last: ["yes", "partly"]
protocol-syntax-key = Character { $column }: a name cannot be written like this.
protocol-syntax-key-hint = names with blanks or anything but a–z, 0–9, _ and - stand in quotes: "on its way" = "…"
protocol-syntax-equals = Character { $column }: a name, = and a value were expected.
protocol-syntax-equals-hint = write each field on a line of its own as name = "value"; remarks begin with #
protocol-syntax-number = Character { $column }: this is neither a number nor a date.
protocol-syntax-number-hint = write numbers without quotes and with a point, such as 12 or 7.5; put anything else in quotes
schema-protocol-id = The protocol's id, such as bs2023.
schema-protocol-version = The version, in your own words.
schema-protocol-language = The language the protocol is written in. It also chooses built-in answers and keys.
schema-protocol-title = The title of the review.
schema-protocol-documents = The documents of a file, in the order they are read.
schema-protocol-attribute = What the case list says about each case.
schema-protocol-scale = Scales of your own, which questions name.
schema-protocol-area = The quality areas, in order.
schema-protocol-question = The questions, in the order they are asked.
schema-protocol-check = Plausibility checks: shown where the condition holds, never forced.
schema-attribute-id = The column's name in the case list.
schema-attribute-label = What it is called on the screen and in reports.
schema-attribute-role = What it is used for: unit, sex, birth_year or informant (who is asked about the unit).
schema-attribute-at = For a year of birth alone: the year in which the age is meant.
schema-attribute-values = Codes of the case list and what they are called, in the order they are shown.
schema-attribute-shown = Shown under every question: what one must read about the case.
schema-attribute-one = What a value is called of one case: Woman beside Women.
schema-scale-choices = The answers of the scale, in order.
schema-choice-id = What the ledger stores.
schema-choice-label = What is shown; the id where there is no label.
schema-choice-role = What the answer means whatever its words. It decides the key and what counts.
schema-choice-meaning = What the answer means exactly.
schema-choice-key = A key of its own: a small letter or a digit.
schema-choice-exclusive = The answer excludes all others.
schema-area-id = The area's id, such as SAFE.
schema-area-label = The area's heading.
schema-question-id = The question's id. It does not change once coding has begun.
schema-question-area = The id of the question's area.
schema-question-document = Where in the file to look: one or more of the protocol's documents.
schema-question-text = The question as it is asked.
schema-question-kind = How it is answered; by one choice where there is no kind.
schema-question-when = Asked only when this holds. It looks at earlier questions and the case list alone.
schema-question-guidance = How to judge.
schema-question-optional = May be left open: it is no gap.
schema-question-per = Whether it is asked about each case or once per unit.
schema-question-scale = The name of a scale: yes_partly_no, yes_no, ja_delvis_nej, ja_nej or one of your own.
schema-question-choices = The question's own answers, in the place of a scale.
schema-question-na = Adds the answer Not applicable.
schema-question-unknown = Adds the answer Not stated.
schema-question-meaning = What the answers mean in this question.
schema-question-favourable = The answers that count as a strength, where that is not yes.
schema-question-note-on = The answers that ask for a reason.
schema-question-in-base = Answers that count in the base though they otherwise would not.
schema-question-out-of-base = Answers that do not count in the base.
schema-question-unit = For a number alone: what is counted, such as hours/month.
schema-question-min = For a number alone: the smallest allowed.
schema-question-max = For a number alone: the largest allowed.
schema-test-not = The answer is none of these.
schema-test-min = The answer is at least this large, or this late.
schema-test-max = The answer is at most this large, or this early.
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
schema-choice-when = In derived questions alone: when it is the answer.
schema-choice-min = In derived questions alone: the least number or age of the group.
schema-choice-max = In derived questions alone: the greatest number or age of the group.
schema-question-times = The times it is asked for, one after the other. {"{"}time{"}"} in the text stands for the time.
schema-question-parts = Derived alone: yes if all of these have a favourable answer, no if none, else partly.
schema-question-sum = Derived alone: the sum of these numbers.
schema-question-of = Derived alone: the number or year of birth that the choices are groups of.
schema-question-at = Derived alone: the year in which the age is meant.
schema-bound-of = The question or column of the same case that it is held against.
schema-table-id = The table's id, such as table2.
schema-table-title = The table's title.
schema-table-by = The attributes it is grouped by; without it, the sex.
schema-table-base = Which cases it is about.
schema-table-rows = Its rows.
schema-table-notes = What stands below it.
schema-row-label = The row's label.
schema-row-where = Which cases it counts.
protocol-condition-empty-hint = say when it holds, for example when = {"{"} plan = "yes" {"}"}, or remove the field
condition-bound-of-hint = hold numbers against numbers and dates against dates
condition-per-hint = write per = "unit" in both questions or in none, or take it out of the condition
protocol-bounds-hint = let them change places
protocol-questions-none-hint = write at least one question: [[question]] on a line of its own, and id, area and text below
protocol-field-kind-hint = remove the field, or change the question's kind
protocol-role-taken-hint = only one may have a role; give one of them another, or remove the role
protocol-base-both-hint = take it out of one of the lists
protocol-key-taken-hint = choose another key, or remove key and the answer gets a free one
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
protocol-syntax-after = Character { $column }: something stands after the value.
protocol-syntax-after-hint = begin a new line for the next field; a number has a point (7.5), and a quote within a text is \"

## spreadsheet: XLSX and ODS files

sheet-broken = The file cannot be read as a spreadsheet: { $cause }
sheet-broken-hint = open the file in Excel or LibreOffice and save it again as .xlsx
sheet-large = The file is larger than { $most } MiB when unpacked, and is not read.
sheet-large-hint = copy the header and the rows to a new spreadsheet and save it as .xlsx
sheet-columns = The sheet has more than { $most } columns.
sheet-rows = The sheet has more than { $most } rows.
sheet-cells = The sheet has more cells, or more text, than can be read.
sheet-error = The cell holds an error: { $found }
sheet-error-hint = correct the formula, or write the value instead
sheet-uncomputed = The cell has a formula that is not computed.
sheet-uncomputed-hint = open the file in Excel or LibreOffice and save it again, or write the value instead
sheet-encrypted = The file is protected by a password.
sheet-encrypted-hint = open the file, remove the password under Save as, and save it where only the coders can reach it
sheet-old = The file is in an older or other Excel format (.xls or .xlsb).
sheet-old-hint = open the file in Excel or LibreOffice and save it as .xlsx
sheet-several = The file has several sheets with rows: { $names }
sheet-several-hint = choose one with --sheet NAME
sheet-missing = The file has no sheet "{ $name }" with rows in it.
sheet-macros = The file { $file } has macros. They are not read and never run.

## case lists: columns, files, and what they were taken for

cases-column-hint = say which it is, such as --column { $name }=Header. The file has: { $names }
cases-told-unknown = --column { $name }: the protocol has nothing of that name.
cases-told-missing = No column is called "{ $header }".
cases-told-twice = --column says two things about { $name }.
cases-ambiguous = Several columns could be { $label }: { $names }
cases-ambiguous-hint = say which, such as --column { $name }="{ $header }"
cases-units-alike = The unit is written in two ways: "{ $one }" and "{ $other }".
cases-units-alike-hint = write it the same everywhere
new-file = { $cases ->
    [one] { $file }: one case, header on row { $row }
   *[other] { $file }: { $cases } cases, header on row { $row }
 }
new-head-attribute = About
new-head-header = Column
new-head-how = Found by
new-head-values = Values
new-how-told = --column
new-how-id = id
new-how-label = name
new-how-synonym = similar name
new-how-number = personal number
new-how-file = name of the file
new-many = more than { $n }
new-distinct = { $n ->
    [one] one value
   *[other] { $n } different
 }
option-sheet = the sheet to read
option-column = attribute=column, such as unit=District; with import also question=column

## update: a newer version of a study's protocol

cli-protocol-update = give a study a newer version of its protocol
command-unconfirmed = Nothing was changed.
command-unconfirmed-hint = answer y, or run it with --yes
update-id = The new file has the id { $found }, but the study's protocol has { $expected }.
update-id-hint = a newer version keeps the id; for other questions make a new study with: aktkoll new
update-same = Nothing changes: the study has this very file already.
update-no-difference = The questions are the same; only the look of the file differs.
update-protocol = The protocol
update-attribute = Attribute of the case: { $id }
update-area = Area: { $id }
update-table = Table: { $id }
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
aspect-shown = shown with the question
aspect-label = label
aspect-role = role
aspect-values = values
aspect-area = area
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
aspect-note-on = asks for a comment on
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
update-all-hold = All answers hold in the new version too.
update-lost = Answers that no longer hold. They are kept, and hold again if the protocol is changed back:
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
 }, the question is no longer asked there
update-reworded = { $n ->
    [one] 1 answer was given under another wording and may need another look (g on the screen).
   *[other] { $n } answers were given under another wording and may need another look (g on the screen).
 }
update-gaps = { $n ->
    [one] 1 begun case gets new gaps.
   *[other] { $n } begun cases get new gaps.
 }
update-same-version = The version is still called { $version }. Give the new one a name of its own, so that one sees which wording an answer was given under.
update-confirm = Update? [y/n]
update-done = The protocol is updated. The one before is kept as { $file }. Who has the study open goes on with it until they leave.
update-forbidden = You may not change the study's folder. Ask the one who owns it.
update-meanwhile = Somebody has changed the protocol meanwhile. Nothing was written.
update-meanwhile-hint = run the command once more
update-earlier-changed = The file is not the version that its name says. It is not read.
update-earlier-unread = The earlier version of the protocol cannot be read. Answers that were given under it count as usual.
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
    [one] 1 line is on a question or an answer that only an earlier version of the protocol has; it is kept, but not counted.
   *[other] { $n } lines are on questions or answers that only earlier versions of the protocol have; they are kept, but not counted.
 }
verify-unknown-version = { $n ->
    [one] 1 file was written under a version of the protocol that is not kept here. Its answers count as usual.
   *[other] { $n } files were written under versions of the protocol that are not kept here. Their answers count as usual.
 }
code-updated = The protocol has changed since you were here. { $n ->
    [0] All your answers hold as they are.
    [one] 1 answer was given under an earlier wording: g goes there.
   *[other] { $n } answers were given under an earlier wording: g walks through them.
 }
screen-last-gap = This is the last gap.

## identity: personal numbers, names and blanked texts

ledger-damage-blanked = The text is gone, and no line says that its coder took it away. Get the file from a backup.
ledger-note-redact = The text was to be taken away, but still stands. Run aktkoll redact again.
redact-owner = The file belongs to another user. Only who wrote the text can take it away.
redact-owner-hint = ask them to run aktkoll redact
redact-open = Someone is coding in the file right now, so the text cannot be taken away.
redact-open-hint = leave the study in the other window and run it again
redact-none = You have written no such text.
redact-none-hint = answers are changed on the screen; this takes away comments, quotes, bookmarks, reasons and rules
redact-others = { $n ->
    [one] 1 text was written by another coder, who can take it away: { $coders }
   *[other] { $n } texts were written by other coders, who can take them away: { $coders }
}
redact-text = { $number } { $day } { $place }, { $what }: { $text }
redact-text-earlier = { $number } { $day } { $place }, { $what } (earlier wording): { $text }
redact-which = Which text is to be taken away? Type its number:
redact-no-number = { $found } is no number of the list.
redact-no-number-hint = type one of the numbers before the texts, or run it with --text NUMBER
redact-sure = { $n ->
    [one] The text is taken away for good. Do it? [y/N]
   *[other] { $n } texts are taken away for good. Do it? [y/N]
}
redact-done = { $n ->
    [one] The text is taken away, and 1 line of the ledger is blanked. Backups made before still have it.
   *[other] The text is taken away, and { $n } lines of the ledger are blanked. Backups made before still have it.
}
cli-redact = take a text away for good: a comment, a quote, a bookmark, a reason or a rule
cli-redact-case = only texts about this case
cli-redact-question = only texts on this question
cli-redact-text = the number in the list of the text to take away; repeat for more
identity-number = This is a personal identity number. It must not be stored in the study.
identity-number-hint = take it out, or replace the cases' ids with --pseudonymise KEYFILE
identity-cell-hint = take it out of the file and import it again. Nothing was imported.
identity-header = The name of a column is a personal identity number. It must not be stored in the study.
identity-file = The file's name has a personal identity number. It must not be stored in the study.
identity-file-hint = rename the file and run it again
identity-title = The title, the seed or the folder's name has a personal identity number. It must not be stored in the study.
identity-column = The column { $header } is for personal identity numbers. They must not be stored in the study.
identity-part = Here is a part of the case's personal identity number. It must not be stored in the study.
identity-part-hint = take the column out of the list; year of birth and sex can be taken from the number
identity-coder = The coder's name has a personal identity number. It must not be stored in the study.
identity-contacts = { $n ->
    [one] 1 cell seems to have an e-mail address or a telephone number ({ $place }). Take it out if it leads to a person.
   *[other] { $n } cells seem to have e-mail addresses or telephone numbers (the first: { $place }). Take them out if they lead to persons.
}
identity-key-inside = The key must not lie in a study.
identity-key-inside-hint = choose a place outside, which only you can reach
identity-key-exists = The file exists already and is not overwritten.
identity-key-exists-hint = choose another name for the key
identity-key-unwritten = The key could not be written: { $cause }
identity-key-written = { $n ->
    [one] 1 case has a new id. The key is { $file }: keep it apart from the study.
   *[other] { $n } cases have new ids. The key is { $file }: keep it apart from the study.
}
identity-not-taken = { $attribute } cannot be taken: the case's id is no personal number.
identity-not-taken-hint = add a column that tells it
identity-no-sex = { $attribute } cannot be taken from the personal number: no value of the protocol means woman or man.
identity-from = { $name } cannot be taken from the personal number.
identity-from-hint = give birth_year, sex or both with a comma between; the protocol must have the attribute
option-pseudonymise = replace the cases' ids by running numbers per unit; the key is written to this file
option-from_number = take birth_year, sex or both from the personal number, with a comma between
screen-number-refused = This is a personal identity number. Take it out; the text is not saved with it.
screen-email-warned = This looks like an e-mail address. Enter once more saves it all the same.
screen-phone-warned = This looks like a telephone number. Enter once more saves it all the same.
screen-names = Name or place? { $names }  ({ $key } makes it X)
action-mask = replace a name by X

## status: how far a study is coded, and the places that want a look

status-done-of = { $done } of { $all } cases done
status-frame-of = {", "}{ $drawn } of { $all } in the frame are included
status-done = Done
status-begun = Begun
status-left = Left
status-dropped = Dropped
status-all = All
status-frame = Frame
status-coder = Coder
status-second = Second coding
status-wave = Second coding, when
status-entries = Questions per unit
status-nobody = nobody’s yet
status-gaps-done = Gaps in cases that are done
status-gaps-begun = Gaps in cases that are begun
status-unexplained = Comment missing
status-checks = Answers that do not go together
status-looks = Look again: new rule or wording
status-unsure = Unsure answers
status-discuss = To discuss
status-example = Good examples
status-manager = Tell the manager
status-uncounted = First answers that do not count
status-more = and { $n } more
status-nothing = Nothing to look at again.
status-pace = My pace: { $n ->
    [one] one case done
   *[other] { $n } cases done
} this time. Only you see this.
status-pace-hour = My pace: { $n ->
    [one] one case done
   *[other] { $n } cases done
} this time, { $rate } an hour. Only you see this.
title-progress = How far the review is
status-how = Enter on a list: { $key } walks through it. Enter again: back to the gaps.
short-walk = walk through
screen-walk = { $list }: { $n } of { $of }. { $key } goes on.
screen-walk-empty = { $list }: nothing left. { $key } goes to the gaps again.
screen-walk-gaps = { $key } goes to the gaps again.
action-progress = how far the review is
settings-wrong = Your settings cannot be read: { $cause }
settings-wrong-hint = put the file right or remove it; it may say pace = true
cli-status-format = the form of the result: text or json
cli-status = show how far the review is; with --coder only one coder’s cases

## sample: drawing and sharing cases

wave-early = early
wave-middle = middle
wave-late = late
counts-columns = The table needs at least one column of the case list and exactly one column of numbers.
counts-columns-hint = of the case list there are: { $names }; the column of numbers may have any name
counts-number = "{ $found }" is not a number of cases.
counts-number-hint = write a whole number, 0 or more
counts-twice = The same values stand on line { $line } already.
plan-columns = The plan needs the columns { $names }.
plan-coder = "{ $found }" is not a coder's short name.
plan-coder-hint = a short name has only a–z, 0–9, _ and -, at most 32 characters
plan-same = { $coder } cannot code the same case twice.
plan-wave = "{ $found }" does not say when the case is coded a second time.
plan-case-hint = compare with cases.csv, or remove plan.csv and make a new one with aktkoll plan
draw-size-stray = The row is about no case of the frame.
draw-size-stray-hint = check the values; the table's columns must be among those of --per
draw-size-none = It is not said how many to draw: { $stratum }.
draw-size-none-hint = add --n NUMBER, or a row to the table of --sizes
draw-no-list = --sheet, --column, --pseudonymise and --from-number hold only when the study is made, with --frame.
draw-no-list-hint = more cases are drawn from the study's own frame.csv: leave the option out and try again
draw-none = No case would be drawn.
draw-not-drawn = The cases of this study were not drawn.
draw-how = a drawn study is made with: aktkoll draw DIR --protocol ID --frame LIST.csv --n 10 --seed 2026
draw-other-frame = The frame is not the one that the cases were drawn from.
draw-other-frame-hint = put frame.csv back from a backup; else no more can be drawn
draw-not-in-frame = The case { $id } is not in the frame.
draw-there-already = The case { $id } is there already.
draw-add-hint = --add takes cases of frame.csv; one outside the frame is written as a new row of cases.csv
draw-closed = You are to code the case { $id } without seeing the first coding. Whether it was dropped does not show yet.
draw-not-dropped = The case { $id } is not dropped, so it is not replaced.
draw-not-dropped-hint = drop it first, with a reason: x on the coding screen
draw-replaced-before = The case { $id } was replaced already.
draw-reserve-empty = The reserve is empty: { $id } cannot be replaced.
draw-replaced = { $id } is replaced by { $by }.
draw-more = { $n ->
    [0] No new cases.
    [one] New case: { $ids }
   *[other] { $n } new cases: { $ids }
 }
draw-unplanned = The new cases are nobody's yet. Share them with aktkoll plan and the same coders.
draw-made = { $drawn } of { $all } cases are drawn, seed { $seed }.
draw-head-frame = in frame
draw-head-wanted = wanted
draw-head-drawn = drawn
draw-head-reserve = next in reserve
draw-short = { $what }: { $drawn } of { $wanted }
draw-short-of = { $unit }: { $drawn } { $what } of { $wanted }
draw-added = Added by hand, not drawn: { $ids }
draw-differs = { $name }: { $sum }, stated { $stated }
draw-next = Share the cases with: aktkoll plan { $dir } --coders NAME,NAME
plan-made = { $cases } cases are shared, { $twice } are coded by two, seed { $seed }.
plan-row-second = Codes again
plan-move = {"  "}{ $line }
plan-move-coder = { $id }: { $was } → { $is }
plan-move-second = { $id }, second coding: { $was } → { $is }
plan-moves = { $n ->
    [one] There is a plan already, and answers under it. One thing would change.
   *[other] There is a plan already, and answers under it. { $n } things would change.
 } Cases that are begun never change their coder.
plan-moves-hint = add --yes if that is meant; nothing was changed
plan-alone = A single coder cannot code twice.
plan-next = Code a second time with: aktkoll { $dir } --round second
plan-coder-twice = The coder { $coder } stands there twice.
cli-draw = draw cases at random from a list, or draw more
cli-draw-frame = the list to draw from (CSV, XLSX or ODS), in one file or several: makes a new study

cli-draw-n = how many cases per group
cli-draw-per = the columns that make the groups (else unit and sex): unit,sex
cli-draw-seed = seed: a number or a word; the same seed gives the same cases
cli-draw-sizes = CSV file with other numbers for some groups: unit,sex,n
cli-draw-totals = CSV file with stated numbers to compare the list with: unit,n
cli-draw-title = the study's title (else the protocol's)
cli-draw-group = the group that shares the folder
cli-draw-more = so many more per group; those that were drawn stay
cli-draw-replace = dropped cases to replace from the reserve
cli-draw-add = cases of frame.csv to add by hand (one that is not there is written as a line of cases.csv)
cli-plan = share the cases between coders and draw those coded twice
cli-plan-coders = the coders' names: robin,alva
cli-plan-share = how large a part is coded twice (else 20 %, at least 24; over 500 cases 5 %, at least 100)
cli-plan-seed = seed (else that of the draw)

## import: answers coded elsewhere

coded-unclear = The header fits both one answer a row and one case a row.
coded-unclear-hint = say with --ignore COLUMN which columns are no answers
coded-no-question = No column is a question of the protocol.
coded-no-question-hint = the header should be the question's id, number or text; or say --column QUESTION=COLUMN
coded-ambiguous = "{ $name }" could be several things: { $names }.
coded-ambiguous-hint = write the question's id instead, or say --column QUESTION=COLUMN or --ignore COLUMN
coded-column-twice = The columns "{ $one }" and "{ $other }" are both about { $name }.
coded-column-twice-hint = say with --ignore COLUMN which one not to read
coded-choice-ambiguous = "{ $found }" could be several of the answers: { $ids }. Write the id of the answer.
coded-mark = "{ $found }" in the column of a choice is neither yes nor no to { $choice }.
coded-mark-hint = write x or 1 where it is an answer, and else leave the cell empty
coded-attribute = { $id } has { $label } { $expected } in the case list, but "{ $found }" here.
coded-attribute-hint = make sure that the row is about the right case, and correct it
import-head-target = Question
import-head-new = New
import-head-equal = Equal
import-head-differing = Differ
import-head-forms = Read as
import-how-text = text
import-how-number = number
import-how-part = choice
import-more-forms = and { $n } more
import-passed = Columns that were not read: { $headers }
import-absent = Questions that are not in the file: { $names }
import-dry-run = { $n ->
    [one] 1 answer would be imported
   *[other] { $n } answers would be imported
 } for { $coder }; { $equal } already there. Nothing was changed.
import-masked = { $n ->
    [one] 1 answer is to a question that is not asked about its case. It is kept
   *[other] { $n } answers are to questions that are not asked about their cases. They are kept
 } but do not count: { $places }
import-open = { $n ->
    [one] 1 case has every answer but is not marked as finished
   *[other] { $n } cases have every answer but are not marked as finished
 }; --done marks them.
import-finished = { $n ->
    [one] 1 case is marked as finished.
   *[other] { $n } cases are marked as finished.
 }
import-would-finish = { $n ->
    [one] 1 case would be marked as finished.
   *[other] { $n } cases would be marked as finished.
 }
cli-import-ignore = a column not to read
cli-import-dry_run = show what would happen, and change nothing
cli-import-done = mark cases that have every answer as finished

# the report
cli-report = write the report: tables, pictures, sentences, quotes and strengths
cli-report-format = the form: md, html, xlsx or docx; else the ending of the file decides
cli-report-output = the file to write
cli-report-min_cell = hide counts below this, and what would give them away
report-overview = The cases
report-overview-table = Cases reviewed
report-cases = { $n ->
    [one] One case is included.
   *[other] { $n } cases are included.
}
report-tables = Tables
report-least = lowest
report-most = highest
report-warning = Note!
report-written = The report is written: { $file }

## report: tables

report-by-unit = { $text } – by { $unit }
report-units = Questions per unit
report-no-value = not told
report-net = At least one of the answers (net)
report-names-rest = … and { $n } more
outside = { $who } left out: { $why }.
outside-cases = { $per ->
    [unit] { $n } { $n ->
        [one] respondent is
       *[other] respondents are
    }
   *[case] { $n } { $n ->
        [one] case is
       *[other] cases are
    }
 }
outside-fewer = { $per ->
    [unit] fewer than { $n } respondents are
   *[case] fewer than { $n } cases are
 }
outside-condition = the question is asked only if { $condition }
outside-not-asked = the question is not about them
outside-open = it is not answered yet whether { $condition }
outside-not-known = the answer cannot be worked out yet
outside-na = the answer is { $answers }
outside-unanswered = the question is unanswered
table-about = The table is about { $base } of { $all } cases: those where { $condition }.
table-outside-rows = { $n } of { $base } cases are in none of the rows.
table-outside-columns = { $n } cases on one of the rows are in none of the columns.
protocol-across = The table cannot be split by "{ $name }", which has no given values.
protocol-across-hint = write the id of a question with choices, or of an attribute with values
schema-table-across = What its lines are split by from left to right: a question with choices or an attribute with values. The shares are then of the line.
aspect-across = split across
codebook-across = Across
table-rest-across = Others (none of the columns)
report-median = median
report-lower-quartile = lower quartile
report-upper-quartile = upper quartile
report-differences = Differences between the sexes and between units
report-percent-from = Where the base is below { $from }, counts stand without shares.
report-min-cell = Counts below { $min } are not shown. Where such a count could be worked out, other counts are hidden too, by the mark "..". How many of all cases are outside a base can still be seen.
report-uncertainty = Uncertainty of the sample
difference-exploratory = All questions and answers are compared, also where no difference was expected. p is the chance of so large a difference by accident (Fisher's exact test, not adjusted for the number of comparisons). The list is exploratory: it shows what may be worth a closer look and proves nothing.
difference-sexes = Differences between the sexes
difference-units = Differences between the units
difference-few = Bases below { $from }: counts alone
difference-many = { $n } comparisons were made. { $rare } of them have p below 0.05; { $expected ->
    [0] fewer than one is
   *[other] about { $expected } are
 } expected to by chance.
difference-most = The { $most } largest of { $n } differences are shown. All of them are in the Excel file.
difference-small = { $n } comparisons in which a base is below { $from } are left out.
difference-own = The group
difference-others = Others
difference-points = Difference, percentage points
difference-chance = p (exploratory)
difference-share = { $group } among those with the answer
difference-of = { $k } of { $n }
difference-among = { $group }: { $k } of { $n } with the answer "{ $answer }" to question { $question }. In the base they are { $base } of { $all }.
uncertainty-sample = { $n } cases were drawn from a list of { $frame }. The shares here are weighted up to the whole list: each case weighs as many as it stands for in its part of the sample. So they can differ from the shares in the tables, which are of the cases reviewed. The interval shows where the share in the whole list lies, with 95 percent confidence. It is an approximation, and rather too wide than too narrow.
uncertainty-added = { $n ->
    [one] One case that somebody chose is left out.
   *[other] { $n } cases that somebody chose are left out.
 }
uncertainty-table = Shares of the whole list, with 95 % confidence intervals
uncertainty-interval = 95 %

# merge
cli-merge = bring in what a copy of the study has, coded apart
cli-merge-copy = the copy's folder, such as on a USB stick; nothing in it is changed
merge-whole = { $file }: the whole file, { $n ->
    [one] one line.
   *[other] { $n } lines.
}
merge-joined = { $file }: { $n ->
    [one] one line that was missing, in a new file.
   *[other] { $n } lines that were missing, in a new file.
}
merge-done = { $n ->
    [0] The copy { $copy } has nothing that is missing here.
    [one] One line came from { $copy }.
   *[other] { $n } lines came from { $copy }.
}
merge-same = It is the same folder twice.
merge-study = The copy is of another study: it is called { $found }, this one { $expected }.
merge-protocol = The copy has another version of the protocol: { $found }, here { $expected }.
merge-cases-missing = { $n ->
    [one] One case is missing in the copy: { $names }.
   *[other] { $n } cases are missing in the copy: { $names }.
}
merge-cases-more = { $n ->
    [one] One case is in the copy alone: { $names }.
   *[other] { $n } cases are in the copy alone: { $names }.
}
merge-cases-differ = The case list has the same cases with other values.
merge-plan = The plan (plan.csv) of the copy is another one.
merge-hint = copy protocol.toml, cases.csv and plan.csv from the folder that holds to the other one and try again; nothing was brought

# Agreement: why a measure is missing
agreement-nothing-paired = cannot be computed: no case was coded by two coders
agreement-all-alike = cannot be computed: every answer is the same
agreement-one-case = no interval: only one case
agreement-no-spread = no interval: the cases give no spread to reckon with
agreement-unstable = no interval: too few different answers



## asking: tables that are not clear, and what in them is no case

ask-file = { $file }
ask-column = Which column is { $label }?
ask-id-column = Which column has the ids of the cases?
ask-target = What is the column "{ $header }"?
ask-sheet = Which sheet is to be read?
ask-option = {"  "}{ $n }  { $label }
ask-none = {"  "}0  none of them: stop
ask-number = Type the number and press Enter:
ask-again = Type a number from 0 to { $most }.
ask-said = Next time without a question: { $option }
cases-no-header = There is no header: none of the first 20 rows has the ids of the cases or any of the attributes.
cases-no-header-hint = put a row of names on top: case, { $names }; or say what the columns are called: --column case_id=Header
table-sums = {"  "}Sums, which were not read: row { $rows }
identity-sheet = { $n ->
    [one] Here is a personal number, on a sheet that is not read. The file is not taken like this.
   *[other] Here and in more cells are personal numbers ({ $n } cells), on a sheet that is not read. The file is not taken like this.
}
identity-sheet-hint = remove the sheet, or save the one with the cases as a file of its own

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
prose-in-each = { $number } each in { $places }
prose-but = { $some }, but { $none }
prose-nor = nor
prose-percent = { $n } percent
prose-percent-below = less than 1 percent
prose-percent-above = more than 99 percent
prose-percent-sign = { $n }%
prose-in = in { $counted }
prose-by = according to { $counted }
prose-of = { $k } of { $of }
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
prose-no-base = { $none } are in the base.
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
   *[other] all in { $place }
 }.
prose-number-one = The value is { $value } { $place }.
prose-mean = The mean is { $mean } and the median { $median }.
prose-range = The values go from { $low } to { $high } { $place }.
prose-means = The mean is { $means }.

## remark: what a reader of the report is told beside the counts

remark-small = The group is small ({ $n ->
    [one] 1 case
   *[other] { $n } cases
 }): no percentages are given.
remark-unanswered = Answers are missing in { $n ->
    [one] 1 case, which is not in the base
   *[other] { $n } cases, which are not in the base
 }.
remark-open = { $n ->
    [one] In 1 case it is not settled whether the question is asked; it is not in the base.
   *[other] In { $n } cases it is not settled whether the question is asked; they are not in the base.
 }
remark-steered = The sample is steered: the groups have other shares in it than among all cases. The figures for all of them together describe the cases reviewed and do not mirror all cases.


## export: other programs' files
cli-export = write the answers to files for Excel, SPSS, R, Stata, REDCap and other programs
cli-export-format = csv, excel, jsonl, stat (SPSS, R and Stata), redcap, datapackage or all
cli-export-out = the folder that the files go to (else STUDY-export), or the file where there is only one
cli-export-filter = only cases with KEY=A|B, KEY!=A, KEY>=N or KEY<=N; repeat for and
cli-export-replace = write over files that are there
cli-export-birth_year = the year of birth in the place of the age group
cli-export-texts = comments, quotes, flags and bookmarks too, in a file of their own
cli-export-coders = who coded, too
export-case = Case
export-coder = Coder
export-age-group = Age group
export-yes = Yes
export-no = No
export-exposure = The files have no names in them but are not anonymous. Mind who gets them:
export-few-groups = Fewer than { $few } cases: { $list }.
export-few-answers = Delicate questions with answers of fewer than { $few } cases: { $list }.
export-free-texts = Answers in free words may point somebody out: { $list }.
export-partial-dates = { $n ->
    [one] 1 date lacks its day or month and is empty in REDCap's file.
   *[other] { $n } dates lack their day or month and are empty in REDCap's file.
 }
export-several = There are { $n } files, but only one file is named.
export-several-hint = name a folder with --out
export-there = The file is there already.
export-there-hint = run it with --replace to write over it, or name another folder with --out

# the report's formats
report-contents = Contents
report-bars = Share of the base; the figures are counts.
report-hidden = hidden (..)
report-of = of { $n }
report-date = Date
report-protocol = Protocol
report-version = { $id }, version { $version }
report-hash = SHA-256 of the protocol
report-template = the template of the report cannot be used: { $cause }
report-template-hint = correct the template, or remove the file: then the program's own is used
report-sheet-about = About
report-sheet-charts = Chart data
report-key = How to read the tables
report-key-share = share of the base; the cell holds the whole fraction and shows whole percent
report-key-count = number of cases
report-key-base = the cases to which the question applies, with an answer that counts
report-key-nothing = there is nothing to count
report-key-hidden = hidden, lest it point somebody out
report-terminal = this form of the report cannot be shown in a terminal
report-terminal-hint = say where it goes: -o report.{ $ending }
report-ending = the file name does not end as the form does: “{ $ending }”
report-ending-hint = for example -o report.{ $ending }, or say the form with --format md|html|xlsx|docx
report-in-ledger = nothing but answers is written in the ledger's folder; choose another place for the report
report-other-file = the file exists, and is no report that is untouched since the program wrote it
report-other-file-hint = choose another name, or move the file first

## strengths, development areas, and quotes for the report

action-strengths = strengths and development areas for the report
action-quotes = quotes for the report
action-strike = strike the proposal, or take it back (in the list of strengths)
action-reword = reword one's own quote (in the list of quotes)
what-item = strength or development area
title-strengths = Strengths and development areas
title-quotes = Quotes for the report
title-source = Which document is the quote from?
title-item = Words in the report (empty: as proposed)
short-keep = keep
short-strike = strike
short-pick = pick
short-reword = reword
strengths-joint = Joint
strengths-how = Proposals follow the counts until you keep, reword or strike them.
strengths-kept = Strengths
developments-kept = Development areas
strengths-proposed = Proposals (not gone through)
strength-one = Strength
development-one = Development area
strength-add = Add a strength in your own words
development-add = Add a development area in your own words
strength-proposed = { $question } Mostly: { $answer }.
development-proposed = { $question } Too seldom: { $answer }.
strength-count = { $k } of { $n }
strength-is-proposed = proposal
strength-is-struck = struck
strength-is-kept = kept
strength-is-changed = counts changed
strength-changed = counts have changed since this was written
strength-hidden = { $question }: counts are not shown, one of them is small
terminal-not-saved-item = open the study again and look among strengths and development areas: the line may have reached the disk all the same
study-threshold-percent = strength_from is { $found }, but must be between 1 and 100 percent.
study-threshold-both = development_to is { $development } and strength_from { $strength }: one answer cannot be both a strength and a development area.
study-threshold-hint = write for example strength_from = 80 and development_to = 50
quote-file = file
quote-source = From { $document }
quote-source-unit = From { $document } { $unit }
quote-by = Written by { $coder }
quote-has-number = There is a personal number here. The quote cannot stand in the report like this.
quote-names-own = May be names: { $names }. Reword the quote ({ $key }) before it gets into the report.
quote-names-other = May be names: { $names }. Ask { $coder } to reword the quote.
screen-no-quotes = No quotes are written.
screen-own-names = { $n ->
    [one] One of your picked quotes may give somebody away. Go to it and reword it.
   *[other] { $n } of your picked quotes may give somebody away. Go to them and reword them.
}
screen-quote-names = The quote is picked, but may hold names. Look at it before the report is written.
screen-quote-of-other = The quote was written by { $coder }, or in another round, and can only be reworded there.
report-quotes = Quotes
report-number-quote = The quote from { $case_id }, question { $n }, written by { $coder }, has a personal number. The report is not written.
report-number-quote-hint = whoever wrote it takes it away: aktkoll redact { $study } --case { $case_id } --question { $question }
report-number-item = A strength or development area has a personal number. The report is not written.
report-number-hint = whoever wrote it takes it away: aktkoll redact { $study }
report-names = { $n ->
    [one] One word may be a name, in the report's quotes, strengths and development areas. Look at it before the report leaves the house.
   *[other] { $n } words in { $texts } texts may be names, in the report's quotes, strengths and development areas. Look at them before the report leaves the house.
}
report-names-quote = {"  "}{ $case_id }, question { $n } ({ $coder }): { $names }

# the comparison
cli-compare = set studies side by side
cli-compare-studies = two studies (one with --times, several with --areas)
cli-compare-map = questions that are the same under two ids: ID=ID, that of the first study first; repeat for more
cli-compare-times = two times of one study: --times 2016 2017
cli-compare-areas = all studies, quality area by quality area (not json and csv)
cli-compare-format = text, json, csv, md, html, docx or xlsx
cli-compare-output = the file to write (md, html, docx, xlsx)
compare-written = The comparison is written: { $file }
compare-no-file = --output writes documents: md, html, docx or xlsx. Write anything else to a file with >.
compare-two = Name two studies to compare.
compare-several = Name two studies or more.
compare-times-one = --times compares two times of one study.
compare-how = aktkoll compare FOLDER FOLDER; aktkoll compare FOLDER --times 2016 2017; aktkoll compare FOLDER FOLDER FOLDER --areas
compare-no-question = There is no question { $name } in { $study }.
compare-mapped-twice = One of the questions in { $one }={ $other } has a counterpart already.
compare-title = Comparison: { $one } and { $other }
compare-direction = The change is { $other } less { $one }.
compare-studies = About the comparison
compare-side = protocol { $id }, version { $version }; { $n ->
    [one] 1 case
   *[other] { $n } cases
}
compare-chosen = the cases were not drawn with the program
compare-drawn = drawn from { $frame ->
    [one] 1 case
   *[other] { $frame } cases
}
compare-rounding = The change is computed from the exact shares and may therefore differ by one from the rounded ones.
compare-bases = A share may change because it is counted among other cases. Where the bases differ, both studies therefore stand on the base of each as well.
compare-interval-note = The intervals are of 95 percent (Newcombe) and take each study for a simple random sample.
compare-same-cases = The cases are the same both times, so no intervals are computed.
compare-no-sample = No intervals are computed: this is no random sample from a larger frame: { $names }.
compare-common = Questions in common
compare-nothing = The studies have no questions that can be compared.
compare-own = Each on its own base
compare-on = Both on the base of { $name }
compare-both = Only cases with an answer at both times
compare-change = Change
compare-points = points
compare-interval = interval
compare-from-to = { $low } to { $high }
compare-unasked = { $name }: the question was not asked in { $n ->
    [one] 1 case
   *[other] { $n } cases
} of the base, which { $n ->
    [one] counts
   *[other] count
} as without the answer.
compare-lacking = The condition { $condition } of { $has } has no counterpart in { $lacks }; there the question's own condition holds.
compare-apart = Cannot be compared
compare-only-in = Only in { $name }
compare-per = one is about cases, the other about units
compare-kind = the questions are answered in different ways
compare-unit = different units: { $one } and { $other }
compare-words = texts and dates are not counted as shares
compare-choices = different choices; only in the first: { $one }; only in the second: { $other }
compare-text = The question is put in two ways: “{ $one }” and “{ $other }”
compare-guidance = The guidance, or what the answers mean, is another one.
compare-areas-title = Studies side by side
compare-areas-note = The tables show which part of the base has the answer that is wished for. The bases may differ between the studies: compare two at a time without --areas. An empty cell means that the question was not asked.
compare-areas-table = Answers wished for

# the method
cli-report-coders = name the coders in the method
method = Method
method-sample = Sample
method-not-drawn = The cases were not drawn with the program. How they were chosen is not told by the study.
method-date = Drawn
method-seed = Seed
method-per = Drawn per
method-drawing = Every case has a random number, the SHA-256 of the seed and the case's id. In each group those with the lowest numbers are drawn, so that anybody can draw the same cases again.
method-strata = The frame and the cases drawn
method-short = missing
method-short-note = { $n ->
    [one] 1 case is missing
   *[other] { $n } cases are missing
}, because the frame had no more. Other groups do not take their place.
method-added = Added by hand, not drawn: { $n }
method-replaced = Replaced by the next of the same group: { $n }
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
method-version-lost = An earlier version of the protocol is not kept in the folder, so what changed cannot be told.
method-unchanged = The protocol is the one that coding began with.
method-rules = Coding rules
method-rule = { $day }, question { $question }: { $text }
method-rule-by = { $day }, question { $question }: { $text } ({ $coder })
method-coders = Coders
method-coders-table = Cases per coder
method-coder = Coder { $n }
method-cases = Cases
method-coders-note = Several coders may have answered about a case.
method-round-first = coding
method-imports = Files read
method-import = { $day }: { $file }, SHA-256 { $hash }
method-figures = How it is counted
method-base = The base is the cases in which the question was asked and has an answer that counts. Who is outside it stands below each table. Dropped cases count nowhere.
method-rounding = Shares are whole percents. Halves are rounded up, each share on its own, so that they do not always sum to 100.
method-percent-from = Where the base is smaller than { $n }, counts stand alone.
method-suppressed = Counts below { $n } are hidden, and those that would give them away.
method-coded-with = Coded with { $programs }
method-made-with = Counted with { $program }

## phase: feedback before the report is adopted, and what the manager is told

cli-status-phase = begin the feedback, or go back to the review
cli-list-told = the cases that the manager is to be told of instead, and what was told
cli-report-feedback = what a unit sees before the report is adopted: its own answers beside the total
cli-report-unit = which unit the feedback is for, by code or name
phase-unknown = “{ $name }” is no phase.
phase-unknown-hint = write feedback or review
phase-begun = The feedback has begun. From now on the screen asks for a reason for every answer that is changed. Who has the study open must leave and open it again.
phase-already = The feedback began on { $date } already. Nothing is changed.
phase-leave = { $n ->
    [one] One answer is changed
   *[other] { $n } answers are changed
  } after the feedback. The list of them will be lost. Go back all the same? (yes/no)
phase-review = The study is in its ordinary phase. No reasons are asked for.
title-reason = Why is the answer changed after the feedback? No names.
title-told = What was the manager told, who was told, and when? No names.
flag-told = note what the manager was told …
summary-told = Manager told: { $text }
list-told-none = No case has the flag “tell the manager”.
list-told-not = nothing noted
status-untold = Tell the manager: nothing noted
status-changed = Changed after feedback
status-changed-unreasoned = Changed, reason missing
import-changed = { $n ->
    [one] One answer changes
   *[other] { $n } answers change
  } after the feedback. Write a reason on the screen: P, Enter on the list “Changed, reason missing”, then c.
feedback-subtitle = Working material. Feedback to { $unit }
feedback-heading = Before the report is adopted
feedback-purpose = This is working material. Say so if anything is wrong before the report is adopted.
feedback-cases = { $n ->
    [one] One of { $all } reviewed cases is about { $unit }.
   *[other] { $n } of { $all } reviewed cases are about { $unit }.
  }
feedback-no-such-unit = The case list has no unit “{ $name }”.
feedback-two-units = The study has two units: who subtracts the own answers from the total gets those of { $other }.
changes-heading = Changed after feedback
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

## gold: cases that everybody codes first, and drift

wave-gold = gold
plan-gold = { $n ->
    [one] One gold case is coded by everybody before the rest.
   *[other] { $n } gold cases are coded by everybody before the rest.
 } The others' answers are compared with those of { $reference }.
plan-gold-few = { $wanted } gold cases cannot be had, only { $n }: somebody has begun the others.
plan-gold-alone = Gold cases need somebody else than { $coder } to code them.
plan-gold-begun = { $id } cannot be a gold case: somebody else than { $coder } has begun it.
plan-gold-begun-hint = choose another case, or somebody else to compare with: --reference NAME
plan-gold-dropped = { $id } cannot be a gold case: it was dropped.
plan-gold-coder = A gold case needs a coder in the column coder, with whom the others are compared.
plan-required = To go on from the gold cases, { $required } percent of the answers must now agree.
study-required = required under [gold] is { $found }, but has to be between 0 and 100 percent.
gold-own = Code the gold cases first: { $done } of { $all } are finished. Leave, and open the study with --round second; they stand first there.
gold-others = Your gold cases are finished, but { $coder } has finished only { $done } of { $all }. Wait for { $coder }, or ask for no agreement: aktkoll plan DIR --required 0.
gold-below = Gold cases: { $alike } of { $of } alike, { $percent } percent; { $required } are asked for. Go through the differences (aktkoll resolve DIR), then take more gold cases (aktkoll plan with --gold) or ask for less (aktkoll plan DIR --required).
gold-passed = The gold cases are finished. Leave, and open the study without --round to code the rest.
cli-plan-gold = so many gold cases, which everybody codes before the rest, drawn over unit and sex
cli-plan-gold_case = chosen cases as gold cases
cli-plan-reference = whose answers the others' are compared with in the gold cases (else the first of --coders)
cli-plan-required = how many percent of the answers must agree before one goes on from the gold cases (else 90)
drift-waves = Agreement over time
drift-waves-none = No gold case, and none with a wave in the plan, is finished by two coders yet.
drift-wave-name = { $wave ->
    [gold] Gold cases
    [early] Early
    [middle] Middle
   *[late] Late
 }
drift-wave = { $wave }: { $alike } of { $of } alike ({ $percent } percent; { $low }–{ $high })
drift-wave-few = { $wave }: { $alike } of { $of } alike
drift-waves-read = The second coding is compared with the first, answer by answer, free text left out. After the percents stand intervals of 95 percent (Wilson). They take every answer by itself; answers of one case belong together, so that they are rather too narrow.
drift-change = { $less ->
    [yes] Equal answers are less common
   *[no] Equal answers are more common
 } among cases coded { $to } than among those coded { $from }, by more than chance usually gives (p = { $p }, Fisher's exact test; rather too low, for the same reason as the intervals are too narrow, and exploratory).
drift-coders = The answers, coder by coder
drift-coders-none = There are no coders to compare: two must have coded cases of the same unit and sex.
drift-coders-read = Each coder's share of favourable answers is compared with that of the others, only where both have cases of the same unit and sex. The others' share is reweighted to the coder's own mix of unit and sex. The cases may be what differs: this shows what is worth talking about and proves nothing.
drift-many = { $n ->
    [one] One comparison was made.
   *[other] { $n } comparisons were made.
 } { $rare } of them have p below 0.05 (exact stratified test, exploratory); { $expected ->
    [0] fewer than one is
   *[other] about { $expected } are
 } expected to by chance.
drift-told = Question { $question }: { $coder } answered { $answer } in { $k } of { $n } ({ $percent } percent), { $other } in { $expected } percent, reweighted ({ $l } of { $m }); p = { $p }.
drift-few = { $n ->
    [one] One comparison has a base below { $from }: counts alone.
   *[other] { $n } comparisons have a base below { $from }: counts alone.
 }
drift-others = others

## together: discussions, and two at one screen
discussion-raise = Your colleagues see the mark. { $key } and Enter: write what you wonder.
discussion-reply = Answer in the discussion …
discussion-rule = Make a rule of what you came to …
discussion-settle = The discussion is settled
discussion-raised = { $who } wants to discuss the question
discussion-settled = The discussion is settled ({ $who })
discussion-how = { $key }: answer, make a rule, or settle it
discussion-new = { $coder } wants to discuss { $case_id }, question { $n }.
discussion-new-reply = { $coder } has written about { $case_id }, question { $n }.
discussion-new-rule = A new rule by { $coder } for question { $n }. { $looks ->
    [one] One of your answers is to look at again ({ $key }).
   *[other] { $looks } of your answers are to look at again ({ $key }).
 }
title-discussion = What do you wonder, or what do you answer? One line, no names.
status-joint = Coded together
cli-with = who sits beside you and codes with you
with-oneself = “{ $name }” is yourself.
with-oneself-hint = Give the name of who sits beside you: --with NAME
with-blind = In a blind round each codes alone.
with-blind-hint = Start without --with.

## differences: where codings differ, and what is settled together

difference-open = open
difference-discuss = discuss
difference-rule = needs a rule
difference-settled = settled
difference-not-asked = not asked
difference-unanswered = no answer
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
    [one] One case is not finished by both yet.
   *[other] { $n } cases are not finished by both yet.
  }
action-differences = differences between the coders: settle them, or show the list
action-first-answer = differences: take the first coder's answer
action-second-answer = differences: take the second coder's answer
status-differences = Differences to settle
title-differences = Differences between the coders
resolve-at = difference { $n } of { $of }
resolve-none = No differences: no question is answered differently by two coders who have both finished.
resolve-begun = Answer as usual, or take a coder's answer with the key beside the name.
resolve-not-here = There is no difference to settle here.
resolve-not-now = Not while differences are settled.
resolve-only = This key takes a coder's answer while differences are settled.
resolve-no-answer = { $coder } has no answer here.
resolve-no-open = No difference is open.
resolve-left = Back to the coding.
resolve-joint = Joint answer: { $answer }
resolve-flag-discuss = To discuss
resolve-flag-rule = Needs a coding rule
resolve-reason = Reason: { $text }
title-resolve-reason = Why is question { $n } settled so? No names.
short-skip = skip
short-reason = reason
short-discuss = discuss
short-rule = rule
short-list = list
history-joint = joint
history-reason = { $at }  { $coder }: reason for the joint answer: { $text }
cli-resolve = settle the differences between the coders together; --round second or spot takes that round alone
cli-resolve-study = the study's folder
cli-resolve-format = print the list instead: text, json or csv
resolve-round = There are differences to the rounds second and spot.
resolve-list-joint = joint: { $answer } ({ $coder })
resolve-list-reason = reason: { $text }

## spot: a few finished cases, coded once more without seeing the first coding

action-spot = spot check: draw finished cases to code without seeing the first coding; there: how it came out
what-spot = draw for a spot check
title-spot = The result of the spot check
title-cases = Spot check: how many cases? Enter gives { $n }.
spot-sum = Alike in { $share }, { $n ->
    [one] 1 case
   *[other] { $n } cases
 }
spot-share = { $k } of { $n } answers
spot-share-percent = { $k } of { $n } answers ({ $percent } percent)
spot-steps = Whether the question applies: alike in { $applies }. The answer, where both say that it does: alike in { $answers }.
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
spot-fewer = More than { $n } of { $wanted } cannot be drawn.
spot-open = A spot check is open, { $n } of { $of } cases are left, seed { $seed }: { $ids }
spot-notice = Spot check, seed { $seed }: { $n } of { $of } cases left. The comparison shows after the last.
spot-finished = { $n ->
    [one] The spot check is finished, 1 case.
   *[other] The spot check is finished, { $n } cases.
 }
spot-next = Code them with: aktkoll { $dir } --round spot
spot-none = No case can be drawn: { $reasons }.
spot-none-hint = draw again when colleagues have finished cases; --retest draws your own
spot-barred-not-meant = { $n ->
    [one] 1 is
   *[other] { $n } are
 } not among those asked for
spot-barred-blind = { $n } you have coded blind, or are to
spot-barred-own = { $n ->
    [one] 1 is
   *[other] { $n } are
 } your own
spot-barred-not-own = { $n ->
    [one] 1 is
   *[other] { $n } are
 } not your own
spot-barred-unfinished = { $n ->
    [one] 1 is
   *[other] { $n } are
 } not finished
spot-barred-recent = { $n ->
    [one] 1 was
   *[other] { $n } were
 } finished less than { $days } days ago
spot-where = A spot check is not narrowed down by answers: you would know them beforehand.
spot-number = Write a number, 1 or more.
spot-not-drawn = This case is not in the spot check.
spot-never = No spot check is drawn.
spot-how = draw one with: aktkoll spot STUDY -n 5
spot-nothing-open = No spot check is open.
spot-given-up = { $n ->
    [one] 1 case is drawn no longer
   *[other] { $n } cases are drawn no longer
 }: { $ids }
spot-kept = { $n ->
    [one] 1 case was finished already. It stays and is compared.
   *[other] { $n } cases were finished already. They stay and are compared.
 }
cli-spot = draw a few finished cases and code them without seeing the first coding
cli-spot-n = how many cases (else 5)
cli-spot-seed = seed: the same seed gives the same cases (else the number of the newest line of the ledger)
cli-spot-filter = only cases of which this holds in the case list, for example unit=NOR
cli-spot-retest = your own cases instead of others'
cli-spot-after = so many days ago your own must have been finished (else 14)
cli-spot-cancel = give up the open spot check; what is finished stays
cli-spot-result = show how the newest spot check came out
cli-spot-format = the form of the result: text or json
import-unfinished = { $n ->
    [one] 1 case lacks answers and is not finished
   *[other] { $n } cases lack answers and are not finished
 }: { $places }

## agree: how far coders agree

cli-agree = how alike coders coded the same cases, each alone
cli-agree-questions = ids of the questions, with all measures (else all questions)
cli-agree-by = split by coder, wave or unit; a,b is the cross; repeat for more groupings
cli-agree-all = with cross-tables and all measures
cli-agree-labels = put the words of Landis and Koch behind kappa
cli-agree-drift = instead how agreement moved over time, and the answers coder by coder
cli-agree-format = form of the result: text, json, csv or md
agree-round = Agreement is of the second coding or of a spot check.
agree-round-hint = run without --round, or with --round second or --round spot
agree-derived = Question { $name } follows from other answers and is not compared.
agree-none = no case to compare
agree-alike = alike in { $k } of { $n }
agree-alike-percent = alike in { $k } of { $n } ({ $pct } percent)
agree-answers = alike in { $k } of { $n } answers
agree-answers-percent = alike in { $k } of { $n } answers ({ $pct } percent)
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
    [0] No case is coded by two.
    [one] 1 case coded by two.
   *[other] { $n } cases coded by two.
}
agree-cases-waiting = { $n ->
    [0] No case is coded by two, { $waiting } to go.
    [one] 1 case coded by two, { $waiting } to go.
   *[other] { $n } cases coded by two, { $waiting } to go.
}
agree-cases-more = { $n ->
    [one] 1 case coded by two or more.
   *[other] { $n } cases coded by two or more.
}
agree-cases-more-waiting = { $n ->
    [one] 1 case coded by two or more, { $waiting } to go.
   *[other] { $n } cases coded by two or more, { $waiting } to go.
}
agree-joint = { $n ->
    [one] 1 case was coded together the first time and is not compared.
   *[other] { $n } cases were coded together the first time and are not compared.
}
agree-both = { $n } of { $of } coded by both
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
agree-cross = { $rows } in the rows, { $columns } in the columns:
agree-part-applies = Whether it applies:
agree-part-answer = Which answer, where it applies:
agree-part-choice = Whether “{ $choice }” is given:
agree-alike-share = share alike
agree-pairs = share of pairs alike
agree-kappa = Cohen’s kappa
agree-kappa-linear = Cohen’s kappa, linear weights
agree-kappa-quadratic = Cohen’s kappa, quadratic weights
agree-light = Light’s kappa
agree-light-linear = Light’s kappa, linear weights
agree-light-quadratic = Light’s kappa, quadratic weights
agree-alpha = Krippendorff’s alpha
agree-alpha-ordinal = Krippendorff’s alpha, ordered scale
agree-alpha-interval = Krippendorff’s alpha, distance of numbers
agree-ac1 = Gwet’s AC1
agree-ac2 = Gwet’s AC2, ordered scale
agree-one-case = not computed: only one case
agree-open = not computed: the answer is not one of several choices
agree-pooled = no interval: the answers about one case hang together
agree-share = { $low }–{ $high } percent (95 % interval, Wilson)
agree-value = { $value } (95 %: { $interval })
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
agree-sentence = Of { $files } cases { $n } were coded by two reviewers, each alone; they were { $alike }.
agree-sentence-more = Of { $files } cases { $n } were coded by two or more reviewers, each alone; they were { $alike }.
agree-sentence-spot = Of { $files } cases { $n } were coded again in a spot check, without sight of the first coding; the codings were { $alike }.
agree-sentence-least = They agreed least on the question “{ $question }”: { $alike }.
agree-table = Agreement in the second coding
agree-table-spot = Agreement in the spot check
agree-head-cases = cases
agree-all-answers = All answers
agree-head-alike = alike
agree-head-percent = percent
agree-free = Free text is left out.
agree-note = That a question does not apply counts as an answer. The interval in brackets is that of 95 percent; where there is none, the cases give no spread to reckon with, which is no certainty.
agree-short-note = “{ $short }”: { $reason }.
agree-short-alike = all alike
agree-short-none = no pairs
agree-short-open = not one choice
agree-short-one = one case
method-agreement = Agreement
title-agreement = Agreement
title-differing = Question { $n }: { $alike }
action-agreement = how alike those coded who coded the same cases
screen-all-alike = All are alike there.
agree-nobody = Nobody has coded the same case as somebody else yet.
