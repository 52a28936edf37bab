Section: culture
Kind: news
Language: en
Slugline: PHILHARMONIC/STRIKE
Headline: Tessel Philharmonic players vote to strike over six lost chairs
Standfirst: Musicians back a walkout by 68 votes to 13 after the orchestra said it would not fill posts that fall vacant. The season opening is in doubt
Byline: nadja-kowal
Dateline: Port Aldine
Tags: port-aldine, music
Picture: concert 144
Caption: The Tessel Philharmonic rehearsing in its hall on the river; the first subscription concert is twelve days away.
Alt: An orchestra in everyday clothes sits in a half-circle on stage, seen from an empty balcony.
Picture-credit: Elin Varga/The Courier
How: The result of the ballot was seen by The Courier and confirmed by both sides. The minister answered questions in writing.
Update: Adds the orchestra’s offer of talks and the reaction of the culture minister.
Added: 3
Age: 5h

<p>The musicians of the Tessel Philharmonic have voted to strike for the first time in 44 years, in protest at a plan to cut the orchestra from 92 permanent chairs to 86.</p>
<p>Of the 92 players, 81 took part in the ballot: 68 voted for a strike and 13 against. The union said the first walkout would be on the night of the opening concert, in twelve days, unless the plan was withdrawn.</p>
<p>The management replied this afternoon with an offer to talk under an independent chair. “We do not want fewer musicians. We have been told to expect two million crowns less,” said Laurens Ekdahl, the chief executive. Under the government’s draft budget the orchestra’s grant falls from 48 million crowns to 46 million.</p>
<p>The six chairs – three violins, a viola, a bassoon and a trombone – belong to players who retire within the next eighteen months. Nobody would be dismissed. Leaving them empty would save about 400,000 crowns a year; the rest is to come from shorter tours and fewer recordings. The union says freelance players, who are paid by the evening, would take their places.</p>
<p>“An orchestra is people who have breathed together for twenty years,” said Maud Ferreira, the principal oboist, who speaks for the players. “You cannot hire that for a Thursday.”</p>
<p>Beatrix Solane, the culture minister, said she respected the vote but would not intervene in “a matter between the orchestra and its musicians”. She added that the budget was a draft and that the Chamber had the last word.</p>
<p>The hall has sold 5,900 subscriptions for the season, 400 more than last year. Holders of tickets for the opening night will get their money back if it is cancelled, the box office said.</p>
<p>The programme for that evening is a symphony in which, by tradition, the players blow out their candles and leave the stage one by one.</p>
