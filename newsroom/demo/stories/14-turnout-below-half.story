Section: politics
Kind: analysis
Language: en
Slugline: ELECTION/TURNOUT
Headline: Fewer than half voted. Where they stayed at home tells a story
Standfirst: Turnout in the local elections was 48.2 per cent, the lowest on record. It fell most where services had closed and rose only where the river had
Kicker: Data
Byline: tobias-quill
Dateline: Saint Odile
Tags: elections, port-aldine, lowmere
Picture: crowd 31
Caption: Voters queue outside a school in Port Aldine. In most districts there was no wait.
Alt: A short line of people in coats stands on a pavement by a school gate.
Picture-credit: Tobias Quill/The Courier
How: The analysis uses final returns for all 8,214 polling stations from the electoral office and the register of public services. The eight areas shown are not the whole country; 140,000 electors vote by post from abroad.
Age: 36d 4h

<p>For the first time since local councils were created, fewer than half of Velmora’s electors have voted in choosing them. The electoral office put turnout at 48.2 per cent: 2,265,400 ballots from 4.7 million people on the register. Four years ago it was 53.6 per cent.</p>
<p>That is a fall of 5.4 points, and it did not happen evenly. In the islands and on the northern coast, hardly anyone changed their habit. In Brackwater one elector in ten did.</p>
<table><caption>Turnout in local elections, per cent of electors</caption><thead><tr><th>Area</th><th>Four years ago</th><th>This year</th><th>Change, points</th></tr></thead><tbody><tr><td>Brackwater</td><td>49.7</td><td>39.8</td><td>−9.9</td></tr><tr><td>Port Aldine</td><td>51.0</td><td>44.1</td><td>−6.9</td></tr><tr><td>Saint Odile</td><td>52.9</td><td>47.6</td><td>−5.3</td></tr><tr><td>Marrow Valley</td><td>57.1</td><td>53.7</td><td>−3.4</td></tr><tr><td>Upper Tarn</td><td>55.5</td><td>52.4</td><td>−3.1</td></tr><tr><td>Kestrel Sound</td><td>56.8</td><td>55.3</td><td>−1.5</td></tr><tr><td>Dunmarrow</td><td>62.3</td><td>61.0</td><td>−1.3</td></tr><tr><td>Lowmere</td><td>57.2</td><td>58.9</td><td>+1.7</td></tr></tbody></table>
<h2>The distance to a counter</h2>
<p>Several explanations were offered on election night. The weather was one, but it rained as much in Kestrel Sound as in Saint Odile. Dull campaigns were another. Yet the race for mayor of Port Aldine was the liveliest in years, and the capital’s turnout still fell by 6.9 points.</p>
<p>A simpler measure fits the figures better: how far people have to travel to reach a public service. Since the previous local elections 212 post counters, clinics and council offices have closed. The Courier matched each closure to the nearest polling stations. Where the walk to the nearest counter had grown by more than a kilometre, turnout fell by 8.3 points on average. Where it had not changed, it fell by 3.6.</p>
<p>This does not prove that one caused the other. Closures happen where people are leaving, and people who are about to leave seldom vote. But the gap remains when districts with similar age and income are compared. It shrinks from 4.7 points to 3.1, and does not disappear.</p>
<blockquote class="pull"><p>People do not say they are angry. They say: what is there left to vote about?</p><p><cite>Wanda Escher, returning officer, Brackwater</cite></p></blockquote>
<h2>Brackwater’s quiet quarter</h2>
<p>The lowest figure in the country came from Furnace Row, beside the closed steelworks in Brackwater, where 24.6 per cent voted. The ward lost its clinic two years ago and its last post counter the year after. Wanda Escher, the returning officer there, has run elections for 19 years. She said that staff at one station had read a newspaper aloud to each other to pass the time.</p>
<p>“People do not say they are angry,” she said. “They say: what is there left to vote about?”</p>
<p>Young people account for some of it. In Saint Odile, where students make up a fifth of the register, turnout in the university wards was 33 per cent. But students were as absent four years ago. The new non-voters, to judge from the marked registers of 60 sample stations, are mostly between 45 and 65.</p>
<h2>The river as a returning officer</h2>
<p>Lowmere is the exception. It was the only area to see turnout rise, to 58.9 per cent, second only to Dunmarrow. Its councils decide on levees, pumping rates and building permits on the flood plain, and three lists stood on nothing else. In the village of Hallow End, which has spent two years on the question of moving, 81 per cent voted.</p>
<p>Ines Corbel, who teaches political science at the University of Saint Odile, sees a lesson in that. “Turnout follows power,” she said. “Where a council can still decide whether your kitchen is dry, people come. Where it can only tell you that the decision was made elsewhere, they learn not to.”</p>
<h2>What parties make of it</h2>
<p>The parties have drawn the conclusions that suit them. The Civic Alliance wants voting by post made easier. Progress wants local elections held on the same day as those for the Chamber, when turnout was 67 per cent. The Farmers’ League, which gained in the Marrow Valley, sees no need for haste.</p>
<p>None has proposed opening a counter.</p>
