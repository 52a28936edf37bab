Section: science
Kind: news
Language: en
Slugline: CORVID/FIRSTLIGHT
Headline: Mount Carrow telescope takes first light with planet-hunting instrument
Standfirst: The 74 million crown Corvid spectrograph can detect a star moving at walking pace, close to what is needed to find another Earth
Byline: samuel-okparo
Dateline: Upper Tarn
Tags: space, upper-tarn
Picture: telescope 134
Caption: The dome of the Mount Carrow observatory, at 2,870 metres, shortly before the first exposure.
Alt: A white dome with its shutter open stands on a bare ridge against a deep blue evening sky.
Picture-credit: Marek Doyle/The Courier
Age: 45m

<p>Astronomers at the Mount Carrow observatory have taken the first measurements with Corvid, an instrument built to find planets the size of the Earth around nearby stars, the University of Saint Odile announced.</p>
<p>The instrument, which cost 74 million crowns and took nine years to build, was pointed for 40 minutes at a quiet, sun-like star 41 light years away. It measured the star’s movement to within 28 centimetres a second, slightly better than the 30 promised in the contract.</p>
<p>“That is a person strolling in a park, seen from 41 light years off,” said Ottilie Brandvold, the observatory’s director. “We had a bottle ready for 50 centimetres. We opened a better one.”</p>
<p>A planet cannot usually be seen beside its star, but it pulls the star to and fro as it goes round. The Earth moves the Sun by only 9 centimetres a second, so Corvid will have to observe each of its targets hundreds of times and average the results. Its list has 52 stars on it.</p>
<p>The spectrograph stands in a vacuum tank in the rock under the dome, where the temperature is held steady to one thousandth of a degree. Light reaches it from the 3.2-metre telescope through a glass fibre 60 metres long.</p>
<p>Two of the five partners that financed the instrument, the universities of Sarenne and Saint Odile, will share 70 per cent of the observing time. The rest is open to astronomers from any country, and the data become public after one year.</p>
<p>Regular observations begin in about six weeks, after tests of the cooling system. Brandvold warned against expecting news of a second Earth soon. “A planet with a year like ours takes a year to go round, and nobody will believe us until it has gone round three times,” she said.</p>
