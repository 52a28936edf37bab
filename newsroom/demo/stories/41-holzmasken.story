Section: culture
Kind: news
Language: de
Slugline: TARN/MASKEN
Headline: Nach 31 Jahren kehren die Holzmasken in das Bergdorf Sankt Velten zurück
Standfirst: Weil niemand mehr schnitzen konnte, schlief der alte Umzug ein. Nun haben drei Schülerinnen das Handwerk von einem Neunzigjährigen gelernt
Byline: greta-sommerfeldt
Dateline: Sankt Velten
Tags: upper-tarn, theatre
Picture: village 141
Caption: Die Kirchgasse von Sankt Velten, durch die der Umzug der Masken führt.
Alt: Verschneite Holzhäuser an einer schmalen Gasse, in den Fenstern brennt Licht.
Picture-credit: Marek Doyle/The Courier
Age: 22h

<p>Kurz nach fünf, als die Sonne hinter dem Grauhorn verschwunden war, kam aus der Kirchgasse das erste Läuten. Dann bog der Wolf um die Ecke, hinter ihm die Bettlerin, der Doktor und die zwölf Monate. Auf dem Dorfplatz von Sankt Velten wurde es so still, dass man das Holz knarren hörte.</p>
<p>Zum letzten Mal waren die geschnitzten Gesichter vor 31 Jahren durch das Dorf oberhalb von Upper Tarn gezogen. Damals hatte ein Brand im Spritzenhaus den größten Teil der Masken zerstört; übrig blieben sieben von vierzig. Der letzte Schnitzer, Alois Gruber, war schon zu jener Zeit fast sechzig und fand keinen Nachfolger.</p>
<p>Heute ist Gruber neunzig, und er hat gleich drei Nachfolgerinnen. Vor vier Jahren klopften Schülerinnen der Talschule bei ihm an, die für ein Referat alte Fotos suchten. „Ich habe ihnen gesagt, Fotos habe ich keine, aber ein Messer“, erzählt er. Seither kamen sie jeden Samstag.</p>
<h2>Dreiunddreißig neue Gesichter</h2>
<p>In dieser Zeit sind 33 Masken aus Zirbenholz entstanden. An jeder arbeiteten die jungen Frauen etwa achtzig Stunden. Vorlagen gab es kaum: Manche Figur kannte Gruber nur noch aus den Erzählungen seiner Mutter. „Beim November haben wir lange gestritten“, sagt Johanna Rothmoos, 19. „Er wollte ihn traurig, ich wollte ihn wütend. Jetzt hat er zwei verschiedene Mundwinkel.“</p>
<p>Das Spiel selbst dauert knapp eine Stunde und kommt mit wenigen Worten aus. Der Wolf raubt den Monaten die Zeit, der Doktor verlangt dafür Geld, und am Ende kauft die Bettlerin das Jahr mit einem Stück Brot zurück. Die Volkskundlerin Mechthild Ansorge von der Universität Saint Odile hält den Text für rund 300 Jahre alt. Eine vergleichbare Figur wie die Bettlerin sei ihr aus keinem anderen Alpental bekannt.</p>
<h2>Kein Eintritt, keine Tribüne</h2>
<p>Rund 900 Menschen sahen zu, dreimal so viele, wie Sankt Velten Einwohner hat. Den Vorschlag des Fremdenverkehrsamts, Karten zu verkaufen und eine Tribüne aufzustellen, lehnte die Dorfversammlung mit 88 zu 41 Stimmen ab. Bezahlt wurde das Holz aus Spenden; vom Kulturfonds des Landes kamen 12.000 Kronen.</p>
<p>Ob es im kommenden Jahr wieder Geld gibt, ist wegen der geplanten Kürzungen offen. Rothmoos nimmt es gelassen. „Wir brauchen Holz, Brot und einen Abend“, sagt sie. „Den Rest haben wir jetzt im Kopf.“</p>
<p>Gruber saß während des Umzugs am Fenster des Gasthauses. Gefragt, wie ihm die neuen Masken gefielen, antwortete er nach einer Pause: „Der Wolf ist besser als meiner.“</p>
