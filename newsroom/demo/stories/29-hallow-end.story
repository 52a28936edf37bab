Section: climate
Kind: analysis
Language: en
Slugline: FLOOD/HALLOW-END
Headline: The village that voted to leave before the river made it
Standfirst: By 118 votes to 41, Hallow End has chosen to move its 86 houses to higher ground. Those who won have discovered how much there is to carry
Kicker: The long read
Byline: lucia-ferran
Dateline: Hallow End, Lowmere
Tags: lowmere, flooding, housing, the-chamber
Picture: village 44
Caption: Hallow End from the levee. The church, on its mound, is the only building above the level of the river in flood.
Alt: A cluster of brick houses and a small church on a mound, with a straight dyke and flat fields beyond.
Picture-credit: Lucia Ferran/The Courier
How: Our reporter visited Hallow End nine times over 16 months, before and after the vote, and spoke to 43 of its 212 residents. Costs come from the municipality’s plan, which The Courier has read in full.
Age: 5d 20h

<p>The first thing they could not agree about was the bell. It weighs 340 kilograms and has hung in the church at Hallow End for 211 years, and when the village council drew up its list of things that would have to be moved, somebody put it between the bus shelter and the defibrillator. Somebody else crossed it out. A third hand wrote in the margin: <em>If it stays, who rings it?</em></p>
<p>The list hangs in the parish room, on four sheets of squared paper. It runs to 167 items. It is the work of a committee of seven, who have met each week since the village decided, by 118 votes to 41, to leave.</p>
<p>Hallow End is not a ruin, and it was not flooded when the levee broke at Sluice Green last week. It has 86 houses, 212 people, a school with 19 children, a pub, a shop that opens on three mornings and a football pitch on which no visiting team has kept its socks dry. It lies in the delta of the Tessel, 1.4 metres below the level that the river reaches in flood. A levee has stood between the two for as long as anyone can trace. Children here are taught to say that the river is upstairs.</p>
<h2>A pump and a bill</h2>
<p>What changed their minds was arithmetic. Every house in the delta pays a rate for pumping. In Hallow End it has gone from 190 crowns a year to 610 in a decade, because the ground is sinking: by about eight millimetres a year, as the peat beneath it dries. A lower village needs a stronger pump. A stronger pump dries more peat.</p>
<p>“I am an accountant,” said Petronella Voss, who is 58 and whose family has farmed beside the levee for five generations. “I drew a line through the figures. At the end of my mortgage the rate is larger than the mortgage. I thought I had made a mistake, so I did it again, and then I went and showed it to the vicar.”</p>
<p>The vicar, Emrys Coster, asked her to show it to everyone. About 90 people came to the parish room that night. She had brought one slide. There was a silence, he recalls, and then a man at the back asked whether anyone had ever moved a village, and how one would go about it.</p>
<p>That was two years and two months ago. It took three municipal reports and a public inquiry to find out that the answer to the first question was yes. Eleven Velmoran villages have been moved: ten for the dam at Upper Tarn, by order, and one for a quarry. None had asked.</p>
<h2>The hill called Kitchen Field</h2>
<p>The new place lies 2.3 kilometres to the east. It is a rise of 16 hectares known as Kitchen Field, because it fed a monastery once. It stands nine metres above the old village, which in the delta counts as a mountain. On a clear day you can see the cranes at Port Aldine.</p>
<p>The municipality has bought it for 2.1 million crowns. Its plan foresees 86 plots, a school, a hall and a pub, “or equivalent licensed premises”, arranged along a street that bends in the same two places as the present one. The residents insisted on the bends. The planners had drawn it straight.</p>
<p>Moving a household is put at 400,000 crowns, of which the state would pay four-fifths under the terms of the flood fund, and the municipality the rest. For 86 houses that makes 34.4 million. Owners hand over the old house and its land, which will be left to go wet. In exchange they get a plot and the price of a new building of the same size. They may add to it at their own expense. They may not take less and keep the difference.</p>
<p>It is that last clause that divides people. Of the 41 who voted against, about half are older than 70. They do not want a new house. Several would like the money and a flat near a daughter.</p>
<blockquote class="pull"><p>They asked me where I see myself in ten years. I said: the churchyard. Will that be on the hill too, or shall I book down here?</p><p><cite>Gerrit Amsel, 83, who voted against</cite></p></blockquote>
<p>Gerrit Amsel, 83, mended the village’s pumps for 40 years and lives in the house nearest to them. He keeps the logbooks in his kitchen. “They asked me where I see myself in ten years,” he said. “I said: the churchyard. Will that be on the hill too, or shall I book down here?”</p>
<p>It was meant as a joke. The committee discussed it for two evenings. The law forbids burials on ground that floods, and also forbids moving the dead without the consent of their families, some of whom have not been heard from since the war. The plan now says that the churchyard will remain, that a path will be kept open to it in dry months, and that new graves will be on the hill. Mr Amsel has asked to be told when the first of them is dug, so that he can avoid it.</p>
<h2>The others</h2>
<p>For a time Hallow End was a curiosity. Students came from Saint Odile and measured things. A film crew from the public broadcaster VRK asked people to look at the river and think.</p>
<p>Then, a week ago, the bank gave way at Sluice Green, six kilometres off, and 1,140 homes were flooded in a night. Nobody in Hallow End said that they had told anyone so. They opened the school and the parish room, and by morning there were 70 people sleeping among the lists.</p>
<p>Among them was Ayodele Renner, a postman, with his wife and two small sons. He had voted, as people in Sluice Green did three years ago when they were asked, not even to study a move. There were 640 in favour of leaving the matter alone. “I thought it was for villages that had given up,” he said. He was reading the squared paper on the wall. “Item 94 is a swing. They are going to carry the swing.”</p>
<p>Since then the telephone in the municipal office has not stopped. Four other villages have asked for the reports. Bram Oduya, who commands the flood service in the delta, believes there are about 20 that it would make sense to move, with some 9,000 people in them. At the price of Hallow End that would come to around 1.5 billion crowns.</p>
<p>The bill before the Chamber offers 40 million for the purpose. After Hallow End there would be 5.6 million left, enough for studies.</p>
<h2>A question of who</h2>
<p>Some experts are uneasy about the example. Ines Corbel, who teaches political science at the University of Saint Odile, has followed the village from the start. She points out that it is small and fairly well off, that most of the houses are owned by those who live in them, and that it happened to contain an accountant. “It is a beautiful case,” she said. “I worry about the places where the people who would have to decide are renting from people who live somewhere else.”</p>
<p>Sluice Green is such a place. Six in ten homes there are let. Under the bill it is the owner who receives the plot and the price of the house. Tenants get the cost of a van.</p>
<p>Ms Voss knows the objection and does not dismiss it. In the first draft of the plan Hallow End’s nine tenant households came away with nothing. She rewrote that page herself. Now nine of the new houses will belong to the municipality and be let to them at the old rent. It cost every owner 11 square metres of garden. The vote on that was closer: 88 to 66.</p>
<h2>What the water gets</h2>
<p>If the Chamber passes the bill, the first foundations could be dug on Kitchen Field within a year and the last family could move in three years after that. Then the pumps will be switched off. The plan allots one line to it: “Decommissioning of drainage, 40,000 crowns.” Over a winter the fields will fill. The flood service expects the basin to take enough water to bring the river down by four centimetres at Lowmere, where 61,000 people live.</p>
<p>Four centimetres do not sound like much. Mr Oduya was asked about that at the inquiry. He answered that he had seen a town saved by two.</p>
<p>Birds will come, the ecologists say, and reeds within five years. The road will be taken up. The church, on its mound, will stand on an island for part of each winter, and the committee has found 3,000 crowns a year in the budget to keep its roof on.</p>
<p>The bell is item 31. After four meetings, it has been agreed that it will be carried to the hill and hung in the new hall, which will have to be made 60 centimetres taller. Mr Amsel moved the motion. He had gone through the logbooks, he told the committee, and found that in 40 years the bell had been rung for high water on 26 nights. Each time he had been down at the pumps and had never once heard it properly.</p>
<p>He would like to, he said. From up there.</p>
