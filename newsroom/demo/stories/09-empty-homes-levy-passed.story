Section: politics
Kind: news
Language: en
Slugline: CHAMBER/HOMES-LEVY
Headline: Chamber passes levy on empty homes by a margin of four votes
Standfirst: Seven of the government’s own farmers voted against, but six island and coast members crossed the floor to carry the tax by 77 to 73
Byline: mira-halloran
Dateline: Port Aldine
Tags: the-chamber, housing, ilsa-marchetti-vane, port-aldine
Picture: parliament 28
Caption: Members leave the Chamber after the vote on the empty-homes levy.
Alt: A domed parliament building by the river, with small groups of people on the steps.
Picture-credit: Layla Haddar/The Courier
Age: 25m

<p>Owners who leave a home empty for more than a year will pay a levy on it, after the Chamber passed the government’s housing bill by 77 votes to 73.</p>
<p>Ilsa Marchetti-Vane, the prime minister, won with help from outside her coalition. Seven of the 16 Farmers’ League members voted against the bill, which would have sunk it. Six of the 12 members of the Island and Coast List voted in favour and saved it.</p>
<p>The levy is set at 1.5 per cent of a home’s taxable value once it has stood empty for 12 months, and three per cent after two years. Cities decide whether to apply it. Port Aldine, which counts 11,840 empty homes, has said that it will, and expects to raise 58 million crowns a year.</p>
<p>“A home that nobody lives in is a decision somebody has made,” Ms Marchetti-Vane told members at the end of a six-hour debate. “From today it is a decision with a price.”</p>
<h2>A concession to the islands</h2>
<p>The island votes were won with an amendment that exempts ferry-dependent districts of fewer than 2,000 people, where many houses belong to families who left for work. It covers 14 of the 17 districts on Dunmarrow.</p>
<p>Tomas Okonjo, the leader of the opposition Progress Party, said the bill taxed “the widow’s cottage along with the speculator’s tower”. His 51 members voted against, as did all nine independents.</p>
<p>Agnes Thorley, leader of the Farmers’ League, voted for the bill. She said her seven colleagues had followed their conscience and would not be disciplined. “Next time, ask us before the amendment and not after it,” she said.</p>
<p>The League’s patience will be tested again within days, when the 340-million-crown flood fund comes to the floor. The law on empty homes takes effect in 90 days. The first bills could be sent a year later.</p>
