Section: business
Kind: news
Language: en
Slugline: WINE/BOTTLES
Headline: Marrow Valley growers turn to lighter bottles as glass costs climb
Standfirst: A wine bottle costs 40 per cent more than three years ago. A cooperative of 212 growers wants to take 130 grams out of each of them
Byline: adaeze-brandt
Dateline: Marrow Valley
Tags: inflation, energy
Age: 4h
State: draft

<p>The largest wine cooperative in the Marrow Valley will bottle its next vintage in glass that weighs 410 grams, down from 540, to save money on a container that now costs nearly as much as the grapes inside it.</p>
<p>A standard bottle costs the cooperative 0.70 crowns, compared with 0.50 three years ago. Its 212 growers fill nine million a year, so the rise has added 1.8 million crowns to the annual bill.</p>
<p>“People pick up a heavy bottle and think the wine must be good,” said Colette Arden, who manages the cooperative. “What they are holding is mostly gas and electricity.”</p>
<p>Glass is melted at 1,500 degrees, and the price follows that of energy. The lighter bottle costs 0.58 crowns and saves on freight too: a lorry can carry 19 pallets where it used to carry 16.</p>
<p>The growers are not of one mind. Some who sell to restaurants abroad fear that the wine will look cheap. In a tasting arranged by the University of Saint Odile, 80 people were given the same red from both bottles and scored it, on average, seven points out of a hundred higher when it came from the heavy one.</p>
<p>Ms Arden plans to keep the old bottle for the best six wines, about four per cent of the volume. “Vanity is a cost like any other,” she said. “We can budget for it.”</p>
<p>The valley’s other cooperative is testing a deposit scheme, under which a bottle would be washed and filled up to 12 times. It needs a common shape, and the two houses have so far agreed on everything but the neck.</p>
