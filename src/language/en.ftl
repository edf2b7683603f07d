### The words of the interface in English. Every key stands in sv.ftl too.

hint = hint:
error = error:

## protocol: loading and describing protocols

## cases: reading case lists

## ledger: reading, writing and checking ledgers

## study: opening a study

## keys: key names, actions, keymaps

## terminal: the terminal and the run loop

## command: what the commands print

## screen: the coding screen
