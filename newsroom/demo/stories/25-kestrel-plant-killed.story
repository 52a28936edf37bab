Section: business
Kind: news
Language: en
Slugline: KESTREL/PLANT
Headline: Sound Seafoods to close its Kestrel plant with loss of 210 jobs
Standfirst: The fish processor blames the threat of a Tirrhene tariff and says production will move south by the end of the season, according to a statement
Byline: henrik-sall
Dateline: Kestrel Sound
Tags: kestrel-sound, fisheries, tirrhene-union
Picture: factory 40
Caption: The Sound Seafoods plant on the north quay at Kestrel Sound.
Alt: A low white processing building beside a quay, with two delivery vans outside.
Picture-credit: Henrik Sall/The Courier
Age: 8d 3h
State: killed
Note: The Courier published this story on the strength of a statement that did not come from the company. Sound Seafoods has announced no closure and the plant is working normally. We have removed the story and apologise to its 210 staff and to our readers.

<p>Sound Seafoods will close its processing plant in Kestrel Sound with the loss of 210 jobs, according to a statement sent in the company’s name.</p>
<p>The statement said the threat of a 12 per cent tariff in the Tirrhene Union had made the plant “impossible to defend” and that filleting and freezing would move to a site near Sarenne by the end of the season.</p>
<p>It said staff would be told at a meeting on the north quay and offered two weeks’ pay for each year of service. A switchboard operator at the company’s head office said nobody was available to comment.</p>
<p>The plant handles about 19,000 tonnes of mackerel, herring and prawns a year and is the second-largest employer in the town, after the harbour cooperative.</p>
<p>Ingrid Fell, who chairs the cooperative, said she had heard nothing from the company. “If it is true, it is the end of the north quay,” she said. “They buy every second crate we land.”</p>
<p>The Tirrhene Commission proposed the tariff after inspectors found that catches in six of nine Velmoran harbours were weighed without an independent official present. It is due to take effect shortly unless member states intervene.</p>
<p>Kestrel Sound’s council leader, Magnus Hardy, called an emergency meeting and said he would ask the trade minister, Corvin Hale, to travel north.</p>
<p>Sound Seafoods employs 870 people at four sites. Its shares, which are traded in Port Aldine, had not reacted by the time the exchange closed. The company reported a profit of 23 million crowns last year, little changed from the year before, and told investors two months ago that it planned to spend six million crowns on a new cold store in the town.</p>
<p>Unemployment on the northern coast is 6.8 per cent, against 5.3 per cent for the country as a whole.</p>
