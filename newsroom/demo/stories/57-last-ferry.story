Section: opinion
Kind: opinion
Language: en
Slugline: OSEI/FERRY
Headline: The 22:40 to Dunmarrow was never only a boat, and now it is neither
Standfirst: The late crossing is to go because eleven people use it on an average night. I went to meet the eleven, and was sorry I had not gone before
Kicker: Petra Osei
Byline: petra-osei
Tags: transport, port-aldine
Picture: ferry 157
Caption: The evening ferry to Dunmarrow at the outer pier in Port Aldine.
Alt: A small car ferry with lit windows waits at a dark pier, its ramp down and nobody on it.
Picture-credit: Elin Varga/The Courier
Age: 7h

<p>I should begin by admitting that I was the thirteenth. The National Ferry Line says that its 22:40 to Dunmarrow carries eleven people on an average night; there were twelve when I came down the pier, and the man at the ramp clicked his counter at me with a look I can only call hopeful.</p>
<p>From next month he will have nothing to count. The last boat will leave at 20:15, which saves 900,000 crowns a year. I have looked at the sum and cannot fault it. A crew of seven, four hundred litres of fuel, and in the saloon, under lights bright enough for surgery, a dozen people and a dog. Divide one by the other and each of us was costing the public as much as a decent hotel room.</p>
<h2>Who was on it</h2>
<p>So let me say whom the money was being spent on. There were two nurses, who finish at ten and will now either move to the city or stop being nurses in it. There was a boy of sixteen with a cello, coming from the only teacher within ninety kilometres. There was a couple who had been to the theatre, and who told me with some shame that they do it four times a year. A baker, going the wrong way, because bread is made at night. Three students. A man who did not wish to say.</p>
<p>The twelfth was a woman of about seventy whose husband is in the hospital above the harbour. Visiting ends at half past eight. She sits with him until then, walks down, has a cup of tea in the café that stays open for the boat, and goes home to sleep. She has done this for five weeks. When I asked her what she would do after next month, she considered it honestly. “I suppose I’ll see less of him,” she said.</p>
<p>Averages are a fine invention, but they have never met anybody. Eleven people a night is not eleven people. Going by what I was told over the tea, it is two or three hundred, each of whom needs the late boat now and then, and about four thousand who live where they live because it is there. A service of that kind works like a lifebelt. You do not measure it by how often it is wet.</p>
<h2>The other sum</h2>
<p>I know what the reply will be, because a courteous person at the Ferry Line has already given it to me. There are many good things and a limited amount of money. The same 900,000 pays for the new morning sailing, which carries 140. Would I rather take that away? I would not. I should merely like it to be said aloud that something is being bought with those nurses, and what.</p>
<p>What troubles me is the order in which we go about it. First the timetable is thinned because few people travel. Then fewer travel because the timetable is thin. At the end comes somebody with a counter and establishes, quite correctly, that there is no demand. We have done it with the village post offices and with the night bus; we are at present doing it with the touring theatres. Nobody ever decides that an island should be empty. It is only that, one evening, the arithmetic comes out.</p>
<p>There is a cheaper boat, by the way. It belongs to the pilots, seats sixteen and stands idle between ten and four. The harbour master, whom I asked, said that nobody had asked him.</p>
<p>We came in at ten minutes past midnight. The boy with the cello let everyone else go ahead of him, because of the size of the thing, and the man at the ramp on the other side held a torch so that he could see his feet. Then they put out the lights in the saloon, one row after another. It was done without any fuss, by people who had done it many times.</p>
