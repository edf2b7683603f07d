### The words of the interface in English. Every key stands in sv.ftl too.

hint = hint:
error = error:

## protocol: loading and describing protocols

## cases: reading case lists

## ledger: reading, writing and checking ledgers

ledger-slug = The name “{ $name }” gives no short name: 1 to { $most } characters of a–z, 0–9, _ and -.
ledger-slug-hint = give a short name with --coder, such as --coder asa
ledger-not-saved = NOT SAVED: the disk could not be written ({ $cause }).
ledger-not-saved-full = NOT SAVED: the coder has as many ledger files as there are numbers.
ledger-not-saved-moved = NOT SAVED: the ledger's file was moved, removed or replaced.
ledger-not-saved-linked = NOT SAVED: the ledger's file has { $links } names on the disk, expected 1.
ledger-not-saved-size = NOT SAVED: the ledger's file is { $found } bytes, expected { $expected }. Something else has changed it.
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

## keys: key names, actions, keymaps

## terminal: the terminal and the run loop

## command: what the commands print

## screen: the coding screen
