Section: world
Kind: news
Language: en
Slugline: NORLAND/RAIL
Headline: Norland train drivers end six-day strike with 4.8 per cent rise
Standfirst: Trains are due to run normally within two days after unions and the state railway agree on pay and drop a plan to cut night crews
Dateline: Haldenvik, Norland
Source: meridian
Credit: Meridian Press
Tags: transport, inflation
Picture: railway 26
Caption: Commuter trains stood idle at Haldenvik’s central station for six days.
Alt: Rows of parked passenger trains under wires on parallel tracks, with no people on the platforms.
Picture-credit: Meridian Press
Age: 3h

<p>Train drivers in Norland have ended a strike that stopped most passenger services for six days, after the state railway offered a pay rise of 4.8 per cent and withdrew a plan to run night trains with a single driver.</p>
<p>The drivers’ union said 71 per cent of those who voted had accepted the offer. Turnout was 83 per cent of its 5,200 members.</p>
<p>“We asked for two things, a wage that keeps up with prices and a colleague in the cab at three in the morning,” the union’s chairwoman, Solveig Brandhaug, told reporters. “We have both.”</p>
<p>The railway said local trains would start again within hours and the long-distance timetable would be complete within two days. Freight, which was exempt from the strike, ran throughout.</p>
<p>The dispute began when the railway proposed to cut 340 night-shift posts. It has now agreed to keep them for at least two years, and to hold an independent review of safety in single-driver operation before raising the question again.</p>
<p>Consumer prices in Norland rose 4.1 per cent over the past 12 months. The union had asked for 6.5 per cent; the railway’s first offer was three per cent.</p>
<p>The government put the cost of the stoppage to the economy at about 90 million Norland thalers a day. The transport minister, Erik Vaale, said the settlement was “expensive but honest” and would be met from the railway’s own budget, with no rise in fares this year.</p>
<p>About 410,000 people use the network on a working day. The passengers’ association said holders of season tickets should be refunded for the lost week, and that it would take the railway to court if they were not. The railway said it would announce terms shortly.</p>
