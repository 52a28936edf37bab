Section: sport/football
Kind: news
Language: en
Slugline: FOOTBALL/KESTREL-WOMEN
Headline: Kestrel’s women go to Sarenne with a lead and eleven fit players
Standfirst: No Velmoran side has reached the last four of the continental cup. Kestrel Athletic need a draw, and perhaps their goalkeeping coach, to do it
Byline: henrik-sall
Dateline: Sarenne
Tags: football, kestrel-sound, tirrhene-union
Picture: stadium 153
Caption: The Stadio Reale in Sarenne, which holds 38,000, on the eve of the second leg.
Alt: A large round stadium seen from above the top tier, its seats empty, sprinklers running on the pitch.
Picture-credit: Marek Doyle/The Courier
State: scheduled
Age: 1d 1h

<p>Kestrel Athletic are ninety minutes from the semi-finals of the women’s continental cup, and they will try to get there with eleven fit outfield players, two goalkeepers and a coach who has packed her boots.</p>
<p>The quarter-final in Sarenne is the second leg of a tie that Kestrel lead by 1–0. A draw would make them the first Velmoran team, women or men, to reach the last four. Sarenne have won the cup three times.</p>
<p>A stomach infection has gone through the squad since the first leg. Seven players stayed at home; three more travelled but did not train. “We counted at breakfast, and then we counted again at lunch,” said Annika Dole, the manager. “It was a little better at lunch.”</p>
<p>Because the rules of the competition allow any registered player to be named, the bench will include Ragna Holt, 41, the goalkeeping coach, who last played in a competitive match six years ago.</p>
<p>Kestrel’s lead comes from a penalty by Tove Lindgaard, their captain, who teaches physics at the town’s secondary school and had to ask for a day’s leave. Her class has been given the afternoon off to watch.</p>
<p>Sarenne will be without Paola Ricasi, who was sent off in the first leg, but have won all nine of their home matches this season, with 31 goals scored and two conceded. Their coach, Fabia Monteverdi, said she expected Kestrel to defend. “They will put the boat in front of the goal,” she said. “We have to bring the tide.”</p>
<p>About 1,200 supporters have made the journey, most of them on a special ferry that left Kestrel Sound two days ago. The winners play either the Norland champions or last year’s finalists from Karsova.</p>
