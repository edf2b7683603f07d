### Gränssnittets ord på svenska. Varje nyckel finns också i en.ftl.

hint = tips:
error = fel:

os-error-1 = systemet tillåter det inte
os-error-2 = det finns inte
os-error-5 = disken rapporterar ett fel
os-error-13 = behörighet saknas
os-error-17 = det finns redan något med det namnet
os-error-20 = en mapp väntades
os-error-21 = en fil väntades
os-error-26 = den används av något annat
os-error-27 = filen skulle bli större än vad användaren får spara
os-error-28 = disken är full
os-error-30 = disken är skrivskyddad
os-error-36 = namnet är för långt
os-error-39 = mappen är inte tom
os-error-40 = det är en länk, inte själva filen eller mappen
os-error-116 = nätverksmappen ändrades medan programmet kördes
os-error-122 = användarens diskutrymme är slut

## protocol: loading and describing protocols

did-you-mean = menade du "{ $name }"?
did-you-mean-of = menade du "{ $name }"? Välj bland: { $names }
there-are = välj bland: { $names }
there-are-none = här finns inget att välja på
faults-more = även { $places } och { $n ->
    [one] 1 ställe
   *[other] { $n } ställen
 } till; --all-errors visar alla
faults-more-about = även { $places } och { $n ->
    [one] 1 ställe
   *[other] { $n } ställen
 } till i "{ $about }"; --all-errors visar alla
faults-rest = Samma sak är fel på { $n } ställen till: { $names }. --all-errors visar alla.
expected-number = skriv ett tal, till exempel 12 eller 7,5
expected-date = skriv ett datum som ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD
expected-value = skriv ett värde; gränser ska vara tal eller datum
protocol-too-large = Protokollet är { $size } byte. Gränsen är { $limit } byte.
protocol-syntax = Tecken { $column }: filen går inte att läsa här ({ $cause }).
protocol-syntax-hint = rätta det som är markerat; skriv text inom citattecken, listor inom [ ] och varje fält på en egen rad
protocol-field-unknown = Fältet "{ $field }" får inte stå här.
protocol-field-missing = Fältet "{ $field }" saknas eller är tomt.
protocol-field-kind = Fältet "{ $field }" går inte att använda i en fråga av slaget "{ $kind }".
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
protocol-id-clash = { $what ->
    [table] Tabellen "{ $name }" har samma id som en fråga. Byt id på den ena.
   *[question] Frågan "{ $name }" har samma id som en uppgift i ärendelistan (attribute). Byt id på den ena.
  }
protocol-duplicate = { $what ->
    [question] Frågan
    [area] Området
    [attribute] Uppgiften
    [choice] Svaret
    [value] Värdet
    [table] Tabellen
    [time] Tidpunkten
    [repeat] Upprepningen
    [look_for] Ordet
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
    [attribute] Uppgiften
    [repeat] Upprepningen
   *[per] Enheten för "per"
  } "{ $name }" finns inte.
protocol-scale-empty = Skalan "{ $name }" har inga svar.
protocol-scale-built-in = Skalan "{ $name }" är inbyggd och kan inte ändras. Ge den egna skalan ett annat namn.
protocol-scale-twice = Frågan har både "scale" och "choices". Behåll det ena.
protocol-scale-hint = skriv till exempel choices = [{"{"} id = "ja", label = "Ja", role = "yes" {"}"}]
protocol-choices-none = Frågan har inga svar att välja på.
protocol-text-answer = Texten nämner svaret på { $name }, som varken är en fråga eller en kolumn.
protocol-choices-many = Här finns { $count } svar. Högst { $most } är tillåtna.
protocol-look-for-empty = "{ $text }" är inget att leta efter.
protocol-look-for-star = I "{ $text }" står * inte sist.
protocol-look-for-hint = skriv ett ord, eller början på ett med * sist: medgiv*
protocol-look-for-many = Här finns { $count } ord att leta efter. Högst { $most } är tillåtna.
protocol-choice = "{ $field }" nämner "{ $name }", som inte är något av frågans svar.
protocol-placeholder = Det finns inget att sätta in för {"{"}{ $name }{"}"}.
protocol-brace = Ett "{ $brace }" står utan sitt andra tecken.
protocol-statement-language = En mening har språket "{ $name }". Det kan vara "sv" eller "en".
protocol-statement-twice = Meningen "{ $name }" nämner samma svar två gånger.
protocol-statement-count = Meningen saknar plats för sin siffra.
protocol-base-both = "{ $name }" står både i in_base och i out_of_base.
protocol-key = "{ $key }" kan inte vara en svarstangent. Den ska vara en liten bokstav eller en siffra.
protocol-key-taken = Tangenten "{ $key }" hör redan till svaret "{ $name }".
protocol-code = "{ $code }" kan inte vara en kod.
protocol-code-taken = Koden "{ $code }" hör redan till svaret "{ $name }".
protocol-role-taken = "{ $name }" har redan rollen "{ $role }".
protocol-private-role = Det som har rollen "{ $role }" behövs för att räkna och kan inte vara privat.
protocol-exclusive = Svaret "{ $name }" är exclusive, men frågan tar ändå bara ett svar.
protocol-exclusive-hint = ta bort exclusive, eller skriv kind = "choices" om flera svar kan väljas
protocol-bounds = Det minsta ({ $min }) är större än det största ({ $max }).
protocol-derived-forms = Protokollet säger inte hur svaret på den härledda frågan räknas ut.
protocol-derived-hint = skriv parts = ["…", "…"] (ja, delvis, nej av delar), sum = ["…", "…"], of = "…" med min och max på varje svar, eller when på varje svar
protocol-derived-roles = En fråga som härleds ur delar behöver svar med rollerna yes och no.
protocol-derived-empty = Listan över delar är tom.
protocol-derived-part = "{ $name }" kan inte vara en del här: delarna ska vara tidigare frågor av slaget "{ $kind }".
protocol-derived-group = Svaret saknar villkor för när det gäller.
protocol-times-text = Frågan ställs för flera tidpunkter, men texten säger inte vilken.
protocol-times-text-hint = skriv {"{"}time{"}"} där tidpunkten ska stå, till exempel "Är aktiviteten genomförd {"{"}time{"}"}?"
protocol-times = En fråga som ställs för flera tidpunkter behöver minst två: times = ["2019", "2021"].
protocol-repeat-times = En fråga i en upprepning kan inte också ställas för flera tidpunkter.
protocol-repeat-times-hint = ta bort times, eller upprepningen
protocol-repeat-apart = Frågorna i upprepningen "{ $name }" står inte tillsammans.
protocol-repeat-apart-hint = ställ dem direkt efter varandra, så att en post frågas färdigt före nästa
protocol-repeat-empty = Ingen fråga hör till upprepningen "{ $name }".
protocol-repeat-empty-hint = skriv repeat = "{ $name }" i frågorna som ställs om varje post, eller ta bort upprepningen
protocol-repeat-max = En upprepning behöver "count", eller i "max" hur många poster varje ärende har.
protocol-repeat-max-hint = till exempel: count = "antal_barn", eller max = 3; högst { $most } poster
protocol-repeat-bound = Hur många poster det kan finnas är det högsta som "{ $name }" får vara.
protocol-repeat-bound-hint = skriv max i frågan "{ $name }" och ta bort det här
protocol-repeat-count = "{ $name }" kan inte säga hur många poster det finns.
protocol-repeat-count-hint = det ska vara en fråga om ett tal, utanför alla upprepningar, med ett helt tal från 1 till { $most } som max
protocol-questions-many = Protokollet har { $count } frågor. Högst { $most } är tillåtna.
protocol-questions-none = Protokollet har inga frågor.
protocol-at = "birth_year" behöver ett år i "at".
protocol-at-hint = skriv till exempel at = 2021, så räknas åldern det året
protocol-per-unit = per = "unit" behöver en uppgift med role = "unit".
protocol-per-unit-hint = lägg till en [[attribute]] med role = "unit"
protocol-informant = role = "informant" behöver "values": vilka som lämnar uppgifter.
protocol-informant-hint = skriv till exempel values = {"{"} ledning = "Ledning", handlaggare = "Handläggare" {"}"}, utan kolon i koderna
protocol-condition-empty = Villkoret är tomt.
protocol-condition-form = Villkoret på "{ $field }" går inte att förstå.
protocol-condition-hint = skriv ett svar, en lista med svar, {"{"} not = ["…"] {"}"}, {"{"} min = 1, max = 5 {"}"} eller {"{"} answered = true {"}"}
condition-key-unknown = Villkoret nämner "{ $name }", som varken är en fråga eller en kolumn i ärendelistan.
condition-self = Villkoret gäller frågan "{ $name }" själv.
condition-later = Villkoret nämner frågan "{ $name }", som kommer senare.
condition-later-hint = ett villkor kan bara gälla tidigare frågor; flytta den ena av frågorna
condition-per = { $per ->
    [unit] "{ $name }" gäller en verksamhet och kan inte ingå i villkor på ärenden.
   *[case] "{ $name }" gäller ett ärende och kan inte ingå i villkor på frågor per verksamhet.
  }
condition-value = "{ $value }" kan inte vara svaret här.
condition-bound = Bara tal och datum kan ha gränser.
condition-bound-of = Det går inte att jämföra med "{ $name }": båda ska vara tal, eller båda datum.
condition-bound-hint = räkna upp de svar du menar
condition-form = "{ $condition }" är inte ett villkor.
condition-form-hint = skriv NAMN=A, NAMN=A|B, NAMN!=A, NAMN>=TAL eller NAMN<=TAL
answer-derived = Svaret räknas ut ur andra frågor och går inte att skriva in.
answer-empty = Svaret är tomt.
answer-choice = "{ $found }" är inget av svaren: { $allowed }.
answer-exclusive = "{ $name }" kan inte väljas tillsammans med andra svar.
answer-number = "{ $found }" är inte ett tal.
answer-number-unclear = "{ $found }" kan vara { $one } eller { $other }. Skriv ett av dem.
answers-case-alike = det id som ser likadant ut är "{ $name }", skrivet med andra tecken
answer-small = { $found } är för litet. Det minsta tillåtna är { $min }.
answer-large = { $found } är för stort. Det största tillåtna är { $max }.
answer-date = "{ $found }" är inte ett datum. Skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD.
answer-long = Texten är för lång. Gränsen är { $most } tecken.

## cases: reading case lists

table-encoding = Filen är inte text i { $encoding }: raden har byte som inte kan läsas så.
table-encoding-hint = spara den på nytt som "CSV UTF-8" eller ange kodningen med --encoding
table-encodings = Filen är i två teckenkodningar: den här raden är inte i UTF-8, andra rader är det.
table-encoding-unclear = Det går inte att säga vilken teckenkodning filen är i. Det kan stå { $readings }.
table-encoding-unclear-hint = välj den som läser rätt, till exempel --encoding { $encoding }, eller spara filen som "CSV UTF-8"
table-letters-lost = Bokstäver gick förlorade innan filen sparades: "{ $found }".
table-letters-lost-hint = spara den på nytt som "CSV UTF-8" där den kom ifrån, eller ta den som den är med --encoding utf-8
table-kind = Det här är ingen tabell utan en fil av ett annat slag: { $kind }.
table-kind-hint = spara tabellen som .xlsx, .ods eller "CSV UTF-8"
table-long = Raden är för lång. En radbrytning eller ett citattecken saknas.
table-merged = Cellerna { $area } är sammanfogade, så att bara en av dem säger något.
table-merged-hint = dela de sammanfogade cellerna och fyll i var och en
sheet-digits = Talet { $found } har fler än 15 siffror. Ett kalkylblad behåller inte fler, så de sista kan vara borta.
sheet-digits-hint = formatera kolumnen som text, skriv talet på nytt och spara filen
sheet-hidden-rows = { $n ->
    [one] 1 dold rad läses också
   *[other] { $n } dolda rader läses också
 } ({ $rows }).
sheet-hidden-columns = { $n ->
    [one] 1 dold kolumn läses också
   *[other] { $n } dolda kolumner läses också
 } ({ $columns }).
sheet-hidden = Det dolda bladet "{ $name }" läses inte.
sheet-hidden-read = Bladet "{ $name }" är dolt och läses ändå.
file-folder = Det är en mapp. Ange en fil i den.
ask-encoding = Vilket av detta är rätt läst?
option-encoding = textfilens teckenkodning: utf-8, utf-16, windows-1252, cp850 eller macintosh
table-binary = Filen innehåller NUL-tecken och är därför ingen textfil.
table-binary-hint = är det en Excelfil? Spara den som "CSV UTF-8"
table-empty = Filen är tom.
table-header-empty = Kolumn { $column } har ingen rubrik.
table-header-twice = Rubriken "{ $name }" står två gånger.
table-header-hint = ge varje kolumn en egen rubrik, eller ta bort kolumnen
table-columns = Filen har { $count } kolumner. Gränsen är { $most }.
table-quote = Ett citattecken öppnas här men stängs aldrig.
table-quote-hint = lägg till ett citattecken sist i cellen, eller dubbla det ("") om det hör till texten
table-ragged = Raden har { $found } celler, men rubrikraden har { $expected }.
table-ragged-hint = sätt text som innehåller skiljetecknet inom citattecken
cases-none = Filen har inga ärenden.
cases-none-hint = skriv ett ärende per rad under rubrikraden
cases-many = Filen har fler än { $most } ärenden.
cases-id-column = Ingen kolumn innehåller ärendenas id.
cases-id-column-hint = kalla kolumnen case_id eller ärende, eller ange vilken det är: --column case_id=Rubrik
cases-column = Kolumnen "{ $name }" ({ $label }) saknas.
cases-id-empty = Ärendet har inget id.
cases-id-hidden = Ärendets id "{ $id }" innehåller styrtecken eller osynliga tecken.
cases-id-decimal = "{ $id }" är ett tal med decimaler, som program gör av id:n när en kolumn har luckor. Spara id:na som text eller heltal.
cases-id-long = Ärendets id är för långt. Högst { $most } tecken är tillåtna.
cases-id-reserved = "{ $id }" kan inte vara ett ärendes id.
cases-id-twice = Ärendet "{ $id }" finns redan: { $place }
cases-id-date = Id:t är ett datum, "{ $id }". Kalkylbladet har gjort om det som skrevs.
cases-id-number = "{ $id }" är ett tal som ett kalkylblad har kortat av, inget id.
cases-id-lost-hint = läs in eller formatera kolumnen som text, hämta id:na där de gavs och spara filen på nytt
cases-id-alike = Id:t "{ $id }" ser ut som "{ $other }" men är skrivet med andra tecken: { $place }
cases-id-hint = ge varje ärende ett eget, kort id, till exempel BRO-07; aldrig namn eller personnummer
cases-id-missing = "{ $id }" skrivs där det inte finns något värde. Det är inget ärende-id.
cases-missing = "{ $found }" skrivs där det inte finns något värde ({ $label }).
cases-missing-hint = lämna cellen tom
cases-unit-empty = Ärendet har ingen verksamhet.
cases-unit-hint = skriv vilken verksamhet ärendet hör till
cases-year = "{ $found }" är inget årtal ({ $label }).
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
answers-twice-hint = behåll den rad som stämmer
answers-of = gäller frågan "{ $question }" för "{ $id }"

## ledger: reading, writing and checking ledgers

ledger-slug = Namnet ”{ $name }” går inte att göra om till ett kortnamn. Ett kortnamn är 1–{ $most } tecken: a–z, 0–9, _ och -.
ledger-slug-hint = ange ett kortnamn med --coder, till exempel --coder asa
ledger-not-saved = Det gick inte att skriva till disken ({ $cause }).
ledger-not-saved-full = Granskaren har använt alla filnummer i svarsloggen.
ledger-not-saved-moved = Svarsloggens fil har flyttats, tagits bort eller ersatts.
ledger-not-saved-changed = I svarsloggens fil står något annat än det som skrevs dit.
ledger-not-saved-linked = Svarsloggens fil har { $links } namn på disken. Den ska bara ha ett.
ledger-not-saved-size = Svarsloggens fil är { $found } byte men borde vara { $expected }. Någon eller något annat har ändrat den.
ledger-not-saved-numbers = Inget kan sparas: en rad i granskningen har det högsta nummer som en rad kan ha, så ingen kan komma efter den.
ledger-not-saved-numbers-hint = programmet skriver aldrig ett sådant nummer: sök efter "seq":9007199 i svarsloggens filer, och återställ den fil som har det från en säkerhetskopia
ledger-not-saved-hint = allt som har visats som sparat finns kvar; rätta felet (är disken full? får du skriva i mappen?) och försök igen
ledger-own-unread = Granskarens tidigare rader kan inte läsas ({ $cause }). Därför skrivs inget nytt efter dem.
ledger-own-unread-hint = ägaren måste kunna läsa mappen och filerna i den; inget har ändrats
ledger-special-link = Här ligger en symbolisk länk. Det ska vara en vanlig fil eller mapp.
ledger-special-fifo = Här ligger ett rör (FIFO). Här ska det ligga en vanlig fil eller mapp.
ledger-special-folder = Här ligger en mapp. Här ska det ligga en vanlig fil.
ledger-special-file = Här ligger en vanlig fil. Här ska det ligga en mapp.
ledger-special-device = Här finns en enhet eller något annat som inte är en vanlig fil.
ledger-special-hint = svarsloggen skrivs bara i vanliga filer och mappar; ta bort eller byt namn på det som ligger i vägen
ledger-too-long = Raden skulle bli { $bytes } byte. Gränsen är { $most }.
ledger-too-long-hint = dela upp texten på flera kommentarer eller citat
ledger-unread = Det går inte att läsa svarsloggen ({ $cause }).
ledger-damage-line = Raden är skadad: den hör inte till någon svarslogg.
ledger-damage-hash = Raden är skadad: kontrollsumman stämmer inte. Raden, eller en rad före den, har ändrats, tagits bort eller flyttats.
ledger-damage-text = Raden är skadad: texten stämmer inte med sin kontrollsumma.
ledger-damage-long = Raden är skadad: den är längre än { $most } byte.
ledger-damage-open = Raden är skadad: raden ”open” ska stå först i filen och ingen annanstans.
ledger-damage-place = Raden hör inte hit: den är skriven av { $coder } i fil nummer { $segment }.
ledger-damage-study = Raden hör inte hit: den är skriven i granskningen ”{ $found }”, men det här är ”{ $expected }”.
ledger-damage-shrunk = Filen har kortats: den är { $bytes } byte, men { $read } byte har redan lästs.
ledger-damage-missing = Filen saknas: det finns en senare fil av samma granskare.
ledger-damage-poisoned = Filen är skadad: den går att läsa till och med byte { $bytes }, men { $confirmed } byte var sparade.
ledger-damage-claim = Filen { $file } stämmer inte med den här raden: då slutade filen på rad { $lines } med en annan kontrollsumma. Rader i den har ändrats eller tagits bort.
ledger-misnamed = { $n ->
    [one] En rad
   *[other] { $n } rader
} räknas inte: filer med det här namnet läses inte. Byt namn på filen till { $file }.
ledger-misnamed-taken = { $n ->
    [one] En rad
   *[other] { $n } rader
} räknas inte: filer med det här namnet läses inte, och det finns redan en { $file }. Kopiera granskningen, lägg filen som { $file } i kopian och kör aktkoll merge med den. Flytta sedan ut filen ur svarsloggen.
ledger-damage-repair = Filens oavslutade slut har ändrats sedan det noterades i { $by }.
ledger-newer-lines = { $n ->
    [one] En rad är skriven av ett nyare program och är inte med i det som räknas här.
   *[other] { $n } rader är skrivna av ett nyare program och är inte med i det som räknas här.
}
ledger-damage-heads = Filen stämmer inte med säkerhetskopians heads.csv: då hade den { $lines } rader. Rader har ändrats eller tagits bort.
left-out = { $files ->
    [one] En fil
   *[other] { $files } filer
} i svarsloggen gick inte att läsa helt, och siffrorna saknar det som står där: { $n ->
    [one] en rad
   *[other] { $n } rader
}, om { $cases ->
    [one] ett ärende
   *[other] { $cases } ärenden
}. aktkoll verify visar vad som är fel.
left-out-unknown = { $files ->
    [one] En fil
   *[other] { $files } filer
} i svarsloggen gick inte att läsa helt, och siffrorna saknar det som står där; hur mycket det är går inte att veta. aktkoll verify visar vad som är fel.
zone-unknown = Tidszonen TZ={ $zone } är inte känd, så tider visas i UTC. Sätt TZ till ett namn som Europe/Stockholm.
screen-no-suspend = Programmet kan inte pausas här: det finns inget skal som väntar och kan ta fram det igen.
report-foreign = Kanske skrivet av andra
left-foreign = { $n ->
    [one] En fil i svarsloggen tillhör inte den granskare vars svar den innehåller. Siffrorna räknar den, och en annan användare kan ha skrivit den.
   *[other] { $n } filer i svarsloggen tillhör inte de granskare vars svar de innehåller. Siffrorna räknar dem, och andra användare kan ha skrivit dem.
} aktkoll verify visar vad som är fel.
tally-doubtful = Osäkert, fråga { $n }
report-left-out = Vad siffrorna saknar
tally-incomplete = Ofullständigt, fråga { $n }
set-aside-lines = { $file }: { $n ->
    [one] raden
   *[other] { $n } rader
} från rad { $line } är inte med i det som räknas här.
set-aside-cases = { $file }: { $n ->
    [one] raden
   *[other] { $n } rader
} från rad { $line } är inte med i det som räknas här, om { $cases }.
set-aside-hint = Alla kan granska vidare. Kör aktkoll recover för att få tillbaka det som är helt; aktkoll verify visar vad som är fel.
code-foreign = { $n ->
    [one] En fil i svarsloggen tillhör inte den granskare vars svar den innehåller ({ $files }). Den räknas, och en annan användare kan ha skrivit den. Kör aktkoll verify.
   *[other] { $n } filer i svarsloggen tillhör inte de granskare vars svar de innehåller ({ $files }). De räknas, och andra användare kan ha skrivit dem. Kör aktkoll verify.
}
code-not-read = { $n ->
    [one] En fil i svarsloggen läses inte ({ $files }), och raderna i den räknas inte. Kör aktkoll verify.
   *[other] { $n } filer i svarsloggen läses inte ({ $files }), och raderna i dem räknas inte. Kör aktkoll verify.
}
code-set-aside = { $n ->
    [one] En fil i svarsloggen är skadad ({ $files }), och raderna därifrån räknas inte med. Kör aktkoll recover.
   *[other] { $n } filer i svarsloggen är skadade ({ $files }), och raderna därifrån räknas inte med. Kör aktkoll recover.
}
seal-nothing = Inget är granskat än, så det finns inget att försegla.
seal-coder = Granskare
seal-entries = Rader
seal-seal = Sigill
seal-how = Anteckna sigillen där ingen som kan skriva i granskningen kan ändra dem. aktkoll verify GRANSKNING --seal SIGILL kontrollerar ett.
seal-unread = ”{ $seal }” är inget sigill.
seal-unread-hint = Ett sigill är en granskare, ett antal rader och 16 siffror eller bokstäver a–f, som carina-214-9f3a77c15e0b42d1. aktkoll seal skriver ut dem.
seal-broken = Sigillet { $seal } håller inte: ingen fil har de { $n } rader som förseglades. Rader har ändrats eller tagits bort, eller så är sigillet fel antecknat.
seal-broken-before = Sigillet { $seal } håller bara för de första { $n } raderna i { $file }: { $changed } före den är inte som den var då. Den har ändrats sedan förseglingen, eller skadats och återskapats. Jämför den med en säkerhetskopia.
seal-holds = Sigillet { $seal } håller: de första { $n } raderna i { $file } är som de var när det gjordes, och likaså filerna före.
selftest-where = { $dir } ({ $kind })
selftest-guaranteed = garanteras
selftest-lacking = saknas
selftest-refused = garanteras INTE
selftest-untried = inte prövat
selftest-no-folder = Mappen finns inte.
selftest-saved = Ett svar som visas som sparat finns på disken.
selftest-replaced = En fil byts ut hel.
selftest-replaced-not = Filer kan inte bytas ut: planer, protokoll och rapporter kan inte skrivas på nytt.
selftest-taken = En ny fil tar aldrig en annans plats.
selftest-taken-not = En ny fil kan ta en annans plats.
selftest-links = En text kan tas bort medan granskaren har granskningen öppen.
selftest-links-not = Disken har inga dubbla namn på filer. Ta bort en text när granskaren inte har granskningen öppen.
selftest-locks = Andra ser vem som har granskningen öppen.
selftest-locks-not = Andra ser inte vem som har granskningen öppen, eftersom det inte finns några lås här. Inget svar hänger på dem.
selftest-permissions = Bara de som har behörighet kan läsa granskningen.
selftest-permissions-not = Disken har inga behörigheter: den som kan använda disken kan läsa och ändra allt på den.
selftest-group-not = Disken har inga grupper: granskningen tillhör inte { $group }.
selftest-names = Namn med svenska bokstäver, och långa namn, blir som de skrivs.
selftest-names-not = Namn med svenska bokstäver, eller långa namn, blir inte som de skrivs. Använd bara engelska bokstäver i namn på granskningar och filer.
selftest-capitals = Namn som skiljer sig i stora bokstäver är olika namn.
selftest-capitals-not = Namn som bara skiljer sig i stora bokstäver är samma namn. Programmet använder inga sådana.
selftest-room = Det finns plats: { $free } MB är lediga.
selftest-room-not = Det finns knappt någon plats: { $free } MB är lediga.
selftest-no-room = Det finns för lite plats för att pröva detta.
selftest-lasting = Disken behåller det som finns på den när datorn startas om.
selftest-lasting-not = Det här är { $kind }: det som finns på den kan vara borta när datorn eller containern startas om. Ha granskningar någon annanstans.
selftest-disk-clock = Diskens klocka går som datorns.
selftest-disk-clock-not = Diskens klocka går { $minutes } minuter fel mot datorns. Svarens ordning hänger inte på någon av dem.
selftest-clock = Klockan är { $time }.
selftest-clock-not = Klockan är { $time }, och det kan inte stämma. Varje svar bär sin tid; ställ klockan.
selftest-locale = Språkinställningen har alla tecken.
selftest-locale-not = Språkinställningen har bara tecknen i { $codeset }; andra visas som frågetecken.
selftest-terminal = Terminalen har { $columns } kolumner och { $rows } rader.
selftest-terminal-not = Terminalen har { $columns } kolumner och { $rows } rader, eller kan inte flytta markören. Det behövs { $least } och { $lines }.
selftest-terminal-none = Det här är ingen terminal.
selftest-new = På den här disken garanteras inte allt. { $what } Mer: aktkoll selftest { $dir }
recover-far = Det saknas { $n } filnummer mellan den här filen och den före. Så många filer är inte borta: filen har ett namn som inte är dess eget.
recover-far-hint = flytta ut filen ur granskningens mapp, eller ge den tillbaka namnet den hade, och kör igen
recover-nothing = Ingen fil i svarsloggen är skadad.
recover-changed = { $file }: ändrad, inte förlorad: { $by } såg en annan rad { $lines } där. Filen är kvar som den är; lägg tillbaka den från en säkerhetskopia.
recover-open = { $file }: kvar som den är, eftersom någon har den öppen. Deras program skriver allt i en ny fil inom två minuters kodning och när de avslutar.
recover-lost = förlorad: { $file }:{ $line }: { $coder } nummer { $number }, { $what }
recover-gap = förlorat: { $file }: { $coder } nummer { $number } till { $to }: inget är kvar av dem
recover-gap-one = förlorad: { $file }: { $coder } nummer { $number }: inget är kvar av den
recover-gap-unnumbered = förlorat: { $file }: { $coder }, { $n ->
    [one] en rad vars nummer inte är känt
   *[other] { $n } rader vars nummer inte är kända
}
recover-done = { $files }: { $kept ->
    [one] en hel rad följer i en ny fil
   *[other] { $kept } hela rader följer i nya filer
}, { $lost ->
    [0] inget är förlorat.
    [one] en är förlorad.
   *[other] { $lost } är förlorade.
}
backup-done = { $dir } har { $files ->
    [one] den enda filen
   *[other] alla { $files } filer
} i svarsloggen; { $written } var nya eller hade vuxit.
backup-part = { $dir } har { $files ->
    [one] 1 fil
   *[other] { $files } filer
} ur svarsloggen; nya eller längre: { $written }. Inte kopierat: { $names }.
backup-more = Säkerhetskopian har rader i den här filen som granskningen saknar eller har annorlunda. Inget har kopierats, så att säkerhetskopian är kvar som den var.
backup-more-hint = kör aktkoll verify på granskningen: är den skadad? aktkoll merge med säkerhetskopian tar tillbaka raderna
backup-inside = En säkerhetskopia kan inte ligga inne i granskningen, och granskningen inte i den.
backup-other = I mappen finns något annat än en säkerhetskopia av den här granskningen.
import-blind = { $n ->
    [one] Filen har svar om ett ärende som du ännu ska koda blint, och en jämförelse skulle visa den första kodningen.
   *[other] Filen har svar om { $n } ärenden som du ännu ska koda blint, och en jämförelse skulle visa den första kodningen.
}
ledger-newer-version = Raden är skriven i format { $found }; det här programmet kan format { $known }. Du kan bara titta. Öppna granskningen med ett nyare program för att svara.
ledger-newer-op = Raden gör något som det här programmet inte känner till ({ $op }). Du kan bara titta. Öppna granskningen med ett nyare program för att svara.
ledger-newer-line = Raden är hel, men det här programmet förstår den inte ({ $cause }). Du kan bara titta. Öppna granskningen med ett nyare program för att svara.
ledger-note-name = Hör inte till svarsloggen och läses inte.
ledger-note-unfinished = Filen slutar med { $bytes } byte av en oavslutad rad. Den skrivs just nu, eller så bröts skrivningen av, eller så har filen kapats.
ledger-note-recovered = Filen var skadad eller borta när aktkoll recover kördes: den gäller till och med byte { $bytes }, och { $by } har de hela rader som fanns efter det ({ $n }). Rader kan vara förlorade. Läggs den oskadade filen tillbaka räknas allt i den igen.
ledger-note-left = Programmet lämnade filen efter ett fel; den gäller till och med byte { $bytes }. Det som var sparat står också i en senare fil.
ledger-folder-foreign = Inget sparas här: mappen tillhör användare { $uid }, som skulle kunna ändra dina svar.
ledger-folder-planted = Inget sparas här: mappen är din och öppen för andra, och den här filen i den tillhör användare { $uid }.
ledger-folder-planted-hint = Läs filen. Flytta ut den ur svarsloggen och behåll den. Sedan stänger programmet mappen för andra.
ledger-folder-foreign-hint = Be den användaren, eller den som sköter datorn, att ta bort mappen. Programmet gör då en som är din.
ledger-note-writable = Andra än ägaren kan skriva här (rättigheter { $mode }), så det som är lagrat här kan ha ändrats av dem.
ledger-foreign = Filen tillhör användare { $found } och mappen användare { $owner }, så det är inte säkert att den är granskarens egen.
ledger-note-empty = Mappen är tom och tillhör användare { $owner }. Är det inte den här granskaren, ta bort den.
ledger-note-owner = Filen tillhör användare { $found }, men skrevs av användare { $recorded }.
file-unread = Det går inte att läsa filen ({ $cause }).
file-unwritten = Det gick inte att skriva filen ({ $cause }). Om det fanns en fil förut är den oförändrad.
file-special = Det är inte en vanlig fil.
file-large = Filen är större än { $most } byte.

## study: opening a study

study-gone = Mappen går inte att läsa ({ $cause }).
study-gone-hint = se efter om disken som den ligger på är ansluten
study-not-there = Det finns ingen sådan mapp.
study-not-there-hint = kontrollera sökvägen; en ny granskning skapas med: aktkoll new MAPP --protocol ID --cases FIL.csv
study-closed = Du har inte behörighet att öppna mappen.
study-closed-hint = be den som skapade granskningen att släppa in dig; en granskning för flera skapas med: aktkoll new MAPP --group GRUPP
study-not-a-study = Mappen är ingen granskning: den saknar filen study.toml.
study-is-file = Det är en fil. En granskning är en mapp.
study-not-a-study-hint = Skapa en med: aktkoll new MAPP --protocol ID --cases FIL.csv
study-settings = study.toml går inte att läsa: { $cause }
study-time-unknown = study.toml anger tiden { $time }, men protokollet har inga frågor för den.
study-times-none = Protokollet har inga frågor som upprepas. Ta bort raden times.
study-no-such-protocol = Det finns inget protokoll som heter { $name }.
study-no-such-protocol-hint = Ange en TOML-fil, eller något av: { $known }
study-exists = Mappen finns redan.
study-exists-hint = Välj en ny mapp: programmet skriver aldrig över något.
study-no-name = En granskning måste ha en mapp med ett namn.
study-unmade = Granskningen kunde inte skapas: { $cause }
study-no-such-group = Det finns ingen grupp som heter { $name } på den här datorn.
file-not-utf8 = Filen är inte text i formatet UTF-8: { $cause }

## keys: key names, actions, keymaps

key-none = (ingen tangent)
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
mode-summary = Sammandrag av ärendet
mode-tally = Sammanställningen
mode-list = Listor
mode-text = Textfält

action-answer-yes = svara Ja
action-answer-partly = svara Delvis
action-answer-no = svara Nej
action-answer-na = svara Ej aktuellt
action-answer-unknown = svara Framgår ej
action-clear = ta bort svaret
action-next = nästa obesvarade fråga, eller klarmarkera ärendet
action-save = spara texten
action-newline = ny rad
action-up = en rad uppåt
action-down = en rad nedåt
action-left = rulla en rad uppåt
action-right = rulla en rad nedåt
action-page-up = en sida uppåt
action-page-down = en sida nedåt
action-first = till den första raden
action-last = till den sista raden
action-previous-case = föregående ärende
action-next-case = nästa ärende
action-focus = växla mellan ärendelistan och frågorna
action-open = öppna
action-note = kommentera frågan
action-note-last = kommentera svaret som just gavs
action-note-case = kommentera ärendet
action-quote = skriv ett citat ur akten
action-unsure = märk det senaste svaret som osäkert
action-flag = sätt eller ta bort ett märke
action-bookmark = bokmärke: så långt är akten läst
action-undo = ångra
action-redo = gör om
action-gap = nästa lucka, eller nästa i den valda listan
action-find = sök ärende eller fråga
action-number = gå till fråga nummer
action-tallies = sammanställningen i helskärm
action-tallies-shown = visa ”Hittills”: alltid, efter ärendet, aldrig
action-view = visa sammanställningen per verksamhet eller per kön
action-history = frågans historik
action-add-entry = lägg till en post, till exempel ett barn till
action-remove-entry = ta bort posten; de som kommer efter flyttas upp
action-drop = märk att ärendet inte kan granskas, eller ta tillbaka det
action-take = ta över en kollegas ärende
action-marks = osäkra svar och märken
action-filter = visa alla ärenden, de som inte är klara, de med märken, eller en verksamhet
action-order = frågorna i protokollets eller handlingarnas ordning
action-palette = sök bland alla kommandon
action-help = hjälp
action-back = tillbaka
action-suspend = lägg programmet åt sidan och gå till kommandoraden
action-redraw = rita om skärmen
action-quit = avsluta

keys-column = Tangent
keys-help-column = Vad den gör

did-you-mean-key = menade du ”{ $name }”?
key-names = en tangent är ett tecken (j, C, å), ett namn (space, enter, esc, tab, backspace, up, pagedown, f1 …) eller ctrl- eller alt- framför
script-unknown-key = tangenten <{ $key }> finns inte
script-unclosed = ”<{ $text }” saknar sitt avslutande ”>”
script-unclosed-hint = skriv <enter>, <space> eller <paste:text>; tecknet < skrivs <lt>
keymap-unknown = tangentkartan ”{ $name }” finns inte
keymap-names = välj bland { $names }
keymap-toml = filen går inte att läsa som TOML: { $cause }
keymap-shape = skriv en rad per tangent under [code], [summary], [tally], [list], [text] eller [all], till exempel j = "answer yes"; andra tecken än a–z och siffror står inom citattecken: "å" = "undo"
keymap-unknown-mode = ”{ $name }” är inget läge
keymap-mode-hint = lägena är { $names }
keymap-unknown-key = ”{ $key }” är ingen tangent
keymap-digit = siffran { $key } är reserverad för svaren
keymap-digit-hint = välj en bokstav eller en namngiven tangent
keymap-typed = tecknet ”{ $key }” kan inte vara ett kommando här, eftersom det måste gå att skriva
keymap-typed-hint = i listor och texter, och i [all], går bara namngivna tangenter och ctrl- och alt- att använda
keymap-not-an-action = här ska namnet på en handling stå, inom citattecken
keymap-unknown-action = det finns ingen handling ”{ $name }”
keymap-action-hint = ”aktkoll keys” visar alla handlingar; "none" gör tangenten ledig
keymap-wrong-mode = ”{ $name }” gör ingenting i läget { $mode }
keymap-modes = det fungerar i { $names }
keymap-twice = samma tangent står på två ställen: ”{ $first }” ({ $one }) och ”{ $second }” ({ $other })
keymap-twice-hint = ta bort en av raderna
choice-key-bound = fråga { $question }: tangenten ”{ $key }” för svaret { $choice } betyder redan ”{ $action }” i tangentkartan
choice-key-shared = fråga { $question }: tangenten ”{ $key }” för svaret { $choice } hör också till { $other }
choice-key-hint = ge svaret en annan tangent (key) i protokollet, eller välj en annan tangentkarta med --keymap

## terminal: the terminal and the run loop

terminal-no-tty = programmet behöver en terminal, men { $stream } är inte det
terminal-no-tty-hint = kör det direkt i ett terminalfönster (över SSH: ssh -t). Utan terminal: ”aktkoll tally” och ”aktkoll list” skriver ut, ”aktkoll MAPP --keys TANGENTER --print” visar en skärm som text
terminal-failed = terminalen gick inte att ställa in: { $cause }
terminal-bug = Ett programfel avbröt granskningen. Allt som var sparat finns kvar. Felet uppstod här:
terminal-not-saved = det sista svaret sparades inte innan programmet avslutades
terminal-not-saved-hint = öppna granskningen igen och kontrollera fråga { $question } i ärende { $case }: svaret kan ändå ha hunnit till disken

## command: what the commands print

command-no-such-format = Kommandot kan inte skriva det formatet.
command-formats = formaten är { $names }
command-unwritten = Resultatet kunde inte skrivas: { $cause }
command-no-such-column = Det finns ingen kolumn som heter { $name }.
command-no-such-question = Det finns ingen fråga som heter { $name }.
command-uncounted = { $n ->
    [one] Ett svar räknas inte: ärendet hör till någon annan.
   *[other] { $n } svar räknas inte: ärendena hör till någon annan.
 }
command-uncounted-one = {"  "}{ $case_id } { $question }: { $answer } ({ $coder })
usage-other = { $cause }
new-made = { $dir }: { $cases ->
    [one] 1 ärende
   *[other] { $cases } ärenden
 }, { $questions ->
    [one] 1 fråga
   *[other] { $questions } frågor
 }.
new-others = {"  "}Behålls oförändrade: { $headers }
new-next = Fortsätt med: aktkoll { $dir }
import-no-coder = Det framgår inte vem som har svarat.
import-no-coder-hint = Lägg till --coder NAMN.
import-differs = { $case_id } har redan ett annat svar på { $question }: { $was }; i filen står { $is }.
import-differs-hint = Lägg till --replace för att använda filens svar i stället. Inget importerades.
import-done = { $n ->
    [one] 1 svar importerat
   *[other] { $n } svar importerade
 } för { $coder }; { $equal } fanns redan.
list-done = klart
list-begun = påbörjat
list-dropped = utgår
list-unasked = inga frågor
count-plain = { $n }
count-small = { $n } av { $of }
count-of = { $n } av { $of } ({ $pct } %)
verify-fork = Två olika rader har nummer { $seq } för { $place }; den som skrevs senast gäller, enligt sitt klockslag.
verify-strays = { $n ->
    [one] 1 rad gäller ett ärende, en fråga eller ett svar som granskningen inte har; den behålls men räknas inte.
   *[other] { $n } rader gäller ärenden, frågor eller svar som granskningen inte har; de behålls men räknas inte.
 }
verify-damaged = Svarsloggen är SKADAD. Spara en kopia av mappen som den är och jämför med en säkerhetskopia; aktkoll recover för över de hela raderna till nya filer.
verify-unread = Du saknar behörighet till en del av svarsloggen. Det som gick att läsa är oförändrat. Fråga den som äger den.
verify-misnamed = Ingen rad är skadad, men det finns rader i filer som inte läses för att de heter fel.
verify-foreign = Ingen rad är skadad, men filer tillhör inte de granskare vars svar de innehåller. Fråga granskarna om svaren är deras. Ett sigill visar om de är oförändrade.
verify-whole = Svarsloggen är hel: { $entries ->
    [one] 1 rad
   *[other] { $entries } rader
 } i { $segments ->
    [one] 1 fil
   *[other] { $segments } filer
 }, inget är ändrat.
protocol-right = { $name } har inga fel: { $n ->
    [one] 1 fråga
   *[other] { $n } frågor
 }.
protocol-questions = { $n ->
    [one] 1 fråga
   *[other] { $n } frågor
 }
protocol-list-how = Vad listan ska ha: aktkoll protocol show ID. Vilka som passar en lista: aktkoll protocol list --cases FIL
start-title = Vilken granskning?
start-demo = en påhittad granskning att prova
start-new = skapa en ny granskning
start-help = dokumentationen
start-spot = stickprovets resultat
start-closed = kan inte öppnas nu; ange mappen på kommandoraden för att se varför
start-how = Öppna en med: aktkoll MAPP. Prova på med: aktkoll demo. Ny: aktkoll new --help
start-page = Skriv namnet på en sida och tryck Retur (bara Retur går tillbaka):
start-choose = Skriv en siffra eller bokstav och tryck Retur (bara Retur avslutar):
start-none = Det finns inte i listan.
make-list = Filen med ärendena (CSV, XLSX eller ODS), i { $dir } eller med hela sökvägen (tom rad avbryter):
make-columns = Protokollet behöver en lista med ärendenummer och: { $columns }
make-again = Välj ett annat protokoll, eller rätta listan och ange dess fil igen.
make-no-file = Det finns ingen fil med det namnet.
make-protocol = Protokollet för { $list }: en siffra, eller filen med ett eget; en annan lista: dess fil (tom rad avbryter):
make-folder = { $cases } ärenden och { $questions } frågor. Namn på granskningens mapp (tom rad avbryter):
make-ended = Ingen granskning skapades.
path-ask = { $question } Tabb fyller i namn.
offer-id = ärendenummer
offer-needs = behöver: { $columns }
offer-fits = listan passar: { $columns }
offer-values = kolumner i listan: { $columns }; men inte värdena: { $cause }
offer-lacks = saknas i listan: { $columns }
offer-partly = i listan: { $has }; saknas: { $lacks }
offer-how = aktkoll protocol list --cases { $list } visar vad varje protokoll behöver, och vad listan har av det
path-none = Inget namn där börjar så.
waiting-done = { $done } av { $all } ärenden klara
waiting-own = { $n ->
    [one] 1 ärende kvar för dig
   *[other] { $n } ärenden kvar för dig
}
waiting-second = { $n ->
    [one] 1 ärende att dubbelgranska
   *[other] { $n } ärenden att dubbelgranska
}
waiting-spot = { $n ->
    [one] 1 ärende i ett stickprov
   *[other] { $n } ärenden i ett stickprov
}
waiting-differences = { $n ->
    [one] 1 skillnad att avgöra
   *[other] { $n } skillnader att avgöra
}
waiting-discussions = { $n ->
    [one] 1 öppen diskussion
   *[other] { $n } öppna diskussioner
}
demo-no-home = Systemet har ingen hemmapp att lägga provgranskningen i.
demo-where = Provgranskningen ligger i { $dir }
code-new-name = Ingen granskare i den här granskningen heter { $coder } ännu.
code-new-name-hint = Menade du --coder { $meant }? Är { $coder } någon ny, lägg till --yes.
code-new-name-ask = Ingen granskare i den här granskningen heter { $coder } ännu, men { $meant } finns. Är { $coder } någon ny? [j/N]
code-who = Inloggningen { $login } finns inte i planen. Vilken av granskarna i planen är du?
code-who-none = {"  "}0  ingen av dem: koda som { $login }
code-same-name = Namnet { $coder } används redan här av { $login } på { $host }.
code-same-name-hint = Välj ett annat namn med --coder, eller lägg till --yes om det var du.
code-also-open = Granskningen är öppen också på { $host }, sedan { $ts }. Båda sparas.
code-welcome = Välkommen. { $n ->
    [one] 1 ärende
   *[other] { $n } ärenden
 }. Svara med tangenten vid svaret; { $key } visar alla.
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
code-no-terminal = Ingen terminal. Granska i en terminal: aktkoll { $dir }
column-mean = medel
column-outside = { $answer } (utanför)
column-unanswered = obesvarade
column-not-known = ej avgjort
column-not-asked = ej ställd
tally-dropped = { $n ->
    [one] Ett ärende utgår och räknas inte.
   *[other] { $n } ärenden utgår och räknas inte.
 }
tally-unasked = { $n ->
    [one] Om ett ärende ställs inga frågor, och det räknas inte.
   *[other] Om { $n } ärenden ställs inga frågor, och de räknas inte.
 }
option-help = visa den här hjälpen
option-version = visa versionen
help-usage = Användning:
help-commands = Kommandon
help-arguments = Argument
help-options = Alternativ
help-optional = VAL
help-command = KOMMANDO
help-default = förval
help-general = Alternativ som alla kommandon har: aktkoll --help
value-study = GRANSKNING
value-size = STORLEK
value-round = OMGÅNG
value-lang = SPRÅK
value-keys = TANGENTER
value-keymap = TANGENTBORD
value-color = FÄRG
value-coder = NAMN
value-format = FORMAT
value-dir = MAPP
value-questions = FRÅGA
value-filter = VILLKOR
value-sheet = BLAD
value-seed = FRÖ
value-protocol = PROTOKOLL
value-out = MAPP
value-encoding = KODNING
value-column = NAMN=RUBRIK
value-by = KOLUMN
value-topic = SIDA
value-title = TITEL
value-times = TIDER
value-studies = GRANSKNING
value-shell = SKAL
value-pseudonymise = FIL
value-output = FIL
value-n = ANTAL
value-keep = KOLUMN
value-group = GRUPP
value-from-number = UPPGIFT
value-file = FIL
value-copy = KOPIA
value-cases = FIL
value-with = NAMN
value-unit = ENHET
value-totals = FIL
value-text = NUMMER
value-sizes = FIL
value-share = ANTAL|PROCENT
value-seal = SIGILL
value-required = PROCENT
value-replace = ÄRENDE
value-reference = NAMN
value-question = FRÅGA
value-phase = FAS
value-per = PER
value-more = ANTAL
value-missing = ORD
value-min-cell = ANTAL
value-engine = MOTOR
value-like = GRANSKNING
value-map = FRÅN=TILL
value-ignore = KOLUMN
value-gold-case = ÄRENDE
value-gold = ANTAL
value-frame = LISTA
value-codes = KODER
value-coders = NAMN
value-case = ÄRENDE
value-base = VILLKOR
value-after = DAGAR
value-add = ÄRENDE
man-written = { $n } manualsidor finns i { $dir }.
man-name = Namn
man-use = Användning
usage-unknown = Här finns inget argument { $argument }.
usage-new = kör bara aktkoll och välj att skapa en granskning: då frågas det efter allt; eller skriv: { $usage }. Mer: --help
usage-missing = Något saknas: { $argument }
usage-value = { $value } är inget giltigt värde för { $argument }.
usage-valueless = { $argument } behöver ett värde.
usage-unwanted = { $argument } tar inget värde: { $value }
usage-twice = { $argument } kan bara anges en gång.
usage-conflict = { $argument } går inte ihop med { $other }.
usage-unreadable = Ett argument är inte skrivet i UTF-8.
usage-value-known = Välj bland: { $known }
usage-neither = Det finns inget kommando { $argument } och ingen mapp med det namnet.
usage-command = Det finns inget kommando { $argument }.
usage-commands = kontrollera sökvägen; en ny granskning skapas med: aktkoll new. Alla kommandon: aktkoll --help
take-nothing = nej, bara titta
usage-hint = { $usage }. Mer: --help
cli = Granska akter med en tangent per svar. Börja med: aktkoll demo
option-study = granskningens mapp
option-lang = gränssnittets språk: sv eller en
option-coder = vem som granskar (standard: inloggningsnamnet)
option-round = vilken omgång du granskar: first, second, spot eller consensus
option-keymap = tangenter: default, sv, numpad, left-hand eller vim
option-view = bara titta, spara inget
option-accessible = visa allt rad för rad, för skärmläsare och punktskrift
option-whole_rows = skriv ändrade rader hela och märken som ord, för terminaler som läser upp
option-mouse = låt klick och mushjul gälla i granskningen
option-ascii = använd bara tecken som finns i alla terminaler
option-color = om färger ska användas: auto, always eller never
option-yes = svara ja i stället för att fråga
option-all_errors = visa alla fel, också där många är av samma slag
option-files = mapp med ärendenas filer, eller en JSON- eller JSONL-fil med poster, att läsa bredvid frågorna
option-files_id = var en post har ärendets id, till exempel /id (annars hittas det av sig självt)
option-files_text = var en post har en text, till exempel /messages; upprepa för fler (annars hittas den av sig själv)
option-files_key = nyckeln som --pseudonymise skrev, där filerna har namnen som ersattes
value-files = SÖKVÄG
value-files-id = PLATS
value-files-text = PLATS
value-files-key = FIL
option-keys = skicka de här tangenterna, till exempel 'jjn<enter>' (med --print)
option-print = skriv ut den sista skärmen som text och avsluta
option-size = storleken på den utskrivna skärmen
option-format = utdataformat: text eller json
cli-demo = öppna en påhittad granskning att prova
cli-demo-protocol = demo, demo_sv eller llm-review: påhittade samtal med en språkmodell, visade bredvid frågorna (standard: efter språket)
cli-new = skapa en granskning
cli-new-dir = mappen som ska skapas
cli-new-cases = ärendelistan: CSV, XLSX, ODS eller JSONL, eller flera filer
cli-new-title = granskningens titel (standard: protokollets)
cli-new-group = gruppen som ska komma åt mappen
cli-import = lägg till svar från annat håll, alla eller inga
cli-import-file = CSV-, XLSX- eller ODS-fil: kolumnerna ärende, fråga, svar, eller en rad per ärende och en kolumn per fråga
cli-import-replace = låt filens svar ersätta granskarens tidigare svar
cli-list = lista ärendena
cli-list-format = utdataformat: text eller json
cli-list-key_sheet = med en tom rad per ärende för diarienumret, att skriva ut
cli-tally = räkna svaren på frågor
cli-tally-format = utdataformat: text, json eller csv
cli-tally-questions = frågornas id (standard: alla)
cli-tally-by = dela upp efter kolumner; a,b korsar två; upprepa för fler uppdelningar
cli-tally-filter = bara ärenden där NYCKEL=A|B, NYCKEL!=A, NYCKEL>=N eller NYCKEL<=N; upprepa för att kombinera
cli-sql = skriv en sammanställning som SQL för en motor som räknar många granskningar på en gång: vyerna över mapparna, och siffror per verksamhet och kön som tally --format csv ger dem
cli-sql-studies = mapparna; för granskningar som ligger på annat håll ett mönster som motorn läser, till exempel s3://hink/2026/*
cli-sql-engine = motorn: duckdb, spark eller clickhouse
cli-sql-question = en fråga att räkna (standard: alla som ställs om ärenden); upprepa för fler
cli-sql-like = en granskning med det protokoll, de kolumner och den plan som de på annat håll har (standard: den första som finns här)
cli-count = räkna ärenden som uppfyller villkor; med villkor på en fråga per verksamhet eller på uppgiftslämnaren räknas uppgiftslämnare i stället
cli-count-filter = vilka ärenden: NYCKEL=A|B, NYCKEL!=A, NYCKEL>=N eller NYCKEL<=N; upprepa för att kombinera
cli-count-base = av vilka ärenden; upprepa för att kombinera
cli-count-by = dela upp efter kolumner; a,b korsar två; upprepa för fler uppdelningar
cli-verify = kontrollera varje rad i svarsloggen
cli-help = läs dokumentationen, eller hjälpen till ett kommando
cli-help-topic = sidan eller kommandot; utan det, alla sidor
cli-man = skriv ut manualsidan för programmet, eller spara dem för alla kommandon och ämnen
cli-man-out = spara alla i den här nya mappen
cli-completions = skriv ut det som ett skal behöver för att komplettera kommandon
cli-completions-shell = skalet: bash, zsh eller fish
page-handbook = handboken: planera, koda, kontrollera, dubbelgranska, rapportera
page-coding = koda: tangenter, sammanställningar, villkor, arbeta tillsammans
page-disks = diskar: vilka som behåller det som sparas
page-double-coding = dubbelgranskning, samstämmighet och stickprov
page-files = ärendenas filer, lästa bredvid frågorna
page-formats = inställningar, och andra programs filer
page-install = installera
page-judging = bedöma vad en språkmodell svarar
page-keys = alla tangenter
page-ledger = svarsloggen, rad för rad
page-lists-and-sampling = ärendelistor, urval och planer
page-protocol = skriva ett protokoll
page-report = rapporten, dispositionen, faktaavstämning och jämförelser
page-security = namn och nummer, rättigheter, säkerhetskopior och skador
page-statistics = hur siffrorna räknas ut
help-topics = Läs en sida: aktkoll help SIDA. Valen till ett kommando: aktkoll help KOMMANDO. På engelska: --lang en.
# Inga å, ä eller ö: less visar dem fel på sin sista rad.
pager-prompt = { $next } visar mer, { $quit } avslutar
help-unknown = Det finns ingen sida och inget kommando som heter ”{ $topic }”.
cli-verify-seal = ett sigill som är antecknat: det som förseglades ska vara som det var då
cli-seal = skriv ut varje granskares sigill, att anteckna på annat håll: verify --seal visar senare om det som förseglades har ändrats
cli-follow = gör en ny granskning som följer upp de behållna styrkorna och utvecklingsområdena, ett ärende för vart och ett i varje verksamhet
cli-follow-study = mappen med granskningen som ska följas upp
cli-follow-out = mappen för uppföljningen; den får inte finnas
cli-follow-group = gruppen som delar mappen
follow-title = Uppföljning: { $title }
follow-open = { $counted }, preliminärt
follow-strength = Styrka
follow-development = Utvecklingsområde
follow-none = Det finns inget att följa upp: ingen styrka och inget utvecklingsområde är behållet.
follow-none-hint = gå igenom förslagen: aktkoll { $study }, och där Styrkor och utvecklingsområden
follow-undecided = { $n ->
    [one] Ett förslag
   *[other] { $n } förslag
 } som ingen har gått igenom följs inte upp.
cli-recover = hämta varje hel rad ur skadade filer och säg vilka som är förlorade
cli-recover-out = en ny mapp för en återställd kopia; granskningen är kvar som den är
cli-backup = kopiera granskningen, även medan någon granskar; en gång till i samma mapp kopierar det som är nytt
cli-backup-dir = kopians mapp: en ny, eller en tidigare säkerhetskopia av granskningen
cli-generate = hitta på giltiga granskningar efter ett frö, att pröva motorer och datorer på, med det som svaren räknas till i truth.csv
cli-generate-protocol = id för ett inbyggt protokoll, eller en TOML-fil
cli-generate-study_count = antal granskningar
cli-generate-coder_count = antal som kodar varje granskning
cli-generate-case_count = antal ärenden i varje granskning
cli-generate-seed = det som allt följer av: samma frö ger samma filer
cli-generate-out = den nya mappen för granskningarna
value-study-count = ANTAL
value-coder-count = ANTAL
value-case-count = ANTAL
generate-questions = Svar på de här frågorna går inte att hitta på: { $questions }
generate-questions-hint = välj ett protokoll utan frågor som räknas ut, upprepas eller ställs en gång per verksamhet, till exempel demo
generate-done = { $dir } har { $studies ->
    [one] en granskning
   *[other] { $studies } granskningar
} med { $lines ->
    [one] en rad
   *[other] { $lines } rader
}, allt påhittat; { $file } säger vad de räknas till.
cli-bundle = packa granskningen i en fil att skicka, även under kodningen; attribut som är märkta private utelämnas
cli-bundle-output = paketets fil, som ska vara ny
cli-receive = packa upp en granskning som skickats, eller hämta in det nya till en kopia; allt kontrolleras först
cli-receive-bundle = paketets fil
cli-receive-out = mappen: en ny, eller en kopia av granskningen
cli-receive-seal = paketets sigill så som avsändaren uppgav det
value-bundle = FIL
bundle-done = { $file } innehåller granskningen: { $files ->
    [one] en fil med svar
   *[other] { $files } filer med svar
}, { $lines ->
    [one] en rad.
   *[other] { $lines } rader.
}
bundle-private = Utelämnat ur ärendelistan, för att det är privat: { $names }
bundle-drawn = "{ $name }" är privat, men ärendena drogs efter det: hur de drogs, och deras ordning, skulle tala om det.
bundle-was-open = "{ $name }" är privat nu men var det inte förut: svarsloggen har kontrollsumman av listan med alla värden, och ur den kan de räknas fram.
bundle-private-hint = skicka bara det som får lämnas ut, till exempel med export; inget skrevs
bundle-forked = Filen { $file } börjar som den som finns här, men säger sedan något annat: en av dem är ändrad.
bundle-forked-hint = jämför med granskarens sigill (aktkoll verify --seal); inget här ändrades
bundle-seal = Paketets sigill är { $seal }. Lämna det till mottagaren på ett annat sätt än filen; receive --seal kontrollerar det.
bundle-broken = Det här är inget paket, eller så är det avhugget på vägen.
bundle-again = be avsändaren om filen igen; inget skrevs
bundle-manifest = Paketets förteckning är inte som den skrevs.
bundle-newer = Paketet har formatet { $found }, som programmet inte känner.
bundle-newer-hint = installera ett nyare aktkoll; inget skrevs
bundle-name = Paketet nämner en fil som ingen granskning har, eller nämner den två gånger: { $name }
bundle-missing = Paketet saknar { $name }.
bundle-extra = Paketet innehåller { $name }, som inte finns i förteckningen.
bundle-large = Uppackat skulle paketet ta { $bytes } byte, mer än en granskning av dess storlek kan ha.
bundle-changed = { $name } är inte som den packades.
bundle-forged = Förteckningen stämmer inte med paketet ({ $what }): där står { $said }, men här finns { $found }.
bundle-head = Förteckningen stämmer inte med svaren i { $file }: bara det ena har { $lines ->
    [one] en rad
   *[other] { $lines } rader
} med slutet { $head }.
bundle-damaged = Svaren i paketet är inte hela: de ändrades innan de packades, eller så är paketet påhittat.
bundle-older = Paketet är äldre än det som finns här: det saknar rader av sina granskare som finns här, och har inget nytt.
bundle-older-hint = inget behöver göras, och inget ändrades; om något nytt var väntat, be avsändaren om ett nytt paket
bundle-other-seal = Paketets sigill är { $found }, inte { $told }.
bundle-other-seal-hint = stäm av sigillet med avsändaren: det kan vara ett annat paket, eller ett påhittat; inget skrevs
receive-new = { $dir } är granskningen: { $files ->
    [one] en fil med svar
   *[other] { $files } filer med svar
}, { $lines ->
    [one] en rad.
   *[other] { $lines } rader.
}
receive-same = Allt i paketet finns i { $dir }; inget ändrades.
receive-grown = { $lines ->
    [one] En rad är ny i { $dir }.
   *[other] { $lines } rader är nya i { $dir }.
}
receive-joined = { $lines ->
    [one] En rad är ny i { $dir }, bredvid det som skrivits här.
   *[other] { $lines } rader är nya i { $dir }, bredvid det som skrivits här.
}
receive-private = Avsändaren har utelämnat ur ärendelistan: { $names }
receive-seal = Paketets sigill är { $seal }: avsändaren kan säga om det är det rätta.
receive-busy = Någon annan skriver här just nu.
receive-busy-hint = kör samma kommando igen; det som redan kommit är kvar
receive-hint = ta emot det i en ny mapp; inget här ändrades
cli-selftest = pröva vad som garanteras i en mapp och vid den här terminalen, och vad som inte gör det
cli-selftest-dir = mappen där granskningar ska ligga
cli-selftest-format = format: text eller json
cli-settings = visa eller ändra det du har ställt in för alla granskningar: språk, tangenter, färger, takt
cli-settings-setting = inställningen: lang, keymap, theme eller pace
cli-settings-value = det nya värdet; - tar bort den
value-setting = NAMN
value-value = VÄRDE
cli-keys = visa vilken tangent som gör vad
cli-keys-markdown = som Markdown-tabell
cli-keys-card = som ett kort i A5 att skriva ut (HTML)
cli-protocol = lista, visa och kontrollera protokoll
cli-protocol-list = lista inbyggda protokoll
cli-protocol-list-cases = en ärendelista: visa vad den har av det som varje protokoll behöver
cli-protocol-show = visa ett protokoll som kodbok
cli-protocol-check = kontrollera en protokollfil
cli-protocol-check-format = utdataformat: bara text
option-protocol = id för ett inbyggt protokoll, eller en TOML-fil

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
condition-formula = { $formula }
condition-answered = { $name } är besvarad
condition-unanswered = { $name } inte är besvarad
screen-question-number = fråga { $n }
screen-progress = klara { $done } av { $all }
screen-age = { $from }–{ $to } år
screen-look-in = Se: { $documents }
screen-yes-is-bad = (Ja = brist)
screen-optional = (frivillig)
screen-derived = Räknas ut från { $from }.
screen-several = Flera svar kan ges
screen-goes-on = { $key } går vidare
screen-searches-answers = { $key } söker bland { $n } svar
screen-lists-answers = { $key } listar alla svar
screen-number = Tal{ $unit }
screen-number-between = Tal{ $unit }, från { $min } till { $max }
screen-number-least = Tal{ $unit }, minst { $min }
screen-number-most = Tal{ $unit }, högst { $max }
screen-date = Datum: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD
screen-text = Fritext
screen-enter-writes = { $key }: skriv svaret
screen-nothing-on-offer = Ställs inte: som de andra svaren är finns inget svar att välja.
screen-choice-not-on-offer = { $choice } går inte att välja här: bara om { $condition }.
screen-asked-only-if = ställs bara om { $condition }
screen-saved = Sparat
screen-saving = sparar …
screen-saving-for = sparar … { $n } s
screen-colleague = { $coder }s ärende
screen-view-only = öppnad för visning
screen-read-only = Granskningen är öppnad för visning: inget sparas.
screen-viewing = Inget sparas här.
screen-not-saved = EJ SPARAT: { $value } i { $case_id }. { $key } försöker igen, { $key_quit } avslutar. { $cause }
screen-keys-dropped = { $n ->
    [one] En tryckning togs inte emot: svaret håller på att sparas. Tryck igen när det står Sparat.
   *[other] { $n } tryckningar togs inte emot: svaret håller på att sparas. Tryck igen när det står Sparat.
 }
screen-offer = { $n ->
    [one] 1 { $keys } till: { $key } tar den, { $key_back } släpper den.
   *[other] { $n } { $keys } till: { $key } tar dem, { $key_back } släpper dem.
 }
screen-offer-mixed = { $n } tryckningar väntar ({ $keys }). { $key } använder dem, { $key_back } kastar dem.
screen-offer-left = { $n ->
    [one] 1 tangent blev över och togs inte.
   *[other] { $n } tangenter blev över och togs inte.
 }
screen-unheard = Terminalen har börjat sända något som inte tar slut. Tangenter hörs efter några sekunders tystnad, eller när du trycker { $key }.
screen-unheard-yet = Det här kan terminalen ha sänt. Det som trycks hörs efter några sekunders tystnad; { $key } kastar det.
screen-unheard-long = Terminalen sände något som var för långt. Det togs inte emot.
screen-unheard-key = Det som trycktes togs inte emot: det kan ha kommit från terminalen. Tryck igen.
screen-unreadable = Ett tecken gick inte att läsa och togs inte med: terminalen sänder inte den teckenkodning som LANG och LC_ALL anger.
screen-too-small = Frågan och dess svar syns inte i sin helhet. Gör fönstret större, eller rulla fram resten med { $key }.
screen-unknown-key = { $key } gör inget här. { $key_help } visar tangenterna.
screen-in-cases = Du är i ärendelistan. { $key } går till frågorna.
screen-role-not-offered = { $role } går inte att svara här. Välj bland { $offered }.
screen-not-asked = Frågan ställs inte i det här ärendet.
screen-not-known = Frågan väntar på svaret på en tidigare fråga.
screen-nothing-to-clear = Det finns inget svar att ta bort.
screen-nothing-to-undo = Det finns inget att ångra.
screen-nothing-to-redo = Det finns inget att göra om.
screen-changed-since = Någon har ändrat det här efteråt: inget ångrades. Se historiken ({ $key }).
screen-undone = Ångrat: { $what }, { $place }
screen-redone = Gjort om: { $what }, { $place }
op-answer = svar
op-note = kommentar
op-quote = citat
op-flag = märke
op-done = klart
op-take = övertagande
op-drop = kan inte granskas
op-bookmark = bokmärke
save-recovered = Sparat, men i en ny fil: { $cause } Meddela den som sköter servern.
tally-rounding = Andelarna är avrundade var för sig och blir därför inte alltid 100 tillsammans.
screen-text-gone = Texten som raden började med har tagits bort i ett annat fönster och ingår inte längre. Läs det som är kvar innan du sparar.
screen-refused = Inte sparat: { $cause }
cases-units-many = Kolumnen för verksamhet har { $n } olika värden. Gränsen är { $most }.
cases-units-many-hint = kontrollera att det är rätt kolumn
screen-place = { $case_id } fråga { $n }
screen-unsure-what = Ge ett svar först och märk det sedan.
screen-note-what = Ge ett svar först. { $key } kommenterar den öppna frågan.
screen-all-done = Alla dina ärenden är klara. Nästa: { $next }.
ahead-blind = Alla dina ärenden i den här omgången är klara. { $key } och ”omgång” går tillbaka till den vanliga granskningen: där finns skillnaderna ({ $key_differences }), samstämmigheten ({ $key_agreement }) och rapporten.
ahead-second = { $n ->
    [one] 1 ärende att dubbelgranska
   *[other] { $n } ärenden att dubbelgranska
  } ({ $key } och ”omgång”)
ahead-spot = { $n ->
    [one] 1 ärende i ett stickprov
   *[other] { $n } ärenden i ett stickprov
  } ({ $key })
ahead-differences = { $n ->
    [one] 1 skillnad att avgöra
   *[other] { $n } skillnader att avgöra
  } ({ $key })
ahead-discussions = { $n ->
    [one] 1 öppen diskussion
   *[other] { $n } öppna diskussioner
  } ({ $key })
ahead-report = rapporten ({ $key } och ”report”)
ahead-draft = rapporten, preliminär så länge { $n ->
    [one] ett ärende
   *[other] { $n } ärenden
  } är kvar hos andra ({ $key } och ”report”)
entry-of = { $label } { $n } av { $all }
entry-of-more = { $label } { $n } av { $all }, varav { $max } kan kodas
entry-none = Här finns ingen post: gå till en av posternas frågor.
entry-fixed = Hur många poster det finns följer av andra svar, eller är lika för alla ärenden.
entry-most = Det kan finnas högst { $max }. Behövs fler, höj "max" för frågan "{ $question }" i protokollet: alla svar är kvar.
entry-which = Gå till posten som ska tas bort.
entry-noted = En kommentar, ett citat eller en markering vid "{ $text }" skulle då hamna hos en annan post. Ta bort den först.
entry-added = { $label } { $n } har lagts till.
entry-removed = Borttagen. { $label }: { $n } kvar.
screen-no-gaps = Det finns inga luckor i de ärenden du har börjat på.
screen-blind = Visas inte i dubbelgranskning och stickprov: där ingår andras svar.
blind-hint = räkna utan --round när omgången är klar
blind-withheld = { $n ->
    [one] Ett ärende som du ska koda blint är inte med förrän du har kodat klart det.
   *[other] { $n } ärenden som du ska koda blint är inte med förrän du har kodat klart dem.
}
blind-withheld-how = Koda dem med: { $commands }
blind-unfinished = { $n ->
    [one] Under din inloggning är ett ärende kvar att koda blint ({ $who }): det skulle saknas här
   *[other] Under din inloggning är { $n } ärenden kvar att koda blint ({ $who }): de skulle saknas här
}
blind-unfinished-how = koda dem först: { $commands }. Ett utkast kan göras redan nu av någon som inte ska koda dem, till exempel den som leder granskningen, under sin egen inloggning.
blind-unfinished-by = koda dem först: { $commands }. Ett utkast kan göras redan nu av { $names }, som har kodat klart sina, eller av någon som inte ska koda dem.
blind-unfinished-hint = koda klart dem först, med --round second eller --round spot, eller be någon som inte ska koda dem
screen-withheld = Ska kodas blint: öppna granskningen med --coder { $coder } --round second, eller --round spot för stickprov.
screen-second-own = Ärendet är ditt i första omgången. Bara en kollega kan dubbelgranska det.
list-withheld = ska kodas blint
screen-order-file = Frågorna visas i protokollets ordning.
screen-order-documents = Frågorna visas i handlingarnas ordning.
screen-tallies-always = Sammanställningen visas alltid.
screen-tallies-after-case = Sammanställningen visas när ett ärende blir klart.
screen-tallies-never = Sammanställningen är dold. { $key } öppnar den.
screen-by-sex = Sammanställningen visas per kön; { $key } visar den.
screen-by-unit = Sammanställningen visas per verksamhet; { $key } visar den.
screen-already-yours = Ärendet är redan ditt, eller inte påbörjat av någon.
screen-taken = Du har tagit över { $case_id }.
screen-taken-from-you = { $coder } har börjat på ärendet eller tagit över det. Ta över det först.
reloaded = En kollegas rader sparades aldrig, eller en text togs bort. Alla svar har lästs in på nytt.
screen-no-marks = Det finns inga osäkra svar och inga märken.
screen-no-such-cases = Inga ärenden passar.
screen-nothing-found = Inget hittades.
screen-no-such-number = Skriv ett tal från 1 till { $n }.
screen-last-case = Det här är listans sista ärende.
screen-first-case = Det här är listans första ärende.
screen-bookmark = Läst till: { $text }
screen-write-instead = Frågan besvaras med text eller tal: tryck { $key }, eller börja skriva en siffra.
screen-pasted = Inklistrad text tas inte som svar. Inget ändrades.
screen-text-kept = Den här texten hann inte sparas sist. { $key } sparar den, { $key_back } kastar den.
screen-unsaved-text = Texten är inte sparad. { $key } sparar, { $key_back } en gång till kastar den.
screen-no-words = ”{ $text }” är inga ord. Skriv några, eller lämna raden tom.
screen-too-long = Gränsen här är { $n } tecken.
round-second = dubbelgranskning
round-spot = stickprov
round-consensus = gemensamt svar
tally-so-far-closed = Hittills, fråga { $n } ({ $closed } visas inte)
tally-so-far = Hittills, fråga { $n }
table-share = Andel %
table-count = Antal
table-rest = Övriga (ingen av raderna)
tally-cases-with = Ärenden med någon
tally-entries = { $label }: { $n ->
    [one] 1 post
   *[other] { $n } poster
  } i { $cases ->
    [one] 1 ärende
   *[other] { $cases } ärenden
  }
tally-total = Totalt
tally-base = Underlag
tally-base-of = underlag { $n }
tally-answered = { $n ->
    [one] { $n } besvarad
   *[other] { $n } besvarade
 }
tally-number = { $n ->
    [one] { $n } besvarad, medel { $mean }, från { $min } till { $max }
   *[other] { $n } besvarade, medel { $mean }, från { $min } till { $max }
 }
tally-years = { $n ->
    [one] { $n } besvarad, från { $min } till { $max }
   *[other] { $n } besvarade, från { $min } till { $max }
 }
tally-outside = Utanför underlaget: ej ställd{"\u00A0"}{ $not_asked }, ej avgjort{"\u00A0"}{ $not_known }, räknas ej{"\u00A0"}{ $na }, obesvarad{"\u00A0"}{ $unanswered }.
tally-several = Flera svar kan ges, så summan kan överstiga underlaget.
table-overlap = Ett ärende kan stå i flera av raderna, så summan kan överstiga underlaget.
screen-finish-gaps = { $n ->
    [one] En fråga är obesvarad.
   *[other] { $n } frågor är obesvarade.
 } { $key } igen klarmarkerar ändå; { $key_open } öppnar den första.
screen-closing-page = På den här sidan ges inga svar. { $key_open } öppnar frågan på den markerade raden, { $key } klarmarkerar ärendet.
summary-answered = { $asked ->
    [one] { $answered } av { $asked } besvarad
   *[other] { $answered } av { $asked } besvarade
  }
summary-gaps = { $n ->
    [one] 1 lucka
   *[other] { $n } luckor
 }
summary-unsure = { $n ->
    [one] 1 osäkert svar
   *[other] { $n } osäkra svar
 }
summary-unexplained = { $n ->
    [one] 1 skäl saknas
   *[other] { $n } skäl saknas
 }
summary-check = Kontrollera: { $message }
screen-dropped = Inga svar: ärendet kan inte granskas. { $key } tar tillbaka det.
screen-restored = { $case_id } kan granskas igen.
screen-dropped-now = { $case_id } utgår: ”{ $reason }”. { $key } ångrar.
summary-dropped = Kan inte granskas: { $reason }
summary-gap = LUCKA
summary-explain = {" "}(skriv skäl)
history-none = Frågan har inte besvarats.
history-nothing = inget
history-line = { $at }  { $coder }: { $value } (förut: { $was })
history-note = { $at }  { $coder }: { $of ->
    [case] kommentar till ärendet
   *[question] kommentar
  }: { $text }
history-note-gone = { $at }  { $coder }: tog bort sin kommentar
history-undo = (ångrat)
history-evidence = { $at }  { $coder }: { $set ->
    [no] tog bort belägg
   *[yes] belägg
  }: { $place }
evidence-line = { $named ->
    [no] handling { $document }
   *[yes] { $document }
  }, rad { $line }
evidence-lines = { $named ->
    [no] handling { $document }
   *[yes] { $document }
  }, rad { $first }–{ $last }
help-marks = Tecken
legend-untouched = ett ärende som ingen har börjat på
legend-begun = ett påbörjat ärende, med hur många av frågorna som är besvarade
legend-done = ett klart ärende; ett valt svar
legend-colleague = en kollegas ärende
legend-dropped = ett ärende som inte kan granskas
legend-unsure = ett svar som granskaren är osäker på; ett citat som kan innehålla namn
legend-note = en kommentar eller ett citat
legend-flag = ett märke: diskutera, gott exempel eller meddela chefen
legend-here = här är du
legend-cursor = här står pilarna i ärendelistan
legend-less = fler rader ovanför, och hur många
legend-more = fler rader nedanför, och hur många
legend-unasked = frågan ställs inte, eller underlaget är noll
legend-cut = texten är längre än platsen
help-digits = Siffrorna betyder detsamma i alla ja- och nejfrågor: 1{"\u00A0"}ja, 2{"\u00A0"}delvis, 3{"\u00A0"}nej, 0{"\u00A0"}ej{"\u00A0"}aktuellt, 9{"\u00A0"}framgår{"\u00A0"}ej. På andra skalor räknar de svaren uppifrån. ”Sparat” visas först när svaret ligger på disken.
purpose-answer = Svara och ångra
purpose-move = Flytta sig och hitta
purpose-write = Skriva och märka
purpose-read = Läsa akten
purpose-look = Se hur det står
purpose-agree = Komma överens och rapportera
purpose-program = Programmet
help-search = Skriv ett ord för att söka bland allt det här.
keys-card = aktkoll: tangenterna
flag-unsure = osäker
flag-discuss = diskutera
flag-example = gott exempel
flag-manager = meddela chefen
take-ill = kollegan är sjuk eller borta
take-biased = kollegan är jävig
take-other = annat skäl
show-all = alla ärenden
show-mine = mina och de som ingen har börjat på
show-open = ärenden som inte är klara
show-flagged = ärenden med märken
title-summary = Hela ärendet
title-closed = { $title }, utan { $n ->
    [one] det ärende
   *[other] de { $n } ärenden
 } som du ska koda blint
title-doubtful = { $title } – osäkert
title-incomplete = { $title } – ofullständigt
title-tally = Sammanställningen
title-help = Tangenter
title-flag = Märk fråga { $n }
title-take-closed = Du ska koda { $coder }s ärende blint. Tas det över blir det inte dubbelgranskat.
title-take = Det här är { $coder }s ärende. Ta över det?
title-show = Vilka ärenden?
title-marks = Osäkra svar och märken
title-find = Sök:
title-find-answer = Svar på fråga { $n }:
title-palette = Sök kommando:
title-answer = Svar
title-number = Gå till fråga nummer
title-history = Svarens historik, fråga { $n }: { $text }
title-quote = Citat ur akten. Byt namn mot X.
title-bookmark = Hur långt har du läst i akten? Inga namn.
title-drop = Varför kan ärendet inte granskas? Inga namn.
title-note = Kommentar till fråga { $n } (inga namn): { $text }
title-note-last = Kommentar till fråga { $n }, som du just svarade på (inga namn): { $text }
title-note-case = Kommentar till { $case_id }. Inga namn.
footer-next = nästa
footer-note = kommentar
footer-note-last = kommentar { $n }
footer-unsure = osäker
footer-undo = ångra
footer-find = sök
footer-tally = sammanställning
footer-help = hjälp
footer-quit = avsluta
footer-spot = stickprovet
footer-there = till frågan
footer-first = till första kodningen
footer-finish = klart, nästa
footer-go = gå dit
footer-gap = nästa lucka
footer-skip-tour = hoppa över
footer-step-back = ett steg tillbaka
footer-done = klart
footer-back = tillbaka
footer-view = verksamhet/kön
footer-choose = välj
footer-save = spara
footer-newline = ny rad
footer-run = kör

## exchange: conditions of other programs

cli-protocol-import = gör ett protokoll av ett formulär i XLSForm eller REDCap
cli-protocol-import-file = formuläret: XLSForm (.xlsx, .xls, .csv, .md) eller REDCaps datakatalog (.csv)
cli-protocol-import-output = filen som protokollet skrivs till (standard: skärmen)
cli-protocol-import-lenient = hoppa över det som inte går att föra över, i stället för att avbryta
cli-protocol-import-strict = avbryt för allt som annars skulle utelämnas
cli-protocol-export = gör ett formulär i XLSForm eller REDCap av ett protokoll
cli-protocol-export-format = xlsx, csv eller md (XLSForm), eller redcap (standard för .xlsx och .md: efter filens ändelse)
cli-protocol-export-output = filen som formuläret skrivs till (standard: skärmen)
exchange-lost = { $n ->
    [one] En sak går inte att föra över.
   *[other] { $n } saker går inte att föra över.
  } Inget har skrivits.
exchange-lost-hint = ändra i formuläret, eller kör igen med --lenient för att hoppa över det som listas ovan
exchange-strict-hint = ändra i formuläret, eller kör igen utan --strict
exchange-left-out = { $n ->
    [one] En sak följde inte med.
   *[other] { $n } saker följde inte med.
  }
exchange-read = Protokollet "{ $name }" har { $n ->
    [one] en fråga.
   *[other] { $n } frågor.
  }
exchange-written = Skrev { $file }.
exchange-format = Ange i vilket format protokollet ska skrivas.
exchange-format-hint = skriv --format xlsx, csv, md eller redcap, eller ett filnamn som slutar på .xlsx eller .md
exchange-output = Ett kalkylblad kan inte visas i terminalen.
exchange-output-hint = ange en fil: -o formular.xlsx
file-exists = Filen finns redan och ändras inte.
file-exists-hint = välj ett annat namn, eller ta bort filen först
exchange-never = Villkoret kan aldrig vara uppfyllt.
exchange-choices-many-hint = dela listan i formuläret, eller fråga med fritext
exchange-too-many-alternatives = Villkoret har för många "eller" för att skrivas som ett villkor här. Dela upp frågan eller förenkla villkoret.
exchange-unreadable = Filen går inte att läsa eller skriva som kalkylblad: { $cause }
formula-unexpected = "{ $found }" hör inte hemma här.
formula-hint = skriv fält som {"$"}{"{"}id{"}"}, texter som 'text' och funktioner som round({"$"}{"{"}id{"}"}, 1)
formula-deep = Formeln är för lång, eller har för många parenteser i varandra.
formula-function = Det finns ingen funktion "{ $name }" i formler.
formula-arguments = "{ $name }" tar inte { $count } argument.
formula-regex = Mönstret "{ $pattern }" går inte att läsa.
exchange-repeats = Varje plats i en upprepning blir egna frågor: { $names }
exchange-times = Frågorna som ställs vid flera tidpunkter är inte längre lika för alla tidpunkter i formuläret. Varje tidpunkt blir en egen fråga.
exchange-dates = Ofullständiga datum (bara år, eller år och månad) går inte att svara i formuläret: { $names }.
exchange-computed = Formuläret räknar inte ut svaren: { $names }. De räknas ut när formuläret läses in här.

## xlsform: forms of ODK, Kobo and others

xlsform-column-twice = Kolumnen betyder { $name }, precis som "{ $other }". Ta bort den ena.
xlsform-column-missing = Bladet har ingen kolumn "{ $name }".
xlsform-filter-column = Svarsfiltret nämner { $name }, som inte är någon kolumn hos svaren.
xlsform-choices-never = { $question }: de här svaren går aldrig att välja i formuläret och har utelämnats: { $names }
xlsform-column-lost = Innehållet i kolumnen { $name } går inte att föra över.
xlsform-look-for = Rad { $row }: ”{ $text }” är inget att leta efter. Det utelämnas.
xlsform-column-ignored = Kolumnen "{ $name }" på bladet { $sheet } förs inte över.
xlsform-sheet-ignored = Bladet "{ $name }" förs inte över.
xlsform-survey = Filen saknar bladet "survey" och är därför inget XLSForm.
xlsform-survey-hint = ange ett XLSForm (.xlsx, .xls, .csv eller .md) eller REDCaps datakatalog (.csv)
xlsform-language = Texterna är på { $name }. De på { $others } följer inte med; default_language i formuläret avgör.
xlsform-language-missing = Formuläret finns inte på "{ $tag }". Texterna är på { $name }.
xlsform-language-unknown = Språket "{ $name }" är varken svenska eller engelska. Protokollet får språket "{ $tag }"; ändra language om det är fel.
xlsform-language-none = Formuläret säger inte vilket språk det är på. Protokollet får språket "{ $tag }"; ändra language om det är fel.
xlsform-text-missing = En text saknas på det valda språket och tas från { $title } (bladet { $sheet }, rad { $rows }).
xlsform-setting-made = Formuläret anger inte { $name } på bladet settings. Protokollet får "{ $value }".
xlsform-choice-name = Ett svar i listan "{ $name }" saknar namn (name).
xlsform-choice-twice = Svaret "{ $name }" står två gånger i listan "{ $list }".
xlsform-list-unknown = Listan "{ $name }" finns inte på bladet choices.
xlsform-list = Listan "{ $name }" ger svaren { $choices }.
xlsform-areas = Områden: { $names }.
xlsform-required-none = Formuläret anger inte vilka frågor som måste besvaras. Alla räknas därför med.
xlsform-required = Om frågan måste besvaras beror i formuläret på ett villkor. Här måste den besvaras så snart den ställs (rad { $rows }).
xlsform-label-missing = Frågor utan text får sitt namn som text (rad { $rows }).
xlsform-reference-entry = { $question } nämner { $name }, som besvaras för varje post i en upprepning; … står i stället.
xlsform-reference = Texten nämner { $name }, som inte är någon fråga här; … står i stället.
xlsform-disabled = Rad { $row } är avstängd (disabled) och förs inte över.
xlsform-type-missing = Raden har ingen typ.
xlsform-type-unknown = Typen "{ $name }" finns inte.
xlsform-type-lost = Frågor av typen "{ $name }" går inte att föra över.
xlsform-end = En grupp avslutas här, men ingen är öppnad.
xlsform-open = Gruppen avslutas aldrig.
xlsform-kind-left = Typen "{ $name }" går inte att besvara i en terminal. { $n } av formulärets rader utelämnas: rad { $rows }.
xlsform-default = Ett förvalt värde är inget svar här: frågorna är obesvarade från början (rad { $rows }).
xlsform-column-told = Kolumnen "{ $name }" förs inte över (rad { $rows }).
xlsform-media = Filerna i kolumnen "{ $name }" visas inte (rad { $rows }).
xlsform-moment = Frågor av typen "{ $name }" besvaras med fritext (rad { $rows }).
xlsform-step = Stegen i ett intervall (range) prövas inte (rad { $rows }).
xlsform-id-made = Rad { $row }: "{ $name }" får id "{ $id }".
xlsform-computed = "{ $name }" räknas ut: { $formula }
xlsform-computed-none = Beräknade rader utan svar i sig som inget bygger på ({ $n }): rad { $rows }. De utelämnas.
xlsform-computed-left = Beräkningar utan svar i sig som inte går att räkna ut här utelämnas ({ $n }): rad { $rows }.
xlsform-day-noted = Dagen som en enhet noterar räknas som svarets dag ({ $n }): rad { $rows }.
xlsform-meta = Rader av typen "{ $name }" utelämnas ({ $n }): rad { $rows }. Vem som svarar och när står i svarsloggen.
xlsform-integers = Heltal i formuläret, här tal som även får ha decimaler: { $names }.
xlsform-repeat-nested = Upprepningen "{ $name }" ligger i en annan upprepning. Här ställs dess frågor en gång om varje post i den.
xlsform-repeat-loop = Gruppen ställs en gång för varje svar i en lista. Här ställs dess frågor bara en gång.
xlsform-repeat-count = Antalet poster, "{ $count }", går inte att tolka: det kan vara en fråga om ett tal eller ett helt tal. Här ställs frågorna bara en gång.
xlsform-repeat-outside = Villkoret gäller "{ $name }", som ställs om varje post i en upprepning, men säger inte vilken.
xlsform-repeat-most = { $name }: upp till { $most } poster kan kodas. Behövs fler, höj "max" i frågan "{ $question }".
xlsform-repeat-asked = { $name }: en fråga om hur många det finns har lagts till, eftersom formuläret inte har någon.
xlsform-note = Texten på rad { $row } blir vägledning till nästa fråga.
xlsform-note-when = En text som bara visas under ett villkor går inte att föra över.
xlsform-note-last = Texter efter den sista frågan visas med den (rad { $rows }).
xlsform-name-missing = Raden har inget namn (name).
xlsform-name-twice = Namnet "{ $name }" står två gånger i samma grupp.
xlsform-field-unknown = Uttrycket nämner "{ $name }", som inte finns i formuläret.
xlsform-field-lost = Uttrycket nämner "{ $name }", som inte går att föra över.
xlsform-derived = Kolumnen aktkoll_derived går inte att läsa. Frågan följer inte med.
xlsform-statement = Kolumnen aktkoll_statement går inte att läsa. Meningarna följer inte med.
xlsform-own-tables = Rapportens tabeller (aktkoll_tables) passar inte längre till formuläret.
xlsform-own-derived = Det som aktkoll_derived säger passar inte längre till formuläret. De uträknade frågorna blir vanliga frågor.

## REDCap
redcap-header = Filen har inte rubrikerna i en REDCap-ordbok (data dictionary).
redcap-header-hint = den börjar med "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label"; hämta ordboken på nytt ur REDCap
redcap-none = Ordboken har inget fält som kan bli en fråga.
redcap-mapped-frame = Ordboken beskriver inte själva protokollet: id "{ $id }" och titel "{ $title }" tas från filens namn, version "{ $version }".
redcap-mapped-record = Fältet { $field } är ärendets id och blir ingen fråga.
redcap-mapped-look = Kolumnen ”{ $column }” säger bara hur formuläret ser ut. Den sparas till exporten.
redcap-mapped-integer = Heltal i REDCap; här får de ha decimaler: { $rows }.
redcap-mapped-slider = Skjutreglage blir tal från { $min } till { $max }, med sina ord som vägledning: { $rows }.
redcap-mapped-column = Kolumnen ”{ $column }” hör inte till en data dictionary från REDCap. Den utelämnas.
redcap-mapped-text = Texter utan fråga blir vägledning till nästa fråga: { $rows }.
redcap-mapped-text-when = Texter som REDCap visar på ett villkor visas alltid här, som vägledning till nästa fråga: { $rows }.
redcap-mapped-hidden = Dolt i REDCap, men villkor eller beräkningar beror på det, så här ställs frågan: { $rows }.
redcap-mapped-identifier = Märkta som identifierande i REDCap. De behålls, eftersom de inte rymmer namn: { $rows }.
redcap-mapped-action = { $tag } sparas till exporten men gör inget här: { $rows }.
redcap-mapped-validation = Fritext här, eftersom formatet ”{ $found }” inte kontrolleras: { $rows }.
redcap-mapped-bound = Gränsen ”{ $found }” sparas till exporten men kontrolleras inte: { $rows }.
redcap-mapped-piping = Texten innehåller ett svar i REDCap. Här visar den fältets namn: { $rows }.
redcap-left-identifier = Utelämnas, eftersom de är märkta som identifierande och kan rymma namn eller personnummer: { $rows }.
redcap-left-type = Utelämnas, eftersom fält av typen ”{ $found }” inte kan kodas: { $rows }.
redcap-left-calc = Utelämnas, eftersom beräkningen inte är en summa av tal före den; den sparas till exporten: { $rows }.
redcap-left-never = Utelämnas, eftersom deras villkor aldrig kan uppfyllas: { $rows }.
redcap-left-hidden = Utelämnas, eftersom de är dolda i REDCap och inget beror på dem: { $rows }.
redcap-day-early = { $text }: tidigare än { $day }.
redcap-day-late = { $text }: senare än { $day }.
redcap-mapped-choices = { $field }: { $choices }
redcap-lost-type = Fältet { $field }: typen "{ $found }" (kolumnen "{ $column }") kan inte bli en fråga.
redcap-lost-name = "{ $found }" (kolumnen "{ $column }") kan inte vara ett variabelnamn.
redcap-lost-twice = Variabeln { $found } finns redan (kolumnen "{ $column }").
redcap-lost-tag = Fältet { $field }: märket @AKTKOLL (kolumnen "{ $column }") går inte att läsa.
redcap-lost-choices = Fältet { $field }: svaren "{ $found }" (kolumnen "{ $column }") går inte att läsa.
redcap-lost-logic = Fältet { $field }: villkoret "{ $found }" (kolumnen "{ $column }") kan inte skrivas här.
redcap-lost-after = Kontrollerna och rapportens tabeller (@AKTKOLL_AFTER) passar inte längre till fälten.
redcap-lost-own = Det som märkena @AKTKOLL säger passar inte längre till fälten.
redcap-choice-comma = i "{ $found }" saknas kommat mellan kod och svar: 1, Ja | 2, Nej
redcap-choice-code = koden "{ $found }" står två gånger eller kan inte vara en kod
redcap-choice-none = det finns inga svar; skriv dem som 1, Ja | 2, Nej
redcap-logic-form = skriv som [fält] = '1' and ([annat] = '2' or [tal] > 5)
redcap-logic-event = ett villkor kan inte gälla ett annat tillfälle
redcap-logic-arithmetic = "{ $found }" går inte att räkna med i ett villkor
redcap-logic-function = "{ $found }" går inte att använda i ett villkor
redcap-logic-field = "{ $found }" är inget fält som har blivit en fråga
redcap-logic-checkbox = { $found } är en kryssfråga: skriv [{ $found }(kod)] = '1' eller '0'
redcap-logic-code = { $field } har inget svar med koden "{ $found }"
redcap-filtered = REDCap visar alla svar på de här frågorna, vad som än har svarats tidigare: { $names }. När formuläret läses in här är de möjliga att välja som förut.
redcap-formula = REDCap ställer de här frågorna oftare, utan det som en formel säger om dem: { $names }. När ordboken läses in här ställs de som förut.
redcap-roundtrip-all = Ordboken går inte att läsa tillbaka.
redcap-roundtrip-question = Frågan { $id } ändras när ordboken läses tillbaka.
redcap-roundtrip-frame = Uppgifterna om hela protokollet ändras när ordboken läses tillbaka.

## rules: coding rules

action-rule = frågans regler: skriv en ny, eller se över ärenden
op-rule = regel
terminal-not-saved-rule = öppna granskningen igen och se efter på fråga { $question }: regeln eller stavningen kan ändå ha hunnit till disken
screen-rule = Regel ({ $coder } { $date }):
screen-look-again = Svaret gavs före den senaste regeln. Om svaret står fast: ge det igen.
screen-rule-binds = { $n ->
    [0] Regeln kommer att gälla för alla granskare.
    [one] Regeln kommer att gälla för alla granskare, och ärendet som har ett svar behöver ses över.
   *[other] Regeln kommer att gälla för alla granskare, och de { $n } ärenden som har svar behöver ses över.
 } { $key } igen sparar den.
screen-rule-withdraws = Regeln tas bort för alla granskare. { $key } igen tar bort den.
screen-rule-saved = Regeln är sparad. Den syns för alla granskare.
screen-rule-again = { $n ->
    [one] Regeln är sparad. Ett ärende är kodat före den.
   *[other] Regeln är sparad. { $n } ärenden är kodade före den.
 }
screen-rule-of-other = Regeln är { $coder }s, eller från en annan omgång. Skriv en ny i stället.
rule-new = Skriv en ny regel
rule-again = Se över { $case_id }: { $answer }
title-rules = Regler för fråga { $n }, och ärenden kodade före den senaste
title-rule = Regel för fråga { $n }, för alla (tomt: ingen). Inga namn.
cli-list-rules = lista i stället kodningsreglerna, och ärenden kodade före dem
list-no-rules = Inga regler har skrivits.
list-before-rule = {"  "}Kodade före den senaste regeln: { $cases }

## spellings: text answers that count as one

action-spellings = stavningar i fritextsvar: räkna flera som ett svar
op-spelling = stavning
screen-no-spellings = Bara frågor som besvaras med fritext har stavningar.
screen-no-texts = Ingen har svarat på frågan ännu.
spelling-as = { $text } räknas som { $name }
spelling-as-written = räkna som skrivet
spelling-new-name = skriv ett annat svar
title-spellings = Fråga { $n }: välj en stavning, sedan vad den räknas som
title-count-as = Räkna ”{ $text }” som
tally-name = { $name }{ $n ->
    [one] {""}
   *[other] {" "}({ $n } stavningar)
 }
tally-names-more = {"        "}… och { $n } till

## completion: texts written before

action-complete = fyll i en tidigare text
footer-complete = fyll i
footer-path = fyll i sökvägen

## units: questions per unit and their informants

meeting = Dialogmöte { $informant } { $unit }
meeting-unit = Dialogmöte { $unit }
cases-informant = Kolumnen "{ $name }" ({ $label }) hör inte hemma i ärendelistan.
cases-informant-hint = ta bort kolumnen: varje uppgiftslämnare i varje verksamhet har en egen plats i granskningen
new-entries = {"  "}Frågor per verksamhet ställs { $n ->
    [one] en gång
   *[other] { $n } gånger: en per verksamhet och uppgiftslämnare
 }
units = Verksamheter
tally-dropped-units = { $n ->
    [one] En uppgiftslämnare utgår och räknas inte.
   *[other] { $n } uppgiftslämnare utgår och räknas inte.
 }
tally-units = Frågor per verksamhet. Underlaget är verksamheter, inte ärenden.
report-base-units = Underlaget är verksamheter, inte ärenden.
tally-informants = Frågor per verksamhet. Underlaget är uppgiftslämnare i verksamheterna, inte ärenden.
report-base-informants = Underlaget är uppgiftslämnare i verksamheterna, inte ärenden.
screen-cases-done = Alla dina ärenden är klara. Verksamheter kvar, överst i listan: { $n }.
title-summary-unit = Alla frågor om verksamheten
title-quote-meeting = Citat: { $meeting }. Byt namn mot X.

## codebook: advice on protocols, the codebook, the schema, and files that are no TOML

advice = råd:
advice-count = { $n ->
    [one] 1 råd. Protokollet går att använda som det är.
   *[other] { $n } råd. Protokollet går att använda som det är.
 }
advice-many = Protokollet har { $count } frågor. Fler än { $many } är svåra att hinna med i varje ärende.
advice-many-hint = ta bort frågor, eller dela upp granskningen i två protokoll
advice-same-text = Frågan "{ $name }" har samma text som frågan "{ $other }".
advice-same-text-hint = skriv i texten vad som skiljer frågorna åt
advice-scale = Ingen fråga använder skalan "{ $name }".
advice-scale-hint = ta bort den, eller skriv scale = "…" i de frågor som ska ha den
advice-area = Området "{ $name }" har inga frågor.
advice-area-hint = ta bort området, eller lägg frågor i det
advice-unit = Ingen uppgift har role = "unit". Svaren kan inte räknas per verksamhet.
advice-unit-hint = lägg till en [[attribute]] med role = "unit"
advice-sex = Ingen uppgift har role = "sex". Svaren kan inte räknas per kön.
advice-sex-hint = lägg till en [[attribute]] med role = "sex"
advice-never = Frågan "{ $name }" kan aldrig ställas: kraven på "{ $clash }" motsäger varandra.
advice-never-hint = ändra villkoret, eller villkoret på en fråga som det bygger på
advice-check = Kontrollen kan aldrig slå till: kraven på "{ $clash }" motsäger varandra.
advice-check-hint = ändra villkoret, eller ta bort kontrollen
advice-row = Raden "{ $label }" kan aldrig räkna något ärende: kraven på "{ $clash }" motsäger varandra.
advice-row-hint = ändra radens villkor, eller tabellens underlag (base)
advice-document = Frågan "{ $name }" säger inte var i akten svaret finns.
advice-document-hint = lägg till document = "…" med något av protokollets dokument
advice-meaning = Frågan "{ $name }" säger inte vad svaret "{ $choice }" betyder. Granskare kommer att tolka det olika.
advice-meaning-hint = lägg till till exempel meaning = {"{"} "{ $choice }" = "…" {"}"}
advice-statement = Frågan "{ $name }" har meningar, men ingen för svaret "{ $choice }". Antalen redovisas då med frågans ord.
advice-statement-hint = lägg till till exempel statement.{ $lang }."{ $choice }" = "… { "{" }spread{ "}" } …"
advice-bounds = Frågan "{ $name }" tar emot vilket tal som helst. En extra siffra av misstag märks inte.
advice-bounds-hint = lägg till min och max, till exempel min = 0
advice-steers = Vägledningen till frågan "{ $name }" säger vad andra har svarat ("{ $word }"). Det styr svaret.
advice-steers-hint = skriv bara hur svaret ska bedömas
codebook-contents = Innehåll
codebook-id = Id
codebook-version = Version
codebook-documents = Handlingar
codebook-note = Om protokollet
codebook-attributes = Kolumner i ärendelistan
codebook-checks = Rimlighetskontroller
codebook-per-unit = { $area } (en gång per verksamhet)
codebook-asked = Villkor
codebook-see = Se
codebook-look-for = Leta efter
codebook-form = Svar
codebook-guidance = Vägledning
codebook-favourable = Räknas som styrka
codebook-neutral = inget svar: frågan är neutral
codebook-note-on = Kräver skäl
codebook-outside = Utanför underlaget
codebook-inside = I underlaget
codebook-optional = Frivillig
codebook-optional-yes = räknas inte som lucka
codebook-offered-if = bara om { $condition }
codebook-exclusive = väljs ensamt
codebook-key = Tangent
codebook-answer = Svar
codebook-role = Roll
codebook-meaning = Betydelse
codebook-column = Kolumn
codebook-label = Uppgift
codebook-used-as = Används som
codebook-values = Värden
codebook-message = Kontrollera
codebook-if = När
codebook-unit = verksamhet
codebook-sex = kön
codebook-informant = uppgiftslämnare
codebook-birth-year = födelseår; åldern räknas { $at }
cli-protocol-schema = skriv ut ett JSON-schema som hjälper textredigeraren
cli-protocol-show-format = text eller html (standard: efter filens ändelse)
cli-protocol-show-output = filen att skriva till (standard: skärmen)
protocol-syntax-twice = Tecken { $column }: samma namn står redan tidigare, och får bara stå en gång.
protocol-syntax-twice-hint = ta bort det ena, eller byt namn; en ny fråga börjar med [[question]]
protocol-syntax-quotes = Tecken { $column }: text ska stå inom citattecken.
protocol-syntax-quotes-hint = skriv till exempel text = "Finns en plan?"; ja och nej utan citattecken skrivs true och false
protocol-syntax-backslash = Tecken { $column }: omvänt snedstreck (\) går inte att skriva så här.
protocol-syntax-backslash-hint = skriv två (\\), eller sätt texten inom enkla citattecken (')
protocol-syntax-string = Tecken { $column }: texten är inte avslutad. Ett citattecken saknas.
protocol-syntax-string-hint = sätt " före och efter texten; ett citattecken inne i texten skrivs \" eller ”; en text över flera rader står inom """
protocol-syntax-braces = Tecken { $column }: det som står inom {"{"} {"}"} är ofullständigt.
protocol-syntax-braces-hint = skriv namn = "värde" med komma emellan, och {"}"} sist: {"{"} id = "ja", label = "Ja" {"}"}
protocol-syntax-heading = Tecken { $column }: rubriken är ofullständig.
protocol-syntax-heading-hint = skriv den ensam på sin rad, till exempel [[question]] eller [scale.NAMN]
protocol-syntax-list = Tecken { $column }: listan är ofullständig.
protocol-syntax-list-hint = skriv ett komma mellan värdena och ] sist: ["ja", "delvis"]
protocol-syntax-key = Tecken { $column }: ett namn kan inte skrivas så här.
protocol-syntax-key-hint = namn med å, ä, ö, mellanslag eller annat än a–z, 0–9, _ och - ska stå inom citattecken: "på väg" = "…"
protocol-syntax-equals = Tecken { $column }: här ska det stå ett namn, = och ett värde.
protocol-syntax-equals-hint = skriv varje fält på en egen rad som namn = "värde"; kommentarer börjar med #
protocol-syntax-number = Tecken { $column }: det här är varken ett tal eller ett datum.
protocol-syntax-number-hint = skriv tal utan citattecken och med punkt, till exempel 12 eller 7.5; sätt annat inom citattecken
schema-protocol-id = Protokollets id, till exempel bs2023.
schema-protocol-version = Versionen, så som ni själva benämner den.
schema-protocol-language = Språket som protokollet är skrivet på. Det styr också inbyggda svar och tangenter.
schema-protocol-form = Vad formuläret som protokollet kommer från säger därutöver; det skrivs ut igen vid export.
schema-protocol-title = Granskningens titel.
schema-protocol-documents = Handlingarna i akten, i den ordning de läses.
schema-protocol-attribute = Det som ärendelistan säger om varje ärende.
schema-protocol-scale = Egna skalor, som frågorna hänvisar till med sitt namn.
schema-protocol-area = Kvalitetsområdena, i ordning.
schema-protocol-repeat = Poster under ett ärende, till exempel barnen i en familj.
schema-protocol-question = Frågorna, i den ordning de ställs.
schema-protocol-check = Rimlighetskontroller: visas när villkoret är uppfyllt, hindrar inget.
schema-attribute-id = Kolumnens namn i ärendelistan.
schema-attribute-label = Vad uppgiften kallas på skärmen och i rapporter.
schema-attribute-role = Vad uppgiften används till: verksamhet (unit), kön (sex), födelseår (birth_year) eller uppgiftslämnare (informant).
schema-attribute-at = Bara för födelseår: året som åldern räknas för.
schema-attribute-values = Koder i ärendelistan och vad de kallas, i den ordning de visas.
schema-attribute-shown = Visas under varje fråga: det granskaren behöver veta om ärendet.
schema-attribute-private = true: det som står stannar här när granskningen skickas; inget villkor och ingen tabell får bero på det.
schema-attribute-one = Vad ett värde kallas för ett enda ärende: Kvinna i stället för Kvinnor.
schema-scale-choices = Skalans svar, i ordning.
schema-choice-id = Det som sparas i svarsloggen.
schema-choice-label = Det som visas. Utan label visas id.
schema-choice-role = Vad svaret betyder, oavsett ordval. Rollen styr tangenten och vad som räknas.
schema-choice-meaning = Vad svaret betyder exakt.
schema-choice-key = En egen tangent: en liten bokstav eller en siffra.
schema-choice-code = Vad som står för svaret i andra programs filer, till exempel 0 eller -99.
schema-choice-exclusive = Svaret kan inte väljas tillsammans med andra.
schema-area-id = Områdets id, till exempel TS.
schema-area-label = Områdets rubrik.
schema-repeat-id = Upprepningens id, till exempel barn.
schema-repeat-label = Vad en post heter, till exempel Barn.
schema-repeat-count = Frågan om ett tal som säger hur många poster ärendet har. Dess max är hur många det kan finnas.
schema-repeat-max = Bara utan count: hur många poster varje ärende har.
schema-question-id = Frågans id. Det ändras inte när granskningen har börjat.
schema-question-area = Id för frågans område.
schema-question-document = Var i akten svaret finns: en eller flera av protokollets handlingar.
schema-question-look-for = Ord att leta efter i ärendenas akter; med * sist, ord som börjar så.
schema-question-text = Frågan, så som den ställs.
schema-question-kind = Hur frågan besvaras. Utan kind väljs ett svar.
schema-question-when = Frågan ställs bara när detta är uppfyllt. Det kan bara gälla tidigare frågor och ärendelistans uppgifter.
schema-question-guidance = Vägledning: hur svaret ska bedömas.
schema-question-optional = Frågan får lämnas obesvarad: den är ingen lucka.
schema-question-per = Om frågan ställs för varje ärende (case) eller en gång per verksamhet (unit).
schema-question-scale = Skalans namn: ja_delvis_nej, ja_nej, yes_partly_no, yes_no eller en egen.
schema-question-choices = Frågans egna svar, i stället för en skala.
schema-question-na = Lägger till svaret Ej aktuellt.
schema-question-unknown = Lägger till svaret Framgår ej.
schema-question-meaning = Vad svaren betyder i just den här frågan.
schema-question-favourable = Svaren som räknas som en styrka. Utan fältet är det ja, om det finns ett delvis mellan ja och nej; annars är frågan neutral. En tom lista gör varje fråga neutral.
schema-question-note-on = Svar som kräver ett skäl.
schema-question-statement = Vad svaren säger i en rapport, per språk och svar. {"{"}spread{"}"} är antalet med vad det är av och var, {"{"}share{"}"} detsamma utan var.
schema-statement-many = Orden för flera ärenden, och för ett där inget annat sägs.
schema-statement-one = Orden för ett ärende.
schema-statement-none = Orden för inget ärende.
schema-statement-clause = Vilka ärenden som har svaret, som en bisats ("där medgivande saknas"): vad en andel är av, där en fråga bara ställs om dem.
schema-question-caption = Vad som står över en tabell eller ett diagram med svaren, i stället för frågan.
schema-question-in-base = Svar som räknas in i underlaget fast de annars inte gör det.
schema-question-out-of-base = Svar som inte räknas in i underlaget.
schema-question-unit = Bara för tal: vad som räknas, till exempel timmar/månad.
schema-question-min = Bara för tal: det minsta tillåtna.
schema-question-max = Bara för tal: det största tillåtna.
schema-test-not = Svaret är inte något av dessa.
schema-test-min = Svaret är minst så stort eller så sent.
schema-test-max = Svaret är högst så stort, eller så tidigt.
schema-test-answered = Frågan är besvarad (true) eller obesvarad (false).
schema-check-when = När kontrollen slår till.
schema-check-message = Vad som är konstigt.
codebook-base = Underlag
codebook-by = Uppdelad på
codebook-below = Noter under tabellen
codebook-row = Rad
codebook-counts = Räknar ärenden där
codebook-table = Tabell: { $title }
schema-protocol-table = Rapportens tabeller, där en rad kan gälla flera frågor.
schema-choice-when = I en härledd fråga: när svaret gäller. I en som ställs: svaret går att välja bara då.
schema-choice-min = Bara i härledda frågor: gruppens minsta tal eller ålder.
schema-choice-max = Bara i härledda frågor: gruppens största tal eller ålder.
schema-question-form = Vad formuläret som frågan kommer från säger därutöver, kolumn för kolumn; det skrivs ut igen vid export.
schema-question-times = Tidpunkter som frågan ställs för, en i taget. {"{"}time{"}"} i texten står för tidpunkten.
schema-question-repeat = Upprepningens id, om frågan ställs om var och en av dess poster. {"{"}place{"}"} i texten står för postens nummer.
schema-question-parts = Bara härledda: ja om alla dessa frågor har gynnsamma svar, nej om ingen, annars delvis.
schema-question-formula = Bara för tal, datum och texter: det som svaret räknas ut med, från tidigare frågor och kolumner i ärendelistan.
schema-question-sum = Bara härledda: summan av dessa tal.
schema-question-of = Bara härledda: talet eller födelseåret som svaren är grupper av.
schema-question-at = Bara härledda: året som åldern räknas för.
schema-bound-of = Frågan eller kolumnen i samma ärende som det jämförs med.
schema-table-id = Tabellens id, till exempel tabell2.
schema-table-title = Tabellens rubrik.
schema-table-by = Uppgifterna som tabellen delas upp på. Utan by: kön.
schema-table-base = Vilka ärenden tabellen gäller.
schema-table-rows = Tabellens rader.
schema-table-notes = Det som står under tabellen.
schema-row-label = Radens rubrik.
schema-row-where = Vilka ärenden raden räknar.
protocol-condition-empty-hint = skriv när det gäller, till exempel when = {"{"} plan = "ja" {"}"}, eller ta bort fältet
condition-bound-of-hint = jämför tal med tal och datum med datum
condition-per-hint = skriv per = "unit" i båda frågorna eller i ingen, eller ta bort det ur villkoret
condition-private = "{ $name }" är privat: inget får bero på det, för en kopia som skickas saknar det.
protocol-private-hint = ta bort private, eller det som beror på det
protocol-bounds-hint = byt plats på dem
protocol-questions-none-hint = skriv minst en fråga: [[question]] på en egen rad, och under den id, area och text
protocol-field-kind-hint = ta bort fältet, eller ändra frågans slag (kind)
protocol-brace-hint = skriv en plats som ska fyllas i som {"{"}namn{"}"}
protocol-statement-language-hint = { $kind ->
    [number] till exempel: statement.sv = "Planerna är i genomsnitt { "{" }mean{ "}" } sidor långa."
   *[choice] till exempel: statement.sv.ja = "I { "{" }spread{ "}" } finns en aktuell plan."
  }
protocol-statement-count-hint = till exempel: "I { "{" }spread{ "}" } finns en aktuell plan.", och för ett tal {"{"}mean{"}"}
protocol-role-taken-hint = en roll kan bara finnas på ett ställe; ge den andra en annan roll, eller ta bort rollen
protocol-base-both-hint = ta bort det ur den ena listan
protocol-key-taken-hint = välj en annan tangent, eller ta bort key så får svaret en ledig
protocol-code-hint = en kod är ett heltal, eller högst 32 bokstäver a–z, siffror, "_", "-" och "."
protocol-code-taken-hint = ge varje svar en egen kod; stora och små bokstäver räknas som samma
protocol-field-missing-hint = { $field ->
    [when] skriv till exempel when = {"{"} plan = "ja" {"}"}
    [where] skriv till exempel where = {"{"} plan = "ja" {"}"}
    [rows] skriv till exempel rows = [{"{"} label = "Plan finns", where = {"{"} plan = "ja" {"}"} {"}"}]
    [language] skriv language = "sv" eller language = "en"
   *[other] skriv { $field } = "…" på en egen rad
  }
protocol-type-hint = { $expected ->
    [string] skriv { $field } = "…"
    [strings] skriv { $field } = "…" eller { $field } = ["…", "…"]
    [boolean] skriv { $field } = true eller ta bort fältet
    [number] skriv till exempel { $field } = 12 eller { $field } = 7.5
    [table] skriv { $field } = {"{"} namn = "…" {"}"}
    [tables] { $field ->
        [any] skriv any = [{"{"} plan = "ja" {"}"}, {"{"} mal = "ja" {"}"}]
        [choices] skriv choices = [{"{"} id = "ja", label = "Ja" {"}"}, {"{"} id = "nej", label = "Nej" {"}"}]
        [rows] skriv rows = [{"{"} label = "Plan finns", where = {"{"} plan = "ja" {"}"} {"}"}]
       *[other] skriv [[{ $field }]] på en egen rad, med fälten på raderna under
      }
   *[other] skriv en text inom citattecken eller ett tal
  }
codebook-several = flera svar kan ges
protocol-syntax-after = Tecken { $column }: det står något mer efter värdet.
protocol-syntax-after-hint = börja en ny rad för nästa fält; ett tal skrivs med punkt (7.5), och ett citattecken inne i en text skrivs \"

## spreadsheet: XLSX and ODS files

sheet-broken = Filen går inte att läsa som kalkylblad: { $cause }
sheet-broken-hint = öppna filen i Excel eller LibreOffice och spara om den som .xlsx
sheet-large = Filen är större än { $most } MiB uppackad. Det är för mycket att läsa.
sheet-large-hint = kopiera rubriken och raderna till ett nytt kalkylblad och spara det som .xlsx
sheet-columns = Bladet har fler än { $most } kolumner.
sheet-rows = Bladet har fler än { $most } rader.
sheet-cells = Bladet har fler celler, eller mer text, än som går att läsa.
sheet-error = Cellen innehåller ett fel: { $found }
sheet-error-hint = rätta formeln, eller skriv värdet i stället
sheet-uncomputed = Cellen har en formel som inte är uträknad.
sheet-uncomputed-hint = öppna filen i Excel eller LibreOffice och spara den igen, eller skriv värdet i stället
sheet-encrypted = Filen är skyddad med lösenord.
sheet-encrypted-hint = öppna filen, ta bort lösenordet under Spara som och spara filen där bara granskarna kommer åt den
sheet-old = Filen är i ett Excelformat som är äldre än Excel 97, eller i .xlsb.
sheet-old-hint = öppna filen i Excel eller LibreOffice och spara den som .xlsx
sheet-several = Filen har flera blad med rader: { $names }
sheet-several-hint = välj ett med --sheet BLAD
sheet-missing = Filen har inget blad "{ $name }" med rader i.
sheet-macros = Filen { $file } har makron. De läses inte och körs aldrig.

## case lists: columns, files, and what they were taken for

cases-column-hint = ange vilken det är, till exempel --column { $name }=Rubrik, eller, om alla ärenden har samma, --column { $name }==Text. Filen har: { $names }
cases-column-option-unknown = --column { $name }: protokollet har inget med det namnet.
cases-column-option-missing = Ingen kolumn heter "{ $header }".
cases-column-option-twice = --column anger två värden för { $name }.
cases-ambiguous = Flera kolumner kan vara { $label }: { $names }
cases-ambiguous-hint = ange vilken, till exempel --column { $name }="{ $header }"
cases-units-alike = Verksamheten skrivs på två sätt: "{ $one }" och "{ $other }".
cases-units-alike-hint = skriv den likadant överallt
new-file = { $cases ->
    [one] { $file }: ett ärende, rubriker på rad { $row }
   *[other] { $file }: { $cases } ärenden, rubriker på rad { $row }
 }
new-head-attribute = Uppgift
new-head-header = Kolumn
new-head-how = Hittad via
new-head-values = Värden
new-matched-by-option = --column
new-matched-by-id = id
new-matched-by-label = namn
new-matched-by-synonym = liknande namn
new-matched-by-number = personnummer
new-matched-by-same = samma för alla, med --column
new-matched-by-file = filens namn
new-many = fler än { $n } olika
new-distinct = { $n ->
    [one] ett värde
   *[other] { $n } olika
 }
option-sheet = kalkylbladet att läsa
option-id = i en ärendelista i JSON eller JSONL: var en post har sitt id, till exempel /id (annars hittas det av sig självt)
value-id = PLATS
option-column = uppgift=kolumn, till exempel unit=Stadsdel, eller unit=/model i en ärendelista i JSONL; vid import också fråga=kolumn

## update: a newer version of a study's protocol

cli-protocol-update = ge en granskning en ny version av dess protokoll
command-unconfirmed = Inget är ändrat.
command-unconfirmed-hint = svara j, eller kör med --yes
update-id = Den nya filen har id { $found }, men granskningens protokoll har { $expected }.
update-id-hint = En ny version måste ha samma id. Har du andra frågor, skapa en ny granskning med: aktkoll new
update-same = Inget ändras: granskningen har redan exakt den filen.
update-no-difference = Frågorna är desamma; bara filens utformning skiljer.
update-protocol = Protokollet
update-attribute = Uppgift om ärendet: { $id }
update-area = Kvalitetsområde: { $id }
update-table = Tabell: { $id }
update-repeat = Upprepning: { $id }
update-check = Rimlighetskontroll: { $message }
update-question = { $id }  { $text }
update-added = läggs till
update-removed = tas bort
update-moved = flyttas
update-fact = { $aspect }: { $was } blir { $now }
update-choice = svaret { $choice } { $what }
update-choice-fact = svaret { $choice }, { $what }
update-nothing = inget
update-true = ja
update-false = nej
update-quoted = ”{ $text }”
aspect-version = version
aspect-title = titel
aspect-language = språk
aspect-documents = handlingar
aspect-look-for = ord att leta efter
aspect-shown = visas under frågan
aspect-private = stannar här när granskningen skickas
aspect-label = benämning
aspect-role = roll
aspect-values = värden
aspect-area = kvalitetsområde
aspect-count = fråga som räknar posterna
aspect-text = lydelse
aspect-kind = svarsform
aspect-unit = enhet
aspect-bounds = gränser
kind-choice = ett av svaren
kind-choices = flera av svaren
kind-number = ett tal
kind-date = ett datum
kind-derived = räknas ut
kind-text = fritext
per-unit = verksamhet
per-case = ärende
aspect-condition = villkor
aspect-guidance = vägledning
aspect-favourable = gynnsamma svar
aspect-note-on = kräver skäl vid
aspect-statement = meningar
aspect-caption = rubrik över tabeller
aspect-optional = frivillig
aspect-per = ställs per
aspect-meaning = betydelse
aspect-exclusive = utesluter andra svar
aspect-in-base = ingår i underlaget
aspect-derived = uträkningen
aspect-by = kolumner
aspect-rows = rader
aspect-notes = noter
aspect-key = tangent
aspect-code = kod i andra program
update-all-hold = Alla svar gäller även i den nya versionen.
update-lost = Svar som inte längre räknas. De sparas, och räknas igen om protokollet ändras tillbaka:
update-lost-removed = {"  "}{ $question }: { $n } svar, frågan tas bort
update-lost-not-offered = {"  "}{ $question }: { $n } svar, går inte längre att ge
update-lost-masked = {"  "}{ $question }: { $n } svar, frågan ställs inte längre i de ärendena
update-reworded = { $n ->
    [one] 1 svar gavs under en äldre lydelse och kan behöva ses över ({ $key } på skärmen).
   *[other] { $n } svar gavs under en äldre lydelse och kan behöva ses över ({ $key } på skärmen).
 }
update-gaps = { $n ->
    [one] 1 påbörjat ärende får nya luckor.
   *[other] { $n } påbörjade ärenden får nya luckor.
 }
update-same-version = Versionen heter fortfarande { $version }. Ge den nya versionen ett eget namn, så syns det vilken lydelse ett svar gavs under.
update-confirm = Uppdatera? [j/n]
update-done = Protokollet är uppdaterat. Den förra versionen finns kvar som { $file }. Den som har granskningen öppen fortsätter med den förra versionen tills den stängs.
update-forbidden = Du får inte ändra i granskningens mapp. Be den som äger mappen.
update-meanwhile = Någon har ändrat protokollet under tiden. Inget skrevs.
update-meanwhile-hint = kör kommandot igen
update-earlier-changed = Filen är inte den version som filnamnet säger. Den läses inte.
update-earlier-unread = Den äldre versionen av protokollet går inte att läsa. Svar som gavs under den räknas som vanligt.
wording-missing = fanns inte
wording-there = fanns
wording-fact = { $aspect }: { $was }
screen-reworded = Besvarad under en äldre lydelse ({ $version }): { $what }
summary-reworded = { $n } under äldre lydelse
summary-look = {" "}(äldre lydelse)
show-reworded = ärenden kodade under en äldre lydelse
verify-outdated = { $n ->
    [one] 1 rad gäller en fråga eller ett svar som bara finns i en äldre version av protokollet; den behålls men räknas inte.
   *[other] { $n } rader gäller frågor eller svar som bara finns i äldre versioner av protokollet; de behålls men räknas inte.
 }
verify-unknown-version = { $n ->
    [one] 1 fil skrevs under en version av protokollet som inte finns kvar här. Svaren i den räknas som vanligt.
   *[other] { $n } filer skrevs under versioner av protokollet som inte finns kvar här. Svaren i dem räknas som vanligt.
 }
code-updated = Protokollet är ändrat. { $n ->
    [0] Alla dina svar gäller fortfarande.
    [one] 1 svar har äldre lydelse: { $key } går dit, efter luckorna.
   *[other] { $n } svar har äldre lydelse: { $key } går igenom dem, efter luckorna.
 }
screen-last-gap = Det här är den sista luckan.

## identity: personal numbers, names and blanked texts

ledger-damage-blanked = Texten är borta, men ingen rad säger att granskaren har tagit bort den. Återställ filen från en säkerhetskopia.
ledger-note-redact = Texten skulle tas bort men finns kvar. Kör aktkoll redact igen.
redact-owner = Filen tillhör en annan användare. Bara den som skrev texten kan ta bort den.
redact-owner-hint = be den som skrev den att köra aktkoll redact
redact-busy = Ett annat fönster skriver just en ny fil, så det är inte säkert att texten är borta.
redact-busy-hint = avsluta granskningen i det andra fönstret och kör igen
recover-meanwhile = Filen återställdes i ett annat fönster medan den var öppen här.
redact-meanwhile = En text har tagits bort i ett annat fönster och skrivs inte igen.
redact-again = Den här texten har tagits bort i ett annat fönster och skrivs därför inte igen.
redact-begun = Den började med en text som har tagits bort i ett annat fönster.
redact-back = Disken tog bort filen i stället för att ersätta den. Den gamla filen är tillbaka, med texten kvar.
redact-gone = Disken tog bort filen i stället för att ersätta den, och den gamla filen gick inte att lägga tillbaka ({ $cause }).
redact-gone-hint = hämta filen från en säkerhetskopia innan någon granskar vidare
redact-gone-kept = när ingen har granskningen öppen längre, döp om { $file } till filens namn
redact-left = Texten står kvar i den här raden, som är skadad, så programmet kan inte ta bort den där.
redact-left-hint = skriv över texten där med blanka tecken i en texteditor, kör sedan aktkoll recover
redact-none = Du har inte skrivit någon sådan text.
redact-none-hint = ändra svar på skärmen; här tar du bort kommentarer, citat, bokmärken, skäl och regler
redact-others = { $n ->
    [one] 1 text är skriven av en annan granskare, som kan ta bort den: { $coders }
   *[other] { $n } texter är skrivna av andra granskare, som kan ta bort dem: { $coders }
}
redact-text = { $number } { $day } { $place }, { $what }: { $text }
redact-text-earlier = { $number } { $day } { $place }, { $what } (tidigare lydelse): { $text }
redact-which = Vilken text ska tas bort? Skriv numret:
redact-no-number = { $found } är inget nummer i listan.
redact-no-number-hint = skriv ett av numren framför texterna, eller kör med --text NUMMER
redact-sure = { $n ->
    [one] Texten tas bort för alltid. Fortsätt? [j/N]
   *[other] { $n } texter tas bort för alltid. Fortsätt? [j/N]
}
redact-resumed = { $n ->
    [one] Ett tidigare borttagande hade avbrutits. Nu är det slutfört: texten är borta ur { $n } rad. Inget annat togs bort; kör kommandot igen för fler.
   *[other] Ett tidigare borttagande hade avbrutits. Nu är det slutfört: texterna är borta ur { $n } rader. Inget annat togs bort; kör kommandot igen för fler.
}
redact-still = Texten står kvar som en del av en längre text eller på en annan plats: { $what }, { $place }.
redact-still-hint = kör aktkoll redact igen och välj den texten också, eller behåll den
redact-still-answer = Texten står kvar i ett svar i fritext, { $place }. Svar töms inte.
redact-still-answer-hint = ändra svaret på skärmen; det tidigare svaret finns kvar i svarsloggen
redact-still-other = Texten står också i något som { $coder } har skrivit.
redact-still-beside = Texten står kvar i den här filen, som inte läses som svarslogg.
redact-still-beside-hint = ta bort filen om ingen behöver den; är det en svarslogg, ge den rätt namn och kör aktkoll redact igen
redact-unread = Här har ingen letat efter texten: det går inte att läsa ({ $cause }).
redact-unread-hint = be den som äger det att låta dig läsa det, och kör aktkoll redact igen
redact-part = { $n ->
    [0] Ingen rad tömdes
    [one] 1 rad i svarsloggen är tömd
   *[other] { $n } rader i svarsloggen är tömda
}, men det är inte säkert att texten är borta.
redact-done = { $n ->
    [one] Texten är borttagen och 1 rad i svarsloggen är tömd. Befintliga säkerhetskopior, rapporter och exporter kan ha den kvar.
   *[other] Texten är borttagen och { $n } rader i svarsloggen är tömda. Befintliga säkerhetskopior, rapporter och exporter kan ha den kvar.
}
cli-redact = ta bort en text för alltid: en kommentar, ett citat, ett bokmärke, ett skäl eller en regel
cli-redact-case = bara texter om det här ärendet
cli-redact-question = bara texter om den här frågan
cli-redact-text = numret på texten som ska tas bort; upprepa för fler
identity-number = Här står ett personnummer. Det får inte sparas i granskningen.
identity-doubtful = Det här ser ut som ett personnummer: ett reservnummer eller ett med fel kontrollsiffra. Det får inte sparas i granskningen.
identity-zeros = Det här är ett personnummer utan nollorna först. Det får inte sparas i granskningen.
identity-person = Kolumnen { $header } är till för det som pekar ut en person. Det får inte sparas i granskningen.
identity-person-hint = ta bort kolumnen ur listan, eller ange att den ska vara kvar: --keep "{ $header }"
identity-differs-list = { $attribute } i listan är inte det som personnumret säger på { $n ->
    [one] 1 rad
   *[other] { $n } rader
 } (först: { $place }). Listan följs.
identity-differs-number = { $attribute } i listan är inte det som personnumret säger på { $n ->
    [one] 1 rad
   *[other] { $n } rader
 } (först: { $place }). Numret följs.
option-keep = behåll en kolumn fast den pekar ut personer, med dess rubrik
identity-number-hint = ta bort det, eller byt ut ärendenas id med --pseudonymise NYCKELFIL
identity-cell-hint = ta bort det ur filen och importera igen. Inget importerades.
identity-header = En kolumnrubrik är ett personnummer. Det får inte sparas i granskningen.
identity-file = Filnamnet innehåller ett personnummer. Det får inte sparas i granskningen.
identity-file-hint = byt namn på filen och kör igen
identity-title = Titeln, fröet eller mappens namn innehåller ett personnummer. Det får inte sparas i granskningen.
identity-column = Kolumnen { $header } innehåller personnummer. De får inte sparas i granskningen.
identity-part = Här står en del av ärendets personnummer. Den får inte sparas i granskningen.
identity-part-hint = ta bort kolumnen ur listan; födelseår och kön går att hämta ur personnumret
identity-coder = Granskarens namn innehåller ett personnummer. Det får inte sparas i granskningen.
identity-contacts = { $n ->
    [one] 1 cell ser ut att innehålla en e-postadress eller ett telefonnummer ({ $place }). Ta bort uppgiften om den leder till en person.
   *[other] { $n } celler ser ut att innehålla e-postadresser eller telefonnummer (den första: { $place }). Ta bort uppgifterna om de leder till en person.
}
identity-key-inside = Nyckeln får inte ligga i en granskning.
identity-key-inside-hint = välj en plats utanför, som bara du kommer åt
identity-key-exists = Filen finns redan och skrivs inte över.
identity-key-exists-hint = välj ett annat namn för nyckeln
identity-key-unwritten = Nyckeln kunde inte skrivas: { $cause }
identity-key-written = { $n ->
    [one] 1 ärende har fått ett nytt id. Nyckeln är { $file }: förvara den skild från granskningen.
   *[other] { $n } ärenden har fått nya id. Nyckeln är { $file }: förvara den skild från granskningen.
}
identity-not-taken = { $attribute } går inte att hämta: ärendets id är inget personnummer.
identity-not-taken-hint = lägg till en kolumn med uppgiften
identity-no-sex = { $attribute } går inte att hämta ur personnumret, för protokollet har inget värde som betyder kvinna eller man.
identity-from = { $name } kan inte hämtas ur personnumret.
identity-from-hint = ange birth_year, sex eller båda med komma mellan; protokollet måste ha uppgiften
option-pseudonymise = byt ut ärendenas id mot löpnummer per verksamhet; nyckeln skrivs till den här filen
option-from_number = hämta birth_year, sex eller båda ur personnumret, med komma emellan
screen-number-refused = Här står ett personnummer. Ta bort det, annars går texten inte att spara.
screen-email-warned = Det ser ut som en e-postadress. Tryck { $key } igen för att spara ändå.
screen-phone-warned = Det ser ut som ett telefonnummer. Tryck { $key } igen för att spara ändå.
screen-names = Namn eller plats? { $names }  ({ $key } byter ut mot X)
action-mask = byt ut ett namn mot X

## status: how far a study is coded, and the places that want a look

status-done-of = { $done } av { $all } ärenden klara
status-frame-of = {", "}{ $drawn } av { $all } i urvalsramen ingår
status-unasked-of = {", "}om { $n } till ställs inga frågor
status-withheld-of = {", "}{ $n } visas inte förrän du har kodat { $n ->
    [one] det
   *[other] dem
} blint
status-withheld = Visas ej
status-done = Klara
status-begun = Påbörjade
status-left = Ej påbörjade
status-dropped = Utgår
status-all = Ingår
status-frame = Urvalsram
status-coder = Granskare
status-second = Dubbelgranskning
status-wave = När i dubbelgranskningen
status-entries = Frågor per verksamhet
status-nobody = utan granskare
status-gaps-done = Luckor i klara ärenden
status-gaps-begun = Luckor i påbörjade ärenden
status-unexplained = Skäl saknas
status-checks = Motsägande svar
status-looks = Se över: ny regel eller lydelse
status-unsure = Osäkra svar
status-discuss = Att diskutera
status-example = Goda exempel
status-manager = Meddela chefen
status-uncounted = Svar som inte räknas
status-more = och { $n } till
status-nothing = Inget att se över.
status-pace = Min takt: { $n ->
    [one] ett ärende klart
   *[other] { $n } ärenden klara
} sedan du öppnade. Bara du ser det.
status-pace-hour = Min takt: { $n ->
    [one] ett ärende klart
   *[other] { $n } ärenden klara
} sedan du öppnade, { $rate } i timmen. Bara du ser det.
title-progress = Läget i granskningen
status-how = { $key_open } på en lista: { $key } går igenom den. { $key_open } igen: tillbaka till luckorna.
footer-walk = gå igenom
footer-take = ta över
footer-questions = frågorna
screen-walk = { $list }: { $n } av { $of }. { $key } går till nästa.
screen-walk-empty = { $list }: inga kvar. { $key } går till luckorna igen.
screen-walk-gaps = { $key } går till luckorna igen.
action-progress = läget i granskningen
settings-lang = programmets språk: sv eller en
settings-coder = vem som granskar (standard: inloggningsnamnet)
settings-tallies = när sammanställningen visas: always, after-case eller never
settings-keymap = tangenterna: default, sv, numpad, left-hand, vim eller egna
settings-theme = färgerna: auto, dark, light, contrast, 16 eller mono
settings-pace = om din egen takt visas, bara för dig: true eller false
settings-mouse = true: klick och mushjul gäller i granskningen
settings-where = De finns i { $file }. Ändra en: aktkoll settings NAMN VÄRDE; ta bort: aktkoll settings NAMN -
settings-set = { $name } är { $value } från nästa start.
settings-now = { $name }: { $value }, från nästa start.
settings-unset = inte inställd
setting-lang = Programmets språk
setting-lang-sv = svenska
setting-lang-en = engelska
setting-coder = Granskare (annars inloggningsnamnet)
setting-keymap = Tangenterna
setting-theme = Färgerna
setting-theme-auto = efter terminalen
setting-theme-dark = mörk bakgrund
setting-theme-light = ljus bakgrund
setting-theme-contrast = hög kontrast
setting-theme-16 = 16 färger
setting-theme-mono = utan färger
setting-tallies = När sammanställningen visas
setting-tallies-always = alltid
setting-tallies-after-case = efter ärendet
setting-tallies-never = aldrig
setting-pace = Din egen takt, bara för dig
setting-pace-true = visas
setting-pace-false = visas inte
setting-mouse = Klick och mushjul i granskningen
setting-mouse-true = gäller
setting-mouse-false = gäller inte
work-reading = Läser granskningen
work-file = Läser filen
work-counting = Räknar
work-checking = Kontrollerar
work-merging = För samman
work-writing = Skriver
title-tour = Rundtur, { $n } av { $of }
tour-page = rundtur: det viktigaste på skärmen
tour-over = Rundturen är slut. { $key } och ”rundtur” visar den igen.
tour-answer = Den öppna frågan står i rutan med svaren. Efter rundturen: tryck på tangenten vid ett svar, så sparas det direkt och nästa fråga öppnas. { $key } ångrar, så många steg som behövs.
tour-move = { $key } går till nästa obesvarade fråga, pilarna till vilken som helst. { $key_focus } flyttar till ärendelistan och tillbaka, och { $key_find } hittar ett ärende eller en fråga på ett ord.
tour-write = { $key } skriver en kommentar till den öppna frågan, { $key_last } till den du just svarade på. { $key_unsure } märker det svaret som osäkert: det räknas, och är lätt att hitta igen. { $key_flag } märker den öppna frågan, till exempel för att diskuteras.
tour-finish = Efter sista frågan visas hela ärendet med sina luckor, och { $key_next } gör det klart. { $key } går när som helst till nästa lucka.
tour-count = { $key } räknar svaren hittills, och { $key_progress } visar hur långt granskningen har kommit. I en blind omgång räknas inget.
tour-help = { $key } visar alla tangenter på sidan. { $key_palette } hittar allt annat efter namn: rapport, export, inställningar, den här rundturen. { $key_quit } avslutar; allt är sparat, och du fortsätter där du var.
comments-page = kommentarer: alla som skrivits, med ärende, enhet, kön, fråga och svar
settings-page = inställningar: språk, tangenter, färger, sammanställning, takt, mus
title-settings = Inställningar för alla granskningar
settings-reopen = öppna granskningen igen, så att ändringarna gäller
settings-which = Vilken ska ändras? Skriv numret och tryck Retur (bara Retur är klart):
settings-new = { $name }: skriv det nya värdet (- tar bort, bara Retur ändrar inget):
settings-values = { $name }: skriv numret och tryck Retur (bara Retur ändrar inget):
settings-unknown = Det finns ingen inställning som heter { $name }.
settings-value = { $value } går inte som värde för { $name }.
settings-value-hint = aktkoll settings visar vilka värden som finns
settings-wrong = Det går inte att läsa dina inställningar: { $cause }
settings-wrong-hint = rätta filen eller ta bort den; aktkoll settings skriver en ny
cli-status-format = utdataformat: text eller json
cli-status = visa läget i granskningen; med --coder bara en granskares ärenden

## sample: drawing and sharing cases

wave-early = tidig
wave-middle = mitten
wave-late = sen
counts-columns = Tabellen ska ha minst en kolumn ur ärendelistan och en enda kolumn med antal.
counts-columns-hint = kolumner i ärendelistan att använda: { $names }; kolumnen med antal får heta vad som helst
counts-number = "{ $found }" är inget antal.
counts-number-hint = skriv ett heltal, 0 eller mer
counts-twice = Samma värden står redan på rad { $line }.
plan-columns = Planen ska ha kolumnerna { $names }.
plan-coder = "{ $found }" är inget kortnamn på en granskare.
plan-coder-hint = ett kortnamn har bara a–z, 0–9, _ och -, högst 32 tecken
plan-same = { $coder } kan inte vara båda granskarna av samma ärende.
plan-wave = "{ $found }" säger inte när ärendet dubbelgranskas.
plan-case-hint = jämför med cases.csv, eller ta bort plan.csv och gör en ny med aktkoll plan
draw-size-stray = Raden passar inga ärenden i urvalsramen.
draw-size-stray-hint = kontrollera värdena; tabellens kolumner ska finnas bland dem i --per
draw-size-none = Det framgår inte hur många som ska dras: { $stratum }.
draw-size-none-hint = lägg till --n ANTAL, eller en rad i tabellen för --sizes
draw-no-list = --sheet, --column, --pseudonymise och --from-number går bara att använda när granskningen skapas, med --frame.
draw-no-list-hint = fler ärenden dras ur granskningens egen frame.csv: ta bort det alternativet och kör igen
draw-none = Inget ärende skulle dras.
draw-not-drawn = Den här granskningens ärenden är inte dragna.
draw-how = skapa en dragen granskning med: aktkoll draw MAPP --protocol ID --frame LISTA.csv --n 10 --seed 2026
draw-other-frame = Urvalsramen är inte den som ärendena drogs ur.
draw-other-frame-hint = återställ frame.csv från en säkerhetskopia; annars går det inte att dra fler
draw-not-in-frame = Ärendet { $id } finns inte i urvalsramen.
draw-there-already = Ärendet { $id } är redan med.
draw-add-hint = --add tar ärenden ur frame.csv; skriv ett ärende utanför ramen som en ny rad i cases.csv
draw-closed = Ärendet { $id } ska du koda blint. Du kan inte se än om det utgår.
draw-not-dropped = Ärendet { $id } utgår inte, så det ersätts inte.
draw-not-dropped-hint = ange först att ärendet utgår, med skäl: { $key } i granskningen
draw-replaced-before = Ärendet { $id } är redan ersatt.
draw-reserve-empty = Reserven är tom: { $id } kan inte ersättas.
draw-replaced = { $id } ersätts av { $by }.
draw-more = { $n ->
    [0] Inga nya ärenden.
    [one] Nytt ärende: { $ids }
   *[other] { $n } nya ärenden: { $ids }
 }
draw-unplanned = De nya ärendena har ingen granskare än. Fördela dem med aktkoll plan och samma granskare.
draw-made = { $drawn } av { $all } ärenden drogs, frö { $seed }.
draw-head-frame = i ramen
draw-head-wanted = önskade
draw-head-drawn = dragna
draw-head-reserve = först i reserven
draw-short = { $what }: { $drawn } av { $wanted }
draw-short-of = { $unit }: { $drawn } { $what } av { $wanted }
draw-added = Tillagda för hand, inte dragna: { $ids }
draw-differs = { $name }: { $sum }, uppgivet antal { $stated }
draw-next = Fördela ärendena med: aktkoll plan { $dir } --coders NAMN,NAMN
plan-made = { $cases } ärenden är fördelade, { $twice } ska dubbelgranskas, frö { $seed }.
plan-share = Utan --share dubbelgranskas en femtedel av ärendena, dock minst 24; av fler än 500 en tjugondel, dock minst 100.
plan-waves = Tidig, mitten och sen: när i den första granskarens lista ärendet kommer. Samma frö ger samma fördelning.
plan-is = { $cases } ärenden är fördelade, { $twice } ska dubbelgranskas.
plan-none = Ärendena är inte fördelade, och ingen dubbelgranskning är planerad.
plan-none-hint = fördela dem: aktkoll plan { $dir } --coders NAMN,NAMN; med --dry-run visas planen först
plan-dry = Inget är ändrat: utan --dry-run blir planen den här.
plan-twice = { $coder } dubbelgranskar: { $ids }
plan-gold-ids = Kalibreringsärenden: { $ids }
plan-hidden = { $n ->
    [one] Ett ärende som du kodar först dubbelgranskas av någon annan. Vilket sägs inte till dig.
   *[other] { $n } ärenden som du kodar först dubbelgranskas av andra. Vilka sägs inte till dig.
 }
plan-row-second = Dubbelgranskar
plan-move = {"  "}{ $line }
plan-move-coder = { $id }: { $was } → { $is }
plan-move-second = { $id }, dubbelgranskning: { $was } → { $is }
plan-moves = { $n ->
    [one] Det finns redan en plan med svar. En sak skulle ändras.
   *[other] Det finns redan en plan med svar. { $n } saker skulle ändras.
 } Påbörjade ärenden byter aldrig granskare.
plan-moves-hint = lägg till --yes om det är det du vill; inget är ändrat
plan-alone = Dubbelgranskning kräver minst två granskare.
plan-next = Dubbelgranska med: aktkoll { $dir } --round second --coder NAMN
plan-coder-twice = Granskaren { $coder } står två gånger i listan.
cli-draw = dra ärenden slumpmässigt ur en lista, eller dra fler
cli-draw-frame = listan att dra ur (CSV, XLSX eller ODS), i en fil eller flera: gör en ny granskning

cli-draw-n = hur många ärenden per grupp
cli-draw-per = kolumnerna som bildar grupperna (standard: verksamhet och kön): unit,sex
cli-draw-seed = frö: ett tal eller ett ord; samma frö ger samma ärenden
cli-draw-sizes = CSV-fil med andra antal för vissa grupper: unit,sex,n
cli-draw-totals = CSV-fil med uppgivna antal att jämföra listan med: unit,n
cli-draw-title = granskningens titel (standard: protokollets)
cli-draw-group = gruppen som ska komma åt mappen
cli-draw-more = så många fler per grupp; redan dragna ärenden är kvar
cli-draw-add = ärenden ur frame.csv att lägga till för hand (skriv andra som rader i cases.csv)

cli-draw-replace = ärenden som utgår och ska ersättas ur reserven
cli-plan = fördela ärendena mellan granskare och lotta vilka som kodas av två
cli-plan-coders = granskarna att fördela på: carina,lotta (utan det visas planen som den är)
cli-plan-share = hur många ärenden som dubbelgranskas: ett antal, eller en andel som 20% (standard: 20 %, minst 24; över 500 ärenden 5 %, minst 100)
cli-plan-seed = frö (standard: dragningens)
cli-plan-dry_run = visa planen utan att skriva den
cli-plan-format = utdataformat: text eller json

## import: answers coded elsewhere

coded-unclear = Rubrikraden kan betyda både ett svar per rad och ett ärende per rad.
coded-unclear-hint = ange --ignore KOLUMN för de kolumner som inte är svar
coded-no-question = Ingen kolumn är en fråga i protokollet.
coded-no-question-hint = rubriken ska vara frågans id, nummer eller text; eller ange --column FRÅGA=KOLUMN
coded-ambiguous = "{ $name }" kan vara flera saker: { $names }.
coded-ambiguous-hint = skriv frågans id i stället, eller ange --column FRÅGA=KOLUMN eller --ignore KOLUMN
coded-column-twice = Kolumnerna "{ $one }" och "{ $other }" gäller båda frågan { $name }.
coded-column-twice-hint = ange --ignore KOLUMN för den som inte ska läsas
coded-choice-ambiguous = "{ $found }" kan vara flera av svaren: { $ids }. Skriv svarets id.
coded-coders = Svaren är flera granskares: { $names }. Ingen av dem är den som anges med --coder.
coded-coders-hint = importera varje granskares svar med dennes namn: --coder NAMN
import-of-another = Filen säger att svaren är { $name }s, som granskar i den här granskningen.
import-of-another-hint = importera dem med det namnet: --coder { $name }, eller ta bort kolumnen ur filen om den är fel
import-other = Filen säger att svaren är { $name }s. De importeras för den granskare som anges med --coder.
import-future = { $n ->
    [one] 1 datum ligger
   *[other] { $n } datum ligger
 } mer än ett år framåt: { $date } ({ $place }).
import-others = { $n ->
    [one] 1 rad av en annan granskare läses inte
   *[other] { $n } rader av andra granskare läses inte
 } ({ $names }).
coded-mark = "{ $found }" i en kolumn för ett svarsalternativ är varken ja eller nej till { $choice }.
coded-mark-hint = skriv x eller 1 där svaret gäller och lämna annars cellen tom
coded-codes = Svaren på "{ $question }" står som { $found } här, och det sägs inte vad det betyder: { $readings }.
coded-codes-hint = välj med ett av tillvalen, eller skriv svarens id: { $ids }
coded-code-unknown = "{ $found }" är ingen av koderna i kodboken bredvid filen: { $codes }.
coded-missing = { $n ->
    [one] I cellen för "{ $question }" står "{ $found }", som skrivs där det inte finns något värde.
   *[other] I { $n } celler för "{ $question }" står "{ $found }", som skrivs där det inte finns något värde.
  }
coded-missing-hint = ange --missing "{ $found }" om det inte är något svar, eller --codes ids om det är svaret som det står
coded-json = Raden kan inte läsas som ett exporterat ärende: { $cause }.
coded-attribute = { $id } har { $label } { $expected } i ärendelistan, här står "{ $found }".
coded-attribute-hint = kontrollera att raden gäller rätt ärende och rätta den
import-head-target = Fråga
import-head-new = Nya
import-head-equal = Lika
import-head-differing = Olika
import-head-forms = Läst som
import-how-text = text
import-how-number = nummer
import-how-part = svarsalternativ
import-more-forms = och { $n } till
import-computed = { $n ->
    [one] Ett värde i uträknade frågor är lika med det som räknas ut här.
   *[other] { $n } värden i uträknade frågor är lika med det som räknas ut här.
  }
import-computed-differs = { $n ->
    [one] Ett värde för "{ $question }" är inte det som räknas ut här och importeras inte: { $places }
   *[other] { $n } värden för "{ $question }" är inte det som räknas ut här och importeras inte: { $places }
  }
import-computed-none = inget här
import-more-columns = { $n ->
    [one] En kolumn till är den fråga som rubriken anger, med dess id.
   *[other] { $n } kolumner till är de frågor som rubrikerna anger, med deras id.
  }
import-how-export = exporterat namn
import-passed = Kolumner som hoppades över: { $headers }
import-absent = Frågor som saknas i filen: { $names }
import-dry-run = { $n ->
    [one] 1 svar skulle importeras
   *[other] { $n } svar skulle importeras
 } för { $coder }; { $equal } finns redan. Inget ändrades.
import-masked = { $n ->
    [one] 1 svar gäller en fråga som inte ställs i ärendet. Det sparas
   *[other] { $n } svar gäller frågor som inte ställs i sina ärenden. De sparas
 } men räknas inte: { $places }
import-open = { $per ->
    [unit] { $n ->
        [one] 1 post för en verksamhet har alla svar men är inte klarmarkerad
       *[other] { $n } poster för verksamheter har alla svar men är inte klarmarkerade
    }
   *[case] { $n ->
        [one] 1 ärende har alla svar men är inte klarmarkerat
       *[other] { $n } ärenden har alla svar men är inte klarmarkerade
    }
 }; --done klarmarkerar.
import-finished = { $per ->
    [unit] { $n ->
        [one] 1 post för en verksamhet är klarmarkerad
       *[other] { $n } poster för verksamheter är klarmarkerade
    }
   *[case] { $n ->
        [one] 1 ärende är klarmarkerat
       *[other] { $n } ärenden är klarmarkerade
    }
 }.
import-would-finish = { $per ->
    [unit] { $n ->
        [one] 1 post för en verksamhet skulle klarmarkeras
       *[other] { $n } poster för verksamheter skulle klarmarkeras
    }
   *[case] { $n ->
        [one] 1 ärende skulle klarmarkeras
       *[other] { $n } ärenden skulle klarmarkeras
    }
 }.
cli-import-ignore = kolumn som inte ska läsas
cli-import-dry_run = visa vad som skulle hända utan att ändra något
cli-import-missing = vad som står i celler utan svar, till exempel NA
cli-import-codes = hur siffror läses där det inte är klart
cli-import-done = klarmarkera ärenden som har alla svar

# the report
cli-report = skriv rapporten: tabeller, diagram, text, citat och styrkor
cli-report-format = format: md, html, xlsx eller docx (standard: efter filens ändelse)
cli-report-output = filen att skriva till
cli-report-name_single = nämn i meningarna vilken verksamhet ett ensamt ärende är i
cli-report-min_cell = dölj antal under detta, och antal som skulle avslöja dem
outline-comment =
    Rapportens disposition: rubrikerna i din ordning och med dina ord, och vad som står under var och en.
    Ändra som du vill; varje rapport följer den. Ta bort filen för att få hela rapporten.
    Poster:
      question = "id"        en fråga med rubrik, mening, tabell och diagram
      sentences = "id"       bara dess meningar; "id=ja|delvis" lägger ihop svaren
      table = "id"           dess tabell, eller en av protokollets tabeller
      by_unit = "id"         dess tabell per verksamhet
      chart = "id"           dess diagram
      quotes = "OMRÅDE"      valda citat från ett område eller en fråga
      strengths = "OMRÅDE"   dess styrkor och utvecklingsområden
      part = "overview"      också: tables, strengths, quotes, differences, sampling_error, changes, method
      text = "…"             ett eget stycke, med fält som fylls i vid varje körning:
        fält: {"{"}count id=ja{"}"} {"{"}words id=ja{"}"} {"{"}pct id=ja{"}"} {"{"}share id=ja{"}"} {"{"}sum id=ja|delvis{"}"} {"{"}spread id=nej{"}"}
        och {"{"}base id{"}"} {"{"}mean id{"}"} {"{"}median id{"}"} {"{"}least id{"}"} {"{"}most id{"}"}; flera villkor: {"{"}count id=ja & sex=K{"}"}
    En fråga eller tabell får ha en egen rubrik: {"{"} table = "id", title = "…" {"}"}. level = 2 gör en rubrik mindre.
outline-made = Dispositionen är { $file }. Redigera den; nästa rapport följer den.
outline-exists = Det finns redan en disposition. Den lämnas som den är.
outline-exists-hint = redigera { $file }, eller ta bort filen för att få ett nytt förslag
outline-empty = Dispositionen har inga avsnitt.
outline-empty-hint = skriv till exempel [[section]] med heading = "…" och content = [{"{"} part = "overview" {"}"}]
outline-level = En rubriks nivå är 1, 2 eller 3.
outline-level-hint = skriv till exempel level = 2
outline-kinds = { $n ->
    [0] Posten säger inte vad som ska stå i rapporten.
   *[other] Posten säger { $n } saker på en gång.
  }
outline-kinds-hint = skriv en av { $kinds } i varje {"{"} … {"}"}
outline-quantity = Ett ord för en andel har ett helt tal procent, från 0 till 100, som inget annat ord har.
outline-quantity-hint = till exempel shares = {"{"} "samtliga" = 100, "majoriteten" = 51, "en minoritet" = 0 {"}"}
outline-quantity-off = Dispositionen säger inte vilka ord som står för vilka andelar.
outline-quantity-off-hint = skriv dem överst, till exempel shares = {"{"} "samtliga" = 100, "majoriteten" = 51, "en minoritet" = 0 {"}"}
outline-quantity-none = Inget ord i shares står för { $k } av { $n }.
outline-quantity-told = { $word } ({ $k } av { $n })
outline-quantity-from = { $word }: minst { $from } procent
outline-quantity-heading = Ord för andelar
outline-own = { $field } hör inte till { $kind }.
outline-own-hint = ta bort det; det kan stå med: { $kinds }
outline-fetched = Dagen "{ $day }" är inget datum.
outline-fetched-hint = skriv dagen då uppgifterna hämtades, till exempel fetched = "2021-12-08"
outline-source = Källa: { $source }, hämtad { $day }.
outline-background = Bakgrundstabellen "{ $name }" är ingen fil i granskningens mapp.
outline-background-hint = lägg filen bredvid report.toml, och skriv bara dess namn
outline-background-own = { $name } har granskningens ärenden, och kan inte stå i rapporten.
outline-background-own-hint = rapporten nämner inga ärenden; ange en annan fil
outline-background-shape = Filen { $name } är ingen tabell med lika många kolumner på varje rad.
outline-background-shape-hint = den första raden är rubriker; därefter en rad för varje rad i tabellen
outline-reference = Tabellen har ingen rad som heter "{ $name }".
outline-reference-share = Ett jämförelsetal är en andel i procent.
outline-reference-share-hint = skriv ett tal från 0 till 100
outline-reference-head = Jämförelse
outline-reference-note = Jämförelse: { $source }
outline-example = Ärendet "{ $name }" finns inte, eller räknas inte.
outline-example-hint = skriv ärendets id som i urvalslistan; det står inte i rapporten
outline-example-hidden = Exemplet ur ett ärende visas inte med --min-cell.
outline-example-number = Ett svar i exemplet innehåller något som kan vara ett personnummer.
outline-example-number-hint = ta bort frågan ur answers, eller ändra svaret
outline-field-whole = {"{"}{ $name }{"}"} räknar hela frågan, och kan inte ha villkor.
outline-field-whole-hint = använd mean med villkor, till exempel {"{"}mean timmar & sex=K{"}"}
outline-quartiles = mellan { $lower } och { $upper }
outline-spread-unnamed = { $all } i { $units }
outline-mean-sex = { $mean } för { $group } ({ $n })
outline-mean-unit = { $mean } i { $group } ({ $n })
outline-unknown = Det finns { $what ->
    [question] ingen fråga
    [choice] inget svar
   *[part] ingen del
  } "{ $name }".
outline-field = Det finns inget fält "{ $name }".
outline-field-empty = Fältet "{ $name }" säger inte vad det räknar.
outline-field-hint = skriv till exempel {"{"}count plan=ja{"}"}
outline-field-number = "{ $name }" gäller ett tal, och frågan "{ $question }" är inget tal.
outline-field-number-hint = skriv count, words, pct, share, sum eller spread med ett svar
outline-field-text = "names" gäller en text, och frågan "{ $question }" är ingen.
outline-field-text-hint = skriv sentences, table eller spread med ett svar
outline-name = { $n } av { $name }
outline-names-none = inga med något namn
outline-field-none = Det finns ännu inget "{ $name }" för frågan "{ $question }": den har inga svar.
outline-field-no-base = "{ $field }" har ingen andel: inget ärende ingår i underlaget.
outline-field-outside = "{ $field }" har ingen andel: { $n ->
    [one] { $n } av ärendena ingår
   *[other] { $n } av ärendena ingår
  } inte i underlaget.
outline-field-small = "{ $field }" har ingen procent: underlaget är { $n }, och andelar redovisas från { $from }.
outline-field-base-hint = skriv count, words eller spread, som inte behöver något underlag
outline-number = Raden har vad som kan vara ett personnummer.
outline-number-hint = skriv det som avses utan numret
outline-left-out = { $n ->
    [one] Dispositionen utelämnar: { $names }
   *[other] Dispositionen utelämnar { $n } saker: { $names }
 }
cli-report-outline = skriv ett förslag till disposition, report.toml, i studiens mapp att redigera
report-overview = Ärenden
report-ages = { $known ->
    [all] Personerna
   *[some] I { $n } av { $all } ärenden framgår födelseåret: personerna
 } är { $age } år, räknat vid utgången av { $year } (födda { $born }).
report-ages-table = Ärenden efter ålder och kön
report-frame = Urvalsramen
report-frame-told = Ärendena är dragna ur en lista med { $n } ärenden; { $drawn } drogs.
report-frame-parts = I listan finns { $parts }.
report-frame-differs = { $name }: uppgivet antal { $stated }, men { $counted } i listan.
report-frame-agrees = { $n ->
    [one] Ett uppgivet antal
   *[other] { $n } uppgivna antal
 } stämmer med listan.
report-overview-table = Granskade ärenden
report-overview-open = Ärenden i granskningen
report-cases = { $per ->
    [unit] { $n ->
        [one] En post för en verksamhet ingår.
       *[other] { $n } poster för verksamheter ingår.
    }
   *[case] { $n ->
        [one] Ett ärende ingår.
       *[other] { $n } ärenden ingår.
    }
 }
report-cases-open = Granskningen har { $per ->
    [unit] { $n ->
        [one] en post för en verksamhet, som inte är klar
       *[other] { $n } poster för verksamheter, varav { $done } är klara
    }
   *[case] { $n ->
        [one] ett ärende, som inte är klart
       *[other] { $n } ärenden, varav { $done } är klara
    }
 }.
report-tables = Tabeller
report-least = lägst
report-most = högst
report-warning = Obs!
report-written = Skrev rapporten: { $file }

## report: tables

report-by-unit = { $text } – efter { $unit }
report-units = Frågor per verksamhet
report-no-value = uppgift saknas
report-net = Minst ett av svaren
report-names-rest = … och { $n } till
outside = { $who } ingår inte: { $why }.
outside-cases = { $per ->
    [unit] { $n ->
        [one] { $n } post för en verksamhet
       *[other] { $n } poster för verksamheter
    }
   *[case] { $n ->
        [one] { $n } ärende
       *[other] { $n } ärenden
    }
 }
outside-fewer = { $per ->
    [unit] färre än { $n } poster för verksamheter
   *[case] färre än { $n } ärenden
 }
outside-condition = frågan ställs bara om { $condition }
outside-not-asked = frågan ställs inte i dem
outside-open = det är ännu inte avgjort om { $condition }
outside-not-known = svaret går inte att räkna ut än
outside-na = svaret är { $answers }
outside-unanswered = frågan är obesvarad
table-about = Tabellen omfattar { $missing ->
    [0] { $base } av { $all } ärenden: de där { $condition }
   *[other] hittills { $base } av { $all } ärenden: de besvarade där { $condition }{ $n ->
        [0] {""}
       *[other] . I { $n } saknas svar som tabellen bygger på
    }
 }.
count-missing = { $per ->
    [unit] I { $n } av { $all } poster för verksamheter saknas svar som detta räknas på.
   *[case] I { $n } av { $all } ärenden saknas svar som detta räknas på.
}
table-missing = { $per ->
    [unit] I { $n } av { $all } poster för verksamheter saknas svar som tabellen bygger på.
   *[case] I { $n } av { $all } ärenden saknas svar som tabellen bygger på.
 }
table-outside-rows = { $n } av { $base } ärenden finns inte i någon av raderna.
table-outside-columns = { $n } ärenden i någon av raderna finns inte i någon av kolumnerna.
protocol-list-rows = Tabellen räknar rader (rows) och räknar upp ärenden (list) på samma gång.
protocol-list-rows-hint = ta bort det ena, eller gör två tabeller
protocol-list-people = Tabellen räknar upp ärendena ett och ett, men de är personer: urvalslistan har kön eller födelseår.
protocol-list-people-hint = räkna dem i stället, med rows; list är till för sådant som aktiviteter och rekommendationer
protocol-list-empty = Tabellen räknar upp ärenden utan att säga något om dem.
protocol-list-empty-hint = skriv vad som ska stå i varje kolumn, till exempel list = {"{"} Aktivitet = "activity", Läge = "genomford_2016" {"}"}
schema-table-list = I stället för rows: kolumnernas rubriker, var och en med id för en fråga eller uppgift. Tabellen räknar då upp sina ärenden ett och ett; bara där de inte är personer.
table-list = Tabellen räknar upp { $n } av { $all } { $per ->
    [unit] poster för verksamheter
   *[case] ärenden
 }.
table-list-none = { $per ->
    [unit] Ingen av { $all } poster för verksamheter
   *[case] Inget av { $all } ärenden
 } hör hit.
table-list-none-yet = { $per ->
    [unit] Av { $all } poster för verksamheter hör ingen hit hittills; i { $missing } av dem saknas svar som avgör det.
   *[case] Av { $all } ärenden hör inget hit hittills; i { $missing } av dem saknas svar som avgör det.
 }
table-list-condition = De där { $condition }.
table-list-hidden = Tabellen räknar upp enskilda { $per ->
    [unit] verksamheter
   *[case] ärenden
 }, och visas därför inte med --min-cell.
table-list-open = ännu inte besvarad
table-list-unanswered = obesvarad
protocol-table-per = Tabellen gäller "{ $name }". Bara en uppräkning (list) kan gälla verksamheter (unit).
protocol-table-per-hint = ta bort per, eller skriv list i stället för rows
schema-table-per = Vad en uppräkning (list) gäller: ärenden (case) eller verksamheter (unit), med en rad för varje verksamhet och uppgiftslämnare.
protocol-across = Tabellen kan inte delas upp på "{ $name }", som saknar fasta värden.
protocol-across-twice = Tabellen delas upp på "{ $name }" två gånger.
protocol-across-hint = skriv id för en fråga med svar att välja på, eller för en uppgift (attribute) med values
schema-table-across = Det som tabellen delas upp på åt sidan: en fråga med svar att välja på eller en uppgift med values, eller en lista med flera: varje värde delas då upp på nästa. Andelarna räknas per rad.
aspect-across = uppdelning åt sidan
codebook-across = Åt sidan
table-rest-across = Övriga (ingen av kolumnerna)
report-median = median
report-lower-quartile = nedre kvartil
report-upper-quartile = övre kvartil
report-differences = Skillnader mellan kön och mellan verksamheter
report-percent-from = Där underlaget är mindre än { $from } redovisas bara antal, inte andelar.
report-brief = Diagram visas vid de frågor som är en styrka eller ett utvecklingsområde i alla verksamheter. Samma rapport som webbsida eller kalkylark har diagram och tabeller efter verksamhet vid alla frågor.
report-min-cell = Antal under { $min } visas inte. Där ett sådant antal skulle gå att räkna ut är också andra antal dolda, med tecknet ”..”. Det totala antalet utanför ett underlag framgår ändå.
report-uncertainty = Osäkerhet i urvalet
difference-exploratory = Alla frågor och svar är jämförda, också där ingen skillnad var väntad. p är sannolikheten att en så stor skillnad uppstår av slumpen (Fishers exakta test, utan justering för antalet jämförelser). Listan är utforskande: den visar vad som kan vara värt att titta närmare på och bevisar ingenting.
difference-sexes = Skillnader mellan könen
difference-units = Skillnader mellan verksamheterna
difference-few = Underlag under { $from }: bara antal
difference-many = { $n ->
    [one] En jämförelse är gjord. { $rare ->
        [0] Den har inte p under 0,05.
       *[other] Den har p under 0,05.
    }
   *[other] { $n } jämförelser är gjorda. { $rare } av dem har p under 0,05; av slumpen väntas { $expected ->
        [0] färre än en
       *[other] omkring { $expected }
    }.
 }
difference-most = De { $most } största av { $n } skillnader visas.
difference-small = { $n ->
    [one] En jämförelse
   *[other] { $n } jämförelser
 } med ett underlag under { $from } ingår inte.
difference-own = Gruppen
difference-others = Övriga
difference-points = Skillnad, procentenheter
difference-p-value = p (utforskande)
difference-share = { $group } bland ärendena med svaret
difference-of = { $k } av { $n }
difference-among = { $question }: av { $n } ärenden med svaret ”{ $answer }” är { $k } i gruppen { $group }, som är { $base } av { $all } i underlaget.
uncertainty-sample = { $n } ärenden är dragna ur en lista med { $frame }. Andelarna här är uppräknade till hela listan: varje ärende räknas som så många som det står för i sin del av urvalet. Därför kan de skilja sig från andelarna i tabellerna, som gäller de granskade ärendena. Intervallet visar var andelen i hela listan ligger, med 95 procents konfidens. Det är ungefärligt och hellre för brett än för smalt.
uncertainty-added = { $n ->
    [one] Ett ärende som är tillagt för hand ingår inte.
   *[other] { $n } ärenden som är tillagda för hand ingår inte.
 }
uncertainty-table = Andelar i hela listan, med 95-procentiga konfidensintervall
uncertainty-interval = 95 % KI

# merge
cli-merge = hämta in svar från en kopia av granskningen som kodats för sig
cli-merge-copy = kopians mapp, till exempel på ett USB-minne; inget ändras i den
merge-whole = { $file }: hela filen, { $n ->
    [one] en rad.
   *[other] { $n } rader.
}
merge-joined = { $file }: { $n ->
    [one] en rad som saknades, i en ny fil.
   *[other] { $n } rader som saknades, i en ny fil.
}
merge-blanked = { $n ->
    [one] En text som tagits bort i den ena kopian är borttagen även här.
   *[other] { $n } texter som tagits bort i den ena kopian är borttagna även här.
}
merge-doubtful = { $coder }, { $place }: en text har tagits bort här i den ena kopian, och i den andra finns en text här som skrevs utan att det var känt. Läs den. Är det samma text, ta bort den med aktkoll redact.
merge-done = { $n ->
    [0] Kopian { $copy } har ingen rad som saknas här.
    [one] En rad är hämtad från { $copy }.
   *[other] { $n } rader är hämtade från { $copy }.
}
merge-same = Det är samma mapp i båda fallen.
merge-study = Kopian hör till en annan granskning: { $found }. Den här är { $expected }.
merge-protocol = Kopian har en annan version av protokollet: { $found }, här { $expected }.
merge-cases-missing = { $n ->
    [one] Ett ärende saknas i kopian: { $names }.
   *[other] { $n } ärenden saknas i kopian: { $names }.
}
merge-cases-more = { $n ->
    [one] Ett ärende finns bara i kopian: { $names }.
   *[other] { $n } ärenden finns bara i kopian: { $names }.
}
merge-cases-differ = Ärendelistorna har samma ärenden men olika uppgifter om dem.
merge-plan = Kopian har en annan plan (plan.csv).
merge-hint = kopiera protocol.toml, cases.csv och plan.csv från mappen som är rätt till den andra, och försök igen; inget hämtades

# Samstämmighet: varför ett mått saknas



## asking: tables that are not clear, and what in them is no case

ask-file = { $file }
ask-column = Vilken kolumn är { $label }?
ask-id-column = Vilken kolumn har ärendenas id?
ask-target = Vad innehåller kolumnen "{ $header }"?
ask-sheet = Vilket blad ska läsas?
ask-option = {"  "}{ $n }  { $label }
ask-none = {"  "}0  inget av dem: avbryt
ask-number = Skriv numret och tryck Retur:
ask-again = Skriv ett nummer från 0 till { $most }.
ask-pick-again = Skriv ett nummer från 1 till { $most }.
ask-option-next-time = För att slippa frågan nästa gång: { $option }
cases-no-header = Ingen rubrikrad hittades: ingen av filens första 20 rader har ärendenas id eller någon av uppgifterna.
cases-no-header-hint = skriv en rad med rubriker överst: ärende{ $names }; eller säg vad kolumnerna heter: --column case_id=Rubrik
table-sums = {"  "}Summor, lästes inte: rad { $rows }
identity-sheet = { $n ->
    [one] Här står ett personnummer, på ett blad som inte läses. Filen går inte att använda så.
   *[other] Här och i fler celler står personnummer ({ $n } celler), på ett blad som inte läses. Filen går inte att använda så.
}
identity-sheet-hint = ta bort bladet, eller spara bladet med ärendena som en egen fil

## prose: sentences for the report

prose-numbers = noll ett två tre fyra fem sex sju åtta nio tio elva tolv
prose-none-neuter = inget
prose-none-common = ingen
prose-one-neuter = ett
prose-one-common = en
prose-count-case = { $n ->
    [0] { $number } ärende
    [one] { $number } ärende
   *[other] { $number } ärenden
 }
prose-count-unit = { $n ->
    [0] { $number } verksamhet
    [one] { $number } verksamhet
   *[other] { $number } verksamheter
 }
prose-count-informant = { $number } { $n ->
    [one] uppgiftslämnare
   *[other] uppgiftslämnare
 }
prose-in-place = { $number } i { $place }
prose-in-each = { $n ->
    [1] { $number } vardera i { $places }
   *[other] { $number } i vardera { $places }
 }
prose-and-also = samt
prose-all-in = { $n ->
    [1] i { $place }
    [2] båda i { $place }
   *[other] alla { $number } i { $place }
 }
prose-least-in-each = minst { $number } i varje verksamhet
prose-so = Så är det { $shares }.
prose-but = { $some }, men { $none }
prose-nor = eller
prose-percent = { $n } procent
prose-percent-below = mindre än 1 procent
prose-percent-above = mer än 99 procent
prose-percent-sign = { $n }{"\u00A0"}%
prose-in = i { $counted }
prose-by = enligt { $counted }
prose-of = { $k } av { $of }
prose-captioned = { $caption }: { $told }
prose-clause-applies = { $clause } och frågan är aktuell
prose-clause-counted = { $clause } (de som ingår i underlaget)
# Words that deny something, in statements.
prose-negations = aldrig bara ej endast enbart ingen inget inga inte saknar saknas utan varken
prose-of-those = { $k } av { $whole ->
    [yes] de { $of }
   *[no] { $of }
 }
prose-asked-where = Frågan ställs där { $condition }.
prose-further = { $n ->
    [one] Övrigt svar är { $answers }.
   *[other] Övriga svar är { $answers }.
 }
prose-with-percent = { $part } ({ $percent })
prose-quoted = ”{ $text }”
prose-all-case = { $n ->
    [1] det enda ärendet
    [2] båda ärendena
   *[other] samtliga { $number } ärenden
 }
prose-all-unit = { $n ->
    [1] den enda verksamheten
    [2] båda verksamheterna
   *[other] samtliga { $number } verksamheter
 }
prose-all-informant = { $n ->
    [1] den enda uppgiftslämnaren
    [2] båda uppgiftslämnarna
   *[other] samtliga { $number } uppgiftslämnare
 }
prose-all = { $n ->
    [2] båda
   *[other] samtliga { $number }
 }
prose-no-base = { $none } ingår i underlaget.
prose-answered = svar finns { $place }.
prose-several = Flera svar kan ges.
prose-answers = { $n ->
    [one] Det enda svar som getts är { $answers }.
   *[other] Svaren är { $answers }.
 }
prose-common = { $n ->
    [one] Det vanligaste svaret är { $answers }.
   *[other] De vanligaste svaren är { $answers }.
 }
prose-among = bland { $group }
prose-time = { $time }
prose-neither = { $answer } { $none }, varken { $times }.
prose-spread = { $start }: { $spread }.
prose-one-place = { $start }, { $n ->
    [1] i { $place }
    [2] båda i { $place }
   *[other] alla { $number } i { $place }
 }.
prose-number-one = Det enda värdet{ $unit } är { $value } { $place }.
prose-mean = Medelvärdet är { $mean } och medianen { $median } { $place }.
prose-range = Värdena ligger mellan { $low } och { $high }.
prose-range-in = Värdena ligger mellan { $low } och { $high } { $place }.
prose-year-one = Året är { $year } { $place }.
prose-years = Det tidigaste året är { $first } och det senaste { $last } { $place }.
prose-mean-of = { $mean } { $group } ({ $n })
prose-number-base = Underlaget är { $n }.
prose-means = Medelvärdet är { $means }.

## remark: what a reader of the report is told beside the counts

preliminary = Preliminärt: { $what }.
preliminary-blank = { $per ->
    [unit] { $n } av { $all } poster för verksamheter är inte { $n ->
        [one] kodad
       *[other] kodade
    }
   *[case] { $n } av { $all } ärenden är inte { $n ->
        [one] kodat
       *[other] kodade
    }
 }
preliminary-begun = { $per ->
    [unit] { $n } av { $all } poster för verksamheter är inte { $n ->
        [one] klar
       *[other] klara
    }
   *[case] { $n } av { $all } ärenden är inte { $n ->
        [one] klart
       *[other] klara
    }
 }
preliminary-begun-too = { $n ->
    [one] { $n } är { $per ->
        [unit] påbörjad men inte klar
       *[case] påbörjat men inte klart
    }
   *[other] { $n } är påbörjade men inte klara
 }
preliminary-side = { $name }: { $told }
preliminary-word = preliminärt
preliminary-table = { $title } (preliminär)
preliminary-differences = { $n ->
    [one] En skillnad mellan granskarna är inte avgjord, så svaret kan ändras.
   *[other] { $n } skillnader mellan granskarna är inte avgjorda, så svaren kan ändras.
 }
remark-small = Gruppen är liten ({ $n ->
    [one] 1 ärende
   *[other] { $n } ärenden
 }): andelar redovisas inte.
remark-unanswered = { $per ->
    [unit] Svar saknas i { $n ->
        [one] 1 post för en verksamhet, som inte ingår i underlaget
       *[other] { $n } poster för verksamheter, som inte ingår i underlaget
    }
   *[case] Svar saknas i { $n ->
        [one] 1 ärende, som inte ingår i underlaget
       *[other] { $n } ärenden, som inte ingår i underlaget
    }
 }.
remark-open = { $per ->
    [unit] { $n ->
        [one] I 1 post för en verksamhet är det inte avgjort om frågan ska ställas. Den ingår inte i underlaget.
       *[other] I { $n } poster för verksamheter är det inte avgjort om frågan ska ställas. De ingår inte i underlaget.
    }
   *[case] { $n ->
        [one] I 1 ärende är det inte avgjort om frågan ska ställas. Ärendet ingår inte i underlaget.
       *[other] I { $n } ärenden är det inte avgjort om frågan ska ställas. Ärendena ingår inte i underlaget.
    }
 }
sample-unbalanced = Urvalet är inte proportionellt: vissa grupper utgör en större eller mindre del av urvalet än av alla ärenden. Totalsiffrorna gäller de granskade ärendena, inte alla ärenden.


## export: other programs' files
cli-export = skriv svaren till filer för Excel, SPSS, R, Stata, REDCap och andra program
cli-export-format = csv, excel, xlsx, jsonl, stat (SPSS, R och Stata), redcap, datapackage eller all (standard för .xlsx och .jsonl: efter filens ändelse)
cli-export-out = mappen som filerna skrivs till (standard: GRANSKNING-export), eller filen om det bara blir en
cli-export-filter = bara ärenden där NYCKEL=A|B, NYCKEL!=A, NYCKEL>=N eller NYCKEL<=N; upprepa för att kombinera
cli-export-replace = skriv över filer som redan finns
cli-export-birth_year = ta med födelseår i stället för åldersgrupp
cli-export-texts = ta med kommentarer, citat, märken och bokmärken i en egen fil
cli-export-evidence = ta med var i akten svaren hittades i en egen fil
cli-export-coders = ta med vem som har granskat
export-case = Ärende
export-coder = Granskare
export-age-group = Åldersgrupp
export-yes = Ja
export-no = Nej
export-exposure = Filerna innehåller inga namn men är inte anonyma. Tänk på vem som får dem:
export-few-groups = Färre än { $few } ärenden: { $list }.
export-few-answers = Känsliga frågor med svar från färre än { $few } ärenden: { $list }.
export-free-texts = Fritextsvar kan peka ut någon: { $list }.
export-partial-dates = { $n ->
    [one] 1 datum saknar dag eller månad och är tomt i REDCap-filen.
   *[other] { $n } datum saknar dag eller månad och är tomma i REDCap-filen.
 }
export-xlsx = Arbetsboken kan inte skrivas: { $cause }.
export-preliminary = Filerna har ofärdiga ärenden med. { $told }
export-several = Det blir { $n } filer, men du har bara angett en.
export-several-hint = ange en mapp med --out
export-format = { $ending ->
    [empty] inget format är angivet
   *[other] filnamnets ändelse säger inte vilket format det är: ”{ $ending }”
 }
export-format-hint = lägg till --format csv, excel, xlsx, jsonl, stat, redcap, datapackage eller all; xlsx och jsonl framgår också av --out FIL.xlsx eller FIL.jsonl
export-there = Filen finns redan.
export-there-hint = kör med --replace för att skriva över den, eller ange en annan mapp med --out

# Samstämmighet: varför ett mått saknas
agreement-nothing-paired = går inte att beräkna: inget ärende är kodat av två granskare
agreement-all-alike = går inte att beräkna: alla svar är lika
agreement-one-case = inget intervall: bara ett ärende
agreement-no-spread = inget intervall: ärendena skiljer sig för lite åt
agreement-unstable = inget intervall: för få olika svar

# the report's formats
report-contents = Innehåll
report-table = Tabell
report-chart = Diagram
report-bars = Andel av underlaget; siffrorna är antal.
report-hidden = dolt (..)
report-of = av { $n }
report-date = Datum
report-protocol = Granskningsprotokoll
report-quoted = Språk
report-quoted-from = { $lang ->
    [sv] Frågor, svar och rubriker citeras ur granskningsprotokollet, på svenska.
   *[en] Frågor, svar och rubriker citeras ur granskningsprotokollet, på engelska.
 }
report-version = { $id }, version { $version }
report-template = mallen för rapporten går inte att använda: { $cause }
report-template-hint = rätta mallen, eller ta bort filen för att använda programmets egen
report-sheet-about = Om
report-sheet-charts = Diagramdata
report-key = Så läses tabellerna
report-key-share = andel av underlaget; cellen innehåller det exakta värdet och visar hela procent
report-key-count = antal ärenden
report-key-base = de ärenden som frågan gäller och som har ett svar som räknas
report-key-nothing = det finns inget att räkna
report-key-hidden = dolt, så att ingen kan pekas ut
report-terminal = rapportformatet går inte att visa i terminalen
report-terminal-hint = ange en fil: -o rapport.{ $ending }
report-ending = filnamnets ändelse stämmer inte med formatet: ”{ $ending }”
report-ending-hint = skriv till exempel -o rapport.{ $ending }, eller ange formatet med --format md|html|xlsx|docx
report-in-ledger = i svarsloggens mapp får bara svar ligga; välj en annan plats för rapporten
report-other-file = filen finns redan, och är antingen ingen rapport eller ändrad efter att programmet skrev den
report-other-file-hint = välj ett annat namn, eller flytta filen först

## strengths, development areas, and quotes for the report

action-strengths = styrkor och utvecklingsområden för rapporten
action-quotes = citat för rapporten
action-strike = avvisa förslaget, eller ta tillbaka det (i listan över styrkor)
action-reword = skriv om ditt eget citat (i listan över citat)
op-item = styrka eller utvecklingsområde
op-evidence = belägg
title-strengths = Styrkor och utvecklingsområden
title-strengths-signs = Styrkor (+) och utvecklingsområden (-)
title-quotes = Citat för rapporten
title-source = Vilken handling är citatet från?
title-answers = Svar på fråga { $n }
title-item = Formulering i rapporten (tomt: som förslaget)
title-item-own = Skriv den som den ska stå i rapporten
footer-keep = behåll, skriv om
footer-add = lägg till
footer-strike = avvisa
footer-pick = välj
footer-reword = skriv om
strengths-joint = Alla verksamheter
strengths-how = Förslagen följer antalen tills du behåller, skriver om eller avvisar dem.
strengths-kept = Styrkor
developments-kept = Utvecklingsområden
strengths-proposed = Förslag (inte genomgångna)
strength-one = Styrka
strength-new = Ny styrka, { $unit }
development-new = Nytt utvecklingsområde, { $unit }
development-one = Utvecklingsområde
strength-add = Lägg till en styrka med egna ord
development-add = Lägg till ett utvecklingsområde med egna ord
strength-proposed = { $question } Oftast: { $answer }.
development-proposed = { $question } För sällan: { $answer }.
strength-at-least = minst { $percent } procent av { $cases }
strength-at-most = högst { $percent } procent av { $cases }
strength-all = samtliga ärenden
strength-none = inget av { $cases }
strength-cases = ärendena
strength-cases-where = de ärenden
strength-applies = där frågan är aktuell
strength-count = { $k } av { $n }
strength-is-proposed = förslag
strength-is-struck = avvisat
strength-is-kept = behållen
strength-is-changed = antalen ändrade
strength-changed = antalen har ändrats sedan raden skrevs
strength-hidden = antalen visas inte, något av dem är litet
terminal-not-saved-item = öppna granskningen igen och se efter bland styrkor och utvecklingsområden: raden kan ändå ha hunnit till disken
study-threshold-percent = strength_from är { $found }, men ska vara mellan 1 och 100 procent.
study-threshold-both = development_to är { $development } och strength_from { $strength }: samma svar kan inte vara både styrka och utvecklingsområde.
study-threshold-hint = skriv till exempel strength_from = 80 och development_to = 50
quote-file = akt
quote-source = Ur { $document }
quote-source-unit = Ur { $document }, { $unit }
quote-by = Skrivet av { $coder }
quote-has-number = Här står ett personnummer. Citatet kan inte användas i rapporten.
quote-names-own = Möjliga namn: { $names }. Skriv om citatet ({ $key }) innan det används i rapporten.
quote-names-other = Möjliga namn: { $names }. Be { $coder } skriva om citatet.
screen-no-quotes = Det finns inga citat.
screen-own-names = { $n ->
    [one] Ett av dina valda citat kan röja någon. Gå till det och skriv om det.
   *[other] { $n } av dina valda citat kan röja någon. Gå till dem och skriv om dem.
}
screen-quote-names = Valt, men kan innehålla namn.
screen-quote-of-other = Citatet är { $coder }s, eller från en annan omgång, och skrivs om där.
report-quotes = Citat
report-examples = Goda exempel
report-number-quote = Citatet från { $case_id }, fråga { $n }, skrivet av { $coder }, innehåller ett personnummer. Rapporten skrevs inte.
report-number-quote-hint = den som skrev citatet tar bort det med: aktkoll redact { $study } --case { $case_id } --question { $question }
report-number-item = En styrka eller ett utvecklingsområde innehåller ett personnummer. Rapporten skrevs inte.
report-number-hint = den som skrev texten tar bort den med: aktkoll redact { $study }
names-by-login = { $names } har kodat under samma inloggning, { $login }. Är det en och samma person räknas svaren som två granskares: fortsätt med ett av namnen (--coder), och ta över ärendena från det andra ({ $key } på skärmen). Är det flera som delar inloggning är allt som det ska.
names-found = { $n ->
    [one] Ett ord kan vara ett namn eller en plats. Kontrollera det innan { $what ->
        [report] rapporten
       *[export] filerna
    } lämnas ut.
   *[other] { $n } ord i { $texts } texter kan vara namn eller platser. Kontrollera dem innan { $what ->
        [report] rapporten
       *[export] filerna
    } lämnas ut.
}
names-at = {"  "}{ $place }: { $names }
text-quote = citat
text-answer = svar i fritext
text-finding = styrkor och utvecklingsområden
text-rule = regel
text-note = kommentar
text-drop = varför ärendet utgår
text-bookmark = bokmärke
text-id = ärendet { $id }, dess id

# the comparison
cli-compare = jämför granskningar sida vid sida
cli-compare-studies = två eller fler granskningar (en med --times)
cli-compare-map = frågor, svar, uppgifter eller värden som är desamma trots olika id: ID=ID eller ID:VÄRDE=ID:VÄRDE, den första granskningens först; upprepa för fler
cli-compare-times = två tidpunkter i en granskning: --times 2016 2017
cli-compare-areas = alla granskningarna, kvalitetsområde för kvalitetsområde (inte json och csv)
cli-compare-format = text, json, csv, md, html, docx eller xlsx
cli-compare-output = fil att skriva till (md, html, docx, xlsx)
compare-written = Skrev jämförelsen: { $file }
compare-no-file = --output skriver md, html, docx eller xlsx. Använd > för att skriva andra format till en fil.
compare-two = Ange minst två granskningar att jämföra.
compare-several = Ange minst två granskningar.
compare-times-one = --times jämför två tidpunkter i en enda granskning.
compare-how = aktkoll compare MAPP MAPP [MAPP…]; aktkoll compare MAPP --times 2016 2017; aktkoll compare MAPP MAPP MAPP --areas
compare-no-question = Frågan { $name } finns inte i { $study }.
compare-mapped-twice = En av frågorna i { $one }={ $other } har redan en motsvarighet.
compare-title = Jämförelse: { $one } och { $other }
compare-direction = Förändringen är { $other } minus { $one }.
compare-studies = Om jämförelsen
compare-side = protokoll { $id }, version { $version }; { $n ->
    [one] 1 ärende
   *[other] { $n } ärenden
}
compare-chosen = ärendena drogs inte med programmet
compare-drawn = dragna ur { $frame ->
    [one] 1 ärende
   *[other] { $frame } ärenden
}
compare-rounding = Förändringen är räknad på de exakta andelarna och kan därför skilja en procentenhet från de avrundade.
compare-bases = En andel kan ändras för att underlaget har ändrats. Där underlagen skiljer sig visas därför båda granskningarna också på vart och ett av underlagen.
compare-interval-note = Intervallen är 95-procentiga (Newcombe) och räknar varje granskning som ett enkelt slumpmässigt urval.
compare-same-cases = Ärendena är desamma båda gångerna, så inga intervall beräknas.
compare-no-sample = Inga intervall beräknas, eftersom detta inte är ett slumpmässigt urval ur en större ram: { $names }.
compare-common = Gemensamma frågor
compare-nothing = Granskningarna har inga frågor som går att jämföra.
compare-own = Var och en på sitt eget underlag
compare-on = Båda på underlaget i { $name }
compare-both = Bara ärenden som har svar vid båda tidpunkterna
compare-change = Förändring
compare-points = procentenheter
compare-interval = intervall
compare-from-to = { $low } till { $high }
compare-unasked = { $name }: frågan ställdes inte i { $n ->
    [one] 1 ärende
   *[other] { $n } ärenden
} av underlaget, som räknas som att svaret saknas.
compare-no-counterpart = Villkoret { $condition } i { $has } har ingen motsvarighet i { $lacks }; där gäller frågans eget villkor.
compare-no-value = Underlaget i { $has } omfattar { $condition }. Det värdet finns inte i { $lacks }, så där räknas bara de övriga: jämför försiktigt, eller ange värdets motsvarighet med --map FRÅGA:SVAR=FRÅGA:SVAR.
compare-mapped-choice = { $one }={ $other }: frågorna eller uppgifterna är inte desamma i de två granskningarna.
compare-mapped-choice-hint = ange dem också: --map FRÅGA=FRÅGA
compare-not-comparable = Går inte att jämföra
compare-only-in = Finns bara i { $name }
compare-per = den ena gäller ärenden, den andra verksamheter
compare-kind = frågorna besvaras på olika sätt
compare-unit = olika enheter: { $one } och { $other }
compare-words = texter och datum redovisas inte som andelar
compare-choices = olika svarsalternativ; bara i den första: { $one }; bara i den andra: { $other }
compare-text = Frågan är formulerad på olika sätt: ”{ $one }” och ”{ $other }”
compare-guidance = Vägledningen eller svarens betydelse skiljer sig åt.
compare-map-two = --map gäller när två granskningar jämförs.
compare-series-note = Varje granskning räknas på sitt eget underlag. En tom rad betyder att frågan inte ställdes.
compare-series-bases = Underlaget i { $one } och { $other } är inte detsamma: jämför de två för sig, så visas båda på vart och ett av underlagen.
compare-series-alone = frågan finns bara där
strengths-joint-short = alla verksamheter
report-key-results = Det viktigaste
report-key-best = Minst { $percent } procent har det svar som eftersträvas:
report-key-weakest = Högst { $percent } procent har det svar som eftersträvas:
compare-areas-title = Granskningar sida vid sida
compare-areas-note = Tabellerna visar hur stor andel av underlaget som har det önskade svaret. Underlagen kan skilja sig mellan granskningarna: jämför två i taget utan --areas. En tom cell betyder att frågan inte ställdes.
compare-areas-table = Önskade svar

# the method
cli-report-coders = skriv ut granskarnas namn i metodavsnittet
method = Metod
method-sample = Urval
method-not-drawn = Ärendena drogs inte med programmet. Granskningen anger inte hur de valdes.
method-date = Draget
method-seed = Frö
method-per = Draget per
method-drawing = Varje ärende har ett slumptal: SHA-256 av fröet och ärendets id. I varje grupp drogs ärendena med de lägsta slumptalen, så vem som helst kan upprepa dragningen.
method-strata = Urvalsram och dragna ärenden
method-short = saknas
method-short-note = { $n ->
    [one] 1 ärende saknas
   *[other] { $n } ärenden saknas
} eftersom urvalsramen inte räckte. De ersattes inte från andra grupper.
method-added = Tillagda för hand, inte dragna: { $n }
method-replaced = Ersatta med nästa i samma grupp: { $n }
method-dropped = Ärenden som utgår
method-dropped-n = { $n ->
    [0] Inget ärende utgår.
    [one] 1 ärende utgår och räknas inte:
   *[other] { $n } ärenden utgår och räknas inte:
}
method-dropped-reason = { $reason }: { $n }
method-protocol = Granskningsprotokoll
method-id = Protokoll
method-version = Version
method-hash = SHA-256
method-questions = Antal frågor
method-changed = Ändrat sedan senaste kodningen:
method-changed-on = Ändrat { $day }:
method-version-lost = En tidigare version av protokollet finns inte kvar i mappen. Därför går det inte att säga vad som ändrades.
method-unchanged = Protokollet är detsamma som när kodningen började.
method-rules = Kodningsregler
method-rule = { $day }, fråga { $question }: { $text }
method-rule-by = { $day }, fråga { $question }: { $text } ({ $coder })
method-coders = Granskare
method-coders-table = Ärenden per granskare
method-coder = Granskare { $n }
method-cases = Ärenden
method-coders-note = Ett ärende kan ha svar från flera granskare.
method-round-first = granskning
method-imports = Inlästa filer
method-import = { $day }: { $file }, SHA-256 { $hash }
method-figures = Så är det räknat
method-base = Underlaget är de ärenden där frågan ställdes och har ett svar som räknas. Under varje tabell står vilka ärenden som är utanför. Ärenden som utgår räknas inte någonstans.
method-rounding = Andelar är hela procent. Halva avrundas uppåt, var andel för sig, så de blir inte alltid 100 tillsammans.
method-percent-from = Är underlaget mindre än { $n } visas bara antal.
method-evidence = För { $k } av { $n } svar ({ $pct } procent) är det antecknat var i akten de hittades.
method-suppressed = Antal under { $n } är dolda, liksom antal som skulle avslöja dem.
method-coded-with = Kodat med { $programs }
method-made-with = Räknat med { $program }

## phase: feedback before the report is adopted, and what the manager is told

cli-status-phase = börja faktaavstämning, eller gå tillbaka till granskning
cli-list-comments = lista i stället kommentarerna, med ärende, verksamhet, kön, fråga och svar
list-no-comments = Inga kommentarer har skrivits.
list-comments-case = Om ärendet i stort
cli-list-told = lista i stället ärenden där chefen ska informeras, och vad som sagts
cli-report-feedback = det en verksamhet får se innan rapporten fastställs: de egna svaren bredvid totalen
cli-report-unit = verksamheten som återkopplingen gäller, kod eller namn
phase-unknown = "{ $name }" är ingen fas.
phase-unknown-hint = skriv faktaavstämning eller granskning
phase-begun = Faktaavstämningen har börjat. Nu frågar skärmen efter ett skäl varje gång ett svar ändras. Den som har granskningen öppen måste stänga och öppna den igen.
phase-already = Faktaavstämningen började redan { $date }. Inget ändrades.
phase-leave = { $n ->
    [one] Ett svar är ändrat
   *[other] { $n } svar är ändrade
  } under faktaavstämningen. Listan över ändringarna går förlorad. Gå tillbaka ändå? (ja/nej)
phase-review = Granskningen är i granskningsfasen. Inga skäl efterfrågas.
title-reason = Ändringen är sparad. Varför ändras svaret under faktaavstämningen? Inga namn. ({ $key }: skriv skälet senare)
reason-later = Svaret är sparat, utan skäl. { $key } listar svar som saknar skäl.
escalation-title = Vad fick vilken chef (befattning) veta, när? Inga namn.
escalation-note = anteckna vad chefen har fått veta …
escalation-summary = Till chefen: { $text }
escalation-none = Inget ärende är märkt "meddela chefen".
escalation-not-noted = inget antecknat
escalation-missing = Meddela chefen: inget antecknat
status-changed = Ändrat under faktaavstämningen
status-changed-unreasoned = Ändrat, men skäl saknas
import-changed = { $n ->
    [one] Ett svar
   *[other] { $n } svar
  } ändras under faktaavstämningen. Skriv ett skäl på skärmen: { $key }, { $key_open } på listan "Ändrat, men skäl saknas", sedan { $key_note }.
feedback-subtitle = Arbetsmaterial. Återkoppling till { $unit }
feedback-heading = Innan rapporten fastställs
feedback-purpose = Det här är arbetsmaterial. Hör av er om något är fel innan rapporten fastställs.
feedback-cases = { $n ->
    [one] Ett av { $all } granskade ärenden gäller { $unit }.
   *[other] { $n } av { $all } granskade ärenden gäller { $unit }.
  }
feedback-cases-hidden = Hur många av ärendena som är från { $unit } visas inte.
feedback-cases-open = { $n ->
    [one] Ett av granskningens { $all } ärenden gäller { $unit }.
   *[other] { $n } av granskningens { $all } ärenden gäller { $unit }.
  }
feedback-no-such-unit = Verksamheten "{ $name }" finns inte i ärendelistan.
feedback-two-units = Granskningen har bara två verksamheter: den som drar ifrån sina egna svar från totalen får fram svaren för { $other }.
changes-heading = Ändrat under faktaavstämningen
changes-since = Faktaavstämningen började { $date }. { $n ->
    [0] Inget svar har ändrats sedan dess.
    [one] Ett svar har ändrats sedan dess.
   *[other] { $n } svar har ändrats sedan dess.
  }
changes-unreasoned = { $n ->
    [one] En ändring
   *[other] { $n } ändringar
  } saknar skäl.
changes-change = Ändring
changes-reason = Skäl

## gold: cases that everybody codes first, and drift

wave-gold = kalibrering
plan-gold = { $n ->
    [one] Ett kalibreringsärende kodas av alla före resten.
   *[other] { $n } kalibreringsärenden kodas av alla före resten.
 } De andras svar jämförs med svaren från { $reference }.
plan-gold-few = Bara { $n } av { $wanted } kalibreringsärenden går att få: de andra är redan påbörjade.
plan-gold-alone = Kalibreringsärenden kräver minst en granskare utöver { $coder }.
plan-gold-begun = { $id } kan inte bli kalibreringsärende: någon annan än { $coder } har redan börjat på det.
plan-gold-begun-hint = välj ett annat ärende, eller en annan att jämföra med: --reference NAMN
plan-gold-dropped = { $id } kan inte bli kalibreringsärende: det utgår.
plan-gold-coder = Ett kalibreringsärende behöver en granskare i kolumnen coder, som de andras svar jämförs med.
plan-required = För att gå vidare från kalibreringsärendena krävs nu { $required } procent lika svar.
study-required = required under [gold] är { $found }, men ska vara mellan 0 och 100 procent.
gold-own = Koda kalibreringsärendena först: { $done } av { $all } klara. Avsluta och öppna granskningen som nyss, med --round second; de står överst.
gold-others = Dina kalibreringsärenden är klara, men { $coder } har bara kodat klart { $done } av { $all }. Vänta på { $coder }, eller ta bort kravet: aktkoll plan MAPP --required 0.
gold-below = Kalibreringen: { $alike } av { $of } svar lika, { $percent } procent; kravet är { $required }. Gå igenom skillnaderna (aktkoll resolve MAPP), ta sedan fler kalibreringsärenden (aktkoll plan med --gold) eller sänk kravet (aktkoll plan MAPP --required).
gold-passed = Kalibreringen är klar. Avsluta och öppna utan --round för att koda resten.
cli-plan-gold = antal kalibreringsärenden, som alla kodar före resten, fördelade över verksamhet och kön
cli-plan-gold_case = valda ärenden som kalibreringsärenden
cli-plan-reference = granskaren som de andra jämförs med i kalibreringsärendena (standard: den första i --coders)
cli-plan-required = procent lika svar som krävs för att gå vidare från kalibreringsärendena (standard: 90)
drift-waves = Samstämmighet över tid
drift-waves-none = Inget kalibreringsärende eller ärende med våg i planen är färdigkodat av två än.
drift-wave-name = { $wave ->
    [gold] Kalibrering
    [early] Tidigt
    [middle] I mitten
   *[late] Sent
 }
drift-wave = { $wave }: { $alike } av { $of } lika ({ $percent } procent; { $low }–{ $high })
drift-wave-few = { $wave }: { $alike } av { $of } lika
drift-waves-read = Den andra kodningen jämförs med den första, svar för svar, utom fritext. Efter procenten står ett 95-procentigt intervall (Wilson). Det räknar varje svar för sig; svaren i samma ärende hänger ihop, så intervallet är troligen för smalt.
drift-change = { $less ->
    [yes] Lika svar är ovanligare
   *[no] Lika svar är vanligare
 } { $to } än { $from }, mer än slumpen brukar ge (p = { $p }, Fishers exakta test; av samma skäl som intervallen snarast för lågt, och utforskande).
drift-coders = Svaren, granskare för granskare
drift-coders-none = Det finns inga granskare att jämföra: två behöver ha kodat ärenden av samma verksamhet och kön.
drift-coders-read = Andelen önskvärda svar hos var och en jämförs med övrigas, bara där båda har ärenden av samma verksamhet och kön. De övrigas andel är omräknad till granskarens egen fördelning på verksamhet och kön. Skillnader kan bero på ärendena: det här visar vad som är värt att prata om och bevisar ingenting.
drift-many = { $n ->
    [one] En jämförelse är gjord.
   *[other] { $n } jämförelser är gjorda.
 } { $rare } av dem har p under 0,05 (exakt stratifierat test, utforskande); av slumpen väntas { $expected ->
    [0] färre än en
   *[other] omkring { $expected }
 }.
drift-contrast = Fråga { $question }: { $coder } har svarat { $answer } i { $k } av { $n } ({ $percent } procent), { $other } omräknat i { $expected } procent ({ $l } av { $m }); p = { $p }.
drift-few = { $n ->
    [one] En jämförelse har ett underlag under { $from }: bara antal.
   *[other] { $n } jämförelser har ett underlag under { $from }: bara antal.
 }
drift-others = övriga

## together: discussions, and two at one screen
discussion-raise = Kollegorna ser märket. { $key } och { $key_open }: skriv din fråga.
discussion-reply = Svara i diskussionen …
discussion-rule = Gör en regel av slutsatsen …
discussion-settle = Avsluta diskussionen
discussion-raised = { $who } vill diskutera frågan
discussion-settled = Diskussionen är avslutad ({ $who })
discussion-how = { $key }: svara eller gör en regel
discussion-new = { $coder } vill diskutera { $case_id }, fråga { $n }.
discussion-new-reply = { $coder } har skrivit om { $case_id }, fråga { $n }.
discussion-new-rule = Ny regel av { $coder } för fråga { $n }. { $looks ->
    [one] Ett av dina svar ska ses över ({ $key }).
   *[other] { $looks } av dina svar ska ses över ({ $key }).
 }
title-discussion = Skriv din fråga eller ditt svar. Inga namn.
status-joint = Kodade tillsammans
cli-with = vem som sitter bredvid och kodar tillsammans med dig
co-coder-self = ”{ $name }” är du själv.
co-coder-self-hint = Skriv namnet på den som sitter bredvid: --with NAMN
co-coder-blind = I en blind omgång kodar var och en ensam.
with-blind-hint = Starta utan --with.

## differences: where codings differ, and what is settled together

difference-open = öppen
difference-discuss = diskutera
difference-rule = kräver en regel
difference-settled = avgjord
difference-not-asked = frågan ställs inte
difference-unanswered = inget svar
difference-found = belägg: { $places }
differences-all = { $n ->
    [0] Inga skillnader
    [one] 1 skillnad
   *[other] { $n } skillnader
  }
differences-settled = { $n ->
    [one] 1 avgjord
   *[other] { $n } avgjorda
  }
differences-discuss = { $n } att diskutera
differences-rule = { $n } kräver en regel
differences-open = { $n ->
    [one] 1 öppen
   *[other] { $n } öppna
  }
differences-unfinished = { $n ->
    [one] Ett ärende är inte klart hos båda än.
   *[other] { $n } ärenden är inte klara hos båda än.
  }
action-differences = skillnader mellan granskarna: avgör dem, eller visa listan
action-first-answer = skillnader: ta den första granskarens svar
action-second-answer = skillnader: ta den andra granskarens svar
status-differences = Skillnader att avgöra
title-differences = Skillnader mellan granskarna
differences-order = Svaren i ordning: { $coders }
resolve-at = skillnad { $n } av { $of }
resolve-none = Inga skillnader mellan granskare som båda är klara.
resolve-none-yet = Inga skillnader än: { $n ->
    [one] ett ärende
   *[other] { $n } ärenden
  } är inte klara hos båda granskarna.
resolve-begun = Svara, eller ta ett svar med tangenten vid namnet.
resolve-unavailable-no-difference = Här finns ingen skillnad att avgöra.
resolve-unavailable-now = Det går inte medan ni avgör skillnader.
resolve-unavailable-outside = Tangenten tar en granskares svar när ni avgör skillnader.
resolve-no-answer = { $coder } har inget svar här.
resolve-no-open = Ingen skillnad är öppen.
resolve-left = Tillbaka till granskningen.
resolve-joint = Gemensamt svar: { $answer }
resolve-flag-discuss = Att diskutera
resolve-flag-rule = Kräver en kodningsregel
resolve-reason = Skäl: { $text }
title-resolve-reason = Varför avgörs fråga { $n } så? Inga namn.
footer-skip = hoppa över
footer-reason = skäl
footer-discuss = diskutera
footer-rule = regel
footer-list = lista
history-joint = gemensamt
history-reason = { $at }  { $coder }: skäl till det gemensamma svaret: { $text }
cli-resolve = avgör skillnaderna mellan granskarna tillsammans; --round second eller spot begränsar till den omgången
cli-resolve-study = granskningens mapp
cli-resolve-format = skriv listan i stället: text, json eller csv
resolve-round = Skillnader går bara att avgöra för omgångarna second och spot.
resolve-list-joint = gemensamt: { $answer } ({ $coder })
resolve-list-reason = skäl: { $text }

## spot: a few finished cases, coded once more without seeing the first coding

action-spot = stickprov: dra klara ärenden att koda blint, eller se resultatet
op-spot = dragning till stickprov
title-spot = Stickprovets resultat
title-cases = Stickprov: hur många ärenden? { $key } ger { $n }.
spot-page = stickprov: resultatet av ditt senaste
spot-line = Stickprovet: { $sum }
spot-place = Du ser en skillnad från stickprovet. { $key } går till { $case_id }, där du själv var.
spot-sum = { $share } lika, { $n ->
    [one] 1 ärende
   *[other] { $n } ärenden
 }
spot-share = { $k }{"\u00A0"}av{"\u00A0"}{ $n }{"\u00A0"}svar
spot-share-percent = { $k }{"\u00A0"}av{"\u00A0"}{ $n }{"\u00A0"}svar ({ $percent }{"\u00A0"}procent)
spot-steps = Ska frågan ställas? { $applies } lika. Svaret, där båda menar att den ska ställas: { $answers } lika.
spot-nothing = Det finns inga svar att jämföra än.
spot-dropped = { $n ->
    [one] 1 draget ärende kunde inte granskas.
   *[other] { $n } dragna ärenden kunde inte granskas.
 }
spot-left = { $n } av { $of } ärenden är kvar att koda.
spot-you = du
spot-days = du själv, { $n ->
    [0] samma dag
    [one] 1 dag tidigare
   *[other] { $n } dagar tidigare
 }
spot-weeks = du själv, { $n } veckor tidigare
spot-note = Kommentar: { $text }
spot-not-asked = frågan ställs inte
spot-drawn = { $n ->
    [one] 1 ärende är draget
   *[other] { $n } ärenden är dragna
 }, frö { $seed }: { $ids }
spot-fewer = Bara { $n } av { $wanted } går att dra.
spot-open = Ett stickprov är öppet, { $n } av { $of } ärenden är kvar, frö { $seed }: { $ids }
spot-notice = Stickprov, frö { $seed }: { $n } av { $of } kvar. Resultatet visas efter det sista.
spot-finished = { $n ->
    [one] Stickprovet är klart, 1 ärende.
   *[other] Stickprovet är klart, { $n } ärenden.
 }
spot-next = Koda dem med: aktkoll { $dir } --round spot
spot-none = Inget ärende går att dra: { $reasons }.
spot-none-hint = dra igen när kollegor har kodat klart ärenden; --retest drar egna
spot-ineligible-not-meant = { $n } ingår inte i avgränsningen
spot-ineligible-blind = { $n } har du redan kodat blint eller ska koda blint
spot-ineligible-own = { $n } är { $n ->
    [one] ditt eget
   *[other] dina egna
 }
spot-ineligible-not-own = { $n } är inte { $n ->
    [one] ditt
   *[other] dina
 }
spot-ineligible-unfinished = { $n } är inte { $n ->
    [one] klart
   *[other] klara
 }
spot-ineligible-recent = { $n } blev { $n ->
    [one] klart
   *[other] klara
 } för mindre än { $days } dagar sedan
spot-where = Ett stickprov kan inte avgränsas efter svar: då vet du svaren i förväg.
spot-number = Skriv ett antal, 1 eller fler.
spot-not-drawn = Ärendet är inte med i stickprovet.
spot-never = Inget stickprov är draget.
spot-never-how = Inget stickprov är draget, så här finns inget att koda. Dra ett med kommandot spot, eller gå tillbaka till den vanliga granskningen.
spot-how = dra ett med: aktkoll spot MAPP -n 5
spot-nothing-open = Inget stickprov är öppet.
spot-given-up = { $n ->
    [one] 1 ärende är inte längre draget
   *[other] { $n } ärenden är inte längre dragna
 }: { $ids }
spot-kept = { $n ->
    [one] 1 ärende var redan klart. Det står kvar och jämförs.
   *[other] { $n } ärenden var redan klara. De står kvar och jämförs.
 }
cli-spot = dra några klara ärenden och koda dem blint
cli-spot-n = hur många ärenden
cli-spot-seed = frö: samma frö ger samma ärenden (standard: numret på den senaste raden i svarsloggen)
cli-spot-filter = bara ärenden där det här gäller i ärendelistan, till exempel unit=BRO
cli-spot-retest = egna ärenden i stället för andras
cli-spot-after = hur många dagar sedan de egna ärendena ska ha blivit klara
cli-spot-cancel = avbryt det öppna stickprovet; klara ärenden står kvar
cli-spot-result = visa resultatet av det senaste stickprovet
cli-spot-format = resultatets form: text eller json
import-unfinished = { $per ->
    [unit] { $n ->
        [one] 1 post för en verksamhet saknar svar och är inte klar
       *[other] { $n } poster för verksamheter saknar svar och är inte klara
    }
   *[case] { $n ->
        [one] 1 ärende saknar svar och är inte klart
       *[other] { $n } ärenden saknar svar och är inte klara
    }
 }: { $places }

## agree: how far coders agree

cli-agree = visa samstämmigheten mellan granskare som kodat samma ärenden var för sig
cli-agree-questions = frågornas id, med alla mått (annars alla frågor)
cli-agree-by = dela upp efter coder, wave eller unit; a,b är korset; upprepa för fler uppdelningar
cli-agree-all = med korstabeller och alla mått
cli-agree-labels = sätt ut Landis och Kochs omdömen om kappa
cli-agree-drift = i stället samstämmigheten över tid, och svaren granskare för granskare
cli-agree-evidence = i stället hur ofta granskarna hittade svaret på samma rader i akten
cli-agree-format = resultatets form: text, json, csv eller md
agree-round = Samstämmighet räknas för dubbelgranskning eller stickprov.
agree-round-hint = kör utan --round, eller med --round second eller --round spot
agree-derived = Frågan { $name } följer av andra svar och jämförs inte.
agree-none = inget ärende att jämföra
agree-alike = { $k } av { $n } lika
agree-alike-percent = { $k } av { $n } lika ({ $pct } procent)
agree-answers = { $k } av { $n } svar lika
agree-answers-percent = { $k } av { $n } svar lika ({ $pct } procent)
agree-again = { $coder } på nytt
agree-applies = gäller
agree-does-not-apply = gäller inte
agree-given = angivet
agree-not-given = inte angivet
agree-no-value = ej angivet
agree-begun = { $coder }: { $n } svar i { $cases ->
    [one] 1 ärende som inte är klart
   *[other] { $cases } ärenden som inte är klara
}
agree-cases = { $n ->
    [0] Inget ärende är kodat av två granskare.
    [one] 1 ärende är kodat av två granskare.
   *[other] { $n } ärenden är kodade av två granskare.
}
agree-cases-waiting = { $n ->
    [0] Inget ärende är kodat av två, { $waiting } återstår.
    [one] 1 ärende kodat av två, { $waiting } återstår.
   *[other] { $n } ärenden kodade av två, { $waiting } återstår.
}
agree-cases-more = { $n ->
    [one] 1 ärende kodat av två eller flera.
   *[other] { $n } ärenden kodade av två eller flera.
}
agree-cases-more-waiting = { $n ->
    [one] 1 ärende kodat av två eller flera, { $waiting } återstår.
   *[other] { $n } ärenden kodade av två eller flera, { $waiting } återstår.
}
agree-joint = { $n ->
    [one] 1 ärende kodades tillsammans första gången och jämförs inte.
   *[other] { $n } ärenden kodades tillsammans första gången och jämförs inte.
}
agree-both = { $n } av { $of } ärenden kodade av båda
agree-several = { $n } av { $of } kodade av minst två
agree-coder = { $coder } ({ $n ->
    [one] 1 ärende
   *[other] { $n } ärenden
})
agree-coders = Kodade av { $names }.
agree-group = { $name }, { $n ->
    [one] 1 ärende
   *[other] { $n } ärenden
}: { $alike }
agree-all = Alla dubbelgranskade
agree-step-applies = om frågan gäller: { $alike }
agree-step-answer = vilket svar, när den gäller: { $alike }
agree-differing = olika svar: { $ids }
agree-one-sided = besvarade av bara en granskare, och inte jämförda: { $ids }
agree-overlap-none = inget svar som två har hittat i akten
agree-overlap = { $k } av { $n } har en gemensam rad
agree-overlap-percent = { $k } av { $n } har en gemensam rad ({ $pct } procent)
agree-overlap-others = { $n ->
    [one] i 1 av de andra hade handlingen ett annat innehåll
   *[other] i { $n } av de andra hade handlingen ett annat innehåll
  } när den andra granskaren läste den
agree-overlap-read = Bara svar där båda granskarna har markerat var i akten de hittade dem räknas. De har en gemensam rad om någon markerad rad i samma handling finns hos båda.
agree-cross = { $rows } i raderna, { $columns } i kolumnerna:
agree-part-applies = Om frågan gäller:
agree-part-answer = Vilket svar, när den gäller:
agree-part-choice = Om ”{ $choice }” är angivet:
agree-alike-share = andel lika
agree-pairs = andel lika par
agree-kappa = Cohens kappa
agree-kappa-linear = Cohens kappa, linjära vikter
agree-kappa-quadratic = Cohens kappa, kvadratiska vikter
agree-light = Lights kappa
agree-light-linear = Lights kappa, linjära vikter
agree-light-quadratic = Lights kappa, kvadratiska vikter
agree-alpha = Krippendorffs alfa
agree-alpha-ordinal = Krippendorffs alfa, ordnad skala
agree-alpha-interval = Krippendorffs alfa, avstånd mellan tal
agree-ac1 = Gwets AC1
agree-ac2 = Gwets AC2, ordnad skala
agree-one-case = räknas inte: bara ett ärende
agree-open = räknas inte: svaret är inte ett av flera alternativ
agree-pooled = inget intervall: svaren inom ett ärende hänger ihop
agree-share = { $low }–{ $high } procent (95 %-intervall enligt Wilson)
agree-value = { $value } (95 %: { $interval })
agree-interval = { $low } till { $high }
agree-cases-of = ; n = { $n ->
    [one] 1 ärende
   *[other] { $n } ärenden
}
agree-lost = ; { $n ->
    [one] 1 par av svar
   *[other] { $n } par av svar
} utanför skalan
agree-bootstrap = ; genom omdragning, { $draws } gånger med frö { $seed }
agree-of-pairs = ; medel av { $n } av { $of } par granskare
agree-landis-koch = ; { $label } enligt Landis och Koch
agree-poor = sämre än slumpen
agree-slight = ringa
agree-fair = viss
agree-moderate = måttlig
agree-substantial = betydande
agree-perfect = nästan fullständig
agree-sentence = Av { $files } ärenden kodades { $n } av två granskare var för sig. Utfallet: { $alike }.
agree-sentence-more = Av { $files } ärenden kodades { $n } av två eller flera granskare var för sig. Utfallet: { $alike }.
agree-sentence-spot = Av { $files } ärenden kodades { $n } om blint i ett stickprov. Utfallet: { $alike }.
agree-sentence-least = Lägst var samstämmigheten på frågan ”{ $question }”: { $alike }.
agree-standing = I { $n ->
    [one] ett svar
   *[other] { $n } svar
 } sa granskarna olika: { $parts }.{ $open ->
    [0] {""}
   *[other] { " " }Så länge det inte är avgjort räknas den första granskarens svar.
 }
agree-standing-settled = { $n ->
    [one] 1 är avgjort tillsammans
   *[other] { $n } är avgjorda tillsammans
 }
agree-standing-open = { $n ->
    [one] 1 är inte avgjort
   *[other] { $n } är inte avgjorda
 }
agree-standing-gone = { $n ->
    [one] 1 hör till en fråga som inte längre ställs i ärendet
   *[other] { $n } hör till frågor som inte längre ställs i ärendet
 }
agree-table = Samstämmighet i dubbelgranskningen
agree-table-spot = Samstämmighet i stickprovet
agree-few = { $n ->
    [one] Ett ärende är för lite för en tabell
   *[other] { $n } ärenden är för få för en tabell
 } med samstämmigheten fråga för fråga: den visas från { $from } ärenden.
agree-head-cases = ärenden
agree-all-answers = Alla svar
agree-head-alike = lika
agree-head-percent = procent
agree-free = Fritext räknas inte med.
agree-note = Att en fråga inte gäller räknas som ett svar. Inom parentes står det 95-procentiga intervallet. Där det saknas skiljer sig ärendena för lite åt för att räkna ut det, vilket inte betyder att siffran är säker.
agree-short-note = ”{ $short }”: { $reason }.
agree-short-alike = alla lika
agree-short-none = inga par
agree-short-open = inte ett alternativ
agree-short-one = ett ärende
method-agreement = Samstämmighet
title-agreement = Samstämmighet
title-differing = Fråga { $n }: { $alike }
action-agreement = samstämmighet mellan granskare som kodat samma ärenden
screen-all-alike = Alla svar är lika där.
agree-nobody = Inget ärende är kodat av två granskare än.

# Läget i ord, för skärmläsare och punktskrift.
mark-done = klart
mark-begun = påbörjat
mark-untouched = nytt
mark-colleague = annans
mark-dropped = utgår
mark-unasked = inga frågor
mark-unsure = osäker
mark-note = kommentar
mark-flag = märkt
mark-chosen = vald
spoken-question = Fråga { $text }
spoken-saved-question = { $what }: sparat, fråga { $n }, { $place }
spoken-saved = { $what }: sparat, { $place }
spoken-of = { $n } av { $of }
spoken-empty = Inget finns i listan.
spoken-more = { $n ->
    [one] En rad till.
   *[other] { $n } rader till.
  }
spoken-keys = Tangenter: { $keys }
spoken-line = { $op ->
    [answer] { $set ->
        [yes] Svaret
       *[no] Svaret borta
      }
    [note] { $set ->
        [yes] Kommentaren
       *[no] Kommentaren borta
      }
    [quote] { $set ->
        [yes] Citatet
       *[no] Citatet borta
      }
    [flag] { $set ->
        [yes] Märkt
       *[no] Märket borta
      }
    [done] { $set ->
        [yes] Klart
       *[no] Inte klart
      }
    [take] Övertaget
    [drop] { $set ->
        [yes] Kan inte granskas
       *[no] Kan granskas
      }
    [bookmark] { $set ->
        [yes] Bokmärket
       *[no] Bokmärket borta
      }
    [rule] { $set ->
        [yes] Regeln
       *[no] Regeln borta
      }
    [spelling] Stavningen
    [item] Styrkan eller utvecklingsområdet
   *[other] Raden
  }

## commands: of the command line, from the screen of an open study

title-command = Kör aktkoll:
title-output = aktkoll { $line }
command-running = Arbetar …
command-done = Klart: { $line }
command-told = { $text }
command-options = Alla val: { $name } --help
command-report-file = rapport
command-export-file = export
command-backup-file = kopia
command-not-here = { $name } går inte att köra medan granskningen är öppen.
command-none = Det står inget kommando.
command-not-here-hint = härifrån går { $names }; avsluta först för övriga
command-fixed = --coder, --round, --keys och --view går inte att ändra medan granskningen är öppen.
command-fixed-hint = avsluta, och öppna granskningen med dem
round-go-first = omgång: tillbaka till den vanliga granskningen
round-go-second = omgång: dubbelgranska, blint
round-none = Inga ärenden är dina att dubbelgranska.
second-unplanned = Ingen dubbelgranskning är planerad. Kommandot plan drar ärenden till en och fördelar dem.
second-unplanned-ask = Ingen dubbelgranskning är planerad; kommandot plan drar ärenden till en. Dubbelgranska ändå, utan plan? [j/n]
sql-none-here = { $name } finns inte här, så dess protokoll är inte känt.
sql-none-here-hint = ange en granskning med samma protokoll som finns här: --like MAPP
sql-twice = Granskningen är angiven två gånger.
sql-protocol = Protokollet är ett annat än de andra granskningarnas.
sql-times = Granskningen kodar bara några av frågornas tidpunkter: vilka ärenden som är klara går inte att säga i SQL.
sql-pattern = Sökvägen har tecken som motorer tar för ett mönster: gå till mappen ovanför, eller byt namn.
sql-list = Filen är inte skriven som programmet skriver den, så en motor skulle läsa den annorlunda.
sql-list-hint = aktkoll tally räknar den som den är; en granskning som new gör av filen har den som motorer läser den
sql-recovered = En skadad fil i svarsloggen är återställd: hur långt den gäller går inte att säga i SQL. aktkoll tally räknar den.
sql-empty = Inget är kodat ännu, och motorer stannar där det inte finns någon svarslogg.
sql-underscore = Spark utelämnar mappen för { $coder } utan ett ord, för namnet börjar med understreck.
sql-spelling = Texter i { $question } räknas under namn som räknas under andra namn: det går inte att säga i SQL.
sql-choice = { $question } har svar som bara erbjuds under ett villkor, och det går inte att säga i SQL här.
sql-formula = { $question } räknas ut med en formel, eller har en i sitt villkor, och det går inte att säga i SQL. Räkna med aktkoll tally i stället.
sql-condition = Villkoret för { $question } frågar om en text det som inte går att säga i SQL.
sql-per-unit = { $question } ställs en gång per verksamhet; i SQL går det att räkna bara frågor om ärenden.
sql-per-unit-left = Utelämnade, för att de ställs en gång per verksamhet: { $questions }

## documents: akternas handlingar

documents-folder = { $n ->
    [one] En mapp med en fil.
   *[other] En mapp med { $n } filer.
}
documents-links = { $n ->
    [one] En länk i den följs inte.
   *[other] { $n } länkar i den följs inte.
}
documents-others = { $n ->
    [one] En post i den läses inte: den är ingen vanlig fil, ligger för djupt eller går inte att komma åt.
   *[other] { $n } poster i den läses inte: de är inga vanliga filer, ligger för djupt eller går inte att komma åt.
}
documents-cut = Den har fler filer än de { $n } som visas.
documents-missing = Handlingen finns inte.
documents-kind = Filer av slaget { $kind } visas inte här. Läs den i ett annat program.
documents-binary = Filen är inte text, fast namnet säger det. Läs den i ett annat program.
documents-encoding = Det är inte säkert vilken teckenkodning filen är i. Den läses som { $encoding }.
documents-broken = Några tecken går inte att läsa. De visas som �.
documents-shortened = Handlingen är för lång. Slutet visas inte.
documents-unread = Handlingen går inte att läsa: { $cause }
documents-unpacked = Handlingen är större än { $most } MiB uppackad. Det är för mycket att visa.
documents-encrypted = Handlingen är skyddad med lösenord. Läs den i ett annat program.
documents-old = Handlingen är i ett äldre format. Läs den i ett annat program, eller spara den där som .docx.
documents-pdf-broken = PDF-filen är skadad eller går inte att läsa här. Läs den i ett annat program.
documents-pdf-scanned = PDF-filen har ingen text, bara bilder, som inskannade papper. Läs den i ett annat program.
documents-pdf-pictures = Sidor med bara bilder visas inte: { $pages }.
documents-pdf-notes = { $n ->
    [one] En anteckning som har lagts på PDF-filens sidor visas inte.
   *[other] { $n } anteckningar som har lagts på PDF-filens sidor visas inte.
}
documents-pdf-failed = Sidor som inte går att läsa: { $pages }.
documents-pdf-stopped = Läsningen av PDF-filen avbröts på sidan { $page }. Resten visas inte.
documents-apart = Noter, kommentarer, sidhuvuden och sidfötter finns sist, varje grupp under * * *.
documents-struck = Överstruken text visas mellan ~~.
documents-tracked = Handlingen har spårade ändringar. Den visas med det som lagts till och utan det som tagits bort.
documents-hidden = Text som är dold i handlingen visas inte.
documents-pictures = { $n ->
    [one] En bild i handlingen visas inte.
   *[other] { $n } bilder i handlingen visas inte.
}
documents-embedded = { $n ->
    [one] En annan handling inuti den här visas inte.
   *[other] { $n } andra handlingar inuti den här visas inte.
}
documents-signs = { $n ->
    [one] Ett tecken är okänt här. Det visas som �.
   *[other] { $n } tecken är okända här. De visas som �.
}
documents-records = { $shape ->
    [messages] Tolkas som poster med samtal.
    [prodigy] Tolkas som en export från Prodigy.
    [label-studio] Tolkas som en export från Label Studio.
    [langfuse] Tolkas som en export från Langfuse.
    [doccano] Tolkas som en export från doccano.
    [said] Poster med de texter som angetts.
   *[fields] Tolkas som poster med texter.
} { $n ->
    [one] En post, läses vid { $texts }.
   *[other] { $n } poster, läses vid { $texts }.
}
documents-ids = Ärendets id läses vid { $place }.
documents-numbered = Posterna har inget id och numreras därför från 1.
documents-left-out = { $n ->
    [one] En post utelämnas eftersom den saknar id.
   *[other] { $n } poster utelämnas eftersom de saknar id.
}
documents-record-hint = det är post { $n }; i JSON Lines har varje post en egen rad
documents-record = Posten går inte att läsa: { $cause }
documents-changed = Filen har ändrats sedan den öppnades. Öppna granskningen igen.
documents-pointer = "{ $found }" anger ingen plats i en post.
documents-pointer-hint = en plats börjar med ett snedstreck, till exempel /id eller /messages/0/content
documents-json = Filen är varken JSON Lines eller JSON: { $cause }
documents-nothing = Det finns inga texter i filens poster.
documents-nothing-hint = ange deras plats med --files-text, till exempel /text
files-with = { $n ->
    [one] Ett av { $of } ärenden har filer.
   *[other] { $n } av { $of } ärenden har filer.
}
files-without = Ärenden utan filer: { $n }
files-other = Filer utan ärende i granskningen: { $n }
export-into = { $n ->
    [one] En post har svar nu
   *[other] { $n } poster har svar nu
}{ $others ->
    [0] .
   *[other] ; { $others } saknar svar.
}
export-into-format = Svar läggs in i poster bara som JSON Lines: --format jsonl.
export-into-itself = Filen med poster får inte skrivas över. Ange en annan med --out.
documents-into-lines = Svar kan bara läggas in i JSON Lines: en post per rad.
documents-into-record = Post { $n } går inte att läsa: { $cause }
documents-into-there = Post { $n } har redan ett fält som heter { $name }.
cli-export-into = lägg in svaren i varje post i den här JSONL-filen, som själv inte ändras (kräver --format jsonl och --out)
cli-export-id = var en post i --into har ärendets id, till exempel /id (annars hittas det av sig självt)
value-into = FIL
documents-key = Det här är ingen nyckel till ersatta id.
documents-key-hint = nyckeln är filen som skrevs med --pseudonymise; kolumnerna är case_id och id
settings-files = var ärendenas filer ligger, efter granskningens mapp eller id, till exempel files."~/granskning".path = "~/akter"

## the file of the case beside the questions

file-none = Här visas ärendets akt. Ange var akterna ligger när du startar: aktkoll --files MAPP.
file-coming = Läser akten …
file-no-document = Det finns ingen akt till ärendet.
file-empty = Dokumentet är tomt.
file-of = { $n } av { $of }
file-line = rad { $n } av { $of }
file-as-written = som den är skriven
file-marks = { $n ->
    [one] 1 markering
   *[other] { $n } markeringar
}
file-said = Rad { $n }: { $text }
file-hits = { $nth ->
    [0] { $n ->
        [one] 1 träff
       *[other] { $n } träffar
    }
   *[other] { $nth }/{ $n }
}{ $all ->
    [yes] {""}
   *[no] {" "}eller fler
}: { $what }
file-choices = { $given ->
    [yes] { $n } svar till, varav { $chosen } är givet. Utan filen ({ $key }) visas alla.
   *[no] { $n } svar till. Utan filen ({ $key }) visas alla.
}
file-notices = { $text }
file-place = { $document }, rad { $n }
file-only-document = { $n ->
    [0] Det finns ingen akt till ärendet.
   *[other] Akten har bara det här dokumentet.
}
file-not-found = Det står inte i dokumentet. { $key } visar nästa dokument.
file-no-hits = Det står inte i akten.
file-no-more-hits = Det finns inga fler ställen åt det hållet.
file-marking = Markerar från den här raden. { $key_down } tar med nästa rad, { $key } avslutar. Svaret sparar var det stod.
file-marked = { $n ->
    [one] 1 ställe är markerat. Nästa svar sparar var det stod.
   *[other] { $n } ställen är markerade. Nästa svar sparar var det stod.
}
file-marks-left = Det som var markerat i ärendet före är inte markerat längre; inget svar sparade det.
file-no-evidence = Ingen har sparat var svaret stod.
file-evidence-gone = Svaret stod i { $document }, som inte finns här.
file-evidence-changed = Dokumentet är inte längre detsamma som när svaret gavs. Raderna kan ha flyttats.
file-nothing-to-mark = Här finns inga rader att markera.
file-nothing-to-fold = Här finns inget att vika ihop.
file-always-raw = Dokumentet visas redan som det är skrivet.
title-in-file = Sök i akten
footer-read = läs vidare
footer-mark = markera
footer-file = akten
action-file = visa akten: bredvid, hela, inte alls
action-file-down = en halv sida ner i akten
action-file-up = en halv sida upp i akten
action-file-line-down = en rad ner i akten
action-file-line-up = en rad upp i akten
action-next-document = nästa dokument i akten
action-find-in-file = sök i akten
action-next-hit = nästa träff i akten
action-previous-hit = föregående träff i akten
action-mark-lines = markera rader; svaret sparar var det stod
action-show-evidence = visa var svaret stod
action-fold = vik ihop eller upp
action-raw = visa posten som den är skriven
