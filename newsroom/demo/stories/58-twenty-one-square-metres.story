Section: opinion
Kind: opinion
Language: en
Slugline: OSEI/MICROFLATS
Headline: Twenty-one square metres is a room, whatever the brochure calls it
Standfirst: Developers want Port Aldine to lower the smallest legal size of a flat. I spent a weekend in the show home, and I have a bruise to report
Kicker: Petra Osei
Byline: petra-osei
Tags: housing, port-aldine
Age: 38d 4h

<p>The bed comes out of the wall with a noise like a lift. Once it is down you cannot open the refrigerator, and while the refrigerator is open nobody can leave the bathroom. The brochure calls this “choreographed living”. I choreographed my shin into the edge of the folding table at about midnight and lay on the bed, which was comfortable, thinking about words.</p>
<p>The smallest flat that may be let in Port Aldine has 28 square metres. A group of developers has asked the city to make it 21, and has built a show home on the old coal wharf so that we can see how much may be done with it. They were kind enough to let me stay for two nights.</p>
<p>Let me be fair to them. It was warm, quiet and cleverly made. I have lived in worse, and at 23 I would have kissed the floor, all of which I could have reached without getting up. The city needs small flats, and thousands of people share larger ones with strangers for want of them.</p>
<h2>What gets smaller</h2>
<p>But nobody is offering a smaller rent. The figure on the last page was 920 crowns a month, against some 960 for 28 square metres in the same street. A quarter of the space has gone, and with it four per cent of the price. When something shrinks by 25 and gets cheaper by four, in most shops we have a word for that too.</p>
<p>Standards are said to stop us building. I have looked up who wrote ours. The 28 metres date from the year after the cholera summer, when a city doctor went round the harbour quarter with a tape measure and a notebook. He did not ask how little a person could be got to accept. He asked how much air there was, and whether a coffin could be carried down the stairs.</p>
<p>Ask what a person living there can do. In 28 metres you can have a friend to supper. In 21 you can have one to visit, if she sits on the bed. You cannot be ill there with somebody looking after you; you cannot put up your mother, or fall in love with a person who owns a coat.</p>
<p>Build small, by all means. Put two rooms on every landing that anyone may use, and take a quarter off the rent. Then show me round again. I shall bring supper, and we will see where to put it.</p>
