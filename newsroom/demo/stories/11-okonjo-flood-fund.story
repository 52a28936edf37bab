Section: politics
Kind: news
Language: en
Slugline: CHAMBER/FLOOD-FUND
Headline: Okonjo offers votes for flood fund if Velgrid dividend pays for it
Standfirst: The opposition leader says his party will back the 340-million-crown bill, provided ministers borrow nothing and open an inquiry into the levees
Byline: mira-halloran
Dateline: Port Aldine
Tags: tomas-okonjo, the-chamber, flooding, velgrid, lowmere
Picture: flood 30
Caption: Water stands in the lanes of Sluice Green, where a levee gave way in the first flood.
Alt: Brown water covers a village street up to the window sills, with a rowing boat tied to a lamp post.
Picture-credit: Lucia Ferran/The Courier
Age: 20h

<p>Tomas Okonjo has offered the opposition’s votes for the government’s flood fund, on condition that it is paid for from the profits of the state grid operator and not by borrowing.</p>
<p>The fund of 340 million crowns is meant for Lowmere, where 1,140 homes were flooded when a levee broke at Sluice Green almost two weeks ago. The bill sets aside 140 million for compensation, 160 million for repairing and raising levees and 40 million to help villages that want to move.</p>
<p>Ministers plan to finance it with a five-year bond. Mr Okonjo, who leads the Progress Party, said that was unnecessary. Velgrid, which is wholly owned by the state, made a surplus of 520 million crowns last year and paid 110 million of it to the treasury.</p>
<p>“The money is sitting in a building on Customs Street,” he said. “Families in Sluice Green are sitting in a sports hall. It should not take a bond to introduce them.”</p>
<h2>Second condition</h2>
<p>Mr Okonjo also wants an independent inquiry into why the levee failed. Inspectors had given it the second-lowest of five ratings four years ago and recommended work costing nine million crowns. It was not carried out.</p>
<p>Petra Lindqvarn, the energy minister, said Velgrid needed its surplus to bury cables and strengthen lines, work that storm Edda had shown to be overdue. “You can spend a pole only once,” she said.</p>
<p>A spokesman for Ilsa Marchetti-Vane, the prime minister, said she welcomed “the tone, and half of the content”. He did not say which half. People close to the talks said the government was likely to accept the inquiry and offer to take part of the sum from Velgrid.</p>
<p>With Progress’s 51 members the bill would pass even if all 16 of the Farmers’ League opposed it. The vote is expected within days.</p>
