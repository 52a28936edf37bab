Section: climate
Kind: news
Language: en
Slugline: STORM/POWER
Headline: Power back for 38,000 homes in the north after storm Edda
Standfirst: Crews from three regions are working on the last 8,000 connections around Kestrel Sound, where gusts of 141km/h brought down lines and a mast
Byline: lucia-ferran
Dateline: Kestrel Sound
Source: meridian
Credit: Meridian Press
Tags: kestrel-sound, velgrid, energy
Picture: storm 42
Caption: Waves break over the north quay at Kestrel Sound as storm Edda comes ashore.
Alt: Heavy surf throws spray higher than a harbour lamp under a dark sky.
Picture-credit: Meridian Press
Age: 11h

<p>Electricity has been restored to 38,000 of the 46,000 homes that lost it when storm Edda struck the northern coast the night before last, the grid operator Velgrid said.</p>
<p>Most of the remaining 8,000 are on farms and in hamlets inland from Kestrel Sound, where trees lie across the lines. Velgrid said 6,500 of them should be connected within a day. The other 1,500 depend on a mast on Gannet Head that snapped at the base and must be replaced by helicopter.</p>
<p>Gusts of 141 kilometres an hour were measured at the Kestrel light, the highest in 12 years. Four people were treated for injuries, none of them serious.</p>
<p>“We have 310 people out, and some of them have not been home themselves,” said Kjell Brenner, who runs Velgrid’s northern district. Crews have come from Brackwater, Saint Odile and the Marrow Valley.</p>
<h2>Cables in the ground</h2>
<p>Only a fifth of the local network on the northern coast is underground, compared with two-thirds nationally. Burying the rest would cost about 280 million crowns, according to Velgrid’s last plan, which spread the work over 15 years.</p>
<p>That pace is now in question. Tomas Okonjo, the opposition leader, wants Velgrid’s surplus used to pay for flood relief. Petra Lindqvarn, the energy minister, has said the company needs the money for its lines.</p>
<p>At the harbour, where eight boats broke their moorings and two sank, the talk was of smaller sums. The cooperative’s ice plant was without power for 31 hours and lost 40 tonnes of fish. Ingrid Fell, its chairwoman, said a generator had been on the shopping list since the previous storm. “It is still on the list,” she said. “It has moved to the top.”</p>
<p>Schools in the district are to reopen tomorrow, except for two with damaged roofs.</p>
