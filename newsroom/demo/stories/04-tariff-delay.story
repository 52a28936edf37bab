Section: world/tirrhene-union
Kind: news
Language: en
Slugline: TIRRHENE/FISH-TARIFF
Headline: Tirrhene Union puts off tariff on Velmoran fish for 60 days
Standfirst: Five of nine member states backed the pause hours before a deadline, leaving time for talks about inspections in Kestrel Sound’s harbours
Byline: jonas-vetterli
Dateline: Sarenne
Tags: tirrhene-union, fisheries, kestrel-sound
Picture: fishing 24
Caption: Crates of chilled mackerel are loaded at Kestrel Sound. Most of the catch is sold in the Tirrhene Union.
Alt: Fishing boats lie alongside a quay stacked with open crates, with low hills behind.
Picture-credit: Henrik Sall/The Courier
Age: 6h

<p>The Tirrhene Union has postponed a 12 per cent tariff on chilled fish and shellfish from Velmora, giving both sides 60 days to settle a dispute over how catches are inspected.</p>
<p>The Council of the Union voted by five states to four for the delay after a session that ran past midnight. Without it the duty would have applied from the end of next week.</p>
<p>“We have bought time and nothing else,” said Beatriz Solanne, the Union’s trade commissioner. “The Commission’s finding stands: too many landings in Kestrel Sound are weighed by the people who sell them.”</p>
<p>Velmora sold fish worth 412 million crowns to the Union last year, 61 per cent of its fish exports. At that volume the tariff would cost about 49 million crowns a year, most of it falling on the northern coast.</p>
<h2>Weighing on the quay</h2>
<p>The Commission opened its inquiry 14 months ago after boats from Calvara, the Union’s largest fishing state, complained of being undercut. Its inspectors visited nine Velmoran harbours and found that in six of them the catch was weighed without an independent official present.</p>
<p>Corvin Hale, Velmora’s trade minister, said he would offer “a public weigher on every quay that lands more than 500 tonnes a year”. That would cover 11 harbours and cost about six million crowns annually, his ministry estimates.</p>
<p>Calvara voted against the pause. Its fisheries minister, Rui Amadeo, said 60 days was “a long time to leave a door open”.</p>
<p>In Kestrel Sound the news was met with relief and some anger. Ingrid Fell, who chairs the harbour cooperative, said buyers in the Union had already cut orders by a fifth in expectation of the duty. “They will not come back for 60 days,” she said. “They will come back when there is a signature.”</p>
<p>The first round of talks is due to open in Sarenne within a fortnight. If they fail, the tariff takes effect without a further vote.</p>
