### Gränssnittets ord på svenska. Varje nyckel finns också i en.ftl.

hint = tips:
error = fel:

## protocol: loading and describing protocols

## cases: reading case lists

## ledger: reading, writing and checking ledgers

## study: opening a study

## keys: key names, actions, keymaps

key-space = mellanslag
key-enter = Retur
key-esc = Esc
key-tab = Tabb
key-backtab = Skift-Tabb
key-backspace = Backsteg
key-delete = Delete
key-up = pil upp
key-down = pil ned
key-left = vänsterpil
key-right = högerpil
key-home = Home
key-end = End
key-pageup = Page Up
key-pagedown = Page Down

mode-code = Frågorna
mode-summary = Ärendet i sammandrag
mode-tally = Sammanställningen
mode-list = Listor
mode-text = Textrader

action-answer-yes = svara Ja
action-answer-partly = svara Delvis
action-answer-no = svara Nej
action-answer-na = svara Ej aktuellt
action-answer-unknown = svara Framgår ej
action-clear = gör frågan obesvarad igen
action-next = nästa obesvarade fråga, eller gör ärendet klart
action-save = spara texten
action-newline = ny rad
action-up = uppåt
action-down = nedåt
action-left = åt vänster
action-right = åt höger
action-page-up = en sida uppåt
action-page-down = en sida nedåt
action-first = till den första
action-last = till den sista
action-previous-case = föregående ärende
action-next-case = nästa ärende
action-focus = växla mellan ärendelistan och frågorna
action-open = öppna
action-note = kommentera frågan
action-note-last = kommentera svaret som just gavs
action-note-case = kommentera ärendet
action-quote = citera ur akten
action-unsure = svaret som just gavs är osäkert
action-flag = sätt eller ta bort ett märke
action-bookmark = bokmärke: hit är akten läst
action-undo = ångra
action-redo = gör om
action-gap = nästa lucka
action-find = sök ärende eller fråga
action-number = gå till fråga nummer
action-tallies = sammanställningen på hela skärmen
action-tallies-shown = visa ”Hittills”: alltid, efter ärendet, aldrig
action-view = per verksamhet eller per kön
action-history = vad som har gjorts med frågan
action-drop = ärendet kan inte granskas
action-take = ta över en kollegas ärende
action-marks = osäkra svar och märken
action-filter = visa alla, öppna eller märkta ärenden, eller en verksamhet
action-order = frågorna i protokollets ordning eller efter handling
action-palette = sök bland allt som går att göra
action-help = hjälp
action-back = tillbaka
action-suspend = pausa programmet och gå till kommandoraden
action-quit = avsluta

keys-column = Tangent
keys-help-column = Vad den gör

did-you-mean-key = menade du ”{ $name }”?
key-names = en tangent är ett tecken (j, C, å), ett namn (space, enter, esc, tab, backspace, up, pagedown, f1 …) eller ctrl- eller alt- framför
script-unknown-key = tangenten <{ $key }> finns inte
script-unclosed = ”<{ $text }” saknar sitt avslutande ”>”
script-unclosed-hint = skriv <enter>, <space> eller <paste:text>; tecknet < skrivs <lt>
keymap-unknown = tangentkartan ”{ $name }” finns inte
keymap-names = de som finns är { $names }
keymap-toml = filen går inte att läsa som TOML: { $cause }
keymap-shape = skriv en rad per tangent under [code], [summary], [tally], [list], [text] eller [all], till exempel j = "answer yes"; andra tecken än a–z och siffror står inom citattecken: "å" = "undo"
keymap-unknown-mode = ”{ $name }” är inget läge
keymap-mode-hint = lägena är { $names }
keymap-unknown-key = ”{ $key }” är ingen tangent
keymap-digit = siffran { $key } hör till svarsalternativen och kan inte göra något annat
keymap-digit-hint = välj en bokstav eller en namngiven tangent
keymap-typed = tecknet ”{ $key }” kan inte vara ett kommando här, för det ska gå att skriva
keymap-typed-hint = i listor och texter, och i [all], går namngivna tangenter och ctrl- och alt- an
keymap-not-an-action = här ska namnet på en handling stå, inom citattecken
keymap-unknown-action = det finns ingen handling ”{ $name }”
keymap-action-hint = ”aktkoll keys” visar alla handlingar; "none" gör tangenten ledig
keymap-wrong-mode = ”{ $name }” betyder ingenting i läget { $mode }
keymap-modes = det betyder något i { $names }
keymap-twice = samma tangent står två gånger: ”{ $first }” ({ $one }) och ”{ $second }” ({ $other })
keymap-twice-hint = ta bort en av raderna
choice-key-bound = fråga { $question }: tangenten ”{ $key }” för svarsalternativet { $choice } betyder redan ”{ $action }” i tangentkartan
choice-key-shared = fråga { $question }: tangenten ”{ $key }” för svarsalternativet { $choice } hör också till { $other }
choice-key-hint = ge svarsalternativet en annan tangent (key) i protokollet, eller välj en annan tangentkarta med --keymap

## terminal: the terminal and the run loop

terminal-no-tty = programmet behöver en terminal, men { $stream } är ingen
terminal-no-tty-hint = kör det direkt i ett terminalfönster (över SSH: ssh -t). Utan terminal: ”aktkoll tally” och ”aktkoll status” skriver ut, ”aktkoll --keys SKRIPT --print” visar en skärm som text
terminal-dumb = terminalen är av slaget ”dumb” och kan inte visa en skärm
terminal-dumb-hint = sätt TERM till rätt slag (till exempel xterm-256color), eller kör ”aktkoll --accessible”
terminal-failed = terminalen gick inte att ställa om: { $cause }
terminal-bug = Ett fel i programmet avbröt det. Allt som var sparat är kvar. Felet uppstod här:
terminal-not-saved = det sista svaret hann inte sparas innan programmet avslutades
terminal-not-saved-hint = öppna granskningen igen och se efter på fråga { $question } i ärende { $case }

## command: what the commands print

## screen: the coding screen
