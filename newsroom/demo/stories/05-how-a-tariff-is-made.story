Section: world/tirrhene-union
Kind: explainer
Language: en
Slugline: TIRRHENE/TARIFF-EXPLAINER
Headline: How the Tirrhene Union makes a tariff, and how one can be stopped
Standfirst: A duty on Velmoran fish is days away. Here is who decided it, what it would cost, and the three doors through which it could still leave
Kicker: Explainer
Byline: jonas-vetterli
Dateline: Sarenne
Tags: tirrhene-union, fisheries, kestrel-sound
Picture: parliament 25
Caption: The Council building in Sarenne, where the nine member states vote on trade measures.
Alt: A broad stone building with a row of columns and nine flagpoles along its front.
Picture-credit: Jonas Vetterli/The Courier
Age: 5d 3h

<p>Unless somebody changes their mind, fish landed in Velmora will soon become 12 per cent dearer in the Tirrhene Union. The duty has been in the making for more than a year, and few of the people it would hurt have ever met the people who proposed it. This is how it came about.</p>
<h2>Who asked for it?</h2>
<p>The boat owners’ federation of Calvara. Under Union law any industry that speaks for at least a quarter of production may file a complaint with the Commission. Calvara’s boats land 38 per cent of the Union’s fish. The federation said Velmoran mackerel and prawns were being sold below cost because catches in Kestrel Sound were under-declared, which lets owners escape landing dues.</p>
<p>The Commission, the Union’s executive, then has 12 months to investigate. It sent inspectors to nine harbours. In six they found that nobody independent was watching the scales. They did not claim to have caught anyone cheating. In Union law they do not need to: a failure of control is enough.</p>
<h2>Who decides?</h2>
<p>There are three steps.</p>
<ol><li><strong>The Commission proposes.</strong> It sets the rate, here 12 per cent, from an estimate of how much the unweighed fish distorts the price.</li><li><strong>The Council can object.</strong> Each of the nine member states has one vote. If five vote to block, delay or change the proposal, that is what happens. If they do nothing, it becomes law after 30 days.</li><li><strong>The customs service applies it.</strong> Importers pay at the frontier, and may ask for their money back if a court later finds fault.</li></ol>
<p>The important point is in the second step. A tariff needs no majority in favour. It needs only the absence of a majority against, and states that sell little fish have small reason to spend a vote on it.</p>
<h2>What would it cost?</h2>
<p>Velmora sold the Union fish worth 412 million crowns last year. If nothing else changed, importers would pay 49 million crowns in duty. Things would change, of course. Traders expect Kestrel Sound’s cooperatives to absorb about half of it through lower prices, and to lose some orders to Norland.</p>
<p>For a boat with a crew of five that sells 300 tonnes a year, the harbour cooperative reckons the loss at 70,000 to 90,000 crowns, roughly one crew member’s annual pay and fuel.</p>
<p>Shoppers in the Union would notice less. A pair of mackerel fillets would rise by the equivalent of 0.40 crowns.</p>
<h2>How could it be stopped?</h2>
<p><strong>Door one: the Council.</strong> Five states are needed. Three that import most of their fish are known to be uneasy, and two more are said to be asking for something in return. A delay is likelier than a block, because a delay obliges nobody to say that the Commission was wrong.</p>
<p><strong>Door two: an undertaking.</strong> Velmora can promise to put right what the inspectors found. If the Commission accepts, the duty is suspended for as long as the promise is kept. That would mean public weighers on the quays, and it would mean letting Union inspectors come back unannounced. The second part is the harder one to sell at home.</p>
<p><strong>Door three: the court.</strong> Importers may appeal to the Union’s trade tribunal. It has overturned four of the last 19 duties brought before it. The average case takes 26 months, during which the duty is paid.</p>
<h2>Could Velmora hit back?</h2>
<p>It could. Velmora buys fruit, tiles and cars from the Union worth far more than the fish it sells. But retaliation needs a law, a law needs the Chamber, and the government’s majority of six has other calls upon it. Ministers have so far used the word “proportionate” a good deal and the word “retaliate” not at all.</p>
<h2>What happens next?</h2>
<p>The Council meets at the end of the week. Diplomats will know by the evening before whether there are five votes. Fishing crews will know when the lorries at the frontier are asked for money, or are not.</p>
