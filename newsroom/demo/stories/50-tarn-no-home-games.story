Section: sport/football
Kind: analysis
Language: en
Slugline: FOOTBALL/TARN
Headline: Tarn United lead the league and have no home games left to play
Standfirst: A snow rule from 1958 has given the mountain club all its home matches early. Now come nine in a row away, and a squad that rarely wins by two
Byline: tobias-quill, henrik-sall
Dateline: Upper Tarn
Tags: football, upper-tarn
Picture: stadium 150
Caption: The Spillway, Tarn United’s ground, lies at 1,340 metres and is closed from the first heavy snow until spring.
Alt: A football ground with one wooden stand beneath steep mountains; snow lies on the slopes behind the goal.
Picture-credit: Marek Doyle/The Courier
How: League positions and shot counts are from the league’s official match reports for the first 13 rounds, before Kestrel Athletic’s match with Aldine Rovers. The wage figures are from the clubs’ last published accounts.
Age: 16h

<p>On the wall of the ticket office at the Spillway somebody has already hung the sign. “Closed for snow,” it says. “See you in August.” Tarn United have played 13 matches and are top of the league with 26 points. Eleven of those matches were at home. The other nine will all be somewhere else.</p>
<p>The reason is a rule from 1958, when a match here was abandoned because the ball could not be found. Ever since, the club at 1,340 metres has been allowed to play its home games before midwinter. Usually that leaves three or four for the spring. This year, because of work on the valley railway, the league moved the last ones forward as well.</p>
<p>So the season of the country’s most surprising team has been split in two, and only the first half, the comfortable one, is over.</p>
<h2>How it stands</h2>
<table>
<caption>The league after 13 of 22 rounds. The champions enter the continental cup; the last two are relegated.</caption>
<thead>
<tr><th>Club</th><th>Played</th><th>Won</th><th>Drawn</th><th>Lost</th><th>For</th><th>Against</th><th>Points</th></tr>
</thead>
<tbody>
<tr><td>Tarn United</td><td>13</td><td>7</td><td>5</td><td>1</td><td>19</td><td>10</td><td>26</td></tr>
<tr><td>Kestrel Athletic</td><td>13</td><td>7</td><td>3</td><td>3</td><td>18</td><td>8</td><td>24</td></tr>
<tr><td>Lowmere Albion</td><td>13</td><td>7</td><td>2</td><td>4</td><td>16</td><td>11</td><td>23</td></tr>
<tr><td>Saint Odile Academicals</td><td>13</td><td>5</td><td>5</td><td>3</td><td>14</td><td>9</td><td>20</td></tr>
<tr><td>Dockside</td><td>13</td><td>6</td><td>1</td><td>6</td><td>17</td><td>15</td><td>19</td></tr>
<tr><td>Quarry Lane</td><td>13</td><td>6</td><td>1</td><td>6</td><td>14</td><td>13</td><td>19</td></tr>
<tr><td>Tessel Wanderers</td><td>13</td><td>5</td><td>3</td><td>5</td><td>17</td><td>18</td><td>18</td></tr>
<tr><td>Marrow Vale</td><td>13</td><td>4</td><td>5</td><td>4</td><td>10</td><td>13</td><td>17</td></tr>
<tr><td>Dunmarrow Mariners</td><td>13</td><td>4</td><td>4</td><td>5</td><td>13</td><td>16</td><td>16</td></tr>
<tr><td>Aldine Rovers</td><td>13</td><td>4</td><td>1</td><td>8</td><td>18</td><td>23</td><td>13</td></tr>
<tr><td>Brackwater Town</td><td>13</td><td>2</td><td>5</td><td>6</td><td>11</td><td>15</td><td>11</td></tr>
<tr><td>Sarrow Bridge</td><td>13</td><td>3</td><td>1</td><td>9</td><td>7</td><td>23</td><td>10</td></tr>
</tbody>
</table>
<h2>A goalkeeper and a slope</h2>
<p>Tarn’s wage bill is 9.4 million crowns, the second smallest of the twelve. Aldine Rovers, who are 13 points below them, pay 61 million. How does a small club do it?</p>
<p>The first answer is Arvid Stroud, a goalkeeper of 36 who was working as a roofer when Tarn signed him four years ago. He has faced 56 shots on target and let in ten. A save rate of 82 per cent is the highest in the league since such counts began; the average is 70.</p>
<p>The second is thin air, or the fear of it. Visitors to the Spillway run about four per cent less in the last half-hour than they do elsewhere. Tarn scored eight of their home goals after the 70th minute.</p>
<p>The third is luck, which Matthis Oberlin, their coach, does not deny. Five of the seven victories were by a single goal. Over the season Tarn have had 141 shots and allowed 148. Teams with such figures usually finish in the middle of the table. “I know the numbers,” Oberlin says. “I used to teach mathematics. They describe what usually happens, and I try to be somewhere else.”</p>
<h2>Nine journeys</h2>
<p>What usually happens away from home is less encouraging. This season Tarn have travelled twice, in the first two rounds, and took one point. Last season they won three of eleven away matches, drew three and lost five.</p>
<p>If they repeated that rate, they would add nine or ten points to their 26 and finish with about 36. In the past ten seasons the champions have needed 41 on average; 36 would have been good for fourth place.</p>
<p>Kestrel Athletic have the opposite prospect. Six of their nine remaining matches are at Quay Park, where they are unbeaten and have let in one goal in five games. Lowmere Albion, in third, are three points behind with a squad no larger than Tarn’s.</p>
<p>The journeys begin at Dockside and end, on the last day, at Kestrel Sound’s old rivals in Dunmarrow, eleven hours away by train and ferry. Tarn have bought a coach with beds in it, second-hand, from a touring theatre that could no longer afford it. There is room for 24 and for the groundsman, who has nothing else to do until spring.</p>
<p>He is already at work all the same. On the morning after the last home game he went out and took down the goal nets, folded them and measured the pitch for snow. There were four centimetres. “We got them all in,” he said. “That’s the first time since 1958.”</p>
