Section: sport/football
Kind: news
Language: en
Slugline: FOOTBALL/ROVERS-COACH
Headline: Aldine Rovers dismiss Castellane an hour after defeat at Kestrel
Standfirst: The club that won the title two seasons ago is tenth of twelve. Joris Penhale, who coaches the under-19s, takes charge until the winter break
Byline: henrik-sall
Dateline: Kestrel Sound
Tags: football, port-aldine
Picture: stadium 151
Caption: Rovers’ home in Port Aldine, Tanner Street, where Joris Penhale will take his first training session tomorrow.
Alt: An empty football stadium with blue seats, a roller parked on the touchline.
Picture-credit: Elin Varga/The Courier
Age: 30m

<p>Aldine Rovers have dismissed their manager, Ruben Castellane, little more than an hour after a 2–1 defeat at Kestrel Athletic left them two points above the relegation places.</p>
<p>“The board thanks Ruben for a championship that will always be his,” the club said in a statement of 41 words. “The results of recent months left no other choice.” Joris Penhale, the coach of the under-19 team, will be in charge until the winter break.</p>
<p>Castellane, 52, was told in a corridor at Quay Park by the chairman, Corin Velde, according to two people who were present. He then went back into the dressing room, shook hands with each of the players and travelled home by himself on the last train.</p>
<p>He had been manager for four years, a long time at a club that went through six in the decade before. In his second season he won the league with five matches to spare. Last year Rovers came fifth. This season they have lost nine of 14 and taken one point from the last five.</p>
<p>Only two of the eleven who started the deciding match of the title season are still at the club. Rovers have sold players for 88 million crowns since then, much of it to pay for the new west stand at Tanner Street, and have spent 34 million. Their wage bill, at 61 million, is nevertheless the highest in the league.</p>
<p>“You can’t sell the engine and sack the driver,” said Bettina Krol, who chairs the supporters’ trust. The trust owns nine per cent of the club and has called a meeting for next week.</p>
<p>Penhale, 38, played 211 times for Rovers as a full back. His first match is the cup quarter-final with Tessel Wanderers. The club said it had not yet spoken to possible successors; asked whether that included Signe Aldarsson, who left the Norland national team last month, a spokesman said that it included everybody.</p>
