Section: climate
Kind: news
Language: en
Slugline: FLOOD/CREST
Headline: Lowmere’s levees hold as the Tessel peaks 14cm below the top
Standfirst: Storm Edda’s flood wave has passed the delta without a second breach, and 1,500 of the 2,300 people who were moved out have begun to go home
Byline: lucia-ferran
Dateline: Lowmere
Tags: lowmere, flooding, upper-tarn
Picture: flood 41
Caption: The Tessel at Lowmere, shortly after the peak. The river fell by nine centimetres in the next three hours.
Alt: A wide, brown river in flood reaches almost to the top of a grassy bank where two people stand with torches.
Picture-credit: Lucia Ferran/The Courier
Age: 4h
Update: Adds the height of the peak and the return of residents to two villages. An earlier version was published while the river was still rising.
Added: 2

<p>The river Tessel has peaked at Lowmere at 5.86 metres, 14 centimetres below the top of the levees, and is falling. The flood wave raised by storm Edda passed through the delta without breaking a bank.</p>
<p>About 1,500 of the 2,300 people who had been moved to safety were told that they could return to Hallow End and Marsh Saint Anne. The 800 from Sluice Green must wait. Their levee gave way in the first flood, 13 days ago, and is closed by a temporary wall of sheet steel and sandbags.</p>
<p>“It leaked, it groaned and it stood,” said Bram Oduya, who commands the flood service in the delta. “We had 22 pumps on that wall and used 19.”</p>
<h2>What made the difference</h2>
<p>Engineers put the narrow escape down to the mountains. The reservoir at Upper Tarn had been drawn down by 70 million cubic metres after the first storm, and was able to hold back much of the rain that Edda brought. Without it the river would have stood about 35 centimetres higher, the flood service calculates, or 21 above the levees.</p>
<p>Luck played a part as well. The peak arrived four hours after high tide at the river’s mouth. At high tide the sea would have held the water up by another ten centimetres or so.</p>
<p>Two houses in Marsh Saint Anne were damaged by water rising through the ground, and a road culvert was washed out. Nobody was hurt.</p>
<p>The Chamber is to vote within days on a fund of 340 million crowns for the delta, of which 160 million is meant for levees. Mr Oduya said he would prefer not to be asked whether that was enough. “Ask me when I have slept,” he said. “Then I will say no.”</p>
<p>Forecasters expect three dry days.</p>
