Section: business
Kind: news
Language: en
Slugline: INFLATION/FIGURES
Headline: Inflation slows to 3.1 per cent as food prices lose their heat
Standfirst: The lowest rate in 19 months puts a cut in interest rates within reach, but rents are still rising more than twice as fast as the rest
Byline: adaeze-brandt
Dateline: Port Aldine
Tags: inflation, central-bank, renske-aldous, housing
Picture: market 37
Caption: Vegetable stalls on Market Quay in Port Aldine. Food prices rose 2.2 per cent in a year.
Alt: Crates of vegetables under striped awnings, with shoppers passing between two rows of stalls.
Picture-credit: Layla Haddar/The Courier
Age: 2d 6h
Update: Adds reaction from the central bank’s governor and the trade union federation, and the figures for rents in Port Aldine.
Added: 4

<p>Consumer prices in Velmora rose by 3.1 per cent in the year to last month, the slowest pace in 19 months, the statistics office said. A month earlier the rate was 3.4 per cent.</p>
<p>Food did most of the work. It was 2.2 per cent dearer than a year before, after 3.9 per cent the previous month, thanks to a good vegetable harvest and cheaper cooking oil. Petrol fell for the third month running.</p>
<p>Rents went the other way. They were up 5.8 per cent across the country and 7.4 per cent in Port Aldine, where the statistics office now tracks 6,000 tenancies. Without rents, inflation would have been 2.4 per cent, just under the central bank’s target of 2.5 per cent.</p>
<p>“One good month is a swallow, and we are waiting for a summer,” said Renske Aldous, the bank’s governor, at a conference in Saint Odile. She said the bank would look closely at wages before its next decision on interest rates. It has kept its main rate at 4.25 per cent for five meetings.</p>
<h2>Unions want a share</h2>
<p>Pay rose by 4.4 per cent in the latest quarter, so that the average worker is better off than a year ago for the first time since inflation took off. The trade union federation said the gain should not be used as an argument against further rises. “Our members are 1.3 per cent ahead this year and six per cent behind over three,” said its chief economist, Yann Verhoeven.</p>
<p>Core inflation, which leaves out food and energy, was 3.3 per cent, unchanged. Economists watch it because it moves more slowly.</p>
<p>Two things could push the figure up again. Storm Edda, now approaching the northern coast, may damage crops and roofs; and hauliers say the closure of the Bilorich bridge is already adding to the price of flour.</p>
