Section: world/karsova
Kind: analysis
Language: en
Slugline: KARSOVA/GRAIN
Headline: The bridge at Bilorich closed over grain, whatever the papers say
Standfirst: Karsova blames faulty certificates. The figures, and the calendar, point to a record harvest with nowhere to go and a cap set in Port Aldine
Kicker: Analysis
Byline: oleksa-duman, jonas-vetterli
Dateline: Dravost, Karsova
Tags: karsova, transport, tirrhene-union
Picture: railway 23
Caption: Grain wagons stand in a siding outside Dravost. Storage in the east of Karsova is close to full.
Alt: A long line of covered goods wagons on a single track running away across flat farmland.
Picture-credit: Oleksa Duman/The Courier
How: We compared Karsova’s monthly export returns with licences issued by the Velmoran trade ministry, and spoke to four traders and two officials, who asked not to be named because talks continue.
Age: 4d 5h

<p>Five days ago a border guard in Bilorich turned back a lorry carrying animal feed because a stamp on its plant-health certificate was blue and not black. Within an hour the guard had turned back 60 more. By nightfall no lorry was crossing the Lesna in either direction, and Karsova had what its agriculture ministry calls “a documentation incident”.</p>
<p>It is hard to find anyone on either bank who believes that. Blue stamps have been used for 11 years. What has changed is the harvest, and what Velmora will take of it.</p>
<h2>Too much of a good thing</h2>
<p>Karsova brought in 14.2 million tonnes of wheat and maize, 1.9 million more than the year before and the most since records began. Silos in the eastern provinces are full. Traders in Dravost say the price at the farm gate has fallen by 22 per cent in three months, to a level at which a mid-sized farm loses money on every hectare.</p>
<p>Velmora is a small customer, but a convenient one. Its mills lie a day’s drive away and pay quickly. For years it licensed 400,000 tonnes of Karsovan grain annually. Then the Farmers’ League, whose 16 seats keep Ilsa Marchetti-Vane in office, made a lower cap a condition of its support for the budget, and the figure was halved to 200,000.</p>
<p>The new cap was used up in seven months. The last licence was issued 16 days before the bridge closed.</p>
<blockquote class="pull"><p>No minister wakes up thinking about stamps. They wake up thinking about the farmers outside the ministry.</p><p><cite>A grain trader in Dravost</cite></p></blockquote>
<h2>A president with an audience</h2>
<p>President Anton Varesh needs those farmers. He won his second term with 51.3 per cent of the vote, and the margin came from four rural provinces. Last month tractors blocked the ring road in Dravost for two days. The government promised a purchase fund, then found that the fund would cost more than the army’s fuel.</p>
<p>A closed bridge costs the treasury almost nothing, and it hurts someone else. Velmora sends machinery, glass and chilled fish east by that road. Hauliers in Torrow say each day of closure costs them about 1.2 million crowns.</p>
<p>It also fits a pattern. Karsova has closed the crossing to goods six times in 30 years, and on four of those occasions a trade dispute was under way. The average closure has lasted 12 days. None has ended with a ruling about documents; all four ended with a change in a quota.</p>
<h2>The southern option</h2>
<p>There is another way out for the grain: rail, south, to the Tirrhene Union. The Union has no cap. It does have a track gauge 85 millimetres narrower than Karsova’s, so that every wagon must be emptied and filled again at the frontier. The yard there can handle 5,000 tonnes a day. At that pace, moving the surplus of 1.9 million tonnes would take 380 days.</p>
<p>Officials in Sarenne say they would welcome the trade. They are also in the middle of their own dispute with Velmora, over fish, and one of them observed that it does Sarenne no harm if Port Aldine has two quarrels at once. There is no evidence that the two capitals have coordinated anything. There is also no sign that either is in a hurry.</p>
<h2>What would open the barrier</h2>
<p>Both sides know the shape of a deal. Karsova would accept the electronic certificates that Velmora has offered since last year, and Velmora would issue some licences above the cap, calling them an advance on next year’s. People close to the talks mention figures between 60,000 and 120,000 tonnes.</p>
<p>The obstacle sits in Port Aldine and not in Dravost. Agnes Thorley, the League’s leader, has said that “not one extra sack” should enter. Ms Marchetti-Vane must pass a flood bill and a housing levy this month with a majority of six. She can afford a closed bridge for a while. It is less clear that she can afford to open it.</p>
<p>In Bilorich, meanwhile, the guards have been sent a box of black stamps. They have not been told when to use them.</p>
