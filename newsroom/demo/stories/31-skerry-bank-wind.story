Section: climate
Kind: news
Language: en
Slugline: ENERGY/SKERRY-BANK
Headline: Skerry Bank wind farm wins approval, 14 turbines smaller
Standfirst: Velmora’s largest power project may go ahead off Kestrel Sound after its planners moved it out of the prawn grounds and promised crews 18 million crowns
Byline: lucia-ferran
Dateline: Kestrel Sound
Tags: energy, kestrel-sound, fisheries, velgrid
Picture: windfarm 46
Caption: Turbines at the existing Gannet Head farm. Those at Skerry Bank will be twice as tall.
Alt: A row of white wind turbines stands in a calm sea, with a small fishing boat in front of them.
Picture-credit: Henrik Sall/The Courier
How: The Courier was given the consent decision ahead of its publication and compared it with the application filed 26 months ago.
Age: 7h
State: scheduled
Note: For tomorrow morning, when the energy ministry publishes the decision.

<p>A wind farm that would meet about a seventh of Velmora’s demand for electricity has been approved by the energy ministry, with 64 turbines in place of the 78 its builders had asked for.</p>
<p>Skerry Bank is to stand 24 kilometres off Kestrel Sound and, at 960 megawatts, will be the country’s largest power station of any kind. It is expected to produce 4.1 terawatt-hours a year and to cost 2.9 billion crowns.</p>
<p>Petra Lindqvarn, the energy minister, dropped the 14 turbines nearest to the coast because they would have stood on grounds where 38 boats catch prawns. The owners of the farm must also pay 18 million crowns over ten years into a fund for crews whose catch suffers while cables are laid.</p>
<p>“Nobody got the map they drew,” Ms Lindqvarn said in the written decision. “Everybody can work with this one.”</p>
<h2>Harbour divided</h2>
<p>Ingrid Fell, who chairs the harbour cooperative, said the compromise was better than she had feared. “We lose a corner and keep the kitchen,” she said. Others want to go to court. An association of 12 boat owners says noise from piling will drive the fish away for longer than the two seasons assumed.</p>
<p>The decision limits piling to five months of the year and orders it to stop when porpoises come within 750 metres.</p>
<p>Velgrid must now build a line to carry the power south. It has allowed 410 million crowns for 130 kilometres, a third of it underground. Storm Edda, which cut off 46,000 homes in the region, has sharpened the argument for burying more.</p>
<p>If there is no appeal, the first foundations are to be set in two years and the first power delivered two years later. Opponents have 42 days to lodge a complaint.</p>
