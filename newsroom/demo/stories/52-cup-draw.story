Section: sport/football
Kind: brief
Language: en
Slugline: FOOTBALL/CUP-DRAW
Headline: Gannet Road, of the second division, draw Saint Odile in the cup
Byline: henrik-sall
Dateline: Port Aldine
Tags: football, port-aldine, upper-tarn
Age: 20h

<p>Gannet Road, the last club from outside the top division in the cup, will be at home to Saint Odile Academicals in the quarter-finals. Their ground in Lowmere holds 2,300.</p>
<p>Tarn United, whose own pitch is closed for snow, were drawn away to Marrow Vale. Kestrel Athletic, the holders, meet Dockside, and Aldine Rovers have home advantage against Tessel Wanderers. The ties are to be played over three evenings next week; the semi-finals follow after the winter break.</p>
