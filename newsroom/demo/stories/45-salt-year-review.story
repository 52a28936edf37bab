Section: culture
Kind: analysis
Language: en
Slugline: REVIEW/SALTYEAR
Headline: ‘Salt Year’ fills the Halyard’s stage with water and means every drop
Standfirst: Ines Corrigan-Vale’s play about a flooded village asks who gets to leave first. Its second half is the best hour in Port Aldine this season
Kicker: Theatre review
Byline: nadja-kowal
Dateline: Port Aldine
Tags: theatre, flooding, lowmere
Picture: theatre 145
Caption: The set of ‘Salt Year’ at the Halyard Theatre, before the water rises.
Alt: A bare kitchen table with four chairs stands on a dark stage that shines as if wet.
Picture-credit: Sunniva Ash/The Courier
State: in_review
Age: 1d 2h

<p>The ushers at the Halyard hand out blankets with the programmes, and for the first twenty minutes of <em>Salt Year</em> it seems an affectation. Then the water comes in under the kitchen door. It is real, it is cold and by the interval it is over the actors’ ankles. The front two rows can smell it.</p>
<p>Ines Corrigan-Vale grew up in Lowmere, and her new play, directed by Bas Tolland, takes place there on a single night that is also four hundred years. A family of salt-makers sits at a table and argues about whether to go. Every so often a lamp is lit or put out, somebody changes a coat, and they are another family in another century, having the same argument.</p>
<h2>A quarrel in five coats</h2>
<p>The idea is simple enough to wear out quickly. That it does not is due to the writing, which has an ear for how people fight when they are frightened. They do not discuss the flood. They discuss a debt, a brother’s wife, a clock that was promised to the other side of the family. “You’d have us drown over a clock,” says the daughter. “I’d have you know whose it is first,” says the grandmother, and gets the laugh of the night.</p>
<p>She is played by Odette Marsh, who is 78 and has not been on this stage for nine years. It is hard to say what she does, because she seems to do nothing. She peels a bowl of potatoes, in real time and in all the centuries, and the play turns round her hands. When at last she puts the knife down, three people near me drew in their breath.</p>
<p>Among the others, Joss Amberley is very good as a son who is brave chiefly when there is somebody to see it. Only Rafe Colling, as the official who comes in a boat to count heads, is left with a figure instead of a person. He speaks in forms. Officials do, but rarely to themselves.</p>
<h2>The machinery shows, and should</h2>
<p>Tolland and his designer, Kirsi Vaal, do not hide how it is done. Two pumps stand in plain sight at the sides; a stagehand in waders reads the level off a painted gauge. At first one watches the technology. Later, in the long silence after the boat has left, the ticking of the pump becomes the most upsetting sound in the theatre.</p>
<p>The first half is 75 minutes and should be 60. A dream scene with a drowned choir is lovely to look at and explains what we had already understood. There is a speech about the price of salt that I would happily have exchanged for one more quarrel.</p>
<p>The second half needs no such allowances. The water stands at the knee, the table floats, and the family must decide in the present day, with telephones that do not work and a helicopter that takes four. There are five of them. What follows takes fifty minutes and is never once spoken of aloud. I shall not say who stays behind; I will say that the choice has been in view since the first scene, on the stove.</p>
<h2>What it does not say</h2>
<p>The week’s news will make some spectators look for a message about walls and funds and who should pay. Corrigan-Vale declines to supply one. Her people do not know why the sea rises, and those who do know are in another room. What interests her is that love keeps accounts, and that on the worst night somebody always reads them out.</p>
<p>At the end the lights go up on the actors, soaked, and the pumps run backwards. For almost a minute on the first night nobody clapped. It was not disapproval. We were waiting to be told that we could go.</p>
<p><em>Salt Year</em> is at the Halyard Theatre, Port Aldine, for another five weeks, and then, if its touring grant survives, in Saint Odile, Brackwater and the sports hall at Lowmere. Two hours and thirty-five minutes with one interval. Take the blanket.</p>
