Section: opinion
Kind: opinion
Language: en
Slugline: OSEI/CHAMBER-LOWMERE
Headline: If the Chamber must sit through its recess, let it sit in Lowmere
Standfirst: There is a hall, there are beds, and there is a train most days. A week below sea level would improve the flood bill and some of its authors
Kicker: Petra Osei
Byline: petra-osei
Tags: the-chamber, lowmere, flooding
State: ready
Age: 1d 3h

<p>The members of the Chamber are to give up their recess to finish the flood bill, and the corridors are full of sighing. Tickets have been returned, I hear, and a villa forgone. I feel for them. I only wonder why, since they will have to be somewhere uncomfortable in any case, it should not be the place that they are talking about.</p>
<p>Lowmere has a hall. It is the one in which I once judged a marrow competition, it seats 400, and the acoustics are a good deal kinder than those of the Chamber, in which since the restoration nobody can hear a thing beyond the fourth row, to the relief of the fifth. There are rooms to be had. I rang round: 160 in the town, another 90 if one does not mind a caravan. For meals there is the chapel kitchen, which has had practice.</p>
<h2>What can be learned from a stain</h2>
<p>My argument is not that they ought to suffer. Suffering makes nobody wiser; it makes most of us short-tempered and a few of us poets, and we have enough of both. My argument is that there are things one cannot be told.</p>
<p>In the debate last week I heard a member of long standing, a decent man, speak about “temporary displacement of ground-floor functions”. He would not have said it in Lowmere, because he would have been staying in a house with a ground floor. He would have seen the line along the wallpaper, which is brown and quite straight and comes up to the light switch, and noticed that people who live with such a line hang their pictures higher. He would have smelled the cupboard under the stairs. I do not believe that one can smell that cupboard and go on to say “functions”.</p>
<p>He would also have found out that Lowmere is of several minds. In the capital the town appears as a single person in wellingtons, wanting a wall. In fact some want a wall and some the money to leave; the farmers on the polders want to be asked, and the woman who keeps the chandler’s shop wants, as she told me across a counter that had been twice under water, “for everybody to stop being so moved”. A bill written for a person in wellingtons will please nobody with shoes.</p>
<h2>It has been done</h2>
<p>There is a precedent. In the typhus winter the Chamber removed to Saint Odile for eleven weeks and met in a riding school. The minutes of those weeks are the shortest in its history and are still admired by lawyers. It seems that the horses were not taken out in the afternoons, and speakers tended to come to the point.</p>
<p>I expect three objections. It will be said to cost money, and it will: about 900,000 crowns, if the clerks’ figure for the last away day is any guide, on a bill that proposes to spend 340 million. It will be called a stunt. So it would be for a day, with photographers. For a fortnight, in wet shoes, with the one good restaurant closed on Mondays, it would stop being a stunt on about the Wednesday.</p>
<p>And it will be said that the members could not be guaranteed to be safe there. The river is high, and nobody can promise anything about the levees.</p>
<p>I would ask whoever intends to raise this to rise in his place and say it slowly, so that it can be taken down: that Lowmere is not a place in which one could responsibly ask people to spend two weeks. Then there will be very little left to debate, and they can all go on holiday.</p>
