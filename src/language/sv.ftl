### Gränssnittets ord på svenska. Varje nyckel finns också i en.ftl.

hint = tips:
error = fel:

os-error-1 = systemet tillåter det inte
os-error-2 = det finns inte
os-error-5 = disken rapporterar ett fel
os-error-13 = behörighet saknas
os-error-17 = det finns redan
os-error-20 = en mapp väntades
os-error-21 = en fil väntades
os-error-26 = den används
os-error-27 = filen blev större än användarens gräns
os-error-28 = disken är full
os-error-30 = disken är skrivskyddad
os-error-36 = namnet är för långt
os-error-39 = mappen är inte tom
os-error-40 = det är en länk, inte själva filen eller mappen
os-error-116 = nätverksmappen har ändrats under programmet
os-error-122 = användarens del av disken är slut

## protocol: loading and describing protocols

did-you-mean = menade du "{ $name }"?
did-you-mean-of = menade du "{ $name }"? Det här finns: { $names }
there-are = det här finns: { $names }
there-are-none = inget är angivet här
expected-number = skriv ett tal, till exempel 12 eller 7,5
expected-date = skriv ett datum som ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD
expected-value = skriv ett värde; gränser ska vara tal eller datum
protocol-too-large = Protokollet är { $size } byte stort. Högst { $limit } byte går att läsa.
protocol-syntax = Filen följer inte TOML-formatet: { $cause }
protocol-syntax-hint = rätta det som är markerat; text ska stå inom citattecken, listor inom [ ], och varje fält på en egen rad
protocol-field-unknown = Fältet "{ $field }" finns inte här.
protocol-field-missing = Fältet "{ $field }" saknas eller är tomt.
protocol-field-kind = Fältet "{ $field }" hör inte till en fråga av slaget "{ $kind }".
protocol-type = Fältet "{ $field }" ska vara { $expected ->
    [string] en text inom citattecken
    [strings] en text eller en lista med texter
    [boolean] true eller false
    [number] ett tal
    [table] en tabell, till exempel {"{"} ja = "…" {"}"}
    [tables] en lista med minst en tabell
   *[other] ett värde
  }, men är { $found ->
    [string] en text
    [integer] ett heltal
    [float] ett decimaltal
    [boolean] true eller false
    [datetime] ett datum
    [array] en lista
   *[other] en tabell
  }.
protocol-id = "{ $name }" kan inte vara ett id.
protocol-id-reserved = "{ $name }" är ett reserverat ord och kan inte vara ett id.
protocol-id-hint = ett id är minst ett tecken, utan ; | = radbrytningar och osynliga tecken, slutar inte på ! < > och är inte ordet any
protocol-id-clash = Frågan "{ $name }" har samma id som en uppgift i ärendelistan (attribute). Byt id på den ena.
protocol-duplicate = { $what ->
    [question] Frågan
    [area] Området
    [attribute] Uppgiften
    [choice] Svaret
    [value] Värdet
   *[document] Dokumentet
  } "{ $name }" finns redan på rad { $line }.
protocol-duplicate-hint = ge den ena ett annat id, eller ta bort den
protocol-unknown = { $what ->
    [scale] Skalan
    [area] Området
    [document] Dokumentet
    [role] Rollen
    [kind] Frågeslaget
    [language] Språket
    [values] Värdet
   *[per] Enheten för "per"
  } "{ $name }" finns inte.
protocol-scale-empty = Skalan "{ $name }" har inga svar.
protocol-scale-built-in = Skalan "{ $name }" är inbyggd och kan inte ändras. Ge den egna skalan ett annat namn.
protocol-scale-twice = Frågan har både "scale" och "choices". Behåll det ena.
protocol-scale-hint = skriv till exempel choices = [{"{"} id = "ja", label = "Ja", role = "yes" {"}"}]
protocol-choices-none = Frågan har inga svar att välja på.
protocol-choices-many = Här finns { $count } svar. Högst { $most } är tillåtna.
protocol-choice = "{ $field }" nämner "{ $name }", som inte är något av frågans svar.
protocol-base-both = "{ $name }" står både i in_base och i out_of_base.
protocol-key = "{ $key }" kan inte vara en svarstangent. Den ska vara en liten bokstav eller en siffra.
protocol-key-taken = Tangenten "{ $key }" hör redan till svaret "{ $name }".
protocol-role-taken = Rollen "{ $role }" har redan "{ $name }".
protocol-exclusive = Svaret "{ $name }" är exclusive, men här väljs bara ett svar.
protocol-exclusive-hint = ta bort exclusive, eller skriv kind = "choices" om flera svar kan väljas
protocol-bounds = Det minsta ({ $min }) är större än det största ({ $max }).
protocol-derived-forms = Det framgår inte hur svaret på den härledda frågan räknas ut.
protocol-derived-hint = skriv parts = ["…", "…"] (ja, delvis, nej av delar), sum = ["…", "…"], of = "…" med min och max på varje svarsalternativ, eller when på varje svarsalternativ
protocol-derived-roles = En fråga som härleds ur delar behöver svarsalternativ med rollerna yes och no.
protocol-derived-empty = Listan över delar är tom.
protocol-derived-part = "{ $name }" kan inte vara en del här: delarna ska vara tidigare frågor av slaget "{ $kind }".
protocol-derived-group = Svarsalternativet saknar villkor för när det gäller.
protocol-times-text = Frågan ställs för flera tidpunkter, men texten säger inte vilken.
protocol-times-text-hint = skriv {"{"}time{"}"} där tidpunkten ska stå, till exempel "Är aktiviteten genomförd {"{"}time{"}"}?"
protocol-times = En fråga som ställs för flera tidpunkter behöver minst två: times = ["2019", "2021"].
protocol-questions-many = Protokollet har { $count } frågor. Högst { $most } är tillåtna.
protocol-questions-none = Protokollet har inga frågor.
protocol-at = "birth_year" behöver ett år i "at".
protocol-at-hint = skriv till exempel at = 2021: åldern räknas det året
protocol-per-unit = per = "unit" behöver en uppgift med role = "unit".
protocol-per-unit-hint = lägg till en [[attribute]] med role = "unit"
protocol-condition-empty = Villkoret är tomt.
protocol-condition-form = Villkoret på "{ $field }" går inte att förstå.
protocol-condition-hint = skriv ett svar, en lista med svar, {"{"} not = ["…"] {"}"}, {"{"} min = 1, max = 5 {"}"} eller {"{"} answered = true {"}"}
condition-key-unknown = Villkoret gäller "{ $name }", som varken är en fråga eller en uppgift i ärendelistan.
condition-self = Villkoret gäller frågan "{ $name }" själv.
condition-later = Villkoret gäller frågan "{ $name }", som kommer senare.
condition-later-hint = ett villkor kan bara gälla tidigare frågor; flytta den ena av frågorna
condition-per = { $per ->
    [unit] Frågan "{ $name }" ställs per verksamhet och kan inte ingå i villkor på ärenden.
   *[case] "{ $name }" gäller ett ärende och kan inte ingå i villkor på en fråga per verksamhet.
  }
condition-value = "{ $value }" kan inte vara svaret här.
condition-bound = Gränser går bara att sätta på tal och datum.
condition-bound-of = "{ $name }" går inte att jämföra med: båda ska vara tal, eller båda datum.
condition-bound-hint = räkna upp de svar som avses
condition-form = "{ $condition }" är inte ett villkor.
condition-form-hint = skriv NAMN=A, NAMN=A|B, NAMN!=A, NAMN>=TAL eller NAMN<=TAL
answer-derived = Svaret räknas ut ur andra frågor och skrivs aldrig in.
answer-empty = Svaret är tomt.
answer-choice = "{ $found }" är inte något av svaren: { $allowed }.
answer-exclusive = "{ $name }" kan inte väljas tillsammans med andra svar.
answer-number = "{ $found }" är inte ett tal.
answer-small = { $found } är för litet. Minst { $min } går att svara.
answer-large = { $found } är för stort. Högst { $max } går att svara.
answer-date = "{ $found }" är inte ett datum. Skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD.
answer-long = Texten är för lång. Högst { $most } tecken går att spara.

## cases: reading case lists

table-encoding = Filen går inte att läsa som { $encoding }. Spara om den som "CSV UTF-8".
table-binary = Filen innehåller NUL-tecken och är ingen textfil.
table-binary-hint = är det en Excelfil? Spara den som "CSV UTF-8"
table-empty = Filen är tom.
table-header-empty = Kolumn { $column } har ingen rubrik.
table-header-twice = Rubriken "{ $name }" står två gånger.
table-columns = Filen har { $count } kolumner. Högst { $most } går att läsa.
table-quote = Ett citattecken öppnas här men stängs aldrig.
table-quote-hint = skriv ett citattecken till sist i cellen, eller dubbla det ("") om det hör till texten
table-ragged = Raden har { $found } celler, men rubrikraden har { $expected }.
table-ragged-hint = en text som innehåller skiljetecknet ska stå inom citattecken
cases-none = Filen har inga ärenden.
cases-none-hint = skriv ett ärende per rad under rubrikraden
cases-many = Filen har fler än { $most } ärenden.
cases-id-column = Ingen kolumn har ärendenas id.
cases-id-column-hint = kalla kolumnen case_id eller ärende
cases-column = Kolumnen "{ $name }" ({ $label }) saknas.
cases-id-empty = Ärendet har inget id.
cases-id-hidden = Ärendets id "{ $id }" innehåller styrtecken eller osynliga tecken.
cases-id-long = Ärendets id är för långt. Högst { $most } tecken är tillåtna.
cases-id-reserved = Ett ärende kan inte ha id "{ $id }".
cases-id-twice = Ärendet "{ $id }" finns redan på rad { $line }.
cases-id-hint = ge varje ärende ett eget, kort id, till exempel BRO-07; aldrig namn eller personnummer
cases-unit-empty = Ärendet har ingen verksamhet.
cases-unit-hint = skriv vilken verksamhet ärendet hör till
cases-year = "{ $found }" är inget år ({ $label }).
cases-year-hint = skriv bara födelseåret med fyra siffror, till exempel 1984
cases-value = "{ $found }" finns inte bland värdena för { $label }.
answers-column = Kolumnen "{ $name }" saknas.
answers-column-hint = rubrikraden ska vara case_id,question,answer eller ärende,fråga,svar
answers-question = Frågan "{ $name }" finns inte i protokollet.
answers-case = "{ $id }" finns inte i ärendelistan.
answers-case-hint = jämför med ärendelistan; en verksamhet skrivs unit:KOD
answers-per-case = Frågan "{ $question }" ställs om ett ärende, inte om verksamheten "{ $id }".
answers-per-unit = Frågan "{ $question }" ställs en gång per verksamhet, inte om ärendet "{ $id }".
answers-twice = Frågan "{ $question }" för "{ $id }" är redan besvarad på rad { $line }.
answers-of = det gäller frågan "{ $question }" för "{ $id }"

## ledger: reading, writing and checking ledgers

ledger-slug = Namnet ”{ $name }” går inte att göra om till ett kortnamn. Ett kortnamn är 1–{ $most } tecken: a–z, 0–9, _ och -.
ledger-slug-hint = ange ett kortnamn med --coder, till exempel --coder asa
ledger-not-saved = Det gick inte att skriva till disken ({ $cause }).
ledger-not-saved-full = Granskaren har redan så många filer i svarsloggen som det finns nummer för.
ledger-not-saved-moved = Svarsloggens fil har flyttats, tagits bort eller ersatts.
ledger-not-saved-linked = Svarsloggens fil har { $links } namn på disken. Den ska bara ha ett.
ledger-not-saved-size = Svarsloggens fil är { $found } byte men borde vara { $expected }. Någon eller något annat har ändrat den.
ledger-not-saved-hint = allt som tidigare visats som sparat finns kvar; rätta felet (är disken full? får du skriva i mappen?) och svara igen
ledger-special-link = Här ligger en symbolisk länk. Här ska det ligga en vanlig fil eller mapp.
ledger-special-fifo = Här ligger ett rör (FIFO). Här ska det ligga en vanlig fil eller mapp.
ledger-special-folder = Här ligger en mapp. Här ska det ligga en vanlig fil.
ledger-special-file = Här ligger en vanlig fil. Här ska det ligga en mapp.
ledger-special-device = Här finns en enhet eller något annat som inte är en vanlig fil.
ledger-special-hint = svarsloggen skrivs bara i vanliga filer och mappar; ta bort eller byt namn på det som ligger i vägen
ledger-too-long = Raden skulle bli { $bytes } byte; svarsloggen tar högst { $most }.
ledger-too-long-hint = dela upp texten på flera kommentarer eller citat
ledger-unread = Det går inte att läsa svarsloggen ({ $cause }).
ledger-damage-line = Raden är skadad: den är ingen rad i svarsloggen.
ledger-damage-hash = Raden är skadad: kontrollsumman stämmer inte. Raden, eller en rad före den, har ändrats, tagits bort eller flyttats.
ledger-damage-text = Raden är skadad: texten stämmer inte med sin kontrollsumma.
ledger-damage-long = Raden är skadad: den är längre än { $most } byte.
ledger-damage-open = Raden är skadad: raden ”open” ska stå först i filen och ingen annanstans.
ledger-damage-place = Raden hör inte hit: den är skriven av { $coder } i fil nummer { $segment }.
ledger-damage-study = Raden hör inte hit: den är skriven i granskningen ”{ $found }”, men det här är ”{ $expected }”.
ledger-damage-shrunk = Filen har kortats: den är { $bytes } byte, men { $read } byte har redan lästs.
ledger-damage-missing = Filen saknas: det finns en senare fil av samma granskare.
ledger-damage-poisoned = Filen är skadad: den går att läsa till byte { $bytes }, men { $confirmed } byte var sparade.
ledger-damage-claim = Filen { $file } stämmer inte med den här raden: den slutade då på rad { $lines } med en annan kontrollsumma. Rader där har ändrats eller tagits bort.
ledger-damage-repair = Filens oavslutade slut har ändrats sedan det antecknades i { $by }.
ledger-newer-version = Raden är skriven i format { $found }; det här programmet kan format { $known }. Här går granskningen bara att titta på. Öppna den med ett nyare program för att svara.
ledger-newer-op = Raden gör något som det här programmet inte känner till ({ $op }). Här går granskningen bara att titta på. Öppna den med ett nyare program för att svara.
ledger-newer-line = Raden är hel, men det här programmet förstår den inte ({ $cause }). Här går granskningen bara att titta på. Öppna den med ett nyare program för att svara.
ledger-note-name = Hör inte till svarsloggen och läses inte.
ledger-note-unfinished = Filen slutar med { $bytes } byte av en oavslutad rad. Den har aldrig visats som sparad.
ledger-note-left = Programmet lämnade filen efter ett fel; den gäller till byte { $bytes }. Det som var sparat står också i en senare fil.
ledger-note-owner = Filen tillhör användare { $found }, men skrevs av användare { $recorded }.
file-unread = Det går inte att läsa filen ({ $cause }).
file-unwritten = Det gick inte att skriva filen ({ $cause }). Den gamla filen är oförändrad.
file-special = Det är inte en vanlig fil.
file-large = Filen är större än { $most } byte.

## study: opening a study

study-not-a-study = Mappen innehåller ingen granskning: filen study.toml saknas.
study-not-a-study-hint = Gör en med: aktkoll new MAPP --protocol ID --cases FIL.csv
study-settings = study.toml går inte att läsa: { $cause }
study-no-such-protocol = Det finns inget protokoll som heter { $name }.
study-no-such-protocol-hint = Ange en TOML-fil, eller något av: { $known }
study-exists = Mappen finns redan.
study-exists-hint = Ange en ny mapp: inget skrivs någonsin över.
study-no-name = En granskning behöver en mapp med ett namn.
study-unmade = Det gick inte att göra granskningen: { $cause }
study-no-such-group = Det finns ingen grupp som heter { $name } på den här datorn.
file-not-utf8 = Filen är inte text i UTF-8: { $cause }

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
terminal-no-tty-hint = kör det direkt i ett terminalfönster (över SSH: ssh -t). Utan terminal: ”aktkoll tally” och ”aktkoll list” skriver ut, ”aktkoll MAPP --keys TANGENTER --print” visar en skärm som text
terminal-dumb = terminalen är av slaget ”dumb” och kan inte visa en skärm
terminal-dumb-hint = sätt TERM till rätt slag (till exempel xterm-256color), eller skriv ut med ”aktkoll tally” och ”aktkoll list”
terminal-failed = terminalen gick inte att ställa om: { $cause }
terminal-bug = Ett fel i programmet avbröt det. Allt som var sparat är kvar. Felet uppstod här:
terminal-not-saved = det sista svaret blev inte sparat innan programmet avslutades
terminal-not-saved-hint = öppna granskningen igen och se efter på fråga { $question } i ärende { $case }: svaret kan ändå ha hunnit till disken

## command: what the commands print

command-no-such-format = Kommandot har inte det formatet.
command-unwritten = Resultatet kunde inte skrivas: { $cause }
command-no-such-column = Det finns ingen kolumn som heter { $name }.
command-no-such-question = Det finns ingen fråga som heter { $name }.
command-uncounted = { $n ->
    [one] Ett svar räknas inte: ärendet hör till någon annan.
   *[other] { $n } svar räknas inte: ärendena hör till någon annan.
 }
command-uncounted-one = {"  "}{ $case_id } { $question }: { $answer } ({ $coder })
command-usage = { $cause }
new-made = { $dir }: { $cases ->
    [one] 1 ärende
   *[other] { $cases } ärenden
 }, { $questions ->
    [one] 1 fråga
   *[other] { $questions } frågor
 }.
new-column = {"  "}{ $attribute } är kolumnen { $header }
new-others = {"  "}Behålls som de är: { $headers }
new-next = Fortsätt med: aktkoll { $dir }
import-no-coder = Det framgår inte vem som har gett svaren.
import-no-coder-hint = Lägg till --coder NAMN.
import-differs = { $case_id } har redan ett annat svar på { $question }.
import-differs-hint = Lägg till --replace så gäller filens svar i stället. Inget importerades.
import-done = { $n ->
    [one] 1 svar importerat
   *[other] { $n } svar importerade
 } för { $coder }; { $equal } fanns redan.
list-done = klart
list-begun = påbörjat
list-dropped = utgår
count-plain = { $n }
count-small = { $n } av { $of }
count-of = { $n } av { $of } ({ $pct } %)
verify-fork = Två olika rader har nummer { $seq } på { $case_id } { $question }; den ur den senare filen gäller.
verify-strays = { $n ->
    [one] 1 rad gäller ett ärende, en fråga eller ett svar som granskningen inte har; den behålls men räknas inte.
   *[other] { $n } rader gäller ärenden, frågor eller svar som granskningen inte har; de behålls men räknas inte.
 }
verify-damaged = Svarsloggen är SKADAD. Behåll en kopia av mappen som den är och jämför med en säkerhetskopia.
verify-unread = En del av svarsloggen kan du inte läsa. Det som gick att läsa är som det skrevs. Fråga den som äger den.
verify-whole = Svarsloggen är hel: { $entries ->
    [one] 1 rad
   *[other] { $entries } rader
 } i { $segments ->
    [one] 1 fil
   *[other] { $segments } filer
 }, varje rad som den skrevs.
protocol-right = { $name } är rätt: { $n ->
    [one] 1 fråga
   *[other] { $n } frågor
 }.
protocol-questions = { $n ->
    [one] 1 fråga
   *[other] { $n } frågor
 }
protocol-documents = {"      "}Se: { $documents }
protocol-several = {"      "}Flera svar kan ges.
protocol-number = {"      "}Ett tal, { $unit }.
protocol-date = {"      "}Ett datum.
protocol-text = {"      "}Fritext.
recent-title = Vilken granskning?
recent-demo = en påhittad granskning att prova
recent-how = Öppna en med: aktkoll MAPP. Demon: aktkoll demo.
recent-choose = Skriv ett nummer eller d, sedan Retur:
recent-none = Det finns ingen sådan granskning.
demo-no-home = Systemet anger ingen hemmapp att lägga demon i.
demo-where = Demon ligger i { $dir }
code-same-name = Namnet { $coder } har använts här av { $login } på { $host }.
code-same-name-hint = Välj ett annat namn med --coder, eller lägg till --yes om det var du.
code-also-open = Du har granskningen öppen även på { $host }, sedan { $ts }. Båda sparas, var och en i sin fil.
code-welcome = Välkommen. { $n ->
    [one] 1 ärende
   *[other] { $n } ärenden
 } att granska. Svara med tangenterna vid svaren; ? visar alla tangenter.
code-you-were = Du var på { $place } fråga { $n }, { $at }; { $marks ->
    [one] 1 märke
   *[other] { $marks } märken
 }, { $gaps ->
    [one] 1 lucka
   *[other] { $gaps } luckor
 } i ärendet.
code-you-were-before = Nästa är { $place }. Du var här senast { $at }; { $marks ->
    [one] 1 märke
   *[other] { $marks } märken
 }.
code-today = i dag { $time }
code-yesterday = i går { $time }
code-on-date = { $date } { $time }
code-forks = { $n ->
    [one] 1 rad
   *[other] { $n } rader
 } motsäger en annan rad med samma nummer; aktkoll verify visar dem.
code-no-terminal = Det här är ingen terminal. För att granska, kör i en: aktkoll { $dir }
head-mean = medel
head-na = ej aktuellt
head-unanswered = obesvarade
head-not-known = ej känt
head-not-asked = ej ställd
tally-dropped = { $n ->
    [one] Ett ärende utgår och ingår inte i något antal.
   *[other] { $n } ärenden utgår och ingår inte i något antal.
 }
option-help = visa den här hjälpen
option-version = visa versionen
help-usage = Så här:
help-commands = Kommandon
help-arguments = Argument
help-options = Val
usage-unknown = Här finns inget argument som heter { $argument }.
usage-missing = Något saknas: { $argument }
usage-value = { $value } är inget värde för { $argument }.
usage-value-known = Det här finns: { $known }
usage-command = Det finns inget kommando som heter { $argument }.
choice-key-none = Fråga { $question } har { $n } svar som det inte finns någon tangent kvar för.
choice-key-none-hint = ge dem egna tangenter (key = "…"), eller ställ det som två frågor
usage-commands = Det här finns: demo, new, draw, plan, import, list, tally, count, verify, keys, protocol. Mer: --help
take-nothing = nej, bara titta
usage-hint = { $usage }. Mer: --help
cli = Granskar akter med en tangent per svar. Börja: aktkoll demo
option-study = granskningens mapp
option-lang = gränssnittets språk: sv eller en
option-coder = vem som granskar (annars inloggningen)
option-round = vilken omgång som granskas: first, second, spot eller consensus
option-keymap = tangenter: default, sv, numpad, left-hand eller vim
option-view = bara titta, skriv inget
option-ascii = bara tecken som alla terminaler har
option-color = om färger ska användas: auto, always eller never
option-yes = svara ja på frågan som annars ställs
option-keys = skicka de här tangenterna, till exempel 'jjn<enter>' (med --print)
option-print = skriv ut den sista bilden som text och sluta
option-size = den utskrivna bildens storlek
option-format = resultatets form: text, json eller csv
cli-demo = öppna en påhittad granskning att prova
cli-new = gör en granskning
cli-new-dir = mappen som ska göras
cli-new-protocol = id för ett medföljande protokoll, eller en TOML-fil
cli-new-cases = ärendelistan, en CSV-fil
cli-new-title = granskningens titel (annars protokollets)
cli-new-group = gruppen som delar mappen
cli-import = lägg till svar som getts på annat håll, alla eller inget
cli-import-file = CSV-fil med kolumnerna ärende, fråga, svar
cli-import-replace = låt filens svar ersätta andra av samma granskare
cli-list = lista ärendena
cli-list-key_sheet = med en tom rad per ärende för diarienumret, för papper
cli-tally = räkna svaren på frågor
cli-tally-questions = frågornas id (annars alla)
cli-tally-by = dela upp efter kolumner; a,b är korset; upprepa för fler uppdelningar
cli-tally-filter = bara ärenden som uppfyller NYCKEL=A|B, NYCKEL!=A, NYCKEL>=N eller NYCKEL<=N; upprepa för och
cli-count = räkna ärenden som uppfyller villkor
cli-count-filter = vilka ärenden: NYCKEL=A|B, NYCKEL!=A, NYCKEL>=N eller NYCKEL<=N; upprepa för och
cli-count-base = bland vilka ärenden; upprepa för och
cli-count-by = dela upp efter kolumner; a,b är korset; upprepa för fler uppdelningar
cli-verify = kontrollera varje rad i varje svarslogg
cli-keys = visa vilken tangent som gör vad
cli-keys-markdown = som Markdown-tabell
cli-protocol = titta på protokoll
cli-protocol-list = lista medföljande protokoll
cli-protocol-show = visa ett protokoll som kodbok
cli-protocol-check = kontrollera en protokollfil
option-protocol = id för ett medföljande protokoll, eller en TOML-fil

## screen: the coding screen

and = och
or = eller
role-yes = Ja
role-partly = Delvis
role-no = Nej
role-na = Ej aktuellt
role-unknown = Framgår ej
condition-is = { $name } är { $values }
condition-is-not = { $name } inte är { $values }
condition-at-least = { $name } är minst { $min }
condition-at-most = { $name } är högst { $max }
condition-between = { $name } är mellan { $min } och { $max }
condition-answered = { $name } är besvarad
condition-unanswered = { $name } inte är besvarad
screen-question-number = fråga { $n }
screen-progress = mina { $done } av { $all }
screen-age = { $from }–{ $to } år
screen-look-in = Se: { $documents }
screen-yes-is-bad = (Ja = brist)
screen-optional = (frivillig)
screen-derived = Räknas ut ur { $from }.
screen-several = Flera svar kan ges, mellanslag går vidare
screen-number = Tal, { $unit }
screen-number-between = Tal, { $unit }, från { $min } till { $max }
screen-number-least = Tal, { $unit }, minst { $min }
screen-number-most = Tal, { $unit }, högst { $max }
screen-date = Datum: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD
screen-text = Fritext
screen-enter-writes = Retur: skriv svaret
screen-asked-only-if = ställs bara om { $condition }
screen-saved = Sparat
screen-saving = sparar …
screen-saving-for = sparar … { $n } s
screen-view-only = bara visning
screen-read-only = Granskningen är öppnad bara för visning: inget skrivs.
screen-not-saved = EJ SPARAT: { $value } i { $case_id }. Retur försöker igen, Ctrl-C avslutar. { $cause }
screen-keys-dropped = { $n ->
    [one] En tangent togs inte emot medan svaret sparades. Tryck igen.
   *[other] { $n } tangenter togs inte emot medan svaret sparades. Tryck igen.
 }
screen-unknown-key = { $key } gör inget här. ? visar tangenterna.
screen-role-not-offered = { $role } finns inte här. Frågan har svaren { $offered }.
screen-not-asked = Frågan ställs inte i det här ärendet.
screen-not-known = Frågan väntar på svaret på en tidigare fråga.
screen-nothing-to-clear = Det finns inget svar att ta bort.
screen-nothing-to-undo = Det finns inget att ångra.
screen-nothing-to-redo = Det finns inget att göra om.
screen-changed-since = Någon har ändrat detta sedan dess: inget ångrades. Se historiken (h).
screen-undone = Ångrat: { $what }, { $place }
screen-redone = Gjort om: { $what }, { $place }
what-answer = svar
what-note = kommentar
what-quote = citat
what-flag = märke
what-done = klart
what-take = övertagande
what-drop = kan inte granskas
what-bookmark = bokmärke
screen-overcome = Sparat, men i en ny fil: { $cause } Säg till den som sköter servern.
tally-bent = Andelarna är avrundade var för sig och summerar därför inte till 100 överallt.
cases-units-many = Kolumnen för verksamhet har { $n } olika värden. Högst { $most } är tillåtna.
cases-units-many-hint = kontrollera att det är rätt kolumn
screen-place = { $case_id } fråga { $n }
screen-unsure-what = Ge ett svar först och märk det sedan.
screen-all-done = Alla dina ärenden är klara.
screen-no-gaps = Det finns inga luckor i de ärenden du har börjat på.
screen-blind = Sammanställningen visas inte vid dubbelgranskning och stickprov.
screen-order-file = Frågorna står i protokollets ordning.
screen-order-documents = Frågorna står i handlingarnas ordning.
screen-tallies-always = Sammanställningen visas alltid.
screen-tallies-after-case = Sammanställningen visas när ett ärende avslutas.
screen-tallies-never = Sammanställningen visas inte. t öppnar den.
screen-already-yours = Ärendet är redan ditt, eller ingens.
screen-taken = Du har tagit över { $case_id }.
screen-taken-from-you = { $coder } har börjat på ärendet eller tagit över det. Ta över det om du ska svara här.
screen-read-afresh = En kollegas rader sparades aldrig. Alla svar är inlästa på nytt.
screen-no-marks = Det finns inga osäkra svar och inga märken.
screen-no-such-cases = Det finns inga sådana ärenden.
screen-nothing-found = Inget hittades.
screen-no-such-number = Skriv ett tal från 1 till { $n }.
screen-last-case = Det här är listans sista ärende.
screen-first-case = Det här är listans första ärende.
screen-bookmark = Läst: { $text }
screen-write-instead = Frågan besvaras med text eller tal: tryck Retur, eller börja med en siffra.
screen-pasted = Inklistrad text är inget svar. Inget ändrades.
screen-unsaved-text = Texten är inte sparad. Retur sparar, ett tryck till kastar den.
screen-too-long = Här får högst { $n } tecken plats.
round-second = dubbelgranskning
round-spot = stickprov
round-consensus = gemensam bedömning
tally-so-far = Hittills, fråga { $n }
table-share = Andel %
table-count = Antal
table-rest = Övriga (ingen av raderna)
tally-total = Totalt
tally-base = Underlag
tally-answered = { $n } besvarade
tally-number = { $n } besvarade, medel { $mean }, från { $min } till { $max }
tally-outside = Utanför underlaget: ej ställd { $not_asked }, ännu ej känt { $not_known }, ej aktuellt { $na }, obesvarad { $unanswered }.
tally-several = Flera svar kan ges, så summan kan bli större än underlaget.
summary-answered = { $answered } av { $asked } besvarade
summary-gaps = { $n ->
    [one] 1 lucka
   *[other] { $n } luckor
 }
summary-unsure = { $n ->
    [one] 1 osäkert svar
   *[other] { $n } osäkra svar
 }
summary-unexplained = { $n ->
    [one] 1 motivering saknas
   *[other] { $n } motiveringar saknas
 }
summary-check = Titta igen: { $message }
summary-dropped = Kan inte granskas: { $reason }
summary-gap = LUCKA
summary-explain = {" "}(motivera)
history-none = Här har inget besvarats.
history-nothing = inget
history-line = { $at }  { $coder }: { $value } (förut: { $was })
history-undo = (genom ångra)
help-digits = Siffror betyder samma sak överallt: 1 ja, 2 delvis, 3 nej, 0 ej aktuellt, 9 framgår ej. På andra skalor räknar de svaren uppifrån. Varje svar ligger på disken innan ”Sparat” visas.
flag-unsure = osäker
flag-discuss = diskutera
flag-example = gott exempel
flag-manager = meddela chefen
take-ill = kollegan är sjuk eller borta
take-biased = kollegan är jävig
take-other = annat skäl
show-all = alla ärenden
show-mine = mina och de som ingen har börjat på
show-open = ej klara
show-flagged = med märken
title-summary = Hela ärendet
title-tally = Hela sammanställningen
title-help = Tangenter
title-flag = Märk frågan
title-take = Det här är ett ärende för { $coder }. Ta över det?
title-show = Vilka ärenden?
title-marks = Osäkra svar och märken
title-find = Sök:
title-palette = Gör:
title-answer = Svar
title-number = Gå till fråga nummer
title-quote = Citat ur akten. Namn blir X.
title-bookmark = Hur långt är akten läst? Visas när du kommer tillbaka.
title-drop = Varför kan ärendet inte granskas? (tomt: det kan granskas)
title-note = Kommentar till fråga { $n }. Inga namn.
title-note-case = Kommentar till { $case_id }. Inga namn.
short-next = nästa
short-note = kommentar
short-unsure = osäker
short-undo = ångra
short-find = sök
short-help = hjälp
short-quit = avsluta
short-finish = klart, nästa ärende
short-go = gå dit
short-gap = nästa lucka
short-back = tillbaka
short-view = verksamhet/kön
short-choose = välj
short-save = spara
short-newline = ny rad

## sample: drawing and sharing cases

wave-early = tidig
wave-middle = mitten
wave-late = sen
counts-columns = Tabellen ska ha minst en kolumn ur ärendelistan och en enda kolumn med antal.
counts-columns-hint = ur ärendelistan går att använda: { $names }; kolumnen med antal får heta vad som helst
counts-number = "{ $found }" är inget antal.
counts-number-hint = skriv ett heltal, 0 eller mer
counts-twice = Samma värden står redan på rad { $line }.
plan-columns = Planen ska ha kolumnerna { $names }.
plan-coder = "{ $found }" är inget kortnamn på en granskare.
plan-coder-hint = ett kortnamn har bara a–z, 0–9, _ och -, högst 32 tecken
plan-same = { $coder } kan inte granska samma ärende två gånger.
plan-wave = "{ $found }" är ingen omgång.
plan-case-hint = jämför med cases.csv, eller ta bort plan.csv och gör en ny med aktkoll plan
draw-size-stray = Raden gäller inga ärenden i urvalsramen.
draw-size-stray-hint = kontrollera värdena; tabellens kolumner ska finnas bland dem i --per
draw-size-none = Det framgår inte hur många som ska dras: { $stratum }.
draw-size-none-hint = lägg till --n ANTAL, eller en rad i tabellen för --sizes
draw-none = Inget ärende skulle dras.
draw-not-drawn = Den här granskningens ärenden är inte dragna.
draw-how = en dragen granskning görs med: aktkoll draw MAPP --protocol ID --frame LISTA.csv --n 10 --seed 2026
draw-other-frame = Urvalsramen är inte den som ärendena drogs ur.
draw-other-frame-hint = lägg tillbaka frame.csv från en säkerhetskopia; annars går det inte att dra fler
draw-not-in-frame = Ärendet { $id } finns inte i urvalsramen.
draw-there-already = Ärendet { $id } är redan med.
draw-add-hint = --add tar ärenden ur frame.csv; ett ärende utanför ramen skrivs som en ny rad i cases.csv
draw-not-dropped = Ärendet { $id } är inte struket, så det ersätts inte.
draw-not-dropped-hint = stryk det först, med skäl: x i granskningen
draw-replaced-before = Ärendet { $id } är redan ersatt.
draw-reserve-empty = Reserven är tom: { $id } kan inte ersättas.
draw-replaced = { $id } ersätts av { $by }.
draw-more = { $n ->
    [0] Inga nya ärenden.
    [one] Nytt ärende: { $ids }
   *[other] { $n } nya ärenden: { $ids }
 }
draw-unplanned = De nya ärendena är ännu ingens. Dela ut dem med aktkoll plan och samma granskare.
draw-made = { $drawn } av { $all } ärenden är dragna, frö { $seed }.
draw-head-frame = i ramen
draw-head-wanted = önskade
draw-head-drawn = dragna
draw-head-reserve = först i reserven
draw-short = { $what }: { $drawn } av { $wanted }
draw-short-of = { $unit }: { $drawn } { $what } av { $wanted }
draw-added = Tillagda för hand, inte dragna: { $ids }
draw-differs = { $name }: { $sum }, uppgivet { $stated }
draw-next = Dela ärendena mellan er med: aktkoll plan { $dir } --coders NAMN,NAMN
plan-made = { $cases } ärenden är fördelade, { $twice } granskas av två, frö { $seed }.
plan-row-second = Dubbelgranskar
plan-move = {"  "}{ $line }
plan-move-coder = { $id }: { $was } → { $is }
plan-move-second = { $id }, dubbelgranskning: { $was } → { $is }
plan-moves = { $n ->
    [one] Det finns redan en plan och svar under den. En sak skulle ändras.
   *[other] Det finns redan en plan och svar under den. { $n } saker skulle ändras.
 } Påbörjade ärenden byter aldrig granskare.
plan-moves-hint = lägg till --yes om det är meningen; inget är ändrat
plan-alone = En ensam granskare kan inte dubbelgranska.
plan-next = Dubbelgranska med: aktkoll { $dir } --round second
plan-coder-twice = Granskaren { $coder } står två gånger.
cli-draw = dra ärenden slumpmässigt ur en lista, eller dra fler
cli-draw-frame = listan att dra ur, en CSV-fil: gör en ny granskning
cli-draw-n = hur många ärenden per grupp
cli-draw-per = kolumnerna som bildar grupperna (annars verksamhet och kön): unit,sex
cli-draw-seed = frö: en siffra eller ett ord; samma frö ger samma ärenden
cli-draw-sizes = CSV-fil med andra antal för vissa grupper: unit,sex,n
cli-draw-totals = CSV-fil med uppgivna antal att jämföra listan med: unit,n
cli-draw-title = granskningens titel (annars protokollets)
cli-draw-group = gruppen som delar mappen
cli-draw-more = så många fler per grupp; de redan dragna är kvar
cli-draw-replace = strukna ärenden att ersätta ur reserven
cli-draw-add = ärenden ur listan att ta med för hand
cli-plan = dela ärendena mellan granskare och lotta dubbelgranskning
cli-plan-coders = granskarnas namn: carina,lotta
cli-plan-share = hur stor del som dubbelgranskas (annars 20 %, minst 24; över 500 ärenden 5 %, minst 100)
cli-plan-seed = frö (annars dragningens)
