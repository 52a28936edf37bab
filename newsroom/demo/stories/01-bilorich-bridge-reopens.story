Section: world/karsova
Kind: news
Language: en
Slugline: KARSOVA/BRIDGE-OPEN
Headline: Karsova reopens Bilorich bridge to lorries after nine days
Standfirst: The first 40 lorries crossed the Lesna into Velmora today under a deal that trades faster checks for more licences for Karsovan grain
Byline: oleksa-duman
Dateline: Bilorich, Karsova
Tags: karsova, transport
Picture: crowd 21
Caption: Drivers and residents wait beside the customs shed at Bilorich as the barrier goes up.
Alt: A loose crowd of people in work jackets stands along a road, most of them looking towards a raised barrier.
Picture-credit: Oleksa Duman/The Courier
How: Our correspondent has spent the past eight days on both banks of the Lesna. Queue figures come from the two border services and were compared with a count made on foot.
Age: 45m

<p>Lorries are crossing the Lesna again. The Karsovan border service lifted the barrier on the Bilorich bridge today, nine days after it stopped all goods traffic with Velmora, and let through 40 vehicles in the first hour.</p>
<p>About 1,300 were still waiting when the crossing reopened: 740 on the Velmoran side at Torrow and 560 on the Karsovan side. The two border services say they will clear 240 a day in each direction until the queues are gone. Before the closure the bridge carried about 620 lorries a day.</p>
<p>Under the agreement, reached last night after three rounds of talks, Velmora will issue licences for a further 90,000 tonnes of Karsovan wheat and maize before the next harvest. In return Karsova will accept electronic plant-health papers, which it had refused since the closure began.</p>
<p>“The bridge was never closed to friendship, only to bad paperwork,” said Yelena Dorsk, the Karsovan agriculture minister, at a short ceremony beside the customs shed. She took no questions.</p>
<p>Corvin Hale, the Velmoran trade minister, called the outcome “a fair swap that should not have needed nine days”. He said the extra grain was equal to about four per cent of what Velmoran mills use in a year.</p>
<p>Drivers were less interested in the terms. Stepan Rudyk, who had been waiting on the Karsovan side with 18 tonnes of onions, said he would have to throw away about a third of the load. “Nobody has told us who pays for that,” he said.</p>
<p>Velmoran hauliers put their losses at 11 million crowns and want the state to share them. The trade ministry said it would reply within a month.</p>
<p>The Farmers’ League, the junior partner in the government in Port Aldine, has opposed any increase in grain licences. Its leader, Agnes Thorley, said the party would “read every line” of the agreement before commenting.</p>
