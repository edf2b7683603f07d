### Gränssnittets ord på svenska. Varje nyckel finns också i en.ftl.

hint = tips:
error = fel:

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
protocol-derived = Frågor av slaget "derived" går ännu inte att använda.
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
condition-bound-hint = räkna upp de svar som avses
condition-form = "{ $condition }" är inte ett villkor.
condition-form-hint = skriv NAMN=A, NAMN=A|B, NAMN!=A, NAMN>=TAL eller NAMN<=TAL
answer-empty = Svaret är tomt.
answer-choice = "{ $found }" är inte något av svaren: { $allowed }.
answer-exclusive = "{ $name }" kan inte väljas tillsammans med andra svar.
answer-number = "{ $found }" är inte ett tal.
answer-small = { $found } är för litet. Minst { $min } går att svara.
answer-large = { $found } är för stort. Högst { $max } går att svara.
answer-date = "{ $found }" är inte ett datum. Skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD.
answer-long = Texten är för lång. Högst { $most } tecken går att spara.

## cases: reading case lists

## ledger: reading, writing and checking ledgers

## study: opening a study

## keys: key names, actions, keymaps

## terminal: the terminal and the run loop

## command: what the commands print

## screen: the coding screen
