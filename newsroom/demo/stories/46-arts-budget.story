Section: culture
Kind: analysis
Language: en
Slugline: ARTS/BUDGET
Headline: A nine per cent cut to the arts, and the villages pay most of it
Standfirst: The draft budget takes 19 million crowns from culture. The Courier followed the money: the great houses lose a little, the touring companies a quarter
Byline: nadja-kowal, mira-halloran, adaeze-brandt, tobias-quill
Dateline: Port Aldine
Tags: the-chamber, theatre, music
Picture: theatre 146
Caption: The Wagon, a touring company from Brackwater, unloads at a school hall in the Marrow Valley.
Alt: Two people carry a painted wooden door from a van towards a low brick school building.
Picture-credit: Elin Varga/The Courier
How: The reporters compared the draft budget with last year’s accounts line by line, asked 64 touring companies and venues about their plans, and received answers from 51. The ministry confirmed the figures.
Age: 1d 12h

<p>On page 318 of the draft budget, under the heading “Other transfers”, the government proposes to spend 193 million crowns on the arts next year. This year it is 212 million. The difference, 19 million, is about nine per cent, and ministers describe it as a burden fairly shared.</p>
<p>It is not shared evenly. The Courier has taken the sum apart, and more than two fifths of the saving comes from one small line that pays for theatre, music and film outside the three largest cities.</p>
<h2>Who loses what</h2>
<p>The national arts fund has six parts. In millions of crowns, this year and next:</p>
<ul>
<li><strong>Museums:</strong> 57, falling to 54</li>
<li><strong>Tessel Philharmonic:</strong> 48, falling to 46</li>
<li><strong>Halyard and the other state theatres:</strong> 39, falling to 36</li>
<li><strong>Regional touring:</strong> 31, falling to 23</li>
<li><strong>Libraries’ public programme:</strong> 22, falling to 20</li>
<li><strong>Film fund:</strong> 15, falling to 14</li>
</ul>
<p>The Philharmonic thus loses about four per cent, the museums five and the theatres eight. Regional touring loses 26.</p>
<p>Officials say there is a reason. The large institutions have staff on permanent contracts and buildings to heat, so that their costs cannot be cut quickly; touring grants are given for one year at a time and can simply not be renewed. “You take the money where it is movable,” said one person involved in the negotiations, who was not authorised to speak about them. “That isn’t policy. It’s plumbing.”</p>
<h2>Eight million crowns of evenings</h2>
<p>What eight million crowns buys can be counted. Last year the touring line supported 1,940 performances in 263 places, at an average subsidy of about 16,000 crowns for each evening. At that rate, next year there will be 500 fewer.</p>
<p>Of the 51 companies and venues that answered our questions, 17 said they would drop their smallest stops first. Those are villages with an audience of under 80 people. Nine said they expected to close.</p>
<p>One of them is The Wagon, in Brackwater, which has six actors and a van. It played 112 evenings last year, 70 of them in places with no cinema, no theatre and no bus after eight. “We are the cheapest theatre in the country and so we are the first to go,” said its director, Delphine Roker. “A ticket costs forty crowns. In some halls they pay in eggs.”</p>
<blockquote class="pull"><p>That isn’t policy. It’s plumbing.</p><p><cite>A person involved in the budget negotiations</cite></p></blockquote>
<h2>The arithmetic in the Chamber</h2>
<p>The culture minister, Beatrix Solane, asked for 209 million and was given 193 in the last round of talks, two people familiar with them said. She declined to comment on that but said the draft was “a difficult compromise in a year of floods”.</p>
<p>It may not survive. Ilsa Marchetti-Vane’s majority is thin, and several of her members sit for the valleys where the touring companies play. Four of them told The Courier that they would not vote for the culture chapter as it stands. None would be named, and all said they expected a concession.</p>
<p>A concession need not be expensive. To cut every line by the same nine per cent would give regional touring 5.2 million crowns more than the draft does, without costing the treasury anything. But it would take some 2.3 million more from the Philharmonic, whose players are already balloting on a strike, and about 2.1 million from the museums.</p>
<h2>What a crown returns</h2>
<p>Economists are wary of the claim, popular at demonstrations, that a crown spent on culture earns back four. A review at the University of Saint Odile found a return of between 0.9 and 1.6 crowns in the same region, mostly from meals, rooms and petrol. It was highest for festivals and touring, and lowest for museums, whose visitors would have come to the city in any case.</p>
<p>That is not an argument for shutting museums. It does suggest that, if the purpose of the cut is to save money at the least cost to the economy, it falls on the wrong line.</p>
<p>The budget committee takes up the culture chapter next week. In Brackwater The Wagon has brought forward its rehearsals. The new piece, Roker says, is a comedy about a treasurer, and it needs only four actors. “We wrote it for six,” she said. “Then we read page 318.”</p>
