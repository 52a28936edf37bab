Section: sport/football
Kind: news
Language: en
Slugline: FOOTBALL/KESTREL-ROVERS
Headline: Late header takes Kestrel to the top and Rovers nearer the bottom
Standfirst: Sander Vik scored in the 88th minute for a 2–1 win that puts Kestrel Athletic a point clear of Tarn United, who play tomorrow
Byline: henrik-sall
Dateline: Kestrel Sound
Tags: football, kestrel-sound, port-aldine
Picture: stadium 149
Caption: Quay Park under the floodlights before kick-off; 14,212 watched the match.
Alt: A small football ground seen from the stand, the pitch bright green under floodlights, sea mist behind the far goal.
Picture-credit: Marek Doyle/The Courier
Update: Adds quotes from both managers, the attendance and the league positions after the match.
Added: 7
Age: 1h 40m

<p>A header by Sander Vik two minutes from time gave Kestrel Athletic a 2–1 victory over Aldine Rovers and the lead of the league, at least for a night.</p>
<p>Kestrel have 27 points from 14 matches, one more than Tarn United, who play at Dockside tomorrow. Rovers, champions two seasons ago, stay tenth with 13 points, two above the relegation places. They have taken one point from their last five games.</p>
<p>Kestrel began as if they had a ferry to catch. In the ninth minute Eino Farrell won the ball by his own corner flag, ran half the length of the pitch with it and passed to Dag Morven, who shot low inside the far post. Morven has scored in four consecutive home games.</p>
<p>Rovers had 61 per cent of the ball but did not reach Kestrel’s penalty area until the 34th minute. It was against the run of play, then, that they drew level after the interval: Leo Castaign’s free kick from 22 metres struck the wall, changed direction and left Jesper Brandt, in the Kestrel goal, on the wrong foot. It was only the second goal Kestrel have let in at Quay Park this season.</p>
<h2>Vik from the bench</h2>
<p>For half an hour Rovers looked the better side. Castaign hit the crossbar in the 71st minute, and Ruud Atherley should have done better than head straight at Brandt. Then Iain Torvald, the Kestrel coach, sent on Vik, who is 19 and still works two mornings a week in his father’s smokehouse. His header, from Farrell’s cross, was his third touch.</p>
<p>“I told him to go to the back post and be a nuisance,” Torvald said. “He is very good at being a nuisance.”</p>
<p>Ruben Castellane, the Rovers manager, said his side had deserved a point. Asked about his future, he said: “I am not worried for myself. I am worried about Saturday, like every week.”</p>
<p>Several hundred Rovers supporters stayed behind after the whistle and turned their backs on the players. Corin Velde, the club’s chairman, left ten minutes before the end.</p>
