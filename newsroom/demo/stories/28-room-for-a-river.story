Section: climate
Kind: explainer
Language: en
Slugline: FLOOD/EXPLAINER
Headline: Why the Tessel flooded, and what higher levees would not have done
Standfirst: A breach at Sluice Green put 1,140 homes under water. Five questions about the river, the walls that hold it in and the ideas for giving it room
Kicker: Explainer
Byline: lucia-ferran
Dateline: Lowmere
Tags: flooding, lowmere, upper-tarn
Picture: flood 43
Caption: Fields between Sluice Green and the river after the breach. The levee runs along the row of poplars.
Alt: Flooded meadows reflect a grey sky; only hedges, gateposts and a line of trees stand out of the water.
Picture-credit: Lucia Ferran/The Courier
How: River levels and flows are from the flood service’s gauges at Lowmere and Upper Tarn. Dr Amara Lindt of the University of Saint Odile checked the account of how levees fail.
Age: 3d 8h

<p>Ten days after the levee broke, pumps are still emptying the lanes of Sluice Green, and another storm is on its way up the coast. In the sports hall where 300 villagers sleep, the same questions come up every evening. Here are the answers, as far as there are any.</p>
<h2>Was there more rain than ever before?</h2>
<p>No. In the four days before the flood, 118 millimetres fell in the upper valley of the Tessel. That is a great deal; it should happen about once in 12 years. But 131 millimetres fell in four days 19 years ago, and the levees held.</p>
<p>Three things were different this time. The ground was already full after a wet month. About 3,400 hectares of land in the middle valley have been built on or drained since then, so that water reaches the river sooner. And the river’s bed has risen: silt has made it 20 to 25 centimetres shallower at Lowmere than it was two decades ago.</p>
<h2>Did the water come over the top?</h2>
<p>It did not. At the moment of the breach the river stood at 5.52 metres, 48 centimetres below the crest of the levee. The bank failed from within. Water had been seeping through an old layer of sand at its foot and carrying grains away, until a tunnel formed and the bank slumped into it. Engineers call this piping.</p>
<p>That matters, because it means a higher levee of the same kind would have broken as well, and perhaps sooner. The higher the water stands, the harder it presses on whatever is weak beneath.</p>
<p>Inspectors knew about the sand. Four years ago they gave this stretch the second-lowest of five grades and proposed a wall of sheet steel, 600 metres long, at a cost of nine million crowns. It was put on a list. When the bank failed it was number seven.</p>
<h2>Can the dam help?</h2>
<p>Up to a point. The reservoir at Upper Tarn can hold 240 million cubic metres. It catches the rain from 38 per cent of the river’s basin, and none of what falls below it. After the first flood its operators released 70 million cubic metres to make space.</p>
<p>Doing that before every storm would be costly. Water let go without passing through the turbines makes no electricity, and a reservoir emptied in expectation of rain that never comes cannot be filled by regret. Forecasts good enough to act on reach about five days ahead. The drawdown took five days.</p>
<h2>What does “room for the river” mean?</h2>
<p>It means letting the water spread where it does least harm. The flood service has drawn up three schemes.</p>
<ul><li><strong>Set back the levees.</strong> Moving nine kilometres of bank inland by 200 to 400 metres would lower a flood like this one by about 18 centimetres. It would take 260 hectares of farmland and cost 95 million crowns.</li><li><strong>Build a basin.</strong> A polder west of Marsh Saint Anne, farmed in dry years and flooded on purpose in wet ones, would lower it by 22 centimetres for 70 million crowns. Farmers would be paid each time.</li><li><strong>Dredge.</strong> Taking out the silt would lower it by 12 centimetres for 30 million crowns. The silt would be back in about 15 years.</li></ul>
<p>The effects do not simply add up, but the first two together would bring the river down by some 35 centimetres. The price, 165 million crowns, is close to the 160 million that the flood fund now before the Chamber sets aside for levees. As drafted, the bill would spend that sum on repairing and raising the existing banks.</p>
<h2>Will people have to move?</h2>
<p>Some want to. Hallow End has voted to go. The bill contains 40 million crowns for villages that choose it, and nothing in it obliges anyone.</p>
<p>“Nobody should be told to leave because a list was too long,” said Dr Amara Lindt, a hydrologist at the University of Saint Odile. She would begin with the sand. The delta has 212 kilometres of levee, of which 31 stand on the same kind of layer as the bank at Sluice Green. Steel for all of it would cost about 465 million crowns.</p>
<p>No bill before the Chamber mentions it.</p>
