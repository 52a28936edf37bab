Section: science
Kind: news
Language: de
Slugline: PERMAFROST/DAMM
Headline: Über dem Stausee von Upper Tarn taut der Fels schneller als gedacht
Standfirst: Forscher aus Saint Odile messen am Grauhorn seit zwölf Jahren die Temperatur im Gestein. Die Behörden lassen nun ein Warnsystem bauen
Byline: greta-sommerfeldt
Dateline: Upper Tarn
Tags: upper-tarn, energy
Picture: dam 137
Caption: Der Stausee von Upper Tarn mit der Nordflanke des Grauhorns; die Messstellen liegen auf rund 2600 Metern.
Alt: Eine hohe Betonmauer hält einen blaugrünen See, darüber eine steile graue Felswand mit Schneeresten.
Picture-credit: Marek Doyle/The Courier
How: Die Autorin hat das Messteam einen Tag lang am Grauhorn begleitet und den Bericht der Universität vor der Veröffentlichung gelesen.
Age: 8d

<p>Der dauerhaft gefrorene Fels oberhalb des Stausees von Upper Tarn erwärmt sich deutlich schneller, als Fachleute erwartet hatten. Das geht aus einem Bericht der Universität Saint Odile hervor, der am Vormittag im Gemeindehaus vorgestellt wurde. In zehn Metern Tiefe stieg die Temperatur innerhalb von zwölf Jahren von minus 1,9 auf minus 0,7 Grad.</p>
<p>„Solange das Eis in den Klüften gefroren ist, wirkt es wie Mörtel“, sagte die Geologin Runa Feldegg, die das Projekt leitet. „Kurz vor dem Schmelzpunkt verliert dieser Mörtel den größten Teil seiner Festigkeit. In diesem Bereich sind wir jetzt.“</p>
<p>Die Forscher betreiben an der Nordflanke des Grauhorns neun Bohrlöcher zwischen 2450 und 2780 Metern. Hinzu kommen 22 Sensoren, die messen, wie weit sich Risse im Gestein öffnen. Im vergangenen Jahr bewegte sich ein Felspaket von rund 180.000 Kubikmetern um 14 Millimeter talwärts, doppelt so viel wie im Jahr davor.</p>
<h2>Kein Grund zur Panik</h2>
<p>Sollte sich dieses Paket auf einmal lösen, könnte es den See erreichen und eine Flutwelle auslösen. Nach Berechnungen der Betreiberin wäre sie an der Staumauer höchstens 3,5 Meter hoch. Der Wasserspiegel liegt derzeit sechs Meter unter der Krone; die Mauer würde also nicht überspült. „Für die Menschen im Tal besteht keine unmittelbare Gefahr“, betonte Betriebsleiter Korbinian Staufer. Im Herbst, wenn der See voll sei, betrage der Abstand allerdings nur zwei Meter.</p>
<p>Deshalb soll der Höchststand künftig um anderthalb Meter gesenkt werden. Das kostet nach Angaben der Betreiberin etwa vier Prozent der jährlichen Stromerzeugung. Der Netzbetreiber Velgrid nannte den Ausfall „verkraftbar“.</p>
<h2>Radar auf der anderen Talseite</h2>
<p>Bis zum nächsten Frühjahr entsteht außerdem ein Warnsystem für 2,3 Millionen Kronen. Ein Radargerät auf der gegenüberliegenden Talseite tastet die Wand alle drei Minuten ab. Beschleunigt sich die Bewegung, werden die Uferstraße und der Wanderweg automatisch gesperrt. Größere Felsstürze kündigen sich nach Feldeggs Worten meist Tage, manchmal Wochen vorher an.</p>
<p>Im Gemeindehaus saßen rund 120 Zuhörer. Viele wollten wissen, ob sie ihre Ferienwohnungen am See noch vermieten dürfen. Bürgermeisterin Annelie Rothmoos konnte sie beruhigen: Die Häuser liegen allesamt oberhalb der berechneten Welle. Nur der Bootssteg müsse verlegt werden.</p>
<p>Der Bergführer Lorenz Amrain, der seit vierzig Jahren auf das Grauhorn steigt, zeigte sich wenig überrascht. „Früher war es im Juli in der Wand still“, sagte er. „Heute hört man sie arbeiten.“</p>
