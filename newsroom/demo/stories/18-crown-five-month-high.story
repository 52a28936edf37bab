Section: business/markets
Kind: news
Language: en
Slugline: MARKETS/CROWN
Headline: Crown climbs to five-month high as Sarenne puts off fish tariff
Standfirst: Shares in fish processors and hauliers lead the Aldine 40 higher, and government bonds gain as traders bet on a cut in interest rates
Byline: adaeze-brandt
Dateline: Port Aldine
Tags: tirrhene-union, central-bank, fisheries, inflation
Picture: bank 35
Caption: The exchange in Port Aldine, where the Aldine 40 rose for the first time in four sessions.
Alt: The columned front of a financial building with a row of parked bicycles before it.
Picture-credit: Adaeze Brandt/The Courier
Age: 70m

<p>The Velmoran crown rose to its highest level in five months against the Tirrhene mark after the Union postponed a tariff on Velmoran fish for 60 days.</p>
<p>A mark cost 4.080 crowns, down from 4.117 at the previous close, a gain of 0.9 per cent for the crown. It was the currency’s best session since the budget passed.</p>
<p>The Aldine 40 index of leading shares added 0.8 per cent to 6,264, ending a run of three losses. Sound Seafoods, the largest fish processor, gained 6.2 per cent. Lesna Freight, which runs 380 lorries on the eastern route, rose 4.5 per cent on the deal to reopen the bridge at Bilorich.</p>
<p>“Two quarrels got smaller within a day,” said Margit Oyelaran, a strategist at Harbour Mutual. “Neither has been settled, and the price says people know it.” She noted that the crown had given back a third of its gain at one point.</p>
<h2>Bonds join in</h2>
<p>Government bonds also advanced. The yield on the ten-year issue fell by five hundredths of a point to 3.62 per cent. Yields move in the opposite direction to prices.</p>
<p>Traders put the chance of a cut in the central bank’s main rate at its next meeting at 64 per cent, up from 55 per cent, according to prices in the swap market. The rate is 4.25 per cent. Figures published two days ago showed inflation slowing to 3.1 per cent.</p>
<p>A stronger crown makes imports cheaper and so helps the bank, but it squeezes exporters. Kestrel Sound’s cooperatives, which are paid in marks, said the rise would cost them about 3.7 million crowns a year if it lasted.</p>
<p>Banks were the weak spot. Aldine Savings and Harbour Mutual both slipped by about one per cent before the central bank’s report on financial stability, due tomorrow.</p>
