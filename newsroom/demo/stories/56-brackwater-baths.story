Section: sport
Kind: analysis
Language: en
Slugline: SWIMMING/BRACKWATER
Headline: In Brackwater the steelworks is gone and the children swim faster
Standfirst: A club with a borrowed pool and one paid coach has put four swimmers in the national team. Its secret is partly hot water and partly spite
Byline: henrik-sall, tobias-quill
Dateline: Brackwater
Tags: energy, public-health
Picture: factory 156
Caption: The former rolling mill in Brackwater; the baths are in the low brick building on the left.
Alt: A large disused brick factory with broken windows, and beside it a smaller building with steam at the roof vents.
Picture-credit: Elin Varga/The Courier
How: The reporters attended a week of training and compared the club’s results with those of all 88 clubs in the national federation over ten years.
State: draft
Note: Sent back: who pays for the heat from next year, and has the data centre confirmed the 1.1 million? Also needs a voice from a child who gave up. Ring the mayor.
Age: 3d 12h

<p>The alarm goes at twenty to five in eleven houses in Foundry Street. By five past, the first bicycles are leaning against the wall of the old wages office, and inside, under a clock that still says “Rolling Mill No. 2”, thirty children are walking up and down in the shallow end to wake their legs.</p>
<p>Brackwater Steel Swimming Club has 212 members, one paid coach and no pool of its own. It rents six lanes of the town baths, from five to seven in the morning and after eight at night, when nobody else wants them. At the national championships last month it won nine medals. Only two clubs won more, both in the capital, both with a budget at least ten times the size.</p>
<h2>What the furnace left behind</h2>
<p>The baths were built by the steelworks in 1934 and heated with what the furnaces threw away. When the works closed, nine years ago, the heat went too. The town shut the pool within a month. “People cried about the jobs in private,” says Wilma Stoddard, the club’s secretary. “About the baths they cried in the street.”</p>
<p>For two years the children trained in the river from May to September and on benches in the church hall for the rest of the time. Then a data centre moved into the rolling mill. It had heat to get rid of, and a former furnace engineer named Cyril Penn, who coaches the under-tens, walked over with a sketch on the back of a raffle ticket.</p>
<p>The pipe is 180 metres long. Water from the cooling system enters it at 41 degrees and warms the pool to 27. According to the town it saves 1.1 million crowns a year, which is roughly the difference between a pool and a car park.</p>
<h2>The coach and the stopwatch</h2>
<p>The one paid employee is Marguerite Asante, who is 34 and swam for Velmora until a shoulder gave out. She arrived six years ago for a season. She does not shout. She keeps a pencil behind each ear, one for times and one for everything else, and every swimmer has a page that is filled in daily: sleep, school, mood, the dog.</p>
<p>“Talent is spread quite evenly. Adults are not,” she says. “In the capital a child who is bored in March has four other sports to choose from. Here they have me.”</p>
<p>The figures bear her out in part. Over ten years The Courier found no sign that Brackwater attracts faster beginners: at the age of ten, its swimmers are a shade slower than the federation’s average. At 16 they are 3.8 per cent faster, a gap of more than two seconds in a hundred metres. What sets them apart is that they stay. Of those who join at ten, 64 per cent are still swimming at 16. Across the country it is 29.</p>
<h2>The price of five o’clock</h2>
<p>Not everyone finds that admirable. A doctor at the town’s health centre, Pauline Everard, has seen three cases of overtraining in two years, and asked the club to give up one of its six mornings. Asante agreed within a day. Times, she says, did not get worse.</p>
<p>There is also the matter of spite, which several parents mention unprompted. When the works closed, a commentator in the capital wrote that Brackwater was “a place to be from”. The line hangs in the changing room, framed. Below it someone has pinned the results sheet from the championships.</p>
<p>Four members are now in the national squad. The youngest, Ewan Pryce, 15, holds the Velmoran junior record for 400 metres and has been offered a scholarship by a club in Port Aldine with a fifty-metre pool and a physiotherapist. He turned it down, for this year at any rate.</p>
<p>“They asked me what I would miss,” he says, wringing out a towel. It is seven o’clock and getting light. “I said the clock. They thought I was joking.”</p>
