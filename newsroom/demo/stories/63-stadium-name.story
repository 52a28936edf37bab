Section: opinion
Kind: opinion
Language: en
Slugline: OSEI/TANNER-STREET
Headline: Tanner Street has a perfectly good name, and it is Tanner Street
Standfirst: Aldine Rovers want to sell the name of their ground to a maker of mattresses. They should sleep on it, and then they should think of something else
Kicker: Petra Osei
Byline: petra-osei
Tags: football, port-aldine
State: spiked
Note: Overtaken by events: the mattress company withdrew its offer before we went to press, so the argument has nothing left to argue with. Petra is writing about the ferry instead.
Age: 9d

<p>I am no expert on football. I go about four times a year, with my brother, who explains to me what I have just seen. But I do know where it is. It is at Tanner Street, in the street of that name, where the tanners were, and where on a warm day with the wind from the river you can still believe it.</p>
<p>Next season, if the directors of Aldine Rovers have their way, it will be at the Dreamwell Arena. The maker of mattresses offers 4 million crowns a year for ten years, and the chairman, Corin Velde, has called this “a natural partnership”. Given the team’s recent form I can see what he means.</p>
<h2>What is for sale</h2>
<p>Four million is not nothing. It would pay about one-fifteenth of the wages. It would not buy a centre half, or so I am told, but it might buy a good part of one. And nobody is hurt. The grass remains the same grass. Why mind?</p>
<p>I mind because a name is the only thing about a club that its supporters make. They do not choose the players, the prices or the colour of the away shirt. But no committee ever decided on Tanner Street. It was called that by people who had to tell one another where to meet, for 112 years, in all weathers, until the three syllables had absorbed everything that ever happened there. It cannot be sold, for the same reason that I cannot sell my brother’s laugh. It can only be painted over.</p>
<p>And it does not even work. In Sarenne they have renamed the ground three times in fifteen years, for a bank, an airline and a bank. Taxi drivers still call it the Reale. All that the sponsors got for their money was to be the thing that people decline to say.</p>
<p>There is an honest way to do this. Put the mattress on the shirt, on the bus, on the roof, where it can be read from an aeroplane. Sell the corner flags. Let a soft voice thank Dreamwell before every throw-in. We are adults, and we know that somebody has to pay for Leo Castaign.</p>
<p>But leave the sign at the end of the road. It is enamel, it is blue, it belongs to the city, and one corner was chipped by a bottle on the night of the championship. No one has ever suggested mending it.</p>
