Section: politics
Kind: analysis
Language: en
Slugline: CHAMBER/MAJORITY
Headline: Marchetti-Vane has 78 seats and no longer knows which 76 will turn up
Standfirst: A levy, a bridge and a flood fund have split her farming partner. The prime minister is learning to govern with whoever is in the room
Kicker: Analysis
Byline: mira-halloran
Dateline: Port Aldine
Tags: ilsa-marchetti-vane, the-chamber, tomas-okonjo, housing
Picture: parliament 29
Caption: The Chamber has 150 members. The governing parties hold 78 of the seats.
Alt: Curved rows of empty benches facing a raised desk under a high window.
Picture-credit: Mira Halloran/The Courier
How: The Courier spoke to 11 members of the Farmers’ League, four ministers and two party whips. Voting records are those published by the Chamber.
Age: 9h

<p>In the whips’ office on the first floor of the Chamber there is a sheet of card with 150 squares on it. Sixty-two are blue, for the Civic Alliance. Sixteen are green, for the Farmers’ League. For two years the sum was simple: 78, two more than are needed to pass a law.</p>
<p>Since last week seven of the green squares have been pencilled in grey.</p>
<p>They belong to members from the Marrow Valley and the eastern border who say they will vote against the levy on empty homes when it reaches the floor today. If they do, and nobody helps, the government will lose its first major bill. Ilsa Marchetti-Vane would then have to decide whether to make the next one a matter of confidence.</p>
<h2>Three grievances</h2>
<p>The seven do not agree about everything. Two object to the levy itself, which they believe will fall upon farmhouses awaiting probate. Three are angry about the border: the talks over the Bilorich bridge are expected to let in more Karsovan grain, and the League had promised its voters that not one extra sack would come. The remaining two, from the upper Tessel, think the flood fund spends too much on Lowmere and nothing on them.</p>
<p>What they share is a sense that they hear of things late. “I learned about the grain from a lorry driver,” said one. “He learned it from the radio.”</p>
<p>Agnes Thorley, who leads the League, has a harder problem than her rebels do. She likes being in government. Her party won the agriculture and water ministries with 10.7 per cent of the seats, and at the local elections last month its vote rose in the districts where its ministers had been seen. To walk out now would be to give up a good hand.</p>
<blockquote class="pull"><p>I learned about the grain from a lorry driver. He learned it from the radio.</p><p><cite>A Farmers’ League member of the Chamber</cite></p></blockquote>
<h2>The other twelve</h2>
<p>So the prime minister has gone shopping. The Island and Coast List has 12 members, no fixed allegiance and a short list of wants: cheaper ferries, a say over wind farms, and an exemption from anything that treats a fishing village like a suburb. Ministers have been to Dunmarrow three times in two weeks. One came back with a proposed amendment that would free the smallest ferry-dependent districts from the levy.</p>
<p>It may be enough. With seven League members lost, the government is at 71. It needs five of the twelve. A whip put the number of likely supporters on the List at “four sure, three seasick”.</p>
<p>Each such bargain has a cost, though. The fishermen’s wants are not the farmers’, and an exemption for islands invites the question why there is none for hill villages. The rebels had hoped for one. If the amendment passes they will have been shown that others are paid for their votes while theirs are taken for granted.</p>
<h2>Okonjo’s choice</h2>
<p>Tomas Okonjo could end all this at a stroke, or prolong it. His Progress Party has 51 seats. It favoured a levy on empty homes at the last election and will vote against this one, which it calls badly drawn. On the flood fund he has taken the opposite course and offered support, with conditions.</p>
<p>The reasoning is not mysterious. A government that falls over a housing tax leaves voters asking what Progress would do about housing. One that survives on opposition votes for a flood fund makes Mr Okonjo look like a prime minister. He turned 60 this year and has led his party through two defeats; colleagues say he would sooner win late than early.</p>
<h2>What to watch</h2>
<p>The number to look for is not whether the levy passes, but who carries it. If the League holds, the old arithmetic has survived. If the islanders carry it, Ms Marchetti-Vane will have found a second majority, and with it a second set of creditors.</p>
<p>The flood fund follows within days. It needs neither the League’s rebels nor the List if Mr Okonjo keeps his word. A government that passes one bill with the islands and the next with the opposition can last a long time. It can also wake up one morning to find that none of its friends are speaking to one another, and that all of them are still speaking to the press.</p>
