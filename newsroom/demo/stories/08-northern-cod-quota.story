Section: world
Kind: news
Language: en
Slugline: NORLAND/COD
Headline: Norland offers Velmora a smaller share of the northern cod
Standfirst: Haldenvik wants to cut Velmora’s catch by 4,500 tonnes, citing a survey that found fewer young fish. Port Aldine says the boats were in the wrong place
Byline: jonas-vetterli
Dateline: Haldenvik, Norland
Tags: fisheries, kestrel-sound
Picture: fishing 27
Caption: Cod boats at anchor off the Norland coast, where the two countries share the catch.
Alt: Three small fishing vessels on grey water below steep, snow-streaked cliffs.
Picture-credit: Jonas Vetterli/The Courier
Age: 5h
State: ready

<p>Norland has proposed to reduce the cod that Velmoran boats may take from shared northern waters to 26,500 tonnes in the coming year, from 31,000 tonnes now, a cut of 14.5 per cent.</p>
<p>The offer, put to negotiators in Haldenvik, would lower Norland’s own catch by the same proportion. It rests on a survey by the country’s marine institute, which counted 30 per cent fewer two-year-old fish than the average of the past decade.</p>
<p>“If we take them now, there will be nothing to argue about in five years,” said Marte Lindahl, who leads the Norland delegation.</p>
<p>Velmora disputes the survey. Its own scientists, from the University of Saint Odile, say the young cod have moved about 60 kilometres north-west, following colder water, and that the survey ships sailed their usual lines and missed them.</p>
<p>“The fish have a better thermometer than we do,” said Dr Elin Marsh, a fisheries biologist on the Velmoran side. She has asked for a joint survey of eight further stations before any figure is agreed. It would take about three weeks.</p>
<p>Cod from the northern grounds was worth 96 million crowns to Velmora last year and kept 74 boats at work, 61 of them registered in Kestrel Sound. A cut on the scale proposed would cost about 14 million crowns at current prices.</p>
<p>The timing is awkward for Port Aldine, which is also defending its fishing fleet in Sarenne. The Tirrhene Union has put off a 12 per cent tariff on Velmoran fish while the two sides talk about inspections.</p>
<p>Under the treaty between the two countries, the current quotas continue for 90 days if there is no agreement. After that, either may set its own limit in its own waters. That has happened once, 17 years ago, and ended with two trawlers under arrest.</p>
<p>Talks resume next week.</p>
