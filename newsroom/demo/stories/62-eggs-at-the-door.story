Section: opinion
Kind: opinion
Language: en
Slugline: KOWAL/TOURING
Headline: They pay for theatre in eggs, and we are taking away the theatre
Standfirst: Reporting on the arts budget, I went out with a touring company for one evening. It is the evening I would like the committee to have seen
Byline: nadja-kowal
Tags: theatre, the-chamber
Picture: market 162
Caption: The hall at Lower Quern in the Marrow Valley, which serves as market, polling station and theatre.
Alt: A plain wooden hall with trestle tables pushed to the walls and rows of odd chairs facing a curtain.
Picture-credit: Elin Varga/The Courier
Age: 8h

<p>In an analysis one must not say “I”. My colleagues and I set out this week who loses what under the draft budget, and I stand by each figure: eight million crowns out of 31, some 500 evenings fewer, the villages first. Here is what would not fit into it.</p>
<p>The hall at Lower Quern holds 90 and there were 71 of us. The Wagon had come from Brackwater in the van, two and a half hours, with a painted door on the roof. I had been told about the eggs and thought it was a story for journalists. By the entrance stood a table with a cash box, and next to the cash box, a basin. I counted three dozen, and a jar of something dark.</p>
<p>The play was about a man who comes home from the sea and is not recognised. I have seen it done with a revolving stage. Here it was done with the door. When he knocked on it for the third time, a boy in front of me called out, “It’s him, let him in,” and nobody laughed, because all of us had been about to.</p>
<h2>Movable money</h2>
<p>An official explained to us that the touring grants are cut because they can be: they run for a year, and the money is “movable”. I have thought about that word a good deal. What it says is that we protect what has walls. The Philharmonic has a hall and the museums have staircases. I love them and have spent my life in them. The Wagon has a parking permit.</p>
<p>It would be convenient for my case if those evenings did something useful, and perhaps they do. The economists find that they bring in a little more than they cost. But this was not what I saw. I saw 71 people who know one another’s business down to the overdraft, sitting in the dark and being, for an hour and a half, surprised.</p>
<p>Afterwards they stacked the chairs, as they do after the market and the elections. A woman gave the leading actress six eggs in a hat and told her that she had been wrong to forgive him. They discussed it for ten minutes, standing in the cold beside the van. That, too, is movable. You only have to stop paying for the petrol, and it will move away, and it will not be heard of again.</p>
