Section: climate
Kind: news
Language: en
Slugline: DAM/DRAWDOWN
Headline: Upper Tarn lets out a third of its reservoir to shield Lowmere
Standfirst: The dam’s operators will release 70 million cubic metres in five days to make room for the next storm, and forgo the power that 8,000 homes use in a year
Byline: greta-sommerfeldt
Dateline: Upper Tarn
Tags: upper-tarn, flooding, energy, velgrid
Picture: dam 45
Caption: Water leaves the lower gates of the Upper Tarn dam. The release is set at 160 cubic metres a second.
Alt: Two white jets of water shoot from openings low in a curved concrete dam between steep slopes.
Picture-credit: Greta Sommerfeldt/The Courier
Age: 12d 2h

<p>The operators of the dam at Upper Tarn have begun to release about a third of the water behind it, to leave room for rain that would otherwise run down to the damaged levees at Lowmere.</p>
<p>Over five days, 70 million cubic metres are to be let out at a steady 160 cubic metres a second. The reservoir, which holds 240 million when full, will go down from 88 to 59 per cent of its capacity.</p>
<p>The flood service asked for the drawdown after a levee broke at Sluice Green and 1,140 homes were flooded. The river has since fallen far enough to carry the extra water safely, it said. It will rise by about 30 centimetres at Lowmere and remain a metre below the critical mark.</p>
<p>“We are not emptying a bath, we are making a bed,” said Ursula Kantner, who runs the dam. “Somebody is going to have to lie in it.”</p>
<h2>Power that goes past</h2>
<p>The turbines can take only 95 cubic metres a second. The remainder will leave through the lower gates and produce nothing. Velgrid puts the loss at 28 gigawatt-hours, about what 8,000 homes use in a year, and its value at 2.2 million crowns. The company said supply was not at risk but that it would buy more from Norland if the winter turned cold.</p>
<p>Residents in the gorge below the dam have been warned by siren and text message to stay away from the banks. The path to the Silver Falls is closed.</p>
<p>Hotels that live by the lake had mixed feelings. Lorenz Pichler, whose jetty will stand 40 metres from the shoreline, said guests would have a longer walk to the rowing boats. “My sister lives in Lowmere,” he said. “They can walk.”</p>
<p>It is the largest planned release since the dam was finished 41 years ago. How soon the lake fills again depends upon the snow.</p>
