Section: business
Kind: news
Language: en
Slugline: BRACKWATER/BATTERIES
Headline: Battery maker to hire 640 at Brackwater’s former steelworks
Standfirst: Halden Cells of Norland will spend 1.1 billion crowns on a plant where 2,900 people once made steel. The state adds 120 million and a railway
Byline: adaeze-brandt
Dateline: Brackwater
Tags: energy, transport, velgrid
Picture: factory 39
Caption: The rolling mill at Brackwater has stood empty since the steelworks closed six years ago.
Alt: A long brick industrial hall with broken roof lights and a tall chimney at one end.
Picture-credit: Tobias Quill/The Courier
Age: 16h

<p>A Norland company is to build batteries for lorries and power grids on the site of the Brackwater steelworks, in the largest investment in the town since its furnaces went out six years ago.</p>
<p>Halden Cells said it would spend 1.1 billion crowns and employ 640 people when the plant is complete, in four years. The first 150 are to be hired within 18 months.</p>
<p>The state will contribute 120 million crowns, to be repaid in part if fewer than 500 jobs exist after seven years. It will also reopen four kilometres of freight track to the main line.</p>
<p>“We came for the cable and stayed for the people,” said Astrid Holm, the company’s chief executive. The steelworks’ connection to the grid, one of the strongest in the country, was never dismantled. Velgrid said it could supply 180 megawatts there without new pylons.</p>
<h2>Fewer than before</h2>
<p>The steelworks employed 2,900 people at the end. About 700 of them still live in the town and are of working age, the district council estimates.</p>
<p>Ruben Castell, who poured steel there for 22 years, came to hear the announcement in the old canteen. He is 54 and drives a school bus. “They said training will be paid,” he said. “I would like to see that on paper, and then I would like to see the paper signed.”</p>
<p>The company said it had agreed with the metalworkers’ union to offer half of all production jobs to people living within 25 kilometres. Wages would start at 3,150 crowns a month, about a tenth above the local average.</p>
<p>Three earlier plans for the site, for a data centre, a logistics hub and a prison, came to nothing. Jana Pohl, who leads the council, said the difference this time was that the buyer had paid. Halden Cells transferred 31 million crowns for the land last week.</p>
