Section: politics
Kind: news
Language: en
Slugline: FERRY/STAKE
Headline: Ministers weigh selling 40 per cent of the National Ferry Line
Standfirst: A paper before the cabinet sets out three ways to pay for new ships. Island members say cheaper crossings were promised to them, not new owners
Byline: mira-halloran, layla-haddar
Dateline: Port Aldine
Tags: transport, the-chamber, ilsa-marchetti-vane
Picture: ferry 33
Caption: The Dunmarrow ferry leaves Port Aldine. The oldest of the line’s nine ships is 38 years old.
Alt: A white and blue car ferry moves out past a harbour wall with a small lighthouse.
Picture-credit: Layla Haddar/The Courier
How: The Courier has seen the cabinet paper, which is marked as a draft, and confirmed its contents with two people who took part in writing it.
Age: 2h
State: in_review

<p>The government is considering the sale of up to 40 per cent of the National Ferry Line to pay for five new ships, according to a cabinet paper seen by The Courier.</p>
<p>The paper lists three courses. The state could borrow 610 million crowns and keep full ownership, sell a minority stake for an estimated 260 million and borrow the rest, or lease the ships from their builder for 20 years. It recommends none of them, but says the second would “share risk with a partner that knows the trade”.</p>
<p>The line carries 4.3 million passengers a year and lost 22 million crowns in its last accounts. Four of its nine ships are more than 30 years old. Last winter 318 crossings to Dunmarrow were cancelled because of breakdowns, against 121 because of the weather.</p>
<h2>A delicate moment</h2>
<p>Ilsa Marchetti-Vane, the prime minister, has been courting the 12 members of the Island and Coast List, whose support she may need to pass further laws. Their leader, Joss Penhallow, said he had not been shown the paper. “We asked for fares an islander can pay,” he said. “If the answer is a shareholder, we will want to hear the question again.”</p>
<p>The transport ministry said no decision had been made and that fares would stay regulated under any form of ownership. A resident’s return to Dunmarrow costs 14 crowns.</p>
<p>A sale would need a law. An earlier attempt, eight years ago, was dropped after dockers and pilots refused to move the ships for three days.</p>
<p>The cabinet is due to discuss the paper within two weeks. A contract would have to be signed by the end of next year if the first ship is to arrive before the oldest, the <em>Queen of Tessel</em>, loses her safety certificate.</p>
