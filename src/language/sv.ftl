### Gränssnittets ord på svenska. Varje nyckel finns också i en.ftl.

hint = tips:
error = fel:

## protocol: loading and describing protocols

## cases: reading case lists

## ledger: reading, writing and checking ledgers

## study: opening a study

## keys: key names, actions, keymaps

## terminal: the terminal and the run loop

## command: what the commands print

## screen: the coding screen
