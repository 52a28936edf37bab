Section: science
Kind: brief
Language: en
Slugline: WAVE/RECORD
Headline: Buoy off Kestrel Sound records highest wave in 33 years of data
Byline: samuel-okparo
Dateline: Kestrel Sound
Source: tidewire
Credit: Tidewire
Tags: kestrel-sound, fisheries
Picture: storm 138
Caption: Breakers on the northern breakwater at Kestrel Sound on the morning after the gale.
Alt: Grey waves burst over a stone breakwater and a small lighthouse at its end.
Picture-credit: Tidewire
Age: 4h

<p>A measuring buoy 60 kilometres off Kestrel Sound recorded a wave 17.3 metres high during the night’s gale, the maritime weather service said. It is the highest since the buoy was moored 33 years ago; the previous record was 16.8 metres.</p>
<p>The fishing fleet had been in harbour since the afternoon. “The forecast was right to the hour,” said Odd Myklebost, a forecaster. No damage to ships was reported. Winds are expected to drop below gale force by the evening.</p>
