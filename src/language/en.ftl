### The words of the interface in English. Every key stands in sv.ftl too.

hint = hint:
error = error:

## protocol: loading and describing protocols

## cases: reading case lists

## ledger: reading, writing and checking ledgers

## study: opening a study

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
action-gap = next gap
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
terminal-no-tty-hint = run it in a terminal window (over SSH: ssh -t). Without a terminal, “aktkoll tally” and “aktkoll status” print, and “aktkoll --keys SCRIPT --print” shows a screen as text
terminal-dumb = the terminal calls itself “dumb” and cannot show a screen
terminal-dumb-hint = set TERM to what it is (such as xterm-256color), or run “aktkoll --accessible”
terminal-failed = the terminal could not be set up: { $cause }
terminal-bug = A fault in the program ended it. All that was saved is there. The fault arose here:
terminal-not-saved = the last answer could not be saved before the program ended
terminal-not-saved-hint = open the study again and look at question { $question } of case { $case }

## command: what the commands print

## screen: the coding screen
