Section: business
Kind: analysis
Language: en
Slugline: CENTRALBANK/RATES
Headline: Aldous has room to cut interest rates, and three reasons to wait
Standfirst: Inflation is almost back where the central bank wants it. The governor’s difficulty is that a cut would help most those who need it least
Kicker: Analysis
Byline: adaeze-brandt
Dateline: Port Aldine
Tags: renske-aldous, central-bank, inflation, housing
Picture: bank 38
Caption: The rate committee has nine members. At its last meeting two of them voted for a cut.
Alt: A long polished table in a panelled room with nine empty chairs.
Picture-credit: Adaeze Brandt/The Courier
Age: 18h

<p>Renske Aldous likes to say that a central banker’s job is to be boring in good time. For five meetings she has managed it. The main interest rate has stayed at 4.25 per cent while inflation drifted down from 4.6, and nobody marched on Customs Street to ask for more or less.</p>
<p>That calm is ending. At 3.1 per cent, inflation is within sight of the 2.5 per cent target. Two of the nine members of the rate committee voted for a cut last time. Traders think it slightly likelier than not that a majority will do so at the next meeting.</p>
<p>The case is easy to make. With inflation at 3.1 per cent, a rate of 4.25 is 1.15 points above the rise in prices. When the bank stopped raising rates, the rate was below it. Without lifting a finger, in other words, Ms Aldous has been tightening for a year.</p>
<h2>What high rates have done</h2>
<p>The effects are visible. Bank lending to companies shrank in each of the past three quarters. Building permits are down by 18 per cent. In the Marrow Valley, cooperatives that borrow each season to pay pickers say the interest now exceeds what they spend on barrels.</p>
<p>Unemployment, at 5.3 per cent, has risen by only half a point. But hours worked have fallen by more, which suggests that firms are keeping people and giving them less to do. That can go on for a while. It seldom ends gently.</p>
<p>So why wait?</p>
<h2>First, rents</h2>
<p>Rents are rising by 5.8 per cent a year and make up a fifth of the price index. They are also the part of it that interest rates reach in the oddest way. Dearer mortgages keep would-be buyers in rented flats and push rents up. Cheaper ones might ease the pressure, or might send house prices in Port Aldine, already 31 per cent above their level of five years ago, on another run.</p>
<p>Economists at the bank have studied the past four cuts. On average house prices had risen by four per cent a year later, and rents had not moved.</p>
<h2>Second, the neighbours</h2>
<p>A Tirrhene tariff on fish would cost the northern coast 49 million crowns a year and weaken the crown. A closed bridge to Karsova makes flour and fodder dearer. Storm Edda has damaged thousands of roofs. Each is the kind of shock that a central bank is supposed to ignore, and each would make a cut look careless if prices jumped a month afterwards.</p>
<blockquote class="pull"><p>You do not get to choose the week in which people remember what you did.</p><p><cite>Ottoline Frey, former deputy governor</cite></p></blockquote>
<p>“You do not get to choose the week in which people remember what you did,” said Ottoline Frey, who was deputy governor until three years ago.</p>
<h2>Third, who gains</h2>
<p>The last reason is one that governors do not discuss in public. Seven in ten mortgages in Velmora are fixed for five years or longer. A cut would do nothing for those borrowers until they renew. The quickest benefit would go to people with variable loans, who are on average older and better paid, and to owners of shares and land.</p>
<p>Those who are struggling, young families who fixed at the peak, would have to wait. A cut of a quarter of a point would save a household with a typical variable loan of 210,000 crowns about 525 crowns a year. A tenant would save nothing.</p>
<p>None of this is an argument for keeping rates high for ever. It does mean that the good a cut can do is smaller than the applause would suggest, at least at first.</p>
<h2>The likely course</h2>
<p>Ms Aldous has left herself a way through. In Saint Odile she said the bank would look closely at wages, and the next figures for pay come out four days before the committee meets. If growth slips below four per cent, from 4.4 now, she can cut by a quarter of a point and call it a response to the data. If it does not, she can wait six weeks and be boring once more.</p>
<p>Her term ends in 14 months. Friends say she would like to hand over a rate that starts with a three. To get there by single steps she needs two cuts, and the committee meets nine more times. She does not have to hurry. She may find, all the same, that others do.</p>
