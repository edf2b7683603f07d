### Gränssnittets ord på svenska. Varje nyckel finns också i en.ftl.

hint = tips:
error = fel:

## protocol: loading and describing protocols

## cases: reading case lists

## ledger: reading, writing and checking ledgers

ledger-slug = Av namnet ”{ $name }” går det inte att göra ett kortnamn: 1–{ $most } tecken av a–z, 0–9, _ och -.
ledger-slug-hint = ange ett kortnamn med --coder, till exempel --coder asa
ledger-not-saved = INTE SPARAT: det gick inte att skriva till disken ({ $cause }).
ledger-not-saved-full = INTE SPARAT: granskaren har så många svarsloggar som det finns nummer för.
ledger-not-saved-moved = INTE SPARAT: svarsloggens fil har flyttats, tagits bort eller ersatts.
ledger-not-saved-linked = INTE SPARAT: svarsloggens fil har { $links } namn på disken, väntat 1.
ledger-not-saved-size = INTE SPARAT: svarsloggens fil är { $found } byte, väntat { $expected }. Något annat har ändrat den.
ledger-not-saved-hint = allt som tidigare visats som sparat finns kvar; rätta felet (är disken full? får du skriva i mappen?) och svara igen
ledger-special-link = Här finns en länk (symbolisk länk), väntat en vanlig fil eller mapp.
ledger-special-fifo = Här finns ett rör (FIFO), väntat en vanlig fil eller mapp.
ledger-special-folder = Här finns en mapp, väntat en vanlig fil.
ledger-special-file = Här finns en vanlig fil, väntat en mapp.
ledger-special-device = Här finns en enhet eller något annat som inte är en vanlig fil.
ledger-special-hint = svarsloggen skrivs bara i vanliga filer och mappar; ta bort eller byt namn på det som ligger i vägen
ledger-too-long = Raden skulle bli { $bytes } byte; svarsloggen tar högst { $most }.
ledger-too-long-hint = dela upp texten på flera kommentarer eller citat
ledger-unread = Det går inte att läsa svarsloggen ({ $cause }).
ledger-damage-line = Raden är skadad: den är inte en rad av svarsloggen.
ledger-damage-hash = Raden är skadad: kontrollsumman stämmer inte. Raden, eller en rad före den, har ändrats, tagits bort eller flyttats.
ledger-damage-text = Raden är skadad: texten stämmer inte med sin kontrollsumma.
ledger-damage-long = Raden är skadad: den är längre än { $most } byte.
ledger-damage-open = Raden är skadad: en fil ska börja med raden ”open”, och bara den.
ledger-damage-place = Raden hör inte hit: den är skriven av { $coder } i fil nummer { $segment }.
ledger-damage-study = Raden hör inte hit: den är skriven i granskningen ”{ $found }”, väntat ”{ $expected }”.
ledger-damage-shrunk = Filen har kortats: den är { $bytes } byte, men { $read } byte har redan lästs.
ledger-damage-missing = Filen saknas: det finns en senare fil av samma granskare.
ledger-damage-poisoned = Filen är skadad: den går att läsa till byte { $bytes }, men { $confirmed } byte var sparade.
ledger-damage-claim = Filen { $file } stämmer inte med den här raden: den slutade då på rad { $lines } med en annan kontrollsumma. Rader där har ändrats eller tagits bort.
ledger-damage-repair = Filens oavslutade slut har ändrats sedan det antecknades i { $by }.
ledger-newer-version = Raden är skriven i format { $found }; det här programmet kan format { $known }. Granskningen kan bara läsas, med ett nyare program.
ledger-newer-op = Raden gör något som det här programmet inte känner till ({ $op }). Granskningen kan bara läsas, med ett nyare program.
ledger-newer-line = Raden är hel, men det här programmet förstår den inte ({ $cause }). Granskningen kan bara läsas, med ett nyare program.
ledger-note-name = Hör inte till svarsloggen och läses inte.
ledger-note-unfinished = Filen slutar med { $bytes } byte av en oavslutad rad. Den har aldrig visats som sparad.
ledger-note-left = Programmet lämnade filen efter ett fel; den gäller till byte { $bytes }. Det som var sparat står också i en senare fil.
ledger-note-owner = Filen tillhör användare { $found }, men skrevs av användare { $recorded }.
file-unread = Det går inte att läsa filen ({ $cause }).
file-unwritten = Det gick inte att skriva filen ({ $cause }). Den gamla filen är oförändrad.
file-special = Det är inte en vanlig fil.
file-large = Filen är större än { $most } byte.

## study: opening a study

## keys: key names, actions, keymaps

## terminal: the terminal and the run loop

## command: what the commands print

## screen: the coding screen
